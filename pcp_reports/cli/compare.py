"""`compare`: what somebody changed in Word since the paper was built, and how it goes back into the entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.cli.common import Working, known_papers, read, with_workspace
from pcp_reports.cli.report import dump, refused, shown
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import has_errors

if TYPE_CHECKING:
    from pcp_reports.comparing.applying import Plan
    from pcp_reports.comparing.comparison import Comparison
    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

EPILOG = """\b
Examples:
  pcp-reports compare 2023-10-03 "output/2023-10-03/2023-10-03 panel-update.docx"
  pcp-reports compare 2023-10-03 "S:/Panel/update, edited by the Chief Executive.docx"
  pcp-reports compare 2023-10-03 edited.docx --apply

Figures that changed come first, each judged by the entries' own data. The Word file is only read, never written.
"""


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.argument("edited", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--apply", "applying", is_flag=True, help="Write changed wording back into the entries.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the changes.")
@click.option("--all", "everything", is_flag=True, help="List the changes even where FILE may be another paper.")
@with_workspace
def command(root: Path, paper: str, edited: Path, form: str, *, applying: bool, everything: bool) -> None:
    """Say what somebody changed in the Word file FILE since the paper PAPER was built, and where it belongs.

    FILE may be the built file itself, edited in its place, or a copy that came back by e-mail.
    """
    data = _bytes(edited)
    surveyed = read(root, keep=True)
    (name,) = known_papers(surveyed.register, (paper,))
    from pcp_reports.comparing.applying import as_planned, plan, write  # noqa: PLC0415 - not for --help
    from pcp_reports.comparing.comparison import compare  # noqa: PLC0415 - as above

    with Working("Comparing"):
        made = compare(surveyed, name, root, data, edited.as_posix())
        # Without --apply too: what is said to be written is what would be.
        planned = plan(made, surveyed, root) if made.read and not made.strange else None
    if planned is not None:
        made = as_planned(made, planned)
    if made.strange and not everything:
        made = made.untold()
    planned = planned if applying else None
    written: tuple[str, ...] = ()
    failed: tuple[Finding, ...] = ()
    if planned is not None:
        written, failed = write(planned, surveyed, root)
    if form == "json":
        click.echo(dump(_as_json(made, planned, written, failed)))
    else:
        _tell(made, planned, written, surveyed)
        for finding in failed:
            refused(finding)
    raise click.exceptions.Exit(1 if not made.read or failed or has_errors(made.findings) else 0)


def _bytes(path: Path) -> bytes:
    try:
        return read_ordinary(path)
    except FileNotFoundError:
        raise click.UsageError(f"There is no file “{shown(str(path))}”.") from None
    except OSError as error:
        raise click.UsageError(f"“{shown(str(path))}” cannot be opened: {error.strerror}.") from None


def _tell(made: Comparison, planned: Plan | None, written: tuple[str, ...], surveyed: Survey) -> None:
    from pcp_reports.cli.compare_text import as_text  # noqa: PLC0415 - as the other form

    click.echo(as_text(made, planned, written, surveyed.register.sources()))


def _as_json(
    made: Comparison, planned: Plan | None, written: tuple[str, ...], failed: tuple[Finding, ...]
) -> dict[str, Any]:
    done = {id(one) for one in planned.applied if one.edit is not None and one.edit.path in written} if planned else ()
    return {
        "paper": made.paper,
        "file": made.file,
        "changes": [
            {**one.as_row(), **({"applied": id(one) in done} if planned is not None else {})} for one in made.changes
        ],
        "findings": [one.as_row() for one in (*made.findings, *failed)],
        "check": [one.as_row() for one in (made.checked if planned is None else planned.anew)],
        **(
            {"written": list(written), "remaining": [one.as_row() for one in planned.remaining]}
            if planned is not None
            else {}
        ),
    }
