"""Words struck through in a Word paper: nobody meant them to count, so no grant is made of them and no total is held to them."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from paper_imports import MEETING, round_text, told

from pcp_reports.audit.auditing import audit
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.papers.opening import read_paper

Line = str | list[tuple[str, str]]
LEAD = "{} was awarded in September 2023 from the Safer Streets Fund to {} projects:"
MILL, ELM = "Mill Trust – lamps – £1,500", "Elm – gym – £500"
OAK = "Oak – gym – £700"
HOW = ("strike", "double_strike", "Struck", "Struck Line")


def word(lead: Line, *lines: Line) -> bytes:
    """Return a paper with a list of grants; pieces of a line are struck through as their second part says."""
    document = Document()
    document.styles.add_style("Struck", WD_STYLE_TYPE.CHARACTER).font.strike = True
    document.styles.add_style("Struck Line", WD_STYLE_TYPE.PARAGRAPH).font.strike = True
    document.add_heading("Funding", 1)
    for number, line in enumerate((lead, *lines)):
        paragraph = document.add_paragraph(style="List Bullet" if number else "List Number")
        for text, how in [(line, "")] if isinstance(line, str) else line:
            run = paragraph.add_run(text)
            if how == "Struck":
                run.style = document.styles["Struck"]
            elif how == "Struck Line":
                paragraph.style = document.styles["Struck Line"]
            elif how:
                setattr(run.font, how, True)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def accused(data: bytes) -> list[str]:
    """Return what the audit of a paper holds against its figures."""
    return [one.message for one in audit(read_paper(data, "u.docx")).findings if one.code != "W604"]


@pytest.mark.parametrize("how", HOW)
def test_a_grant_that_is_struck_through_is_no_grant(how: str) -> None:
    """However the line is drawn through it, Oak's £700 is in no round, and the right total of £2,000 is not accused."""
    data = word(LEAD.format("£2,000", 2), MILL, [(OAK, how)], ELM)
    made = from_paper(data, "u.docx", MEETING)
    assert "Oak" not in round_text(made)
    assert str(made.total_in) == "£2,000"
    assert accused(data) == []
    assert told(made, "G557") == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_list_with_a_struck_grant_is_not_held_to_its_total(at: int) -> None:
    """Whether the total still counts the struck grant nobody can tell, so £2,700 to 3 projects is not accused, wherever it stood."""
    lines: list[Line] = [MILL, ELM]
    lines.insert(at, [(OAK, "strike")])
    data = word(LEAD.format("£2,700", 3), *lines)
    assert accused(data) == []
    (one,) = audit(read_paper(data, "u.docx")).rounds
    assert {claim.explanation for claim in one.claims} == {
        "It cannot be checked: words of the list, or beside it, are struck through."
    }


def test_words_struck_through_are_named_with_their_place() -> None:
    """Nothing goes in silence: the struck words and where they stood are said, and the last line says that they count nowhere."""
    made = from_paper(word(LEAD.format("£2,000", 2), MILL, [(OAK, "strike")], ELM), "u.docx", MEETING)
    (message,) = told(made, "W604")
    assert "“Oak – gym – £700”, at or right below paragraph 1, first bullet" in message
    assert made.apart == ("words that are struck through (W604)",)


def test_an_amount_struck_through_gives_way_to_the_one_beside_it() -> None:
    """“Oak – gym – £700£500” with £700 struck through is a grant of £500, and both struck places are listed."""
    lead = LEAD.format("£2,000", 2).partition("£2,000")[2]
    data = word(
        [("£3,000 ", "strike"), (f"£2,000{lead}", "")], MILL, [("Oak – gym – ", ""), ("£700", "strike"), ("£500", "")]
    )
    made = from_paper(data, "u.docx", MEETING)
    assert "amount: £500" in round_text(made)
    assert "£3,000" not in round_text(made)
    (found,) = [one for one in made.findings if one.code == "W604"]
    assert [one.message.partition(",")[0] for one in found.related] == ["“£3", "“£700”"]
    assert accused(data) == []


def test_a_struck_row_of_a_table_is_no_grant() -> None:
    """A row with a line through it is left out of the round, and the table's total is not accused of counting it."""
    document = Document()
    document.add_heading("Funding", 1)
    document.add_paragraph(LEAD.format("£2,700", 3))
    rows = [
        ("Organisation", "Project", "Award"),
        ("Mill Trust", "lamps", "£1,500"),
        ("Oak", "gym", "£700"),
        ("Elm", "gym", "£500"),
        ("Total", "", "£2,700"),
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.paragraphs[0].add_run(text).font.strike = words[0] == "Oak"
    data = BytesIO()
    document.save(data)
    made = from_paper(data.getvalue(), "u.docx", MEETING)
    assert str(made.total_in) == "£2,000"
    assert "“Oak – gym – £700”" in told(made, "W604")[0]
    assert accused(data.getvalue()) == []


def test_a_struck_paragraph_is_left_out_and_named_though_no_grant_is_near() -> None:
    """A sentence that was struck through elsewhere in the paper is in no entry, and is named; what stays keeps its bold words."""
    document = Document()
    document.add_heading("News", 1)
    first = document.add_paragraph()
    first.add_run("Old words. ").font.strike = True
    first.add_run("Burglary fell").bold = True
    first.add_run(" in June.")
    document.add_paragraph().add_run("This was withdrawn.").font.strike = True
    data = BytesIO()
    document.save(data)
    made = from_paper(data.getvalue(), "u.docx", MEETING)
    text = "\n".join(one.text for one in made.files)
    assert "**Burglary fell** in June." in text
    assert "Old words" not in text
    assert "withdrawn" not in text
    (message,) = told(made, "W604")
    assert "“Old words. … This was withdrawn.”" in message
