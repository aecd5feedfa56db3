"""What an import says: notes and findings on the error stream, the files alone on the standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.cli.report import in_full, shown
from pcp_reports.findings import Severity, by_weight
from pcp_reports.money import Money
from pcp_reports.words import counted, listed, typed, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.dates import PartialDate
    from pcp_reports.findings import Finding
    from pcp_reports.importing.made import Made
    from pcp_reports.importing.proving import Proved
    from pcp_reports.workspace import Register

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_OPEN = frozenset(("G532", "G533"))
"""What the tracker and the entries do not agree on, and somebody must settle: exit code 1."""
_LAST = frozenset(("G557",))
"""What a paper says of its grants that they do not bear out: whoever reads nothing else reads the last lines."""
_SHOWN_IN_FULL = 1
_MOST_LINES = 60
_MOST_RELATED = 200
"""How many of the places that a finding speaks of are shown: what an import does not take over is listed."""


def stands_open(findings: Iterable[Finding]) -> bool:
    """Return whether tracker and entries still differ."""
    return any(one.code in _OPEN for one in findings)


def say_notes(made: Made) -> None:
    """Say what was taken for what."""
    for note in made.notes:
        click.echo(in_full(note) if not note.startswith("  ") else "  " + in_full(note), err=True)


def say_findings(findings: Iterable[Finding]) -> None:
    """Say what was found, the gravest first, with the row of the file that it speaks of."""
    for one in by_weight(findings):
        label = click.style(one.severity.value, fg=_COLOUR[one.severity], bold=True)
        click.echo(
            f"\n{label}: {in_full(one.message)} {click.style(f'({one.code}, {shown(str(one.place))})', dim=True)}",
            err=True,
        )
        if one.hint:
            click.echo(f"    → {in_full(one.hint)}", err=True)
        for near in one.related[:_MOST_RELATED]:
            click.echo(f"    · {in_full(near.message)}", err=True)
        if len(one.related) > _MOST_RELATED:
            click.echo(f"    · … and {len(one.related) - _MOST_RELATED:,} more", err=True)


def comes_last(one: Finding) -> bool:
    """Return whether a finding is said at the very end."""
    return one.code in _LAST


def say_last(findings: Iterable[Finding]) -> None:
    """Say at the very end what the paper itself gets wrong."""
    say_findings(one for one in findings if comes_last(one))


def say_nothing(made: Made) -> None:
    """Say that there was nothing to take over, and what there was instead."""
    apart = listed([f"{one.what}: {one.rows:,}" for one in made.tallies[1:]])
    click.echo("\nThere is no award in the file" + (f" ({apart})." if apart else "."), err=True)


def say_draft(made: Made) -> None:
    """Show what would be made and changed; the first of the new files in full."""
    for file in made.files:
        click.echo(f"{shown(file.path)}: new, {shown(file.about)}")
    for edit in made.edits:
        click.echo(f"{shown(edit.path)}: {counted(len(edit.changes), 'change')}")
        for change in edit.changes:
            click.echo(f"    {shown(change)}")
    for file in made.files[:_SHOWN_IN_FULL]:
        lines = file.text.rstrip("\n").split("\n")
        click.echo(f"\n{'It' if len(made.files) == 1 else 'The first of them'} would read:\n", err=True)
        for line in lines[:_MOST_LINES]:
            click.echo(f"    {shown(line)}", err=True)
        if len(lines) > _MOST_LINES:
            click.echo(f"    … and {counted(len(lines) - _MOST_LINES, 'more line')}", err=True)


def say_written(made: Made) -> None:
    """Name the files that were written, and what was changed in old ones."""
    for file in made.files:
        click.echo(shown(file.path))
    for edit in made.edits:
        click.echo(shown(edit.path))
        for change in edit.changes:
            click.echo(f"    {shown(change)}", err=True)


def say_summary(
    made: Made, proof: Proved, *, draft: bool, cite: bool, meeting: PartialDate | None, register: Register
) -> None:
    """Say totals in and totals out, and how the rounds get into a paper."""
    click.echo("", err=True)
    if made.tallies:
        first, *rest = made.tallies
        apart = "".join(
            f"; {one.what}: {one.rows:,}" + (f" ({one.total})" if one.total != Money(0) else "") for one in rest
        )
        click.echo(f"Read: {counted(first.rows, 'grant')} awarded, {first.total}{apart}.", err=True)
    would = "would hold" if draft else "hold"
    said = f"In the entries these rounds {would} {counted(proof.grants, 'grant')}, {proof.total}."
    if made.left < Money(0):
        said += f" {abs(made.left)} of what was read does not count there, as is said above."
    elif made.left != Money(0):
        said += f" {made.left} of it is not in what was read: grants that are gone from it, or that it does not cover."
    elif made.apart:
        said += f" What was taken agrees to the penny; in no total, as is said above: {listed(list(made.apart))}."
    else:
        said += " Both agree to the penny."
    click.echo(said, err=True)
    if not (made.files or made.edits):
        click.echo("Nothing has changed, and nothing was written.", err=True)
    elif draft:
        click.echo("Nothing was written, as --draft was typed.", err=True)
    if cite and made.files and not draft:
        _say_cite(made, meeting, register)


def _say_cite(made: Made, meeting: PartialDate | None, register: Register) -> None:
    """Say how a new round gets into a paper: rounds are shared, and papers name them."""
    stems = [yaml_quoted(file.path.rpartition("/")[2].removesuffix(".yaml")) for file in made.files]
    where = "a section of the paper"
    if meeting is not None:
        folder = next(
            (name for name, one in register.papers.items() if one.paper is not None and one.paper.meeting == meeting),
            None,
        )
        where = f"a section of entries/{folder}/paper.yaml" if folder is not None else where
        if folder is None:
            click.echo(
                f"There is no paper for that meeting yet: pcp-reports new meeting {typed(str(meeting))}", err=True
            )
    if len(stems) == 1:
        click.echo(f"A round is printed by the paper that names it: add “- {shown(stems[0])}” to {where}.", err=True)
        return
    click.echo(f"A round is printed by the paper that names it. Add those that it is to print to {where}:", err=True)
    for stem in stems:
        click.echo(f"    - {shown(stem)}", err=True)
