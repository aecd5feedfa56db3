"""A 360Giving file that is imported: what it falls short of is told, and thousands of grants alike take no age."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from giving_packages import grant, package
from tracker_files import imported, rounds

from pcp_reports.importing.trackers.against.filed_rounds import FiledRounds
from pcp_reports.importing.trackers.against.matching import matched
from pcp_reports.importing.trackers.tracked import Tracked
from pcp_reports.money import Money
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"plannedDates": [{"startDate": "2024-05-01", "endDate": "2024-01-01"}]}, "The planned dates end before they begin."),
        ({"awardDate": "2039-01-01"}, "is still to come."),
        ({"awardDate": "1990-01-01"}, "is more than 25 years ago."),
        ({"id": "360G-x-\n1"}, "has a line break in it."),
        ({"id": "360G-x/1"}, "has a slash in it"),
        ({"title": "t" * 150}, "The title has 150 characters; 140 is the most."),
        ({"title": "work number 1"}, "The title and the description are the same words."),
        ({"recipientOrganization": [{"id": "XX-YY-1", "name": "B"}]}, "begins with no known register."),
        ({"recipientOrganization": [{"id": "GB-CHC-1000000", "name": "B", "charityNumber": "12"}]}, "charity number"),
        ({"recipientOrganization": [{"id": "GB-CHC-1000000", "name": "B", "companyNumber": "12"}]}, "company number"),
        ({"description": "write to a.body@example.org"}, "An e-mail address stands in the text"),
        ({"grantProgramme": []}, "names no grant programme."),
        ({"beneficiaryLocation": []}, "does not say where it is spent"),
        ({"dateModified": ""}, "when its data were last changed"),
    ],
)  # fmt: skip
def test_a_rule_that_is_broken_is_noted(root: Path, more: dict[str, Any], said: str) -> None:
    """What the standard asks and the file does not do is told as a note, and the grant is taken over."""
    ran = imported(root, package(grant(1, **more)), name="grants.json")
    assert said in ran.err
    assert "G540" in ran.err
    assert ran.code == 0, ran.err
    assert len(rounds(root)) == 1


def test_a_sound_file_is_not_found_fault_with(root: Path) -> None:
    """A file that breaks no rule gives no note."""
    ran = imported(root, package(grant(1), grant(2)), name="grants.json")
    assert ran.code == 0
    assert "G540" not in ran.err


def test_many_of_one_kind_are_one_line(root: Path) -> None:
    """Forty grants without a place are one note with their number."""
    ran = imported(root, package(*(grant(at, beneficiaryLocation=[]) for at in range(1, 41))), name="grants.json")
    assert ran.err.count("G540") == 1
    assert "40 grants do not say where they are spent (beneficiaryLocation): “360G-x-1”" in ran.err


def test_thousands_of_grants_alike_are_told_apart_soon(root: Path) -> None:
    """Rows and grants of one name, purpose and amount, all with other references, are held together in no time."""
    assert imported(root, package(*(grant(at, description="work", recipientOrganization=[{"id": "GB-CHC-1000000", "name": "B"}]) for at in range(1, 1500))), name="g.json").code == 0  # fmt: skip
    held = FiledRounds(load(root, keep=True))
    rows = [
        Tracked(at, "B", "work", Money(50000), reference=f"other {at}", fund="Small Grants") for at in range(12_000)
    ]
    began = time.process_time()
    told = matched(rows, held.rounds[0], {})
    assert time.process_time() - began < 5
    assert (len(told.pairs), len(told.new)) == (0, 12_000)


def test_each_grant_is_taken_once_and_those_of_its_amount_first(root: Path) -> None:
    """Of grants alike, a row finds the one of its own amount or reference, and no two rows find the same."""
    same = {"description": "work", "recipientOrganization": [{"id": "GB-CHC-1000000", "name": "B"}]}
    assert imported(root, package(*(grant(at, **same) for at in (1, 2, 3))), name="g.json").code == 0
    held = FiledRounds(load(root, keep=True)).rounds[0]
    rows = [
        Tracked(1, "B", "work", Money(50300)),
        Tracked(2, "B", "work", Money(99900)),
        Tracked(3, "B", "work", Money(1)),
    ]
    told = matched(rows, held, {})
    assert sorted((award.row, known.grant.amount.pence) for award, known in told.pairs) == [
        (1, 50300),
        (2, 50100),
        (3, 50200),
    ]
