"""Sums and numbers told away from their list, of which a number says where that stands: “the grants listed at paragraph 6”."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers_in_word import word_file

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.words.references import references_in
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

FIVE = (
    "L0| Alder Hall – £2,400 – lights\nL0| Birch Scouts – £1,950 – tents\nL0| Cedar Youth – £3,300 – a worker\n"
    "L0| Damson Club – £1,100 – kit\nL0| Elm Trust – £2,700 – a van\n"
)
"""Five grants, £11,450."""
THREE = "L0| Oak Hall – £1,400 – lights\nL0| Pine Scouts – £1,250 – tents\nL0| Quince Youth – £3,200 – a worker\n"
"""Three grants, £5,850."""
PARAGRAPHS = (
    "T| Report\nH1| Recommendation\nN0| {0}\nN0| That the Panel note the rest.\nH1| Grants\nN0| The scheme began in 2014.\n"
    "N0| It is recommended that these be funded:\n" + FIVE + "N0| The young people's panel supports:\n" + THREE
)
"""The five stand at paragraph 4, the three at paragraph 5."""
TABLES = (
    "T| Report\nH1| Summary\nP| {0}\nH1| Background\nP| The scheme began in 2014.\nH1| Grants\nP| Table 1: Spring awards\nTABLE| header\n| Group | Purpose | Amount |\n"
    "| Alder Hall | lights | £2,400 |\n| Birch Scouts | tents | £1,950 |\n| Cedar Youth | a worker | £3,300 |\n"
    "| Damson Club | kit | £1,100 |\n| Elm Trust | a van | £2,700 |\n\nP| Table 2: Summer awards\nTABLE| header\n"
    "| Group | Purpose | Amount |\n| Oak Hall | lights | £1,400 |\n| Pine Scouts | tents | £1,250 |\n| Quince Youth | a worker | £3,200 |\n"
)
APPENDICES = (
    "T| Report\nH1| Summary\nP| {0}\nH1| Appendix A: Community grants\n"
    + FIVE
    + "H1| Appendix B – Youth grants\n"
    + THREE
)
SECTIONS = (
    "T| Report\nH1| 1. Recommendations\nP| 1.1 {0}\nH1| 2. Background\nP| 2.1 The scheme began in 2014.\nH1| 3. Grants\n"
    "P| 3.1 The panel met on 4 May and supports:\n" + FIVE + "H1| 4. Youth\nP| 4.1 The youth panel supports:\n" + THREE
)
TOLD = (
    (PARAGRAPHS, "That the Commissioner approve the five grants listed at paragraph 4, amounting to {0}."),
    (PARAGRAPHS, "To agree a total of {0} for the grants set out in paragraph 4."),
    (PARAGRAPHS, "The grants set out at 4 below come to {0} and will be met from the fund."),
    (PARAGRAPHS, "That the allocations in para 4, totalling {0}, be approved."),
    (TABLES, "The awards listed in Table 1 were made at a total cost of {0}."),
    (
        TABLES,
        "Table 1 shows the awards made in the spring, which come to {0}, and Table 2 those of summer, worth £5,850.",
    ),
    (TABLES, "The Commissioner is asked to approve {0} for the five grants listed in Table 1."),
    (APPENDICES, "The five grants in Appendix A total {0}."),
    (APPENDICES, "A sum of {0} will be spent on the awards at Appendix A."),
    (SECTIONS, "That the five grants set out in section 3, at a total cost of {0}, be approved."),
    (SECTIONS, "That the five allocations in paragraph 3.1, totalling {0}, be approved."),
)
INNOCENT = (
    "That a budget of £12,000 for the grants listed at paragraph 4 be agreed.",
    "That up to £12,000 be spent on the grants at paragraph 4.",
    "That the four larger grants listed at paragraph 4, worth £10,350, be paid at once.",
    "That three of the grants listed at paragraph 4, worth £8,650, be paid at once.",
    "The grants listed at paragraph 4, and £600 for a launch, come to £12,050.",
    "The grants listed at paragraph 4 come to £12,050 with the launch.",
    "The grants at paragraph 4 cost £12,050 with VAT.",
    "Once the grants at paragraph 4 are paid £12,550 will have been given.",
    "The five groups named in paragraph 4 of the report of 3 March got £11,000.",
    "Five grants of £11,000 were made under section 4 of the 2011 Act.",
    "The grants at paragraph 4 had asked for £12,050.",
    "The groups listed at paragraph 4 will put £9,000 of their own to the grants.",
    "The grants in paragraph 4 are part of £13,450 given to six groups since April.",
    "The grants at paragraph 4 came to £9,750 in the draft.",
    "The awards at paragraph 4 to clubs come to £9,050.",
    "The grants for equipment at paragraph 4 come to £9,050.",
    "Equipment makes up £9,050 of the awards at paragraph 4.",
    "The awards at paragraph 4 leave £8,550.",
    "The grants at paragraphs 4 and 5 come to £17,300.",
    "The grants at paragraphs 4 to 5 come to £17,300.",
    "The grants at paragraph 4, without the van, come to £8,750.",
    "The six groups at paragraph 4 were invited to bid.",
    "In paragraph 4 the six strategic aims are set out.",
    "Grants of £11,000 were made last year (see paragraph 4).",
)


def audited(text: str) -> Audited:
    """Return the audit of a Word file."""
    return audit(read_paper(word_file(text), "paper.docx"))


def warned(text: str) -> list[str]:
    """Return what a clerk is warned of."""
    return [one.message for one in audited(text).findings if one.severity is Severity.WARNING]


@pytest.mark.parametrize(("paper", "said"), TOLD)
def test_a_sum_is_held_against_the_list_that_its_sentence_points_to(paper: str, said: str) -> None:
    """A recommendation pages before the list, with a sum left over from before a change, is told; the right sum is said to agree."""
    (told,) = warned(paper.format(said.format("£12,650")))
    assert "£12,650" in told
    assert "£11,450" in told
    right = paper.format(said.format("£11,450"))
    assert warned(right) == []
    assert any("£11,450" in claim.text and claim.verdict.is_sound for claim in audited(right).rounds[0].claims)


@pytest.mark.parametrize("number", ["Six", "Four"])
def test_a_number_is_held_against_the_list_that_its_sentence_points_to(number: str) -> None:
    """Of two tables the one that is named has five lines: “six awards” and “four awards” of it are wrong, “five” is right."""
    assert warned(TABLES.format("The five awards listed in Table 1 have been paid.")) == []
    (told,) = warned(TABLES.format(f"The {number.lower()} awards listed in Table 1 have been paid."))
    assert number.lower() in told.casefold()


@pytest.mark.parametrize("said", INNOCENT)
def test_other_money_beside_a_place_is_not_held_against_its_list(said: str) -> None:
    """Budgets, parts, other papers, other days, and sums that take in more are no totals of the list at that place."""
    assert warned(PARAGRAPHS.format(said)) == []


def test_a_place_that_holds_two_lists_is_that_of_neither() -> None:
    """A section with two lists is named: its total may be of both, and is held against neither."""
    paper = SECTIONS.replace(
        "H1| 4. Youth\nP| 4.1 The youth panel supports:", "P| 3.2 The youth panel, on 9 June, supports:"
    )
    assert warned(paper.format("The grants in section 3 total £11,950.")) == []


def test_a_place_whose_number_is_given_twice_is_not_known() -> None:
    """Paragraphs that are numbered from 1 in two parts of a paper: “Table 1” of both is that of neither."""
    paper = TABLES.replace("Table 2: Summer", "Table 1: Summer")
    assert warned(paper.format("The awards listed in Table 1 come to £12,650.")) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("the grants listed at paragraph 6", [("paragraph", ("6",))]),
        ("paragraphs 6 to 8 and section 3.2", [("paragraph", ("6", "7", "8")), ("paragraph", ("3.2",))]),
        ("set out at 6 below", [("paragraph", ("6",))]),
        ("see Table 1 and Appendix A", [("table", ("1",)), ("appendix", ("A",))]),
        ("paragraph 6 of the report of 3 March", []),
        ("section 9 of the 2011 Act", []),
        ("under section 9 grants were made", []),
        ("set out at 6 o'clock", []),
    ],
)
def test_places_of_this_paper_are_told_from_those_of_others(
    text: str, labels: list[tuple[str, tuple[str, ...]]]
) -> None:
    """A place named in a sentence is one of this paper, unless it is said to be of an Act or another report."""
    assert [(one.kind, one.labels) for one in references_in(text)] == labels
