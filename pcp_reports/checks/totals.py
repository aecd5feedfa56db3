"""What a round says it comes to, against the grants it lists: both figures, the difference, and the cause that fits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.checks.claim_words import COUNT, TOTAL, comes_to, gap, grants_of, is_wrong, place_of, strands_of
from pcp_reports.checks.scope import is_unsaid, unsaid
from pcp_reports.findings import Finding, Related
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.money import Money
from pcp_reports.stated.assertion import uncapitalised
from pcp_reports.stated.judged import judged
from pcp_reports.stated.lines import line_claims
from pcp_reports.stated.words import Counts
from pcp_reports.words import counted, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.explain import Explained
    from pcp_reports.claims import Claim
    from pcp_reports.ledger import RoundSum
    from pcp_reports.placing import Survey
    from pcp_reports.stated.judged import Judged

BOTH = "both"
MOST_CAUSES = 2
"""How many explanations a message gives; more would tell an officer nothing."""


def stated(survey: Survey) -> Iterator[Finding]:
    """A round comes to what its text and its stated claims say; a claim that does not is explained as far as it can be."""
    locale = survey.register.language
    for filed in survey.register.entries:
        if filed.kind != ROUND or filed.model is None or filed.withheld or filed.model.exempt is not None:
            continue  # a claim over exempt money cannot be checked in public
        whole = sum_round(filed)
        for one in judged(whole, locale):
            if not one.hidden:
                yield from _of_claim(survey, whole, one, locale)
        yield from _of_lines(whole, locale)


def _of_lines(whole: RoundSum, locale: str) -> Iterator[Finding]:
    for one in line_claims(whole, locale):
        if not is_wrong(one.made):
            continue
        claim, grant = one.said.claim, one.grant
        yield Finding(
            "G206",
            f"{whole.filed.name}: the text says {uncapitalised(claim.text)} for {grant.recipient}, but its grant is "
            f"{grant.amount}; {gap(claim, one.made, str(grant.amount), money=True)}.",
            whole.filed.source.place_in(whole.round.text, claim.start),
            "Correct the text or the grant.",
            (Related(f"the grant: {grant.amount}", whole.filed.place(grant.node, "amount")),),
        )


def _of_claim(survey: Survey, whole: RoundSum, one: Judged, locale: str) -> Iterator[Finding]:
    yield from _unreadable(whole, one)
    if one.is_wrong:
        yield from _wrong(survey, whole, one, locale)
    elif is_unsaid(whole, one):
        yield unsaid(whole, one, locale)
    for claim, made, key in ((one.claim.total, one.total, TOTAL), (one.claim.count, one.count, COUNT)):
        if claim is not None and made is not None and made.misleading:
            yield _misleading(whole, one, claim, key)


def _wrong(survey: Survey, whole: RoundSum, one: Judged, locale: str) -> Iterator[Finding]:
    """Yield what disagrees. A text's total and count are one sentence, and one finding; under ``stated`` each has its line."""
    total, count = is_wrong(one.total), is_wrong(one.count)
    if total and one.total is not None and one.total.looks_rounded:
        yield _rounded(whole, one)
        total = False
    if one.claim.said is not None and total and count:
        yield _finding(survey, whole, one, BOTH, locale)
        return
    if total:
        yield _finding(survey, whole, one, TOTAL, locale)
    if count:
        yield _finding(survey, whole, one, COUNT, locale)


def _finding(survey: Survey, whole: RoundSum, one: Judged, what: str, locale: str) -> Finding:
    claim, over = one.claim, one.over
    gaps = []
    if what != COUNT and claim.total is not None and one.total is not None:
        gaps.append(gap(claim.total, one.total, str(over.total), money=True))
    if what != TOTAL and claim.count is not None and one.count is not None:
        gaps.append(gap(claim.count, one.count, comes_to(over, _half(one, COUNT)), money=False))
    in_text = claim.said is not None
    lead = f"the text says {claim.words(locale)}" if in_text else _declared_words(one, what)
    shown = one if in_text else _half(one, what)
    message = (
        f"{whole.filed.name}: {lead}, but {grants_of(one.covers)} come to {comes_to(over, shown)}; {listed(gaps)}."
    )
    explained = _explained(survey, whole, one if what == BOTH else _half(one, what))
    causes = explained.causes[:MOST_CAUSES]
    if causes:
        message += " " + " Or: ".join(cause.sentence for cause in causes)
    elif not explained.complete:
        message += f" Why cannot be told: {explained.bound}."
    near = tuple(
        Related(f"{line.recipient}: {Money(line.pence)}", line.place)
        for cause in causes
        for line in cause.lines
        if line.place is not None and not cause.strands
    )
    code = "G202" if what == COUNT else "G201"
    place = place_of(whole, one, COUNT if what == COUNT else TOTAL)
    return Finding(code, message, place, _what_to_do(one, what), near or strands_of(whole))


def _half(one: Judged, what: str) -> Judged:
    """Return the half of a claim that a finding speaks of."""
    if what == TOTAL:
        return replace(one, claim=replace(one.claim, count=None), count=None)
    return replace(one, claim=replace(one.claim, total=None), total=None)


def _explained(survey: Survey, whole: RoundSum, one: Judged) -> Explained:
    from pcp_reports.checks.causes import explained  # noqa: PLC0415 - most papers need no explanation

    return explained(survey, whole, one)


def _declared_words(one: Judged, what: str) -> str:
    claim = one.claim
    if what == COUNT and claim.count is not None:
        return f"the stated number of {claim.counts.value}s is {claim.count.text}"
    return f"the stated total is {claim.total.text if claim.total is not None else ''}"


def _what_to_do(one: Judged, what: str) -> str:
    """Return what to type: a placeholder where one gives the right figure, else the figure."""
    if one.claim.said is None:
        if what == COUNT:
            return "Correct the number, or give “projects” on a grant that pays for several, or say with “covers” which strands it speaks of."
        return "Correct the total, or the grants, or say with “covers” which strands it speaks of."
    one_strand = one.covers[0] if len(one.covers) == 1 else None
    total = f'{{{{ total_of("{one_strand}") }}}}' if one_strand else "{{ total }}"
    number = f'{{{{ projects_of("{one_strand}") }}}}' if one_strand else "{{ projects }}"
    if one.claim.counts is not Counts.PROJECTS:
        number = f"{one.over.grants:,}" if one.covers else "{{ grants }}"
    if len(one.covers) > 1:
        total, number = str(one.over.total), f"{one.over.projects:,}"
    typed = {TOTAL: total, COUNT: number, BOTH: f"{total} and {number}"}[what]
    tail = ", and the tool puts the right figures in" if "{{" in typed else ""
    return f"Correct the text or the grants. Type {typed} instead{tail}."


def _rounded(whole: RoundSum, one: Judged) -> Finding:
    shown = uncapitalised(one.claim.total.text) if one.claim.total is not None else ""
    hedged = one.claim.total is not None and bool(one.claim.total.hedge)
    why = "it is a little off" if hedged else "by no more than a pound; it looks like rounding"
    differs = f"{shown} is not quite" if hedged else f"{shown} differs from"
    return Finding(
        "G203",
        f"{whole.filed.name}: {differs} what {grants_of(one.covers)} come to, {one.over.total}{':' if hedged else ','} {why}.",
        place_of(whole, one, TOTAL),
        f"Type {one.over.total}, if it is to be exact.",
    )


def _misleading(whole: RoundSum, one: Judged, claim: Claim, key: str) -> Finding:
    is_total = key == TOTAL
    actual = str(one.over.total) if is_total else counted(one.over.projects, "project")
    return Finding(
        "G204",
        f"{whole.filed.name}: {quoted(claim.text)} is true, but {grants_of(one.covers)} come to {actual}, so a reader would be misled.",
        place_of(whole, one, key),
        f"Type {'{{ total | rounded }}' if is_total else '{{ projects }}'}, or a figure nearer to it.",
    )


def _unreadable(whole: RoundSum, one: Judged) -> Iterator[Finding]:
    """Yield stated figures that cannot be read; those of the text are named where all prose is read."""
    if one.claim.declared is None:
        return
    for claim, key, said in (
        (one.claim.total, TOTAL, one.claim.total_said),
        (one.claim.count, COUNT, one.claim.count_said),
    ):
        if claim is None or said is not None or claim.readable:
            continue
        kind = "an amount" if key == TOTAL else "a number"
        examples = "£53,879, £54k or over £50,000" if key == TOTAL else "6, six or over 100"
        yield Finding(
            "G205",
            f"{whole.filed.name}, stated: {quoted(claim.text)} cannot be read as {kind}, so it is not checked"
            + (f": {claim.reason}." if claim.reason else "."),
            place_of(whole, one, key),
            f"Did you mean {listed(list(claim.meant), 'or')}?"
            if claim.meant
            else f"Type it as the paper prints it, such as {examples}.",
        )
