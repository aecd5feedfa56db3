"""`status`: who still owes what for a paper, and by which day it must be public."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from pcp_reports.checks import check, concerning
from pcp_reports.cli.common import known_papers, read, with_workspace
from pcp_reports.cli.report import dump, shown
from pcp_reports.cli.status_json import as_json
from pcp_reports.cli.status_text import as_text
from pcp_reports.dates import PartialDate
from pcp_reports.placing import in_meeting_order
from pcp_reports.status.monthly_grants import uncited
from pcp_reports.status.of_paper import status_of
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.workspace import PaperFolder, Register

EPILOG = """\b
Examples:
  pcp-reports status
  pcp-reports status 2023-10-03
  pcp-reports status --today 2023-09-20
  pcp-reports status --format json
"""


@click.command(epilog=EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@click.option("--today", metavar="DATE", help="The day to count from, as 2023-09-20; left out, the day that is.")
@with_workspace
def command(root: Path, papers: tuple[str, ...], form: str, today: str | None) -> None:
    """Say who still owes what for a paper, and by which day it must be public.

    PAPER is the name of a folder in entries/; without one, every paper whose meeting is still to come is shown, or else
    the latest.
    """
    day = _day(today)
    surveyed = read(root)
    names = known_papers(surveyed.register, papers) or _to_come(surveyed.register, day)
    findings = check(surveyed)
    made = [status_of(surveyed, name, concerning(surveyed, (name,), findings), day) for name in names]
    waiting = uncited(surveyed)
    if form == "json":
        click.echo(dump(as_json(made, waiting, day)))
        return
    click.echo(as_text(made, waiting, day))
    if not papers:
        _tell_of_undated(surveyed.register, names)


def _tell_of_undated(register: Register, told: tuple[str, ...]) -> None:
    """Name the papers without a meeting that were passed over: none is left out in silence."""
    passed = [shown(name) for name, folder in register.papers.items() if _meeting(folder) is None and name not in told]
    if passed:
        click.echo(f"\nWithout a meeting, and shown only when named: {listed(passed)}")


def _day(typed: str | None) -> date:
    """Return the day to count from: the one typed, or today by the computer's clock."""
    if typed is None:
        return datetime.now(UTC).astimezone().date()
    try:
        found = PartialDate.parse(typed)
    except ValueError:
        found = None
    if found is None or found.day is None:
        raise click.UsageError(f"“{shown(typed)}” is not a day. Type it as 2023-09-20.")
    return found.first


def _meeting(folder: PaperFolder) -> PartialDate | None:
    return folder.paper.meeting if folder.paper is not None else None


def _to_come(register: Register, today: date) -> tuple[str, ...]:
    """Return the papers whose meeting is not over, or else the latest one."""
    ordered = in_meeting_order(register)
    dated = [(folder.name, meeting) for folder in ordered if (meeting := _meeting(folder)) is not None]
    coming = tuple(name for name, meeting in dated if meeting.last >= today)
    latest = dated[-1][0] if dated else ordered[-1].name if ordered else None
    return coming or ((latest,) if latest is not None else ())
