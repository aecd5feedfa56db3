"""The papers that a call names: files, folders of them, and patterns that the shell left as they were typed."""

from __future__ import annotations

import glob
from pathlib import Path

import click

from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, quoted

ENDINGS = (".docx", ".pdf", ".txt", ".md")
"""How the names of the papers in a folder end."""
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Named:
    """The papers named, each once, and by folder the names of what was passed over in it."""

    papers: tuple[Path, ...]
    passed_over: tuple[tuple[str, tuple[str, ...]], ...] = ()


def papers_named(typed: tuple[str, ...]) -> Named:
    """Return the papers that are named. Raises UsageError where a name leads to none."""
    papers: list[Path] = []
    passed_over: list[tuple[str, tuple[str, ...]]] = []
    for name in typed:
        path = Path(name)
        if path.is_dir():
            inside, others = _of_folder(path)
            papers += inside
            if others:
                passed_over.append((name, others))
        elif path.exists():
            papers.append(path)
        else:
            papers += _matching(name)
    return Named(tuple(dict.fromkeys(papers)), tuple(passed_over))


def _of_folder(folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    try:
        inside = sorted(path for path in folder.iterdir() if not _is_unseen(path) and path.is_file())
    except OSError as error:
        raise click.UsageError(f"The folder {folder} cannot be opened ({error.strerror}).") from error
    papers = [path for path in inside if path.suffix.casefold() in ENDINGS]
    if not papers:
        raise click.UsageError(f"The folder {folder} holds no paper: no file in it ends in {', '.join(ENDINGS)}.")
    others = [path.name for path in inside if path not in papers]
    more = [f"and {len(others) - _MOST_NAMED:,} more"] if len(others) > _MOST_NAMED else []
    return papers, (*others[:_MOST_NAMED], *more)


def _is_unseen(path: Path) -> bool:
    """Return whether a file is one that a program or the system keeps: Word's lock on an open file, a hidden one."""
    return path.name.startswith((".", "~$")) or path.name.casefold() in ("desktop.ini", "thumbs.db")


def _matching(name: str) -> list[Path]:
    """Return the files that a pattern such as ``*.docx`` matches; some shells leave that to the program."""
    if any(sign in name for sign in "*?["):
        found = sorted(Path(match) for match in glob.glob(name))  # noqa: PTH207 - a pattern with folders, as it was typed
        papers = [path for path in found if path.is_file() and not _is_unseen(path)]
        if papers:
            return papers
        raise click.UsageError(f"No file is named like {quoted(name)}.")
    raise click.UsageError(f"There is no file {quoted(name)}.{_perhaps(Path(name))}")


def _perhaps(path: Path) -> str:
    try:
        beside = [one.name for one in path.parent.iterdir() if not _is_unseen(one)]
    except OSError:
        return ""
    meant = did_you_mean(path.name, beside)
    return f" Did you mean {quoted(meant)}?" if meant else ""
