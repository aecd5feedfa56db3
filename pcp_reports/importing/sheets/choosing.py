"""Which sheet of a workbook is the tracker, and whether its columns will do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.headings import best_header
from pcp_reports.importing.sheets.revised import revised_amounts
from pcp_reports.importing.sheets.sheet import words
from pcp_reports.importing.sheets.vocabulary import NEEDED, Role, plain
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet
    from pcp_reports.importing.sheets.xlsx import Named

_ASKED = {
    Role.RECIPIENT: "who receives the money",
    Role.PURPOSE: "what it is for",
    Role.AMOUNT: "the amount awarded",
}
_EXAMPLE = '--column "Their heading=recipient"'
_FEW, _LONGEST = 10, 60
_MATTER = (Role.RECIPIENT, Role.AMOUNT, Role.AWARDED, Role.ANNOUNCED, Role.STATUS, Role.FUND, Role.STRAND)
"""Roles of which two columns may not be guessed between."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet to be read; ``why`` says what became of the others. ``others`` have the columns of a tracker too."""

    name: str
    visible: bool
    why: str = ""
    others: tuple[str, ...] = ()


def choose(sheets: Sequence[Named], asked: Mapping[str, Role], name: str, path: str) -> Choice | Finding:
    """Return the sheet to be read: the one named, else the only one that has the columns of a tracker."""
    if name:
        found = _named(sheets, name, path)
        if isinstance(found, Finding):
            return found
        alike = (one.name for one in sheets if one.name != found.name and _is_tracker(one, asked))
        return replace(found, others=tuple(alike))
    if len(sheets) == 1:
        return Choice(sheets[0].name, sheets[0].visible)
    headers = {one.name: best_header(one.top, asked) for one in sheets}
    whole = [one for one in sheets if (header := headers[one.name]) is not None and _has_all(header)]
    seen = [one for one in whole if one.visible] or whole
    if len(seen) == 1:
        others = [quoted(one.name) for one in sheets if one.name != seen[0].name]
        return Choice(
            seen[0].name, seen[0].visible, f"{listed(others[:6])} {'has' if len(others) == 1 else 'have'} not"
        )
    names = listed([quoted(one.name) for one in (seen or sheets)[:12]])
    if seen:
        message = f"More than one sheet could be the tracker: {names}."
        return Finding(
            "G504",
            message,
            Place(path),
            f'Say which: --sheet "{seen[0].name}". To take all of them over, import one after the other.',
        )
    scores = {one.name: header.score for one in sheets if (header := headers[one.name]) is not None}
    if scores:
        best = max(scores, key=lambda sheet: scores[sheet])
        return Choice(best, next(one.visible for one in sheets if one.name == best))
    message = f"No sheet has headings that are known for a grant tracker. The sheets are {names}."
    hint = f'Say which sheet and columns: --sheet "{sheets[0].name}" --column "Their heading=recipient" --column "Their heading=amount".'
    return Finding("G503", message, Place(path), hint)


def _named(sheets: Sequence[Named], name: str, path: str) -> Choice | Finding:
    found = next((one for one in sheets if one.name == name), None)
    found = found or next((one for one in sheets if one.name.strip().casefold() == name.strip().casefold()), None)
    if found is not None:
        return Choice(found.name, found.visible)
    meant = did_you_mean(name, [one.name for one in sheets])
    names = listed([quoted(one.name) for one in sheets[:12]])
    hint = f'Did you mean --sheet "{meant}"?' if meant else f"The sheets are {names}."
    return Finding("G503", f"There is no sheet named {quoted(name)}.", Place(path), hint)


def _is_tracker(sheet: Named, asked: Mapping[str, Role]) -> bool:
    header = best_header(sheet.top, asked)
    return header is not None and _has_all(header)


def _has_all(header: Header) -> bool:
    return all(header.column(role) is not None for role in NEEDED)


def columns_missing(header: Header | None, typed: Mapping[str, Role], sheet: Sheet, path: str) -> tuple[Finding, ...]:
    """Return what is wrong with the columns: some that are needed are not known, or two could be meant."""
    if header is None:
        return (_no_headings(typed, sheet, path),)
    return (
        *_not_there(header, typed, path),
        *_needed(header, path),
        *_rivals(header, path),
        *revised_amounts(header, sheet, path),
    )


def _no_headings(typed: Mapping[str, Role], sheet: Sheet, path: str) -> Finding:
    there = [
        word for _, cells in sheet.rows[:12] for value in cells if (word := words(value)) and len(word) <= _LONGEST
    ]
    shown = listed([quoted(shortened(word, 30)) for word in there[:_FEW]])
    message = f"No headings of a grant tracker were found in the first rows, which hold {shown or 'nothing'}."
    meant = [(did_you_mean(heading, there), role) for heading, role in typed.items()]
    options = [f'--column "{heading}={role.value}"' for heading, role in meant if heading] or [_EXAMPLE]
    hint = f"There must be a row of headings, such as: Recipient, Purpose, Amount awarded. Or say what is what: {' '.join(options)}."
    return Finding("G503", message, Place(path), hint)


def _not_there(header: Header, typed: Mapping[str, Role], path: str) -> Iterator[Finding]:
    """Yield a finding for each heading that the officer named and the sheet does not have."""
    taken = {column.role for column in header.columns if column.rank < 0}
    have = {plain(column.heading) for column in header.columns}
    for heading, role in typed.items():
        if role not in taken and plain(heading) not in have:
            meant = did_you_mean(heading, [column.heading for column in header.columns])
            hint = f"The headings are {_headings(header)}."
            hint = f'Did you mean --column "{meant}={role.value}"?' if meant else hint
            message = f"There is no column with the heading {quoted(heading)}."
            yield Finding("G507", message, Place(path, header.row), hint)


def _needed(header: Header, path: str) -> Iterator[Finding]:
    for role in NEEDED:
        if header.column(role) is None:
            message = f"No column was found for the {role.value} ({_ASKED[role]})."
            if role is Role.AMOUNT and header.column(Role.REQUESTED) is not None:
                message += f" What stands under {quoted(header.heading(Role.REQUESTED))} was asked for, not awarded."
            hint = f'Say which it is: --column "Their heading={role.value}". The headings are {_headings(header)}.'
            yield Finding("G505", message, Place(path, header.row), hint)


def _rivals(header: Header, path: str) -> Iterator[Finding]:
    for first, second in header.rivals:
        if first.role in _MATTER and first.role is not None:
            what = first.role.value
            message = f"Two columns could hold the {what}: {quoted(first.heading)} and {quoted(second.heading)}."
            hint = f'Say which it is: --column "{first.heading}={what}", or --column "{second.heading}={what}".'
            yield Finding("G506", message, Place(path, header.row, second.at + 1), hint)


def _headings(header: Header) -> str:
    return listed([quoted(shortened(column.heading, 40)) for column in header.columns[:20]])
