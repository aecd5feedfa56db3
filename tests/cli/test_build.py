"""`build`: the Word paper is written when everything is right, and nothing an officer did is ever lost."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pcp_reports.word import fill as filling

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Said

    Pcp = Callable[..., Said]

PAPER = "2023-10-03"
WORD_FILE = f"output/{PAPER}/{PAPER} panel-update.docx"


def words_of(path: Path) -> str:
    """Return the words of a Word file's body, without its markup."""
    with zipfile.ZipFile(path) as archive:
        return re.sub(r"<[^>]+>", " ", archive.read("word/document.xml").decode("utf-8"))


def spoil_an_amount(root: Path) -> Path:
    """Type a comma in the wrong place of one amount."""
    path = root / "entries/funding/2023-24/slnf-september.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("£9,599", "£95,99"), encoding="utf-8", newline="\n")
    return path


def test_prints_the_path_of_the_paper_and_nothing_else(pcp: Pcp, example: Path) -> None:
    """The standard output is the path alone, so that another program can use it."""
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (0, f"{WORD_FILE}\n".replace("/", os.sep))
    assert (example / WORD_FILE).is_file()


def test_records_what_the_paper_was_made_from(pcp: Pcp, example: Path) -> None:
    """build.json holds the digest of every entry used, of the template, and of the file written."""
    pcp("build", PAPER)
    record = json.loads((example / f"output/{PAPER}/build.json").read_text(encoding="utf-8"))
    inputs = {path: sha256((example / path).read_bytes()).hexdigest() for path in record["inputs"]}
    assert record["inputs"] == inputs
    assert len(inputs) == 12
    assert record["template"] == {
        "path": "templates/panel-update.docx",
        "sha256": sha256((example / "templates/panel-update.docx").read_bytes()).hexdigest(),
    }
    assert record["file"] == {"path": WORD_FILE, "sha256": sha256((example / WORD_FILE).read_bytes()).hexdigest()}


def test_an_error_builds_nothing_and_touches_nothing(pcp: Pcp, example: Path) -> None:
    """A wrong amount stops the build with exit 1, and the good file of before stays as it was."""
    pcp("build", PAPER)
    before = (example / WORD_FILE).read_bytes()
    spoil_an_amount(example)
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "slnf-september, Empowerment Charity, amount: “£95,99” cannot be read as an amount" in said.err
    assert "Nothing was built." in said.err
    assert (example / WORD_FILE).read_bytes() == before


def test_an_edited_word_file_is_never_overwritten(pcp: Pcp, example: Path) -> None:
    """What the Chief Executive changed in Word stays, and the message says how to go on."""
    pcp("build", PAPER)
    (example / WORD_FILE).write_bytes(b"edited by the Chief Executive")
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "was changed since it was built" in said.err
    assert "build --replace" in said.err
    assert (example / WORD_FILE).read_bytes() == b"edited by the Chief Executive"


def test_replace_keeps_every_edited_file_beside_the_new_one(pcp: Pcp, example: Path) -> None:
    """Two edits, two builds with --replace: both edited files are kept, numbered."""
    home = example / f"output/{PAPER}"
    pcp("build", PAPER)
    built = (example / WORD_FILE).read_bytes()
    for number in (1, 2):
        (example / WORD_FILE).write_bytes(f"edit {number}".encode())
        said = pcp("build", PAPER, "--replace")
        assert said.code == 0
        assert f"edited {number}.docx" in said.err
    assert (example / WORD_FILE).read_bytes() == built
    kept = [(home / f"{PAPER} panel-update edited {number}.docx").read_bytes() for number in (1, 2)]
    assert kept == [b"edit 1", b"edit 2"]


def test_a_word_file_of_unknown_origin_is_not_overwritten(pcp: Pcp, example: Path) -> None:
    """A file that stands in the way without a record of being ours counts as somebody's work."""
    (example / WORD_FILE).parent.mkdir(parents=True)
    (example / WORD_FILE).write_bytes(b"somebody's own")
    assert pcp("build", PAPER).code == 1
    assert (example / WORD_FILE).read_bytes() == b"somebody's own"


def test_a_damaged_record_makes_the_tool_careful_not_crash(pcp: Pcp, example: Path) -> None:
    """With build.json spoilt the tool cannot tell whose the file is, and leaves it alone when it differs."""
    pcp("build", PAPER)
    (example / f"output/{PAPER}/build.json").write_text('{"outputs": ["no"', encoding="utf-8")
    assert pcp("build", PAPER).code == 0, "the same bytes again harm nobody"
    (example / WORD_FILE).write_bytes(b"edited")
    (example / f"output/{PAPER}/build.json").write_text('{"outputs": 7}', encoding="utf-8")
    assert pcp("build", PAPER).code == 1


def test_a_file_open_in_word_is_left_alone(pcp: Pcp, example: Path) -> None:
    """Word's owner file beside the paper means that somebody has it open."""
    pcp("build", PAPER)
    (example / WORD_FILE).with_name(f"~${PAPER[2:]} panel-update.docx").write_bytes(b"")
    entry = example / "entries/2023-10-03/bacup.yaml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("Bacup", "Bacup town"), encoding="utf-8", newline="\n")
    said = pcp("build", PAPER)
    assert said.code == 1
    assert "is open in Word" in said.err
    assert "Close it there" in said.err


def test_the_paper_can_be_written_elsewhere_but_not_over_entries(pcp: Pcp, example: Path, tmp_path: Path) -> None:
    """--output takes a .docx path or a folder; entries and templates are safe from it."""
    said = pcp("build", PAPER, "--output", tmp_path / "sent" / "Update.docx")
    assert said.code == 0
    assert (tmp_path / "sent" / "Update.docx").is_file()
    for place in ("templates/panel-update.docx", "entries/x.docx", "update.pdf"):
        before = (example / "templates/panel-update.docx").read_bytes()
        assert pcp("build", PAPER, "--output", place).code == 1
        assert (example / "templates/panel-update.docx").read_bytes() == before


def test_an_edited_file_elsewhere_is_safe_too(pcp: Pcp, example: Path, tmp_path: Path) -> None:
    """The rule about edited files holds wherever the paper was written."""
    target = tmp_path / "Update.docx"
    assert pcp("build", PAPER, "--output", target).code == 0
    assert pcp("build", PAPER, "--output", target).code == 0
    target.write_bytes(b"edited")
    assert pcp("build", PAPER, "--output", target).code == 1
    assert target.read_bytes() == b"edited"
    assert example.is_dir()


def test_a_draft_is_built_in_spite_of_errors(pcp: Pcp, example: Path) -> None:
    """On deadline day: marked DRAFT, the faults in front, the round that cannot be trusted left out, its own file name."""
    spoil_an_amount(example)
    said = pcp("build", PAPER, "--draft")
    assert said.code == 0
    path = example / said.out.strip()
    assert path.name == f"{PAPER} panel-update DRAFT.docx"
    words = words_of(path)
    assert words.index("cannot be read as an amount") < words.index("Executive Summary")
    assert "Longridge" not in words, "a round with a hole in it is not printed"
    assert "Flowhesion" in words
    with zipfile.ZipFile(path) as archive:
        headers = [
            archive.read(name).decode("utf-8") for name in archive.namelist() if re.match(r"word/header\d*\.xml", name)
        ]
    assert headers
    assert all("DRAFT" in re.sub(r"<[^>]+>", "", header) for header in headers)


def test_no_draft_is_made_from_a_file_that_cannot_be_read(pcp: Pcp, example: Path) -> None:
    """A file that YAML cannot read might hold anything, exempt matter too: not even a draft is made."""
    (example / "entries/2023-10-03/bacup.yaml").write_text("kind: engagement\ntext: |\n ok\n}{: [\n", encoding="utf-8")
    said = pcp("build", PAPER, "--draft")
    assert (said.code, said.out) == (1, "")
    assert "no draft can be made while this file cannot be read" in said.err


def test_faults_of_another_paper_do_not_hold_this_one_up(pcp: Pcp, example: Path) -> None:
    """An error in a paper of next month is that paper's."""
    other = example / "entries/2024-01-15"
    other.mkdir()
    (other / "paper.yaml").write_text("kind: paper\ntitel: x\n", encoding="utf-8")
    assert pcp("build", PAPER).code == 0
    assert pcp("check").code == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2023-10-3", "Did you mean “2023-10-03”?"),
        ("../../etc", "There is no paper named"),
        ("", "There is no paper named"),
    ],
)
def test_an_unknown_paper_is_wrong_usage(pcp: Pcp, example: Path, name: str, expected: str) -> None:
    """Exit 2, and the paper that was perhaps meant."""
    said = pcp("build", name)
    assert said.code == 2
    assert expected in said.err
    assert not (example / "output").exists()


def test_a_template_that_is_no_word_file_is_named(pcp: Pcp, example: Path) -> None:
    """A template overwritten with something else stops the build in plain words."""
    (example / "templates/panel-update.docx").write_bytes(b"<html>not Word</html>")
    said = pcp("build", PAPER)
    assert said.code == 1
    assert "W201" in said.err
    assert "Traceback" not in said.err


def test_a_template_that_cannot_be_opened_is_named(pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that another program holds stops the build in plain words (W506)."""
    real = Path.open

    def held(self: Path, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Path.open
        if self.suffix == ".docx":
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", held)
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "W506" in said.err
    assert "close it there" in said.err
    assert not (example / WORD_FILE).exists()


def test_read_back_stands_between_a_wrong_file_and_the_panel(
    pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If filling ever drops or changes a word, nothing is written over the good file."""
    pcp("build", PAPER)
    before = (example / WORD_FILE).read_bytes()
    real = filling.fill

    def wrong(*arguments: object, **options: object) -> bytes:
        data = real(*arguments, **options)  # type: ignore[arg-type]  # passed on as they came
        assert isinstance(data, bytes)
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace("£9,280".encode(), "£9,820".encode()))
        return out.getvalue()

    monkeypatch.setattr(filling, "fill", wrong)
    (example / WORD_FILE).unlink()
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "£9,280" in said.err
    assert "£9,820" in said.err
    assert not (example / WORD_FILE).exists()
    assert before


def test_an_interrupted_write_leaves_the_old_file(pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk in the middle of writing: the old paper stays whole, no scrap is left, and the exit code is 1."""
    pcp("build", PAPER)
    before = (example / WORD_FILE).read_bytes()
    entry = example / "entries/2023-10-03/bacup.yaml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("Bacup", "Bacup town"), encoding="utf-8", newline="\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "cannot be written (No space left on device)" in said.err
    assert (example / WORD_FILE).read_bytes() == before
    assert [path.name for path in (example / WORD_FILE).parent.iterdir() if path.suffix == ".tmp"] == []


def change_template(root: Path, change: Callable[[str], str]) -> None:
    """Change the document of the example's template."""
    path = root / "templates/panel-update.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts["word/document.xml"].decode("utf-8")
    after = change(before)
    assert after != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, after.encode("utf-8") if name == "word/document.xml" else part)


def test_text_beside_the_body_stops_the_build_but_not_the_draft(pcp: Pcp, example: Path) -> None:
    """Words beside {{p body }} would be deleted in silence: nothing is built, and a draft says so in front."""
    change_template(example, lambda xml: xml.replace("{{p body }}", "See below: {{p body }}"))
    said = pcp("build", PAPER)
    assert (said.code, said.out) == (1, "")
    assert "“See below:” stands beside {{p body }}, and would be deleted with it" in said.err
    assert f"pcp-reports build {PAPER} --draft" in said.err
    draft = pcp("build", PAPER, "--draft")
    assert draft.code == 0
    assert "stands beside {{p body }}" in words_of(example / draft.out.strip())


def test_guidance_left_in_the_template_is_told_when_the_paper_is_built(pcp: Pcp, example: Path) -> None:
    """The paper is built, and I am warned that it prints a note that was meant for its writer."""
    note = "<w:p><w:r><w:t>[Insert the reference number]</w:t></w:r></w:p>"
    change_template(example, lambda xml: xml.replace("<w:body>", f"<w:body>{note}"))
    said = pcp("build", PAPER)
    assert said.code == 0
    assert "guidance for writers is left: “[Insert the reference number]”" in said.err


def test_no_draft_is_advised_where_the_template_stops_it_too(pcp: Pcp, example: Path) -> None:
    """If a draft would fail for the same reason, I am not sent to build one; the reason is said once."""
    change_template(example, lambda xml: xml.replace("{{ paper.title }}", "{{ paper.titel }}"))
    for options in ((), ("--draft",)):
        said = pcp("build", PAPER, *options)
        assert said.code == 1
        assert "--draft" not in said.err
        assert said.err.count("Did you mean paper.title?") == 1


def test_faults_of_the_template_and_of_the_entries_are_told_together(pcp: Pcp, example: Path) -> None:
    """A wrong amount and a slip in the template are both said at once."""
    spoil_an_amount(example)
    change_template(example, lambda xml: xml.replace("{{p body }}", "See below: {{p body }}"))
    said = pcp("build", PAPER)
    assert "£95,99" in said.err
    assert "stands beside {{p body }}" in said.err


def test_a_total_left_from_the_last_build_is_told_as_that(pcp: Pcp, example: Path) -> None:
    """When a grant changes after the build and the sentence does not, I am told that the sum is the one built before."""
    path = example / "entries/funding/2023-24/slnf-september.yaml"
    text = path.read_text(encoding="utf-8")
    scope = text[text.index("stated:\n") : text.index("# A grant may also say")]
    text = text.replace(scope, "").replace("£53,879 was awarded to 6", "£73,719 was awarded to 8")
    path.write_text(text, encoding="utf-8", newline="\n")
    assert pcp("build", "2023-10-03").code == 0
    path.write_text(text.replace("£9,280", "£9,180"), encoding="utf-8", newline="\n")
    said = pcp("check", "2023-10-03").out
    assert "£73,619" in said
    assert "what the round came to when 2023-10-03 was last built" in said
