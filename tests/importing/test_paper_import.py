"""Papers that exist as entries: the worked example, the published paper, and papers of many offices."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_imports import MEETING, errors, grants_in, imported, text_of, total_in, unaccounted, written
from papers_in_word import word_file
from support import OFFICE, run, statement, write

from pcp_reports.checks import check
from pcp_reports.dates import PartialDate
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Sort
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pcp_reports.importing.made import Made

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "tests" / "data" / "papers"
CORPUS = sorted(path.name for path in PAPERS.iterdir() if path.suffix in (".txt", ".md", ".word"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the worked example with its October paper built."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "entries", root / "entries")
    shutil.copytree(ROOT / "templates", root / "templates")
    assert run(root, "build", "2023-10-03").code == 0
    return root


def built(root: Path) -> Path:
    """Return the paper that was built."""
    (path,) = (root / "output" / "2023-10-03").glob("*.docx")
    return path


# -- a paper of our own


def test_the_example_comes_back_as_the_same_paper(example: Path, tmp_path: Path) -> None:
    """I import a paper that was built, build it again, and it is the same: words, looks, links, order and bookmarks."""
    made = from_paper(built(example).read_bytes(), "update.docx", MEETING)
    got = written(tmp_path, made)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    assert errors(got) == []
    assert run(tmp_path, "build", "2023-10-03").code == 0
    before, after = zipfile.ZipFile(built(example)), zipfile.ZipFile(built(tmp_path))
    assert before.namelist() == after.namelist()
    differing = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert differing == {"word/document.xml"}
    # A placeholder's words stood in a piece of their own; typed words do not. Nothing else differs.
    whole = re.compile(rb'</w:t></w:r><w:r><w:t xml:space="preserve">')
    assert whole.sub(b"", before.read("word/document.xml")) == whole.sub(b"", after.read("word/document.xml"))


def test_the_files_of_the_example_have_their_names_again(example: Path) -> None:
    """What a paper was built from comes back under the names that it had."""
    made = from_paper(built(example).read_bytes(), "update.docx", MEETING)
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "entries" / "2023-10-03").glob("*.yaml")}
    shared = {f"entries/funding/2023-24/slnf-{month}.yaml" for month in ("august", "september")}
    assert {one.path for one in made.files} == own | shared | {"entries/office.yaml"}
    assert made.total_in == made.total_out
    assert [str(one.total) for one in made.rounds] == ["£69,267", "£73,719"]


def test_the_same_grants_come_back(example: Path, tmp_path: Path) -> None:
    """Each grant of the example is in the ledger again, in its strand, to the penny."""
    made = from_paper(built(example).read_bytes(), "update.docx", MEETING)
    assert grants_in(written(tmp_path, made)) == grants_in(survey(load(example)))


def test_imported_where_it_was_made_nothing_is_touched(example: Path) -> None:
    """The meeting has a paper already: that is said, and what to do; nothing is made."""
    made = from_paper(built(example).read_bytes(), "update.docx", MEETING, load(example, keep=True))
    assert (made.files, made.edits) == ((), ())
    assert [one.code for one in made.findings] == ["G556"]


def test_a_round_that_is_there_already_is_cited(example: Path) -> None:
    """Imported for another meeting, the paper cites the rounds that the entries hold; no grant counts twice."""
    other = PartialDate(2023, 12, 4)
    made = from_paper(built(example).read_bytes(), "update.docx", other, load(example, keep=True))
    assert not [one.path for one in made.files if "funding" in one.path]
    assert [one.code for one in made.findings].count("G555") == 2
    assert "- slnf-august\n" in text_of(made, "2023-12-04/paper.yaml")
    assert "standing: duty-to-hold-to-account" in text_of(made, "2023-12-04/paper.yaml")
    assert {one.path for one in made.rounds} == {
        f"entries/funding/2023-24/slnf-{m}.yaml" for m in ("august", "september")
    }


def test_the_same_grants_of_another_month_are_another_round(tmp_path: Path) -> None:
    """Who gets the same every month is not taken for a round that the entries hold already."""
    for month, files in (("September", 1), ("August", 1), ("September", 0)):
        made = imported(UPDATE.replace("September", month), tmp_path if month != "September" or not files else None)
        assert sum("/funding/" in one.path for one in made.files) == files
        if files and month == "September":
            written(tmp_path, made)
            shutil.rmtree(tmp_path / "entries" / "2023-10-03")


# -- the published paper


def reference_in_word(text: bytes) -> bytes:
    """Return the published paper as a Word file in which headings, numbers and bullets are Word's own."""
    lines = []
    for one in read_paper(text, "reference.txt").passages:
        sort = {Sort.HEADING: "B" if one.text.endswith(":") else "H1", Sort.TITLE: "T"}.get(one.sort, "P")
        if one.sort is Sort.ITEM:
            sort = "N0" if one.numbered else "L0"
        lines.append(f"{sort}| {one.text}")
    return word_file("\n".join(lines))


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_the_published_paper_becomes_entries(shared: Path, tmp_path: Path, form: str) -> None:
    """The published update comes in whole: front matter, board, operation, both rounds to the penny, and no error."""
    text = (shared / "reference" / "003_15c0aae8e3ce8794.txt").read_bytes()
    data = reference_in_word(text) if form == "docx" else text
    made = from_paper(data, f"update.{form}", MEETING)
    got = written(tmp_path, made)
    assert errors(got) == []
    assert unaccounted(data, f"update.{form}", made) == []
    assert [(one.grants, str(one.total)) for one in made.rounds] == [(9, "£69,267"), (8, "£73,719")]
    assert made.total_in == made.total_out == total_in(got)
    paper = text_of(made, "paper.yaml")
    for line in ("title: Police & Crime Commissioner's update", "contact: Ian Dickinson", "signatory: Angela Harrison"):
        assert f"\n{line}\n" in paper
    assert [line.split(": ")[1] for line in paper.splitlines() if "heading:" in line] == [
        "Background",
        "Performance Headlines",
        "Recommendation",
    ]
    assert "- accountability-board\n      - also: operation-centurion\n" in paper
    assert "launched: 2023-07\n" in text_of(made, "operation-centurion.yaml")
    assert "held: 2023-08\n" in text_of(made, "accountability-board.yaml")


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_what_is_wrong_in_the_published_paper_is_found_in_its_entries(shared: Path, tmp_path: Path, form: str) -> None:
    """£53,879 to six projects stays as it was typed, and `check` says that it is the Community Fund's alone; ¶8 is left in peace."""
    text = (shared / "reference" / "003_15c0aae8e3ce8794.txt").read_bytes()
    data = reference_in_word(text) if form == "docx" else text
    got = written(tmp_path, from_paper(data, f"update.{form}", MEETING))
    (found,) = [one for one in check(got) if one.code.startswith("G")]
    assert found.code == "G201"
    assert "the text says £53,879 to 6 projects" in found.message
    assert "£73,719 for 8 projects" in found.message
    assert "what the Community Fund alone comes to" in found.message


# -- papers of many offices


def of_corpus(name: str) -> tuple[bytes, str]:
    """Return a paper of the corpus and the name it would have."""
    path = PAPERS / name
    if path.suffix == ".word":
        return word_file(path.read_text(encoding="utf-8")), f"{path.stem}.docx"
    return path.read_bytes(), name


@pytest.mark.parametrize("name", CORPUS)
def test_every_paper_of_the_corpus_comes_in_whole(name: str, tmp_path: Path) -> None:
    """Whatever an office's paper looks like: no error, the same total in and out, and every passage in an entry or named."""
    data, path = of_corpus(name)
    made = from_paper(data, path, PartialDate(2025, 6, 3))
    if not made.files:
        assert [one.code for one in made.findings if one.code == "G552"] == ["G552"]
        return
    got = written(tmp_path, made)
    assert errors(got) == []
    assert made.total_in == made.total_out == total_in(got)
    assert unaccounted(data, path, made) == []


def test_most_papers_of_the_corpus_make_entries() -> None:
    """Hardly any paper is too strange to be made into entries at all."""
    made = [from_paper(*of_corpus(name), PartialDate(2025, 6, 3)) for name in CORPUS[::7]]
    assert sum(bool(one.files) for one in made) >= len(made) * 0.9


LINES = st.sampled_from(
    [
        *(
            "POLICE AND CRIME PANEL",
            "Meeting to be held on 3 October 2023",
            "RECOMMENDATION",
            "Background",
            "Appendix A",
        ),
        *(
            "1. The Commissioner met people in Bacup: see [x](https://e.org) {{ total }}",
            "2. Grants were made:",
            "3.1 Text",
        ),
        *(
            "Community Fund:",
            "community fund:",
            "- Scouts – tents – £500",
            "- Club A – bats - £1,000.",
            "• Mill Trust (£250)",
        ),
        *(
            "Total: £1,750",
            "(a) first",
            "- a bullet",
            "  - deeper",
            "Organisation | Amount",
            "Mill | £40",
            "Quay | £50",
            "",
        ),
        *(
            "Declined: Foo – £500",
            "Operation Lantern was launched in May.",
            "The Accountability Board met in June 2023.",
        ),
        *("£5,000 was given to A, £200 to B and £30 to C.", "yes", "null", "---", "- x: y", "\ttab", "Chief Executive"),
    ]
)


@settings(max_examples=60)
@given(st.lists(LINES | st.text(max_size=40), max_size=20))
def test_nothing_that_a_text_may_hold_breaks_an_entry(lines: list[str]) -> None:
    """Whatever stands in a paper, in whatever order: what is made has no error in it, and no total changes on the way."""
    made = from_paper("\n".join(lines).encode("utf-8", "replace"), "update.txt", MEETING)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "entries").mkdir()
        got = written(Path(folder), made)
        assert not made.files or errors(got) == []
        assert made.total_in == made.total_out == total_in(got)


# -- an office that is there already

UPDATE = """POLICE AND CRIME PANEL

Meeting to be held on 3 October 2023

The Commissioner's update

Contact: Jo Bell, 01632 960001, jo.bell@example.gov.uk

RECOMMENDATION

The Panel is asked to note the report.

Background

1. The Commissioner holds the Chief Constable to account.

News

2. In September the Lantern Fund made these grants:

- Mill Trust – lamps – £500
- Quay Club – boats – £250

Ann Thorne
Chief Executive
"""


def codes(made: Made) -> list[str]:
    """Return the codes of what was said."""
    return [one.code for one in made.findings]


def test_people_and_funds_that_the_office_lacks_are_asked_for(tmp_path: Path) -> None:
    """office.yaml is left alone: whom the paper names and it does not, I am told with the lines to type."""
    write(tmp_path, {})
    before = (tmp_path / "entries" / "office.yaml").read_bytes()
    made = imported(UPDATE, tmp_path)
    told = [one for one in made.findings if one.code == "G549"]
    assert [one.message for one in told] == [
        "“Jo Bell”, the paper's contact, is not among the people of office.yaml, so the entries name none.",
        "“Lantern Fund”, of which the paper has grants, is not in office.yaml.",
    ]
    assert "telephone: 01632 960001" in told[0].hint
    paper = text_of(made, "paper.yaml")
    assert "signatory: Ann Thorne\n" in paper
    assert "contact:" not in paper
    assert "- standing: duty\n" in paper
    written(tmp_path, made)
    assert (tmp_path / "entries" / "office.yaml").read_bytes() == before


def test_funds_are_added_when_that_is_asked_for(tmp_path: Path) -> None:
    """With --add-funds, or where it has none, office.yaml gets the fund, and every line of mine stays as it is."""
    write(tmp_path, {})
    made = from_paper(UPDATE.encode(), "u.txt", MEETING, load(tmp_path, keep=True), add_funds=True)
    assert [edit.changes for edit in made.edits] == [("new: “Lantern Fund”, a fund",)]
    before = (tmp_path / "entries" / "office.yaml").read_text(encoding="utf-8")
    assert errors(written(tmp_path, made)) == []
    after = (tmp_path / "entries" / "office.yaml").read_text(encoding="utf-8")
    assert after.replace("  Lantern Fund:\n", "") == before
    write(tmp_path / "w", {"office": "kind: office\nname: The office\n"})
    made = imported(UPDATE, tmp_path / "w")
    assert errors(written(tmp_path / "w", made)) == []


def test_an_office_file_that_is_still_a_form_is_filled_in(tmp_path: Path) -> None:
    """After `init --empty` the form is filled in out of the paper, so that what was made can be checked and built."""
    assert run(tmp_path, "init", "--empty").code in (0, 2)
    from pcp_reports.cli.app import run as command  # noqa: PLC0415 - init takes its folder, not -C

    command(["init", "--empty", str(tmp_path / "w")])
    made = imported(UPDATE, tmp_path / "w")
    assert [edit.path for edit in made.edits] == ["entries/office.yaml"]
    got = written(tmp_path / "w", made)
    assert errors(got) == []
    assert b"Jo Bell" in (tmp_path / "w" / "entries" / "office.yaml").read_bytes()


def test_a_form_that_somebody_began_to_fill_in_is_left_alone(tmp_path: Path) -> None:
    """What an officer typed is never written over."""
    write(tmp_path, {"office": OFFICE.replace("name: Office of", 'name: "[Name]" #', 1)})
    assert imported(UPDATE, tmp_path).edits == ()


def test_names_that_are_taken_are_not_given_again(tmp_path: Path) -> None:
    """A new file has a name that no file within reach has."""
    write(tmp_path, {"funding/lantern-fund-september": statement("Not a round.")})
    made = imported(UPDATE, tmp_path)
    assert any(one.path.endswith("/lantern-fund-september-2.yaml") for one in made.files)


def test_a_paper_of_another_meeting_is_named() -> None:
    """When I type the wrong day, I am told which one the paper itself gives."""
    made = imported(UPDATE, meeting=PartialDate(2023, 12, 4))
    (told,) = [one for one in made.findings if one.code == "G553"]
    assert told.message == "The paper itself is for 3 October 2023, and its entries are made for 4 December 2023."
    assert told.hint.endswith("--meeting 2023-10-03.")


def test_the_command_makes_the_files_and_says_the_totals(tmp_path: Path) -> None:
    """`import` writes the entries, prints their paths, and says totals in and totals out."""
    (tmp_path / "entries").mkdir()
    (tmp_path / "update.txt").write_text(UPDATE, encoding="utf-8", newline="\n")
    ran = run(tmp_path, "import", str(tmp_path / "update.txt"), "--meeting", "2023-10-03")
    assert ran.code == 0, ran.err
    assert "entries/2023-10-03/paper.yaml\n" in ran.out
    assert "2 grants" in ran.err
    assert "£750" in ran.err
    assert run(tmp_path, "check").code == 0


def test_a_file_without_a_paper_in_it_makes_nothing() -> None:
    """A file with nothing to take over is said to be one."""
    assert codes(imported("3 October 2023\n")) == ["G552"]
    assert imported("").files == ()
