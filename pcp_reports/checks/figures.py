"""Figures that name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.model.common import Figure
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


def wholes(survey: Survey) -> Iterator[Finding]:
    """A figure that is a part of another names one that stands beside it."""
    for filed in survey.register.entries:
        if filed.partly is None:
            continue
        phases = (phase.figures for _, phase in getattr(filed.partly, "phases", ()))
        for figures in (filed.partly.figures, *phases):
            yield from _within(filed, figures or {})


def _within(filed: Filed, figures: dict[str, Figure]) -> Iterator[Finding]:
    for name, figure in figures.items():
        if figure.part_of is None or (figure.part_of in figures and figure.part_of != name):
            continue
        others = [other for other in figures if other != name]
        meant = did_you_mean(figure.part_of, others)
        there = f"The figures there are: {listed([quoted(other) for other in others])}." if others else ""
        yield Finding(
            "F101",
            f"{filed.name}, {name}: it is said to be part of {quoted(shortened(figure.part_of, 50))}, but no other figure has that name here."
            + (f" Did you mean {quoted(meant)}?" if meant else ""),
            filed.place(figure.node, "part_of"),
            f"Type: part_of: {meant}" if meant else there,
        )
