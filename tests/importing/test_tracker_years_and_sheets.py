"""A tracker over the years and over several sheets: what was last year's, another sheet's or exempt stays what it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, run, write
from tracker_files import imported, rounds, workbook, xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["Ref", "Organisation", "Purpose", "Amount", "Awarded", "Status"]
VICTIMS: list[Any] = ["1", "Victim Support", "core service", 50000, date(2023, 4, 3), "Awarded"]
REFUGE: list[Any] = ["2", "Refuge", "beds", 3000, date(2023, 4, 5), "Awarded"]
APRIL = "entries/funding/2023-24/safer-streets-fund-2023-04.yaml"
SEPTEMBER = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"
MARK = "exempt: {paragraph: 1, reason: the address}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace into which a tracker of two grants was imported."""
    made = write(tmp_path / "ws", {})
    assert imported(made, xlsx([HEADINGS, VICTIMS, REFUGE]), "--fund", FUND).code == 0
    return made


def edited(root: Path, path: str, old: str, new: str) -> None:
    """Type something into an entry."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("amount", [52000, 50000])
@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker 2024.xlsx"])
def test_last_years_grant_is_not_overwritten_where_references_begin_again(root: Path, name: str, amount: int) -> None:
    """We pay the same bodies for the same work each year; a new sheet that begins again at 1 is asked about, and last year stays."""
    before = rounds(root)
    row = ["1", "Victim Support", "core service", amount, date(2024, 4, 3), "Awarded"]
    ran = imported(root, xlsx([HEADINGS, row]), "--fund", FUND, name=name)
    assert ran.code == 1
    assert f"(£{amount:,}, 3 April 2024, row 2) has the reference “1”" in ran.err
    assert "Victim Support, “core service” (£50,000, 3 April 2023)" in ran.err
    assert "put the year in front of them" in ran.err
    assert rounds(root) == before
    row[0] = "2024/1"
    assert imported(root, xlsx([HEADINGS, row]), "--fund", FUND, name=name).code == 0
    totals = run(root, "totals").out
    assert "£53,000" in totals
    assert f"£{amount:,}" in totals


def test_a_year_that_was_mistyped_is_settled_in_the_entry(root: Path) -> None:
    """If the year in the tracker was a slip, I type the day into the entry, as I am told, and the import goes through."""
    rows = [HEADINGS, [*VICTIMS[:4], date(2024, 4, 3), "Awarded"], REFUGE]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert "type the tracker's day (awarded: 2024-04-03) into the entry" in ran.err
    edited(root, APRIL, "awarded: 2023-04-03", "awarded: 2024-04-03")
    assert imported(root, xlsx(rows), "--fund", FUND).code == 0
    assert "£53,000" in run(root, "totals").out


def test_a_round_that_is_exempt_takes_in_no_new_row_unasked(root: Path) -> None:
    """A new grant of the month does not vanish into a round that I marked exempt as a whole: I am asked whether it is exempt."""
    edited(root, APRIL, "kind: funding-round\n", f"kind: funding-round\n{MARK}")
    before = rounds(root)
    mill = ["3", "Mill", "club", 700, date(2023, 4, 9), "Awarded"]
    ran = imported(root, xlsx([HEADINGS, VICTIMS, REFUGE, mill]), "--fund", FUND)
    assert ran.code == 1
    assert ran.err.count("(G531") == 1
    assert "Mill (£700, row 4) is new, and its round, “safer-streets-fund-2023-04”, is exempt as a whole" in ran.err
    assert rounds(root) == before
    edited(root, APRIL, MARK, "")  # as I am told: each grant that is exempt has the mark, and the new one is public
    for amount in ("£50,000", "£3,000"):
        edited(root, APRIL, f"amount: {amount}\n", f"amount: {amount}\n    {MARK}")
    assert imported(root, xlsx([HEADINGS, VICTIMS, REFUGE, mill]), "--fund", FUND).code == 0
    assert run(root, "export", "--ledger", str(root.parent / "out.csv")).code == 0
    ledger = (root.parent / "out.csv").read_text(encoding="utf-8-sig")
    assert "Mill" in ledger
    assert "Refuge" not in ledger


@pytest.mark.parametrize("whole", [True, False])
def test_i_am_never_told_to_delete_a_round_with_exempt_grants(root: Path, whole: bool) -> None:
    """A round that moved to another month is made anew once it is deleted, and in public; so I am told to change its date instead."""
    if whole:
        edited(root, APRIL, "kind: funding-round\n", f"kind: funding-round\n{MARK}")
    else:
        edited(root, APRIL, "amount: £3,000\n", f"amount: £3,000\n    {MARK}")
    rows = [HEADINGS, *([*one[:4], date(2023, 5, 9), "Awarded"] for one in (VICTIMS, REFUGE))]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert ran.code == 1
    assert "by hand, then import again" not in ran.err
    assert f"change the date of the round by hand (announced: in {APRIL})" in ran.err
    edited(root, APRIL, "announced: 2023-04", "announced: 2023-05")
    assert imported(root, xlsx(rows), "--fund", FUND).code == 0
    assert list(rounds(root)) == [APRIL]
    assert "exempt:" in rounds(root)[APRIL]


PLAIN = ["Organisation", "Purpose", "Amount", "Awarded"]
MILL: list[Any] = ["Mill", "club", 500, date(2023, 9, 14)]
ELM: list[Any] = ["Elm", "cctv", 900, date(2023, 9, 20)]


@pytest.mark.parametrize("later", ["tracker.xlsx", "tracker October.xlsx"])
def test_each_sheet_of_a_workbook_keeps_its_own_rounds(tmp_path: Path, later: str) -> None:
    """Two sheets of one fund and month, imported one after the other, month by month: neither says that the other's are gone."""
    root = write(tmp_path / "ws", {})
    oak = ["Oak", "van", 90, date(2023, 10, 2)]
    first = {"Community": [PLAIN, MILL], "Innovation": [PLAIN, ELM]}
    then = {"Community": [PLAIN, MILL], "Innovation": [PLAIN, ELM, oak]}
    for book, name in ((first, "tracker.xlsx"), (then, later), (then, later)):
        for sheet in book:
            ran = imported(root, workbook(book), "--fund", FUND, "--sheet", sheet, name=name)
            assert (ran.code, "no award any more" in ran.err) == (0, False), ran.err
    assert "£1,490" in run(root, "totals").out
    found = rounds(root)
    assert ["Elm" in text for text in found.values()].count(True) == 1
    assert [path for path, text in found.items() if "Elm" in text and "Mill" in text] == []


def test_a_sheet_that_is_the_next_version_of_another_goes_on_with_its_rounds(tmp_path: Path) -> None:
    """A copy of the sheet that stays in the workbook does not make every grant stand twice."""
    root = write(tmp_path / "ws", {})
    book = {"Awards": [PLAIN, MILL], "Awards v2": [PLAIN, MILL, ELM]}
    for sheet in ("Awards", "Awards v2", "Awards v2"):
        assert imported(root, workbook(book), "--fund", FUND, "--sheet", sheet).code == 0
    assert list(rounds(root)) == [SEPTEMBER]
    assert "£1,400" in run(root, "totals").out


def test_what_is_gone_from_another_tracker_s_round_is_told_with_its_name(tmp_path: Path) -> None:
    """Before I take grants out that came from another file, I am told which file that was."""
    root = write(tmp_path / "ws", {})
    imported(root, xlsx([PLAIN, MILL, ELM]), "--fund", FUND, name="community.xlsx")
    ran = imported(root, xlsx([PLAIN, ELM]), "--fund", FUND, name="innovation.xlsx")
    assert "the round was imported from community.xlsx, sheet “Grants”: if that is another tracker" in ran.err


@pytest.mark.parametrize("amount", [0, None])
@pytest.mark.parametrize("status", ["Withdrawn", "Returned"])
def test_a_withdrawn_grant_without_its_amount_is_told_once(root: Path, status: str, amount: int | None) -> None:
    """Where we clear the amount of a withdrawn grant I am told what to type, and once that is typed nobody asks again."""
    rows = [HEADINGS, VICTIMS, [*REFUGE[:3], amount, REFUGE[4], status]]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert ran.code == 1
    assert f"Refuge stands in row 3 as “{status}”" in ran.err
    assert f"give its entry “status: {status.casefold()}” instead" in ran.err
    edited(root, APRIL, "amount: £3,000\n", f"amount: £3,000\n    status: {status.casefold()}\n")
    before = rounds(root)
    for options in ((), ("--remove-gone",)):
        ran = imported(root, xlsx(rows), "--fund", FUND, *options)
        assert (ran.code, "G532" in ran.err) == (0, False)
        assert rounds(root) == before


def test_a_month_does_not_take_the_place_of_a_day(tmp_path: Path) -> None:
    """The tracker says September 2023 and I typed the very day into the entry: the next import leaves it."""
    root = write(tmp_path / "ws", {})
    rows: list[list[Any]] = [PLAIN, ["Mill", "club", 500, "September 2023"]]
    imported(root, xlsx(rows), "--fund", FUND)
    edited(root, SEPTEMBER, "awarded: 2023-09\n", "awarded: 2023-09-14\n")
    before = rounds(root)
    assert imported(root, xlsx(rows), "--fund", FUND).code == 0
    assert rounds(root) == before
