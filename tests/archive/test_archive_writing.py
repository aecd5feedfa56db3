"""Adding a version to the archive: kept whole, each once, and only said to be stored once it is."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from archives import assess, frozen, head_of
from faults import archived, home
from writers import OTHER, PAPER, archive, once, place_of, version

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.objects import StoredPaper

MARK = "NOT FINISHED.txt"


def test_a_version_is_kept_with_all_its_files(tmp_path: Path) -> None:
    """What I archive can be read back, file by file, and anyone's OCFL tool finds it whole."""
    result = archive(tmp_path, 1)
    assert isinstance(result, Added)
    assert result.version is not None
    assert {path: result.version.read(path) for path in result.version.paths} == version(1).files
    assert (result.version.name, result.version.block.reason, result.settled) == ("v1", "Version 1", ())
    assert result.head == read_ledger(tmp_path).head
    assess(tmp_path, PAPER, 1)
    archived(tmp_path, 2)
    archived(tmp_path, 1, OTHER)
    assess(tmp_path, PAPER, 2)
    assert [event.name[7:] for event in read_ledger(tmp_path).events] == [
        "2023-10-03-panel-update v1.json",
        "2023-10-03-panel-update v2.json",
        "2024-01-15-panel-update v1.json",
    ]


def test_each_version_is_complete_for_a_person_who_looks(tmp_path: Path) -> None:
    """A file that did not change lies in every version's folder all the same."""
    archived(tmp_path, 3)
    found = sorted(path.parent.parent.parent.name for path in home(tmp_path).rglob("office.yaml"))
    assert found == ["v1", "v2", "v3"]


def test_nothing_to_add_adds_nothing(tmp_path: Path) -> None:
    """Archiving the same again leaves the archive as it is, and so does a refusal of the paper itself."""
    archived(tmp_path, 1)
    before = frozen(tmp_path)
    result = archive(tmp_path, 1)
    assert isinstance(result, Added)
    assert (result.version, result.head) == (None, read_ledger(tmp_path).head)
    no = Finding("A220", "No.", Place("x"))
    assert add(tmp_path, PAPER, place_of(PAPER), lambda _: no, wait=1) == (no,)
    assert frozen(tmp_path) == before


def test_a_clock_set_back_and_two_versions_in_a_second_are_no_matter(tmp_path: Path) -> None:
    """Versions are in the order in which they were archived, whatever the clock said."""
    for number, created in enumerate(("2023-10-03T10:00:00Z", "2001-01-01T00:00:00Z", "2001-01-01T00:00:00Z"), 1):
        made = add(tmp_path, PAPER, place_of(PAPER), once(version(number, created=created)), wait=1)
        assert isinstance(made, Added)
        assert made.version is not None
        assert (made.version.number, made.version.block.created) == (number, created)
    assess(tmp_path, PAPER, 3)


def test_a_name_of_a_paper_is_the_same_however_it_was_typed(tmp_path: Path) -> None:
    """A letter with its accent apart, as a Mac keeps it, names the same paper."""
    for number, paper in enumerate(("2023-10-03 M\u00f4n", "2023-10-03 Mo\u0302n"), 1):
        made = add(tmp_path, paper, ("2023", "mon-panel-update"), once(version(number)), wait=1)
        assert isinstance(made, Added)
    assert [event.version for event in read_ledger(tmp_path).events] == [1, 2]


def test_two_papers_whose_folders_would_have_one_name_keep_apart(tmp_path: Path) -> None:
    """No paper is ever put among another's versions."""
    for paper in (PAPER, OTHER, "2025-01-01"):
        assert isinstance(add(tmp_path, paper, ("2023", "Same"), once(version(1)), wait=1), Added)
    assert [event.object for event in read_ledger(tmp_path).events] == ["2023/Same", "2023/Same-2", "2023/Same-3"]
    assert read_ledger(tmp_path).findings == ()


def test_a_paper_stays_where_it_was_first_kept(tmp_path: Path) -> None:
    """When the date of a meeting changes, the next version still joins the ones before."""
    archived(tmp_path, 1)
    assert isinstance(add(tmp_path, PAPER, ("2025", "elsewhere"), once(version(2)), wait=1), Added)
    assess(tmp_path, PAPER, 2)


def test_what_cannot_be_written_in_unicode_does_not_stop_the_tool(tmp_path: Path) -> None:
    """A name typed on a terminal of another encoding is kept as well as can be."""
    odd = NewVersion("draft", "Bec\udcffause", "An\udcffn", "", "2023-10-03T10:00:00Z", {"a.txt": b"a"})
    assert isinstance(add(tmp_path, PAPER, place_of(PAPER), lambda _: odd, wait=1), Added)
    assert read_ledger(tmp_path).events[0].by == "An\udcffn"


def test_a_reason_without_end_is_refused(tmp_path: Path) -> None:
    """The ledger is for sentences."""
    long = NewVersion("draft", "x" * 1_000_001, "Ann", "", "2023-10-03T10:00:00Z", {"a.txt": b"a"})
    result = add(tmp_path, PAPER, place_of(PAPER), lambda _: long, wait=1)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A220"]
    assert head_of(tmp_path) == 0


def test_what_goes_wrong_while_the_paper_is_prepared_leaves_nothing_locked(tmp_path: Path) -> None:
    """A fault of another part is not taken for one of the drive, and the archive can be used at once."""

    def broken(_: StoredPaper | None) -> NewVersion:
        raise OSError(errno.ENOSPC, "elsewhere")

    with pytest.raises(OSError, match="elsewhere"):
        add(tmp_path, PAPER, place_of(PAPER), broken, wait=1)
    archived(tmp_path, 1)


@pytest.mark.parametrize("before", [None, b"", b"* -te", b"* -te\0\0\0"])
def test_git_is_told_to_leave_the_archive_alone(tmp_path: Path, before: bytes | None) -> None:
    """Whoever keeps the workspace in git need not know of line ends; a note that was cut off is written anew."""
    path = tmp_path / "output" / ".gitattributes"
    path.parent.mkdir()
    if before is not None:
        path.write_bytes(before)
    archived(tmp_path, 1)
    assert path.read_bytes() == b"* -text\n"
    path.unlink()
    archived(tmp_path, 2)
    assert not path.exists()


def test_what_somebody_settled_with_git_is_left_alone(tmp_path: Path) -> None:
    """An office that has its own rules for git keeps them, and whatever else stands there is not touched."""
    path = tmp_path / "output" / ".gitattributes"
    path.parent.mkdir()
    path.write_bytes(b"*.docx binary\n")
    archived(tmp_path, 1)
    assert path.read_bytes() == b"*.docx binary\n"
