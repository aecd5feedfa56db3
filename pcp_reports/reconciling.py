"""The figures of an entry's prose that something stands behind: evidence, and the entry's own data.

What the checks say of a figure and what the figure register says of it are worked out here, once and in the same way.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.changes import Fit, fit, read_change
from pcp_reports.claims import Unit
from pcp_reports.counts.count import names_of
from pcp_reports.counts.finding import counts_in, counts_of
from pcp_reports.evidence.arithmetic import Arithmetic, Source
from pcp_reports.evidence.proving import proofs
from pcp_reports.judging import Verdict
from pcp_reports.measured import read_quantity
from pcp_reports.records import dataclass
from pcp_reports.said import said_in
from pcp_reports.texts import proses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.counts.count import Count
    from pcp_reports.evidence.proving import Proof
    from pcp_reports.model.common import Figure
    from pcp_reports.nodes import Text
    from pcp_reports.said import Said
    from pcp_reports.workspace import Filed


@dataclass(frozen=True, slots=True)
class Tied:
    """A figure of a text, the key of the text as `proses` gives it, the verdict on it, and what it was held against.

    ``basis`` says that in words: “130 + 278 = 408”, “the 6 places named”, “from 88 to 61”, or the name of a source; with a
    source, ``sourced``, and the verdict is that nothing can be checked.
    """

    said: Said
    text: Text
    key: str
    verdict: Verdict
    basis: str
    sourced: bool = False
    kept: str = ""  # the name of the figure kept as data that it equals, and for which no source is named


@dataclass(frozen=True, slots=True)
class Used:
    """A figure of a text that is one of the numbers in the arithmetic behind other words of the entry."""

    said: Said
    text: Text
    key: str
    words: str  # the words that it is used in: “over 400 individuals”


def tied(filed: Filed, locale: str) -> tuple[Tied, ...]:
    """Return the figures of an entry's prose that evidence or its own data stand behind, in order, each at most once."""
    return _tied(filed, proofs(filed, locale), counts_of(filed, locale), locale)


def tied_in(text: Text, key: str, locale: str) -> tuple[Tied, ...]:
    """Return the figures of a text that belongs to no entry which the text itself bears out or contradicts."""
    return tuple(_of_count(count) for count in counts_in(text, key, locale))


def _tied(filed: Filed, proven: tuple[Proof, ...], counts: tuple[Count, ...], locale: str) -> tuple[Tied, ...]:
    order = {key: number for number, (key, _) in enumerate(proses(filed))} if proven or counts else {}
    found: dict[tuple[int, int, int], Tied] = {}
    for one in (*_of_proofs(proven), *(_of_count(count, locale) for count in counts)):
        found.setdefault((order[one.key], *one.said.claim.span), one)
    return tuple(found[place] for place in sorted(found))


def _of_count(count: Count, locale: str = "en_GB") -> Tied:
    """Return the tie of a count. What equals a figure kept as data is proved by that no more than the figure itself is."""
    verdict, tie = count.judgement.verdict, count.tie
    made = Tied(count.said, count.text, count.key, verdict, count.basis)
    if tie is None or not count.agrees:
        return made
    figure = tie.figure
    if tie.shown is figure.change and _leads(figure, locale):
        return replace(made, basis=f"from {figure.was} to {figure.now or figure.value}")
    if figure.source:
        return replace(made, verdict=Verdict.CANNOT_CHECK, basis=figure.source, sourced=True)
    return replace(made, kept=tie.name)


def _leads(figure: Figure, locale: str) -> bool:
    """Return whether a figure's change leads from its own start to its end."""
    change = read_change(figure.change, locale)
    start, end = read_quantity(figure.was, locale), read_quantity(figure.now or figure.value, locale)
    return change is not None and start is not None and end is not None and fit(start, end, change) is Fit.FITS


def _of_proofs(proven: Iterable[Proof]) -> Iterable[Tied]:
    for proof in proven:
        if proof.said is None or len(proof.stands) != 1:
            continue
        stand = proof.stands[0]
        if isinstance(proof.behind, Source):
            for said in (proof.said, *proof.others):
                yield Tied(said, stand.text, stand.key, Verdict.CANNOT_CHECK, proof.behind.words, sourced=True)
        elif isinstance(proof.behind, Arithmetic) and proof.judgement is not None:
            basis = f"{proof.behind.words} = {proof.outcome}"
            # A sum proves no more than its numbers: one that comes from nowhere proves nothing.
            verdict = Verdict.CANNOT_CHECK if proof.unsupported else proof.judgement.verdict
            yield Tied(proof.said, stand.text, stand.key, verdict, basis)


def used_in_evidence(filed: Filed, locale: str) -> tuple[Used, ...]:
    """Return the figures of an entry's prose that are numbers of the arithmetic behind other words, in order.

    A number that stands in the prose several times is the first behind the words that it proves, else the first of all.
    """
    found: dict[tuple[int, int], Used] = {}
    texts = tuple(proses(filed)) if filed.partly is not None and filed.partly.evidence else ()
    names = names_of(filed) if texts else ()
    told = [
        (number, key, text, said) for number, (key, text) in enumerate(texts) for said in said_in(text, locale, names)
    ]
    own = [
        proof for proof in (proofs(filed, locale) if texts else ()) if proof.said is not None and len(proof.stands) == 1
    ]
    taken = {(proof.stands[0].key, proof.said.claim.start) for proof in own if proof.said is not None}
    for proof in own:
        if not isinstance(proof.behind, Arithmetic):
            continue
        stand = proof.stands[0]
        for one in dict.fromkeys(proof.behind.numbers):
            value = Decimal(one.value.numerator) / Decimal(one.value.denominator)
            rows = [
                row
                for row in told
                if row[3].claim.value == value
                and (row[3].claim.unit is Unit.MONEY or not one.money)
                and (row[1], row[3].claim.start) not in taken
            ]
            after = [row for row in rows if row[1] == stand.key and row[3].claim.start >= stand.end]
            for number, key, text, said in (after or rows)[:1]:
                found.setdefault((number, said.claim.start), Used(said, text, key, str(proof.words)))
    return tuple(found[place] for place in sorted(found))
