"""A paragraph of a text or a PDF, before it is known what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.papers.lines.line_labels import Label
    from pcp_reports.papers.lines.lines import Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph; ``label`` what is typed before it. ``words`` is the column its words begin in."""

    lines: tuple[Line, ...]
    label: Label | None
    words: int
    text: str = ""

    @property
    def first(self) -> Line:
        """Return the line it begins in."""
        return self.lines[0]
