"""How things stand with papers, for an officer's eyes: a paragraph for the paper, one for each owner, one for the grants."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.report import in_short, shown
from pcp_reports.dates import WEEKDAYS, in_words
from pcp_reports.findings import Severity
from pcp_reports.records import dataclass
from pcp_reports.status.monthly_grants import CONDITIONS, REASON
from pcp_reports.words import counted, listed, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from pcp_reports.dates import PartialDate
    from pcp_reports.status.monthly_grants import MonthGrants, RoundGrants
    from pcp_reports.status.of_paper import EntryStatus, Found, PaperStatus

WIDTH = 96
"""How many characters wide the text form is at most, but for names that are longer."""
MARGIN = " " * 13
"""How far in the words stand beneath a label, or beneath an entry's name."""
LONGEST_NAME = 24
"""How wide the column of entries' names is at most; a longer name is shown whole."""
SHORTEST_TITLE = 12
"""How much room an entry's title needs to be shown."""
MOST_GRANTS = 10
"""How many grants of a month are listed."""

_SEVERITIES = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note"))
_READY = {True: "ready", False: "not ready", None: "not said"}
_COLOUR = {True: "green", False: "yellow", None: None}


def as_text(made: Iterable[PaperStatus], waiting: tuple[RoundGrants, ...], today: date) -> str:
    """Return how things stand, in paragraphs; ``waiting`` are rounds that no paper cites."""
    parts = ["\n".join(_paper(one, today)) for one in made]
    parts = parts or ["There is no paper yet. Type: pcp-reports new meeting, and the day of the meeting."]
    if waiting:
        parts.append("\n".join(_waiting(waiting)))
    return "\n\n".join(parts)


def _paper(one: PaperStatus, today: date) -> Iterator[str]:
    paper = one.folder.paper
    yield click.style(
        f"{shown(one.folder.name)}: {in_short((paper.title if paper else None) or 'no title')}", bold=True
    )
    yield from _labelled("Meeting", _meeting_words(one.meeting, today))
    yield from _publication(one, today)
    own = [*_missing(one.missing), *_told(one.found, one.folder.name)]
    for label, words in zip(("The paper", *[""] * len(own)), own or ["nothing missing"], strict=False):
        yield from _labelled(label, words)
    yield from _labelled("Entries", _totals(one))
    columns = _columns((*one.entries, *one.unplaced), today)
    for owner in one.owners:
        yield ""
        ready = sum(entry.ready is True for entry in owner.entries)
        name = in_short(owner.owner) if owner.owner is not None else "Without an owner"
        yield f"{click.style(name, bold=True)}: {ready} of {len(owner.entries)} ready"
        yield from _rows(owner.entries, columns, today, owned=owner.owner is not None)
    if one.unplaced:
        yield ""
        yield f"{click.style('In the folder, but not in the paper', bold=True)}: place these in a section, or delete them"
        yield from _rows(one.unplaced, columns, today, owned=True)
    if one.exempt:
        yield ""
        yield click.style("Exempt, and kept out of the paper", bold=True)
        for entry in one.exempt:
            yield f"  {shown(entry.filed.name)}" + (f": {said}" if (said := _numbers(entry.found)) else "")
    if one.grants:
        yield ""
        yield from _grants(one)


def _labelled(label: str, words: str) -> Iterator[str]:
    lines = wrap(words, WIDTH - len(MARGIN), break_long_words=False, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        yield f"  {'' if number else label:<11}{line}"


def _on(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def _in_days(days: int) -> str:
    """Return when a day is, counted from today: in 5 days, tomorrow, today, yesterday, 3 days ago."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get(days) or (f"in {days:,} days" if days > 0 else f"{-days:,} days ago")


def _meeting_words(meeting: PartialDate | None, today: date) -> str:
    if meeting is None:
        return "no date is known"
    if meeting.day is None:
        return f"{in_words(meeting)}; the day is not known yet"
    return f"{_on(meeting.first)}, {_in_days((meeting.first - today).days)}"


def _publication(one: PaperStatus, today: date) -> Iterator[str]:
    found = one.publication
    if found is None:
        if one.meeting is not None:
            why = "the day of the meeting" if one.meeting.day is None else "the bank holidays of that year"
            yield from _labelled(
                "Public by", f"cannot tell: {why} {'is' if one.meeting.day is None else 'are'} not known"
            )
        return
    days = (found.day - today).days
    when = f"{_on(found.day)}, {'which was ' if days < 0 else ''}{_in_days(days)}"
    label = f"  {'Public by':<11}"
    yield label + click.style(when, bold=True, fg="red" if days < 0 else None)
    yield from _labelled(
        "",
        f"With {counted(found.clear_days, 'clear working day')} between the two (Local Government Act 1972, s.100B, as applied to panels).",
    )
    if found.holidays:
        passed = listed([f"{_on(day)} ({name})" for day, name in found.holidays])
        yield from _labelled("", f"Not counted besides weekends: {passed}.")


def _totals(one: PaperStatus) -> str:
    entries = one.entries
    said = [f"{sum(entry.ready is True for entry in entries)} of {len(entries)} ready"] if entries else ["none yet"]
    late = sum(entry.late for entry in entries)
    said += [f"{late} late"] if late else []
    said += [counted(one.count(severity), word) for severity, word in _SEVERITIES if one.count(severity)]
    return "; ".join(said)


def _numbers(found: Found) -> str:
    return ", ".join(counted(found.count(severity), word) for severity, word in _SEVERITIES if found.count(severity))


def _missing(missing: Iterable[str]) -> list[str]:
    words = [shown(one) for one in missing]
    return [f"still to fill in: {', '.join(words)}"] if words else []


def _told(found: Found, name: str) -> list[str]:
    """Return how many findings there are, with the worst of them in words; the entry's name in front is left away."""
    numbers = _numbers(found)
    if not numbers:
        return []
    worst = found.worst
    if worst is None:
        return [numbers if found.tellable else f"{numbers}: see check, because the entry holds exempt matter"]
    message = worst.message
    for lead in (f"{name}: ", f"{name}, "):
        message = message.removeprefix(lead)
    return [f"{numbers}: {in_short(message)} ({worst.code}, line {worst.place.line})"]


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the columns of a paper's entries are: the same for every owner."""

    name: int
    due: int


def _columns(entries: Iterable[EntryStatus], today: date) -> _Columns:
    rows = [(len(shown(entry.filed.name)), len(_due(entry, today))) for entry in entries]
    return _Columns(
        min(max((name for name, _ in rows), default=0), LONGEST_NAME), max((due for _, due in rows), default=0)
    )


def _rows(entries: Iterable[EntryStatus], columns: _Columns, today: date, *, owned: bool) -> Iterator[str]:
    """Yield a line for each entry, its columns one above the other, and below it what is wrong.

    Where a name leaves no room for the entry's title, that is left out.
    """
    for entry in entries:
        name, due = f"{shown(entry.filed.name):<{columns.name}}", _due(entry, today)
        room = WIDTH - len(MARGIN) - len(name) - columns.due - 4
        title = shown(entry.title or entry.filed.kind.replace("-", " "))
        state = click.style(f"{_READY[entry.ready]:<9}", fg=_COLOUR[entry.ready])
        last = f"{'':{columns.due - len(due)}}  {shortened(title, room)}" if title and room >= SHORTEST_TITLE else ""
        yield f"  {state}  {name}  {click.style(due, fg='red' if entry.late else None)}{last}"
        if entry.after_publication:
            yield f"{MARGIN}due only after the day by which the paper must be public"
        worst = entry.found.worst
        told = worst is not None and worst.code == "P121"  # one prompt that is left is told with its words and its line
        missing = [one for one in entry.missing if (owned or one != "owner") and not (told and one == "1 prompt")]
        for words in (*_missing(missing), *_told(entry.found, entry.filed.name)):
            yield from (f"{MARGIN}{part}" for part in wrap(words, WIDTH - len(MARGIN), break_on_hyphens=False))


def _due(entry: EntryStatus, today: date) -> str:
    due = entry.due
    if due is None:
        return "no due date"
    if entry.ready or due.day is None:
        return f"{'late: was ' if entry.late else ''}due {in_words(due)}"
    when = _in_days((due.first - today).days)
    return f"late: due {in_words(due)}, {when}" if entry.late else f"due {when}, {in_words(due)}"


def _grants(one: PaperStatus) -> Iterator[str]:
    yield click.style("Reasons and conditions, published each month (SI 2011/3050, Schedule, para 3)", bold=True)
    for month in one.grants:
        yield f"  {_month(month)}"
        path = ""
        for row in month.lacking[:MOST_GRANTS]:
            if row.filed.path != path:
                path = row.filed.path
                yield f"    {shown(path)}"
            where = f"line {row.line}"
            yield f"      {where:<9} {shortened(shown(row.grant.recipient), 50)}: {listed(row.missing)}"
        if len(month.lacking) > MOST_GRANTS:
            yield f"      … and {len(month.lacking) - MOST_GRANTS:,} more"
    for filed in one.unread:
        yield f"  {shown(filed.name)} cannot be read whole, so that grants of it may be left out here."
    for other in one.elsewhere:
        yield from (
            f"  {shown(other.filed.name)}, in {shown(listed(other.papers))}: {_month(month)}" for month in other.months
        )
    if any(month.lacking for month in one.grants):
        yield "  Add “reason:” and “conditions:” to each grant; type none where there are no conditions."


def _month(month: MonthGrants) -> str:
    when = in_words(month.month) if month.month is not None else "Month not known"
    grants = counted(month.grants, "grant")
    if not month.lacking:
        return f"{when}: {grants}, nothing missing"
    named = ((REASON, "a reason"), (CONDITIONS, "conditions"))
    lack = [(number, word) for key, word in named if (number := month.without(key))]
    words = [word for _, word in lack]
    if month.grants == 1:
        return f"{when}: {grants}, which lacks {listed(words)}"
    if all(number == month.grants for number, _ in lack):
        return f"{when}: {grants}, none of which has {listed(words, 'or')}"
    first, *rest = [
        f"{number:,} {word}" if at else f"{number:,} {'lacks' if number == 1 else 'lack'} {word}"
        for at, (number, word) in enumerate(lack)
    ]
    return f"{when}: {grants}, of which {listed([first, *rest])}"


def _waiting(rounds: tuple[RoundGrants, ...]) -> Iterator[str]:
    yield click.style(
        "Rounds that no paper cites yet; what each month's grants lack is asked for all the same", bold=True
    )
    rows = [f"  {shown(one.filed.name)}: {_month(month)}" for one in rounds for month in one.months]
    yield from rows[:MOST_GRANTS]
    if len(rows) > MOST_GRANTS:
        yield f"  … and {len(rows) - MOST_GRANTS:,} more"
