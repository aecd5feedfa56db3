"""Rows of a tracker and grants of the entries: which is which, what is new, and what is gone."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from pcp_reports.importing.likeness import name_words, one_name, other_form, within
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.filed_rounds import other_reference, same_name, same_reference
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from pcp_reports.importing.trackers.against.filed_rounds import Claims, FiledGrant, FiledRound
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.money import Money

    Found: TypeAlias = Iterator[tuple[Tracked, FiledGrant]]


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """A round of the tracker against one of the entries. ``gone`` are grants that the tracker has no row for.

    ``elsewhere`` are rows whose reference stands in another round of the entries, with the grant there.
    """

    pairs: tuple[tuple[Tracked, FiledGrant], ...]
    new: tuple[Tracked, ...]
    gone: tuple[FiledGrant, ...]
    elsewhere: tuple[tuple[Tracked, FiledGrant], ...]


def matched(awards: Sequence[Tracked], known: FiledRound | None, claims: Claims) -> Matched:
    """Return which row is which grant: by reference; else by recipient and purpose; else by recipient, amount and date.

    A purpose is the same where the words of the one stand in the other, and of that body in no third; an amount tells a
    grant, where need be with its day, if it is the only one of its body. What is left is the same grant where purpose and
    amount are, once in each, and the recipient was only respelt, or is told at greater length; or where body and amount are,
    and the body took on a legal form. What is exempt is no row's but by reference, or by recipient and purpose.
    Two that bear different references are never one. ``claims`` are the grants that rows of the whole tracker have by
    reference: none of them is any other row's.
    """
    if known is None and not claims:
        return Matched((), tuple(awards), (), ())
    own = {id(grant) for grant in known.grants} if known is not None else set()
    named = [(award, grant) for award in awards if (grant := claims.get(award.row)) is not None]
    pairs = [(award, grant) for award, grant in named if id(grant) in own]
    elsewhere = [(award, grant) for award, grant in named if id(grant) not in own]
    others = {id(grant) for grant in claims.values()}
    left = list(awards)
    here = [grant for grant in known.grants if id(grant) not in others] if known is not None else []
    _drop(left, here, (*pairs, *elsewhere))
    for way in (_named_alike, _reworded, _dated_alike, _paid_alike, _respelt, _reformed):
        if not (left and here):
            break
        found = [pair for pair in way(left, here) if not pair[1].exempt or _one_work(*pair)]
        pairs += found
        _drop(left, here, found)
    return Matched(tuple(pairs), tuple(left), tuple(here), tuple(elsewhere))


def _drop(left: list[Tracked], here: list[FiledGrant], pairs: Iterable[tuple[Tracked, FiledGrant]]) -> None:
    rows = {id(award) for award, _ in pairs}
    grants = {id(grant) for _, grant in pairs}
    left[:] = [award for award in left if id(award) not in rows]
    here[:] = [grant for grant in here if id(grant) not in grants]


def _named_alike(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    return _alike(left, here, lambda one: (same_name(str(one.recipient)), same_name(str(one.purpose))), only=False)


def _one_work(award: Tracked, known: FiledGrant) -> bool:
    """Return whether body and purpose are the same, but for the spelling of the body's name."""
    same_work = same_name(award.purpose) == same_name(str(known.grant.purpose))
    return same_work and name_words(award.recipient) == name_words(str(known.grant.recipient))


def _dated_alike(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    return _alike(left, here, lambda one: (same_name(str(one.recipient)), one.amount, one.awarded), only=True)


def _paid_alike(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    return _alike(left, here, lambda one: (same_name(str(one.recipient)), one.amount), only=True)


def _alike(
    left: Sequence[Tracked], here: Sequence[FiledGrant], key: Callable[[Tracked | Grant], object], *, only: bool
) -> Found:
    """Yield rows and grants that have a key in common, in their order; with ``only``, where there is one of each alone."""
    grants: dict[object, list[FiledGrant]] = {}
    for grant in here:
        grants.setdefault(key(grant.grant), []).append(grant)
    rows: dict[object, list[Tracked]] = {}
    for award in left:
        rows.setdefault(key(award), []).append(award)
    for one, awards in rows.items():
        there = grants.get(one, [])
        if only and (len(awards) != 1 or len(there) != 1):
            continue
        pool, amounts = _Pool(there), {grant.grant.amount for grant in there}
        for award in sorted(awards, key=lambda award: award.amount not in amounts):
            best = pool.take(award)
            if best is not None:
                yield award, best


class _Pool:
    """Grants that rows of the same name may be: each is taken once, those of the row's own amount first.

    Rows of a tracker may all have one name and one purpose, so nothing is looked through from its beginning twice.
    """

    def __init__(self, grants: Sequence[FiledGrant]) -> None:
        self._waiting: dict[tuple[str | None, Money | None], deque[int]] = {}
        self._grants = grants
        self._taken: set[int] = set()
        for at, grant in enumerate(grants):
            reference, amount = same_reference(grant.grant.reference), grant.grant.amount
            for key in ((reference, amount), (reference, None), (None, amount), (None, None)):
                self._waiting.setdefault(key, deque()).append(at)

    def take(self, award: Tracked) -> FiledGrant | None:
        """Return the grant that a row is, and keep it from other rows; None where all bear other references."""
        references = (same_reference(award.reference), "") if award.reference else (None,)
        for amount in (award.amount, None):
            found = [at for one in references if (at := self._first((one, amount))) is not None]
            if found:
                self._taken.add(min(found))
                return self._grants[min(found)]
        return None

    def _first(self, key: tuple[str | None, Money | None]) -> int | None:
        waiting = self._waiting.get(key)
        while waiting and waiting[0] in self._taken:
            waiting.popleft()
        return waiting[0] if waiting else None


def _reworded(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    """Yield rows and grants of one body whose purposes are one, told at greater length in either: “boxing lessons”."""
    grants: dict[str, list[FiledGrant]] = {}
    for grant in here:
        grants.setdefault(same_name(str(grant.grant.recipient)), []).append(grant)
    rows: dict[str, list[Tracked]] = {}
    for award in left:
        if award.purpose != NO_PURPOSE and (body := same_name(award.recipient)) in grants:
            rows.setdefault(body, []).append(award)
    for body, awards in rows.items():
        if len(awards) * len(grants[body]) > _MOST_COMPARED:
            continue
        like = [
            (award, grant)
            for award in awards
            for grant in grants[body]
            if not other_reference(award, grant) and within(award.purpose, str(grant.grant.purpose))
        ]
        times = Counter(id(one) for pair in like for one in pair)
        yield from (pair for pair in like if times[id(pair[0])] == times[id(pair[1])] == 1)


_MOST_COMPARED = 400
"""How many rows times grants of one body have their purposes compared, each with each."""


def _respelt(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    """Yield rows and grants of one purpose and amount, the only ones of these, whose recipients are probably one name."""
    rows = Counter(_work_key(award.purpose, award.amount) for award in left)
    grants: dict[object, list[FiledGrant]] = {}
    for grant in here:
        grants.setdefault(_work_key(grant.grant.purpose, grant.grant.amount), []).append(grant)
    for award in left:
        key = _work_key(award.purpose, award.amount)
        there = grants.get(key, [])
        if rows[key] != 1 or len(there) != 1 or award.purpose == NO_PURPOSE:
            continue
        if not other_reference(award, there[0]) and one_name(award.recipient, str(there[0].grant.recipient)):
            yield award, there[0]


def _reformed(left: Sequence[Tracked], here: Sequence[FiledGrant]) -> Found:
    """Yield rows and grants of one body and amount, whose purpose is told at greater length in either, and whose body took on a form."""
    for award, known in _alike(left, here, lambda one: (name_words(str(one.recipient)), one.amount), only=True):
        recipient, purpose = str(known.grant.recipient), str(known.grant.purpose)
        if (
            award.purpose != NO_PURPOSE
            and within(award.purpose, purpose)
            and not other_form(award.recipient, recipient)
        ):
            yield award, known


def _work_key(purpose: str, amount: Money) -> object:
    return same_name(purpose), amount
