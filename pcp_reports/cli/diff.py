"""`diff`: what changed from one archived version of a paper to another, and the page that corrects the older one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path  # noqa: TC003 - click's decorators look at it
from typing import TYPE_CHECKING

import click

from pcp_reports.archive.inventory import PUBLIC
from pcp_reports.archive.objects import DamagedError
from pcp_reports.cli.archived import paper_in, version_in
from pcp_reports.cli.common import Working, from_here, with_workspace
from pcp_reports.cli.report import in_full, refused, shown
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.archive.diff import Comparison
    from pcp_reports.archive.objects import StoredPaper, StoredVersion

EPILOG = """\b
Examples:
  pcp-reports diff 2023-10-03 v1 v2
  pcp-reports diff 2023-10-03 v1 v2 --erratum

First what changed by meaning, entry by entry; then the words of the two papers, side by side.
With --erratum the corrections are written as a Word page to output/PAPER/ instead.
"""

_WIDTH = 100
_WIDEST = 160


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("older", metavar="V1")
@click.argument("newer", metavar="V2")
@click.option("--erratum", "correct", is_flag=True, help="Write the page that corrects V1, as a Word file.")
@with_workspace
def command(root: Path, paper: str, older: str, newer: str, *, correct: bool) -> None:
    """Say what changed in the paper PAPER from the version V1 to V2, as in v1 v2.

    The versions are read from the archive alone; the entries in the workspace may have gone on since.
    """
    kept = paper_in(root, paper)
    old, new = version_in(kept, older), version_in(kept, newer)
    if correct and old.number > new.number:
        raise click.UsageError(f"Name the version that is to be corrected first: {new.name} {old.name}.")
    held = [_files(kept, version) for version in (old, new)]
    damage = [finding for found in held if isinstance(found, list) for finding in found]
    if damage:
        for finding in damage:
            refused(finding)
        click.echo("Nothing is compared with a damaged version.", err=True)
        raise click.exceptions.Exit(1)
    from pcp_reports.archive.diff import compare  # noqa: PLC0415 - Word is slow to load

    before, after = (found for found in held if not isinstance(found, list))
    try:
        with Working("Comparing"):
            made = compare(before, after)
    except OSError as error:
        message = f"The versions cannot be compared: the temporary folder cannot be written ({error.strerror})."
        raise click.exceptions.Exit(refused(Finding("A404", message, Place(kept.shown), _FULL))) from error
    code = _write(root, kept, old, new, made) if correct else _tell(kept, old, new, made)
    raise click.exceptions.Exit(code)


_FULL = "Look whether the drive of this computer is full."


def _files(kept: StoredPaper, version: StoredVersion) -> Mapping[str, bytes] | list[Finding]:
    """Return a version's files, each held to its digest; or a finding for each that is not what was archived (A401)."""
    files: dict[str, bytes] = {}
    damage = []
    for path in version.paths:
        try:
            files[path] = version.read(path)
        except DamagedError as error:
            place = Place(f"{kept.shown}/{version.paths[path]}")
            hint = f"“pcp-reports verify {kept.paper}” says all that is wrong; bring the file back from a copy of the drive."
            damage.append(Finding("A401", f"{version.name} is damaged: {error}.", place, hint))
    return damage or files


def _tell(kept: StoredPaper, old: StoredVersion, new: StoredVersion, made: Comparison) -> int:
    """Print what changed; return the exit code."""
    from pcp_reports.cli.side_by_side import side_by_side  # noqa: PLC0415 - Word is slow to load

    names = old.name, new.name
    parts = [
        "\n".join([click.style(f"{shown(kept.paper)}: {names[0]} → {names[1]}", bold=True), *map(_of, (old, new))])
    ]
    for group in made.groups:
        path = click.style(f" ({shown(group.path)})", dim=True) if group.path else ""
        lines = [f"  {in_full(change.text)}" for change in group.changes]
        parts.append("\n".join([click.style(shown(group.title), bold=True) + path, *lines]))
    if made.is_same:
        parts.append("Nothing changed.")
    elif made.words is not None and not made.words.changed:
        so = "" if made.words.identical else " Its looks or its properties differ."
        parts.append(f"The paper's words are the same in both.{so}")
    elif made.words is not None:
        width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST) if sys.stdout.isatty() else _WIDTH
        title = click.style(f"The paper's words: {names[0]} on the left, {names[1]} on the right", bold=True)
        parts += [title, side_by_side(made.words, names, width)]
    click.echo("\n\n".join(parts))
    return max([0, *map(refused, made.findings)])


def _of(version: StoredVersion) -> str:
    from pcp_reports.archive.diff.page import moment_of  # noqa: PLC0415 - with the rest

    block = version.block
    by = f" by {shown(block.user)}" if block.user else ""
    return f"  {version.name}: {shown(block.status) or 'kept'} on {shown(moment_of(block.created))}{by}: {in_full(block.reason)}"


def _write(root: Path, kept: StoredPaper, old: StoredVersion, new: StoredVersion, made: Comparison) -> int:
    """Write the page of corrections and print its path; return the exit code."""
    from pcp_reports.archive.diff.erratum import erratum  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.archive.diff.page import erratum_page  # noqa: PLC0415 - as above
    from pcp_reports.archive.layout import safe_name  # noqa: PLC0415 - with the rest
    from pcp_reports.output import write_sheet  # noqa: PLC0415 - as above
    from pcp_reports.word.erratum_sheet import erratum_sheet  # noqa: PLC0415 - as above

    if made.words is None:
        return max([1, *map(refused, made.findings)])
    found = erratum(made.words, made.corrected.locale)
    if not found.corrections:
        said = f"The words of the paper are the same in {old.name} and {new.name}: there is nothing to correct."
        click.echo(said, err=True)
        return 0
    if old.block.status not in PUBLIC:
        status = old.block.status or "without a status"
        click.echo(f"{old.name} was kept as {status}; the public has not seen it.", err=True)
    home = root / "output" / safe_name(kept.paper)
    target = home / safe_name(f"{kept.paper} erratum {old.name} to {new.name}.docx")
    written = write_sheet(erratum_sheet(erratum_page(found, made.corrected, old, new)), target, home, root)
    if isinstance(written, Finding):
        return refused(written)
    for one in found.corrections:
        click.echo("\n".join(map(in_full, (one.text, *(f"    {line.text}" for line in one.lines)))), err=True)
    click.echo(from_here(written.path))
    return 0
