"""The passages of the paper as it was built, each tied to the block that it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass
from pcp_reports.word.marks import Mark, bookmarks, entry_mark, read_mark, words_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.document import Block, Document
    from pcp_reports.passage import Paper, Passage

TITLE = "title"


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage of the built paper. ``block`` is what it prints, None for words of the template.

    ``row`` is the row of a table's block, from 0 for its headings, else -1; ``mark`` its bookmark; ``role`` is `TITLE`
    for a passage that is the paper's title and nothing else, the head and foot of the page left out.
    """

    passage: Passage
    block: Block | None = None
    row: int = -1
    mark: Mark | None = None
    role: str = ""

    @property
    def text(self) -> str:
        """Return the words."""
        return self.passage.text


def blocks_of(document: Document) -> tuple[Block, ...]:
    """Return all blocks of a paper in the order in which bookmarks are given."""
    return (*document.summary, *document.recommendation, *document.body)


def units_of(paper: Paper, document: Document) -> tuple[Unit, ...]:
    """Return the passages of a paper, as it was filled from ``document``, with the blocks that they print.

    A template that prints blocks in its own way bears no bookmarks: those are told by their words, in order.
    """
    blocks = blocks_of(document)
    names = bookmarks(blocks)
    by_name = dict(zip(names, blocks, strict=True))
    passages = [one for one in paper.passages if one.text.strip()]
    found: dict[int, Unit] = {}
    tables: dict[int, tuple[Block, Mark | None, int]] = {}
    for at, passage in enumerate(passages):
        name = next((name for name in passage.marks if name in by_name), None)
        if name is not None:
            block, mark = by_name[name], read_mark(name)
            if block.table is not None and passage.sort is Sort.ROW:
                tables[passage.table] = block, mark, 0
            else:
                found[at] = Unit(passage, block, mark=mark)
        if passage.sort is Sort.ROW and passage.table in tables and at not in found:
            block, mark, row = tables[passage.table]
            found[at] = Unit(passage, block, row, mark)
            tables[passage.table] = block, mark, row + 1
    shown = {id(unit.block) for unit in found.values()}
    waiting: dict[str, list[tuple[Block, Mark | None]]] = {}
    for name, block in zip(names, blocks, strict=True):
        if id(block) not in shown and block.table is None:
            waiting.setdefault(_words(block.text), []).append((block, read_mark(name)))
    for at, passage in enumerate(passages):
        if at not in found and passage.sort not in AROUND and (rest := waiting.get(_words(passage.text))):
            block, mark = rest.pop(0)
            found[at] = Unit(passage, block, mark=mark)
    title = _words(document.title)
    return tuple(found.get(at) or Unit(passage, role=_role(passage, title)) for at, passage in enumerate(passages))


def _role(passage: Passage, title: str) -> str:
    return TITLE if title and passage.sort not in AROUND and _words(passage.text) == title else ""


def _words(text: str) -> str:
    return " ".join(text.split())


def marks_of(passage: Passage) -> tuple[Mark, ...]:
    """Return the bookmarks of ours that begin in a passage."""
    return tuple(mark for name in passage.marks if (mark := read_mark(name)) is not None)


def is_as_built(mark: Mark, text: str) -> bool:
    """Return whether words are those that the bookmark's block had when it was built."""
    return bool(mark.words) and words_mark(text) == mark.words


def paths_by_mark(paths: Sequence[str]) -> dict[str, str]:
    """Return entries' paths by the digits that stand for them in bookmarks."""
    return {entry_mark(path): path for path in paths}
