"""Grant lines out of text: who gets what for which purpose, however the line is written. No structure of a paper."""

from __future__ import annotations

from pcp_reports.audit.lines.known import with_known_names
from pcp_reports.audit.lines.reading import ReadLine, awards_in, read_line
from pcp_reports.audit.lines.several.each_of import each_of
from pcp_reports.audit.lines.several.each_told import each_to_some, who_got
from pcp_reports.audit.lines.single.forms import Shape

__all__ = ["ReadLine", "Shape", "awards_in", "each_of", "each_to_some", "read_line", "who_got", "with_known_names"]
