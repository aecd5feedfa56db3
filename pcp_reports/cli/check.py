"""`check`: everything that is wrong, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.checks import check, concerning
from pcp_reports.cli.common import known_papers, read, with_workspace
from pcp_reports.cli.report import as_json, as_text, dump
from pcp_reports.cli.report import shown as clean
from pcp_reports.findings import Severity, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pcp_reports.findings import Finding, Fix
    from pcp_reports.placing import Survey

ROUNDS = 12
"""How many times --fix reads and mends again: a mend can lay open the next fault of the same line."""

EPILOG = """\b
Examples:
  pcp-reports check
  pcp-reports check 2023-10-03
  pcp-reports check --fix
  pcp-reports check --format json

Exit code 0: nothing wrong, or warnings and notes only; 1: errors; 2: wrong usage; 3: a fault of the tool itself.
"""


@click.command(epilog=EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the findings."
)
@click.option("--fix", is_flag=True, help="Write what is certain into the files, then check again.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too, unless they are accepted.")
@click.option("--notes", is_flag=True, help="Show notes as well.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved; stop with Ctrl+C.")
@with_workspace
def command(
    root: Path, papers: tuple[str, ...], form: str, *, fix: bool, strict: bool, notes: bool, watch: bool
) -> None:
    """Say everything that is wrong with the entries, in plain words, and what to type instead.

    PAPER is the name of a folder in entries/; without one, everything is checked.
    """

    def once() -> int:
        surveyed = read(root)
        named = known_papers(surveyed.register, papers)
        findings = check(surveyed)
        if fix:
            surveyed, findings = _mended(root, surveyed, named, findings)
        shown = concerning(surveyed, named, findings)
        if form == "json":
            click.echo(dump(as_json(shown, surveyed.register)))
        else:
            click.echo(as_text(shown, surveyed.register, notes=notes))
        strictly = strict and any(one.severity is Severity.WARNING and one.accepted is None for one in shown)
        return 1 if has_errors(shown) or strictly else 0

    if watch:
        from pcp_reports.cli.watching import watch_and_repeat  # noqa: PLC0415 - an extra

        watch_and_repeat(root, once)
    raise click.exceptions.Exit(once())


def _mended(
    root: Path, surveyed: Survey, named: tuple[str, ...], findings: list[Finding]
) -> tuple[Survey, list[Finding]]:
    from pcp_reports.mending import mend  # noqa: PLC0415 - only --fix writes

    written: list[Fix] = []
    left: tuple[str, ...] = ()
    for _ in range(ROUNDS):
        done = mend(root, concerning(surveyed, named, findings))
        left = done.left
        if not done.written:
            break
        written += done.written
        surveyed = read(root)
        findings = check(surveyed)
    for fix in written:
        click.echo(f"Mended {clean(fix.path)}, line {fix.first}:", err=True)
        for line in _compared(fix):
            click.echo(f"    {line}".rstrip(), err=True)
    for words in left:
        click.echo(clean(words), err=True)
    if not written:
        click.echo("Nothing that can be mended for certain.", err=True)
    click.echo(err=True)
    return surveyed, findings


def _compared(fix: Fix) -> Iterator[str]:
    """Yield the lines before and after as they stand in the file; one that stays, with another meaning, has no sign."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only --fix shows lines

    for what, first, last, start, end in SequenceMatcher(None, fix.old, fix.new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (f"  {line}" for line in fix.old[first:last])
        else:
            yield from (f"- {line}" for line in fix.old[first:last])
            yield from (f"+ {line}" for line in fix.new[start:end])
