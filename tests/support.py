"""Small workspaces made from strings, and the command line run in this process: what tests of several modules share."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from pcp_reports.checks import check
from pcp_reports.cli.app import run as run_command_line
from pcp_reports.compose import compose
from pcp_reports.document import BlockKind
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pcp_reports.document import Document
    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

FUND = "Safer Streets Fund"
"""The fund of `OFFICE`, whose strands are Community Fund, Innovation Fund and Fighting Crime Grants."""

OFFICE = """\
kind: office
name: Office of the Police and Crime Commissioner for Barsetshire
commissioner: Police and Crime Commissioner
force: Barsetshire Constabulary
panel: Barsetshire Police and Crime Panel
people:
  Ann Thorne:
    role: Chief Executive
    telephone: 01234 567890
    office: Barchester
    email: ann.thorne@example.gov.uk
plan:
  name: Safer Barsetshire
  priorities:
    - Burglary
    - Road safety
    - Victims
funds:
  Safer Streets Fund:
    strands:
      Community Fund:
      Innovation Fund:
      Fighting Crime Grants:
  Small Grants:
standing:
  duty: The Commissioner holds the Chief Constable to account.
"""


THREE_STRANDS = """
    Community Fund:
      - {recipient: Barchester Scouts, purpose: tents, amount: '£43,000', projects: 4}
      - {recipient: 4 Me 2, purpose: dance, amount: '£10,000'}
      - {recipient: Guides, purpose: tents, amount: £879}
    Innovation Fund:
      - {recipient: Shop Watch, purpose: radios, amount: '£1,840'}
    Fighting Crime Grants:
      - {recipient: Rovers, purpose: patrols, amount: '£18,000'}
"""
"""Community Fund £53,879 (3 grants, 6 projects); the round £73,719 (5 grants, 8 projects, 5 recipients)."""


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write entries below ``root``/entries and return ``root``.

    Names are paths without ``.yaml``; indentation that all lines share is taken off. `OFFICE` is written unless
    ``office`` is given; an empty string leaves a file out.
    """
    for name, text in {"office": OFFICE, **files}.items():
        if text:
            path = root / "entries" / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
    (root / "entries").mkdir(exist_ok=True)
    return root


def paper(
    *items: str, meeting: str = "2023-10-03", heading: str = "News", template: str = "panel-update", more: str = ""
) -> str:
    """Return a paper.yaml of one section: ``items`` as typed behind their dashes, ``more`` keys at the end."""
    head = f"kind: paper\ntitle: The Commissioner's update\ntemplate: {template}\n"
    date = f"meeting: {meeting}\n" if meeting else ""
    rows = "".join(f"      - {indent(dedent(item).strip(), ' ' * 8).lstrip()}\n" for item in items)
    return f"{head}{date}{dedent(more).lstrip()}sections:\n  - heading: {heading}\n    items:\n{rows}"


def statement(text: str, more: str = "") -> str:
    """Return a statement's file: the text, and ``more`` keys."""
    return f"kind: statement\n{dedent(more).lstrip()}text: |\n{indent(dedent(text).strip(), '  ')}\n"


def funding_round(
    grants: str, *, text: str = "The Commissioner made these grants:", announced: str = "2023-09", more: str = ""
) -> str:
    """Return a round's file: ``grants`` as typed beneath the key, ``more`` keys before it."""
    head = f"kind: funding-round\nfund: {FUND}\nannounced: {announced}\ntext: |\n{indent(dedent(text).strip(), '  ')}\n"
    return f"{head}{dedent(more).lstrip()}grants:\n{indent(dedent(grants).strip(), '  ')}\n"


def surveyed(root: Path, files: Mapping[str, str]) -> Survey:
    """Write entries and return them read and placed."""
    return survey(load(write(root, files), keep=True))


def composed(root: Path, files: Mapping[str, str], name: str = "2023-10-03", *, draft: bool = False) -> Document:
    """Write entries and return the document of a paper."""
    return compose(surveyed(root, files), name, draft=draft)


def found(root: Path, files: Mapping[str, str]) -> list[Finding]:
    """Write entries and return everything that `check` finds."""
    return check(surveyed(root, files))


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes of the findings, in their order."""
    return [finding.code for finding in findings]


def of_code(findings: Iterable[Finding], code: str) -> list[Finding]:
    """Return the findings of one code."""
    return [finding for finding in findings if finding.code == code]


_SHORT = {
    BlockKind.HEADING: "H1",
    BlockKind.PHASE: "H2",
    BlockKind.MINOR: "H3",
    BlockKind.NUMBERED: "N",
    BlockKind.CONTINUATION: "C",
    BlockKind.BULLET: "B",
    BlockKind.SUB_BULLET: "BB",
    BlockKind.GRANT_HEADING: "GH",
    BlockKind.GRANT: "G",
    BlockKind.TEXT: "T",
    BlockKind.QUOTATION: "Q",
    BlockKind.TABLE: "TABLE",
}


def outline(document: Document) -> list[str]:
    """Return the body as lines, each led by its kind: H1–H3, N(umbered), C(ontinuation), B, BB, GH, G, T, Q, TABLE."""
    return [f"{_SHORT[block.kind]} {block.text}" for block in document.body]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line came to: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def run(root: Path, *arguments: str) -> Ran:
    """Run a command in the workspace ``root``."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run_command_line(["-C", str(root), *arguments])
    return Ran(code, out.getvalue(), err.getvalue())
