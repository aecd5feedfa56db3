"""Files whose lines were given other ends, as git does on Windows, and programs that copy text: the words are all there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import InventoryError
from pcp_reports.archive.layout import ARCHIVE, LEDGER, OUTPUT
from pcp_reports.archive.ledger.ledger_event import is_as_written, load
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER_ENDS = "A340"
_BOTH = f"{OUTPUT}/{ARCHIVE} {OUTPUT}/{LEDGER}"
_MEND = (
    "Nobody tampered with them, but they are not the files that were archived. Bring them back from a copy that never went "
    f"through git or that program. In git: see that the file {OUTPUT}/.gitattributes has the line “* -text”, then type "
    f"“git rm -r -q --cached {_BOTH}” and “git checkout HEAD -- {_BOTH}”."
)


def before_new_ends(data: bytes) -> Iterator[bytes]:
    """Yield what data may have been before the ends of its lines were changed: without Windows' ends, and with them."""
    plain = data.replace(b"\r\n", b"\n")
    if plain != data:
        yield plain
    windows = plain.replace(b"\n", b"\r\n")
    if windows != data:
        yield windows


def event_before(name: str, data: bytes) -> bytes | None:
    """Return an event of the ledger as the tool wrote it, if nothing but the ends of its lines was changed; else None."""
    for whole in before_new_ends(data) if b"\r\n" in data else ():
        try:
            if is_as_written(load(name, whole)):
                return whole
        except InventoryError:
            continue
    return None


def other_ends(count: int, where: str) -> Finding:
    """Return that a program changed the ends of lines in so many files, and nothing else in them; ``where`` they lie."""
    them = "it" if count == 1 else "them"
    words = f"git, or a program that copies text, changed the ends of the lines in {counted(count, 'file')} of {where}, and nothing else in {them}."
    return Finding(OTHER_ENDS, words, Place(where), _MEND)
