"""Words as they stand in Word, put into a text as it is typed: placeholders, links and bold words that were not touched stay.

Nothing is escaped, because the entry language knows no escape: what would read as more than its words is refused.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.comparing.words.alike import differing, kept_signs
from pcp_reports.comparing.words.splicing import Piece, Splice, between_blocks
from pcp_reports.comparing.words.stretches import tokens
from pcp_reports.comparing.words.typed import Glyph
from pcp_reports.printed.number_words import WORDS as NUMBERS
from pcp_reports.printed.patterns import word_set
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.comparing.words.typed import TypedBlock

PARTED = "\x1e"
"""What stands between two paragraphs or bullets where they are looked at as one."""
_AROUND_PARTED = re.compile(rf" *{PARTED} *")
_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_HEDGES = word_set(
    "over under above below more less fewer than nearly almost just some about around approximately roughly least most up"
    " dros tua bron"
)
_WITHIN = re.compile(r"(?<=[^\s.!?:])[ (“‘\"']+([^\W\d_]+)")
_TYPED_OVER = "other words were typed over what the tool puts in from data"
_NEAR = 3  # words before a figure


@dataclass(frozen=True, slots=True)
class Reworded:
    """How a text is to be retyped. ``pieces`` are what its paragraphs then say.

    ``overtyped`` are the figures put in by a placeholder that Word has other words for, (as put in, as in Word): they
    stay as they are put in.
    """

    splices: tuple[Splice, ...]
    pieces: tuple[Piece, ...]
    overtyped: tuple[tuple[str, str], ...] = ()


def reworded(blocks: Sequence[TypedBlock], new: Sequence[Piece], *, overtype: bool = False) -> Reworded | str:
    """Return how neighbouring blocks of a text come to say ``new``, or why they cannot, as a clause.

    With ``overtype`` a figure in Word takes the place of the placeholder that put in another.
    """
    glyphs = list(_joined(blocks))
    old = "".join(glyph.words for glyph in glyphs)
    wanted = _AROUND_PARTED.sub(PARTED, kept_signs(old, PARTED.join(" ".join(one.text.split()) for one in new)))
    work = _Rewording(glyphs, (blocks[0].inside, blocks[-1].end), [one.kind for one in new], overtype=overtype)
    try:
        work.run(old, wanted)
    except _CannotError as reason:
        return str(reason)
    said = work.said(wanted).split(PARTED)
    if len(said) != len(new):
        return "words that the tool puts in were changed where paragraphs were parted or joined"
    pieces = tuple(Piece(one.kind, text.strip()) for one, text in zip(new, said, strict=True))
    return Reworded(tuple(work.splices), pieces, tuple(work.overtyped))


class _CannotError(Exception):
    """Why words cannot be put in, as a clause."""


def _joined(blocks: Sequence[TypedBlock]) -> list[Glyph]:
    made: list[Glyph] = []
    first = 0
    for at, block in enumerate(blocks):
        if at:
            made.append(Glyph(PARTED, blocks[at - 1].end, block.inside, -1))
        made += [glyph._replace(piece=glyph.piece + first) for glyph in block.glyphs]
        first += 1 + max((glyph.piece for glyph in block.glyphs), default=0)
    return made


class _Rewording:
    def __init__(self, glyphs: Sequence[Glyph], ends: tuple[int, int], kinds: Sequence[str], *, overtype: bool) -> None:
        self.glyphs = glyphs
        self.start, self.end = ends
        self.kinds = kinds
        self.overtype = overtype
        self.splices: list[Splice] = []
        self.overtyped: list[tuple[str, str]] = []
        self.gone = False  # whether something that the tool puts in is not in the new words
        self.kept: list[tuple[int, int, str]] = []  # stretches of the new words with what stays instead
        # The glyph of each printed character.
        self.of = [at for at, glyph in enumerate(glyphs) for _ in glyph.words]

    def run(self, old: str, new: str) -> None:
        here, there = tokens(old), tokens(new)
        starts, new_starts = _starts(here), _starts(there)
        for first, last, new_first, new_last in self._apart(here, there, starts):
            self._change(starts[first], starts[last], (new_starts[new_first], new_starts[new_last]), old, new)
        if self.gone and _names(new) - _names(old):  # the key would go on saying what the paper says no more
            raise _CannotError(_TYPED_OVER)
        places = [(place, was) for (place, _, _), (was, _) in zip(self.kept, self.overtyped, strict=True)]
        if any(_hedges(new[:place]) - _hedges(old[: old.find(was)]) for place, was in places):
            raise _CannotError("words such as “over” or “nearly” were put before what the tool puts in from data")

    def _apart(self, old: list[str], new: list[str], starts: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
        """Yield where the tokens differ; what the tool puts in is held against the figure in its place, apart from the words."""
        for first, last, new_first, new_last in _closely(old, new):
            held = [at for at in range(first, last) if _FIGURE.search(old[at]) and self._is_held(starts, at)]
            figures = [at for at in range(new_first, new_last) if _has_figure(new[at])]
            others = sum(bool(_FIGURE.search(old[at])) for at in range(first, last)) - len(held)
            if not held or others or len(held) != len(figures):
                yield first, last, new_first, new_last
                continue
            begin, new_begin = first, new_first
            for at, there in zip(held, figures, strict=True):
                yield from _evenly(begin, at, new_begin, there, old, new)
                yield at, at + 1, there, there + 1
                begin, new_begin = at + 1, there + 1
            yield from _evenly(begin, last, new_begin, new_last, old, new)

    def _is_held(self, starts: Sequence[int], at: int) -> bool:
        """Return whether a token is all that one placeholder puts in."""
        glyph = self.glyphs[self.of[starts[at]]]
        return glyph.held and len(glyph.words) == starts[at + 1] - starts[at]

    def said(self, new: str) -> str:
        """Return the new words with what stays as it was put in."""
        for start, end, words in sorted(self.kept, reverse=True):
            new = new[:start] + words + new[end:]
        return new

    def _change(self, first: int, last: int, where: tuple[int, int], old: str, new: str) -> None:
        words = new[where[0] : where[1]]
        inside = sorted({self.of[at] for at in range(first, last)})
        held = [at for at in inside if self.glyphs[at].held]
        if held and not self._whole(held, first, last):
            raise _CannotError("a part of what the tool puts in from data was changed")
        if held and not self.overtype and _has_figure(words):
            if len(inside) > 1:
                raise _CannotError("words were changed together with what the tool puts in from data")
            self.overtyped.append((old[first:last], words))
            self.kept.append((*where, old[first:last]))
            return
        if held and not self.overtype:
            if len(inside) == 1 and words.strip():
                raise _CannotError(_TYPED_OVER)
            self.gone = True
        if not inside:
            self._insert(first, words)
            return
        self._replace(inside, words)

    def _whole(self, held: Sequence[int], first: int, last: int) -> bool:
        """Return whether the stretch holds each placeholder from its first letter to its last."""
        return all(
            sum(self.of[at] == glyph for at in range(first, last)) == len(self.glyphs[glyph].words) for glyph in held
        )

    def _insert(self, at: int, words: str) -> None:
        before = self.glyphs[self.of[at - 1]] if at else None
        behind = self.glyphs[self.of[at]] if at < len(self.of) else None
        if before is not None and behind is not None and self.of[at - 1] == self.of[at]:
            raise _CannotError("words were put into what the tool puts in from data")
        if before is None or before.words == PARTED:
            place = self.start if before is None else before.end
        elif behind is None or behind.words == PARTED:
            place = self.end if behind is None else behind.start
        elif (before.plain and not before.held) or before.piece == behind.piece or not behind.plain:
            place = before.end
        else:
            place = behind.start
        self.splices.append(Splice(place, place, self._typed(words)))

    def _replace(self, inside: Sequence[int], words: str) -> None:
        left = words
        for _, group in groupby(inside, key=lambda at: self.glyphs[at].piece):
            places = list(group)
            first, last = self.glyphs[places[0]], self.glyphs[places[-1]]
            start, end = first.start, last.end
            if first.words == PARTED:
                alone = len(inside) == 1
                self.splices.append(Splice(start, end, self._typed(left) if alone else ""))
                left = "" if alone else left
                continue
            if not left and not first.plain and self._is_all(first.piece, places):
                # Nothing is left of words set bold: their asterisks go with them.
                start = self.glyphs[places[0] - 1].end if places[0] else start
                end = self.glyphs[places[-1] + 1].start if places[-1] + 1 < len(self.glyphs) else self.end
            self.splices.append(Splice(start, end, self._typed(left)))
            left = ""

    def _is_all(self, piece: int, places: Sequence[int]) -> bool:
        return sum(glyph.piece == piece for glyph in self.glyphs) == len(places)

    def _typed(self, words: str) -> str:
        """Return words as they are typed: the end of a paragraph as a blank line, or as the hyphen of the next bullet."""
        if PARTED not in words:
            return words
        if len(set(self.kinds[1:])) > 1:
            raise _CannotError("it became paragraphs and bullets")
        between = between_blocks(self.kinds[0], self.kinds[-1])
        return between.join(part.strip() for part in words.split(PARTED))


def _has_figure(words: str) -> bool:
    """Return whether a figure stands in words, in digits or written out."""
    return _FIGURE.search(words) is not None or not NUMBERS.isdisjoint(_LETTERS.findall(words.casefold()))


def _names(words: str) -> set[str]:
    """Return the words within sentences that begin with a capital, as names do."""
    return {one for one in _WITHIN.findall(words) if one[0].isupper()}


def _hedges(before: str) -> frozenset[str]:
    """Return the words right before a figure that make another figure of it."""
    return _HEDGES.intersection(_LETTERS.findall(before.casefold())[-_NEAR:])


def _closely(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return where two lists of tokens differ; stretches of as many tokens on both sides are taken token by token."""
    made = []
    for first, last, new_first, new_last in differing(old, new):
        if last - first != new_last - new_first or last - first == 1:
            made.append((first, last, new_first, new_last))
            continue
        made += [
            (first + at, first + at + 1, new_first + at, new_first + at + 1)
            for at in range(last - first)
            if old[first + at] != new[new_first + at]
        ]
    return made


def _evenly(
    first: int, last: int, new_first: int, new_last: int, old: list[str], new: list[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield a stretch without the blanks that both sides begin or end with, if anything is left of it."""
    while first < last and new_first < new_last and old[first] == new[new_first]:
        first, new_first = first + 1, new_first + 1
    while first < last and new_first < new_last and old[last - 1] == new[new_last - 1]:
        last, new_last = last - 1, new_last - 1
    if first < last or new_first < new_last:
        yield first, last, new_first, new_last


def _starts(pieces: Sequence[str]) -> list[int]:
    made = [0]
    for piece in pieces:
        made.append(made[-1] + len(piece))
    return made
