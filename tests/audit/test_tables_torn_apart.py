"""Tables that came apart when a page was copied: a line for each cell, the empty ones lost, a total that must still be held to them."""

from __future__ import annotations

import time

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LEAD = "Community Grants\n\nThe Panel agreed that the grants below be awarded:"
HEADS = ("Applicant", "Purpose", "Amount requested", "Amount awarded")
ALDER = ("Alder Scouts", "New tents", "£1,500", "£1,000")
BIRCH = ("Birch Choir", "Sheet music", "£650", "£650")
CEDAR = ("Cedar Hall", "Repairs to the roof", "£2,400", "£2,000")
TOTAL = ("Total", "£4,550", "£3,650")
AWARDED = [("Alder Scouts", "£1,000"), ("Birch Choir", "£650"), ("Cedar Hall", "£2,000")]


def torn(*rows: tuple[str, ...], lead: str = LEAD, gap: str = "\n\n", tail: str = "The meeting closed at nine.") -> str:
    """Return a text with each cell of a table in a line of its own."""
    return gap.join((lead, *(cell for row in rows for cell in row), tail)) + "\n"


def lines(text: str) -> list[list[tuple[str, str]]]:
    """Return the rounds of a text, each with who got how much."""
    rounds = audit(read_paper(text.encode(), "paper.txt")).rounds
    return [
        [(line.award.recipient, str(line.award.amount)) for line in one.lines if line.award.counts] for one in rounds
    ]


def said(text: str, path: str = "paper.txt") -> list[tuple[str, str]]:
    """Return the figures that are judged in a text, each with its verdict."""
    rounds = audit(read_paper(text.encode(), path)).rounds
    return [(claim.text, claim.verdict.value) for one in rounds for claim in one.claims]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n \n\n"])
def test_a_cell_a_line_is_a_table(gap: str) -> None:
    """A table whose every cell became a paragraph is read, and its total held against what was awarded, not what was asked for."""
    text = torn(HEADS, ALDER, BIRCH, CEDAR, TOTAL, gap=gap)
    assert lines(text) == [AWARDED]
    assert ("£3,650", "agrees") in said(text)
    assert ("£3,560", "disagrees") in said(text.replace("£3,650", "£3,560"))


def test_an_empty_cell_that_was_lost_costs_nobody_a_grant() -> None:
    """Where a purpose is missing, its record has a line less; the grants are read all the same."""
    text = torn(("Organisation", "Purpose", "Grant"), *((a, b, d) for a, b, _, d in (ALDER, CEDAR)), ("Elm Toddlers", "£300"), ("Fir Club", "Kit", "£50"), ("Total", "£3,350"))  # fmt: skip
    assert lines(text) == [[*AWARDED[:1], *AWARDED[2:], ("Elm Toddlers", "£300"), ("Fir Club", "£50")]]
    assert said(text) == [("£3,350", "agrees")]


def test_a_purpose_may_run_over_two_paragraphs() -> None:
    """A long purpose in two paragraphs is one purpose, and its second half nobody's name."""
    long = ("Alder Scouts", "New tents, as the old ones leak.", "They will be used each summer.", "£1,500", "£1,000")
    text = torn(HEADS, long, BIRCH, CEDAR, TOTAL)
    assert lines(text) == [AWARDED]
    assert ("£3,650", "agrees") in said(text)


@pytest.mark.parametrize(
    "fate", ["DEFER", "Deferred", "To be referred", "Refused", "Not recommended", "£0", "Nil", "-"]
)
def test_what_stands_in_the_place_of_a_sum_is_no_grant(fate: str) -> None:
    """“DEFER” and £0 in the column of the grants give nothing, and the total is that of the others."""
    text = torn(HEADS, ALDER, ("Elm Toddlers", "Toys", "£450", fate), BIRCH, CEDAR, ("Total", "£5,000", "£3,650"))
    assert [one for one in lines(text)[0] if one[1] != "£0"] == AWARDED
    assert ("£3,650", "agrees") in said(text)
    assert ("£3,750", "disagrees") in said(text.replace("£3,650", "£3,750"))


def test_no_pound_signs_are_needed_under_a_pound_sign() -> None:
    """“1,000” beneath “£” is a grant of £1,000."""
    rows = (("Alder Scouts", "North", "1,000"), ("Birch Choir", "650"), ("Cedar Hall", "East", "2,000"))
    text = torn(("Organisation", "Ward", "£"), *rows, ("Total", "3,650"))
    assert lines(text) == [AWARDED]
    assert said(text) == [("3,650", "agrees")]


@pytest.mark.parametrize(("total", "verdict"), [("3,650", "agrees"), ("3,750", "disagrees")])
def test_a_total_without_its_name_is_held_to_the_table(total: str, verdict: str) -> None:
    """A sum behind the last record, greater than all above it, is their total though its label was lost."""
    rows = (("Alder Scouts", "North", "1,000"), ("Birch Choir", "South", "650"), ("Cedar Hall", "East", "2,000"))
    assert said(torn(("Organisation", "Ward", "£"), *rows, (total,))) == [(total, verdict)]


def test_a_heading_that_a_line_break_parted_is_one() -> None:
    """“Amount” above “requested” is one heading, and so are the two halves of the next."""
    heads = ("Applicant", "Purpose", "Amount", "requested", "Amount", "awarded")
    text = torn(heads, ALDER, BIRCH, CEDAR, TOTAL)
    assert lines(text) == [AWARDED]
    assert ("£3,650", "agrees") in said(text)


def test_a_row_of_units_stands_under_the_headings() -> None:
    """“£ | £ | % | £ | %” beneath cost, sum asked and sum given: the grant is the sum given, not its share."""
    heads = ("Venue", "Project", "Cost", "Grant", "asked", "Grant", "recommended", "£", "£", "%", "£", "%")
    rows = (
        ("First priority", "Alder Barn", "Roof", "10,000", "1,500", "15", "1,000", "10"),
        ("Birch Room", "Heating", "6,500", "650", "10", "650", "10"),
        ("Second priority", "Cedar Hall", "Car park", "20,000", "Up to 4,000", "20", "2,000", "10"),
        ("Dell Hut", "Doors", "3,000", "300", "10", "Defer"),
        ("TOTAL", "39,500", "6,450", "3,650"),
    )
    text = torn(heads, *rows)
    assert lines(text) == [[("Alder Barn", "£1,000"), ("Birch Room", "£650"), ("Cedar Hall", "£2,000")]]
    assert ("3,650", "agrees") in said(text)
    assert ("3,560", "disagrees") in said(text.replace("3,650", "3,560"))


def test_parts_with_their_sub_totals_are_parts() -> None:
    """The name of a ward above its rows, and a sub-total beneath them, are read as such."""
    text = torn(
        ("Organisation", "Award (£)"), ("North ward",), ALDER[::3], BIRCH[::3], ("Sub-total", "£1,650"),
        ("South ward",), CEDAR[::3], ("Dell Club", "£300"), ("Sub-total", "£2,300"), ("Grand total", "£3,950"),
    )  # fmt: skip
    assert said(text) == [("£1,650", "agrees"), ("£2,300", "agrees"), ("£3,950", "agrees")]


@pytest.mark.parametrize("lost", ["North ward", "South ward"])
def test_a_sub_total_whose_heading_was_lost_is_not_accused(lost: str) -> None:
    """Where the name of a part did not survive, its sub-total is not held against all the grants."""
    rows = (("North ward",), ALDER[::3], BIRCH[::3], ("Sub-total", "£1,650"), ("South ward",), CEDAR[::3], ("Dell Club", "£300"), ("Sub-total", "£2,300"), ("Grand total", "£3,950"))  # fmt: skip
    text = torn(("Organisation", "Award (£)"), *(row for row in rows if row != (lost,)))
    assert "disagrees" not in [verdict for _, verdict in said(text)]


OTHERS = (("Dell Club", "£300"), ("Elm Toddlers", "£450"), ("Fir Gardeners", "£200"))
FIRST = (ALDER[::3], BIRCH[::3], CEDAR[::3])


def piped(*tables: tuple[tuple[str, ...], ...]) -> str:
    """Return tables one after the other, as they are typed with bars."""
    rule = "| --- | --- |"
    shown = ["\n".join(["| Group | Amount |", rule, *(f"| {who} | {much} |" for who, much in one)]) for one in tables]
    return "\n\n".join(("# Community Grants", "The Panel agreed that the grants below be awarded:", *shown, "Closed."))


@pytest.mark.parametrize("as_typed", [True, False])
def test_two_tables_one_after_the_other_have_each_its_own_total(as_typed: bool) -> None:
    """Two tables under one sentence, each with its total: neither total is accused of not being that of both."""
    tables = ((*FIRST, ("Total", "£3,650")), (*OTHERS, ("Total", "£950")))
    head = ("Group", "Amount")
    text = piped(*tables) if as_typed else torn(head, *tables[0], head, *tables[1])
    path = "paper.md" if as_typed else "paper.txt"
    assert said(text, path) == [("£3,650", "agrees"), ("£950", "agrees")]
    assert said(text.replace("£3,650", "£3,560"), path) == [("£3,560", "disagrees"), ("£950", "agrees")]


def test_the_total_of_a_page_is_not_that_of_all() -> None:
    """A table that goes on with the one before, and is summed up with it, does not make the first page's total wrong."""
    text = piped((*FIRST, ("Page total", "£3,650")), (*OTHERS, ("Total", "£4,600")))
    assert said(text, "paper.md") == [("£4,600", "agrees")]


def test_sums_by_purpose_with_a_total_that_the_text_gives_are_read() -> None:
    """“£9,000 was made available”, then what each purpose had and the same total: it is held against the parts."""
    lead = "Extra funding for victims\n\nGrants of £9,000 were made available to those who help them. They were shared out so:"
    rows = (("Services that we fund already", "£ 4,500"), ("Services for children, wherever they live", "£ 2,500"), ("Services that nobody funds", "£ 2,000"), ("TOTAL", "£ 9,000"))  # fmt: skip
    assert "disagrees" not in [verdict for _, verdict in said(torn(*rows, lead=lead))]
    wrong = torn(*rows, lead=lead).replace("£ 2,500", "£ 5,200")
    assert ("£ 9,000", "disagrees") in said(wrong)


WHOLE = (HEADS, ALDER, BIRCH, CEDAR, TOTAL)
WORDS = [cell for row in WHOLE for cell in row if "£" not in cell and cell != "Total"]


@pytest.mark.parametrize("lost", WORDS)
def test_no_cell_of_words_that_is_lost_makes_a_false_accusation(lost: str) -> None:
    """Whichever heading, name or purpose is lost, a right total is never called wrong."""
    text = torn(*(tuple(cell for cell in row if cell != lost) for row in WHOLE))
    assert "disagrees" not in [verdict for _, verdict in said(text)]


@pytest.mark.parametrize("stray", ["2", "Page 2 of 3", "Advertisement", "A note: all awards are subject to a visit."])
@pytest.mark.parametrize("at", WORDS)
def test_no_stray_line_makes_a_false_accusation(at: str, stray: str) -> None:
    """The number of a page, an advertisement or a note between two cells never makes a right total wrong."""
    rows = [tuple(f"{stray}\n\n{cell}" if cell == at else cell for cell in row) for row in WHOLE]
    assert "disagrees" not in [verdict for _, verdict in said(torn(*rows))]


def test_a_record_that_lost_a_sum_is_not_guessed() -> None:
    """Where one of two sums is missing and the totals do not tell which, nobody is accused."""
    rows = (HEADS, ALDER, ("Birch Choir", "Sheet music", "£650"), CEDAR)
    for total in (("Total", "£4,550", "£3,650"), ("Total", "£4,560", "£3,000"), ("Total", "£3,650")):
        assert "disagrees" not in [verdict for _, verdict in said(torn(*rows, total))]


@pytest.mark.parametrize("cells", ["Amount\nElm\nFir\n5\n", "Elm Club\n£5\n", "Award\n", "Grant\n£\n%\n5\nElm\n"])
def test_a_long_text_of_such_cells_is_read_in_seconds(cells: str) -> None:
    """However long a text of cells is, reading it does not keep an officer waiting."""
    begun = time.process_time()
    read_paper((cells * (100_000 // len(cells))).encode(), "paper.txt")
    assert time.process_time() - begun < 20
