"""`export --ledger`: the grants as CSV, an Excel workbook or 360Giving JSON, written to a file."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.common import Working, from_here, known_papers, read
from pcp_reports.cli.report import as_text, refused
from pcp_reports.cli.sound_rounds import refuse_unsound, warn_of_doubts
from pcp_reports.dates import FinancialYear
from pcp_reports.exports.rows import rows_of, total_of
from pcp_reports.exports.unfilled import prompts_left
from pcp_reports.exports.writing import form_of, write_export
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pcp_reports.exports.rows import GrantRow
    from pcp_reports.placing import Survey

_REFUSAL = "Nothing is exported until these are mended: grants would be missing from it."


def export_ledger(root: Path, papers: tuple[str, ...], target: Path, year: str | None) -> int:
    """Write the grants of some papers, or all, in the form that the file's name asks for; return the exit code.

    The path alone goes to the standard output. Raises UsageError for a year or a paper that does not exist.
    """
    try:
        within = FinancialYear.parse(year) if year is not None else None
    except ValueError as error:
        raise click.UsageError(f"“{year}” is not a financial year. Type it as 2023/24.") from error
    form = form_of(target)
    if isinstance(form, Finding):
        return refused(form)
    surveyed = read(root)
    named = known_papers(surveyed.register, papers)
    refuse_unsound(surveyed, named, _REFUSAL)
    rows = rows_of(surveyed, papers=named, year=within)
    if not rows:
        why = "There are no grants to export" + (f" in {within}." if within is not None else ".")
        hint = "Leave the papers and the year out to export every grant." if papers or year else "Type a funding round."
        return refused(Finding("G564", why, Place(target.name), hint))
    today = datetime.now().astimezone().date()
    office, file = surveyed.register.office, surveyed.register.office_file
    named_so = (office.name or "" if office is not None else "", file.path if file is not None else "")
    left = list(prompts_left(rows, named_so, published=form == ".json"))
    _say(left, surveyed)
    if has_errors(left):
        return 1
    with Working("Writing the grants"):
        made = _made(form, rows, surveyed, today)
    if isinstance(made, bytes):
        wrong = write_export(made, target, root)
        if wrong is not None:
            return refused(wrong)
    else:
        return 1
    warn_of_doubts(surveyed)
    _say_what(form, rows)
    click.echo(from_here(target))
    return 0


def _made(form: str, rows: Sequence[GrantRow], surveyed: Survey, today: date) -> bytes | None:
    """Return the file's bytes; None where 360Giving lacks something, which has then been said."""
    if form == ".csv":
        from pcp_reports.exports.csv_form import as_csv  # noqa: PLC0415 - one form of three

        return as_csv(rows).encode()
    if form == ".xlsx":
        from pcp_reports.exports.xlsx_form import as_xlsx  # noqa: PLC0415 - slow to load

        office = surveyed.register.office
        return as_xlsx(rows, f"Grants of {office.name}" if office is not None else "Grants")
    return _as_package(rows, surveyed, today)


def _as_package(rows: Sequence[GrantRow], surveyed: Survey, today: date) -> bytes | None:
    """Return the grants as 360Giving, and say what the package falls short of; None where it cannot be made."""
    from pcp_reports.exports.giving360 import as_360giving  # noqa: PLC0415 - one form of three
    from pcp_reports.exports.publishing import publisher_of  # noqa: PLC0415 - as above
    from pcp_reports.exports.quality import quality_of  # noqa: PLC0415 - as above
    from pcp_reports.exports.shortfalls import shortfalls  # noqa: PLC0415 - as above

    register = surveyed.register
    office, file = register.office, register.office_file
    if office is None or file is None or not office.name:
        missing = Finding(
            "G561", "360Giving needs the office's name, and there is no office.yaml.", Place("entries/office.yaml")
        )
        _say([missing], surveyed)
        return None
    publisher = publisher_of(office, file.path)
    if isinstance(publisher, tuple):
        _say(publisher, surveyed)
        return None
    made = as_360giving(rows, publisher, datetime(today.year, today.month, today.day, tzinfo=UTC))
    if not made.grants:
        refused(
            Finding(
                "G564", "There are no grants to publish: none of them counts.", Place(file.path), "Look at “status:”."
            )
        )
        return None
    quality = quality_of(json.loads(made.text, parse_float=Decimal), today)
    _say(shortfalls((*made.notes, *quality), rows, file.path), surveyed)
    return made.text.encode()


def _say(findings: Sequence[Finding], surveyed: Survey) -> None:
    """Say on the error stream what an export lacks, or falls short of."""
    if findings:
        click.echo(as_text(findings, surveyed.register, notes=True).rpartition("\n\n")[0], err=True)
        said = "Nothing is exported until this is mended." if has_errors(findings) else ""
        click.echo(f"\n{said}" if said else "", err=True)


def _say_what(form: str, rows: Sequence[GrantRow]) -> None:
    """Say on the error stream what was written: how many grants, what they come to, and what does not count."""
    total = total_of(rows)
    apart = sum(not row.counts for row in rows)
    held = "not published" if form == ".json" else "listed, and not counted"
    tail = f"; {counted(apart, 'grant')} withdrawn or returned, {held}" if apart else ""
    click.echo(f"Exported: {counted(total.grants, 'grant')}, {total.total} in all{tail}.", err=True)
