"""Lines beside a paper's grants that are not taken as grants: each is named, and nothing is said to agree without them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document
from paper_imports import MEETING, imported, news, round_text, told, written
from support import Ran, paper, run, write

from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "1. In September 2023 the Safer Streets Fund gave {} to 3 projects:\n\n"
ODD = (
    "Quay Club – up to £700",
    "Quay Club – lamps – £14.340",
    "Quay Club – grants of between £200 and £700 for lamps",
    "Quay Club has what is left, £700 or a little less",
)


def of_list(*lines: str, total: str = "£2,700") -> str:
    """Return a paper with one list of grants."""
    return news(LEAD.format(total) + "".join(f"- {line}\n" for line in lines))


def said_of(root: Path, text: str) -> Ran:
    """Import a paper typed as plain text by the command."""
    (root / "entries").mkdir()
    (root / "p.txt").write_text(text, encoding="utf-8")
    return run(root, "import", str(root / "p.txt"), "--meeting", "2023-10-03")


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("odd", ODD)
def test_a_line_of_a_list_that_is_not_taken_is_named(odd: str, at: int) -> None:
    """First, in the midst or last: a line with an amount is a grant of the round, or it is named. It is never lost in silence."""
    lines = ["Mill Trust – lamps – £1,000", "Oak – gym – £1,000"]
    lines.insert(at, odd)
    made = imported(of_list(*lines))
    if "recipient: Quay Club" in round_text(made):
        assert (odd not in ODD[:2], str(made.total_in), made.apart) == (True, "£2,700", ())
        return
    (message,) = told(made, "G546")
    assert odd[:60] in message
    assert str(made.total_in) == "£2,000"
    assert made.apart == ("1 line with the grants that was not taken (G546)",)


def test_a_figure_without_a_pound_sign_in_the_place_of_an_amount_is_a_grant_or_is_named() -> None:
    """“Oak – gym – 700” among lines in pounds is £700, or it is named."""
    made = imported(of_list("Mill Trust – lamps – £1,000", "Oak – gym – 700", "Elm – gym – £1,000"))
    assert str(made.total_in) == "£2,700" or told(made, "G546")


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("180 Programme – work costing £4,000 a year – £1,470.57", "£1,470.57"),
        ("Ash – running costs of £2,000 a year – £700", "£700"),
        ("Ash – equipment worth £4,000 – £700", "£700"),
    ],
)
def test_a_grant_whose_purpose_holds_a_sum_is_taken_or_named(line: str, amount: str) -> None:
    """What a purpose costs in a year is not the grant: the grant is what stands last, or the line is named."""
    made = imported(of_list("Mill Trust – lamps – £1,000", line, "Oak – gym – £1,000"))
    assert f"amount: {amount}" in round_text(made) or (line[:40] in told(made, "G546")[0] and made.apart)


def test_the_last_line_does_not_say_that_all_agrees_where_a_line_was_not_taken(tmp_path: Path) -> None:
    """Whoever reads the last line alone learns that something is in no total, and under which code it is said."""
    ran = said_of(tmp_path, of_list("Mill Trust – lamps – £1,000", ODD[0], "Oak – gym – £1,000"))
    assert "Both agree" not in ran.err
    assert "in no total, as is said above: 1 line with the grants that was not taken (G546)." in ran.err


def test_a_paper_whose_lines_are_all_taken_agrees_to_the_penny(tmp_path: Path) -> None:
    """Nothing is hedged where nothing was left."""
    ran = said_of(tmp_path, of_list("Mill Trust – lamps – £1,000", "Ash – gym – £700", "Oak – gym – £1,000"))
    assert "Both agree to the penny." in ran.err
    assert "G546" not in ran.err


def test_a_sentence_about_the_grants_is_no_line_that_was_not_taken() -> None:
    """What a paragraph below the list says of a grant of the list, or of the whole, sends nobody to look for another grant."""
    text = of_list("Mill Trust – lamps – £1,000", "Ash – gym – £700", "Oak – gym – £1,000")
    more = "\nThe £700 to Ash pays for two evenings a week; the diocese adds £2,000. In all £2,700 was given.\n"
    assert told(imported(text + more), "G546") == []


def test_a_row_of_a_table_that_is_no_grant_keeps_its_words_and_is_named() -> None:
    """A row with a sum and no body, between rows of grants, stands beneath the grants as words."""
    document = Document()
    document.add_heading("Funding", 1)
    document.add_paragraph("The Safer Streets Fund made these grants in September 2023:")
    rows = [
        ("Organisation", "Project", "Award"),
        ("Mill Trust", "lamps", "£1,500"),
        ("Oak", "gym", "£5OO to £700"),
        ("Elm", "gym", "£500"),
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    data = BytesIO()
    document.save(data)
    made = from_paper(data.getvalue(), "u.docx", MEETING)
    assert "Oak – gym – £5OO to £700" in round_text(made)
    (message,) = told(made, "G546")
    assert "Oak gym £5OO to £700" in message


def test_grants_that_the_summary_names_first_are_made_of_the_list_that_tells_their_purposes(tmp_path: Path) -> None:
    """A summary that names every grant does not keep the annex with the same grants from being a round."""
    text = (
        "PAPER 4\n\nSUMMARY\n\nThree grants, £2,535: Rovers (£1,300), Pond Lane Tots (£275), Otter Trust (£960).\n\nANNEX\n\n"
        "1. Rovers – floodlit football – £1,300\n2. Pond Lane Tots – stair gates – £275\n3. Otter Trust – fencing – £960\n"
    )
    made = imported(text)
    assert "purpose: floodlit football" in round_text(made)
    assert str(made.total_in) == "£2,535"
    assert told(made, "G546") == []
    written(tmp_path, made)


def test_grants_in_the_recommendation_alone_are_named() -> None:
    """What the panel is asked to note is printed as it stands; that no round is made of it is said, with every line."""
    made = imported(
        "PAPER 4\n\nMeeting to be held on 3 October 2023\n\nGrants\n\nRECOMMENDATION\n\nThe grants are:\n\n"
        "- £214,600 to Barnhurst Council\n- £188,450 to Chalk Fields Council\n\nBACKGROUND\n\nThe grants were agreed in May.\n"
    )
    (found,) = [one for one in made.findings if one.code == "G546"]
    assert "2 lines of grants stand in the front matter" in found.message
    assert len(found.related) == 2


def test_a_line_added_in_word_to_a_built_paper_is_a_grant_of_its_round(tmp_path: Path) -> None:
    """Somebody pressed Enter behind a grant and typed another: it has the look of its neighbours, and comes back with them."""
    grants = "\n".join(
        f"  - recipient: {name}\n    purpose: work\n    amount: £1,000" for name in ("Mill Trust", "Oak")
    )
    files = {
        "office": "kind: office\nname: OPCC for Northshire\nfunds: {Safer Streets Fund: }\n",
        "2023-10-03/paper": paper("ssf-september"),
        "funding/2023-24/ssf-september": "kind: funding-round\nfund: Safer Streets Fund\nannounced: 2023-09\n"
        f"text: The Safer Streets Fund made these grants in September 2023.\ngrants:\n{grants}\n",
    }
    write(tmp_path / "old", files)
    assert run(tmp_path / "old", "build", "2023-10-03").code == 0
    (path,) = (tmp_path / "old" / "output" / "2023-10-03").glob("*.docx")
    document = Document(str(path))
    (line,) = [one for one in document.paragraphs if one.text.startswith("Mill Trust")]
    new = line.insert_paragraph_before("Fen Club – huts worth £9,000 – £250", style=line.style)
    line._p.addnext(new._p)  # there is no other way to put a paragraph behind one
    data = BytesIO()
    document.save(data)
    made = from_paper(data.getvalue(), path.name, MEETING, load(tmp_path / "new", keep=True))
    assert "- recipient: Fen Club\n    purpose: huts worth £9,000\n    amount: £250" in round_text(made)
    assert str(made.total_in) == "£2,250"
    assert told(made, "G546") == []


def test_an_amount_that_a_paper_gives_rounded_is_asked_for() -> None:
    """“£2.6k” is drafted as £2,600, and somebody is sent for the exact amount; no note says that no figure differs."""
    made = imported(of_list("Mill Trust – lamps – £2.6k", "Oak – gym – £1,400", "Elm – gym – £1,000", total="£5,000"))
    assert "amount: £2,600" in round_text(made)
    (found,) = [one for one in made.findings if one.code == "G558"]
    assert "Mill Trust, “£2.6k”, is £2,600 in the round" in found.message
    assert found.hint.startswith("Type the exact amount")
    assert not any("figures do not" in one.hint for one in made.findings)


def test_exact_amounts_are_not_asked_for_again() -> None:
    """A full figure is what it is."""
    made = imported(of_list("Mill Trust – lamps – £2,600", "Oak – gym – £1,400", "Elm – gym – £1,000"))
    assert told(made, "G558") == []
