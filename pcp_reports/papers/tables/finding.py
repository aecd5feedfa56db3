"""Tables in plain text: cells parted by tabs, by bars, by blanks that stand beneath one another, or by a row of dots.

A table is two lines at least. What only might be one stays lines: a line of words loses nothing by it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.blanks import by_blanks
from pcp_reports.papers.tables.columns import AMOUNT, MOST_LINES, WIDEST_GAP, Row, Table, adjoining
from pcp_reports.papers.tables.commas import by_commas
from pcp_reports.papers.tables.gapped import by_gaps
from pcp_reports.papers.tables.relabelled import by_headings_again
from pcp_reports.papers.tables.squeezed import by_sums
from pcp_reports.papers.tables.torn.stacked import by_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.joining import Wraps
    from pcp_reports.papers.lines.lines import Line

_COLON = re.compile(r":(?:\s{2,}|\t)")
_RULE = re.compile(r"[\s|+:=_─━-]{3,}")
_TOTAL_ALONE = re.compile(rf"{AMOUNT}")
_LAST_CELL = re.compile(rf"(?<!\S)(?:{AMOUNT})\.?$")
_FEWEST = 2
_LEADERS = " .…_"  # what leads from the words to the amount
_FEWEST_DOTS = 4
_LONGEST_AMOUNT = 24  # characters
_LONGEST_PART = 60  # characters of a row that has one cell


def table_at(lines: Sequence[Line], at: int, wraps: Wraps) -> Table | None:
    """Return the table that begins at a line, None where none does."""
    text = lines[at].text
    if text.count("|") > 1 or (text.count("|") == 1 and " | " in text):
        found = _by_bars(lines, at)
        if found is not None:
            return found
    if "\t" in text.strip():
        found = _by_tabs(lines, at)
        if found is not None or _closes(lines, at):
            return found
    if "," in text and "£" not in text:
        found = by_commas(lines, at)
        if found is not None:
            return found
    found = by_sums(lines, at, wraps) or by_headings_again(lines, at) or by_cells(lines, at)
    if found is not None:
        return found
    label = label_of(text) if _COLON.search(text) else None
    if label is not None and not label.numbered:
        return None  # “• Guides:   £500” is an item of a list: the colon parts it, not the blanks
    if "  " in text.strip() or "...." in text or ". . ." in text or "…" in text or "___" in text or "\t" in text:
        return by_blanks(lines, at, wraps) or by_gaps(lines, at) or _by_amounts(lines, at)
    return None


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line with a tab and an amount stands by itself above another table with tabs, and is no row of that."""
    alone = at + 1 < len(lines) and lines[at + 1].gap > 0 and not lines[at + 1].turned
    return alone and _LAST_CELL.search(lines[at].text.rstrip()) is not None and _by_tabs(lines, at + 1) is not None


def _filled(cells: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((column, cell.strip()) for column, cell in enumerate(cells) if cell.strip())


# -- bars


def _by_bars(lines: Sequence[Line], at: int) -> Table | None:
    rows: list[Row] = []
    end = at
    while end < len(lines) and (end == at or adjoining(lines, end)) and end - at < MOST_LINES:
        text = lines[end].text
        if _RULE.fullmatch(text):
            if len(rows) == 1:
                rows[0] = Row(rows[0].cells, rows[0].line, header=True)
        elif "|" in text:
            rows.append(Row(_filled(text.strip().removeprefix("|").removesuffix("|").split("|")), lines[end]))
        else:
            break
        end += 1
    return Table(at, end, tuple(rows)) if len(rows) > 1 else None


# -- tabs


def _tabbed(line: Line) -> list[str] | None:
    """Return the cells of a line with tabs between words, None for any other; the tab behind a label parts no cells."""
    text = line.text.rstrip()
    if "\t" not in text.strip():
        # beneath empty cells the sum of a total, and nothing beside
        return text.split("\t") if text.startswith("\t") and _TOTAL_ALONE.fullmatch(text.strip()) else None
    label = label_of(text)
    if label is not None and "\t" not in text[label.words :].strip():
        return None
    is_bullet = label is not None and not label.numbered
    return text[label.words if label is not None and is_bullet else 0 :].split("\t")


def _by_tabs(lines: Sequence[Line], at: int) -> Table | None:
    cells = _tabbed(lines[at])
    if cells is None:
        return None
    rows: list[tuple[list[str], Line]] = [(cells, lines[at])]
    end = at + 1
    while end - at < MOST_LINES and adjoining(lines, end):
        more = _tabbed(lines[end])
        if more is None and not (_is_part(lines[end]) and _goes_on(lines, end)):
            break
        rows.append((more if more is not None else [lines[end].text], lines[end]))
        end += 1
    rows = _unnumbered(rows)
    several = [cells for cells, _ in rows if len(cells) > 1]
    if len(several) < 2:  # noqa: PLR2004 - one row is no table
        return None
    widths = Counter(len(cells) for cells in several)
    _, times = widths.most_common(1)[0]
    if times * 2 <= len(several):
        # Tabs that only line things up: several of them are one step.
        joined = [[cell for cell in cells if cell.strip()] for cells, _ in rows]
        widths = Counter(len(cells) for cells in joined if len(cells) > 1)
        _, times = widths.most_common(1)[0]
        if times * 2 <= len(several):
            return None
        rows = [(cells, line) for cells, (_, line) in zip(joined, rows, strict=True)]
    return Table(at, end, tuple(Row(_filled(cells), line) for cells, line in rows))


def _unnumbered(rows: list[tuple[list[str], Line]]) -> list[tuple[list[str], Line]]:
    """Return the rows without the numbers before their first words, where these count them: “1. Guides”, “2. Scouts”."""
    labels = [label_of(cells[0]) for cells, _ in rows]
    told = [
        int(label.typed.strip("().")) for label in labels if label is not None and label.typed.strip("().").isdigit()
    ]
    if len(told) < len(rows) - _FEWEST or len(told) < _FEWEST or told != list(range(told[0], told[0] + len(told))):
        return rows
    return [
        ([cells[0][label.words :], *cells[1:]] if label is not None and label.numbered else cells, line)
        for label, (cells, line) in zip(labels, rows, strict=True)
    ]


def _is_part(line: Line) -> bool:
    """Return whether a line may be a row of one cell, which names a part of the table."""
    text = line.text.strip()
    return len(text) <= _LONGEST_PART and label_of(text) is None and text[-1] not in ".;,"


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    return adjoining(lines, at + 1) and _tabbed(lines[at + 1]) is not None


# -- an amount at the end of each line, behind blanks or dots


def _by_amounts(lines: Sequence[Line], at: int) -> Table | None:
    rows: list[Row] = []
    end = at
    while end < len(lines) and (end == at or adjoining(lines, end, WIDEST_GAP)) and end - at < MOST_LINES:
        cells = _led(lines[end].shown.strip())
        if cells is None:
            break
        rows.append(Row(((0, cells[0]), (1, cells[1])), lines[end]))
        end += 1
    return Table(at, end, tuple(rows)) if len(rows) > 1 else None


def _led(text: str) -> tuple[str, str] | None:
    """Return the words and the amount of a line with dots between, or with blanks before a pound sign."""
    last = _LAST_CELL.search(text[-_LONGEST_AMOUNT:])
    if last is None or label_of(text) is not None:
        return None
    amount = last[0].rstrip(".")
    before = text[: len(text) - len(last[0])]
    words = before.rstrip(_LEADERS)
    if words.endswith((" –", " —", " -")):
        return None  # a dash parts its words, and the blanks about it part nothing
    leaders = before[len(words) :]
    dots = sum(_FEWEST_DOTS if sign == "…" else 1 for sign in leaders if sign != " ")
    parted = dots >= _FEWEST_DOTS or (not dots and len(leaders) > 1 and "£" in amount)
    return (words.strip(), amount) if words.strip() and parted else None
