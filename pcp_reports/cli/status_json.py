"""How things stand with papers, as JSON: every list whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.findings import Severity
from pcp_reports.status.monthly_grants import CONDITIONS, REASON

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pcp_reports.dates import PartialDate
    from pcp_reports.status.deadlines import Publication
    from pcp_reports.status.monthly_grants import MonthGrants, RoundGrants
    from pcp_reports.status.of_paper import EntryStatus, Found, PaperStatus

_SEVERITIES = ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.NOTE, "notes"))


def as_json(made: Iterable[PaperStatus], waiting: Iterable[RoundGrants], today: date) -> dict[str, Any]:
    """Return what `status --format json` prints: every list whole, dates as typed in entries."""
    return {
        "today": today.isoformat(),
        "papers": [_paper_as_json(one, today) for one in made],
        "uncited": [row for one in waiting for row in _round_as_json(one)],
    }


def _paper_as_json(one: PaperStatus, today: date) -> dict[str, Any]:
    entries = one.entries
    return {
        "paper": one.folder.name,
        "title": one.folder.paper.title if one.folder.paper is not None else None,
        "meeting": _date(one.meeting),
        "publication": _publication_as_json(one.publication, today),
        "missing": list(one.missing),
        **_counts(one.found),
        "owners": [
            {"owner": owner.owner, "entries": [_entry_as_json(entry) for entry in owner.entries]}
            for owner in one.owners
        ],
        "unplaced": [{"owner": entry.owner, **_entry_as_json(entry)} for entry in one.unplaced],
        "exempt": [{"entry": entry.filed.name, **_counts(entry.found)} for entry in one.exempt],
        "summary": {
            "entries": len(entries),
            "ready": sum(entry.ready is True for entry in entries),
            "late": sum(entry.late for entry in entries),
            **{word: one.count(severity) for severity, word in _SEVERITIES},
        },
        "grants": [_month_as_json(month) for month in one.grants],
        "elsewhere": [row for other in one.elsewhere for row in _round_as_json(other)],
        "unread": [filed.path for filed in one.unread],
    }


def _date(day: PartialDate | None) -> str | None:
    return str(day) if day is not None else None


def _publication_as_json(found: Publication | None, today: date) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "clear_days": found.clear_days,
        "day": found.day.isoformat(),
        "holidays": [{"day": day.isoformat(), "name": name} for day, name in found.holidays],
        "days_left": (found.day - today).days,
    }


def _counts(found: Found) -> dict[str, int]:
    return {word: found.count(severity) for severity, word in _SEVERITIES}


def _entry_as_json(entry: EntryStatus) -> dict[str, Any]:
    return {
        "entry": entry.filed.name,
        "path": entry.filed.path,
        "kind": entry.filed.kind or None,
        "title": entry.title,
        "due": _date(entry.due),
        "ready": entry.ready,
        "late": entry.late,
        "after_publication": entry.after_publication,
        "missing": list(entry.missing),
        **_counts(entry.found),
    }


def _sums(month: MonthGrants) -> dict[str, Any]:
    return {
        "month": _date(month.month),
        "grants": month.grants,
        "without_reason": month.without(REASON),
        "without_conditions": month.without(CONDITIONS),
    }


def _month_as_json(month: MonthGrants) -> dict[str, Any]:
    lines = [
        {
            "entry": one.filed.name,
            "path": one.filed.path,
            "line": one.line,
            "recipient": one.grant.recipient,
            "missing": list(one.missing),
        }
        for one in month.lacking
    ]
    return {**_sums(month), "lines": lines}


def _round_as_json(one: RoundGrants) -> list[dict[str, Any]]:
    named = {"entry": one.filed.name, "path": one.filed.path, "papers": list(one.papers)}
    return [{**named, **_sums(month)} for month in one.months]
