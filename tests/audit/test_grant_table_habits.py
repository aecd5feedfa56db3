"""Tables as committees print them: the budget beneath the grants, quarters, years side by side, two lines in a cell."""

from __future__ import annotations

import pytest

from pcp_reports.audit.tables import Columns, awards_of, columns_of, settled
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.passage import Cell, Passage, Sort


def _rows(text: str) -> tuple[Passage, ...]:
    """Return a table drawn with bars, ``/`` for a new line within a cell."""
    rows = []
    for number, line in enumerate(text.strip().splitlines(), 1):
        cells = tuple(Cell(words.strip().replace(" / ", "\n"), column) for column, words in enumerate(line.split("|")))
        rows.append(Passage(Sort.ROW, "\t".join(cell.text for cell in cells), number, cells=cells, table=1))
    return tuple(rows)


def _read(
    text: str, *about: str
) -> tuple[list[tuple[str, str]], list[tuple[str, tuple[str, ...]]], dict[str | None, int]]:
    """Return the awards (who, amount), the totals (as printed, over what) and how many lines each strand has."""
    rows = _rows(text)
    columns = columns_of(rows)
    assert columns is not None, "the table was not taken for one of grants"
    table = awards_of(rows, settled(columns, rows, about), passages=range(len(rows)))
    awards = [(one.recipient, str(one.amount)) for one in table.awards if one.counts]
    strands = {group.name: len(group.awards) for group in table.groups}
    return awards, [(one.claim.text, one.over) for one in table.totals], strands


_LINES = "Organisation|Purpose|Award £\nElm Club|tents|£1,010\nOak Club|kit|£740\n"
_TWO = [("Elm Club", "£1,010"), ("Oak Club", "£740")]


@pytest.mark.parametrize("first", ["{}||", "|{}|"])
def test_the_budget_beneath_the_grants_awards_nothing(first: str) -> None:
    """Rows of budget, balance and carry-forward are no grants; “Total awards” is the total of the grants above."""
    told = (
        ("Budget available", "£8,380"),
        ("Total awards", "£1,750"),
        ("Budget remaining", "£6,630"),
        ("Underspend from last year", "£40"),
        ("Carry forward", "£6,670"),
    )
    rows = "\n".join(first.format(words) + sum_ for words, sum_ in told)
    awards, totals, _ = _read(_LINES + rows)
    assert awards == _TWO
    assert totals == [("£1,750", ())]


def test_a_total_may_take_in_what_was_held_back() -> None:
    """A “Total” beneath “Retained by the office” may be of both: it is no total of the grants, and none is held against them."""
    awards, totals, _ = _read(_LINES + "Retained by PCC||£250\nTotal||£2,000")
    assert (awards, totals) == (_TWO, [])
    assert _read(_LINES + "Retained by PCC||£250\nTotal||£1,750")[1] == [("£1,750", ())]


@pytest.mark.parametrize(
    "words",
    [
        "Budget available",
        "Budget remaining",
        "Remaining balance",
        "Balance carried forward",
        "Underspend",
        "Uncommitted",
        "Unallocated funds",
        "Previously awarded",
        "Grants awarded to date",
        "Carry forward to 2025/26",
        "Less awards in round one",
        "Total budget for the year",
        "Retained by PCC",
        "Funding available",
        "Budget available £8,380",
    ],
)
def test_rows_of_a_budget_are_known(words: str) -> None:
    """What such a row says is money of the fund, not a grant to somebody."""
    assert is_budget(words)


@pytest.mark.parametrize(
    "words",
    [
        "Budget Advice Centre",
        "Balance CIC",
        "Left Bank Arts",
        "Reserve Forces and Cadets",
        "Community Fund",
        "Elm Carry",
        "The Remaining Few Veterans",
        "Elm Budget Cookery Club",
        "Available Light Photography",
        "Grants for Good",
    ],
)
def test_names_that_speak_of_money_are_names(words: str) -> None:
    """A club may have “budget” or “balance” in its name."""
    assert not is_budget(words)


def test_a_grant_to_such_a_club_stays_in_the_table() -> None:
    """The name decides, not a word in it."""
    awards, _, _ = _read("Organisation|Award\nBudget Advice Centre|£500\nBalance CIC|£600\nElm|£700")
    assert [who for who, _ in awards] == ["Budget Advice Centre", "Balance CIC", "Elm"]


def test_quarters_make_a_year() -> None:
    """Payments by quarter with the year beside them count once; without it they are added up."""
    quarters = (
        "Organisation|Q1|Q2|Q3|Q4|Year\nElm|500|500|750|250|£2,000\nOak|0|300|0|450|£750\nTotal|500|800|750|700|£2,750"
    )
    assert _read(quarters)[:2] == ([("Elm", "£2,000"), ("Oak", "£750")], [("£2,750", ())])
    assert _read("Organisation|Q1|Q2|Q3|Q4\nElm|£500|£500|£750|£250\nOak|0|£300|0|£450")[0] == [
        ("Elm", "£2,000"),
        ("Oak", "£750"),
    ]


_YEARS = "Partnership|2024/25|2025/26\nElm|£31,000|£31,900\nOak|£28,500|£29,200\nTotal|£59,500|£61,100"


@pytest.mark.parametrize(
    ("about", "sums"),
    [
        (("£61,100 will be paid in all.",), ["£31,900", "£29,200"]),
        (("Payments to partnerships in 2025/26:",), ["£31,900", "£29,200"]),
        (("The partnerships got £59,500.",), ["£31,000", "£28,500"]),
        (("£120,600 was granted over two years.",), ["£62,900", "£57,700"]),
        (("In 2024/25 and 2025/26 these were paid:",), ["£62,900", "£57,700"]),
    ],
)
def test_the_paper_says_which_of_two_years_it_tells_of(about: tuple[str, ...], sums: list[str]) -> None:
    """Last year's grants may stand beside this year's: the sum or the year in the text says which are meant."""
    assert [amount for _, amount in _read(_YEARS, *about)[0]] == sums


def test_a_heading_that_says_which_year_is_not_overruled() -> None:
    """Where the headings say “Allocation 2025/26” first, the total of the year before in the text is a mistake."""
    table = "District|Allocation 2025/26|Allocation 2024/25\nElm|£310|£300\nOak|£210|£200\nTotal|£520|£500"
    assert [amount for _, amount in _read(table, "The Commissioner allocates £500.")[0]] == ["£310", "£210"]


def test_last_year_beside_this_year_is_not_counted() -> None:
    """“Last year” is never a grant of this paper."""
    assert _read("Organisation|Last year|This year\nElm Council|£100|£200\nOak Council|£150|£250")[0] == [
        ("Elm Council", "£200"),
        ("Oak Council", "£250"),
    ]


def test_a_blank_heading_over_the_names_is_known_beside_years() -> None:
    """Many papers leave the first heading empty."""
    rows = _rows("|2023/24 £|2024/25 £\nElm|211,400|214,900\nOak|402,150|408,260")
    columns = columns_of(rows)
    assert isinstance(columns, Columns)
    assert (columns.recipient, columns.years) == (0, (1, 2))


def test_a_cell_of_two_lines_holds_name_and_purpose() -> None:
    """Under “Grant holder and scheme” the first line is the name, the rest what it is for."""
    rows = _rows("Grant holder and scheme|Sum\nMoor Rescue / Drone|£2,310\nPriory Lads / Gym / mats|£640")
    columns = columns_of(rows)
    assert columns is not None
    table = awards_of(rows, columns, passages=range(3))
    assert [(one.recipient, one.purpose) for one in table.awards] == [
        ("Moor Rescue", "Drone"),
        ("Priory Lads", "Gym mats"),
    ]
    plain = _rows("Organisation|Sum\nMoor / Rescue|£2,310\nPriory Lads|£640")
    told = columns_of(plain)
    assert told is not None
    assert awards_of(plain, told, passages=range(3)).awards[0].recipient == "Moor Rescue"


def test_subtotals_of_districts_are_no_grants() -> None:
    """“North subtotal” closes the grants of the north, and “All districts” the table."""
    awards, totals, strands = _read(
        "District|Organisation|Award\nNorth|Elm Mosque|£2,150\n|Oak Players|£800\n|North subtotal|£2,950\n"
        "South|Brook School|£1,325\n|South subtotal|£1,325\nAll districts||£4,275"
    )
    assert awards == [("Elm Mosque", "£2,150"), ("Oak Players", "£800"), ("Brook School", "£1,325")]
    assert totals == [("£2,950", ("North",)), ("£1,325", ("South",)), ("£4,275", ())]
    assert strands == {"North": 2, "South": 1}


def test_without_subtotals_a_district_is_no_strand() -> None:
    """The column of the place groups nothing where the table sums nothing by it."""
    assert _read("District|Organisation|Award\nNorth|Elm|£2,150\nSouth|Oak|£800\nTotal||£2,950")[2] == {None: 2}


def test_requested_and_awarded_stand_apart() -> None:
    """Only what was awarded counts; £0 and “Declined” are no awards."""
    awards, totals, _ = _read(
        "Applicant|Requested|Awarded|Reason\nElm|£2,000|£1,500|Good fit\nOak|£3,000|£0|Out of area\n"
        "Ash|£3,000|Declined|Out of area\nTotal|£8,000|£1,500|"
    )
    assert (awards, totals) == ([("Elm", "£1,500")], [("£1,500", ())])


def test_a_name_that_begins_with_total_is_a_grant_where_its_sum_is_no_total() -> None:
    """“Total Insight Drama” got a grant; “Total Youth Fund” closes a strand."""
    awards, totals, _ = _read(
        "Organisation|Award\nElm|£10,010\nTotal Insight Drama|£6,570\nVictim Aid|£1,000\nTotal|£17,580"
    )
    assert [who for who, _ in awards] == ["Elm", "Total Insight Drama", "Victim Aid"]
    assert totals == [("£17,580", ())]
    awards, totals, _ = _read("Organisation|Award\nElm|£10,010\nOak|£5\nTotal Insight Drama|£10,015\nAsh|£1")
    assert [who for who, _ in awards] == ["Elm", "Oak", "Ash"]


def test_a_budget_row_whose_label_stands_under_another_heading_inherits_no_name() -> None:
    """“Budget” under “Ref” is no grant to whoever stands above."""
    awards, _, _ = _read(
        "Ref|Organisation|Purpose|Award\n1|Elm|tents|1,000\n2|Oak|kit|450\nBudget|||2,000\nBalance|||550"
    )
    assert awards == [("Elm", "£1,000"), ("Oak", "£450")]


def test_wordy_headings_are_understood() -> None:
    """“Which awarded the grant” is no column of amounts; “Amount” is."""
    awards, _, _ = _read(
        "Date the grant was awarded|Department which awarded the grant|Beneficiary|Registration number|Summary of the purpose of the grant|Amount\n"
        "1 May 2020|Housing|Elm|123456|tents|£1,000\n2 May 2020|Housing|Oak|123457|kit|£450"
    )
    assert awards == [("Elm", "£1,000"), ("Oak", "£450")]


def test_councils_beside_years_are_those_who_got_it() -> None:
    """“Council | 2020/21 £ | 2021/22 £” is laid out as grants to councils are."""
    table = "Council|2020/21 £|2021/22 £\nElm|136,090|136,500\nOak|100,000|100,500"
    assert _read(table, "In 2021/22 the councils got:")[0] == [("Elm", "£136,500"), ("Oak", "£100,500")]


@pytest.mark.parametrize("head", ["", "Area of spend", "Heading"])
def test_a_budget_in_thousands_beside_years_awards_nothing(head: str) -> None:
    """Lines of a budget stand beside years as well; in thousands of pounds, or under such a heading, they are no grants."""
    assert columns_of(_rows(f"{head}|2022/23 £000|2023/24 £000\nVictims|2,140|2,265\nYouth|395|470")) is None
