"""What changed in a funding round: grants that came, went or were corrected, and how far each moved the total.

What the changes add up to is what the totals moved by; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.diff.change import Change, moved, projects_of
from pcp_reports.archive.diff.keys import changes_of, same
from pcp_reports.comparing.pairs.pairing import alike, out_of_order, pair
from pcp_reports.ledger import Sum, sum_round
from pcp_reports.records import dataclass
from pcp_reports.stated.judged import judged
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.funding_round import FundingRound, Grant
    from pcp_reports.stated.judged import Judged
    from pcp_reports.workspace import Filed

_TOLD_HERE = ("amount", "recipient", "purpose", "projects", "status")
_LEAST = 0.45  # another recipient with the purpose, the amount and the strand of the old one is a correction
_OF_RECIPIENT, _OF_PURPOSE, _OF_AMOUNT, _OF_STRAND = 0.5, 0.3, 0.15, 0.05
_VERDICTS = {
    "agrees": "agrees with the grants",
    "agrees_rounded": "agrees when rounded",
    "within_bound": "holds",
    "disagrees": "disagrees with the grants",
    "exceeds": "is more than the grants come to",
    "cannot_check": "cannot be checked",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A grant that may be told, and the strand it stands under; None in a round without strands."""

    strand: str | None
    grant: Grant

    @property
    def where(self) -> str:
        return f", {self.strand}" if self.strand is not None else ""

    @property
    def pence(self) -> int:
        return self.grant.amount.pence if self.grant.counts else 0

    @property
    def projects(self) -> int:
        return self.grant.projects if self.grant.counts else 0

    @property
    def line(self) -> str:
        """Return the grant as it is printed, with what keeps it from counting."""
        grant = self.grant
        many = f", {projects_of(grant.projects)}" if grant.projects != 1 else ""
        apart = "" if grant.counts else f" ({grant.status}, not counted)"
        return f"{grant.recipient} – {grant.purpose} – {grant.amount}{many}{apart}"


def round_changes(old: Filed, new: Filed, locale: str) -> Iterator[Change]:
    """Yield what changed in the grants of a round, its totals, and what its text states of them."""
    was, now = sum_round(old), sum_round(new)
    before, after = _rows(was.round), _rows(now.round)
    pairs = pair(
        before,
        after,
        (
            lambda row: (row.strand, row.grant),
            lambda row: row.grant.reference,
            lambda row: (row.strand, row.grant.recipient, row.grant.purpose),
            lambda row: (row.grant.recipient, row.grant.purpose),
        ),
        _likeness,
        _LEAST,
    )
    renamed = _renamed(before, after, pairs)
    for name, other in renamed.items():
        yield Change(f"The strand {quoted(name or '')} is now called {quoted(other or '')}.")
    kept, met = {here for here, _ in pairs}, {there for _, there in pairs}
    for here, row in enumerate(before):
        if here not in kept:
            yield Change(f"Grant taken out{row.where}: {row.line}.", -row.pence, -row.projects)
    for there, row in enumerate(after):
        if there not in met:
            yield Change(f"Grant added{row.where}: {row.line}.", row.pence, row.projects)
    several = _several(before) | _several(after)
    for here, there in pairs:
        yield from _grant(before[here], after[there], renamed, several)
    yield from _order(before, after, pairs, renamed)
    yield from _totals(was, now, renamed)
    yield from _stated(was, now, locale)


def _rows(model: FundingRound) -> list[_Row]:
    """Return the grants of a round; those kept out of everything public are told nowhere."""
    return [_Row(strand.name, grant) for strand in model.grants for grant in strand.grants if grant.exempt is None]


def _likeness(one: _Row, other: _Row) -> float:
    recipient = alike(one.grant.recipient, other.grant.recipient)
    purpose = alike(one.grant.purpose, other.grant.purpose)
    return (
        _OF_RECIPIENT * recipient
        + _OF_PURPOSE * purpose
        + _OF_AMOUNT * (one.grant.amount == other.grant.amount)
        + _OF_STRAND * (one.strand == other.strand)
    )


def _several(rows: Sequence[_Row]) -> set[str]:
    """Return the recipients that several grants of a round go to."""
    names = [row.grant.recipient for row in rows]
    return {name for name in names if names.count(name) > 1} if len(names) <= _MOST_COUNTED else set(names)


_MOST_COUNTED = 2_000


def _renamed(
    before: Sequence[_Row], after: Sequence[_Row], pairs: Sequence[tuple[int, int]]
) -> dict[str | None, str | None]:
    """Return the strands that bear another name now: all their grants went to one that was not there before."""
    old, new = {row.strand for row in before}, {row.strand for row in after}
    went: dict[str | None, set[str | None]] = {}
    for here, there in pairs:
        went.setdefault(before[here].strand, set()).add(after[there].strand)
    found: dict[str | None, str | None] = {}
    for name, others in went.items():
        (other, *more) = others
        if name is not None and other is not None and not more and name not in new and other not in old:
            found[name] = other
    return found if len(set(found.values())) == len(found) else {}


def _grant(was: _Row, now: _Row, renamed: dict[str | None, str | None], several: set[str]) -> Iterator[Change]:
    """Yield what changed of one grant. What it adds to the total is borne by the first change that bears on it."""
    one, other = was.grant, now.grant
    named = other.recipient
    if named in several:
        named += f" ({shortened(other.purpose, 50)})"
    to = f"Grant to {named}{now.where}"
    left = now.pence - was.pence
    projects = now.projects - was.projects
    if one.recipient != other.recipient:
        yield Change(
            f"Grant of {one.amount}{was.where}: recipient {quoted(one.recipient)} → {quoted(other.recipient)}."
        )
    if one.purpose != other.purpose:
        yield Change(f"{to}: purpose {quoted(one.purpose)} → {quoted(other.purpose)}.")
    if one.amount != other.amount:
        counted = one.counts and other.counts
        yield Change(
            f"{to}: {one.amount} → {other.amount}{'' if counted else ' (not counted in both)'}.", left if counted else 0
        )
    if one.projects != other.projects:
        yield Change(
            f"{to}: {projects_of(one.projects)} → {projects_of(other.projects)}.",
            0,
            projects if one.counts and other.counts else 0,
        )
    if one.status != other.status:
        so = ""
        if one.counts and not other.counts:
            so = f"; {one.amount} ({projects_of(one.projects)}) does not count any more"
        elif other.counts and not one.counts:
            so = f"; {other.amount} ({projects_of(other.projects)}) counts now"
        yield Change(f"{to}: {one.status} → {other.status}{so}.", left if so else 0, projects if so else 0)
    if renamed.get(was.strand, was.strand) != now.strand:
        yield Change(f"Grant to {named} ({other.amount}) moved from {_strand(was.strand)} to {_strand(now.strand)}.")
    yield from changes_of(one, other, f"{to}, ", _TOLD_HERE)


def _strand(name: str | None) -> str:
    return quoted(name) if name is not None else "no strand"


def _order(
    before: Sequence[_Row],
    after: Sequence[_Row],
    pairs: Sequence[tuple[int, int]],
    renamed: dict[str | None, str | None],
) -> Iterator[Change]:
    """Yield which strands, and which grants within a strand, stand in another order."""
    old = [renamed.get(name, name) for name in dict.fromkeys(row.strand for row in before)]
    new = list(dict.fromkeys(row.strand for row in after))
    kept = [name for name in new if name in old]
    if kept != [name for name in old if name in new]:
        yield Change(f"The strands now stand in the order {listed([_strand(name) for name in new])}.")
    for strand in new:
        within = [
            there
            for here, there in pairs
            if after[there].strand == strand == renamed.get(before[here].strand, before[here].strand)
        ]
        moves = [after[within[at]].grant.recipient for at in sorted(out_of_order(within))]
        if moves:
            where = f"Under {quoted(strand)}" if strand is not None else "In the list"
            yield Change(f"{where} these grants stand elsewhere in the order: {listed(moves)}.")


def _totals(was: RoundSum, now: RoundSum, renamed: dict[str | None, str | None]) -> Iterator[Change]:
    old = {renamed.get(one.name, one.name): one.sum for one in was.strands}
    new = {one.name: one.sum for one in now.strands}
    zero = Sum.of(())
    for name in [*new, *(one for one in old if one not in new)]:
        if name is None:
            continue  # the round itself
        before, after = old.get(name, zero), new.get(name, zero)
        if before.total != after.total:
            yield Change(moved(name, before.total, after.total))
        if before.projects != after.projects:
            yield Change(f"{name}: {projects_of(before.projects)} → {projects_of(after.projects)}.")
    if was.sum.total != now.sum.total:
        yield Change(moved("The round", was.sum.total, now.sum.total))
    if was.sum.projects != now.sum.projects:
        yield Change(f"The round: {projects_of(was.sum.projects)} → {projects_of(now.sum.projects)}.")


def _stated(was: RoundSum, now: RoundSum, locale: str) -> Iterator[Change]:
    before, after = ([_claim(one) for one in judged(whole, locale) if one.listed] for whole in (was, now))
    if before != after:
        yield Change(f"What the text states: {'; '.join(before) or 'nothing'} → {'; '.join(after) or 'nothing'}.")


def _claim(one: Judged) -> str:
    count = f"{one.count_words} {one.claim.noun}" if one.count_words else None
    words = " to ".join(part for part in (one.total_words, count) if part) or "a sum"
    scope = f", covering {listed(list(one.covers))}" if one.covers else ""
    return f"{words}{scope}, which {_VERDICTS[one.verdict.value]}"


def grants_apart(old: FundingRound, new: FundingRound) -> bool:
    """Return whether anything differs in what is kept out of everything public, of which no more may be told."""
    hidden = (
        [(strand.name, grant) for strand in model.grants for grant in strand.grants if grant.exempt is not None]
        for model in (old, new)
    )
    return not same(*map(tuple, hidden))
