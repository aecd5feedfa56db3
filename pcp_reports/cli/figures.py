"""`figures`: every figure that a paper prints, and what each rests on."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.checks import check, concerning
from pcp_reports.cli.common import Working, from_here, known_papers, read, with_workspace
from pcp_reports.cli.report import as_text as findings_as_text
from pcp_reports.cli.report import dump, in_short, refused, shown
from pcp_reports.editing import read_ordinary
from pcp_reports.figures.register import FRONT_AND_BODY, register_figures
from pcp_reports.findings import Finding, has_errors
from pcp_reports.standing import Standing, in_digits
from pcp_reports.words import counted, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.placing import Survey
    from pcp_reports.standing import FigureRegister, PrintedFigure, Wording

EPILOG = """\b
Examples:
  pcp-reports figures 2023-10-03
  pcp-reports figures 2023-10-03 --format docx
  pcp-reports figures 2023-10-03 --format json > figures.json

The Word form is the evidence sheet that is signed. It is written to output/PAPER/.
"""

_WIDTH = 100
_MARK, _NO_MARK = "! ", "  "
_MOST_WORDS, _MOST_READ, _STANDING = 26, 24, len(Standing.UNSUPPORTED)
_ENGLISH = "en_GB"


@click.command(epilog=EPILOG)
@click.argument("paper", metavar="PAPER")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "docx"]),
    default="text",
    help="How to give the figures; docx is the evidence sheet, a Word file.",
)
@click.option(
    "--output",
    "asked",
    type=click.Path(path_type=Path),
    help="Where to write the evidence sheet, instead of output/PAPER/.",
)
@with_workspace
def command(root: Path, paper: str, form: str, asked: Path | None) -> None:
    """List every figure that the paper PAPER prints, in order, and what each rests on.

    A figure is computed by the tool from the grants, reconciled with data, sourced, or unsupported.
    """
    if asked is not None and form != "docx":
        raise click.UsageError(
            f"--output is for the Word form: add --format docx, or put “> {asked}” behind the command."
        )
    surveyed = read(root, keep=form == "docx")
    (name,) = known_papers(surveyed.register, (paper,))
    found = concerning(surveyed, (name,), check(surveyed))
    if has_errors(found):
        click.echo(findings_as_text(found, surveyed.register), err=True)
        click.echo("\nNo figures are listed until the errors are mended.", err=True)
        raise click.exceptions.Exit(1)
    if form == "docx":
        raise click.exceptions.Exit(_sheet(root, surveyed, name, found, asked))
    register = register_figures(surveyed, name, found, _layout(root, surveyed, name))
    click.echo(dump(as_json(register)) if form == "json" else as_text(register))


def _layout(root: Path, surveyed: Survey, name: str) -> tuple[str | Wording, ...]:
    """Return what the paper's template prints, in order; where it cannot be read, what templates print as a rule."""
    from pcp_reports.starter import template_path  # noqa: PLC0415 - with the rest of Word
    from pcp_reports.word.order import order_of  # noqa: PLC0415 - Word is slow to load

    paper = surveyed.register.papers[name].paper
    template = template_path(root, paper.template) if paper is not None else None
    try:
        order = order_of(read_ordinary(template), f"templates/{template.name}") if template is not None else ()
    except OSError:
        order = ()
    return order or FRONT_AND_BODY


def _sheet(root: Path, surveyed: Survey, name: str, found: list[Finding], asked: Path | None) -> int:
    """Write the evidence sheet and print its path; return the exit code."""
    from pcp_reports.building import file_name, make  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.compose import compose  # noqa: PLC0415 - as above
    from pcp_reports.editing import digest  # noqa: PLC0415 - as above
    from pcp_reports.output import aimed, write_sheet  # noqa: PLC0415 - as above
    from pcp_reports.word.evidence_sheet import evidence_sheet  # noqa: PLC0415 - as above

    home = root / "output" / name
    target = aimed(home / f"{name} figures.docx", asked, root)
    if isinstance(target, Finding):
        return refused(target)
    with Working("Building") as working:
        made = make(surveyed, name, root, draft=False, step=working.step)
    if made.data is None:
        click.echo(findings_as_text(made.findings, surveyed.register), err=True)
        click.echo("\nNo evidence sheet is written of a paper that cannot be built.", err=True)
        return 1
    document = compose(surveyed, name)
    tongue = document.language.replace("-", "_")
    register = register_figures(surveyed, name, found, _layout(root, surveyed, name), tongue=tongue)
    paper = home / file_name(surveyed, name, draft=False)
    there, now = _digest_of(paper), digest(made.data)
    if there != now:
        missing = "is not built yet" if there is None else "does not stand as these entries make it"
        click.echo(f"{paper.name} {missing}, and the sheet says so. Run: pcp-reports build {typed(name)}", err=True)
    built = (paper.name, now) if there == now else None
    sheet = evidence_sheet(register, document.office, document.signatory, built)
    written = write_sheet(sheet, target, home, root, of=now)
    if isinstance(written, Finding):
        return refused(written)
    click.echo(from_here(written.path))
    return 0


def _digest_of(paper: Path) -> str | None:
    """Return the digest of the paper that stands in output/; of one that cannot be read a digest that fits nothing."""
    from pcp_reports.editing import digest_of  # noqa: PLC0415 - with the rest of Word

    try:
        return digest_of(paper)
    except OSError:
        return ""


def as_json(register: FigureRegister) -> dict[str, Any]:
    """Return the register as `figures --format json` prints it; bounds are strings, null where there is none."""
    return {
        "paper": register.paper,
        "figures": [
            {
                "words": one.words,
                "noun": one.noun or None,
                "paragraph": one.paragraph,
                "where": one.where,
                "unit": one.claim.unit.value,
                "kind": one.claim.kind.value,
                "low": None if one.claim.low is None else in_digits(one.claim.low),
                "high": None if one.claim.high is None else in_digits(one.claim.high),
                "standing": one.proof.standing.value,
                "with": one.proof.words,
                "path": one.place.path,
                "line": one.place.line,
            }
            for one in register.figures
        ],
        "summary": {
            "figures": len(register.figures),
            **{standing.value: len(register.of(standing)) for standing in Standing},
        },
    }


def as_text(register: FigureRegister) -> str:
    """Return the register for a terminal: by paragraph, those without support marked, and the sum of it at the end."""
    rows = [(one, shown(one.words), shown(one.read_as(_ENGLISH))) for one in register.figures]
    words = min(max((len(row[1]) for row in rows), default=0), _MOST_WORDS)
    read_as = min(max((len(row[2]) for row in rows), default=0), _MOST_READ)
    parts = []
    for where, group in groupby(rows, key=lambda row: _heading(row[0])):
        lines = [click.style(shown(where), bold=True)]
        lines += [line for row in group for line in _lines(*row, words, read_as)]
        parts.append("\n".join(lines))
    parts.append(_closing(register))
    return "\n\n".join(parts)


def _heading(figure: PrintedFigure) -> str:
    return figure.where if figure.paragraph is None else f"Paragraph {figure.paragraph}"


def _lines(figure: PrintedFigure, words: str, read_as: str, first: int, second: int) -> Iterator[str]:
    """Yield the lines of one figure: its words, what it is read as, its standing, and what it rests on."""
    standing = figure.proof.standing
    unsupported = standing is Standing.UNSUPPORTED
    with_what = in_short(figure.proof.words)
    room = max(_WIDTH - len(_MARK) - first - second - _STANDING - 6, 20)
    rests = wrap(with_what, room, break_on_hyphens=False)
    columns = (
        wrap(words, first, break_on_hyphens=False),
        wrap(read_as, second, break_on_hyphens=False),
        [standing.value],
    )
    for at in range(max(len(rests), *map(len, columns))):
        mark = _MARK if unsupported and not at else _NO_MARK
        one, two, three = (column[at] if at < len(column) else "" for column in columns)
        rest = rests[at] if at < len(rests) else ""
        line = f"{one:<{first}}  {two:<{second}}  {three:<{_STANDING}}  {rest}"
        yield f"{click.style(mark, fg='yellow', bold=True) if mark.strip() else mark}{line}".rstrip()
    if unsupported:
        yield click.style(f"    → {shown(figure.place.path)}:{figure.place.line}", dim=True)


def _closing(register: FigureRegister) -> str:
    """Return how many figures there are of each standing, and what to do about those without support."""
    total = len(register.figures)
    if not total:
        return "The paper prints no figure."
    told = [f"{len(register.of(standing)):,} {standing.value}" for standing in Standing]
    closing = f"{counted(total, 'figure')}: {', '.join(told)}."
    if register.of(Standing.UNSUPPORTED):
        closing += (
            f"\nGive each figure marked {_MARK.strip()} a source: “evidence:” in its entry for words of the text,"
            "\n“source:” beside a figure that is kept as data."
        )
    return closing
