"""Good workspaces over the whole entry language: nothing is found wrong with them, however they were saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pcp_reports.checks import check
from pcp_reports.findings import Severity
from pcp_reports.ledger import ledger
from pcp_reports.model import KEYS, KINDS
from pcp_reports.nodes import Block, Items
from pcp_reports.placing import survey
from pcp_reports.stated.judged import judged
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.nodes import Node
    from pcp_reports.placing import Survey

GOOD = Path(__file__).parent / "data" / "good"
FOLDERS = sorted(path.name for path in GOOD.iterdir() if path.is_dir())


def surveyed(folder: str) -> Survey:
    """Return a good workspace as read."""
    return survey(load(GOOD / folder))


def values(read: Survey) -> dict[str, str]:
    """Return the text of each entry by name."""
    return {filed.name: getattr(filed.model, "text", None) or "" for filed in read.register.entries}


def typed_keys(node: Node) -> Iterator[str]:
    """Yield every key that is typed in a node."""
    if isinstance(node, Block):
        yield from node
    for inner in node.values() if isinstance(node, Block) else node if isinstance(node, Items) else ():
        yield from typed_keys(inner)


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_wrong_with_what_is_right(folder: str) -> None:
    """What I typed as the page on entries says is never called wrong."""
    found = check(surveyed(folder))
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert [one for one in found if one.severity is Severity.WARNING and one.accepted is None] == []


def test_every_key_and_every_kind_is_tried() -> None:
    """There is no key and no kind that was never tried from end to end."""
    keys: set[str] = set()
    kinds: set[str] = set()
    for folder in FOLDERS:
        register = surveyed(folder).register
        papers = [paper.filed for paper in register.papers.values()]
        assert register.office_file is not None
        for filed in (register.office_file, *papers, *register.entries):
            assert filed.source.root is not None
            keys |= set(typed_keys(filed.source.root))
            kinds.add(filed.kind)
    assert KEYS - keys == set()
    assert set(KINDS) - kinds == set()


def as_windows(data: bytes) -> bytes:
    """Return the file as Notepad saves it."""
    return data.replace(b"\n", b"\r\n")


def with_mark(data: bytes) -> bytes:
    """Return the file as older Notepads save it, with a byte-order mark."""
    return b"\xef\xbb\xbf" + as_windows(data)


def as_old_mac(data: bytes) -> bytes:
    """Return the file with the line ends of an old Macintosh."""
    return data.replace(b"\n", b"\r")


def without_last_end(data: bytes) -> bytes:
    """Return the file with its last line not ended."""
    return data.rstrip(b"\n")


@pytest.mark.parametrize("saved", [as_windows, with_mark, as_old_mac, without_last_end])
@pytest.mark.parametrize("folder", FOLDERS)
def test_it_does_not_matter_which_editor_saved_a_file(
    folder: str, saved: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """Notepad and a Mac give the same paper: the same values at the same places, and nothing worse than a note."""
    for path in sorted((GOOD / folder).rglob("*.y*ml")):
        target = tmp_path / path.relative_to(GOOD / folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(saved(path.read_bytes().replace(b"\r\n", b"\n")))
    mine, theirs = surveyed(folder), survey(load(tmp_path))
    plain = {one.strip() for one in values(mine).values()}
    assert {one.strip() for one in values(theirs).values()} == plain
    others = [one for one in check(theirs) if one.code != "Y104"]
    assert [(one.code, one.place) for one in others] == [(one.code, one.place) for one in check(mine)]
    marks = [one for one in check(theirs) if one.code == "Y104"]
    assert len(marks) == (theirs.register.files if saved is with_mark else 0)


def test_every_notation_gives_the_words_that_were_meant() -> None:
    """Whether I quote a text, fold it or put it under a bar, its words and its paragraphs are the same."""
    texts = values(surveyed("every_notation"))
    assert texts["plain"] == "A sentence that goes on on a second line, and on a third."
    assert texts["quoted"] == 'The "Station" opened: it was busy.\n\nA second paragraph goes on here.'
    assert texts["folded"] == "Words folded into one line.\n\nAnd a second paragraph."
    assert texts["block"].strip() == "The words begin after a blank line.\n\n# This is no note, but it is no heading."
    assert texts["one-line"] == "All on one line."
    assert "C#, R&D, 50%, @home, a:b, and 10:30 are words." in texts["unicode"]


def test_the_grants_of_the_good_rounds_add_up() -> None:
    """Withdrawn, returned and exempt grants do not count, a line may pay two projects, and claims are held to that."""
    rounds = {one.filed.name: one for one in ledger(surveyed("every_key")).rounds}
    winter = rounds["winter"]
    assert (str(winter.sum.total), winter.sum.grants, winter.sum.projects) == ("£15,470.57", 3, 4)
    assert [grant.recipient for grant in winter.apart] == ["Weston Players", "Weston Rowers"]
    assert [one.verdict.value for one in judged(winter)] == ["agrees", "within_bound", "agrees"]
    assert str(rounds["youth"].sum.total) == "£6,500"
    (exempt,) = ledger(surveyed("exempt_grants")).rounds
    assert str(exempt.sum.total) == "£4,000"
    assert [one.verdict.value for one in judged(exempt)] == ["cannot_check", "agrees"]
