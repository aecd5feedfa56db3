"""What stands in a Word file and was not read: other documents and sheets placed inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.word.reading import w
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.word.passages.opening import Opened

_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DOCUMENTS = (w("altChunk"), w("subDoc"))
# Kinds of objects that hold words and figures; a formula is an object too, and holds none that count.
_SHEETS = ("excel", "package", "word.", "powerpoint", "acro", "visio", "opendocument", "loworksheet", "soffice")


def unread(opened: Opened) -> Iterator[Finding]:
    """Yield a note for what is inside the file and was not read."""
    place = Place(opened.path)
    documents = sum(1 for _ in opened.document.iter(*_DOCUMENTS))
    if documents:
        were = "was" if documents == 1 else "were"
        yield Finding(
            "W601",
            f"The paper holds {counted(documents, 'other document')}, which {were} not read: only Word shows what is in it.",
            place,
            hint="Open the paper in Word and save it again: that puts the words of the other document into it.",
        )
    sheets = sum(1 for one in opened.document.iter(_OBJECT) if one.get("ProgID", "").casefold().startswith(_SHEETS))
    if sheets:
        were = "was" if sheets == 1 else "were"
        yield Finding(
            "W602",
            f"The paper holds {counted(sheets, 'sheet or file')} placed inside it as an object, which {were} not read.",
            place,
            hint="If grants or totals stand in it, paste them into the paper as an ordinary table.",
        )
