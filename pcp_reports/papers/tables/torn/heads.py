"""The headings of a table that came apart into a line for each cell, made one to a column again.

A line break may have parted one in two; a row of units (“£ | %”) may stand beneath them, and the name of a part of the table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.columns import Row
from pcp_reports.papers.tables.torn.cells import Torn, heads_money, what_is
from pcp_reports.papers.tables.torn.marks import is_mark
from pcp_reports.papers.tables.torn.rows import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.tables.torn.rows import Shape

_LONGEST_HEADING = 60
_LONGEST_NAME = 110
_BEHIND = re.compile(
    r"(?:requested|applied for|asked for|sought|suggested|recommended|awarded|approved|proposed|granted|given|agreed|offered|[(]?£[)]?|amount|award)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d(?:[-/–]\d{2,4})?")
_WHICH_YEAR = re.compile(r"[(]?(?:year|yr)\s?[1-5][)]?", re.IGNORECASE)
_OF_YEAR = re.compile(
    rf"{_YEAR.pattern}(?:\s{_WHICH_YEAR.pattern})?|{_WHICH_YEAR.pattern}\s{_YEAR.pattern}", re.IGNORECASE
)
_SHORTENED = re.compile(r"(?:.*\s)?(?:No|Nos|Ref|Org|Amt|App)\.")
_BEFORE = re.compile(
    r"(?:amounts?|grants?|awards?|sums?|total|funding|contribution|£|requested|proposed|recommended|suggested)",
    re.IGNORECASE,
)


def begun(record: Record, shape: Shape, *, marked: bool = False) -> tuple[Row, Record] | None:
    """Return the row of headings and the first record, None where so many columns do not fit with the headings.

    ``marked``: a mark stands behind the sums of some records, in a column of its own, whose heading may be lost.
    """
    kinds = [what_is(line.text) for line in record.words]
    units = [number for number, kind in enumerate(kinds) if kind is Torn.UNIT]
    for part in (0, 1):
        end = len(record.words) - shape.words - part
        if end < 1:
            return None
        heads = [line.text.strip() for line in record.words[:end]]
        if units and units[-1] < end:
            lone = units == [end - 1] and shape.sums == 1
            if not lone and units != list(range(units[0], end)):
                continue
            told = heads if lone else _with_units(_whole(heads[: units[0]]), heads[units[0] :], shape.sums)
        else:
            told = heads
        found = None
        if told and marked:
            over = _fitting(told[:-1], shape)
            found = None if over is None else [*over, told[-1]]
        if found is None and told is not None:
            found = _fitting(told, shape)
        if found is not None and all(
            may_name(line.text) for line in record.words[end : end + (1 if shape.words > 1 else part + 1)]
        ):
            row = Row(
                tuple((column, one) for column, one in enumerate(found) if one),
                record.words[0],
                header=True,
                below=record.words[1:end],
            )
            return row, Record(record.words[end:], record.sums, record.marks)
    return None


def _fitting(heads: Sequence[str], shape: Shape) -> list[str] | None:
    """Return one heading to a column, None where they do not fit: the last ones are of sums, and one of money."""
    made = _joined(heads, shape.words + shape.sums)
    alone = made is None and shape.words == 1 and len(heads) == shape.sums
    if made is None and shape.words == 1:  # years alone over the sums, and nothing over the names
        years = _with_years(heads)
        if len(years) == shape.sums > 1 and all(map(_OF_YEAR.fullmatch, years)):
            made = ["", *years]
    if alone and all(heads_money(word) for one in heads for word in one.split()):
        made = ["", *heads]  # nothing stands over the names
    if made is None or not all(one in ("", "%") or may_head(one) for one in made):
        return None
    if not any(map(heads_money, made[shape.words :])) or (not heads_money(made[-1]) and made[-1] != "%"):
        return None
    return made


def may_head(text: str) -> bool:
    """Return whether a line may be the heading of a column: a few words, no figure, no sentence, no label before it."""
    words = text.strip()
    return (
        len(words) <= _LONGEST_HEADING
        and (words[0].isupper() or words[0] in "£(" or _OF_YEAR.fullmatch(words) is not None)
        and (words[-1] not in ".,:;!" or _SHORTENED.fullmatch(words) is not None)
        and re.search(r"£\s?\d", words) is None
        and label_of(text) is None
    )


def may_name(text: str) -> bool:
    """Return whether a line may begin a record: a name or the heading of a part, and no sentence that leads to a list."""
    words = text.strip()
    sentence = words[-1] in ":;?" or (words[-1] == "." and len(words.split()) > 6)  # noqa: PLR2004 - “St. Mary’s Guides Ltd.”
    label = label_of(words)
    bullet = label is not None and (not label.numbered or label.sort in ("a)", "i)", "(a)", "(i)", "dotted"))
    if len(words) > _LONGEST_NAME or sentence or bullet:
        return False
    return not is_mark(words) and re.search(r"£\s?\d", words) is None


def _with_units(heads: Sequence[str], units: Sequence[str], sums: int) -> list[str] | None:
    """Return the headings with the row of units beneath them, one to a column, of which the last ``sums`` hold figures.

    “Cost | Grant asked | Grant given” over “£ | £ | % | £ | %”: a heading that begins at a pound sign stands over the
    per cent beside it as well.
    """
    if not units:
        return list(heads)
    told = list(units)
    if len(told) == sums:
        pounds = sum("%" not in unit for unit in told)
        if len(heads) <= pounds or "%" in told[0]:
            return None
        before, over = list(heads[: len(heads) - pounds]), list(heads[len(heads) - pounds :])
        return [*before, *("%" if "%" in unit else f"{over.pop(0)} ({unit.strip('()')})" for unit in told)]
    return None


def _joined(heads: Sequence[str], wanted: int) -> list[str] | None:
    """Return as many headings as are wanted, if need be those that a line break parted made whole; None for no such way."""
    if len(heads) == wanted:
        return list(heads)
    return next((one for one in (_whole(heads), _with_years(heads)) if len(one) == wanted), None)


def _with_years(heads: Sequence[str]) -> list[str]:
    """Return the headings, a year and the number that it has among the years as one: “2024/25” and “Year 1”."""
    made: list[str] = []
    for head in heads:
        if made and _OF_YEAR.fullmatch(f"{made[-1]} {head}"):
            made[-1] = f"{made[-1]} {head}"
        else:
            made.append(head)
    return made


def _whole(heads: Sequence[str]) -> list[str]:
    """Return the headings, those that a line break parted made whole: “Award” and “suggested”.

    A noun that stands alone over two columns (“Grant … Grant …”) goes with the single word behind each.
    """
    made = list(heads[:1])
    rest = list(heads[1:])
    while rest:
        first = rest.pop(0)
        one_word = bool(rest) and " " not in rest[0] and rest[0][0].isalpha()
        twice = heads.count(first) > 1 and one_word and rest[0] not in (first, heads[0])
        if rest and _BEFORE.fullmatch(first) and (twice or _BEHIND.fullmatch(rest[0])):
            first = f"{first} {rest.pop(0)}"
        made.append(first)
    return made
