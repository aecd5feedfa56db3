"""How minutes, newsletters and decision records tell of a grant without the usual words, and what near to them is none."""

from __future__ import annotations

import pytest

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import Shape, awards_in, read_line
from pcp_reports.money import Money

# What is printed, who got it, what for, and the amount.
TOLD: tuple[tuple[str, str, str, str], ...] = (
    ("In Tarnside, the Heron Gym receives £1,310 so that it can open late.", "Heron Gym", "so that it can open late", "1310"),
    ("Lastly, Quay Shed has been awarded £870 to mend bicycles with young people.", "Quay Shed", "to mend bicycles with young people", "870"),
    ("Heron Debt Line has £2,460 to see families at home.", "Heron Debt Line", "to see families at home", "2460"),
    ("The Heron Lunch Club may buy a new cooker with its £640.", "The Heron Lunch Club", "to buy a new cooker", "640"),
    ("A driver for Heron Street Wheels will be paid for with £3,300.", "Heron Street Wheels", "A driver", "3300"),
    ("Finally, £2,150 lets Young Heron Voices train ten mentors.", "Young Heron Voices", "train ten mentors", "2150"),
    ("And £1,450 will let the Quay Allotments Society replace a fence after damage put at £9,000.", "Quay Allotments Society", "replace a fence after damage put at £9,000", "1450"),
    ("Also in line for a grant is Quay Haven, whose staff will use £3,700 to train barbers.", "Quay Haven", "to train barbers", "3700"),
    ("Heron Rowing Club (£1,980) taught 30 pupils to row.", "Heron Rowing Club", "taught 30 pupils to row", "1980"),
    ("Quay Village Hall (£760) has new lights.", "Quay Village Hall", "has new lights", "760"),
    ("The sum of £1,033 be awarded to Quay Bowls Club", "Quay Bowls Club", "", "1033"),
    ("First aid post, Quay Lifeguards . £2,650", "First aid post, Quay Lifeguards", "", "2650"),
    ("Quay Larder, running costs – £3,500", "Quay Larder", "running costs", "3500"),
    ("Quay Bowls Club was awarded £1,100 for mats. Its members will add £400.", "Quay Bowls Club", "mats", "1100"),
)  # fmt: skip

# Sentences near to those above that award nothing to anybody.
NONE: tuple[str, ...] = (
    "The Commissioner has £48,675 to spend by March.",
    "The Community Fund has £48,675 to see us through the year.",
    "Elmshire Police has £480,000 to mend its roofs.",
    "£1.2m will let Elmshire Police recruit officers.",
    "£250,000 will let Operation Falcon run until March.",
    "£300,000 will let the Commissioner open two hubs.",
    "Ann Lee (£32,000) joined in May.",
    "PC Jones (£32,000 a year) joined in May.",
    "The Home Office (£1.2m) has paid the rest.",
    "The Reserve Fund (£1.2m) has risen.",
    "Elmshire's work is paid for by the Home Office, which has given the county £1.16 million this year.",
    "The force will buy cars with its £2,300,000 from the sale of land.",
    "Running costs – £4,500",
    "The commissioner's office, running costs of £4,500",
    "Thieves broke in, and damage put at £9,000 was done.",
)


@pytest.mark.parametrize(("text", "who", "what", "amount"), TOLD)
def test_a_grant_is_read_without_the_usual_words(text: str, who: str, what: str, amount: str) -> None:
    """Whoever a sentence of a newsletter or a minute names is read as who got the sum, with what it is for."""
    (award,) = awards_in(text, passage=0)
    assert (award.recipient, award.purpose, award.amount) == (who, what, Money.parse(amount))
    assert award.counts


@pytest.mark.parametrize("text", NONE)
def test_what_somebody_holds_earns_or_loses_is_no_grant(text: str) -> None:
    """Budgets, salaries, damage and money from the government are never taken for grants."""
    assert awards_in(text, passage=0) == ()


@pytest.mark.parametrize(
    ("text", "standing", "what"),
    [
        ("(i) Quay Shop – £1,200 – That the funding be approved;", Standing.AWARDED, ""),
        ("(ii) Quay Shop – £1,200 – That the application be refused, as it has sponsors.", Standing.DECLINED, ""),
        ("Quay Shop – £1,200 – That determination be deferred to the May meeting, so that it can obtain quotations;", Standing.REQUESTED, ""),
        ("Quay Shop – fence – £1,200 – DEFERRED to the May meeting", Standing.REQUESTED, "fence"),
        ("Quay Shop – fence – £1,200 – WITHDRAWN: the group has closed and will not be paid", Standing.WITHDRAWN, "fence"),
        ("Quay Shop – fence – £1,200 – Declined – outside the area", Standing.DECLINED, "fence"),
    ],
)  # fmt: skip
def test_what_a_meeting_resolved_of_an_application_is_heard(text: str, standing: Standing, what: str) -> None:
    """“That the application be refused” and “WITHDRAWN: the reason” say what became of the line they stand in."""
    (award,) = awards_in(text, passage=0)
    assert (award.recipient, award.purpose, award.standing) == ("Quay Shop", what, standing)


@pytest.mark.parametrize(
    "text",
    [
        "Quay Shop – £1,200 – help for tenants who were refused a home",
        "Quay Shop – £1,200 – work with young people on deferred sentences",
        "Quay Shop – £1,200 – a drop-in: for carers whose benefit was withdrawn",
    ],
)
def test_a_purpose_with_such_a_word_leaves_the_grant_standing(text: str) -> None:
    """A word such as “refused” within the purpose says nothing of the application."""
    (award,) = awards_in(text, passage=0)
    assert award.counts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A bakery on the quay. The Commissioner awards £9,850, and two firms refer people to it.", "9850"),
        ("Meeting people at the gate. A grant of £7,500 covers one worker until June.", "7500"),
        ("Peer support for people in treatment; £4,000 is granted, as in the year before.", "4000"),
        ("Visits and a helpline. The award is £8,000. The helpline took 300 calls.", "8000"),
        ("AGREED a grant of £2,100.", "2100"),
        ("Agreed a grant of £2,100, subject to a second quotation.", "2100"),
        ("£148.50 subsidised letting", "148.50"),
    ],
)
def test_an_amount_below_a_heading_leaves_the_name_to_it(text: str, amount: str) -> None:
    """A paragraph that gives the sum and names nobody is a grant to whom the heading above it names."""
    read = read_line(text, passage=0)
    assert (read.shape, read.awards) == (Shape.AMOUNT, ())
    assert read.part is not None
    assert read.part.amount == Money.parse(amount)


@pytest.mark.parametrize(
    "text",
    [
        "Meeting people at the gate. A budget of £7,500 covers one worker until June.",
        "A grant of £7,500 from the Home Office covers one worker.",
        "The bill is £8,000. The helpline took 300 calls.",
        "The Commissioner spends £9,850, and two firms refer people to it.",
        "£148.50 stolen goods",
    ],
)
def test_other_money_below_a_heading_is_no_grant(text: str) -> None:
    """A budget, a bill or money of a department is not given to whom the heading names."""
    read = read_line(text, passage=0)
    assert (read.part, read.awards) == (None, ())


@pytest.mark.parametrize(
    "text", ["District total: £3,535", "Ward total – £3,535", "Community total: £3,535", "Area total £3,535"]
)
def test_the_total_of_a_district_is_nobody(text: str) -> None:
    """“District total” sums up the grants above it; nobody is called District."""
    read = read_line(text, passage=0)
    assert (read.shape, read.awards) == (Shape.TOTAL, ())


def test_a_club_with_such_a_word_in_its_name_gets_its_grant() -> None:
    """“Quay District Scouts” and “Ward End Total Fitness Club” are names."""
    assert [one.recipient for one in awards_in("Quay District Scouts – £500", passage=0)] == ["Quay District Scouts"]
    assert [one.recipient for one in awards_in("Ward End Total Fitness Club – £500", passage=0)] == [
        "Ward End Total Fitness Club"
    ]


def test_one_grant_among_sentences_is_no_list() -> None:
    """A paragraph that goes on about the project’s cost gives one grant, as the paragraphs about it do."""
    read = read_line("Quay Bowls Club was awarded £1,100 for mats. Its members will add £400.", passage=0)
    assert read.shape is Shape.SENTENCE
    both = read_line("Quay Bowls Club was awarded £1,100. Heron Gym was awarded £400.", passage=0)
    assert (both.shape, len(both.awards)) == (Shape.LIST, 2)
