"""What may be a label at the start of a line: “9.”, “3.2”, “(a)”, “iv)”, “•”, “-”; and what only looks like one.

A line may begin anywhere in a sentence, so that more is asked of it than of a paragraph: `needs_a_run`.
"""

from __future__ import annotations

import re

from pcp_reports.papers.lines.label_words import BULLETS, begins_with_month, is_dated, is_measured
from pcp_reports.records import dataclass

_BULLET = rf"[{BULLETS}§*+]|[-–—](?!-)|o(?=\t| {{2,}})"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|\(?\d{1,3}[.)]|\d{1,3}(?=\t| {2,})"
_LETTER = r"\((?:[a-z]{1,2}|[ivxl]{1,5}|[A-Z])\)|(?:[a-z]|[ivxl]{1,5})[.)]|[A-Z][.)]"
_LABEL = re.compile(
    rf"(?P<lead>\s*)(?:(?P<bullet>{_BULLET})|(?P<number>{_NUMBER})|(?P<letter>{_LETTER}))(?P<blank>\s+)(?=\S)"
)
AMOUNT_ALONE = re.compile(r"[-–—:]?\s*£\s?[\d,]+(?:\.\d+)?\s?(?:k|m|million|bn)?[.;,]?", re.IGNORECASE)
"""A piece of a line that is an amount and no more."""


@dataclass(frozen=True, slots=True)
class Label:
    """What may be a label: as typed, its sort (“bullet”, or how its number is written), and where the words begin.

    ``ways`` tell the runs that its number may belong to, and its place in each: “3.2” is the second of “3”, “(c)” the
    third of “(a)”, “(i)” the ninth of that or the first of “(i)”. ``in_doubt``: it may be the day of a date.
    """

    typed: str
    sort: str
    words: int
    series: str = ""
    ways: tuple[tuple[str, int], ...] = ()
    in_doubt: bool = False

    @property
    def numbered(self) -> bool:
        """Return whether the label counts."""
        return self.sort != "bullet"


def label_of(text: str) -> Label | None:
    """Return what may be the label of a line, None where nothing can be. Years, dates and amounts never are."""
    match = _LABEL.match(text)
    if match is None:
        return None
    words = match.end()
    if match["bullet"]:
        return Label("•" if "\ue000" <= match["bullet"] <= "\uf8ff" else match["bullet"], "bullet", words)
    if match["number"]:
        typed = match["number"]
        if is_measured(text[words:]) or is_dated(text[words:]):
            return None
        parts = typed.strip("().").split(".")
        sort = "dotted" if len(parts) > 1 else typed.replace(parts[0], "1")
        series = ".".join(parts[:-1])
        may_be_day = len(parts) == 1 and begins_with_month(text[words:])
        return Label(typed, sort, words, series, ((f"{sort} {series}", int(parts[-1])),), in_doubt=may_be_day)
    typed = match["letter"]
    letters = typed.strip("().")
    sort = typed.replace(letters, "a" if letters.islower() else "A")
    ways = [(sort, ord(letters.casefold()) - ord("a") + 1)] if len(letters) == 1 else []
    if _roman(letters):
        ways.append((typed.replace(letters, "i"), _roman(letters)))
    return Label(typed, sort, words, "", tuple(ways))


def _roman(letters: str) -> int:
    """Return the value of a Roman number in small letters up to lxxxix, 0 where it is none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    worth = [values.get(letter, 0) for letter in letters]
    if 0 in worth:
        return 0
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def is_dash(label: Label) -> bool:
    """Return whether the label is a dash, which may as well stand between words."""
    return label.typed in "-–—"


def needs_a_run(label: Label) -> bool:
    """Return whether a label counts only where its neighbours do: an initial (“J. Smith”), “c. £5,000”, “12  projects”."""
    return label.in_doubt or label.sort in ("1", "a.", "A.")
