"""`versions`: what was archived, when, by whom and why."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.archive.listing import ListedPaper, listed, superseded
from pcp_reports.cli.archived import paper_in, say_nothing_there
from pcp_reports.cli.common import with_workspace
from pcp_reports.cli.report import dump, in_short, refused, shown
from pcp_reports.dates import moment_in_words
from pcp_reports.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

EPILOG = """\b
Examples:
  pcp-reports versions
  pcp-reports versions 2023-10-03
  pcp-reports versions --format json
"""

_LEAST = 20
"""Characters of a reason that a line must have room for, to be broken; a narrower window breaks it itself."""


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
        (
            f"v{one.number}",
            (one.status or "?") if later is None else f"{one.status}, superseded by {later}",
            moment_in_words(one.created),
            people[one.by],
        )
        for one, later in zip(paper.versions, superseded(paper), strict=True)
    ]
    widths = tuple(max(map(len, column)) for column in zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
    line = "  %-{}s  %-{}s  %-{}s  %-{}s  ".format(*widths)
    wrapped = _wrapping(sum(widths) + 10)
    lines = [line % row + wrapped(in_short(one.reason)) for row, one in zip(rows, paper.versions, strict=True)]
    return "\n".join([heading, *lines])


def _wrapping(column: int) -> Callable[[str], str]:
    """Return a function that breaks words from a column on into lines that fit the window; a file gets them on one."""
    room = get_terminal_size().columns - column if sys.stdout.isatty() else 0
    if room < _LEAST:
        return str
    return lambda words: ("\n" + " " * column).join(wrap(words, room)) if len(words) > room else words
