"""What each printed figure rests on: grants, ties that the checks proved, sources, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.claims import find
from pcp_reports.document import BlockKind
from pcp_reports.figures.names import names_in_papers
from pcp_reports.figures.proved import proofs_in, proofs_of
from pcp_reports.figures.put_in import PutIn
from pcp_reports.figures.tables import Telling, cells
from pcp_reports.findings import Place
from pcp_reports.labels import label
from pcp_reports.ledger import sum_round
from pcp_reports.model.paper import ItemKind
from pcp_reports.money import format_money
from pcp_reports.prose import read_prose
from pcp_reports.said import said_in
from pcp_reports.standing import Proof, Standing, words_of
from pcp_reports.texts import proses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.document import Block
    from pcp_reports.figures.proved import Proofs
    from pcp_reports.findings import Finding
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.nodes import Text
    from pcp_reports.said import Said
    from pcp_reports.workspace import Filed, Register

Accounted = tuple["Claim", Proof, Place]
_DISAGREEING = ("F302", "F303", "F304", "F305", "F306", "F310")
"""The warnings that tell of figures kept as data which do not go together."""


class Proving:
    """Finds the figures of a paper's blocks, and what each rests on.

    ``findings`` are what the checks found; ``tongue`` is the language that is told in.
    """

    def __init__(self, register: Register, findings: Iterable[Finding], locale: str, tongue: str) -> None:
        doubted = {
            one.place: one.message.partition(": ")[2].rstrip(".")
            for one in findings
            if one.code in _DISAGREEING and one.accepted is None
        }
        self.locale = locale
        self.tongue = tongue
        self.telling = Telling(locale, tongue, doubted)
        self.names = names_in_papers(register, locale)
        office = (register.office_file,) if register.office_file is not None else ()
        papers = (folder.filed for folder in register.papers.values())
        self.filed: dict[str, Filed] = {one.path: one for one in (*office, *papers, *register.entries)}
        self.proofs: dict[str, Proofs] = {}
        self.grants: dict[str, tuple[dict[int, list[Grant]], str]] = {}  # by the round's path, then by line

    def find(self, text: str) -> list[Claim]:
        """Return the figures of a text, those within names left out."""
        return find(self.names.blank(text), self.locale)

    def figures_of(self, block: Block) -> Iterator[Accounted]:
        """Yield every figure of a block in the order printed, with its proof and its place among the entries."""
        for claim, proof, place in self._figures_of(block):
            misprinted = not claim.readable and proof.standing is not Standing.COMPUTED
            yield claim, self._unread(claim) if misprinted else proof, place

    def _unread(self, claim: Claim) -> Proof:
        """Return the proof of what cannot be read: no source can bear it out."""
        if not claim.reason:
            return self._unsupported("read_as_nothing")
        return Proof(Standing.UNSUPPORTED, label("not_read", self.tongue).format(claim.reason))

    def _figures_of(self, block: Block) -> Iterator[Accounted]:
        filed = self.filed[block.origin.path]
        key = block.origin.key
        kind = key.rpartition(", ")[2]
        if block.table is not None:
            for cell in cells(filed, key.rpartition(", ")[0], block.table, self.telling):
                for claim in find(cell.text, self.locale):
                    yield _counting(claim, cell.name), cell.proof, cell.place
        elif block.kind is BlockKind.GRANT:
            yield from self._grant(block, filed)
        elif kind == "quotes":
            yield from self._quotation(block, filed)
        else:
            yield from self._prose(block, filed)

    def _unsupported(self, why: str = "no_source", **said: str) -> Proof:
        words = label(why, self.tongue)
        return Proof(Standing.UNSUPPORTED, words.format(**said) if said else words)

    # -- grant lines and quotations

    def _grant(self, block: Block, filed: Filed) -> Iterator[Accounted]:
        """Yield the figures of a grant's purpose, and its amount. The recipient is a name, whatever stands in it."""
        grant, total = self._grant_of(block, filed)
        place = filed.source.place(grant.node)
        purpose = Proof(Standing.SOURCED, label("purpose", self.tongue).format(grant.recipient))
        for claim in self.find(grant.purpose):
            yield claim, purpose, place
        amount = format_money(grant.amount, self.locale)
        words = label("grant" if grant.counts else f"grant_{grant.status}", self.tongue)
        for claim in find(amount, self.locale):
            yield claim, Proof(Standing.COMPUTED, words.format(total)), filed.place(grant.node, "amount")

    def _grant_of(self, block: Block, filed: Filed) -> tuple[Grant, str]:
        """Return the grant that a line prints, and what those that count come to, printed."""
        if filed.path not in self.grants:
            whole = sum_round(filed)
            by_line: dict[int, list[Grant]] = {}
            for grant in (*whole.within(()), *whole.apart):
                by_line.setdefault(grant.node.line, []).append(grant)
            self.grants[filed.path] = by_line, format_money(whole.sum.total, self.locale)
        by_line, total = self.grants[filed.path]
        there = by_line[block.origin.line]
        return next(one for one in there if block.text.startswith(f"{one.recipient} – {one.purpose} – ")), total

    def _quotation(self, block: Block, filed: Filed) -> Iterator[Accounted]:
        """Yield the figures that somebody is quoted with: who said them is their source."""
        phase = getattr(filed.model, block.origin.key.rpartition(", ")[0])
        said_by = phase.quotes[block.origin.part].by
        proof = self._unsupported()
        if said_by:
            proof = Proof(Standing.SOURCED, label("said_by", self.tongue).format(said_by))
        for claim in self.find(block.text):
            yield claim, proof, self._here(block)

    def _here(self, block: Block) -> Place:
        return Place(block.origin.path, block.origin.line)

    # -- prose

    def _prose(self, block: Block, filed: Filed) -> Iterator[Accounted]:
        put_in = PutIn(block, filed, self.locale, self.tongue)
        text = self._text(block, filed)
        typed = _Typed(() if text is None else self._said(text, block.origin.part))
        key = block.origin.key
        proofs = {} if text is None else self._proofs(filed, text, key)
        for claim in self.find(block.text):
            given = put_in.under(claim)
            if given:
                yield claim, *put_in.account(claim, given)
                continue
            said = typed.next_of(claim)
            if text is None or said is None:
                yield claim, self._unsupported(), self._here(block)
            else:
                start = said.claim.start
                yield claim, proofs.get((key, start)) or self._unsupported(), filed.source.place_in(text, start)

    def _text(self, block: Block, filed: Filed) -> Text | None:
        """Return the text that a block is a part of, or None for what is no prose."""
        part = block.origin.part
        if part < 0:
            return None
        own = dict(proses(filed)).get(block.origin.key)
        return own if own is not None else self._standing(block, filed)

    def _standing(self, block: Block, filed: Filed) -> Text | None:
        """Return the text of a standing paragraph, or of one written in place: the one whose part stands on the line."""
        sections = getattr(filed.partly, "sections", ())
        texts: list[Text] = [item.words for one in sections for item in one.items if item.kind is ItemKind.TEXT]
        texts += (getattr(filed.partly, "standing", None) or {}).values()
        for text in texts:
            parts = read_prose(text).blocks
            at = [part.offset for part in parts[block.origin.part : block.origin.part + 1]]
            if filed.source.lines_in(text, at) == [block.origin.line]:
                return text
        return None

    def _said(self, text: Text, part: int) -> tuple[Said, ...]:
        return tuple(one for one in said_in(text, self.locale, self.names.names) if one.sentence.block == part)

    def _proofs(self, filed: Filed, text: Text, key: str) -> Proofs:
        """Return what the typed figures of an entry rest on, worked out once, or those of a text that is in none."""
        if filed.kind in ("office", "paper"):
            return proofs_in(text, key, self.locale, self.tongue)
        if filed.path not in self.proofs:
            self.proofs[filed.path] = proofs_of(filed, self.locale, self.tongue)
        return self.proofs[filed.path]


def _counting(claim: Claim, name: str) -> Claim:
    """Return a figure of a table as one that counts what its row is named, where its cell does not say it itself."""
    named = replace(claim, noun=name)
    return claim if claim.noun or words_of(named) != words_of(claim) else named


class _Typed:
    """The typed figures of a block, matched one by one with those that are printed of it."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said
        self.at = 0

    def next_of(self, claim: Claim) -> Said | None:
        """Return the figure as typed that a printed one is, or None where the text holds it otherwise."""
        words = claim.text.split()
        for at in range(self.at, len(self.said)):
            if self.said[at].claim.text.split() == words:
                self.at = at + 1
                return self.said[at]
        return None
