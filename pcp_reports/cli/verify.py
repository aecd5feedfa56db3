"""`verify`: proof that every archived version is still what it was."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.archived import is_version
from pcp_reports.cli.common import MOST_PAPERS, paper_named, root_of
from pcp_reports.cli.report import dump
from pcp_reports.cli.verified import NOTHING, as_json, as_text, in_bytes
from pcp_reports.findings import has_errors
from pcp_reports.words import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EPILOG = """\b
Examples:
  pcp-reports verify
  pcp-reports verify 2023-10-03
  pcp-reports verify --anchor "6da2 7d28 496f 5fdf 218d acfe 7bcf 51ae"
  pcp-reports verify --path "S:/Archive/2023"

Exit code 0: everything is as it was archived; 1: something is not; 2: wrong usage; 3: a fault of the tool itself.
"""


@click.command(epilog=EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@click.option("--anchor", metavar="DIGEST", help="A digest of the ledger that was noted in minutes or an e-mail.")
@click.option("--path", type=click.Path(path_type=Path), help="Judge any OCFL object or storage root instead.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the result.")
@click.option("--notes", is_flag=True, help="Show notes as well.")
@click.option(
    "-C",
    "--workspace",
    type=click.Path(path_type=Path),
    help="The folder that holds entries/; default: this one or the nearest above.",
)
@click.pass_context
def command(
    context: click.Context,
    papers: tuple[str, ...],
    anchor: str | None,
    path: Path | None,
    form: str,
    workspace: Path | None,
    *,
    notes: bool,
) -> None:
    """Prove that every archived version is still what it was: each byte, the ledger, and one against the other.

    PAPER is the name of a paper; without one, everything is proved. The digest printed at the end vouches for all that
    was archived up to now: put it into the minutes, and give it to --anchor years later.
    """
    if path is not None:
        if papers or anchor is not None:
            raise click.UsageError("--path judges a folder by itself; leave out PAPER and --anchor.")
        from pcp_reports.cli.ocfl_report import report_on  # noqa: PLC0415 - a judge of its own

        raise click.exceptions.Exit(report_on(path, form))
    raise click.exceptions.Exit(_verify(root_of(workspace or context.obj), papers, anchor, form, notes=notes))


def _verify(root: Path, papers: tuple[str, ...], anchor: str | None, form: str, *, notes: bool) -> int:
    from pcp_reports.archive.proving.anchoring import AnchorError  # noqa: PLC0415 - --path pays for no verifying
    from pcp_reports.archive.proving.verifying import verify  # noqa: PLC0415 - as above

    named = _known(root, papers)
    try:
        with _progress() as (total, step):
            found = verify(root, named, anchor=anchor, total=total, step=step)
    except AnchorError as wrong:
        raise click.UsageError(f"--anchor: {wrong} Give it as it was noted; blanks and hyphens do no harm.") from wrong
    if form == "json":
        click.echo(dump(as_json(found)))
    else:
        click.echo(as_text(found, notes=notes, all_papers=not named))
    return 1 if has_errors(found.findings) else 0


def _known(root: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the papers named, each once. Raises UsageError for one that was never archived, with what was perhaps meant."""
    if not names:
        return ()
    from pcp_reports.archive.proving.verifying import archived_papers  # noqa: PLC0415 - as above

    there = archived_papers(root)
    cleaned = tuple(dict.fromkeys(map(paper_named, names)))
    for name in cleaned:
        if name not in there:
            if is_version(name):
                raise click.UsageError(f"“verify” proves all versions of a paper, so leave {quoted(name)} out.")
            meant = did_you_mean(name, there)
            rows = [quoted(one) for one in there[-MOST_PAPERS:]]
            said = f"The {'latest ' if len(there) > MOST_PAPERS else ''}papers in the archive are {listed(rows)}."
            if len(there) < 2:  # noqa: PLR2004 - none, or one alone
                said = f"The only paper in the archive is {rows[0]}." if there else NOTHING
            said = f"Did you mean {quoted(meant)}?" if meant else said
            raise click.UsageError(f"No version of {quoted(name)} was ever archived. {said}")
    return cleaned


@contextmanager
def _progress() -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """Give what hears of how many bytes there are, and of bytes read: a bar on the error stream if that is a terminal."""
    if not sys.stderr.isatty():
        yield (lambda _: None), (lambda _: None)
        return
    done = 0
    with click.progressbar(
        length=1, label="Reading the archive", file=sys.stderr, item_show_func=lambda words: words
    ) as bar:

        def total(size: int) -> None:
            bar.length = max(size, 1)
            bar.update(1 - min(size, 1))  # with nothing to read, all is read

        def step(count: int) -> None:
            nonlocal done
            done += count
            bar.update(count, f"{in_bytes(done)} of {in_bytes(bar.length or 1)}")

        yield total, step
