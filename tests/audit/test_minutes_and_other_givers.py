"""Minutes that decide in a sentence of its own, money of other rounds and other givers, and blocks for each member's budget."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines import awards_in
from pcp_reports.audit.words.rounds_named import rounds_named
from pcp_reports.papers.opening import read_paper


def audited(words: str) -> Audited:
    """Return a text, audited."""
    return audit(read_paper(words.encode(), "paper.txt"))


def one(line: str) -> Award:
    """Return the one grant of a line."""
    (award,) = awards_in(line, passage=0)
    return award


def figures(read: Audited) -> dict[str, str]:
    """Return what is said of each figure."""
    return {claim.text: claim.verdict for told in read.rounds for claim in told.claims}


def codes(read: Audited) -> list[str]:
    """Return the codes of what is called wrong."""
    return [finding.code for finding in read.findings]


@pytest.mark.parametrize(
    ("decision", "standing"),
    [
        ("Deferred to September, so that the club can show its lease.", Standing.REQUESTED),
        ("Deferred pending a visit by the Chair.", Standing.REQUESTED),
        ("Members agreed to defer this until quotes were seen.", Standing.REQUESTED),
        ("The application was held over to the next meeting.", Standing.REQUESTED),
        ("Refused; Members thought that others should pay.", Standing.DECLINED),
        ("Not supported, the Committee having helped last year.", Standing.DECLINED),
        ("It was resolved to refuse the application.", Standing.DECLINED),
        ("The Committee declined, as this is for the landlord.", Standing.DECLINED),
        ("Decision: rejected. It lies outside the ward.", Standing.DECLINED),
        ("Withdrawn by the applicant before the meeting.", Standing.WITHDRAWN),
        ("Approved.", Standing.AWARDED),
        ("Approved (Councillor Oak took no part).", Standing.AWARDED),
        ("Approved. An earlier bid was refused in May.", Standing.AWARDED),
        ("Agreed on a show of hands.", Standing.AWARDED),
    ],
)
def test_a_sentence_behind_the_line_says_what_was_decided(decision: str, standing: Standing) -> None:
    """What a meeting decided counts, wherever the minutes say it and whatever reason they add."""
    read = one(f"Birch Bowls Club – £2,500 – green repairs. {decision}")
    assert (read.recipient, read.purpose, read.standing) == ("Birch Bowls Club", "green repairs", standing)


@pytest.mark.parametrize(
    "behind",
    ["Refused asylum seekers may come on Fridays.", "Supported by volunteers.", "Lost property is kept there."],
)
def test_words_that_tell_what_a_grant_is_for_decide_nothing(behind: str) -> None:
    """A sentence about the people who are helped does not take the grant away."""
    assert one(f"Birch Hub – £1,600 – a warm room. {behind}").standing is Standing.AWARDED


@pytest.mark.parametrize(
    "line",
    [
        "Birch Theatre – £3,000 requested for a summer school. Approved in the reduced sum of £2,400, as costumes are not paid for.",
        "Birch Theatre – £3,000 – a summer school. Agreed at £2,400.",
        "Birch Theatre – £3,000 – a summer school. The Committee agreed £2,400.",
    ],
)
def test_what_was_granted_counts_and_not_what_was_asked_for(line: str) -> None:
    """Where a meeting grants less than was asked for, the smaller sum is the grant."""
    read = one(line)
    assert read.amount is not None
    assert (read.recipient, read.amount.pence, read.standing) == ("Birch Theatre", 240_000, Standing.AWARDED)


MINUTES = """13. Neighbourhood Fund

The Manager reported that the Fund had £9,000 for grants this year. Four applications were before the Committee.

Resolved:

(i) Alder Allotments – £1,200 – water tanks. Approved.

(ii) Birch Bowls Club – £2,500 – green repairs. Deferred to May, so that the club can show its lease.

(iii) Cedar Warm Hub – £1,614 – heaters and an urn. Approved (Councillor Oak took no part).

(iv) Ward skips – £4,800. Refused; Members thought that others should pay.

It was noted that the grants approved at this meeting came to {total} and that £3,336 was left for the rest of the year.
"""


@pytest.mark.parametrize(("total", "found"), [("£2,814", []), ("£2,841", ["G201"])])
def test_minutes_are_added_up_by_what_was_approved(total: str, found: list[str]) -> None:
    """The sum noted at the end is held against what was approved, and what it leaves is no part of it."""
    read = audited(MINUTES.format(total=total))
    assert codes(read) == found
    assert total in figures(read)


REPORT = """# Neighbourhood Fund: report on round three

## Grants made

The Panel made three grants, {total} in all:

- Alder Scouts – tents – £500
- Birch Choir – music – £650
- Cedar Hall – roof – £2,000

## What groups tell us

{behind}
"""


@pytest.mark.parametrize(
    "behind",
    [
        "Reports have come in from all of the groups in round two, which shared £3,315.",
        "The first round shared £3,510 between four groups.",
        "Round 2's grants came to £3,250.",
        "In the second tranche four grants were made, £3,300 in all.",
        "Four grants with a total of £3,400 were made in Q2.",
    ],
)
def test_the_sum_of_another_round_is_not_held_against_this_one(behind: str) -> None:
    """A figure that its sentence gives to another round, quarter or tranche says nothing of the list."""
    text = REPORT.format(total="£3,150", behind=behind)
    assert codes(audit(read_paper(text.encode(), "paper.md"))) == []


def test_a_figure_of_the_round_itself_is_still_judged() -> None:
    """A wrong sum that its sentence gives to the very round of the report is found."""
    text = REPORT.replace(", {total} in all", "").format(behind="The grants of round three came to £3,510.")
    assert codes(audit(read_paper(text.encode(), "paper.md"))) == ["G201"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("round two", {"round": {2}}),
        ("the first and second rounds", {"round": {1, 2}}),
        ("Phases 1 and 2", {"phase": {1, 2}}),
        ("Tranche III", {"tranche": {3}}),
        ("Q3", {"quarter": {3}}),
        ("a round of 12 applications", {}),
    ],
)
def test_a_round_is_known_however_its_number_is_written(words: str, numbers: dict[str, set[int]]) -> None:
    """Figures, words, ordinals and Roman numbers are one to the reader, and to the check."""
    assert rounds_named([words]) == numbers


@pytest.mark.parametrize(
    "line",
    [
        "Birch Trust has since secured £18,000 over three years from a national sports charity to carry on.",
        "Birch Trust has gone on to win £5,000 from the Big Lottery.",
        "Birch Trust has since been awarded £5,000 by Sport England.",
        "It has since received £1,800 from local firms.",
        "The Fund gives grants of up to £2,000 from the sale of goods.",
        "The Community Fund makes awards of between £500 and £2,000.",
        "The Commissioner's Fund awards up to £5,000 a time to local groups.",
    ],
)
def test_what_others_gave_and_what_a_fund_may_give_are_no_grants(line: str) -> None:
    """Neither another giver's money nor the rule of a fund is a line of the list."""
    assert awards_in(line, passage=0) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Birch Trust has been awarded £1,800 from the Property Act Fund for tents.",
        "Birch Trust has now received £1,800 from the Commissioner.",
        "Birch Trust was given £1,800 by a panel of residents.",
        "Birch Trust has been awarded £1,800 for work with children from a troubled background.",
    ],
)
def test_what_this_office_gave_stays_a_grant(line: str) -> None:
    """A grant whose sentence names this office, its fund or its panel is read, and so is one for people “from a” place."""
    read = one(line)
    assert (read.recipient, str(read.amount)) == ("Birch Trust", "£1,800")


PURSES = """Alder Ward

Each Member has £2,500 a year. The ward's two Members made five grants in the quarter with a total of {total}.

Cllr A. Oak
{budget} £2,500.00
Birch Cricket Club Sight screens £500.00
Cedar Nursery Book corner £350.00
Elm Residents Gate and planting £650.00
{spent} £1,500.00
{left} £1,000.00

Cllr B. Fir
{budget} £2,500.00
Birch Cricket Club Sight screens £500.00
Hazel Knitters Fabric and room hire £240.00
{spent} {second}
{left} £1,760.00
"""
WORDS = [("Budget", "Spent", "Left"), ("Opening balance", "Used", "Remaining"), ("To give", "Given", "In hand")]


@pytest.mark.parametrize(("budget", "spent", "left"), WORDS)
@pytest.mark.parametrize(("total", "found"), [("£2,240", []), ("£2,420", ["G201"])])
def test_a_members_budget_is_no_grant(budget: str, spent: str, left: str, total: str, found: list[str]) -> None:
    """Whatever a return calls budget, spending and rest, only what members gave is added up."""
    read = audited(PURSES.format(budget=budget, spent=spent, left=left, total=total, second="£740.00"))
    assert codes(read) == found
    assert [len(told.lines) for told in read.rounds] == [5]


def test_lines_that_only_look_like_a_budget_stay_grants() -> None:
    """Where no sums bear out that the first line is a budget and the last its rest, all are grants."""
    read = audited("Three grants were made, £1,750 in all:\n\nAlder Club £500\nBirch Club £350\nCedar Club £900\n")
    assert codes(read) == []
    assert [len(told.lines) for told in read.rounds] == [3]
