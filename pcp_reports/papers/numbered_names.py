"""What an officer calls a numbered paragraph: “paragraph 9”, “paragraph 9(a)”, “paragraph 3.2”, “number 2” of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.words import quoted

if TYPE_CHECKING:
    from pcp_reports.passage import Passage

_FIGURES = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})*")
_LETTERS = re.compile(r"[A-Za-z]{1,8}")


def bare_label(label: str) -> str:
    """Return a printed label without its stop and brackets: ``9`` of “9.”, ``a`` of “(a)”, ``3.2`` of “3.2”."""
    return label.strip().strip("()[]").rstrip(".:)").strip()


class NumberedNames:
    """Names numbered paragraphs in the order they stand, and tells a short list inside one from the paper's own count."""

    def __init__(self) -> None:
        self._last = 0  # of the paper's own count
        self._inner = 0  # of a list that counts from 1 anew
        self._level: int | None = None  # where the paper's own count stands
        self._main = ""
        self._outer: list[tuple[int, str]] = []

    def leave(self) -> None:
        """Note that a heading parts what follows from the paragraphs above it."""
        self._main = ""
        self._outer.clear()

    def name(self, passage: Passage, section: str) -> str:
        """Return the name of the next numbered paragraph; ``section`` is the place it stands in by headings."""
        bare = bare_label(passage.label)
        if _FIGURES.fullmatch(bare):
            return self._figures(passage.level, bare, section)
        if _LETTERS.fullmatch(bare):
            return self._letters(passage.level, bare, section)
        return self._kept(passage.level, _beneath(self._main or section, quoted(passage.label.rstrip(".:"))))

    def _figures(self, level: int, bare: str, section: str) -> str:
        if "." in bare:
            self._main = f"paragraph {bare}"
            self._outer = [(level, self._main)]
            return self._main
        number = int(bare)
        if self._is_own(number, level):
            self._last, self._inner = number, 0
            self._level = level if self._level is None else min(level, self._level)
            self._main = f"paragraph {bare}"
            self._outer = [(level, self._main)]
            return self._main
        self._inner = number
        above = next((name for at, name in reversed(self._outer) if at < level), self._main) or section
        return self._kept(level, _beneath(above, f"number {bare}"))

    def _is_own(self, number: int, level: int) -> bool:
        if self._level is not None and level > self._level and self._main:
            return False
        if not self._last:
            return True
        if self._inner and number == self._inner + 1:
            return number == self._last + 1 and not self._outer_is_list()
        return number > self._last

    def _outer_is_list(self) -> bool:
        return len(self._outer) > 1 or not self._main

    def _letters(self, level: int, bare: str, section: str) -> str:
        above = next((name for at, name in reversed(self._outer) if at < level), self._main)
        return self._kept(level, f"{above}({bare})" if above else _beneath(section, f"item ({bare})"))

    def _kept(self, level: int, name: str) -> str:
        self._outer = [entry for entry in self._outer if entry[0] < level or entry[1] == self._main]
        self._outer.append((level, name))
        return name


def _beneath(above: str, name: str) -> str:
    return f"{above}, {name}" if above else name
