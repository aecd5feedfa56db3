"""The papers that a call names: files, folders of them, and patterns that the shell left as they were typed."""

from __future__ import annotations

import glob
from pathlib import Path

import click

from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed, quoted, shortened

ENDINGS = (".docx", ".pdf", ".txt", ".md")
"""How the names of the papers in a folder end."""
_MOST_NAMED = 12
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Named:
    """The papers named, each once, and by folder the names of what was passed over in it."""

    papers: tuple[Path, ...]
    passed_over: tuple[tuple[str, tuple[str, ...]], ...] = ()


def papers_named(typed: tuple[str, ...]) -> Named:
    """Return the papers that are named. Raises UsageError for the names that lead to none, all of them at once."""
    papers: list[Path] = []
    passed_over: list[tuple[str, tuple[str, ...]]] = []
    wrong: list[str] = []
    for name in typed:
        try:
            inside, others = _named(name)
        except _NoPaperError as error:
            wrong.append(str(error))
            continue
        papers += inside
        if others:
            passed_over.append((name, others))
    if wrong:
        raise click.UsageError("\n".join(dict.fromkeys(wrong)))
    once = {_itself(path): path for path in reversed(papers)}
    return Named(tuple(path for path in dict.fromkeys(papers) if once[_itself(path)] is path), tuple(passed_over))


class _NoPaperError(Exception):
    """Says why a name leads to no paper."""


def _named(name: str) -> tuple[list[Path], tuple[str, ...]]:
    """Return the papers that one name means, and what was passed over."""
    path = Path(name)
    if not name.strip():
        raise _NoPaperError("One of the names is empty. Type the name of a paper, or of a folder of papers.")
    try:
        if path.is_dir():
            return _of_folder(path)
        if path.exists():
            return [path], ()
    except (OSError, ValueError) as error:
        raise _NoPaperError(f"{quoted(shortened(name, _LONGEST_NAME))} cannot be opened ({_reason(error)}).") from error
    return _matching(name), ()


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "no file has such a name"


def _itself(path: Path) -> Path:
    """Return where a file really is, so that one named in two ways is known."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return path


def _of_folder(folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    try:
        beside = sorted(path for path in folder.iterdir() if not _is_unseen(path))
        inside = [path for path in beside if path.is_file()]
        folders = [path.name for path in beside if path.is_dir()]
    except OSError as error:
        raise _NoPaperError(f"The folder {folder} cannot be opened ({_reason(error)}).") from error
    papers = [path for path in inside if path.suffix.casefold() in ENDINGS]
    others = [path.name for path in inside if path.suffix.casefold() not in ENDINGS]
    if not papers:
        message = f"The folder {folder} holds no paper: no file in it ends in {', '.join(ENDINGS)}."
        if others:
            message += f" It holds {listed(list(_some(others)))}."
        if folders:
            message += f" Folders inside it are not looked through; name one of them: {listed(list(_some(folders)))}."
        raise _NoPaperError(message)
    return papers, _some(others)


def _some(names: list[str]) -> tuple[str, ...]:
    """Return the first of some names, and how many more there are."""
    more = [f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED else []
    return (*names[:_MOST_NAMED], *more)


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
        raise _NoPaperError(f"No file is named like {quoted(name)}.")
    if Path(name).is_symlink():
        raise _NoPaperError(f"{quoted(name)} is a link to a file that is not there.")
    raise _NoPaperError(f"There is no file {quoted(name)}.{_perhaps(Path(name))}")


def _perhaps(path: Path) -> str:
    try:
        beside = [one.name for one in path.parent.iterdir() if not _is_unseen(one)]
    except OSError:
        return ""
    meant = did_you_mean(path.name, beside)
    return f" Did you mean {quoted(meant)}?" if meant else ""
