"""An archive that stood on SharePoint, which packed its Word files anew: its versions still come out, and it is said."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import bagit
import pytest
from handmade_archive import built, keep, place_of, retold, tree
from support import paper, run, statement, write
from word_wrappers import altered, on_sharepoint, opened, packed

if TYPE_CHECKING:
    from pathlib import Path

    from support import Ran

NAME = "2023-10-03"
DOCUMENT = f"{NAME} panel-update v1 draft.docx"
SECOND = f"{NAME} panel-update v2 final.docx"
WORD_FILES = (DOCUMENT, "template.docx")
NOTE = "data/evidence/PACKED ANEW.txt"
ANEW = "was packed anew by SharePoint, or by another drive: its properties were written anew"


def told(root: Path, people: int) -> Path:
    """Return a workspace whose paper says how many people came."""
    files = {f"{NAME}/paper": paper("market"), f"{NAME}/market": statement(f"The market drew {people} people.")}
    return write(root, files)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return what two versions hold, of which the second says another number."""
    folder = tmp_path_factory.mktemp("made")
    return built(told(folder / "old", 130)), built(told(folder / "new", 408), "final", number=2)


@pytest.fixture
def root(tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]) -> Path:
    """Return a workspace in whose archive both stand."""
    home = write(tmp_path / "workspace", {})
    keep(home, versions[0])
    keep(home, versions[1], "final")
    return home


def stands(root: Path, name: str, number: int = 1) -> Path:
    """Return where a file of a version lies."""
    return place_of(root) / f"v{number}" / "files" / name


def uploaded(root: Path, *names: str, number: int = 1) -> None:
    """Have SharePoint pack files of a version anew."""
    for name in names:
        path = stands(root, name, number)
        path.write_bytes(on_sharepoint(path.read_bytes()))


def ask(root: Path, target: Path, command: str, *more: str) -> Ran:
    """Type a command that takes v1 out of the archive, or compares it."""
    behind = {"restore": ("--to", str(target)), "export": ("--bagit", str(target)), "diff": ("v2",), "rebuild": ()}
    return run(root, command, NAME, "v1", *behind[command], *more)


@pytest.mark.parametrize("command", ["restore", "export", "diff", "rebuild"])
@pytest.mark.parametrize("name", WORD_FILES)
def test_every_command_goes_on_and_says_so(root: Path, tmp_path: Path, command: str, name: str) -> None:
    """I moved the archive to SharePoint: what I ask for is done, I read what the drive did, and nobody is accused."""
    uploaded(root, name)
    before = tree(root)
    ran = ask(root, tmp_path / "out", command)
    assert ran.code == 0, ran.err
    assert f"v1: “{name}” {ANEW}" in ran.err
    assert "every part that holds words, looks, numbers or pictures is the one that was archived" in ran.err
    assert "content was changed" not in ran.err + ran.out
    assert "damaged" not in ran.err + ran.out
    assert tree(root) == before


@pytest.mark.parametrize(
    ("command", "nothing"),
    [
        ("restore", "Nothing was copied. (A501)"),
        ("export", "Nothing was handed over. (A501)"),
        ("rebuild", "Nothing was built. (A501)"),
        ("diff", "v1 is damaged: "),
    ],
)
@pytest.mark.parametrize("name", WORD_FILES)
def test_a_changed_word_in_a_new_wrapper_is_still_a_changed_file(
    root: Path, tmp_path: Path, command: str, nothing: str, name: str
) -> None:
    """A file that was altered is not let through because SharePoint packed it too; what I read suits what I asked for."""
    path = stands(root, name)
    path.write_bytes(altered(path.read_bytes(), "word/document.xml", b"<w:body>", b"<w:body><w:p/>"))
    ran = ask(root, tmp_path / "out", command)
    assert (ran.code, ran.out) == (1, "")
    assert f"“{name}” is not the file that was archived: its content was changed" in ran.err
    assert nothing in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("harm", ["gone", "changed", "silent"])
@pytest.mark.parametrize("command", ["restore", "export", "diff", "rebuild"])
def test_where_nothing_tells_the_two_apart_nobody_is_accused(
    tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]], command: str, harm: str
) -> None:
    """Without a version.json to go by, the file is not handed out as proved, nor called changed."""
    root = write(tmp_path / "workspace", {})
    record = json.loads(versions[0]["version.json"])
    outputs = {name: {"sha256": "0"} for name in record["outputs"]}
    keep(root, versions[0] if harm != "silent" else retold(versions[0], outputs=outputs))
    keep(root, versions[1], "final")
    uploaded(root, DOCUMENT)
    if harm == "changed":
        stands(root, "version.json").write_bytes(retold(versions[0], by="Nobody")["version.json"])
    elif harm == "gone":
        stands(root, "version.json").unlink()
    ran = ask(root, tmp_path / "out", command)
    assert (ran.code, ran.out) == (1, "")
    assert f"“{DOCUMENT}” is not the file that was archived: its content" not in ran.err
    if harm == "silent" or command != "rebuild":
        cannot = "whether a drive such as SharePoint packed it anew, or somebody changed it, cannot be told"
        assert f"“{DOCUMENT}” is not the file that was archived; {cannot}" in ran.err
    assert not (tmp_path / "out").exists()


def test_restore_copies_the_file_as_it_stands(
    root: Path, tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """I get every file, the Word paper as SharePoint packed it, and where to find the very file that was archived."""
    uploaded(root, DOCUMENT)
    ran = ask(root, tmp_path / "out", "restore")
    assert tree(tmp_path / "out") == {**versions[0], DOCUMENT: on_sharepoint(versions[0][DOCUMENT])}
    assert "To have the very file, take it from a copy of the archive that was never there." in ran.err


def test_the_bag_is_valid_and_says_which_digest_is_whose(
    root: Path, tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """Whoever gets the bag can check it, and reads why a file has not the check sum of the list, and how to prove it."""
    uploaded(root, *WORD_FILES)
    assert ask(root, tmp_path / "out", "export").code == 0
    bag = bagit.Bag(str(tmp_path / "out"))
    assert bag.validate()
    assert bag.info["Internal-Sender-Description"].endswith(
        " 2 Word files were packed anew by a drive after they were archived: see evidence/PACKED ANEW.txt."
    )
    files = tree(tmp_path / "out")
    note = files[NOTE].decode()
    state = {path: digest for digest, paths in listed_in(files).items() for path in paths}
    for name in WORD_FILES:
        here = hashlib.sha512(files[f"data/version/{name}"]).hexdigest()
        archived = hashlib.sha512(versions[0][name]).hexdigest()
        assert state[name] == archived != here
        assert f"File: version/{name}\n" in note
        assert f"SHA-512 as archived: {archived}\n" in note
        assert f"SHA-512 in this bag: {here}\n" in note
        assert bag.payload_entries()[f"data/version/{name}"]["sha512"] == here
    assert "entries/" not in note


def test_the_way_to_check_that_the_note_describes_leads_there(root: Path, tmp_path: Path) -> None:
    """An archivist who does by hand what the note says finds the same parts, and no others that differ."""
    uploaded(root, *WORD_FILES)
    assert ask(root, tmp_path / "out", "export").code == 0
    files = tree(tmp_path / "out")
    note = files[NOTE].decode()
    record = files["data/version/version.json"]
    assert hashlib.sha512(record).hexdigest() in listed_in(files)
    assert all(words in note for words in ("docProps/", "customXml/", "docMetadata/", "[Content_Types].xml", ".rels"))
    said = json.loads(record)
    for name, package in (
        (DOCUMENT, said["outputs"][DOCUMENT]["package"]),
        ("template.docx", said["template"]["package"]),
    ):
        parts = opened(files[f"data/version/{name}"])
        differ = [
            part for part, digest in package["parts"].items() if hashlib.sha256(parts[part]).hexdigest() != digest
        ]
        wrapper = ("docProps/", "customXml/", "docMetadata/", "[Content_Types].xml")
        assert [part for part in differ if not part.startswith(wrapper) and not part.endswith(".rels")] == []


def listed_in(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the digests that the list in a bag gives for its version, each with its files."""
    state: dict[str, list[str]] = json.loads(files["data/evidence/v1/inventory.json"])["versions"]["v1"]["state"]
    return state


def test_a_bag_of_the_very_files_holds_no_such_note(root: Path, tmp_path: Path) -> None:
    """Where no drive touched anything, nothing is said of drives."""
    ran = ask(root, tmp_path / "out", "export")
    assert (ran.code, ran.err) == (0, "Handed over: v1 (draft), a BagIt bag, validated.\n")
    assert NOTE not in tree(tmp_path / "out")
    assert b"packed anew" not in (tmp_path / "out" / "bag-info.txt").read_bytes()


def test_built_again_is_held_to_what_was_archived(
    root: Path, tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """The paper built again is the very file that went out, though the one in the archive no longer is; I can have it."""
    uploaded(root, DOCUMENT)
    ran = ask(root, tmp_path, "rebuild", "--to", str(tmp_path / "again.docx"))
    assert ran.out == (
        "2023-10-03 v1: identical.\n"
        "It is the very file that was archived, by its SHA-512; the one in the archive was packed anew since.\n"
    )
    assert (tmp_path / "again.docx").read_bytes() == versions[0][DOCUMENT]


@pytest.mark.parametrize("names", [("template.docx",), WORD_FILES])
def test_built_again_with_a_template_packed_anew(root: Path, tmp_path: Path, names: tuple[str, ...]) -> None:
    """What SharePoint wrote into the template comes out in the paper's wrapper, and that is no difference of content."""
    uploaded(root, *names)
    ran = ask(root, tmp_path, "rebuild")
    assert ran.code == 0
    assert ran.out in (
        "2023-10-03 v1: same content, other wrapper.\n",
        "2023-10-03 v1: same content, other compression.\n",
    )


def test_a_paper_edited_in_word_and_packed_anew_is_not_the_same(
    tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """The words that somebody typed into the archived paper are told, and nothing of what the drive wrote."""
    from pcp_reports.archive.wrapping import kept  # noqa: PLC0415 - here alone

    parts = opened(versions[0][DOCUMENT])
    body = parts["word/document.xml"].replace(b"130", b"131")
    edited = packed({**parts, "word/document.xml": body})
    root = write(tmp_path / "workspace", {})
    outputs = {DOCUMENT: {"package": kept(edited)}}
    keep(root, retold({**versions[0], DOCUMENT: edited}, outputs=outputs, as_built=False))
    uploaded(root, *WORD_FILES)
    ran = ask(root, tmp_path, "rebuild")
    assert ran.code == 1
    assert ran.out.startswith("2023-10-03 v1: not the same; changed: its text.\n")
    assert "archived:    “The market drew 131 people.”\n    built again: “The market drew 130 people.”" in ran.out
    assert "customXml" not in ran.out


def test_what_a_drive_wrote_is_no_change_from_one_version_to_the_next(root: Path, tmp_path: Path) -> None:
    """Only one version's template was packed anew: the two are still the same template, and the words are compared."""
    plain = ask(root, tmp_path, "diff")
    assert "The template" not in plain.out
    for name, number in (("template.docx", 1), (DOCUMENT, 1), (SECOND, 2), ("template.docx", 2)):
        uploaded(root, name, number=number)
        ran = ask(root, tmp_path, "diff")
        assert (ran.code, ran.out) == (0, plain.out)
        assert f"v{number}: “{name}” {ANEW}" in ran.err


def test_the_same_paper_kept_twice_is_the_same_whatever_a_drive_made_of_one(
    tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """A draft that became final unchanged differs in nothing, also when a drive packed one of the two anew."""
    root = write(tmp_path / "workspace", {})
    for number, status in ((1, "draft"), (2, "final")):
        name = f"{NAME} panel-update v{number} {status}.docx"
        files = {name if path == DOCUMENT else path: data for path, data in versions[0].items()}
        outputs = {name: json.loads(versions[0]["version.json"])["outputs"][DOCUMENT]}
        keep(root, retold(files, document=name, outputs=outputs, version=number), status)
    uploaded(root, SECOND, number=2)
    ran = ask(root, tmp_path, "diff")
    assert ran.code == 0
    assert ran.out.endswith("\n\nNothing changed.\n")


def test_the_page_of_corrections_is_made_of_proved_words(root: Path, tmp_path: Path) -> None:
    """The corrections of a published paper can be written after the archive went to SharePoint."""
    uploaded(root, *WORD_FILES)
    uploaded(root, SECOND, "template.docx", number=2)
    ran = ask(root, tmp_path, "diff", "--erratum")
    assert ran.code == 0
    assert "Paragraph 1: for 130 read 408.\n" in ran.err
