"""Titles, names of files, places and dates of an imported paper; what is said of it, and what is said to be in no entry."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from paper_imports import MEETING, errors, imported, news, text_of, told, written
from papers_in_word import word_file
from support import run

from pcp_reports.dates import PartialDate
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.importing.papers.entry_texts import stem_for
from pcp_reports.importing.papers.said import said_of
from pcp_reports.workspace import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "title", "keys"),
    [
        (
            "The Commissioner visited Quayside Market on 9 August 2023 with the Mill Business Association.",
            "Visit to Quayside Market",
            [("place", "Quayside Market"), ("with", "Mill Business Association"), ("date", "2023-08-09")],
        ),
        (
            "The Commissioner visited Stow on the Wold on Monday.",
            "Visit to Stow on the Wold",
            [("place", "Stow on the Wold")],
        ),
        (
            "The Commissioner visited Burton upon Trent in May.",
            "Visit to Burton upon Trent",
            [("place", "Burton upon Trent")],
        ),
        (
            "The PCC met with the Chair of Mill Town Council.",
            "Meeting with Chair of Mill Town Council",
            [("with", "Chair of Mill Town Council")],
        ),
        (
            "The PCC met Mill Town Council and Port Rowing Club.",
            "Meeting with Mill Town Council and Port Rowing Club",
            [("with", "Mill Town Council"), ("with", "Port Rowing Club")],
        ),
        (
            "The PCC met the Women and Girls Network.",
            "Meeting with Women and Girls Network",
            [("with", "Women and Girls Network")],
        ),
        ("The PCC met residents in Bacup.", "Bacup", [("place", "Bacup")]),
        (
            "Operation Lantern was launched on 2 August 2023 in Mill Town and Quayside. It works in Port too.",
            "Operation Lantern",
            [("launched", "2023-08-02"), ("places", "Mill Town"), ("places", "Quayside")],
        ),
        (
            "Operation Tide was launched in July across Anwick, Stoke-on-Trent and Port.",
            "Operation Tide",
            [("launched", "2023-07"), ("places", "Anwick"), ("places", "Stoke-on-Trent"), ("places", "Port")],
        ),
        ("Operation Tide was launched in July in the county.", "Operation Tide", [("launched", "2023-07")]),
    ],
)
def test_dates_places_and_names_go_to_their_own_keys(text: str, title: str, keys: list[tuple[str, str]]) -> None:
    """A day is no part of a place, whom somebody was with is kept, and an operation says where it runs."""
    said = said_of([text], "News", MEETING, board=False)
    assert (said.title, list(said.keys)) == (title, keys)


def test_places_and_names_are_lists_in_the_file(tmp_path: Path) -> None:
    """The file lists the places of an operation one below the other, and is read without a fault."""
    made = imported(news("1. Operation Lantern was launched on 2 August 2023 in Mill Town and Quayside.\n"))
    assert "launched: 2023-08-02\nplaces:\n  - Mill Town\n  - Quayside\ntext:" in text_of(
        made, "operation-lantern.yaml"
    )
    assert errors(written(tmp_path, made)) == []


@pytest.mark.parametrize(
    ("text", "title", "stem"),
    [
        (
            "Recorded crime fell by 4.1% in the twelve months to June.",
            "Recorded crime fell by 4.1%",
            "recorded-crime-fell",
        ),
        (
            "The Commissioner spends £2.1m a year on services.",
            "The Commissioner spends £2.1m a year",
            "commissioner-spends-a-year",
        ),
        (
            "The net budget requirement for 2024/25 is £178.4m. The precept was set for a Band D property.",
            "The net budget requirement for 2024/25",
            "net-budget-requirement",
        ),
        (
            "The Commissioner continues to meet the Chief Constable weekly.",
            "The Commissioner continues to meet the Chief Constable",
            "continues-meet",
        ),
        (
            "Front desks opened at Tiverton (£42,000) and Bude (£1,000).",
            "Front desks opened at Tiverton",
            "front-desks-opened-tiverton",
        ),
        (
            "The revenue position at 30 September is as follows.",
            "The revenue position at 30 September",
            "revenue-position-september",
        ),
        ("None.", "None", "none"),
    ],
)
def test_a_matter_is_called_by_a_phrase(text: str, title: str, stem: str) -> None:
    """A title ends where a phrase ends, and a file's name holds no half of a sum."""
    said = said_of([text], "News", PartialDate(2024, 12, 12), board=False)
    made = stem_for(said.title, set())
    assert said.title == title
    assert made == stem
    assert not re.search(r"(?:^|-)\d+[mk]?(?:-|$)", made)


def test_statements_are_counted_in_a_plain_sentence() -> None:
    """I am told what was kept as a statement, and why, in words that a colleague would use."""
    made = imported(news("1. Crime fell.\n\n2. Burglary rose.\n"))
    assert told(made, "G543") == [
        "2 items of the paper are kept as statements, as nothing says that they are an operation, an engagement or the board's."
    ]


def test_a_grant_without_its_purpose_is_shown_as_it_will_be_printed() -> None:
    """No line is shown with two dashes and nothing between them."""
    made = imported(news("1. Grants were made in May:\n\n- Alpha Arts £4,000\n- Quay Club £250\n"))
    assert "“Alpha Arts – [What it is for] – £4,000”" in told(made, "G545")[0]


CLOSING = """1. Introduction

1.1 This report sets out the news.

2. Recommendation

2.1 That the Panel notes the report.

LEAD OFFICER: Damian Marsh

TELEPHONE: 01632 960004

E-MAIL: d.marsh@example.gov.uk
"""


def test_the_contact_at_the_end_is_no_recommendation() -> None:
    """“LEAD OFFICER: …” and what follows are the contact's, and are not printed under the recommendation."""
    made = imported("POLICE AND CRIME PANEL\n\n3 October 2023\n\nThe update\n\n" + CLOSING)
    paper = text_of(made, "paper.yaml")
    assert "contact: Damian Marsh\n" in paper
    assert "LEAD OFFICER" not in paper
    assert "telephone: 01632 960004\n    email: d.marsh@example.gov.uk\n" in text_of(made, "office.yaml")
    assert told(made, "G541") == told(made, "G542") == []


def test_a_contact_in_front_is_filled_up_from_the_end() -> None:
    """The table on the first page names the officer, the last lines how to reach them: both make one person."""
    made = imported(
        "POLICE AND CRIME PANEL\n\n3 October 2023\n\nLead officer: Damian Marsh, Head of Policy\n\nThe update\n\n"
        + CLOSING
    )
    assert "  Damian Marsh:\n    role: Head of Policy\n    telephone: 01632 960004\n" in text_of(made, "office.yaml")
    assert "TELEPHONE" not in text_of(made, "paper.yaml")


def test_a_label_in_the_last_paragraph_is_no_contact() -> None:
    """A paragraph that happens to begin with such a word stays in the paper."""
    made = imported(news("1. Crime fell.\n\nTelephone: calls rose by 5% in the quarter.\n"))
    assert any("Telephone: calls rose" in one.text for one in made.files)


def test_numbered_headings_are_sections_and_end_the_summary() -> None:
    """“1 Summary”, “2 Grants agreed” over 2.1 and 2.2 are headings: no section is swallowed, and none is called “Report”."""
    made = from_paper(
        word_file(
            "T| Annual statement\nP| For the Panel meeting of 3 October 2023\nN0| Summary\nN1| There was much news.\n"
            "N0| Crime\nN1| Burglary fell.\nN1| Arson rose.\nN0| Roads\nN1| They are fine."
        ),
        "u.docx",
        MEETING,
    )
    paper = text_of(made, "paper.yaml")
    assert "summary: There was much news.\n" in paper
    assert [line.split(": ")[1] for line in paper.splitlines() if "heading:" in line] == ["Crime", "Roads"]
    assert len([one for one in made.files if "kind: statement" in one.text]) == 3


def test_a_heading_numbered_by_word_opens_the_first_section() -> None:
    """“1. Introduction” is the heading of its section, not a line of the front page."""
    made = from_paper(
        word_file(
            "T| Grant decisions\nP| 3 October 2023\nN0| Introduction\nN1| This report sets out the news.\nN1| It is good."
        ),
        "u.docx",
        MEETING,
    )
    assert "- heading: Introduction\n" in text_of(made, "paper.yaml")
    assert "heading: Report" not in text_of(made, "paper.yaml")


def test_what_the_entries_hold_is_not_said_to_be_lost(tmp_path: Path) -> None:
    """Standing paragraphs, the contact's line and rounds that are there already are in the entries: nobody types them twice."""
    shutil.copytree(ROOT / "entries", tmp_path / "entries")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    assert run(tmp_path, "build", "2023-10-03").code == 0
    (path,) = (tmp_path / "output" / "2023-10-03").glob("*.docx")
    made = from_paper(path.read_bytes(), path.name, PartialDate(2024, 1, 15), load(tmp_path, keep=True))
    assert "standing: " in text_of(made, "paper.yaml")
    assert told(made, "G541") == []
    assert [one for one in told(made, "G542") if "in no entry" in one] == []


def test_a_paragraph_that_the_office_does_not_have_is_not_passed_over(tmp_path: Path) -> None:
    """A standing paragraph that reads otherwise in the paper is in the new entries with its own words."""
    shutil.copytree(ROOT / "entries", tmp_path / "entries")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    assert run(tmp_path, "build", "2023-10-03").code == 0
    (path,) = (tmp_path / "output" / "2023-10-03").glob("*.docx")
    office = tmp_path / "entries" / "office.yaml"
    text = office.read_text(encoding="utf-8")
    assert "By law" in text
    office.write_text(text.replace("By law", "By custom"), encoding="utf-8", newline="\n")
    made = from_paper(path.read_bytes(), path.name, PartialDate(2024, 1, 15), load(tmp_path, keep=True))
    assert "By law" in text_of(made, "paper.yaml")


def test_a_numbered_paragraph_beneath_a_list_keeps_no_number() -> None:
    """“2. Declined: …” belongs to the round above it, and is a paragraph there: no bullet with a number of its own."""
    body = "1. In June 2023 these grants were made:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n\n2. Declined: Darts Club (£4,000), Scouts (£1,200).\n"
    (text,) = [one.text for one in imported(news(body)).files if "kind: funding-round" in one.text]
    assert "  {{ lines }}\n\n  Declined: Darts Club (£4,000), Scouts (£1,200).\n" in text


def test_what_was_not_awarded_before_the_list_is_a_paragraph_of_its_own() -> None:
    """A numbered paragraph that stands in front of the grants, and is none of them, does not run into their round."""
    body = "1. Declined: Darts Club (£4,000), Scouts (£1,200).\n\n2. In June 2023 these grants were made:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n"
    (text,) = [one.text for one in imported(news(body)).files if "kind: funding-round" in one.text]
    assert "Darts" not in text


def test_a_panel_in_the_style_of_a_title_is_not_the_title_of_the_report() -> None:
    """The office prints the panel's name large at the top; the draft still bears the report's own title."""
    description = (
        "T| Mill Police and Crime Panel\nP| Meeting to be held on 3 October 2023\nB| The Commissioner's update\n"
        "H1| Summary\nP| This report tells of the work done.\nH1| News\nN0| The survey is out."
    )
    made = from_paper(word_file(description), "u.docx", MEETING)
    assert "title: The Commissioner's update\n" in text_of(made, "paper.yaml")
    assert "panel: Mill Police and Crime Panel\n" in text_of(made, "office.yaml")


def test_a_panel_alone_at_the_top_is_the_title() -> None:
    """Where nothing else can be the title, what is set as the title is."""
    description = (
        "T| Mill Police and Crime Panel\nP| Meeting to be held on 3 October 2023\nH1| News\nN0| The survey is out."
    )
    made = from_paper(word_file(description), "u.docx", MEETING)
    assert "title: Mill Police and Crime Panel\n" in text_of(made, "paper.yaml")
