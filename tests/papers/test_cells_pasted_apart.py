"""Tables that lost their columns: squeezed out of a PDF, cells a line each from a web page, a page turned amid them."""

from __future__ import annotations

import pytest

from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Passage, Sort


def read(*lines: str, path: str = "paper.txt") -> list[Passage]:
    """Return the passages of a text."""
    return list(read_paper("\n".join(lines).encode(), path).passages)


def rows(passages: list[Passage]) -> list[tuple[str, ...]]:
    """Return the cells of the rows among passages, empty ones left out."""
    return [tuple(cell.text for cell in one.cells if cell.text) for one in passages if one.sort is Sort.ROW]


def test_a_squeezed_table_is_a_table_where_two_sums_end_each_row() -> None:
    """“Guides £500 £400” beneath “Charity Request Granted” is a row of three cells, the total as well."""
    assert rows(
        read(
            "The grants were these.",
            "",
            "Charity Request Granted",
            "Alder Scouts £500.00 £400.00",
            "Birch Guides £1,000.00 £1,000.00",
            "Total £1,500.00 £1,400.00",
        )
    ) == [
        ("Charity", "Request", "Granted"),
        ("Alder Scouts", "£500.00", "£400.00"),
        ("Birch Guides", "£1,000.00", "£1,000.00"),
        ("Total", "£1,500.00", "£1,400.00"),
    ]


def test_headings_of_two_words_stay_together() -> None:
    """“Amount requested” and “Amount awarded” are a heading each, and the year of a column is one."""
    head, *_ = rows(
        read("Recipient Amount requested Amount awarded", "Alder Club £5,000 £4,500", "Birch Club £300 £300")
    )
    assert head == ("Recipient", "Amount requested", "Amount awarded")
    head, *_ = rows(read("Partner 2023/24 2024/25 Total", "Alder £5,000 £4,500 £9,500", "Birch £300 £300 £600"))
    assert head == ("Partner", "2023/24", "2024/25", "Total")


def test_a_row_may_run_over_lines_until_its_sum_comes() -> None:
    """Names and purposes that a narrow column broke belong to the sum that ends the row; the words behind the table do not."""
    found = rows(
        read(
            "Organisation Purpose Award (£)",
            "Alder Road Skate",
            "Park",
            "Lights for winter",
            "evenings",
            "3,200",
            "Birch Carers Bus fares for young",
            "carers",
            "1,850",
            "Cedar Club Locked store 990",
            "",
            "All of these were paid in May.",
        )
    )
    assert found[1:] == [
        ("Alder Road Skate Park Lights for winter evenings", "3,200"),
        ("Birch Carers Bus fares for young carers", "1,850"),
        ("Cedar Club Locked store", "990"),
    ]


def test_a_row_that_may_end_in_a_figure_of_its_words_is_no_row() -> None:
    """Where “for 12” may be the sum or the number of boys, no table is made: a wrong total is never worked out."""
    assert not rows(
        read(
            "Organisation Purpose Award (£)",
            "Alder Club Mentors for 12",
            "boys",
            "3,200",
            "Birch Carers Bus fares",
            "1,850",
            "Cedar Club Store 1,990",
        )
    )


def test_sums_with_a_pound_sign_end_rows_that_run_over_lines() -> None:
    """A pound sign before each sum makes no difference where the cells of a narrow column were broken."""
    typed = ["Alder Road Skate", "Park", "£3,200", "Birch Carers Fares", "£1,850", "Cedar Club Store £900"]
    assert rows(read("Organisation Purpose Award", *typed))[1:] == [
        ("Alder Road Skate Park", "£3,200"),
        ("Birch Carers Fares", "£1,850"),
        ("Cedar Club Store", "£900"),
    ]
    wrapped = ["Alder – for a trip", "to the sea – £500", "Birch – for", "a boat – £700", "Cedar – lights – £300"]
    assert not rows(read("Projects awarded", *wrapped))


def test_lines_with_a_pound_sign_each_stay_lines() -> None:
    """A list of “Guides £500” under a line about grants awarded is a list, and no table."""
    assert not rows(read("Community Fund Grants Awarded", "Alder Scouts £500", "Birch Guides £400", "Cedar Club £300"))


CELLS = ("Ref", "Organisation", "Purpose", "Award £")
RECORDS = (("N1", "Alder Friends", "Planting", "650"), ("N2", "Birch Women", "Sewing", "1,200"))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_cells_of_a_line_each_are_rows_by_their_sums(between: str) -> None:
    """Headings and records copied from a web page, a cell a line, with blank lines between them or none."""
    typed = [*CELLS, *(cell for record in RECORDS for cell in record), "Total awards", "£1,850"]
    passages = read("The Committee agreed these grants.", "", between.join(typed), "", "The meeting ended at 9 pm.")
    assert rows(passages) == [CELLS, *RECORDS, ("Total awards", "£1,850")]
    assert passages[-1].text == "The meeting ended at 9 pm."


def test_cells_of_a_line_each_are_read_whole_where_a_purpose_is_missing() -> None:
    """Where a purpose was left out, the sums still part the records: no half of a table is taken for the whole."""
    typed = ["Organisation", "Project", "Granted", "Alder", "Tents", "£1,500", "Birch", "Boats", "£1,000"]
    assert rows(read(*typed)) != []
    more = read(*typed, "Cedar", "£500", "Dale", "Lights", "£1,000")
    assert rows(more)[-3:] == [("Birch", "Boats", "£1,000"), ("Cedar", "£500"), ("Dale", "Lights", "£1,000")]


def test_the_head_of_a_page_amid_a_table_is_set_apart() -> None:
    """A page's number, and the paper's title above the next page, part no list: rows go on behind them."""
    passages = read(
        "EASTMERE POLICE AND CRIME PANEL",
        "12 June 2025",
        "AGENDA ITEM 8",
        "",
        "Report of the Commissioner",
        "",
        *(f"1.{number} The force has seen to matter number {number} since April." for number in range(1, 8)),
        "",
        "Charity Request Granted",
        "Alder Scouts £500.00 £400.00",
        "31",
        "Eastmere Police and Crime Panel 12 June 2025",
        "Item 8",
        "Birch Guides £1,000.00 £1,000.00",
        "",
        *(f"1.{number} The office has seen to matter number {number} since April." for number in range(8, 20)),
        "32",
    )
    assert rows(passages)[1:] == [("Alder Scouts", "£500.00", "£400.00"), ("Birch Guides", "£1,000.00", "£1,000.00")]
    assert [one.text for one in passages if one.sort is Sort.HEADER] == [
        "Eastmere Police and Crime Panel 12 June 2025",
        "Item 8",
    ]
    assert not any(one.text in {"31", "32"} for one in passages)


def test_a_bare_number_alone_on_a_line_is_no_page_without_more() -> None:
    """31 and 32 may be sums: they are dropped only where the paper's title or the end of the text says that a page ends."""
    texts = [
        one.text for one in read("Grants of the year", "", "Alder", "31", "", *["Words."] * 14, "Birch", "32", "End")
    ]
    assert {"31", "32"} <= set(texts)


def test_a_purpose_set_in_beneath_its_grant_is_one_passage() -> None:
    """“recorders, so that” and “all may hear” beneath a name and its sum are one purpose, however short its lines are."""
    texts = [
        one.text
        for one in read(
            "Alder Newspaper £900.00",
            "    recorders, so that",
            "    all may hear",
            "Birch Drop-In £1,000.00",
            "    hot meals",
        )
    ]
    assert texts == [
        "Alder Newspaper £900.00",
        "recorders, so that all may hear",
        "Birch Drop-In £1,000.00",
        "hot meals",
    ]


def test_labelled_lines_of_markdown_stay_lines() -> None:
    """“**Applicant:** Guides” and “**Decision:** approved” on two lines are two lines, though Markdown would run them on."""
    texts = [one.text for one in read("**Applicant:** Guides", "**Decision:** £500 awarded", path="paper.md")]
    assert texts == ["Applicant: Guides", "Decision: £500 awarded"]
    wrapped = [one.text for one in read("The **three** grants that follow", "were given in May.", path="paper.md")]
    assert wrapped == ["The three grants that follow were given in May."]
