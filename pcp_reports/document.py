"""The paper as numbered blocks of words, ready to be set in Word: strings only, no arithmetic, no Word.

`compose` makes a `Document` out of entries; `word` sets it and reads it back. Every string here is literal text:
no Markdown, no XML, no placeholder is left in it.
"""

from __future__ import annotations

from enum import Enum

from pcp_reports.records import dataclass


class BlockKind(Enum):
    """What a block is. The value is the name of the Word style that gives the block its look."""

    HEADING = "Heading 1"  # the heading of a section
    PHASE = "Heading 2"  # a phase of a briefing: Scanning, Analysis, Response, Assessment
    MINOR = "Heading 3"  # inside a phase: Figures, Sentences, Civil orders
    NUMBERED = "Numbered Paragraph"  # carries the next number; the number is Word's own
    CONTINUATION = "Numbered Continuation"  # goes on under the number above
    BULLET = "Paper Bullet"
    SUB_BULLET = "Paper Bullet 2"
    GRANT_HEADING = "Grant Heading"  # the name of a strand
    GRANT = "Grant Line"  # recipient – purpose – amount
    TEXT = "Paper Text"  # a paragraph of an un-numbered paper
    QUOTATION = "Quotation"
    TABLE = "Paper Table"  # a table style; `Block.table` holds the cells


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. ``link`` is an http, https or mailto address.

    ``given`` names the placeholder that the words were put in for, with its argument after a colon: ``total``,
    ``total_of:Community Fund``, ``figure:civil orders issued``; it is empty for words that were typed.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    given: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row and no merged cells; every row is as long as ``header``."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    summary: str  # alternative text, for readers who cannot see it


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block comes from: the entry's path relative to the workspace, and the line in it.

    ``key`` is what it was made of: the key of its prose as `texts.proses` gives it (``text``, ``response, objective``),
    ``text`` too for a paragraph written in place or a standing one; ``grant``, ``withdrawn`` or ``returned`` for a grant
    line; ``figures``, ``sentences``, ``civil_orders`` or ``quotes``, with the phase before it, for what a briefing prints
    of them; empty for what says nothing of its own, such as a heading. ``part`` is the block's place among those of its
    prose (`prose.read_prose`), from 0, or that of a sentence, order or quotation in its list; -1 for everything else.
    """

    path: str
    line: int
    key: str = ""
    part: int = -1


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the paper, or one table (then ``runs`` is empty)."""

    kind: BlockKind
    runs: tuple[Run, ...]
    origin: Origin
    table: Table | None = None

    @property
    def text(self) -> str:
        """Return the block's words without their looks; a table's cells, row by row, with tabs between."""
        if self.table is not None:
            return "\n".join("\t".join(row) for row in (self.table.header, *self.table.rows))
        return "".join(run.text for run in self.runs)

    @property
    def style(self) -> str:
        """Return the name of the Word style of this block."""
        return self.kind.value


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as printed; what office.yaml does not say is the empty string."""

    name: str = ""
    role: str = ""
    telephone: str = ""
    office: str = ""
    email: str = ""

    @property
    def line(self) -> str:
        """Return name, telephone, office and e-mail address on one line, as a contact is printed."""
        return ", ".join(part for part in (self.name, self.telephone, self.office, self.email) if part)


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """The office's own names for itself and others; what office.yaml does not say is the empty string."""

    name: str = ""
    commissioner: str = ""
    force: str = ""
    panel: str = ""


@dataclass(frozen=True, slots=True)
class PrintedRound:
    """A funding round as the body prints it: the blocks ``body[first:last]`` hold its grant lines, all of them.

    ``total`` is the ledger's total of those lines, printed (``£73,719``); read-back adds up what the finished file says.
    """

    name: str
    first: int
    last: int
    total: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper in words."""

    paper: str  # the folder's name
    title: str
    meeting: str  # "3 October 2023"; empty for a paper without a meeting
    language: str  # a Word language tag: "en-GB", "cy-GB"
    numbered: bool  # a panel update; a briefing is un-numbered
    office: OfficeNames
    contact: Person
    signatory: Person
    summary: tuple[Block, ...]
    recommendation: tuple[Block, ...]
    body: tuple[Block, ...]
    rounds: tuple[PrintedRound, ...] = ()

    @property
    def numbers(self) -> int:
        """Return how many numbered paragraphs the paper has."""
        return sum(block.kind is BlockKind.NUMBERED for block in self.body)
