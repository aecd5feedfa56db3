"""A partnership briefing: every phase, figure, quotation and order, in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import OFFICE, codes, composed, found, of_code, outline, paper, run

from pcp_reports.briefing import in_quotation_marks
from pcp_reports.document import BlockKind

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.document import Table

HEAD = "kind: partnership\nname: Harbour Partnership\n"
FULL = f"""\
{HEAD}place: Barchester
launched: 2023-09
partners:
  - police
  - council
summary: |
  What it **is**.
figures:
  overall: 5
scanning:
  text: |
    - A headline

    So what?
  quotes:
    - words: Help us
response:
  civil_orders:
    - Stay away (indefinite)
  sentences:
    - {{term: 40 months, offence: supply}}
    - {{term: 2 years, offence: theft}}
  quotes:
    - {{words: “Done”, by: Insp Wyatt}}
  figures:
    warrants: 125
  text: What was done.
  measures_of_success: |
    - Fewer calls
  objective: Improve confidence.
analysis:
  text: Why.
"""


def briefing(tmp_path: Path, entry: str, *, heading: str = "Harbour partnership", office: str = OFFICE) -> list[str]:
    """Return what a briefing prints of a partnership, its section's heading included."""
    files = {
        "office": office,
        "briefing/paper": paper("harbour", heading=heading, template="partnership-briefing", meeting=""),
        "harbour": entry,
    }
    return outline(composed(tmp_path, files, "briefing"))


def tables(tmp_path: Path, entry: str) -> list[Table]:
    """Return the tables of a briefing."""
    files = {
        "briefing/paper": paper("harbour", template="partnership-briefing", meeting=""),
        "harbour": HEAD + entry,
    }
    assert [one for one in found(tmp_path, files) if one.code[0] != "F"] == []  # figures may part company
    return [block.table for block in composed(tmp_path, files, "briefing").body if block.table is not None]


def test_a_briefing_tells_each_phase_in_its_order(tmp_path: Path) -> None:
    """Whatever order I type, phases follow each other as SARA has them, and within each the parts stand in one order."""
    assert briefing(tmp_path, FULL) == [
        "H1 Harbour partnership",
        "T What it is.",
        "T Place: Barchester",
        "T Launched: September 2023",
        "T Partners: police, council",
        "TABLE Measure\tFigure\nOverall\t5",
        "H2 Scanning",
        "B A headline",
        "T So what?",
        "Q “Help us”",
        "H2 Analysis",
        "T Why.",
        "H2 Response",
        "T Objective: Improve confidence.",
        "T Measures of success:",
        "B Fewer calls",
        "T What was done.",
        "H3 Figures",
        "TABLE Measure\tFigure\nWarrants\t125",
        "H3 Sentences",
        "B 40 months – supply",
        "B 2 years – theft",
        "H3 Civil orders",
        "B Stay away (indefinite)",
        "Q “Done” – Insp Wyatt",
    ]


def test_the_partnerships_name_is_printed_once(tmp_path: Path) -> None:
    """Where the section is headed with the partnership's name, the name is not printed again; else it is a heading."""
    entry = f"{HEAD}summary: What it is.\n"
    for heading in ("Harbour Partnership", "HARBOUR PARTNERSHIP", "Harbour  partnership"):
        assert briefing(tmp_path, entry, heading=heading)[1:] == ["T What it is."]
    assert briefing(tmp_path, entry, heading="Our work") == ["H1 Our work", "H1 Harbour Partnership", "T What it is."]


def test_phases_and_parts_that_are_not_there_leave_no_heading(tmp_path: Path) -> None:
    """A partnership with one phase and one quotation prints just these."""
    entry = f"{HEAD}assessment:\n  quotes:\n    - words: Better\n"
    assert briefing(tmp_path, entry)[1:] == ["H2 Assessment", "Q “Better”"]


def test_figures_stand_where_the_text_says(tmp_path: Path) -> None:
    """{{ figures }} gives the table its place in the summary or a phase, and it is not printed a second time."""
    entry = f"""\
{HEAD}summary: |
  Before.

  {{{{ figures }}}}

  After.
figures: {{overall: 5}}
response:
  text: |
    Done:

    {{{{ figures }}}}

    So.
  figures: {{warrants: 125}}
assessment:
  text: Good.
  figures: {{calls: 3}}
"""
    assert briefing(tmp_path, entry)[1:] == [
        "T Before.",
        "TABLE Measure\tFigure\nOverall\t5",
        "T After.",
        "H2 Response",
        "T Done:",
        "TABLE Measure\tFigure\nWarrants\t125",
        "T So.",
        "H2 Assessment",
        "T Good.",
        "H3 Figures",
        "TABLE Measure\tFigure\nCalls\t3",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "summary: |\n  S.\n\n  {{ figures }}\nresponse:\n  figures: {a: 1}\n",
        "figures: {a: 1}\nresponse:\n  text: |\n    S.\n\n    {{ figures }}\n",
        "response:\n  objective: |\n    S.\n\n    {{ figures }}\n  figures: {a: 1}\n",
        "summary: |\n  S.\n\n  {{ lines }}\n",
    ],
)
def test_a_place_for_a_table_that_is_not_there_is_an_error(tmp_path: Path, typed: str) -> None:
    """{{ figures }} prints the figures beside it; where there are none, I am told, and no empty table is printed."""
    files = {"briefing/paper": paper("harbour", template="partnership-briefing", meeting=""), "harbour": HEAD + typed}
    (error,) = of_code(found(tmp_path, files), "P130")
    assert error.severity.value == "error"
    assert run(tmp_path, "build", "briefing").code == 1
    shown = outline(composed(tmp_path, {}, "briefing", draft=True))
    assert "TABLE " not in shown
    assert "T S." in shown or "T Objective: S." in shown


def test_a_figure_asked_for_in_a_phase_is_that_phases(tmp_path: Path) -> None:
    """The same figure in several phases is told in each as it was then; outside the phases as it is in the latest."""
    entry = f"""\
{HEAD}summary: Now {{{{ figure("score") }}}}, of {{{{ figure("wards") }}}}.
analysis:
  text: Then {{{{ figure("score") }}}}, and {{{{ figure("calls") }}}} later.
  figures: {{score: 371, wards: 2}}
assessment:
  objective: To {{{{ figure("score") }}}}.
  text: At last {{{{ figure("score") }}}}.
  figures: {{score: {{now: 7}}, calls: {{change: up 3}}}}
"""
    shown = briefing(tmp_path, entry)
    assert [line for line in shown if line.startswith("T ")] == [
        "T Now 7, of 2.",
        "T Then 371, and up 3 later.",
        "T Objective: To 7.",
        "T At last 7.",
    ]
    files = {"briefing/paper": paper("harbour", template="partnership-briefing", meeting=""), "harbour": entry}
    assert codes(found(tmp_path, files)) == []
    wrong = entry.replace('figure("wards")', 'figure("ward")')
    (error,) = of_code(found(tmp_path, {**files, "harbour": wrong}), "P130")
    assert "did you mean “wards”?" in error.message


def test_a_table_shows_only_the_columns_that_hold_something(tmp_path: Path) -> None:
    """A column that would be empty is left out; every row is as long as the one header row."""
    entry = """\
scanning:
  figures:
    calls: 9
    warrants: {value: 12, source: the force}
analysis:
  figures:
    arrests: 3
response:
  figures:
    crime: {change: down 12%, since: "2022", period: a year, area: town, elsewhere: {Wyre: down 4%, Fylde: up 1%}}
    all: {was: 1, now: 2}
"""
    first, second, third = tables(tmp_path, entry)
    assert (first.header, first.rows) == (
        ("Measure", "Figure", "Source"),
        (("Calls", "9", ""), ("Warrants", "12", "the force")),
    )
    assert second.header == ("Measure", "Figure")
    assert third.header == ("Measure", "Before", "Now", "Change", "Since", "Period", "Area", "Elsewhere")
    assert third.rows == (
        ("Crime", "", "", "down 12%", "2022", "a year", "town", "Wyre down 4%; Fylde up 1%"),
        ("All", "1", "2", "", "", "", "", ""),
    )
    for table in (first, second, third):
        assert all(len(row) == len(table.header) for row in table.rows)
        assert table.summary


def test_parts_stand_under_their_whole(tmp_path: Path) -> None:
    """What a figure is made of follows it: a part that moved under the change, one that is an amount under the figure."""
    entry = """\
response:
  figures:
    cost of crime:
      change: down £132,645
      parts: {violence: "down £132,650", theft: none, arson: Up £5}
    arrests:
      value: 549
      parts: {supply: 101, other: 448}
    drug arrests: {value: 101, part_of: arrests}
"""
    (table,) = tables(tmp_path, entry)
    assert table.header == ("Measure", "Now", "Change")
    assert table.rows == (
        ("Cost of crime", "", "down £132,645"),
        ("– violence", "", "down £132,650"),
        ("– theft", "", "none"),
        ("– arson", "", "Up £5"),
        ("Arrests", "549", ""),
        ("– supply", "101", ""),
        ("– other", "448", ""),
        ("Drug arrests (part of: arrests)", "101", ""),
    )


def test_an_earlier_phase_gives_the_figure_before(tmp_path: Path) -> None:
    """The same name in a later phase shows where it began, unless that is said there; the nearest earlier value counts."""
    entry = """\
scanning:
  figures: {score: 400, calls: 9, said: 1, moved: 5}
analysis:
  figures: {score: 371, calls: {change: up 1}, new: 6}
response:
  figures: {score: {now: 300}, other: 2}
assessment:
  figures: {score: 7, calls: 3, said: {was: 2, now: 3}, moved: {change: down 4}, new: {now: 8}, other: {change: none}}
"""
    first, second, third, last = tables(tmp_path, entry)
    assert first.header == ("Measure", "Figure")
    assert second.rows == (("Score", "400", "371", ""), ("Calls", "9", "", "up 1"), ("New", "", "6", ""))
    assert third.rows == (("Score", "371", "300"), ("Other", "", "2"))
    both = "scanning:\n  figures: {calls: {value: 4, now: 5}}\nresponse:\n  figures: {calls: 6}\n"
    assert [table.rows for table in tables(tmp_path / "both", both)] == [(("Calls", "4"),), (("Calls", "4", "6"),)]
    assert last.header == ("Measure", "Before", "Now", "Change")
    assert last.rows == (
        ("Score", "300", "7", ""),
        ("Calls", "9", "3", ""),
        ("Said", "2", "3", ""),
        ("Moved", "5", "", "down 4"),
        ("New", "6", "8", ""),
        ("Other", "2", "", "none"),
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Things are getting done", "“Things are getting done”"),
        ("“Done”", "“Done”"),
        ('"Done"', "“Done”"),
        ("‘Done’", "“Done”"),
        ("'Done'", "“Done”"),
        ("  Done  ", "“Done”"),
        ("“He said ‘yes’”", "“He said ‘yes’”"),
        ("He said ‘yes’", "“He said ‘yes’”"),
        ("‘Yes’ and ‘no’", "“‘Yes’ and ‘no’”"),
        ("“Yes” and “no”", "““Yes” and “no””"),
        ("'tis the residents'", "“tis the residents”"),
        ("the residents'", "“the residents'”"),
        ("“", "““”"),
        ("I", "“I”"),
    ],
)
def test_a_quotation_is_set_in_marks_once_and_keeps_its_own(typed: str, printed: str) -> None:
    """Marks that I typed round the words are not doubled, and marks that belong to the words are not lost."""
    assert in_quotation_marks(typed) == printed


def test_a_welsh_office_has_welsh_labels(tmp_path: Path) -> None:
    """Phases, facts and tables are labelled in the office's language."""
    shown = briefing(tmp_path, FULL, office=OFFICE.replace("people:", "language: cy_GB\npeople:"))
    assert [line for line in shown if line.startswith(("H2", "H3", "TABLE"))] == [
        "TABLE Mesur\tFfigur\nOverall\t5",
        "H2 Sganio",
        "H2 Dadansoddi",
        "H2 Ymateb",
        "H3 Ffigurau",
        "TABLE Mesur\tFfigur\nWarrants\t125",
        "H3 Dedfrydau",
        "H3 Gorchmynion sifil",
    ]
    assert shown[2:5] == ["T Lle: Barchester", "T Lansiwyd: Medi 2023", "T Partneriaid: police, council"]
    assert "T Amcan: Improve confidence." in shown


def test_a_full_briefing_is_built_and_proved(tmp_path: Path) -> None:
    """The whole of it goes into Word and is read back without a difference."""
    briefing(tmp_path, FULL)
    ran = run(tmp_path, "build", "briefing")
    assert ran.code == 0, ran.err


def test_the_labels_of_facts_are_bold_and_their_words_are_not(tmp_path: Path) -> None:
    """“Place:” stands out from Barchester."""
    briefing(tmp_path, FULL)
    blocks = composed(tmp_path, {}, "briefing").body
    place = next(block for block in blocks if block.text.startswith("Place:"))
    assert place.kind is BlockKind.TEXT
    assert [(run.text, run.bold) for run in place.runs] == [("Place: ", True), ("Barchester", False)]
