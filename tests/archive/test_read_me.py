"""READ ME FIRST.txt: whoever does what it says, with what every system brings along, finds and checks a version."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from handmade_archive import built, keep
from support import paper as paper_yaml
from support import run, statement, write
from word_wrappers import on_sharepoint, paper
from writers import archive

from pcp_reports.archive.adding.read_me import READ_ME_BYTES, READ_ME_TEXT
from pcp_reports.archive.keeping.contents import as_json
from pcp_reports.archive.layout import READ_ME, archive_of, ledger_of
from pcp_reports.archive.wrapping import kept

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2023-10-03"
FOLDER = "2023-10-03-panel-update"
WORDS = READ_ME_TEXT.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace in whose archive two papers stand, put there by the tool itself."""
    home = tmp_path_factory.mktemp("read-me")
    (home / "entries").mkdir()
    for number in (1, 2, 3):
        archive(home, number)
    archive(home, 1, "2024-01-15")
    return home


def sum_of(command: str, path: Path, *more: str) -> str:
    """Return what a program that Linux brings along prints for a file, typed in the file's own folder."""
    program = shutil.which(command)
    if program is None:
        pytest.skip(f"{command} is not here")
    return subprocess.run(
        [program, *more, path.name], cwd=path.parent, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def test_it_can_be_read_everywhere() -> None:
    """Notepad, a Mac and Linux show it as it was typed, and no line runs out of the window."""
    assert READ_ME_TEXT.encode("ascii") == READ_ME_BYTES
    assert READ_ME_TEXT.count("\n") == READ_ME_TEXT.count("\r\n") > 100
    assert max(map(len, WORDS.splitlines())) <= 80
    assert "\t" not in READ_ME_TEXT


def test_it_lies_in_the_archive(root: Path) -> None:
    """It is the first thing that I see when I open the archive."""
    assert (archive_of(root) / READ_ME).read_bytes() == READ_ME_BYTES


def test_the_folders_are_those_that_it_shows(root: Path) -> None:
    """Each name that it shows is the name of something that is there."""
    shown = WORDS.partition("1. WHERE THINGS ARE")[2].partition("In the files/ of each version")[0]
    rows = [(len(row) - len(row.lstrip()), row.split()[0]) for row in shown.splitlines() if row.startswith("  ")]
    trail: list[tuple[int, str]] = []
    for indent, name in rows:
        if indent > 20:  # the explanation goes on
            continue
        trail = [one for one in trail if one[0] < indent]
        trail.append((indent, name.rstrip("/")))
        path = archive_of(root).joinpath(*(part for _, part in trail))
        assert path.is_dir() if name.endswith("/") else path.is_file(), path
    assert len(rows) > 10


def test_what_it_says_of_the_list_is_there(root: Path) -> None:
    """Each word that I am to look for in inventory.json stands in it."""
    text = (archive_of(root) / "2023" / FOLDER / "inventory.json").read_text(encoding="utf-8")
    section = WORDS.partition("2. WHICH VERSION IS WHICH")[2].partition("3. IS A FILE")[0]
    named = re.findall(r'^  +"(\w+)"[: ]', section, re.MULTILINE)
    assert named == ["head", "versions", "created", "message", "user", "state", "manifest"]
    assert [word for word in named if f'"{word}": ' not in text] == []


def test_a_file_is_found_and_checked_by_hand(root: Path) -> None:
    """From the version's number I come to each file's name, its place and its check sum, and the check sum is right."""
    home = archive_of(root) / "2023" / FOLDER
    held = json.loads((home / "inventory.json").read_text(encoding="utf-8"))
    assert held["head"] == "v3"
    assert held["versions"]["v2"]["message"].partition(":")[0] == "draft"
    checked = 0
    for digest, names in held["versions"]["v2"]["state"].items():
        paths = held["manifest"][digest]
        assert any(path.endswith(f"/files/{name}") for name in names for path in paths)
        for path in paths:
            assert sum_of("sha512sum", home / path).split()[0] == digest
            checked += 1
    assert checked >= 4
    named = {path for paths in held["manifest"].values() for path in paths}
    there = {path.relative_to(home).as_posix() for path in home.glob("v*/files/**/*") if path.is_file()}
    assert there == named


def test_the_list_is_checked_by_hand(root: Path) -> None:
    """The line that I am to type says that the list is the one its check sum stands for, and the latest version has the same."""
    home = archive_of(root) / "2023" / FOLDER
    assert "sha512sum -c inventory.json.sha512" in WORDS
    assert sum_of("sha512sum", home / "inventory.json.sha512", "-c") == "inventory.json: OK\n"
    assert (home / "v3" / "inventory.json").read_bytes() == (home / "inventory.json").read_bytes()


def test_the_program_on_the_page_runs(root: Path, tmp_path: Path) -> None:
    """The few lines of Python on the page do what they say, also for a file that was changed."""
    lines = WORDS.partition("Where somebody has Python")[2].partition("4. WAS EVERYTHING")[0].splitlines()
    program = "\n".join(row[2:] for row in lines if row.startswith("  "))
    home = tmp_path / FOLDER
    shutil.copytree(archive_of(root) / "2023" / FOLDER, home)

    def said() -> list[str]:
        ran = subprocess.run(
            [sys.executable, "-c", program], cwd=home, check=True, capture_output=True, encoding="utf-8"
        )
        return ran.stdout.splitlines()

    assert len(said()) > 8
    assert all(row.startswith("as it was v") for row in said())
    (home / "v1" / "files" / "entries" / "office.yaml").write_bytes(b"kind: offices\n")
    assert [row for row in said() if not row.startswith("as it was")] == ["CHANGED v1/files/entries/office.yaml"]


def test_the_ledger_is_checked_by_hand(root: Path) -> None:
    """From the first event to the last each bears the check sum of the one before, and vouches for a version's list."""
    events = sorted(ledger_of(root).iterdir())
    assert [int(one.name[:6]) for one in events] == [1, 2, 3, 4]
    before = None
    for event in events:
        held = json.loads(event.read_text(encoding="utf-8"))
        assert held["number"] == int(event.name[:6])
        assert held["previous"] == before
        listed = archive_of(root) / held["object"] / f"v{held['version']}" / "inventory.json"
        assert sum_of("sha512sum", listed).split()[0] == held["inventory"]
        before = sum_of("sha256sum", event).split()[0]
    told = set(re.findall(r'^  "(\w+)"', WORDS.partition("4. WAS EVERYTHING")[2], re.MULTILINE))
    assert told | {"version", "status", "reason", "by", "created"} == set(held)


def test_a_rewritten_version_is_found_by_hand(root: Path, tmp_path: Path) -> None:
    """A version changed with all its check sums no longer fits the ledger; a ledger rewritten too has another head."""
    shutil.copytree(root / "output", tmp_path / "output")
    head = sum_of("sha256sum", max(ledger_of(tmp_path).iterdir())).split()[0]
    listed = archive_of(tmp_path) / "2023" / FOLDER / "v2" / "inventory.json"
    listed.write_bytes(listed.read_bytes().replace(b"Ann Thorne", b"Ann Horne"))
    event = next(one for one in ledger_of(tmp_path).iterdir() if one.name.startswith("000002"))
    held = json.loads(event.read_bytes())
    assert sum_of("sha512sum", listed).split()[0] != held["inventory"]
    held["inventory"] = sum_of("sha512sum", listed).split()[0]
    event.write_bytes(json.dumps(held).encode())
    following = next(one for one in ledger_of(tmp_path).iterdir() if one.name.startswith("000003"))
    assert json.loads(following.read_bytes())["previous"] != sum_of("sha256sum", event).split()[0]
    before = sum_of("sha256sum", event).split()[0]
    for one in sorted(ledger_of(tmp_path).iterdir())[2:]:  # the tamperer mends the chain to its end
        held = {**json.loads(one.read_bytes()), "previous": before}
        one.write_bytes(json.dumps(held).encode())
        before = sum_of("sha256sum", one).split()[0]
    assert head not in {sum_of("sha256sum", one).split()[0] for one in ledger_of(tmp_path).iterdir()}


def test_a_paper_that_sharepoint_packed_anew_is_told_by_its_parts(tmp_path: Path) -> None:
    """Unpacked as the page says, the parts of word/ have the check sums that version.json keeps; the file has not."""
    data = paper()
    name = f"{NAME} panel-update v1 final.docx"
    entry = {"sha256": hashlib.sha256(data).hexdigest(), "package": kept(data)}
    keep(tmp_path, {name: data, "version.json": as_json({"outputs": {name: entry}})}, "final")
    home = archive_of(tmp_path) / "2023" / FOLDER / "v1" / "files"
    told = json.loads((home / "version.json").read_bytes())["outputs"][name]
    (home / name).write_bytes(on_sharepoint(data))
    assert sum_of("sha256sum", home / name).split()[0] != told["sha256"]
    copied = tmp_path / "copy"
    zipfile.ZipFile(io.BytesIO((home / name).read_bytes())).extractall(copied)
    parts = {part: digest for part, digest in told["package"]["parts"].items() if re.fullmatch(r"word/[^_].*", part)}
    same = {part for part, digest in parts.items() if sum_of("sha256sum", copied / part).split()[0] == digest}
    assert "word/document.xml" in same
    assert {part for part in parts if not part.endswith(".rels")} == same


def test_what_it_says_of_version_json_is_there(tmp_path: Path) -> None:
    """What the page tells me to look for in version.json stands in one."""
    write(tmp_path, {f"{NAME}/paper": paper_yaml("bacup"), f"{NAME}/bacup": statement("People met.")})
    held = json.loads(built(tmp_path)["version.json"])
    named = set(re.findall(r'"(\w+)"', WORDS.partition("5. VERSION.JSON")[2].partition("6. CHECKING")[0]))
    package = held["outputs"][held["document"]]["package"]
    assert named - set(held) - {"package"} - set(package) == set()
    assert {"supersedes", "inputs", "template", "outputs", "as_built", "package", "parts"} <= named


def test_the_commands_that_it_names_exist(root: Path) -> None:
    """Whoever has the tool can type what the page says."""
    named = set(re.findall(r'(?:^  |")pcp-reports (\w+)', WORDS, re.MULTILINE))
    assert {"verify", "versions", "export"} == named
    for name in named:
        assert run(root, name, "--help").code == 0
