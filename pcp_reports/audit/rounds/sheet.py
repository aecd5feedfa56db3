"""A paper laid out in its pieces, and what is asked of them on the way to its rounds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar, cast

from pcp_reports.audit.found import Total
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.rounds.labels import label_kind
from pcp_reports.audit.words.grant_words import is_no_award, strength
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pcp_reports.passage import Paper, Passage

_T = TypeVar("_T")
_SUM_FIRST = re.compile(r"\s*(?:£\s?[0-9]|(?i:nill?\b|nothing\b))")
_PLACE_FIRST = re.compile(r"In (?:the )?(?:[A-Z][\w’'-]*(?: (?:and|of|the|&) | |(?=,))){1,5},(?=[^£]*£\s?[0-9])")
_BOX = re.compile(r"(?i)\btext box \d+")

Sign = tuple[Sort, int, bool, bool, bool]
"""How a heading looks: two of one rank look alike."""


class Sheet:
    """The pieces of a paper in order."""

    def __init__(self, paper: Paper, pieces: Sequence[Piece]) -> None:
        self.paper = paper
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._heads = [piece for piece in pieces if piece.of is Of.HEAD]
        self._head_starts = [piece.start for piece in self._heads]
        self._marked = [one for one in self._heads if self.passage(one).sort in (Sort.HEADING, Sort.TITLE)]
        self._marked_starts = [piece.start for piece in self._marked]
        self._totals = [piece for piece in pieces if piece.of is Of.TOTAL]
        self._total_starts = [piece.start for piece in self._totals]
        self._sections: list[int] = []
        self._stretches = [stretch_of(one) for one in paper.passages]
        self._known: dict[str, object] = {}
        number = 0
        for one in paper.passages:
            number += one.sort in (Sort.HEADING, Sort.TITLE)
            self._sections.append(number)

    def once(self, name: str, found: Callable[[], _T]) -> _T:
        """Return what is found out about the paper under a name, found out the first time that it is asked for."""
        if name not in self._known:
            self._known[name] = found()
        return cast("_T", self._known[name])

    def passage(self, piece: Piece) -> Passage:
        """Return the first passage of a piece."""
        return self.paper.passages[piece.start]

    def text(self, piece: Piece) -> str:
        """Return the words of a piece's first passage."""
        return self.passage(piece).text

    def words(self, piece: Piece) -> str:
        """Return the words of a piece without its grant lines; of a table its headings."""
        if piece.of is Of.TABLE:
            rows = [one for one in self.paper.passages[piece.start : piece.end] if one.header]
            return " ".join(one.text for one in rows or [self.passage(piece)])
        text = self.text(piece)
        for award in piece.awards:
            text = text[: award.start] + " " * (award.end - award.start) + text[award.end :]
        return text

    def section(self, piece: Piece) -> int:
        """Return the number of the part of the paper, between headings, that a piece stands in."""
        return self._sections[piece.start]

    def behind(self, end: int) -> Iterator[Piece]:
        """Yield the pieces from a passage on, without a page's furniture."""
        for at in range(bisect_left(self._starts, end), len(self.pieces)):
            piece = self.pieces[at]
            if piece.of is not Of.FURNITURE:
                yield piece

    def before(self, start: int, most: int) -> Sequence[Piece]:
        """Return the pieces right before a passage, so many at most, in order."""
        at = bisect_left(self._starts, start)
        return self.pieces[max(at - most, 0) : at]

    def between(self, start: int, end: int) -> Sequence[Piece]:
        """Return the pieces that begin between two passages, the second not included."""
        return self.pieces[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def totals_between(self, start: int, end: int) -> Sequence[Piece]:
        """Return the lines of a total that begin between two passages, the second not included."""
        return self._totals[bisect_left(self._total_starts, start) : bisect_left(self._total_starts, end)]

    def head_above(self, start: int) -> Piece | None:
        """Return the nearest heading above a passage, or None."""
        at = bisect_left(self._head_starts, start)
        return self._heads[at - 1] if at else None

    def heading_above(self, start: int) -> str:
        """Return the words of the nearest heading that the paper itself marks as one, above a passage."""
        at = bisect_left(self._marked_starts, start)
        return self.text(self._marked[at - 1]) if at else ""

    def is_numbered(self, piece: Piece) -> bool:
        """Return whether a piece is a numbered paragraph."""
        one = self.passage(piece)
        return one.numbered and one.level == 0

    def is_text(self, piece: Piece) -> bool:
        """Return whether a piece is running text, not an item of a list."""
        one = self.passage(piece)
        return one.sort is Sort.TEXT or (one.sort is Sort.ITEM and one.numbered)

    def is_apart(self, piece: Piece, index: int) -> bool:
        """Return whether a piece stands in a text box of its own, or beside the one that a passage stands in."""
        return self._stretches[piece.start] != self._stretches[index]

    def begins(self, piece: Piece) -> bool:
        """Return whether a text begins something new: a numbered paragraph, or a sentence that leads to a list of its own."""
        text = self.text(piece)
        return self.is_numbered(piece) or text.rstrip(" \n-–—").endswith(":") or ("£" in text and strength(text) > 0)

    def piece_at(self, index: int) -> Piece | None:
        """Return the piece that a passage stands in, None where it stands in none."""
        at = bisect_right(self._starts, index) - 1
        return self.pieces[at] if at >= 0 and self.pieces[at].end > index else None

    def is_line_of(self, text: Piece, piece: Piece) -> bool:
        """Return whether a text is an item of the same list as a line, or begins with its sum as that does, and could not be read."""
        if self.text(text).rstrip().endswith(":"):
            return False
        return self.is_like(text, piece) or begin_alike(self.passage(text), self.passage(piece))

    def is_like(self, piece: Piece, other: Piece) -> bool:
        """Return whether two pieces are items of one kind: of one level, and with labels of one form."""
        one, line = self.passage(piece), self.passage(other)
        if one.sort is not Sort.ITEM or line.sort is not Sort.ITEM:
            return False
        return one.level == line.level and label_kind(one.label) == label_kind(line.label)

    def sign(self, piece: Piece) -> Sign:
        """Return how a heading looks."""
        one = self.passage(piece)
        colon = one.text.rstrip().endswith(":") and one.sort is Sort.TEXT
        return one.sort, one.level, one.bold and one.sort is not Sort.HEADING, colon, bool(one.label)

    def totals_in(self, piece: Piece) -> list[Total]:
        """Return the total of a line; what it says it is over is kept as words, until the strands are known."""
        if piece.of is not Of.TOTAL or piece.read is None or piece.read.total is None:
            return []
        over = piece.read.over
        return [] if is_no_award(over) else [Total(piece.read.total, piece.start, (over,))]


def begin_alike(one: Passage, other: Passage) -> bool:
    """Return whether two passages without a bullet both begin with a sum, as lines of one list do, or both with a place.

    “£900 Guides” and “£500 Scouts”; “In Barset, the Guides got £900 and …” and “In Morton, the Scouts got £500, …”.
    """
    if one.sort is not Sort.TEXT or other.sort is not Sort.TEXT:
        return False
    return any(
        form.match(one.text) is not None and form.match(other.text) is not None for form in (_SUM_FIRST, _PLACE_FIRST)
    )


def stretch_of(one: Passage) -> str:
    """Return which text box a passage stands in, by its name; nothing for the paper's own text.

    Boxes are read behind the text that they hang on, so that one passage may follow another without going on with it.
    """
    if one.sort is not Sort.BOX:
        return ""
    named = _BOX.search(one.where)
    return named[0].casefold() if named is not None else "a text box"


def is_above(sign: Sign, other: Sign) -> bool:
    """Return whether a heading is of another's rank, or a higher one."""
    if sign[0] is not Sort.HEADING:
        return False
    return other[0] is not Sort.HEADING or sign[1] <= other[1]
