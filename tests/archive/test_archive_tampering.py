"""What recovery must not settle: nobody can have a forged version finished for them, or a version forgotten."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from archives import head_of, noted, refused
from faults import archived, home, last_event, undecided, unlisted
from writers import OTHER, PAPER

from pcp_reports.archive.folders import stored
from pcp_reports.archive.layout import ledger_of
from pcp_reports.archive.ledger.events import Event, dump, event_name, read_ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARK = "NOT FINISHED.txt"


def _event(root: Path, number: int, number_of_version: int, inventory: str) -> None:
    """Add an event to the ledger with the right digests."""
    ledger = read_ledger(root)
    place = f"2023/{home(root).name}"
    event = Event(number, PAPER, place, number_of_version, "draft", "x", "y", "z", inventory, ledger.head, "", "")
    (ledger_of(root) / event_name(number, place, number_of_version)).write_bytes(dump(event))


def _rolled_back(root: Path) -> None:
    """Roll a paper back to its first version, and cut the ledger short, as somebody would who wants v2 forgotten."""
    archived(root, 1)
    before = {path: path.read_bytes() for path in home(root).glob("inventory*")}
    archived(root, 2)
    for path, data in before.items():
        path.write_bytes(data)
    last_event(root).unlink()


def _forged(root: Path) -> None:
    """Put a forged second version beside the first, not recorded anywhere."""
    archived(root, 1)
    shutil.copytree(home(root) / "v1", home(root) / "v2")


def _pending_but_changed(root: Path) -> None:
    unlisted(root, 2)
    next((home(root) / "v2").rglob("slnf-2.yaml")).write_bytes(b"forged")


def _pending_but_lacking(root: Path) -> None:
    unlisted(root, 2)
    next((home(root) / "v2").rglob("slnf-2.yaml")).unlink()


def _pending_inventory_changed(root: Path) -> None:
    unlisted(root, 2)
    path = home(root) / "v2" / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b"Ann", b"Bob"))


def _both_lists_changed(root: Path) -> None:
    archived(root, 1)
    for path in (home(root) / "inventory.json", home(root) / "v1" / "inventory.json"):
        path.write_bytes(path.read_bytes().replace(b"Ann", b"Bob"))


def _list_changed(root: Path) -> None:
    archived(root, 2)
    path = home(root) / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b"Ann", b"Bob"))


def _older_list(root: Path) -> None:
    archived(root, 1)
    first = (home(root) / "inventory.json").read_bytes()
    archived(root, 3)
    (home(root) / "inventory.json").write_bytes(first)


def _digest_changed(root: Path) -> None:
    archived(root, 2)
    (home(root) / "inventory.json.sha512").write_bytes(b"0" * 128 + b" inventory.json\n")


def _event_garbled(root: Path) -> None:
    archived(root, 2)
    last_event(root).write_bytes(b"")


def _event_garbled_and_rolled_back(root: Path) -> None:
    _rolled_back(root)
    (ledger_of(root) / "000002 2023-10-03-panel-update v2.json").write_bytes(b"")


def _event_without_version(root: Path) -> None:
    archived(root, 1)
    _event(root, 2, 2, "0" * 128)


def _version_gone(root: Path) -> None:
    archived(root, 2)
    shutil.rmtree(home(root) / "v1")


def _paper_gone(root: Path) -> None:
    archived(root, 2)
    shutil.rmtree(home(root))


def _ledger_gone(root: Path) -> None:
    archived(root, 2)
    shutil.rmtree(ledger_of(root))


def _ledger_gone_and_marked(root: Path) -> None:
    """Have a version look as if it had never been finished, with nothing left that records it."""
    archived(root, 1)
    shutil.rmtree(ledger_of(root))
    (home(root) / "v1" / MARK).write_bytes(b"")


def _event_cut_and_copied(root: Path) -> None:
    """Leave an event empty beside a copy of it that is not: which of the two is true is not ours to say."""
    archived(root, 1)
    path = ledger_of(root) / "000002 2023-10-03-panel-update v2.json"
    path.write_bytes(b"")
    path.with_name("000002 2023-10-03-panel-update v2 (1).json").write_bytes(b"{}")


def _something_in_the_way(root: Path) -> None:
    archived(root, 1)
    (home(root) / "v2").mkdir()
    (home(root) / "v2" / "holiday.jpg").write_bytes(b"")


def _something_in_the_place(root: Path) -> None:
    archived(root, 1, OTHER)
    home(root).mkdir(parents=True)
    (home(root) / "holiday.jpg").write_bytes(b"")


def _a_link_in_the_place(root: Path) -> None:
    archived(root, 1, OTHER)
    home(root).parent.mkdir()
    home(root).symlink_to(home(root, OTHER))


def _a_link_for_a_version(root: Path) -> None:
    unlisted(root, 2)
    (home(root) / "v2").rename(root / "elsewhere")
    (home(root) / "v2").symlink_to(root / "elsewhere")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_rolled_back, "A217"),
        (_forged, "A217"),
        (_pending_but_changed, "A219"),
        (_pending_but_lacking, "A219"),
        (_pending_inventory_changed, "A218"),
        (_both_lists_changed, "A218"),
        (_list_changed, "A218"),
        (_older_list, "A218"),
        (_digest_changed, "A218"),
        (_event_garbled, "A323"),
        (_event_garbled_and_rolled_back, "A323"),
        (_event_without_version, "A216"),
        (_version_gone, "A216"),
        (_paper_gone, "A216"),
        (_ledger_gone, "A217"),
        (_ledger_gone_and_marked, "A217"),
        (_event_cut_and_copied, "A323"),
        (_something_in_the_way, "A209"),
        (_something_in_the_place, "A209"),
        (_a_link_in_the_place, "A209"),
        (_a_link_for_a_version, "A219"),
    ],
)
def test_whatever_is_no_step_of_ours_is_left_as_it_is(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    """Nobody can have a forged version finished for them, or a version forgotten: it is named, and nothing is touched."""
    make(tmp_path)
    _tidy(tmp_path)
    number = (head_of(tmp_path) or 0) + 1
    assert refused(tmp_path, number) == code


def _tidy(root: Path) -> None:
    """Take away the temporary files of the state started from, which recovery removes in any case."""
    for path in root.rglob(".*.tmp"):
        path.unlink()


def test_a_ledger_that_was_cut_short_stops_every_paper(tmp_path: Path) -> None:
    """Nothing is added after a ledger that has lost its end, of whatever paper."""
    archived(tmp_path, 1, OTHER)
    _rolled_back(tmp_path)
    assert refused(tmp_path, 2, OTHER) == "A217"


def test_a_list_that_was_rolled_back_is_brought_forward_again(tmp_path: Path) -> None:
    """If only the list of versions is put back to an earlier one, the ledger brings the version back."""
    archived(tmp_path, 1)
    before = {path: path.read_bytes() for path in home(tmp_path).glob("inventory*")}
    archived(tmp_path, 2)
    for path, data in before.items():
        path.write_bytes(data)
    assert noted(tmp_path, 2) == ["A211"]
    assert head_of(tmp_path) == 2


def test_damage_to_one_paper_does_not_stop_another(tmp_path: Path) -> None:
    """While one paper's folder is being brought back, the office can still archive the next."""
    archived(tmp_path, 1, OTHER)
    _list_changed(tmp_path)
    before = {path: path.read_bytes() for path in home(tmp_path).rglob("*") if path.is_file()}
    archived(tmp_path, 2, OTHER)
    assert head_of(tmp_path, OTHER) == 2
    assert {path: path.read_bytes() for path in home(tmp_path).rglob("*") if path.is_file()} == before
    assert refused(tmp_path, 3) == "A218"


def test_readers_pass_over_what_is_only_begun(tmp_path: Path) -> None:
    """A first version that is being written is no paper yet, and is not called damaged."""
    undecided(tmp_path, 1)
    assert stored(tmp_path, PAPER) is None
