"""Who still owes what for a paper, and when: from the survey, what was found, and the day that is today. Pure.

Exempt entries are named and counted, and nothing is told of them: a list of who owes what goes round by e-mail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Severity, by_weight
from pcp_reports.ledger import ROUND
from pcp_reports.model.exempting import speaks_of_exempt
from pcp_reports.nodes import Text
from pcp_reports.records import dataclass
from pcp_reports.status.deadlines import ENGLAND, WALES, publication
from pcp_reports.status.missing import missing_of, missing_of_paper
from pcp_reports.status.monthly_grants import by_month, cited_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pcp_reports.dates import PartialDate
    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey
    from pcp_reports.status.deadlines import Publication
    from pcp_reports.status.monthly_grants import MonthGrants, RoundGrants
    from pcp_reports.workspace import Filed, PaperFolder

CLEAR_DAYS = 5
"""Clear working days where no office file says otherwise (England)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found about something, the worst first; warnings that somebody accepted are left out."""

    findings: tuple[Finding, ...]
    tellable: bool = True  # whether the messages may be shown: they may not where they could hold exempt matter

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(one.severity is severity for one in self.findings)

    @property
    def worst(self) -> Finding | None:
        """Return the first error or warning, or None where there is none or it may not be told."""
        first = next((one for one in self.findings if one.severity is not Severity.NOTE), None)
        return first if self.tellable else None


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """An entry: what is missing, what was found, and whether it is late on the day asked about."""

    filed: Filed
    missing: tuple[str, ...]
    found: Found
    late: bool
    after_publication: bool  # due only after the paper must be public
    placed: bool

    @property
    def title(self) -> str | None:
        """Return the entry's title, else its name, else None."""
        return self._given("title") or self._given("name")

    @property
    def owner(self) -> str | None:
        """Return who writes it, or None."""
        return self._given("owner")

    @property
    def due(self) -> PartialDate | None:
        """Return when it must be ready, or None."""
        return self.filed.partly.due if self.filed.partly is not None else None

    @property
    def ready(self) -> bool | None:
        """Return whether it is said to be ready; None when nothing is said."""
        return self.filed.partly.ready if self.filed.partly is not None else None

    def _given(self, key: str) -> str | None:
        """Return the words behind a key, as typed where the entry's kind cannot be told."""
        if self.filed.partly is not None:
            return getattr(self.filed.partly, key, None)
        root = self.filed.source.root
        typed = root.get(Text(key)) if root is not None else None
        return " ".join(typed.split()) or None if isinstance(typed, Text) else None


@dataclass(frozen=True, slots=True)
class OwnerStatus:
    """The entries of one owner, in the paper's order; ``owner`` is None for those without one."""

    owner: str | None
    entries: tuple[EntryStatus, ...]


@dataclass(frozen=True, slots=True)
class PaperStatus:
    """A paper: when it must be public, what it lacks itself, who owes what, and what its grants lack."""

    folder: PaperFolder
    publication: Publication | None
    missing: tuple[str, ...]
    found: Found  # about the paper's and the office's own files
    owners: tuple[OwnerStatus, ...]
    unplaced: tuple[EntryStatus, ...]
    exempt: tuple[EntryStatus, ...]
    grants: tuple[MonthGrants, ...]
    elsewhere: tuple[RoundGrants, ...]
    unread: tuple[Filed, ...]  # rounds that cannot be read whole, so that grants may be missing

    @property
    def meeting(self) -> PartialDate | None:
        """Return the day or month of the meeting, or None."""
        return self.folder.paper.meeting if self.folder.paper is not None else None

    @property
    def entries(self) -> tuple[EntryStatus, ...]:
        """Return every entry that the paper prints."""
        return tuple(entry for owner in self.owners for entry in owner.entries)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity concern the paper."""
        told = [self.found, *(entry.found for entry in (*self.entries, *self.unplaced, *self.exempt))]
        return sum(one.count(severity) for one in told)


def status_of(survey: Survey, name: str, findings: Iterable[Finding], today: date) -> PaperStatus:
    """Return how things stand with a paper on the day ``today``; ``findings`` are those that concern the paper."""
    folder, placement = survey.register.papers[name], survey.placements[name]
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.accepted is None:
            by_path.setdefault(finding.place.path, []).append(finding)
    deadline = _deadline(survey, folder)
    placed = {filed.path: filed for filed in placement.filed}
    # Where the sections cannot be read, whatever lies in the folder is taken to be the paper's.
    readable = folder.paper is not None and bool(folder.paper.sections)
    rest = [filed for filed in folder.own if filed.path not in placed]
    entries = [
        _entry(filed, by_path.pop(filed.path, []), deadline, today, placed=filed.path in placed or not readable)
        for filed in (*placed.values(), *rest)
    ]
    shown = [entry for entry in entries if not is_kept_out(entry.filed)]
    own = [finding for rows in by_path.values() for finding in rows]
    rounds = [entry.filed for entry in shown if entry.placed and entry.filed.kind == ROUND]
    months = by_month(rounds)
    return PaperStatus(
        folder,
        deadline,
        missing_of_paper(survey, folder, own),
        Found(tuple(by_weight(own))),
        _by_owner(entry for entry in shown if entry.placed),
        tuple(entry for entry in shown if not entry.placed),
        tuple(entry for entry in entries if is_kept_out(entry.filed)),
        months,
        cited_elsewhere(survey, name, [one.month for one in months]),
        tuple(filed for filed in rounds if not filed.sound),
    )


def is_kept_out(filed: Filed) -> bool:
    """Return whether a whole entry is exempt or was meant to be."""
    return filed.withheld or (filed.partly is not None and filed.partly.exempt is not None)


def _deadline(survey: Survey, folder: PaperFolder) -> Publication | None:
    """Return the day of publication, or None without a day of the meeting or without its bank holidays."""
    meeting = folder.paper.meeting if folder.paper is not None else None
    if meeting is None or meeting.day is None:
        return None
    office = survey.register.office
    clear_days = office.clear_days if office is not None else CLEAR_DAYS
    welsh = office is not None and office.language == "cy_GB"
    return publication(meeting.first, clear_days, WALES if welsh else ENGLAND)


def _entry(
    filed: Filed, findings: list[Finding], deadline: Publication | None, today: date, *, placed: bool
) -> EntryStatus:
    root = filed.source.root
    due: PartialDate | None = None
    if filed.partly is not None and not filed.partly.ready:
        due = filed.partly.due  # of what is ready, it no longer matters
    return EntryStatus(
        filed,
        missing_of(filed, findings),
        Found(tuple(by_weight(findings)), not (is_kept_out(filed) or (root is not None and speaks_of_exempt(root)))),
        # What is due in a month is late once the month is over, and too late for the paper only if its first day is.
        due is not None and due.last < today,
        due is not None and deadline is not None and due.first > deadline.day,
        placed,
    )


def _by_owner(entries: Iterable[EntryStatus]) -> tuple[OwnerStatus, ...]:
    """Return the entries by owner, in the order that the paper first meets each; those without one come last."""
    found: dict[str | None, list[EntryStatus]] = {}
    for entry in entries:
        found.setdefault(entry.owner, []).append(entry)
    return tuple(OwnerStatus(owner, tuple(found[owner])) for owner in sorted(found, key=lambda one: one is None))
