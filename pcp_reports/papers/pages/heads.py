"""Heads and feet of pages in a text without form feeds, as it is copied out of a PDF: told by what they repeat.

A bare number alone on a line may be an amount. It numbers a page where another, one more or less and a good way off,
does so too, and where something else says that a page ends there: the text ends, or the paper's own title follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.papers.lines.lines import Line

OF_A_LIST = re.compile(
    r"(?i)£|^\s*(?:[-–•*]|\d+\.)\s|\b(?:amount|recipient|organi[sz]ation|purpose|awarded?|district)\b"
)
"""What a line has that may be part of a list or the headings of a table, and is then no head of a page."""
_SEVERAL = re.compile(r"\S(?: {3,}|\t)\S.*\S(?: {3,}|\t)\S")  # cells of a row of headings
_SET_APART = re.compile(r"\S(?: {5,}|\t)\S")  # what stands at the left and at the right of a head
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_WORD = re.compile(r"\w+")
_OPENING = 6  # lines of a paper that say what it is: office, title, date, item of the agenda
_APART = 12  # lines that a page has at the least
_CLOSE = 3  # lines between two numbers that both have the paper's title beside them
_FEWEST_WORDS = 3
_LONGEST = 110  # characters
_MOST_LINES = 3  # of a head or a foot
_ITEM = re.compile(r"(?i)(?:agenda )?(?:item|appendix|annex|page) \S{1,4}")


def bare_page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the lines that hold the number of a page and no more."""
    opening = _opening(lines)
    found = {at: int(match[1]) for at, line in enumerate(lines) if (match := _NUMBER.fullmatch(line.text))}
    last = len(lines) - 1
    titled = {at for at in found if _repeats(lines, at + 1, opening) or _repeats(lines, at - 1, opening)}
    ends = titled | ({last} & found.keys())
    numbers: dict[int, list[int]] = {}
    for at in sorted(ends):
        numbers.setdefault(found[at], []).append(at)
    return {
        at
        for at in ends
        if any(
            abs(other - at) > (_CLOSE if {at, other} <= titled else _APART)
            for step in (-1, 1)
            for other in numbers.get(found[at] + step, ())
        )
    }


def repeated_heads(lines: Sequence[Line], numbers: Iterable[int]) -> dict[int, str]:
    """Return the lines beside the numbers of pages that say again what the paper's first lines say, with the side they are on."""
    opening = _opening(lines)
    made: dict[int, str] = {}
    taken = set(numbers)
    for number in sorted(taken):
        if number < _OPENING:
            continue
        for step, side in ((1, "head"), (-1, "foot")):
            at = number + step
            while 0 <= at < len(lines) and abs(at - number) <= _MOST_LINES and at not in taken:
                follows = abs(at - number) > 1 and _ITEM.fullmatch(lines[at].text.strip()) is not None
                if not follows and not _repeats(lines, at, opening):
                    break
                made[at] = side
                at += step
    return made


def heads_of_later_pages(lines: Sequence[Line], starts: Sequence[int], numbers: Iterable[int]) -> dict[int, str]:
    """Return the heads that every page but the first has, as a paper with a title page of its own has them.

    Each stands at the very top of those pages, alike, and says again what the paper's first lines say: its title and day.
    """
    opening, made = _opening(lines), dict[int, str]()
    taken = set(numbers)
    tops = [[at for at in range(one, min(one + 2 * _MOST_LINES, len(lines))) if at not in taken] for one in starts[1:]]
    for level in zip(*(top[:_MOST_LINES] for top in tops), strict=False):
        first = _plain(lines[level[0]].text)
        alike = all(_plain(lines[at].text) == first for at in level)
        if not alike or not all(_repeats(lines, at, opening) for at in level):
            break
        if len(level) == 1 and not (made or _SET_APART.search(lines[level[0]].text)):
            break  # once alone in the paper: it may be a heading in its text
        made |= dict.fromkeys(level, "head")
    return made


def _opening(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the first lines of a paper in small letters, up to the first sentence."""
    made: list[str] = []
    for line in lines[:_OPENING]:
        text = line.text.strip()
        if len(text) > _LONGEST or text.endswith((".", ":", ";")):
            break
        made.append(_plain(text))
    return tuple(made)


def _repeats(lines: Sequence[Line], at: int, opening: tuple[str, ...]) -> bool:
    """Return whether a line further down says what the first lines say: one of them, or most of its words are theirs."""
    if not opening or not _OPENING <= at < len(lines):
        return False
    text = lines[at].text.strip()
    if (
        len(" ".join(text.split())) > _LONGEST
        or OF_A_LIST.search(text)
        or _SEVERAL.search(text)
        or text.endswith((".", ":", ";", ","))
    ):
        return False
    plain = _plain(text)
    words = plain.split()
    if len(words) < _FEWEST_WORDS:
        return False
    if plain in opening:
        return True
    known = set(" ".join(opening).split())
    return sum(word in known for word in words) * 5 >= len(words) * 4


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
