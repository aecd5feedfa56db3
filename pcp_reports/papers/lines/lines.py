"""Lines of a text that hold words, with where each stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_RULE = "-=_~─━═+* \t"  # what a line across the page is drawn with
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
TAB = 8
"""How many columns a tab may move on, as editors show it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words. ``number`` and ``column`` (from 1) are where it begins in the file, ``page`` from 1, 0 unknown.

    ``gap`` is how many blank lines stand above it; ``turned``: a page was turned above it, so that the gap says nothing.
    ``text`` has its tabs; `shown` is how it looks on the screen.
    """

    text: str
    number: int
    column: int = 1
    page: int = 0
    gap: int = 0
    turned: bool = False

    @property
    def shown(self) -> str:
        """Return the line with its tabs moved on to the next stop."""
        return self.text.expandtabs(TAB) if "\t" in self.text else self.text

    @property
    def indent(self) -> int:
        """Return how many columns it is set in."""
        shown = self.shown
        return len(shown) - len(shown.lstrip())


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that hold words. A form feed turns the page and ends a line, but counts none."""
    typed = text.split("\n")
    quoting = _is_quoting(typed)
    made: list[Line] = []
    page, gap, turned = int("\f" in text), 0, False
    for number, whole in enumerate(typed, 1):
        column = 1
        for at, part in enumerate(whole.split("\f")):
            if at:
                page, turned = page + 1, True
            clean, marks = cleaned(part), 0
            if quoting:
                bare = _QUOTED.sub("", clean)
                marks, clean = len(clean) - len(bare), bare
            if _is_rule(clean):
                continue
            if clean.strip():
                made.append(Line(clean.rstrip(), number, column + marks, page, gap, turned))
                gap, turned = 0, False
            elif "\f" not in whole:
                gap += 1
            column += len(part) + 1
    return made


def _is_rule(text: str) -> bool:
    """Return whether a line is drawn across the page, and holds no words."""
    return not text.strip(_RULE) and len("".join(text.split())) > 2  # noqa: PLR2004 - a dash or two may be a bullet


def cleaned(text: str) -> str:
    """Return a line without what nobody sees, its odd spaces plain; a break inside a paragraph is U+000B."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _ODD_SPACES.sub(" ", text.replace("\u2028", "\v").replace("\u2029", "\v")))


def _is_quoting(typed: Sequence[str]) -> bool:
    """Return whether the lines are quoted as e-mails quote: most of them begin with “>”."""
    worded = [line for line in typed if line.strip()]
    return len(worded) > 1 and sum(line.lstrip().startswith(">") for line in worded) * 2 > len(worded)
