"""What a matter of a paper is called: a few telling words of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.papers.places import PLACE, is_generic
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL_WORDS = "of the and for in on & to at upon"
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W_][\w’'-]*|&")
_TITLE_WORDS = 7
_FIRST_WORDS = 50  # signs: a name further on is not what a text is about
_HANGING_WORDS = (
    "a an the of in on at by to for from with and or but as is are was were be been has have had will would can its their "
    "his her our this that than into over under towards about through which who part all some more"
)
_HANGING = frozenset(_HANGING_WORDS.split())
_FORCE = re.compile(r"(?i)^(?:constabulary|police|heddlu)$")


def title_of(text: str) -> str:
    """Return a few telling words of a text, by which a matter is called: the first name in it, or its first words."""
    for start, words in _names(text):
        if start > _FIRST_WORDS:
            break
        telling = [word for word in words if word.casefold() not in _SMALL and not is_generic(word)]
        if len(telling) > 1 and any(word.isalpha() for word in telling) and not _FORCE.search(words[-1]):
            return shortened(" ".join(words), 60).rstrip("…")
    visited = PLACE.search(text)
    if visited is not None and not is_generic(visited["place"]):
        return f"Visit to {visited['place']}"
    first = re.split(r"[,;:.?!](?:\s|$)|\s[(–-]", " ".join(text.split()), maxsplit=1)[0].split()
    return " ".join(_phrase(first)) or shortened(text, 40).rstrip("…")


def _phrase(words: Sequence[str]) -> list[str]:
    """Return the first words of a clause as a phrase: no name is cut, and no small word hangs at its end."""
    most = _TITLE_WORDS
    while 0 < most < len(words) and words[most][:1].isupper() and words[most - 1][:1].isupper():
        most += 1
    cut = list(words[:most])
    while len(cut) > 1 and most < len(words) and cut[-1].casefold() in _HANGING:
        cut.pop()
    return cut


def _names(text: str) -> list[tuple[int, list[str]]]:
    """Return the runs of words with capitals, small words within them; those of the office itself are cut off in front.

    Each with where it begins in the text.
    """
    runs: list[list[str]] = [[]]
    starts = [0]
    end = 0
    for match in _WORD.finditer(text):
        word, gap = match[0], text[end : match.start()]
        end = match.end()
        if runs[-1] and gap.strip() and not (gap.strip() == "," and word in runs[-1]):
            runs.append([])
            starts.append(match.start())
        starts[-1] = starts[-1] if runs[-1] else match.start()
        if (
            word[0].isupper()
            or (runs[-1] and word.isalnum() and word[0].isdigit())
            or (runs[-1] and word.casefold() in _SMALL)
        ):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
            starts.append(match.start())
    cleaned = []
    for start, run in zip(starts, runs, strict=True):
        while run and (is_generic(run[0]) or run[0].casefold() in _SMALL):
            run.pop(0)
        while run and run[-1].casefold() in _SMALL:
            run.pop()
        if run:
            cleaned.append((start, run))
    return cleaned
