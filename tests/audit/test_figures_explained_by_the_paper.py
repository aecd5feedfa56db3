"""Figures that the lines do not bear out, and that the paper explains itself: none of them is called wrong."""

from __future__ import annotations

import pytest
from papers_by_hand import messages

NAMES = (
    ("Thornbury Sailing Trust", "safer waters sessions", 3180),
    ("Aldmoor Parish Council", "a speed sign", 2745),
    ("Hollin Bank Carers", "respite for young carers", 4960),
    ("Prospect Youth Hub", "an evening drop-in", 7225),
    ("Saltmarsh Refuge", "a play worker", 6410),
    ("Westgate Street Angels", "radios", 1395),
)
"""Six awards that come to £25,915."""
LINES = "\n".join(f"- {name} – {purpose} – £{amount:,}" for name, purpose, amount in NAMES)
ROWS = "\n".join(f"| {name} | {purpose} | £{amount:,} |" for name, purpose, amount in NAMES)
TABLE = f"| Organisation | Purpose | Amount |\n{ROWS}"
LEAD = "The following awards were made from the Safer Places Fund:"


def _paper(before: str = "", behind: str = "", lead: str = LEAD, lines: str = LINES) -> str:
    return "\n\n".join(part for part in ("# Update to the Panel", before, lead, lines, behind) if part) + "\n"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Seven groups were offered £27,915. One withdrew.", ""),
        ("Seven awards totalling £27,915 were agreed.", "Fell View Rovers (£2,000) has since withdrawn."),
        ("Seven awards worth £27,915 were made; one is not published because of the risk to victims.", ""),
        ("Eight awards totalling £28,915 were made.", "Two of them were later handed back."),
        ("Seven grants worth £27,915 were agreed, but one did not go ahead.", ""),
        ("Seven applicants were offered £26,715.", "One has since turned down its £800."),
    ],
)
def test_grants_that_the_paper_says_came_to_nothing_are_not_missed_in_its_list(before: str, behind: str) -> None:
    """What was agreed is right above a list without the one that was handed back since, or is kept from print."""
    assert not messages(_paper(before, behind))


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Seven awards totalling £27,915 were agreed.", "One award is for work across the county."),
        ("Six awards totalling £27,915 were agreed.", "One of last year’s was handed back."),
        ("Seven awards totalling £27,915 were agreed.", "Two applicants withdrew."),
    ],
)
def test_other_words_about_one_grant_explain_nothing(before: str, behind: str) -> None:
    """As many must be told of as the list wants, and that they came to nothing; else the figure is wrong."""
    assert any("£27,915" in message for _, message in messages(_paper(before, behind)))


@pytest.mark.parametrize("verb", ["committed to", "awarded to", "shared by", "given to"])
def test_what_was_given_is_not_held_against_a_list_of_what_was_finished(verb: str) -> None:
    """Above “Projects completed at 31 March” more may have been given to more, however that is put."""
    assert not messages(_paper(f"£29,915 was {verb} seven projects.", lead="Projects completed at 31 March:"))


def test_a_sum_for_as_many_as_were_finished_is_wrong() -> None:
    """Where the number is that of the list, no other grants can be meant."""
    paper = _paper("£29,915 was awarded to six projects.", lead="Projects completed at 31 March:")
    assert any("£29,915" in message for _, message in messages(paper))


@pytest.mark.parametrize(
    "votes", ["by seven votes to two", "by seven to two", "by 7 votes to 2", "with five in favour and two against"]
)
def test_votes_count_no_grants(votes: str) -> None:
    """A number without a noun, beside the number of the lines, is of something else."""
    assert not messages(_paper(lead=f"RESOLVED: that the following six grants be approved {votes}."))


@pytest.mark.parametrize(
    "label",
    [
        "Total funding £42,000",
        "Total investment by all partners £48,900",
        "Total received: £42,000",
        "County total: £42,000",
        "Grand total (all strands): £42,000",
        "Balance of the fund: £24,085",
        "Community Foundation total £37,150",
    ],
)
def test_a_labelled_total_that_is_far_from_the_list_may_be_of_more(label: str) -> None:
    """A total whose label has a word more than “total” is accused only where it is near, or a slip explains it."""
    assert not messages(_paper(label))
    assert not messages(_paper(behind=label))


@pytest.mark.parametrize(
    "label", ["Total £42,000", "Total awarded: £42,000", "Total funding £25,195", "Overall total £27,310"]
)
def test_a_plain_total_or_a_near_one_is_wrong(label: str) -> None:
    """“Total” alone is of the list, and so is a labelled one with two digits changed round, or a line counted twice."""
    assert messages(_paper(behind=label))


@pytest.mark.parametrize("row", ["Last year", "Top-up", "Previous rounds", "Partner funding"])
def test_a_row_that_says_less_than_every_other_is_no_grant(row: str) -> None:
    """Where the stated sum and number are right but for a row without a purpose, the row is what is odd."""
    lead = "Six awards, worth £25,915 in all, were made from the Safer Places Fund:"
    assert not messages(_paper(lead=lead, lines=f"{TABLE}\n| {row} | | £14,300 |"))
    assert not messages(_paper(lead=lead, lines=f"{LINES}\n- {row}: £14,300"))


def test_a_row_with_a_purpose_that_the_figures_leave_out_is_missed() -> None:
    """A grant like all others that the stated sum leaves out is a slip."""
    lead = "Six awards, worth £25,915 in all, were made from the Safer Places Fund:"
    assert messages(_paper(lead=lead, lines=f"{TABLE}\n| Kestrel Boxing | gym mats | £1,875 |"))


def test_a_payment_in_the_next_paragraph_is_none_of_those_told_in_one() -> None:
    """Six awards told in one paragraph are six, whatever the next says of other money."""
    told = "; ".join(f"£{amount:,} to {name} for {purpose}" for name, purpose, amount in NAMES)
    paper = (
        f"# Update to the Panel\n\n12. In the quarter six awards totalling £25,915 were made: {told}.\n\n"
        "13. In addition, £18,000 was paid to Victim Support under its contract.\n"
    )
    assert not messages(paper)


@pytest.mark.parametrize(
    "words",
    [
        "The Road Safety Partnership made seven grants, totalling £27,400.",
        "Last quarter’s list, of five awards totalling £19,880, is on the website.",
        "At the September meeting the Panel was told of five awards totalling £19,880.",
        "The district councils have between them funded five more groups, at a cost of £16,800.",
        "Members will recall that £30,000 was set aside for these grants.",
        "Together with those reported in June, the awards come to £61,300.",
    ],
)
def test_figures_of_other_lists_are_not_held_against_this_one(words: str) -> None:
    """Another giver’s awards, those of an earlier meeting, “five more”, and what was set aside say nothing of the list."""
    assert not messages(_paper(words))
    assert not messages(_paper(behind=words))


def test_a_sum_for_the_grants_and_something_else_is_of_more() -> None:
    """“On the grants below and their evaluation” takes in what the list has not."""
    lead = "The Commissioner approves total spending of £28,415 on the grants below and their evaluation."
    assert not messages(_paper(lead=lead))


@pytest.mark.parametrize(
    "words",
    ["Youth groups were awarded a total of £17,175.", "A total of £17,175 was awarded to projects for the young."],
)
def test_a_sum_of_some_before_the_words_that_lead_to_the_list_is_of_those(words: str) -> None:
    """Some lines come to it, and its words pick some out: nobody can tell that all are meant."""
    assert not messages(_paper(words))


def test_a_grant_told_of_once_more_with_its_own_sum_is_not_accused() -> None:
    """A sentence that names a recipient with what it got says nothing against the list; with another sum it does."""
    assert not messages(_paper(behind="Saltmarsh Refuge will use its £6,410 for a play worker."))
    assert messages(_paper(behind="Saltmarsh Refuge will use its £6,140 for a play worker."))


def test_what_a_strand_gave_last_year_is_not_held_against_it() -> None:
    """A sentence that names a strand of the list is of that strand, but not where it tells of another year."""
    strands = f"### Community Fund\n\n{LINES}\n\n### Youth Fund\n\n- Kestrel Boxing – gym mats – £1,875\n- Marl Hill Scouts – a camp – £990"
    assert not messages(_paper("Last year £31,250 was awarded through the Community Fund.", lines=strands))


def test_a_year_without_money_is_no_gap_in_the_parts_of_a_grant() -> None:
    """A blank cell under a year is nothing paid then, so that the line whose years do not come to its total is found."""
    rows = "| Kestrel Boxing | £1,000 | | £1,000 |\n| Marl Hill Scouts | | £500 | £500 |\n| Oak Trust | £100 | £50 | £150 |\n| Hollin Bank Carers | £300 | £200 | £600 |"
    table = f"| Organisation | 2023/24 | 2024/25 | Total award |\n{rows}"
    assert [code for code, _ in messages(_paper(lines=table))] == ["G213"]


@pytest.mark.parametrize(
    ("over", "line"),
    [
        ("over two years", "in the first year"),
        ("for the next three years", "a year"),
        ("in three-year funding", "in year one"),
        ("across two financial years", "annually"),
    ],
)
def test_a_total_over_years_is_not_held_against_one_year_of_each_grant(over: str, line: str) -> None:
    """“£60,000 over two years” is right above three grants of which £30,000 falls into the first."""
    lines = "".join(
        f"- {who} – {sum_} {line}\n"
        for who, sum_ in (("Elm Hub", "£10,000"), ("Oak Shed", "£12,000"), ("Ash Friends", "£8,000"))
    )
    text = f"# Grants\nThe Commissioner awarded £60,000 to three projects {over}:\n{{}}"
    assert "G201" not in [code for code, _ in messages(text.format(lines))]
    assert "G201" in [code for code, _ in messages(text.format(lines.replace(f" {line}", "")))]
