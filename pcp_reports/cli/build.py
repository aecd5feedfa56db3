"""`build`: the Word paper, proved."""

from __future__ import annotations

from pathlib import Path

import click

from pcp_reports.building import draft_can_be_made, file_name, make
from pcp_reports.cli.common import Working, from_here, known_papers, read, with_workspace
from pcp_reports.cli.report import as_text, refused
from pcp_reports.findings import Finding, Severity
from pcp_reports.output import aimed, write
from pcp_reports.words import typed

EPILOG = """\b
Examples:
  pcp-reports build 2023-10-03
  pcp-reports build 2023-10-03 --draft
  pcp-reports build 2023-10-03 --output "S:/Panel/October update.docx"

The paper is written to output/PAPER/. Its path is the only thing printed on the standard output.
"""


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.option(
    "--draft", is_flag=True, help="Build in spite of errors: marked DRAFT on every page, the faults listed in front."
)
@click.option("--output", "asked", type=click.Path(path_type=Path), help="Where to write it, instead of output/PAPER/.")
@click.option("--replace", is_flag=True, help="Keep an edited Word file beside the new one, as “… edited 1.docx”.")
@click.option("--watch", is_flag=True, help="Build again whenever an entry or the template is saved; stop with Ctrl+C.")
@with_workspace
def command(root: Path, paper: str, asked: Path | None, *, draft: bool, replace: bool, watch: bool) -> None:
    """Make the Word paper PAPER, read it back, and prove that it says what the entries say.

    PAPER is the name of a folder in entries/. A Word file that was edited since it was built is never overwritten.
    """

    def once() -> int:
        return _build(root, paper, asked, draft=draft, replace=replace)

    if watch:
        from pcp_reports.cli.watching import watch_and_repeat  # noqa: PLC0415 - an extra

        watch_and_repeat(root, once)
    raise click.exceptions.Exit(once())


def _build(root: Path, paper: str, asked: Path | None, *, draft: bool, replace: bool) -> int:
    surveyed = read(root, keep=True)
    (name,) = known_papers(surveyed.register, (paper,))
    home = root / "output" / name
    target = aimed(home / file_name(surveyed, name, draft=draft), asked, root)
    if isinstance(target, Finding):
        return refused(target)
    with Working("Building") as working:
        made = make(surveyed, name, root, draft=draft, step=working.step)
    if made.findings:
        click.echo(as_text(made.findings, surveyed.register), err=True)
    if made.data is None:
        advice = f" On a deadline: pcp-reports build {typed(name)} --draft"
        helps = not draft and draft_can_be_made(surveyed, name, root)
        click.echo("\nNothing was built." + (advice if helps else ""), err=True)
        return 1
    written = write(made, target, home, root, replace=replace)
    if isinstance(written, Finding):
        return refused(written)
    if written.kept is not None:
        click.echo(f"The edited file is kept as {from_here(written.kept)}", err=True)
    if draft and any(one.severity is Severity.ERROR for one in made.findings):
        click.echo("A DRAFT was built in spite of errors. It is not for publication.", err=True)
    click.echo(from_here(written.path))
    return 0
