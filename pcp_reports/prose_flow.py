"""The text of a paragraph on one line, its placeholders taken out, and the way back to where each word was typed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.prose_parts import ProseFault, fault

if TYPE_CHECKING:
    from collections.abc import Sequence

# A pattern as text: it is compiled, and kept by re, only once a brace is met.
_BRACES = (
    # Jinja lets braces stand inside a quoted string; what does not close in that way is read up to the next brace.
    r"""(?x) \{\{ (?P<strict> (?: [^"'{}]++ | "[^"]*" | '[^']*' | \}(?!\}) | \{(?!\{) )*+ ) \}\}
      | \{\{ (?P<loose> [^{}]*+ ) \}\}
      | (?P<open> \{\{ ) | (?P<statement> \{% ) | (?P<comment> \{\# ) | (?P<close> \}\} )
      | \{ \s* (?P<single> [A-Za-z_]+ (?:\([^{}()]*+\))? ) \s* \}"""
)
_KINDS = {"open": "unclosed-placeholder", "close": "unopened-placeholder", "single": "single-brace"}
# Unicode's characters for private use, of which one is always unused in a text of bounded length.
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x110000))


class LineOfText(NamedTuple):
    """One line of a block without the blanks around it, and its offset in the text."""

    words: str
    offset: int


class Flow(NamedTuple):
    """The text of a block on one line; each placeholder is one character, ``mark``, that the text does not hold.

    ``expressions`` are what stands in the placeholders, in order; ``mark`` is empty where there are none. ``places``
    are pairs (index in the flow, offset in the text), one wherever the two stop running side by side.
    """

    text: str
    mark: str
    expressions: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, lines: Sequence[LineOfText]) -> tuple[Flow, list[ProseFault]]:
        """Return the lines as a flow, and the faults of its braces."""
        places: list[tuple[int, int]] = []
        length = 0
        for line in lines:
            places.append((length, line.offset))
            length += len(line.words) + 1
        joined = cls(" ".join(line.words for line in lines), "", (), tuple(places))
        if "{" not in joined.text and "}}" not in joined.text:
            return joined, []
        return _without_placeholders(joined)

    def offset(self, index: int) -> int:
        """Return the offset in the text of what stands at the index of the flow."""
        start, offset = self.places[bisect_right(self.places, index, key=lambda place: place[0]) - 1]
        return offset + index - start


def _without_placeholders(flow: Flow) -> tuple[Flow, list[ProseFault]]:
    mark = _unused(flow.text)
    expressions: list[str] = []
    faults: list[ProseFault] = []
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    starts = [start for start, _ in flow.places]
    length = done = 0

    def keep(end: int) -> None:
        """Take over the flow from where it has been done to ``end``."""
        nonlocal length, done
        places.append((length, flow.offset(done)))
        inner = flow.places[bisect_right(starts, done) : bisect_left(starts, end)]
        places.extend((length + start - done, offset) for start, offset in inner)
        pieces.append(flow.text[done:end])
        length, done = length + end - done, end

    for match in re.finditer(_BRACES, flow.text):
        at = flow.offset(match.start())
        inside = match["strict"] if match["strict"] is not None else match["loose"]
        if inside is None:
            name = str(match.lastgroup)
            faults.append(fault(_KINDS.get(name, name), at, match[0], match["single"]))
        elif not inside.strip():
            faults.append(fault("empty-placeholder", at))
        else:
            keep(match.start())
            places.append((length, at))
            pieces.append(mark)
            expressions.append(inside.strip())
            length, done = length + 1, match.end()
    keep(len(flow.text))
    return Flow("".join(pieces), mark if expressions else "", tuple(expressions), tuple(places)), faults


def _unused(text: str) -> str:
    """Return a private character that the text does not hold."""
    held = set(text)
    return next(char for code in chain(*_PRIVATE) if (char := chr(code)) not in held)
