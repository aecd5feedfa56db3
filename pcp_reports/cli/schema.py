"""`schema`: the JSON Schema that editors use."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.common import root_of
from pcp_reports.editing import replace_file
from pcp_reports.model.schema import schema_text
from pcp_reports.workspace import ENTRIES, SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

EPILOG = f"""\b
Examples:
  pcp-reports schema --write
  pcp-reports schema > my-copy.json

Editors that know YAML (VS Code with the YAML extension, for one) then offer the keys as you type. Files made by “new”
name {ENTRIES}/{SCHEMA} in their first line.
"""


@click.command(epilog=EPILOG)
@click.option("--write", is_flag=True, help=f"Write it into the workspace, as {ENTRIES}/{SCHEMA}.")
@click.option(
    "-C",
    "--workspace",
    type=click.Path(),
    help="The folder that holds entries/; default: this one or the nearest above.",
)
@click.pass_context
def command(context: click.Context, *, write: bool, workspace: str | None) -> None:
    """Print the JSON Schema of the entry language, or write it into the workspace."""
    from pathlib import Path  # noqa: PLC0415 - only for what was typed

    if not write:
        sys.stdout.write(schema_text())
        return
    root: Path = root_of(Path(workspace) if workspace else context.obj)
    path = root / ENTRIES / SCHEMA
    try:
        replace_file(path, schema_text().encode())
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written ({error.strerror}).") from error
    click.echo(path)
