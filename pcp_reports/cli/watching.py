"""`--watch`: do it again whenever an entry or a template is saved, whatever was typed."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click

from pcp_reports.cli.app import plainly

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def watch_and_repeat(root: Path, once: Callable[[], int]) -> NoReturn:
    """Run ``once``, and again after every save under entries/ or templates/, until Ctrl+C. Bad input never ends it."""
    try:
        from watchfiles import Change, DefaultFilter, watch  # noqa: PLC0415 - an extra
    except ImportError:
        raise click.UsageError("--watch needs one more package. Type: pip install watchfiles") from None

    class Saved(DefaultFilter):
        """Entries and templates; not Word's own lock files."""

        def __call__(self, change: Change, path: str) -> bool:  # noqa: ARG002 - the filter's signature
            name = path.replace("\\", "/").rpartition("/")[2]
            return not name.startswith(("~$", ".")) and name.endswith((".yaml", ".yml", ".docx"))

    folders = [folder for folder in (root / "entries", root / "templates") if folder.is_dir()]
    first = True
    # The watch is set before the first run, so that a save during it is answered too.
    saves = watch(
        *folders, watch_filter=Saved(), step=100, rust_timeout=250, yield_on_timeout=True, raise_interrupt=False
    )
    with suppress(KeyboardInterrupt):  # Ctrl+C is how it is meant to end
        for saved in saves:
            if first or saved:
                first = False
                _again(once)
    raise click.exceptions.Exit(0)


def _again(once: Callable[[], int]) -> None:
    click.echo(click.style(f"── {time.strftime('%H:%M:%S')} ──", dim=True), err=True)
    try:
        once()
    except click.ClickException as wrong:
        click.echo(plainly(wrong), err=True)
    except click.exceptions.Exit:
        pass
    click.echo(click.style("Waiting for the next save; Ctrl+C stops.", dim=True), err=True)
