"""Totals and counts in summaries, decisions, headings and behind tables of years: what is of the list, and what is of others."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LINES = """Ladder Youth Trust: mentoring in schools - £28,500
Veld Detached: street-based youth work - £31,250
Kiln Row Association: boxing and homework club - £9,860
Second Half Foundation: football mentoring - £17,400
Open Gate Family Support: parents of missing children - £22,975
"""
APPENDIX = """Appendix A

No.	Organisation	Score	Grant
1	Amal Project	84	£19,200
2	Greyfell Support	81	£16,850
3	The Listening Barn	80	£22,500
4	Moorside Survivors	77	£14,975
5	Ribbon Road Refuge	75	£25,000
6	Together after Fraud	71	£11,340
	Total		£109,865
"""
ITEMS = """(a) Thornbury Road Youth Club, £4,200, towards a worker;
(b) Oakmoor Rape Crisis, £9,750, towards its helpline;
(c) Holm Farm Residents, £1,365, for fencing;
(d) Wheels for Work, £6,480, for mopeds; and
(e) Sharrow Bowls Club, £890, for an alarm.
"""
YEARS = """| Project | 2023/24 (£) | 2024/25 (£) |
|---|---|---|
| Gate to Work | 38,000 | 39,900 |
| Colnbridge Housing First | 52,500 | 55,125 |
| Women's Centre at Hythe | 44,750 | 44,750 |
| Arts on the Wing | 12,600 | 9,450 |
| Veterans' Mentors | 17,200 | 19,780 |
"""
PROJECTS = """- Alderway Gym – membership – £4,600
- Barrowdene Association – cycling – £2,375
- Dene Riders – vests – £540
- Ings Church – warm space – £1,900
- Newbold Juniors – floodlights – £5,000
- Reach Out – youth work – £4,950
"""
ROUND = """| Group | What for | Awarded |
|---|---|---|
| Dunsey Club | Gym mats | £3,640 |
| Fenside Watch | Cameras | £2,150 |
| Little Brack Hall | CCTV | £4,985 |
| Muddy Boots School | Sessions | £6,000 |
| Rosewater Group | Courses | £5,270 |
| The Hub at Stow | Café | £5,925 |
| **Total** | | **£27,970** |
"""


def _accused(text: str, name: str = "paper.txt") -> list[str]:
    """Return the sentences that accuse a figure of a paper."""
    return [one.message for one in audit(read_paper(text.encode(), name)).findings if one.code.startswith("G2")]


def _agreeing(text: str, name: str = "paper.txt") -> list[str]:
    """Return the figures of a paper that are said to agree."""
    rounds = audit(read_paper(text.encode(), name)).rounds
    return [claim.text for one in rounds for claim in one.claims if claim.verdict.value == "agrees"]


def _notice(summary: str, title: str = "Title: Early Intervention Fund - awards 2024/25") -> str:
    return (
        f"DECISION NOTICE\n\n{title}\nDate of decision: 22 May 2024\n\n1. Executive summary\n\n1.1 {summary}\n\n2. Background\n\n"
        f"2.1 The Fund was set up in 2021.\n\n3. Awards\n\n{LINES}\n\n4. Equality\n\n4.1 No adverse effects were found.\n"
    )


def _decision(text: str) -> str:
    about = "The Victims' Fund is for organisations whose income is below £250,000."
    return f"Decision Record\n\nDecision\n\n{text}\n\nBackground\n\n{about}\n\nFinance\n\nNo VAT arises.\n\n{APPENDIX}"


def _minutes(lead: str) -> str:
    return f"POLICE AND CRIME PANEL\n\nMinutes of 10 October 2024\n\n26. COMMUNITY GRANTS\n{lead}\n\n{ITEMS}\n\n27. COMPLAINTS\nNone.\n"


def _page(heading: str, told: str = "In the winter round the Commissioner has awarded £19,365.", end: str = "") -> str:
    return f"# {heading}\n\n{told}\n\n## The successful projects\n\n{PROJECTS}\n\n## What happens next\n\nReports are due. {end}\n"


def _years(behind: str) -> str:
    head = "# Reducing Reoffending Fund: report to the Board\n\nThis paper asks the Board to note the sums."
    return f"{head}\n\n## Projects\n\n{YEARS}\n{behind}\n\n## Budget\n\nThe Board's whole budget is £1.46m.\n"


def _results(told: str) -> str:
    return f"# Community Fund: results of round 2, 2024/25\n\nFour rounds are held.\n\n{told}\n\n{ROUND}\n\nThat leaves £4,030.\n"


@pytest.mark.parametrize(
    "title", ["Title: Early Intervention Fund - awards 2024/25", "Early Intervention Fund - awards 2024/25"]
)
def test_a_stale_total_of_a_summary_is_found_where_a_line_at_the_top_names_its_fund(title: str) -> None:
    """The fund is named in the line that says what the paper is about, which is no heading."""
    summary = (
        "The Commissioner has approved funding of £113,985 to five organisations from the Early Intervention Fund."
    )
    assert len(_accused(_notice(summary, title))) == 1
    assert _accused(_notice(summary.replace("113", "109"), title)) == []


@pytest.mark.parametrize(
    "summary",
    [
        "In 2023/24 the Commissioner approved funding of £113,985 to five organisations from the Early Intervention Fund.",
        "The Commissioner has approved funding of £113,985 to five organisations from the Rural Crime Fund.",
        "The Home Office has approved funding of £113,985 to five organisations in the county.",
        "Five organisations asked for £113,985 from the Early Intervention Fund.",
        "An earlier draft of this notice gave £113,985 to five organisations from the Early Intervention Fund.",
    ],
)
def test_a_summary_of_other_money_accuses_nobody(summary: str) -> None:
    """Last year's total, another fund's, another giver's, what was asked for, what a draft said."""
    assert _accused(_notice(summary)) == []


@pytest.mark.parametrize(
    "text",
    [
        "To approve grants for the year from 1 April 2025, £119,865 altogether, to the six organisations in Appendix A.",
        "I approve grants totalling £119,865 to the six organisations listed in Appendix A.",
        "That £119,865 be awarded to the six organisations named in Appendix A for the year from 1 April 2025.",
    ],
)
def test_a_sum_for_as_many_as_an_appendix_lists_is_held_against_it(text: str) -> None:
    """The number of the lines and the appendix that it points to leave no other list to be meant."""
    assert len(_accused(_decision(text))) == 1
    assert _accused(_decision(text.replace("119,865", "109,865"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "To set aside £119,865 for grants to the six organisations in Appendix A.",
        "To note that £119,865 has been awarded so far to the six organisations in Appendix A.",
        "In 2024/25 £119,865 was awarded to the six organisations in Appendix A.",
        "The six organisations in Appendix A asked for £119,865 in grants.",
        "The six organisations in Appendix A were awarded £119,865 by the Lottery.",
        "Grants to the six organisations in Appendix A were £119,865 in the original draft.",
        "To approve a budget of £119,865 for the six organisations in Appendix A.",
    ],
)
def test_other_money_for_those_of_an_appendix_accuses_nobody(text: str) -> None:
    """What was set aside, given so far, in another year, by others, asked for, in a draft, is no total of the list."""
    assert _accused(_decision(text)) == []


@pytest.mark.parametrize(
    "lead",
    [
        "The Commissioner reported that she had since July made six grants, to a total of £22,685. They were:",
        "The Commissioner said that since the last meeting she had made six grants from the Fund. They were:",
        "Six awards had been made since the Panel last met, amounting to £22,685. These were:",
    ],
)
def test_a_number_made_since_a_month_counts_those_it_leads_to(lead: str) -> None:
    """Since when they were made parts them from no others, where “They were:” leads to them."""
    assert any("six" in one for one in _accused(_minutes(lead)))
    assert _accused(_minutes(lead.replace("six", "five").replace("Six", "Five"))) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Since 2021 six grants had been made to youth clubs. The latest were:",
        "Since July six grants had been made. Those made in September were:",
        "She had since July made six grants, of which one had been handed back. The others were:",
        "Since the last meeting six grants had been made; the five from the Community Action Fund were:",
    ],
)
def test_a_running_number_of_which_some_are_listed_accuses_nobody(lead: str) -> None:
    """More were made than the lines beneath, and the words that lead to those say so."""
    assert _accused(_minutes(lead)) == []


@pytest.mark.parametrize(
    "heading", ["Winter round 2024: 7 projects funded", "Seven community projects funded in winter round"]
)
def test_a_number_in_the_heading_of_a_page_is_held_against_its_only_list(heading: str) -> None:
    """The heading over a page says how many are listed under another heading further down."""
    for page in (_page(heading), "Home > Grants\n\n" + _page(heading)):
        assert len(_accused(page, "page.md")) == 1
    right = heading.replace("7", "6").replace("Seven", "Six")
    assert _accused(_page(right), "page.md") == []


@pytest.mark.parametrize(
    "page",
    [
        _page("Summer round 2024: 7 projects funded"),
        _page("7 projects funded since 2019"),
        _page("Community Fund: 7 projects in the running"),
        _page("Barrowdene Fund: more than 7 projects funded"),
        _page(
            "7 projects funded",
            told="Seven projects were funded in two rounds. In the winter round £19,365 was awarded.",
        ),
        _page("7 projects funded", told="One has since withdrawn. In the winter round £19,365 was awarded."),
        _page("7 projects funded", end="A seventh project was funded later."),
        _page("7 projects funded in 2023", told="This page is about 2024. The Commissioner has awarded £19,365."),
    ],
)
def test_a_number_in_a_heading_that_may_be_of_others_accuses_nobody(page: str) -> None:
    """Another season's, all since a year, those of two rounds, one that left: they are not those of the list."""
    assert _accused(page, "page.md") == []


@pytest.mark.parametrize(
    "behind",
    [
        "The funding for the five projects in 2024/25 comes to £165,050.",
        "In 2024/25 the five projects were awarded £165,050.",
        "The funding for the five projects in 2024/25 comes to £196,005.",
    ],
)
def test_a_table_of_projects_by_year_is_read_where_it_is_summed_up_behind(behind: str) -> None:
    """No word over the table speaks of grants; the sentence behind it says how many were funded, and names one year."""
    assert len(_accused(_years(behind), "paper.md")) == 1
    right = behind.replace("£165,050", "£169,005").replace("£196,005", "£169,005")
    assert _accused(_years(right), "paper.md") == []
    assert "£169,005" in _agreeing(_years(right), "paper.md")


@pytest.mark.parametrize(
    "behind",
    [
        "The funding for the five projects in 2023/24 came to £165,050.",
        "The funding for the five projects in 2022/23 came to £160,000.",
        "The five projects raised £170,050 of their own in 2024/25.",
        "The cost of the five projects in 2024/25 comes to £185,050.",
        "The council's funding for the five projects in 2024/25 comes to £165,300.",
        "In 2024/25 the five projects asked for £185,050 of funding.",
    ],
)
def test_other_sums_behind_a_table_by_year_accuse_nobody(behind: str) -> None:
    """Another year, what they cost, raised or asked for, what the council gives, is no column of the table."""
    assert _accused(_years(behind), "paper.md") == []


def test_how_many_bids_were_met_counts_the_table_though_money_is_told_of_behind_it() -> None:
    """“… has agreed to fund six of them. We were asked for £81,415.”, right above the table."""
    told = "We had 19 applications. The Commissioner has agreed to fund {} of them. We were asked for £81,415; there was £32,000 to give."
    assert len(_accused(_results(told.format("seven")), "paper.md")) == 1
    assert "six grants" in _agreeing(_results(told.format("six")), "paper.md")


@pytest.mark.parametrize(
    "told",
    [
        "In round 1 we had 19 applications. The Commissioner funded seven of them. We were asked for £81,415.",
        "We had 19 applications. The Commissioner has agreed to fund seven of them. One has since closed down.",
        "Nineteen clubs applied. The council helped seven of them with the forms. We were asked for £81,415.",
        "Last year the Commissioner funded seven of them. We were asked for £81,415.",
        "Last year we had 19 applications. The Commissioner funded seven of them. We were asked for £81,415.",
    ],
)
def test_bids_met_in_another_round_accuse_nobody(told: str) -> None:
    """Another round's, or last year's, those that were helped to apply, and one that came to nothing."""
    assert _accused(_results(told), "paper.md") == []


@pytest.mark.parametrize(
    "lead", ["Five projects, costing £26,855, were supported:", "Five projects (£26,855) were supported:"]
)
def test_number_and_sum_that_lead_to_a_list_are_both_said_to_be_wrong(lead: str) -> None:
    """A line was left out: the number shows it as well as the sum."""
    items = "- Market Traders, shutters, £9,600\n- Town Council, CCTV, £7,375\n- Riverbank Rangers, paths, £3,180\n- Old Mill Arts, mural, £2,450"
    paper = f"SHARED PROSPERITY FUND\n\n5. {lead}\n\n{items}\n\n6. The subway has been closed.\n"
    assert "five projects" in " ".join(_accused(paper))
    assert "£26,855" in " ".join(_accused(paper))
    assert _accused(paper.replace("Five", "Four").replace("26,855", "22,605")) == []
