"""What is said of evidence that does not hold: its words, and what stands behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.evidence.arithmetic import Arithmetic, Source, Unread
from pcp_reports.evidence.numbers import shown
from pcp_reports.evidence.proving import proofs
from pcp_reports.findings import Finding, Related
from pcp_reports.measured import printed
from pcp_reports.nodes import Block, Text
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.evidence.proving import Proof
    from pcp_reports.findings import Place
    from pcp_reports.workspace import Filed

_LONGEST = 90
_HUNDRED = 100


def of_evidence(filed: Filed, locale: str) -> Iterator[Finding]:
    """Yield what is wrong with the evidence of an entry."""
    for proof in proofs(filed, locale):
        yield from _words(filed, proof)
        yield from _behind(filed, proof)


def _words(filed: Filed, proof: Proof) -> Iterator[Finding]:
    """The words stand in the text, and stand there once."""
    typed = quoted(shortened(proof.words, _LONGEST))
    place = filed.source.place(proof.words)
    if not proof.stands and not proof.computed:
        if filed.model is None:
            return  # a text that cannot be read may hold them
        near = f"; the nearest words there are {quoted(shortened(proof.near, _LONGEST))}" if proof.near else ""
        hint = "Type the words as they stand in the text, or delete the line."
        if proof.near:
            hint = f"Type “{shortened(proof.near, _LONGEST)}” before the colon, and see that what is behind it still holds."
        yield Finding(
            "F211", f"{filed.name}, evidence: {typed} does not stand in the text any more{near}.", place, hint
        )
    elif len(proof.stands) > 1:
        related = tuple(
            Related(f"place {number}", filed.source.place_in(one.text, one.start))
            for number, one in enumerate(proof.stands, 1)
        )
        where = dict.fromkeys(one.key for one in proof.stands)
        texts = listed([f"the {key}" if key in ("text", "summary") else key for key in where])
        message = f"{filed.name}, evidence: {typed} stands {_times(len(proof.stands))} in {texts}, and which is meant cannot be told."
        yield Finding(
            "F212", message, place, "Type more of the words around it, so that they stand there once.", related
        )
    elif isinstance(proof.behind, Arithmetic) and proof.said is None and not (proof.computed or _misprinted(proof)):
        message = f"{filed.name}, evidence: no figure stands in the words {typed}, so there is nothing to prove."
        yield Finding(
            "F216",
            message,
            place,
            "Begin the line with more words of the text, the figure among them, or delete the line.",
        )


def _misprinted(proof: Proof) -> bool:
    """Return whether the words hold something like a figure, which is named where it is typed."""
    return any(char.isdigit() for char in proof.words)


def _behind(filed: Filed, proof: Proof) -> Iterator[Finding]:
    """What stands behind the words can be worked out, and bears them out."""
    place = _place(filed, proof)
    typed = quoted(shortened(proof.words, _LONGEST))
    if isinstance(proof.behind, Unread):
        hint = f"Type: {shortened(proof.words, _LONGEST)}: {proof.behind.instead}" if _whole(proof.behind) else ""
        typed_behind = quoted(shortened(proof.behind.words, _LONGEST))
        lead = f"{filed.name}, evidence, {shortened(proof.words, _LONGEST)}: {typed_behind}"
        message = f"{lead} cannot be worked out, because {proof.behind.reason}."
        if proof.behind.empty:
            message = f"{lead} names no source yet."
        yield Finding(
            "F215", message, place, hint or "Type sums such as 130 + 278 or 40 × £1,350, or the source's name."
        )
    if isinstance(proof.behind, Source) or not isinstance(proof.behind, Arithmetic) or proof.judgement is None:
        return
    comes_to = f"{shortened(proof.behind.words, _LONGEST)} comes to {proof.outcome}"
    judgement = proof.judgement
    if proof.points_meant:
        yield _points_meant(filed, proof, place)
    elif judgement.looks_rounded:
        message = (
            f"{filed.name}, evidence: {comes_to}, and the text says {typed}; the difference of £1 looks like rounding."
        )
        yield Finding("F203", message, place)
    elif judgement.verdict.is_wrong:
        message = f"{filed.name}, evidence: {comes_to}, but the text says {typed}{_difference(proof)}."
        yield Finding("F213", message, place, "Correct the text, or the numbers behind the words.")
    elif judgement.misleading:
        message = f"{filed.name}, evidence: {comes_to}; {typed} is true of it, but a reader would think of a number much nearer."
        yield Finding("F204", message, place, "Type the number itself, or a round one that is nearer to it.")
    if proof.unsupported:
        numbers = listed([one.text for one in proof.unsupported])
        verb = "stands" if len(proof.unsupported) == 1 else "stand"
        message = f"{filed.name}, evidence: {typed} rests on {numbers}, which {verb} neither in the text nor among the figures of the entry, and {'bears' if len(proof.unsupported) == 1 else 'bear'} no name."
        yield Finding(
            "F214",
            message,
            place,
            f"Say behind the number where it comes from, as in {proof.unsupported[0].text} (custody log).",
        )


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number:,} times"  # noqa: PLR2004 - as people say it


def _points_meant(filed: Filed, proof: Proof, place: Place) -> Finding:
    """Return the warning about a text that says per cent of what are percentage points."""
    typed = quoted(shortened(proof.words, _LONGEST))
    numbers = proof.behind.numbers if isinstance(proof.behind, Arithmetic) else ()
    last, first = numbers  # two per cents, or nothing could be meant so
    size = proof.value or Decimal(0)
    way = 1 if last.value >= first.value else -1
    then = Decimal(first.value.numerator) / first.value.denominator * (_HUNDRED + way * size) / _HUNDRED
    said = proof.said.claim.text if proof.said is not None else str(proof.words)
    noun = "percentage point" if size == 1 else "percentage points"
    return Finding(
        "F217",
        f"{filed.name}, evidence: from {first.text} to {last.text} is {shown(size)} {noun}, but the text says {typed}; {quoted(said)} would mean {first.text} to {printed(then, Unit.PERCENT)}.",
        place,
        f"Type “{proof.outcome}” for “{said}”, in the text and before the colon.",
    )


def _whole(behind: Unread) -> bool:
    """Return whether what is to be typed is the whole of it, not one number."""
    return " " in behind.instead


def _difference(proof: Proof) -> str:
    claim = proof.said.claim if proof.said is not None else None
    if claim is None or proof.judgement is None or not proof.judgement.gap:
        return ""
    gap = proof.judgement.gap
    if claim.unit is Unit.MONEY:
        return f"; that is {shown(abs(gap), money=True)} too {'much' if gap > 0 else 'little'}"
    size = shown(abs(gap))
    if claim.unit in (Unit.PERCENT, Unit.POINTS):
        size = f"{size} {'point' if abs(gap) == 1 else 'points'}"
    if claim.unit is Unit.COUNT:
        return f"; that is {size} too {'many' if gap > 0 else 'few'}"
    return f"; that is {size} too {'high' if gap > 0 else 'low'}"


def _place(filed: Filed, proof: Proof) -> Place:
    """Return where the value of an evidence stands."""
    block = filed.partly.node.get(Text("evidence"))
    return filed.place(block, proof.words) if isinstance(block, Block) else filed.source.place(proof.words)
