"""A paper is found in the archive by its own name, whatever its folder is called and whatever else lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.folders import stored
from pcp_reports.archive.layout import INVENTORY, object_place
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path


def archived(root: Path, paper: str, *, statuses: tuple[str, ...] = ("draft",)) -> None:
    """Archive a paper of one file, once for each status."""
    for status in statuses:
        version = NewVersion(status, "x", "Ann", "", "2023-10-03T10:00:00+01:00", {"a.txt": status.encode()})
        assert isinstance(add(root, paper, object_place(paper, "update", 2023), lambda _, v=version: v, wait=5), Added)  # type: ignore[misc] # v is bound early


def test_a_paper_whose_name_begins_another_s_is_not_taken_for_it(tmp_path: Path) -> None:
    """“2023” was never archived, although “2023-10-03” was, even while the latter's list cannot be read."""
    archived(tmp_path, "2023-10-03")
    assert stored(tmp_path, "2023") is None
    (next((tmp_path / "output" / "archive").glob("*/*")) / INVENTORY).write_bytes(b"")
    assert stored(tmp_path, "2023") is None


def test_a_paper_whose_list_cannot_be_read_is_told_whatever_its_folder_is_called(tmp_path: Path) -> None:
    """The lists within its versions say whose it is, so that it is never said to be missing."""
    for name in ("2023-10-03", "con", "what?"):
        archived(tmp_path, name, statuses=("draft", "final"))
        found = stored(tmp_path, name)
        assert isinstance(found, StoredPaper)
        (found.folder / INVENTORY).write_bytes(b"{")
        unread = stored(tmp_path, name)
        assert isinstance(unread, Finding)
        assert unread.code == "A301"
