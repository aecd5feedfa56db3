"""Tables of grants in parts: subtotals in disguise, summaries, records set on end, decisions, balances and years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

LOTS = """# Grants awarded in the year

| Organisation | Purpose | Award |
|---|---|---:|
| Abbey Row Scouts | Kit | £1,000 |
| Belmont Elders | Talks | £2,000 |
| {first} | | £3,000 |
| Castle Court CIC | Boxing | £15,000 |
| Dean Drama | Plays | £16,000 |
| {second} | | £31,000 |
| {both} | | £34,000 |
"""
ACCOUNTS = """# Grants payable, year ended 31 March 2024

| | 2024 £ | 2023 £ |
|---|---:|---:|
| Abbey Row Scouts | 10,000 | 7,500 |
| Belmont Elders | 8,500 | 8,250 |
| Castle Court CIC | 6,250 | 0 |
| Grants to institutions | 24,750 | 15,750 |
| Grants to nine individuals | 6,420 | 5,180 |
| Total grants | 31,170 | 20,930 |
| Governance | 2,160 | 2,045 |
| Charitable activities | 33,330 | 22,975 |
"""
BALANCE = """# Ward fund: grants awarded

To date £5,000 has been awarded to three groups.

| Project | Allocation | Match | Balance £20,000 |
|---|---:|---:|---:|
| Abbey Row Gala | £1,500 | £800 | £18,500 |
| Belmont Hall | £2,500 | £0 | £16,000 |
| Castle Court Pantry | £1,000 | £450 | £15,000 |
"""
RECORD = """{over}

| Recipient | {name} |
|---|---|
| Amount requested | £3,000 |
| Amount awarded | {amount} |
| Reason | It helps the young. |

"""
DECISIONS = """# Decisions, January to March

| Ref | Date | Decision | Value |
|---|---|---|---:|
| 25/01 | 7 Jan | Grant to Abbey Row Refuge for one more year | £74,250 |
| 25/02 | 9 Jan | To appoint an interim Head of Finance | £48,600 |
| 25/03 | 22 Jan | To grant the Belmont Elders' Trust money for a minibus | £12,500 |
| 25/04 | 3 Feb | {other} | £310,000 |

The two grants come to £86,750.
"""
SUMMARY = """# Grants awarded

Five grants were awarded, £7,500 in all.

| {over} | Amount awarded |
|---|---:|
| Northwick | £3,000 |
| Southwick | £4,{hundreds} |
| Total | £7,{hundreds} |

## Northwick

| Organisation | Amount awarded |
|---|---:|
| Abbey Row Scouts | £1,000 |
| Belmont Elders | £2,000 |

## Southwick

| Organisation | Amount awarded |
|---|---:|
| Castle Court CIC | £1,000 |
| Dean Drama | £2,000 |
| Eston Band | £1,500 |
"""


def _audited(text: str) -> Audited:
    return audit(read_paper(text.encode(), "paper.md"))


def _lines(text: str) -> list[tuple[str, str]]:
    made = [line.award for one in _audited(text).rounds for line in one.lines]
    return [(award.recipient, str(award.amount)) for award in made]


def _claims(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.verdict.value) for one in _audited(text).rounds for claim in one.claims]


def _codes(text: str) -> list[str]:
    return [finding.code for finding in _audited(text).findings]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("Lot 1 total", "Lot 2 total", "Both lots"),
        ("Strand A", "Strand B", "Grand total"),
        ("Quarter 1", "Quarter 2", "Cumulative, year to date"),
        ("April", "May", "Total"),
        ("Small grants", "Large grants", "All grants"),
        ("Sub-total", "Sub-total", "Total"),
    ],
)
def test_a_row_that_sums_a_part_up_is_no_grant(first: str, second: str, both: str) -> None:
    """What a lot, a strand, a quarter or a month comes to is held against its own rows, and is nobody's grant."""
    text = LOTS.format(first=first, second=second, both=both)
    assert [name for name, _ in _lines(text)] == [
        "Abbey Row Scouts",
        "Belmont Elders",
        "Castle Court CIC",
        "Dean Drama",
    ]
    assert {verdict for _, verdict in _claims(text)} == {"agrees"}
    assert ("£34,000", "agrees") in _claims(text)
    assert _codes(text) == []


@pytest.mark.parametrize(("first", "second"), [("Lot 1 total", "Lot 2 total"), ("Strand A", "Strand B")])
def test_the_total_of_one_part_that_is_wrong_is_named(first: str, second: str) -> None:
    """The part whose total is wrong is told, where that of the other part comes right; all together they do as well."""
    text = LOTS.format(first=first, second=second, both="Total").replace("£31,000", "£13,000")
    assert ("£13,000", "disagrees") in _claims(text)
    assert ("£34,000", "agrees") in _claims(text)


def test_the_total_of_all_parts_may_be_the_one_before() -> None:
    """A cumulative total that was left standing from the quarter before is wrong, and both figures are told."""
    text = LOTS.format(first="Quarter 1", second="Quarter 2", both="Year to date").replace("£34,000", "£33,000")
    assert ("£33,000", "disagrees") in _claims(text)


def test_totals_that_run_on_or_that_nobody_can_place_accuse_nobody() -> None:
    """A total amid the lines that is of all above it, or of nobody knows which rows, is not held against the list."""
    running = LOTS.format(first="Running total", second="Running total", both="Total").replace("£31,000", "£34,000")
    odd = LOTS.format(first="Sub-total", second="Sub-total", both="Total").replace("£3,000", "£2,500")
    for text in (running, odd.replace("£31,000", "£30,500")):
        assert _codes(text) == []


def test_a_grant_of_as_much_as_the_two_above_it_stays_a_grant() -> None:
    """Two grants may come to a third whose purpose was left empty: it is no total, as its name is a body's."""
    text = LOTS.format(first="Gate Farm Watch", second="Lot 2 total", both="Total").replace("£31,000", "£34,000")
    assert ("Gate Farm Watch", "£3,000") in _lines(text)


def test_what_stands_beneath_the_total_of_the_grants_is_no_grant() -> None:
    """In accounts the costs of giving follow the total of the grants; they are no grants, and the total is not wrong for them."""
    assert _lines(ACCOUNTS) == [
        ("Abbey Row Scouts", "£10,000"),
        ("Belmont Elders", "£8,500"),
        ("Castle Court CIC", "£6,250"),
    ]
    assert _codes(ACCOUNTS) == []
    assert ("24,750", "agrees") in _claims(ACCOUNTS)


def test_years_that_run_backwards_are_this_year_and_the_one_before() -> None:
    """Accounts set the latest year first: the years are never added up then."""
    two = ACCOUNTS.partition("| Grants to inst")[0]
    assert _lines(two)[0] == ("Abbey Row Scouts", "£10,000")


def test_of_two_years_that_are_both_told_of_the_last_is_this_years() -> None:
    """“£21,500, against £15,750 the year before”: the last column holds this year's grants, whose wrong total is found."""
    text = """# Grants

In 2023/24 I made grants of £21,500 to three bodies, against £15,750 in 2022/23.

| Organisation | 2022/23 (£) | 2023/24 (£) |
|---|---:|---:|
| Abbey Row Scouts | 7,500 | 10,000 |
| Belmont Elders | 8,250 | 8,500 |
| Castle Court CIC | 0 | 3,000 |
| Total | 15,750 | {total} |
"""
    assert _lines(text.format(total="21,500"))[0] == ("Abbey Row Scouts", "£10,000")
    assert _codes(text.format(total="21,500")) == []
    assert ("25,100", "disagrees") in _claims(text.format(total="25,100"))


def test_a_balance_that_falls_by_each_grant_stands_beside_the_grants() -> None:
    """A column of what is left after each grant, headed by what there was at first, does not hide the grants."""
    assert _lines(BALANCE) == [
        ("Abbey Row Gala", "£1,500"),
        ("Belmont Hall", "£2,500"),
        ("Castle Court Pantry", "£1,000"),
    ]
    assert _codes(BALANCE) == []
    assert "G201" in _codes(BALANCE.replace("£5,000 has", "£5,500 has"))


@pytest.mark.parametrize("over", ["", "Record {number}", "## Grant {number}: to {name}"])
def test_records_of_two_columns_are_one_list(over: str) -> None:
    """A small table for each grant, with a label in every row, is read like a row of one table; one not granted is none."""
    told = [("Abbey Row Scouts", "£2,500"), ("Belmont Elders", "not awarded"), ("Castle Court CIC", "£1,500")]
    text = "# Grants\n\nIn the quarter three grants were awarded, worth £4,000 in total.\n\n" + "".join(
        RECORD.format(over=over.format(number=number, name=name), name=name, amount=amount)
        for number, (name, amount) in enumerate(told, 1)
    )
    if not over:
        text = text.replace("\n\n\n\n", "\n\n<!-- -->\n\n")
    assert _lines(text) == [("Abbey Row Scouts", "£2,500"), ("Castle Court CIC", "£1,500")]
    assert ("£4,000", "agrees") in _claims(text)


def test_records_may_stand_in_one_table_or_side_by_side() -> None:
    """Records beneath one another in one table, or a column each, are told apart."""
    beneath = "# Grants awarded\n\n| Field | Details |\n|---|---|\n" + "".join(
        f"| Organisation | {name} |\n| Amount awarded | {amount} |\n"
        for name, amount in (("Abbey Row Scouts", "£2,500"), ("Belmont Elders", "£1,500"))
    )
    beside = (
        "# Grants awarded\n\n| Recipient | Abbey Row Scouts | Belmont Elders |\n|---|---|---|\n"
        "| Amount requested | £3,000 | £1,500 |\n| Amount awarded | £2,500 | £1,500 |\n"
    )
    for text in (beneath, beside):
        assert _lines(text) == [("Abbey Row Scouts", "£2,500"), ("Belmont Elders", "£1,500")]


def test_a_record_of_a_body_without_a_grant_is_none() -> None:
    """Who a body is and what it earns is no grant."""
    assert _lines("# Grants\n\n| Organisation | Abbey Row Scouts |\n|---|---|\n| Annual income | £45,000 |\n") == []


def test_the_grants_among_decisions_are_read() -> None:
    """Of contracts, sales and grants in one table the grants are read, each with whom it is for."""
    text = DECISIONS.format(other="Sale of land at Coble Street")
    assert _lines(text) == [("Abbey Row Refuge", "£74,250"), ("Belmont Elders' Trust", "£12,500")]
    assert ("£86,750", "agrees") in _claims(text)


def test_decisions_are_let_alone_where_a_grant_among_them_cannot_be_told() -> None:
    """Where a decision speaks of a grant without saying to whom, no list is made of the others."""
    assert _lines(DECISIONS.format(other="Community safety grant allocations")) == []


def test_what_is_told_of_all_decisions_accuses_no_grant() -> None:
    """“Decisions worth £445,350” are not the grants alone."""
    text = DECISIONS.format(other="Sale of land").replace("\n\n|", "\n\nDecisions worth £445,350 were made:\n\n|", 1)
    assert _codes(text) == []


@pytest.mark.parametrize("over", ["Theme", "District", "Priority", "Fund"])
def test_a_table_that_sums_up_the_lists_is_none_of_them(over: str) -> None:
    """A row for each theme, district or fund whose grants are listed beneath is no grant; the grants are counted once."""
    for hundreds in ("500", "700"):  # right, or a figure of another day: it may count what is not listed
        text = SUMMARY.format(over=over, hundreds=hundreds)
        assert [name for name, _ in _lines(text)] == [
            "Abbey Row Scouts",
            "Belmont Elders",
            "Castle Court CIC",
            "Dean Drama",
            "Eston Band",
        ]
        assert _codes(text) == []


def test_a_number_of_grants_makes_a_summary() -> None:
    """A table that says how many grants each quarter had lists none; a body with the number of its projects gets one."""
    quarters = "# Grants awarded\n\n| Area | Number of grants | Amount awarded |\n|---|---|---|\n| North | 4 | £3,000 |\n| South | 3 | £4,000 |\n"
    bodies = quarters.replace("Area", "Organisation").replace("grants |", "projects |").replace("North", "Abbey Row")
    assert _lines(quarters) == []
    assert [name for name, _ in _lines(bodies)] == ["Abbey Row", "South"]


def test_grants_told_of_again_under_their_names_are_no_lists_that_a_table_sums_up() -> None:
    """A table of the grants stays one where each is told of again beneath a heading with its name."""
    text = (
        "# Grants awarded\n\n| Organisation | Award |\n|---|---|\n| Abbey Row Scouts | £2,500 |\n| Belmont Elders | £1,500 |\n\n"
        "## Abbey Row Scouts\n\n- Abbey Row Scouts: £2,500\n\n## Belmont Elders\n\n- Belmont Elders: £1,500\n"
    )
    assert ("Abbey Row Scouts", "£2,500") in _lines(text)
    assert _codes(text) == []


def test_numbers_without_header_and_pound_sign_are_borne_out_by_their_sum() -> None:
    """Rows of a name, a purpose and a bare number are grants where the words above give their very sum, and else unread."""
    text = (
        "# Grants\n\nThe following grants were made in March, totalling £29,570:\n\n"
        "| Alder Scouts | Tents | 4,500 |\n|---|---|---|\n| Birch Farm Watch | Radios | 12,070 |\n| Cedar House | Talks | 13,000 |\n"
    )
    assert _lines(text) == [("Alder Scouts", "£4,500"), ("Birch Farm Watch", "£12,070"), ("Cedar House", "£13,000")]
    assert _lines(text.replace("£29,570", "£31,000")) == []


@pytest.mark.parametrize("heading", ["£000", "£'000", "£000s", "Amount (£000)"])
def test_a_heading_of_thousands_is_a_heading(heading: str) -> None:
    """A column headed “£000” and nothing more is one of amounts in thousands."""
    text = f"# Grants awarded\n\n| Organisation | Purpose | {heading} |\n|---|---|---|\n| Abbey Row Scouts | Kit | 11 |\n| Belmont Elders | Talks | 22 |\n"
    assert _lines(text) == [("Abbey Row Scouts", "£11,000"), ("Belmont Elders", "£22,000")]
