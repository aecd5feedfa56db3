"""Pictures, charts and diagrams of a Word paper: their words are not read, so that they are counted and said.

Source: ECMA-376 part 1, 20.2 (pictures), 21.2 (charts), 21.4 (diagrams); part 4, 14.1.2.11 (pictures of older Word).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOCUMENT = "word/document.xml"
_AGAIN = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)  # the same once more, for programs of long ago
_SORTS = (
    ("picture", re.compile(rb"<(?:pic:pic|v:imagedata)[\s>/]")),
    ("chart", re.compile(rb"<(?:c|cx):chart[\s>/]")),
    ("diagram", re.compile(rb"<dgm:relIds[\s>/]")),
)


def pictures_left(data: bytes, path: str) -> Iterator[Finding]:
    """Give the finding that a Word paper holds pictures, charts or diagrams; nothing where it holds none."""
    from pcp_reports.word.package import read_parts  # noqa: PLC0415 - Word is slow to load

    parts = read_parts(data, path, wanted=lambda name: name == _DOCUMENT)
    if isinstance(parts, Finding):
        return
    body = _AGAIN.sub(b"", parts.get(_DOCUMENT, b""))
    found = [(name, number) for name, sign in _SORTS if (number := len(sign.findall(body)))]
    if found:
        many = sum(number for _, number in found) > 1
        shown = listed([counted(number, name) for name, number in found])
        message = f"{path.replace(chr(92), '/').rpartition('/')[2]}: {shown} {'are' if many else 'is'} not taken over."
        hint = "What figures or words they show, type into an entry: a picture cannot be read."
        yield Finding("G541", message, Place(path), hint)
