"""`export`: the ledger as CSV, Excel or 360Giving; or a version handed over as a BagIt bag."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pcp_reports.cli.archived import paper_in, say_anew, say_left, version_in
from pcp_reports.cli.common import Working, from_here, with_workspace
from pcp_reports.cli.places import NamedPlace
from pcp_reports.cli.report import refused
from pcp_reports.findings import Finding

EPILOG = """\b
Examples:
  pcp-reports export --ledger grants.xlsx
  pcp-reports export --ledger grants.csv --year 2023/24
  pcp-reports export --ledger grants.json
  pcp-reports export 2023-10-03 --ledger october.xlsx
  pcp-reports export 2023-10-03 v3 --bagit ../handed-over

grants.json is 360Giving, the open format for grants. The file or folder is the
only thing printed on the standard output.
"""


@click.command(epilog=EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER [VERSION]]...")
@click.option(
    "--ledger",
    "ledger",
    type=NamedPlace(),
    metavar="FILE",
    help="Write the grants to this file: .csv, .xlsx (Excel) or .json (360Giving).",
)
@click.option("--year", metavar="2023/24", help="With --ledger: only this financial year (1 April to 31 March).")
@click.option(
    "--bagit",
    "bag",
    type=NamedPlace(),
    metavar="DIR",
    help="Hand PAPER VERSION over as a bag in this folder, which must not exist yet, or be empty.",
)
@with_workspace
def command(root: Path, papers: tuple[str, ...], ledger: Path | None, year: str | None, bag: Path | None) -> None:
    """Write the grants as a table or as 360Giving, or hand an archived version over as a BagIt bag.

    With --ledger: a line a grant, exempt ones never. With PAPERs named, the grants of their rounds; else all.

    With --bagit: a version's files and what proves them, the lists of the archive and the ledger's record, validated
    against the archive's own check sums. Where SharePoint packed a Word file anew, its parts are held to theirs, and a
    note in the bag says so, and how to check it.
    """
    if (ledger is None) == (bag is None):
        many = "Only one of --ledger and --bagit can be done at a time."
        none = (
            "Say what to export:\n  the grants            pcp-reports export --ledger grants.xlsx\n"
            "  an archived version   pcp-reports export PAPER VERSION --bagit DIR"
        )
        raise click.UsageError(none if bag is None else many)
    if ledger is not None:
        from pcp_reports.cli.export_ledger import export_ledger  # noqa: PLC0415 - the bag does without

        raise click.exceptions.Exit(export_ledger(root, papers, ledger, year))
    if len(papers) != 2:  # noqa: PLR2004 - a paper and its version
        raise click.UsageError("--bagit needs a paper and a version: pcp-reports export 2023-10-03 v2 --bagit DIR")
    if year is not None:
        raise click.UsageError("--year is for --ledger: an archived version is handed over whole.")
    if bag is not None:
        _bag(root, papers[0], papers[1], bag)


def _bag(root: Path, paper: str, version: str, target: Path) -> None:
    """Hand a version over and print the bag's folder."""
    from pcp_reports.archive.handing_out.bagging import export  # noqa: PLC0415 - the other commands do without
    from pcp_reports.archive.handing_out.unproved import unproved  # noqa: PLC0415 - as above

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
