"""A grant that stands otherwise in Word: what the round comes to with it, and with all else that Word has otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.comparing.entries.change import Figure
from pcp_reports.comparing.entries.fields import split_line
from pcp_reports.judging import Verdict
from pcp_reports.money import Money, MoneyError, format_money
from pcp_reports.stated.judged import judged
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.document import Block
    from pcp_reports.ledger import RoundSum
    from pcp_reports.stated.judged import Judged

_TOGETHER = "with all that Word has otherwise"


class GrantFigures:
    """Tells what the grants of one round come to. ``now`` is the round by its entry, ``word`` as Word has it.

    ``changed`` is how many of its grants Word has otherwise: what they come to is told of all together.
    """

    def __init__(self, now: RoundSum, word: RoundSum, changed: int, locale: str) -> None:
        """Keep the two sides."""
        self._now = now
        self._word = word
        self._many = changed > 1
        self._locale = locale

    def of_amount(self, old: str, new: str) -> Figure:
        """Return an amount that was typed over."""
        how = _TOGETHER if self._many else f"with {new}"
        return Figure(old, new, Verdict.DISAGREES, f"The entry says {old}; {how} {self._round_comes_to()}.")

    def of_line(self, change: Change, block: Block | None) -> Figure | None:
        """Return a grant that went, or one that came; None for another line."""
        parts = split_line(change.new or change.old)
        if parts is None or (block is not None and block.origin.key != "grant"):
            return None
        try:
            Money.parse(parts.amount)
        except MoneyError:
            return None
        how = "With" if change.new else "Without"
        old, new = ("", parts.amount) if change.new else (parts.amount, "")
        said = (
            f"{how} this grant the round would come to {self._total(self._word)} instead of {self._total(self._now)}."
        )
        if self._many:
            said = f"{_TOGETHER[:1].upper()}{_TOGETHER[1:]} {self._round_comes_to()}."
        return Figure(old, new, Verdict.CANNOT_CHECK, said)

    def of_move(self, amount: str, strands: tuple[str, str]) -> Figure:
        """Return a grant that stands among those of another strand."""
        old, new = (f"{amount} of {strand}" for strand in strands)
        how = _TOGETHER if self._many else "with that"
        said = f"The entry has it among the grants of {strands[0]}; {how} {self._round_comes_to(strands)}."
        return Figure(old, new, Verdict.DISAGREES, said)

    def _round_comes_to(self, strands: tuple[str, ...] = ()) -> str:
        """Return what the round and strands come to as Word has it, and which words of its text that bears out; as a clause."""
        total, would = self._total(self._now), self._total(self._word)
        scopes = {one.covers for one in judged(self._word, self._locale) if one.covers and not one.hidden}
        said = f"the round comes to {would} {'as before' if would == total else f'instead of {total}'}"
        of_strands = self._strands(scopes | {(one,) for one in strands})
        wrong = turned_wrong(self._now, self._word, self._locale)
        if wrong:
            return f"{said}{of_strands}, so {listed([f'“{one}”' for one in wrong])} in its text would be wrong"
        right = [one.total_words for one in judged(self._word, self._locale) if _bears_out(one) and one.total_words]
        changes = would != total or of_strands
        is_right = f", and {listed([f'“{one}”' for one in right])} in its text is right" if right and changes else ""
        return f"{said}{of_strands}{is_right}"

    def _strands(self, scopes: set[tuple[str, ...]]) -> str:
        """Return what the strands come to that are spoken of alone, where that changes; as a clause."""
        parts = []
        for covers in sorted(scopes):
            if self._now.runs_over_exempt(covers):
                continue
            was, would = (format_money(one.over(covers).total, self._locale) for one in (self._now, self._word))
            if was != would:
                parts.append(f"{listed(list(covers))} to {would} instead of {was}")
        return f", and {listed(parts)}" if parts else ""

    def _total(self, whole: RoundSum) -> str:
        return format_money(whole.sum.total, self._locale)


def turned_wrong(now: RoundSum, then: RoundSum, locale: str) -> list[str]:
    """Return the figures in a round's text that its grants, as they are ``then``, make wrong, and as they are now do not."""
    was, found = (judged(one, locale) for one in (now, then))
    known = {one.total_words for one in was if one.is_wrong}
    told = [one.total_words for one in found if one.is_wrong and one.total_words and one.total_words not in known]
    right = {one.total_words for one in found if _bears_out(one)}
    # What only names a strand's part is no claim of the round: it is known by being that strand's sum to the pound.
    strands = [one.name for one in now.strands if one.name and not now.runs_over_exempt((one.name,))]
    for claim in find(str(then.round.text), locale):
        if claim.unit is not Unit.MONEY or claim.kind is not Kind.EXACT or claim.text in right:
            continue
        if any(_is(claim, now, strand) and not _is(claim, then, strand) for strand in strands):
            told.append(claim.text)
    return list(dict.fromkeys(told))


def _is(claim: Claim, whole: RoundSum, strand: str) -> bool:
    return claim.value == Decimal(whole.over((strand,)).total.pence) / 100


def _bears_out(one: Judged) -> bool:
    return one.total is not None and one.total.verdict.is_sound
