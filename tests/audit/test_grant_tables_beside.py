"""Tables of grants with columns beside the usual: conditions, officers, what was advised, years and how many."""

from __future__ import annotations

import pytest

from pcp_reports.audit.tables import awards_of, columns_of, settled
from pcp_reports.passage import Cell, Passage, Sort


def _rows(text: str) -> tuple[Passage, ...]:
    """Return a table drawn with bars."""
    rows = []
    for number, line in enumerate(text.strip().splitlines(), 1):
        cells = tuple(Cell(words.strip(), column) for column, words in enumerate(line.split("|")))
        rows.append(Passage(Sort.ROW, "\t".join(cell.text for cell in cells), number, cells=cells, table=1))
    return tuple(rows)


def _read(text: str, *about: str) -> tuple[list[tuple[str, str]], list[str]] | None:
    """Return the awards (who, amount) and the totals as printed; None where the table is none of grants."""
    rows = _rows(text)
    columns = columns_of(rows)
    if columns is None:
        return None
    table = awards_of(rows, settled(columns, rows, about), passages=range(len(rows)))
    return (
        [(one.recipient, str(one.amount)) for one in table.awards if one.counts],
        [one.claim.text for one in table.totals],
    )


@pytest.mark.parametrize("head", ["Recommended|Awarded", "Proposed award|Award", "Panel recommendation (£)|Approved"])
def test_what_was_awarded_counts_beside_what_was_advised(head: str) -> None:
    """Where officers advised one sum and the Commissioner gave another, the one given is read, and its total."""
    table = f"Ref|Applicant|Requested|{head}|Conditions\nA/1|Elm|£900|£600|£750|None\nA/2|Oak|£400|£400|£300|Half now\n|Total|£1,300|£1,000|£1,050|"
    assert _read(table) == ([("Elm", "£750"), ("Oak", "£300")], ["£1,050"])


def test_what_was_advised_is_read_where_it_stands_alone() -> None:
    """A report before the decision has a column of recommendations only."""
    table = "Applicant|Requested|Recommended\nElm|£900|£600\nOak|£400|£300"
    assert _read(table) == ([("Elm", "£600"), ("Oak", "£300")], [])


@pytest.mark.parametrize("head", ["Measure", "Measures", "Target group", "Link officer", "Impact", "Crime type"])
def test_a_column_of_words_beside_grants_is_no_report(head: str) -> None:
    """“Measure” or “Link officer” over words may stand in a table of recipients and their awards."""
    table = f"Applicant|{head}|Award\nElm Council|White gates|£4,350\nOak Council|Speed sign|£2,890"
    assert _read(table) == ([("Elm Council", "£4,350"), ("Oak Council", "£2,890")], [])


@pytest.mark.parametrize("head", ["Target", "Victims", "Staff", "Crimes"])
def test_a_column_of_numbers_of_a_report_makes_the_table_none_of_grants(head: str) -> None:
    """A table of crimes, staff or targets in numbers is a report, whatever else it has."""
    assert _read(f"Provider|{head}|Amount\nElm Council|41|£4,350\nOak Council|17|£2,890") is None


@pytest.mark.parametrize("head", ["Variance", "Supplier", "Invoice"])
def test_a_list_of_spending_is_no_table_of_grants(head: str) -> None:
    """Spending over £500 and budget reports stay out."""
    assert _read(f"Recipient|{head}|Award\nElm Council|White gates|£4,350\nOak Council|Sign|£2,890") is None


@pytest.mark.parametrize("head", ["Council", "Parish", "Town or parish council", "Ward"])
def test_a_council_with_how_many_and_its_grant_is_who_got_it(head: str) -> None:
    """“Council | Devices | Grant”: the council got the grant, and the header is no line."""
    table = f"{head}|Devices|Grant\nElm Green|1|£2,950\nOak Lane|2|£5,420\nAsh End|1|£2,800"
    assert _read(table) == ([("Elm Green", "£2,950"), ("Oak Lane", "£5,420"), ("Ash End", "£2,800")], [])


def test_a_header_with_an_unknown_first_word_is_no_line() -> None:
    """Whatever the first column is called, the row of headings awards nothing."""
    table = "Who we chose this time|Signs|Grant\nElm Green|two|£2,950\nOak Lane|three|£5,420"
    read = _read(table)
    assert read is not None
    assert [amount for _, amount in read[0]] == ["£2,950", "£5,420"]


@pytest.mark.parametrize("head", ["Two years", "Both years", "All years together", "Over two years"])
def test_years_together_are_the_award(head: str) -> None:
    """Beside the years a column of both together is the award, and its total is told."""
    table = f"District|2025/26|2026/27|{head}\nElm|£400|£500|£900\nOak|£300|£350|£650\nTotal|£700|£850|£1,550"
    assert _read(table) == ([("Elm", "£900"), ("Oak", "£650")], ["£1,550"])


_YEARS = "Partnership|2022/23|2023/24\nElm|£640|£660\nOak|£480|£500\nTotal|£1,120|£1,160"


@pytest.mark.parametrize("about", ["I give a grant each year to the partnerships.", "Annual grants to partnerships"])
def test_grants_made_anew_each_year_are_those_of_the_last(about: str) -> None:
    """The year before stands beside for a comparison where the paper says that grants are made each year."""
    assert _read(_YEARS, about) == ([("Elm", "£660"), ("Oak", "£500")], ["£1,160"])


def test_years_of_one_award_are_added_up() -> None:
    """Without such words the years are the parts of one award."""
    read = _read(_YEARS, "The partnerships are awarded money for two years.")
    assert read is not None
    assert read[0] == [("Elm", "£1,300"), ("Oak", "£980")]
