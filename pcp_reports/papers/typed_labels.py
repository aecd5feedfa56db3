"""Numbers and bullets that somebody typed before a paragraph, told from words that merely begin with a figure.

“9.”, “3.2”, “(a)”, “iv)” and “•” are labels. “2023 saw”, “£500 to”, “12 projects were”, “1.5 million” and “10.30 am” are
words. Where a label could be either, it is one only in a row with its neighbours: 3.2 behind 3.1, or before 3.3.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.label_words import BULLETS, is_dated, is_measured
from pcp_reports.papers.spots import lines_from, spot_of
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.passage import Passage

_GAP = r"[ \t\u00a0\u2002\u2003\u2009\u202f]"
_BULLET = re.compile(rf"(?:[{BULLETS}]+{_GAP}*|[-–—*]{_GAP}+|[o§Ø]{_GAP}*\t{_GAP}*)(?=\S)")
_STOPPED = re.compile(rf"([0-9]{{1,3}})[.)](?:{_GAP}+(?=\S)|(?=[A-Z][a-z]))")
_BRACKETED = re.compile(rf"\(([0-9]{{1,3}}|[a-zA-Z]|[ivx]{{2,5}})\){_GAP}+(?=\S)")
_DOTTED = re.compile(rf"([0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,4}})[.)]?{_GAP}+(?=\S)")
_BARE = re.compile(rf"([0-9]{{1,3}})(?:{_GAP}*\t{_GAP}*|  {_GAP}*)(?=[A-Z“‘\"'])")
_HEADED = re.compile(rf"([0-9]{{1,2}}){_GAP}(?=[A-Z])")  # “2 Background”, as a heading begins and a sentence may not
_AMOUNT = re.compile(r"£?\s?[0-9][0-9,.]*\s?(?:k|m|bn|million)?\.?", re.IGNORECASE)
_LETTER = re.compile(rf"([a-zA-Z]|[ivx]{{2,5}}|[IVX]{{2,5}})([.)])({_GAP}+)(?=\S)")
_ROMANS = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A label typed before words. ``key`` is what it counts: the figures of “3.2” as (3, 2), a letter as (“a”, 1).

    ``sure``: it is a label whatever stands around it. ``measured``: the words behind it would make a figure an amount
    or a measure (“1.2 hours”), so that only both its neighbours bear it out.
    """

    label: str
    rest: str
    key: tuple[int | str, ...] = ()
    sure: bool = True
    dotted: bool = False
    measured: bool = False

    @property
    def is_bullet(self) -> bool:
        """Return whether the label counts nothing."""
        return not self.key


def typed_label(text: str) -> Typed | None:
    """Return the label that a paragraph may begin with, and the words behind it; None where it begins with words."""
    stripped = text.lstrip(" \t\u00a0")
    if not stripped:
        return None
    first = stripped[0]
    if "0" <= first <= "9":
        return _figure(stripped)
    if first == "(":
        return _bracketed(stripped)
    if match := _BULLET.match(stripped):
        if first in "-–—" and _AMOUNT.fullmatch(stripped, match.end()):
            return None  # the end of the line above: “– £500”
        return Typed(_bullet(first), stripped[match.end() :])
    return _letter(stripped)


def _figure(text: str) -> Typed | None:
    if match := _DOTTED.match(text):
        rest = text[match.end() :]
        key = tuple(map(int, match[1].split(".")))
        return Typed(match[0].strip(), rest, key, sure=False, dotted=True, measured=is_measured(rest))
    if match := _STOPPED.match(text):
        # “3. October 2023” may be a day.
        return Typed(match[0].strip(), text[match.end() :], (int(match[1]),), sure=not is_dated(text[match.end() :]))
    if match := _BARE.match(text):
        return Typed(match[1], text[match.end() :], (int(match[1]),), sure=False)
    return None


def _bracketed(text: str) -> Typed | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    inside = match[1]
    key = (int(inside),) if inside.isdigit() else _key_of_letters(inside)
    return Typed(f"({inside})", text[match.end() :], key, sure=not inside.isupper())


def with_typed_labels(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages with labels that are typed in the text taken out of it, and lines of typed bullets parted."""
    given = [part for passage in passages for part in parted(passage)]
    labels = [_label_of(one) if _may_be_typed(one) else None for one in given]
    counted = {found.key for found in labels if found is not None and found.key and not found.measured}
    counted |= {tuple(map(int, bare.split("."))) for one in given if _FIGURES.fullmatch(bare := one.label.rstrip(".)"))}
    borne = {one.key for one in labels if one is not None and one.measured and one.key not in counted}
    borne = {key for key in borne if _has_neighbours(key, counted)}
    counted |= borne
    outline = _Outline()

    def taken(found: Typed | None) -> Typed | None:
        if found is None or found.sure:
            return found
        counts = found.key in borne if found.measured else _in_a_row(found, counted)
        return found if counts else None

    return tuple(outline.put(one, taken(found)) for one, found in zip(given, labels, strict=True))


def _has_neighbours(key: tuple[int | str, ...], counted: set[tuple[int | str, ...]]) -> bool:
    """Return whether the numbers before and behind one are there."""
    *outer, last = key
    return isinstance(last, int) and (*outer, last - 1) in counted and (*outer, last + 1) in counted


_FIGURES = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})*")


class _Outline:
    """How deep typed labels stand: (a) beneath 9., (i) beneath (a), a dash beneath a dot."""

    def __init__(self) -> None:
        self._number = False
        self._letter = False
        self._bullet = ""

    def put(self, passage: Passage, found: Typed | None) -> Passage:
        """Return the passage as it is, or with the typed label as its own."""
        if found is None:
            self._note(passage)
            return passage
        if found.is_bullet:
            self._bullet = self._bullet or found.label
            level = 0 if found.label == self._bullet else 1
        else:
            self._bullet = ""
            level = self._depth(found)
        sort = passage.sort if passage.sort is not Sort.TEXT else Sort.ITEM
        if sort is not Sort.ITEM:
            level = passage.level
        return replace(
            passage, sort=sort, text=found.rest, label=found.label, level=level, numbered=not found.is_bullet
        )

    def _note(self, passage: Passage) -> None:
        if passage.sort is Sort.HEADING:
            self._number = self._letter = False
        elif passage.numbered and passage.label[:1].isdigit():
            self._number, self._letter = True, False
        if passage.sort is not Sort.ITEM or passage.numbered:
            self._bullet = ""

    def _depth(self, found: Typed) -> int:
        if isinstance(found.key[0], int):
            if not found.label.startswith("("):
                self._number, self._letter = True, False
                return len(found.key) - 1
            return int(self._number)
        roman = found.key[0] == "roman" and self._letter
        self._letter = self._letter or not roman
        return int(self._number) + int(roman)


def _label_of(passage: Passage) -> Typed | None:
    found = typed_label(passage.text)
    if found is None and (passage.sort is Sort.HEADING or passage.bold) and (match := _HEADED.match(passage.text)):
        return Typed(match[1], passage.text[match.end() :], (int(match[1]),), sure=False)
    return found


def _may_be_typed(passage: Passage) -> bool:
    return not passage.label and passage.sort in {Sort.TEXT, Sort.HEADING, Sort.BOX, Sort.NOTE, Sort.ITEM}


def parted(passage: Passage) -> list[Passage]:
    """Return a paragraph whose lines are bullets, set with breaks of the line, as a passage a line."""
    if "\n" not in passage.text or passage.sort not in {Sort.TEXT, Sort.ITEM, Sort.BOX}:
        return [passage]
    lines = passage.text.split("\n")
    heads = [at for at, line in enumerate(lines) if at and (found := typed_label(line)) and found.is_bullet]
    if not heads:
        return [passage]
    stretches = ["\n".join(lines[start:end]) for start, end in zip([0, *heads], [*heads, len(lines)], strict=True)]
    starts = [len("\n".join(lines[:head])) + 1 for head in heads]
    first, *others = (stretch.strip("\n") for stretch in stretches)
    parts = [replace(passage, text=first)] if first.strip() or passage.label else []
    sort = passage.sort if passage.sort is not Sort.ITEM else Sort.TEXT
    bare = replace(passage, sort=sort, label="", numbered=False, level=0, marks=(), struck="")
    for start, other in zip(starts, others, strict=True):
        line, column = spot_of(passage, start) if passage.lines else (passage.line, passage.column)
        parts.append(replace(bare, text=other, line=line, column=column, lines=lines_from(passage, start)))
    if passage.marks and not parts[0].marks:
        parts[0] = replace(parts[0], marks=passage.marks)
    if passage.struck and not parts[0].struck:
        parts[0] = replace(parts[0], struck=passage.struck)
    return parts


def _in_a_row(found: Typed, counted: set[tuple[int | str, ...]]) -> bool:
    *outer, last = found.key
    if not isinstance(last, int):
        return False
    if (*outer, last - 1) in counted or (*outer, last + 1) in counted:
        return True
    if found.dotted and last == 0 and len(outer) == 1 and isinstance(outer[0], int):
        return (outer[0] - 1, 0) in counted or (outer[0] + 1, 0) in counted  # 1.0, 2.0, 3.0
    return found.dotted and last == 1 and len(found.key) > 1 and tuple(outer) in counted


def _letter(text: str) -> Typed | None:
    match = _LETTER.match(text)
    if match is None:
        return None
    letters, sign, gap = match.groups()
    # “A. Smith” is a name, “c. £500” an amount and “p. 6” a page. A tab is typed by nobody who writes those.
    sure = "\t" in gap or (letters.islower() and sign == ")")
    return Typed(match[0].strip(), text[match.end() :], _key_of_letters(letters), sure=sure)


def _key_of_letters(letters: str) -> tuple[int | str, ...]:
    low = letters.casefold()
    if low in _ROMANS and (len(low) > 1 or low == "i"):
        return ("roman", _ROMANS.index(low) + 1)
    return ("letter" if letters.islower() else "capital", ord(low[0]) - ord("a") + 1)


def _bullet(sign: str) -> str:
    return sign if sign in "-–—*o" else "•"
