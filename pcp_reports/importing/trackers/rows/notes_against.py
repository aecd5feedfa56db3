"""What a tracker notes beside an award in a column that is not taken over: “Withdrawn 3/10” is no award, though no status says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.money import Money

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
_AT_FIRST = re.compile(
    r"(?i)(?:(?:it|bid|grant|application|project|award|row)\b:?\s+(?:was |is |has been )?(?:a )?)?(?:withdrawn|declined|rejected|refused|unsuccessful|"
    r"cancel+ed|not (?:been )?(?:awarded|approved|funded|successful|supported|progressed|taken forward)|duplicate)\b"
    r"(?!\s+(?:in full|the full|all\b|for year|their|by another|elsewhere))"
)
"""What begins so tells of its own row, even as a reason: “Declined – out of area”. “The council declined, so” does not."""
_CAME_BACK = re.compile(
    r"(?i)(?:amount|sum|money|funds?|funding|grant|total|value)?\s*(?:withdrawn|returned|repaid|refunded|recovered|clawed back|paid back)"
    r"(?:\s+(?:amount|sum|\(?£\)?|gbp))*"
)
"""Over a column of amounts: what came back of an award. Part of it, unspent, leaves the award as it is."""
_HEADING = re.compile(r"(?i)(?:date )?(?:grant |award )?(?:withdrawn|cancell?ed|rescinded)(?: on| date|\?)?")
_NO = re.compile(r"(?i)n|no|false|0|-|–|n/?a|none")


def noted_against(awards: Sequence[Tracked], told: Sequence[Piece], header: Header, path: str) -> Iterator[Finding]:
    """Yield a finding for each award that counts and beside which a column that is not taken over says otherwise.

    So does what a reason or condition begins with, which are taken over as words.
    """
    columns = [
        (column.at, column.heading, column.role) for column in header.columns if column.role in (None, *_AS_WORDS)
    ]
    if not columns:
        return
    cells = {piece.row: piece.cells for piece in told if piece.sort is Sort.GRANT}
    found = [
        (award, heading, shown)
        for award in awards
        if award.counts
        for heading, shown in _against(award, cells.get(award.row, ()), columns)
    ]
    passed = {column.heading for column in header.columns if column.role is None}
    for award, heading, shown in found[:_MOST_SAID]:
        message = (
            f"row {award.row} ({shortened(award.recipient, 40)}, {award.amount}) has {quoted(shortened(shown, 60))} under "
            f"{quoted(shortened(heading, 40))}{', which is not taken over,' if heading in passed else ','} and it was taken over as "
            "awarded."
        )
        hint = "If it stands no more, say so in a column of statuses, such as Withdrawn, or delete the row."
        yield Finding("G525", message, Place(path, award.row), hint)
    if len(found) > _MOST_SAID:
        message = (
            f"{counted(len(found) - _MOST_SAID, 'more row')} like those above, the last of them row {found[-1][0].row}."
        )
        yield Finding("G525", message, Place(path, found[-1][0].row))


_AS_WORDS = (Role.REASON, Role.CONDITIONS)


def _against(
    award: Tracked, cells: tuple[Value, ...], columns: Sequence[tuple[int, str, Role | None]]
) -> Iterator[tuple[str, str]]:
    for at, heading, role in columns:
        value = cells[at] if at < len(cells) else None
        if is_blank(value):
            continue
        if role in _AS_WORDS:
            if isinstance(value, str) and _begins_gone(value):
                yield heading, words(value)
        elif _came_back(heading.strip()) and (came := _amount(value)) is not None:
            if came.pence >= award.amount.pence:
                yield heading, str(came)
        elif _HEADING.fullmatch(heading.strip()):
            if not _NO.fullmatch(words(value)):
                yield heading, words(value)
        elif isinstance(value, str) and (_says_gone(value) or _begins_gone(value)):
            yield heading, words(value)


def _amount(value: Value) -> Money | None:
    """Return the amount of a cell; None where it holds another thing, such as a day."""
    try:
        found = amount_in(value, text_table=True)
    except AmountError:
        return None
    return None if isinstance(found, Absent) else found


def _begins_gone(value: str) -> bool:
    """Return whether a note begins with the word that its own row is none."""
    shown = words(value)
    return bool(_AT_FIRST.match(shown)) and not _NOT_OF_THIS.search(shown) and not _DENIED.search(shown)


def _came_back(heading: str) -> bool:
    return bool(_CAME_BACK.fullmatch(heading)) and not _HEADING.fullmatch(heading)


def _says_gone(value: str) -> bool:
    """Return whether a note says that its own award came to nothing."""
    found = list(_GONE.finditer(value))
    if not found or _NOT_OF_THIS.search(_GONE.sub("", value)) or _DENIED.search(value):
        return False
    return any(not _NOT_COME_TO_PASS.search(value[: one.start()]) for one in found)
