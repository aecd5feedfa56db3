"""What every command that adds up the ledger says first: a total with a hole in it is a wrong total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.checks import check
from pcp_reports.cli.report import as_text, in_full, shown
from pcp_reports.findings import Severity, has_errors
from pcp_reports.ledger import ROUND

if TYPE_CHECKING:
    from pcp_reports.placing import Survey

_DOUBTS = ("G114", "P110", "P117", "P143", "P145")
"""What may make a total count a grant twice, or leave one out."""


def warn_of_doubts(surveyed: Survey) -> None:
    """Say on the error stream what may make the totals count something twice, or leave it out."""
    for one in check(surveyed):
        if one.code in _DOUBTS and one.accepted is None:
            click.echo(
                f"\n{one.severity.value}: {in_full(one.message)} ({one.code}, {shown(str(one.place))})", err=True
            )


def refuse_unsound(surveyed: Survey, named: tuple[str, ...], refusal: str) -> None:
    """Stop where a round, or a file that may be one, cannot be read whole; ``refusal`` says what is not done then.

    A paper that was named says by its items which rounds are its own, and by its meeting how far the year runs.
    """
    unsure = {filed.path for filed in surveyed.register.entries if not filed.sound and filed.kind in (ROUND, "")}
    for name in named:
        folder = surveyed.register.papers[name]
        if not folder.filed.sound or has_errors(surveyed.placements[name].findings):
            unsure.add(folder.filed.path)
    if unsure:
        wrong = [one for one in check(surveyed) if one.place.path in unsure and one.severity is Severity.ERROR]
        click.echo(as_text(wrong, surveyed.register), err=True)
        click.echo(f"\n{refusal}", err=True)
        raise click.exceptions.Exit(1)
