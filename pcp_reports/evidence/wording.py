"""Words looked up in a text as its reader sees them: whatever the blanks, line breaks, marks of bold, and apostrophes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNPRINTED = r"\*+|\]\([^)\s]*\)|\[(?=[^\[\]]*\]\()"
"""What does not print, as text of a pattern that few entries need."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-"})
_NEAR_ENOUGH = 0.6
_MOST_WINDOWS = 20_000
_NUMBER = r"[£(]*[0-9][0-9,.]*(?:k|m|bn|%)?[).,;:]*"


class Printed(NamedTuple):
    """A text as it reads: one blank for each run, and of each character the offset in the text as typed."""

    text: str
    offsets: tuple[int, ...]


@lru_cache(maxsize=128)
def as_printed(text: str) -> Printed:
    """Return the text as it reads, its letters as they were typed, its quotation marks and dashes made alike."""
    chars: list[str] = []
    offsets: list[int] = []
    if not ("*" in text or "](" in text):  # as most texts are, and read so in a fifth of the time
        for word in re.finditer(r"\S+", text):
            if chars:
                chars.append(" ")
                offsets.append(offsets[-1] + 1)
            chars.append(word[0])
            offsets += range(word.start(), word.end())
        return Printed("".join(chars).translate(_ALIKE), tuple(offsets))
    at = 0
    hidden = [found.span() for found in re.finditer(_UNPRINTED, text)]
    for start, end in (*hidden, (len(text), len(text))):
        for offset in range(at, start):
            char = text[offset]
            if char.isspace():
                if chars and chars[-1] == " ":
                    continue
                char = " "
            chars.append(char)
            offsets.append(offset)
        at = end
    return Printed("".join(chars).translate(_ALIKE), tuple(offsets))


def find_words(text: Printed, words: str) -> tuple[tuple[int, int], ...]:
    """Return where the words stand whole in the text as typed: start and end in characters, each place once.

    Capital and small letters are told apart only where the words stand somewhere exactly as they were asked for.
    """
    wanted = as_printed(words.strip()).text
    if not wanted:
        return ()
    return tuple(_places(text, text.text, wanted)) or tuple(_places(text, _small(text.text), _small(wanted)))


def _small(text: str) -> str:
    """Return the text in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([char.lower()[:1] for char in text])


def _places(text: Printed, looked_in: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = looked_in.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _stands_alone(text.text, at, end):
            yield text.offsets[at], text.offsets[end - 1] + 1
        at = looked_in.find(wanted, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the words are not cut out of longer ones: “400” neither out of “1,400” nor out of “400k”."""
    first, last = text[start], text[end - 1]
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if first.isalnum() and before[-1:].isalnum():
        return False
    if first.isdigit() and before[:1].isdecimal() and before[1:] in (".", ","):
        return False
    if last.isalnum() and (after[:1].isalnum() or (last.isdigit() and after[:1] == "%")):
        return False
    return not (last.isdigit() and after[:1] in (".", ",") and after[1:].isdecimal())


def nearest_words(text: Printed, words: str) -> str | None:
    """Return the words of the text that those which are not in it were probably changed into, or None.

    They are as many words, most of them the same, and hold a number where the others do.
    """
    wanted = as_printed(words.strip()).text.casefold().split()
    there = text.text.split()
    if not wanted or len(there) * len(wanted) > _MOST_WINDOWS:
        return None
    numbered = any(re.fullmatch(_NUMBER, word) for word in wanted)
    best: tuple[float, str] | None = None
    for start in range(len(there) - len(wanted) + 1):
        window = there[start : start + len(wanted)]
        same = sum(map(_alikeness, wanted, window)) / len(wanted)
        if numbered and not any(re.search("[0-9]", word) for word in window):
            continue
        if same >= _NEAR_ENOUGH and (best is None or same > best[0]):
            best = same, " ".join(window).rstrip(".,;:")
    return best[1] if best is not None else None


def _alikeness(one: str, other: str) -> float:
    plain = other.casefold().strip('.,;:()"')
    if one.strip('.,;:()"') == plain:
        return 1
    return 0.6 if re.search("[0-9]", one) and re.search("[0-9]", plain) else 0
