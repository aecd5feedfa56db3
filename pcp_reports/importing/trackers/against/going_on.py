"""Whose rounds a tracker goes on with: those of a tracker that was renamed are its own, those of another workbook are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear
from pcp_reports.importing.likeness import may_be_one, within
from pcp_reports.importing.trackers.against.came_from import before_of, came_from, source_of
from pcp_reports.importing.trackers.against.filed_rounds import same_name
from pcp_reports.importing.trackers.entry_text import note
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import Claims, FiledGrant, FiledRound, FiledRounds
    from pcp_reports.importing.trackers.against.gone import NoAwards
    from pcp_reports.importing.trackers.against.holding import Held
    from pcp_reports.importing.trackers.rounds import PlannedRound
    from pcp_reports.importing.trackers.tracked import Tracked

_MOST_ALIKE = 20
"""How many grants of one amount have their names compared with a row's."""


class _Families:
    """The rounds that were imported, by the tracker that they came from, under whichever of its names.

    A round that was made after the tracker was renamed says under which name it went before (`before_of`), so an office that
    calls its tracker after the month has one tracker here, and not twelve.
    """

    def __init__(self, rounds: Sequence[FiledRound], source: str) -> None:
        """Sort the rounds; ``source`` is the tracker that is read now."""
        self._first: dict[str, str] = {}
        self.source = note(source)
        for known in rounds:
            if before := before_of(known):
                self._first[self._of(source_of(known))] = self._of(before)
        self._rounds: dict[str, list[FiledRound]] = {}
        for known in rounds:
            if named := source_of(known):
                self._rounds.setdefault(self._of(named), []).append(known)

    def _of(self, named: str) -> str:
        """Return the name by which all names of one tracker are known here."""
        while (first := self._first.get(named, named)) != named:
            named = first
        return named

    def others(self) -> Iterable[Sequence[FiledRound]]:
        """Return the rounds of each tracker that never bore the name of the one that is read now."""
        own = self._of(self.source)
        return [known for named, known in self._rounds.items() if named != own]

    def own(self) -> Sequence[FiledRound]:
        """Return the rounds that came from the tracker that is read now, under whichever name."""
        return self._rounds.get(self._of(self.source), ())


def of_other_trackers(held: FiledRounds, awards: Sequence[Tracked], claims: Claims, source: str) -> frozenset[str]:
    """Return the paths of rounds that came from trackers of which this one has not a single grant.

    Those are other workbooks of the office: one for each strand, or for each officer. Nothing of theirs is gone because it
    does not stand here, and no row here is put among their grants.
    """
    others = list(_Families(held.rounds, source).others())
    if not others:
        return frozenset()
    rows = _Rows(awards)
    named = {id(grant) for grant in claims.values()}
    return frozenset(
        known.filed.path
        for rounds in others
        if not any(id(grant) in named or rows.has(grant) for known in rounds for grant in known.grants)
        for known in rounds
    )


def made_of_it_in(
    rounds: FiledRounds,
    source: str,
    held: Sequence[Held],
    plan: Sequence[PlannedRound],
    no_awards: NoAwards,
) -> list[FiledRound]:
    """Return the rounds that were made from a tracker, under its name of today or one that it had before."""
    families = _Families(rounds.rounds, source)
    own = {known.filed.path for known in rounds.rounds if came_from(known, source)}
    own |= {known.filed.path for known in families.own()}
    have = {id(grant) for one in held for _, grant in (*one.told.pairs, *one.told.elsewhere)}
    theirs = [known for known in rounds.rounds if known.filed.path not in own and not rounds.is_of_another(known)]
    years = {known.filed.path for known in of_its_years(theirs, plan, no_awards)}
    own |= {known.filed.path for known in _goes_on_with(families, have, no_awards, years)}
    return [known for known in rounds.rounds if known.filed.path in own]


def of_its_years(
    made_of_it: Sequence[FiledRound], plan: Sequence[PlannedRound], no_awards: NoAwards
) -> list[FiledRound]:
    """Return the rounds made from a tracker that are of a financial year of which it has rows still.

    Of a tracker without any award nothing is known: it may be of any year.
    """
    dates = {when for one in plan for when in (one.announced, *(award.awarded for award in one.awards))}
    years = {FinancialYear.of(when) for when in dates if when is not None}
    return [
        known
        for known in made_of_it
        if not years or FinancialYear.of(known.model.announced) in years or no_awards.any_of(known)
    ]


def called_before(made_of_it: Sequence[FiledRound], source: str) -> str:
    """Return what a tracker was called when the last of its rounds was made, if that is another name than its own."""
    dated = sorted(made_of_it, key=lambda known: known.model.announced.first)
    return next((named for known in reversed(dated) if (named := source_of(known)) != note(source)), "")


def other_years(made_of_it: Sequence[FiledRound], mine: Sequence[FiledRound]) -> tuple[str, ...]:
    """Return the note that a tracker of this name held another year before, whose rounds are not its any more."""
    left = {str(FinancialYear.of(known.model.announced)) for known in made_of_it if known not in mine}
    if not left:
        return ()
    return (f"The tracker has no row of {listed(sorted(left))}: what was imported of that time stays as it is.",)


def _goes_on_with(
    families: _Families, have: Collection[int], no_awards: NoAwards, within_years: Collection[str]
) -> list[FiledRound]:
    """Return the rounds of trackers that this one was called before: it has rows still for at least half of their grants.

    ``have`` are the grants that a row was found for, by ``id``; ``within_years`` the paths of rounds of the financial years
    of which the tracker has rows: in April a clean one is begun, as a rule.
    """
    found: list[FiledRound] = []
    for rounds in families.others():
        grants = [grant for known in rounds if known.filed.path in within_years for grant in known.grants]
        there = [grant for grant in grants if id(grant) in have or no_awards.of(grant)]
        if there and 2 * len(there) >= len(grants):
            found += rounds
    return found


class _Rows:
    """The rows of a tracker, found by what a grant of the entries may have in common with them."""

    def __init__(self, awards: Sequence[Tracked]) -> None:
        self._bodies: dict[str, list[Tracked]] = {}
        self._amounts: dict[object, list[Tracked]] = {}
        for award in awards:
            self._bodies.setdefault(same_name(award.recipient), []).append(award)
            self._amounts.setdefault(award.amount, []).append(award)

    def has(self, known: FiledGrant) -> bool:
        """Return whether a row has two of recipient, purpose and amount in common with a grant."""
        grant = known.grant
        body, purpose = same_name(str(grant.recipient)), str(grant.purpose)
        if any(row.amount == grant.amount or within(row.purpose, purpose) for row in self._bodies.get(body, ())):
            return True
        paid = self._amounts.get(grant.amount, ())
        if any(same_name(row.purpose) == same_name(purpose) for row in paid):
            return True
        return len(paid) <= _MOST_ALIKE and any(may_be_one(row.recipient, str(grant.recipient)) for row in paid)
