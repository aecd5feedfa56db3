"""The two papers that are held against each other, and what is known of the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.passage import Passage


@dataclass(frozen=True, slots=True)
class Sides:
    """The two papers, and what is known of the entries. ``since`` are the entries that were changed after the build.

    ``trial``: the entries are those that would be written, so that whatever Word says otherwise counts.
    """

    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]
    stories: Stories
    paper: str  # the path of paper.yaml
    template: str
    since: frozenset[str] = frozenset()
    trial: bool = False


def entries_named(stories: Stories, paths: frozenset[str]) -> str:
    """Return entries by name, as a sentence lists them."""
    return listed([quoted(stories.name(path)) for path in sorted(paths) if path])
