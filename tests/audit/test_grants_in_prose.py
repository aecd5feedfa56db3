"""Grants told in sentences, as a newspaper or a club's page tells them: shares, clauses, names in small letters, “the club”."""

from __future__ import annotations

import time

import pytest
from read_as_printed import Told, rounds, told

from pcp_reports.audit.lines.names.rolls import names_apart

FOUR: Told = [("Elm Scouts", "£250"), ("Oak Food Bank", "£250"), ("Ash Rovers FC", "£250"), ("Tarn Hospice", "£250")]


@pytest.mark.parametrize(
    "text",
    [
        "Recipients of £250 each were Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice.",
        "Receiving £250 each this year were Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice.",
        "The mayor presented a cheque for £250 to each of the four charities: Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice.",
        "Cheques for £250 were presented to each of the four charities – Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice.",
        "Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice were each presented with a cheque for £250.",
        "This year's winners were Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice, who each received cheques for £250.",
        "The club gave £250 each to four local charities. They were Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice.",
        "The club gave £250 each to four causes. Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice have all benefited.",
    ],
)
def test_a_sum_that_each_gets_is_a_grant_to_each(text: str) -> None:
    """However a sentence says that several got as much each, every one of them is in my list with that sum."""
    assert told(text) == FOUR


def test_who_got_it_may_stand_in_the_next_paragraph() -> None:
    """A sum that each got, and the names in the paragraph behind it, are one list."""
    text = (
        "Elm Council has awarded £250 each to four community groups.\n\n"
        "Elm Scouts, Oak Food Bank, Ash Rovers FC and the Tarn Hospice have all received a grant.\n"
    )
    assert rounds(text) == [FOUR]


@pytest.mark.parametrize(
    "text",
    [
        "Everybody raised £250 each for two local charities. They were Elm Scouts and Oak Food Bank.",
        "The mayor gave £250 to each of the four charities.",
        "The club gave £250 each to six community groups.",
    ],
)
def test_a_sum_that_each_gets_names_nobody_by_itself(text: str) -> None:
    """Where no names follow, or the money was raised and not given, nobody is put into my list; least of all the giver."""
    assert told(text) == []


def test_two_shares_in_one_sentence_are_told_apart() -> None:
    """Those who got one sum each and those who got another stand in one sentence, and each has the right one."""
    text = (
        "These were Elm Scouts and Oak Guides, which were given £300.50 each; as well as Ash Cadets, Tarn Hospice and"
        " Beck Valley Trust (BVT); which each received £601."
    )
    assert told(text) == [
        ("Elm Scouts", "£300.50"),
        ("Oak Guides", "£300.50"),
        ("Ash Cadets", "£601"),
        ("Tarn Hospice", "£601"),
        ("Beck Valley Trust (BVT)", "£601"),
    ]


@pytest.mark.parametrize(
    ("words", "number", "names"),
    [
        ("Elm Arts, Oak Club and Ash Trust", 0, ("Elm Arts", "Oak Club", "Ash Trust")),
        ("Elm Arts, Oak Club, and Deaf and Blind Society", 0, ("Elm Arts", "Oak Club", "Deaf and Blind Society")),
        ("Elm Arts, Ash and Oak Rural Effort (AORE) and Tarn Bank", 0, ("Elm Arts", "Ash and Oak Rural Effort (AORE)", "Tarn Bank")),
        ("Elm Arts, and Oak and St Ann’s primary schools in Tarn, Ash Trust, and Beck Club", 0,
         ("Elm Arts", "Oak", "St Ann’s primary schools in Tarn", "Ash Trust", "Beck Club")),
        ("Elm Arts, Oak Club and Deaf and Blind Society", 4, None),
        ("Elm Arts, Oak Club and Deaf and Blind Society", 3, None),
        ("Elm Arts, Oak Club and Deaf and Blind Society", 0, None),
        ("Friends of the Park, Ferris, Oak Club and Ash Trust", 3, None),
        ("Friends of the Park, Ferris", 0, None),
        ("Elm Arts, Oak Club and the following groups", 0, None),
    ],
)  # fmt: skip
def test_names_are_told_apart_or_not_at_all(words: str, number: int, names: tuple[str, ...] | None) -> None:
    """A list of names that may be read in two ways counts nobody, so that no count of mine is called wrong for it."""
    assert names_apart(words, number) == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The 5MW Elm solar farm has received £900, the highest amount followed by the Oak 2 farm, which received £800.",
            [("The 5MW Elm solar farm", "£900"), ("Oak 2 farm", "£800")],
        ),
        (
            "Lastly, Ash Down – a farm near Tarn – received £700 and the Beck village hall received £600.",
            [("Ash Down", "£700"), ("Beck village hall", "£600")],
        ),
        (
            "The Elm Heritage Centre has been awarded £900 towards its museum and Oak Theatre Society will buy scripts with its £800 grant.",
            [("The Elm Heritage Centre", "£900"), ("Oak Theatre Society", "£800")],
        ),
        (
            "Elm Scouts and Oak Guides each got £500 while Ash Cadets received £300.",
            [("Elm Scouts", "£500"), ("Oak Guides", "£500"), ("Ash Cadets", "£300")],
        ),
        (
            "Elm Council and Oak Council will both receive grants for community projects of £400 and £300 respectively while Ash Hall waits.",
            [("Elm Council", "£400"), ("Oak Council", "£300")],
        ),
    ],
)
def test_each_clause_of_a_sentence_is_a_grant(text: str, lines: Told) -> None:
    """A sentence that tells of one grant and then of another gives me both, each to its own group."""
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The first grant went to Elm Scouts, which received £500 for tents.", "Elm Scouts"),
        ("Next on the list was the Elm Scouts, who were given £500 for tents.", "Elm Scouts"),
        ("The Elm village hall committee received £500 for a roof.", "The Elm village hall committee"),
        ("Elm Partnership were awarded an ‘in principle’ sum of £500, towards a camera.", "Elm Partnership"),
        ("£500 will go to an Oak Valley Warden, to match what others put in.", "Oak Valley Warden"),
        ("The mayor gave £500 to support the Ferris charity, Elm Hospice.", "Elm Hospice"),
        ("The anti-litter group Clean Ferris has been granted £500 to help.", "Clean Ferris"),
        ("“The 1st Elm Scouts applied for and were awarded £500 for a camp.", "The 1st Elm Scouts"),
        ("Elm Scouts were delighted to receive £500.", "Elm Scouts"),
    ],
)
def test_who_got_it_is_found_in_its_sentence(text: str, who: str) -> None:
    """The group is named as the sentence names it, without the words that lead up to it."""
    assert told(text) == [(who, "£500")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Elm Forum was awarded £400 for a walk. Oak Boxers set up sessions in the park. The group received £500 for gloves.",
            [("Elm Forum", "£400"), ("Oak Boxers", "£500")],
        ),
        (
            "People worried about the park, and Ash Bridge Cricket Club went out to ask. With funding of £500 the club hopes to do more.",
            [("Ash Bridge Cricket Club", "£500")],
        ),
        (
            "Elm Scouts were awarded £500 for a roof. The old roof leaked for years. They also received £200 for chairs.",
            [("Elm Scouts", "£500"), ("Elm Scouts", "£200")],
        ),
    ],
)
def test_the_club_is_whom_the_sentence_before_names(text: str, lines: Told) -> None:
    """“The club received £500” is a grant to the club that was told of, not to whoever got the grant before."""
    assert told(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Others to receive funds were: guides £250, scout group £300, Women’s Institute £371, youth football £104 and Thursday Club £544 for trips.",
        "The donations went to: guides (£250), the scout group (£300), Women’s Institute (£371), youth football (£104) and Thursday Club (£544).",
    ],
)
def test_a_run_of_names_in_small_letters_is_a_list(text: str) -> None:
    """Where names and sums take turns under words that say who was given money, small letters do not hide a group."""
    assert told(text) == [
        ("guides", "£250"),
        ("scout group", "£300"),
        ("Women’s Institute", "£371"),
        ("youth football", "£104"),
        ("Thursday Club", "£544"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The fete funds came from: raffle £498, tombola £343, teas £452, bar £338.",
        "Grants were raised by: raffle £498, tombola £343, teas £452, bar £338.",
        "The committee agreed the budget for grants: postage £40, office £300, hall £200, insurance £150.",
    ],
)
def test_takings_and_costs_are_no_grants(text: str) -> None:
    """What came in at a fete, or goes out for stamps, is not taken for a list of grants."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Elm Corporation has donated £45,000 towards two charities that help the homeless.",
        "The Committee received a report which advised Members of seven items, totalling £11,190, which had been approved.",
        "The Town Council has also given £2,500 to fund the display of fireworks.",
        "Cllr Ann Lee and myself have both been awarded £10,000 each to spend on projects in the division.",
        "The donations came from the profit on last year’s events which netted £8,900 – up £566 on the total of 2013.",
    ],
)
def test_what_is_no_grant_to_its_subject_is_none(text: str) -> None:
    """A giver, a committee that hears a report and the profit of a fete are not taken for recipients."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council agreed to grant Elm Scouts £500, Oak Guides £600 and Ash Cadets £700.",
        "There was £500 for Elm Scouts, £600 for Oak Guides and £700 for Ash Cadets.",
        "Cheques went to Elm Scouts, who received £500, Oak Guides, who got £600, and Ash Cadets, which was given £700.",
        "The groups benefiting included Elm Scouts (£500), Oak Guides (£600) and Ash Cadets (£700).",
    ],
)
def test_several_in_a_sentence_each_with_a_sum_are_told_apart(text: str) -> None:
    """However the sentence strings them together, each group has its own sum."""
    assert told(text) == [("Elm Scouts", "£500"), ("Oak Guides", "£600"), ("Ash Cadets", "£700")]


def test_those_who_get_one_sum_each_and_one_who_gets_more_are_told_apart() -> None:
    """“£100 each to …, with £400 going to …”: the last of them has its own sum, and an “and” in a name stays there."""
    text = (
        "It was recommended that £100 each should be awarded to the Museum, St Peter and St Paul Sunday Club, the Elm"
        " Scout and Guide Hut and the Camera Club with £400 going to the Advice Bureau."
    )
    assert told(text) == [
        ("Museum", "£100"),
        ("St Peter and St Paul Sunday Club", "£100"),
        ("Elm Scout and Guide Hut", "£100"),
        ("Camera Club", "£100"),
        ("Advice Bureau", "£400"),
    ]


def test_what_a_grant_is_for_may_hold_an_and_in_its_bracket() -> None:
    """“(£150 towards books and Haydn Mass)” stays one purpose, and the name behind the bracket is whole."""
    text = "Also picking up cash were Elm Choir (£150 towards books and Haydn Mass), Oak Twinning Society (£160 for a trip) and Ash Scouts (£170 towards tents)."
    assert told(text) == [("Elm Choir", "£150"), ("Oak Twinning Society", "£160"), ("Ash Scouts", "£170")]


def test_a_paper_set_with_a_blank_behind_each_comma_is_read() -> None:
    """Where every sum of thousands has a blank behind its comma, the page was set so, and I need not retype it."""
    text = """
        Groups got grants from the community fund.

        Elm Forum was awarded £4, 173 for a walk.

        Oak Boxers were awarded £5, 000 for gloves.
    """
    assert rounds(text) == [[("Elm Forum", "£4,173"), ("Oak Boxers", "£5,000")]]


def test_one_misprinted_sum_is_not_guessed_at() -> None:
    """A single blank behind a comma among sums that are right is a slip, and nobody guesses what was meant."""
    text = """
        Groups got grants from the community fund.

        Elm Forum was awarded £4, 173 for a walk.

        Oak Boxers were awarded £5,000 for gloves.
    """
    assert rounds(text) == [[("Elm Forum", "None"), ("Oak Boxers", "£5,000")]]


@pytest.mark.parametrize(
    "text",
    [
        "Recipients of £5 each were " + "Elm and Oak, " * 8000,
        "Elm Scouts, who " * 6000 + "received £500 each",
        "grants to " + "guides £5, " * 9000,
        "The club gave £5 each to " + "four charities " * 6000,
        "went to the " * 8000 + ", which received £500.",
        "(£5 towards a, b (" * 5000,
        "With £5 the club " + "Elm of the " * 9000 + "Club. The club received £6.",
        "Elm Club set up. The club received £6 for tents. " * 2000,
    ],
)
def test_no_long_text_keeps_me_waiting(text: str) -> None:
    """A text of 100,000 characters of any kind is read in a moment."""
    began = time.perf_counter()
    told(text)
    rounds(text)
    names_apart(text)
    assert time.perf_counter() - began < 5
