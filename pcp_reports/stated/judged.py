"""What the claims of a funding round are worth against its grants.

A claim is accused only when no sensible reading of it agrees: a scope that was read out of the sentence gives way to
the whole round, and a second total of the same scope is left alone where the first agrees.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.judging import Judgement, Verdict, judge, worse
from pcp_reports.records import dataclass
from pcp_reports.stated.reading import assertions
from pcp_reports.stated.words import Counts, is_of_another_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.said import Said
    from pcp_reports.stated.assertion import Assertion

_FEW_DIGITS = 2
_TELLING = 3  # a smaller number may fit by chance
_CANNOT = Judgement(Verdict.CANNOT_CHECK)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what it was held against and its judgements: of the total, of the count.

    ``hidden``: it runs over exempt money, so neither figures nor verdict may say anything. ``listed``: it is one of the
    round's claims; one that is not stands in the text beside a claim that ``stated`` gives in full.
    """

    claim: Assertion
    covers: tuple[str, ...]
    over: Sum
    total: Judgement | None
    count: Judgement | None
    hidden: bool = False
    listed: bool = True

    @property
    def verdict(self) -> Verdict:
        """Return the worse of total and count; a claim that names neither cannot be checked."""
        return worse([one.verdict for one in (self.total, self.count) if one is not None])

    @property
    def is_wrong(self) -> bool:
        """Return whether total or count are not what the grants come to."""
        return self.verdict.is_wrong

    @property
    def total_words(self) -> str | None:
        """Return the total as printed, or None where there is none or none may be shown."""
        return self.claim.total.text if self.claim.total is not None and not self.hidden else None

    @property
    def count_words(self) -> str | None:
        """Return the number as printed, or None where there is none or none may be shown."""
        return self.claim.count.text if self.claim.count is not None and not self.hidden else None


def judged(whole: RoundSum, locale: str = "en_GB") -> tuple[Judged, ...]:
    """Return the claims of a round, each with what it is worth; one that may speak of something else only if it agrees."""
    return weighed(whole, assertions(whole.round, locale))


def weighed(whole: RoundSum, claims: Sequence[Assertion]) -> tuple[Judged, ...]:
    """Return the claims with what each is worth, wherever they were read; one that is not firm only if it agrees."""
    in_full = [one for one in claims if one.declared is not None and one.said is None and (one.total or one.count)]
    scopes = tuple(dict.fromkeys(one.covers for one in in_full))
    made = []
    for claim in claims:
        listed = claim.declared is not None or not in_full
        found = _first_sound(whole, claim, () if listed else scopes)
        if claim.declared is not None or claim.firm or _fits_closely(found) or _fits_half(found):
            made.append(found if listed else replace(found, listed=False))
    return tuple(one for one in made if not _outdone(one, made))


def _fits_closely(one: Judged) -> bool:
    """Return whether a claim that may speak of something else fits the round so well that it speaks of it."""
    parts = [made for made in (one.total, one.count) if made is not None]
    return one.verdict.is_sound and not any(made.misleading for made in parts)


def _fits_half(one: Judged) -> bool:
    """Return whether total or count is so exactly the round's that the other, beside it, speaks of the round as well."""
    total = one.total is not None and one.total.verdict is Verdict.AGREES
    count = one.claim.count
    number = count.value if count is not None else None
    counted = (
        one.count is not None and one.count.verdict is Verdict.AGREES and number is not None and number >= _TELLING
    )
    return one.is_wrong and (total or counted) and _is_only_sum(one.claim.said)


def _is_only_sum(said: Said | None) -> bool:
    """Return whether a figure's sentence gives one sum at most, and of no other time, so that no other can be meant."""
    sums = [claim for claim in said.sentence.claims if claim.unit is Unit.MONEY] if said is not None else []
    return said is not None and len(sums) <= 1 and not is_of_another_time(said.sentence.text)


def _outdone(one: Judged, made: Iterable[Judged]) -> bool:
    """Return whether a wrong figure of the text speaks of the same grants as another that agrees: which is meant cannot be told.

    A total that has the digits of the right one in another order, or its noughts elsewhere, is a slip all the same.
    """
    if one.claim.said is None or one.claim.declared is not None or not one.is_wrong:
        return False
    if one.claim.total is not None and one.claim.firm and is_slip_of(one.claim.total, one.over.total.pence):
        return False
    sentence = one.claim.said.sentence
    return any(
        other is not one
        and other.claim.said is not None
        and (one.total is None or other.claim.said.sentence is not sentence or other.total is not None)
        and other.verdict.is_sound
        and other.covers == one.covers
        for other in made
    )


def is_slip_of(claim: Claim, pence: int) -> bool:
    """Return whether an exact total has the very digits of another sum: £44,540 for £44,450, £4,445 for £44,450."""
    if claim.kind is not Kind.EXACT or claim.value is None:
        return False
    said, right = str(int(claim.value * 100)).strip("0"), str(pence).strip("0")
    return sorted(said) == sorted(right) and len(right) > _FEW_DIGITS


def _first_sound(whole: RoundSum, claim: Assertion, scopes: tuple[tuple[str, ...], ...]) -> Judged:
    """Return the claim judged over the first scope that it may be about and that bears it out, else over its own."""
    own = _over(whole, claim, claim.covers)
    if not own.is_wrong or claim.declared is not None or claim.placed:
        return own
    strands = tuple((strand.name,) for strand in whole.strands if strand.name is not None) if scopes else ()
    near = tuple((name,) for name in claim.near)
    others = (*(((),) if claim.covers else ()), *near, *((claim.near,) if claim.near else ()), *scopes, *strands)
    return next((found for covers in others if not (found := _over(whole, claim, covers)).is_wrong), own)


def _over(whole: RoundSum, claim: Assertion, covers: tuple[str, ...]) -> Judged:
    over = whole.over(covers)
    if whole.runs_over_exempt(covers):
        # A total printed beside the public sum would give the exempt amount away to whoever subtracts.
        shown = {strand.name for strand in whole.strands}
        return Judged(claim, tuple(name for name in covers if name in shown), over, None, None, hidden=True)
    known = {strand.name for strand in whole.strands}
    sound = whole.filed.sound and all(name in known for name in covers)
    total = _judge(claim.total, Decimal(over.total.pence) / 100, sound=sound)
    count = _judge_count(claim, whole, covers, over, sound=sound)
    return Judged(claim, covers, over, total, count)


def _judge(claim: Claim | None, value: Decimal, *, sound: bool) -> Judgement | None:
    if claim is None:
        return None
    return judge(claim, value) if sound else _CANNOT


def _judge_count(
    claim: Assertion, whole: RoundSum, covers: tuple[str, ...], over: Sum, *, sound: bool
) -> Judgement | None:
    """Return what a count is worth. A count of grants may also be one of projects; one of recipients proves nothing."""
    if claim.count is None or claim.counts is Counts.PROJECTS:
        return _judge(claim.count, Decimal(over.projects), sound=sound)
    recipients = len({grant.recipient.casefold() for grant in whole.within(covers)})
    numbers = (over.grants, over.projects, *((recipients,) if claim.counts is Counts.RECIPIENTS else ()))
    made = [one for number in numbers if (one := _judge(claim.count, Decimal(number), sound=sound)) is not None]
    sound_one = next((one for one in made if not one.verdict.is_wrong), None)
    if sound_one is not None:
        return sound_one
    beside = _judge(claim.total, Decimal(over.total.pence) / 100, sound=sound)
    sum_agrees = beside is not None and beside.verdict.is_sound
    return made[0] if claim.counts is Counts.GRANTS or sum_agrees else _CANNOT
