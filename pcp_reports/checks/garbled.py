"""Letters that were garbled in saving: UTF-8 that a program once took for the Windows encoding, as “Â£” for “£”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.nodes import Block, Items
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Node, Text
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

MOST_OF_A_FILE = 20
"""How many garbled words of one file are told at once."""

_SIGNS = "ÂÃÅâ\ufffd"
# What the bytes 80 to BF are in the Windows encoding; a letter before them that begins two or three bytes of UTF-8.
_REST = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf"
_GARBLED = rf"[ÂÃÅ][{_REST}]|â[€‚„][{_REST}]?|\ufffd"


def letters(survey: Survey) -> Iterator[Finding]:
    """No value holds letters that were garbled in saving; what was meant is shown where it can be worked out."""
    register = survey.register
    office = (register.office_file,) if register.office_file is not None else ()
    for filed in (*office, *(folder.filed for folder in register.papers.values()), *register.entries):
        root = filed.source.root
        text = "\n".join(filed.source.lines)
        if root is not None and any(sign in text for sign in _SIGNS) and re.search(_GARBLED, text):
            told = 0
            for value in _texts(root):
                for finding in _within(filed, value):
                    told += 1
                    if told <= MOST_OF_A_FILE:
                        yield finding


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Block):
        for behind in node.values():
            yield from _texts(behind)
    elif isinstance(node, Items):
        for row in node:
            yield from _texts(row)
    else:
        yield node


def _within(filed: Filed, value: Text) -> Iterator[Finding]:
    for word in re.finditer(r"[^ \n]+", value):
        if re.search(_GARBLED, word[0]) is None:
            continue
        mended = re.sub(_GARBLED, lambda run: _meant(run[0]), word[0])
        sure = re.search(_GARBLED, mended) is None
        yield Finding(
            "P135",
            f"{filed.name}: {quoted(shortened(word[0]))} looks like letters that were garbled in saving.",
            filed.source.place_in(value, word.start()),
            f"Type {quoted(shortened(mended))} instead." if sure else "Type the letters that were meant in its place.",
        )


def _meant(run: str) -> str:
    """Return what was typed before it was garbled, or the run itself where that is lost."""
    try:
        return run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return run
