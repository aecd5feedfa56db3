"""The published paper of October 2023: the rounds of its paragraphs 8 and 9, their verdicts, and nothing else."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.audit.verdicts import Audited

PUBLISHED, DECK = "003_15c0aae8e3ce8794.txt", "000_2631f9bedc1bcbba.txt"
FUNDS = ("Community Fund:", "Police innovation Fund:", "Police Innovation Fund:", "Fighting Crime Grants:")


def typed(lines: list[str]) -> bytes:
    """Return the paper as Word has it when numbers and dashes are typed by hand."""
    return _saved([("Normal", re.sub(r"^([0-9]+\.|-) ", r"\1\t", line)) for line in lines])


def numbered(lines: list[str]) -> bytes:
    """Return the paper as Word has it when Word itself counts the paragraphs and sets the bullets."""
    made = []
    for line in lines:
        number = re.match(r"[0-9]+\. ", line)
        if number is not None:
            made.append(("List Number", line[number.end() :]))
        elif line.startswith("- "):
            made.append(("List Bullet", line[2:]))
        else:
            made.append(("Normal", line))
    return _saved(made)


def _saved(paragraphs: list[tuple[str, str]]) -> bytes:
    document = docx.Document()
    for style, text in paragraphs:
        run = document.add_paragraph(style=style).add_run(text)
        run.bold = text in FUNDS
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_text(lines: list[str]) -> bytes:
    """Return the paper as a text file."""
    return "\n\n".join(lines).encode()


@pytest.fixture(
    params=[(as_text, "paper.txt"), (numbered, "paper.docx"), (typed, "paper.docx")], ids=["text", "Word", "typed"]
)
def published(request: pytest.FixtureRequest, shared: Path) -> Audited:
    """Return the audit of the published paper as text, as Word counts it, and as Word with numbers typed by hand."""
    form, name = request.param
    text = (shared / "reference" / PUBLISHED).read_text(encoding="utf-8")
    return audit(read_paper(form([line.strip() for line in text.splitlines() if line.strip()]), name))


def test_the_published_paper_has_just_its_two_rounds(published: Audited) -> None:
    """Paragraph 8 has nine lines and £69,267, paragraph 9 eight and £73,719; no other list is taken for grants."""
    assert [(one.where, one.grants, str(one.total)) for one in published.rounds] == [
        ("paragraph 8", 9, "£69,267"), ("paragraph 9", 8, "£73,719"),
    ]  # fmt: skip
    assert [
        [(strand.name, str(strand.total), strand.grants) for strand in one.strands] for one in published.rounds
    ] == [
        [("Community Fund", "£62,523", 8), ("Police innovation Fund", "£6,744", 1)],
        [
            ("Community Fund", "£53,879", 6),
            ("Police Innovation Fund", "£1,840", 1),
            ("Fighting Crime Grants", "£18,000", 1),
        ],
    ]


def test_its_claims_have_the_verdicts_worked_out_by_hand(published: Audited) -> None:
    """£69k agrees when rounded; £53,879 and 6 projects disagree with the round as listed."""
    assert [[(claim.text, claim.verdict.value) for claim in one.claims] for one in published.rounds] == [
        [("£69k", "agrees_rounded")],
        [("£53,879", "disagrees"), ("6 projects", "disagrees")],
    ]


def test_paragraph_nine_is_explained_in_two_sentences_and_nothing_else_is_found(published: Audited) -> None:
    """I am told that £53,879 and six projects are the Community Fund alone, and what all eight grants come to."""
    assert [(finding.code, finding.message) for finding in published.findings] == [
        (
            "G201",
            (
                "Paragraph 9: £53,879 and 6 projects are the Community Fund alone. "
                "All eight grants listed come to £73,719, which is £19,840 more."
            ),
        )
    ]


def test_a_slide_deck_without_grants_has_no_rounds(shared: Path) -> None:
    """The deck speaks of costs, of savings and of money seized, and of no list of grants."""
    found = audit(read_paper((shared / "reference" / DECK).read_bytes(), DECK))
    assert found.rounds == ()
    assert found.findings == ()
