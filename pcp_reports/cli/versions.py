"""`versions`: what was archived, when, by whom and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pcp_reports.archive.listing import ListedPaper, listed, superseded
from pcp_reports.cli.archived import paper_in, say_nothing_there
from pcp_reports.cli.common import with_workspace
from pcp_reports.cli.report import dump, in_short, refused, shown
from pcp_reports.dates import moment_in_words
from pcp_reports.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EPILOG = """\b
Examples:
  pcp-reports versions
  pcp-reports versions 2023-10-03
  pcp-reports versions --format json
"""


@click.command(epilog=EPILOG)
@click.argument("paper", required=False, metavar="[PAPER]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
@with_workspace
def command(root: Path, paper: str | None, form: str) -> None:
    """List the versions in the archive: of the paper PAPER, or of all papers.

    The order is that of their numbers, whatever a computer's clock said. "verify" proves that they are what they were.
    """
    name = paper_in(root, paper).paper if paper is not None else None
    rows = list(listed(root, name))
    papers = [one for one in rows if isinstance(one, ListedPaper)]
    unread = [one for one in rows if isinstance(one, Finding)] if name is None else []
    if not rows and form == "text":
        raise click.exceptions.Exit(say_nothing_there(root))
    if form == "json":
        click.echo(dump(as_json(papers)))
    elif papers:
        click.echo(as_text(papers))
    for one in unread:
        refused(one)
    raise click.exceptions.Exit(1 if unread else 0)


def as_json(papers: Iterable[ListedPaper]) -> dict[str, Any]:
    """Return the versions as `versions --format json` prints them, oldest first."""
    return {
        "papers": [
            {
                "paper": one.paper,
                "path": one.shown,
                "versions": [
                    {
                        "version": f"v{row.number}",
                        "status": row.status or None,
                        "created": row.created,
                        "by": row.by,
                        "reason": row.reason,
                        "superseded_by": later,
                    }
                    for row, later in zip(one.versions, superseded(one), strict=True)
                ],
            }
            for one in papers
        ]
    }


def as_text(papers: Iterable[ListedPaper]) -> str:
    """Return the versions for a terminal: a paragraph a paper, a line a version."""
    return "\n\n".join(_paragraph(one) for one in papers)


def _paragraph(paper: ListedPaper) -> str:
    heading = f"{click.style(shown(paper.paper), bold=True)}  {shown(paper.shown)}"
    people = {by: in_short(by, 40) for by in {one.by for one in paper.versions}}  # a handful, however many versions
    rows = [
        (f"v{one.number}", one.status or "?", moment_in_words(one.created), people[one.by]) for one in paper.versions
    ]
    widths = tuple(max(map(len, column)) for column in zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
    line = "  %-{}s  %-{}s  %-{}s  %-{}s  %s".format(*widths)
    reasons = [
        in_short(one.reason) if later is None else f"{in_short(one.reason)} (superseded by {later})"
        for one, later in zip(paper.versions, superseded(paper), strict=True)
    ]
    return "\n".join([heading, *[line % (*row, why) for row, why in zip(rows, reasons, strict=True)]])
