"""A 360Giving file: what is not taken over of it, which grants were left out, and whose grants they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from giving_packages import grant, package
from support import OFFICE, write
from tracker_files import imported, rounds

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHING = "publishing:\n  prefix: 360G-barsetpcc\n  identifier: GB-GOR-PC99\n"


def test_grants_left_out_stand_beside_what_was_read(root: Path) -> None:
    """Grants whose amounts cannot be read are counted where the totals are given, so that nobody takes these for the file's."""
    held = package(grant(1), grant(2, amountAwarded="1000.50"), grant(3, amountAwarded=33333.335), grant(4, amountAwarded=0), grant(5, currency="EUR"))  # fmt: skip
    ran = imported(root, held, name="grants.json")
    assert "Read: 1 grant awarded, £501; left out, as the amount cannot be read: 2; left out, as they are not said to be in pounds: 1; left out, without a recipient or of nothing: 1." in ran.err  # fmt: skip


def test_what_the_entries_have_no_place_for_is_said_once(root: Path) -> None:
    """Titles, sums applied for, planned dates and places on the map are not taken over, and one line says so."""
    more = {"amountAppliedFor": 9, "plannedDates": [{"startDate": "2024-01-01"}], "beneficiaryLocation": [{"name": "T", "geoCode": "E07"}]}  # fmt: skip
    ran = imported(root, package(grant(1, **more), grant(2, **more)), name="grants.json")
    line = next(line for line in ran.err.splitlines() if "not taken over" in line)
    for name in ("title", "dateModified", "amountAppliedFor", "plannedDates", "beneficiaryLocation: geoCode"):
        assert f"“{name}”" in line
    assert ran.err.count("not taken over") == 1


def test_a_title_that_is_taken_for_the_purpose_is_not_called_left(root: Path) -> None:
    """Where a grant has no description its title is its purpose, and is not said to be passed over."""
    held = grant(1, description="")
    del held["dateModified"]
    assert "not taken over" not in imported(root, package(held), name="grants.json").err


@pytest.mark.parametrize(
    ("funder", "own"),
    [
        ({"id": "GB-GOR-PC99", "name": "Another name"}, True),
        ({"id": "GB-XX-1", "name": "Barsetshire Police and Crime Commissioner"}, True),
        ({"id": "GB-XX-1", "name": "The Barset PFCC"}, True),
        ({"id": "GB-XX-1", "name": "PCC"}, True),
        ({"name": "Barsetshire"}, True),
        ({"id": "GB-CHC-1", "name": "Barsetshire Community Foundation"}, False),
        ({"id": "GB-CHC-2", "name": "Lloyds Bank Foundation"}, False),
        ({"name": "Police and Crime Commissioner for North Barsetshire"}, False),
        ({"id": "GB-XX-1", "name": "Loamshire Police and Crime Commissioner"}, False),
    ],
)
def test_grants_of_another_funder_are_named(tmp_path: Path, funder: dict[str, str], *, own: bool) -> None:
    """Grants that another body made are warned of, as I would publish them as my office's; my own under any name are not."""
    root = write(tmp_path / "ws", {"office": OFFICE + PUBLISHING})
    ran = imported(root, package(grant(1), grant(2, fundingOrganization=[funder])), name="grants.json")
    assert ("1 grant of the file names another funder than your office: “" in ran.err) is not own
    assert ran.code == 0, ran.err
    assert len(rounds(root)) == 1


def test_advice_for_a_file_without_columns_speaks_of_none(root: Path) -> None:
    """A grant of a 360Giving file without a date is asked for in that file's own words, not for a column."""
    ran = imported(root, package(grant(1, awardDate="")), name="grants.json")
    assert ran.code == 1
    assert "“awardDate”" in ran.err
    assert "--column" not in ran.err
