"""Tables of what districts and bodies get: several grants side by side, streams and years, decisions on what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

GRANTS = """# Partnership grants

The Commissioner has agreed to award grants to the partnerships as follows:

| {who} | {first} | {second} | {third} | {whole} |
|---|---|---|---|---|
| Ashby | £20,000 | £5,000 | £1,000 | £26,000 |
| Brill | £30,000 | £5,000 | £1,500 | £36,500 |
| Corve | £25,000 | £5,000 | £1,000 | £31,000 |
| Dene | £18,000 | - | £1,000 | £19,000 |
| Eston | £22,000 | £5,000 | £2,000 | {last} |
| Total | £115,000 | {youth} | £6,500 | {total} |
"""
STREAMS = """# Victims' services

The grants for both years are in the table below.

| Stream and organisation | Amount (£) | | |
|---|---|---|---|
| {head} | 2023/24 allocation | 2024/25 allocation | Total over 2 years |
| Mill House | 20,000 | 20,000 | 40,000 |
| Rowan Aid | 10,500 | 11,000 | 21,500 |
| Sub-total | 30,500 | 31,000 | 61,500 |
| Counselling (MoJ) | | | |
| Mill House | 8,000 | 8,000 | 16,000 |
| Dale Centre | 12,250 | 12,250 | 24,500 |
| Sub-total | {year} | 20,250 | {both} |
| **Total** | **50,750** | **51,250** | **102,000** |
"""
LOTS = """# Grants awarded in June

The PCC awarded the following grants.

| Small grants | Project | Award |
|---|---|---|
| Mill House | Bikes | £2,000 |
| Rowan Aid | Radios | £1,500 |
| Total |  | £3,500 |
| Road safety | Project | Award |
| Dale Centre | Signs | £4,000 |
| Hobbs Lane School | Crossing patrol | £1,250 |
| Total |  | {total} |
"""
MINUTES = """# Minutes

Members were asked to determine the following applications:

| Applicant | Purpose | Amount requested | {heading} |
|---|---|---|---|
| Ashby Scouts | Tents | £1,000 | Approved |
| Brill FC | Goals | £800 | {told} |
| Corve Choir | Robes | £600 | Not supported |
| Dene WI | Hall | £1,200 | Supported in principle; to come back to the next meeting |
{total}"""


def _audited(text: str) -> Audited:
    return audit(read_paper(text.encode(), "paper.md"))


def _lines(found: Audited) -> list[tuple[str | None, str, str]]:
    return [(line.strand, line.award.recipient, str(line.award.amount)) for one in found.rounds for line in one.lines]


def _wrong(found: Audited) -> list[str]:
    return [claim.text for one in found.rounds for claim in one.claims if claim.verdict.value == "disagrees"]


def _grants(**other: str) -> str:
    words = {"who": "District CSP", "first": "Core grant £", "second": "Youth grant £", "third": "Hate crime grant £"}
    sums = {"whole": "Total per year £", "last": "£29,000", "youth": "£20,000", "total": "£141,500"}
    return GRANTS.format(**(words | sums | other))


@pytest.mark.parametrize(
    "headings",
    [
        {},
        {"who": "Partnership", "first": "Core", "second": "Youth", "third": "Hate crime", "whole": "Total"},
        {"who": "", "first": "Anti-social behaviour £", "second": "Youth £", "third": "Victims £", "whole": "All £"},
        {"who": "CSP", "whole": "Total over 3 years (£)"},
        {
            "who": "Local authority",
            "first": "Community safety fund",
            "second": "Youth fund",
            "third": "Property Act fund",
        },
    ],
)
def test_grants_side_by_side_are_read_as_what_each_district_gets_in_all(headings: dict[str, str]) -> None:
    """Whatever stands over the columns: where the rows add up to the last, that is what each partnership gets."""
    found = _audited(_grants(**headings))
    assert [(name, amount) for _, name, amount in _lines(found)] == [
        ("Ashby", "£26,000"),
        ("Brill", "£36,500"),
        ("Corve", "£31,000"),
        ("Dene", "£19,000"),
        ("Eston", "£29,000"),
    ]
    assert not _wrong(found)
    assert not found.findings


def test_a_total_row_that_is_off_is_found_in_either_direction() -> None:
    """The grand total that is £10,000 high, and a grant's own column that is £2,000 low, are each named."""
    assert _wrong(_audited(_grants(total="£151,500"))) == ["£151,500"]
    assert _wrong(_audited(_grants(youth="£18,000"))) == ["£18,000"]


def test_a_district_whose_grants_do_not_come_to_its_total_is_named() -> None:
    """Eston's three grants come to £29,000, and its total says £39,000; the other rows add up."""
    found = _audited(_grants(last="£39,000", total="£151,500"))
    assert [one.code for one in found.findings] == ["G213"]
    assert "Eston has £39,000" in found.findings[0].message


@pytest.mark.parametrize("second", ["Own funds", "Match funding", "Raised by the council", "Other partners"])
def test_what_others_put_in_is_no_part_of_a_grant(second: str) -> None:
    """“PCC grant | Match funding | Total”: the grant is the PCC's, and not the cost of the whole."""
    text = (
        "# Grants awarded\n\nThe Commissioner awarded these grants.\n\n"
        f"| Organisation | PCC grant | {second} | Total |\n|---|---|---|---|\n"
        "| Ashby Trust | £2,000 | £500 | £2,500 |\n| Brill FC | £3,000 | £500 | £3,500 |\n| Corve WI | £1,000 | £250 | £1,250 |\n"
    )
    assert [amount for _, _, amount in _lines(_audited(text))] == ["£2,000", "£3,000", "£1,000"]


def test_a_budget_whose_columns_add_up_is_no_list_of_grants() -> None:
    """A force's spending by service, staff and other costs, stays unread though its rows add up."""
    text = (
        "# Budget\n\nThe budget for the year is set out below.\n\n| Service | Staff | Other | Total |\n|---|---|---|---|\n"
        "| Local policing | 20,000 | 5,000 | 25,000 |\n| Crime | 30,000 | 5,000 | 35,000 |\n| Estates | 10,000 | 15,000 | 25,000 |\n"
    )
    assert not _lines(_audited(text))


@pytest.mark.parametrize("head", ["**Domestic abuse (MoJ)**", "Domestic abuse (MoJ):"])
def test_the_first_stream_may_be_named_beside_the_years(head: str) -> None:
    """The row of years names the first stream on its left; its lines stand under that name, the two years together."""
    found = _audited(STREAMS.format(head=head, year="20,250", both="40,500"))
    assert _lines(found) == [
        ("Domestic abuse (MoJ)", "Mill House", "£40,000"),
        ("Domestic abuse (MoJ)", "Rowan Aid", "£21,500"),
        ("Counselling (MoJ)", "Mill House", "£16,000"),
        ("Counselling (MoJ)", "Dale Centre", "£24,500"),
    ]
    assert not _wrong(found)


def test_a_streams_subtotal_with_digits_swapped_is_found_in_every_column() -> None:
    """45,000 for 40,500 in the column of both years, and 22,050 for 20,250 in one year's, are each named."""
    head = "Domestic abuse (MoJ)"
    assert _wrong(_audited(STREAMS.format(head=head, year="20,250", both="45,000"))) == ["45,000"]
    assert _wrong(_audited(STREAMS.format(head=head, year="22,050", both="40,500"))) == ["22,050"]


def test_each_part_of_a_table_may_have_its_own_row_of_headings() -> None:
    """“Small grants | Project | Award”, later “Road safety | Project | Award”: the left cell names the part."""
    assert _lines(_audited(LOTS.format(total="£5,250")))[2:] == [
        ("Road safety", "Dale Centre", "£4,000"),
        ("Road safety", "Hobbs Lane School", "£1,250"),
    ]
    assert _wrong(_audited(LOTS.format(total="£5,250"))) == []
    assert _wrong(_audited(LOTS.format(total="£5,520"))) == ["£5,520"]


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("That £100 (Hill) and £250 (Vale) totalling £350 be Approved", "£350"),
        ("£200 (Hill ward) and £150 (Vale ward), total £350, approved", "£350"),
        ("Approved £350", "£350"),
        ("Granted in part – £350", "£350"),
        ("£350", "£350"),
        ("Approved in part", "None"),
        ("Approved, less £200 already paid", "None"),
        ("Approved subject to £500 match", "None"),
        ("Approved", "£800"),
    ],
)
def test_a_decision_says_how_much_of_what_was_asked_for_is_given(told: str, amount: str) -> None:
    """A part of what was asked for counts with the sum that the decision gives; where none is plain, it is not known."""
    found = _audited(MINUTES.format(heading="Decision", told=told, total=""))
    assert [(name, sum_) for _, name, sum_ in _lines(found)] == [("Ashby Scouts", "£1,000"), ("Brill FC", amount)]


@pytest.mark.parametrize("heading", ["Decision", "Outcome"])
def test_the_total_of_what_was_asked_for_is_not_held_against_the_awards(heading: str) -> None:
    """£3,600 under “Amount requested” is right, and the awards come to less."""
    total = "| Total | | £3,600 | |\n"
    found = _audited(MINUTES.format(heading=heading, told="Approved £350", total=total))
    assert len(_lines(found)) == len(["Ashby", "Brill"])
    assert not _wrong(found)
    assert not found.findings


def test_what_was_given_may_stand_at_the_foot_of_the_decisions() -> None:
    """A total under the decisions is that of what was given; one beneath words that give no sum is not added up by itself."""
    found = _audited(MINUTES.format(heading="Decision", told="£350 agreed", total="| Total | | £3,600 | £1,350 |\n"))
    assert not _wrong(found)
    found = _audited(MINUTES.format(heading="Decision", told="£350 agreed", total="| Total | | £3,600 | £1,530 |\n"))
    assert _wrong(found) == ["£1,530"]


def test_a_column_may_say_which_fund_pays() -> None:
    """“Source”, “Paid from”: the funds part the list."""
    text = (
        "# Grants awarded\n\nThe Commissioner awarded these grants.\n\n"
        "| Organisation | Award | {heading} |\n|---|---|---|\n"
        "| Ashby Trust | £2,000 | MoJ |\n| Brill FC | £3,000 | PPAF |\n| Corve WI | £1,000 | MoJ |\n"
    )
    for heading in ("Source", "Paid from", "Met from"):
        assert [strand for strand, _, _ in _lines(_audited(text.format(heading=heading)))] == ["MoJ", "MoJ", "PPAF"]


def test_what_a_formula_shares_the_money_out_by_may_stand_beside_the_grants() -> None:
    """Population and recorded crime are counted, and the grant is what each district gets."""
    text = (
        "# Grants\n\nThe Commissioner has awarded grants to the districts by a formula.\n\n"
        "| District | Population | Recorded crime | Share | Grant (£) |\n|---|---|---|---|---|\n"
        "| Ashby | 101,200 | 8,410 | 20% | 20,000 |\n| Brill | 150,100 | 12,210 | 30% | 30,000 |\n"
        "| Corve | 90,500 | 7,400 | 18% | 18,000 |\n| Total | 341,800 | 28,020 | 68% | {total} |\n"
    )
    assert _wrong(_audited(text.format(total="68,000"))) == []
    assert _wrong(_audited(text.format(total="86,000"))) == ["86,000"]


def test_cheques_are_made_out_to_those_who_get_them() -> None:
    """“Cheque | To | £”: a cheque's number is no name."""
    text = (
        "# Donations made\n\nThe trustees made these donations.\n\n| Cheque | To | £ |\n|---|---|---|\n"
        "| 1528 | Ashby Food Bank | 1,250.00 |\n| 1529 | Brill Rescue | 3,500.00 |\n| | Total donations | 4,570.00 |\n"
    )
    found = _audited(text)
    assert [name for _, name, _ in _lines(found)] == ["Ashby Food Bank", "Brill Rescue"]
    assert _wrong(found) == ["4,570.00"]


@pytest.mark.parametrize("words", ["In the current financial year", "This year"])
def test_two_years_of_councils_are_not_added_up_where_the_paper_tells_of_this_one(words: str) -> None:
    """Last year's column stands beside for comparison; what the office keeps back is in the total and is no grant."""
    text = (
        f"# Grants to councils\n\n{words} £115,000 has been given in grants to councils.\n\n"
        "| | 2022/23 £ | 2023/24 £ |\n|---|---|---|\n| Ashby | 20,000 | 21,000 |\n| Brill CC | 30,000 | 31,000 |\n"
        "| Corve | 40,000 | 41,000 |\n| | | |\n| Retained by PCC | 5,000 | 5,000 |\n| Total | 95,000 | 98,000 |\n"
    )
    found = _audited(text)
    assert [amount for _, _, amount in _lines(found)] == ["£21,000", "£31,000", "£41,000"]
    assert "98,000" not in _wrong(found)


@pytest.mark.parametrize(
    "note",
    [
        "Declined (5 bids) | £16,700",
        "Largest grant | £2,500",
        "Of which paid | £2,000",
        "Average award | £1,850",
        "Number of grants | 2",
        "Applications received | 7",
    ],
)
def test_a_note_beneath_a_total_that_is_right_is_no_grant(note: str) -> None:
    """What stands beneath the total tells of the grants, or of others: the sentence above is sound."""
    text = (
        "# Grants\n\nIn June £3,700 was awarded to two groups:\n\n| Organisation | Amount |\n|---|---|\n"
        f"| Ashby Trust | £1,200 |\n| Brill FC | £2,500 |\n| Total | £3,700 |\n| {note} |\n"
    )
    found = _audited(text)
    assert [name for _, name, _ in _lines(found)] == ["Ashby Trust", "Brill FC"]
    assert not found.findings
    wrong = _audited(text.replace("Total | £3,700", "Total | £3,900"))
    assert len(_lines(wrong)) >= len(["Ashby", "Brill"])


def test_a_number_of_grants_above_the_total_is_no_grant() -> None:
    """“Number of grants | 2” stands between the lines and their total, which is held against the lines alone."""
    text = (
        "# Grants awarded\n\nThe Commissioner awarded these grants.\n\n| Organisation | Amount |\n|---|---|\n"
        "| Ashby Trust | £1,200 |\n| Brill FC | £2,500 |\n| Number of grants | 2 |\n| Total | {total} |\n"
    )
    assert not _audited(text.format(total="£3,700")).findings
    assert _wrong(_audited(text.format(total="£7,300"))) == ["£7,300"]


@pytest.mark.parametrize(
    "first", ["Large grants", "Main grants", "Road safety grants", "Core funding", "Youth projects"]
)
def test_the_first_part_may_be_called_grants(first: str) -> None:
    """“Large grants” right beneath the headings names the first part, and is no second row of headings."""
    text = (
        "# Grants awarded\n\nThe Commissioner awarded these grants.\n\n| Organisation | Award |\n|---|---|\n"
        f"| {first} | |\n| Ashby Trust | £1,200 |\n| Brill FC | £2,500 |\n| Sub-total | £3,700 |\n"
        "| Small grants | |\n| Corve WI | £300 |\n| Dene Band | £200 |\n| Sub-total | £500 |\n| Total | £4,200 |\n"
    )
    found = _audited(text)
    assert [strand for strand, _, _ in _lines(found)] == [first, first, "Small grants", "Small grants"]
    assert not found.findings


def test_a_total_right_beneath_the_headings_is_that_of_all_below() -> None:
    """“Total | £15,170” as the first row is held against the lines beneath it."""
    text = (
        "# Grants awarded\n\nThe Commissioner awarded these grants.\n\n| Organisation | Amount |\n|---|---|\n| Total | {total} |\n"
        "| Ashby Trust | £1,200 |\n| Brill FC | £2,500 |\n| Corve WI | £11,000 |\n"
    )
    assert _wrong(_audited(text.format(total="£15,170"))) == ["£15,170"]
    assert _wrong(_audited(text.format(total="£14,700"))) == []


@pytest.mark.parametrize("header", ["| Fund | Grants | Amount |", "| Fund | | Amount |", "| Fund | Number | Total |"])
def test_what_each_fund_came_to_is_no_list_of_grants(header: str) -> None:
    """A summary of funds with how many and how much stands beside the lists, even where it does not fit them."""
    text = (
        f"# Grants awarded\n\nThe Commissioner awarded grants from two funds.\n\n{header}\n|---|---|---|\n"
        "| Community Fund | 2 | £9,000 |\n| Youth Fund | 3 | £3,500 |\n| Total | 5 | £12,500 |\n"
    )
    assert not _lines(_audited(text))
