"""The ledger: every way in which its chain can be broken is found and named, and whatever else lies there is told for what it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from faults import archived
from hypothesis import given
from hypothesis import strategies as st
from writers import OTHER, PAPER

from pcp_reports.archive.layout import ledger_of
from pcp_reports.archive.ledger.events import Event, dump, event_name, read_ledger
from pcp_reports.archive.ledger.ledger_event import load
from pcp_reports.editing import digest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACE = "2023/2023-10-03-panel-update"
NAMES = [f"00000{number} 2023-10-03-panel-update v{number}.json" for number in (1, 2, 3)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace in which three versions of a paper were archived."""
    archived(tmp_path, 3)
    return tmp_path


def codes(root: Path) -> list[str]:
    """Return the codes of what is wrong with the ledger."""
    return sorted(one.code for one in read_ledger(root).findings)


def changed(path: Path, **fields: object) -> None:
    """Change what an event holds."""
    held = json.loads(path.read_bytes()) | fields
    path.write_bytes((json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode())


def test_the_ledger_tells_what_was_archived(root: Path) -> None:
    """Each event says which version of which paper was archived, by whom, why, and what stood before it."""
    ledger = read_ledger(root)
    assert ledger.findings == ()
    assert ledger.sound
    assert [event.name for event in ledger.events] == NAMES
    first, second, third = ledger.events
    assert (first.paper, first.object, first.version, first.status) == (PAPER, PLACE, 1, "draft")
    assert (first.reason, first.by, first.previous) == ("Version 1", "Ann Thorne", None)
    assert second.previous == first.digest == digest((ledger_of(root) / NAMES[0]).read_bytes())
    assert ledger.head == third.digest
    assert dump(third) == (ledger_of(root) / NAMES[2]).read_bytes()


def test_a_workspace_without_a_ledger_has_none(tmp_path: Path) -> None:
    """Before anything was archived, nothing is wrong."""
    ledger = read_ledger(tmp_path)
    assert (ledger.events, ledger.findings, ledger.head) == ((), (), "")


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("A320", lambda folder: (folder / NAMES[1]).unlink()),
        ("A320", lambda folder: (folder / NAMES[0]).unlink()),
        ("A322", lambda folder: changed(folder / NAMES[0], reason="Because")),
        ("A322", lambda folder: changed(folder / NAMES[0], previous="0" * 64)),
        ("A323", lambda folder: (folder / NAMES[2]).write_bytes(b"")),
        ("A323", lambda folder: (folder / NAMES[2]).write_bytes(b"[" * 100_000)),
        ("A323", lambda folder: (folder / NAMES[2]).write_bytes(b"{" + b" " * 1_100_000 + b"}")),
        ("A323", lambda folder: changed(folder / NAMES[2], version="3")),
        ("A323", lambda folder: changed(folder / NAMES[2], version=True)),
        ("A323", lambda folder: changed(folder / NAMES[2], more="x")),
        ("A323", lambda folder: changed(folder / NAMES[2], inventory="abc")),
        ("A324", lambda folder: (folder / NAMES[2]).rename(folder / "000003 2023-10-03-panel-update v4.json")),
        ("A324", lambda folder: changed(folder / NAMES[2], number=4)),
        ("A325", lambda folder: (folder / "desktop.ini").write_bytes(b"")),
        ("A325", lambda folder: (folder / ".event.000000000004.tmp").write_bytes(b"")),
        ("A326", lambda folder: (folder / "minutes.docx").write_bytes(b"")),
        ("A326", lambda folder: (folder / "old").mkdir()),
        ("A326", lambda folder: (folder / "link").symlink_to(folder)),
    ],
)
def test_each_fault_of_the_chain_is_named(root: Path, code: str, change: Callable[[Path], object]) -> None:
    """What was removed, changed, garbled or renamed in the ledger, or lies there without belonging, is found and named."""
    change(ledger_of(root))
    assert code in codes(root)


def test_the_event_that_was_changed_is_named_where_that_can_be_told(root: Path) -> None:
    """Where a third event vouches for the second, I need not ask which of the two was changed; otherwise I am told of both."""
    path = ledger_of(root) / NAMES[0]
    changed(path, reason="Because")
    (finding,) = read_ledger(root).findings
    assert finding.hint.startswith(f"“{NAMES[0]}” was changed or put in another's place; “{NAMES[1]}” is as it was")
    (ledger_of(root) / NAMES[2]).unlink()
    (finding,) = read_ledger(root).findings
    assert finding.hint.startswith("One of the two was changed")


def test_an_event_that_says_one_thing_twice_is_not_believed(root: Path) -> None:
    """An event with two values for one thing would be read differently by different programs."""
    path = ledger_of(root) / NAMES[2]
    path.write_bytes(path.read_bytes().replace(b"{", b'{"version": 9,', 1))
    (finding,) = read_ledger(root).findings
    assert finding.code == "A323"
    assert "says one thing twice" in finding.message


def test_an_event_swapped_with_another_is_found(root: Path) -> None:
    """Two events that stand under each other's names are both named."""
    one, two = (ledger_of(root) / name for name in NAMES[1:])
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    found = codes(root)
    assert found.count("A324") == 2
    assert "A322" in found


def test_a_gap_is_told_with_its_numbers(root: Path) -> None:
    """I learn which events are missing, so that I can ask for them to be brought back."""
    for name in NAMES[:2]:
        (ledger_of(root) / name).unlink()
    found = [one.message for one in read_ledger(root).findings if one.code == "A320"]
    assert found == ["The ledger has a gap: events 000001 to 000002 are missing."]


def test_a_fork_is_told_as_a_fork(root: Path) -> None:
    """Two events of one number, as two computers write that do not see each other, are both named; the chain goes on."""
    event = read_ledger(root).events[1]
    other = Event(
        2, OTHER, "2024/2024-01-15-panel-update", 1, "draft", "x", "y", "z", "0" * 128, event.previous, "", ""
    )
    (ledger_of(root) / event_name(2, other.object, 1)).write_bytes(dump(other))
    (finding,) = read_ledger(root).findings
    assert (finding.code, "“000002 2024-01-15-panel-update v1.json”" in finding.message) == ("A321", True)
    assert [one.paper for one in read_ledger(root).events] == [PAPER] * 3


@pytest.mark.parametrize(
    "name",
    [
        "000002 2023-10-03-panel-update v2 (1).json",
        "000002 2023-10-03-panel-update v2-LAPTOP7.json",
        "000002 2023-10-03-panel-update v2 (Ann Thorne's conflicted copy 2023-10-04).json",
        "000002 2023-10-03-panel-update v2.sync-conflict-20231004-101010-ABCDEFG.json",
    ],
)
def test_a_copy_that_a_sync_program_made_is_told_as_that(root: Path, name: str) -> None:
    """A second copy of an event is no fork: it is harmless if it is the same, and a question to two people if it is not."""
    original = ledger_of(root) / NAMES[1]
    (ledger_of(root) / name).write_bytes(original.read_bytes())
    ledger = read_ledger(root)
    assert [one.code for one in ledger.findings] == ["A325"]
    assert "the same in every byte" in ledger.findings[0].message
    assert ledger.sound
    (ledger_of(root) / name).write_bytes(original.read_bytes().replace(b"Ann", b"Bob"))
    (finding,) = read_ledger(root).findings
    assert (finding.code, NAMES[1] in finding.message) == ("A327", True)


def test_an_event_that_is_a_link_or_a_folder_is_not_followed(root: Path) -> None:
    """Whatever stands in an event's place and is no file is named as what it is."""
    path = ledger_of(root) / NAMES[2]
    path.rename(root / "elsewhere.json")
    path.symlink_to(root / "elsewhere.json")
    assert "is a link to another place" in read_ledger(root).findings[0].message
    path.unlink()
    path.mkdir()
    assert "it is a folder" in read_ledger(root).findings[0].message


def test_a_ledger_that_is_a_link_is_not_read(root: Path) -> None:
    """Nobody can put another ledger in the place of ours by a link."""
    folder = ledger_of(root)
    folder.rename(root / "elsewhere")
    folder.symlink_to(root / "elsewhere")
    assert codes(root) == ["A328"]
    folder.unlink()
    folder.write_bytes(b"")
    assert codes(root) == ["A328"]


def test_a_version_that_was_not_due_is_named(root: Path) -> None:
    """An event that was added with the right digests, of a version that cannot follow, is found all the same."""
    last = read_ledger(root).events[-1]
    for number, version, place in ((4, 5, PLACE), (5, 6, "2022/2023-10-03-panel-update")):
        previous = read_ledger(root).head
        event = Event(number, PAPER, place, version, "draft", "x", "y", "z", last.inventory, previous, "", "")
        (ledger_of(root) / event_name(number, place, version)).write_bytes(dump(event))
    other = Event(6, OTHER, PLACE, 1, "draft", "x", "y", "z", last.inventory, read_ledger(root).head, "", "")
    (ledger_of(root) / event_name(6, PLACE, 1)).write_bytes(dump(other))
    said = [one.message.partition("cannot be right: ")[2] for one in read_ledger(root).findings]
    assert said == [
        f"v4 of {PAPER} is due there, in {PLACE}.",
        f"v6 of {PAPER} is due there, in {PLACE}.",
        f"v1 of {OTHER} is due there, and that folder belongs to {PAPER}.",
    ]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_a_gap_does_not_make_the_next_event_wrong(root: Path, number: int, how: str) -> None:
    """The event after the one that is missing, or cannot be read, is not accused of coming too early."""
    path = ledger_of(root) / NAMES[number - 1]
    path.unlink() if how == "removed" else path.write_bytes(b"")
    assert codes(root) == ["A320" if how == "removed" else "A323"]


def test_a_gap_excuses_no_more_versions_than_it_has_events(root: Path) -> None:
    """One event that is missing does not account for two versions."""
    last = read_ledger(root).events[-1]
    event = Event(5, PAPER, PLACE, 6, "draft", "x", "y", "z", last.inventory, "0" * 64, "", "")
    (ledger_of(root) / event_name(5, PLACE, 6)).write_bytes(dump(event))
    assert codes(root) == ["A320", "A329"]


def test_a_gap_excuses_what_came_after_it_but_once(root: Path) -> None:
    """An event that was lost before a version is no excuse for a version left out after that."""
    (ledger_of(root) / NAMES[0]).unlink()
    last = read_ledger(root).events[-1]
    event = Event(4, PAPER, PLACE, 5, "draft", "x", "y", "z", last.inventory, last.digest, "", "")
    (ledger_of(root) / event_name(4, PLACE, 5)).write_bytes(dump(event))
    assert codes(root) == ["A320", "A329"]


def test_an_event_that_was_changed_bears_out_no_other(root: Path) -> None:
    """What vouches must itself be vouched for, or be the last."""
    ledger = read_ledger(root)
    assert (ledger.borne_out, ledger.broken) == (frozenset(NAMES[:2]), frozenset())
    changed(ledger_of(root) / NAMES[1], reason="Because")
    ledger = read_ledger(root)
    assert (ledger.borne_out, ledger.broken) == (frozenset(), frozenset(NAMES[1:2]))


SAVED_ANEW: dict[str, Callable[[bytes], bytes]] = {
    "a blank more": lambda data: data.replace(b": ", b":  ", 1),
    "a blank at the end": lambda data: data + b" ",
    "no line end": lambda data: data.rstrip(),
    "one line": lambda data: json.dumps(json.loads(data)).encode(),
    "another order": lambda data: (json.dumps(json.loads(data), indent=1, sort_keys=True) + "\n").encode(),
    "letters written as numbers": lambda data: data.replace(b"Ann", b"\\u0041nn"),
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("how", SAVED_ANEW)
def test_an_event_that_was_saved_anew_is_found_though_it_says_the_same(root: Path, how: str, number: int) -> None:
    """Not a blank of an event can be changed unseen, be it the last one, which no other vouches for yet."""
    path = ledger_of(root) / NAMES[number - 1]
    path.write_bytes(SAVED_ANEW[how](path.read_bytes()))
    ledger = read_ledger(root)
    (finding,) = ledger.findings
    assert (finding.code, finding.place.path.rpartition("/")[2]) == ("A323", NAMES[number - 1])
    assert "is not as the tool wrote it" in finding.message
    assert len(ledger.events) == 3


_WORDS = st.text(max_size=12)


@given(_WORDS, _WORDS, _WORDS, st.integers(1, 10**7), st.sampled_from([None, "0" * 64]))
def test_an_event_is_written_as_json_is_and_read_back_the_same(
    paper: str, reason: str, by: str, number: int, previous: str | None
) -> None:
    """Whatever a reason or a name is made of, the event that is kept of it is JSON, and the form in which it is due."""
    event = Event(number, paper, PLACE, 1, "draft", reason, by, "z", "0" * 128, previous, "", "")
    data = dump(event)
    held = json.loads(data)
    assert data == (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
    assert dump(load("", data)) == data
    assert (held["paper"], held["reason"], held["by"], held["previous"]) == (paper, reason, by, previous)


@given(st.data())
def test_whatever_stands_in_the_ledger_reading_it_never_fails(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A ledger that was damaged in any way is told about, never a reason for the tool to stop; one changed byte is seen."""
    root = tmp_path_factory.mktemp("ledger")
    archived(root, 2)
    path = ledger_of(root) / data.draw(st.sampled_from(NAMES[:2]))
    held = path.read_bytes()
    before = read_ledger(root).events[-1]
    at = data.draw(st.integers(0, len(held) - 1))
    put = data.draw(st.binary(max_size=4))
    end = at + data.draw(st.integers(0, 4))
    path.write_bytes(held[:at] + put + held[end:])
    ledger = read_ledger(root)
    if path.read_bytes() == held:
        assert ledger.sound
    elif ledger.sound:  # nothing vouches for the last event yet: it is found by what it says of its version
        assert path.name == NAMES[1]
        after = {
            field: getattr(ledger.events[-1], field) for field in ("reason", "by", "created", "status", "inventory")
        }
        assert after != {field: getattr(before, field) for field in after}
