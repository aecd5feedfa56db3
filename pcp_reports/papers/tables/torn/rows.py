"""Records of a table that came apart -> rows: which column each cell stood in."""

from __future__ import annotations

import re
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.columns import Row
from pcp_reports.papers.tables.torn.cells import Torn, is_total, what_is
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.papers.lines.lines import Line

_PART = re.compile(
    r"\b(?:priorit(?:y|ies)|area|ward|strand|fund|lot|districts?|category|theme|tier|region|zone|parish|round|phase|pot|grants|applications|projects|awards)\b|:$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_MOST_WAYS = 20


@dataclass(frozen=True, slots=True)
class Record:
    """The lines of a record: its words, the sums behind them, and the mark behind those: “Y”, “No”."""

    words: tuple[Line, ...]
    sums: tuple[Line, ...]
    marks: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """How many cells of words, and behind them of sums, the records of a table have."""

    words: int
    sums: int


Placed = tuple[tuple[int, str], ...]
"""The sums of a record, each with its column."""


def with_sums_placed(records: Sequence[Record], shape: Shape, money: Sequence[int]) -> list[Placed] | None:
    """Return the sums of each record with their columns; None where one has lost a sum and nobody can tell which.

    What stands in the place of a sum (“Deferred”) ends the sums of its record. A total may stand without its name behind
    the last record, and without the empty cells beneath the columns that it does not sum up: it sums up all those of
    ``money``, or those that come to it.
    """
    made: list[Placed | None] = []
    for record in records:
        texts = [line.text.strip() for line in record.sums]
        if is_total(record.words[0].text):
            place = _of_total(texts, made, shape, money)
        elif len(texts) == shape.sums:
            place = _from_left(texts, shape)
        elif len(texts) < shape.sums and what_is(texts[-1]) is Torn.NO_SUM:
            place = _from_left(texts, shape) if len(texts) > 1 else ((shape.words + shape.sums - 1, texts[0]),)
        elif record is records[-1] and len(texts) == 2 * shape.sums and _is_greatest(texts, made, shape):
            place = _from_left(texts[: shape.sums], shape)
        elif len(texts) < shape.sums:
            place = None
        else:
            return None
        made.append(place)
    return _borne_out(records, made, shape)


def _borne_out(records: Sequence[Record], made: Sequence[Placed | None], shape: Shape) -> list[Placed] | None:
    """Return the sums of all records, those that lost one placed in the only way that bears every total out; None for no such way."""
    placed = [one for one in made if one is not None]
    if len(placed) == len(made):
        return placed
    last = records[-1]
    if not is_total(last.words[0].text) or len(last.sums) != shape.sums or sum(map(_is_total, records)) > 1:
        return None
    columns = range(shape.words, shape.words + shape.sums)
    lost = [
        [line.text.strip() for line in record.sums] for record, one in zip(records, made, strict=True) if one is None
    ]
    choices = [list(combinations(columns, len(texts))) for texts in lost]
    if prod(map(len, choices)) > _MOST_WAYS:
        return None
    found = []
    for ways in product(*choices):
        filled = iter([tuple(zip(way, texts, strict=True)) for way, texts in zip(ways, lost, strict=True)])
        every = [one if one is not None else next(filled) for one in made]
        if all(
            _comes_to(every[:-1], column) == pence(line.text) for column, line in zip(columns, last.sums, strict=True)
        ):
            found.append(every)
    return found[0] if len(found) == 1 else None


def _is_total(record: Record) -> bool:
    return is_total(record.words[0].text)


def _comes_to(rows: Iterable[Placed | None], column: int) -> int:
    """Return what a column of rows comes to in pence."""
    return sum(pence(words) for one in rows if one is not None for at, words in one if at == column)


def _from_left(texts: Sequence[str], shape: Shape) -> Placed:
    return tuple(enumerate(texts, shape.words))


def _is_greatest(texts: Sequence[str], above: Sequence[Placed | None], shape: Shape) -> bool:
    """Return whether the sums behind those of the last record are greater than any above them, as those of a total are."""
    for column, text in _from_left(texts[shape.sums :], shape):
        others = [pence(words) for one in above if one is not None for at, words in one if at == column]
        if any(pence(text) <= other for other in [*others, pence(texts[column - shape.words])]):
            return False
    return True


def _of_total(texts: Sequence[str], above: Sequence[Placed | None], shape: Shape, money: Sequence[int]) -> Placed:
    """Return the sums of a total with their columns; none where it cannot be told which they sum up."""
    if len(texts) == shape.sums:
        return _from_left(texts, shape)
    if len(texts) == len(money):
        return tuple(zip(money, texts, strict=True))
    comes_to = {column: _comes_to(above, column) for column in money}
    ways = [
        way
        for way in combinations(money, len(texts))
        if sum(comes_to[column] == pence(text) for column, text in zip(way, texts, strict=True))
        >= max(1, len(texts) - 1)
    ]
    return tuple(zip(ways[0], texts, strict=True)) if len(ways) == 1 else ()


def pence(text: str) -> int:
    """Return the first number of a cell in pence, nought for none."""
    found = _NUMBER.search(text)
    if found is None or "%" in text:
        return 0
    whole, _, rest = found[0].replace(",", "").partition(".")
    return int(whole) * 100 + int(rest or 0)


def row_of(record: Record, sums: Placed, shape: Shape, *, fresh: bool) -> list[Row]:
    """Return the row of a record; before it that of the part it begins, behind it that of a total without a name.

    ``fresh``: it is the first beneath the headings, or beneath a total.
    """
    words = list(record.words)
    rows: list[Row] = []
    if len(words) > shape.words and not is_total(words[0].text) and _names_part(words, shape, fresh=fresh):
        rows.append(Row(((0, words[0].text.strip()),), words[0]))
        words = words[1:]
    first, *others = words
    cells = [(0, first.text.strip())]
    for number, line in enumerate(others, 1):
        column = min(number, shape.words - 1)
        if cells[-1][0] == column:
            cells[-1] = (column, f"{cells[-1][1]} {line.text.strip()}")
        else:
            cells.append((column, line.text.strip()))
    marked = [(shape.words + shape.sums, line.text.strip()) for line in record.marks]
    behind = record.sums[shape.sums :] if len(record.sums) == 2 * shape.sums and not is_total(first.text) else ()
    own = record.sums[: len(record.sums) - len(behind)]
    rows.append(Row((*cells, *sums, *marked), first, below=(*others, *own, *record.marks)))
    if behind:
        rows.append(Row(_from_left([line.text.strip() for line in behind], shape), behind[0], below=behind[1:]))
    return rows


def _names_part(words: Sequence[Line], shape: Shape, *, fresh: bool) -> bool:
    """Return whether the first of too many words names a part of the table, and the others are the record.

    Else what a grant is for runs over two lines; where there is no column for that, a name may, whose second half begins small.
    """
    text, below = words[0].text.strip(), words[1].text.strip()
    if len(words) != shape.words + 1:
        return False
    if shape.words == 1:
        return not below[:1].islower() and below[:1] not in "(–-" and text[-1] not in ",&–-"
    return _PART.search(text) is not None and (fresh or len(text.split()) <= 4) and below[:1].isupper()  # noqa: PLR2004 - “Higher priority”
