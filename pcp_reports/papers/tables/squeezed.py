"""Tables whose cells stand one blank apart, and run over several lines, as they are copied out of a PDF.

Only the sums tell the rows: beneath a line of headings that ends in columns of money, each row ends in as many sums.
Where a line may end in a sum or in a figure of its words, it is no table: fewer grants are found, and none is made up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.joining import glued
from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.columns import MOST_LINES, Row, Table
from pcp_reports.papers.tables.money_words import SUM, is_an_amount, is_of_money, tells_what_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.joining import Wraps
    from pcp_reports.papers.lines.lines import Line

_SUM = re.compile(SUM)
_PLAIN = re.compile(r"\d{1,6}")
_SMALL = 100  # pounds: a bare figure below it at a line's end may be a number of people
_YEARS = range(1900, 2100)
_SEEN = re.compile(r"\S {3,}\S|\S\t")
_IN_A_YEAR = re.compile(r"(?i).*\b(?:in|for|of|during|since|to|the|year|from|and|ended|ending) 20\d\d(?:[-/–]\d{2,4})?")
_LEADS_ON = "–—-:,(="
_LONGEST_HEAD = 90
_MOST_HEADINGS = 8  # columns of money
_MOST_ROW = 10  # lines of a row
_FEWEST = 2


def by_sums(lines: Sequence[Line], at: int, wraps: Wraps) -> Table | None:
    """Return the table whose line of headings a line is, None where it is none."""
    heads = _headings(lines[at].text.strip())
    if heads is None or any(_SEEN.search(line.text) for line in lines[at + 1 : at + 2]):
        return None  # no headings, or columns that are there to be seen
    first, *sums = heads
    rows: list[Row] = []
    taken: list[Line] = []
    end = last = at + 1
    while end < len(lines) and end - at < MOST_LINES:
        line = lines[end]
        tail = _tail(line.text.split(), len(sums))
        if tail and len(sums) == 1 and rows and ("£" in tail[0]) != ("£" in rows[0].cells[1][1]):
            break  # the sums of a column all have a pound sign, or none: this one ends a sentence
        parted = line.gap > 0 and not line.turned and end > at + 1
        if label_of(line.text) is not None or (parted and not _has_sum(lines, end, len(sums))):
            break
        if tail is None or (parted and (taken or not tail)):
            return None  # nobody can tell whether the line ends in a sum, or where the row ends
        if len(taken) >= _MOST_ROW:
            break
        taken.append(line)
        end += 1
        if not tail:
            continue
        words = glued([*(one.text for one in taken[:-1]), _without(line.text, len(tail))], wraps)
        if not any(char.isalpha() for char in words) or words[-1] in _LEADS_ON:
            return None  # “Guides – £500” is an item of a list
        rows.append(Row(((0, words), *enumerate(tail, 1)), taken[0], below=tuple(taken[1:])))
        taken, last = [], end
    if not _is_table(rows, len(sums)):
        return None
    named = ((0, first),) if first else ()
    head = Row((*named, *enumerate(sums, 1)), lines[at], header=True)
    return Table(at, last, (head, *rows))


def _has_sum(lines: Sequence[Line], start: int, count: int) -> bool:
    """Return whether the lines up to the next blank one are no paragraph with a label, and one of them ends in sums."""
    for line in lines[start : start + _MOST_ROW]:
        if (line.gap and line is not lines[start]) or label_of(line.text) is not None:
            return False
        if line.text.rstrip()[-1] not in ".:;" and _tail(line.text.split(), count):
            return True
    return False


def _is_table(rows: Sequence[Row], columns: int) -> bool:
    """Return whether the rows are those of a table: money, and what is no list of lines that each have their sum."""
    if len(rows) < _FEWEST or not all(row.cells[0][1][:1].isupper() or row.cells[0][1][:1].isdigit() for row in rows):
        return False
    last = [row.cells[-1][1] for row in rows]
    if columns > 1:
        return all(any("£" in cell or "," in cell or "." in cell for _, cell in row.cells[1:]) for row in rows)
    if "£" in last[0]:  # each may be a line of a list, unless the cells ran over lines
        return len(rows) > _FEWEST and sum(bool(row.below) for row in rows) * 2 >= len(rows)
    return len(rows) > _FEWEST and sum("," in cell or "." in cell for cell in last) * 2 >= len(rows)


def _headings(text: str) -> list[str] | None:
    """Return the headings of a line: that of the words, then those of the sums; None where it is no line of headings."""
    if text[:1] == "£" and text in _POUNDS:
        return ["", text]
    if not text[:1].isupper() or len(text) > _LONGEST_HEAD or text[-1] in ".,:;!?" or re.search(r"£\s?\d", text):
        return None
    if "\t" in text or "  " in text or _IN_A_YEAR.fullmatch(text):
        return None  # its columns are there to be seen, or it is a title: “Donations made in 2021”
    if (ends := _END_IN_POUNDS.fullmatch(text)) is not None and any(map(str.isdigit, text)):
        return _of_a_year(ends[1], ends[2])
    words, groups = _in_groups(text)
    if not groups or not words or any(char.isdigit() for char in " ".join(words)):
        return None
    return [" ".join(words), *groups]


def _in_groups(text: str) -> tuple[list[str], list[str]]:
    """Return the words before the headings of money that a line ends in, and those headings."""
    words: list[str] = []
    for word in _GLUED_POUND.sub(" £", text).split():
        if words and word.startswith("("):
            words[-1] = f"{words[-1]} {word}"
        else:
            words.append(word)
    groups: list[str] = []
    while words and len(groups) < _MOST_HEADINGS and is_of_money(words[-1]):
        group = [words.pop()]
        if words and group[0] == "£" and is_of_money(words[-1]):
            group.insert(0, words.pop())
        if words and tells_what_of(group[0]) and is_an_amount(words[-1]):
            group.insert(0, words.pop())
        groups.insert(0, " ".join(group))
    return words, groups


_POUNDS = frozenset({"£", "£s", "£p", "£.p", "£ p", "£’s", "£'s"})
_GLUED_POUND = re.compile(r"(?<=[^\s(£])£$")
_END_IN_POUNDS = re.compile(r"(.+?)\s?(£|\(£\))")
_YEARS_ALONE = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_WHO = re.compile(
    r"((?:(?:Name of )?(?:the )?(?:Organi[sz]ation|Group|Recipient|Applicant|Body|Charity|Club|Council|Authority|Force|Area|District|Project|Scheme|Parish|Ward|Name)s?))\b\s+(.*)"
)


def _of_a_year(words: str, pounds: str) -> list[str] | None:
    """Return the headings of who and of the sum, of a line with years: “Area | Grant in 2013–14 £”; None where it has other figures."""
    if any(char.isdigit() for char in _YEARS_ALONE.sub("", words)):
        return None
    parted = _WHO.fullmatch(words)
    return [parted[1], f"{parted[2]} {pounds}"] if parted is not None else [words, pounds]


def _tail(words: Sequence[str], count: int) -> list[str] | None:
    """Return the sums that a line ends in, none where it ends in words; None where that cannot be told."""
    found: list[str] = []
    for word in reversed(words[-count:]):
        if _SUM.fullmatch(word) is None:
            break
        found.insert(0, word)
    if not found:
        return []
    more = len(words) > len(found)
    doubtful = more and any(_PLAIN.fullmatch(one) and (int(one) < _SMALL or int(one) in _YEARS) for one in found)
    return found if len(found) == count and not doubtful else None


def _without(text: str, count: int) -> str:
    """Return a line without its last words."""
    parts = text.rsplit(maxsplit=count)
    return parts[0] if len(parts) > count else ""
