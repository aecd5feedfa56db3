"""What the tool found, where it stands, and what to type instead.

Findings are values: nothing is raised, nothing stops at the first. They know nothing of terminals; a reporter
turns them into text or JSON.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from pcp_reports.catalogue import RULES
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(Enum):
    """How much a finding holds up: an error stops the build, a warning is listed, a note is folded away."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the workspace with ``/``; line and column from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fix:
    """Lines of one file as they should be: ``old`` stands at line ``first`` (from 1) and becomes ``new``."""

    path: str
    first: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``message`` names the thing in the officer's words; ``hint`` is what to type or do."""

    code: str
    message: str
    place: Place
    hint: str = ""
    related: tuple[Related, ...] = ()
    accepted: str | None = None
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """Return the severity that the catalogue gives the code."""
        return Severity(RULES[self.code].severity)

    def as_row(self) -> dict[str, Any]:
        """Return the finding as plain data: the row that JSON output and archived versions hold."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "hint": self.hint,
            "accepted": self.accepted,
            "related": [
                {
                    "message": near.message,
                    "path": near.place.path,
                    "line": near.place.line,
                    "column": near.place.column,
                }
                for near in self.related
            ],
        }

    def accept(self, reason: str) -> Finding:
        """Return this finding marked as accepted for ``reason``."""
        return replace(self, accepted=reason)


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in place order, each once: the order of the JSON form."""
    return sorted(dict.fromkeys(findings), key=lambda finding: (finding.place, finding.code, finding.message))


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the most embarrassing first: errors, warnings, notes; accepted ones after the rest."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda finding: (
            _ORDER[finding.severity],
            finding.accepted is not None,
            RULES[finding.code].rank,
            finding.place,
            finding.code,
            finding.message,
        ),
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
