"""The parts of a partnership briefing that are more than prose: facts, figures in tables, quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.document import Table
from pcp_reports.labels import label

if TYPE_CHECKING:
    from pcp_reports.model.common import Figure
    from pcp_reports.model.partnership import Partnership, Phase

_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'"}


def facts(model: Partnership, locale: str) -> tuple[tuple[str, str], ...]:
    """Return the partnership's place, beginning and partners with their labels, those that are given."""
    found = []
    if model.place is not None:
        found.append((label("place", locale), model.place))
    if model.launched is not None:
        found.append((label("launched", locale), in_words(model.launched, locale)))
    if model.partners:
        found.append((label("partners", locale), ", ".join(model.partners)))
    return tuple(found)


def values_of(phase: Phase) -> dict[str, str]:
    """Return what the figures of a phase came to in it, those that say so, for a later phase to start from."""
    figures = (phase.figures or {}).items()
    return {name: value for name, figure in figures if (value := figure.value or figure.now) is not None}


def phase_figures(phase: Phase, earlier: dict[str, str]) -> dict[str, Figure]:
    """Return the figures of a phase, each with the value of the same name in an earlier phase as its start."""
    figures = {}
    for name, figure in (phase.figures or {}).items():
        start = earlier.get(name)
        figures[name] = replace(figure, was=start) if figure.was is None and start is not None else figure
    return figures


def figures_table(figures: dict[str, Figure], locale: str) -> Table:
    """Return the figures as a table: one header row, and only the columns that hold something; parts stand beneath their whole."""
    rows: list[dict[str, str]] = []
    for name, figure in figures.items():
        shown = _capital(name) + (f" ({label('part_of', locale)}: {figure.part_of})" if figure.part_of else "")
        elsewhere = "; ".join(f"{place} {change}" for place, change in (figure.elsewhere or {}).items())
        rows.append(
            {
                "measure": shown,
                "was": figure.was or "",
                "value": figure.value or figure.now or "",
                "change": figure.change or "",
                "since": figure.since or "",
                "period": figure.period or "",
                "area": figure.area or "",
                "elsewhere": elsewhere,
                "source": figure.source or "",
            }
        )
        for part, words in (figure.parts or {}).items():
            moved = words.lower().startswith(("up ", "down ", "i fyny ", "i lawr ")) or words.lower() in ("none", "dim")
            rows.append({"measure": f"– {part}", "change" if moved else "value": words})
    columns = [
        name
        for name in ("measure", "was", "value", "change", "since", "period", "area", "elsewhere", "source")
        if any(row.get(name) for row in rows)
    ]
    moving = any(name in columns for name in ("was", "change"))
    header = tuple(label("now" if name == "value" and moving else name, locale) for name in columns)
    return Table(header, tuple(tuple(row.get(name, "") for name in columns) for row in rows), ", ".join(header))


def in_quotation_marks(words: str) -> str:
    """Return words in curly quotation marks; a pair that the words were typed in, and that holds them all, is taken off."""
    said = words.strip()
    inside = said[1:-1]
    if inside and _MARKS.get(said[0]) == said[-1] and said[0] not in inside:
        said = inside.strip()
    return f"“{said}”"


def _capital(name: str) -> str:
    first = name.split(" ", 1)[0]
    return name[:1].upper() + name[1:] if first.islower() else name  # iPhone and MoRiLE stay as they are
