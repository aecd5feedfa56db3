"""The evidence of an entry held against its text: where its words stand, what they claim, and what is behind them."""

from __future__ import annotations

import re
from dataclasses import field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.counts.count import names_of
from pcp_reports.evidence.arithmetic import Arithmetic, Source, Unread, read_evidence
from pcp_reports.evidence.given import given_numbers, numbers_of
from pcp_reports.evidence.in_words import sum_in_words
from pcp_reports.evidence.numbers import shown
from pcp_reports.evidence.wording import as_printed, find_words, nearest_words
from pcp_reports.judging import Judgement, Verdict, judge
from pcp_reports.measured import points
from pcp_reports.placeholders import PlaceholderError, evaluate
from pcp_reports.prose import read_prose
from pcp_reports.records import dataclass
from pcp_reports.said import Said, said_in
from pcp_reports.texts import proses, scope_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.evidence.numbers import Number
    from pcp_reports.nodes import Text
    from pcp_reports.workspace import Filed

_HUNDRED = Decimal(100)
_TWO = 2


@dataclass(frozen=True, slots=True)
class Stand:
    """One place where words stand: the key of the text as `proses` gives it, the text, and start and end in it."""

    key: str
    text: Text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proof:
    """One evidence: its words, what is behind them, where they stand, and what becomes of the figure in them.

    ``said`` is the figure that it proves, None where the words hold none or do not stand exactly once. ``computed``: the
    words hold a placeholder, whose figure needs no evidence. ``unsupported`` are the numbers of the arithmetic that stand
    nowhere else in the entry and bear no name. ``near`` are the words of the text that were probably meant.
    """

    words: Text
    behind: Arithmetic | Source | Unread
    stands: tuple[Stand, ...] = ()
    said: Said | None = None
    judgement: Judgement | None = None
    value: Decimal | None = None  # the outcome in the unit of the claim
    unsupported: tuple[Number, ...] = ()
    others: tuple[Said, ...] = field(default=())  # further figures in the same words
    computed: bool = False
    near: str | None = None
    in_points: bool = False  # it works out how far two per cents lie apart, and the text says so in per cent

    @property
    def points_meant(self) -> bool:
        """Return whether the number is right, and only the unit is not."""
        return self.in_points and self.judgement is not None and not self.judgement.gap

    @property
    def outcome(self) -> str:
        """Return what the arithmetic comes to, printed in the unit of the words that it proves."""
        unit = self.said.claim.unit if self.said is not None else Unit.COUNT
        value = self.value if self.value is not None else Decimal(0)
        if self.in_points or (unit is Unit.POINTS and isinstance(self.behind, Arithmetic) and self.behind.percent):
            return points(value)
        return shown(value, money=unit is Unit.MONEY, percent=unit is Unit.PERCENT)


def proofs(filed: Filed, locale: str) -> tuple[Proof, ...]:
    """Return each evidence of an entry with what became of it, in the order typed."""
    evidence = filed.partly.evidence if filed.partly is not None else None
    if not evidence:
        return ()
    entry = _Entry(filed, locale)
    return tuple(entry.judged(entry.placed(words, behind)) for words, behind in evidence.items())


class _Entry:
    """An entry whose evidence is looked at: its texts as they read, and the numbers that stand in it, found once."""

    def __init__(self, filed: Filed, locale: str) -> None:
        self.filed = filed
        self.locale = locale
        self.texts = tuple(proses(filed))
        self.printed = [as_printed(text) for _, text in self.texts]
        names = names_of(filed)
        self.told = [(key, said) for key, text in self.texts for said in said_in(text, locale, names)]
        self.given: set[tuple[Unit | None, Decimal]] | None = None

    def placed(self, words: Text, behind: str) -> Proof:
        """Return an evidence with the places where its words stand."""
        stands = tuple(
            Stand(key, text, *span)
            for (key, text), shown in zip(self.texts, self.printed, strict=True)
            for span in find_words(shown, words)
        )
        proof = Proof(words, self._read(words, behind), stands)
        if stands:
            return replace(proof, computed=any("{{" in one.text[one.start : one.end] for one in stands))
        filled = (_filled(self.filed, key, text, self.locale) for key, text in self.texts if "{{" in text)
        if any(find_words(as_printed(text), words) for text in filled):
            return replace(proof, computed=True)
        near = (nearest_words(shown, words) for shown in self.printed)
        return replace(proof, near=next((one for one in near if one is not None), None))

    def _read(self, words: Text, behind: str) -> Arithmetic | Source | Unread:
        """Return what is behind the words; a sum written out in words is no source's name."""
        read = read_evidence(behind)
        if not isinstance(read, Source):
            return read
        return sum_in_words(read.words, words, self.locale) or read

    def judged(self, proof: Proof) -> Proof:
        """Return an evidence with the figure in its words, and the verdict on it."""
        if len(proof.stands) != 1 or proof.computed:
            return proof
        stand = proof.stands[0]
        inside = [said for key, said in self.told if key == stand.key and _overlaps(said.claim, stand)]
        if not inside:
            return proof
        behind = proof.behind
        if not isinstance(behind, Arithmetic):
            return replace(proof, said=inside[0], others=tuple(inside[1:]))
        fitting = [one for one in inside if _comparable(one.claim, behind)]
        if not fitting:
            return replace(proof, said=inside[0], behind=_of_another_sort(behind, inside[0].claim))
        judged = [(one, *_judge(one.claim, behind)) for one in fitting]
        said, judgement, value = next((row for row in judged if row[1].verdict.is_sound), judged[0])
        in_points = _are_points(said, behind)
        return replace(
            proof,
            said=said,
            judgement=Judgement(Verdict.DISAGREES, judgement.gap) if in_points else judgement,
            value=value,
            unsupported=self._from_nowhere(behind, stand),
            in_points=in_points,
        )

    def _from_nowhere(self, behind: Arithmetic, stand: Stand) -> tuple[Number, ...]:
        """Return the numbers of a sum that neither bear a name nor stand in the entry, outside the words it proves."""
        typed = {
            number
            for key, said in self.told
            if key != stand.key or not _overlaps(said.claim, stand)
            for number in numbers_of(said.claim)
        }
        if self.given is None:
            self.given = given_numbers(self.filed, self.locale)
        known = typed | self.given
        return tuple(
            one
            for one in dict.fromkeys(behind.numbers)
            if not (one.free or one.name or (Unit.MONEY if one.money else None, _decimal(one)) in known)
        )


def _filled(filed: Filed, key: str, text: Text, locale: str) -> str:
    """Return a text with what its placeholders stand for; those that cannot be filled, which is said elsewhere, as typed."""
    scope = scope_of(filed, locale, key)
    words = str(text)
    for one in read_prose(text).placeholders:
        try:
            value = evaluate(one.expression, scope.names, scope.functions, locale=locale)
        except PlaceholderError:
            continue
        words = words.replace(f"{{{{ {one.expression} }}}}", value).replace(f"{{{{{one.expression}}}}}", value)
    return words


def _comparable(claim: Claim, behind: Arithmetic) -> bool:
    """Return whether the arithmetic can be of what the claim speaks of; bare numbers can be of anything."""
    if behind.money:
        return claim.unit is Unit.MONEY
    return not behind.percent or claim.unit in (Unit.PERCENT, Unit.POINTS)


_MOVED = (
    r"(?i)\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|increas\w+|decreas\w+|dropp?\w*|reduc\w+|declin\w+|grew|grown"
    r"|growth|improv\w+|up|down|higher|lower|climbed|gain\w*|cynydd\w*|gostwng|gostyng\w*)\b"
)


def _are_points(said: Said, behind: Arithmetic) -> bool:
    """Return whether the words give as per cent how far one per cent lies from another: “rose by 2.4%” of 69.8% − 67.4%.

    What is left of 100% is a per cent, and so is a share less another where nothing is said to have moved.
    """
    if said.claim.unit is not Unit.PERCENT or not behind.percent or len(behind.numbers) != _TWO:
        return False
    last, first = (one.value for one in behind.numbers)
    return (
        abs(last - first) == abs(behind.exact)
        and _HUNDRED not in (last, first)
        and re.search(_MOVED, said.sentence.text) is not None
    )


def _of_another_sort(behind: Arithmetic, claim: Claim) -> Unread:
    sort = "an amount" if behind.money else "a percentage"
    return Unread(behind.words, f"it comes to {behind.outcome}, {sort}, and “{claim.text}” is none")


def _judge(claim: Claim, behind: Arithmetic) -> tuple[Judgement, Decimal]:
    """Return the verdict, and the outcome in the claim's unit: a share of 0.18 is 18%, and a fall has no sign."""
    value = abs(behind.value)
    if claim.unit in (Unit.PERCENT, Unit.POINTS) and behind.divided:
        whole = _one(claim, value, behind), value
        share = _one(claim, value * _HUNDRED, behind), value * _HUNDRED
        return whole if whole[0].verdict.is_sound and not share[0].verdict.is_sound else share
    return _one(claim, value, behind), value


def _one(claim: Claim, value: Decimal, behind: Arithmetic) -> Judgement:
    judgement = judge(claim, value)
    if behind.divided and claim.kind is Kind.EXACT and claim.step and judgement.verdict is Verdict.DISAGREES:
        # An average or a share is always printed rounded, whether or not the text says “about”.
        steps = (value / claim.step).quantize(Decimal(1), ROUND_HALF_UP)
        if steps * claim.step == claim.value:
            return Judgement(Verdict.AGREES_ROUNDED)
    return judgement


def _decimal(number: Number) -> Decimal:
    return Decimal(number.value.numerator) / Decimal(number.value.denominator)


def _overlaps(claim: Claim, stand: Stand) -> bool:
    return claim.start < stand.end and claim.end > stand.start and claim.readable
