"""What is a line of a list and what is a remark behind it, a row of all, or a list of bodies under words of spending."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.pieces.pieces import pieces_of
from pcp_reports.findings import Severity
from pcp_reports.judging import Verdict
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

LEAD = "The Commissioner awarded {} to four projects in June:"
PARAGRAPHS = (
    "Courcy Scouts (£5,500) – boxing sessions",
    "Framley Mind (£3,000) – court support",
    "Framley Academy (£9,500) – music workshops",
    "Boxall Hospice (£2,000) – taxi marshals",
)
REFERENCES = (
    "CF101 Courcy Scouts, boxing sessions, £5,500",
    "CF102 Framley Mind, court support, £3,000",
    "CF103 Framley Academy, music workshops, £9,500",
    "CF104 Boxall Hospice, taxi marshals, £2,000",
)
SENTENCES = (
    "Courcy Scouts was awarded £5,500 to provide boxing sessions",
    "Framley Mind was awarded £3,000 to provide court support",
    "Framley Academy was awarded £9,500 to provide music workshops",
    "Boxall Hospice was awarded £2,000 to provide taxi marshals",
)
RUN_ON = ("Courcy Scouts – £5,500; Framley Mind – £3,000; Framley Academy – £9,500; and Boxall Hospice – £2,000.",)
REMARKS = (
    "Separately, £14,000 was given to the Road Safety Fund.",
    "Courcy Scouts also received £14,000 from the Road Safety Fund.",
    "Not counting Courcy Scouts, the awards total £14,500.",
    "Payments to date: £10,000. Outstanding: £10,000.",
    "The first instalments, £10,000 in total, have been paid; £10,000 will be paid on receipt of monitoring reports.",
    "Year to date: £52,000. Previous quarters: £32,000. This quarter: £20,000.",
    "The largest grant, £9,500, went to Framley Academy.",
    "The awards to Courcy Scouts and Framley Mind come to £8,500.",
)
TABLE = """The Commissioner awarded £20,000 to four projects in June:

| Group | Project | Award |
| Courcy Scouts | boxing sessions | £5,500 |
| Framley Mind | court support | £3,000 |
| Framley Academy | music workshops | £9,500 |
| Boxall Hospice | taxi marshals | £2,000 |
{}
"""
BULLETS = "\n- Courcy Scouts – £5,500\n- Framley Mind – £3,000\n- Framley Academy – {}\n- Boxall Hospice – £2,000\n"
SPENT = (
    "Spend in June came to £20,000, on four projects:",
    "The Commissioner approved expenditure of £20,000 from the Community Fund on:",
    "From a budget of £35,000, £20,000 has been committed to four projects, which leaves £15,000 to be allocated:",
    "The PCC commissions four services at an annual cost of £20,000:",
)
OF_ANYTHING = (
    "£20,000 has been spent:",
    "£20,000 was spent on:",
    "Expenditure of £20,000 was authorised in respect of:",
)
"""Leads that say neither to whom nor out of which fund: only what their lines say can make these grants."""


def _audited(text: str, name: str = "paper.txt") -> Audited:
    return audit(read_paper(text.encode(), name))


def _wrong(one: Audited) -> list[str]:
    return [
        found.message for found in one.findings if found.code.startswith("G2") and found.severity is not Severity.NOTE
    ]


def _recipients(one: Audited) -> list[list[str]]:
    return [[line.award.recipient for line in found.lines] for found in one.rounds]


def _paper(lines: tuple[str, ...], behind: str, total: str = "£20,000", *, numbered: bool = False) -> str:
    first, second = ("1. ", "2. ") if numbered else ("", "")
    return "\n\n".join([first + LEAD.format(total), *lines, second + behind]) + "\n"


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("lines", [PARAGRAPHS, REFERENCES, SENTENCES, RUN_ON])
@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
def test_a_remark_behind_a_list_of_paragraphs_is_no_line_of_it(
    remark: str, lines: tuple[str, ...], numbered: bool, name: str
) -> None:
    """A sentence behind the list about it, or about other money, leaves a right total right."""
    assert _wrong(_audited(_paper(lines, remark, numbered=numbered), name)) == []


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("numbered", [False, True])
def test_a_wrong_total_is_found_with_a_remark_behind_the_list(remark: str, numbered: bool) -> None:
    """A total that is wrong of the list is found whatever sentence stands behind it."""
    found = _audited(_paper(PARAGRAPHS, remark, "£20,900", numbered=numbered))
    assert any("£20,900" in message for message in _wrong(found))


def test_a_sentence_that_the_total_counts_stays_a_line() -> None:
    """A last grant told in a sentence is one of the list where the total takes it in, and the total is then right."""
    text = _paper(PARAGRAPHS, "Elm Club was given £700 for tents.", "£20,700").replace("four projects", "local groups")
    found = _audited(text)
    assert _recipients(found)[0][-1] == "Elm Club"
    assert _wrong(found) == []


def test_a_line_of_the_same_make_stays_a_line() -> None:
    """A fifth paragraph made as the four before it was added to the list, and the total was not."""
    found = _audited(_paper((*PARAGRAPHS, "Elm Club (£700) – tents"), "The fund is open again."))
    assert any("£20,700" in message for message in _wrong(found))


def test_a_sentence_that_the_whole_counts_stays_a_line() -> None:
    """Where the words above give what the list comes to with its last sentence, that is a line, whatever a part of it comes to."""
    lead = "The Commissioner awarded £20,700 in June, after £20,000 in May:"
    text = "\n\n".join([lead, *PARAGRAPHS, "Elm Club was given £700 for tents."]) + "\n"
    last = pieces_of(read_paper(text.encode(), "paper.txt"))[-1]
    assert [award.recipient for award in last.awards] == ["Elm Club"]


def test_a_line_of_the_same_make_that_ends_in_a_full_stop_stays_a_line() -> None:
    """Lines that all end in full stops are no remarks on one another."""
    lines = tuple(f"{line}." for line in (*PARAGRAPHS, "The panel met twice", "Elm Club (£700) – tents"))
    found = _audited(_paper(lines, "The fund is open again."))
    assert any("£20,700" in message for message in _wrong(found))


@pytest.mark.parametrize(
    "remark", ["Excluding Courcy Scouts, £14,500 was awarded.", "Still to be paid: £10,000.", REMARKS[2], REMARKS[7]]
)
def test_a_remark_is_known_by_its_own_words_where_no_figure_tells(remark: str) -> None:
    """“Excluding Courcy Scouts, …” names no body, though no total or number of the list is given."""
    text = "\n\n".join(["The following grants were made in June:", *PARAGRAPHS, remark]) + "\n"
    assert len(_recipients(_audited(text))[0]) == len(PARAGRAPHS)


def test_the_number_alone_tells_a_remark() -> None:
    """“The following four grants” over four paragraphs leaves no room for a sentence behind them."""
    text = "\n\n".join(["The following four grants were made in June:", *PARAGRAPHS, REMARKS[0]]) + "\n"
    assert len(_recipients(_audited(text))[0]) == len(PARAGRAPHS)


def test_the_next_numbered_paragraph_is_no_item_behind_lettered_ones() -> None:
    """Paragraph 2 of a paper is no line behind (a) to (d) of paragraph 1."""
    items = "\n".join(f"({letter}) {line}" for letter, line in zip("abcd", PARAGRAPHS, strict=True))
    text = f"1. {LEAD.format('£20,000')}\n\n{items}\n\n2. The smallest grant was £2,000, to Boxall Hospice.\n"
    found = _audited(text)
    assert _wrong(found) == []
    assert len(_recipients(found)[0]) == len(PARAGRAPHS)


@pytest.mark.parametrize(
    "row",
    [
        "| Sum | 4 grants | £20,000 |",
        "| Sum total | (4 grants) | £20,000 |",
        "| All | 4 awards | £20,000 |",
        "| All four | four grants | £20,000 |",
        "| Everything | 4 | £20,000 |",
        "| Sum of the above | 4 | £20,000 |",
        "| Whole list | 4 grants | £20,000 |",
    ],
)
def test_a_row_of_all_with_its_number_is_no_grant(row: str) -> None:
    """The last row of a table with how many grants stand above it, and what they come to, is their total."""
    assert _wrong(_audited(TABLE.format(row))) == []


@pytest.mark.parametrize("row", ["| Sum | 4 grants | £20,900 |", "| All | 4 grants | £20,900 |", "| All | | £20,900 |"])
def test_a_wrong_sum_in_a_row_of_all_is_found(row: str) -> None:
    """A row of all that comes to another sum is wrong, and its words say that it is of all."""
    found = _audited(TABLE.format(row))
    assert any("£20,900" in message for message in _wrong(found))
    assert len(_recipients(found)[0]) == len(PARAGRAPHS)


def test_a_body_beside_a_number_stays_a_grant() -> None:
    """A body whose purpose happens to begin with a number is no total."""
    found = _audited(TABLE.format("| Elm Club | 4 projects | £700 |"))
    assert "Elm Club" in _recipients(found)[0]


@pytest.mark.parametrize("lead", SPENT)
def test_bodies_under_words_of_spending_are_grants(lead: str) -> None:
    """A list of bodies under what was spent is read, its right total is borne out, a wrong one is found."""
    right, wrong = _audited(lead + "\n" + BULLETS.format("£9,500")), _audited(lead + "\n" + BULLETS.format("£9,600"))
    assert _wrong(right) == []
    assert any(claim.verdict is Verdict.AGREES and claim.text == "£20,000" for claim in right.rounds[0].claims)
    assert any("£20,000" in message for message in _wrong(wrong))


@pytest.mark.parametrize("lead", [*SPENT, *OF_ANYTHING])
def test_sentences_of_awards_under_words_of_spending_are_all_lines(lead: str) -> None:
    """The first of several paragraphs that each say what was awarded leads to no list of the others."""
    found = _audited("\n\n".join([lead, *SENTENCES]) + "\n")
    assert _wrong(found) == []
    assert len(_recipients(found)[0]) == len(SENTENCES)


@pytest.mark.parametrize(
    "lead",
    [
        "The cost of the festival, £35,000, was met in part by:",
        "Of the budget of £35,000, the following has been spent so far:",
        "The force spent £35,000 with local suppliers last year:",
        "From a budget of £35,000 the following have been paid:",
        "The savings come to £35,000 and the costs are:",
        "Forecast spend is £35,000:",
        "The cost of the four projects, £35,000, was met in part by these groups:",
        "The groups spent £35,000 on the festival, to which these gave part of the cost:",
        *OF_ANYTHING,
    ],
)
def test_other_money_over_a_list_of_bodies_is_not_accused(lead: str) -> None:
    """A budget, a forecast, a cost met in part is no total of the list beneath."""
    assert _wrong(_audited(lead + "\n" + BULLETS.format("£9,500"))) == []


def test_what_an_office_spends_is_no_list_of_grants() -> None:
    """Fuel, overtime and the like under words of spending are no grants."""
    text = "Spend in June on services came to £20,000:\n\n- Drone Flights – £5,500\n- Fuel Cards – £3,000\n- Boots – £9,500\n- Leaflets – £2,000\n"
    assert _recipients(_audited(text)) == []


_FOUR = (
    ("Courcy Scouts", "boxing", "£5,500"),
    ("Framley Mind", "court support", "£3,000"),
    ("Framley Academy", "music", "£9,500"),
    ("Boxall Hospice", "taxi marshals", "£2,000"),
)


@pytest.mark.parametrize(
    "behind",
    [
        "Between them, our four funds awarded £20,450.",
        "Number of grants: 4. Value of grants: £20,000.",
        "Largest grant: £9,500; smallest grant: £2,000.",
        "Average grant: £5,000.",
        "Money left: £15,000",
        "Next round: £40,000",
        "Highest award: £9,500.",
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_a_last_line_that_names_nobody_takes_nothing_from_a_right_total(behind: str, *, numbered: bool) -> None:
    """A line behind the grants, numbered on or not, may be read as one; a total right without it is not called wrong."""
    lines = [" – ".join(one) if numbered else ": ".join(one) for one in _FOUR]
    every = [f"{number}. {line}" if numbered else line for number, line in enumerate((*lines, behind), 1)]
    text = "The Commissioner awarded £20,000 to four projects in June:\n\n" + "\n\n".join(every)
    found = audit(read_paper(f"{text}\n".encode(), "paper.txt"))
    assert not [one for one in found.findings if one.code in ("G201", "G202")]


def test_a_last_line_that_names_a_body_counts() -> None:
    """A total that leaves out the last grant of a list is wrong."""
    every = [f"{number}. {' – '.join(one)}" for number, one in enumerate((*_FOUR, ("Next Steps", "a van", "£900")), 1)]
    text = "The Commissioner awarded £20,000 to four projects in June:\n\n" + "\n\n".join(every)
    found = audit(read_paper(f"{text}\n".encode(), "paper.txt"))
    assert [one.code for one in found.findings] == ["G201"]
