"""The places that officers name to have something written there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import os


class NamedPlace(click.Path):
    """The name of a folder or file; an empty one is a slip, and not the folder that one is in."""

    def __init__(self) -> None:
        """Take any name; whether something may be written there is told by those who write."""
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path. Raises UsageError for an empty name."""
        if not str(value).strip():
            option = param.opts[0] if param is not None else "this option"
            raise click.UsageError(f"The name behind {option} is empty. Type the name of a folder or a file there.")
        return super().convert(value, param, ctx)
