"""Whatever lies in a folder, the judge reads it without following, hanging or falling over."""

from __future__ import annotations

import errno
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_objects import FILES, LATEST, changed, digest, good_object, inventory_of, place, put

from pcp_reports.archive.ocfl import disk, hashing, judge_object, judge_path
from pcp_reports.archive.ocfl.judged import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl import Judged

POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are made as POSIX makes them")
LETTER = "v1/content/letter.txt"


def _watched(monkeypatch: pytest.MonkeyPatch, *modules: str) -> list[Path]:
    """Return a list that tells, from now on, of each file that is opened."""
    opened: list[Path] = []
    true = disk.open_plain

    def opening(path: Path) -> int:
        opened.append(path)
        return true(path)

    for module in modules or ("disk", "hashing"):
        monkeypatch.setattr(f"pcp_reports.archive.ocfl.{module}.open_plain", opening)
    return opened


def codes(judged: Judged) -> set[str]:
    """Return the codes of the errors found."""
    return {fault.code for fault in judged.errors}


@POSIX
def test_a_link_in_the_place_of_a_file_is_a_fault_even_to_the_same_bytes(tmp_path: Path) -> None:
    """A file replaced by a link is not called sound because what it leads to happens to be right today."""
    folder = good_object(tmp_path / "object")
    (tmp_path / "elsewhere.txt").write_bytes(FILES[LETTER])
    (folder / LETTER).unlink()
    (folder / LETTER).symlink_to(tmp_path / "elsewhere.txt")
    assert codes(judge_object(folder)) == {"E090", "E092", "E093"}


@POSIX
@pytest.mark.parametrize("path", ["v1", "v1/content", "v1/content/annex", "logs", "inventory.json"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path, path: str) -> None:
    """A folder, or an inventory, that was moved away and linked to is a fault."""
    folder = good_object(tmp_path / "object")
    (folder / path).rename(tmp_path / "elsewhere")
    (folder / path).symlink_to(tmp_path / "elsewhere")
    judged = judge_object(folder)
    assert "E090" in codes(judged)
    assert ("E090", path) in {(fault.code, fault.path) for fault in judged.errors}


@POSIX
@pytest.mark.parametrize(
    "path", [LETTER, "inventory.json", "inventory.json.sha512", "0=ocfl_object_1.1", "v2/inventory.json"]
)
def test_a_pipe_is_never_opened(tmp_path: Path, path: str) -> None:
    """A pipe in the place of a file, from which one could read for ever, is a fault and holds nothing up."""
    folder = good_object(tmp_path / "object")
    (folder / path).unlink()
    os.mkfifo(folder / path)
    assert not judge_object(folder).valid


@POSIX
def test_a_file_swapped_for_a_pipe_after_it_was_listed_is_still_not_read(tmp_path: Path) -> None:
    """Between looking and opening a file may change: what is opened is looked at again."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no ordinary file"):
        disk.read_plain(tmp_path / "pipe", 100)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OSError, match=r"."):
        disk.open_plain(tmp_path / "link")


@pytest.mark.parametrize(
    "path",
    [
        "../../secret.txt",
        "/etc/passwd",
        "C:\\secret.txt",
        "C:/secret.txt",
        "\\\\server\\secret.txt",
        "v1/content/../../../secret.txt",
        "v1\\content\\..\\..\\..\\secret.txt",
        "v1/content/\0",
        "v1/content/" + "x" * 5_000,
        "v1/content" + "/x" * 5_000,
    ],
)
def test_no_path_in_an_inventory_makes_the_judge_open_what_lies_elsewhere(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An inventory that was tampered with cannot have any other file of the drive read or vouched for."""
    folder = good_object(tmp_path / "object")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    for version in LATEST:
        data = inventory_of(folder, version)
        data["manifest"][digest(LETTER)].append(path)
        data["fixity"]["md5"][digest(LETTER, "md5")].append(path)
        put(folder, data, version)
    opened = _watched(monkeypatch)
    judged = judge_object(folder)
    assert not judged.valid
    assert opened
    assert all(one.resolve().is_relative_to(folder.resolve()) for one in opened)
    assert path not in judged.hashed


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are always sound there")
def test_names_that_are_not_utf8_are_faults_that_can_be_shown(tmp_path: Path) -> None:
    """A file name in some old encoding is named as well as it can be, and every message can be printed."""
    folder = good_object(tmp_path / "object")
    with open(os.fsencode(folder) + b"/v1/content/caf\xe9.txt", "wb") as file:  # noqa: PTH123 - a name that is not UTF-8
        file.write(b"x")
    os.mkdir(os.fsencode(folder) + b"/caf\xe9")  # noqa: PTH102 - a name that is not UTF-8
    judged = judge_object(folder)
    assert codes(judged) == {"E001", "E023"}
    json.dumps([(fault.about, fault.path) for fault in judged.errors], ensure_ascii=False).encode()


def test_what_an_inventory_says_is_never_shown_in_a_way_that_steers_the_screen(tmp_path: Path) -> None:
    """A name that was made to clear the screen, or to fill it, is shown harmless and short."""
    folder = good_object(tmp_path / "object")
    changed(lambda data: data.update({"\x1b[2J\x1b[31mall is well" + "x" * 10_000: 1}))(folder)
    (fault,) = judge_object(folder).errors
    assert "\x1b" not in fault.about
    assert len(fault.about) <= LONGEST


@pytest.mark.parametrize("refused", ["", "v1", "v1/content", "v1/content/annex", "extensions"])
def test_a_folder_that_may_not_be_read_is_a_fault(
    tmp_path: Path, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to look into a folder I am told so, and nothing is called valid that was not seen."""
    folder = good_object(tmp_path / "object")
    true = os.scandir

    def scandir(path: Path) -> Any:  # noqa: ANN401 - as the standard library has it
        if path == folder / refused:
            raise PermissionError(errno.EACCES, "Permission denied")
        return true(path)

    monkeypatch.setattr("pcp_reports.archive.ocfl.disk.os.scandir", scandir)
    (judged,) = judge_path(folder)
    assert not judged.valid
    assert any("permission denied" in fault.about for fault in judged.errors)


@pytest.mark.parametrize(
    "path", [*FILES, "inventory.json", "v2/inventory.json", "v3/inventory.json.sha512", "0=ocfl_object_1.1"]
)
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read is not called sound."""
    folder = good_object(tmp_path / "object")
    true = os.open

    def refusing(one: Path, flags: int) -> int:
        if one == folder / path:
            raise OSError(errno.EIO, "Input/output error")
        return true(one, flags)

    monkeypatch.setattr("pcp_reports.archive.ocfl.disk.os.open", refusing)
    judged = judge_object(folder)
    assert not judged.valid
    assert any("input/output error" in fault.about for fault in judged.errors)
    assert path not in judged.hashed


def test_a_folder_that_is_not_there_and_a_file_are_faults(tmp_path: Path) -> None:
    """Asked for what is no object at all, the judge says so."""
    (tmp_path / "file").write_bytes(b"")
    assert codes(judge_object(tmp_path / "none")) == {"E003"}
    assert codes(judge_object(tmp_path / "file")) == {"E003"}


def test_each_file_is_read_once_however_many_digests_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Verifying reads each file of the archive once, and reports each byte of it once."""
    folder = good_object(tmp_path / "object")
    data = inventory_of(folder)
    data["fixity"] |= {name: {} for name in hashing.ALGORITHMS if name != "md5"}
    for name, make in hashing.ALGORITHMS.items():
        for path, content in FILES.items():
            made = make()
            made.update(content)
            data["fixity"][name][made.hexdigest()] = [path]
    put(folder, data, *LATEST)
    opened = _watched(monkeypatch, "hashing")
    monkeypatch.setattr(hashing, "CHUNK", 4)
    counted: list[int] = []
    assert judge_object(folder, counted.append).valid
    assert sorted(opened) == sorted(folder / path for path in FILES)
    assert sum(counted) == sum(map(len, FILES.values()))
    assert max(counted) == 4


def test_the_bar_counts_all_the_bytes_there_are(tmp_path: Path) -> None:
    """The length of the progress bar is what all plain files together have, wherever they lie."""
    place(tmp_path, "one", b"1234")
    place(tmp_path, "two/three/four", b"567")
    assert disk.bytes_under(tmp_path) == 7


def test_optional_digests_of_registered_names_are_passed_over(tmp_path: Path) -> None:
    """A fixity block by an algorithm that is registered, and not computed here, is no fault, as the standard has it."""
    folder = good_object(tmp_path / "object")
    changed(lambda data: data["fixity"].update({"crc32": {"cbf43926": [LETTER]}, "sha512/256": {"ab": [LETTER]}}))(
        folder
    )
    assert judge_object(folder).valid


def _mutations() -> st.SearchStrategy[Callable[[bytes], bytes]]:
    """Return ways to change bytes: cut, drop, double or overwrite a stretch of them."""
    at = st.integers(0, 1 << 16)
    return st.one_of(
        st.builds(lambda i: lambda data: data[: i % len(data)], at),
        st.builds(lambda i, n: lambda data: data[: i % len(data)] + data[i % len(data) + n :], at, st.integers(1, 40)),
        st.builds(lambda i, new: lambda data: data[: i % len(data)] + new + data[i % len(data) + len(new) :], at, st.binary(min_size=1, max_size=8)),
        st.builds(lambda i, new: lambda data: data[: i % len(data)] + new + data[i % len(data) :], at, st.sampled_from([b'"', b"{", b"}", b"[", b"]", b",", b"\\", b"/", b"../", b"null", b"\xff"])),
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(change=_mutations(), version=st.sampled_from(["", "v1", "v2", "v3"]))
def test_a_damaged_inventory_under_its_old_digest_is_never_valid(
    tmp_path: Path, change: Callable[[bytes], bytes], version: str
) -> None:
    """Change any byte of any inventory, and I am told."""
    folder = tmp_path / "object"
    if not folder.exists():
        good_object(folder)
    target = folder / version / "inventory.json"
    before = target.read_bytes()
    after = change(before)
    target.write_bytes(after)
    judged = judge_object(folder)
    target.write_bytes(before)
    assert judged.valid == (after == before)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10) | st.sampled_from(["v1", "v9", LETTER, "../x", "sha512"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.sampled_from(["v1", "state", "created", digest(LETTER)]), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def _holders(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Yield each list or object within a value, with each of its keys."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _holders(value[key])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(data=st.data())
def test_anything_in_the_place_of_anything_in_a_sealed_inventory_is_judged_and_only_words_may_differ(
    tmp_path: Path, data: st.DataObject
) -> None:
    """However an inventory was forged and sealed anew, the judge answers; and files and history cannot change unseen."""
    folder = tmp_path / "object"
    if not folder.exists():
        good_object(folder)
    version = data.draw(st.sampled_from(["", "v1", "v2"]))
    before = inventory_of(folder, version)
    forged = inventory_of(folder, version)
    holders = list(_holders(forged))
    holder, key = holders[data.draw(st.integers(0, len(holders) - 1))]
    holder[key] = data.draw(JSON)
    names = LATEST if version == "" else (version,)
    put(folder, forged, *names)
    judged = judge_object(folder)
    put(folder, before, *names)
    if judged.valid:
        assert _kept(forged, version) == _kept(before, version)


def _kept(data: Any, version: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what cannot be forged in an inventory: all but the words, and the files of the version that it seals last."""
    blocks = {name: block for name, block in data["versions"].items() if version or name != "v3"}
    states = {name: _by_path(block["state"]) for name, block in blocks.items()}
    others = {key: value for key, value in data.items() if key not in {"versions", "manifest", "fixity"}}
    return (others, list(data["versions"]), states, _by_path(data["manifest"]))


def _by_path(block: dict[str, list[str]]) -> dict[str, str]:
    return {path: digest for digest, paths in block.items() for path in paths}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(held=st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_anything_in_the_place_of_an_inventory_is_judged(tmp_path: Path, held: bytes) -> None:
    """Any bytes at all as an inventory, sealed with the right digest, are a fault and not a failure."""
    folder = tmp_path / "object"
    if not folder.exists():
        good_object(folder)
    put(folder, held, *LATEST)
    assert not judge_object(folder).valid


@pytest.mark.parametrize("depth", [400, 900, 990, 5_000])
@pytest.mark.parametrize("key", ["message", "user", "created", "state"])
def test_nesting_without_end_is_a_fault_wherever_it_stands(tmp_path: Path, depth: int, key: str) -> None:
    """However deep the words of an inventory are nested, the judge answers."""
    folder = good_object(tmp_path / "object")
    nest = "[" * depth + "]" * depth
    for version, other in (("", "1"), ("v3", "1"), ("v1", "2"), ("v2", "3")):
        text = json.dumps(inventory_of(folder, version) | {"contentDirectory": "content"})
        place(folder, f"{version or '.'}/inventory.json", text.encode())
        data = json.loads(text)
        data["versions"]["v1"][key] = f"HERE{other}"
        put(
            folder,
            json.dumps(data).replace(f'"HERE{other}"', nest[: depth - 1] + other + nest[depth + 1 :]).encode(),
            version,
        )
    assert not judge_object(folder).valid
