"""What a paper says of its own grants and gets wrong, as the audit of the same file finds it: nothing of that is lost here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Related, Severity
from pcp_reports.importing.papers.left import name_of
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.verdicts import Audited
    from pcp_reports.passage import Paper

CODE = "G557"
_HINT = (
    "The entries hold what the paper says. Mend it there: “check” finds what stands right above or below the grants, not all "
    "of this."
)


def disagreeing(paper: Paper, audited: Audited) -> Iterator[Finding]:
    """Give the figures of a paper that its grants do not bear out, or that cannot be read, in the audit's own words."""
    told = audited.findings[len(paper.findings) :]
    wrong = [one for one in told if one.severity is not Severity.NOTE]
    if not wrong:
        return
    disagree = "disagrees" if len(wrong) == 1 else "disagree"
    message = (
        f"{name_of(paper)}: {counted(len(wrong), 'figure')} {disagree} with the grants of the paper, or cannot be read."
    )
    related = tuple(Related(one.message, one.place) for one in wrong)
    yield Finding(CODE, message, related[0].place, _HINT, related)
