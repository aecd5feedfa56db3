"""Lines of a list that their neighbours explain: a pound sign or a mark left out, a sum between words; and odd names and marks."""

from __future__ import annotations

import time

import pytest
from papers_by_hand import totals, verdicts
from read_as_printed import rounds, told

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import read_line
from pcp_reports.papers.opening import read_paper

# What is printed, who got it, and the amount.
NAMES: tuple[tuple[str, str, str], ...] = (
    ("Clwb Tarn / Tarn Club, Brackle – £900 for boats", "Clwb Tarn / Tarn Club, Brackle", "900"),
    ("Tarn Rowers / Brackle Rowers (£900)", "Tarn Rowers / Brackle Rowers", "900"),
    ("£900 – Tarn Rowers / Brackle Rowers – boats", "Tarn Rowers / Brackle Rowers", "900"),
    ("Tarn Rowers / Boats / £900", "Tarn Rowers", "900"),
    ("Tarn Rowers / new boats – £900", "Tarn Rowers", "900"),
    ("£900 / Tarn Rowers / Boats", "Tarn Rowers", "900"),
    ("Clwb y Llan, Treffos a’r Ynys (CYL), Pen-y-waun – £900", "Clwb y Llan, Treffos a’r Ynys (CYL), Pen-y-waun", "900"),
    ("Tarn, Hale & Brackle Singers, Fenny – £900", "Tarn, Hale & Brackle Singers, Fenny", "900"),
    ("Tarn Rowers, Hale, boats – £900", "Tarn Rowers, Hale", "900"),
    ("a donation of £900 to Save The Otter’s winter appeal to feed cubs;", "Save The Otter’s winter appeal", "900"),
    ("£900 to the Mayor's charity appeal for boats", "Mayor's charity appeal", "900"),
    ("£900 to Tarnham village hall", "Tarnham village hall", "900"),
    ("a grant of £900 to Tarnham museum for a new roof", "Tarnham museum", "900"),
    ("Tarnham cricket club £900", "Tarnham cricket club", "900"),
    ("Tarn Rowers was awarded the highest amount of £900 for boats.", "Tarn Rowers", "900"),
    ("Tarn Rowers received a much-needed grant of £900.", "Tarn Rowers", "900"),
    ("Tarn Rowers received a very welcome donation of £900 for boats.", "Tarn Rowers", "900"),
    ("Tarn Rowers – £900 with an additional £350 from the new Harbour grant.", "Tarn Rowers", "900"),
    ("Tarn Rowers was awarded £900 with a further £400 from the Ward Fund", "Tarn Rowers", "900"),
    ("£1,720 Tarn and Hale Quay Rowing Sailing Club Junior section (had sought £3100)", "Tarn and Hale Quay Rowing Sailing Club Junior section", "1720"),
    ("£900 TIDES application", "TIDES", "900"),
    ("Tarn Rowers – boats – £900 (£1,410 requested)", "Tarn Rowers", "900"),
    ("Tarn Rowers (£1,410 sought) – £900 for boats", "Tarn Rowers", "900"),
    ("To provide Tarn Rowers £900 to start with", "Tarn Rowers", "900"),
    ("To offer the Tarn Rowers £900 to buy boats", "Tarn Rowers", "900"),
    ("Cllr Lee: £900 to Tarn Rowers for boats", "Tarn Rowers", "900"),
    ("Hale Ward – £900 to Tarn Rowers", "Tarn Rowers", "900"),
    ("12/03/2019 Tarn Rowers £900", "Tarn Rowers", "900"),
    ("Chq 001234 Tarn Rowers £900", "Tarn Rowers", "900"),
    ("Tarn Rowers £900 [1]", "Tarn Rowers", "900"),
    ("£900 Tarn Rowers (towards boats)", "Tarn Rowers", "900"),
    ("Tarn Rowers (for boats) £900", "Tarn Rowers", "900"),
    ("A £900 donation for Tarn Rowers", "Tarn Rowers", "900"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "who", "amount"), NAMES)
def test_a_line_is_read_however_its_name_is_set(text: str, who: str, amount: str) -> None:
    """Two names of one body, places, small letters, a bracket of what was asked for: the line says who got how much."""
    assert [(one, pounds.replace(",", "")) for one, pounds in told(text) if pounds is not None] == [(who, f"£{amount}")]


@pytest.mark.parametrize(
    "text",
    [
        "Staff time at the school £900",
        "Repair of the village hall £900",
        "£900 to the Commissioner's community fund",
        "Tarnham police £900",
        "The Panel awards over £900 to rural community groups",
        "Tarn Rowers – £900 and a further £400 to Brackle Scouts for tents each year",
        "Nil carried forward",
    ],
)
def test_words_near_to_such_a_line_name_nobody(text: str) -> None:
    """What something is for, the giver's own fund, or groups of a kind are no recipients."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["Nill The Otter diving club (had sought £650)", "Nil Otter Swimming Club", "Nil award to Otter Club"]
)
def test_nothing_where_others_have_their_sum_is_a_refusal(text: str) -> None:
    """A line that begins with “Nil” was considered and got nothing: it is no award of what was asked for."""
    assert [one.standing for one in read_line(text, passage=0).awards] == [Standing.DECLINED]


def test_a_number_in_brackets_among_sums_in_brackets_is_one() -> None:
    """Where two bullets of five lack their pound sign, the list is read whole, and its total is held against all of it."""
    text = """
    Grants were made as follows, {} in all:

    - Tarn Activities (512.) Rent of a hall
    - Hale Watch (41,600) Cameras on the quay
    - Brackle Cycles (£3,145.) Ten bicycles
    - Fenny Sailing (£1,760.) A boat
    - Osprey Safe (£2,014.) An open day
    """
    assert totals(text.format("£49,031")) == [(5, "£49,031")]
    assert ("£49,310", "disagrees") in verdicts(text.format("£49,310"))[0]


@pytest.mark.parametrize(
    ("odd", "line"),
    [
        ("Tarn Lunches – Two ovens and six trays – 140.00", ("Tarn Lunches", "£140")),
        ("Tarn Lunches – 1,140", ("Tarn Lunches", "£1,140")),
        ("Tarn Lunches: 140", ("Tarn Lunches", "£140")),
        ("Tarn Lunches – 140 for plates", ("Tarn Lunches", "£140")),
    ],
)
def test_a_number_behind_the_mark_that_others_have_is_a_sum(odd: str, line: tuple[str, str]) -> None:
    """“Lunches – 140” stands in a list of grants whose other lines have their pound sign."""
    mark = ":" if ":" in odd else " –"
    made = rounds(f"The Panel made these grants:\n\nHale Hall{mark} £250\n\n{odd}\n\nBrackle Choir{mark} £300")
    assert made == [[("Hale Hall", "£250"), line, ("Brackle Choir", "£300")]]


@pytest.mark.parametrize("odd", ["Project 2000", "Members – 2019", "Number of grants – 2", "Tarn Lunches (25)", "Meals – see note 140 overleaf"])  # fmt: skip
def test_a_number_that_may_be_something_else_is_no_sum(odd: str) -> None:
    """A year, a count, or a few people in brackets are no grants, whatever stands beside them."""
    text = f"The Panel made these grants:\n\nHale Hall – £250\n\n{odd}\n\nBrackle Choir – £300"
    assert all(who in {"Hale Hall", "Brackle Choir"} for one in rounds(text) for who, _ in one)


LISTS = (
    ("\n\n", ("Tarn Bowls Club – £500", "Hale Society – £600", "Fenny Hall – £400")),
    ("\n", ("- Tarn Bowls Club – £500", "- Hale Society – £600", "- Fenny Hall – £400")),
    ("\n", ("Tarn Bowls Club£500", "Hale Society£600", "Fenny Hall£400")),
    ("\n", ("£500 Tarn Bowls Club", "£600 Hale Society", "£400 Fenny Hall")),
)
"""Three lines of a list that has a fourth, each way with what parts them."""


@pytest.mark.parametrize(("parted", "lines"), LISTS)
@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize(
    "odd",
    [
        "Brackle Lunch Club",
        "Brackle Lunch Club 400",
        "Brackle Lunch Club400",
        "Brackle Lunch Club (400)",
        "400 – Brackle Lunch Club",
        "Brackle Lunch Club – $400",
        "Brackle Lunch Club – £4 00",
        "Brackle Lunch Club – £4OO",
        "Brackle Lunch Club – as last year",
    ],
)
def test_a_line_whose_sum_is_lost_keeps_the_list_from_being_judged(
    parted: str, lines: tuple[str, ...], place: int, odd: str
) -> None:
    """Where one of four lines lacks a sum that can be read, neither the total nor the count of four is called wrong."""
    mark = "- " if lines[0].startswith("- ") else ""
    text = parted.join((*lines[:place], mark + odd, *lines[place:]))
    told_of = verdicts(f"The panel made four grants, totalling £1,900:\n\n{text}\n")
    assert not [claim for one in told_of for claim in one if claim[1] == "disagrees"]


@pytest.mark.parametrize("behind", ["Notes to editors", "Tarn Town Council", "ENDS", "About the Fund", "(Ref. 400)"])
def test_what_stands_behind_a_list_does_not_hide_its_fault(behind: str) -> None:
    """A caption or a signature right behind a list is no line of it, and a wrong total is still said."""
    lines = "\n\n".join(LISTS[0][1])
    text = f"The panel made three grants, totalling £1,700:\n\n{lines}\n\n{behind}\n"
    assert ("£1,700", "disagrees") in verdicts(text)[0]


def test_the_last_line_of_a_bare_list_is_read_like_the_others() -> None:
    """Beside “Hall £475” and “Trust £400” the line of what is put by for the next fair's costs is one of the list."""
    text = """
    The Committee awarded these sums:

    St. Bride’s Church £1350
    Tarn Village Hut £475
    Hale Trust £400
    (money for the roof)
    Fair Reserve for the next fair’s costs £612.30.
    """
    assert rounds(text) == [
        [
            ("St. Bride’s Church", "£1,350"),
            ("Tarn Village Hut", "£475"),
            ("Hale Trust", "£400"),
            ("Fair Reserve", "£612.30"),
        ]
    ]


def test_a_sum_between_words_is_read_where_several_lines_have_it_there() -> None:
    """“Club £500 new tents” alone may be anything; three such lines in a row are a list, and its total is checked."""
    text = "The council approved three grants totalling {}:\n\nTarn Club £500 new tents\nHale Scouts £600 Camp pots\nBrackle Guides £400 hire of hall\n"
    assert verdicts(text.format("£1,500")) == [[("£1,500", "agrees"), ("three grants", "agrees")]]
    assert ("£1,700", "disagrees") in verdicts(text.format("£1,700"))[0]
    assert told("Tarn Club £500 new tents") == []
    assert rounds("Grants.\n\nTarn Club £500 was raised\nHale Scouts £600 in May\nBrackle Guides £400 per head\n") == []


def test_a_sum_for_something_at_some_place_is_read_in_a_list_of_such() -> None:
    """“£500 for tents at Tarn Club” is a grant among others that are written so."""
    text = """
    The Fund has made four grants, worth {} in total:

    - £500 for new tents at Tarn Club
    - £600 towards the cost of camp pots for Hale Scouts
    - £400 to mend the roof of Brackle Hall
    - £500 to Osprey School
    """
    assert verdicts(text.format("£2,000")) == [[("£2,000", "agrees"), ("four grants", "agrees")]]
    assert ("£2,100", "disagrees") in verdicts(text.format("£2,100"))[0]


def test_beneath_a_heading_that_names_who_got_it_such_lines_stay_parts() -> None:
    """Under the heading “Tarn Club” three sums for three things went to Tarn Club, and to no place named in them."""
    text = (
        "## Tarn Club\n\n- £500 for tents at Oak Park\n- £600 for boats at Hale Quay\n- £400 for pots at Fenny Hall\n"
    )
    assert not [who for one in rounds(text) for who, _ in one if who in {"Oak Park", "Hale Quay", "Fenny Hall"}]


def test_a_name_that_begins_with_a_number_keeps_it() -> None:
    """Among “£900 Tarn Band” and “£800 Hale Cadets”, “£315 412 Squadron” is £315 to 412 Squadron."""
    text = "The council made these grants:\n\n- £900 Tarn Band\n- £315 412 Squadron Cadets\n- £1,800 Hale Choir\n"
    assert rounds(text) == [[("Tarn Band", "£900"), ("412 Squadron Cadets", "£315"), ("Hale Choir", "£1,800")]]


def test_lines_that_dashes_and_blanks_part_are_lines() -> None:
    """“Club    –    boats    –    £85.00” is a line of a list and no row of a table, however many blanks are typed."""
    text = """
    The following grants were approved in March.

    Tarn Art Club   –   Share of the price of easels    –      £85.00

    Garden Society              –    Seeds  –  £100.00

    Tarn Hall                    –     Chairs    –    £250.00
    """
    assert rounds(text) == [[("Tarn Art Club", "£85"), ("Garden Society", "£100"), ("Tarn Hall", "£250")]]


def test_what_later_sentences_tell_of_does_not_hide_a_line() -> None:
    """“Watch – £735 towards a U-12 youth group. Two churches have joined.” is one grant, whatever follows its sum."""
    text = """
    The committee awarded the following grants:

    Tarn Council – £2,700 towards a food hub. With it 12 volunteers can set up a pantry.

    Hale Watch – £735 towards a U-12 youth group for Hale. Several local groups have joined together to help.

    St. Anne’s Hall – £2,000 – the hall feeds families. These groups keep in touch with 72 volunteers.
    """
    assert rounds(text) == [[("Tarn Council", "£2,700"), ("Hale Watch", "£735"), ("St. Anne’s Hall", "£2,000")]]


@pytest.mark.parametrize(
    "unit",
    [
        "Tarn Club £500 new tents\n",
        "- Tarn Club (700.) Pots\n- Tarn Club (£700.) Pots\n",
        "Tarn Club   –   tents   –   £500\n",
        "Tarn / Hale / ",
        "(had sought ",
        "12/03/2019 ",
        "Tarn's village ",
    ],
)
def test_a_long_text_of_such_lines_is_read_in_seconds(unit: str) -> None:
    """Nothing of a hundred pages keeps an officer waiting."""
    text = unit * (40_000 // len(unit))
    begun = time.monotonic()
    audit(read_paper(text.encode(), "paper.txt"))
    assert time.monotonic() - begun < 20
