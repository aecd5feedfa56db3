"""`figures` as it is typed: on the screen, as JSON, and as the sheet that is signed."""

from __future__ import annotations

import hashlib
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from pcp_reports.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Said

ROOT = Path(__file__).resolve().parents[2]
SHEET = Path("output/2023-10-03/2023-10-03 figures.docx")
BUILT = Path("output/2023-10-03/2023-10-03 panel-update.docx")


def text_of(path: Path) -> str:
    """Return the words of a Word file outside its tables."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.mark.usefixtures("example")
def test_the_screen_shows_figures_by_paragraph(pcp: Callable[..., Said]) -> None:
    """I see under each paragraph's number what it prints, how it was read, and what it rests on; no line is too long."""
    said = pcp("figures", "2023-10-03")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert max(map(len, lines)) <= 100
    nine = lines[lines.index("Paragraph 9") + 1 :]
    assert nine[0].split("  ")[1].strip() == "£53,879"
    assert any("from the grant, counted in £73,719" in line for line in nine)


@pytest.mark.usefixtures("example")
def test_what_needs_a_source_is_marked_and_placed(pcp: Callable[..., Said]) -> None:
    """Each unsupported figure is marked with !, and says in which file and line a source is wanting; none other is."""
    said = pcp("figures", "2023-10-03")
    listed = json.loads(pcp("figures", "2023-10-03", "--format", "json").out)
    wanting = [one for one in listed["figures"] if one["standing"] == "unsupported"]
    marked = [line for line in said.out.splitlines() if line.startswith("! ")]
    assert len(marked) == len(wanting) > 0
    assert all(f"{one['path']}:{one['line']}" in said.out for one in wanting)
    assert "Give each figure marked ! a source" in said.out


@pytest.mark.usefixtures("example")
def test_the_last_lines_count(pcp: Callable[..., Said]) -> None:
    """The closing line says how many figures there are, and how many of each standing."""
    summary = json.loads(pcp("figures", "2023-10-03", "--format", "json").out)["summary"]
    told = ", ".join(f"{summary[standing.value]} {standing.value}" for standing in Standing)
    assert f"\n{summary['figures']} figures: {told}.\n" in pcp("figures", "2023-10-03").out
    assert summary["figures"] == sum(summary[standing.value] for standing in Standing)


@pytest.mark.usefixtures("example")
def test_the_json_names_every_part(pcp: Callable[..., Said]) -> None:
    """A program reads words, what is counted, place, value and standing; bounds are strings, and null where there is none."""
    listed = json.loads(pcp("figures", "2023-10-03", "--format", "json").out)
    assert list(listed) == ["paper", "figures", "summary"]
    (over,) = [one for one in listed["figures"] if one["words"] == "over 400"]
    assert over == {
        "words": "over 400",
        "noun": "people",
        "paragraph": 4,
        "where": "Paragraph 4",
        "unit": "count",
        "kind": "at_least",
        "low": "400",
        "high": None,
        "standing": "reconciled",
        "with": "130 + 278 = 408",
        "path": "entries/2023-10-03/operation-centurion.yaml",
        "line": 23,
    }


def test_nothing_is_listed_while_an_error_stands(pcp: Callable[..., Said], example: Path) -> None:
    """A paper that cannot be built has no register; I am told what to mend."""
    path = example / "entries" / "funding" / "2023-24" / "slnf-september.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("£9,280", "£9.280"), encoding="utf-8", newline="\n")
    for form in ("text", "json", "docx"):
        said = pcp("figures", "2023-10-03", "--format", form)
        assert (said.code, said.out) == (1, "")
        assert "G101" in said.err
        assert "No figures are listed until the errors are mended." in said.err
    assert not SHEET.exists()


@pytest.mark.usefixtures("example")
def test_the_sheet_is_written_and_its_path_alone_is_printed(pcp: Callable[..., Said]) -> None:
    """The path of the evidence sheet is all that goes to the standard output, and it names the paper as built."""
    pcp("build", "2023-10-03")
    said = pcp("figures", "2023-10-03", "--format", "docx")
    assert (said.code, said.out.strip(), said.err) == (0, str(SHEET), "")
    assert hashlib.sha256(BUILT.read_bytes()).hexdigest() in text_of(SHEET)
    first = SHEET.read_bytes()
    assert pcp("figures", "2023-10-03", "--format", "docx").code == 0
    assert SHEET.read_bytes() == first


@pytest.mark.usefixtures("example")
def test_the_sheet_says_when_the_paper_is_not_the_one_that_was_built(pcp: Callable[..., Said]) -> None:
    """Before the build, and after an edit of the paper in Word, the sheet says that there is no paper to go with it."""
    said = pcp("figures", "2023-10-03", "--format", "docx")
    assert "is not built yet" in said.err
    assert "The paper has not been built from the entries as they stand." in text_of(SHEET)
    pcp("build", "2023-10-03")
    BUILT.write_bytes(BUILT.read_bytes() + b"edited")
    said = pcp("figures", "2023-10-03", "--format", "docx")
    assert "does not stand as these entries make it" in said.err
    assert "SHA-256" not in text_of(SHEET)


@pytest.mark.usefixtures("example")
def test_a_signed_sheet_is_never_overwritten(pcp: Callable[..., Said]) -> None:
    """A sheet that somebody filled in, or has open in Word, stays as it is; the paper's own record is kept, too."""
    pcp("build", "2023-10-03")
    pcp("figures", "2023-10-03", "--format", "docx")
    signed = docx.Document(str(SHEET))
    signed.add_paragraph("Signed: A. Harrison")
    held = io.BytesIO()
    signed.save(held)
    SHEET.write_bytes(held.getvalue())
    said = pcp("figures", "2023-10-03", "--format", "docx")
    assert (said.code, said.out) == (1, "")
    assert "was changed since it was written" in said.err
    assert SHEET.read_bytes() == held.getvalue()
    assert pcp("build", "2023-10-03").code == 0
    open_in_word = SHEET.with_name(f"~${SHEET.name[2:]}")
    open_in_word.touch()
    assert "open in Word" in pcp("figures", "2023-10-03", "--format", "docx").err
    assert pcp("build", "2023-10-03").code == 0


@pytest.mark.usefixtures("example")
def test_the_record_of_the_paper_outlives_its_sheet(pcp: Callable[..., Said]) -> None:
    """Writing a sheet changes nothing of what build.json says of the paper, and building forgets no sheet, nor of what it is."""
    pcp("build", "2023-10-03")
    record = BUILT.with_name("build.json")
    before = json.loads(record.read_text(encoding="utf-8"))
    pcp("figures", "2023-10-03", "--format", "docx")
    after = json.loads(record.read_text(encoding="utf-8"))
    sheet = after.pop("sheet")
    assert {**after, "outputs": before["outputs"]} == before
    assert sheet == {"path": "output/2023-10-03/2023-10-03 figures.docx", "of": before["file"]["sha256"]}
    pcp("build", "2023-10-03")
    assert json.loads(record.read_text(encoding="utf-8")) == {**after, "sheet": sheet}


def test_the_sheet_goes_where_i_say(pcp: Callable[..., Said], example: Path) -> None:
    """--output names a folder or a .docx; anywhere else is refused, and so is --output without the Word form."""
    folder = example / "elsewhere"
    folder.mkdir()
    assert pcp("figures", "2023-10-03", "--format", "docx", "--output", folder).code == 0
    assert (folder / SHEET.name).is_file()
    assert pcp("figures", "2023-10-03", "--format", "docx", "--output", "sheet.txt").code == 1
    said = pcp("figures", "2023-10-03", "--output", "sheet.docx")
    assert said.code == 2
    assert "--format docx" in said.err


@pytest.mark.usefixtures("example")
def test_an_unknown_paper_is_named(pcp: Callable[..., Said]) -> None:
    """A slip in the paper's name is wrong usage, with what was perhaps meant."""
    assert pcp("figures", "2023-10-30").code == 2


def told() -> list[str]:
    """Return the examples that the page of commands has for this command."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.partition("\n## figures\n")[2].partition("\n## ")[0]
    return re.findall(r"^```\w+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@pytest.mark.usefixtures("example")
def test_the_lines_of_the_page_are_what_is_printed(pcp: Callable[..., Said]) -> None:
    """The page shows the register as I will see it."""
    lines = pcp("figures", "2023-10-03").out.splitlines()
    shown = told()[0].splitlines()
    assert len(shown) > 3
    assert [line for line in shown if line not in lines] == []


@pytest.mark.usefixtures("example")
def test_the_json_of_the_page_is_what_is_printed(pcp: Callable[..., Said]) -> None:
    """A program written after the page finds the keys that it shows, and those figures."""
    real = json.loads(pcp("figures", "2023-10-03", "--format", "json").out)
    shown = json.loads(told()[1])
    assert [list(part) for part in (shown, shown["summary"])] == [list(part) for part in (real, real["summary"])]
    assert [one for one in shown["figures"] if one not in real["figures"]] == []


def test_a_paper_that_was_mistyped_or_left_out_is_asked_for(pcp: Callable[..., Said], example: Path) -> None:
    """With a slip in the paper's name I am told which was meant; with none at all, what to type."""
    assert example.is_dir()
    for command in ("figures", "build"):
        said = pcp(command)
        assert (said.code, said.out) == (2, "")
        assert (
            said.err
            == f"Which paper? Type the name of its folder in entries/, as in: pcp-reports {command} 2023-10-03\n"
        )
        said = pcp(command, "2023-10-04")
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("There is no paper named “2023-10-04”. Did you mean “2023-10-03”?")


def test_the_papers_there_are_are_named(pcp: Callable[..., Said], tmp_path: Path) -> None:
    """Where nothing near is known, I am told which papers there are: none, the only one, each, or the latest."""

    def told(*names: str) -> str:
        for name in names:
            (tmp_path / "entries" / name).mkdir(parents=True)
            (tmp_path / "entries" / name / "paper.yaml").write_text("kind: paper\n", encoding="utf-8")
        return pcp("-C", tmp_path, "figures", "quarterly").err.partition("”. ")[2].strip()

    (tmp_path / "entries").mkdir()
    assert told() == "There are no papers yet."
    assert told("2023-10-03") == "The only paper is 2023-10-03."
    assert told("2023-12-05") == "The papers are 2023-10-03 and 2023-12-05."
    many = told(*[f"2024-01-{day}" for day in range(10, 25)])
    assert many.startswith("The latest papers are 2024-01-13, 2024-01-14, ")
    assert many.endswith(" and 2024-01-24.")
