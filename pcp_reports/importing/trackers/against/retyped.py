"""References that were corrected or renumbered: SSF/041 that is SSF/0041 now is one grant, and counts once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.importing.trackers.against.filed_rounds import other_reference, same_name, same_reference
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRounds
    from pcp_reports.importing.trackers.against.holding import Held
    from pcp_reports.importing.trackers.against.matching import Matched
    from pcp_reports.importing.trackers.tracked import Tracked, Tracker
    from pcp_reports.model.funding_round import Grant


@dataclass(frozen=True, slots=True)
class References:
    """All references of a tracker, award or not, and all of the entries, as `same_reference` has them."""

    tracker: frozenset[str]
    entries: frozenset[str]

    @classmethod
    def of(cls, tracker: Tracker, rounds: FiledRounds) -> References:
        """Return the references of both sides."""
        rows = (*(one.reference for one in tracker.awards), *(one.reference for one in tracker.no_awards))
        grants = (one.grant.reference for known in rounds.rounds for one in known.grants)
        return cls(
            frozenset(same_reference(one) for one in rows if one),
            frozenset(same_reference(one) for one in grants if one),
        )

    def apart(self, award: Tracked, known: FiledGrant) -> bool:
        """Return whether references tell row and grant apart: they differ, and one of them has its partner elsewhere."""
        return other_reference(award, known) and not self.may_be_retyped(award, known)

    def may_be_retyped(self, award: Tracked, known: FiledGrant) -> bool:
        """Return whether row and grant bear different references of which the other side has neither."""
        return (
            other_reference(award, known)
            and same_reference(award.reference) not in self.entries
            and same_reference(known.grant.reference) not in self.tracker
        )


def retyped(held: Sequence[Held], references: References) -> list[Held]:
    """Return the same, with rows paired to grants whose reference alone was typed otherwise.

    Neither reference has a partner on the other side, and the two are the only ones of their body whose references differ
    in signs and noughts alone, or else of one recipient, purpose, amount and day. As many rows as grants that are equal in
    everything else are paired in their order. Else, where several are equally possible, none is paired: that is asked
    about, as is whatever is exempt.
    """
    return [replace(one, told=_paired(one, references)) if one.told.gone and one.told.new else one for one in held]


def _paired(one: Held, references: References) -> Matched:
    told = one.told
    left = [award for award in told.new if award.reference]
    exempt = one.known is not None and one.known.model.exempt is not None
    lost = [grant for grant in told.gone if grant.grant.reference and grant.grant.exempt is None and not exempt]
    found: list[tuple[Tracked, FiledGrant]] = []
    for key in (_signs_apart, _all_but_reference):
        pairs = [pair for pair in _only(left, lost, key) if references.may_be_retyped(*pair)]
        found += pairs
        left = [award for award in left if all(award is not other for other, _ in pairs)]
        lost = [grant for grant in lost if all(grant is not other for _, other in pairs)]
    rows, grants = {id(award) for award, _ in found}, {id(grant) for _, grant in found}
    return replace(
        told,
        pairs=(*told.pairs, *found),
        new=tuple(award for award in told.new if id(award) not in rows),
        gone=tuple(grant for grant in told.gone if id(grant) not in grants),
    )


def _only(
    left: Sequence[Tracked], lost: Sequence[FiledGrant], key: Callable[[Tracked | Grant], object]
) -> Iterator[tuple[Tracked, FiledGrant]]:
    """Yield rows and grants that have a key in common, where there is one of each alone, or they are all equal."""
    rows: dict[object, list[Tracked]] = {}
    for award in left:
        rows.setdefault(key(award), []).append(award)
    grants: dict[object, list[FiledGrant]] = {}
    for grant in lost:
        grants.setdefault(key(grant.grant), []).append(grant)
    for one, awards in rows.items():
        there = grants.get(one, [])
        if len(awards) == len(there) and (len(awards) == 1 or _all_equal(awards, there)):
            yield from zip(awards, there, strict=True)


def _all_equal(awards: Sequence[Tracked], grants: Sequence[FiledGrant]) -> bool:
    """Return whether rows differ from each other in their references alone, and grants too, so that any may be any."""
    rows = {(award.strand, _rest(award)) for award in awards}
    return len(rows) == len({(one.strand, _rest(one.grant)) for one in grants}) == 1


def _rest(one: Tracked | Grant) -> object:
    said = (one.district, one.recipient_id, one.reason, one.conditions, one.status, one.projects)
    return (_all_but_reference(one), *(str(value or "") for value in said))


def _signs_apart(one: Tracked | Grant) -> object:
    parts = re.findall(r"[0-9]+|[^\W\d_]+", same_reference(one.reference))
    return same_name(str(one.recipient)), tuple(part.lstrip("0") if part[0].isdigit() else part for part in parts)


def _all_but_reference(one: Tracked | Grant) -> object:
    return same_name(str(one.recipient)), same_name(str(one.purpose)), one.amount, one.awarded
