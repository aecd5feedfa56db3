"""`export`: a version handed over as a BagIt bag that anybody can check."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

import bagit
import pytest
from handmade_archive import forge, keep, place_of, tree, write_inventory
from support import OFFICE, run

from pcp_reports.archive.handing_out import bagging
from pcp_reports.archive.layout import ledger_of

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "2023-10-03"
DOCUMENT = "2023-10-03 panel-update v2 final.docx"
FILES = {
    DOCUMENT: b"PK the paper",
    "entries/office.yaml": OFFICE.encode(),
    "entries/funding/2023-24/slnf-september.yaml": b"kind: funding-round\n",
    "entries/100%0A.yaml": b"odd\n",
    "template.docx": b"PK the template",
    "version.json": b"{}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace whose paper stands in the archive in three versions."""
    home = tmp_path / "workspace"
    (home / "entries").mkdir(parents=True)
    keep(home, {"2023-10-03 panel-update v1 draft.docx": b"PK draft"})
    keep(home, FILES, "final")
    keep(home, {"2023-10-03 panel-update v3 published.docx": b"PK published"}, "published")
    return home


def exported(root: Path, target: Path, version: str = "v2") -> object:
    """Export a version, which must succeed, and return the bag, opened by the library."""
    ran = run(root, "export", NAME, version, "--bagit", str(target))
    assert (ran.code, ran.out.strip()) == (0, str(target)), ran.err
    return bagit.Bag(str(target))


def test_the_bag_is_valid_and_holds_the_version(root: Path, tmp_path: Path) -> None:
    """What I hand over is a valid bag: the version's files, each as it was, and what proves them."""
    before = tree(root)
    bag = exported(root, tmp_path / "bag")
    assert isinstance(bag, bagit.Bag)
    assert bag.validate()
    assert sorted(bag.algorithms) == ["sha256", "sha512"]
    assert tree(root) == before
    files = {
        path.removeprefix("data/"): data for path, data in tree(tmp_path / "bag").items() if path.startswith("data/")
    }
    odd = next(path for path in files if "100" in path)
    assert files.pop(odd) == b"odd\n"
    assert {path: data for path, data in files.items() if path.startswith("version/")} == {
        f"version/{path}": data for path, data in FILES.items() if "%" not in path
    }
    assert sorted(path for path in files if path.startswith("evidence/")) == [
        "evidence/inventory.json",
        "evidence/inventory.json.sha512",
        "evidence/ledger/000002 2023-10-03-panel-update v2.json",
        "evidence/v2/inventory.json",
        "evidence/v2/inventory.json.sha512",
    ]


def test_the_evidence_proves_the_files(root: Path, tmp_path: Path) -> None:
    """Whoever gets the bag can follow it from the ledger's event to the list, and from the list to each file."""
    exported(root, tmp_path / "bag")
    evidence = tmp_path / "bag" / "data" / "evidence"
    (event,) = (evidence / "ledger").iterdir()
    listed = (evidence / "v2" / "inventory.json").read_bytes()
    assert json.loads(event.read_bytes())["inventory"] == hashlib.sha512(listed).hexdigest()
    state = json.loads(listed)["versions"]["v2"]["state"]
    held = [path.read_bytes() for path in (tmp_path / "bag" / "data" / "version").rglob("*") if path.is_file()]
    assert {hashlib.sha512(data).hexdigest() for data in held} == set(state)


def test_the_bag_says_what_it_is(root: Path, tmp_path: Path) -> None:
    """An archivist reads whose paper it is, which version, when and why it was kept, and how much there is."""
    bag = exported(root, tmp_path / "bag")
    assert isinstance(bag, bagit.Bag)
    said = bag.info
    assert said["Source-Organization"] == "Office of the Police and Crime Commissioner for Barsetshire"
    assert said["External-Identifier"] == "urn:pcp-reports:paper:2023-10-03 v2"
    assert said["External-Description"] == (
        "2023-10-03, version 2 (final), archived 2023-09-25T10:30:00+01:00 by Ann Thorne: Cleared by the Chief Executive"
    )
    size = [path.stat().st_size for path in (tmp_path / "bag" / "data").rglob("*") if path.is_file()]
    assert said["Payload-Oxum"] == f"{sum(size)}.{len(size)}"
    assert len(said["Bagging-Date"]) == 10


def test_a_version_edited_in_word_is_handed_over_as_that(root: Path, tmp_path: Path) -> None:
    """Whoever gets a paper whose figures were not proved reads it in the bag; and so do I, on my screen."""
    keep(root, {**FILES, "version.json": b'{"as_built": false}'}, "corrected")
    ran = run(root, "export", NAME, "v4", "--bagit", str(tmp_path / "bag"))
    said = "v4 was edited in Word after it was built; its figures were not proved."
    assert ran.code == 0
    assert ran.err == f"{said}\nHanded over: v4 (corrected), a BagIt bag, validated.\n"
    about = bagit.Bag(str(tmp_path / "bag")).info["External-Description"]
    assert about.endswith(f"Cleared by the Chief Executive. {said}")


def test_an_empty_name_is_no_bag(root: Path) -> None:
    """A name that a script left empty is a slip, and I am told which."""
    ran = run(root, "export", NAME, "v2", "--bagit", "")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "The name behind --bagit is empty. Type the name of a folder or a file there.\n"


def test_the_day_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    """The day of bagging is a fact that is given, and a bag of the same day is the same bag."""
    from pcp_reports.archive.folders import stored  # noqa: PLC0415 - as below
    from pcp_reports.archive.objects import StoredPaper  # noqa: PLC0415 - only here

    keep(tmp_path / "w", FILES, "final")
    paper = stored(tmp_path / "w", NAME)
    assert isinstance(paper, StoredPaper)
    for name in ("one", "two"):
        bagging.export(paper, paper.version(1), tmp_path / name, tmp_path / "w", "2024-01-31", here=tmp_path)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert b"Bagging-Date: 2024-01-31\n" in (tmp_path / "one" / "bag-info.txt").read_bytes()


@pytest.mark.parametrize(
    "reason", ["two\nlines", "a\u2028b: c", "\x85\x0b", "Payload-Oxum: 1.1", "\u202eright to left"]
)
def test_no_words_of_ours_spoil_the_bag(root: Path, tmp_path: Path, reason: str) -> None:
    """Whatever was typed as a reason, the bag stays valid and says no more than it should."""
    words = json.dumps(f"final: {reason}", ensure_ascii=False)
    forge(root, lambda text: text.replace('"final: Cleared by the Chief Executive"', words))
    bag = exported(root, tmp_path / "bag")
    assert isinstance(bag, bagit.Bag)
    assert bag.validate()
    assert len(bag.info) == 8
    assert all(words.isprintable() for words in bag.info.values())


def test_nothing_is_logged(root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing but our own words is on my screen, and the library may log again for others afterwards."""
    caplog.set_level(logging.DEBUG)
    exported(root, tmp_path / "bag")
    assert [one for one in caplog.records if one.name == "bagit"] == []
    assert not logging.getLogger("bagit").disabled


def changed(path: Path) -> None:
    """Change one letter of a file."""
    data = path.read_bytes()
    path.write_bytes(bytes((data[0] ^ 1,)) + data[1:])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("v2/files/version.json", "“version.json” is not the file that was archived"),
        ("v2/inventory.json", "“v2/inventory.json” is not the file that its check sum stands for"),
        ("v2/inventory.json.sha512", "“v2/inventory.json” is not the file that its check sum stands for"),
        ("inventory.json.sha512", "“inventory.json” is not the file that its check sum stands for"),
    ],
)
@pytest.mark.parametrize("harm", [changed, Path.unlink])
def test_a_damaged_version_is_not_handed_over(
    root: Path, tmp_path: Path, path: str, said: str, harm: Callable[[Path], None]
) -> None:
    """If a file of the version, or what proves it, is not as it was, it is named, and no bag is made."""
    harm(place_of(root).joinpath(*path.split("/")))
    ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag"))
    assert (ran.code, ran.out) == (1, "")
    assert said.rpartition(" is not")[0] in ran.err
    assert harm is not changed or said in ran.err
    assert "(A501)" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["workspace"]


def test_a_version_that_the_ledger_does_not_know_is_not_handed_over(root: Path, tmp_path: Path) -> None:
    """A version that somebody slipped into the archive, or rewrote, is not handed over as ours."""
    event = next(path for path in ledger_of(root).iterdir() if path.name.startswith("000002"))
    data = event.read_bytes()
    event.unlink()
    for held in (
        b"",
        data.replace(b'"inventory": "', b'"inventory": "0')[:-1],
        data.replace(b'"version": 2', b'"version": 7'),
    ):
        ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag"))
        assert ran.code == 1
        assert "A506" in ran.err
        assert "(A506)" in ran.err
        event.write_bytes(held)
    event.write_bytes(data)
    assert run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag")).code == 0


def test_a_rewritten_version_is_not_handed_over(root: Path, tmp_path: Path) -> None:
    """A version whose list was written anew, check sums and all, is stopped by the ledger."""
    folder = place_of(root) / "v2"
    write_inventory(folder, (folder / "inventory.json").read_bytes().replace(b"Ann Thorne", b"Nobody"))
    ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag"))
    assert ran.code == 1
    assert "(A506)" in ran.err


@pytest.mark.parametrize("office", [b"", b"\xff", b"kind: office\n", b"name: [x\n", b"name:\n  - a\n"])
def test_an_office_that_cannot_be_read_is_left_out(tmp_path: Path, office: bytes) -> None:
    """The bag does not depend on the office's file; without its name it says the rest."""
    root = tmp_path / "w"
    (root / "entries").mkdir(parents=True)
    keep(root, {**FILES, "entries/office.yaml": office}, "final")
    bag = exported(root, tmp_path / "bag", "v1")
    assert isinstance(bag, bagit.Bag)
    assert bag.validate()
    assert "Source-Organization" not in bag.info


def test_a_bag_that_is_not_sound_is_not_handed_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the drive spoils a file while the bag is made, I am told, in words, and get no bag."""
    real = bagit.make_bag

    def spoiled(folder: str, *rest: object, **more: object) -> object:
        made = real(folder, *rest, **more)
        changed(Path(folder) / "data" / "version" / "version.json")
        return made

    monkeypatch.setattr(bagit, "make_bag", spoiled)
    ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag"))
    assert (ran.code, ran.out) == (1, "")
    assert "v2: the bag does not hold what was archived" in ran.err
    assert "(A505)" in ran.err
    assert capsys.readouterr() == ("", "")
    assert [one.name for one in tmp_path.iterdir()] == ["workspace"]


def test_a_bag_of_something_else_is_not_handed_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bag that is valid in itself and holds other bytes than the archive is not handed over either."""
    real = bagit.make_bag

    def spoiled(folder: str, *rest: object, **more: object) -> object:
        changed(Path(folder) / "version" / "version.json")
        return real(folder, *rest, **more)

    monkeypatch.setattr(bagit, "make_bag", spoiled)
    ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / "bag"))
    assert ran.code == 1
    assert "its manifests do not name what was archived" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["workspace"]


@pytest.mark.parametrize("where", ["workspace/output/archive/bag", "full", "workspace/entries/x"])
def test_no_bag_is_made_where_something_is_kept(root: Path, tmp_path: Path, where: str) -> None:
    """A bag goes to a folder of its own, never among what is kept."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_bytes(b"mine")
    before = tree(tmp_path)
    ran = run(root, "export", NAME, "v2", "--bagit", str(tmp_path / where))
    assert (ran.code, ran.out) == (1, "")
    assert "(A502)" in ran.err
    assert tree(tmp_path) == before


def test_it_works_from_within_any_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """I may name the folder as I see it from where I am, and am there still afterwards."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ran = run(root, "export", NAME, "v2", "--bagit", "my bag")
    assert (ran.code, ran.out) == (0, "my bag\n")
    assert Path.cwd() == tmp_path / "here"
    assert bagit.Bag(str(tmp_path / "here" / "my bag")).validate()
