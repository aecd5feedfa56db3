"""What the commands share: finding the workspace, the papers named, and the sign of life for what takes long."""

from __future__ import annotations

import sys
import time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from pcp_reports.placing import survey
from pcp_reports.words import did_you_mean, listed, quoted
from pcp_reports.workspace import find_workspace, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Register

_PASSED_OVER = ("P141", "P143", "P144")
"""What keeps a paper's folder, or its paper.yaml, from being read."""

MOST_PAPERS = 12
"""How many papers are named to somebody who named one that does not exist."""


def with_workspace(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option -C/--workspace, and its function the folder found as ``root``."""

    @click.option(
        "-C",
        "--workspace",
        type=click.Path(path_type=Path),
        help="The folder that holds entries/; default: this one or the nearest above.",
    )
    @click.pass_context
    @wraps(function)
    def wrapped(context: click.Context, /, workspace: Path | None, **arguments: Any) -> Any:  # noqa: ANN401 - click passes what it parsed
        return function(root=root_of(workspace or context.obj), **arguments)

    return wrapped


def root_of(named: Path | None) -> Path:
    """Return the workspace: the folder named, or this one, or the nearest above that holds entries/."""
    if named is not None:
        if (named / "entries").is_dir():
            return named
        raise click.UsageError(f"{named} holds no folder “entries”, so it is not a workspace.")
    found = find_workspace(Path.cwd())
    if found is None:
        raise click.UsageError(
            "No workspace: neither this folder nor one above it holds a folder “entries”.\n"
            "Go to your workspace, name it with -C, or make one here with: pcp-reports init"
        )
    return found


def read(root: Path, *, keep: bool = False) -> Survey:
    """Return the workspace read and surveyed, with a sign of life when it takes long; ``keep`` as for `load`."""
    with Working("Reading the entries") as working:
        register = load(root, working.step, keep=keep)
        return survey(register)


def paper_named(typed: str) -> str:
    """Return the name of a paper as it was typed: a path that a shell completed, or blanks at its ends, do no harm."""
    return typed.strip().rstrip("/\\").rpartition("/")[2].rpartition("\\")[2].strip()


def known_papers(register: Register, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the papers named, each once. Raises UsageError for one that does not exist, with what was perhaps meant."""
    cleaned = tuple(dict.fromkeys(map(paper_named, names)))
    for name in cleaned:
        if name not in register.papers:
            meant = did_you_mean(name, list(register.papers))
            there = _papers(list(register.papers))
            passed = next(
                (one for one in register.findings if one.code in _PASSED_OVER and name in one.place.path.split("/")),
                None,
            )
            said = f" {passed.message} {passed.hint}" if passed is not None else ""
            said = said or (f" Did you mean {quoted(meant)}?" if meant else f" {there}")
            raise click.UsageError(f"There is no paper named {quoted(name)}.{said}")
    return cleaned


def _papers(names: list[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004 - none, or one alone
        return f"The only paper is {names[0]}." if names else "There are no papers yet."
    if len(names) > MOST_PAPERS:
        return f"The latest papers are {listed(sorted(names)[-MOST_PAPERS:])}."
    return f"The papers are {listed(names)}."


def from_here(path: Path) -> str:
    """Return a path as short as it can be said from this folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path.resolve())


class Working:
    """A line on the error stream that says what is being done, shown only on a terminal and only after a second."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.began = time.monotonic()
        self.shown = 0.0
        self.count = 0

    def step(self) -> None:
        """Count one file or paragraph done."""
        self.count += 1
        now = time.monotonic()
        if now - self.began > 1 and now - self.shown > 0.1 and sys.stderr.isatty():  # noqa: PLR2004 - a second, then ten times a second
            self.shown = now
            sys.stderr.write(f"\r{self.what}: {self.count:,} …\x1b[K")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
