"""Lists that a page prints in parts, or without some of its bullets: what is one list, and what heads another."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest
from read_as_printed import rounds

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LEAD = "The groups that were awarded grants are:"
END = "The panel meets next in June."


def judged(text: str, name: str = "page.txt") -> list[tuple[str, str]]:
    """Return the figures that were judged, with the verdict on each."""
    found = audit(read_paper(dedent(text).strip().encode(), name)).rounds
    return [(claim.text, claim.verdict.value) for one in found for claim in one.claims]


def accused(text: str, name: str = "page.txt") -> list[str]:
    """Return the codes of what is said to be wrong with the figures of a page."""
    return [one.code for one in audit(read_paper(dedent(text).strip().encode(), name)).findings if one.code[0] == "G"]


def _pounds(amount: str | None) -> int:
    return int((amount or "0").strip("£").replace(",", ""))


def sums(text: str) -> list[tuple[int, int]]:
    """Return how many lines each round has, and what they come to in pounds."""
    return [(len(one), sum(_pounds(amount) for _, amount in one)) for one in rounds(text)]


# -- bullets that a page has lost ---------------------------------------------------------------------------------------


def test_lines_that_lost_their_bullet_are_lines_and_head_nothing() -> None:
    """Where a page kept the bullets of some lines only, the others are grants too, and no totals of the bullets."""
    text = f"""
    {LEAD}

    Oakley New Year Swim: £2,287

    • Oakley playgroup: £12,631

    • Elm Haven Bowls Club: £4,816

    Ashby Play Area Lights: £4,336

    • Elm Town Walls: £15,723

    {END}
    """
    assert sums(text) == [(5, 39793)]
    assert accused(text) == []


def test_a_first_line_without_a_bullet_is_no_heading_where_one_bullet_is_more() -> None:
    """“Elm Guides: £300” over bullets of £4,000 and £700 cannot be what they come to."""
    text = f"{LEAD}\n\nElm Guides: £300\n\n• Oak Scouts: £4,000\n\n• Ash Cadets: £700\n\n{END}"
    assert sums(text) == [(3, 5000)]
    assert accused(text) == []


@pytest.mark.parametrize(("east", "wrong"), [("£4,700", False), ("£7,400", True)])
def test_a_strand_with_its_sum_stays_a_heading_of_its_bullets(east: str, *, wrong: bool) -> None:
    """“East: £4,700” over bullets heads them, and its sum is held against them; beside a strand that is right, so is a wrong one."""
    text = f"{LEAD}\n\nEast: {east}\n\n• Oak Scouts: £4,000\n\n• Ash Cadets: £700\n\nWest: £900\n\n• Elm Guides: £500\n\n• Fir Band: £400\n"
    assert sums(text) == [(4, 5600)]
    assert bool(accused(text)) is wrong


@pytest.mark.parametrize(("number", "wrong"), [("four", False), ("five", True)])
def test_a_last_line_without_a_bullet_that_names_a_body_is_a_line(number: str, *, wrong: bool) -> None:
    """“Elm Museum: £25,000.” right behind bullets is one more of them, so that their number can be checked."""
    text = (
        f"The {number} community projects that were awarded grants are:\n\n• Oak Bowls Club: £4,000\n\n• Ash PTA: £1,550\n\n"
        f"• Fir Town Council: £5,730\n\nElm Museum: £25,000.\n\n{END}"
    )
    assert sums(text) == [(4, 36280)]
    assert bool(accused(text)) is wrong


@pytest.mark.parametrize("line", ["Balance carried forward: £5,300", "Total: £11,280", "Left in the budget: £720"])
def test_what_stands_behind_bullets_and_names_no_body_is_no_line(line: str) -> None:
    """A balance or a total behind the bullets is no grant."""
    text = f"{LEAD}\n\n• Oak Bowls Club: £4,000\n\n• Ash PTA: £1,550\n\n• Fir Town Council: £5,730\n\n{line}\n"
    assert sums(text) == [(3, 11280)]


# -- two parts under lines worded alike ---------------------------------------------------------------------------------

PARTS = """
{total} for local groups

Five community groups in Barset have been awarded grants totalling {total} by the district council.

The larger awards of up to £5,000 are:

• Oak Village Hall, Oak – £5,000 towards a new roof.
• Elm Bowls Club, Elm – £3,200 for drainage.

The smaller awards (up to £2,000) are:

• Ash Scouts, Ash – £1,500 for tents.
• Fir Choir – £600 for music.
• Yew Pantry – £400 for a freezer.
"""


@pytest.mark.parametrize(("total", "wrong"), [("£10,700", False), ("£10,900", True)])
def test_two_parts_under_lines_worded_alike_are_one_list(total: str, *, wrong: bool) -> None:
    """What stands above the larger and the smaller awards is held against both together, and never against the larger alone."""
    text = PARTS.format(total=total)
    assert sums(text) == [(5, 10700)]
    verdicts = judged(text)
    assert ("Five community groups", "agrees") in verdicts
    assert {verdict for said, verdict in verdicts if said == total} == {"disagrees" if wrong else "agrees"}


def test_lines_worded_alike_that_name_two_months_lead_to_two_lists() -> None:
    """Awards of March and of June are two rounds, however alike their leads are worded."""
    text = (
        "# Grants\n\nThe awards were agreed by the panel.\n\nThe awards made in March 2023 are:\n\n• Oak Scouts: £500\n• Elm Guides: £600\n\n"
        "The awards made in June 2023 are:\n\n• Ash Cadets: £700\n• Fir Choir: £800\n"
    )
    assert sums(text) == [(2, 1100), (2, 1500)]


@pytest.mark.parametrize(("total", "wrong"), [("£6,500", False), ("£6,300", True)])
def test_parts_that_say_rightly_what_they_come_to_bear_the_sum_of_both(total: str, *, wrong: bool) -> None:
    """Each part's own sum is right; what is said of all five is held against all five."""
    text = f"""
    The committee made five awards totalling {total}.

    Three grants totalling £4,100 were made for equipment:
    * Oak Boxing Club: £1,500
    * Elm Youth Forum: £2,200
    * Ash Scouts: £400

    Two grants totalling £2,400 were made for training:
    * Fir Wardens: £1,100
    * Yew Mentors: £1,300
    """
    assert sums(text) == [(5, 6500)]
    assert ("£4,100", "agrees") in judged(text)
    assert bool(accused(text)) is wrong


@pytest.mark.parametrize(("total", "wrong"), [("£12,600", False), ("£12,950", True)])
def test_the_headline_of_several_lists_is_not_held_against_the_first(total: str, *, wrong: bool) -> None:
    """A headline about two lists that is wrong is said to be wrong once, of both."""
    text = f"""
    Council gives {total} to local groups

    Five community groups in Barset have been awarded grants totalling {total} by the district council.

    Village halls were helped first of all by the councillors at their meeting:

    • Oak Village Hall – £5,000 towards a new roof.
    • Elm Bowls Club – £3,200 for drainage.

    Then there came money for those who had bid for less:

    • Ash Scouts – £1,500 for tents.
    • Fir Choir – £1,900 for music.
    • Yew Pantry – £1,000 for a freezer.
    """
    codes = accused(text)
    assert codes == (["G201"] if wrong else [])


# -- the lead of a list, and what is none -------------------------------------------------------------------------------


def test_a_line_that_its_list_completes_is_no_heading_of_a_new_part() -> None:
    """“The awards went to”, without a colon, leads to the list as the sentences above it do."""
    text = (
        "Three groups in Barset are to receive grants of £1,800.\n\nThe projects chosen support the council's aims.\n\nThe awards went to\n\n"
        "- Oak Scouts – £500\n- Elm Guides – £600\n- Ash Cadets – £700\n"
    )
    assert ("£1,800", "agrees") in judged(text)


@pytest.mark.parametrize(
    "ending",
    [
        "To find out more or apply, go to the council website",
        "Councillor Ann Oak said:\n\n“It is good to see that these groups will do such work in our towns.”Ann Oak, Barset District Council",
    ],
)
def test_how_a_web_page_ends_does_not_cut_its_list_off(ending: str) -> None:
    """A page that closes with a call or a name, and no full stop, has its whole list."""
    text = f"The following grants of £2,000 were awarded:\n\n- Oak Scouts: £500\n- Elm Guides: £600\n- Ash Cadets: £700\n\n{ending}"
    assert accused(text) == ["G201"]


def test_a_page_that_breaks_off_in_the_next_grant_is_cut_off() -> None:
    """Behind sentences about grants the page ends in “Fir P”: more were told of, and nothing is held against them."""
    text = (
        "Grants of £2,000 were made to four groups.\n\n£500 was awarded to Oak Scouts for tents.\n\n£600 was awarded to Elm Guides for a trip.\n\n"
        "£700 was awarded to Ash Cadets for a boat.\n\nFir P"
    )
    assert accused(text) == []


def test_councillors_who_vote_to_approve_applications_award_them() -> None:
    """“… reviewed each application before voting to approve these:” leads to awards, though it speaks of applications."""
    text = (
        "Three groups got £1,800.\n\nThe council looked at each of the applications received before voting to approve these grants:\n\n"
        "- Oak Scouts: £500\n- Elm Guides: £600\n- Ash Cadets: £700\n"
    )
    assert sums(text) == [(3, 1800)]


def test_beneficiaries_are_who_got_the_money() -> None:
    """“Beneficiaries of the lodge are:” leads to grants, though the page says that the money was raised."""
    text = (
        "Members have raised more than £1,500 for good causes.\n\nBeneficiaries of Elm Lodge 85 are:\n\n"
        "- Oak Hospice: £500\n- Elm Hospice: £600\n- Ash Scouts: £700\n"
    )
    assert sums(text) == [(3, 1800)]


def test_what_somebody_says_above_a_list_does_not_make_it_other_money() -> None:
    """A quotation about costs and savings right above a list of grants says nothing of what the list is."""
    text = (
        "Groups share grants\n\nThree groups have received grants from the Barset Fund.\n\n"
        "Ann Oak, of the hospice, said: “The money will help many families who have lost their savings and pay the costs of a funeral.”\n\n"
        "Oak Hospice received £5,000, Elm Pantry got £4,000 and Ash Scouts were given £2,500.\n"
    )
    assert [amount for one in rounds(text) for _, amount in one] == ["£5,000", "£4,000", "£2,500"]


def test_a_list_that_begins_with_a_body_without_a_name_keeps_its_first_line() -> None:
    """“£200 for a Girl Guide” as the first of several bullets is a line of their list, under their lead."""
    text = (
        "The following donations were recommended by the committee and agreed at the January meeting:\n\n"
        "- A donation of £200 was agreed for a Girl Guide to go to Hungary.\n- A grant of £600 was given to Barset Youth Orchestra.\n"
        "- A donation of £1,000 was given to Oak Youth Theatre.\n"
    )
    assert sums(text) == [(3, 1800)]


# -- paragraphs that list grants, one after another ---------------------------------------------------------------------


def test_paragraphs_that_each_begin_with_a_place_are_one_list() -> None:
    """“In Barset, A received £10,000 and …”, “In Morton, …”: the number of all groups is held against all paragraphs."""
    text = (
        "A total of five groups have received money from the Barset Airport Community Fund.\n\n"
        "In Barset, Elm Advice Centre received £10,000, Oak Pantry got £5,000 and Fir Village Club was given £4,000.\n\n"
        "In Morton, Ash Carers Trust received £3,000 and Yew Lions Club got £2,000.\n"
    )
    assert sums(text) == [(5, 24000)]
    assert judged(text) == [("five groups", "agrees")]


def test_the_others_of_the_next_paragraph_go_on_with_the_list() -> None:
    """“The other recipients were …” and “Other cheques were given to …” tell of more of the same grants, a June event or not."""
    text = (
        "Six organisations were handed their grant cheques by the Mayor.\n\n"
        "Those receiving money were Oak Cadets (£250 towards a projector) and Elm Scouts (£200 towards tents).\n\n"
        "The other recipients were Ash Hall (£300 towards chairs) and Fir Choir (£150 towards books).\n\n"
        "Other cheques were given to Yew Band (£100 towards a June event) and Holm Guides (£120 towards a trip).\n"
    )
    assert sums(text) == [(6, 1120)]


# -- what stands between the lines --------------------------------------------------------------------------------------

HALVES = """
Town council hands out {total} to {number} groups

Elm Town Council agreed these grants at its meeting:

Oak Boxing Club — £1,500 for gloves

Elm Youth Forum — £700 for a minibus

Ash Choir — £400 for music

The choir at last year’s concert

Fir Wardens — £500 for jackets

Yew Mentors — £800 for a room

Further details are on the council's website.
"""


def test_a_caption_between_the_lines_does_not_part_their_list() -> None:
    """The caption of a picture stands among the lines; with those behind it they are as many as the headline says."""
    text = HALVES.format(total="£3,900", number="five")
    assert sums(text) == [(5, 3900)]
    assert set(judged(text)) == {("£3,900", "agrees"), ("five groups", "agrees")}


def test_a_list_that_may_go_on_behind_a_caption_is_not_held_against_more() -> None:
    """Where the headline is right of neither half nor both, it is left open what it is of."""
    assert accused(HALVES.format(total="£4,000", number="six")) == []


def test_a_note_in_brackets_between_lines_belongs_to_the_line_above() -> None:
    """“(subject to planning permission)” on a line of its own neither ends the list nor heads what follows."""
    text = f"{LEAD}\n\nOak Church £1,500\n\nElm Hut £525\n\n(subject to planning permission)\n\nAsh Trust £400\n\nFir Club £200\n"
    assert sums(text) == [(4, 2625)]


def test_a_first_strand_told_of_in_sentences_counts_as_the_second_does() -> None:
    """Grants of the east and of the west, each told of under its heading, are all held against the sentence above them."""
    text = dedent("""
    The Foundation has made five grants totalling £18,500 in its spring round.

    East

    Oak Advice Centre was given £7,500 for core costs.
    Elm Family Hub received £5,000 towards a play worker.

    West

    Ash Repair Cafe got £2,000 for tools.
    Fir Carers was awarded £2,500.
    Yew Garden received £1,500 for raised beds.
    """).strip()
    assert set(judged(text)) == {("£18,500", "agrees"), ("five grants", "agrees")}


def test_a_long_list_of_mixed_bullets_is_read_in_seconds() -> None:
    """Thousands of lines, every second one without its bullet, take no longer than a page should."""
    lines = [f"{'• ' if number % 2 else ''}Oak Club {number}: £{number % 7 * 50 + 100}" for number in range(1500)]
    begun = time.perf_counter()
    rounds("\n\n".join([LEAD, *lines]))
    assert time.perf_counter() - begun < 30
