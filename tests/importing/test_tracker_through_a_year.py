"""A tracker as an office changes it through a year: respelt, re-sorted, given references; and nothing exempt comes in anew."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import run, write
from tracker_files import delimited, imported, rounds, xlsx

from pcp_reports.importing import writing
from pcp_reports.importing.likeness import alike
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

AUGUST, SEPTEMBER = date(2023, 8, 14), date(2023, 9, 2)
HEADINGS = ["Organisation", "Project", "Amount awarded", "Date awarded", "Fund"]
FUND = "Safer Streets Fund"
ROWS: list[list[Any]] = [
    HEADINGS,
    ["Wyre Refuge", "Safe beds", 1000, AUGUST, FUND],
    ["St John's", "Path lights", 250, AUGUST, FUND],
    ["Hub", "Buns", 2000, SEPTEMBER, FUND],
]
FIRST = "entries/funding/2023-24/safer-streets-fund-2023-08.yaml"
SECOND = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"
EXEMPT = "    awarded: 2023-08-14\n    exempt:\n      paragraph: 1\n      reason: the address\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace into which the tracker was imported once."""
    made = write(tmp_path / "ws", {})
    assert imported(made, xlsx(ROWS)).code == 0
    return made


def changed(
    number: int, *, heads: tuple[str, ...] = (), first: tuple[str, ...] = (), **cells: object
) -> list[list[Any]]:
    """Return the rows with cells of one changed, by their headings in small letters."""
    rows = [list(row) for row in ROWS]
    for name, value in cells.items():
        rows[number][[one.partition(" ")[0].casefold() for one in HEADINGS].index(name)] = value
    return [[*first_cell, *row] for first_cell, row in zip([heads, *[first] * (len(rows) - 1)], rows, strict=True)]


def total(root: Path) -> int:
    """Return what the ledger comes to, in pence."""
    return sum(one.sum.total.pence for one in ledger(survey(load(root))).rounds)


# -- a recipient's spelling


@pytest.mark.parametrize("new", ["Saint John’s", "St. John's Trust", "St John's CIO", "ST JOHNS"])
def test_a_recipient_that_is_only_respelt_is_the_same_grant(root: Path, new: str) -> None:
    """Correcting a recipient's name in a tracker without references changes the name, and counts nothing twice."""
    ran = imported(root, xlsx(changed(2, organisation=new)))
    assert ran.code == 0, ran.err
    assert "new:" not in ran.err
    assert rounds(root)[FIRST].count("recipient:") == 2
    assert total(root) == 325000


def test_another_recipient_is_another_grant(root: Path) -> None:
    """A name that is no spelling of the old one is asked about; once I say that the old grant is gone, it is a new one."""
    ran = imported(root, xlsx(changed(2, organisation="Bay Gym")))
    assert ran.code == 1
    assert "no award any more: St John's (£250)" in ran.err
    assert "holds under another name: St John's" in ran.err
    ran = imported(root, xlsx(changed(2, organisation="Bay Gym")), "--remove-gone")
    assert "new: Bay Gym" in ran.err


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Café Zoe", "Cafe Zoë", True),
        ("Boxing – CIC", "Boxing CIC", True),
        ("Mind & Body Ltd", "Mind and Body Limited", True),
        ("1st Preston Scouts", "2nd Preston Scouts", False),
        ("Hub", "Gym", False),
        ("", "Gym", False),
        ("陽光", "陽光", True),
    ],
)
def test_names_are_one_only_if_they_are_nearly_that(one: str, other: str, *, same: bool) -> None:
    """Accents, dashes and short forms make no other name; another number does."""
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_references_given_later_find_their_grants(root: Path) -> None:
    """Columns in another order, renamed, rows re-sorted and references added: the entries get the references, and no more."""
    rows = [["Ref no.", "Date of award", "Amount (£)", "Applicant", "Purpose of grant", "Fund"]]
    rows += [[f"A{at}", row[3], row[2], row[0], row[1], row[4]] for at, row in enumerate(ROWS[:0:-1])]
    before = rounds(root)
    ran = imported(root, xlsx(rows))
    assert ran.code == 0, ran.err
    bare = {
        path: "".join(line for line in text.splitlines(True) if "reference:" not in line)
        for path, text in rounds(root).items()
    }
    assert bare == before
    assert "".join(rounds(root).values()).count("reference: A") == 3


# -- references that are used twice


def test_a_reference_on_two_rows_of_two_rounds_tells_nothing(tmp_path: Path) -> None:
    """A reference typed for a second grant by mistake is told of, and both grants come in, each once."""
    root = write(tmp_path / "ws", {})
    rows = [["Ref", *HEADINGS], *([f"S{at}", *row] for at, row in enumerate(ROWS[1:]))]
    assert imported(root, xlsx(rows)).code == 0
    ran = imported(root, xlsx([*rows, ["S0", "Hub", "Cake", 300, SEPTEMBER, FUND]]))
    assert ran.code == 0, ran.err
    assert "The reference “S0” stands on 2 rows" in ran.err
    assert "fault of the tool" not in ran.err
    assert total(root) == 355000


def test_a_grant_that_a_reference_names_is_no_other_rows(tmp_path: Path) -> None:
    """A grant whose date moved to another month stays its own, though another row without a reference is like it."""
    root = write(tmp_path / "ws", {})
    rows = [["Ref", *HEADINGS], *([f"S{at}", *row] for at, row in enumerate(ROWS[1:]))]
    assert imported(root, xlsx(rows)).code == 0
    rows[1][4] = SEPTEMBER
    ran = imported(root, xlsx([*rows, ["", "Wyre Refuge", "Safe beds", 70, AUGUST, FUND]]))
    assert (
        "Wyre Refuge (row 2) stands in “safer-streets-fund-2023-08” in the entries, and the tracker has it under September 2023"
        in ran.err
    )
    assert ran.err.count("stands in “") == 1
    assert "cannot be edited" not in ran.err
    assert "new: Wyre Refuge, Safe beds, £70" in ran.err
    assert total(root) == 332000


# -- exempt grants


@pytest.fixture
def exempt(root: Path) -> Path:
    """Return the workspace with its first grant exempt."""
    file = root / FIRST
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    awarded: 2023-08-14\n", EXEMPT, 1), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "cells",
    [
        {"date": SEPTEMBER},
        {"organisation": "The Wyre Refuge", "amount": 900},
        {"organisation": "Fylde Aid", "amount": 1100},
    ],
    ids=["another month", "respelt, another amount", "same purpose alone"],
)
def test_an_exempt_grant_does_not_come_in_again_in_public(exempt: Path, cells: dict[str, Any]) -> None:
    """A row that may be my exempt grant, moved or respelt, is asked about; nothing is written, and no export has it."""
    before = rounds(exempt)
    ran = imported(exempt, xlsx(changed(1, **cells)))
    assert ran.code == 1
    assert "would come in as a new grant, in public; it could be Wyre Refuge (£1,000)" in ran.err
    assert rounds(exempt) == before
    out = exempt.parent / "out.csv"
    assert run(exempt, "export", "--ledger", str(out)).code == 0
    assert "Refuge" not in out.read_text(encoding="utf-8-sig")


def test_two_references_settle_which_grant_is_which(exempt: Path) -> None:
    """With references that differ, and a row for each, the new one is another grant: it comes in, and the old one stays exempt."""
    file = exempt / FIRST
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    exempt:\n", "    reference: OLD\n    exempt:\n"), encoding="utf-8")
    ran = imported(exempt, xlsx(changed(1, heads=("Ref",), first=("",), organisation="Wyre Refuge", date=SEPTEMBER)))
    assert "it could be" in ran.err
    rows = changed(1, heads=("Ref",), first=("",), date=SEPTEMBER)
    rows[1][0] = "NEW"
    assert "it could be" in imported(exempt, xlsx(rows)).err
    own = changed(1, heads=("Ref",), first=("",))[1]
    own[0] = "OLD"
    ran = imported(exempt, xlsx([*rows, own]))
    assert "it could be" not in ran.err
    assert "reference: NEW" in rounds(exempt)[SECOND]
    assert "    reference: OLD\n    exempt:\n      paragraph: 1\n      reason: the address\n" in rounds(exempt)[FIRST]


def test_a_respelt_exempt_grant_stays_exempt(exempt: Path) -> None:
    """Correcting the name of an exempt grant in the tracker corrects the entry, whose mark stays."""
    assert imported(exempt, xlsx(changed(1, organisation="Wyre Refuge CIO"))).code == 0
    assert (
        "- recipient: Wyre Refuge CIO\n    purpose: Safe beds\n    amount: £1,000\n" + EXEMPT in rounds(exempt)[FIRST]
    )


# -- the tool's own sentence


def test_the_tools_own_sentence_follows_the_grants(tmp_path: Path) -> None:
    """The sentence that an import wrote stays true when grants are withdrawn or added; one of mine is never touched."""
    root = write(tmp_path / "ws", {})
    head: list[Any] = [*HEADINGS, "Status"]
    row: list[Any] = ["Hub", "Buns", 2000, SEPTEMBER, FUND]
    gym: list[Any] = ["Gym", "Mats", 5, SEPTEMBER, FUND]
    assert imported(root, xlsx([head, [*row, "Withdrawn"]])).code == 0
    assert (
        "text: |\n  The grants announced in September 2023 have since been withdrawn or returned:\n"
        in rounds(root)[SECOND]
    )
    assert imported(root, xlsx([head, [*row, "Awarded"]])).code == 0
    assert "text: |\n  In September 2023, {{ total }} was awarded to {{ projects }} project:\n" in rounds(root)[SECOND]
    two = [head, [*row, "Awarded"], [*gym, "Awarded"]]
    assert imported(root, xlsx(two)).code == 0
    assert "{{ projects }} projects:\n" in rounds(root)[SECOND]
    mine = rounds(root)[SECOND].replace("{{ projects }} projects:", "{{ projects }} good causes:")
    (root / SECOND).write_text(mine, encoding="utf-8")
    assert imported(root, xlsx([head, [*row, "Withdrawn"], [*gym, "Withdrawn"]])).code == 0
    assert "{{ projects }} good causes:\n" in rounds(root)[SECOND]


# -- what is said


def test_a_total_is_not_called_wrong_while_amounts_cannot_be_read(tmp_path: Path) -> None:
    """Where a row's amount is misprinted, I am asked about that, and the sheet's total is not accused of it."""
    root = write(tmp_path / "ws", {})
    rows = [
        HEADINGS,
        ["Hub", "Buns", "£14.340", "2023-09-02", FUND],
        ["Gym", "Mats", "10", "2023-09-02", FUND],
        ["Total", "", "14350"],
    ]
    ran = imported(root, delimited(rows), name="t.csv")
    assert "“£14.340” cannot be read" in ran.err
    assert "G520" not in ran.err
    rows[1][2] = "£14,341"
    assert "G520" in imported(root, delimited(rows), name="t.csv").err


@pytest.mark.parametrize("amount", ["-500", "(500)", "£-500"])
def test_money_that_came_back_is_not_to_be_typed_as_an_award(tmp_path: Path, amount: str) -> None:
    """For an amount below nothing I am told of the statuses for it, and not to type it without its sign."""
    root = write(tmp_path / "ws", {})
    ran = imported(root, delimited([HEADINGS, ["Hub", "Buns", amount, "2023-09-02", FUND]]), name="t.csv")
    assert "If money came back, say so in a column of statuses" in ran.err
    assert "Type £500" not in ran.err


@pytest.mark.parametrize("amount", ["£500 (declined)", "up to £500", "£500 each", "£500 + VAT"])
def test_words_beside_an_amount_may_mean_that_it_was_not_awarded(tmp_path: Path, amount: str) -> None:
    """Where words stand beside an amount, I am not told to type it, but asked whether it is what was awarded."""
    root = write(tmp_path / "ws", {})
    rows = [HEADINGS, ["Hub", "Buns", amount, "2023-09-02", FUND], ["Gym", "Mats", "£5", "2023-09-02", FUND]]
    ran = imported(root, delimited(rows), name="t.csv")
    assert "If that is what was awarded, type £500 alone." in ran.err


def test_many_faults_alike_are_counted_behind_the_first(tmp_path: Path) -> None:
    """Of thirty misprints the first dozen are told one by one, and then how many more there are, and to which row."""
    root = write(tmp_path / "ws", {})
    ran = imported(root, xlsx([HEADINGS, *([f"Hub {at}", "Buns", "£14.340", SEPTEMBER, FUND] for at in range(30))]))
    assert ran.err.count("£14.340") == 12
    assert ran.err.index("row 13 (C13)") < ran.err.index("18 more rows like those above, the last of them row 31.")


def test_a_file_without_an_award_is_answered(tmp_path: Path) -> None:
    """A tracker of headings alone, or of declined bids alone, gets a sentence that says why nothing was written."""
    root = write(tmp_path / "ws", {})
    ran = imported(root, xlsx([HEADINGS]))
    assert ran.code == 1
    assert "There is no award in the file.\n\nNothing was written." in ran.err
    ran = imported(root, xlsx([[*HEADINGS, "Status"], ["Hub", "Buns", 2000, SEPTEMBER, FUND, "Declined"]]))
    assert "There is no award in the file (declined: 1)." in ran.err


def test_rows_passed_over_are_shown_with_their_words(tmp_path: Path) -> None:
    """Of a row that is no grant I see the words, so that I need not look it up."""
    root = write(tmp_path / "ws", {})
    ran = imported(
        root, xlsx([*ROWS, ["Note: small awards are made by the Commissioner alone, under the scheme of 2021."]])
    )
    assert "was passed over: 5 (“Note: small awards are made by the…”)" in ran.err


def test_of_several_new_rounds_each_is_named(tmp_path: Path) -> None:
    """I am told how a paper prints the new rounds, each by its name."""
    root = write(tmp_path / "ws", {})
    rows = [[*HEADINGS, "Status"], [*ROWS[1], "Awarded"], [*ROWS[3], "Withdrawn"]]
    ran = imported(root, xlsx(rows))
    assert "Add those that it is to print to a section of the paper:\n" in ran.err
    assert "    - safer-streets-fund-2023-08\n" in ran.err


# -- files that are something else


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("~$tracker.xlsx", b"\x05Justin", "the mark that Office leaves beside a file that somebody has open"),
        (
            "tracker.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password, so",
        ),
        ("tracker.xlsx", b"zzzz", "The file is no Excel workbook, whatever its name says"),
        ("scan.png", b"\x89PNG\r\n\x1a\n1111", "The file is a picture, and neither a tracker nor a paper"),
    ],
)
def test_a_file_that_is_something_else_is_named(root: Path, name: str, data: bytes, told: str) -> None:
    """I am told what the file is, and am not asked for the meeting of a paper that it is not."""
    ran = imported(root, data, name=name)
    assert ran.code == 1
    assert told in ran.err
    assert "meeting" not in ran.err


# -- writing


def test_a_new_file_is_never_half_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stops the tool while it writes, no new entry stands there in part: it gets its name once it is whole."""
    root = write(tmp_path / "ws", {})
    seen: list[list[str]] = []
    honest = writing._Undo.settle

    def settle(self: writing._Undo) -> None:
        seen.append(list(rounds(root)))
        honest(self)

    monkeypatch.setattr(writing._Undo, "settle", settle)
    assert imported(root, xlsx(ROWS)).code == 0
    assert seen == [[]]
    assert sorted(rounds(root)) == [FIRST, SECOND]
    assert not list(root.rglob("*.tmp"))


@pytest.mark.parametrize("links", [True, False], ids=["with links", "a drive without links"])
def test_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    """Where a colleague saves a file of the same name while I import, theirs stays, and nothing else is left behind."""
    root = write(tmp_path / "ws", {})
    honest = writing._Undo.settle

    def settle(self: writing._Undo) -> None:
        honest(self)
        (root / SECOND).write_text("mine", encoding="utf-8")

    def none(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(writing._Undo, "settle", settle)
    if not links:
        monkeypatch.setattr(os, "link", none)
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 1
    assert "is there already. Nothing was written." in ran.err
    assert rounds(root) == {SECOND: "mine"}
    assert not list(root.rglob("*.tmp"))
    (root / SECOND).unlink()
    monkeypatch.setattr(writing._Undo, "settle", honest)
    assert imported(root, xlsx(ROWS)).code == 0
    assert sorted(rounds(root)) == [FIRST, SECOND]
