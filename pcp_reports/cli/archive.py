"""`archive`: the built paper kept as a dated version."""

from __future__ import annotations

import getpass
import re
from datetime import datetime
from typing import TYPE_CHECKING

import click

from pcp_reports.archive.folders import stored
from pcp_reports.archive.inventory import STATUSES
from pcp_reports.archive.keeping.contents import Asked
from pcp_reports.archive.keeping.keeping import Kept, keep
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.cli.common import Working, from_here, known_papers, read, with_workspace
from pcp_reports.cli.report import as_text, in_full, in_short, refused, shown
from pcp_reports.dates import moment_in_words

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.placing import Survey

EPILOG = """\b
Examples:
  pcp-reports archive 2023-10-03 --status draft --reason "For the Chief Executive to read"
  pcp-reports archive 2023-10-03 --status final --reason "Cleared by the Chief Executive"
  pcp-reports archive 2023-10-03 --status corrected --supersede --reason "Paragraph 9: the total"

Where the version stands is the only thing printed on the standard output, or that it is the same as the last one.
"""

WAIT = 30.0
"""Seconds to wait for somebody else who is archiving."""
LONGEST_REASON = 1_000


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.option("--status", type=click.Choice(STATUSES), required=True, help="What the version is.")
@click.option("--reason", required=True, help="Why it is kept, in a sentence; it stays with the version for good.")
@click.option("--by", "by", help="Who keeps it; default: the name you are logged in with.")
@click.option("--supersede", is_flag=True, help="Put it in the place of a version that was published. Both stay.")
@click.option(
    "--as-edited", is_flag=True, help="Keep the Word file as somebody edited it since it was built, marked so."
)
@with_workspace
def command(
    root: Path, paper: str, status: str, reason: str, by: str | None, *, supersede: bool, as_edited: bool
) -> None:
    """Keep the built paper PAPER as its next version, with everything it was made from.

    PAPER is the name of a folder in entries/. Nothing that was archived is ever changed or replaced. From "final" on,
    figures that disagree must be mended, or accepted with a reason, and no [prompt] may be left.
    """
    why = _line(reason, "--reason")
    surveyed = read(root, keep=True)
    (name,) = known_papers(surveyed.register, (paper,))
    now = datetime.now().astimezone().replace(microsecond=0)
    who, address = _who(surveyed, by)
    asked = Asked(status, why, who, address, now.isoformat(), supersede)
    with Working("Archiving") as working:
        kept = keep(surveyed, name, root, asked, as_edited=as_edited, wait=WAIT, step=working.step)
    raise click.exceptions.Exit(_say(root, surveyed, name, kept))


def _say(root: Path, surveyed: Survey, name: str, kept: Kept | tuple) -> int:  # type: ignore[type-arg] # of findings
    if not isinstance(kept, Kept):
        refusals = [one for one in kept if one.code.startswith("A")]
        others = [one for one in kept if not one.code.startswith("A")]
        if others:
            click.echo(as_text(others, surveyed.register) + "\n", err=True)
        for one in refusals:
            refused(one)
        click.echo(f"{chr(10) if refusals else ''}Nothing was archived.", err=True)
        return 1
    added = kept.added
    for one in added.settled:
        click.echo(in_full(one.message), err=True)
    if added.version is None:
        standing = stored(root, name)
        last = standing.versions[-1] if isinstance(standing, StoredPaper) else None
        about = f" ({last.block.status}, {moment_in_words(last.block.created)})" if last is not None else ""
        click.echo(f"{shown(name)}: same as {last.name if last is not None else 'before'}{about}; nothing was added.")
        return 0
    version = added.version
    click.echo(
        f"Archived: {shown(name)} {version.name}, {version.block.status}, by {shown(version.block.user)}: {in_short(version.block.reason)}",
        err=True,
    )
    for words in kept.told:
        click.echo(in_full(words), err=True)
    click.echo(f"To prove it later, minute or e-mail this line: {added.head}", err=True)
    click.echo(from_here(version.folder / version.paths[version.document]))
    return 0


def _line(words: str, option: str) -> str:
    """Return words on one line. Raises UsageError where there are none, or far too many."""
    line = " ".join(words.split())
    if not line:
        raise click.UsageError(f"{option} is empty. Type it in quotation marks behind the option.")
    if len(line) > LONGEST_REASON:
        raise click.UsageError(f"{option} is longer than {LONGEST_REASON:,} characters. Say it in a sentence or two.")
    if any("\ud800" <= sign <= "\udfff" or not (sign.isprintable() or sign == " ") for sign in line):
        raise click.UsageError(f"{option} holds characters that do not print. Type it again.")
    return line


def _who(surveyed: Survey, by: str | None) -> tuple[str, str]:
    """Return who keeps a version, and the address of theirs that office.yaml gives or that was typed behind the name."""
    if by is None:
        try:
            name, typed = getpass.getuser(), ""
        except (OSError, KeyError, ImportError):
            raise click.UsageError("Who keeps this version? Add --by and a name.") from None
    else:
        match = re.fullmatch(r"(?P<name>[^<>]*?)\s*<(?P<mail>[^<>\s]+@[^<>\s]+)>", by.strip())
        name, typed = (match["name"], match["mail"]) if match is not None else (by, "")
    line = _line(name, "--by")
    office = surveyed.register.office
    people = (office.people or {}) if office is not None else {}
    known = people.get(line)
    mail = typed or (known.email if known is not None else None) or ""
    return line, f"mailto:{mail}" if mail else ""
