"""Totals and counts that stand where grants do: over a strand's lines, behind them, beside a list, in a summary by fund."""

from __future__ import annotations

import time

import pytest
from papers_by_hand import audited, messages, verdicts

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

FIRST = """
- Brackle Chess Club – £4,000
- Osprey Sea Cadets – £5,000
"""
SECOND = """
- Fenny Lane Allotments – £2,000
- Marsh End Choir – £3,000
"""
TOP = """
# Update to the Panel
## Community Fund
The following grants were awarded in September:
"""


def _strands(text: str) -> list[tuple[str | None, int]]:
    return [(strand.name, strand.grants) for one in audited(text).rounds for strand in one.strands]


def _grants(text: str) -> list[int]:
    return [one.grants for one in audited(text).rounds]


HEADINGS = [
    "### {name} – two grants totalling {sum}",
    "### {name} – 2 grants totalling {sum}",
    "### {name} – two grants worth {sum}",
    "### {name}: two grants, {sum}",
    "### {name} (two grants, {sum})",
    "### {name} – 2 awards ({sum})",
    "### {name} (2 awards totalling {sum})",
    "* {name} – two grants totalling {sum}",
    "{name}: two grants totalling {sum}",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_with_a_number_and_a_sum_names_a_strand(heading: str) -> None:
    """“East – two grants totalling £9,000” over a list is the name of a strand and speaks of that strand alone."""
    text = f"{TOP}{heading.format(name='East', sum='£9,000')}{FIRST}{heading.format(name='West', sum='£5,000')}{SECOND}"
    assert _strands(text) == [("East", 2), ("West", 2)]
    assert not messages(text)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_wrong_sum_in_such_a_heading_is_found(heading: str) -> None:
    """A strand's heading that gives a sum its lines do not come to is said to be wrong."""
    text = f"{TOP}{heading.format(name='East', sum='£9,000')}{FIRST}{heading.format(name='West', sum='£5,300')}{SECOND}"
    assert any("£5,300" in message for _, message in messages(text))


def test_a_numbered_paragraph_over_bullets_may_name_a_strand() -> None:
    """“1. East – two grants totalling £9,000” over bullets speaks of those bullets."""
    east, west = "1. East – two grants totalling £9,000", "2. West – two grants totalling £5,000"
    text = f"{TOP}{east}{FIRST}{west}{SECOND}"
    assert _strands(text) == [("East", 2), ("West", 2)]
    assert not messages(text)


def test_a_heading_that_totals_the_lines_above_it_leads_to_none_below() -> None:
    """A heading “Total awarded in September: £9,000” behind the lines is not held against a list beneath it."""
    text = f"{TOP}{FIRST}### Total awarded in September: £9,000\nAlso awarded in October:{SECOND}"
    assert _grants(text) == [2, 2]
    assert not messages(text)


@pytest.mark.parametrize(
    "foot",
    [
        "{name} – total {sum}",
        "{name} total: {sum}",
        "The {name} awards come to {sum}.",
        "Two grants, {sum}",
        "(two grants, {sum})",
        "Number of grants: 2",
        "Awarded in this area: {sum}",
        "Amount awarded in {name}: {sum}",
    ],
)
def test_what_a_strand_comes_to_behind_its_lines_ends_no_list(foot: str) -> None:
    """A line behind each strand that says what it comes to is no grant, and the next strand belongs to the same list."""
    east, west = foot.format(name="East", sum="£9,000"), foot.format(name="West", sum="£5,000")
    text = f"{TOP}### East{FIRST}\n{east}\n### West{SECOND}\n{west}"
    assert _strands(text) == [("East", 2), ("West", 2)]
    assert not messages(text)


def test_a_grant_behind_a_name_that_no_heading_has_stays_a_grant() -> None:
    """“Guides – total £500” in a list of grants is a grant, where no heading above it is called Guides."""
    text = (
        f"{TOP}- Brackle Chess Club – total £4,000\n- Osprey Sea Cadets – total £5,000\n- Marsh End Choir – total £300"
    )
    assert _grants(text) == [3]


@pytest.mark.parametrize("total", ["Total: {sum}", "Total awarded: {sum}"])
def test_a_total_between_a_heading_and_its_lines_is_of_that_strand(total: str) -> None:
    """“Total: £9,000” right beneath “East” is what East comes to, wrong or right."""
    east, west = total.format(sum="£9,000"), total.format(sum="£5,000")
    text = f"{TOP}### East\n{east}{FIRST}### West\n{west}{SECOND}"
    assert _strands(text) == [("East", 2), ("West", 2)]
    assert not messages(text)
    assert any("£5,300" in message for _, message in messages(text.replace(west, total.format(sum="£5,300"))))


@pytest.mark.parametrize(
    "lead",
    [
        "## Community Fund\nGrants awarded in September: total {sum}",
        "## Community Fund\nAwards made this quarter (total {sum}):",
        "## Community Fund grants (total: {sum})",
    ],
)
def test_a_total_that_leads_to_a_list_leads_to_it(lead: str) -> None:
    """A line over a list that says what is listed and what it comes to leads to the list, and its sum is looked at."""
    good = f"# Update to the Panel\n{lead.format(sum='£9,000')}{FIRST}"
    assert verdicts(good) == [[("£9,000", "agrees")]]
    assert any("£9,400" in message for _, message in messages(good.replace("£9,000", "£9,400")))


@pytest.mark.parametrize(
    "line", ["Number of grants: 2", "Grants awarded: 2", "Projects funded: 2", "Applications received: 19"]
)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_count_under_a_heading_of_pounds_is_no_grant(line: str, bullet: str) -> None:
    """“Number of grants: 2” under “Grants awarded (£)”, or below sums in brackets, is no grant of £2."""
    bare = f"# Update to the Panel\n## Grants awarded (£)\n{FIRST.replace('£', '')}{bullet}{line}\n{bullet}Total: 9,000"
    brackets = (
        f"{TOP}- Brackle Chess Club (£4,000)\n- Osprey Sea Cadets (£5,000)\n{bullet}{line}\n{bullet}Total: £9,000"
    )
    for text in (bare, brackets):
        assert _grants(text) == [2]
        assert not messages(text)


def test_a_body_that_is_called_a_project_keeps_its_grant_under_a_heading_of_pounds() -> None:
    """“Fenny Lane Youth Projects: 450” under “(£)” is a grant of £450."""
    text = f"# Update to the Panel\n## Grants awarded (£)\n{FIRST.replace('£', '')}- Fenny Lane Youth Projects: 450"
    assert _grants(text) == [3]


def test_how_a_funds_money_is_being_spent_leads_to_all_its_grants() -> None:
    """Beneath “How the £14,000 is being spent:” the first grant counts as the others do."""
    names = ("Brackle Chess Club – £4,000", "Osprey Sea Cadets – £5,000", "Marsh End Choir – £5,000")
    told = "".join(f"* {name}\nThe grant pays for a hall.\n" for name in names)
    listed = "".join(f"- {name}\n" for name in names)
    for lines in (told, listed):
        text = f"# Update to the Panel\n## Community Fund\nHow the £14,000 is being spent:\n{lines}"
        assert _grants(text) == [3]
        assert verdicts(text) == [[("£14,000", "agrees")]]


def test_how_a_budget_is_spent_is_no_list_of_grants() -> None:
    """“How the £14,000 is spent” over lines of a budget makes no grants of them."""
    text = (
        f"# Police budget\n## The force\nHow the £14,000 is spent:\n{FIRST.replace('Brackle Chess Club', 'Overtime')}"
    )
    assert not audited(text).rounds


@pytest.mark.parametrize(
    "lead",
    [
        "## Community Fund\nCommunity Fund grants of {sum} were approved in July.\nThe grants were:",
        "# Decision notice: Community Fund grants of {sum}\nThe grants are listed below.",
    ],
)
def test_a_funds_grants_are_no_grant_to_the_fund(lead: str) -> None:
    """“Community Fund grants of £9,000” says what the list comes to; the fund gets nothing."""
    text = f"{lead.format(sum='£9,000')}{FIRST}"
    assert _grants(text) == [2]
    assert not messages(text)


@pytest.mark.parametrize("before", [True, False])
def test_bullets_that_sum_up_the_lists_by_fund_are_no_grants(*, before: bool) -> None:
    """“Community Fund: £9,000”, “Innovation Fund: £5,000” beside the lists of those very funds count nothing twice."""
    summary = "- Community Fund: £9,000\n- Innovation Fund: £5,000\n- Total: £14,000\n"
    lists = f"### Community Fund{FIRST}### Innovation Fund{SECOND}"
    parts = (f"## Summary\n{summary}", f"## Grants\nThe following grants were awarded:\n{lists}")
    text = "# Update to the Panel\n" + "".join(parts if before else reversed(parts))
    assert sum(_grants(text)) == 4
    assert not messages(text)


@pytest.mark.parametrize(
    "line",
    ["Guides – total £500", "East: two grants, £9,000", "# East – two grants totalling £9,000", "Number of grants: 2", "Two grants, £9,000"],
)  # fmt: skip
def test_thousands_of_such_lines_are_read_in_seconds(line: str) -> None:
    """A paper of nothing but totals takes no longer than any other."""
    text = f"{TOP}{FIRST}" + f"{line}\n" * (100_000 // len(line))
    begun = time.monotonic()
    audited(text)
    assert time.monotonic() - begun < 20


def test_the_price_of_a_magazine_is_no_total() -> None:
    """“November 2025 60p where sold” at the head of a paper says nothing of what was given."""
    text = (
        "# Village News\n\n## November 2025 60p where sold\n\nThe Commissioner awarded these grants:\n\n"
        "- Elm Club – £900\n- Oak Hall – £700\n- Ash Mind – £400\n"
    )
    found = audit(read_paper(text.encode(), "paper.md"))
    assert not found.findings
    assert all(claim.verdict.value == "agrees" for one in found.rounds for claim in one.claims)
