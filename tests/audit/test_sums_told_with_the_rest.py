"""Sums told with their parts, and totals of grants, that the paper's own words explain; and what no words explain."""

from __future__ import annotations

import time

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

GROUPS = ("Elm Boxing Club", "Oak Hall Trust", "Ash Women's Aid")
"""Three, of £5,000, £4,500 and £3,000: £12,500."""
NEWS = "\n\n".join(
    f"{name} was awarded {sum_} for {what}."
    for name, sum_, what in zip(
        GROUPS, ("£5,000", "£4,500", "£3,000"), ("gloves", "lights", "counselling"), strict=True
    )
)
LINES = "\n".join(
    f"- {name} – {what} – {sum_}"
    for name, sum_, what in zip(
        GROUPS, ("£5,000", "£4,500", "£3,000"), ("gloves", "lights", "counselling"), strict=True
    )
)


def _said(text: str) -> list[str]:
    found = audit(read_paper(f"# Report to the Panel\n\n{text}\n".encode(), "paper.md")).findings
    return [one.message for one in found if one.code in ("G201", "G202", "G211", "G214")]


@pytest.mark.parametrize(
    "text",
    [
        "We set aside £250,000. Of this, £140,000 has gone to clubs, £60,000 to victims and the remaining £50,000 to roads.",
        "Of the money, £140,000 has gone to clubs, £60,000 to victims and the remaining £50,000 to roads.",
        "From the fund £140,000 has gone to clubs, £60,000 to victims and the remaining £50,000 to roads.",
        "We set aside £250,000. Of the total cost of £140,000 for clubs, £60,000 is for staff and the remaining £80,000 for rent.",
        "Of the £60,000 grant, we spent £45,000 on a worker. The remaining £5,000 from last year's grant went on laptops.",
        "Of the £60,000 received, £45,000 was spent, leaving the account with a balance of £25,000.",
        "Of this year's £60,000, £45,000 has been spent; the remaining £22,000 in the reserve is for next year.",
        "Of the £60,000 pledged, £45,000 has come. The balance of £5,000 owed from last year has been written off.",
        "Of the £60,000, £45,000 has been spent, £8,000 remains for wages, £4,000 for rent and £3,000 for insurance.",
        "Of the £600,000 claimed, £500,000 has been paid and £50,000 remains in dispute.",
    ],
)
def test_what_remains_of_something_else_is_no_part(text: str) -> None:
    """What is left of another sum, or of a reserve, is not held against the sum that was spent from."""
    assert _said(text) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "We set aside £250,000. Of this, £140,000 went to clubs, £60,000 to victims and the remaining £50,000 to roads.",
            "We set aside £250,000. Of this, £140,000 went to clubs, £80,000 to victims and the remaining £50,000 to roads.",
        ),
        (
            "Of the £250,000 set aside, £140,000 has been spent, leaving £110,000 for 2026/27.",
            "Of the £250,000 set aside, £140,000 has been spent, leaving £101,000 for 2026/27.",
        ),
        (
            "The budget of £345.6m is funded by grant of £210.3m and precept of £128.1m, with the balance of £7.2m met from reserves.",
            "The budget of £345.6m is funded by grant of £210.3m and precept of £128.1m, with the balance of £9.7m met from reserves.",
        ),
    ],
)
def test_what_remains_is_held_against_the_sum_it_is_left_of(right: str, wrong: str) -> None:
    """“Of this” is of the sum right before, and “leaving” and “the balance” close what it was spent on."""
    assert _said(right) == []
    assert len(_said(wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the £60,000, £45,000 was spent, £3,000 of it on rent, £2,000 of it on heat, and the remaining £15,000 is for May.",
        "The bill of £520,000 is made up of £300,000 for pay, £100,000 of it for overtime, £20,000 of it for training, and £220,000 for rent.",
        "The cost of £125,000 is made up as follows:\n\n- Staff £85,000\n- of whom trainers £10,000\n- of whom managers £5,000\n- Premises £40,000",
        "The variance of £312,000 is made up of pay £200,000, premises £132,000 and transport (£20,000).",
        "The net movement of £310,000 comprises additions £250,000, gains £120,000, disposals £40,000 and losses £20,000.",
    ],
)
def test_parts_of_parts_and_sums_taken_off_are_not_added(text: str) -> None:
    """Parts that stand within others, or that are to be taken off, explain what the parts come to too much."""
    assert _said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The £60,000 cost is split: £40,000 from us; £10,000 from the district; the county has yet to decide its share.",
        "The sum of £100,000 was split, £45,000 for the north and £45,000 for the south, the office keeping a tenth.",
        "The sum of £100,000 was split with £45,000 for the north and £45,000 for the south once running costs are taken off.",
        "The £1,000,000 bill was divided into penalty £600,000 and costs £300,000. The court has yet to rule on the surcharge.",
        "The grant of £125,000 will be divided as set out below:\n\n- £45,000 in April\n- £35,000 in July\n- £25,000 in October\n\nThe last payment is still to be agreed.",
        "The total of £125,000 (i.e. £60,000 now and £60,000 next year) includes inflation.",
        "The shortfall of £420,000 was met by savings of £300,000 on pay and £115,000 on travel and by a freeze on training.",
        "The £96,000 project is part-funded by the Home Office (£48,000) and the council (£44,000).",
    ],
)
def test_what_is_wanting_may_be_told_in_other_words(text: str) -> None:
    """Where parts fall short and the words behind them tell of somebody else's share, or of what is to come, nothing is said."""
    assert _said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The £60,000 was given to the split-site school: £35,000 for the hall, £10,000 for the yard and £10,000 for lights.",
        "The council's £60,000 breakdown cover was cut by £40,000 and £15,000 in turn.",
        "The £60,000 contract with a panel comprising six firms was let at £40,000 for year one and £15,000 for year two.",
        "The Board approved £60,000 for a campaign comprising posters, £20,000, radio, £18,000, and bus backs, £17,000.",
        "We paid £20,000 for the hall, £15,000 for the yard and £10,000 for lights, at a total cost of £48,000 with fees.",
        "We paid £20,000 for the hall, £15,000 for the yard and £10,000 for lights, totalling £49,500 once fees are added.",
        "We paid £48,000 for the hall and £32,000 for the yard (£90,000 in total with inflation).",
    ],
)
def test_words_that_split_something_else_close_no_sum(text: str) -> None:
    """A split site, a breakdown service, a panel comprising firms, a total with fees: none says that the parts are all."""
    assert _said(text) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "We will give £48,000, the council £32,000 and the health board £16,000, a total of £96,000.",
            "We will give £48,000, the council £32,000 and the health board £16,000, a total of £98,000.",
        ),
        (
            "We paid £48,000 for the helpline and £32,000 for outreach (£80,000 in total).",
            "We paid £48,000 for the helpline and £32,000 for outreach (£82,000 in total).",
        ),
        (
            "The cost of £96,000 will be shared: £48,000 from us, £32,000 from the council and £16,000 from the board.",
            "The cost of £96,000 will be shared: £48,000 from us, £32,000 from the council and £18,000 from the board.",
        ),
        (
            "The budget of £345.6m is made up of £210.3m core grant, £128.1m precept and £7.2m other grants.",
            "The budget of £354.6m is made up of £210.3m core grant, £128.1m precept and £7.2m other grants.",
        ),
        (
            "The sum of £45,000 will be paid in three instalments of £20,000, £15,000 and £10,000.",
            "The sum of £45,000 will be paid in three instalments of £20,000, £15,000 and £15,500.",
        ),
        (
            "Breakdown of the £96,000:\n\n- Salaries: £61,000\n- Premises: £14,000\n- Training: £21,000",
            "Breakdown of the £96,000:\n\n- Salaries: £61,000\n- Premises: £14,000\n- Training: £12,000",
        ),
    ],
)
def test_more_ways_of_telling_all_parts_are_heard(right: str, wrong: str) -> None:
    """A total at the end, “in total”, who shares a cost, instalments: one figure changed is found, and none where all are right."""
    assert _said(right) == []
    assert len(_said(wrong)) == 1


@pytest.mark.parametrize(
    ("lead", "behind"),
    [
        ("Three groups have been awarded £20,000 by the commissioner and the council.", "The council put in the other £7,500."),
        ("£20,000 has been awarded to three groups tackling violence.", "Running the scheme comes to £7,500."),
        ("Grants of £20,000 have helped three groups.", "Elm Boxing Club had a second grant in September."),
    ],
)  # fmt: skip
def test_news_that_tells_what_else_its_total_takes_in_is_right(lead: str, behind: str) -> None:
    """A total above grants told one by one is right where the words behind them tell what else is in it."""
    assert _said(f"{lead}\n\n{NEWS}\n\n{behind}") == []
    assert len(_said(f"{lead}\n\n{NEWS}\n\nThe work begins in May.")) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "The balance is held until the others have signed.",
        "Details of the remaining awards will be published next month.",
        "One award is commercially sensitive and is in the exempt part.",
        "Two further awards will be made in May.",
    ],
)
def test_grants_that_are_told_to_be_elsewhere_may_make_up_a_total(behind: str) -> None:
    """A total above a list is right where the paper says that some of its grants are not in the list."""
    assert _said(f"Grants totalling £20,000 were agreed:\n\n{LINES}\n\n{behind}") == []
    assert len(_said(f"Grants totalling £20,000 were agreed:\n\n{LINES}\n\nThe groups have been told.")) == 1


def test_a_list_of_some_of_the_grants_told_of_before_is_not_held_against_their_total() -> None:
    """“Those for the north:” picks some out."""
    assert _said(f"Grants totalling £20,000 were agreed. Those for the north:\n\n{LINES}") == []


def test_a_line_that_the_minutes_correct_is_taken_as_corrected() -> None:
    """Where the words behind a list say what one of its lines should be, and the total is right with that, nothing is said."""
    lead = "The Panel noted that £12,500 had been awarded to three groups."
    lines = "Elm Boxing Club: £5,000. Oak Hall Trust: £4,500. Ash Women's Aid: £3,500."
    assert _said(f"{lead}\n\n{lines}\n\nThe officer said that the last figure should be £3,000.") == []
    assert len(_said(f"{lead}\n\n{lines}\n\nThe officer was thanked.")) == 1


def test_a_body_that_is_named_in_short_the_second_time_is_one_body() -> None:
    """Two charities are two, whatever either is called the second time."""
    text = "Elm Boxing Club was awarded £5,000 and Oak Hall Trust £4,000. Elm also won £6,000 in May."
    assert _said(f"Two charities have been awarded £15,000 from money seized from criminals.\n\n{text}") == []


def test_a_grant_that_the_words_behind_it_put_off_is_none() -> None:
    """“Fir Club (£9,000) be deferred” is no award of the total at the end of the sentence."""
    text = "That Fir Club (£9,000) be deferred, and Elm Boxing Club (£5,000) and Oak Hall Trust (£4,500) be approved: {} in total."
    assert _said(text.format("£9,500")) == []


def test_a_total_of_the_year_behind_the_grants_of_a_month_is_not_theirs() -> None:
    """“…, making a total of £50,000 for the year” is of more than the sentence lists."""
    text = "In June we gave £20,000 to Elm Club, £15,000 to Oak Hall and £10,000 to Ash Trust, making a total of £50,000{}."
    assert _said(text.format(" for the year")) == []
    assert _said(text.format(" since April")) == []
    assert len(_said(text.format(""))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the £1,234 of this. Of this, £1,000 " * 2_500,
        "funded by £1,234 (" * 5_500,
        "breakdown of the " * 6_000 + "£5:",
        "£10,000, a total of " * 5_000,
        "£10,000 of " + "the total of " * 8_000,
        "£10,000 comprising " + "grants of a " * 8_000 + "£5 and £6.",
    ],
)
def test_no_text_keeps_the_reader_of_sums_busy(text: str) -> None:
    """A text of a hundred thousand characters, whatever they are, is read in seconds."""
    paper = read_paper(text.encode(), "paper.txt")
    began = time.process_time()
    audit(paper)
    assert time.process_time() - began < 10
