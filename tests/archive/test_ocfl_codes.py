"""Each breach of OCFL is found and called by its code, and brings on no others.

Each case is the good object with one change, sealed with right digests where the change is in an inventory.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from made_objects import LATEST, changed, digest, good_object, inventory_of, place, put
from ocfl.validator import Validator

from pcp_reports.archive.ocfl import judge_object

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER, TOTALS = "v1/content/letter.txt", "v1/content/annex/totals.csv"
LATER = "v2/content/letter.txt"


def both(*steps: Callable[[Any], object]) -> Callable[[Path], None]:
    """Return what takes several steps."""

    def make(folder: Path) -> None:
        for step in steps:
            step(folder)

    return make


def every(change: Callable[[Any], object]) -> Callable[[Path], None]:
    """Return what makes a change to the inventory of every version."""
    return changed(change, "", "v1", "v2", "v3")


def block(change: Callable[[Any], object]) -> Callable[[Path], None]:
    """Return what changes what the latest inventory says of version 3."""
    return changed(lambda data: change(data["versions"]["v3"]))


def written(path: str, data: bytes) -> Callable[[Path], None]:
    """Return what writes a file."""
    return lambda folder: place(folder, path, data)


def gone(path: str) -> Callable[[Path], None]:
    """Return what takes a file or folder away."""

    def make(folder: Path) -> None:
        target = folder / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return make


def moved(path: str, to: str) -> Callable[[Path], object]:
    """Return what gives a file or folder another name."""
    return lambda folder: (folder / path).rename(folder / to)


def raw(old: str, new: str) -> Callable[[Path], None]:
    """Return what changes the words of the latest inventory, which must be there."""

    def make(folder: Path) -> None:
        text = json.dumps(inventory_of(folder))
        assert old in text
        put(folder, text.replace(old, new, 1).encode(), *LATEST)

    return make


def renamed(data: Any, key: str, to: str) -> None:  # noqa: ANN401 - whatever JSON holds
    """Give a key another name, in its place."""
    items = [(to if name == key else name, value) for name, value in data.items()]
    data.clear()
    data.update(items)


def set_to(key: str, value: object) -> Callable[[Any], object]:
    """Return what gives a key a value."""
    return lambda data: data.__setitem__(key, value)


def without(key: str) -> Callable[[Any], object]:
    """Return what takes a key away."""
    return lambda data: data.pop(key)


def _no_versions(folder: Path) -> None:
    for name in ("v1", "v2", "v3"):
        shutil.rmtree(folder / name)
    put(folder, {**inventory_of(folder), "versions": {}, "manifest": {}, "fixity": {}})


def _padded(*names: str) -> Callable[[Path], None]:
    """Return what gives the versions other names, in their folders and in every inventory."""

    def make(folder: Path) -> None:
        for old, new in reversed(list(zip(("v1", "v2", "v3"), names, strict=True))):
            for version in ("", "v1", "v2", "v3"):
                text = (folder / version / "inventory.json").read_text(encoding="utf-8")
                text = text.replace(f'"{old}/', f'"{new}/').replace(f'"{old}"', f'"{new}"')
                put(folder, text.encode(), version)
        for old, new in reversed(list(zip(("v1", "v2", "v3"), names, strict=True))):
            (folder / old).rename(folder / new)

    return make


def _cut(folder: Path) -> None:
    put(folder, (folder / "inventory.json").read_bytes()[:-20], *LATEST)


def _state(data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    return data["versions"]["v3"]["state"]


CASES: tuple[tuple[str, str, Callable[[Path], object]], ...] = (
    ("E001", "a stray file", written("notes.txt", b"")),
    ("E001", "a stray folder", written("notes/one.txt", b"")),
    ("E001", "a folder of a version with a wrong name", written("v0/one.txt", b"")),
    ("E001", "a digest in another algorithm beside the right one", written("inventory.json.md5", b"x")),
    ("E003", "no declaration", gone("0=ocfl_object_1.1")),
    ("E003", "two declarations", written("0=ocfl_object_1.0", b"ocfl_object_1.0\n")),
    ("E004", "a declaration with another ending", moved("0=ocfl_object_1.1", "0=ocfl_object_1.1.txt")),
    ("E005", "a declaration that begins with 1", moved("0=ocfl_object_1.1", "1=ocfl_object_1.1")),
    ("E006", "a declaration of a standard to come", moved("0=ocfl_object_1.1", "0=ocfl_object_9.0")),
    ("E007", "a declaration ended as Windows does", written("0=ocfl_object_1.1", b"ocfl_object_1.1\r\n")),
    ("E007", "a declaration without end", written("0=ocfl_object_1.1", b"ocfl_object_1.1\n" * 1000)),
    ("E008", "no versions", _no_versions),
    ("E009", "versions from the second on", _padded("v2", "v3", "v4")),
    ("E010", "a gap in the numbers", _padded("v1", "v2", "v4")),
    ("E010", "a version's folder is missing", gone("v3")),
    ("E011 E013", "a number that outgrew its zeros", _padded("v01", "v02", "v10")),
    ("E012", "one number with zeros", _padded("v1", "v2", "v03")),
    ("E015", "a stray file in a version", written("v2/notes.txt", b"")),
    ("E016", "no content folder", both(gone("v2/content"))),
    ("E017", "a content folder with a slash", every(set_to("contentDirectory", "a/b"))),
    ("E018", "a content folder that leads up", every(set_to("contentDirectory", ".."))),
    ("E019", "a content folder named late", changed(set_to("contentDirectory", "content"))),
    ("E020", "a content folder renamed", changed(set_to("contentDirectory", "stuff"), "v1")),
    ("E023", "a file too many", written("v2/content/extra.txt", b"")),
    ("E023", "a file that its version's inventory does not list", changed(lambda data: data["manifest"].popitem(), "v1")),
    ("E024", "an empty folder in the content", lambda folder: (folder / "v2/content/empty").mkdir()),
    ("E025", "addressed by md5", every(set_to("digestAlgorithm", "md5"))),
    ("E025", "addressed by no algorithm", every(set_to("digestAlgorithm", ["sha512"]))),
    ("E029", "sha1 not in hexadecimal", changed(lambda data: data["fixity"].update({"sha1": {"xyz": []}}))),
    ("E030", "sha256 cut short", changed(lambda data: data["fixity"].update({"sha256": {"12ab": []}}))),
    ("E031", "sha512 cut short", changed(lambda data: data["fixity"].update({"sha512": {"12ab": []}}))),
    ("E032", "blake2b-512 cut short", changed(lambda data: data["fixity"].update({"blake2b-512": {"12": []}}))),
    ("E033", "an inventory cut short", _cut),
    ("E033", "an empty inventory", lambda folder: put(folder, b"", *LATEST)),
    ("E033", "an inventory of blanks", lambda folder: put(folder, b" \n", *LATEST)),
    ("E033", "an inventory that is a list", lambda folder: put(folder, b"[]", *LATEST)),
    ("E033", "an inventory not in UTF-8", lambda folder: put(folder, '{"é": 1}'.encode("latin-1"), *LATEST)),
    ("E033", "an inventory without end", lambda folder: put(folder, b"[" * 100_000, *LATEST)),
    ("E033", "an endless number", lambda folder: put(folder, b"1" * 5_000, *LATEST)),
    ("E033", "a key twice", raw('"head": "v3"', '"head": "v2", "head": "v3"')),
    ("E033", "a version twice", raw('"v1": {"created"', '"v1": {}, "v1": {"created"')),
    ("E033", "no number", raw('"draft: first words"', "NaN")),
    ("E033", "half a character", raw("draft: first words", "\\ud800")),
    ("E033", "a content folder that is a number", every(set_to("contentDirectory", 5))),
    ("E035", "a path with backslashes", changed(lambda data: data["manifest"][digest(LATER)].append("v2\\content\\x"))),
    ("E036", "no identifier", changed(without("id"))),
    ("E036", "no type", changed(without("type"))),
    ("E036", "no algorithm", changed(without("digestAlgorithm"))),
    ("E036", "no head", changed(without("head"))),
    ("E037", "an empty identifier", changed(set_to("id", ""))),
    ("E037", "another identifier before", changed(set_to("id", "urn:example:other"), "v1")),
    ("E038", "another type", changed(set_to("type", "https://ocfl.io/2.0/spec/#inventory"))),
    ("E040", "a head before the last", changed(set_to("head", "v2"))),
    ("E040", "a head that is no text", changed(set_to("head", ["v3"]))),
    ("E040", "a version that has the inventory of the next", lambda folder: put(folder, inventory_of(folder), "v2")),
    ("E041", "no manifest", changed(without("manifest"))),
    ("E042", "a path into no version", changed(lambda data: data["manifest"][digest(LATER)].append("v9/content/x"))),
    ("E042", "a path on a drive", changed(lambda data: data["manifest"][digest(LATER)].append("C:/content/x"))),
    ("E042", "a path beside the content", changed(lambda data: data["manifest"][digest(LATER)].append("v2/other/x"))),
    ("E043", "no versions in the inventory", changed(without("versions"))),
    ("E045", "versions in a list", changed(set_to("versions", []))),
    ("E046", "a version's folder too many", written("v4/content/x.txt", b"")),
    ("E047", "a version that is a word", changed(lambda data: data["versions"].update(v3="new"))),
    ("E048", "no date", block(without("created"))),
    ("E048", "no files", block(without("state"))),
    ("E049", "a date without zone", block(set_to("created", "2024-01-03T09:30:00"))),
    ("E049", "a date to the minute", block(set_to("created", "2024-01-03T09:30Z"))),
    ("E049", "a day that never was", block(set_to("created", "2023-02-29T09:30:00Z"))),
    ("E049", "a date that is a number", block(set_to("created", 20240103))),
    ("E050", "files in a list", block(set_to("state", []))),
    ("E050", "a digest unknown", block(lambda one: one["state"].update({"ab" * 64: ["x.txt"]}))),
    ("E050", "a digest in capitals", block(lambda one: renamed(one["state"], digest(LATER), digest(LATER).upper()))),
    ("E051", "a path alone", changed(lambda data: _state(data).update({digest(LATER): "letter.txt"}))),
    ("E052", "a logical path that leads up", changed(lambda data: _state(data)[digest(LATER)].append("../x"))),
    ("E052", "an empty logical path", changed(lambda data: _state(data)[digest(LATER)].append(""))),
    ("E053", "a logical path from the top", changed(lambda data: _state(data)[digest(LATER)].append("/x"))),
    ("E054", "nobody made it", block(set_to("user", {"address": "mailto:a@example.org"}))),
    ("E054", "a name alone", block(set_to("user", "Ann Thorne"))),
    ("E056", "an unknown algorithm", changed(lambda data: data["fixity"].update(crc16={}))),
    ("E057", "an algorithm's list", changed(lambda data: data["fixity"].update(sha1=[]))),
    ("E057", "a fixity path alone", changed(lambda data: data["fixity"].update(sha1={"ab" * 20: LETTER}))),
    ("E058", "no digest beside the inventory", gone("inventory.json.sha512")),
    ("E058", "no digest beside a version's inventory", gone("v1/inventory.json.sha512")),
    ("E059", "a digest in another algorithm", moved("inventory.json.sha512", "inventory.json.sha256")),
    ("E060", "an inventory changed", written("inventory.json.sha512", b"ab" * 64 + b" inventory.json\n")),
    ("E060", "a version's inventory changed", written("v1/inventory.json.sha512", b"ab" * 64 + b" inventory.json\n")),
    ("E061", "a digest of another file", written("inventory.json.sha512", b"ab" * 64 + b" other.json\n")),
    ("E061", "a digest alone", written("v3/inventory.json.sha512", b"ab" * 64 + b"\n")),
    ("E063", "no inventory", both(gone("inventory.json"), gone("inventory.json.sha512"))),
    ("E064", "the latest version's inventory differs", changed(lambda data: data["versions"]["v3"].update(message="sent: other"), "")),
    ("E066", "a version held other files", changed(lambda data: data["versions"]["v1"]["state"].popitem(), "v2")),
    ("E066", "a file had another name", changed(lambda data: data["versions"]["v1"]["state"].update({digest(LETTER): ["old.txt"]}), "v1")),
    ("E067", "a file among the extensions", written("extensions/notes.txt", b"")),
    ("E092", "a file altered", written(LETTER, b"Dear Panel!\n")),
    ("E092 E093", "a file missing", gone(LATER)),
    ("E092", "a path alone in the manifest", changed(lambda data: data["manifest"].update({digest(TOTALS): None}), "v1")),
    ("E093", "another md5", changed(lambda data: data["fixity"].update(md5={"ab" * 16: [LETTER]}))),
    ("E093", "another md5 before", changed(lambda data: data["fixity"].update(md5={"ab" * 16: [LETTER]}), "v1")),
    ("E094", "a message that is a list", block(set_to("message", ["a"]))),
    ("E095", "two files of one name", changed(lambda data: _state(data)[digest(LATER)].append("letter.txt"))),
    ("E095", "a file that is a folder", changed(lambda data: _state(data)[digest(LATER)].append("annex"))),
    ("E095", "a file that is a folder far up", changed(lambda data: _state(data)[digest(LATER)].extend(["a", "a" + "/b" * 2_000]))),
    ("E096", "a digest twice", changed(lambda data: data["manifest"].update({digest(LATER).upper(): []}))),
    ("E096", "the same digest twice", raw(f'"manifest": {{"{digest(LETTER)}"', f'"manifest": {{"{digest(LETTER)}": [], "{digest(LETTER)}"')),
    ("E097", "an md5 twice", changed(lambda data: data["fixity"]["md5"].update({digest(LATER, "md5").upper(): []}))),
    ("E099", "a path that leads up", changed(lambda data: data["manifest"][digest(LATER)].append("v2/content/../../../x"))),
    ("E099", "an empty path", changed(lambda data: data["manifest"][digest(LATER)].append(""))),
    ("E100", "a path from the top", changed(lambda data: data["manifest"][digest(LATER)].append("/etc/passwd"))),
    ("E101", "a path twice", changed(lambda data: data["manifest"][digest(LATER)].append(LATER))),
    ("E101", "a file that is a folder on the disk", changed(lambda data: data["manifest"][digest(LATER)].append("v2/content"))),
    ("E102", "a key of one's own", changed(set_to("office", "Barsetshire"))),
    ("E102", "a key of one's own in a version", block(set_to("status", "final"))),
    ("E103", "an older standard later", both(changed(set_to("type", "https://ocfl.io/1.0/spec/#inventory"), "v2"))),
    ("E104", "a version of another name", raw('"v3": {"created"', '"version 4": {"state": {}, "created": "2024-01-01T00:00:00Z"}, "v3": {"created"')),
    ("E105", "version nought", raw('"v3": {"created"', '"v0": {"state": {}, "created": "2024-01-01T00:00:00Z"}, "v3": {"created"')),
    ("E106", "a manifest in a list", changed(set_to("manifest", []))),
    ("E107", "a digest that no version has", changed(lambda data: data["manifest"].update({"ab" * 64: []}))),
    ("E108", "a content folder without a name", every(set_to("contentDirectory", ""))),
    ("E111", "fixity in a list", changed(set_to("fixity", []))),
)  # fmt: skip
BROUGHT_ON = {
    "a version's folder is missing": {"E092", "E093"},
    "no content folder": {"E092", "E093"},
    "a file altered": {"E093"},
    "a number that outgrew its zeros": {"E010"},
    "a content folder renamed": {"E019"},
    "addressed by md5": {"E059", "E092"},
    "a file that its version's inventory does not list": {"E050"},
    "a file that is a folder on the disk": {"E042"},
    "a path alone in the manifest": {"E023"},
}
"""Codes that a change cannot but bring on beside its own."""
NOT_SEEN_BY_OTHERS = {
    "a declaration ended as Windows does",
    "a key twice",
    "a version twice",
    "the same digest twice",
    "half a character",
    "a key of one's own",
    "a key of one's own in a version",
    "a digest that no version has",
    "a file that is a folder far up",
}
"""Changes that the library ocfl-py does not look for."""


@pytest.mark.parametrize(("code", "what", "change"), CASES, ids=[f"{code}-{what}" for code, what, _ in CASES])
def test_each_breach_is_called_by_its_code(
    tmp_path: Path, code: str, what: str, change: Callable[[Path], object]
) -> None:
    """One thing wrong with an object is one fault for me to read, and not ten."""
    folder = good_object(tmp_path / "object")
    change(folder)
    found = {fault.code for fault in judge_object(folder).errors}
    assert set(code.split()) <= found
    assert found <= set(code.split()) | BROUGHT_ON.get(what, set())
    assert _by_others(folder) is (what in NOT_SEEN_BY_OTHERS)


def _by_others(folder: Path) -> bool:
    try:
        return bool(Validator(log_errors=False).validate_object(str(folder)))
    except Exception:  # noqa: BLE001 - the library raises many things at what is badly broken
        return False


def _emptied(folder: Path) -> None:
    """Make version 2 bring nothing new, and keep its content folder."""
    shutil.rmtree(folder / "v2" / "content")
    (folder / "v2" / "content").mkdir()

    def change(data: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        new, old = digest(LATER), digest(LETTER)
        data["manifest"].pop(new, None)
        data["fixity"]["md5"].pop(digest(LATER, "md5"), None)
        for one in data["versions"].values():
            if new in one["state"]:
                one["state"][old] = one["state"].pop(new)

    changed(change, "", "v2", "v3")(folder)


WARNINGS: tuple[tuple[str, str, Callable[[Path], object]], ...] = (
    ("W001", "numbers with zeros", _padded("v01", "v02", "v03")),
    ("W002", "a folder beside the content", written("v2/notes/one.txt", b"")),
    ("W003", "an empty content folder", _emptied),
    ("W005", "an identifier that is no URI", every(set_to("id", "one"))),
    ("W007", "no message", every(lambda data: [one.pop("message") for one in data["versions"].values()])),
    ("W007", "no user", every(lambda data: [one.pop("user") for one in data["versions"].values()])),
    ("W008", "no address", every(lambda data: [one["user"].pop("address") for one in data["versions"].values()])),
    ("W009", "an address by post", every(lambda data: [one["user"].update(address="1 Close") for one in data["versions"].values()])),
    ("W010", "no inventory of the version", both(gone("v1/inventory.json"), gone("v1/inventory.json.sha512"))),
    ("W011", "told differently before", changed(lambda data: data["versions"]["v1"].update(message="draft: other"), "v1")),
    ("W013", "an extension of one's own", written("extensions/ours/config.json", b"{}")),
)  # fmt: skip


@pytest.mark.parametrize(("code", "what", "change"), WARNINGS, ids=[f"{code}-{what}" for code, what, _ in WARNINGS])
def test_what_is_unwise_is_a_warning_and_no_error(
    tmp_path: Path, code: str, what: str, change: Callable[[Path], object]
) -> None:
    """An object that keeps every must is valid, whatever I am warned of."""
    folder = good_object(tmp_path / "object")
    change(folder)
    judged = judge_object(folder)
    assert judged.errors == (), what
    assert {fault.code for fault in judged.warnings} == {code}
    assert _by_others(folder) is True


@pytest.mark.parametrize("spec", ["1.0", "1.1"])
@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_a_good_object_is_valid(tmp_path: Path, spec: str, algorithm: str) -> None:
    """An object that keeps the rules is valid, by either version of the standard and with either algorithm."""
    folder = good_object(tmp_path / "object", spec=spec, algorithm=algorithm)
    judged = judge_object(folder)
    assert judged.errors == ()
    assert {fault.code for fault in judged.warnings} == ({"W004"} if algorithm == "sha256" else set())
    assert judged.hashed == {path: digest(path, algorithm) for path in judged.hashed}
    assert len(judged.hashed) == 4
    assert _by_others(folder) is True


def test_an_object_of_the_newer_standard_declared_to_be_of_the_older_is_not_valid(tmp_path: Path) -> None:
    """A declaration and an inventory that name two versions of the standard are called out."""
    folder = good_object(tmp_path / "object")
    (folder / "0=ocfl_object_1.1").unlink()
    place(folder, "0=ocfl_object_1.0", b"ocfl_object_1.0\n")
    assert [fault.code for fault in judge_object(folder).errors] == ["E038"]


def test_a_changed_algorithm_is_followed_from_version_to_version(tmp_path: Path) -> None:
    """An object that went over to sha512 keeps its history, and a wrong word in the old inventory is still found."""
    folder = good_object(tmp_path / "object")
    older = good_object(tmp_path / "older", algorithm="sha256")
    for version in ("v1", "v2"):
        (folder / version / "inventory.json.sha512").unlink()
        put(folder, inventory_of(older, version), version, algorithm="sha256")
    judged = judge_object(folder)
    assert judged.errors == ()
    assert {fault.code for fault in judged.warnings} == {"W004"}
    assert _by_others(folder) is True
    data = inventory_of(folder, "v1")
    data["versions"]["v1"]["state"][digest(LETTER, "sha256")] = ["other.txt"]
    put(folder, data, "v1", algorithm="sha256")
    assert [fault.code for fault in judge_object(folder).errors] == ["E066"]
    assert _by_others(folder) is False


OLDER: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("", block(lambda one: renamed(one["state"], digest(LATER), digest(LATER).upper()))),
    ("", changed(lambda data: data["manifest"].update({"ab" * 64: []}))),
    ("E041", changed(set_to("manifest", []))),
    ("E046", raw('"v3": {"created"', '"v0": {"state": {}, "created": "2024-01-01T00:00:00Z"}, "v3": {"created"')),
    ("E057", changed(set_to("fixity", []))),
    ("E033", every(set_to("contentDirectory", ""))),
)


@pytest.mark.parametrize(("code", "change"), OLDER)
def test_an_object_of_version_1_0_is_judged_by_version_1_0(
    tmp_path: Path, code: str, change: Callable[[Path], object]
) -> None:
    """What only the newer standard forbids, or has a code for, is not held against an older object."""
    folder = good_object(tmp_path / "object", spec="1.0")
    change(folder)
    assert {fault.code for fault in judge_object(folder).errors} == set(code.split())


def test_an_algorithm_that_is_not_allowed_is_named(tmp_path: Path) -> None:
    """The message says which algorithm it was."""
    folder = good_object(tmp_path / "object")
    every(set_to("digestAlgorithm", "md5"))(folder)
    about = next(fault.about for fault in judge_object(folder).errors if fault.code == "E025")
    assert "“md5”" in about
