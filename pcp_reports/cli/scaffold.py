"""`new`: a paper, or an entry of any kind, with its keys explained in comments."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.common import known_papers, read, with_workspace
from pcp_reports.dates import DateError, FinancialYear, PartialDate, in_words
from pcp_reports.model import KINDS
from pcp_reports.placing import in_meeting_order
from pcp_reports.scaffold import BOARD, earlier_paper, new_entry, new_paper, stem_of
from pcp_reports.words import did_you_mean, listed
from pcp_reports.workspace import ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.workspace import Register

EPILOG = """\b
Examples:
  pcp-reports new meeting 2024-01-15
  pcp-reports new operation "Operation Centurion"
  pcp-reports new engagement "Visit to Bacup" --paper 2024-01-15
  pcp-reports new funding-round "SLNF January" --date 2024-01
  pcp-reports new statement "Right care" --shared policy
"""

_ENTRY_KINDS = [kind for kind in KINDS if kind not in ("office", "paper")]


@click.command(epilog=EPILOG)
@click.argument("kind", metavar="KIND")
@click.argument("name", metavar="NAME|DATE")
@click.option(
    "--paper", "paper", metavar="PAPER", help="The paper whose own the entry is; default: the latest meeting's."
)
@click.option(
    "--shared",
    metavar="FOLDER",
    help="Put the entry into a folder of entries/ that every paper can use; funding rounds go to funding/ and the year by themselves.",
)
@click.option(
    "--date", "on", metavar="DATE", help="When it was held, launched or announced, such as 2024-01-15 or 2024-01."
)
@with_workspace
def command(root: Path, kind: str, name: str, paper: str | None, shared: str | None, on: str | None) -> None:
    """Make a paper for a meeting, or an entry, with its keys explained in comments.

    KIND is meeting, or one of: accountability-board, operation, engagement, statement, funding-round, partnership.
    """
    register = read(root).register
    date = _date(on, "--date") if on is not None else None
    if kind in ("meeting", "paper"):
        _meeting(root, register, _date(name, "the meeting's date"))
        return
    if kind not in _ENTRY_KINDS:
        meant = did_you_mean(kind, ["meeting", *_ENTRY_KINDS])
        raise click.UsageError(
            f"There is no kind “{kind}”."
            + (f" Did you mean “{meant}”?" if meant else f" The kinds are {listed(['meeting', *_ENTRY_KINDS])}.")
        )
    stem = stem_of(name)
    if stem is None:
        raise click.UsageError(f"“{name}” cannot name a file. Use letters and figures, such as “Operation Centurion”.")
    folder = _folder(root, register, kind, paper, shared, date)
    taken = next(
        (
            filed
            for filed in register.entries
            if filed.name == stem and _within_reach(filed.path, filed.folder, folder, root, register)
        ),
        None,
    )
    if taken is not None:
        raise click.UsageError(f"There is already an entry named “{stem}”: {taken.path}. Choose another name.")
    fund, strand = _fund(register)
    depth = len(folder.relative_to(root / ENTRIES).parts)
    path = folder / f"{stem}.yaml"
    _create(path, new_entry(kind, name, depth=depth, date=date, fund=fund, strand=strand))
    click.echo(path.relative_to(root).as_posix())
    click.echo(f"Fill in what stands in [brackets], then place it: add “- {stem}” to a section of the paper.", err=True)


def _meeting(root: Path, register: Register, meeting: PartialDate) -> None:
    if meeting.day is None:
        raise click.UsageError("A meeting is on a day: type it as 2024-01-15.")
    folder = root / ENTRIES / str(meeting)
    if str(meeting) in register.papers or folder.exists():
        raise click.UsageError(f"{ENTRIES}/{meeting} is there already; nothing was changed.")
    previous = earlier_paper(register, meeting)
    _create(folder / "paper.yaml", new_paper(meeting, previous, register))
    _create(folder / f"{BOARD}.yaml", new_entry(BOARD, "Accountability Board", depth=1))
    click.echo(f"{ENTRIES}/{meeting}/paper.yaml")
    click.echo(f"{ENTRIES}/{meeting}/{BOARD}.yaml")
    taken = (
        f"Headings, summary, recommendation and standing paragraphs are those of {previous.name}: read them over"
        if previous is not None
        else "There is no earlier meeting to take headings from"
    )
    click.echo(
        f"The paper for {in_words(meeting)}. {taken}. Fill in what stands in [brackets]; see: pcp-reports check {meeting}",
        err=True,
    )


def _date(typed: str, what: str) -> PartialDate:
    try:
        return PartialDate.parse(typed)
    except DateError as error:
        instead = f" Type {listed(list(error.instead), 'or')}." if error.instead else " Type it as 2024-01-15."
        raise click.UsageError(f"“{typed}” cannot be read as {what}: {error.reason}.{instead}") from error


def _folder(
    root: Path, register: Register, kind: str, paper: str | None, shared: str | None, date: PartialDate | None
) -> Path:
    """Return the folder that a new entry goes to."""
    entries = root / ENTRIES
    if paper is not None and shared is not None:
        raise click.UsageError("Use --paper or --shared, not both.")
    if paper is not None:
        return (root / register.papers[known_papers(register, (paper,))[0]].filed.path).parent
    if shared is not None:
        parts = [stem_of(part) for part in shared.replace("\\", "/").split("/") if part not in ("", ".")]
        if not parts or None in parts:
            raise click.UsageError(f"“{shared}” cannot name a folder of entries/.")
        return entries.joinpath(*[part for part in parts if part is not None])
    if kind == "funding-round":
        year = (
            FinancialYear.of(date)
            if date is not None
            else FinancialYear.of(PartialDate.parse(time.strftime("%Y-%m-%d")))
        )
        return entries / "funding" / str(year).replace("/", "-")
    dated = [
        folder for folder in in_meeting_order(register) if folder.paper is not None and folder.paper.meeting is not None
    ]
    if not dated:
        raise click.UsageError(
            "There is no meeting yet. Begin one: pcp-reports new meeting 2024-01-15 — or say where the entry goes: --shared FOLDER"
        )
    latest = dated[-1].paper.meeting if dated[-1].paper is not None else None
    # A copy of a paper's folder has the same meeting; the one named for the day is the paper.
    chosen = next((folder for folder in dated if folder.name == str(latest)), dated[-1])
    return (root / chosen.filed.path).parent


def _within_reach(path: str, owner: str | None, folder: Path, root: Path, register: Register) -> bool:
    """Return whether an entry and a new one in ``folder`` could be meant by one name in one paper."""
    home = next(
        (name for name, one in register.papers.items() if folder.is_relative_to((root / one.filed.path).parent)), None
    )
    return (
        owner is None or home is None or owner == home or path.rpartition("/")[0] == folder.relative_to(root).as_posix()
    )


def _fund(register: Register) -> tuple[str | None, str | None]:
    funds = (register.office.funds or {}) if register.office is not None else {}
    if len(funds) != 1:
        return None, None
    name, fund = next(iter(funds.items()))
    return name, next(iter(fund.strands or {}), None)


def _create(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already; nothing was changed.") from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written ({error.strerror}).") from error
