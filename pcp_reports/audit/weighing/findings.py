"""The findings of an audit: claims that the lines do not bear out, lines that cannot be read, misprints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.text import place_in, where_of
from pcp_reports.audit.weighing.wording import misleading, rounding
from pcp_reports.audit.words.doubt import may_be_another_grant
from pcp_reports.audit.words.grant_words import of_other_money, strength
from pcp_reports.audit.words.plainly_given import about_round, is_plainly_given
from pcp_reports.checks.claim_words import capital, gap, is_wrong
from pcp_reports.claims import Unit, find
from pcp_reports.findings import Finding, Related
from pcp_reports.stated.assertion import uncapitalised
from pcp_reports.stated.lines import line_claims
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper
    from pcp_reports.stated.judged import Judged

_MOST_NAMED = 60
# Looked for before a text is read for figures, as most have no misprint. What may be a budget's way of writing (£69,000k)
# is let alone.
_MISPRINT = re.compile(
    r"£\s?\d{1,3}\.\d{3}(?![\d.]|\s?(?:k|m|bn|million|billion)\b)|£\s?\d[\d,.]*\s?(?:k|m|bn|million|billion|thousand)\s+(?:thousand|million|billion)\b|"
    r"£\s?\d{1,3},\s\d{3}\b|£\s?\d[\d,]*,\d{1,2}(?![\d])|£\s?\d{1,3},\d{4,}"
)


# In full and in thousands at once: no grant is of hundreds of millions, though a budget may be.
_IN_THOUSANDS = re.compile(r"£\s?\d{3},\d{3}k\b")
_CLEAR = 2
_SEVERAL = 2
_THOUSANDS = re.compile(r"£\s?\d{1,3},\s?\d{3}\b")
_PARTED = re.compile(r"£\s?\d{1,3},\s\d{3}")


def of_round(paper: Paper, one: Round, told: Telling, weighed: Iterable[Weighed]) -> Iterator[Finding]:
    """Yield what the claims of a round get wrong: one finding a claim, its total and its count together."""
    for row in weighed:
        made = row.judged
        if made.is_wrong:
            yield _wrong(paper, one, told, row)
        for claim, judgement, total in ((made.claim.total, made.total, True), (made.claim.count, made.count, False)):
            if claim is not None and judgement is not None and judgement.misleading and not one.partial:
                words = misleading(claim, made, total=total)
                yield _finding("G204", paper, row, words, "Give a figure nearer to it.")


def _wrong(paper: Paper, one: Round, told: Telling, row: Weighed) -> Finding:
    made = row.judged
    count = is_wrong(made.count)
    total = is_wrong(made.total)
    if total and not count and made.total is not None and made.total.looks_rounded:
        return _finding("G203", paper, row, rounding(row), f"Type {made.over.total}, if it is to be exact.")
    code = "G202" if not total else "G211" if row.heard.row else "G201"
    hint = "Correct the total, or the lines above it." if row.heard.row and total else _mend(made, total=total)
    return _finding(code, paper, row, row.words, hint, _strands(paper, one, told))


def _mend(made: Judged, *, total: bool) -> str:
    """Return what to do about a claim."""
    if total and is_wrong(made.count):
        return "Say which grants the figures cover, or correct both."
    if made.covers or not total:
        return "Correct the figure, or the list."
    return f"Say which grants the figure covers, or type {made.over.total}."


def _strands(paper: Paper, one: Round, told: Telling) -> tuple[Related, ...]:
    """Return what each strand comes to, so that one sees which a figure may mean."""
    shown = [strand for strand in told.summed.whole.strands if strand.grants and strand.name is not None]
    if len(shown) < 2:  # noqa: PLR2004 - nothing to tell apart
        return ()
    return tuple(
        Related(
            f"{strand.name}: {strand.sum.total} to {counted(strand.sum.projects, 'project')}",
            place_in(paper, _first_of(one, strand.name)),
        )
        for strand in shown
    )


def _first_of(one: Round, name: str | None) -> int:
    """Return the passage of a strand's heading, else of its first line."""
    group = next(group for group in one.groups if group.name == name)
    return group.heading if group.heading >= 0 else group.awards[0].passage


def _finding(
    code: str, paper: Paper, row: Weighed, words: str, hint: str = "", related: tuple[Related, ...] = ()
) -> Finding:
    where = capital(where_of(paper, row.heard.passage))
    return Finding(code, f"{where}: {words}", place_in(paper, row.heard.passage, row.heard.offset), hint, related)


def of_lines(paper: Paper, one: Round, told: Telling, locale: str) -> Iterator[Finding]:
    """Yield the lines without a plain amount, and amounts that the paper gives otherwise in another place."""
    for _, award in told.summed.unread:
        claim = award.claim
        if claim is not None and not claim.readable and claim.meant:
            continue  # it is named as a misprint
        name = shortened(award.recipient, _MOST_NAMED) or "a grant"
        shown = f"{quoted(claim.text)} is no plain sum" if claim is not None and claim.text else "no amount can be read"
        words = f"{capital(where_of(paper, award.passage))}: {shown} for {name}, so the totals over it are not checked."
        yield Finding("G212", words, place_in(paper, award.passage, award.start))
    for first, second in one.differs:
        yield _printed_otherwise(paper, first, second)
    if one.partial or told.summed.unread:
        return
    for said in line_claims(told.summed.whole, locale):
        claim, grant, sentence = said.said.claim, said.grant, said.said.sentence
        if not is_wrong(said.made) or may_be_another_grant(sentence.text):
            continue
        typed = told.summed.whole.round.text[sentence.start : sentence.start + len(sentence.text)]
        start, end = claim.start - sentence.start, claim.end - sentence.start
        if not is_plainly_given(typed, grant.recipient, start, end, about_round(paper.passages, one)):
            continue
        passage, offset = told.text.at(claim.start)
        difference = gap(claim, said.made, str(grant.amount), money=True)
        yield Finding(
            "G206",
            f"{capital(where_of(paper, passage))}: the text says {uncapitalised(claim.text)} for {grant.recipient}, "
            f"but the list has {grant.amount}; {difference}.",
            place_in(paper, passage, offset),
            "Correct the text or the list.",
        )


def _printed_otherwise(paper: Paper, first: Award, second: Award) -> Finding:
    where = where_of(paper, first.passage)
    return Finding(
        "G206",
        f"{capital(where_of(paper, second.passage))}: {second.recipient} has {second.amount} here, but {first.amount} in "
        f"another place ({where}). Which is right cannot be told from the paper.",
        place_in(paper, second.passage, second.start),
        "Correct one of the two.",
        (Related(f"{first.recipient}: {first.amount}", place_in(paper, first.passage, first.start)),),
    )


def of_misprints(paper: Paper, locale: str) -> Iterator[Finding]:
    """Yield the amounts of a paper that are plainly misprinted: £14.340, £13, 527.20, £2.8m million."""
    set_so = _is_set_with_blanks(paper)
    for number, passage in enumerate(paper.passages):
        pattern = _MISPRINT if _MISPRINT.search(passage.text) else _IN_THOUSANDS
        if "£" not in passage.text or not pattern.search(passage.text):
            continue
        if pattern is _IN_THOUSANDS and (strength(passage.text) < _CLEAR or of_other_money(passage.text)):
            continue
        for claim in find(passage.text, locale):
            if claim.unit is not Unit.MONEY or claim.readable or not claim.meant or not pattern.search(claim.text):
                continue
            if set_so and _PARTED.fullmatch(claim.text[claim.text.find("£") :]):
                continue
            if passage.text[claim.end : claim.end + 1].isalpha():
                continue  # “£2.5mfor”: the text dropped a blank, and nobody mistyped the sum
            why = f": {claim.reason}" if claim.reason else ""
            yield Finding(
                "F313",
                f"{capital(where_of(paper, number))}: {quoted(claim.text)} cannot be read as an amount{why}.",
                place_in(paper, number, claim.start),
                f"Type {listed(list(claim.meant), 'or')}.",
            )


def _is_set_with_blanks(paper: Paper) -> bool:
    """Return whether all thousands of a paper have a blank behind their comma: then that is how it was set, and no slip."""
    sums = [match for passage in paper.passages if "£" in passage.text for match in _THOUSANDS.findall(passage.text)]
    return len(sums) >= _SEVERAL and all(_PARTED.fullmatch(one) for one in sums)
