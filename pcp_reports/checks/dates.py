"""Dates that cannot be: after the meeting that hears of them, or another day than the folder's name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import DateError, PartialDate, in_words
from pcp_reports.findings import Finding
from pcp_reports.ledger import ROUND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Block
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

_KEYS = ("date", "held", "launched", "announced")


def after_meeting(survey: Survey) -> Iterator[Finding]:
    """Nothing a paper tells of happened after its meeting; a partial date is too late only if its first day is."""
    for folder, paper, placement in survey.papers():
        meeting = paper.meeting
        if meeting is None:
            continue
        for filed in placement.filed:
            for key, date, node in _dates(filed):
                if date.first > meeting.last:
                    yield Finding(
                        "P120",
                        f"{filed.name}, {key}: {in_words(date)} is after the meeting of {in_words(meeting)} ({folder.name}).",
                        filed.place(node, key.rpartition(", ")[2]),
                        "Correct the date, or the meeting's.",
                    )


def _dates(filed: Filed) -> Iterator[tuple[str, PartialDate, Block]]:
    model = filed.model
    if model is None:
        return
    for key in _KEYS:
        date = getattr(model, key, None)
        if date is not None:
            yield key, date, model.node
    if filed.kind == ROUND:
        for strand in model.grants:
            for grant in strand.grants:
                if grant.awarded is not None:
                    yield f"{grant.recipient}, awarded", grant.awarded, grant.node


def folder_name(survey: Survey) -> Iterator[Finding]:
    """A paper's folder that is named for a day is named for the day of its meeting."""
    for folder, paper, _ in survey.papers():
        if not folder.name[:1].isdigit() and not folder.name[-1:].isdigit():
            continue  # no date begins and ends with a letter
        try:
            named = PartialDate.parse(folder.name)
        except DateError:
            continue
        if (
            paper.meeting is not None
            and named.day is not None
            and paper.meeting.day is not None
            and named != paper.meeting
        ):
            yield Finding(
                "P115",
                f"{folder.name}: the paper says the meeting is on {in_words(paper.meeting)}, but its folder is named {folder.name}.",
                folder.filed.place(paper.node, "meeting"),
                f"Type: meeting: {folder.name} — or rename the folder.",
            )
