"""An exempt grant whose row is changed in the tracker: asked about, whichever way it was changed, and never public."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, run, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing.likeness import alike, within

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["Organisation", "Purpose", "Amount", "Strand", "Awarded", "Status"]
DAY, NEXT_MONTH, NEXT_YEAR = date(2024, 3, 2), date(2024, 4, 5), date(2025, 4, 2)
MILL: list[Any] = ["Mill", "club", 1000, "Community Fund", date(2024, 3, 1), "Awarded"]
REFUGE: list[Any] = ["Refuge", "safe house", 5000, "Community Fund", DAY, "Awarded"]
PATH = "entries/funding/2023-24/safer-streets-fund-2024-03.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace into which a tracker was imported, with one of its grants marked exempt since."""
    made = write(tmp_path / "ws", {})
    assert imported(made, xlsx([HEADINGS, MILL, REFUGE]), "--fund", FUND).code == 0
    file = made / PATH
    text = file.read_text(encoding="utf-8")
    mark = "      amount: £5,000\n      exempt: {paragraph: 1, reason: the address}\n"
    file.write_text(text.replace("      amount: £5,000\n", mark), encoding="utf-8")
    return made


@pytest.mark.parametrize(
    "row",
    [
        ["Refuge Ltd", "shelter", 5000, "Community Fund", DAY, "Awarded"],
        ["Refuge Limited", None, 5000, "Community Fund", DAY, "Awarded"],
        ["Refuge Ltd", "a safe house", 5000, "Community Fund", NEXT_MONTH, "Awarded"],
        ["The Northshire Refuge (Charity)", "shelter", 4000, "Innovation Fund", DAY, "Awarded"],
        ["Women's Aid", "shelter", 5000, "Community Fund", DAY, "Awarded"],
        ["Women's Aid", "shelter", 5000, "Innovation Fund", DAY, "Awarded"],
        ["Women's Aid", "shelter", 5000, "Community Fund", date(2024, 3, 20), "Awarded"],
        ["Refuge", "safe house", 5000, "Community Fund", NEXT_YEAR, "Awarded"],
    ],
    ids=["Ltd", "Limited, no purpose", "next year's month", "at length", "name and purpose", "and strand", "and day", "a year on"],
)  # fmt: skip
def test_a_row_that_could_be_my_exempt_grant_is_asked_about(root: Path, row: list[Any]) -> None:
    """However the row of my exempt grant was changed, I am asked before it comes in as a public one, and nothing is written."""
    before = rounds(root)
    ran = imported(root, xlsx([HEADINGS, MILL, row]), "--fund", FUND)
    assert ran.code == 1
    assert "would come in as a new grant, in public; it could be Refuge (£5,000)" in ran.err
    assert "G531" in ran.err
    assert rounds(root) == before
    assert run(root, "export", "--ledger", str(root.parent / "out.csv")).code == 0
    assert "efuge" not in (root.parent / "out.csv").read_text(encoding="utf-8-sig")


def test_a_fund_that_was_mistyped_does_not_make_exempt_grants_public(root: Path) -> None:
    """With another name for the fund every row is a new one, and my exempt grant among them is asked about."""
    before = rounds(root)
    ran = imported(root, xlsx([HEADINGS, MILL, REFUGE]), "--fund", "Safe Street Money")
    assert ran.code == 1
    assert "it could be Refuge (£5,000)" in ran.err
    assert rounds(root) == before


@pytest.mark.parametrize(
    "row",
    [
        ["Rovers", "kit", 5000, "Innovation Fund", date(2024, 3, 20), "Awarded"],
        ["Rovers", "kit", 4999, "Community Fund", DAY, "Awarded"],
        ["Rovers", "kit", 5000, "Community Fund", NEXT_YEAR, "Awarded"],
    ],
)
def test_a_grant_that_shares_nothing_telling_is_not_asked_about(root: Path, row: list[Any]) -> None:
    """Another body's grant of another day and strand, another amount or another year comes in as it should."""
    ran = imported(root, xlsx([HEADINGS, MILL, row]), "--fund", FUND)
    assert "G531" not in ran.err
    assert any("Rovers" in text for text in rounds(root).values())


def test_my_exempt_grant_with_its_own_row_is_found_and_stays_exempt(root: Path) -> None:
    """A row that is plainly my exempt grant is that grant: nothing is asked, and the mark stays."""
    ran = imported(root, xlsx([HEADINGS, MILL, [*REFUGE[:2], 5500, *REFUGE[3:]]]), "--fund", FUND)
    assert ran.code == 0, ran.err
    assert "amount: £5,500\n      exempt: {paragraph: 1, reason: the address}\n" in rounds(root)[PATH]


@pytest.mark.parametrize("form", ["Ltd", "Limited", "CIC", "C.I.C.", "CIO", "plc", "LLP", "Community Interest Company"])
def test_a_legal_form_makes_no_other_name(form: str) -> None:
    """“Hub” and “Hub Limited” are one name to the tool; “1st Hub” and “2nd Hub” are two."""
    assert alike("Hub", f"Hub {form}")
    assert not alike("1st Hub", "2nd Hub")


def test_a_name_within_a_longer_one_may_be_the_same_body() -> None:
    """“Refuge” may be “Wyre Refuge Trust”; “Rovers” is not, and a name of signs alone is nobody's."""
    assert within("Refuge", "The Wyre Refuge Trust")
    assert not within("Rovers", "Wyre Refuge")
    assert not within("–", "Wyre Refuge")
