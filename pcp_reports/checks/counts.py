"""Figures typed in prose: none is misprinted, and a count agrees with what the entry itself names and lists."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.counts.count import is_kept_out, names_of
from pcp_reports.counts.finding import counts_in, counts_of
from pcp_reports.evidence.numbers import shown
from pcp_reports.findings import Finding
from pcp_reports.ledger import ROUND
from pcp_reports.model.paper import ItemKind
from pcp_reports.said import said_in
from pcp_reports.texts import proses
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.claims import Claim
    from pcp_reports.counts.count import Count
    from pcp_reports.findings import Place
    from pcp_reports.nodes import Text
    from pcp_reports.placing import Survey
    from pcp_reports.said import Said
    from pcp_reports.source import Source
    from pcp_reports.workspace import Filed

MOST_OF_A_TEXT = 20
"""How many misprints of one text are told at once."""

_SUSPECT = r"[0-9]\s?[.,]\s?[0-9]|[0-9]\s?(?:[kmp]\b|bn\b|%|million|thousand)"
_WORDS_SHOWN = 3


def counted(survey: Survey) -> Iterator[Finding]:
    """Every figure of a text can be read, and every count in it that can be tied to the entry's data agrees with them."""
    register = survey.register
    locale = register.office.language if register.office is not None else "en_GB"
    for filed in register.entries:
        if filed.partly is None or is_kept_out(filed):
            continue
        names = names_of(filed)
        for key, text in proses(filed):
            yield from _misprints(f"{filed.name}, {key}", filed.source, text, said_in(text, locale, names))
        if filed.kind == ROUND:
            yield from _purposes(filed, locale)  # its counts are claims about its grants
            continue
        wrong = [count for count in counts_of(filed, locale) if not count.agrees or count.judgement.misleading]
        proven = _proven(filed, locale) if wrong else set()
        for count in wrong:
            if (count.key, count.said.claim.start) not in proven:
                yield from _count(f"{filed.name}, {count.key}", filed.source, count)
    for where, text, source in _others(survey):
        yield from _misprints(where, source, text, said_in(text, locale))
        for count in counts_in(text, where, locale):
            yield from _count(where, source, count)


def _others(survey: Survey) -> Iterator[tuple[str, Text, Source]]:
    """Yield the texts that stand in papers and in the office's file: where in the officer's terms, the text, its file."""
    register = survey.register
    for folder, paper, _ in survey.papers():
        texts: list[tuple[str, Text | None]] = [("summary", paper.summary), ("recommendation", paper.recommendation)]
        texts += [
            (section.heading, item.words)
            for section in paper.sections
            for item in section.items
            if item.kind is ItemKind.TEXT
        ]
        yield from ((f"{folder.name}, {key}", text, folder.filed.source) for key, text in texts if text is not None)
    if register.office is not None and register.office_file is not None:
        for name, text in (register.office.standing or {}).items():
            yield f"office, {name}", text, register.office_file.source


def _proven(filed: Filed, locale: str) -> set[tuple[str, int]]:
    """Return the figures that arithmetic stands behind, which is judged in itself."""
    if not filed.partly.evidence:
        return set()
    from pcp_reports.evidence.arithmetic import Arithmetic  # noqa: PLC0415 - most entries have no evidence
    from pcp_reports.evidence.proving import proofs  # noqa: PLC0415 - as above

    return {
        (proof.stands[0].key, proof.said.claim.start)
        for proof in proofs(filed, locale)
        if proof.said is not None and isinstance(proof.behind, Arithmetic)
    }


def _misprints(where: str, source: Source, text: Text, told: Iterable[Said]) -> Iterator[Finding]:
    unread = (one for one in told if not one.claim.readable)
    for said in islice(unread, MOST_OF_A_TEXT):
        yield _misprint(where, said.claim, source.place_in(text, said.claim.start))


def _misprint(where: str, claim: Claim, place: Place) -> Finding:
    verb = "may be read in two ways" if claim.kind is Kind.AMBIGUOUS else "cannot be read as a figure"
    reason = f": {claim.reason}" if claim.reason else ""
    hint = f"Type {listed(list(claim.meant), 'or')}." if claim.meant else "Type the figure that is meant."
    return Finding("F202", f"{where}: {quoted(claim.text)} {verb}{reason}.", place, hint)


def _purposes(filed: Filed, locale: str) -> Iterator[Finding]:
    """Name the misprints in what grants are for, which is printed as typed."""
    for strand in filed.partly.grants or ():
        for grant in strand.grants:
            if grant.exempt is None and grant.purpose is not None and _is_suspect(grant.purpose):
                for claim in find(grant.purpose, locale):
                    if not claim.readable:
                        where = f"{filed.name}, {shortened(grant.recipient or 'a grant', 50)}, purpose"
                        yield _misprint(where, claim, filed.place(grant.node, "purpose"))


def _is_suspect(purpose: str) -> bool:
    """Return whether a figure in a purpose may be misprinted: it has a sign, a point or a unit."""
    return "£" in purpose or (re.search("[0-9]", purpose) is not None and re.search(_SUSPECT, purpose) is not None)


def _count(where: str, source: Source, count: Count) -> Iterator[Finding]:
    judgement = count.judgement
    place = source.place_in(count.text, count.said.claim.start)
    typed = quoted(_phrase(count.said))
    if judgement.looks_rounded:
        message = f"{where}: it says {typed}, and {count.has}; the difference of £1 looks like rounding."
        yield Finding("F203", message, place)
    elif judgement.verdict.is_wrong:
        yield Finding("F201", f"{where}: it says {typed}, but {count.has}{_gap(count)}.", place, _hint(count))
    elif judgement.misleading:
        message = f"{where}: {typed} is true, but {count.has}, and a reader would think of a number much nearer."
        yield Finding("F204", message, place, "Type the number itself, or a round one that is nearer to it.")


def _phrase(said: Said) -> str:
    """Return a figure with the words right behind it, up to the verb."""
    verb = r"(?:are|were|is|was|have|has|had|which|that|who|to|and)\b"
    found = re.match(rf"(?:[ \n]+(?!{verb})[^\W\d_][\w'’-]*){{0,{_WORDS_SHOWN}}}", said.behind)
    return f"{said.claim.text}{found[0] if found is not None else ''}"


def _gap(count: Count) -> str:
    gap = count.judgement.gap
    if count.said.claim.unit is Unit.MONEY:
        return f"; that is {shown(abs(gap), money=True)} too {'much' if gap > 0 else 'little'}"
    if count.said.claim.unit is not Unit.COUNT:
        points = "point" if abs(gap) == 1 else "points"
        return f"; that is {shown(abs(gap))} {points} too {'high' if gap > 0 else 'low'}"
    return f"; that is {shown(abs(gap))} too {'many' if gap > 0 else 'few'}"


def _hint(count: Count) -> str:
    if count.tie is not None and count.tie.shown != count.tie.figure.printed:
        return "Correct the one that is wrong."
    if count.figure:
        return f'Correct the one that is wrong; or type {{{{ figure("{count.figure}") }}}} in its place, and it is kept once.'
    return "Correct the number, or what it counts."
