"""Rows that their references lead to the wrong grant: sorted without them, numbered anew, or begun again with the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pcp_reports.dates import FinancialYear, PartialDate, in_words
from pcp_reports.findings import Finding
from pcp_reports.importing.likeness import alike, name_words, one_name, within
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.filed_rounds import months_apart, same_name
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import Claims, FiledGrant, FiledRound
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.model.funding_round import Grant

_MOST_SAID = 6
_MONTHS = 6
"""How many months a grant's date may be moved by; what lies further off is the next year's."""

Pairs: TypeAlias = "Sequence[tuple[Tracked, FiledGrant]]"
"""Rows with the grants that bear their references, and are not theirs."""


def misled(awards: Sequence[Tracked], claims: Claims, rounds: Sequence[FiledRound]) -> Pairs:
    """Return the rows whose reference is that of a grant which they hardly are, those of exempt grants first.

    Corrected are, as a rule, one or two of recipient, purpose and amount. A row that has nothing of all three in common with
    the grant is another one; so is one of another financial year, or another body's, with hardly more in common, where one
    of the two stands elsewhere under a reference that does not fit it either. So is a row that lies a year on, whatever it
    has in common: the same bodies are paid for the same each year. An exempt grant must have the body in common, but for
    its spelling, and one more: else its mark would pass to another, and itself be public.
    """
    odd = [(award, known) for award in awards if (known := claims.get(award.row)) is not None and _odd(award, known)]
    if not odd:
        return ()
    astray = _Astray(awards, claims, rounds)
    return sorted((pair for pair in odd if _is_wrong(*pair, astray)), key=lambda pair: not pair[1].exempt)


def asked_of(wrong: Pairs, unit: str) -> Iterator[Finding]:
    """Yield what is asked of such rows: a few one by one, the rest as one."""
    for award, known in wrong[:_MOST_SAID]:
        yield _asked(award, known, unit)
    if len(wrong) > _MOST_SAID:
        first = wrong[_MOST_SAID][1]
        message = f"{counted(len(wrong) - _MOST_SAID, 'more ' + unit)} like those above: each has the reference of another grant."
        yield Finding("G531", message, first.filed.source.place(first.grant.node), _KEEP)


def _odd(award: Tracked, known: FiledGrant) -> bool:
    """Return whether a row is worth a second look: most share body and amount, or body and purpose, with their grants."""
    grant = known.grant
    if award.recipient != str(grant.recipient) or _a_year_on(award, known):
        return True
    return award.amount != grant.amount and award.purpose != str(grant.purpose)


def _is_wrong(award: Tracked, known: FiledGrant, astray: _Astray) -> bool:
    grant = known.grant
    body = one_name(award.recipient, str(grant.recipient))
    work = _one_work(award.purpose, str(grant.purpose))
    money = award.amount == grant.amount
    if _a_year_on(award, known):
        return True
    if known.exempt:
        return name_words(award.recipient) != name_words(str(grant.recipient)) or not (work or money)
    if body and (work or money):
        return False
    if not (body or work or money):
        return True
    alone = (body, work, money).count(True) == 1
    return (alone and _other_year(award, known)) or astray.one_of(award, known)


def _one_work(one: str, other: str) -> bool:
    return NO_PURPOSE not in (one, other) and (within(one, other) or alike(one, other))


def _other_year(award: Tracked, known: FiledGrant) -> bool:
    when, then = _days(award, known)
    return when is not None and FinancialYear.of(when) != FinancialYear.of(then)


def _a_year_on(award: Tracked, known: FiledGrant) -> bool:
    when, then = _days(award, known)
    return when is not None and months_apart(when, then) > _MONTHS and _other_year(award, known)


def _days(award: Tracked, known: FiledGrant) -> tuple[PartialDate | None, PartialDate]:
    """Return when the tracker has a grant awarded, if it says so, and when the entries have."""
    return award.awarded or award.announced, known.grant.awarded or known.filed.model.announced


class _Astray:
    """Rows and grants whose references lead to no grant, or row, of their own body and purpose."""

    def __init__(self, awards: Sequence[Tracked], claims: Claims, rounds: Sequence[FiledRound]) -> None:
        fitting = [
            (id(award), id(known))
            for award in awards
            if (known := claims.get(award.row)) is not None and _key(award) == _key(known.grant)
        ]
        rows, grants = {row for row, _ in fitting}, {grant for _, grant in fitting}
        self._rows = {_key(award) for award in awards if id(award) not in rows}
        self._grants = {_key(one.grant) for known in rounds for one in known.grants if id(one) not in grants}

    def one_of(self, award: Tracked, known: FiledGrant) -> bool:
        """Return whether the grant stands in another row that is astray, or the row in another grant."""
        return _key(known.grant) in self._rows or _key(award) in self._grants


def _key(one: Tracked | Grant) -> object:
    return same_name(str(one.recipient)), same_name(str(one.purpose))


_KEEP = (
    "A row keeps its reference for good: sort the tracker as a whole, and give no reference a second time. If references "
    "begin again each year, put the year in front of them, as in 2024/001."
)


def _asked(award: Tracked, known: FiledGrant, unit: str) -> Finding:
    grant = known.grant
    when, then = _days(award, known)
    year_on = when is not None and _a_year_on(award, known)
    now, before = (f", {in_words(day)}" if year_on and day is not None else "" for day in (when, then))
    message = (
        f"{shortened(award.recipient, 60)}, {quoted(shortened(award.purpose, 50))} ({award.amount}{now}, {unit} {award.row}) has the "
        f"reference {quoted(award.reference)}. In {quoted(known.filed.name)} that is the reference of "
        f"{shortened(str(grant.recipient), 60)}, {quoted(shortened(str(grant.purpose), 50))} ({grant.amount}{before})"
        f"{', which is exempt' if known.exempt else ''}."
    )
    keys = "recipient, and its amount," if known.exempt else "recipient, purpose or amount"
    if year_on:
        keys = f"day (awarded: {when})"
    hint = (
        f"{_KEEP} Only if it is the same grant after all, type the tracker's {keys} into the entry, and import again."
    )
    return Finding("G531", message, known.filed.source.place(grant.node), hint)
