"""What a stretch of a Word file is made of, once tracked changes are accepted: paragraphs, and tables of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pcp_reports.word.numbers import Numbered
    from pcp_reports.word.passages.rows import CellShape, RowShape
    from pcp_reports.word.passages.sentences import Sentence
    from pcp_reports.word.passages.styles import Kind


class Paragraph(NamedTuple):
    """A paragraph with the number that is printed before it. ``text`` is empty where nothing of it is read.

    ``outline`` is the heading's level it gives itself, from 1; 0 for text, None where it is not said.
    """

    text: str
    sentence: Sentence
    kind: Kind
    outline: int | None
    numbered: Numbered | None

    @property
    def label(self) -> str:
        """Return what is printed before the paragraph."""
        return "" if self.numbered is None else (self.numbered.label or "").strip()

    @property
    def counts(self) -> bool:
        """Return whether a number or letter is printed before it."""
        return self.numbered is not None and self.numbered.is_number and any(map(str.isalnum, self.label))


class TableCell(NamedTuple):
    """A cell with what stands in it."""

    shape: CellShape
    blocks: tuple[Paragraph | Table, ...]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs of the cell itself that say or count something."""
        return [one for one in self.blocks if isinstance(one, Paragraph) and (one.text or one.counts)]


class TableRow(NamedTuple):
    """A row with its cells, and the bookmarks that stand between them."""

    shape: RowShape
    cells: tuple[TableCell, ...]
    marks: tuple[str, ...]


class Table(NamedTuple):
    """A table, without the rows and cells that are deleted."""

    rows: tuple[TableRow, ...]
