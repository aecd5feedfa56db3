"""`totals`: every round by strand, its claims, and the financial year so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pcp_reports.cli.common import known_papers, read, with_workspace
from pcp_reports.cli.report import dump, shown
from pcp_reports.cli.sound_rounds import refuse_unsound, warn_of_doubts
from pcp_reports.dates import FinancialYear, in_words
from pcp_reports.ledger import ledger
from pcp_reports.money import Money
from pcp_reports.stated.judged import judged
from pcp_reports.totals_csv import as_csv
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pcp_reports.ledger import Ledger, RoundSum, Sum
    from pcp_reports.stated.judged import Judged

EPILOG = """\b
Examples:
  pcp-reports totals
  pcp-reports totals 2023-10-03
  pcp-reports totals --year 2023/24
  pcp-reports totals --format csv > totals.csv

Papers named: their rounds, and the year up to the latest of their meetings.
"""

_VERDICTS = {
    "agrees": "agrees",
    "agrees_rounded": "agrees when rounded",
    "within_bound": "agrees as far as it goes",
    "disagrees": "disagrees",
    "exceeds": "goes beyond it",
    "cannot_check": "cannot be checked",
}

_REFUSAL = "No totals are given until these are mended: they would have a hole in them."


@click.command(epilog=EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@click.option("--year", metavar="2023/24", help="Only this financial year (1 April to 31 March).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="How to print the totals; csv opens in Excel.",
)
@click.option("--internal", is_flag=True, help="Count exempt grants too. Never for publication.")
@with_workspace
def command(root: Path, papers: tuple[str, ...], year: str | None, form: str, *, internal: bool) -> None:
    """Add up every funding round by strand, and the financial year so far.

    PAPER is the name of a folder in entries/; without one, every round is shown.
    """
    try:
        within = FinancialYear.parse(year) if year is not None else None
    except ValueError as error:
        raise click.UsageError(f"“{year}” is not a financial year. Type it as 2023/24.") from error
    surveyed = read(root)
    named = known_papers(surveyed.register, papers)
    refuse_unsound(surveyed, named, _REFUSAL)
    locale = surveyed.register.language
    made = ledger(surveyed, papers=named, year=within, internal=internal)
    if form == "json":
        click.echo(dump(as_json(made, locale)))
    elif form == "csv":
        click.echo(as_csv(made), nl=False)
    else:
        if internal:
            click.echo("INTERNAL: exempt grants are counted. Not for publication.\n")
        click.echo(as_table(made, locale))
        warn_of_doubts(surveyed)


def as_json(made: Ledger, locale: str = "en_GB") -> dict[str, Any]:
    """Return the ledger as `totals --format json` prints it; money is a string with two decimals."""
    return {
        "rounds": [
            {
                "paper": one.paper,
                "entry": one.filed.path,
                "fund": one.round.fund,
                "announced": str(one.round.announced),
                **_sums(one.sum),
                "strands": [
                    {"name": strand.name, **_sums(strand.sum)} for strand in one.strands if strand.name is not None
                ],
                "stated": [
                    {
                        "total": claim.total_words,
                        "projects": claim.count_words,
                        "covers": list(claim.covers),
                        "verdict": claim.verdict.value,
                    }
                    for claim in judged(one, locale)
                    if claim.listed
                ],
            }
            for one in made.rounds
        ],
        "years": [
            {"year": str(row.year), "fund": row.fund, "strand": row.strand, **_sums(row.sum)} for row in made.years
        ],
    }


def _sums(total: Sum) -> dict[str, Any]:
    return {"total": total.total.decimal, "grants": total.grants, "projects": total.projects}


def as_table(made: Ledger, locale: str = "en_GB") -> str:
    """Return the ledger as a table for a terminal."""
    parts = [_round(one, locale) for one in made.rounds]
    parts += _years(made)
    return "\n\n".join(parts) if parts else "There are no funding rounds yet."


def _round(one: RoundSum, locale: str) -> str:
    model = one.round
    where = f"in {shown(one.paper)}" if one.paper is not None else "no paper cites it yet"
    lines = [
        f"{click.style(shown(one.filed.name), bold=True)}: {shown(model.fund)}, announced {in_words(model.announced)} ({where})"
    ]
    rows = [(shown(strand.name), strand.sum) for strand in one.strands if strand.name is not None and strand.grants]
    lines += _sum_lines([*rows, ("Total", one.sum)])
    lines += [f"  Stated: {shown(_claim(claim))}" for claim in judged(one, locale) if claim.listed]
    for status in ("withdrawn", "returned"):
        apart = [grant for grant in one.apart if grant.status == status]
        if apart:
            total = Money.total(grant.amount for grant in apart)
            lines.append(
                f"  {status.capitalize()}, not counted: {total} ({', '.join(shown(grant.recipient) for grant in apart)})"
            )
    return "\n".join(lines)


def _claim(one: Judged) -> str:
    count = one.count_words
    said = [part for part in (one.total_words, f"{count} {one.claim.noun}" if count else None) if part]
    words = " to ".join(said) if said else "in the text"
    scope = f", covering {listed(list(one.covers))}" if one.covers else ""
    return f"{words}{scope} – {_VERDICTS[one.verdict.value]}"


def _sum_lines(rows: list[tuple[str, Sum]]) -> list[str]:
    width = max(len(name) for name, _ in rows)
    money = max(len(str(total.total)) for _, total in rows)
    lines = []
    for number, (name, total) in enumerate(rows):
        last = number == len(rows) - 1
        if last and len(rows) > 1:
            lines.append("  " + "─" * (width + 2 + money))
        line = f"  {name:<{width}}  {total.total!s:>{money}}  {counted(total.grants, 'grant')}"
        lines.append(line + (f", {counted(total.projects, 'project')}" if total.projects != total.grants else ""))
    return lines


def _years(made: Ledger) -> Iterable[str]:
    groups: dict[tuple[str, str], list[tuple[str, Sum]]] = {}
    whole: dict[tuple[str, str], list[Sum]] = {}
    for row in made.years:
        key = (str(row.year), row.fund)
        groups.setdefault(key, []).append((shown(row.strand or "Without a strand"), row.sum))
        whole.setdefault(key, []).append(row.sum)
    for (year, fund), rows in groups.items():
        total = _together(whole[year, fund])
        yield "\n".join(
            [
                f"{click.style(f'Financial year {year}', bold=True)}: {shown(fund)}",
                *_sum_lines([*rows, ("Total", total)]),
            ]
        )


def _together(sums: list[Sum]) -> Sum:
    return type(sums[0])(
        Money.total(one.total for one in sums), sum(one.grants for one in sums), sum(one.projects for one in sums)
    )
