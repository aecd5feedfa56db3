"""A short panel paper with one of everything, for the tests that fill a template and read the file back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.document import (
    Block,
    BlockKind,
    Document,
    OfficeNames,
    Origin,
    Person,
    PrintedRound,
    Run,
    Table,
)
from pcp_reports.word.default_template import default_template
from pcp_reports.word.fill import fill
from pcp_reports.word.package import canonical, read_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.word.draft import DraftNotice


def block(kind: BlockKind, *runs: str | Run, line: int = 1, path: str = "entries/2023-10-03/paper.yaml") -> Block:
    """Return a block of words."""
    return Block(kind, tuple(Run(run) if isinstance(run, str) else run for run in runs), Origin(path, line))


ROUND = "entries/funding/2023-24/slnf-september.yaml"
BODY = (
    block(BlockKind.HEADING, "Background", line=8),
    block(BlockKind.NUMBERED, "The Commissioner holds the Chief Constable to account.", line=10),
    block(
        BlockKind.NUMBERED,
        "This ",
        Run("link", link="https://www.example.org/a?b=1&c=2#top"),
        " details the ",
        Run("papers", bold=True),
        " & the minutes.",
        line=11,
    ),
    block(BlockKind.HEADING, "Performance Headlines", line=14),
    block(BlockKind.NUMBERED, "The latest Board took place in August.", line=16),
    block(BlockKind.CONTINUATION, "Items discussed included:", line=18),
    block(BlockKind.BULLET, "An overall drop in crime of 6% <compared> to last year.", line=20),
    block(BlockKind.BULLET, "Cash seizures of £250k.", line=21),
    block(BlockKind.NUMBERED, "A further £12,340 was provided to 3 projects:", line=4, path=ROUND),
    block(BlockKind.GRANT_HEADING, "Community Fund", line=9, path=ROUND),
    block(BlockKind.GRANT, "180 Programme – CrossFit & more for 12-18s – £10,000", line=10, path=ROUND),
    block(BlockKind.GRANT, "BDS Training – a programme – £500.50", line=13, path=ROUND),
    block(BlockKind.GRANT_HEADING, "Police Innovation Fund", line=16, path=ROUND),
    block(BlockKind.GRANT, "Cyber Crime Unit – Cyber Protect Conference – £1,839.50", line=17, path=ROUND),
    Block(
        BlockKind.TABLE,
        (),
        Origin("entries/2023-10-03/figures.yaml", 5),
        Table(
            ("Figure", "Value", "Source"),
            (("Arrests", "130", "Force & partners"), ("Civil orders", "37", "")),
            "What the operation came to",
        ),
    ),
    block(BlockKind.QUOTATION, "“Things are getting done”", line=20),
    block(BlockKind.HEADING, "Recommendation", line=22),
    block(BlockKind.NUMBERED, "Members are recommended to comment accordingly.", line=24),
)
PAPER = Document(
    paper="2023-10-03",
    title="Police & Crime Commissioner's update",
    meeting="3 October 2023",
    language="en-GB",
    numbered=True,
    office=OfficeNames(
        "Office of the Police and Crime Commissioner", "Commissioner", "The Force", "Police and Crime Panel"
    ),
    contact=Person("Ian Dickinson", "", "01772 533587", "Office of the Commissioner", "ian@example.org"),
    signatory=Person("Angela Harrison", "Chief Executive"),
    summary=(
        block(BlockKind.TEXT, "The purpose of this report is to provide an update.", line=5),
        block(BlockKind.TEXT, "It also highlights some activity.", line=7),
    ),
    recommendation=(block(BlockKind.TEXT, "The Panel is asked to consider the report.", line=8),),
    body=BODY,
    rounds=(PrintedRound("slnf-september", 9, 14, "£12,340"),),
)
BRIEFING = replace(
    PAPER,
    title="The Prosper Partnership",
    meeting="",
    contact=Person(),
    signatory=Person(),
    numbered=False,
    recommendation=(),
    rounds=(),
    body=(
        block(BlockKind.HEADING, "The Prosper Partnership"),
        block(BlockKind.PHASE, "Analysis"),
        block(BlockKind.TEXT, "So… what is the problem?"),
        block(BlockKind.BULLET, "Low confidence"),
        BODY[14],
        BODY[15],
    ),
)


def filled(document: Document = PAPER, template: bytes | None = None, draft: DraftNotice | None = None) -> bytes:
    """Return the paper set with a template, by default the one for its layout."""
    layout = "panel-update" if document.numbered else "partnership-briefing"
    made = fill(document, template or default_template(layout), "template.docx", draft=draft)
    assert isinstance(made, bytes), made
    return made


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with the text of one part changed; it must change."""
    parts = read_parts(data, "paper.docx")
    assert isinstance(parts, dict), parts
    text = parts[part].decode("utf-8")
    other = change(text)
    assert other != text, "nothing was changed"
    return canonical({**parts, part: other.encode("utf-8")})
