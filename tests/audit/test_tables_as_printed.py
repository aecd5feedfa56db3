"""Tables as offices print them in Word and PDF: headings beside their sums, cells over several lines, subtotals without a name."""

from __future__ import annotations

import io

import docx
import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.audit.tables.broken_words import mended
from pcp_reports.papers.opening import read_paper

LEAD = "Grants awarded\n\nThe Commissioner has made these grants since the last meeting.\n\n"
SEEN = [("Alder Scouts", "£500"), ("Birch Choir", "£650"), ("Cedar Hall", "£2,000")]


def text(words: str, path: str = "paper.txt") -> Audited:
    """Return a text, audited."""
    return audit(read_paper(words.encode(), path))


def word(*rows: list[str], title: str = "Grants awarded") -> Audited:
    """Return a Word paper of one table, audited; a cell “<” belongs to the one on its left."""
    paper = docx.Document()
    paper.add_heading(title)
    table = paper.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = words
    file = io.BytesIO()
    paper.save(file)
    return audit(read_paper(file.getvalue(), "paper.docx"))


def lines(judged: Audited) -> list[tuple[str, str]]:
    """Return who got how much."""
    return [(line.award.recipient, str(line.award.amount)) for one in judged.rounds for line in one.lines]


def claims(judged: Audited) -> list[tuple[str, str]]:
    """Return the figures that are judged, each with its verdict."""
    return [(claim.text, claim.verdict.value) for one in judged.rounds for claim in one.claims]


RIGHT = """\
Group               What for            Amount awarded
Alder Scouts        Tents                                       £500
Birch Choir         Sheet music                                 £650
Cedar Hall          Roof                                      £2,000
"""


@pytest.mark.parametrize("again", ["", "Group               What for            Amount awarded\n"])
@pytest.mark.parametrize(("total", "verdict"), [("£3,150", "agrees"), ("£3,510", "disagrees")])
def test_a_heading_set_left_stands_over_sums_set_right(again: str, total: str, verdict: str) -> None:
    """A PDF sets its headings left and its sums right, and prints the headings again on the next page: it is one column."""
    top, bottom = RIGHT.split("Cedar Hall")
    judged = text(
        f"{LEAD}{top}{again}Cedar Hall{bottom}Total                                                         {total}\n"
    )
    assert lines(judged) == SEEN
    assert claims(judged) == [(total, verdict)]


def test_a_heading_set_right_stands_over_sums_set_left() -> None:
    """So it is where the heading stands on the other side of its sums."""
    table = "Group               What for                                  Amount (£)\n"
    table += "TOTAL                                                              £3,150\n"
    table += "Alder Scouts        Tents               500\nBirch Choir         Sheet music         650\n"
    judged = text(f"{LEAD}{table}Cedar Hall          Roof                2,000\n")
    assert lines(judged) == SEEN
    assert claims(judged) == [("£3,150", "agrees")]


def test_two_headings_side_by_side_keep_their_columns() -> None:
    """What was asked for and what was given stay apart, though each heading stands beside its sums."""
    table = "Group            Requested                Awarded                  Score\n"
    table += "Alder Scouts               £700                     £500       71\n"
    table += "Birch Choir                £650                     £650       64\n"
    table += "Cedar Hall               £2,900                   £2,000       80\n"
    judged = text(f"{LEAD}{table}Total                    £4,250                   £3,150\n")
    assert lines(judged) == SEEN
    assert ("£3,150", "agrees") in claims(judged)
    assert "disagrees" not in dict(claims(judged)).values()


@pytest.mark.parametrize(("total", "verdict"), [("£3,150", "agrees"), ("£3,510", "disagrees")])
def test_a_total_beneath_empty_cells_is_no_part_of_the_last_grant(total: str, verdict: str) -> None:
    """A total whose row begins with empty cells is a row of its own, also where scores stand behind the sums."""
    table = "Ref   Group            Project       Requested   Awarded   Score\n"
    table += "A1    Alder Scouts     Tents         £700        £500      71\nA2    Birch Choir      Music         £650        £650      64\n"
    table += "A3    Cedar Hall       Roof          £2,900      £2,000    80\n"
    judged = text(f"{LEAD}{table}                       Total         £4,250      {total}\n")
    assert lines(judged) == SEEN
    assert (total, verdict) in claims(judged)


def test_a_sum_that_was_broken_at_the_edge_of_its_cell_is_whole() -> None:
    """“£10,00” with a “0” beneath it is £10,000, and the words beneath it are of the same grant."""
    table = "No.    Recipie   Purpose    Amoun     Paid to\n       nt                   t         date\n"
    table += "1      Alder     Trips      £10,00    £5,000\n       Youth                0\n"
    table += "2      Birch     Singing    £7,500    £7,500\n       Choir\n"
    judged = text(
        f"{LEAD}{table}                 Total      £17,50    £12,50\n                            0         0\n"
    )
    assert lines(judged) == [("Alder Youth", "£10,000"), ("Birch Choir", "£7,500")]
    assert ("£17,500", "agrees") in claims(judged)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Organisati on", "Organisation"),
        ("Recipie nt organis ation", "Recipient organisation"),
        ("Amount recommende d", "Amount recommended"),
        ("Purpose of grant", "Purpose of grant"),
        ("Date of award", "Date of award"),
        ("Amount given to group", "Amount given to group"),
    ],
)
def test_a_heading_broken_at_the_edge_of_its_cell_is_whole(broken: str, whole: str) -> None:
    """The halves of a word that a narrow column broke are one word, and words that only stand beside one another stay apart."""
    assert mended(broken) == whole


MIDDLE = """\
Organisation             Project                        Award
                         Detached work in the town
Alder and District       centre and parks, with
Young People’s           mentoring for those who       £9,800
Development Trust        are most at risk of being
                         left out
Birch Choir              Sheet music                   £4,200
Cedar Lane Tenants’
and Residents’           Gates                         £3,000
Association
"""


def test_cells_set_in_the_middle_of_their_row_are_read_as_one_row() -> None:
    """A sum that stands beside the middle line of a long name is that name’s: nobody is told that a grant has no amount."""
    judged = text(f"Grants awarded\n\nThe Commissioner awarded £17,000 to three groups:\n\n{MIDDLE}")
    assert [amount for _, amount in lines(judged)] == ["£9,800", "£4,200", "£3,000"]
    assert lines(judged)[2][0] == "Cedar Lane Tenants’ and Residents’ Association"
    assert sorted(claims(judged)) == [("three groups", "agrees"), ("£17,000", "agrees")]
    assert judged.findings == ()


def test_a_last_line_that_runs_on_is_no_grant_of_its_own() -> None:
    """Where name and purpose both run on into a second line, they do so in the headings and in the last row as well."""
    table = "Name of             Project             Amount awarded\norganisation        description         (£)\n"
    table += "Alder Scouts        Tents               £500\nBirch Choir         Sheet music         £650\n"
    judged = text(
        f"{LEAD}{table}Cedar Village       Non-contact         £2,000\nHall                sessions for all\n"
    )
    assert lines(judged) == [*SEEN[:2], ("Cedar Village Hall", "£2,000")]


def test_a_caption_begins_a_table_of_its_own() -> None:
    """“Table 2: …” between two tables of a PDF parts them, so that the total of each is held against its own lines."""
    first = (
        "Group               Amount\nAlder Scouts        £500\nBirch Choir         £650\nTotal               £1,510\n"
    )
    second = "Table 2: Road safety grants\n\nGroup               Amount\nCedar Hall          £2,000\nDale Council        £400\n"
    judged = text(f"Grants awarded\n\nTable 1: Community grants\n{first}{second}Total               £2,400\n")
    assert ("£1,510", "disagrees") in claims(judged)
    assert ("£2,400", "agrees") in claims(judged)


def test_the_sum_of_a_total_alone_closes_a_table_with_tabs() -> None:
    """A last row of empty cells and a sum is the total, wherever the table was pasted."""
    table = "Group\tWhat for\t£\nAlder Scouts\tTents\t500\nBirch Choir\tMusic\t650\nCedar Hall\tRoof\t2,000\n"
    assert claims(text(f"{LEAD}{table}\t\t3,510\n")) == [("3,510", "disagrees")]


TWO_HEADERS = (["", "Applicant", "<", "Funding", "<"], ["Ref", "Group", "Project", "Requested (£)", "Awarded (£)"])
ROWS = (["1", *SEEN[0][:1], "Tents", "700", "500"], ["2", "Birch Choir", "Music", "650", "650"])


def test_a_row_of_headings_beneath_merged_headings_is_no_grant() -> None:
    """“Applicant” and “Funding” over the headings proper: the sums are those awarded, and nobody is called “Group”."""
    judged = word(*TWO_HEADERS, *ROWS, ["Total", "<", "<", "1,350", "1,510"])
    assert lines(judged) == SEEN[:2]
    assert ("1,510", "disagrees") in claims(judged)


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [("£8,000", "£2,000", ""), ("£8,500", "£2,000", "£8,500"), ("£8,000", "£2,200", "£2,200")],
)
def test_a_subtotal_without_a_name_is_that_of_its_ward(first: str, last: str, wrong: str) -> None:
    """Where the ward changes at each “Sub total”, each is held against the grants of its own ward."""
    judged = word(
        ["Ward", "Group", "Amount"],
        ["Ash", "Alder Scouts", "£5,000"],
        ["", "Birch Choir", "£3,000"],
        ["Sub total", "<", first],
        ["Elm", "Cedar Hall", "£1,250"],
        ["", "Dale Club", "£750"],
        ["Sub total", "<", last],
        ["Grand total", "<", "£10,000"],
    )
    assert [claim for claim, verdict in claims(judged) if verdict == "disagrees"] == [wrong][: len(wrong)]


def test_the_last_total_is_of_all_where_the_last_ward_has_none() -> None:
    """A plain total at the end of wards with subtotals, the last without one, is nobody’s subtotal."""
    judged = word(
        ["Ward", "Group", "Amount"],
        ["Ash", "Alder Scouts", "£5,000"],
        ["", "Birch Choir", "£3,000"],
        ["Sub total", "<", "£8,000"],
        ["Elm", "Cedar Hall", "£1,250"],
        ["Total", "<", "£9,250"],
    )
    assert "disagrees" not in dict(claims(judged)).values()


def test_a_subtotal_that_names_its_fund_is_held_against_it() -> None:
    """“Community Fund total” is that of the lines of which a column says “Community Fund”."""
    judged = word(
        ["Grant stream", "Recipient", "£"],
        ["Community Fund", "Alder Scouts", "5,000"],
        ["Community Fund", "Birch Choir", "4,000"],
        ["Community Fund total", "", "9,900"],
        ["Road Safety", "Cedar Hall", "3,000"],
        ["Road Safety", "Dale Club", "1,500"],
        ["Road Safety total", "", "4,500"],
        ["Grand total", "", "13,500"],
    )
    assert [claim for claim in claims(judged) if claim[1] == "disagrees"] == [("9,900", "disagrees")]


def test_a_name_that_begins_like_a_number_is_a_name() -> None:
    """“Northtown” is not “No.”: its 120 is a grant in thousands, and no number of grants."""
    rows = (["Northtown Partnership", "120"], ["Southtown Partnership", "105"])
    judged = word(["Partnership", "2024/25 grant £000s"], *rows, ["Total", "225"])
    assert lines(judged) == [("Northtown Partnership", "£120,000"), ("Southtown Partnership", "£105,000")]
    assert "disagrees" not in dict(claims(judged)).values()


def test_this_year_beside_last_year_and_the_change_between() -> None:
    """Grants of two years to each district with the change between them: this year’s are held against their total."""
    judged = word(
        ["CSP", "2023-24 allocation", "2024-25 allocation", "Change"],
        ["Ashby", "£40,000", "£45,000", "+£5,000"],
        ["Dene", "£50,000", "£50,000", "£0"],
        ["Total", "£90,000", "£59,000", "+£5,000"],
        title="Community Safety Partnership grants 2024-25",
    )
    assert ("£59,000", "disagrees") in claims(judged)


BARRED = """\
Ref |
Group |
What for |
Award £
|
G1 |
Alder
Scouts |
Tents
|
500 |
G2 |
Birch Choir |
Sheet
music |
650 |
G3 |
Cedar Hall |
Roof |
2,000
|
Budget available |
£5,000 |
Total awards |
£3,510 |
"""


def test_a_cell_may_run_over_lines_and_have_its_bar_beneath() -> None:
    """Cells with a bar behind each, some broken, some with the bar on the next line, are the table that they were."""
    judged = text(f"{LEAD}{BARRED}")
    assert lines(judged) == SEEN
    assert claims(judged) == [("£3,510", "disagrees")]


def test_a_sum_with_a_mark_of_a_note_is_a_sum() -> None:
    """“£2,000 ¹” in a cell of its own is a sum: the grant is not lost, and the total not accused."""
    cells = "Group\nWhat for\nAmount\nAlder Scouts\nTents\n£500 (one-off)\nBirch Choir\nMusic\n£650*\nCedar Hall\nRoof\n£2,000 ¹\nTotal\n\n£3,150\n"
    judged = text(f"{LEAD}{cells}")
    assert lines(judged) == SEEN
    assert claims(judged) == [("£3,150", "agrees")]


@pytest.mark.parametrize(("total", "verdict"), [("£3,150", "agrees"), ("£3,510", "disagrees")])
def test_the_empty_cells_of_a_total_are_blank_lines_in_a_copy(total: str, verdict: str) -> None:
    """A total that stands some blank lines below the cells is that of the table: what was asked for in all is not accused."""
    cells = "Ref\nGroup\nProject\nRequested\nAwarded\nScore\nA1\nAlder Scouts\nTents\n£700\n£500\n71\n"
    cells += "A2\nBirch Choir\nMusic\n£650\n£650\n64\nA3\nCedar Hall\nRoof\n£2,900\n£2,000\n80\n"
    judged = text(f"{LEAD}{cells}\n\nTotal\n£4,250\n{total}\n")
    assert lines(judged) == SEEN
    assert [claim for claim in claims(judged) if claim[0] != "£4,250"] == [(total, verdict)]
    assert ("£4,250", "disagrees") not in claims(judged)
