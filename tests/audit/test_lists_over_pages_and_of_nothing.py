"""Items that go on over a page, sums that only differ, open sums that a total settles, and lists of those that got nothing."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.audit.lines import awards_in
from pcp_reports.audit.pieces.pieces import pieces_of
from pcp_reports.papers.opening import read_paper

PAGED = """Fellside Police and Crime Panel
3 April 2025

Report of the Deputy Commissioner

1. COMMUNITY GRANTS

1.1 The scheme helps projects that stop harm before it happens. Three
awards have been made, with a total value of £12,450:

• Elm Carers' Exchange – a support group for families of people in
  prison – £5,000
• Oak Community Association – CCTV at the hall after repeated

                                  Page 1 of 2

Fellside Police and Crime Panel
3 April 2025

  {rest}
• Ash Football Club – goals that can be locked and a walking
  session – £2,450

1.2 That Members note the report.

                                  Page 2 of 2
"""


def audited(words: str, name: str = "paper.md") -> Audited:
    """Return a text, audited."""
    return audit(read_paper(words.encode(), name))


def verdicts(read: Audited) -> set[str]:
    """Return what is said of the figures, whichever they are."""
    return {str(claim.verdict.value) for told in read.rounds for claim in told.claims}


def recipients(read: Audited) -> list[str]:
    """Return who got something, in all lists."""
    return [line.award.recipient for told in read.rounds for line in told.lines]


@pytest.mark.parametrize("rest", ["damage – £5,000", "Hallowe'en damage – £5,000", "2024 damage – £5,000", "– £5,000"])
def test_an_item_goes_on_over_the_page(rest: str) -> None:
    """A bullet whose last words stand on the next page, set in as its first, is one grant."""
    read = audited(PAGED.format(rest=rest), "paper.txt")
    assert recipients(read) == ["Elm Carers' Exchange", "Oak Community Association", "Ash Football Club"]
    assert verdicts(read) == {"agrees"}


@pytest.mark.parametrize(
    "line",
    [
        "that the Rooms Café be awarded £1,500, being £500 less than was asked, for staff;",
        "that the Rooms Café be awarded £1,500, a cut of £500 on the request, for staff;",
        "Rooms Café – £1,500 (£500 short of what was asked) – staff",
        "Rooms Café – £1,500 (£500 more than last year) – staff",
        "The Rooms Café was awarded £1,500, £500 under the sum requested, for staff.",
        "£1,500 to Rooms Café (up to £2,000 was asked), for staff",
    ],
)
def test_by_how_much_two_sums_differ_is_no_grant(line: str) -> None:
    """What a grant falls short of the request is no second grant, and does not hide the first."""
    (award,) = awards_in(line, passage=0)
    assert str(award.amount) == "£1,500"
    assert award.recipient.endswith("Rooms Café")


UP_TO = """## Grants

The Commissioner made three awards, £{total} in all:

- Elm Club – nets – £1,000
- Oak Rowing – a coach – up to £2,000
- Ash Trust – bats – £3,000
"""


def test_an_open_sum_is_settled_by_a_total_that_takes_it_in_full() -> None:
    """“Up to £2,000” counts as £2,000 where the paper's own total is what the list then comes to."""
    read = audited(UP_TO.format(total="6,000"))
    assert verdicts(read) == {"agrees"}
    assert read.rounds[0].total.pence == 6_000_00


def test_an_open_sum_stays_open_where_no_total_settles_it() -> None:
    """With any other total “up to £2,000” may be less, and nobody is told that the total is wrong."""
    read = audited(UP_TO.format(total="5,400"))
    assert "disagrees" not in verdicts(read)
    assert {finding.code for finding in read.findings} <= {"G212"}  # that it is not checked


def test_an_open_sum_in_a_table_is_settled_by_its_total_row() -> None:
    """The last row of a table settles an “up to” in it as a sentence does."""
    read = audited(
        "## Grants awarded\n\n| Group | Award |\n|---|---|\n| Elm Club | £1,000 |\n| Oak Rowing | up to £2,000 |\n"
        "| Ash Trust | £3,000 |\n| Total | £6,000 |\n"
    )
    assert read.rounds[0].total.pence == 6_000_00


@pytest.mark.parametrize(
    "sentence",
    [
        "Three were not taken forward: a mobile app (£35,000), which there is already; a course (£18,400); and a tour.",
        "The Board saw nine bids. Two were withdrawn: Yew Club (£500), which has closed; Bay Club (£700).",
        "Two bids were not supported: Yew Club (£500) and Bay Club (£700).",
        "None of these was successful: Yew Club (£500), Bay Club (£700) and Fir Club (£900).",
    ],
)
def test_those_whom_a_sentence_names_as_having_got_nothing_have_no_award(sentence: str) -> None:
    """What stands behind “three were not taken forward:” is no grant, however it is set out."""
    read = read_paper(f"## Grants\n\n{sentence}\n".encode(), "paper.md")
    awards = [award for piece in pieces_of(read) for award in piece.awards]
    assert not [award.recipient for award in awards if award.counts]


def test_those_whom_a_sentence_names_as_funded_have_their_awards() -> None:
    """A colon behind words of giving leads to grants, also where the sentence before tells of those who got none."""
    read = audited(
        "## Grants\n\nTwo bids were refused. Two projects were funded: Elm Club (£500) and Oak Club (£700).\n"
    )
    assert recipients(read) == ["Elm Club", "Oak Club"]


@pytest.mark.parametrize(
    "lead",
    [
        "The following had good scores, but there was not the money for them:",
        "There was no money left for the following bids:",
        "The following have been asked to apply again in the autumn:",
        "These groups are invited to resubmit in May:",
    ],
)
def test_bids_there_was_no_money_for_are_no_awards(lead: str) -> None:
    """A list of bids that scored well and got nothing is none of grants, though each has its sum."""
    listed = "- Elm Club – nets – £1,000\n- Oak Club – bats – £2,000\n- Ash Club – kit – £3,000\n"
    read = audited(
        f"## Community grants\n\nThe Commissioner made three awards, £6,000 in all:\n\n{listed}\n{lead}\n\n"
        "- Yew Club – £400\n- Bay Club – £180\n"
    )
    assert recipients(read) == ["Elm Club", "Oak Club", "Ash Club"]


def test_the_grants_of_another_time_told_at_the_front_of_a_sentence_are_no_recipient() -> None:
    """“Of the grants made in spring (£38,910), all but one …” tells of a sum, and of nobody who got it."""
    read = audited("## Grants\n\nOf the grants made in spring 2024 (£38,910), all but one have been spent in full.\n")
    assert recipients(read) == []


ROUNDS = """## Cashback Fund

Round 7 was reported before. It made nine awards, worth £{before}.

Round 8 has closed. The Commissioner agreed seven awards to a value of £{now}. They are:

- Elm Wardens: patrols, £4,200
- Oak Welcome: English, £3,850
- Kite Church: a drop-in, £1,950
- Young Makers: sessions, £5,000
- Rope Women: support, £4,400
- Anglers Watch: cameras, £2,500
- Rivers Mediation: disputes, £4,000

## Road safety

Three projects have been chosen for grants under the driver scheme:

- Fire Cadets: headsets, £2,400
- Drive Well CIC: film, £3,900
- Lea Parish Council: display, £3,000
"""


@pytest.mark.parametrize("before", ["31,640", "28,640", "36,150"])
def test_an_earlier_round_is_not_held_against_all_lists_of_the_paper(before: str) -> None:
    """Nine awards of the round before are right, whatever the two lists of this paper come to together."""
    assert audited(ROUNDS.format(before=before, now="25,900")).findings == ()


def test_a_total_left_standing_from_the_round_before_is_found_alone() -> None:
    """Where this round's total is the last one's, that total is wrong; the number of awards of neither round is."""
    (finding,) = audited(ROUNDS.format(before="28,640", now="28,640")).findings
    assert "£28,640, but the seven grants listed come to £25,900" in finding.message


def test_who_sat_on_the_panel_does_not_make_a_list_partial() -> None:
    """“A panel which included a head teacher” says nothing of the groups; “nine groups, including …” does."""
    listed = "| Group | Award |\n|---|---|\n| Elm Club | £1,000 |\n| Oak Club | £2,000 |\n| Ash Club | £3,000 |\n"
    lead = "After a meeting of a panel which included a head teacher and a nurse, three groups were successful and share £6,000. They are below."
    (told,) = audited(f"## Community Fund\n\n{lead}\n\n{listed}").rounds
    assert {claim.text: str(claim.verdict.value) for claim in told.claims} == {
        "£6,000": "agrees",
        "three groups": "agrees",
    }
