"""The same grant entered twice: in two rounds, within one, or under one reference.

A copied round is not this check's to tell (G114, P145), and neither is what is given again in another year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.copies import grants_of
from pcp_reports.dates import FinancialYear
from pcp_reports.findings import Finding, Related
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.checks.public_grants import Row
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

MOST_COMPARED = 40
"""How many grants of one amount to one recipient are compared by the letters of their purposes; more, only for equality."""
MOST_RELATED = 12
"""How many places are named beneath a finding."""
COPIED = 3
"""From how many grants on that two rounds share, the rounds are named and not each grant."""
_NEAR = 100  # days within which a grant is looked for again, though the financial year is another
_FEW = 3  # recipients that share a reference from which on it is no grant's own


class _Twice(NamedTuple):
    """A grant, and where it stands again, later in time or further down."""

    first: Row
    again: Row


def entered_twice(survey: Survey, rows: Iterable[Row], bodies: dict[str, list[Row]]) -> Iterator[Finding]:
    """Every grant stands once; ``bodies`` are the same rows by recipient."""
    across: list[_Twice] = []
    for own in bodies.values():
        if len(own) > 1:
            counting = sorted((row for row in own if row.grant.counts), key=lambda row: row.day.first)
            for twice in _equal(counting):
                if twice.first.filed is twice.again.filed:
                    yield _within(twice)
                elif _near_in_time(twice) and not _copies(survey, twice.first.filed, twice.again.filed):
                    across.append(twice)
            yield from _other_amounts(survey, counting)
    yield from _across(across)
    yield from _references(survey, rows)


def _equal(rows: list[Row]) -> Iterator[_Twice]:
    """Yield the grants to one recipient, in order of time, whose amount and purpose stand before."""
    by_amount: dict[int, list[Row]] = {}
    for row in rows:
        by_amount.setdefault(row.grant.amount.pence, []).append(row)
    for alike in by_amount.values():
        if len(alike) == 1:
            continue
        from pcp_reports.recipients.purposes import purpose_of, same_purpose  # noqa: PLC0415 - only for these

        purposes = [purpose_of(row.grant.purpose) for row in alike]
        few = len(alike) <= MOST_COMPARED
        equal: dict[str, list[int]] = {}
        for number, row in enumerate(alike):
            known = equal.setdefault(purposes[number].plain, [])
            before = range(number) if few else known[-MOST_COMPARED:]
            same = (at for at in before if same_purpose(purposes[at], purposes[number]) and not _apart(alike[at], row))
            first = next(same, None)
            known.append(number)
            if first is not None:
                yield _Twice(alike[first], row)


def _apart(one: Row, other: Row) -> bool:
    """Return whether something besides says that two lines are two grants; of one reference, `_references` tells."""
    left, right = one.grant, other.grant
    if left.reference and right.reference:
        return True
    return not (
        same_or_unsaid(left.district, right.district)
        and (left.awarded is None or right.awarded is None or left.awarded == right.awarded)
    )


def same_or_unsaid(one: str | None, other: str | None) -> bool:
    """Return whether two values are the same but for letter case, or one of them is left out."""
    return not one or not other or one.casefold() == other.casefold()


def _near_in_time(twice: _Twice) -> bool:
    one, other = twice.first.day, twice.again.day
    return FinancialYear.of(one) == FinancialYear.of(other) or abs((other.first - one.first).days) <= _NEAR


def _copies(survey: Survey, one: Filed, other: Filed) -> bool:
    """Return whether two rounds are told of as copies already."""
    copies = survey.register.copies
    told = copies.get(one.path) == other.path or copies.get(other.path) == one.path
    return told or grants_of(one.kind, one.model) == grants_of(other.kind, other.model)


def _what(row: Row) -> str:
    return f"{row.grant.amount} for {quoted(shortened(row.grant.purpose, 70))}"


def _led(row: Row) -> str:
    return f"{row.filed.name}, {shortened(row.grant.recipient, 50)}"


def _as(twice: _Twice) -> str:
    """Return how the recipient is spelled in the other place, if otherwise."""
    one, other = twice.first.grant.recipient, twice.again.grant.recipient
    return "" if one == other else f", given to {quoted(shortened(one, 60))}"


def _within(twice: _Twice) -> Finding:
    strands = (twice.first.strand, twice.again.strand)
    where = "in this round" if strands[0] == strands[1] else f"in this round, under {strands[0]} and under {strands[1]}"
    return Finding(
        "G311",
        f"{_led(twice.again)}: {_what(twice.again)} stands twice {where}{_as(twice)}; the same grant may have been entered twice.",
        twice.again.place("recipient"),
        "If it is one grant, delete one of the two; if it is two, say in the purposes how they differ, or give each its reference.",
        (Related("the other line", twice.first.place("recipient")),),
    )


def _across(found: list[_Twice]) -> Iterator[Finding]:
    """Yield the rounds that share several grants, then each other grant that stands in several rounds."""
    by_rounds: dict[tuple[str, str], list[_Twice]] = {}
    for twice in found:
        by_rounds.setdefault((twice.first.filed.path, twice.again.filed.path), []).append(twice)
    single: dict[int, list[_Twice]] = {}
    for shared in by_rounds.values():
        if len(shared) >= COPIED:
            yield _much_shared(shared)
        else:
            for twice in shared:
                single.setdefault(id(twice.first.grant), []).append(twice)
    for chain in single.values():
        yield _chain(chain)


def _much_shared(shared: list[_Twice]) -> Finding:
    one, other = shared[0].first.filed, shared[0].again.filed
    return Finding(
        "G310",
        f"{other.name}: {counted(len(shared), 'grant')} of this round stand in {one.name} as well, with the same recipients, purposes and amounts; they may have been entered twice.",
        other.place(other.model.node, "grants"),
        "Compare the two rounds, and delete what stands twice.",
        tuple(Related(shortened(row.grant.recipient, 50), row.place("recipient")) for _, row in shared[:MOST_RELATED]),
    )


def _chain(chain: list[_Twice]) -> Finding:
    last = max(chain, key=lambda twice: twice.again.day.first)
    rows = [last.first, *(twice.again for twice in chain if twice is not last)]
    return Finding(
        "G310",
        f"{_led(last.again)}: {_what(last.again)} stands in {last.first.filed.name} as well{_as(last)}; the same grant may have been entered twice.",
        last.again.place("recipient"),
        "If it is one grant, delete one of the two; if it is two, say in the purposes how they differ, or give each its reference.",
        tuple(Related(f"as in {row.filed.name}", row.place("recipient")) for row in rows[:MOST_RELATED]),
    )


def _other_amounts(survey: Survey, rows: list[Row]) -> Iterator[Finding]:
    """Yield the grants to one recipient that another round of the year has in the same words, with another amount."""
    first: dict[tuple[int, str], Row] = {}
    for row in rows:
        place = (FinancialYear.of(row.day).start, row.grant.purpose.casefold())
        seen = first.setdefault(place, row)
        if seen.filed is row.filed or seen.grant.amount == row.grant.amount or _apart(seen, row):
            continue
        if _copies(survey, seen.filed, row.filed):
            continue
        yield Finding(
            "G318",
            f"{_led(row)}: {_what(row)} stands in {seen.filed.name} as well, with {seen.grant.amount}.",
            row.place("amount"),
            "If it is one grant, delete one of the two and correct the amount; if it goes on from the other, there is nothing to do.",
            (Related(f"as in {seen.filed.name}", seen.place("amount")),),
        )


def _references(survey: Survey, rows: Iterable[Row]) -> Iterator[Finding]:
    """Yield the grants whose reference another has; a reference that many recipients share is no grant's own."""
    first: dict[str, Row] = {}
    more: dict[str, list[Row]] = {}
    for row in rows:
        if row.grant.reference and row.grant.counts:
            reference = row.grant.reference.casefold()
            if first.setdefault(reference, row) is not row:
                more.setdefault(reference, []).append(row)
    for reference, again in more.items():
        seen, last = first[reference], again[-1]
        if len({row.grant.recipient for row in (seen, *again)}) >= _FEW or not any(map(str.isdecimal, reference)):
            continue
        if _copies(survey, seen.filed, last.filed) and seen.filed is not last.filed:
            continue
        whose = "" if seen.grant.recipient == last.grant.recipient else f" to {shortened(seen.grant.recipient, 50)}"
        where = "in this round" if seen.filed is last.filed else f"in {seen.filed.name}"
        yield Finding(
            "G312",
            f"{_led(last)}, reference: {quoted(shortened(last.grant.reference or '', 40))} is the reference of another grant{whose} {where} as well.",
            last.place("reference"),
            "If it is one grant, delete one of the two; if it is two, correct the reference.",
            tuple(
                Related(f"as in {row.filed.name}", row.place("reference")) for row in (seen, *again[:-1])[:MOST_RELATED]
            ),
        )
