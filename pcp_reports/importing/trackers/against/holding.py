"""The rounds of a tracker held against those of the entries, each of these once, and rows that left their round found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.importing.funds import bare
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.filed_rounds import is_named, months_apart, other_reference, same_name
from pcp_reports.importing.trackers.against.matching import matched
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import Claims, FiledGrant, FiledRound, FiledRounds
    from pcp_reports.importing.trackers.against.matching import Matched
    from pcp_reports.importing.trackers.rounds import PlannedRound
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.model.funding_round import Grant

_MONTHS = 6
"""How many months a grant's date may be moved by; what lies further off is the next year's."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A round of the tracker, the one of the entries that it is, and which row is which grant.

    Several months of a tracker may be one round of the entries: then ``plan`` is the first of them. ``known`` is None for a
    round that the entries do not have.
    """

    plan: PlannedRound
    known: FiledRound | None
    told: Matched


def held_against(
    plan: Sequence[PlannedRound], rounds: FiledRounds, usual: Callable[[PlannedRound], str], path: str, claims: Claims
) -> tuple[list[Held], list[Finding]]:
    """Return the rounds of a tracker as held against the entries, and a finding for each that could be more than one.

    ``usual`` gives the name that a new round would have; ``path`` is the tracker's.
    """
    findings: list[Finding] = []
    groups: dict[str | int, tuple[FiledRound | None, list[PlannedRound]]] = {}
    told = [rounds.of(one, usual(one), path, claims) for one in plan]
    still = {id(known) for one, known in zip(plan, told, strict=True) if _bears_name(one, known, usual)}
    for number, (one, found) in enumerate(zip(plan, told, strict=True)):
        known = found
        if one.name and id(found) in still and not _bears_name(one, found, usual):
            known = rounds.of(
                one, usual(one), path, {}
            )  # its references lead to a round that others still bear the name of
        if isinstance(known, Finding):
            findings.append(known)
            continue
        groups.setdefault(number if known is None else known.filed.path, (known, []))[1].append(one)
    return [
        Held(plans[0], known, matched([award for one in plans for award in one.awards], known, claims))
        for known, plans in groups.values()
    ], findings


def _bears_name(one: PlannedRound, known: FiledRound | Finding | None, usual: Callable[[PlannedRound], str]) -> bool:
    return bool(one.name) and not isinstance(known, Finding | None) and is_named(known, one, usual(one))


def found_again(
    held: Sequence[Held],
    rounds: Sequence[FiledRound],
    staying: Callable[[Tracked, FiledGrant], bool] | None = None,
) -> list[Held]:
    """Return the same, with new rows that are the very grant that another round lost told as standing there (``elsewhere``).

    That is a row without a reference whose date was moved to another month: recipient, purpose and amount are those of one
    grant that no row was found for, and of no other row. ``rounds`` are those that were imported from this tracker. What
    is exempt is left to be asked about. Of these only those ``staying`` are told so, where that is given.
    """
    have = {id(grant) for one in held for _, grant in (*one.told.pairs, *one.told.elsewhere)}
    lost: dict[object, list[tuple[FiledGrant, FiledRound]]] = {}
    for known in rounds:
        for grant in known.grants:
            if id(grant) not in have and grant.grant.exempt is None and known.model.exempt is None:
                lost.setdefault(_key(known.model.fund, grant.grant), []).append((grant, known))
    rows: dict[object, list[Tracked]] = {}
    for award in (award for one in held for award in one.told.new) if lost else ():
        rows.setdefault(_key(award.fund, award), []).append(award)
    moved = {id(award): grant for award, grant in _moved(rows, lost) if staying is None or staying(award, grant)}
    return [replace(one, told=_without(one.told, moved)) for one in held] if moved else list(held)


def _moved(
    rows: dict[object, list[Tracked]], lost: dict[object, list[tuple[FiledGrant, FiledRound]]]
) -> Iterator[tuple[Tracked, FiledGrant]]:
    for key, awards in rows.items():
        there = lost.get(key, [])
        if len(awards) != 1 or len(there) != 1:
            continue
        (award,), ((grant, known),) = awards, there
        when, then = award.awarded or award.announced, grant.grant.awarded or known.model.announced
        near = when is not None and months_apart(when, then) <= _MONTHS
        if near and award.purpose != NO_PURPOSE and not other_reference(award, grant):
            yield award, grant


def _key(fund: str, one: Tracked | Grant) -> object:
    return bare(str(fund)), same_name(str(one.recipient)), same_name(str(one.purpose)), one.amount


def _without(told: Matched, moved: dict[int, FiledGrant]) -> Matched:
    here = [(award, grant) for award in told.new if (grant := moved.get(id(award))) is not None]
    lost = {id(grant) for grant in moved.values()}
    return replace(
        told,
        new=tuple(award for award in told.new if id(award) not in moved),
        gone=tuple(grant for grant in told.gone if id(grant) not in lost),
        elsewhere=(*told.elsewhere, *here),
    )
