"""Refusals that say which row is at fault, and copies that are not passed over in silence."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from tracker_files import imported, rounds, xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEAD: list[object] = ["Organisation", "Project", "Awarded", "Date", "Fund"]
D = date(2023, 9, 14)


def test_half_a_character_is_told_with_its_grant(root: Path) -> None:
    """Half of an emoji in a JSON file does no harm: the grant is named, and a sign stands in its place."""
    grants = [
        {
            "id": f"360G-x-{at}", "title": "t", "description": "work", "currency": "GBP", "amountAwarded": 500 + at,
            "awardDate": "2023-09-14", "recipientOrganization": [{"id": "GB-CHC-1000000", "name": name}],
            "grantProgramme": [{"title": "Small Grants"}], "fundingOrganization": [{"id": "GB-GOR-PC99", "name": "B"}],
        }
        for at, name in enumerate(["Sound", "Group \ud83d"], 1)
    ]  # fmt: skip
    ran = imported(root, json.dumps({"grants": grants}).encode(), name="g.json")
    assert ran.code == 0, ran.err
    assert "grant 2 (“360G-x-2”): half of a character stands in its words" in ran.err
    assert "grant 1 (" not in ran.err
    assert "recipient: Group \ufffd" in next(iter(rounds(root).values()))


def test_a_fund_of_thousands_of_letters_is_told_at_its_row(root: Path) -> None:
    """A name of 5,000 letters is refused at its row, and not in the words of the reader of entries."""
    ran = imported(root, xlsx([HEAD, ["A", "a", 5, D, "Small Grants"], ["B", "b", 6, D, "F" * 5000]]))
    assert (ran.code, rounds(root)) == (1, {})
    assert "has 5,000 letters" in ran.err
    assert ":3:1)" in ran.err
    assert "stands behind no key" not in ran.err


def test_a_copy_beside_a_round_is_told(root: Path) -> None:
    """A conflict copy that a drive left beside a round is named by the import, too."""
    rows: list[list[object]] = [HEAD, ["A", "a", 5, D, "Small Grants"]]
    assert imported(root, xlsx(rows)).code == 0
    (path,) = rounds(root)
    (root / path.replace(".yaml", " (1).yaml")).write_text(rounds(root)[path].replace("£5", "£7"), encoding="utf-8")
    ran = imported(root, xlsx(rows))
    assert "looks like a copy of" in ran.err
    assert "P145" in ran.err
