"""Grants that a list or a page tells of body by body: the name in one sentence or line, the sum in another."""

from __future__ import annotations

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import read_line
from pcp_reports.audit.pieces.pieces import pieces_of
from pcp_reports.papers.opening import read_paper


def told(text: str) -> list[tuple[str, str | None]]:
    """Return who gets how much by one line or paragraph."""
    awards = read_line(text, passage=0).awards
    return [(one.recipient, None if one.amount is None else str(one.amount)) for one in awards]


def told_in(text: str) -> list[tuple[str, str]]:
    """Return who gets how much by a whole page."""
    pieces = pieces_of(read_paper(text.encode(), "page.txt"))
    return [
        (award.recipient, str(award.amount))
        for piece in pieces
        for award in piece.awards
        if award.standing is Standing.AWARDED
    ]


def test_items_that_describe_a_body_and_then_give_its_grant_are_lines() -> None:
    """Each item says what a group does and in a sentence of its own what it was granted: each is a grant to that group."""
    page = """The committee made 4 community grants in May.

  1. Oakfield Bowls Club plays on Thursdays. The grant of £300 pays for new mats.
  2. Elm Wood Friends look after the wood. Awarded £450 for tools.
  3. The Beck Festival fills the town each June. It takes a year to plan. Received £600 towards lighting.
  4. Tarn Women’s Institute bakes for the hospice. The £250 grant buys an oven.
"""
    assert told_in(page) == [
        ("Oakfield Bowls Club", "£300"),
        ("Elm Wood Friends", "£450"),
        ("The Beck Festival", "£600"),
        ("Tarn Women’s Institute", "£250"),
    ]


def test_items_with_one_sum_each_beneath_grants_awarded_are_lines_whatever_their_verbs() -> None:
    """Where the lead says that grants were awarded, every item that begins with a name and has one sum is one."""
    page = """Grants awarded this year to local groups were:

- Elm Club took £500 and bought nets.
- Oak Hall, with £300, has a new door.
- Ash Choir sings from new books thanks to £250.
"""
    assert told_in(page) == [("Elm Club", "£500"), ("Oak Hall", "£300"), ("Ash Choir", "£250")]


def test_items_about_other_money_are_no_lines() -> None:
    """What clubs raised, charge or spent is no grant, however many items tell of it."""
    page = """Where the money went

- Elm Club runs a bar on Fridays. It raised £500 last year.
- Oak Hall is let for weddings. The hire costs £300.
- Ash Choir sings in May. Tickets cost £12.
"""
    assert told_in(page) == []


def test_a_name_on_its_own_line_gets_the_grant_of_the_paragraph_beneath_it() -> None:
    """A page names each hall on a line and tells of its grant below as “it”, “they” or “the hall”."""
    page = """Today's awards from the Tarn Community Foundation are:

Oakfield Village Hall, Tarn
Built in 1911 and much in need of care, the hall has been given £4,000 for its roof.

Beck Chapel, Nether Tarn
Its windows are old. They have been awarded £2,500 to mend them.

St Elm’s Church, Over Tarn
The church, listed grade II, has received £3,500 for the porch.
"""
    assert told_in(page) == [
        ("Oakfield Village Hall, Tarn", "£4,000"),
        ("Beck Chapel, Nether Tarn", "£2,500"),
        ("St Elm’s Church, Over Tarn", "£3,500"),
    ]


def test_it_is_the_body_that_the_paragraph_before_is_about() -> None:
    """“The society had to plead for it. It has been awarded £900” gives nothing to the society."""
    page = """Grants for old churches

St Oak’s Church, Over Tarn, listed Grade II, was built from waste stone.

The Tarn Society had to plead for it eight years ago. It has been awarded £9,400 for repairs.
"""
    assert told_in(page) == [("St Oak’s Church, Over Tarn", "£9,400")]


def test_a_person_told_of_before_gets_no_grant() -> None:
    """“It” behind a paragraph about somebody who speaks is not that person."""
    page = """Ann Lee leads the choir.

It has been awarded £900 for books.
"""
    assert told_in(page) == []


def test_each_of_those_named_in_the_sentence_before_gets_the_sum() -> None:
    """“Each of these three has been awarded £4,000” gives £4,000 to all three that the sentence before names, each told of."""
    text = (
        "Those with a share include the Elm Chapel in Tarn, which mends its roof; Oak United RFC, which wants lights, and"
        " Ash Choir, which sings. Each of these three has been awarded £4,000."
    )
    assert told(text) == [("Elm Chapel", "£4,000"), ("Oak United RFC", "£4,000"), ("Ash Choir", "£4,000")]


def test_each_of_three_is_not_told_where_two_are_named() -> None:
    """Where the number does not agree with the names, nobody can tell who got the sum, and nothing is guessed."""
    text = (
        "Those with a share include the Elm Chapel in Tarn, which mends its roof; and Oak United RFC, which wants lights."
        " Each of these three has been awarded £4,000."
    )
    assert len(told(text)) < 2


def test_names_with_what_each_is_for_follow_a_sum_that_every_charity_gets() -> None:
    """“Every group will receive £3,000”, and in the next paragraph who they are, each with its purpose."""
    page = """Three groups in Tarn share £9,000 from the Tarn Airport Fund.

Every group will receive £3,000 for its work this winter.

The winners are Tarn Advice, for debt work, Oakfield Mind, for walks, and Beck Shelter.
"""
    assert told_in(page) == [("Tarn Advice", "£3,000"), ("Oakfield Mind", "£3,000"), ("Beck Shelter", "£3,000")]


def test_two_churches_with_their_places_are_two() -> None:
    """“Two churches, St Oak, Beck, and St Ash, Over Tarn” are two names with a place each: the number says so."""
    text = "Two churches, St Oak, Beck, and St Ash, Over Tarn, near Ferris, were both given £2,500."
    assert told(text) == [("St Oak, Beck", "£2,500"), ("St Ash, Over Tarn", "£2,500")]


def test_each_cheque_goes_to_both_of_those_it_was_given_to() -> None:
    """“Two cheques, each totalling £420, were given to A and to B” is £420 for each."""
    text = "Two cheques, each totalling £420 were given to Elm Hospice at Oakfield in Tarn and to the Beck Air Ambulance, which flies far."
    assert told(text) == [("Elm Hospice at Oakfield in Tarn", "£420"), ("Beck Air Ambulance", "£420")]


def test_clauses_of_one_sentence_that_have_had_sums_are_lines() -> None:
    """“A has had £1,000 for drums, B has been awarded £1,500, and C has had …” tells of three grants."""
    text = (
        "Tarn Band has had £1,000 for drums, Oak Players have been awarded £1,500 for lights, and Beck Rovers have had"
        " £1,500.50 for nets."
    )
    assert told(text) == [("Tarn Band", "£1,000"), ("Oak Players", "£1,500"), ("Beck Rovers", "£1,500.50")]


def test_what_a_room_costs_is_no_second_grant() -> None:
    """“£4,000 towards a £9,400 youth room while B will receive £5,000” is two grants, of £4,000 and £5,000."""
    text = (
        "Oakfield Community Centre has been awarded £4,000 towards a £9,400 youth room while Elm and Ash Parish Playing"
        " Fields Association will receive £5,000, which is half of what a hall will cost."
    )
    assert told(text) == [
        ("Oakfield Community Centre", "£4,000"),
        ("Elm and Ash Parish Playing Fields Association", "£5,000"),
    ]


def test_one_went_to_is_no_part_of_a_name() -> None:
    """“One went to the Elm Scout Group, which was awarded £900” is a grant to Elm Scout Group."""
    assert told("One went to the Elm Scout Group, which was awarded £900 for its hut.") == [("Elm Scout Group", "£900")]


def test_a_council_that_gives_to_five_buildings_gets_nothing() -> None:
    """“The council is giving more than £7,500 to five community buildings” is no grant to the council."""
    assert told("Tarn District Council is giving more than £7,500 to five community buildings.") == []


def test_a_sum_a_year_in_what_a_grant_is_for_is_not_the_grant() -> None:
    """“Elm Advice – running costs of £2,000 a year – £700” is a grant of £700."""
    assert told("Elm Advice – running costs of £2,000 a year – £700") == [("Elm Advice", "£700")]
    assert told("Elm Advice – work costing £4,000 a year – £1,470.57") == [("Elm Advice", "£1,470.57")]


def test_a_list_with_letters_within_a_paragraph_is_read() -> None:
    """A decision sets its grants in one paragraph, (a), (b), (c), with the sum in front: each is a line."""
    text = (
        "Resolved: That the committee agrees to share out the grant fund of £4,000 as follows: (a) £1,000 to the Elm Hall (two"
        " instalments of £500) for chairs; (b) £1,500 to be given to Oak Rovers; (c) £900 to go towards the costs of the"
        " Beck Fair; (d) £600 to be held as a reserve for late bids; and notes the report."
    )
    assert told(text) == [("Elm Hall", "£1,000"), ("Oak Rovers", "£1,500"), ("Beck Fair", "£900"), ("reserve", "£600")]


def test_a_budget_with_letters_within_a_paragraph_is_no_list_of_grants() -> None:
    """What a budget sets aside for fees and rent is no grant, though it is lettered in the same way."""
    text = "The board agrees the budget for spending as follows: (a) £900 for audit fees; (b) £1,500 for rent; (c) £300 for postage."
    assert told_in(f"{text}\n") == []


def test_what_is_in_small_letters_in_brackets_behind_a_name_is_what_it_is_for() -> None:
    """“Elm Refuge (domestic abuse services funding)” is a grant to Elm Refuge."""
    assert told("£35,030 – Elm Refuge (domestic abuse services funding)") == [("Elm Refuge", "£35,030")]
    assert told("£48,000 – Oak Advice (Formerly OAS) (domestic abuse services funding)") == [
        ("Oak Advice (Formerly OAS)", "£48,000")
    ]
