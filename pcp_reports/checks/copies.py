"""What stands in the workspace twice: copies of files, rounds with the same grants, papers for one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.copies import grants_of
from pcp_reports.dates import in_words
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.ledger import ROUND, rounds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


def files(survey: Survey) -> Iterator[Finding]:
    """A file named like a copy of the one beside it is asked about, unless a paper places it on purpose."""
    for filed in survey.register.entries:
        original = survey.register.copies.get(filed.path)
        if original is not None and filed.path not in survey.cited:
            so = "it differs, and its grants count in the totals" if filed.kind == ROUND else "it differs"
            yield Finding(
                "P145",
                f"{filed.path} looks like a copy of {original}; {so}.",
                Place(filed.path),
                "Compare the two, then delete one.",
            )


def rounds(survey: Survey) -> Iterator[Finding]:
    """No two rounds of one fund and date hold the very same grants."""
    first: dict[tuple[object, ...], Filed] = {}
    for filed in rounds_of(survey.register):
        grants = grants_of(filed.kind, filed.model)
        if grants is None or filed.model.exempt is not None:
            continue
        seen = first.setdefault(grants, filed)
        if seen is not filed:
            yield Finding(
                "G114",
                f"{filed.name}: the grants are the very same as those of {seen.name} ({seen.path}); their grants count twice in the totals.",
                filed.place(filed.model.node, "grants"),
                "Compare the two, then delete one.",
                (Related("the other round", seen.place(seen.model.node, "grants")),),
            )


def meetings(survey: Survey) -> Iterator[Finding]:
    """One meeting has one paper of a sort; the one whose folder is named for the day comes first."""
    first: dict[tuple[str, str], str] = {}
    dated = [(folder, paper) for folder, paper, _ in survey.papers() if paper.meeting is not None]
    for folder, paper in sorted(dated, key=lambda row: (row[0].name != str(row[1].meeting), row[0].name)):
        if paper.meeting is None or paper.meeting.day is None:
            continue
        seen = first.setdefault((str(paper.meeting), paper.template), folder.name)
        if seen != folder.name:
            yield Finding(
                "P117",
                f"{folder.name}: this is a second paper for the meeting of {in_words(paper.meeting)}; the other is {seen}.",
                folder.filed.place(paper.node, "meeting"),
                "Compare the two, then delete one folder, or correct the meeting.",
            )
