"""Bullets that stand within a line, as a page is copied without its line ends: each begins a line of its own again.

“… be awarded: • £500 to Guides; • £600 to Scouts. 2. That …” A dot between two words may be anything; several may not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.papers.lines.lines import Line

_BULLET = re.compile(r"(?<=\S)\s+(?=[•●▪◦]\s+\S)")
_NUMBER = re.compile(r"(?<=[.;:)])\s+(?=[0-9]{1,2}\.\s+[A-Z])")
_FEWEST = 3
_LEAST = 240  # characters of a line that runs on: a menu (“Home • News • About”) is shorter


def with_lines_again(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, those that run on over several bullets parted before each of them."""
    made: list[Line] = []
    for line in lines:
        bullets = [match.span() for match in _BULLET.finditer(line.text)]
        if len(bullets) < _FEWEST or len(line.text) < _LEAST or "£" not in line.text:
            made.append(line)
            continue
        numbers = [match.span() for match in _NUMBER.finditer(line.text, bullets[0][0])]
        start = 0
        for end, on in [*sorted([*bullets, *numbers]), (len(line.text), len(line.text))]:
            column = line.column + start
            part = replace(line, text=line.text[start:end], column=column)
            made.append(part if not start else replace(part, gap=0, turned=False))
            start = on
    return made
