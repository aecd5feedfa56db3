"""Grants as news, decisions and pages of the web print them: names that run into what was done, records, pasted rows."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest
from read_as_printed import Told, rounds, told

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.lines import Shape, read_line
from pcp_reports.papers.opening import read_paper

THREE: Told = [("Elm Scouts", "£500"), ("Oak Guides", "£600"), ("Ash Cadets", "£700")]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Elm Youth Café to keep a worker for the summer (£500)", "Elm Youth Café", "to keep a worker for the summer"),
        (
            "Elm Women's Refuge to give more help to victims (£500)",
            "Elm Women's Refuge",
            "to give more help to victims",
        ),
        ("Elm Street Pastors to train (£500)", "Elm Street Pastors", "to train"),
        ("Barnardo's to keep a worker (£500)", "Barnardo's", "to keep a worker"),
        ("Elm Youth Trust offered sport each week (£500)", "Elm Youth Trust", "offered sport each week"),
        ("Elm Chaplains bought radios: £500", "Elm Chaplains", "bought radios"),
        ("£500 – Elm Chaplains bought radios", "Elm Chaplains", "bought radios"),
        (
            "Elm Football Club put in alarms after four break-ins (£500)",
            "Elm Football Club",
            "put in alarms after four break-ins",
        ),
    ],
)
def test_a_name_ends_where_what_was_done_begins(text: str, who: str, what: str) -> None:
    """A list that says what each group did with its grant names the group, and not the deed."""
    (award,) = read_line(text, passage=0).awards
    assert (award.recipient, award.purpose, str(award.amount)) == (who, what, "£500")


@pytest.mark.parametrize(
    "name",
    [
        "Safe to talk",
        "Safe Routes to school",
        "Born to be wild",
        "Dare to Care",
        "Oak Wood united",
        "Elm Trauma-informed Schools",
        "Elm Families based in Oakley",
        "Road to Recovery",
    ],
)
def test_a_name_with_small_words_stays_whole(name: str) -> None:
    """“Safe Routes to school” is the name of a project, however like a deed it sounds."""
    assert told(f"{name} (£500)") == [(name, "£500")]


def test_what_the_money_supports_is_no_name_by_its_first_word() -> None:
    """A bullet “Support for the volunteers of Speedwatch – £12k” is not a grant to somebody called Support."""
    assert told("Support for the volunteers of Speedwatch – £12k to fund a post") == [
        ("Support for the volunteers of Speedwatch", "£12,000")
    ]
    assert told("Victim Support for a helpline – £12,000") == [("Victim Support", "£12,000")]


@pytest.mark.parametrize(
    "text",
    [
        "Community Safety Fund: Elm Scouts (£500); Oak Guides (£600); Ash Cadets (£700)",
        "Community Safety Fund: Elm Scouts, £500; Oak Guides, £600; Ash Cadets, £700",
        "Northern Division: £500 to Elm Scouts; £600 to Oak Guides; £700 to Ash Cadets",
        "Burnley: Elm Scouts (£500); Oak Guides (£600); Ash Cadets (£700)",
    ],
)
def test_words_before_the_first_colon_of_a_list_head_it(text: str) -> None:
    """The fund or place that a run-on list begins with is not taken for who got the first grant."""
    assert told(text) == THREE


def test_a_colon_in_every_part_of_a_list_parts_name_and_purpose() -> None:
    """“Scouts: tents (£500); Guides: kit (£600)” names the Scouts, and the first colon heads nothing."""
    assert told("Elm Scouts: tents (£500); Oak Guides: kit (£600); Ash Cadets: rope (£700)") == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Elm Scouts – to be funded at the requested amount of £500 *",
        "Elm Scouts - be funded in full at the amount requested, £500",
        "Elm Scouts – awarded the full amount requested of £500",
        "Elm Scouts – award the requested £500",
        "Elm Scouts – approved at the amount requested (£500)",
    ],
)
def test_what_is_funded_at_the_amount_requested_is_awarded(text: str) -> None:
    """A committee that funds bids in full at what they asked for made grants of that much."""
    assert told(text) == THREE[:1]


@pytest.mark.parametrize(
    "text", ["Elm Scouts – not to be funded at the requested amount of £500", "Elm Scouts – requested amount £500"]
)
def test_what_was_only_requested_is_no_award(text: str) -> None:
    """What a group asked for and did not get is no grant."""
    assert told(text) == []


def test_clauses_of_changing_order_are_each_a_grant() -> None:
    """News may turn its sentences about: “the Guides get £600 and £700 goes to the Cadets”."""
    assert (
        told("Elm Scouts will receive £500 for tents; £600 goes to Oak Guides and Ash Cadets will receive £700.")
        == THREE
    )
    assert told("£500 went to Elm Scouts and Oak Guides received £600.") == THREE[:2]


def test_money_that_comes_in_or_is_spent_makes_no_clause_a_grant() -> None:
    """A sentence of income and spending is no list of grants, however it is joined."""
    assert told("The force received £500,000 from the Home Office and £300,000 was spent on vans.") == []


def test_a_sum_divided_among_bodies_of_one_kind_is_one_grant_to_so_many() -> None:
    """“Divided between the five Partnerships” is money to five bodies, and the list is not whole without it."""
    (award,) = read_line(
        "£160,000 will be divided, by a formula, between the five Community Safety Partnerships.", passage=0
    ).awards
    assert (award.recipient, str(award.amount), award.recipients) == ("Community Safety Partnerships", "£160,000", 5)


def test_a_total_in_brackets_behind_the_last_grant_is_of_them_all() -> None:
    """The total that closes a run-on list is not the last group's grant."""
    read = read_line("Elm Scouts – £500; Oak Guides – £600; Ash Cadets – £700 (total £1,900).", passage=0)
    assert [(one.recipient, str(one.amount)) for one in read.awards] == THREE
    assert read.total is not None
    assert read.total.text == "£1,900"


def test_a_total_in_brackets_behind_a_yearly_grant_is_of_that_grant() -> None:
    """“£250 a year (total £750)” is one grant of £750."""
    line = "Elm Scouts – £500; Oak Guides – £600; Ash Cadets – £250 a year (total £750)."
    assert told(line) == [*THREE[:2], ("Ash Cadets", "£750")]


def test_grants_of_so_much_each_with_their_total_are_told_apart() -> None:
    """“Three grants of £500 each (£1,400 in total)” are three grants, and the total is judged for itself."""
    for words in (
        "The Commissioner made three grants of £500 each (£1,400 in total) to Elm Scouts, Oak Guides and Ash Cadets.",
        "Grants of £500 each were made to three parish clubs (Elm Scouts, Oak Guides and Ash Cadets), £1,400 in all",
    ):
        read = read_line(words, passage=0)
        assert [(one.recipient, str(one.amount)) for one in read.awards] == [(who, "£500") for who, _ in THREE]
        assert read.total is not None
        assert read.total.text == "£1,400"


@pytest.mark.parametrize(
    "text",
    [
        "£9,000 was awarded to the Elm Scouts (£500), the Oak Guides (£600) and the Ash Cadets (£700).",
        "£500 to Elm Scouts, £600 to Oak Guides and £700 to Ash Cadets were awarded, £1,900 in all",
        "In June the Commissioner awarded £1,800 from the Night Fund to Elm Scouts (£500), Oak Guides (£600) and Ash Cadets (£700).",
    ],
)
def test_a_sum_that_all_share_is_nobodys_grant(text: str) -> None:
    """The sum before or behind a list is that of the list, right or wrong, and no grant in it."""
    assert told(text) == THREE


def test_grants_totalling_so_much_to_bodies_of_a_kind_name_nobody() -> None:
    """“Grants totalling £9,450 to Voluntary Bodies” leads to a list, and is no grant itself."""
    assert (
        told("It was resolved to award grants totalling £9,450 to Voluntary Bodies which had answered the notice.")
        == []
    )


def test_the_sum_may_stand_behind_who_gets_it() -> None:
    """“Grant to Elm Scouts of £500 for tents” is read, with a reference before it or without."""
    assert told("DN 2023/41 – Grant to Elm Scouts of £500 for tents") == THREE[:1]
    assert told("Grant to Elm Scouts of £500 for tents") == THREE[:1]


def test_an_order_to_pay_is_a_grant() -> None:
    """“The Commissioner agreed to: – pay Elm Scouts £500” names who is paid."""
    assert told("pay Elm Scouts £500 for tents") == THREE[:1]
    assert told("To pay the Elm Scouts £500") == THREE[:1]
    assert told("Drivers pay Elm Council £500 in fines") == []


def test_a_sentence_before_the_colon_names_nobody() -> None:
    """“One project had been approved: Guides, £600” is a grant to the Guides."""
    assert (
        told("One project had been approved since the last meeting: Oak Guides, £600, from the Youth Fund.")
        == THREE[1:2]
    )


def test_a_name_that_the_paper_gives_elsewhere_ends_there() -> None:
    """“Elm Rovers Trust for Girls' Friday” is Elm Rovers Trust where the same decision names it so with the same sum."""
    made = rounds(
        """
        Grants awarded

        To award Elm Rovers Trust £4,260 for coaching.

        The Commissioner supports the applications and awards the following grants:

        - £4,260 to Elm Rovers Trust for Girls' Friday
        - £2,500 to the Oak Guides for tents
        - £1,000 to Action for Ash
        """
    )
    assert [("Elm Rovers Trust", "£4,260"), ("Oak Guides", "£2,500"), ("Action for Ash", "£1,000")] in made


def test_records_whose_values_look_like_headings_are_read() -> None:
    """Records with each label and value on a line of its own are grants, also where a value is short and one has no pound sign."""
    made = rounds(
        """
        Partnership spending

        The Commissioner approved the grants below.

        Amount:

        £38,500

        Who received the funding:

        Elm County Council

        Purpose:

        Data Website

        The website is hosted by the Council.

        Amount:

        18,000

        Who received the funding:

        Oak Review Fund

        Purpose:

        Reviews
        """
    )
    assert made == [[("Elm County Council", "£38,500"), ("Oak Review Fund", "£18,000")]]


def test_records_under_a_heading_each_are_one_list() -> None:
    """The name of a project over each record is what its grant is for, and no strand of its own."""
    judged = audit(
        read_paper(
            dedent(
                """
                Full list of grants for community projects

                Spring Festival

                Reason: It was the fourth festival.

                Recipient: Elm Scouts

                2019/20 Allocation: £500

                Safe Steps

                Reason: Lessons for children.

                Recipient: Oak Guides

                2019/20 Allocation: £600
                """
            )
            .strip()
            .encode(),
            "paper.txt",
        )
    ).rounds
    assert [[(line.award.recipient, line.award.purpose) for line in one.lines] for one in judged] == [
        [("Elm Scouts", "Spring Festival"), ("Oak Guides", "Safe Steps")]
    ]


def test_rows_pasted_with_two_blanks_between_their_cells_are_a_table() -> None:
    """A table pasted as lines, blank lines between, is read; “9 507” is nine thousand and not five hundred."""
    made = rounds(
        """
        Grants awarded

        Organisation  Nature of Project  £

        Elm Scouts  Tents: for the summer of 11-16 year-olds  12,000

        Oak Guides  A 50-minute play  9 507

        Ash Cadets  The Hut: A place to go  7,850

        Contact us for the conditions.
        """
    )
    assert made == [[("Elm Scouts", "£12,000"), ("Oak Guides", "£9,507"), ("Ash Cadets", "£7,850")]]


def test_pasted_rows_with_one_that_cannot_be_read_are_no_table() -> None:
    """Where a row lacks its sum, nobody is told that the total of the others is wrong."""
    text = """
        Grants awarded

        Group  What for  Award
        Elm Scouts  Tents  £1,200
        Oak Guides  Rent
        Ash Cadets  A worker  £2,450
        Total  £4,000
        """
    judged = audit(read_paper(dedent(text).strip().encode(), "paper.txt"))
    assert not [one for one in judged.findings if one.code.startswith("G2")]


def test_a_title_with_a_year_heads_no_column() -> None:
    """“DONATIONS MADE IN 2021” above a table is its title, and the cheque numbers stay in their column."""
    text = """
        DONATIONS MADE IN 2021

        Cheque    Recipient                              £
        1528      Elm Scouts                      1,250.00
        1529      Oak Guides                      3,500.00
        1530      Ash Cadets                        138.00
        """
    assert rounds(text) == [[("Elm Scouts", "£1,250"), ("Oak Guides", "£3,500"), ("Ash Cadets", "£138")]]


def test_cells_that_each_end_in_a_bar_are_a_table() -> None:
    """A table of a page saved a cell a line, each with its bar, an empty one a bar alone, is read with its total."""
    text = """
        The grants awarded in 2023 are below.
        Organisation |
        Type of Funding |
        Amount |
        Elm Council |
        Community Safety |
        £158,100 |
        Oak Council |
        Community Safety |
        £147,550 |
        Total |
        |
        £305,650 |
        """
    judged = audit(read_paper(dedent(text).strip().encode(), "paper.txt"))
    assert [len(one.lines) for one in judged.rounds] == [2]
    assert not [one for one in judged.findings if one.code.startswith("G2")]


def test_bullets_within_one_long_line_are_items_again() -> None:
    """A page copied without its line ends still has its list: each bullet is an item, and what was declined stays so."""
    text = (
        "CABINET Report of the Head of Service. Recommendations 1. That the following grants be awarded: "
        "• £500 to Elm Scouts towards new tents and poles for their camp; • £600 to Oak Guides towards training of volunteers; "
        "• £700 to Ash Cadets towards a trip to the sea. 2. That the following grant applications be declined: "
        "• Birch Club - £1,500 requested – applied for a heating system;"
    )
    assert rounds(text) == [THREE]


@pytest.mark.parametrize(
    "lead",
    [
        "Recipients of funding from the Winter Fund: (£1,100)",
        "Recipients of funding from the Winter Fund:",
        "Grant recipients (£1,100)",
    ],
)
def test_those_named_as_recipients_got_their_grants(lead: str) -> None:
    """“Anyone who applied …” further up does not make a list of recipients one of what was asked for."""
    text = f"Winter Fund\n\nAnyone who applied was to read the grant conditions first.\n\n{lead}\n\n  • Elm Scouts: £500\n  • Oak Guides: £600\n"
    assert rounds(text) == [THREE[:2]]


def test_a_sentence_goes_on_behind_a_full_stop_within_quotation_marks() -> None:
    """What the Commissioner says before it does not hide the grant of the next sentence."""
    assert told('He went on, "I have tried to be even-handed." Elm Scouts will receive £500.') == THREE[:1]


@pytest.mark.parametrize(
    "unit",
    [
        "Elm Trust to keep a worker ",
        "£5 to Elm and Oak get £6 ",
        "Fund: A (£5); ",
        "A • £5 b ",
        "Amount |\n£5 |\n",
        "Grant to Elm of ",
    ],
)
def test_long_texts_are_read_in_seconds(unit: str) -> None:
    """A paper of any words is read before an officer looks at the clock."""
    begun = time.perf_counter()
    audit(read_paper((unit * (60_000 // len(unit))).encode(), "paper.txt"))
    assert time.perf_counter() - begun < 10


def test_the_shape_of_told_clauses_is_a_list() -> None:
    """Clauses that each tell of a grant are one list, to which a total may be stated."""
    assert read_line("£500 went to Elm Scouts and Oak Guides received £600.", passage=0).shape is Shape.LIST
