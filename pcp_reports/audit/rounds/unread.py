"""Grants within a list or beside it that could not be read as its lines: no total over the list is judged then."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import read_line
from pcp_reports.audit.rounds.labels import label_kind
from pcp_reports.audit.rounds.sheet import begin_alike
from pcp_reports.audit.rounds.unsaid import lines_without_sum
from pcp_reports.audit.words.doubt import leads, looks_back, sums_up
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.audit.words.grant_words import gives, is_income, of_other_money
from pcp_reports.claims import Unit, find
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pcp_reports.audit.found import Award, Total
    from pcp_reports.passage import Paper, Passage

_FEW_WORDS = 8
_SUM = re.compile(r"£\s?[0-9]")
_MOST_BESIDE = 3
_SEVERAL_LINES = 3
_TO_ONE = re.compile(
    r"£\s?[0-9][0-9,.]*\s?(?:k|m)?\b(?: \w+){0,2}? (?:to|for) (?:(?:the|a|an|LB) )?(?:(?:charity|consortium|group) )?[A-Z]"
)
_OTHER_USE = re.compile(
    r"(?i)\b(?:match\w*|in kind|raised?|worth of|total cost|costs?|costing|budget|saved|sav(?:es?|ing)|turnover|requested|applied|asked|sought|"
    r"requests?|bid|per (?:head|hour|person|year|week|day)|price|fines?|stolen|seized|remaining|left|available|balance|carried|held back|kept back|set aside|reserved|unallocated|underspen[dt])\b"
)


def unread_lines(
    paper: Paper, awards: Iterable[Award], totals: Iterable[Total], heads: Iterable[int]
) -> tuple[int, ...]:
    """Return the passages between the first line and the last that look like lines and were not read as such.

    The items right before the first line and behind the last are looked at as well. What is a heading of lines, a
    total, or tells more of the line above it, is none.
    """
    read, heads = {award.passage for award in awards}, tuple(heads)
    known = read | {total.passage for total in totals} | set(heads)
    first, last = min(read), max(read)
    order = sorted(read)
    tables = {paper.passages[at].table: at for at in reversed(order)}
    found = [
        index for index in range(first + 1, last) if index not in known and _looks_read(paper, index, order, tables)
    ]
    opening = _opening(paper, read)
    for step in (-1, 1):
        edge = first if step < 0 else last
        index = edge + step
        while 0 <= index < len(paper.passages) and _is_like(paper.passages[index], paper.passages[edge]):
            text = paper.passages[index].text
            short = step > 0 and len(text.split()) <= _FEW_WORDS and not text.rstrip().endswith(".")
            if index not in known and (short or _SUM.search(text)) and (not opening or text.startswith(opening)):
                found.append(index)
            index += step
    sums = _known_sums(awards)
    found += [index for index in range(first + 1, last) if index not in known and _tells_more(paper, index, sums)]
    found += [index for index in read if _has_more(paper, index, awards)]
    found += lines_without_sum(paper, read, heads)
    return tuple(sorted(set(found)))


def _opening(paper: Paper, read: set[int]) -> str:
    """Return the word that every line begins with, three at least (“Approve a grant of …”); nothing where there is none.

    With “To” in front the word is the next: “To award Elm …”. An item beside them with another word (“Note that £4,000 is held
    back”, “To note …”) is no line of theirs.
    """
    opened = (_OPENS.match(paper.passages[index].text) for index in read)
    words = {match[0] if match is not None else "" for match in opened}
    return min(words, default="") if len(words) == 1 and len(read) >= _SEVERAL_LINES else ""


_OPENS = re.compile(r"(?:To )?[^\W\d_]+(?=\s|$)")


def beside(paper: Paper, awards: Iterable[Award], known: Iterable[int], behind: range) -> tuple[int, ...]:
    """Return the passages right behind a list that tell of a grant more: “An additional grant of £300 was made to X”.

    ``behind`` are those up to the next heading, whatever it looks like.
    """
    sums, own = _known_sums(awards), set(known)
    found = []
    for index in behind[:_MOST_BESIDE]:
        one = paper.passages[index]
        if one.sort in (Sort.HEADING, Sort.TITLE, Sort.ROW, *AROUND) or (one.numbered and one.level == 0):
            break
        if index in own or not _tells_more(paper, index, sums):
            continue
        read = read_line(one.text, passage=index)
        if len(read.awards) > 1:
            break  # a list of its own
        if read.awards or read.part is not None or _TO_ONE.search(one.text):
            found.append(index)
    return tuple(found)


def _known_sums(awards: Iterable[Award]) -> set[int]:
    """Return the sums in pence that a text may repeat: those of the lines, and what all come to."""
    sums = [award.amount.pence for award in awards if award.amount is not None]
    return {*sums, sum(sums)}


def _tells_more(paper: Paper, index: int, sums: set[int]) -> bool:
    """Return whether a passage has a sum that is in no line and looks like a grant: not what something cost or was asked for."""
    one = paper.passages[index]
    text = one.text
    if one.sort in (Sort.ROW, *AROUND) or _SUM.search(text) is None or leads(text) or looks_back(text):
        return False
    if of_other_money(text) or is_income(text) or _OTHER_USE.search(text) or (sums_up(text) and not gives(text)):
        return False
    return any(
        claim.unit is Unit.MONEY and claim.value is not None and int(claim.value * 100) not in sums
        for claim in find(text)
    )


def _has_more(paper: Paper, index: int, awards: Iterable[Award]) -> bool:
    """Return whether a line that is no row pays more bodies than were read of it: “£20,000 to Enfield and £20,000 to Barnet”."""
    one = paper.passages[index]
    if one.sort is Sort.ROW or one.text.count("£") < 2:  # noqa: PLR2004 - one sum pays one
        return False
    return len(_TO_ONE.findall(one.text)) > sum(award.passage == index for award in awards)


def _looks_read(paper: Paper, index: int, read: Sequence[int], tables: Mapping[int, int]) -> bool:
    """Return whether a passage between the lines of a list looks like one. ``tables``: the first line of each table."""
    one = paper.passages[index]
    if is_furniture(one.text) or one.header:
        return False
    if one.sort is Sort.ROW:
        return _SUM.search(one.text) is not None and tables.get(one.table, index) < index
    return any(_is_like(one, paper.passages[at]) for at in _near(index, read))


def _near(index: int, read: Sequence[int]) -> tuple[int, int]:
    """Return the nearest lines before and behind a passage that stands between the first and the last."""
    at = bisect_left(read, index)
    return read[at - 1], read[at]


def _is_like(one: Passage, line: Passage) -> bool:
    """Return whether a passage is an item of the very kind of a line: of its list, level and sort of label."""
    if one.sort is not Sort.ITEM or line.sort is not Sort.ITEM:
        return begin_alike(one, line)
    if (one.level, one.numbered) != (line.level, line.numbered) or one.text.rstrip().endswith(":"):
        return False
    return label_kind(one.label) == label_kind(line.label)
