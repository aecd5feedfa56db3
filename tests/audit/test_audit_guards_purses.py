"""Members' budgets in papers, and figures of another round: what is read as a budget, whose name parts no list, and what stays a grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

LEAD = "Alder Ward\n\nEach Member has £2,500 a year. The ward's Members made {number} grants in the quarter with a total of {total}."
OAK = """Budget £2,500.00
Birch Cricket Club Sight screens £500.00
Cedar Nursery Book corner £350.00
Elm Residents Gate and planting £650.00
Spent £1,500.00
Left £1,000.00"""
FIR = """Budget £2,500.00
Birch Cricket Club Sight screens £500.00
Hazel Knitters Fabric and room hire £240.00
Spent £740.00
Left £1,760.00"""


def _audit(words: str, name: str = "return.txt") -> Audited:
    return audit(read_paper(words.encode(), name))


def _codes(read: Audited) -> list[str]:
    return [each.code for each in read.findings]


def _lines(read: Audited) -> list[int]:
    return [len(told.lines) for told in read.rounds]


@pytest.mark.parametrize("third", ["Budget £2,500.00\n{}", "{}\nSpent £750.00"])
@pytest.mark.parametrize(("total", "found"), [("£2,990", []), ("£2,909", ["G201"])])
def test_a_member_for_whom_a_line_is_lacking_has_a_budget_all_the_same(
    third: str, total: str, found: list[str]
) -> None:
    """Where others' blocks prove what “Budget” and “Spent” mean, a block with one of the two is read as well."""
    block = third.format("Poplar Scouts Tents £400.00\nRowan Guides Stoves £350.00")
    lead = LEAD.format(number="seven", total=total)
    read = _audit(f"{lead}\n\nCllr A. Oak\n{OAK}\n\nCllr B. Fir\n{FIR}\n\nCllr C. Yew\n{block}\n")
    assert (_codes(read), _lines(read)) == (found, [7])


@pytest.mark.parametrize(("spent", "found"), [("£750.00", []), ("£570.00", ["G211"])])
def test_what_a_member_spent_is_held_against_that_members_grants(spent: str, found: list[str]) -> None:
    """A block without a budget, whose last line is what the others' blocks prove to be spending, is added up as they are."""
    lead = LEAD.format(number="seven", total="£2,990")
    block = f"Cllr C. Yew\nPoplar Scouts Tents £400.00\nRowan Guides Stoves £350.00\nSpent {spent}"
    assert _codes(_audit(f"{lead}\n\nCllr A. Oak\n{OAK}\n\nCllr B. Fir\n{FIR}\n\n{block}\n")) == found


def test_a_list_without_a_budget_is_not_made_one_of_grants() -> None:
    """What the office itself cost, in a paper with members' blocks, is no list of grants."""
    costs = "What the office cost in the quarter\nStaff £5,000.00\nPremises and cars £2,000.00\nPostage £100.00"
    lead = LEAD.format(number="five", total="£2,240")
    read = _audit(f"{lead}\n\nCllr A. Oak\n{OAK}\n\nCllr B. Fir\n{FIR}\n\n{costs}\n")
    assert (_codes(read), _lines(read)) == ([], [5])


@pytest.mark.parametrize(
    "name",
    ["1. {}", "What did {} give?", "{} gave these grants", "{}, who has several grants", "The following is from {}"],
)
def test_what_names_a_member_parts_no_list(name: str) -> None:
    """However a return puts a member's name over the block, the sum above counts what all of them gave."""
    one, two = name.format("Ann Oak"), name.format("Ben Fir")
    wrong = _audit(f"{LEAD.format(number='five', total='£2,420')}\n\n{one}\n{OAK}\n\n{two}\n{FIR}\n")
    assert (_codes(wrong), _lines(wrong)) == (["G201"], [5])
    right = _audit(f"{LEAD.format(number='five', total='£2,240')}\n\n{one}\n{OAK}\n\n{two}\n{FIR}\n")
    assert (_codes(right), _lines(right)) == ([], [5])


@pytest.mark.parametrize(("total", "found"), [("£2,240", []), ("£2,420", ["G201"])])
def test_a_members_thanks_part_no_list(total: str, found: list[str]) -> None:
    """A short sentence without a figure between two members' blocks leaves the sum to be what both gave."""
    thanks = "{} says thank you."
    read = _audit(
        f"Members' grants, {total}\n\n{thanks.format('Ann Oak')}\n{OAK}\n\n{thanks.format('Ben Fir')}\n{FIR}\n"
    )
    assert (_codes(read), _lines(read)) == (found, [5])


def test_a_sentence_with_a_number_over_a_block_begins_a_list_of_its_own() -> None:
    """“Ben Fir made two grants of his own.” says how many follow, and the list above it ends there."""
    read = _audit(f"Members' grants\n\nAnn Oak\n{OAK}\n\nBen Fir made two grants of his own.\n{FIR}\n")
    assert (_codes(read), _lines(read)) == ([], [3, 2])
    assert [claim.text for told in read.rounds for claim in told.claims] == ["two grants"]


def test_a_line_with_a_sum_over_a_block_is_held_against_that_block() -> None:
    """“Ann Oak gave £1,050 in all” is no name alone: it is wrong of grants of £1,500."""
    lead = LEAD.format(number="five", total="£2,240")
    read = _audit(f"{lead}\n\nAnn Oak gave £1,050 in all\n{OAK}\n\nBen Fir gave £740 in all\n{FIR}\n")
    wrong = [claim.text for told in read.rounds for claim in told.claims if claim.verdict.is_wrong]
    assert wrong == ["£1,050"]


def test_long_words_with_a_sum_are_a_grant_and_no_budget() -> None:
    """Two lists begin and end with the same two clubs' projects, whose sums come out as a budget's would: they stay grants."""
    read = _audit(
        "Northshire gave these in May, £1,800 in all:\n\n"
        "Birch Cricket Club for its new sight screens £900.00\nCedar Nursery Book corner £350.00\n"
        "Elm Residents for a gate and some planting £550.00\n\n"
        "Northshire gave these in June, £1,650 in all:\n\n"
        "Birch Cricket Club for its new sight screens £800.00\nHazel Knitters Fabric £250.00\n"
        "Elm Residents for a gate and some planting £600.00\n"
    )
    assert (_codes(read), _lines(read)) == ([], [3, 3])


# -- figures of another round

GRANTS = "## Grants made\n\n- Alder Scouts – tents – £500\n- Birch Choir – music – £650\n- Cedar Hall – roof – £2,000\n"
MET = "The panel met in public and heard from residents of all the wards."
ROUND_TWO = "Round two made three grants worth £3,510."


@pytest.mark.parametrize(
    ("next_words", "found"),
    [
        ("", ["G201"]),
        ("The next meeting is in May.", ["G201"]),
        ("Round three opens in May.", []),
        ("Tranche three of the building works opens in May.", ["G201"]),
    ],
)
def test_the_only_round_that_a_paper_names_is_that_of_its_list(next_words: str, found: list[str]) -> None:
    """A wrong sum of “round two” over the one list is found; if the paper names round three too, the list may be of that."""
    text = f"# Neighbourhood Fund\n\n{MET}\n\n{ROUND_TWO}\n\n{GRANTS}\n## What comes next\n\n{next_words}\n"
    assert _codes(_audit(text, "paper.md")) == found


@pytest.mark.parametrize(
    "head",
    [
        "# Neighbourhood Fund\n\n## Round three",
        "# Neighbourhood Fund: round three\n\n## The meeting",
        "# Neighbourhood Fund\n\n## The meeting\n\n## Report on round three",
    ],
)
def test_a_heading_at_the_top_says_which_round_a_paper_is_of(head: str) -> None:
    """Under a title or first heading that names round three, what round three is said to have shared must be right."""
    text = f"{head}\n\nThe panel met in public.\n\n{GRANTS}\n## What came of it\n\nRound three shared £3,510 between three groups.\n"
    assert _codes(_audit(text, "paper.md")) == ["G201"]


@pytest.mark.parametrize(
    "before",
    [
        "## Members\n\nThere are six members.\n\nEach has a vote.\n\n## Papers\n\nThey are on the website.\n\n## Round two\n\nAll have reported.",
        "Round two is over, and round three was held in May.\n\nThe panel met in public.",
    ],
)
def test_a_round_named_in_passing_does_not_make_the_list_its_own(before: str) -> None:
    """A later section on round two, or a sentence that names it, leaves the list that follows to be of another round."""
    text = f"# Neighbourhood Fund\n\n{before}\n\n{GRANTS}\n## Before\n\nRound two shared £3,510 between four groups.\n"
    assert _codes(_audit(text, "paper.md")) == []
