"""Tables that hold no grants, boxes, and grants that a paper prints twice: each leaves its mark, and none counts twice."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from paper_imports import MEETING, errors, round_text, text_of, told, total_in, written
from papers_in_word import word_file

from pcp_reports.checks import check
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.importing.papers.tables import Tables
from pcp_reports.importing.papers.taken_over import Line, PaperRound
from pcp_reports.importing.papers.twins import told_once
from pcp_reports.money import Money
from pcp_reports.passage import Cell, Paper, Passage, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pcp_reports.importing.made import Made

CRIME = "T| Update\nH1| Crime\nN0| The table shows recorded crime.\nTABLE| header\n| District | 2022/23 | 2023/24 |\n| Ashby | 4,112 | 3,980 |\n| Brock | 6,730 | 6,404 |\n\nP| It fell in both.\n"


def of_word(description: str) -> Made:
    """Import a paper in Word."""
    return from_paper(word_file(description), "u.docx", MEETING)


def test_where_a_table_stood_a_prompt_stands(tmp_path: Path) -> None:
    """A sentence that announces a table is not left alone: a prompt says what stood there, and `check` holds a final back."""
    made = of_word(CRIME)
    wanted = (
        "  The table shows recorded crime.\n\n  [Table: District, 2022/23, 2023/24 – 3 rows]\n\n  It fell in both.\n"
    )
    assert wanted in text_of(made, "table-shows-recorded-crime.yaml")
    got = written(tmp_path, made)
    assert errors(got) == []
    assert any(one.code == "P121" and "[Table: District" in one.message for one in check(got))
    (found,) = [one for one in made.findings if one.code == "G541"]
    assert found.message == "u.docx: 1 table (3 rows) is not taken over."
    assert "[brackets]" in found.hint


def test_a_table_under_a_heading_of_its_own_is_a_prompt_in_the_paper(tmp_path: Path) -> None:
    """A heading with nothing but a table beneath stays, with a prompt beneath it."""
    made = of_word(
        "T| Update\nH1| Crime\nN0| It fell.\nH1| Figures\nTABLE| header\n| [A] | B |\n| x | 1 |\n\nH1| Roads\nN0| They are fine."
    )
    paper = text_of(made, "paper.yaml")
    assert "- heading: Figures\n    items:\n      - text: |\n          [Table: (A), B – 2 rows]\n" in paper
    assert errors(written(tmp_path, made)) == []


def test_a_table_beside_a_list_of_grants_has_its_prompt_in_the_round() -> None:
    """A table of figures between the grants and the next number is not lost in the round's text."""
    made = of_word(
        "T| Update\nH1| Grants\nN0| In June 2023 the Lantern Fund gave:\nL0| Mill – lamps – £500\nL0| Quay – nets – £750\n"
        "P| Crime near them:\nTABLE| header\n| Place | Crimes |\n| Ashby | 12 |\n| Brock | 15 |\n"
    )
    assert "  Crime near them:\n\n  [Table: Place, Crimes – 3 rows]\n" in round_text(made)


def test_a_table_of_the_front_page_is_no_table_of_the_paper() -> None:
    """Reference and marking in the table on the first page are named, and nobody is asked to type them."""
    made = of_word(
        "P| OFFICIAL\nT| SURREYSHIRE POLICE & CRIME PANEL\nTABLE|\n| Report title | Grant decisions |\n| Date | 3 October 2023 |\n"
        "| Lead officer | Damian Marsh, Head of Policy |\n| Protective marking | OFFICIAL |\n| Reference | PCP/1 |\n\n"
        "H1| 1. News\nP| 1.1 The Lantern Fund gave in June 2023:\n"
        "TABLE| header\n| Organisation | Purpose | Amount |\n| Mill | lamps | £500 |\n| Quay | nets | £750 |\n"
    )
    assert made.rounds
    assert "[Table" not in "".join(one.text for one in made.files)


def test_a_paper_of_a_table_alone_makes_no_entries() -> None:
    """Where there are no words to make entries of, a prompt is not made into a paper."""
    made = of_word("TABLE| header\n| Crime | Number |\n| Theft | 12 |\n")
    assert made.files == ()
    assert [one.code for one in made.findings][-1] == "G552"


BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
<w:pict><v:shape id="b" style="width:300pt;height:90pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Ring us.</w:t></w:r></w:p>
<w:p><w:r><w:t>Or write.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def test_boxes_are_counted_as_boxes() -> None:
    """One box of two paragraphs is one box."""
    document = Document()
    document.add_paragraph("POLICE AND CRIME PANEL")
    document.add_heading("News", 1)
    document.add_paragraph("Crime fell in the summer.")._p.append(parse_xml(BOX))
    out = io.BytesIO()
    document.save(out)
    (found,) = [one for one in from_paper(out.getvalue(), "u.docx", MEETING).findings if "text box" in one.message]
    assert len(found.related) == 2
    assert found.message == "u.docx: 1 text box is not taken over."


APPENDIX = """T| Annual statement
H1| Victims
N0| A total of £30,000 went to two charities.
TABLE| header
| Charity | £ |
| Cruse | 12,000 |
| Relate | 18,000 |
| Total | 30,000 |

H1| Appendix A: all grants 2022/23
TABLE| header
| Fund | Recipient | Purpose | Amount (£) |
| Community | Mind | a café | 15,000 |
| Community | Hill Farm | a barn | 22,500 |
| Victims | Cruse | advice | 12,000 |
| Victims | Relate Northmoor | advice | 18,000 |
| Total | | | 67,500 |
"""


def test_a_second_printing_of_grants_is_said_to_be_one(tmp_path: Path) -> None:
    """A table of grants that stand in the appendix as well is not handed to me to type: whoever did would count them twice."""
    made = of_word(APPENDIX)
    got = written(tmp_path, made)
    assert str(total_in(got)) == "£67,500"
    assert not [message for message in told(made, "G541") if "table" in message]
    (found,) = [one for one in made.findings if one.code == "G555"]
    assert "a second printing of grants that are made already" in found.message
    assert found.hint.startswith("Do not add them")


def test_a_table_of_other_grants_is_no_second_printing() -> None:
    """One row that the appendix does not have, and the table is mine to look at."""
    other = "| Mind | 15,000 |\n| Relate | 18,500 |"
    made = of_word(
        APPENDIX.replace("went to two", "went to some").replace("| Relate | 18,000 |\n| Total | 30,000 |", other)
    )
    assert told(made, "G555") == []


NUMBERED = """T| Annual statement
N0| Community Fund (£37k)
N1| Grants were made to:
L1| Mind (£15k)
L1| Hill Farm (£22,500)
N0| Victims Fund (£30k)
N1| Grants were made to:
L1| Cruse (£12,000)
L1| Relate (£18,000)
"""


def test_a_sum_in_a_numbered_heading_is_no_grant(tmp_path: Path) -> None:
    """“2 Community Fund (£37k)” over its list is a heading with the sum of that list, and no grant beside it."""
    made = of_word(NUMBERED)
    assert str(total_in(written(tmp_path, made))) == "£67,500"
    paper = text_of(made, "paper.yaml")
    assert [line.split(": ")[1] for line in paper.splitlines() if "heading:" in line] == [
        "Community Fund (£37k)",
        "Victims Fund (£30k)",
    ]


def test_a_list_that_its_appendix_has_again_is_made_once() -> None:
    """The text tells of some grants, the appendix lists all: all are made once, out of the appendix."""
    some = made_round((("Mill Trust", 500), ("Eastdale Partnership", 700)), 1)
    every = made_round((("Pond", 100), ("Mill Trust", 500), ("Eastdale CSP", 700)), 5)
    passages = (
        [Passage(Sort.TEXT, "x")] * 4
        + [Passage(Sort.HEADING, "Appendix A: all grants")]
        + [Passage(Sort.ITEM, "x")] * 3
    )
    assert told_once([some, every], passages) == ((every,), (some,))
    news_of_two = [*passages[:4], Passage(Sort.HEADING, "News"), *passages[5:]]
    assert told_once([some, every], news_of_two) == ((some, every), ())
    other = made_round((("Mill Trust", 500), ("Eastdale Partnership", 701)), 1)
    assert told_once([other, every], passages) == ((other, every), ())


def test_every_row_of_a_second_printing_is_among_the_grants() -> None:
    """A table that no list was made of prints grants again if every row of it does; one other row, and it is mine to look at."""
    grants = made_round((("Mill Trust", 500), ("Quay Club", 250), ("Pond", 100)), 20)

    def printed(*rows: tuple[str, str]) -> frozenset[int]:
        passages = tuple(
            Passage(Sort.ROW, "\t".join(row), table=1, cells=tuple(Cell(text, at) for at, text in enumerate(row)))
            for row in rows
        )
        return Tables(Paper("u.docx", "docx", passages), [grants], ()).again

    head, mill, quay, total = ("Group", "Sum"), ("Mill Trust", "£500"), ("The Quay Club", "250"), ("Total", "£750")
    assert printed(head, mill, quay, total) == {1}
    assert printed(head, mill, quay, ("Moor", "£90"), total) == frozenset()
    assert printed(head, mill, ("Quay Club", "£251")) == frozenset()
    assert printed(head, mill) == printed(head, mill, mill) == frozenset()


def made_round(grants: Sequence[tuple[str, int]], first: int) -> PaperRound:
    """Return a list of grants, one a passage."""
    lines = tuple(Line(name, "lamps", Money(pounds * 100), at) for at, (name, pounds) in enumerate(grants, first))
    return PaperRound(((None, lines),), frozenset(line.place for line in lines))


ANNUAL = """T| Annual grants statement
P| For the Panel meeting of 3 October 2023
N0| Summary
N1| In 2022/23 the Commissioner made seven grants totalling £267,500 across two funds, as set out in Appendix A.
N0| Community Fund (£57.5k)
N1| Grants were made to:
L1| Northmoor Mind (£15k)
L1| Hill Farm (£22.5k)
L1| Dale Rural Community Council (£20,000)
N0| Serious Violence (£210,000)
N1| Three awards were made, £70,000 each to Eastdale, Westdale and Midale Community Safety Partnerships.
H1| Appendix A: all grants 2022/23
TABLE| header
| Fund | Recipient | Amount (£) |
| Community | Northmoor Mind | 15,000 |
| | Hill Farm | 22,500 |
| | Dale Rural Community Council | 20,000 |
| Serious violence | Eastdale CSP | 70,000 |
| | Westdale CSP | 70,000 |
| | Midale CSP | 70,000 |
| Total | | 267,500 |
"""


def test_a_year_told_fund_by_fund_and_listed_in_an_appendix_counts_once(tmp_path: Path) -> None:
    """Headings with sums, lists beneath them and the appendix tell of the same money: it comes in once, in the right year."""
    made = of_word(ANNUAL)
    got = written(tmp_path, made)
    assert errors(got) == []
    assert str(total_in(got)) == "£267,500"
    assert [one.path for one in made.rounds] == ["entries/funding/2022-23/grants-march.yaml"]
    paper = text_of(made, "paper.yaml")
    assert [line.split(": ", 1)[1] for line in paper.splitlines() if "heading:" in line] == [
        "Community Fund (£57.5k)",
        "Serious Violence (£210,000)",
        '"Appendix A: all grants 2022/23"',
    ]
    assert "Northmoor Mind (£15k)" in text_of(made, "grants-were-made.yaml")
