"""Grants told in speech, in minutes, letters and news: who got how much, and which sums of a sentence are no award."""

from __future__ import annotations

import time

import pytest
from read_as_printed import Told, rounds, told

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import Shape, each_of, read_line

THREE: Told = [("Elm Scouts", "£500"), ("Oak Guides", "£500"), ("Ash Cadets", "£500")]
RUN_ON: Told = [("Elm Scouts", "£500"), ("Oak Guides", "£600"), ("Ash Cadets", "£700")]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Scouts – £500 for tents, the parish council to pay the remaining £300.",
        "Elm Scouts – £500 for tents; the church is giving £200.",
        "Elm Scouts, £500 for tents, with another £300 from the parish council",
        "£500 to Elm Scouts, which has £300 more from its town council",
        "We gave £500 to Elm Scouts for tents. The Scouts have raised another £900 themselves.",
        "£500 was awarded to Elm Scouts (who had £400 last year).",
        "Elm Scouts received £500 for tents (in 2022/23 they had £250 and £125).",
    ],
)
def test_what_others_pay_is_no_part_of_a_grant(text: str) -> None:
    """A council that finds the rest, or a grant of another year, beside the award does not hide or change it."""
    assert told(text) == [("Elm Scouts", "£500")]


@pytest.mark.parametrize(
    "text",
    [
        "The officer replied that £500 had gone to Elm Scouts for tents, £600 to Oak Guides and £700 to Ash Cadets.",
        "Of this £500 goes to Elm Scouts, £600 to Oak Guides and £700 to Ash Cadets; the remaining £250 pays for an audit.",
        "Of this, £500 went to Elm Scouts, £600 to Oak Guides, £700 to Ash Cadets and £250 was kept for publicity.",
        "I have awarded £500 to Elm Scouts for tents, £600 to Oak Guides, and £700 jointly to Ash Cadets for flags.",
        "The money goes to Elm Scouts (£500), Oak Guides (£600) and Ash Cadets (£700).",
        "Support went this quarter to Elm Scouts, £500; Oak Guides, £600; and Ash Cadets, £700.",
        "The winners this time are Elm Scouts (£500 for tents); Oak Guides (£600); and Ash Cadets (£700, for flags).",
        "The sum of £1,800 was shared between Elm Scouts (£500), Oak Guides (£600) and Ash Cadets (£700).",
        "£500 to Elm Scouts (who had £400 last year), £600 to Oak Guides and £700 to Ash Cadets",
    ],
)
def test_a_sentence_that_lists_grants_gives_each_of_them(text: str) -> None:
    """However the sentence leads up to its list, and whatever is said of the rest of the money, each grant is read."""
    assert told(text) == RUN_ON


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office has given £500 to Elmshire and £600 to Oakshire.",
        "£5,000 was moved to Reserves and £6,000 to Capital.",
        "Elm Scouts asked for £500, Oak Guides £600 and Ash Cadets £700.",
        "The contract was let for £600,000 to Elm Ltd and £700,000 to Oak Ltd.",
        "Cllr Hart proposed £4,000, as the reserves were healthy. Seconded by Cllr Lee.",
        "£6,100.50, of which £4,800 was for advertising.",
        "Parish wardens: two posts are filled. The cost of the fence, £800, was met by the landlord.",
        "£900 was given to the club.",
        "The Commissioner gave £900 to local groups.",
    ],
)
def test_a_sentence_without_a_grant_gives_none(text: str) -> None:
    """What a department gives an office, what was asked for or proposed, and what is moved in a budget are no grants."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "£500 each to Elm Scouts, Oak Guides and the Ash Cadets, for the fair;",
        "Elm Scouts, Oak Guides and Ash Cadets each received £500.",
        "Elm Scouts, Oak Guides and Ash Cadets were given £500 each for radios.",
        "Each of Elm Scouts, Oak Guides and Ash Cadets will have £500.",
        "I made three grants of £500 each to Elm Scouts, Oak Guides and Ash Cadets.",
    ],
)
def test_a_sum_each_is_a_grant_to_every_one_named(text: str) -> None:
    """“£500 each” to three is three grants of £500, wherever the names stand."""
    assert told(text) == THREE


def test_long_names_each_are_told_apart() -> None:
    """A list “each” may be long: its names are told apart however many words they have together."""
    text = "£150 each to 1st Elmstow Scouts, 4th Elmstow Guides, Elmstow Sea Cadets and the Army Cadets at Oak Moor;"
    names = ["1st Elmstow Scouts", "4th Elmstow Guides", "Elmstow Sea Cadets", "Army Cadets at Oak Moor"]
    assert told(text) == [(name, "£150") for name in names]


def test_one_sum_each_in_a_list_of_others() -> None:
    """A sentence may give one group its own sum and two others as much each."""
    text = "£1,000 was awarded to Elm Scouts, £700 to Oak Guides and £250 each to Ash Cadets and Fir Choir."
    assert told(text) == [
        ("Elm Scouts", "£1,000"),
        ("Oak Guides", "£700"),
        ("Ash Cadets", "£250"),
        ("Fir Choir", "£250"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Scouts – Resolved to grant £500 for tents.",
        "Elm Scouts – RESOLVED that £500 be granted for tents.",
        "Elm Scouts – it was agreed to award £500 for tents.",
        "Elm Scouts – Resolved to grant £500 towards tents (the cost is £650 with VAT; the group to find the VAT).",
        "Elm Scouts asked for £900 for tents. Resolved: that £500 be awarded.",
        "Elm Scouts had applied for £900 towards tents and £500 was awarded.",
        "Elm Scouts’ application for £900 was approved at £500.",
    ],
)
def test_minutes_that_resolve_a_grant_give_it(text: str) -> None:
    """The words of a resolution stand for the dash before the amount; what was asked for is no award."""
    assert told(text) == [("Elm Scouts", "£500")]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Elm Scouts, tents – £600 – deferred to June, as the lease is not signed", Standing.REQUESTED),
        ("Elm Scouts, tents – £600 – put off to the next meeting", Standing.REQUESTED),
        ("Elm Scouts, tents – £600 – not supported, outside the county", Standing.DECLINED),
        ("Elm Scouts, tents – £600 – refused as the bid came late", Standing.DECLINED),
        ("Elm Scouts – £600 – refused asylum seekers' art club", Standing.AWARDED),
    ],
)
def test_a_fate_with_its_reason_is_heard(text: str, standing: Standing) -> None:
    """A bid put off or refused with a reason is no award; a purpose that begins with such a word still is one."""
    [one] = read_line(text, passage=0).awards
    assert (one.recipient, one.standing) == ("Elm Scouts", standing)


@pytest.mark.parametrize(
    "text",
    [
        "A grant of £600 will let Elm Scouts open on two more days.",
        "A grant of £600 means that Elm Scouts can buy tents.",
        "A £600 grant is helping Elm Scouts to buy tents.",
        "Thanks to a grant of £600, Elm Scouts will buy tents.",
        "With its £600 Elm Scouts will buy tents.",
    ],
)
def test_what_a_grant_lets_somebody_do_tells_who_got_it(text: str) -> None:
    """News tell of a grant by what it is for: who will do it is who got it."""
    assert told(text) == [("Elm Scouts", "£600")]


def test_a_body_without_a_name_is_a_recipient_too() -> None:
    """“£2,000 to the village school” is one grant of a list, or the list's total would look wrong."""
    text = "I awarded £9,000 to Elm Refuge and £6,000 to Oak Voices. Then I offered £2,000 to the village school for training."
    assert told(text) == [("Elm Refuge", "£9,000"), ("Oak Voices", "£6,000"), ("village school", "£2,000")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elm Road Drop-In £1,000.00", "Elm Road Drop-In"),
        ("Drop In £500", "Drop In"),
        ("Riding for the Disabled – £500", "Riding for the Disabled"),
        ("Hope for the Future (£500)", "Hope for the Future"),
    ],
)
def test_a_name_may_end_as_a_sentence_goes_on(text: str, name: str) -> None:
    """“Drop-In” before an amount, and “for the Disabled” behind a name, belong to the name."""
    assert [recipient for recipient, _ in told(text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mae Clwb Rygbi Aber wedi cael £500 ar gyfer peli.", [("Clwb Rygbi Aber", "£500")]),
        (
            "Rhoddwyd £500 i Glwb Rygbi Aber, £600 i Ffermwyr Ifanc Môn a £700 i Gôr y Bont.",
            [("Glwb Rygbi Aber", "£500"), ("Ffermwyr Ifanc Môn", "£600"), ("Gôr y Bont", "£700")],
        ),
        (
            "Dyfarnwyd £500 yr un i Glwb Rygbi Aber, Ffermwyr Ifanc Môn a Chôr y Bont.",
            [("Glwb Rygbi Aber", "£500"), ("Ffermwyr Ifanc Môn", "£500"), ("Chôr y Bont", "£500")],
        ),
    ],
)
def test_welsh_sentences_give_their_grants(text: str, expected: Told) -> None:
    """A Welsh sentence that gives is read as an English one is."""
    assert told(text) == expected


def test_a_welsh_purpose_is_without_its_preposition() -> None:
    """“£500 am offer” is for equipment, as “£500 for equipment” is."""
    [one] = read_line("Clwb Rygbi Aber: £500 am offer", passage=0).awards
    assert (one.recipient, one.purpose) == ("Clwb Rygbi Aber", "offer")


@pytest.mark.parametrize("text", ["£2,500 granted", "£2,500 granted, being the lower quotation", "£2,500 awarded"])
def test_an_amount_granted_without_a_name_is_kept_for_the_name_above(text: str) -> None:
    """A decision on a line of its own gives its amount to whoever is named above it."""
    read = read_line(text, passage=0)
    assert read.shape is Shape.AMOUNT
    assert read.part is not None
    assert str(read.part.amount) == "£2,500"


def test_names_below_a_sum_each_are_grants_of_it() -> None:
    """“Six grants of £500 each … They went to:” and the names below: each line is a grant of £500."""
    paper = """
        Community Fund

        In June I made three grants of £500 each, £1,500 in all, to local groups. They went to:

        • Elm Scouts
        • Oak Guides
        • Ash Cadets
    """
    assert rounds(paper) == [THREE]


def test_names_below_a_sum_each_need_no_bullets() -> None:
    """The names may stand on lines of their own, and end where a sentence follows."""
    paper = """
        Community Fund

        The Commissioner made grants of £500 each to the following groups:

          Elm Scouts
          Oak Guides
          Ash Cadets

        The total was £1,500.
    """
    assert rounds(paper) == [THREE]


def test_schools_below_each_of_these_are_read() -> None:
    """“Each of these schools received £500 for signs:” leads to grants too."""
    paper = """
        Road safety grants

        Each of these groups received £500 for signs:

        1. Elm Scouts
        2. Oak Guides, for two signs
        3. Ash Cadets
    """
    assert rounds(paper) == [THREE]


@pytest.mark.parametrize(
    "text",
    [
        "The budget was £500 each for these wards:",
        "Fines of £500 each were given to:",
        "Grants of £500 each were made. The panel is thankful for help:",
        "We gave £500 to Elm Scouts and we thank:",
    ],
)
def test_a_sum_each_of_something_else_leads_to_no_grants(text: str) -> None:
    """A list of wards, of people fined or thanked, has no grants in it for the sum that stands above."""
    assert each_of(text) is None


def test_a_list_with_sums_of_its_own_is_read_as_it_stands() -> None:
    """Where one of the lines below has a sum, nobody is given the sum of the lead."""
    paper = """
        Community Fund

        The Commissioner made grants of £500 each to the following groups:

        • Elm Scouts
        • Oak Guides – £600
        • Ash Cadets
    """
    assert all(("Elm Scouts", "£500") not in one for one in rounds(paper))


def test_what_is_said_behind_a_list_does_not_decline_it() -> None:
    """“A bid for a roof was declined” behind a sentence of awards is of that bid alone; “All were declined” is of all."""
    awarded = "In June the panel awarded £500 to Elm Scouts, £600 to Oak Guides and £700 to Ash Cadets."
    assert rounds(f"Grants\n\n{awarded} A bid for a roof was declined.") == [RUN_ON]
    asked = "In May the panel looked at grants to Elm Scouts (£500), Oak Guides (£600) and Ash Cadets (£700)."
    assert rounds(f"Grants\n\n{asked} All were declined.") == []


@pytest.mark.parametrize(
    "words", ["£5 ", "and ", "Elm Scouts, ", "asked for ", "the council to pay ", "£1 each to Elm, "]
)
def test_long_texts_of_one_kind_are_read_in_seconds(words: str) -> None:
    """A line that repeats itself thousands of times does not keep an officer waiting."""
    begun = time.monotonic()
    read_line((words * 6000)[:5900] + " were given £500 each", passage=0)
    assert time.monotonic() - begun < 3
