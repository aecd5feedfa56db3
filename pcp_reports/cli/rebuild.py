"""`rebuild`: a version's paper made again from its own entries, and compared with the one in the archive."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.archived import paper_in, say_anew, version_in
from pcp_reports.cli.common import Working, from_here, with_workspace
from pcp_reports.cli.places import NamedPlace
from pcp_reports.cli.report import in_full, in_short, refused, shown
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.archive.handing_out.likeness import Parting
    from pcp_reports.archive.handing_out.rebuilding import Rebuilt
    from pcp_reports.archive.objects import StoredVersion

EPILOG = """\b
Examples:
  pcp-reports rebuild 2023-10-03 v2
  pcp-reports rebuild 2023-10-03 v2 --to "October, built again.docx"

Exit code 0: identical, or the same content packed another way; 1: not the same, or it cannot be built again.
"""
MOST_PARAGRAPHS = 10
"""How many of the paragraphs that differ are shown."""


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("version", metavar="VERSION")
@click.option("--to", "target", type=NamedPlace(), metavar="FILE", help="Keep the paper built again here.")
@with_workspace
def command(root: Path, paper: str, version: str, target: Path | None) -> None:
    """Build a version of the paper PAPER again from the entries and the template kept with it, and compare.

    Says “identical”, “same content, other compression”, or what differs: the tool and the programs that it uses, and
    the words of the paper. Nothing in the archive or among the entries is touched.
    """
    from pcp_reports.archive.handing_out.rebuilding import Rebuilt, rebuild  # noqa: PLC0415 - as above
    from pcp_reports.archive.keeping.contents import environment  # noqa: PLC0415 - Word is slow to load

    chosen = version_in(paper_in(root, paper), version)
    barred = _barred(target, root) if target is not None else None
    if barred is not None:
        raise click.exceptions.Exit(refused(barred))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="pcp-reports-", ignore_cleanup_errors=True) as scratch,
            Working("Building") as working,
        ):
            done = rebuild(chosen, Path(scratch), environment(), working.step)
    except OSError as error:
        raise click.exceptions.Exit(refused(_no_room(error))) from None
    if not isinstance(done, Rebuilt):
        for finding in done[1:]:
            click.echo(f"{in_full(finding.message)} ({finding.code}, {shown(str(finding.place))})", err=True)
        raise click.exceptions.Exit(refused(done[0]))
    say_anew(chosen, done.anew)
    if target is not None:
        failed = _write(done.data, target)
        if failed is not None:
            raise click.exceptions.Exit(refused(failed))
        click.echo(f"The paper built again is {from_here(target)}", err=True)
    click.echo("\n".join(_told(chosen, done)))
    raise click.exceptions.Exit(_code(done))


def _no_room(error: OSError) -> Finding:
    return Finding(
        "A503",
        f"The paper cannot be built again: nothing can be written to this computer's temporary folder ({error.strerror}).",
        Place(tempfile.gettempdir()),
        "Look whether the drive is full or protected.",
    )


def _code(done: Rebuilt) -> int:
    from pcp_reports.archive.handing_out.likeness import Same  # noqa: PLC0415 - loaded by now

    return int(done.likeness.same is Same.NOTHING)


def _told(version: StoredVersion, done: Rebuilt) -> Iterator[str]:
    """Yield the lines that say what came of it, the verdict first."""
    from pcp_reports.archive.handing_out.likeness import Same  # noqa: PLC0415 - loaded by now
    from pcp_reports.archive.handing_out.rebuilding import in_words  # noqa: PLC0415 - as above

    like = done.likeness
    name = f"{shown(done.record.paper)} {version.name}"
    if like.same is not Same.NOTHING:
        yield f"{name}: {like.same.value}." + (f" In the archived one, {in_full(like.said)}." if like.said else "")
        if like.same is Same.BYTES and done.record.document in done.anew:
            yield "It is the very file that was archived, by its SHA-512; the one in the archive was packed anew since."
        if not done.record.as_built:
            yield "It is recorded as edited in Word after it was built; nothing of that is to be seen."
        return
    yield f"{name}: not the same; {in_full(like.said)}."
    if not done.record.as_built:
        yield "The archived paper was edited in Word after it was built, and was kept as edited (version.json says so)."
    if done.environment:
        yield "What it is made with has changed:"
        yield from (f"  {shown(in_words(one))}" for one in done.environment)
    else:
        yield "What it is made with has not changed: the same versions of the tool, of Python and of the libraries."
    if like.partings:
        yield f"{counted(len(like.partings), 'paragraph')} of the paper {'reads' if len(like.partings) == 1 else 'read'} otherwise:"
        for one in like.partings[:MOST_PARAGRAPHS]:
            yield from _parting(one)
        if len(like.partings) > MOST_PARAGRAPHS:
            yield f"  … and {len(like.partings) - MOST_PARAGRAPHS:,} more"
    elif like.partings is not None:
        yield "No paragraph reads otherwise."


def _parting(one: Parting) -> Iterator[str]:
    yield f"  {one.where}:"
    yield f"    archived:    {f'“{in_short(one.before)}”' if one.before else '(not there)'}"
    yield f"    built again: {f'“{in_short(one.after)}”' if one.after else '(not there)'}"


def _barred(target: Path, root: Path) -> Finding | None:
    """Return why the paper built again cannot be written to a place."""
    from pcp_reports.archive.handing_out.staging import kept_there  # noqa: PLC0415 - as above

    try:
        if target.suffix.lower() != ".docx":
            why = "its name must end in .docx"
        elif target.exists() or target.is_symlink():
            return _taken(target)
        elif not target.absolute().parent.is_dir():
            why = "there is no such folder"
        else:
            why = kept_there(target, root)
    except OSError as error:
        why = f"it cannot be opened ({error.strerror})"
    return _elsewhere(target, why) if why else None


def _taken(target: Path) -> Finding:
    return _elsewhere(target, "something of that name is there already")


def _elsewhere(target: Path, why: str) -> Finding:
    message = f"The paper cannot be written to {quoted(str(target))}: {why}."
    return Finding("A502", message, Place(target.name), "Name another place.")


def _write(data: bytes, target: Path) -> Finding | None:
    """Write the paper built again, or return why not: nothing that came there meanwhile is overwritten."""
    from pcp_reports.archive.handing_out.staging import put_once  # noqa: PLC0415 - as above

    try:
        put_once(target, data)
    except FileExistsError:
        return _taken(target)
    except OSError as error:
        message = f"The paper cannot be written to {target.name} ({error.strerror})."
        return Finding("A503", message, Place(target.name), "Look whether the drive is full or protected.")
    return None
