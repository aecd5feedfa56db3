"""What each month's grants still lack for publication: the reasons and the conditions.

SI 2011/3050, Schedule, para 3: every month, for each crime and disorder reduction grant, the recipient, the purpose,
the conditions if any, and the reasons why it was made. Recipient and purpose are required of every entry; the other two
may wait, and are asked for here. Exempt grants, and those withdrawn or returned, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import PartialDate
from pcp_reports.ledger import rounds_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.model.funding_round import Grant
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

REASON, CONDITIONS = "reason", "conditions"


@dataclass(frozen=True, slots=True)
class LackingGrant:
    """A grant that cannot be published whole yet; ``missing`` are the keys to add."""

    filed: Filed
    grant: Grant
    missing: tuple[str, ...]

    @property
    def line(self) -> int:
        """Return the line of the file on which the grant begins, from 1."""
        return self.grant.node.line


@dataclass(frozen=True, slots=True)
class MonthGrants:
    """The grants of a month: how many there are, and which of them lack something. ``month`` is None when not known."""

    month: PartialDate | None
    grants: int
    lacking: tuple[LackingGrant, ...]

    def without(self, key: str) -> int:
        """Return how many grants of the month lack ``reason`` or ``conditions``."""
        return sum(key in one.missing for one in self.lacking)


@dataclass(frozen=True, slots=True)
class RoundGrants:
    """A round that the paper at hand does not cite, with its months; ``papers`` are those that do."""

    filed: Filed
    papers: tuple[str, ...]
    months: tuple[MonthGrants, ...]


def by_month(rounds: Iterable[Filed]) -> tuple[MonthGrants, ...]:
    """Return the grants of rounds by the month each was awarded in, or else its round announced; not known comes last."""
    found: dict[tuple[int, int] | None, list[tuple[Filed, Grant]]] = {}
    for filed in rounds:
        for grant in _published(filed):
            day = grant.awarded or filed.partly.announced
            found.setdefault((day.year, day.month) if day is not None else None, []).append((filed, grant))
    return tuple(
        MonthGrants(
            PartialDate(*month) if month is not None else None,
            len(found[month]),
            tuple(
                LackingGrant(filed, grant, missing) for filed, grant in found[month] if (missing := _missing_of(grant))
            ),
        )
        for month in sorted(found, key=lambda one: (one is None, one or ()))
    )


def _published(filed: Filed) -> list[Grant]:
    """Return the grants of a round that are to be published."""
    if filed.withheld or filed.partly is None or filed.partly.exempt is not None:
        return []
    return [grant for strand in filed.partly.grants for grant in strand.grants if grant.counts and grant.exempt is None]


def _missing_of(grant: Grant) -> tuple[str, ...]:
    given = {REASON: grant.reason, CONDITIONS: grant.conditions}
    return tuple(key for key, words in given.items() if words is None or _is_prompt(words))


def _is_prompt(words: str) -> bool:
    """Return whether nothing but a prompt in [brackets] stands there."""
    return words.startswith("[") and words.endswith("]")


def uncited(survey: Survey) -> tuple[RoundGrants, ...]:
    """Return the rounds that no paper cites yet, with what their grants lack; those that lack nothing are left out."""
    found = []
    for filed in rounds_of(survey.register):
        if filed.path in survey.cited or filed.path in survey.register.copies:
            continue
        months = by_month([filed])
        if any(one.lacking for one in months):
            found.append(RoundGrants(filed, (), months))
    return tuple(found)


def cited_elsewhere(survey: Survey, paper: str, months: Iterable[PartialDate | None]) -> tuple[RoundGrants, ...]:
    """Return the rounds of other papers whose grants were made in the same months and lack something."""
    wanted = [month for month in months if month is not None]
    found = []
    for filed in rounds_of(survey.register):
        papers = survey.cited.get(filed.path, ())
        if not papers or paper in papers:
            continue
        same = tuple(one for one in by_month([filed]) if one.lacking and one.month in wanted)
        if same:
            found.append(RoundGrants(filed, papers, same))
    return tuple(found)
