"""Tables that are there for the layout of the page: frames about paragraphs, and numbers set in a column beside them.

A reader does not see such a table: they see a box about some words, or paragraphs 1.1, 1.2 and 1.3.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.word.passages.pieces import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.word.passages.pieces import TableCell, TableRow

_NUMBER = re.compile(r"\(?([0-9]{1,3}(?:\.[0-9]{1,3})*)[.)]{0,2}")
_FEWEST_WORDS = 6  # a row on average: fewer are names or figures, and the number beside them may count something


class Stretch(NamedTuple):
    """What stands in a row of such a table, and the number beside it. ``level`` is that of the number, from 0."""

    label: str
    level: int
    blocks: tuple[Paragraph | Table, ...]
    marks: tuple[str, ...]


def laid_out(table: Table) -> list[Stretch] | None:
    """Return what a table for layout holds, row by row; None where the table is one to a reader too."""
    rows = table.rows
    if any(row.shape.header or any(cell.shape.goes_on for cell in row.cells) for row in rows):
        return None
    if all(len(row.cells) == 1 for row in rows):
        return [Stretch("", 0, row.cells[0].blocks, row.marks) for row in rows]
    found = [_beside_number(row) for row in rows]
    stretches = [one for one in found if one is not None]
    if len(stretches) != len(found) or not _are_numbers([one.label for one in stretches], rows):
        return None
    return stretches if _are_sentences(stretches) else None


def _beside_number(row: TableRow) -> Stretch | None:
    """Return the paragraphs of a row with the number in front of them; None for a row of any other sort."""
    full = [at for at, cell in enumerate(row.cells) if cell.paragraphs or _holds_table(cell)]
    if not full:
        return Stretch("", 0, (), row.marks)
    blocks = row.cells[full[-1]].blocks
    if full == [1] or len(row.cells) == 1:
        return Stretch("", 0, blocks, row.marks)
    label = _label(row.cells[0]) if full == [0, 1] else ""
    return Stretch(label, label.strip("().").count("."), blocks, row.marks) if label else None


def _are_sentences(stretches: Sequence[Stretch]) -> bool:
    words = [
        sum(len(one.text.split()) for one in each.blocks if isinstance(one, Paragraph))
        for each in stretches
        if each.label
    ]
    return sum(words) >= _FEWEST_WORDS * len(words)


def _label(cell: TableCell) -> str:
    """Return the number that a cell holds, printed by Word or typed, and nothing else; empty where it holds more."""
    match cell.paragraphs:
        case [only] if not _holds_table(cell):
            if not only.text:
                return only.label
            return only.text if not only.label and _NUMBER.fullmatch(only.text) else ""
        case _:
            return ""


def _are_numbers(labels: Sequence[str], rows: Sequence[TableRow]) -> bool:
    """Return whether the column counts: Word's own numbers do, typed ones where they run on from row to row."""
    given = [label for label in labels if label]
    if not given:
        return False
    if any(one.counts and not one.text for row in rows for cell in row.cells[:1] for one in cell.paragraphs):
        return True
    matches = [_NUMBER.fullmatch(label) for label in given]
    keys = [tuple(map(int, match[1].split("."))) for match in matches if match is not None]
    return len(keys) == len(given) > 1 and all(_follows(one, other) for one, other in pairwise(keys))


def _follows(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Return whether a number comes next after another: 1.2 after 1.1, 2 and 2.1 after 1.2, 1.1 after 1."""
    if len(other) > len(one):
        return other == (*one, 1)
    if len(other) > 1 and other[-1] == 1 and _follows(one, other[:-1]):
        return True
    return other == (*one[: len(other) - 1], one[len(other) - 1] + 1)


def _holds_table(cell: TableCell) -> bool:
    return any(isinstance(one, Table) for one in cell.blocks)
