"""Figures that are misprinted: they begin as a figure does, and cannot be read as one. Free words are let alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.changes import size_of
from pcp_reports.checks.measures import measures
from pcp_reports.claims import read
from pcp_reports.findings import Finding
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.measures import Measure
    from pcp_reports.findings import Place
    from pcp_reports.placing import Survey

_KEYS = ("value", "was", "now", "change")


def figures(survey: Survey) -> Iterator[Finding]:
    """A figure can be read as the figure that it looks like."""
    for measure in measures(survey):
        for label, words, place in _typed(measure):
            told = size_of(words)
            size = told[1] if told is not None else words
            claim = read(size, measure.locale) if size else None
            if claim is None or claim.readable or not claim.meant or not _begins_as_figure(size):
                continue
            why = f": {claim.reason}" if claim.reason else ""
            lead = words[: len(words) - len(size)] if told is not None else ""
            yield Finding(
                "F313",
                f"{label}: {quoted(shortened(words, 40))} cannot be read as a figure{why}.",
                place,
                f"Type {listed([lead + one for one in claim.meant], 'or')}.",
            )


def _typed(measure: Measure) -> Iterator[tuple[str, str, Place]]:
    figure = measure.figure
    for key in _KEYS:
        words = getattr(figure, key)
        if words is not None:
            yield measure.label, words, measure.place(key)
    for key, group in (("parts", figure.parts), ("elsewhere", figure.elsewhere)):
        for name, words in (group or {}).items():
            yield f"{measure.label}, {shortened(name, 40)}", words, measure.place_in(key, name)


def _begins_as_figure(words: str) -> bool:
    return re.match(r"[£$€]?\s*[.,]?\d", words) is not None
