"""Lists and tables that are read by their make: what all lines share, which column names bodies, and what is no grant."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.pieces import pieces_of
from pcp_reports.audit.words.above import speak_of_grants
from pcp_reports.audit.words.fates import standing_of
from pcp_reports.papers.opening import read_paper

WHO = ("Elm Boxing Club", "Oak Community Centre", "St Anne’s Church")
WHAT = ("new gloves", "a kiln for the craft room", "lamps in the yard")
SUMS = ("£500", "£1,250", "£640")


def read(text: str) -> list[tuple[str, str]]:
    """Return who gets how much by a page."""
    pieces = pieces_of(
        read_paper(f"# Update\n\n## Small Grants Fund\n\n{text}\n\n## Next\n\nNothing.\n".encode(), "page.md")
    )
    return [(award.recipient, str(award.amount)) for piece in pieces for award in piece.awards if award.counts]


def listed(form: str, lead: str = "The following grants were awarded:") -> list[tuple[str, str]]:
    """Return who gets how much by a list whose items are all of one form."""
    items = [form.format(who=who, what=what, amt=amt) for who, what, amt in zip(WHO, WHAT, SUMS, strict=True)]
    return read(lead + "\n\n" + "\n".join(f"- {item}" for item in items))


@pytest.mark.parametrize(
    "form",
    [
        "{what}, run by {who}, gets {amt}.",
        "{what} ({who}): {amt}",
        "{amt} for {what} ({who})",
        "{who}. {what}. {amt}.",
        "{amt} buys {what} for {who}",
        "{who}’s bid for {what} was approved at {amt}",
        "Thanks to {amt} from the fund, {who} can have {what}.",
    ],
)
def test_items_of_one_make_are_grants_to_the_body_that_each_names_at_its_place(form: str) -> None:
    """Whatever stands between, three items of one make with a name and a sum each are grants to those who are named."""
    assert listed(form) == list(zip(WHO, SUMS, strict=True))


@pytest.mark.parametrize(
    "form",
    ["{who} raised {amt} for {what}", "{who} spent {amt} on {what}", "{who} had {amt} from the Lottery for {what}"],
)
def test_items_of_one_make_that_tell_of_other_money_are_not_made_grants(form: str) -> None:
    """What groups raised or spent is no grant of the office’s, however regularly it is told."""
    lead = "The groups told us of their year. Three grants were awarded in May."
    assert listed(form, lead) != list(zip(WHO, SUMS, strict=True))


def test_items_beneath_a_lead_of_something_else_are_left_alone() -> None:
    """A sentence in words of its own that leads to a list keeps its items from being grants of the heading’s fund."""
    assert listed("{what} at {who} comes to {amt}", "What the work at each of the halls comes to with tax:") == []


def table(*rows: str) -> list[tuple[str, str]]:
    """Return who gets how much by a table beneath words that lead to grants."""
    head, *others = rows
    rule = "|" + " --- |" * (head.count("|") - 1)
    return read("The following grants were awarded:\n\n" + "\n".join([head, rule, *others]))


@pytest.mark.parametrize(
    "head",
    [
        "| Payee | Details | £ |",
        "| Body | Object | Sum voted |",
        "| School | Equipment | Contribution agreed |",
        "| Partner | Post funded | Cost to the fund |",
        "| Successful bidder | Summary of bid | Sum granted |",
        "| Good cause | Idea | We gave |",
    ],
)
def test_a_table_is_read_by_the_one_column_of_sums_and_the_one_of_names(head: str) -> None:
    """Whatever its columns are called, the bodies are those named in every row and the grant the only sum that can be one."""
    rows = [f"| {who} | {what} | {amt} |" for who, what, amt in zip(WHO, WHAT, SUMS, strict=True)]
    assert table(head, *rows) == list(zip(WHO, SUMS, strict=True))


@pytest.mark.parametrize("other", ["Price quoted", "Match funding", "Own contribution", "Full cost", "Previous grant"])
def test_the_grant_is_never_taken_from_the_column_of_another_sum(other: str) -> None:
    """A price, what others put in and what was given before stand beside the grant, and are never taken for it."""
    rows = [f"| {who} | £9,999 | {amt} |" for who, amt in zip(WHO, SUMS, strict=True)]
    assert table(f"| Bidder | {other} | Our support |", *rows) == list(zip(WHO, SUMS, strict=True))


def test_a_table_with_only_another_sum_is_no_table_of_grants() -> None:
    """Prices alone, under words about grants, are not added up as grants."""
    rows = [f"| {who} | {amt} |" for who, amt in zip(WHO, SUMS, strict=True)]
    assert table("| School | Price quoted |", *rows) == []


def test_a_column_headed_cost_is_of_the_grants_where_the_lead_says_what_they_cost() -> None:
    """“Three were supported, at a cost of £2,390:” over a column headed “Cost” makes that column the grants."""
    rows = "\n".join(f"| {who} | {amt} |" for who, amt in zip(WHO, SUMS, strict=True))
    grid = f"| Organisation | Cost (£) |\n| --- | --- |\n{rows}"
    assert read(f"Nine bids came in. Three were supported, at a cost of £2,390:\n\n{grid}") == list(
        zip(WHO, SUMS, strict=True)
    )
    assert read(f"Three grants were awarded in May.\n\n{grid}") == []


def test_counts_by_year_are_no_grants() -> None:
    """A table of how many bids came in each year has no pounds in it and is no list of grants."""
    rows = "| | 2021/22 | 2022/23 |\n| --- | --- | --- |\n| Bids | 38 | 41 |\n| First-time bidders | 20 | 18 |"
    assert read(f"Who asked for money:\n\n{rows}") == []


def test_the_year_that_says_award_is_the_one_that_counts() -> None:
    """Beside last year’s figures the column that says “award” gives the grants."""
    rows = [f"| {who} | £9,000 | {amt} |" for who, amt in zip(WHO, SUMS, strict=True)]
    assert table("| Organisation | 2023/24 | 2024/25 award |", *rows) == list(zip(WHO, SUMS, strict=True))


def test_a_lead_that_says_out_of_how_many_bids_leads_to_the_grants() -> None:
    """“Three grants were made from nine requests:” leads to what was given, not to what was asked for."""
    assert standing_of("Three grants with a total value of £2,390 were made from nine requests:") is Standing.AWARDED
    assert standing_of("The panel considered nine requests:") is Standing.REQUESTED


def test_what_became_of_another_body_says_nothing_of_the_grant_before_it() -> None:
    """A line that ran into the next keeps its grant where the next one’s bid was refused."""
    page = "The following grants were awarded:\n\n- Elm Club – £500 for gloves. Oak Radio – refused, as it is elsewhere.\n- Ash Choir – £640 for music."
    assert [amount for _, amount in read(page)] == ["£500", "£640"]


def test_words_above_a_list_speak_of_grants_only_where_the_last_of_them_do() -> None:
    """Prices, income and other things that the last sentence leads to are none of the grants told of before."""

    def above(words: str) -> bool:
        paper = read_paper(f"## Small Grants Fund\n\n{words}\n".encode(), "page.md")
        return speak_of_grants(paper.passages, len(paper.passages))

    assert above("Three grants were awarded. They are:")
    assert above("The bodies below were given help.")
    assert not above("Three grants were awarded. The prices of such devices were compared at the meeting:")
    assert not above("Payments over £500 to suppliers:")


@pytest.mark.parametrize(
    "rows",
    [
        "| Organisation | Project cost |\n| --- | --- |\n| {0} | £12,000 |\n| {1} | £4,500 |\n| {2} | £8,000 |",
        "| Organisation | Own funds |\n| --- | --- |\n| {0} | £2,000 |\n| {1} | £4,500 |\n| {2} | £800 |",
        "| Group | Members | Turnover (£) |\n| --- | --- | --- |\n| {0} | 120 | 31,000 |\n| {1} | 90 | 24,000 |\n| {2} | 85 | 45,500 |",
        "| Officer | Post | Salary (£) |\n| --- | --- | --- |\n| Ann Lee | Grants Officer | 31,000 |\n| Tom Shaw | Clerk | 24,000 |",
        "| Body | Largest sum |\n| --- | --- |\n| {0} | £5,000 |\n| {1} | £4,400 |\n| {2} | £7,000 |",
    ],
)
def test_no_total_is_accused_by_a_table_of_other_sums(rows: str) -> None:
    """“Three grants totalling £2,390” is not held against what projects cost, what groups own or what officers earn."""
    page = f"# Update\n\n## Small Grants Fund\n\nThree grants totalling £2,390 were awarded in May.\n\n{rows.format(*WHO)}\n"
    assert not audit(read_paper(page.encode(), "page.md")).findings
