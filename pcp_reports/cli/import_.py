"""`import`: entries out of a grant tracker, a 360Giving package, or a paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.cli.common import Working, with_workspace
from pcp_reports.cli.imported import (
    comes_last,
    say_draft,
    say_findings,
    say_last,
    say_notes,
    say_nothing,
    say_summary,
    say_written,
    stands_open,
)
from pcp_reports.dates import DateError, PartialDate
from pcp_reports.editing import StrangeFileError, read_ordinary
from pcp_reports.findings import Finding, has_errors
from pcp_reports.importing.forms import Form, form_of
from pcp_reports.importing.funds import Funds
from pcp_reports.importing.proving import proved
from pcp_reports.importing.sheets.days import Order
from pcp_reports.importing.sheets.statuses import Outcome
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.importing.trackers.rounds import Given
from pcp_reports.importing.trackers.rows.tracker import Asked, read_tracker
from pcp_reports.importing.writing import write
from pcp_reports.placing import survey
from pcp_reports.words import did_you_mean, listed
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum
    from typing import TypeVar

    from pcp_reports.importing.made import Made
    from pcp_reports.importing.trackers.tracked import Tracker
    from pcp_reports.workspace import Register

    Kind = TypeVar("Kind", bound=Enum)

EPILOG = """\b
Examples:
  pcp-reports import "Grant tracker.xlsx" --draft
  pcp-reports import tracker.csv --fund "Safer Streets Fund" --announced 2023-09
  pcp-reports import tracker.xlsx --sheet "2023-24" --column "Lead body=recipient"
  pcp-reports import grants.json
  pcp-reports import "Panel update.docx" --meeting 2023-10-03

The tracker stays the master: import it again whenever it has changed. With --draft nothing is written.
"""

MOST_BYTES = 64 * 1024 * 1024


@click.command("import", epilog=EPILOG, context_settings={"allow_extra_args": True})
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--meeting", metavar="DATE", help="The day of the meeting that the paper is for; a tracker does without.")
@click.option("--draft", is_flag=True, help="Show what would be made and changed, and write nothing.")
@click.option(
    "--sheet", default="", metavar="NAME", help="The sheet of the workbook, if more than one could be the tracker."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=WHAT",
    help='What a column holds: --column "Lead body=recipient". May be repeated.',
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    metavar="WORD=WHAT",
    help='What a status means: --status "In progress=awarded". May be repeated.',
)
@click.option(
    "--dates",
    type=click.Choice([order.value for order in Order]),
    help="How 03/10/2023 is to be read, where the tracker does not show it.",
)
@click.option("--fund", default="", metavar="NAME", help="The fund of grants whose tracker names none.")
@click.option(
    "--round", "round_", default="", metavar="NAME", help="The name of the round, where the tracker has none."
)
@click.option(
    "--announced", metavar="DATE", help="When the round was announced, where the tracker has no dates: 2023-09."
)
@click.option("--remove-gone", is_flag=True, help="Take out of the entries what the tracker has no award for any more.")
@click.option(
    "--add-funds", is_flag=True, help="Add funds and strands to office.yaml that the tracker has and it has not."
)
@with_workspace
def command(root: Path, file: Path, **typed: Any) -> None:  # noqa: ANN401 - click passes what it parsed, by the options' names
    """Make entries out of FILE: a grant tracker (Excel or CSV), a 360Giving package, or a paper (Word, PDF or text).

    What a file is, its content tells. The columns of a tracker are shown with what they were taken for. Nothing that is
    there already is overwritten; totals in and totals out must agree to the penny, or nothing is written.
    """
    _nothing_besides(click.get_current_context(), file)
    asked = Asked(
        typed["sheet"],
        {heading: _one_of(Role, what, "--column") for heading, what in _pairs(typed["columns"], "--column")},
        {word: _one_of(Outcome, what, "--status") for word, what in _pairs(typed["statuses"], "--status")},
        Order(typed["dates"]) if typed["dates"] is not None else None,
    )
    announced, meeting = typed["announced"], typed["meeting"]
    given = Given(
        typed["fund"].strip(), typed["round_"].strip(), _date(announced, "--announced") if announced else None
    )
    day = _date(meeting, "--meeting", _DAY) if meeting else None
    data = _read(file)
    form = form_of(data, file.name, asked.columns)
    if isinstance(form, Finding):
        say_findings((form,))
        raise click.exceptions.Exit(1)
    if form is Form.PAPER and (day is None or day.day is None):
        asks = (
            f"--meeting: the day is missing in “{meeting}”." if day is not None else "Which meeting is the paper for?"
        )
        raise click.UsageError(f"{asks} Type its day, as in: --meeting {day or '2023-10'}-03")
    with Working("Reading the entries") as working:
        register = load(root, working.step, keep=True)
    if form is Form.PAPER and day is not None:
        made = _of_paper(data, file, day, register, add_funds=typed["add_funds"])
    else:
        made = _of_tracker(
            form, data, file, register, asked, given, remove_gone=typed["remove_gone"], add_funds=typed["add_funds"]
        )
    raise click.exceptions.Exit(_finish(made, register, root, form, day, draft=typed["draft"]))


def _of_paper(data: bytes, file: Path, meeting: PartialDate, register: Register, *, add_funds: bool) -> Made:
    from pcp_reports.importing.papers.drafting import from_paper  # noqa: PLC0415 - trackers do without Word

    with Working("Reading the paper"):
        return from_paper(data, file.name, meeting, register, add_funds=add_funds)


def _of_tracker(
    form: Form,
    data: bytes,
    file: Path,
    register: Register,
    asked: Asked,
    given: Given,
    *,
    remove_gone: bool,
    add_funds: bool,
) -> Made:
    from pcp_reports.importing.trackers.making import make  # noqa: PLC0415 - papers do without

    funds = Funds.of(register.office)
    with Working("Reading the rows") as working:
        tracker = _tracker(form, data, file, register, asked, working)
    return make(tracker, register, funds, given, remove_gone=remove_gone, add_funds=add_funds)


def _tracker(form: Form, data: bytes, file: Path, register: Register, asked: Asked, working: Working) -> Tracker:
    funds = Funds.of(register.office)
    if form is Form.GIVING:
        from pcp_reports.exports.giving360 import published  # noqa: PLC0415 - one form of three
        from pcp_reports.exports.rows import rows_of  # noqa: PLC0415 - as above
        from pcp_reports.importing.trackers.giving.package import read_giving  # noqa: PLC0415 - as above

        told = register.office.publishing if register.office is not None else None
        own = published(rows_of(survey(register)), told.prefix) if told is not None and told.prefix else {}
        return read_giving(data, file.name, funds, own, datetime.now().astimezone().date(), register.office)
    today = datetime.now().astimezone().date()
    return read_tracker(data, file.name, asked, funds, working.step, today=today)


def _finish(made: Made, register: Register, root: Path, form: Form, day: PartialDate | None, *, draft: bool) -> int:
    """Show, prove and write an import; return the exit code."""
    say_notes(made)
    say_findings(one for one in made.findings if not comes_last(one))
    nothing = not (made.files or made.edits or made.rounds)
    if has_errors(made.findings) or nothing:
        if nothing and not has_errors(made.findings):
            say_nothing(made)
        say_last(made.findings)
        click.echo("\nNothing was written.", err=True)
        return 1
    with Working("Proving the totals") as working:
        proof = proved(made, register, working.step)
    if proof.findings:
        say_findings(proof.findings)
        click.echo("\nNothing was written.", err=True)
        return 1
    if draft:
        say_draft(made)
    else:
        wrong = write(made, root)
        if wrong is not None:
            say_findings((wrong,))
            return 1
        say_written(made)
    say_summary(made, proof, draft=draft, cite=form is not Form.PAPER, meeting=day, register=register)
    say_last(made.findings)
    return 1 if stands_open(made.findings) else 0


def _read(file: Path) -> bytes:
    try:
        return read_ordinary(file, MOST_BYTES)
    except FileNotFoundError:
        raise click.UsageError(f"There is no file {file}.") from None
    except StrangeFileError as error:
        raise click.UsageError(f"{file} cannot be imported: {error.strerror}.") from error
    except OSError as error:
        raise click.ClickException(
            f"{file} cannot be opened ({error.strerror}). If somebody has it open, ask them to close it."
        ) from error


def _pairs(typed: Iterable[str], option: str) -> list[tuple[str, str]]:
    made = []
    for one in typed:
        left, sign, right = one.rpartition("=")
        if not sign or not left.strip() or not right.strip():
            raise click.UsageError(
                f'{option} needs words, an equals sign and what they mean, as in: {option} "Their words=…". “{one}” has not.'
            )
        made.append((left.strip(), right.strip()))
    return made


def _one_of(kind: type[Kind], typed: str, option: str) -> Kind:
    names = [str(one.value) for one in kind]
    wanted = typed.casefold().replace(" ", "_")
    found = next((one for one in kind if one.value in (typed.casefold(), wanted)), None)
    if found is not None:
        return found
    meant = did_you_mean(typed, names)
    raise click.UsageError(
        f"{option}: “{typed}” is not one of {listed(names)}." + (f" Did you mean “{meant}”?" if meant else "")
    )


def _nothing_besides(context: click.Context, file: Path) -> None:
    """Raise UsageError for words behind the file that no option takes: as a rule the day of the meeting, or half a name."""
    if not context.args:
        return
    besides = " ".join(context.args)
    told = f"“{context.command_path}” does not know what to do with: {besides}\n"
    try:
        day = PartialDate.parse(besides)
    except DateError:
        whole = f"{file} {besides}"
        raise click.UsageError(
            f'{told}If it belongs to the name of the file, put the whole name into quotation marks, as in: "{whole}"'
        ) from None
    raise click.UsageError(f"{told}If it is the day of the meeting, type: --meeting {day}")


_MONTH = "2023-09, or 2023-09-14"
_DAY = "2023-09-14"


def _date(typed: str, option: str, form: str = _MONTH) -> PartialDate:
    try:
        return PartialDate.parse(typed)
    except DateError as error:
        instead = f" Type {listed(list(error.instead), 'or')}." if error.instead else f" Type it as {form}."
        raise click.UsageError(f"{option}: “{typed}” cannot be read as a date: {error.reason}.{instead}") from error
