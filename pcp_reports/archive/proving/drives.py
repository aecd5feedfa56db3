"""What a drive, or git, did to every name or every file alike, told once for the whole archive and its ledger."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.layout import OUTPUT, READ_ME
from pcp_reports.archive.ledger.line_ends import OTHER_ENDS, other_ends
from pcp_reports.archive.proving.archive_folders import SHOWN
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.archive.proving.one_paper import Placed, Proved
    from pcp_reports.archive.proving.placed_papers import Seen


def accents(seen: Seen, asked: Iterable[Placed]) -> list[Finding]:
    """Return that the drive writes the accents of names another way, if it does."""
    apart = [event for event in seen.ledger.events if not unicodedata.is_normalized("NFC", event.name)]
    count = len(apart) + sum(one.laid.respelt for one in asked)
    if not count:
        return []
    words = f"The drive writes the accents of {counted(count, 'name')} another way than they were archived; nothing was changed."
    hint = "Nothing need be done: macOS does it, and so do some drives. The names are read as they were archived."
    return [Finding("A339", words, Place(OUTPUT), hint)]


def line_ends(seen: Seen, proved: Sequence[Proved], findings: Sequence[Finding], *, whole: bool) -> list[Finding]:
    """Return ``findings`` with one, at most, of all files in which nothing but the ends of the lines was changed.

    ``whole`` is whether all of the archive was asked for. The page for successors alone is told as it is.
    """
    own = seen.folders.ends if whole else frozenset()
    count = len(seen.ledger.ends) + sum(one.ends for one in proved) + len(own)
    if count == len(own & {READ_ME}):
        return list(findings)
    page = f"{SHOWN}/{READ_ME}"
    rest = [
        one
        for one in findings
        if one.code != OTHER_ENDS and not (READ_ME in own and (one.code, one.place.path) == ("A334", page))
    ]
    return [*rest, other_ends(count, OUTPUT)]
