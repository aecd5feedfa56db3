"""Figures of the text that are of one column of a list alone: of one year of several, of one quarter, of the cost.

“In 2024/25 £45,200 was awarded:” over a table with a column for each year is of that column, and is held against it. Where a
figure is what one part of the awards comes to and the text does not name it, which is meant cannot be told; where it is what
was asked for, or last year's, that is said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.counterparts import counterparts
from pcp_reports.audit.adding.ruled import tables_of
from pcp_reports.audit.weighing.causes import is_slip
from pcp_reports.audit.weighing.wording import disagreement
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.spans import YEARS, keys_beside, keys_of, names_all_years, tells_of_before
from pcp_reports.checks.claim_words import capital, is_wrong
from pcp_reports.explaining.parts import Line
from pcp_reports.judging import Judgement, Verdict, judge
from pcp_reports.ledger import Sum
from pcp_reports.money import Money
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.assertion import uncapitalised

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pcp_reports.audit.adding.counterparts import Counterpart
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_CANNOT = Judgement(Verdict.CANNOT_CHECK)
_LONG_WORD = re.compile(r"[a-z]{3,}")
_PLAIN = word_set(
    "the and for amount amounts sum sums grant grants total totals award awards awarded funding value approved given paid allocation"
)


def by_column(
    paper: Paper, one: Round, told: Telling, rows: Iterable[Weighed], asked: Collection[int]
) -> Iterator[Weighed]:
    """Yield the claims of a round, those that are of one column held against it.

    ``asked`` are sums, in pence, of what lines of text say was asked for: given as what was awarded, they are wrong.
    """
    columns: tuple[Counterpart, ...] | None = None
    for row in rows:
        if not row.judged.is_wrong or row.heard.row:
            yield row
            continue
        if columns is None:
            columns = counterparts(paper, one)
        total = row.judged.claim.total
        if not columns or (total is not None and total.value is not None and pence_of(total) in asked):
            yield row
            continue
        yield _held(one, told, row, columns, _text(paper, row))


def given_for_another_year(paper: Paper, one: Round, told: Telling) -> Mapping[int, str]:
    """Return sums, in pence, that are given for the year of the list, or for all its years, and are one other year's column.

    With each the words over that column. Such a sum is meant for the list, whatever else its sentence leaves open.
    """
    whole = told.summed.whole.sum.total.pence
    sums = [
        (pence_of(heard.claim.total), heard.claim.total_said)
        for heard in told.heard
        if heard.claim.total is not None and heard.claim.total_said is not None and not heard.row
    ]
    said = {
        pence: one
        for pence, one in sums
        if pence != whole and (keys_of(one.sentence.text) or names_all_years(one.sentence.text, 0))
    }
    if not said:
        return {}
    own = {key for table in tables_of(paper, one) for place in table.own for key in keys_of(table.headings[place])}
    columns = [column for column in counterparts(paper, one) if keys_of(column.heading)]
    found: dict[int, str] = {}
    for column in columns:
        pence = sum(column.cells.values())
        one_said = said.get(pence)
        text = one_said.sentence.text if one_said is not None else ""
        if one_said is None or tells_of_before(text) or not keys_of(column.heading).keys().isdisjoint(keys_of(text)):
            continue
        near = keys_beside(one_said.before, one_said.behind)
        if _is_of_all_years(text, columns) if column.part else not own.isdisjoint(near):
            found[pence] = column.heading
    return found


def _text(paper: Paper, row: Weighed) -> str:
    said = row.judged.claim.said
    return said.sentence.text if said is not None else paper.passages[row.heard.passage].text


def _held(one: Round, told: Telling, row: Weighed, columns: Sequence[Counterpart], text: str) -> Weighed:
    made = row.judged
    sums = [(column, over) for column in columns if (over := _over(one, column, made.covers)) is not None]
    named = [(column, over) for column, over in sums if _is_named(column, text)]
    total, count = made.claim.total, made.claim.count
    if total is None or not is_wrong(made.total):
        if count is not None and any(over.grants == count.value for _, over in named):
            return replace(row, judged=replace(made, count=judge(count, count.value or Decimal(0))), words="")
        return row
    for column, over in named:
        if _fits(total, over):
            return _as_right(row, column, over)
    for column, over in sums:
        if _fits(total, over):
            if not column.part or (not named and _is_of_all_years(text, columns)):
                why = f"{uncapitalised(total.text)} is {column.what}."
                return replace(row, words=disagreement(told, made, why=why))
            count_too = _CANNOT if made.count is not None and is_wrong(made.count) else made.count
            return replace(
                row, judged=replace(made, total=_CANNOT, count=count_too), why=f"it is {column.what}", words=""
            )
    years = [(column, over) for column, over in named if keys_of(column.heading)]
    if len(years) == 1 and not is_wrong(made.count):
        return _against(told, row, *years[0])
    return row


def _is_of_all_years(text: str, columns: Sequence[Counterpart]) -> bool:
    """Return whether a sentence says that its sum is of all the years together, of which each has a column: “over the two years”."""
    years = sum(column.part and any(key.startswith(YEARS) for key in keys_of(column.heading)) for column in columns)
    return names_all_years(text, years)


def _as_right(row: Weighed, column: Counterpart, over: Sum) -> Weighed:
    """Return a claim as right of a column that it names: its number may be of all lines, or of those with a sum there."""
    made, count = row.judged, row.judged.claim.count
    total = made.claim.total
    judged = replace(made, covers=(*made.covers, column.heading), over=over)
    judged = replace(judged, total=judge(total, _pounds(over)) if total is not None else None)
    if count is not None and is_wrong(made.count):
        own = judge(count, Decimal(over.grants))
        judged = replace(judged, count=own if not own.verdict.is_wrong else _CANNOT)
    return replace(row, judged=judged, why="", words="")


def _against(told: Telling, row: Weighed, column: Counterpart, over: Sum) -> Weighed:
    """Return a wrong total as it stands to the one column that its sentence names, unless it is nearer to the whole."""
    from pcp_reports.checks.explain import explain_total  # noqa: PLC0415 - most papers need no explanation

    made = row.judged
    total = made.claim.total
    if total is None or total.value is None:
        return row
    lines = [Line(column.lines[index], None, pence) for index, pence in column.cells.items()]
    causes = explain_total(total, lines).causes
    if not causes and (is_slip(told, made) or abs(total.value - _pounds(over)) > abs(total.value - _pounds(made.over))):
        return row
    judged = replace(
        made, covers=(*made.covers, column.heading), over=over, total=judge(total, _pounds(over)), count=made.count
    )
    gap = total.value - _pounds(over)
    more = "more" if gap < 0 else "less"
    words = (
        f"The text says {uncapitalised(total.text)}, but {column.what} comes to {over.total}, "
        f"which is {Money(int(abs(gap) * 100))} {more}."
    )
    why = causes[0].sentence if causes else "Why cannot be told from the paper."
    return replace(row, judged=judged, words=f"{words} {capital(why)}")


def _over(one: Round, column: Counterpart, covers: tuple[str, ...]) -> Sum | None:
    """Return what a column comes to over the lines that a claim speaks of; None where those have nothing in it."""
    inside = [
        award.passage
        for group in one.groups
        for award in group.awards
        if award.counts and (not covers or group.name in covers)
    ]
    pence = [column.cells[index] for index in inside if index in column.cells]
    return Sum(Money(sum(pence)), len(pence), len(pence)) if pence else None


def _is_named(column: Counterpart, text: str) -> bool:
    """Return whether a sentence names a column: by its year or quarter, else by all the words over it that say anything."""
    if not column.heading:
        return False
    keys = keys_of(column.heading)
    if keys:
        return not keys.keys().isdisjoint(keys_of(text))
    words = set(_LONG_WORD.findall(column.heading.casefold())) - _PLAIN
    return bool(words) and words <= set(_LONG_WORD.findall(text.casefold()))


def _fits(claim: Claim, over: Sum) -> bool:
    made = judge(claim, _pounds(over))
    return not made.verdict.is_wrong and not made.misleading and made.verdict is not Verdict.CANNOT_CHECK


def _pounds(over: Sum) -> Decimal:
    return Decimal(over.total.pence) / 100
