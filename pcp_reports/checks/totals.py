"""What a round says it comes to, against the grants it lists: both figures, the difference, and the cause that fits."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Related
from pcp_reports.judging import Verdict, judge
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.line_claims import line_claims
from pcp_reports.money import Money
from pcp_reports.round_claims import judged
from pcp_reports.round_words import Counts
from pcp_reports.words import counted, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.explain import Explained
    from pcp_reports.claims import Claim
    from pcp_reports.findings import Place
    from pcp_reports.judging import Judgement
    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.placing import Survey
    from pcp_reports.round_claims import Judged

_WRONG = (Verdict.DISAGREES, Verdict.EXCEEDS)
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
                yield from _of_claim(survey, whole, one)
        yield from _of_lines(whole, locale)


def _of_lines(whole: RoundSum, locale: str) -> Iterator[Finding]:
    for one in line_claims(whole, locale):
        if one.made.verdict not in _WRONG:
            continue
        claim, grant = one.said.claim, one.grant
        yield Finding(
            "G206",
            f"{whole.filed.name}: the text says {claim.text} of {grant.recipient}, but its grant is {grant.amount}; "
            f"{claim.text} is {_gap(claim, one.made, money=True)}.",
            whole.filed.source.place_in(whole.round.text, claim.start),
            "Correct the text or the grant.",
            (Related(f"the grant: {grant.amount}", whole.filed.place(grant.node, "amount")),),
        )


def _of_claim(survey: Survey, whole: RoundSum, one: Judged) -> Iterator[Finding]:
    yield from _unreadable(whole, one)
    if one.is_wrong:
        yield from _wrong(survey, whole, one)
    elif _scope_unsaid(whole, one):
        yield _unsaid(whole, one)
    for claim, made, key in ((one.claim.total, one.total, "total"), (one.claim.count, one.count, "projects")):
        if claim is not None and made is not None and made.misleading:
            yield _misleading(whole, one, claim, key)


# -- where a claim stands, and how it is spoken of


def _place(whole: RoundSum, one: Judged, key: str) -> Place:
    said = one.claim.total_said if key == "total" else one.claim.count_said
    if said is not None:
        return whole.filed.source.place_in(whole.round.text, said.claim.start)
    if one.claim.declared is not None:
        return whole.filed.place(one.claim.declared.node, key)
    return whole.filed.source.place(whole.round.text)


def _grants(covers: tuple[str, ...]) -> str:
    return f"the grants of {listed(list(covers))}" if covers else "the grants of the round"


def _comes_to(over: Sum, one: Judged) -> str:
    """Return what the grants come to, in the terms of the claim: money, projects or grants, or both."""
    number = counted(over.projects if one.claim.counts is Counts.PROJECTS else over.grants, one.claim.counts.value)
    if one.claim.total is None:
        return number
    return f"{over.total} for {number}" if one.claim.count is not None else str(over.total)


def _gap(claim: Claim, made: Judgement, *, money: bool) -> str:
    """Return how far apart they are and which way: “£19,840 too little”, “2 too few”."""
    size = abs(made.gap)
    shown = str(Money(int(size * 100))) if money else f"{int(size):,}"
    if not size:
        return f"not {claim.text}"
    more, less = ("too much", "too little") if money else ("too many", "too few")
    return f"{shown} {more if made.gap > 0 else less}"


def _strands(whole: RoundSum) -> tuple[Related, ...]:
    return tuple(
        Related(
            f"{strand.name or 'all grants'}: {strand.sum.total} to {counted(strand.sum.projects, 'project')}",
            whole.filed.source.place(strand.grants[0].node),
        )
        for strand in whole.strands
        if strand.grants
    )


# -- findings


def _wrong(survey: Survey, whole: RoundSum, one: Judged) -> Iterator[Finding]:
    """Yield what disagrees. A text's total and count are one sentence, and one finding; under ``stated`` each has its line."""
    total, count = _is_wrong(one.total), _is_wrong(one.count)
    if total and one.total is not None and one.total.looks_rounded:
        yield _rounded(whole, one)
        total = False
    if one.claim.said is not None and total and count:
        yield _finding(survey, whole, one, "both")
        return
    if total:
        yield _finding(survey, whole, one, "total")
    if count:
        yield _finding(survey, whole, one, "projects")


def _is_wrong(made: Judgement | None) -> bool:
    return made is not None and made.verdict in _WRONG


def _finding(survey: Survey, whole: RoundSum, one: Judged, what: str) -> Finding:
    claim, over = one.claim, one.over
    gaps = []
    if what != "projects" and claim.total is not None and one.total is not None:
        gaps.append(f"{claim.total.text} is {_gap(claim.total, one.total, money=True)}")
    if what != "total" and claim.count is not None and one.count is not None:
        gaps.append(f"{claim.count.text} is {_gap(claim.count, one.count, money=False)}")
    lead = f"the text says {claim.words}" if claim.said is not None else _declared_words(one, what)
    narrow = one if claim.said is not None else _only(one, what)
    message = (
        f"{whole.filed.name}: {lead}, but {_grants(one.covers)} come to {_comes_to(over, narrow)}; {listed(gaps)}."
    )
    explained = _explained(survey, whole, narrow)
    causes = [cause.sentence for cause in explained.causes[:MOST_CAUSES]] if explained is not None else []
    if causes:
        message += " " + " Or: ".join(causes)
    elif explained is not None and not explained.complete:
        message += f" Why cannot be told: {explained.bound}."
    near = tuple(
        Related(f"{line.recipient}: {Money(line.pence)}", line.place)
        for cause in (explained.causes[:MOST_CAUSES] if explained is not None else ())
        for line in cause.lines
        if line.place is not None and not cause.strands
    )
    return Finding(
        "G202" if what == "projects" else "G201",
        message,
        _place(whole, one, "projects" if what == "projects" else "total"),
        _what_to_do(one, what),
        near or _strands(whole),
    )


def _only(one: Judged, what: str) -> Judged:
    """Return the half of a claim that a finding speaks of."""
    if what == "total":
        return replace(one, claim=replace(one.claim, count=None), count=None)
    return replace(one, claim=replace(one.claim, total=None), total=None)


def _declared_words(one: Judged, what: str) -> str:
    claim = one.claim
    if what == "projects" and claim.count is not None:
        return f"the stated number of {claim.counts.value}s is {claim.count.text}"
    return f"the stated total is {claim.total.text if claim.total is not None else ''}"


def _what_to_do(one: Judged, what: str) -> str:
    if one.claim.said is None:
        if what == "projects":
            return "Correct the number, or give “projects” on a grant that pays for several, or say with “covers” which strands it speaks of."
        return "Correct the total, or the grants, or say with “covers” which strands it speaks of."
    total = f'{{{{ total_of("{one.covers[0]}") }}}}' if len(one.covers) == 1 else "{{ total }}"
    number = f'{{{{ projects_of("{one.covers[0]}") }}}}' if len(one.covers) == 1 else "{{ projects }}"
    if one.claim.counts is not Counts.PROJECTS:
        number = "{{ grants }}"
    typed = {"total": total, "projects": number, "both": f"{total} and {number}"}[what]
    return f"Correct the text or the grants. Type {typed} instead, and the tool puts the right figures in."


def _rounded(whole: RoundSum, one: Judged) -> Finding:
    said = one.claim.total
    shown = said.text if said is not None else ""
    return Finding(
        "G203",
        f"{whole.filed.name}: {shown} differs from what {_grants(one.covers)} come to, {one.over.total}, by no more than a pound; it looks like rounding.",
        _place(whole, one, "total"),
        f"Type {one.over.total}, if it is to be exact.",
    )


def _misleading(whole: RoundSum, one: Judged, claim: Claim, key: str) -> Finding:
    is_total = key == "total"
    actual = str(one.over.total) if is_total else counted(one.over.projects, "project")
    return Finding(
        "G204",
        f"{whole.filed.name}: {quoted(claim.text)} is true, but {_grants(one.covers)} come to {actual}, so a reader would be misled.",
        _place(whole, one, key),
        "Type {{ total | rounded }}, or a figure nearer to it." if is_total else "Type {{ projects }}, or a figure nearer to it.",
    )  # fmt: skip


def _unreadable(whole: RoundSum, one: Judged) -> Iterator[Finding]:
    """Yield stated figures that cannot be read; those of the text are named where all prose is read."""
    if one.claim.declared is None:
        return
    for claim, key, said in (
        (one.claim.total, "total", one.claim.total_said),
        (one.claim.count, "projects", one.claim.count_said),
    ):
        if claim is not None and said is None and not claim.readable:
            kind = "an amount" if key == "total" else "a number"
            yield Finding(
                "G205",
                f"{whole.filed.name}, stated: {quoted(claim.text)} cannot be read as {kind}, so it is not checked"
                + (f": {claim.reason}." if claim.reason else "."),
                _place(whole, one, key),
                f"Did you mean {listed(list(claim.meant), 'or')}?" if claim.meant
                else "Type it as the paper prints it, such as £53,879, £54k or over £50,000." if key == "total"
                else "Type it as the paper prints it, such as 6, six or over 100.",
            )  # fmt: skip


# -- a scope that the sentence does not say


def _scope_unsaid(whole: RoundSum, one: Judged) -> bool:
    """Return whether the sentence reads as if it spoke of the whole round, but is right of some strands alone."""
    claim = one.claim
    if claim.said is None or not one.covers or (claim.spoken and claim.covers == one.covers):
        return False
    if one.verdict is Verdict.CANNOT_CHECK or whole.runs_over_exempt(()):
        return False
    total = claim.total is not None and _is_wrong(judge(claim.total, Decimal(whole.sum.total.pence) / 100))
    number = whole.sum.projects if claim.counts is Counts.PROJECTS else whole.sum.grants
    return total or (claim.count is not None and _is_wrong(judge(claim.count, Decimal(number))))


def _unsaid(whole: RoundSum, one: Judged) -> Finding:
    claim = one.claim
    scope = listed([_the(name) for name in one.covers])
    alone = "alone" if len(one.covers) == 1 else "together"
    message = (
        f"{whole.filed.name}: the text says {claim.words}, which reads as if it were the whole round, but all the grants "
        f"listed come to {_comes_to(whole.sum, one)}. {_capital(claim.words)} is what {scope} {alone} "
        f"{'comes' if len(one.covers) == 1 else 'come'} to, and the sentence does not say so."
    )
    return Finding(
        "G201",
        message,
        _place(whole, one, "total" if claim.total is not None else "projects"),
        _wording(one),
        _strands(whole),
    )


def _wording(one: Judged) -> str:
    """Return the sentence as it would say its scope: the strands named behind the amount, else behind the count's noun."""
    claim, said = one.claim, one.claim.said
    if said is None:
        return ""
    sentence = said.sentence
    if "\ufffc" in sentence.text:
        return f"Say in the sentence that it speaks of {listed(list(one.covers))}."
    at = said.claim.end - sentence.start
    link = "from" if claim.total is not None else "through"
    strands = listed([_the(name) for name in one.covers])
    inserted = f" {link} {strands}" if claim.total is not None else f" {listed(list(one.covers))}"
    return f"Type: {' '.join((sentence.text[:at] + inserted + sentence.text[at:]).split())}"


def _the(name: str) -> str:
    return name if name.casefold().startswith("the ") else f"the {name}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# -- why


def _explained(survey: Survey, whole: RoundSum, one: Judged) -> Explained | None:
    from pcp_reports.checks.causes import explained  # noqa: PLC0415 - most papers need no explanation

    return explained(survey, whole, one)
