"""`export`: a version handed over as a BagIt bag."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pcp_reports.archive.handing_out.unproved import unproved
from pcp_reports.cli.archived import paper_in, say_anew, say_left, version_in
from pcp_reports.cli.common import Working, from_here, with_workspace
from pcp_reports.cli.places import NamedPlace
from pcp_reports.cli.report import refused
from pcp_reports.findings import Finding

EPILOG = """\b
Examples:
  pcp-reports export 2023-10-03 v2 --bagit "D:/For the county archive/2023-10-03 v2"
  pcp-reports export 2023-10-03 v3 --bagit ../handed-over

The folder is the only thing printed on the standard output.
"""


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("version", metavar="VERSION")
@click.option(
    "--bagit",
    "target",
    required=True,
    type=NamedPlace(),
    metavar="DIR",
    help="The folder to make the bag in; it must not exist yet, or be empty.",
)
@with_workspace
def command(root: Path, paper: str, version: str, target: Path) -> None:
    """Hand a version of the paper PAPER over as a BagIt bag, a folder that archives and libraries take in.

    The bag holds the version's files, and what proves them: the lists of the archive and the ledger's record. It is
    validated before it is put in its place, every file against the archive's own check sums. Where SharePoint packed a
    Word file anew, its parts are held to theirs, and a note in the bag says so, and how to check it.
    """
    from pcp_reports.archive.handing_out.bagging import export  # noqa: PLC0415 - the other commands do without

    stored = paper_in(root, paper)
    chosen = version_in(stored, version)
    today = datetime.now().astimezone().date().isoformat()
    with Working("Bagging"):
        done = export(stored, chosen, target, root, today, here=Path.cwd())
    if isinstance(done, Finding):
        raise click.exceptions.Exit(refused(done))
    say_anew(chosen, done.anew, handed_out=True)
    say_left(done.left)
    if edited := unproved(chosen):
        click.echo(edited, err=True)
    click.echo(f"Handed over: {chosen.name} ({chosen.block.status}), a BagIt bag, validated.", err=True)
    click.echo(from_here(done.folder))
