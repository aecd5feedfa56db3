"""`restore`: a version copied out of the archive."""

from __future__ import annotations

from pathlib import Path

import click

from pcp_reports.archive.handing_out.restoring import restore
from pcp_reports.archive.handing_out.unproved import unproved
from pcp_reports.cli.archived import paper_in, say_anew, say_left, version_in
from pcp_reports.cli.common import from_here, with_workspace
from pcp_reports.cli.places import NamedPlace
from pcp_reports.cli.report import refused, shown
from pcp_reports.findings import Finding
from pcp_reports.words import counted

EPILOG = """\b
Examples:
  pcp-reports restore 2023-10-03 v2 --to "October as published"
  pcp-reports restore 2023-10-03 v1 --to ~/Desktop/2023-10-03-v1

The folder is the only thing printed on the standard output.
"""


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("version", metavar="VERSION")
@click.option(
    "--to",
    "target",
    required=True,
    type=NamedPlace(),
    metavar="DIR",
    help="The folder to copy to; it must not exist yet, or be empty.",
)
@with_workspace
def command(root: Path, paper: str, version: str, target: Path) -> None:
    """Copy every file of a version of the paper PAPER out of the archive: the Word paper and all it was made from.

    PAPER is the name of a folder in entries/, VERSION one that “versions” lists, such as v2. Each file is held to what
    was archived; if one of them was changed, nothing is copied. A Word file that SharePoint packed anew is copied as it
    stands there, and that is said: its words, looks, numbers and pictures are those that were archived.
    """
    chosen = version_in(paper_in(root, paper), version)
    done = restore(chosen, target, root, here=Path.cwd())
    if isinstance(done, Finding):
        raise click.exceptions.Exit(refused(done))
    for true, made in done.renamed.items():
        click.echo(f"{shown(true)} cannot bear that name here; it is {shown(made)}", err=True)
    say_anew(chosen, done.anew, handed_out=True)
    say_left(done.left)
    if edited := unproved(chosen):
        click.echo(edited, err=True)
    click.echo(f"Copied: {chosen.name} ({chosen.block.status}), {counted(len(chosen.paths), 'file')}.", err=True)
    click.echo(from_here(done.folder))
