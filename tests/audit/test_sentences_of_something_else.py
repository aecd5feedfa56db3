"""Sentences beside a list that speak of something else than the list: they accuse nobody, and a wrong figure of the list is still found."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

LEAD = "The Commissioner awarded £20,000 to four projects in June:\n\n"
GRANTS = (
    ("Courcy Scouts", "boxing", "£5,500"),
    ("Framley Mind", "therapy", "£3,000"),
    ("Framley Academy", "music", "£9,500"),
    ("Boxall Hospice", "marshals", "£2,000"),
)
ITEMS = "".join(f"- {who} – {what} – {sum_}\n" for who, what, sum_ in GRANTS)
PARAGRAPHS = "\n\n".join(f"{who}: {what}: {sum_}" for who, what, sum_ in GRANTS) + "\n"
RECORDS = "\n\n".join(f"{who}\nPurpose: {what}\nAmount: {sum_}" for who, what, sum_ in GRANTS) + "\n"
NUMBERED = "\n\n".join(f"{at}. {who} – {what}. Grant: {sum_}" for at, (who, what, sum_) in enumerate(GRANTS, 1)) + "\n"
TOLD = "\n\n".join(f"{who} runs {what} for 57 people. It has been awarded {sum_}." for who, what, sum_ in GRANTS) + "\n"
STRANDS = (
    "Across both funds £20,450 was awarded:\n\nCommunity Fund\n\n- Elm Club – £5,500\n- Oak Club – £3,000\n\n"
    "Rural Crime Fund\n\n- Ash Club – £9,500\n- Yew Club – £2,000\n"
)


def accusations(text: str) -> list[str]:
    """Return what the audit of a text file warns of."""
    found = audit(read_paper(text.encode(), "paper.txt")).findings
    return [one.message for one in found if one.code.startswith("G2") and one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "remark",
    [
        "A year ago £20,450 was awarded to four groups.",
        "Twelve months ago £20,450 was awarded to four groups.",
        "The year before, £20,450 was awarded to four groups.",
        "In the previous round £20,450 was awarded to four groups.",
        "In the corresponding period the fund awarded £20,450 to four projects.",
        "Under the former Commissioner, £20,450 was awarded to four groups.",
        "Before that, £20,450 was awarded to four groups.",
        "Back in 2019, £20,450 was awarded to four groups.",
        "Under a different scheme, £20,450 was awarded to four groups.",
        "Across all schemes four grants were made in the year, worth £20,450.",
        "Across all of our grant schemes, four awards were made, totalling £20,450.",
        "Across the three funds £20,450 was awarded.",
        "Taking all our funds together, £20,450 was awarded in the year.",
        "Between them, our four funds awarded £20,450.",
        "With the Rural Crime Fund, the total comes to £20,450.",
        "Including the Rural Crime Fund, the total comes to £20,450.",
        "Amount paid: £11,250. Amount outstanding: £8,750.",
    ],
)
@pytest.mark.parametrize("listed", [ITEMS, PARAGRAPHS, RECORDS, TOLD], ids=["items", "paragraphs", "records", "told"])
def test_a_sentence_behind_a_list_that_tells_of_something_else_is_not_held_against_it(remark: str, listed: str) -> None:
    """Another time, another fund, all funds, or what has been paid: however near the sum, it is none of the list."""
    assert accusations(f"The following grants were made:\n\n{listed}\n{remark}\n") == []
    assert accusations(f"{LEAD}{listed}\n{remark}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Separately, the PCC gave £20,450 to four projects through the Rural Crime Fund.",
        "In addition, the Rural Crime Fund gave £20,450 to four projects.",
        "Elsewhere, £20,450 was awarded to four projects from the Rural Crime Fund.",
        "Outside the fund, £20,450 was awarded to four projects.",
        "Meanwhile, £20,450 was awarded to four groups through the Rural Crime Fund.",
        "A year ago £20,450 was awarded to four groups.",
        "Back in 2019, £20,450 was awarded to four groups.",
        "With the Rural Crime Fund, the total comes to £20,450.",
        "Taking all our funds together, £20,450 was awarded in the year.",
        "The projects attract match funding of £6,300, giving a total investment of £26,300.",
    ],
)
@pytest.mark.parametrize("listed", [ITEMS, TOLD], ids=["items", "told"])
def test_a_sentence_in_front_of_the_lead_that_tells_of_something_else_is_not_held_against_the_list(
    sentence: str, listed: str
) -> None:
    """The sentence that leads to the list stands behind it, in the same paragraph or the next."""
    for lead in ("Four projects were successful:", "The following grants were made:"):
        assert accusations(f"{sentence} {lead}\n\n{listed}") == []
        assert accusations(f"{sentence}\n\n{lead}\n\n{listed}") == []


@pytest.mark.parametrize(
    "paper",
    [
        f"A year ago £20,450 was awarded to four groups:\n\n{ITEMS}",
        f"Separately, the PCC gave £20,450 to four projects through the Rural Crime Fund.\n\n{ITEMS}",
        f"Separately, the PCC gave £20,450 to four projects through the Rural Crime Fund. They are:\n\n{ITEMS}",
        f"In addition, the Rural Crime Fund gave £20,450 to four projects. Four Rural Crime Fund grants were made:\n\n{ITEMS}",
        f"The following grants were made:\n\n{ITEMS}\nAcross all four schemes, £20,450 was awarded.\n",
        f"The following grants were made:\n\n{ITEMS}\nIn all, £20,450 was awarded.\n",
        STRANDS,
    ],
    ids=["leads", "alone", "goes on", "same fund", "as many schemes", "in all", "strands"],
)
def test_the_same_words_where_they_are_of_the_list_are_still_held_against_it(paper: str) -> None:
    """A sentence that leads to the list, or goes on with it, tells of that list whatever time or fund it names."""
    assert any("£20,450" in one for one in accusations(paper))


@pytest.mark.parametrize(
    "sentence",
    ["Three complaints against the Commissioner were received.", "Three questions were received and answered."],
)
def test_a_number_of_things_that_came_in_counts_no_grants(sentence: str) -> None:
    """“Three complaints were received” above four grants told paragraph by paragraph is right."""
    lead = "Four applications were successful and were awarded a combined £20,000:"
    assert accusations(f"{sentence}\n\n{lead}\n\n{TOLD}") == []
    wrong = accusations(f"{sentence}\n\nFive projects were successful, sharing £20,000:\n\n{TOLD}")
    assert any("five projects" in one for one in wrong)


def test_what_has_been_paid_of_another_list_is_not_held_against_the_next() -> None:
    """“All twelve have signed and £56,500 has been paid” in front of what leads to grants of £65,500."""
    listed = "Elm Club – £14,000; Oak Club – £26,000; Ash Club – £12,000; and Yew Hospice – £13,500.\n"
    lead = "A sum of approximately £66,000 was shared by four recipients:\n\n"
    paid = "All twelve groups have signed their agreements and £56,500 has been paid.\n\n"
    assert accusations(f"{paid}{lead}{listed}") == []
    assert any(
        "£56,500" in one for one in accusations(f"The sum of £56,500 was shared by four recipients:\n\n{listed}")
    )


def test_a_budget_is_no_total_of_a_list_for_having_its_digits() -> None:
    """“This is £4,500 under the budget of £65,075.72” beside grants of £60,575.72; the same sum as what groups share is a slip."""
    listed = (
        "The following grants were made:\n\n- Elm Club, £11,404.22\n- Oak Club, £18,132.13\n- Ash Club, £31,039.37\n\n"
    )
    assert accusations(f"{listed}This is £4,500 under the budget of £65,075.72.\n") == []
    assert accusations(f"{listed}The three groups share £65,075.72.\n") != []


REMARKS = [
    "Payments to date: £11,250. Outstanding: £8,750.",
    "The largest grant, £9,500, went to Framley Academy.",
    "The smallest award, £2,000, was to Boxall Hospice.",
    "Courcy Scouts will spend £1,300 on staff.",
    "Courcy Scouts will use £1,200 of this for kit.",
    "Courcy Scouts will be paid £2,750 now and £2,750 in March.",
    "Framley Mind had asked for £7,000.",
    "Boxall Hospice plans to spend £800 on signs.",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_what_is_said_of_a_listed_body_behind_the_list_is_no_grant_more(remark: str) -> None:
    """Behind items, plain paragraphs, records, and as the next numbered paragraph."""
    for listed in (ITEMS, PARAGRAPHS, RECORDS, NUMBERED):
        assert accusations(f"{LEAD}{listed}\n{remark}\n") == []
    assert accusations(f"1. {LEAD}{NUMBERED}\n2. {remark}\n") == []


@pytest.mark.parametrize("remark", REMARKS)
def test_a_wrong_total_is_still_found_where_such_a_remark_follows(remark: str) -> None:
    """The lines are added up without the remark."""
    for listed in (ITEMS, PARAGRAPHS, RECORDS, NUMBERED):
        paper = f"{LEAD.replace('£20,000', '£20,450')}{listed}\n{remark}\n"
        assert any("£20,450" in one and "£20,000" in one for one in accusations(paper)), listed


def test_a_line_that_lost_its_bullet_is_still_a_line_where_its_body_is_new() -> None:
    """“Elm Youth Club – tents – £500” closes the list; a body that the list has already is only told of."""
    lead = LEAD.replace("£20,000 to four", "£20,500 to five")
    assert accusations(f"{lead}{ITEMS}Elm Youth Club – tents – £500\n") == []


def test_a_table_of_blanks_with_the_amounts_first_is_read_whole() -> None:
    """The longest sum leaves three blanks to the name beside it, and the table begins there none the less."""
    rows = (
        "£17,077   Barchester Women's Aid\n"
        "£11,977   Barchester Neighbourhood Watch\n"
        "£6,939    Barchester Learning Partnership\n"
        "£6,625    Barchester Mind\n"
        "£3,875    Hogglestock Mind\n"
    )
    lead = "The PCC awarded {total} to five projects in February:\n\nValue     Group\n"
    assert accusations(lead.format(total="£46,493") + rows) == []
    assert any("£46,943" in one for one in accusations(lead.format(total="£46,943") + rows))


def test_the_name_of_the_next_part_is_none_of_the_total_above_it() -> None:
    """“Barchester” beneath “Total Hogglestock” begins the next part; a name that fills its cell still runs on."""
    table = (
        "Organisation                        Amount\n"
        "Hogglestock\n"
        "Hogglestock Rugby Club              £18,294.25\n"
        "Hogglestock Scouts                  £19,440.39\n"
        "Total Hogglestock                   {total}\n"
        "Barchester\n"
        "Barchester Rugby Club               £15,728.86\n"
        "Barchester Residents' Association   £11,790.83\n"
        "Sub-total                           £27,519.69\n"
        "Courcy\n"
        "Courcy Academy                      £13,008.33\n"
        "Sub-total                           £13,008.33\n"
        "Total                               £78,262.66\n"
    )
    assert accusations("Funding\n\n" + table.format(total="£37,734.64")) == []
    assert any("£37,774.64" in one for one in accusations("Funding\n\n" + table.format(total="£37,774.64")))


def test_the_name_of_a_part_is_none_of_the_name_above_it() -> None:
    """“Courcy” over “Courcy Academy” heads it, though the long name above may run on."""
    table = (
        "Organisation                        Amount\n"
        "Hogglestock\n"
        "Hogglestock Rugby Club              £18,000\n"
        "Hogglestock Residents' Association  £19,000\n"
        "Courcy\n"
        "Courcy Academy                      £13,000\n"
        "Courcy Learning Partnership         £10,000\n"
    )
    lines = audit(read_paper(f"The following grants were made:\n\n{table}".encode(), "paper.txt")).rounds[0].lines
    assert [line.award.recipient for line in lines] == [
        "Hogglestock Rugby Club",
        "Hogglestock Residents' Association",
        "Courcy Academy",
        "Courcy Learning Partnership",
    ]
