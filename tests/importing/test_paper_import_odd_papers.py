"""Papers of many shapes: minutes, letters, lists and tables over a page break, declined bids in a table of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paper_imports import MEETING, imported, news, round_text, text_of, told
from papers_in_word import word_file
from support import write

from pcp_reports.importing.papers.drafting import from_paper

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "kind: office\nname: OPCC\nfunds:\n  Safer Streets Fund:\n    strands:\n      Community Fund:\n      Innovation Fund:\n"
LIST = "- Mill Trust – lamps – £1,000\n- Oak Hub – gym – £1,500\n"


def test_a_strand_that_the_paper_calls_a_fund_is_that_strand(tmp_path: Path) -> None:
    """The office knows the Community Fund as a strand of the Safer Streets Fund: there the grants go, and it is said."""
    write(tmp_path, {"office": OFFICE})
    made = imported(news(f"1. In September 2023 the Community Fund gave £2,500 to 2 projects:\n\n{LIST}"), tmp_path)
    assert "fund: Safer Streets Fund\n" in round_text(made)
    assert "  Community Fund:\n    - recipient: Mill Trust" in round_text(made)
    assert "“Safer Streets Fund” as the fund, whose strand “Community Fund” is" in told(made, "G544")[0]
    assert told(made, "G549") == []


def test_a_heading_said_again_on_the_next_page_is_not_printed_beneath_the_grants() -> None:
    """“Community Fund (continued)” is for the page it stood on; the grants beneath it belong to the strand above."""
    made = from_paper(
        word_file(
            "T| Update\nH1| Funding\nN0| In June 2023 the Safer Streets Fund awarded £4,200 to 4 projects:\nH2| Community Fund\n"
            "L0| Mill Trust – lamps – £1,000\nL0| Oak Hub – gym – £1,500\nH2| Community Fund (continued)\n"
            "L0| Elm & Co – signs – £1,000\nL0| Fen Club – paint – £700\n"
        ),
        "u.docx",
        MEETING,
    )
    assert "continued" not in round_text(made)
    assert round_text(made).count("Community Fund:") == 1
    assert str(made.total_in) == "£4,200"
    assert told(made, "G541") == []


def test_the_headings_of_a_table_that_stand_again_on_the_next_page_leave_no_prompt() -> None:
    """A table cut in two by a page has its headings twice; neither is a table that was left out, and its total in thousands is there."""
    head = "TABLE| header\n| Organisation | Project | Award (£k) |\n"
    made = from_paper(
        word_file(
            "T| Update\nH1| Funding\nN0| In June 2023 the Safer Streets Fund awarded £4.5k:\n"
            f"{head}| Mill Trust | lamps | 1.0 |\n| Oak Hub | gym | 1.5 |\n| Organisation | Project | Award (£k) |\n| Ash | pens | 0.3 |\n\n"
            f"{head}| Elm & Co | signs | 1.0 |\n| Fen Club | paint | 0.7 |\n| Total | | 4.5 |\n"
        ),
        "u.docx",
        MEETING,
    )
    assert "[Table" not in round_text(made)
    assert "Total: £4.5k" in round_text(made)
    assert told(made, "G541") == []
    assert "5 amounts rounded" in told(made, "G558")[0]


def test_words_over_a_table_of_declined_bids_are_told_of_when_the_table_is_left_out() -> None:
    """“The following bids were declined:” must not be printed over nothing unawares."""
    made = from_paper(
        word_file(
            "T| Update\nH1| Funding\nN0| In June 2023 the Safer Streets Fund awarded £2,500 to 2 projects:\n"
            "L0| Mill Trust – lamps – £1,000\nL0| Oak Hub – gym – £1,500\nN0| The following bids were declined:\n"
            "TABLE| header\n| Organisation | Project | Requested | Reason |\n| Ash Club | huts | £2,000 | Out of area |\n"
            "| Yew Band | drums | £900 | No match funding |\n"
        ),
        "u.docx",
        MEETING,
    )
    (found,) = [one for one in made.findings if one.code == "G546"]
    assert found.hint.startswith("“The following bids were declined:” is left with nothing beneath it")


LETTER = (
    "{}20 September 2023\n\nDear Councillor Brown,\n\nThe grants from the Safer Streets Fund in June 2023 were:\n\n"
    f"{LIST}\nYours sincerely,\n\nJo Bell\n\nCommissioner\n"
)


def test_the_words_that_lead_to_the_grants_of_a_letter_are_those_of_its_round() -> None:
    """A letter has no headings; the sentence over its list still says which fund, and when."""
    made = imported(LETTER.format("Office of the Police and Crime Commissioner\n\n"))
    assert "  The grants from the Safer Streets Fund in June 2023 were:\n" in round_text(made)
    assert "fund: Safer Streets Fund\nannounced: 2023-06" in round_text(made)


def test_how_a_letter_begins_is_not_its_title() -> None:
    """“Dear Councillor Brown,” would be a poor title: the title is asked for, and the words are named."""
    made = imported(LETTER.format("County Hall, Northtown NT1 2AB\n\n"))
    assert "Dear" not in text_of(made, "paper.yaml")
    assert any(
        "Dear Councillor Brown" in near.message for one in made.findings if one.code == "G542" for near in one.related
    )


def test_a_further_grant_told_of_behind_a_list_is_named() -> None:
    """“A further grant of £600 was made to Fen Club” in the paragraph beneath is no line of the list, and is not lost in silence."""
    made = imported(
        news(
            f"1. In June 2023 the Safer Streets Fund gave 2 grants:\n\n{LIST}\nIn total £2,500 was given to two groups. A further "
            "grant of £600 was made to Fen Club for paint.\n"
        )
    )
    assert str(made.total_in) == "£3,100" or "A further grant of £600" in told(made, "G546")[0]
