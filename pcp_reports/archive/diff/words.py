"""The two papers' words: what stands otherwise, with the neighbours that tell the place, and numbers that shifted."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.aligning import align
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.word.printed_lines import Line, LineKind, printed_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.archive.diff.aligning import Row


@dataclass(frozen=True, slots=True)
class Shift:
    """Numbered paragraphs in a row whose numbers all moved alike: ``8 to 13`` became ``9 to 14``."""

    first: str
    last: str
    new_first: str
    new_last: str


class State(Enum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Run:
    """Rows one after another of which the same became. ``above`` is the line of the old paper that stands before them.

    ``moved`` is the place, among the runs, of the one that says the same elsewhere: what went there, or came from there.
    """

    state: State
    rows: tuple[Row, ...]
    above: Line | None = None
    moved: int | None = None

    @property
    def old(self) -> tuple[Line, ...]:
        """Return the lines of the old paper."""
        return tuple(row.old for row in self.rows if row.old is not None)

    @property
    def new(self) -> tuple[Line, ...]:
        """Return the lines of the new paper."""
        return tuple(row.new for row in self.rows if row.new is not None)


@dataclass(frozen=True, slots=True)
class Words:
    """Two papers side by side. ``runs`` hold all lines of both; ``identical`` tells of two files that are the same."""

    runs: tuple[Run, ...]
    shifts: tuple[Shift, ...]
    identical: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return all lines of both papers."""
        return tuple(row for run in self.runs for row in run.rows)

    @property
    def changed(self) -> bool:
        """Return whether any line stands otherwise."""
        return any(run.state is not State.SAME for run in self.runs)


def compare_words(old: bytes, new: bytes, name: str, new_name: str) -> Words | tuple[Finding, ...]:
    """Return two Word papers side by side, or why one of them cannot be read (A402)."""
    lines, findings = [], []
    for data, path in ((old, name), (new, new_name)):
        made = printed_lines(data, path)
        if isinstance(made, Finding):
            message = f"The words of “{path}” cannot be compared. {made.message}"
            findings.append(
                Finding("A402", message, Place(path), "Open it in Word and compare it there: Review, Compare.")
            )
        else:
            lines.append(made)
    if findings:
        return tuple(findings)
    rows = align(*lines)
    return Words(_runs(rows), tuple(_shifts(rows)), old == new)


def _state(row: Row) -> State:
    if row.old is None:
        return State.COME
    if row.new is None:
        return State.GONE
    return State.SAME if row.is_same else State.CHANGED


def _runs(rows: Sequence[Row]) -> tuple[Run, ...]:
    """Return the rows in runs, each that was moved told where it went or came from."""
    runs: list[Run] = []
    above: Line | None = None
    for state, group in groupby(rows, key=_state):
        runs.append(Run(state, tuple(group), above))
        above = next((line for line in reversed(runs[-1].old)), above)
    gone: dict[tuple[object, ...], list[int]] = {}
    for number, run in enumerate(runs):
        if run.state is State.GONE:
            gone.setdefault(tuple(line.says for line in run.old), []).append(number)
    for number, run in enumerate(runs):
        waiting = gone.get(tuple(line.says for line in run.new)) if run.state is State.COME else None
        if waiting:
            origin = waiting.pop(0)
            runs[number], runs[origin] = replace(run, moved=origin), replace(runs[origin], moved=number)
    return tuple(runs)


def _shifts(rows: Sequence[Row]) -> list[Shift]:
    found: list[Shift] = []
    going: list[tuple[Line, Line]] = []

    def close() -> None:
        if going:
            (first, new_first), (last, new_last) = going[0], going[-1]
            found.append(Shift(first.number, last.number, new_first.number, new_last.number))
            going.clear()

    step = None
    for row in rows:
        one, other = row.old, row.new
        if one is not None and other is not None and LineKind.NUMBERED is one.kind is other.kind:
            moved = _step(one, other)
            if moved != step:
                close()
            step = moved
            if one.number != other.number:
                going.append((one, other))
        elif any(line is not None and line.kind is LineKind.NUMBERED for line in (one, other)):
            close()
    close()
    return found


def _step(one: Line, other: Line) -> int | None:
    """Return by how much a number moved; None where numbers are no plain ones."""
    try:
        return int(other.number) - int(one.number)
    except ValueError:
        return None
