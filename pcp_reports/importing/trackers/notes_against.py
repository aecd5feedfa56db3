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
_NOT_OF_THIS = re.compile(
    r"(?i)\b(?:not|never|no|if|unless|will be|to be|may be|previous(?:ly)?|earlier|last|first|other|another|before)\b"
)
"""With such a word in it a note may speak of another bid, or of what has not come to pass."""
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
        elif isinstance(value, str) and _GONE.search(value) and not _NOT_OF_THIS.search(_GONE.sub("", value)):
            yield heading, words(value)
