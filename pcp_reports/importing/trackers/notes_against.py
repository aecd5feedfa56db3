"""What a tracker notes beside an award in a column that is not taken over: “Withdrawn 3/10” is no award, though no status says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.trackers.tracked import Tracked

_MOST_SAID = 8
_MONEY = r"(?:grant|award|money|funds?|funding)"
_GONE = re.compile(
    r"(?i)\b(?:withdrawn|withdrew|declined|rejected|cancell?ed|rescinded|revoked|repaid|refunded|claw(?:ed)?[- ]?back|did not proceed|"
    rf"not (?:proceeding|going ahead|taken up)|no longer (?:going ahead|required|needed)|{_MONEY} (?:was )?returned|returned (?:the )?{_MONEY})\b"
)
_BID = r"(?:year|time|round|bid|application|request|award|grant)"
_NOT_OF_THIS = re.compile(
    rf"(?i)\b(?:if|unless|previous(?:ly)?|earlier|last(?: [\d/]+)? {_BID}(?:['’]?s)?|first|other|another|before(?! +\w))\b"
)
"""With such words in it a note may speak of another bid: “last year's was withdrawn”. “Cancelled last week” does not."""
_NOT_COME_TO_PASS = re.compile(r"(?i)\b(?:not|never|no|will be|to be|may be)\b[^.;:,]*$")
"""Before the word, such as “not” says that it has not come to pass; behind it, “no reply” is the reason."""
_DENIED = re.compile(r"(?i)[^\w]\s*(?:no|not|never)\W*$")
_HEADING = re.compile(r"(?i)(?:date )?(?:grant |award )?(?:withdrawn|cancell?ed|rescinded)(?: on| date|\?)?")
_NO = re.compile(r"(?i)n|no|false|0|-|–|n/?a|none")


def noted_against(awards: Sequence[Tracked], told: Sequence[Piece], header: Header, path: str) -> Iterator[Finding]:
    """Yield a finding for each award that counts and beside which a column that is not taken over says otherwise."""
    columns = [(column.at, column.heading) for column in header.columns if column.role is None]
    if not columns:
        return
    cells = {piece.row: piece.cells for piece in told if piece.sort is Sort.GRANT}
    found = [
        (award, heading, shown)
        for award in awards
        if award.counts
        for heading, shown in _against(cells.get(award.row, ()), columns)
    ]
    for award, heading, shown in found[:_MOST_SAID]:
        message = (
            f"row {award.row} ({shortened(award.recipient, 40)}, {award.amount}) has {quoted(shortened(shown, 60))} under "
            f"{quoted(shortened(heading, 40))}, which is not taken over, and it was taken over as awarded."
        )
        hint = "If it stands no more, say so in a column of statuses, such as Withdrawn, or delete the row."
        yield Finding("G525", message, Place(path, award.row), hint)
    if len(found) > _MOST_SAID:
        message = (
            f"{counted(len(found) - _MOST_SAID, 'more row')} like those above, the last of them row {found[-1][0].row}."
        )
        yield Finding("G525", message, Place(path, found[-1][0].row))


def _against(cells: tuple[Value, ...], columns: Sequence[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    for at, heading in columns:
        value = cells[at] if at < len(cells) else None
        if is_blank(value):
            continue
        if _HEADING.fullmatch(heading.strip()):
            if not _NO.fullmatch(words(value)):
                yield heading, words(value)
        elif isinstance(value, str) and _says_gone(value):
            yield heading, words(value)


def _says_gone(value: str) -> bool:
    """Return whether a note says that its own award came to nothing."""
    found = list(_GONE.finditer(value))
    if not found or _NOT_OF_THIS.search(_GONE.sub("", value)) or _DENIED.search(value):
        return False
    return any(not _NOT_COME_TO_PASS.search(value[: one.start()]) for one in found)
