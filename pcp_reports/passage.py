"""A paper that somebody else wrote, as a reader sees it: passages in order, whatever file they came out of.

A passage is a paragraph, an item of a list, a heading, or one row of a table. Tracked changes are taken as accepted;
deleted words are not words of the paper. What a passage says is literal text.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.findings import Finding


class Sort(Enum):
    """What a passage is, to a reader."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"  # a numbered paragraph, or an item of a list: `Passage.numbered` tells which
    ROW = "row"  # a row of a table
    HEADER = "header"  # of the page
    FOOTER = "footer"
    NOTE = "note"  # a footnote or endnote
    BOX = "box"  # a text box


AROUND = (Sort.HEADER, Sort.FOOTER, Sort.NOTE, Sort.BOX)
"""What stands outside the flow of the paper's own text; it comes behind it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its words (paragraphs with line breaks between), its grid column from 0, how many it spans.

    ``goes_on``: it is the lower part of a cell merged downwards, whose words stand in the first row and are given
    here again.
    """

    text: str
    column: int
    span: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of a text file, or the rest of one, as it is typed: its words, and where they begin (from 1)."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage. ``text`` holds its words, a line break as one, for a row its cells with tabs between.

    ``line`` and ``column`` (from 1) are where it begins: in a text file as an editor counts them; elsewhere ``line``
    is its place among the passages, from 1. ``level`` is a heading's from 1, an item's from 0. ``label`` is what is
    printed before it (“9.”, “(a)”, “•”), which ``text`` does not repeat; ``numbered`` where it counts. ``bold``: all of
    it is set bold or underlined, as people set a heading by hand. ``table`` numbers the table from 1; ``header`` marks a
    row of headings as the file itself says. ``page`` is known of a PDF alone. ``marks`` are the names of the hidden
    bookmarks that begin in it. ``where`` names its place as an officer would: “paragraph 9, third bullet”. ``lines``
    are the lines of a text file that it was read from; ``text`` has them joined. ``struck`` are words that are struck
    through in it or right behind it, and are none of ``text``.
    """

    sort: Sort
    text: str
    line: int = 1
    column: int = 1
    level: int = 0
    label: str = ""
    numbered: bool = False
    bold: bool = False
    table: int = 0
    cells: tuple[Cell, ...] = ()
    header: bool = False
    page: int = 0
    marks: tuple[str, ...] = ()
    where: str = ""
    lines: tuple[TypedLine, ...] = ()
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as read: ``path`` as given, ``form`` (“docx”, “txt”, “md”, “pdf”), its passages, and what is wrong with the file.

    A file that cannot be read has no passages and one error among its findings.
    """

    path: str
    form: str
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""  # of the file's own properties
