"""Register -> Document: the paper's blocks in order, every amount printed once from the ledger. Pure.

What is exempt is never composed. A draft leaves out, and says so, what cannot be trusted to be whole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.briefing import facts, figures_table, in_quotation_marks, phase_figures, values_of
from pcp_reports.dates import in_words
from pcp_reports.document import Block, BlockKind, Document, OfficeNames, Origin, Person, PrintedRound, Run
from pcp_reports.labels import label
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.money import format_money
from pcp_reports.placeholders import PlaceholderError, evaluate, read_expression
from pcp_reports.placing import public
from pcp_reports.prose import read_prose
from pcp_reports.prose_parts import Placeholder, Words
from pcp_reports.records import dataclass
from pcp_reports.texts import Scope, scope_of, scope_of_paper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.model.common import Figure
    from pcp_reports.model.funding_round import FundingRound, Grant
    from pcp_reports.model.partnership import Partnership, Phase
    from pcp_reports.nodes import Text
    from pcp_reports.placing import Placed, Survey
    from pcp_reports.source import Source
    from pcp_reports.workspace import Filed, PaperFolder

_DASHES = 2  # of a grant line
_BULLETS = {"bullet": BlockKind.BULLET, "sub-bullet": BlockKind.SUB_BULLET}


def compose(survey: Survey, name: str, *, draft: bool = False) -> Document:
    """Return the document of the paper ``name``, whose paper.yaml must be usable.

    Unless ``draft``, every entry placed must be sound and every placeholder fillable: callers check first.
    """
    folder = survey.register.papers[name]
    return _Composing(survey, folder, draft=draft).document()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text on its way into blocks: where it stands and what it may name."""

    text: Text
    source: Source
    scope: Scope
    key: str = "text"


class _Composing:
    def __init__(self, survey: Survey, folder: PaperFolder, *, draft: bool) -> None:
        self.survey = survey
        self.register = survey.register
        self.folder = folder
        self.draft = draft
        office = self.register.office
        self.locale = office.language if office is not None else "en_GB"
        self.numbered = folder.paper is not None and folder.paper.numbered
        self.scope = scope_of_paper(self.register, folder, self.locale)
        self.body: list[Block] = []
        self.rounds: list[PrintedRound] = []

    def document(self) -> Document:
        paper = self.folder.paper
        if paper is None or self.folder.filed.model is None:
            raise ValueError(self.folder.name)
        office = self.register.office
        for section in public(self.survey.placements[self.folder.name].sections):
            if not section.items:
                continue
            heading = section.section.heading
            self._add(
                BlockKind.HEADING, (Run(heading),), self._origin(self.folder.filed.source, section.section.node.line)
            )
            self._items(section.items, heading)
        source = self.folder.filed.source
        return Document(
            paper=self.folder.name,
            title=paper.title,
            meeting=in_words(paper.meeting, self.locale) if paper.meeting is not None else "",
            language=self.locale.replace("_", "-"),
            numbered=self.numbered,
            office=OfficeNames(office.name or "", office.commissioner or "", office.force or "", office.panel or "")
            if office is not None
            else OfficeNames(),
            contact=self._person(paper.contact),
            signatory=self._person(paper.signatory),
            summary=self._front(paper.summary, source, "summary"),
            recommendation=self._front(paper.recommendation, source, "recommendation"),
            body=tuple(self.body),
            rounds=tuple(self.rounds),
        )

    def _person(self, name: str | None) -> Person:
        people = (self.register.office.people or {}) if self.register.office is not None else {}
        if name is None or name not in people:
            return Person(name or "")
        known = people[name]
        return Person(name, known.role or "", known.telephone or "", known.office or "", known.email or "")

    def _front(self, text: Text | None, source: Source, key: str) -> tuple[Block, ...]:
        if text is None:
            return ()
        before, self.body = self.body, []
        self._prose(_Text(text, source, self.scope, key), BlockKind.TEXT, BlockKind.TEXT)
        made, self.body = tuple(self.body), before
        return made

    # -- items

    def _items(self, items: Iterable[Placed], heading: str) -> None:
        """Print a section's items; where the one that should carry the number has no words, the next one takes it."""
        numberless = False
        for placed in items:
            numberless = numberless and placed.also
            before = len(self.body)
            self._item(replace(placed, also=False) if numberless else placed, heading)
            numberless = (numberless or not placed.also) and len(self.body) == before

    def _item(self, placed: Placed, heading: str) -> None:
        if placed.filed is None:
            if placed.text is not None:
                self._prose(_Text(placed.text, placed.source, self.scope), self._first(placed), self._next)
            return
        filed = placed.filed
        if filed.model is None or (filed.kind == ROUND and not filed.sound):
            words = f"[{filed.name}: {label('left_out', self.locale)}]"
            self._add(self._first(placed), (Run(words),), self._origin(placed.source, 1))
        elif filed.kind == ROUND:
            self._round(filed, placed)
        elif filed.kind == "partnership":
            self._partnership(filed, placed, heading)
        elif getattr(filed.model, "text", None) is not None:
            self._prose(self._text(filed, filed.model.text), self._first(placed), self._next, filed)

    def _first(self, placed: Placed) -> BlockKind:
        if not self.numbered:
            return BlockKind.TEXT
        return BlockKind.CONTINUATION if placed.also else BlockKind.NUMBERED

    @property
    def _next(self) -> BlockKind:
        return BlockKind.CONTINUATION if self.numbered else BlockKind.TEXT

    def _text(self, filed: Filed, text: Text, key: str = "text") -> _Text:
        return _Text(text, filed.source, scope_of(filed, self.locale, key), key)

    def _round(self, filed: Filed, placed: Placed) -> None:
        model: FundingRound = filed.model
        if "lines" not in self._prose(self._text(filed, model.text), self._first(placed), self._next, filed):
            self._lines(filed)

    def _lines(self, filed: Filed) -> None:
        whole = sum_round(filed)
        first = len(self.body)
        for strand in whole.strands:
            if strand.name is not None and strand.grants:
                self._add(
                    BlockKind.GRANT_HEADING,
                    (Run(f"{strand.name}:"),),
                    self._origin(filed.source, strand.grants[0].node.line),
                )
            for grant in strand.grants:
                self._grant(filed, grant, "grant")
        self.rounds.append(PrintedRound(filed.name, first, len(self.body), format_money(whole.sum.total, self.locale)))
        for status in ("withdrawn", "returned"):
            apart = [grant for grant in whole.apart if grant.status == status]
            if apart:
                self._add(
                    BlockKind.GRANT_HEADING,
                    (Run(f"{label(status, self.locale)}:"),),
                    self._origin(filed.source, apart[0].node.line),
                )
            for grant in apart:
                self._grant(filed, grant, status)

    def _grant(self, filed: Filed, grant: Grant, key: str) -> None:
        words = f"{grant.recipient} – {grant.purpose} – {format_money(grant.amount, self.locale)}"
        # With more dashes than two nobody could tell where the recipient ends: in Word it then stands in a piece of its own.
        end = len(grant.recipient) if words.count(" – ") > _DASHES else 0
        runs = tuple(Run(piece) for piece in (words[:end], words[end:]) if piece)
        self._add(BlockKind.GRANT, runs, self._origin(filed.source, grant.node.line, key))

    # -- partnerships

    def _partnership(self, filed: Filed, placed: Placed, heading: str) -> None:
        model: Partnership = filed.model
        if self.numbered:
            self._told_in_an_update(filed, placed)
            return
        if not _same(model.name, heading):
            self._add(BlockKind.HEADING, (Run(model.name),), self._origin(filed.source, model.node.line))
        said: frozenset[str] = frozenset()
        if model.summary is not None:
            said = self._prose(self._text(filed, model.summary, "summary"), BlockKind.TEXT, BlockKind.TEXT, filed)
        for name, words in facts(model, self.locale):
            self._add(
                BlockKind.TEXT, (Run(f"{name}: ", bold=True), Run(words)), self._origin(filed.source, model.node.line)
            )
        if model.figures and "figures" not in said:
            self._figures(model.figures, filed, model.node.line, "figures")
        earlier: dict[str, str] = {}
        for name, phase in model.phases:
            self._phase(filed, name, phase, phase_figures(phase, earlier))
            earlier |= values_of(phase)

    def _told_in_an_update(self, filed: Filed, placed: Placed) -> None:
        """Print a partnership's texts alone, as a panel update does; its figures are data there."""
        model: Partnership = filed.model
        first = self._first(placed)
        phases = ((f"{name}, text", phase.text, phase.figures) for name, phase in model.phases)
        for key, text, figures in (("summary", model.summary, model.figures), *phases):
            if text is not None:
                before = len(self.body)
                self._prose(self._text(filed, text, key), first, self._next, filed, figures)
                first = self._next if len(self.body) > before else first

    def _phase(self, filed: Filed, name: str, phase: Phase, figures: dict[str, Figure]) -> None:
        origin = self._origin(filed.source, phase.node.line)
        self._add(BlockKind.PHASE, (Run(label(name, self.locale)),), origin)
        for key, text in (("objective", phase.objective), ("measures_of_success", phase.measures_of_success)):
            if text is not None:
                first = len(self.body)
                self._prose(self._text(filed, text, f"{name}, {key}"), BlockKind.TEXT, BlockKind.TEXT)
                self._run_in(Run(f"{label(key, self.locale)}: ", bold=True), first)
        said: frozenset[str] = frozenset()
        if phase.text is not None:
            told = self._text(filed, phase.text, f"{name}, text")
            said = self._prose(told, BlockKind.TEXT, BlockKind.TEXT, filed, figures)
        if figures and "figures" not in said:
            self._add(BlockKind.MINOR, (Run(label("figures", self.locale)),), origin)
            self._figures(figures, filed, phase.node.line, f"{name}, figures")
        if phase.sentences:
            self._add(BlockKind.MINOR, (Run(label("sentences", self.locale)),), origin)
            for at, sentence in enumerate(phase.sentences):
                self._add(
                    BlockKind.BULLET,
                    (Run(f"{sentence.term} – {sentence.offence}"),),
                    self._origin(filed.source, sentence.node.line, f"{name}, sentences", at),
                )
        if phase.civil_orders:
            self._add(BlockKind.MINOR, (Run(label("civil_orders", self.locale)),), origin)
            for at, order in enumerate(phase.civil_orders):
                here = self._origin(filed.source, phase.node.line, f"{name}, civil_orders", at)
                self._add(BlockKind.BULLET, (Run(order),), here)
        for at, quote in enumerate(phase.quotes):
            words = in_quotation_marks(quote.words) + (f" – {quote.by}" if quote.by else "")
            here = self._origin(filed.source, quote.node.line, f"{name}, quotes", at)
            self._add(BlockKind.QUOTATION, (Run(words),), here)

    def _run_in(self, name: Run, first: int) -> None:
        """Set a bold name in front of the paragraph ``body[first]``, or above it when that is a bullet.

        A heading of its own would take in the phase's text beneath.
        """
        blocks = self.body[first:]
        if not blocks:
            return
        if blocks[0].kind is BlockKind.TEXT:
            self.body[first] = replace(blocks[0], runs=(name, *blocks[0].runs))
        else:
            self.body.insert(first, Block(BlockKind.TEXT, (replace(name, text=name.text.rstrip()),), blocks[0].origin))

    def _figures(self, figures: dict[str, Figure], filed: Filed, line: int, key: str) -> None:
        self.body.append(
            Block(BlockKind.TABLE, (), self._origin(filed.source, line, key), figures_table(figures, self.locale))
        )

    # -- prose

    def _prose(
        self,
        text: _Text,
        first: BlockKind,
        then: BlockKind,
        filed: Filed | None = None,
        figures: dict[str, Figure] | None = None,
    ) -> frozenset[str]:
        """Add the blocks of a text; return which of grant lines and figures it said the place of itself."""
        said: frozenset[str] = frozenset()
        kind = first
        blocks = read_prose(text.text).blocks
        lines = text.source.lines_in(text.text, [block.offset for block in blocks])
        for part, (block, line) in enumerate(zip(blocks, lines, strict=True)):
            origin = self._origin(text.source, line, text.key, part)
            if block.slot:
                if filed is not None and block.slot in text.scope.slots:
                    said |= {block.slot}
                    if block.slot == "lines":
                        self._lines(filed)
                    else:
                        key = f"{text.key.rpartition(', ')[0]}, figures".removeprefix(", ")
                        self._figures(figures or filed.model.figures, filed, origin.line, key)
                continue
            runs = tuple(run for one in block.parts if (run := self._run(one, text.scope)).text)
            self._add(_BULLETS.get(block.kind, kind), runs, origin)
            kind = then if block.kind == "paragraph" else kind
        return said

    def _run(self, part: Words | Placeholder, scope: Scope) -> Run:
        if not isinstance(part, Placeholder):
            return Run(part.text, part.bold, part.italic, part.link)
        try:
            words = evaluate(part.expression, scope.names, scope.functions, locale=self.locale)
            given = _given(part.expression)
        except PlaceholderError:
            if not self.draft:
                raise
            words, given = f"[{part.as_typed().text}]", ""
        return Run(words, part.bold, part.italic, part.link, given)

    def _add(self, kind: BlockKind, runs: tuple[Run, ...], origin: Origin) -> None:
        if runs:
            self.body.append(Block(kind, runs, origin))

    def _origin(self, source: Source, line: int, key: str = "", part: int = -1) -> Origin:
        return Origin(source.path, line, key, part)


def _given(expression: str) -> str:
    """Return a placeholder's name, with its argument after a colon where it has one."""
    insertion = read_expression(expression)
    return insertion.name if insertion.argument is None else f"{insertion.name}:{insertion.argument}"


def _same(name: str, heading: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(heading.casefold().split())
