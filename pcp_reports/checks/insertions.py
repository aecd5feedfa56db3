"""Words typed round a placeholder that make what it prints untrue: “Over {{ total }}”, “£{{ total }}”, “{{ total }}k”.

The text is read as it will print. What may be meant of something else is left alone: a sum that is compared with
(“£500 more than {{ total }}”), bids and costs (“requests for over {{ total }}”), money shared over so many projects.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.claims import Kind, Unit, find, read
from pcp_reports.counts.count import is_kept_out
from pcp_reports.findings import Finding
from pcp_reports.judging import judge
from pcp_reports.money import Money, format_money, rounded
from pcp_reports.placeholders import Insertion, PlaceholderError, evaluate, read_expression
from pcp_reports.prose import read_prose
from pcp_reports.prose_parts import Placeholder
from pcp_reports.said import PUT_IN
from pcp_reports.texts import proses, scope_of
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.claims import Claim
    from pcp_reports.placing import Survey
    from pcp_reports.prose import ProseBlock
    from pcp_reports.texts import Scope

MOST_OF_A_TEXT = 20
"""How many of these are told of one text at once."""

_SCALE = r"[ \u00a0]?(k|m|mn|bn|thousand|million|billion|mil|miliwn)\b"
_PER_CENT = r"[ \u00a0]?(%|per ?cent|pc\b|y cant\b)"
_PENCE = r"p\b"
# Behind one of these “over 6 projects” is how many share, and not how many at least.
_SHARED = r"\b(?:split|shared?|sharing|spread|divided?|dividing|distributed|allocated|delivered|spent|paid|run)\s+$"
_COMPARED = r"[0-9%km]\s*$|\b(?:higher|lower|greater|pounds?|pence|cent|points?|times|much|far)\s+$"
_OF_ELSE = r"\b(?:bids?|bidding|appli\w+|apply|request\w*|sought|seeking|ask(?:ed|ing)|costs?|costing|budgets?|available|raised|saved|savings?|compared|previous|last|earlier|target\w*)\b"  # fmt: skip


class _Value(NamedTuple):
    """What stands behind a placeholder: in full, as a number with its unit where one is known, and whether it is data of the grants."""

    in_full: str
    number: Decimal | None
    unit: Unit
    of_grants: bool
    money: Money | None = None


class _Printed(NamedTuple):
    """A placeholder as it prints: where its words stand in the block's text, and where it stands in the text as typed."""

    insertion: Insertion
    value: _Value
    start: int
    end: int
    offset: int


def put_in(survey: Survey) -> Iterator[Finding]:
    """What is typed round a placeholder leaves what it prints true and readable."""
    register = survey.register
    locale = register.office.language if register.office is not None else "en_GB"
    for filed in register.entries:
        if filed.partly is None or is_kept_out(filed):
            continue
        for key, text in proses(filed):
            if "{{" not in text:
                continue
            scope = scope_of(filed, locale, key)
            blocks = (_Block(block, scope, locale) for block in read_prose(text).blocks)
            told = (one for block in blocks for one in block.wrong())
            for printed, message, hint in islice(told, MOST_OF_A_TEXT):
                place = filed.source.place_in(text, printed.offset)
                yield Finding("F205", f"{filed.name}, {key}: {message}", place, hint)


class _Block:
    """A paragraph or bullet as it prints, and the numbers that were put into it."""

    def __init__(self, block: ProseBlock, scope: Scope, locale: str) -> None:
        self.locale = locale
        self.text = ""
        self.given: list[_Printed] = []
        for part in block.parts:
            if not isinstance(part, Placeholder):
                self.text += part.text
                continue
            try:
                words = evaluate(part.expression, scope.names, scope.functions, locale=locale)
                insertion = read_expression(part.expression)
            except PlaceholderError:  # told by the check of placeholders
                self.text += PUT_IN
                continue
            value = _value_of(insertion, words, scope, locale)
            if value is not None:
                end = len(self.text) + len(words)
                self.given.append(_Printed(insertion, value, len(self.text), end, part.offset))
            self.text += words

    def wrong(self) -> Iterator[tuple[_Printed, str, str]]:
        """Yield each placeholder that prints something untrue, with the message and what to type."""
        claims = find(self.text, self.locale) if self.given else []
        for one in self.given:
            around = [claim for claim in claims if claim.start < one.end and one.start < claim.end]
            told = self._glued(one) or self._behind(one, around) or self._hedged(one, around)
            if told is not None:
                message, hint = told
                yield one, f"{message}.", hint

    def _glued(self, one: _Printed) -> tuple[str, str] | None:
        """Return what to say of a sign or digits that stand right before or behind."""
        before, behind = self.text[: one.start], self.text[one.end :]
        shown = self.text[one.start : one.end]
        if before.rstrip().endswith("£"):
            start = len(before.rstrip()) - 1
            if shown.startswith("£"):
                return self._said(one, start, one.end), f"Type {one.insertion}, which brings its own pound sign."
            if one.value.of_grants:
                return self._said(one, start, one.end), f"Type {one.insertion}, which is a number and no money."
        digits = re.search(r"[0-9][0-9.,]*$", before)
        if digits is not None and one.start and shown[:1].isdigit():
            hint = f"Type {one.insertion} alone, which prints {shown}, or a space between the two."
            return self._said(one, digits.start(), one.end), hint
        more = re.match(r"[.,]?[0-9][0-9.,]*(?<![.,])", behind)
        if more is not None and (shown[-1:].isdigit() or more[0][0].isdigit()):
            hint = f"Type {one.insertion} alone, which prints {shown}."
            return self._said(one, one.start, one.end + more.end()), hint
        return None

    def _behind(self, one: _Printed, around: list[Claim]) -> tuple[str, str] | None:
        """Return what to say of a unit behind that is not the value's own: “k”, “million”, “%”, “p”."""
        behind, shown = self.text[one.end :], self.text[one.start : one.end]
        of_grants, plain = one.value.of_grants, read(shown, self.locale).readable
        per_cent = re.match(_PER_CENT, behind, re.IGNORECASE)
        if per_cent is not None and (of_grants or shown.endswith("%")):
            what = "brings its own" if shown.endswith("%") else "is no per cent"
            said = self._said(one, one.start, one.end + per_cent.end())
            return said, f"Take {quoted(per_cent[1])} out: {one.insertion} {what}."
        scale = re.match(_SCALE, behind, re.IGNORECASE) or (re.match(_PENCE, behind) if shown.startswith("£") else None)
        if scale is None or not plain:
            return None
        whole = next((claim for claim in around if claim.end >= one.end + scale.end()), None)
        if not of_grants and (whole is None or whole.readable):
            return None
        if of_grants and whole is None and not one.insertion.is_rounded:
            return None
        said = self._said(one, one.start, one.end + scale.end())
        if one.value.money is not None and not one.insertion.is_rounded:
            short = one.insertion._replace(is_rounded=True)
            return said, f"Type {short}, which prints {rounded(one.value.money)}, or {one.insertion} alone."
        return said, f"Type {one.insertion} alone, which prints {shown}."

    def _hedged(self, one: _Printed, around: list[Claim]) -> tuple[str, str] | None:
        """Return what to say of “over” and “almost” where they are not so of the very number."""
        claim = next((claim for claim in around if claim.start < one.start and one.end <= claim.end), None)
        number = one.value.number
        if claim is None or number is None or claim.unit is not one.value.unit or not claim.hedge:
            return None
        if claim.kind not in (Kind.AT_LEAST, Kind.AT_MOST) or not judge(claim, number).verdict.is_wrong:
            return None
        if any(other is not one and claim.start <= other.start < claim.end for other in self.given):
            return None
        if self._may_be_of_else(claim):
            return None
        said = self._said(one, claim.start, claim.end)
        hedge = self.text[claim.start : one.start].strip()
        exactly = "" if one.insertion.is_rounded else " exactly"
        return f"{said}, which is not so: it is {one.value.in_full}{exactly}", self._instead(one, hedge)

    def _may_be_of_else(self, claim: Claim) -> bool:
        """Return whether the sentence may tell of something else than what is put in."""
        before = self.text[: claim.start]
        sentence = re.split(r"[.?!]\s", before)[-1] + re.split(r"[.?!](?:\s|$)", self.text[claim.start :])[0]
        if re.search(_OF_ELSE, sentence, re.IGNORECASE) or re.search(_COMPARED, before):
            return True
        return claim.hedge in ("over", "under") and re.search(_SHARED, before, re.IGNORECASE) is not None

    def _instead(self, one: _Printed, hedge: str) -> str:
        plain = one.insertion._replace(is_rounded=False)
        offers = [f"{plain} alone, which prints {one.value.in_full}"]
        if one.value.money is not None and one.value.number is not None:
            short = rounded(one.value.money)
            more = (hedge[:1].lower() + hedge[1:], *(("over", "almost") if self.locale.startswith("en") else ()))
            for words in dict.fromkeys(more):
                claim = read(f"{words} {short}", self.locale)
                if claim.readable and not judge(claim, one.value.number).verdict.is_wrong:
                    rounder = one.insertion._replace(is_rounded=True)
                    offers.append(f"{quoted(f'{words} {rounder}')}, which prints {quoted(f'{words} {short}')}")
                    break
        return f"Type {'; or '.join(offers)}."

    def _said(self, one: _Printed, start: int, end: int) -> str:
        typed = f"{self.text[start : one.start]}{one.insertion}{self.text[one.end : end]}"
        return f"{quoted(typed)} prints {quoted(self.text[start:end])}"


def _value_of(insertion: Insertion, words: str, scope: Scope, locale: str) -> _Value | None:
    """Return what a placeholder stands for; None of one that is no number, as a title or a date."""
    given = (
        scope.names[insertion.name]
        if insertion.argument is None
        else scope.functions[insertion.name](insertion.argument)
    )
    if isinstance(given, Money):
        return _Value(format_money(given, locale), Decimal(given.decimal), Unit.MONEY, of_grants=True, money=given)
    if isinstance(given, int):
        return _Value(words, Decimal(given), Unit.COUNT, of_grants=True)
    if insertion.name != "figure":
        return None
    claim = read(words, locale)
    if not claim.readable:
        return None
    exact = claim.value if claim.kind is Kind.EXACT else None
    return _Value(words, exact, claim.unit, of_grants=False)
