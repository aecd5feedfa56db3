"""What changed from one archived version of a paper to another: by meaning, in the paper's words, and as corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.diff.held import hold
from pcp_reports.archive.diff.meaning import meaning
from pcp_reports.archive.diff.words import Words, compare_words
from pcp_reports.archive.layout import VERSION
from pcp_reports.dates import in_words
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.archive.diff.change import Group
    from pcp_reports.archive.diff.held import Held


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction says of the paper that it corrects, the older one; what cannot be read is empty."""

    title: str
    meeting: str
    panel: str
    office: str
    locale: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared. ``words`` is None where the Word papers cannot be laid side by side; ``findings`` say why."""

    groups: tuple[Group, ...]
    words: Words | None
    findings: tuple[Finding, ...]
    corrected: Corrected

    @property
    def is_same(self) -> bool:
        """Return whether nothing differs, in what was kept or in the papers' words."""
        return not self.groups and not self.findings and (self.words is None or self.words.identical)


def compare(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Comparison:
    """Return what changed between two versions, each given as its files by their true paths.

    Raises OSError where no temporary folder can be written.
    """
    before, after = hold(old), hold(new)
    groups, corrected = meaning(before, after), _corrected(before)
    names = before.document, after.document
    if not all(names):
        which = " and the ".join(what for what, name in zip(("older", "newer"), names, strict=True) if not name)
        message = f"The words of the papers cannot be compared: the {which} version holds no Word paper."
        missing = Finding("A403", message, Place(VERSION), "“pcp-reports versions” lists what there is.")
        return Comparison(groups, None, (missing,), corrected)
    made = compare_words(old[names[0]], new[names[1]], *names)
    if isinstance(made, Words):
        return Comparison(groups, made, (), corrected)
    return Comparison(groups, None, made, corrected)


def _corrected(held: Held) -> Corrected:
    register = held.survey.register
    paper = held.paper.paper if held.paper is not None else None
    office = register.office
    named = held.about.get("paper")
    title = (paper.title if paper is not None else "") or (named if isinstance(named, str) else "")
    meeting = in_words(paper.meeting, register.language) if paper is not None and paper.meeting is not None else ""
    panel, name = (office.panel or "", office.name or "") if office is not None else ("", "")
    return Corrected(title, meeting, panel, name, register.language)
