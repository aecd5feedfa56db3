"""`init`: a workspace with a worked example."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pcp_reports.model.schema import schema_text
from pcp_reports.starter import starter_folder
from pcp_reports.words import counted
from pcp_reports.workspace import ENTRIES, SCHEMA, TEMPLATES

EPILOG = """\b
Examples:
  pcp-reports init
  pcp-reports init "S:/Panel papers"

Then: pcp-reports check, and pcp-reports build 2023-10-03
"""

_OFFICE = """\
# yaml-language-server: $schema={schema}
# The office: take the # away from a line to use it.
kind: office
name: "[The office's full name]"
commissioner: Police and Crime Commissioner
force: "[The police force]"
panel: Police and Crime Panel
language: en_GB    # or cy_GB
clear_days: 5      # clear working days before the meeting by which the papers are public
people:
  "[Name of the contact]":
    telephone: "[Telephone number]"
    email: name@example.gov.uk
  "[Name of the signatory]":
    role: Chief Executive
# plan:
#   name: Police and Crime Plan
#   priorities:
#     - …
# funds:
#   Name of the fund:
#     strands:
#       Name of the strand:
# standing:
#   name-of-the-paragraph: |
#     A paragraph that stands in every paper.
"""


@click.command(epilog=EPILOG)
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--empty", is_flag=True, help="Without the worked example: an office file to fill in, and the templates.")
def command(folder: Path | None, *, empty: bool) -> None:
    """Make a workspace in this folder, or in FOLDER: entries/, templates/ and output/, with a worked example to copy from.

    Nothing that is there already is overwritten.
    """
    root = folder or Path.cwd()
    if (root / ENTRIES).is_dir() and any((root / ENTRIES).iterdir()):
        raise click.UsageError(f"{root / ENTRIES} holds entries already; nothing was changed.")
    made: list[Path] = []
    try:
        for source, target in _files(root, empty=empty):
            if _create(target, source):
                made.append(target)
        (root / "output").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or root} cannot be written ({error.strerror}). {counted(len(made), 'file')} had been made."
        ) from error
    click.echo(f"A workspace stands in {root.resolve()}: {counted(len(made), 'file')} in entries/ and templates/.")
    if empty:
        click.echo("Fill in entries/office.yaml, then begin a paper: pcp-reports new meeting 2024-01-15")
    else:
        click.echo("Look around, then try: pcp-reports check, pcp-reports totals, pcp-reports build 2023-10-03")
        click.echo("The example keeps four figures as they were published, so that check has something to say of them.")
        click.echo("Your own next paper begins with: pcp-reports new meeting 2024-01-15")


def _files(root: Path, *, empty: bool) -> list[tuple[bytes, Path]]:
    """Return the starter's files as bytes with the places they go to."""
    starter = starter_folder()
    found: list[tuple[bytes, Path]] = []
    for name in (TEMPLATES,) if empty else (ENTRIES, TEMPLATES):
        for path in sorted((starter / name).rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")) and path.name != SCHEMA:
                found.append((path.read_bytes(), root / name / path.relative_to(starter / name)))  # noqa: PERF401 - three conditions in a comprehension are harder to read
    if empty:
        found.append((_OFFICE.format(schema=SCHEMA).encode(), root / ENTRIES / "office.yaml"))
    found.append((schema_text().encode(), root / ENTRIES / SCHEMA))
    return found


def _create(path: Path, data: bytes) -> bool:
    """Write a file that is not there yet; return whether it was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return False
    return True
