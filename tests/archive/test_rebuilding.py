"""`rebuild`: a version's paper made again from what was kept with it, and what is said of the two."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from handmade_archive import built, keep, place_of, retold, tree
from support import THREE_STRANDS, funding_round, paper, run, statement, write
from word_wrappers import on_sharepoint

from pcp_reports.archive.handing_out import rebuilding
from pcp_reports.archive.handing_out.likeness import Same, likeness
from pcp_reports.archive.handing_out.rebuilding import rebuild
from pcp_reports.archive.keeping.contents import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from support import Ran

NAME = "2023-10-03"
DOCUMENT = "2023-10-03 panel-update v1 draft.docx"
ROUND = "funding/september"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace of a paper with a round and a statement."""
    root = tmp_path_factory.mktemp("made") / "workspace"
    return write(
        root,
        {
            f"{NAME}/paper": paper("bacup", "september"),
            f"{NAME}/bacup": statement("People in Bacup met the Commissioner on 1 September."),
            ROUND: funding_round(THREE_STRANDS, text="The Commissioner awarded {{ total }} to {{ projects }}:"),
        },
    )


@pytest.fixture(scope="module")
def files(made: Path) -> dict[str, bytes]:
    """Return what a version of that paper holds."""
    return built(made)


def rebuilt(root: Path, files: dict[str, bytes], *more: str) -> Ran:
    """Keep a version in a workspace whose entries are other ones by now, and rebuild it."""
    (root / "entries").mkdir(exist_ok=True)
    (root / "entries" / "office.yaml").write_bytes(b"\xff not YAML")
    number = keep(root, files)
    before = tree(root)
    ran = run(root, "rebuild", NAME, f"v{number}", *more)
    assert tree(root) == before
    return ran


def edited(data: bytes, act: Callable[[docx.document.Document], object]) -> bytes:
    """Return a Word file as Word would save it after a change."""
    held = docx.Document(io.BytesIO(data))
    act(held)
    out = io.BytesIO()
    held.save(out)
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """Return a Word file with the same parts, packed without compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return out.getvalue()


def test_the_same_inputs_make_the_same_paper(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Years later I can show that the paper is what its entries make, to the last byte, whatever they say today."""
    ran = rebuilt(tmp_path, files)
    assert (ran.code, ran.out, ran.err) == (0, "2023-10-03 v1: identical.\n", "")


def test_a_paper_packed_another_way_is_the_same_content(tmp_path: Path, files: dict[str, bytes]) -> None:
    """A file whose packing alone differs is called that, and not another paper."""
    ran = rebuilt(tmp_path, {**files, DOCUMENT: repacked(files[DOCUMENT])})
    assert (ran.code, ran.out) == (0, "2023-10-03 v1: same content, other compression.\n")


def test_a_paper_that_sharepoint_wrapped_anew_is_the_same_content(tmp_path: Path, files: dict[str, bytes]) -> None:
    """A paper that was kept after SharePoint had added its own properties is the same content."""
    ran = rebuilt(tmp_path, {**files, DOCUMENT: on_sharepoint(files[DOCUMENT])})
    assert ran.code == 0
    assert ran.out.startswith("2023-10-03 v1: same content, other wrapper. In the archived one, its properties were")


def test_words_that_differ_are_shown_where_they_stand(tmp_path: Path, files: dict[str, bytes]) -> None:
    """If the archived paper says something else than its entries, I see which paragraph, and both wordings."""

    def change(held: docx.document.Document) -> None:
        one = next(row for row in held.paragraphs if "£73,719" in row.text)
        for run_ in one.runs:
            run_.text = run_.text.replace("£73,719", "£53,879")

    ran = rebuilt(tmp_path, {**files, DOCUMENT: edited(files[DOCUMENT], change)})
    assert ran.code == 1
    assert ran.out.startswith("2023-10-03 v1: not the same; changed: its text")
    assert "What it is made with has not changed" in ran.out
    assert "1 paragraph of the paper reads otherwise:\n  Paragraph 2:\n" in ran.out
    assert "archived:    “The Commissioner awarded £53,879 to" in ran.out
    assert "built again: “The Commissioner awarded £73,719 to" in ran.out


def test_a_paragraph_put_in_or_taken_out_is_shown(tmp_path: Path, files: dict[str, bytes]) -> None:
    """A paragraph that only one of the two has is shown as not there in the other."""
    longer = edited(files[DOCUMENT], lambda held: held.add_paragraph("Signed by hand."))
    ran = rebuilt(tmp_path, {**files, DOCUMENT: longer})
    assert ran.code == 1
    assert "archived:    “Signed by hand.”\n    built again: (not there)" in ran.out


def test_an_edited_paper_is_said_to_have_been_edited(tmp_path: Path, files: dict[str, bytes]) -> None:
    """If the paper was kept as edited in Word, that is why the two differ, and it is said."""
    longer = edited(files[DOCUMENT], lambda held: held.add_paragraph("A word from the Chief Executive."))
    ran = rebuilt(tmp_path, retold({**files, DOCUMENT: longer}, as_built=False))
    assert ran.code == 1
    assert "The archived paper was edited in Word after it was built" in ran.out


def test_an_edit_that_changed_no_word_is_said(tmp_path: Path, files: dict[str, bytes]) -> None:
    """If only the looks differ, I am told that no paragraph reads otherwise."""

    def bold(held: docx.document.Document) -> None:
        held.paragraphs[0].runs[0].font.italic = True

    ran = rebuilt(tmp_path, {**files, DOCUMENT: edited(files[DOCUMENT], bold)})
    assert ran.code == 1
    assert "No paragraph reads otherwise." in ran.out


def test_what_has_changed_since_is_listed(tmp_path: Path, files: dict[str, bytes]) -> None:
    """If tools have changed since, I see each: then and now."""
    now = environment()
    then = {
        "tool": {"name": "pcp-reports", "version": "0.0.1"},
        "python": "3.9.1",
        "dependencies": {**now["dependencies"], "lxml": "4.0", "old-library": "1.0"},
    }
    longer = edited(files[DOCUMENT], lambda held: held.add_paragraph("More."))
    ran = rebuilt(tmp_path, retold({**files, DOCUMENT: longer}, **then))
    assert ran.code == 1
    assert f"  pcp-reports went from 0.0.1 to {now['tool']['version']}\n" in ran.out
    assert f"  Python went from 3.9.1 to {now['python']}\n" in ran.out
    assert f"  lxml went from 4.0 to {now['dependencies']['lxml']}\n" in ran.out
    assert "  old-library 1.0 is no longer used\n" in ran.out
    assert "docxtpl" not in ran.out


def test_a_draft_is_built_again_as_a_draft(tmp_path: Path, made: Path) -> None:
    """A version that was kept as a draft is made as a draft again, marked on every page."""
    root = tmp_path / "drafted"
    shutil.copytree(made, root)
    write(root, {f"{NAME}/bacup": statement("People in Bacup met.\n\n[Say what they asked for.]")})
    held = built(root, draft=True)
    (tmp_path / "archive").mkdir()
    ran = rebuilt(tmp_path / "archive", held)
    assert (ran.code, ran.out) == (0, "2023-10-03 v1: identical.\n")
    ran = rebuilt(tmp_path / "archive", retold(held, draft=False))
    assert ran.code == 1


def test_a_version_of_which_entries_were_kept_back_cannot_be_built(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Where exempt matter kept an entry out of the archive, I am told which and why it cannot be built."""
    ran = rebuilt(tmp_path, retold(files, incomplete=["entries/secret.yaml"]))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "v1 cannot be built again: “entries/secret.yaml” could not be kept, as exempt matter cannot be cut out of it."
    )
    assert "“pcp-reports restore” copies it out. " not in ran.out


@pytest.mark.parametrize("lacking", ["version.json", "template.docx", DOCUMENT, f"entries/{NAME}/paper.yaml"])
def test_a_version_that_lacks_something_says_what(tmp_path: Path, files: dict[str, bytes], lacking: str) -> None:
    """A version that never held what is needed is refused with the reason, and nothing fails."""
    ran = rebuilt(tmp_path, {path: data for path, data in files.items() if path != lacking})
    assert (ran.code, ran.out) == (1, "")
    assert "v1 cannot be built again: " in ran.err


def test_entries_that_are_refused_today_say_why(tmp_path: Path, files: dict[str, bytes]) -> None:
    """If today's tool finds errors in the old entries, I see them, and what the tool was then."""
    broken = {**files, f"entries/{NAME}/bacup.yaml": b"kind: statement\ntxt: |\n  Words.\n"}
    ran = rebuilt(tmp_path, retold(broken, python="3.9.1"))
    assert (ran.code, ran.out) == (1, "")
    assert "bacup" in ran.err
    assert "this version of the tool finds" in ran.err
    assert "Since then, Python went from 3.9.1 to" in ran.err


@pytest.mark.parametrize(
    "said",
    [
        {"paper": 7},
        {"template": {"path": "../../evil.docx"}},
        {"template": {"path": "templates/../x.docx"}},
        {"template": {"path": "templates/C:x.docx"}},
        {"document": "entries/office.yaml"},
        {"paper": "../2023-10-03"},
        {"incomplete": [1]},
        {"dependencies": [], "tool": 1, "python": None},
    ],
)
def test_a_version_json_that_lies_does_no_harm(
    tmp_path: Path, files: dict[str, bytes], said: dict[str, object]
) -> None:
    """Whatever stands in a version.json, nothing is written anywhere, and I get an answer in words."""
    before = tree(tmp_path)
    (tmp_path / "workspace").mkdir()
    ran = rebuilt(tmp_path / "workspace", retold(files, **said))
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err + ran.out
    assert {path for path in tree(tmp_path) if not path.startswith("workspace/")} == set(before)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("templates/C:x.docx", "names a template at “templates/C:x.docx”, where there can be none"),
        ("templates\\x.docx", "where there can be none"),
        ("templates/", "where there can be none"),
        ("templates/.docx", "where there can be none"),
        ("templates/other.docx", "its entries ask for another template than “other.docx”, which it holds"),
    ],
)
def test_no_other_template_is_used_in_its_place(tmp_path: Path, files: dict[str, bytes], path: str, why: str) -> None:
    """A paper built with a template that is not the version's own is never called identical."""
    held = {**files, "template.docx": repacked(files["template.docx"])}
    ran = rebuilt(tmp_path, retold(held, template={"path": path}))
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err


def test_a_damaged_entry_stops_it(tmp_path: Path, files: dict[str, bytes]) -> None:
    """An entry of the version that was changed in the archive is named; nothing is built from it."""
    keep(tmp_path, files)
    (tmp_path / "entries").mkdir()
    entry = place_of(tmp_path) / "v1" / "files" / "entries" / ROUND.partition("/")[0] / "september.yaml"
    entry.write_bytes(entry.read_bytes().replace(b"43,000", b"44,000"))
    ran = run(tmp_path, "rebuild", NAME, "v1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("v1: “entries/funding/september.yaml” is not the file that was archived")


def test_the_paper_built_again_can_be_kept(tmp_path: Path, files: dict[str, bytes]) -> None:
    """With --to I have the new one to look at, and nothing that is there already is overwritten."""
    root = tmp_path / "workspace"
    root.mkdir()
    target = tmp_path / "again.docx"
    assert rebuilt(root, files, "--to", str(target)).code == 0
    assert target.read_bytes() == files[DOCUMENT]
    for place, why in (
        (target, "something of that name is there already"),
        (tmp_path / "again.pdf", "its name must end in .docx"),
        (tmp_path / "nowhere" / "again.docx", "there is no such folder"),
        (root / "entries" / "again.docx", "the entries are kept there"),
        (place_of(root) / "v1" / "files" / "again.docx", "it is the archive itself"),
        (root / "output" / "unfinished" / "again.docx", "what recovery set aside is kept there"),
    ):
        (root / "output" / "unfinished").mkdir(exist_ok=True)
        ran = run(root, "rebuild", NAME, "v1", "--to", str(place))
        assert (ran.code, ran.out) == (1, "")
        assert why in ran.err
        assert target.read_bytes() == files[DOCUMENT]


def test_a_file_that_came_meanwhile_is_not_overwritten(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saves under that name while the paper is being built is theirs, and stays."""
    target = tmp_path / "again.docx"
    keep(tmp_path, files)
    (tmp_path / "entries").mkdir()

    def meanwhile(*arguments: object) -> object:
        target.write_bytes(b"theirs")
        return rebuild(*arguments)  # type: ignore[arg-type] # as they were given

    monkeypatch.setattr(rebuilding, "rebuild", meanwhile)
    ran = run(tmp_path, "rebuild", NAME, "v1", "--to", str(target))
    assert (ran.code, ran.out) == (1, "")
    assert f"The paper cannot be written to “{target}”: something of that name is there already. (A502" in ran.err
    assert target.read_bytes() == b"theirs"


@pytest.mark.parametrize("failing", ["write", "fsync"])
def test_a_paper_that_cannot_be_kept_whole_is_not_kept(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """When the drive is full, no half of a Word file is left, and I am told."""
    keep(tmp_path, files)
    (tmp_path / "entries").mkdir()
    target = tmp_path / "again.docx"
    real = Path.open

    class Full(io.FileIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    real_sync = os.fsync
    opened = []

    def barred(path: Path, *rest: object, **more: object) -> object:
        opened.append(path)
        return Full(str(path), "x") if path == target and failing == "write" else real(path, *rest, **more)  # type: ignore[call-overload] # as given

    def unsynced(number: int) -> None:
        if failing == "fsync" and opened[-1] == target:
            raise OSError(28, "No space left on device")
        real_sync(number)

    monkeypatch.setattr(Path, "open", barred)
    monkeypatch.setattr(os, "fsync", unsynced)
    ran = run(tmp_path, "rebuild", NAME, "v1", "--to", str(target))
    monkeypatch.undo()
    assert (ran.code, ran.out) == (1, "")
    assert "The paper cannot be written to again.docx (No space left on device). (A503" in ran.err
    assert not target.exists()


def test_a_paper_is_not_kept_under_an_empty_name(tmp_path: Path, files: dict[str, bytes]) -> None:
    """A name that a script left empty is a slip, and I am told which."""
    ran = rebuilt(tmp_path, files, "--to", "")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "The name behind --to is empty. Type the name of a folder or a file there.\n"


def test_no_room_to_lay_the_entries_out_is_said(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the drive of temporary files is full, I am told that."""
    from pcp_reports.archive.folders import stored  # noqa: PLC0415 - as below
    from pcp_reports.archive.objects import StoredPaper  # noqa: PLC0415 - as above

    keep(tmp_path, files)
    held = stored(tmp_path, NAME)
    assert isinstance(held, StoredPaper)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rebuilding, "put", full)
    (tmp_path / "scratch").mkdir()
    found = rebuild(held.version(1), tmp_path / "scratch", environment())
    assert isinstance(found, tuple)
    assert [one.code for one in found] == ["A503"]


def test_what_is_no_word_file_is_said(files: dict[str, bytes]) -> None:
    """An archived paper that is no Word file is said to be none."""
    found = likeness(b"not Word", files[DOCUMENT])
    assert found.same is Same.NOTHING
    assert "the archived one cannot be read" in found.said
    assert "the new one cannot be read" in likeness(files[DOCUMENT], b"not Word").said
