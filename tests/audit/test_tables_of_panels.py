"""Tables as police panels print them: parts with a sum above or below, split columns, notes beneath, and cells that lost their columns."""

from __future__ import annotations

import io

import docx
import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.papers.opening import read_paper

LEAD = "The Commissioner has awarded the following grants from the Community Safety Fund."
SEEN = [("Alder Scouts", "£500"), ("Birch Choir", "£650"), ("Cedar Hall", "£2,000")]
ROWS = (["Alder Scouts", "Tents", "£500"], ["Birch Choir", "Music", "£650"], ["Cedar Hall", "Roof", "£2,000"])
HEAD = ["Organisation", "Purpose", "Award"]


def word(*rows: list[str], lead: str = LEAD, behind: str = "") -> Audited:
    """Return a Word paper of one table, audited; “<” belongs to the cell on its left, “^” to the one above."""
    paper = docx.Document()
    paper.add_heading("Grants awarded")
    paper.add_paragraph(lead)
    table = paper.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words in "<^" and words:
                left, up = (1, 0) if words == "<" else (0, 1)
                table.cell(at - up, column - left).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = words
    paper.add_paragraph(behind)
    file = io.BytesIO()
    paper.save(file)
    return audit(read_paper(file.getvalue(), "paper.docx"))


def text(words: str) -> Audited:
    """Return a text, audited."""
    return audit(read_paper(words.encode(), "paper.txt"))


def stacked(*rows: list[str], gap: str = "\n") -> Audited:
    """Return a paper whose table lost its columns, a cell a line, the empty ones gone."""
    return text(f"Grants awarded\n\n{LEAD}\n\n{gap.join(cell for row in rows for cell in row if cell)}\n")


def lines(judged: Audited) -> list[tuple[str, str]]:
    """Return who got how much."""
    return [(line.award.recipient, str(line.award.amount)) for one in judged.rounds for line in one.lines]


def wrong(judged: Audited) -> list[str]:
    """Return the figures that are called wrong."""
    claims = [claim for one in judged.rounds for claim in one.claims]
    return [claim.text for claim in claims if claim.verdict.value in ("disagrees", "exceeds")]


TOTALS = pytest.mark.parametrize(("total", "found"), [("£3,150", []), ("£3,510", ["£3,510"])])


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@TOTALS
def test_a_mark_in_a_cell_of_its_own_is_nobody(gap: str, total: str, found: list[str]) -> None:
    """“Y” and “N” of a column “Recommended (Y/N)”, some of them left out, get no grant, and no total is accused for them."""
    judged = stacked(
        ["Organisation", "Project", "Amount requested", "Amount awarded", "Recommended (Y/N)"],
        ["Alder Scouts", "Tents", "£700", "£500", "Y"],
        ["Birch Choir", "Music", "£650", "£650", ""],
        ["Dale Club", "Coach trip", "£900", "£0", "N"],
        ["Cedar Hall", "Roof", "£2,900", "£2,000", "Y"],
        ["Total", "", "£5,150", total, ""],
        gap=gap,
    )
    assert [line for line in lines(judged) if line[1] != "£0"] == SEEN
    assert wrong(judged) == found


@pytest.mark.parametrize("heading", ["Supported", ""])
@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("Yes", "No"), ("✓", "✗")])
def test_a_column_of_marks_says_what_was_supported(heading: str, yes: str, no: str) -> None:
    """A bid marked “N” under “Supported” is no grant, so that the total without it is right."""
    judged = stacked(
        ["Group", "Amount £", heading],
        ["Alder Scouts", "500", yes],
        ["Dale Club", "900", no],
        ["Birch Choir", "650", yes],
        ["Cedar Hall", "2,000", yes],
        ["Total", "3,150"],
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == []


def test_marks_under_another_heading_decide_nothing() -> None:
    """“Repeat applicant: N” says nothing of whether the grant was made."""
    judged = word(
        ["Group", "Award", "Repeat applicant"], *([who, much, "N"] for who, much in SEEN), ["Total", "£3,150", ""]
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == []


def test_cells_that_cannot_be_told_apart_accuse_nobody() -> None:
    """Where references, scores and sums stand a cell a line and nobody can tell the columns, no total is called wrong."""
    judged = stacked(
        ["Ref", "Organisation", "Amount requested", "Score", "Approved", "Y/N"],
        ["1", "Alder Scouts", "£700", "55", "£500", "Y"],
        ["2", "Birch Choir", "£650", "60", "£650", "Y"],
        ["3", "Dale Club", "£900", "20", "", "N"],
        ["4", "Cedar Hall", "£2,900", "71", "£2,000", "Y"],
        ["Total", "£5,150", "£3,150"],
    )
    assert wrong(judged) == []


@TOTALS
def test_a_number_before_each_name_is_no_sum(total: str, found: list[str]) -> None:
    """Cells a line that begin with the number of the application, and of which some are broken, are the table they were."""
    judged = stacked(
        ["Ref. No.", "Organisation", "Project Title", "Proposed Award"],
        ["541", "Alder Scouts", "Tents", "£500"],
        ["182", "Birch Choir", "Sheet", "music", "£650"],
        ["305", "Cedar Hall", "Roof", "£2,000"],
        ["Total", total],
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == found


@pytest.mark.parametrize(
    "heads",
    [
        ["2023/24", "Year 1", "2024/25", "Year 2"],
        ["Year 1", "2023/24", "Year 2", "2024/25"],
        ["2023/24 Year 1", "2024/25", "Year 2"],
        ["2023/24 Year 1", "2024/25 Year 2"],
    ],
)
@pytest.mark.parametrize(("total", "found"), [("£1,600", []), ("£1,060", ["£1,060"])])
def test_years_with_their_number_head_a_column_each(heads: list[str], total: str, found: list[str]) -> None:
    """“2024/25” and “Year 2” beneath it are one heading, and the total of each year is held against its own column."""
    judged = stacked(
        heads, ["Alder Scouts", "£500", "£600"], ["Birch Choir", "£650", "£1,000"], ["Total", "£1,150", total]
    )
    assert wrong(judged) == found
    assert [who for who, _ in lines(judged)] == ["Alder Scouts", "Birch Choir"]


@pytest.mark.parametrize("heading", ["Event", "Festival", "Venue"])
@pytest.mark.parametrize(("said", "found"), [("£3,150", []), ("£3,510", ["£3,510"])])
def test_names_under_a_word_that_is_none_of_the_usual(heading: str, said: str, found: list[str]) -> None:
    """Where a table has names and pounds and no more, whatever stands over the names, those are who gets it."""
    judged = word(
        [heading, "Amount"], *map(list, SEEN), lead=f"The Commissioner has awarded grants of {said} to these:"
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == found


def test_blank_lines_beneath_the_headings_part_nothing() -> None:
    """A table with two blanks between its cells goes on behind the empty line beneath its headings."""
    rows = "\n\n".join("       ".join(row) for row in ROWS)
    judged = text(f"Grants awarded\n\n{LEAD}\n\nOrganisation            Purpose      Award\n\n \n\n{rows}\n")
    assert lines(judged) == SEEN


SPLIT = (["Organisation", "Award (£)", "<", "<"], ["^", "Revenue", "Capital", "Total"])


@pytest.mark.parametrize(
    ("revenue", "total", "found"),
    [("9,000", "16,000", []), ("9,500", "16,000", ["9,500"]), ("9,000", "17,000", ["17,000"])],
)
def test_headings_beneath_a_merged_heading_of_money(revenue: str, total: str, found: list[str]) -> None:
    """“Revenue”, “Capital” and “Total” beneath “Award (£)”: the awards are the totals, and each column is added up."""
    body = (["Alder Scouts", "2,000", "1,000", "3,000"], ["Birch Choir", "4,000", "0", "4,000"])
    judged = word(*SPLIT, *body, ["Cedar Hall", "3,000", "6,000", "9,000"], ["Total", revenue, "7,000", total])
    assert lines(judged) == [("Alder Scouts", "£3,000"), ("Birch Choir", "£4,000"), ("Cedar Hall", "£9,000")]
    assert wrong(judged) == found


def test_an_award_that_its_parts_do_not_come_to_is_said_and_not_the_total() -> None:
    """Where one row does not add up and the total is right without its slip, the row is called wrong alone."""
    body = (["Birch Choir", "£4,000", "£0", "£4,000"], ["Cedar Hall", "£3,000", "£6,000", "£9,000"])
    judged = word(
        ["Organisation", "Revenue", "Capital", "Total"],
        ["Alder Scouts", "£2,000", "£1,000", "£3,500"],
        *body,
        ["Dale Club", "£500", "£500", "£1,000"],
        ["Total", "£9,500", "£7,500", "£17,000"],
    )
    assert [finding.code for finding in judged.findings] == ["G213"]


@pytest.mark.parametrize("row", [["Total {}", "<", "<"], ["Total awarded: {}", "", ""], ["", "", "Total: {}"]])
@TOTALS
def test_a_total_and_its_sum_in_one_cell(row: list[str], total: str, found: list[str]) -> None:
    """A last row that is merged over all columns and says “Total £3,150” is the total."""
    judged = word(HEAD, *ROWS, [cell.format(total) for cell in row])
    assert lines(judged) == SEEN
    assert wrong(judged) == found


@pytest.mark.parametrize(
    ("part", "closing"),
    [
        ("NOT SUPPORTED", "TOTAL NOT SUPPORTED"),
        ("Reserve list", "Total reserve"),
        ("Deferred", "Total"),
        ("Declined", "Total declined"),
    ],
)
@TOTALS
def test_the_total_of_what_was_not_awarded_is_no_total_of_the_grants(
    part: str, closing: str, total: str, found: list[str]
) -> None:
    """Bids that were not awarded stand beneath the total with a total of their own: that is held against no grant."""
    rest = (["Dale Club", "Vans", "£900"], ["Elm Trust", "A van", "£100"])
    judged = word(HEAD, *ROWS, ["Total", "", total], [part, "<", "<"], *rest, [closing, "", "£1,000"])
    assert lines(judged) == SEEN
    assert wrong(judged) == found


PARTS = (
    ["Community Fund", "", "£1,150"],
    *ROWS[:2],
    ["Innovation Fund", "", "{}"],
    ROWS[2],
    ["Dale Club", "Vans", "£900"],
)


@pytest.mark.parametrize(
    ("part", "total", "found"),
    [("£2,900", "£4,050", []), ("£2,900", "£4,500", ["£4,500"]), ("£2,090", "£3,240", ["£2,090", "£3,240"])],
)
def test_a_row_that_heads_a_part_with_its_sum_is_no_grant(part: str, total: str, found: list[str]) -> None:
    """“Community Fund | | £1,150” above the rows that come to it: nothing is counted twice, and its sum is held against them."""
    judged = word(HEAD, *([cell.format(part) for cell in row] for row in PARTS), ["Total", "", total])
    assert lines(judged) == [*SEEN, ("Dale Club", "£900")]
    assert wrong(judged) == found


@TOTALS
def test_what_a_grant_is_made_of_is_not_counted_again(total: str, found: list[str]) -> None:
    """“of which capital” beneath a grant is a part of it."""
    judged = word(
        HEAD, *ROWS, ["of which capital", "", "£1,500"], ["of which revenue", "", "£500"], ["Total", "", total]
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == found


@TOTALS
def test_what_a_body_gets_in_all_stands_beside_the_last_of_its_rows(total: str, found: list[str]) -> None:
    """A body with two rows and one sum in the column of totals has one grant, which can be read."""
    judged = word(
        ["Organisation", "Purpose", "Amount", "Total"],
        ["Alder Scouts", "Tents", "£300", ""],
        ["", "Stove", "£200", "£500"],
        *([who, what, much, much] for who, what, much in ROWS[1:]),
        ["Total", "", "", total],
    )
    assert lines(judged) == SEEN
    assert judged.findings == () or found
    assert wrong(judged) == found


@pytest.mark.parametrize(
    ("total", "note"),
    [
        ("£3,250", "* Since increased to £600."),
        ("£2,650", "* This award has been withdrawn."),
        ("£3,250", "* A further £100 was agreed in May."),
        ("£3,150", "* Reduced from £900."),
    ],
)
def test_a_note_beneath_a_table_may_change_an_award(total: str, note: str) -> None:
    """A total that is right for the grants as a note changes them is not called wrong, in the table or before it."""
    rows = (["Organisation", "Award"], ["Alder Scouts", "£500*"], *map(list, SEEN[1:]))
    assert wrong(word(*rows, ["Total", total], behind=note)) == []
    assert wrong(word(*rows, lead=f"The Commissioner awarded {total} to these groups:", behind=note)) == []


def test_a_note_explains_no_other_difference() -> None:
    """A wrong total is found though a note stands beneath the table."""
    rows = (["Organisation", "Award"], ["Alder Scouts", "£500*"], *map(list, SEEN[1:]), ["Total", "£3,510"])
    assert wrong(word(*rows, behind="* Since increased to £600.")) == ["£3,510"]


@TOTALS
def test_what_is_still_to_be_paid_is_no_line_of_a_budget(total: str, found: list[str]) -> None:
    """“Balance to pay”, which is the award less what has been paid, makes a table of grants no other."""
    judged = word(
        ["Organisation", "Approved", "Paid to date", "Balance to pay"],
        ["Alder Scouts", "£500", "£250", "£250"],
        ["Birch Choir", "£650", "£500", "£150"],
        ["Cedar Hall", "£2,000", "£1,000", "£1,000"],
        ["Total", total, "£1,750", "£1,400"],
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == found


@TOTALS
def test_a_cell_may_list_several_names_beside_as_many_sums(total: str, found: list[str]) -> None:
    """Two names in one cell and two sums in the next, a line each, are two grants."""
    judged = word(
        ["Fund", "Organisations", "Awards"],
        ["Community", "Alder Scouts\nBirch Choir", "£500\n£650"],
        ["Innovation", "Cedar Hall", "£2,000"],
        ["Total", "", total],
    )
    assert lines(judged) == SEEN
    assert wrong(judged) == found


@TOTALS
def test_a_row_that_counts_the_grants_is_their_total(total: str, found: list[str]) -> None:
    """“3 grants | | £3,150” beneath three grants is no fourth."""
    judged = word(HEAD, *ROWS, ["3 grants", "", total])
    assert lines(judged) == SEEN
    assert wrong(judged) == found


def test_what_is_brought_forward_is_no_grant() -> None:
    """The sum of the last quarter, printed above the grants of this one, is nobody's."""
    first, last = ["Brought forward from Q1", "", "£1,000"], ["Cumulative total", "", "£4,150"]
    judged = word(HEAD, first, *ROWS, ["Total this quarter", "", "£3,150"], last)
    assert lines(judged) == SEEN
    assert wrong(judged) == []


def test_a_name_may_begin_with_no() -> None:
    """“No Bounds” is a body that gets a grant, and no number of grants."""
    judged = word(["Organisation", "Grant £"], ["No Bounds", "460"], ["Birch Choir", "650"], ["Total", "1,110"])
    assert lines(judged) == [("No Bounds", "£460"), ("Birch Choir", "£650")]
    assert wrong(judged) == []
