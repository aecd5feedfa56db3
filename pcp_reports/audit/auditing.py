"""The audit of a paper: its rounds of grants, the totals and counts stated of them, and what those are worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.asked import asked_in_all
from pcp_reports.audit.adding.columns import columns_beside
from pcp_reports.audit.claims.by_strand import told_by_strand
from pcp_reports.audit.claims.known_figures import known_figures, with_known
from pcp_reports.audit.claims.referred import referred
from pcp_reports.audit.claims.telling import telling
from pcp_reports.audit.claims.text import where_of
from pcp_reports.audit.made_up.finding import made_up
from pcp_reports.audit.made_up.retold import retold
from pcp_reports.audit.rounds.finding import rounds_in
from pcp_reports.audit.rounds.together import all_together, together
from pcp_reports.audit.told.notices import with_notices
from pcp_reports.audit.verdicts import (
    COUNT,
    SUBTOTAL,
    TOTAL,
    Audited,
    JudgedClaim,
    JudgedLine,
    JudgedRound,
    JudgedStrand,
)
from pcp_reports.audit.weighing.adding import of_columns, of_parts
from pcp_reports.audit.weighing.apart import is_told_of_else
from pcp_reports.audit.weighing.by_column import by_column, given_for_another_year
from pcp_reports.audit.weighing.causes import explained
from pcp_reports.audit.weighing.claims import weighed_claims
from pcp_reports.audit.weighing.doubts import UNREAD
from pcp_reports.audit.weighing.findings import of_lines, of_misprints, of_round
from pcp_reports.audit.weighing.lists_own import is_of_the_next, leads_to_its_own
from pcp_reports.audit.weighing.noted import is_as_noted, is_but_for_parts
from pcp_reports.audit.weighing.of_others import is_of_others
from pcp_reports.audit.weighing.over_years import with_years
from pcp_reports.audit.weighing.pots import pots
from pcp_reports.audit.weighing.wording import cannot, misleading, printed_count, rounding
from pcp_reports.audit.words.figures import is_to_the_penny
from pcp_reports.checks.claim_words import is_wrong
from pcp_reports.explaining.wording import in_words
from pcp_reports.judging import Verdict
from pcp_reports.ledger import Sum
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.findings import Finding
    from pcp_reports.passage import Paper

__all__ = ["Audited", "JudgedClaim", "JudgedLine", "JudgedRound", "JudgedStrand", "audit"]

_LONGEST_LEAD = 300
_MOST_TOGETHER = 8
_ASKED = ""  # the words over what was asked for, where no column has it


def audit(paper: Paper, locale: str = "en_GB") -> Audited:
    """Return a paper's rounds, judged, with the findings of reading it and of its rounds, in the order of the paper.

    A figure that may speak of something else than a list, or a list that may not be the whole, is never accused.
    """
    rounds = with_notices(paper, rounds_in(paper, locale), locale)
    sides = told_by_strand(paper, rounds, locale)
    known, pointing = known_figures(paper, rounds, locale), referred(paper, rounds, locale)
    told = [
        telling(paper, one, locale, only=len(rounds) == 1, beside=sides.of_rounds[at], pointing=pointing[at])
        for at, one in enumerate(rounds)
    ]
    every = with_known([one.heard for one in told], known)
    told = [replace(one, heard=heard) for one, heard in zip(told, every, strict=True)]
    judged: list[JudgedRound] = []
    findings: list[Finding] = []
    sums = [one.summed.whole.sum for one in told]
    claims, wrong, places = _of_all(paper, rounds, told, (*sides.of_all, *known.of_all), locale)
    for at, (one, said) in enumerate(zip(rounds, told, strict=True)):
        columns = () if one.struck else tuple(columns_beside(paper, one))
        of_lines_asked = asked_in_all(paper, one, locale)
        asked = dict.fromkeys(of_lines_asked, _ASKED)
        asked |= {column.comes_to.pence: column.heading for column in columns if column.agrees}
        asked |= given_for_another_year(paper, one, said)
        asked.pop(sums[at].total.pence, None)
        rows = _named(paper, one, weighed_claims(one, said, partial(_wider, at, rounds, sums), asked))
        weighed = [
            row
            for row in with_years(paper, one, by_column(paper, one, said, rows, of_lines_asked))
            if not row.judged.is_wrong
            or ((row.heard.passage, row.heard.offset) in one.proven and not is_told_of_else(paper, one, row))
            or not (
                _is_of_all(row, places, claims)
                or is_of_others(paper, one, said, row)
                or _is_of_another(row, at, told)
                or is_of_the_next(paper, row, at, rounds)
            )
        ]
        weighed = [row for row in weighed if not (_cannot_tell(row) and _is_of_all(row, places, claims))]
        weighed = [
            row
            for row in weighed
            if not row.judged.is_wrong
            or not (is_as_noted(paper, one, row) or is_but_for_parts(paper, one, row, locale))
        ]
        beside, odd = of_columns(paper, columns)
        judged.append(_round(paper, one, said, weighed, (*pots(paper, one, said, weighed), *beside)))
        findings += of_round(paper, one, said, weighed)
        findings += of_lines(paper, one, said, locale)
        findings += [*odd, *of_parts(paper, one, locale)]
    if claims:
        judged[0] = replace(judged[0], claims=(*judged[0].claims, *claims))
        findings += wrong
    findings += [*made_up(paper, rounds, locale, findings), *retold(paper, rounds, locale, findings)]
    findings += of_misprints(paper, locale)
    return Audited(paper, tuple(judged), (*paper.findings, *dict.fromkeys(findings)))


def _of_all(
    paper: Paper, rounds: Sequence[Round], each: Sequence[Telling], beside: Sequence[Heard], locale: str
) -> tuple[tuple[JudgedClaim, ...], tuple[Finding, ...], frozenset[tuple[int, int]]]:
    """Return the claims made of all lists of a paper together, what they get wrong, and where they stand. ``each``: what is told of each."""
    every = together(paper, rounds, locale) or (all_together(paper, rounds) if beside else None)
    if every is None:
        return (), (), frozenset()
    said = telling(paper, every, locale, beside=beside)
    told = [
        row
        for row in by_column(paper, every, said, weighed_claims(every, said), ())
        if not (row.heard.heading or _is_unlike(row, said) or is_of_others(paper, every, said, row))
        and not (row.judged.is_wrong and leads_to_its_own(paper, row, rounds, each))
    ]
    claims = tuple(
        replace(claim, covers=(f"all {in_words(len(rounds))} lists",)) for row in told for claim in _claims(paper, row)
    )
    places = frozenset((row.heard.passage, row.heard.offset) for row in told)
    return claims, tuple(of_round(paper, every, said, told)), places


def _is_unlike(row: Weighed, said: Telling) -> bool:
    """Return whether a number and a sum told together both miss all lists, and nothing explains it: of another round, perhaps."""
    total, count = row.judged.total, row.judged.count
    both = total is not None and count is not None and is_wrong(total) and is_wrong(count)
    return both and not explained(said, row.judged).causes


def _is_of_all(row: Weighed, places: frozenset[tuple[int, int]], claims: Sequence[JudgedClaim]) -> bool:
    """Return whether a figure is one that is stated of all lists of the paper, there or in another place: its headline."""
    total = row.heard.claim.total
    again = total is not None and any(one.what == TOTAL and one.value == total.value for one in claims)
    return again or (row.heard.passage, row.heard.offset) in places


def _cannot_tell(row: Weighed) -> bool:
    """Return whether a total cannot be held against a list; where it is one of all lists, that says enough of it."""
    total = row.judged.total
    return total is not None and total.verdict is Verdict.CANNOT_CHECK and row.judged.count is None


def _is_of_another(row: Weighed, at: int, told: Sequence[Telling]) -> bool:
    """Return whether a total stands between two lists and is just what the other one comes to."""
    total = row.heard.claim.total
    return total is not None and any(
        is_to_the_penny(total, said.summed.whole.sum.total.pence)
        and any((heard.passage, heard.offset) == (row.heard.passage, row.heard.offset) for heard in said.heard)
        for number, said in enumerate(told)
        if number != at
    )


def _named(paper: Paper, one: Round, weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Return the claims, those that a line stands in the way of with the place of that line."""
    if not one.unread:
        return tuple(weighed)
    line = f"{where_of(paper, one.unread[0])} may tell of a grant that could not be read"
    return tuple(replace(row, why=line) if row.why == UNREAD else row for row in weighed)


def _wider(at: int, rounds: Sequence[Round], sums: Sequence[Sum]) -> Iterator[Sum]:
    """Yield what a round comes to together with others that a claim may be about: the next ones, its section's, all."""
    if len(rounds) < 2:  # noqa: PLR2004 - nothing wider
        return
    for last in range(at + 1, min(at + _MOST_TOGETHER, len(rounds))):
        yield _together(sums[at : last + 1])
    yield _together([own for own, one in zip(sums, rounds, strict=True) if one.section == rounds[at].section])
    yield _together(sums)


def _together(sums: Sequence[Sum]) -> Sum:
    return Sum(
        Money.total(one.total for one in sums), sum(one.grants for one in sums), sum(one.projects for one in sums)
    )


def _round(
    paper: Paper, one: Round, told: Telling, weighed: Sequence[Weighed], beside: Sequence[JudgedClaim]
) -> JudgedRound:
    whole = told.summed.whole
    lead = _own_lead(one)
    first = lead[-1] if lead else one.awards[0].passage
    numbered = next((index for index in reversed(lead) if paper.passages[index].numbered), first)
    strands = tuple(
        JudgedStrand(strand.name, strand.sum.total, strand.sum.grants, strand.sum.projects)
        for strand in whole.strands
        if strand.grants
    )
    lines = tuple(
        JudgedLine(award, where_of(paper, award.passage), group.name)
        for group in one.groups
        for award in group.awards
        if award.counts
    )
    return JudgedRound(
        where_of(paper, numbered),
        shortened(_lead(paper, one), _LONGEST_LEAD),
        whole.sum.total,
        whole.sum.grants,
        whole.sum.projects,
        strands,
        lines,
        _with(_own(paper, weighed), beside),
        one.partial,
    )


def _lead(paper: Paper, one: Round) -> str:
    """Return the sentences that lead to a list; where headings alone do, those."""
    lead = _own_lead(one)
    told = [index for index in lead if paper.passages[index].sort not in (Sort.HEADING, Sort.TITLE)]
    return " ".join(paper.passages[index].text for index in told or lead)


def _own_lead(one: Round) -> tuple[int, ...]:
    """Return what leads to the list where its lines were read, not where it is printed another time."""
    return tuple(index for index in one.lead if index not in one.again)


def _claims(paper: Paper, row: Weighed) -> Iterator[JudgedClaim]:
    """Yield a claim as the report has it: a total and a count are two."""
    one = row.judged
    where = where_of(paper, row.heard.passage)
    total, count = row.heard.claim.total, one.claim.count
    if total is not None and one.total is not None:
        what = SUBTOTAL if one.covers else TOTAL
        actual = Decimal(one.over.total.pence) / 100
        why = _explanation(row, wrong=is_wrong(one.total), verdict=one.total.verdict)
        if one.total.misleading:
            why = misleading(total, one, total=True)
        elif one.total.looks_rounded and is_wrong(one.total):
            why = rounding(row)
        yield JudgedClaim(total.text, total.kind, what, one.covers, total.value, one.total.verdict, why, actual, where)
    if count is not None and one.count is not None:
        actual = Decimal(one.over.projects if one.claim.counts.value == "project" else one.over.grants)
        why = _explanation(row, wrong=is_wrong(one.count), verdict=one.count.verdict)
        if one.count.misleading:
            why = misleading(count, one, total=False)
        yield JudgedClaim(
            printed_count(count, one.claim.noun),
            count.kind, COUNT, one.covers, count.value, one.count.verdict, why, actual, where,
        )  # fmt: skip


def _explanation(row: Weighed, *, wrong: bool, verdict: Verdict) -> str:
    if wrong:
        return row.words
    return cannot(row) if verdict is Verdict.CANNOT_CHECK else ""


def _own(paper: Paper, weighed: Sequence[Weighed]) -> list[JudgedClaim]:
    """Return the claims heard of a round, each figure as often as its passage prints it: two ways may have heard one of them."""
    found: list[JudgedClaim] = []
    for row in weighed:
        text = paper.passages[row.heard.passage].text
        found += (claim for claim in _claims(paper, row) if claim not in found or text.count(claim.text) != 1)
    return found


def _with(own: Sequence[JudgedClaim], beside: Sequence[JudgedClaim]) -> tuple[JudgedClaim, ...]:
    """Return the claims of a round with those that another way of hearing found besides, and none of them twice."""
    there = {(claim.text, claim.what) for claim in own}
    return (*own, *(claim for claim in beside if (claim.text, claim.what) not in there))
