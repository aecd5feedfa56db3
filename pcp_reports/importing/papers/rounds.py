"""The grants of a paper as an import takes them over: lists and tables of them, with what cannot be taken over.

A paper that this tool built tells its grant lines by their styles and hidden bookmarks, so that each goes back into the
very round it came from. Every other paper is read as the audit reads it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind
from pcp_reports.importing.papers.body import heads_numbers
from pcp_reports.importing.papers.columns import with_columns
from pcp_reports.importing.papers.literal import plain
from pcp_reports.importing.papers.own_rounds import own_rounds
from pcp_reports.importing.papers.taken_over import CONTINUED, Line, PaperRound
from pcp_reports.importing.papers.totals import words_of_total
from pcp_reports.importing.papers.untaken import odd_rows
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pcp_reports.audit.found import Award, Group, Round
    from pcp_reports.passage import Paper
    from pcp_reports.word.set_words import SetParagraph

_LEAST_IN_PROSE = 2


def rounds_of(
    paper: Paper, set_as: Mapping[int, SetParagraph], locale: str
) -> tuple[tuple[PaperRound, ...], tuple[Round, ...]]:
    """Return the rounds of a paper in order, and all that the audit found, so that what is not taken over can be told.

    ``set_as`` tells how passages of a Word file are set.
    """
    built = tuple(own_rounds(paper, set_as, locale))
    taken = {place for one in built for place in one.places}
    from pcp_reports.audit.rounds.finding import rounds_in  # noqa: PLC0415 - with all that reads grant lines

    parted = tuple(part for one in rounds_in(paper, locale) for part in _parted(_open_again(one), paper))
    found = (made for one in parted if (made := _taken_over(one, paper)) is not None)
    others = [with_columns(one, paper) for one in found if not (one.places & taken)]
    return tuple(sorted((*built, *others), key=lambda one: one.first)), parted


def _open_again(one: Round) -> Round:
    """Return a round with grants of “up to £700” without an amount, even if the paper's total takes them in full.

    The audit may count them so; an entry would print “£700”, which promises more than the paper did.
    """

    def as_printed(award: Award) -> Award:
        at_most = award.claim is not None and award.claim.kind is Kind.AT_MOST
        return replace(award, amount=None) if at_most else award

    return replace(
        one, groups=tuple(replace(group, awards=tuple(map(as_printed, group.awards))) for group in one.groups)
    )


def _parted(one: Round, paper: Paper) -> Iterator[Round]:
    """Give a round in the parts that numbered headings make of it; a sum in a heading is no grant, but that of its part."""
    heads = sorted({award.passage for award in one.awards if heads_numbers(paper.passages, award.passage)})
    if not heads:
        yield one
        return
    bounds = [-1, *heads, len(paper.passages)]
    for first, last in pairwise(bounds):
        within = partial(_is_between, first, last)
        groups = (
            replace(group, awards=tuple(award for award in group.awards if within(award.passage)))
            for group in one.groups
        )
        yield replace(
            one,
            lead=one.lead if first < 0 else (first,),
            groups=tuple(group for group in groups if group.awards),
            totals=tuple(total for total in one.totals if within(total.passage)),
            apart=tuple(award for award in one.apart if within(award.passage)),
            unread=tuple(filter(within, one.unread)),
        )


def _is_between(first: int, last: int, passage: int) -> bool:
    return first < passage < last


def _taken_over(one: Round, paper: Paper) -> PaperRound | None:
    """Return a round as it is taken over; None where it is a sentence with one grant, which stays a sentence."""
    first = min((award.passage for award in one.awards), default=0)
    # What was not awarded and stands in front of the grants is a paragraph of its own.
    one = replace(
        one, apart=tuple(a for a in one.apart if a.passage >= first or paper.passages[a.passage].sort is Sort.ROW)
    )
    awards = one.awards
    running = {award.passage for award in awards if _in_a_sentence(award, paper)}
    if not awards or (len(awards) < _LEAST_IN_PROSE and running):
        return None
    places = {award.passage for award in (*awards, *one.apart)}
    places |= {group.heading for group in one.groups if _is_over_its_lines(group, paper)}
    places |= {total.passage for total in one.totals}
    kept = {total.passage for total in one.totals} | running
    strands: list[tuple[str | None, tuple[Line, ...]]] = []
    for group in one.groups:
        lines = []
        for award in group.awards:
            if award.amount is None or not plain(award.recipient) or award.amount.pence <= 0:
                kept.add(award.passage)
            else:
                lines.append(_line(award))
        if lines:
            strands.append((_strand(group.name), tuple(lines)))
    for award in one.apart:
        withdrawn = award.standing.value == "withdrawn" and award.amount is not None and award.amount.pence > 0
        if withdrawn and strands:
            name, lines_of = strands[-1]
            strands[-1] = name, (*lines_of, _line(award, status="withdrawn"))
        elif not (_not_awarded(award) and paper.passages[award.passage].sort is Sort.ROW):
            kept.add(award.passage)
    if not strands:
        return None
    rows = {at for at in places - {-1} if paper.passages[at].sort is Sort.ROW}
    tables = {paper.passages[at].table for at in rows}
    firsts = {table: min(at for at in rows if paper.passages[at].table == table) for table in tables}
    odd = {at for at in odd_rows(one, paper) if paper.passages[at].table in tables} - places
    odd -= {at for at in odd if at < firsts[paper.passages[at].table]}
    places |= odd | _continued(places, paper)
    kept |= odd
    totals = {total.passage: words_of_total(total, paper.passages[total.passage]) for total in reversed(one.totals)}
    return PaperRound(
        _joined(strands),
        frozenset((places | _heads(paper, firsts)) - {-1}),
        frozenset(kept),
        one.lead,
        totals=tuple(sorted(totals.items())),
        apart=tuple((award.passage, plain(award.recipient)) for award in one.apart if _not_awarded(award)),
    )


def _heads(paper: Paper, firsts: Mapping[int, int]) -> set[int]:
    """Return the rows of headings of tables, by the first line of each, and those that say them again on a new page."""
    of_table = [(at, one) for at, one in enumerate(paper.passages) if one.sort is Sort.ROW and one.table in firsts]
    heads = {at for at, one in of_table if one.header or at < firsts[one.table]}
    words = {(one.table, one.text) for at, one in of_table if at in heads}
    return heads | {at for at, one in of_table if (one.table, one.text) in words}


def _continued(places: set[int], paper: Paper) -> set[int]:
    """Return the headings in the midst of a list that say again, on a new page, what stands above: “Community Fund (continued)”."""
    listed = sorted(places - {-1})
    return {
        at
        for at in range(listed[0], listed[-1])
        if paper.passages[at].sort in (Sort.HEADING, Sort.TEXT) and CONTINUED.search(paper.passages[at].text)
    } - places


def _not_awarded(award: Award) -> bool:
    return award.standing.value in ("declined", "requested")


def _line(award: Award, status: str = "awarded") -> Line:
    if award.amount is None:
        raise ValueError(award.recipient)
    recipient, purpose = plain(award.recipient), plain(award.purpose)
    claim = award.claim
    rounded = plain(claim.text) if claim is not None and claim.kind is Kind.ROUNDED else ""
    return Line(recipient, purpose.rstrip(".;, "), award.amount, award.passage, award.projects, status, rounded=rounded)


def _is_over_its_lines(group: Group, paper: Paper) -> bool:
    """Return whether a group's heading stands over its lines; of a table it may be told elsewhere in the paper."""
    first = min((award.passage for award in group.awards), default=group.heading)
    table = paper.passages[first].table
    between = paper.passages[group.heading + 1 : first]
    return not table or group.heading > first or all(one.table == table for one in between)


def _in_a_sentence(award: Award, paper: Paper) -> bool:
    """Return whether a grant is told of in running text, of which more stands around it."""
    passage = paper.passages[award.passage]
    if passage.sort in (Sort.ROW, Sort.HEADING):
        return False
    around = passage.text[: award.start] + passage.text[award.end :] if award.end else ""
    return len(re.findall(r"\w+", around)) > 2  # noqa: PLR2004 - “and”, a bullet's letter


def _strand(name: str | None) -> str | None:
    words = plain(name or "").strip(" :–-")
    return words or None


def _joined(
    strands: Iterable[tuple[str | None, tuple[Line, ...]]],
) -> tuple[tuple[str | None, tuple[Line, ...]], ...]:
    """Return strands of one name as one; where some have names, those without are of the strand above them."""
    made: dict[str, tuple[str | None, list[Line]]] = {}
    rows = list(strands)
    named = any(name is not None for name, _ in rows)
    last: str | None = None
    for name, lines in rows:
        used = name or (last if named else None)
        last = used
        made.setdefault((used or "").casefold(), (used, []))[1].extend(lines)
    return tuple((name, tuple(lines)) for name, lines in made.values())


def by_place(rounds: Iterable[PaperRound]) -> dict[int, list[Line]]:
    """Return the lines by the passages that they take the place of; of a sentence, which stays, there are none."""
    found: dict[int, list[Line]] = {}
    for one in rounds:
        for line in one.lines:
            if line.place not in one.kept:
                found.setdefault(line.place, []).append(line)
    return found
