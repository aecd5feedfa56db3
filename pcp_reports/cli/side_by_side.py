"""Two papers side by side on a terminal: what stands otherwise alone, changed words marked, each with its place.

The marks ``[-…-]`` and ``{+…+}`` stand whether there is colour or not: colour is lost in a file, and on some eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.archive.diff.quoting import even
from pcp_reports.archive.diff.table_corrections import table_corrections
from pcp_reports.archive.diff.wording import Wording, excerpt, in_a_row
from pcp_reports.archive.diff.words import State
from pcp_reports.cli.report import shown
from pcp_reports.comparing.words.stretches import stretches
from pcp_reports.word.printed_lines import AROUND
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.archive.diff.aligning import Row
    from pcp_reports.archive.diff.words import Run, Words
    from pcp_reports.word.printed_lines import Line

NARROW = 80
"""Columns of a terminal that is too narrow for two papers beside each other."""
_GAP = " │ "
_INDENT = "  "
_LONGEST_SAME = 240  # characters of what is the same; more is cut in its middle
_KEPT = 90
_COLOUR = {"-": "red", "+": "green"}
_SIGNS = {"-": ("[-", "-]"), "+": ("{+", "+}"), "": ("", "")}
_AS_ENGLISH = Wording()

Piece = tuple[str, str]
"""Letters, and the mark of what they belong to: ``-`` taken out, ``+`` put in, or nothing."""
Word = list[Piece]
"""What stands between two blanks: pieces, of which some may be marked."""


def side_by_side(words: Words, names: tuple[str, str], width: int) -> str:
    """Return what stands otherwise in two papers; ``names`` are those of the versions."""
    blocks: list[str] = []
    for run in words.runs:
        if run.state is State.CHANGED:
            blocks += [_changed(row, names, width) for row in run.rows]
        elif run.moved is not None:
            blocks += _moved(words, run, names)
        elif run.state is not State.SAME:
            blocks.append(_alone(run, names, width))
    return "\n\n".join([*blocks, *_shifts(words, names)])


def _shifts(words: Words, names: tuple[str, str]) -> list[str]:
    rows = []
    for one in words.shifts:
        if one.first == one.last:
            rows.append(f"Paragraph {one.first} of {names[0]} is paragraph {one.new_first} of {names[1]}.")
        else:
            to = "and" if in_a_row(one.first, one.last) else "to"
            new = f"{one.new_first} {to} {one.new_last}"
            rows.append(f"Paragraphs {one.first} {to} {one.last} of {names[0]} are paragraphs {new} of {names[1]}.")
    return ["\n".join(map(shown, rows))] if rows else []


def _changed(row: Row, names: tuple[str, str], width: int) -> str:
    """Return a line that stands in both, otherwise."""
    one, other = row.old, row.new
    if one is None or other is None:
        return ""
    place, there = _AS_ENGLISH.place(one), _AS_ENGLISH.place(other)
    heading = _heading(place if place == there else f"{place} ({_AS_ENGLISH.within(other)} in {names[1]})")
    if one.rows is not None and other.rows is not None:
        told = list(table_corrections(one.rows, other.rows, _AS_ENGLISH)) or ["only blanks differ"]
        return "\n".join([heading, *(f"{_INDENT}{shown(words)}" for words in told)])
    return "\n".join([heading, *_beside(*_cells(one, other), width), *_besides(one, other)])


def _alone(run: Run, names: tuple[str, str], width: int) -> str:
    """Return lines that stand in one paper only."""
    if run.state is State.GONE:
        lines = [line for one in run.old for line in _beside(_words([(_text(one), "-")]), [], width)]
        return "\n".join([_heading(f"{_AS_ENGLISH.place(run.old[0])}, only in {names[0]}"), *lines])
    lines = [line for one in run.new for line in _beside([], _words([(_text(one), "+")]), width)]
    first, above = run.new[0], run.above
    place = f"{_AS_ENGLISH.place(first)}, only in {names[1]}"
    if above is not None and first.kind not in AROUND:
        place = f"After {_AS_ENGLISH.within(above)}, only in {names[1]} ({_AS_ENGLISH.within(first)} there)"
    return "\n".join([_heading(place), *lines])


def _moved(words: Words, run: Run, names: tuple[str, str]) -> list[str]:
    """Return that lines were moved, once, where they stood."""
    if run.state is not State.GONE or run.moved is None:
        return []
    first, there = run.old[0], words.runs[run.moved].new[0]
    more = f" and {counted(len(run.old) - 1, 'more line', 'more lines')}" if len(run.old) > 1 else ""
    place = f"{_AS_ENGLISH.place(first)}{more}, moved: {_AS_ENGLISH.within(there)} in {names[1]}"
    return [f"{_heading(place)}\n{_INDENT}{shown(excerpt(first.text))}"]


def _heading(words: str) -> str:
    return click.style(shown(words), bold=True)


def _beside(left: list[Word], right: list[Word], width: int) -> list[str]:
    """Return the words of both sides beside each other, or on a narrow terminal one beneath the other."""
    if width < NARROW:
        return [
            f"{_INDENT}{sign} {line}"
            for sign, words in (("-", left), ("+", right))
            for line in _wrap(words, max(width - 4, 20))
        ]
    column = (width - len(_GAP) - len(_INDENT)) // 2
    return list(_columns(_wrap(left, column), _wrap(right, column), column))


def _columns(left: Sequence[str], right: Sequence[str], column: int) -> Iterator[str]:
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ""
        other = right[number] if number < len(right) else ""
        yield f"{_INDENT}{one}{' ' * (column - len(click.unstyle(one)))}{_GAP}{other}".rstrip()


def _besides(one: Line, other: Line) -> Iterator[str]:
    """Yield what differs in a line whose words are the same."""
    if even(one.text) != even(other.text):
        return
    if one.kind is not other.kind:
        was, now = _AS_ENGLISH.sort(one.kind), _AS_ENGLISH.sort(other.kind)
        yield f"{_INDENT}The words are the same; it was {was} and is {now}."
    elif one.links != other.links:
        was, now = (", ".join(link.address for link in line.links) or "nothing" for line in (one, other))
        yield f"{_INDENT}The words are the same; they led to {shown(was)} and lead to {shown(now)}."
    else:
        yield f"{_INDENT}Only the blanks between the words differ."


def _cells(one: Line, other: Line) -> tuple[list[Word], list[Word]]:
    """Return the words of both sides, those that differ marked."""
    left: list[Piece] = []
    right: list[Piece] = []
    for part in stretches(_text(one), _text(other)):
        if part.same:
            same = _cut(part.old)
            left.append((same, ""))
            right.append((same, ""))
        else:
            left.append((part.old, "-"))
            right.append((part.new, "+"))
    return _words(left), _words(right)


def _text(line: Line) -> str:
    return even(line.text) if line.rows is None else " / ".join(" | ".join(map(even, row)) for row in line.rows)


def _words(pieces: Iterable[Piece]) -> list[Word]:
    """Return pieces cut at the blanks, the marks set round those that are marked."""
    words: list[Word] = [[]]
    for text, mark in pieces:
        opening, closing = _SIGNS[mark] if text.strip() else ("", "")
        core = text.strip()
        signed = f"{text[: len(text) - len(text.lstrip())]}{opening}{core}{closing}{text[len(text.rstrip()) :]}"
        first, *others = signed.split(" ")
        if first:
            words[-1].append((first, mark))
        words += [[(other, mark)] if other else [] for other in others]
    return [word for word in words if word]


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_SAME:
        return text
    first, last = text.rfind(" ", 0, _KEPT), text.find(" ", len(text) - _KEPT)
    return f"{text[:first]} …{text[last:]}" if 0 < first < last else text


def _wrap(words: Iterable[Word], width: int) -> list[str]:
    """Return words on lines of at most ``width`` characters, coloured by their marks."""
    lines: list[str] = []
    room = 0
    for word in words:
        pieces = [(shown(text), mark) for text, mark in word]
        length = sum(len(text) for text, _ in pieces)
        if lines and length + 1 <= room:
            lines[-1] += " " + "".join(_styled(*piece) for piece in pieces)
            room -= length + 1
            continue
        lines.append("")
        room = width
        for text, mark in pieces:
            rest = text
            while rest:
                if not room:
                    lines.append("")
                    room = width
                lines[-1] += _styled(rest[:room], mark)
                rest, room = rest[room:], room - min(room, len(rest))
    return lines


def _styled(word: str, mark: str) -> str:
    return click.style(word, fg=_COLOUR[mark], bold=True) if mark else word
