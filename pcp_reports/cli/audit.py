"""`audit`: what any paper says of its grants, added up and held against the totals that it states."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.files import papers_named
from pcp_reports.cli.report import dump, shown
from pcp_reports.findings import Finding, Place, Severity, has_errors
from pcp_reports.passage import Paper
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pcp_reports.audit.verdicts import Audited

EPILOG = """\b
Examples:
  pcp-reports audit "Panel paper October.docx"
  pcp-reports audit "S:/Panel papers/2023" --format json
  pcp-reports audit *.docx *.pdf

Exit code 0: every file was read; 1: one could not be read (--strict: or a figure disagrees); 2: wrong usage; 3: a fault of
the tool itself.
"""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the audit.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--notes", is_flag=True, help="Show notes as well.")
def command(files: tuple[str, ...], form: str, *, strict: bool, notes: bool) -> None:
    """Check the grants and totals of any paper, whoever wrote it: Word, PDF with its text, plain text or Markdown.

    FILE is a paper, or a folder of papers. No workspace is needed, and nothing is written.
    """
    named = papers_named(files)
    for folder, names in named.passed_over:
        click.echo(f"Passed over in {shown(folder)}: {shown(', '.join(names))}", err=True)
    audits = list(_audited(named.papers))
    if form == "json":
        from pcp_reports.audit.report import as_json  # noqa: PLC0415 - as the other form

        click.echo(dump(as_json(audits)))
    else:
        from pcp_reports.cli.audit_text import as_text  # noqa: PLC0415 - as the other form

        click.echo(as_text(audits, notes=notes))
    findings = [finding for one in audits for finding in one.findings]
    strictly = strict and any(finding.severity is Severity.WARNING for finding in findings)
    raise click.exceptions.Exit(1 if has_errors(findings) or strictly else 0)


def _audited(paths: Sequence[Path]) -> Iterator[Audited]:
    """Yield each paper's audit, with a bar on a terminal where there are several."""
    if len(paths) > 1 and sys.stderr.isatty():
        with click.progressbar(paths, label="Reading the papers", file=sys.stderr) as bar:
            yield from [_of_one(path) for path in bar]
        return
    for path in paths:
        yield _of_one(path)


def _of_one(path: Path) -> Audited:
    from pcp_reports.audit.auditing import audit  # noqa: PLC0415 - not for --help
    from pcp_reports.papers.language import locale_of  # noqa: PLC0415 - as above

    paper = _paper(path)
    return audit(paper, locale_of(paper))


def _paper(path: Path) -> Paper:
    from pcp_reports.papers.opening import MOST_BYTES, read_paper  # noqa: PLC0415 - as above

    name = path.as_posix()
    try:
        if path.exists() and not path.is_file():  # opening a pipe would wait for its other end for ever
            return _unread(path, f"{quoted(path.name)} is a pipe or a device, and no file.", "Name a file on a disk.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or "no reason given"
        hint = "If it is open in another program, close it there; if it is kept online, open it once so that it is fetched."
        return _unread(path, f"{quoted(path.name)} cannot be opened ({why}).", hint)
    return read_paper(data, name)


def _unread(path: Path, message: str, hint: str) -> Paper:
    name = path.as_posix()
    return Paper(name, "", findings=(Finding("W615", message, Place(name), hint),))
