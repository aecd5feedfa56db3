"""What stands at the edges of pages, found and set apart: page numbers, and the heads and feet that run through a paper."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.pages.heads import OF_A_LIST, bare_page_numbers, heads_of_later_pages, repeated_heads
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.papers.lines.lines import Line

_PAGE_NUMBER = re.compile(
    r"(?i)(?:[-–—|] ?)?(?:page|tudalen) ?(\d{1,4})(?: ?(?:of|/|o) ?\d{1,4})?(?: ?[-–—|])?|[-–—] ?(\d{1,4}) ?[-–—]|(\d{1,4}) ?(?:of|/) ?(\d{1,4})"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_EDGE = 3  # lines at the top and foot of a page that may be its head and foot
_LONG = 25  # characters, of a line that is one in a paper of two pages
_SPACED = 20  # one blank line in so many lines, and the text has blank lines
_FEWEST = 3  # pages that a line must stand on to be one, where it is not a page number


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of the paper itself, and those of the heads and feet of its pages, each once."""

    lines: tuple[Line, ...]
    heads: tuple[Line, ...] = ()
    feet: tuple[Line, ...] = ()


def without_page_furniture(lines: Sequence[Line]) -> Pages:
    """Return the lines without page numbers and running heads and feet; the page is turned where they stood.

    Pages are told by form feeds, or by lines such as “Page 3 of 12” that count on. A head or foot is a line at the edge
    of three pages at least, the same but for its figures; of a paper of two pages a long one, at the very edge of both.
    One that says the paper's title again may be missing on the first page.
    """
    numbers = _page_numbers(lines) | bare_page_numbers(lines)
    bounded = any(line.turned for line in lines)
    starts = _starts(lines, numbers, bounded=bounded)
    dropped = dict.fromkeys(numbers, "")
    if len(starts) > 1:
        dropped |= _running(lines, starts, numbers)
    dropped |= repeated_heads(lines, numbers)
    kept: list[Line] = []
    turned = False
    for at, line in enumerate(lines):
        if at in dropped:
            turned = True
            continue
        kept.append(replace(line, turned=True) if turned and kept else line)
        turned = False
    heads, feet = (_once(lines[at] for at, side in dropped.items() if side == wanted) for wanted in ("head", "foot"))
    return Pages(tuple(kept), heads, feet)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the lines that number a page: “Page 3 of 12”; bare numbers only at a page's edge, and where they count on."""
    found = {at: match for at, line in enumerate(lines) if (match := _PAGE_NUMBER.fullmatch(_spaced(line)))}
    # “12 of 14” or “- 3 -” alone on a line may be a figure: it takes two that count on.
    spelt = {at for at, match in found.items() if match[1]}
    # “2022/23” and “2023/24” are years: the pages of one paper are all “of” the same number, and none comes behind it.
    wholes = Counter(match[4] for match in found.values() if match[3])
    unspelt = {at: match for at, match in found.items() if not match[1] and not _is_year(match, wholes)}
    others = _counting({at: int(match[2] or match[3]) for at, match in unspelt.items()})
    edges = {
        at: int(match[0])
        for at, line in enumerate(lines)
        if (line.turned or (at + 1 < len(lines) and lines[at + 1].turned) or at + 1 == len(lines))
        and (match := _BARE_NUMBER.fullmatch(_spaced(line)))
    }
    return spelt | others | _counting(edges)


def _is_year(match: re.Match[str], wholes: Counter[str]) -> bool:
    """Return whether “2022/23” is no page of so many: fewer than its number, or as many as no other is of."""
    return bool(match[3]) and (int(match[3]) > int(match[4]) or wholes[match[4]] == 1)


def _counting(numbers: dict[int, int]) -> set[int]:
    """Return those of the numbers (by line) that are one more than the one before, or less than the one behind."""
    order = sorted(numbers)
    pairs = [(one, two) for one, two in pairwise(order) if numbers[two] == numbers[one] + 1]
    return {at for pair in pairs for at in pair}


def _starts(lines: Sequence[Line], numbers: set[int], *, bounded: bool) -> list[int]:
    """Return the lines that begin a page."""
    if bounded:
        return [0, *(at for at, line in enumerate(lines) if line.turned and at)]
    return [0, *(at + 1 for at in sorted(numbers) if at + 1 < len(lines))]


def _running(lines: Sequence[Line], starts: list[int], numbers: set[int]) -> dict[int, str]:
    """Return the lines of running heads and feet, with which of the two each is."""
    ends = [*starts[1:], len(lines)]
    few = len(starts) < _FEWEST
    seen: Counter[tuple[str, str]] = Counter()
    placed: list[tuple[int, tuple[str, str]]] = []
    for start, end in zip(starts, ends, strict=True):
        page = [at for at in range(start, end) if at not in numbers]
        edge = min(1 if few else _EDGE, len(page) // 2)
        sides = [(at, "head") for at in page[:edge]] + [(at, "foot") for at in page[len(page) - edge :]]
        keys = [(at, (side, _shape(lines[at]))) for at, side in sides if _may_run(lines[at], few=few)]
        placed += keys
        seen.update({key for _, key in keys})
    fewest = 2 if few else max(_FEWEST, (len(starts) * 9 + 19) // 20)  # those of left and right pages may differ
    running = {at: side for at, (side, shape) in placed if seen[side, shape] >= fewest}
    running |= heads_of_later_pages(lines, starts, numbers)
    return running if sum(line.gap > 0 for line in lines) * _SPACED < len(lines) else _apart(lines, running)


def _apart(lines: Sequence[Line], running: dict[int, str]) -> dict[int, str]:
    """Return those of the lines that a blank line parts from the paper's own, alone or with others of them."""
    found: dict[int, str] = {}
    for at in sorted(running):
        if running[at] == "foot" and (lines[at].gap > 0 or found.get(at - 1) == "foot"):
            found[at] = "foot"
    for at in sorted(running, reverse=True):
        beneath = lines[at + 1] if at + 1 < len(lines) else None
        if running[at] == "head" and (beneath is None or beneath.gap > 0 or found.get(at + 1) == "head"):
            found[at] = "head"
    return dict(sorted(found.items()))


def _shape(line: Line) -> str:
    """Return a line with its figures alike."""
    return re.sub(r"\d+", "#", _spaced(line))


def _spaced(line: Line) -> str:
    return " ".join(line.text.split())


def _may_run(line: Line, *, few: bool) -> bool:
    """Return whether a line may be a running head or foot: no name of a strand, no row of headings, no amount."""
    text = line.text.strip()
    if text.endswith(":") or OF_A_LIST.search(text):
        return False
    return not few or len(text) >= _LONG


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    found: dict[str, Line] = {}
    for line in lines:
        found.setdefault(_shape(line), line)
    return tuple(found.values())
