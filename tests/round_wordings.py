"""What the generated rounds are written with: sentences, names, an office and a paper; and a round as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printed_figures import pounds

from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.checks.explain import Line

STRANDS = ("Community Fund", "Police Innovation Fund", "Fighting Crime Grants", "Early Help Scheme")
OFFICE = """\
kind: office
name: Office of the Police and Crime Commissioner for Barsetshire
people:
  Ann Thorne:
    role: Chief Executive
    telephone: 01234 567890
funds:
  Safer Streets Fund:
    strands:
      Community Fund:
      Police Innovation Fund:
      Fighting Crime Grants:
      Early Help Scheme:
  Small Grants:
"""
PAPER = """\
kind: paper
meeting: 2023-10-03
title: The Commissioner's update
contact: Ann Thorne
signatory: Ann Thorne
sections:
  - heading: News
    items:
      - {items}
"""

# Where {total} stands alone the count is not printed, and the other way about.
WORDINGS = (
    "A further {total} was provided to {count} {projects} through:",
    "{total} has been awarded to {count} {projects}.",
    "The Commissioner awarded {total} to {count} {projects} in September:",
    "In this round {count} {projects} received a total of {total}.",
    "Funding of {total} will support {count} {projects} across the county:",
    "{total} of funding for {count} {projects} was agreed by the Commissioner:",
    "The Commissioner has approved {count} {projects}, worth {total} in all:",
    "The Commissioner has now awarded {total} to {count} {projects}:",
    "An investment of {total} in {count} {projects} was announced:",
    "The latest round came to {total}, for {count} {projects}:",
    "In all, {count} {projects} shared {total}:",
    "The round was announced at the end of September, with {total} provided to {count} {projects}:",
    "Grants totalling {total} were made to {count} {projects}:",
)
TOTAL_WORDINGS = (
    "The Commissioner announced another round of funding, with {total} being invested through the following projects.",
    "A total of {total} was awarded in this round:",
    "Grants totalling {total} were made:",
    "The Commissioner provided {total} through:",
)
COUNT_WORDINGS = (
    "The Commissioner agreed to fund {count} {projects} in this round:",
    "In this round {count} {projects} were supported:",
    "The Commissioner has awarded funding to {count} {projects}:",
)
STRAND_WORDINGS = (
    "Through the {strand}, {total} was awarded to {count} {projects}:",
    "From the {strand}, {count} {projects} received {total}:",
    "Under the {strand}, a further {total} was provided to {count} {projects}:",
)

BODIES = (
    "Youth Zone", "Boxing Club", "Parish Council", "Women's Centre", "Rugby Club", "Community Trust", "Academy",
    "Neighbourhood Watch", "Residents' Association", "Learning Partnership", "Food Bank", "Mosque & Community Centre",
)  # fmt: skip
PLACES = (
    "Barchester",
    "Ullathorne",
    "Plumstead Episcopi",
    "Silverbridge",
    "Hogglestock",
    "Framley",
    "Courcy",
    "Puddingdale",
)
HOSTILE = (
    "R&B <Youth> Trust", "“The Shed”", "Cafe £5 Meals", "100% Girls", "7 Up 4 All", "O'Brien: Boxing # 1", "Null", "Yes",
    "- Dash Trust", "{curly}", "Ysgol Gyfun Llanw’r Môr", "Boys' & Girls' Clubs (Wales), Ltd.", "N/A", "2023-10-03 Club",
    "The Friends of the Library, Reading Room and Museum of the Ancient Borough of Barchester and its Neighbouring Parishes",
    "B, C and D Partners", '\\backslash\\ "quoted"', "St. John’s (£500 Club)",
)  # fmt: skip

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def entry(text: str, lines: Sequence[Line], announced: str, season: str, covers: str | None = None) -> str:
    """Return a round's file: the sentence, and the lines strand by strand; purposes bear the season, so that no grant stands in two rounds."""
    plain = lines[0].strand is None
    rows = [
        "kind: funding-round",
        f"fund: {'Small Grants' if plain else 'Safer Streets Fund'}",
        f"announced: {announced}",
        "text: |",
        f"  {text}",
        *(["stated:", f"  covers: {covers}"] if covers is not None else []),
        "grants:",
    ]
    indent = "  " if plain else "    "
    strand: str | None = None
    for at, line in enumerate(lines):
        if line.strand != strand:
            strand = line.strand
            rows.append(f"  {strand}:")
        rows += [
            f"{indent}- recipient: {yaml_quoted(line.recipient)}",
            f"{indent}  purpose: {season} sessions for young people on {_DAYS[at % 5]} evenings, group {_letters(at)}",
            f"{indent}  amount: {pounds(line.pence)}",
        ]
        rows += [f"{indent}  projects: {line.projects}"] if line.projects > 1 else []
        rows += [] if line.counts else [f"{indent}  status: {('withdrawn', 'returned')[at % 2]}"]
    return "\n".join(rows) + "\n"


def _letters(number: int) -> str:
    return chr(65 + number // 26) + chr(65 + number % 26)
