"""Whether the files of the ledger hang together: what is missing, forked, altered, renamed, or does not belong there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import InventoryError
from pcp_reports.archive.layout import LEDGER, OUTPUT
from pcp_reports.archive.ledger.ledger_event import Event, Row, event_name, is_as_written, load
from pcp_reports.editing import digest
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_COPY = "Compare it with a copy of the ledger from another day, and bring that one back if it is the true one."


@dataclass(frozen=True, slots=True)
class Chain:
    """The events that the files of a ledger hold, in the order of their numbers, and what breaks their chain.

    ``borne_out`` are the names of the events of which the event after them has the digest, so that they are as they were
    when that one was written; ``broken`` those of which it has another, or that are not as the tool writes them. Of the
    rest, the last one among them, nothing is known.
    """

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    borne_out: frozenset[str]
    broken: frozenset[str]


def chained(rows: Sequence[Row]) -> Chain:
    """Return the chain that the files of a ledger make."""
    faults: list[Finding] = []
    events: list[Event] = []
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        by_number.setdefault(row.number, []).append(row)
    faults += _missing(sorted(by_number))
    before: Row | None = None
    told: set[str] = set()
    astray: set[str] = set()
    for number in sorted(by_number):
        same = by_number[number]
        if len(same) > 1:
            faults.append(_forked(number, same))
        follows = by_number.get(number + 1, [])
        row = _named_by(same, follows) if len(same) > 1 else same[0]
        read = _loaded(row)
        if isinstance(read, Event):
            faults += _misnamed(read)
            link = _link(read, number, before, follows) if before is None or before.name not in told else []
            if link and before is not None and before.name in astray:
                link = []  # neither does that one fit the one before it, which is told
            elif link:
                astray.add(row.name)
            faults += link
            if not is_as_written(read):
                told.add(row.name)
                faults.append(_written_anew(read))
            events.append(read)
        else:
            told.add(row.name)
            faults.append(read)
        before = row
    faults += _order(events)
    return Chain(tuple(events), tuple(faults), *_borne_out(events, told))


def _borne_out(events: Sequence[Event], told: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the events that the chain bears out, and of those that are others than they were.

    ``told`` are those that are not as the tool writes them; one of which the event after has the digest was so then.
    """
    good: set[str] = set()
    broken: set[str] = set()
    after: Event | None = None
    for event in reversed(events):
        follows = after is not None and after.number == event.number + 1
        if after is not None and follows and after.previous != event.digest:
            broken.add(event.name)
        elif after is not None and follows and after.name not in broken:
            good.add(event.name)
        elif event.name in told:
            broken.add(event.name)
        after = event
    return frozenset(good), frozenset(broken)


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
    if true == unicodedata.normalize("NFC", event.name):  # a drive may write its accents another way
        return []
    return [
        Finding(
            "A324",
            f"The ledger's event “{event.name}” was renamed or swapped: what it holds belongs in “{true}”.",
            _place(event.name),
            "Give it that name again if no other event has it; otherwise bring the ledger back from a copy.",
        )
    ]


def _written_anew(event: Event) -> Finding:
    said = f"The ledger's event “{event.name}” is not as the tool wrote it: it is one as far as its words go, but its blanks, its line ends or their order are others."
    return Finding("A323", said, _place(event.name), "It was saved anew, and its words may be others too. " + _COPY)


def _link(event: Event, number: int, before: Row | None, follows: Sequence[Row]) -> list[Finding]:
    """Return what is wrong between an event and the one before; nothing where that one is missing or barred.

    ``follows`` are the events after it: where one has its digest, it is the one before that was changed.
    """
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
    after = next((read for row in follows if isinstance(read := _loaded(row), Event)), None)
    if before is not None and after is not None and after.previous == event.digest:
        hint = f"“{before.name}” was changed or put in another's place; “{event.name}” is as it was written. {_COPY}"
    elif after is not None:
        hint = f"Neither was the event after it written after “{event.name}” as it stands now, so most likely that is the one that was changed or put in another's place. {_COPY}"
    return [Finding("A322", said, _place(event.name), hint)]


def _order(events: Sequence[Event]) -> list[Finding]:
    """Return a finding for each event that does not follow the last one of its paper, nor any that is lost in between."""
    made: list[Finding] = []
    last: dict[str, Event] = {}
    lost_by: dict[str, int] = {}
    homes: dict[str, str] = {}
    for at, event in enumerate(events, 1):
        before = last.get(event.paper)
        lost = event.number - at
        expected = before.version + 1 if before is not None else 1
        if expected < event.version <= expected + lost - lost_by.get(event.paper, 0):
            expected = event.version
        lost_by[event.paper] = lost
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


def _place(name: str) -> Place:
    return Place(f"{OUTPUT}/{LEDGER}/{name}")
