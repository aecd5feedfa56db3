"""The papers and versions of the archive as they are named on a command line, whether or not their entries still stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.archive.folders import all_stored
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.archive.vouched import doubt, vouched
from pcp_reports.cli.common import MOST_PAPERS, paper_named
from pcp_reports.cli.report import refused, shown
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, did_you_mean, listed, quoted, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pcp_reports.archive.objects import StoredVersion

MOST_VERSIONS = 12
"""How many versions are named to somebody who named one that does not exist."""


def paper_in(root: Path, name: str) -> StoredPaper:
    """Return the paper of that name in the archive of the workspace ``root``.

    Raises UsageError for one that was never archived, with what was perhaps meant; and Exit, once the reason is said,
    for one whose inventory cannot be used.
    """
    cleaned = paper_named(name)
    found = vouched(root, cleaned)
    if isinstance(found, Finding):
        raise click.exceptions.Exit(refused(found))
    if found is None:
        missing = _missing(root, cleaned)
        if missing is not None:
            raise click.exceptions.Exit(refused(missing))
        if is_version(cleaned):
            raise click.UsageError(
                f"{quoted(cleaned)} is no paper. The paper comes first, and then the version: 2023-10-03 v2"
            )
        raise click.UsageError(f"No version of {quoted(cleaned)} was ever archived. {_papers(root, cleaned)}")
    return found


def is_version(words: str) -> bool:
    """Return whether words look like a version's number, ``v2``."""
    return words[:1] in ("v", "V") and words[1:].strip().isdecimal()


def version_in(paper: StoredPaper, words: str) -> StoredVersion:
    """Return the version that ``v2`` or ``2`` names, for which the ledger vouches; where it is silent, that is said.

    Raises UsageError for one that does not exist, with those that do; and Exit, once the reason is said, for one that
    the ledger shows not to be what was archived.
    """
    found = paper.named(words)
    if found is None:
        raise click.UsageError(f"There is no version {quoted(words)} of {quoted(paper.paper)}. {_versions(paper)}")
    doubted = doubt(paper.folder.parents[3], paper, found)
    if doubted is not None and doubted.disproved:
        message = f"{found.name} of {paper.paper} is not what was archived: {doubted.why}."
        hint = "Bring the paper's folder back from a copy of the shared drive. “pcp-reports verify” says what is wrong."
        raise click.exceptions.Exit(refused(Finding("A506", message, Place(f"{paper.shown}/{found.name}"), hint)))
    if doubted is not None:
        click.echo(
            f"Nothing proves that {found.name} of {shown(paper.paper)} is what was archived: {doubted.why}. "
            "“pcp-reports verify” says more.",
            err=True,
        )
    return found


def say_left(left: Iterable[Path]) -> None:
    """Say on the error stream which folders attempts left that were cut off."""
    for folder in left:
        click.echo(
            f"“{shown(folder.name)}” was left by an attempt that was cut off. Unless another is still running, delete it.",
            err=True,
        )


def say_nothing_there(root: Path) -> int:
    """Say that nothing was archived yet, or that the archive is gone if the ledger knows better; return the exit code."""
    gone = _missing(root)
    if gone is not None:
        return refused(gone)
    click.echo("Nothing has been archived yet. “pcp-reports archive --help” says how.")
    return 0


def _missing(root: Path, paper: str | None = None) -> Finding | None:
    """Return that the archive, or one paper's folder in it, is not there although the ledger has versions of it."""
    from pcp_reports.archive.layout import ARCHIVE, OUTPUT  # noqa: PLC0415 - only where nothing was found
    from pcp_reports.archive.ledger.events import read_ledger  # noqa: PLC0415 - as above

    ledger = read_ledger(root)
    events = ledger.events if paper is None else ledger.of(paper)
    if not events:
        return None
    there = next(iter(all_stored(root)), None) is not None
    code, what = ("A315", f"The folder of {paper}") if there else ("A317", f"The archive ({OUTPUT}/{ARCHIVE})")
    message = f"{what} is not there, and the ledger has {counted(len(events), 'version')} in it."
    hint = "Bring it back from a copy of the shared drive; “pcp-reports verify” says what else is missing."
    return Finding(code, message, Place(f"{OUTPUT}/{ARCHIVE}"), hint)


def say_anew(version: StoredVersion, anew: Mapping[str, str], *, handed_out: bool = False) -> None:
    """Say on the error stream which Word files of a version a drive packed anew, each with a clause on what it wrote.

    Where they are ``handed_out`` it is said as well where the very files may be had.
    """
    for name, said in anew.items():
        click.echo(
            f"{version.name}: {shown(quoted(name))} was packed anew by SharePoint, or by another drive: {shown(said)}."
            " Its bytes are not those that were archived; every part that holds words, looks, numbers or pictures is the"
            " one that was archived.",
            err=True,
        )
    if anew and handed_out:
        what = "file, take it" if len(anew) == 1 else "files, take them"
        click.echo(f"To have the very {what} from a copy of the archive that was never there.", err=True)


def _papers(root: Path, name: str) -> str:
    """Return what was perhaps meant by a name, or the papers there are."""
    every = list(all_stored(root))
    names = sorted(one.paper for one in every if isinstance(one, StoredPaper))
    meant = did_you_mean(name, names)
    if meant is not None:
        return f"Did you mean {quoted(meant)}?"
    if not names:
        unread = next((one for one in every if isinstance(one, Finding)), None)
        return (
            unread.message
            if unread is not None
            else f'Keep one first: pcp-reports archive {typed(name or "PAPER")} --status draft --reason "…"'
        )
    shown = [quoted(one) for one in names[-MOST_PAPERS:]]
    if len(names) == 1:
        return f"The only paper in the archive is {shown[0]}."
    return f"The {'latest ' if len(names) > MOST_PAPERS else ''}papers in the archive are {listed(shown)}."


def _versions(paper: StoredPaper) -> str:
    """Return the versions there are with their status, the latest of many."""
    rows = paper.versions
    shown = [f"{one.name} ({one.block.status})" if one.block.status else one.name for one in rows[-MOST_VERSIONS:]]
    if len(rows) == 1:
        return f"The only one is {shown[0]}."
    return f"The {'latest' if len(rows) > MOST_VERSIONS else 'versions'} are {listed(shown)}."
