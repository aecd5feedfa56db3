"""What openpyxl's quick reader leaves out of a sheet: merged, hidden and struck cells, formulas without a value.

Taken from the bytes of the part, piece by piece, so that a million formatted rows cost no memory. Source: ECMA-376
part 1, 18.3.1 (worksheets).
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from pcp_reports.importing.sheets.sheet import Merge
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_PIECE = 1024 * 1024
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_SPAN = re.compile(rb'\b(min|max)="([0-9]{1,5})"')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")
_ANY_VALUE = re.compile(rb"<(?:\w+:)?(?:v>[^<]|is[\s>])")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_STYLED = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bs="([0-9]{1,6})")[^>]*\br="([A-Z]{1,3})([0-9]{1,7})"')
_MOST_MERGES = 50_000
_MOST_STRUCK = 400_000
_MOST_CELLS = 16_384  # columns, the last of which is XFD
_MOST_STRETCH = 16 * _PIECE
_OVERLAP = 64
"""How many bytes are looked at again where two chunks meet: the name of a row's tag may lie across them."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found; ``last`` is the number of the last row that holds a value, 0 where none does."""

    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unsaved: frozenset[tuple[int, int]]
    struck: frozenset[tuple[int, int]]
    forms: Mapping[tuple[int, int], str]
    last: int


class PartsReader:
    """Collects what a sheet's XML says besides its values, piece by piece."""

    def __init__(self, struck: Collection[int] = (), forms: Mapping[int, str] = MappingProxyType({})) -> None:
        """Begin with nothing.

        ``struck`` are the numbers of the styles that strike words through, ``forms`` those that show a number otherwise
        than as pounds, with how; most books have neither.
        """
        self._striking = frozenset(b"%d" % one for one in struck)
        self._showing = {b"%d" % one: shown for one, shown in forms.items()}
        self.struck: set[tuple[int, int]] = set()
        self.forms: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self.unsaved: set[tuple[int, int]] = set()
        self.last = 0

    def read(self, piece: bytes) -> bool:
        """Take in a piece of the XML, and return whether any cell of it holds a value."""
        last = _last_row(piece)
        self.last = last or self.last
        if b'hidden="' in piece:
            hidden = [row for row in _ROW.findall(piece) if _HIDDEN.search(row)]
            self.rows |= {int(number[1]) for row in hidden if (number := _NUMBER.search(row))}
            for column in _COLUMN.findall(piece):
                span = dict(_SPAN.findall(column))
                if _HIDDEN.search(column) and len(span) == len((b"min", b"max")):
                    self.columns |= set(range(int(span[b"min"]) - 1, min(int(span[b"max"]), 16_384)))
        if _FORMULA.search(piece):
            self.unsaved |= _unsaved(piece)
        if (self._striking or self._showing) and len(self.struck) + len(self.forms) < _MOST_STRUCK:
            styled = _STYLED.findall(piece)
            found_struck = [one for one in styled if one[0] in self._striking]
            self.struck |= {(int(row), _column(letters)) for _, letters, row in found_struck[:_MOST_STRUCK]}
            showing = [one for one in styled if one[0] in self._showing]
            self.forms |= {(int(row), _column(letters)): self._showing[style] for style, letters, row in showing}
        if b"mergeCell" in piece and len(self.merges) < _MOST_MERGES:
            found = _MERGE.findall(piece)
            self.merges += [
                Merge(int(top), _column(left), int(bottom), _column(right)) for left, top, right, bottom in found
            ]
        return bool(last)

    def parts(self) -> Parts:
        """Return what was found."""
        hidden = frozenset(self.rows), frozenset(self.columns)
        struck = frozenset(self.struck)
        return Parts(tuple(self.merges), *hidden, frozenset(self.unsaved), struck, self.forms, self.last)


class TooMuchError(Exception):
    """A sheet that holds more in one row, or besides its rows, than any tracker does; the message is a sentence on it."""


def pieces_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the XML in pieces, each of which ends before a row begins. Raises TooMuchError."""
    rest = b""
    while chunk := stream.read(_PIECE):
        seen = max(len(rest) - _OVERLAP, 0)
        rest += chunk
        cut = rest.rfind(b"<row ", seen)
        cut = cut if cut > 0 else rest.rfind(b":row ", seen)
        cut = rest.rfind(b"<", 0, cut + 1) if cut > 0 else -1
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > 2 * _PIECE:
            _bound(rest)
    yield rest


def check_top(stream: IO[bytes], rows: int) -> None:
    """Read as far as a sheet's first ``rows`` rows. Raises TooMuchError where there is more in them than any tracker has."""
    found = 0
    for piece in pieces_of(stream):
        found += len(_ROW.findall(piece))
        if found > rows:
            return


def _bound(stretch: bytes) -> None:
    """Raise TooMuchError where what stands between two rows, or behind the last, is beyond all bounds."""
    if len(_ANY_CELL.findall(stretch)) > _MOST_CELLS:
        raise TooMuchError(f"A row of the sheet holds more than {_MOST_CELLS:,} cells.")
    if len(stretch) > _MOST_STRETCH:
        most = _MOST_STRETCH // _PIECE
        raise TooMuchError(f"A single row of the sheet, or what stands besides its rows, takes more than {most} MB.")


def _last_row(piece: bytes) -> int:
    """Return the number of the last row with a value."""
    at = max(piece.rfind(b"<v>"), piece.rfind(b":v>"), piece.rfind(b"<is>"), piece.rfind(b":is>"))
    while at >= 0:
        if _ANY_VALUE.match(piece, max(piece.rfind(b"<", 0, at + 1), 0)):
            break
        at = max(piece.rfind(sign, 0, at) for sign in (b"<v>", b":v>", b"<is>", b":is>"))
    if at < 0:
        return 0
    start = max(piece.rfind(b"<row ", 0, at), piece.rfind(b":row ", 0, at))
    number = _NUMBER.search(piece, max(start, 0), at)
    return int(number[1]) if number is not None else 1_048_576


def _unsaved(piece: bytes) -> set[tuple[int, int]]:
    found = set()
    for head, body in _CELL.findall(piece):
        if (
            _FORMULA.search(body)
            and not _VALUE.search(body)
            and b't="str"' not in head
            and (place := _PLACE.search(head))
        ):
            found.add((int(place[2]), _column(place[1])))
    return found


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
