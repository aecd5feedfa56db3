"""`diff`: what changed from one archived version of a paper to another, and the page that corrects the older one."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from pcp_reports.archive.handing_out.unproved import unproved
from pcp_reports.archive.inventory import PUBLIC
from pcp_reports.cli.archived import paper_in, say_anew, version_in
from pcp_reports.cli.common import Working, from_here, with_workspace
from pcp_reports.cli.places import NamedPlace
from pcp_reports.cli.report import in_full, refused, shown
from pcp_reports.dates import moment_in_words
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.diff import Comparison
    from pcp_reports.archive.objects import StoredPaper, StoredVersion

EPILOG = """\b
Examples:
  pcp-reports diff 2023-10-03 v1 v2
  pcp-reports diff 2023-10-03 v1 v2 --erratum
  pcp-reports diff 2023-10-03 v1 v2 --erratum --output "Correction to the October paper.docx"

First what changed by meaning, entry by entry; then the words of the two papers, side by side.
With --erratum the corrections are written as a Word page instead, to output/PAPER/.
"""

_WIDTH = 100
_WIDEST = 160


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("older", metavar="V1")
@click.argument("newer", metavar="V2")
@click.option("--erratum", "correct", is_flag=True, help="Write the page that corrects V1, as a Word file.")
@click.option(
    "--output",
    "asked",
    type=NamedPlace(),
    help="Where to write that page, instead of output/PAPER/.",
)
@with_workspace
def command(root: Path, paper: str, older: str, newer: str, *, correct: bool, asked: Path | None) -> None:
    """Say what changed in the paper PAPER from the version V1 to V2, as in v1 v2.

    The versions are read from the archive alone; the entries in the workspace may have gone on since.
    """
    if asked is not None and not correct:
        raise click.UsageError(
            f"--output is for the page of corrections: add --erratum, or put “> {asked}” behind the command."
        )
    kept = paper_in(root, paper)
    old, new = version_in(kept, older), version_in(kept, newer)
    if correct and old.number == new.number:
        raise click.UsageError(
            f"{old.name} was named twice."
            " Name the version that is to be corrected, and behind it the one that corrects it."
        )
    if correct and old.number > new.number:
        raise click.UsageError(f"Name the version that is to be corrected first: {new.name} {old.name}.")
    aim = _aim(root, kept, old, new, asked) if correct else None
    if isinstance(aim, Finding):
        raise click.exceptions.Exit(refused(aim))
    from pcp_reports.archive.diff import compare  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.archive.diff.proved_files import as_archived, proved_files  # noqa: PLC0415 - as above

    held = [proved_files(kept, version) for version in (old, new)]
    damage = [finding for found in held if isinstance(found, list) for finding in found]
    if damage:
        for finding in damage:
            refused(finding)
        click.echo("Nothing is compared with a damaged version.", err=True)
        raise click.exceptions.Exit(1)
    before, after = (found for found in held if not isinstance(found, list))
    for version, files in {old.number: (old, before), new.number: (new, after)}.values():
        say_anew(version, {path: one.anew for path, one in files.items() if one.anew})
    try:
        with Working("Comparing"):
            made = compare(*as_archived((old, before), (new, after)))
    except OSError as error:
        message = f"The versions cannot be compared: the temporary folder cannot be written ({error.strerror})."
        raise click.exceptions.Exit(refused(Finding("A404", message, Place(kept.shown), _FULL))) from error
    code = _write(root, aim, old, new, made) if aim is not None else _tell(kept, old, new, made)
    raise click.exceptions.Exit(code)


_FULL = "Look whether the drive of this computer is full."


def _tell(kept: StoredPaper, old: StoredVersion, new: StoredVersion, made: Comparison) -> int:
    """Print what changed; return the exit code."""
    from pcp_reports.cli.side_by_side import side_by_side  # noqa: PLC0415 - Word is slow to load

    names = old.name, new.name
    title = click.style(f"{shown(kept.paper)}: {names[0]} → {names[1]}", bold=True)
    edited = [f"  {said}" for _, said in _unproved(old, new)]
    parts = ["\n".join([title, *map(_of, (old, new)), *edited])]
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
    block = version.block
    by = f", by {shown(block.user)}" if block.user else ""
    kept = f"{shown(block.status) or 'kept'} on {shown(moment_in_words(block.created))}"
    return f"  {version.name}: {kept}{by}: {in_full(block.reason)}"


def _unproved(old: StoredVersion, new: StoredVersion) -> list[tuple[StoredVersion, str]]:
    """Return those of two versions that were edited in Word, each with the sentence that says so, once."""
    versions = {one.number: one for one in (old, new)}.values()
    return [(one, said) for one in versions if (said := unproved(one))]


def _aim(
    root: Path, kept: StoredPaper, old: StoredVersion, new: StoredVersion, asked: Path | None
) -> tuple[Path, Path] | Finding:
    """Return where the page of corrections goes, and the folder of the paper's files; or why it cannot go where it should."""
    from pcp_reports.archive.layout import safe_name  # noqa: PLC0415 - with the rest
    from pcp_reports.output import aimed  # noqa: PLC0415 - as above

    home = root / "output" / safe_name(kept.paper)
    target = aimed(home / safe_name(f"{kept.paper} erratum {old.name} to {new.name}.docx"), asked, root)
    return target if isinstance(target, Finding) else (target, home)


def _write(root: Path, aim: tuple[Path, Path], old: StoredVersion, new: StoredVersion, made: Comparison) -> int:
    """Write the page of corrections and print its path; return the exit code."""
    from pcp_reports.archive.diff.erratum import erratum  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.archive.diff.page import erratum_page  # noqa: PLC0415 - as above
    from pcp_reports.output import write_sheet  # noqa: PLC0415 - as above
    from pcp_reports.word.erratum_sheet import erratum_sheet  # noqa: PLC0415 - as above

    if made.words is None:
        return max([1, *map(refused, made.findings)])
    found = erratum(made.words, made.corrected.locale)
    if not found.corrections:
        said = f"The words of the paper are the same in {old.name} and {new.name}: there is nothing to correct."
        click.echo(said, err=True)
        return 0
    for version in (old, new):
        if version.block.status not in PUBLIC:
            status = version.block.status or "without a status"
            click.echo(f"{version.name} was kept as {status}; the public has not seen it.", err=True)
    edited = _unproved(old, new)
    for _, said in edited:
        click.echo(said, err=True)
    page = erratum_page(found, made.corrected, old, new, [version for version, _ in edited])
    written = write_sheet(erratum_sheet(page), *aim, root)
    if isinstance(written, Finding):
        return refused(written)
    for one in found.corrections:
        click.echo("\n".join(map(in_full, (one.text, *(f"    {line.text}" for line in one.lines)))), err=True)
    click.echo(from_here(written.path))
    return 0
