"""Where the ledger and a version do not fit each other, nobody is accused of what cannot be told; and nothing gets through."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import tampering as made
from tampering import (
    BRIEFING,
    add_one,
    edit_event,
    edit_list,
    events,
    flip_digest,
    home,
    rewrite,
    rewrite_ledger,
    state,
)

from pcp_reports.archive.proving.verifying import verify

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("inventory.json", "inventory.json.sha512")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with three versions of an update and one of a briefing."""
    return made.build(tmp_path_factory.mktemp("built") / "workspace")


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace, to be tampered with."""
    return shutil.copytree(built, tmp_path / "workspace")


def told(root: Path, anchor: str | None = None) -> list[tuple[str, str]]:
    """Return what was found: each finding's code and message."""
    return [(one.code, one.message) for one in verify(root, anchor=anchor).findings]


def codes(root: Path, anchor: str | None = None) -> list[str]:
    """Return the codes of what was found."""
    return [code for code, _ in told(root, anchor)]


def briefing(root: Path) -> Path:
    """Return a file of the briefing, whose event is the last of the ledger."""
    return home(root, BRIEFING) / "v1" / "files" / "totals.csv"


def edit_head(root: Path, number: int = 3) -> None:
    """Change what the list of the latest version says of v1, in both its copies and with fresh digests."""
    edit_list(home(root) / f"v{number}", lambda held: held["versions"]["v1"].update(message="sent: x"))
    for name in LISTS:
        shutil.copy(home(root) / f"v{number}" / name, home(root) / name)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_event_that_the_next_does_not_bear_out_is_blamed_alone(root: Path, number: int) -> None:
    """A digit of the ledger went wrong: no version is said to have been changed, and I am not sent to bring one back."""
    flip_digest(events(root)[number - 1])
    ((code, message),) = told(root)
    assert code == "A322"
    assert message.endswith(f"v{number}.json” as it stands now.")


def test_what_the_last_event_and_its_version_tell_each_in_its_own_way_is_not_decided(root: Path) -> None:
    """Nothing vouches for the last event yet, so that I am told of both, and to compare both."""
    flip_digest(events(root)[3])
    (one,) = verify(root).findings
    assert one.code == "A336"
    assert one.place.path.endswith("prosper-partnership-briefing/v1/inventory.json")
    assert "the ledger's event 4 and the version's list of files do not fit each other" in one.message
    assert "Compare both with a copy of the shared drive from another day" in one.hint
    assert "--anchor" in one.hint


def test_the_last_version_rewritten_with_fresh_digests_is_told_in_the_same_words(root: Path) -> None:
    """The same is seen where it was the version that was changed: it is found, and the words fit."""
    rewrite(root, briefing(root), b"everything else\n", BRIEFING)
    found = dict(told(root))
    assert list(found) == ["A336", "A318"]
    assert "one of them was changed since; which of the two cannot be told from here" in found["A336"]


def test_the_digest_in_the_minutes_decides_it(root: Path) -> None:
    """With the digest of that event in the minutes the event is proved, and it is the version that was changed."""
    noted = verify(root).head
    rewrite(root, briefing(root), b"everything else\n", BRIEFING)
    found = dict(told(root, noted))
    assert list(found) == ["A314", "A318"]
    assert "v1 is not what was archived: its list of files was written anew since" in found["A314"]


def test_a_later_event_decides_it_too(root: Path) -> None:
    """Once something else was archived, the event is borne out, and it is the version that was changed."""
    add_one(root, 4)
    rewrite(root, briefing(root), b"everything else\n", BRIEFING)
    assert codes(root) == ["A314", "A318"]


def test_files_are_still_held_to_the_list_where_the_event_is_broken(root: Path) -> None:
    """A broken event excuses no file."""
    flip_digest(events(root)[2])
    (home(root) / "v3" / "files" / "totals.csv").write_bytes(b"x")
    (home(root) / "v3" / "files" / "more.csv").write_bytes(b"x")
    assert codes(root) == ["A322", "A302", "A306"]


def test_files_are_still_held_to_the_list_where_nothing_can_be_decided(root: Path) -> None:
    """Nor does one that cannot be decided upon."""
    flip_digest(events(root)[3])
    briefing(root).unlink()
    assert codes(root) == ["A336", "A303"]


def test_a_list_changed_besides_is_told_besides(root: Path) -> None:
    """Two deeds are two findings: an event's digit, and the list of that version, which a later list contradicts."""
    flip_digest(events(root)[0])
    edit_list(home(root) / "v1", lambda held: held["versions"]["v1"].update(message="sent: x"))
    found = dict(told(root))
    assert list(found) == ["A322", "A310"]
    assert "v1: its own list of files was changed" in found["A310"]


def test_a_list_whose_own_digest_is_another_is_changed_whatever_the_event(root: Path) -> None:
    """A list that does not fit the digest beside it is not excused by a broken event."""
    flip_digest(events(root)[0])
    path = home(root) / "v1" / LISTS[0]
    path.write_bytes(path.read_bytes().replace(b"Ann", b"Bob"))
    assert codes(root) == ["A322", "A310"]


@pytest.mark.parametrize("number", [1, 4])
def test_a_list_with_a_blank_more_is_changed_whatever_the_event(root: Path, number: int) -> None:
    """Nor is one that says the same, and of which the digest beside it is still that of the list as it was."""
    flip_digest(events(root)[number - 1])
    path = (home(root) if number == 1 else home(root, BRIEFING)) / "v1" / LISTS[0]
    path.write_bytes(path.read_bytes() + b"\n")
    assert codes(root) == (["A322", "A310"] if number == 1 else ["A314"])


def test_two_copies_of_the_latest_list_that_differ_are_changed_whatever_the_event(root: Path) -> None:
    """The list on top and its copy in the version's folder must be one and the same to be believed against an event."""
    flip_digest(events(root)[3])
    path = home(root, BRIEFING) / LISTS[0]
    path.write_bytes(path.read_bytes() + b"\n")
    state(path.parent)
    assert codes(root) == ["A314"]


def test_a_latest_list_that_contradicts_an_earlier_one_is_changed_whatever_the_event(root: Path) -> None:
    """Who breaks the event of the latest version cannot have that version's list say another thing of what came before."""
    flip_digest(events(root)[2])
    edit_head(root)
    found = dict(told(root))
    assert list(found) == ["A322", "A314"]
    assert "v3 is not what was archived" in found["A314"]


def test_all_lists_rewritten_are_found_though_the_last_event_is_in_doubt(root: Path) -> None:
    """If the earlier lists are known to be forged, so is the last, which says the same."""
    shutil.rmtree(home(root, BRIEFING).parent)
    events(root)[3].unlink()
    rewrite(root, home(root) / "v1" / "files" / "totals.csv", b"other\n")
    found = dict(told(root))
    assert list(found) == ["A314", "A318"]
    assert "v1, v2 and v3 are not what was archived" in found["A314"]


def test_an_event_before_a_gap_is_not_decided_upon(root: Path) -> None:
    """With the next event missing nothing tells whether an event is as it was; what the version held a later list proves."""
    flip_digest(events(root)[0])
    events(root)[1].unlink()
    found = dict(told(root))
    assert list(found) == ["A320", "A336"]
    assert "2023-10-03, v1: the ledger's event 1 and the version's list of files do not fit" in found["A336"]
    assert found["A336"].endswith("What v1 held is proved by a later list.")


def test_the_version_s_own_copy_is_wrong_where_the_list_of_versions_is_the_one_recorded(root: Path) -> None:
    """The last event and the list on top fit each other: it is the copy in the version's folder that was changed."""
    path = home(root, BRIEFING) / "v1" / LISTS[0]
    path.write_bytes(path.read_bytes() + b"\n")
    state(path.parent)
    assert codes(root) == ["A310"]


def test_another_paper_s_list_is_not_excused(root: Path) -> None:
    """Nor is it called a doubt where another paper lies in the folder."""
    there = home(root, BRIEFING)
    shutil.rmtree(there)
    shutil.copytree(home(root) / "v1", there / "v1")
    for name in (*LISTS, "0=ocfl_object_1.1"):
        shutil.copy((home(root) / "v1" if name in LISTS else home(root)) / name, there / name)
    assert codes(root) == ["A316"]


def test_a_reworded_event_and_list_are_one_doubt(root: Path) -> None:
    """Where list and event do not fit and say other things besides, that is told once and blames neither."""

    def reword(held: dict[str, Any]) -> None:
        held["versions"]["v1"]["message"] = "final: Another reason"

    folder = home(root, BRIEFING)
    for one in (folder, folder / "v1"):
        edit_list(one, reword)
    assert [code for code in codes(root) if code != "A318"] == ["A336"]


def test_a_broken_event_lets_no_breach_of_the_standard_through(root: Path) -> None:
    """What no event vouches for is put before the judge of OCFL."""
    flip_digest(events(root)[2])

    def forge(held: dict[str, Any]) -> None:
        held["fixity"] = {"md5": {"0" * 32: ["v1/files/totals.csv"]}}

    for one in (home(root), home(root) / "v3"):
        edit_list(one, forge)
    assert "A319" in codes(root)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_everything_rewritten_and_an_event_broken_is_never_passed(root: Path, number: int) -> None:
    """Who forges a version and spoils its event gets no “as archived”: the ledger's fault stands, and the proof with it."""
    rewrite(root, home(root) / f"v{number}" / "files" / "totals.csv", b"other\n")
    edit_event(events(root)[number - 1], by="Jo Bold")
    found = verify(root)
    assert not found.valid
    assert {one.paper: one.valid for one in found.papers}["2023-10-03"] is False


def test_a_ledger_with_another_form_throughout_is_named(root: Path) -> None:
    """Who writes the whole ledger anew, chain and all, and not as the tool does, is found by that."""
    rewrite_ledger(root)
    before: bytes | None = None
    for path in events(root):
        previous = hashlib.sha256(before).hexdigest() if before is not None else None
        edit_event(path, previous=previous)
        path.write_bytes(path.read_bytes() + b"\n")
        before = path.read_bytes()
    assert codes(root) == ["A323"] * 4
