"""The figures in a briefing's tables, cell by cell, and what each rests on.

A change is held against the figures before and after it, and a whole against its parts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.briefing import phase_figures, values_of
from pcp_reports.changes import Fit, fit, moved, read_change
from pcp_reports.labels import label
from pcp_reports.measured import NOTHING, read_quantity
from pcp_reports.nodes import Block, Text
from pcp_reports.records import dataclass
from pcp_reports.standing import Proof, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.document import Table
    from pcp_reports.findings import Place
    from pcp_reports.measured import Bounds
    from pcp_reports.model.common import Entry, Figure
    from pcp_reports.model.partnership import Phase
    from pcp_reports.workspace import Filed

_COLUMNS = ("measure", "was", "value", "now", "change", "since", "period", "area", "elsewhere", "source")
_HOLD_FIGURES = ("was", "value", "now", "change", "elsewhere")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds figures, what they rest on, and where they stand among the entries."""

    text: str
    proof: Proof
    place: Place
    name: str = ""  # of the row: what a number in it counts


@dataclass(frozen=True, slots=True)
class Start:
    """What an earlier phase says of a figure."""

    value: str
    phase: str
    figure: Figure


def cells(filed: Filed, phase: str, table: Table, told: Telling) -> Iterator[Cell]:
    """Yield the cells of a table that hold figures, row by row, with what they rest on.

    ``phase`` is the phase that the table belongs to, empty for the entry's own figures.
    """
    model = filed.model
    starts = _starts(model, phase)
    named = {label(name, told.locale): name for name in _COLUMNS}
    columns = [named[heading] for heading in table.header]
    for (name, figure, part), row in zip(_rows(_figures(model, phase)), table.rows, strict=True):
        for column, text in zip(columns, row, strict=True):
            if text and column in _HOLD_FIGURES:
                cell = told.cell(filed, figure, starts.get(name), column, text, part=part)
                yield replace(cell, name=name if part is None else f"{name}, {part}")


def _phases(model: Entry) -> tuple[tuple[str, Phase], ...]:
    return getattr(model, "phases", ())


def _figures(model: Entry, phase: str) -> Mapping[str, Figure]:
    """Return the figures as their table shows them, each with the start that an earlier phase gives it."""
    if not phase:
        return model.figures or {}
    earlier: dict[str, str] = {}
    for name, one in _phases(model):
        if name == phase:
            return phase_figures(one, earlier)
        earlier |= values_of(one)
    raise LookupError(phase)


def _starts(model: Entry, phase: str) -> dict[str, Start]:
    found: dict[str, Start] = {}
    for name, one in _phases(model) if phase else ():
        if name == phase:
            break
        for called, value in values_of(one).items():
            found[called] = Start(value, name, (one.figures or {})[called])
    return found


def _rows(figures: Mapping[str, Figure]) -> Iterator[tuple[str, Figure, str | None]]:
    """Yield a name and figure for each row of their table, and the part's name where the row is one of its parts."""
    for name, figure in figures.items():
        yield name, figure, None
        for part in figure.parts or {}:
            yield name, figure, part


class Telling:
    """Tells what the figures of tables rest on.

    ``locale`` is the paper's, ``tongue`` the language that is told in; ``doubted`` are the places of figures
    that a check found to disagree, and nobody has accepted, with what it said of them.
    """

    def __init__(self, locale: str, tongue: str, doubted: Mapping[Place, str]) -> None:
        self.locale = locale
        self.tongue = tongue
        self.doubted = doubted

    def cell(
        self, filed: Filed, figure: Figure, start: Start | None, column: str, text: str, *, part: str | None
    ) -> Cell:
        """Return a cell with what its words rest on; ``start`` is what an earlier phase says of the figure."""
        if part is not None:
            parts = figure.node.get(Text("parts"))
            place = filed.place(parts if isinstance(parts, Block) else figure.node, part)
            return Cell(text, self._source(figure), place)
        if column == "was":
            return self._was(filed, figure, text, start)
        if column == "change":
            return Cell(text, self._change(filed, figure), filed.place(figure.node, "change"))
        if column == "elsewhere":
            return Cell(text, self._source(figure), filed.place(figure.node, "elsewhere"))
        place = end_of(filed, figure)
        if place in self.doubted:
            return Cell(
                text, Proof(Standing.UNSUPPORTED, label("not_so", self.tongue).format(self.doubted[place])), place
            )
        return Cell(text, self._of_parts(figure, text) or self._source(figure), place)

    def _source(self, figure: Figure, otherwise: str = "no_source", **said: str) -> Proof:
        if figure.source:
            return Proof(Standing.SOURCED, figure.source)
        words = label(otherwise, self.tongue)
        return Proof(Standing.UNSUPPORTED, words.format(**said) if said else words)

    def _was(self, filed: Filed, figure: Figure, text: str, start: Start | None) -> Cell:
        """Return the cell of a start: one that an earlier phase gives rests on what that rests on."""
        place = filed.place(figure.node, "was")
        if start is not None and text == start.value:
            told = figure if figure.source else start.figure
            return Cell(text, self._source(told), end_of(filed, start.figure))
        if start is None or place not in self.doubted:
            return Cell(text, self._source(figure), place)
        words = label("other_start", self.tongue).format(value=start.value, phase=label(start.phase, self.tongue))
        return Cell(text, Proof(Standing.UNSUPPORTED, words), place)

    def _change(self, filed: Filed, figure: Figure) -> Proof:
        by_parts = self._of_parts(figure, figure.change or "")
        if by_parts is not None:
            return by_parts
        was, now = figure.was, figure.value or figure.now
        before, after = read_quantity(was, self.locale), read_quantity(now, self.locale)
        change = read_change(figure.change, self.locale)
        if was is None or now is None:
            return self._source(figure, "no_start")
        if before is None or after is None or change is None:
            return self._source(figure, "not_compared", was=was, now=now)
        if fit(before, after, change) is Fit.FITS:
            return Proof(Standing.RECONCILED, label("from_to", self.tongue).format(was=was, now=now))
        if filed.place(figure.node, "change") not in self.doubted:
            return self._source(figure)
        really = self._told(moved(before, after, change))
        words = label("not_from_to", self.tongue).format(was=was, now=now, change=really)
        return Proof(Standing.UNSUPPORTED, words)

    def _told(self, change: str | None) -> str:
        """Return a change in the language that is told in."""
        way, _, size = (change or "none").partition(" ")
        if not size:
            return label("no_change", self.tongue)
        number, _, unit = size.partition(" ")
        told = f"{number} {label(unit, self.tongue)}" if unit in ("point", "points") else size
        return label(way, self.tongue).format(told)

    def _of_parts(self, figure: Figure, whole: str) -> Proof | None:
        """Return the proof that a figure's parts come to it exactly, or None."""
        if not figure.parts:
            return None
        wanted = _bounds(whole, self.locale)
        parts = [_bounds(words, self.locale) for words in figure.parts.values()]
        together = NOTHING
        for part in parts:
            if part is None:
                return None
            together += part
        if wanted is None or not (wanted.exact and wanted == together):
            return None
        return Proof(Standing.RECONCILED, label("its_parts", self.tongue).format(" + ".join(figure.parts.values())))


def end_of(filed: Filed, figure: Figure) -> Place:
    """Return where a figure's value stands, or what it is now."""
    return filed.place(figure.node, "now" if figure.value is None and figure.now is not None else "value")


def _bounds(words: str, locale: str) -> Bounds | None:
    """Return everything that a figure, or a change, may stand for; None where it is neither."""
    change = read_change(words, locale)
    if change is not None:
        return change.bounds if change.way == 0 or change.size is not None else None
    quantity = read_quantity(words, locale)
    return None if quantity is None else quantity.bounds
