"""Every figure of every entry as a measure: whose it is, in which phase, and what earlier phases say of it.

Entries that are exempt, or were meant to be, have none: a finding is printed with its figures, and may be kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.measured import read_quantity
from pcp_reports.nodes import Block, Text
from pcp_reports.records import dataclass
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.findings import Place
    from pcp_reports.measured import Quantity
    from pcp_reports.model.common import Figure
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """A figure under its name. ``phase`` is empty for the entry's own figures, which stand over all its phases.

    ``earlier`` is what the phases before it, or beneath it, say of the same measure, the nearest last.
    """

    filed: Filed
    phase: str
    name: str
    figure: Figure
    locale: str
    beside: dict[str, Figure]  # the figures of the same phase, itself among them
    earlier: tuple[Measure, ...] = ()

    @property
    def label(self) -> str:
        """Return the entry's name and the figure's, as messages begin."""
        return f"{self.filed.name}, {shortened(self.name, 60)}"

    @property
    def end(self) -> str | None:
        """Return the figure as it is now, as typed."""
        return self.figure.now or self.figure.value

    def read(self, words: str | None) -> Quantity | None:
        """Return the figure that words of this measure print, or None."""
        return read_quantity(words, self.locale)

    def place(self, *keys: str) -> Place:
        """Return the place of the first of the keys that is given, else of the figure itself."""
        given = next((key for key in keys if getattr(self.figure, key, None)), keys[-1])
        return self.filed.place(self.figure.node, given)

    def place_in(self, key: str, name: str) -> Place:
        """Return the place of what stands behind a name in a group of this figure: a part, a place elsewhere."""
        group = self.figure.node.get(Text(key))
        return self.filed.place(group if isinstance(group, Block) else self.figure.node, name)


def measures(survey: Survey) -> Iterator[Measure]:
    """Yield every public figure phase by phase, and then those of the entry itself."""
    office = survey.register.office
    locale = (office.language if office is not None else None) or "en_GB"
    for filed in survey.register.entries:
        model = filed.partly
        if model is None or model.exempt is not None or filed.withheld:
            continue
        groups = [(name, phase.figures or {}) for name, phase in getattr(model, "phases", ())]
        groups.append(("", model.figures or {}))
        told: dict[str, tuple[Measure, ...]] = {}
        for phase, figures in groups:
            here = [
                Measure(filed, phase, name, figure, locale, figures, told.get(same_name(name), ()))
                for name, figure in figures.items()
            ]
            yield from here
            for one in here:
                told[same_name(one.name)] = (*told.get(same_name(one.name), ()), one)


def same_name(name: str) -> str:
    """Return what names of one measure share: “MoRiLE score” and “MORILE  score” are one."""
    return " ".join(name.casefold().split())


def comparable(one: Measure, other: Measure) -> bool:
    """Return whether two figures of one name are of one area, as far as they say."""
    here, there = one.figure.area, other.figure.area
    return here is None or there is None or same_name(here) == same_name(there)
