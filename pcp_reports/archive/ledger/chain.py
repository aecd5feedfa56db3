"""Whether the files of the ledger hang together: what is missing, forked, altered, renamed, or does not belong there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import InventoryError
from pcp_reports.archive.layout import LEDGER, OUTPUT
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME, MOST_EVENT, Event, Row, event_name, load
from pcp_reports.archive.strays import stray
from pcp_reports.editing import digest, read_ordinary
from pcp_reports.findings import Finding, Place, Related

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_COPY = "Compare it with a copy of the ledger from another day, and bring that one back if it is the true one."


def chained(rows: Sequence[Row]) -> tuple[list[Event], list[Finding]]:
    """Return the events that the files of a ledger hold, in the order of their numbers, and what breaks their chain."""
    faults: list[Finding] = []
    events: list[Event] = []
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        by_number.setdefault(row.number, []).append(row)
    faults += _missing(sorted(by_number))
    before: Row | None = None
    for number in sorted(by_number):
        same = by_number[number]
        if len(same) > 1:
            faults.append(_forked(number, same))
        follows = by_number.get(number + 1, [])
        row = _named_by(same, follows) if len(same) > 1 else same[0]
        read = _loaded(row)
        if isinstance(read, Event):
            faults += _misnamed(read)
            faults += _link(read, number, before)
            events.append(read)
        else:
            faults.append(read)
        before = row
    faults += _order(events)
    return events, faults


def other_files(folder: Path, others: Sequence[tuple[str, str]], rows: Sequence[Row]) -> list[Finding]:
    """Return a finding for each thing in the ledger's folder that is no event: its name and whether a link or folder."""
    return [_other(folder, name, sort, rows) for name, sort in others]


def _missing(numbers: Sequence[int]) -> list[Finding]:
    made: list[Finding] = []
    expected = 1
    for number in numbers:
        gap = number - expected
        if gap > 0:
            which = f"event {expected:06} is" if gap == 1 else f"events {expected:06} to {number - 1:06} are"
            made.append(
                Finding(
                    "A320",
                    f"The ledger has a gap: {which} missing.",
                    Place(f"{OUTPUT}/{LEDGER}"),
                    "Bring it back from a copy of the shared drive; nothing can be archived while the ledger has a gap.",
                )
            )
        expected = number + 1
    return made


def _forked(number: int, rows: Sequence[Row]) -> Finding:
    names = " and ".join(f"“{row.name}”" for row in rows)
    return Finding(
        "A321",
        f"The ledger is forked: there are {len(rows)} events with the number {number:06}, {names}.",
        _place(rows[0].name),
        "Two computers archived without knowing of each other, or one of them was put there; find out which is the true one.",
        tuple(Related("the other", _place(row.name)) for row in rows[1:]),
    )


def _named_by(rows: Sequence[Row], follows: Sequence[Row]) -> Row:
    """Return of several events with one number the one that the next event names; else the first that can be read."""
    named = set()
    for row in follows:
        read = _loaded(row)
        if isinstance(read, Event):
            named.add(read.previous)
    for row in rows:
        if row.data is not None and digest(row.data) in named:
            return row
    return next((row for row in rows if isinstance(_loaded(row), Event)), rows[0])


def _loaded(row: Row) -> Event | Finding:
    why = row.why
    if row.data is not None:
        try:
            return load(row.name, row.data)
        except InventoryError as error:
            why = str(error)
    return Finding("A323", f"The ledger's event “{row.name}” cannot be used: {why}.", _place(row.name), _COPY)


def _misnamed(event: Event) -> list[Finding]:
    true = event_name(event.number, event.object, event.version)
    if true == event.name:
        return []
    return [
        Finding(
            "A324",
            f"The ledger's event “{event.name}” was renamed or swapped: what it holds belongs in “{true}”.",
            _place(event.name),
            "Give it that name again if no other event has it; otherwise bring the ledger back from a copy.",
        )
    ]


def _link(event: Event, number: int, before: Row | None) -> list[Finding]:
    """Return what is wrong between an event and the one before; nothing where that one is missing or barred."""
    if number == 1:
        said = f"The ledger's first event, “{event.name}”, names an event before it, and there is none."
        whole = event.previous is None
    elif before is None or before.data is None or before.number != number - 1:
        return []
    else:
        said = f"The ledger's chain is broken: “{event.name}” was not written after “{before.name}” as it stands now."
        whole = event.previous == digest(before.data)
    if whole:
        return []
    hint = "One of the two was changed or put in another's place. " + _COPY
    return [Finding("A322", said, _place(event.name), hint)]


def _order(events: Sequence[Event]) -> list[Finding]:
    """Return a finding for each event that does not follow the last one of its paper."""
    made: list[Finding] = []
    last: dict[str, Event] = {}
    homes: dict[str, str] = {}
    for event in events:
        before = last.get(event.paper)
        expected = before.version + 1 if before is not None else 1
        moved = before is not None and before.object != event.object
        taken = homes.setdefault(event.object.casefold(), event.paper) != event.paper
        if event.version != expected or moved or taken:
            made.append(
                Finding(
                    "A329",
                    f"The ledger's event “{event.name}” cannot be right: v{expected} of {event.paper} is due there"
                    f"{', in ' + before.object if before is not None else ''}"
                    f"{', and that folder belongs to ' + homes[event.object.casefold()] if taken else ''}.",
                    _place(event.name),
                    _COPY,
                )
            )
        last[event.paper] = event
    return made


def _other(folder: Path, name: str, sort: str, rows: Sequence[Row]) -> Finding:
    """Return what a file in the ledger is that bears no event's name: a copy of one, something known, or neither."""
    original = max(
        (row for row in rows if name.startswith(row.name.removesuffix(".json"))),
        key=lambda row: len(row.name),
        default=None,
    )
    if sort == "file" and original is not None and original.data is not None and EVENT_NAME.fullmatch(name) is None:
        try:
            same = read_ordinary(folder / name, MOST_EVENT) == original.data
        except OSError:
            same = False
        if same:
            said = f"“{name}” in the ledger is a second copy of “{original.name}”, the same in every byte."
            return Finding("A325", said, _place(name), "A sync program or a person made it; delete it.")
        return Finding(
            "A327",
            f"“{name}” in the ledger is a copy of “{original.name}” that says something else.",
            _place(name),
            "Two computers wrote that event at once, or a copy was edited. Ask who archived that day, and keep both until you know.",
            (Related("the event", _place(original.name)),),
        )
    known = stray(name) if sort != "link" else None
    if known is not None:
        return Finding("A325", f"“{name}” in the ledger is no event: {known}.", _place(name), "It does no harm.")
    what = {"link": "a link to another place, which is not followed", "folder": "a folder"}.get(sort, "no event")
    return Finding(
        "A326",
        f"“{name}” in the ledger does not belong there: it is {what}.",
        _place(name),
        "Nothing but the tool's own events belongs in output/ledger. Find out who put it there, and move it away.",
    )


def _place(name: str) -> Place:
    return Place(f"{OUTPUT}/{LEDGER}/{name}")
