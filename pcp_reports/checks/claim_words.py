"""How the claims of a round are spoken of in messages: where they stand, what they say, how far out they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.claims import Kind
from pcp_reports.findings import Related
from pcp_reports.money import Money
from pcp_reports.stated.assertion import uncapitalised
from pcp_reports.stated.words import Counts
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.findings import Place
    from pcp_reports.judging import Judgement
    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.stated.judged import Judged

TOTAL, COUNT = "total", "projects"
"""The halves of a claim, by their keys under ``stated``."""


def is_wrong(made: Judgement | None) -> bool:
    """Return whether a figure is not what the grants come to."""
    return made is not None and made.verdict.is_wrong


def place_of(whole: RoundSum, one: Judged, key: str) -> Place:
    """Return where the total or the count of a claim stands, in the text or under ``stated``."""
    said = one.claim.total_said if key == TOTAL else one.claim.count_said
    if said is not None:
        return whole.filed.source.place_in(whole.round.text, said.claim.start)
    if one.claim.declared is not None:
        return whole.filed.place(one.claim.declared.node, key)
    return whole.filed.source.place(whole.round.text)


def grants_of(covers: tuple[str, ...]) -> str:
    """Return the grants that a claim was held against: “the grants of the round”."""
    return f"the grants of {listed(list(covers))}" if covers else "the grants of the round"


def number_of(over: Sum, one: Judged) -> int:
    """Return how many projects, or grants, the grants are, whichever the claim counts."""
    return over.projects if one.claim.counts is Counts.PROJECTS else over.grants


def comes_to(over: Sum, one: Judged) -> str:
    """Return what the grants come to, in the terms of the claim: money, projects or grants, or both."""
    noun = "project" if one.claim.counts is Counts.PROJECTS else "grant"
    number = counted(number_of(over, one), noun)
    if one.claim.total is None:
        return number
    return f"{over.total} for {number}" if one.claim.count is not None else str(over.total)


def gap(claim: Claim, made: Judgement, actual: str, *, money: bool) -> str:
    """Return how far out a figure is, and which way: “£53,879 is £19,840 too little”, “6 is 2 too few”."""
    size = abs(made.gap)
    words = uncapitalised(claim.text)
    if not money and claim.kind is Kind.EXACT and claim.value is not None:
        words = f"{int(claim.value):,}"  # “pum” and “three” are quoted before; here they are counted with
    if not size:
        return f"{actual} is not {words}"
    shown = str(Money(int(size * 100))) if money else f"{int(size):,}"
    more, less = ("too much", "too little") if money else ("too many", "too few")
    return f"{words} is {shown} {more if made.gap > 0 else less}"


def strands_of(whole: RoundSum) -> tuple[Related, ...]:
    """Return what each strand comes to, so that one sees which a figure may mean."""
    return tuple(
        Related(
            f"{strand.name or 'all grants'}: {strand.sum.total} to {counted(strand.sum.projects, 'project')}",
            whole.filed.source.place(strand.grants[0].node),
        )
        for strand in whole.strands
        if strand.grants
    )


def the(name: str) -> str:
    """Return a strand's name with its article."""
    return name if name.casefold().startswith("the ") else f"the {name}"


def capital(words: str) -> str:
    """Return words as a sentence begins with them."""
    return words[:1].upper() + words[1:]
