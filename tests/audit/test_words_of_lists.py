"""The words that lists of grants are told with, in one place each: numbers, those who get grants, what a sum is beside an award."""

from __future__ import annotations

import pytest
from papers_by_hand import verdicts
from read_as_printed import told

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.words.figures import is_near_number
from pcp_reports.audit.words.kinds import COUNTED
from pcp_reports.audit.words.numbers import number_of
from pcp_reports.papers.opening import read_paper

LINES = """
- Alder Youth Club – tents – £5,000
- Brook Boxing Club – gloves – £4,250
- Cold Mere Hall Trust – lights – £6,100
- Dunmore Centre – training – £3,800
"""  # £19,150
ACCUSED = {"disagrees", "exceeds"}


def _said(text: str) -> dict[str, str]:
    return {figure: verdict for one in verdicts(text) for figure, verdict in one}


@pytest.mark.parametrize(("word", "number"), [("two", 2), ("Twelve", 12), ("nineteen", 19), ("40", 40), ("several", 0)])
def test_a_number_is_read_in_words_and_in_figures(word: str, number: int) -> None:
    """“Twelve groups” and “12 groups” are the same; a word that is no number says no number."""
    assert number_of(word) == number


def test_a_number_is_near_where_one_of_a_few_is_missing() -> None:
    """One line forgotten of seven is a slip; two of seven may be another list, and two of sixteen are a slip again."""
    assert is_near_number(8, 7)
    assert not is_near_number(9, 7)
    assert is_near_number(18, 16)
    assert not is_near_number(19, 16)


@pytest.mark.parametrize("word", ["communities", "parishes", "areas", "districts"])
def test_places_are_none_that_a_number_of_lines_counts(word: str) -> None:
    """“Six communities are to benefit” says where grants go, and never how many were made."""
    assert word not in COUNTED


@pytest.mark.parametrize("who", ["providers", "agencies", "parish churches", "village halls", "trusts", "youth clubs"])
def test_whoever_gets_them_is_counted(who: str) -> None:
    """Whatever those are called who got grants, their number is held against the lines."""
    lead = "The Commissioner has given grants to {} {who}:\n"
    assert _said(lead.format("four", who=who) + LINES) == {f"four {who}": "agrees"}
    assert ACCUSED & set(_said(lead.format("five", who=who) + LINES).values())


@pytest.mark.parametrize(
    "line",
    [
        "Elm Club – £500; Oak Club – £700; Ash Club – £900 (total {})",
        "£500 to Elm Club, £700 to Oak Club and £900 to Ash Club, making {} in all",
    ],
)
def test_a_total_that_closes_a_list_in_one_text_is_no_grant(line: str) -> None:
    """A list in one paragraph may end in its total: it is no fourth grant, and it is held against the three."""
    assert told(line.format("£2,100")) == [("Elm Club", "£500"), ("Oak Club", "£700"), ("Ash Club", "£900")]


def test_a_total_in_brackets_behind_two_grants_is_read() -> None:
    """The shortest list there is has a total as well."""
    assert told("Elm Club – £500; Oak Club – £700 (total £1,200)") == [("Elm Club", "£500"), ("Oak Club", "£700")]


@pytest.mark.parametrize("how", ["exceeding", "in excess of", "upwards of", "close to", "up to", "estimated"])
def test_a_sum_that_is_no_plain_one_is_not_added(how: str) -> None:
    """Where one grant is told as a bound, the total of the list is not called wrong."""
    lines = LINES.replace("£3,800", f"{how} £3,800")
    assert not ACCUSED & set(_said("Grants of £19,500 were awarded:\n" + lines).values())


@pytest.mark.parametrize(
    "beside", ["£9,000 project cost", "project cost £9,000", "£9,000 match funding", "of a budget of £9,000"]
)
def test_what_the_project_costs_is_no_award(beside: str) -> None:
    """The whole cost, printed beside the grant, is not taken for the grant."""
    assert told(f"Elm Club – tents – £500 ({beside})") == [("Elm Club", "£500")]


@pytest.mark.parametrize("how", ["Decision: £500", "Resolved: £500", "Agreed to grant £500", "Recommendation – £500"])
def test_a_decision_behind_the_name_gives_the_sum(how: str) -> None:
    """Minutes give what was decided where other lists have the sum alone."""
    assert told(f"Elm Club – tents – {how}") == [("Elm Club", "£500")]


def test_a_sum_that_the_readable_lines_come_to_vouches_for_nothing() -> None:
    """Beside a grant whose amount is still open a number is not called wrong because the other lines come to a sum."""
    lines = LINES.replace("£3,800", "£TBC")
    assert not ACCUSED & set(
        _said(f"Three grants were made, and £15,350 was given.\n\nThe grants are:\n{lines}").values()
    )


@pytest.mark.parametrize(("total", "verdict"), [("£19,150", "agrees"), ("£19,510", "disagrees")])
@pytest.mark.parametrize("how", ["come to", "amount to", "add up to", "are worth in total", "total"])
def test_however_a_sum_is_said_to_be_of_all(how: str, total: str, verdict: str) -> None:
    """A sentence behind a list that says what it comes to is held against it, whichever way it says so."""
    assert _said(f"The following grants were awarded:\n{LINES}\nThese grants {how} {total}.") == {total: verdict}


@pytest.mark.parametrize(
    "lead",
    [
        "The following projects were supported from the core grant:",
        "These projects were funded from the Commissioner's core grant:",
        "The core grant paid for the following:",
        "Three village halls were supported through the capital grant:",
    ],
)
def test_a_grant_that_others_are_paid_from_leads_to_theirs(lead: str) -> None:
    """What a partnership hands on from its core grant is a list of grants, and its total is held against it."""
    items = "- Elm Aid – outreach – £14,500\n- Oak Service – kits – £9,250\n- Ash Hall – a ramp – £2,800"
    for total, codes in (("£26,550", []), ("£26,505", ["G201"])):
        found = audit(read_paper(f"{lead}\n\n{items}\n\nThat is {total} on three projects.\n".encode(), "paper.txt"))
        assert [len(one.lines) for one in found.rounds] == [3]
        assert [one.code for one in found.findings] == codes


@pytest.mark.parametrize(
    "lead",
    ["The office's income is the core grant and the precept:", "Government gives specific grants and a capital grant:"],
)
def test_grants_that_come_in_lead_to_no_list(lead: str) -> None:
    """What the office itself gets is no list of grants."""
    items = "- Home Office – police grant – £14,500\n- Ministry – victims – £9,250\n- Councils – cameras – £2,800"
    assert not audit(read_paper(f"{lead}\n\n{items}\n".encode(), "paper.txt")).rounds
