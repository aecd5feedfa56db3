"""A tracker imported a second time: it is the master, and only what it changes is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import run, write
from tracker_files import HEADINGS, imported, rounds, xlsx

from pcp_reports.importing import writing
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

D = date(2023, 9, 14)
ROWS: list[list[Any]] = [
    list(HEADINGS),
    ["S/1", "180 Programme", "CrossFit", 10000, D, "Community Fund", "Awarded"],
    ["S/2", "Hub", "a café", 1470.57, D, "Community Fund", "Awarded"],
    ["S/3", "Gym", "boxing", 300, D, "Innovation Fund", "Awarded"],
]
PATH = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace into which the tracker was imported once."""
    made = write(tmp_path / "ws", {})
    assert imported(made, xlsx(ROWS)).code == 0
    return made


def changed(number: int, column: int, value: object) -> list[list[Any]]:
    """Return the rows with one cell changed."""
    rows = [list(row) for row in ROWS]
    rows[number][column] = value
    return rows


def total(root: Path) -> int:
    """Return what the ledger comes to, in pence."""
    return sum(one.sum.total.pence for one in ledger(survey(load(root))).rounds)


def test_an_unchanged_tracker_changes_nothing(root: Path) -> None:
    """Importing the same tracker again leaves every byte as it was."""
    before = rounds(root)
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 0
    assert "Nothing has changed" in ran.err
    assert rounds(root) == before


@pytest.mark.parametrize(
    ("number", "column", "value", "old", "new", "said"),
    [
        (
            1,
            3,
            9500,
            "      amount: £10,000\n",
            "      amount: £9,500\n",
            "180 Programme, amount: £10,000 → £9,500 (row 2)",
        ),
        (
            1,
            1,
            "180 Project",
            "- recipient: 180 Programme\n",
            "- recipient: 180 Project\n",
            "recipient: “180 Programme” → “180 Project”",
        ),
        (
            3,
            4,
            date(2023, 9, 20),
            "      awarded: 2023-09-14\n",
            "      awarded: 2023-09-20\n",
            "Gym, awarded: 2023-09-14 → 2023-09-20",
        ),
    ],
)
def test_what_changed_in_the_tracker_is_written_and_nothing_else(
    root: Path, number: int, column: int, value: object, old: str, new: str, said: str
) -> None:
    """One changed cell changes one line of one file, and I am shown old and new."""
    before = rounds(root)[PATH]
    ran = imported(root, xlsx(changed(number, column, value)))
    assert ran.code == 0, ran.err
    assert said in ran.err
    head, _, tail = before.rpartition(old)
    assert rounds(root)[PATH] == head + new + tail


def test_what_officers_added_is_kept(root: Path) -> None:
    """My own text, comments, evidence and better wording of a purpose outlive the next import."""
    file = root / PATH
    text = file.read_text(encoding="utf-8")
    mine = (
        text.replace("purpose: CrossFit\n", "purpose: CrossFit for young people  # as the web page has it\n")
        .replace("text: |\n  In September 2023,", "owner: Funding team\ntext: |\n  Before this meeting,")
        .replace(
            "      amount: £300\n",
            "      # paid in May\n      amount: £300\n      reason: It keeps them off the street\n",
        )
    )
    assert mine.count("\n") == text.count("\n") + 3
    file.write_text(mine, encoding="utf-8")
    ran = imported(root, xlsx(changed(1, 3, 9999)))
    assert ran.code == 0, ran.err
    assert file.read_text(encoding="utf-8") == mine.replace("£10,000", "£9,999")
    assert ", purpose: the tracker has “" in ran.err


def test_a_status_that_changed_is_written(root: Path) -> None:
    """A grant that the tracker now has as withdrawn is withdrawn in the entry, and counts no more."""
    before = total(root)
    ran = imported(root, xlsx(changed(2, 6, "Withdrawn")))
    assert ran.code == 0
    assert "      reference: S/2\n      status: withdrawn\n" in rounds(root)[PATH]
    assert total(root) == before - 147057


def test_a_new_row_goes_to_its_round_and_strand(root: Path) -> None:
    """A new award of the same month joins the round under its strand; of another month it makes a new round."""
    rows = [
        *ROWS,
        ["S/4", "New: one", "Yes", 5, D, "Community", "Awarded"],
        ["S/5", "Later", "x", 6, date(2024, 1, 2), "Fighting Crime", "Awarded"],
    ]
    ran = imported(root, xlsx(rows))
    assert ran.code == 0, ran.err
    assert '      - recipient: "New: one"\n'[2:] in rounds(root)[PATH].partition("Innovation Fund")[0]
    assert sorted(rounds(root)) == [PATH, "entries/funding/2023-24/safer-streets-fund-2024-01.yaml"]


def test_a_gone_row_is_named_and_left_until_i_say_so(root: Path) -> None:
    """A grant that the tracker no longer has is named, with the difference, and stays; --remove-gone takes it out."""
    before = rounds(root)
    ran = imported(root, xlsx(ROWS[:-1]))
    assert ran.code == 1
    assert "holds 1 grant for which the tracker has no award any more: Gym (£300)" in ran.err
    assert "£300 of it is not in what was read" in ran.err
    assert rounds(root) == before
    assert imported(root, xlsx(ROWS[:-1]), "--remove-gone").code == 0
    assert "Gym" not in rounds(root)[PATH]
    assert total(root) == 1147057


def test_a_row_that_is_now_declined_is_gone_as_well(root: Path) -> None:
    """An award that the tracker now has as declined is named as one for which there is no award any more."""
    ran = imported(root, xlsx(changed(3, 6, "Declined")))
    assert ran.code == 1
    assert "Gym (£300)" in ran.err


def test_without_references_rows_are_known_by_who_and_what_for(tmp_path: Path) -> None:
    """A tracker without references is matched by recipient and purpose, so that a changed amount is a change."""
    root = write(tmp_path / "ws", {})
    rows = [row[1:] for row in ROWS]
    assert imported(root, xlsx(rows)).code == 0
    rows[1][2] = 8000
    ran = imported(root, xlsx(rows))
    assert "180 Programme, amount: £10,000 → £8,000 (row 2)" in ran.err
    assert ran.code == 0


def test_two_rows_alike_stay_two_grants(tmp_path: Path) -> None:
    """Two rows with the same words are two grants, on the first import and on the next."""
    root = write(tmp_path / "ws", {})
    rows = [row[1:] for row in [*ROWS, [None, "Hub", "a café", 20, D, "Community Fund", "Awarded"]]]
    assert imported(root, xlsx(rows)).code == 0
    assert rounds(root)[PATH].count("recipient: Hub\n") == 2
    before = rounds(root)
    assert imported(root, xlsx(rows)).code == 0
    assert rounds(root) == before


def test_a_round_typed_by_hand_is_found_and_not_made_again(tmp_path: Path) -> None:
    """A round that I had typed myself for the same fund and month is the tracker's round, whatever its file is called."""
    mine = """
        kind: funding-round
        fund: Safer Streets Fund
        announced: 2023-09
        text: We gave {{ total }}.
        grants:
          Community Fund:
            - recipient: 180 PROGRAMME
              purpose: "CrossFit"
              amount: 10000
    """
    root = write(tmp_path / "ws", {"funding/2023-24/september-awards": mine})
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 0, ran.err
    (path,) = rounds(root)
    assert path.endswith("september-awards.yaml")
    assert "text: We gave {{ total }}." in rounds(root)[path]
    assert "reference: S/1" in rounds(root)[path]
    assert total(root) == 1177057


def test_a_name_that_is_taken_is_not_taken_again(tmp_path: Path) -> None:
    """Where another entry has the name, the new round gets another one."""
    root = write(tmp_path / "ws", {"policy/safer-streets-fund-2023-09": "kind: statement\ntext: Words.\n"})
    assert imported(root, xlsx(ROWS)).code == 0
    assert list(rounds(root)) == ["entries/funding/2023-24/safer-streets-fund-2023-09-2.yaml"]


def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one file cannot be written, what was written before it is taken back."""
    root = write(tmp_path / "ws", {})
    rows = [*ROWS, ["S/5", "Later", "x", 6, date(2024, 4, 2), "Community Fund", "Awarded"]]
    made: list[Path] = []
    honest = Path.mkdir

    def full(self: Path, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as `Path.mkdir` is called
        if self.name == "2024-25" and self.is_relative_to(root):
            raise OSError(28, "No space left on device")
        made.append(self)
        honest(self, *arguments, **named)

    monkeypatch.setattr(Path, "mkdir", full)
    file = tmp_path / "tracker.xlsx"
    ran = imported(root, xlsx(rows), name=file.name)
    monkeypatch.undo()
    assert ran.code == 1
    assert "No space left on device" in ran.err
    assert rounds(root) == {}
    assert not (root / "entries" / "funding").exists()


def test_a_file_that_changed_meanwhile_is_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a colleague saves the round while I import, their file stays, and I am told to import again."""
    file = root / PATH
    honest = writing._Undo.edit

    def meanwhile(self: writing._Undo, edit: Any) -> None:  # noqa: ANN401 - as it is called
        file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        honest(self, edit)

    monkeypatch.setattr(writing._Undo, "edit", meanwhile)
    ran = imported(root, xlsx(changed(1, 3, 1)))
    assert ran.code == 1
    assert "was changed by somebody else" in ran.err
    assert file.read_text(encoding="utf-8").endswith("# mine\n")
    assert "£10,000" in file.read_text(encoding="utf-8")


def test_a_new_file_that_somebody_works_on_already_is_left_to_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an import cannot be finished, new files are taken back, but for one that a colleague has typed into since."""
    honest = writing._Undo.edit

    def meanwhile(self: writing._Undo, edit: Any) -> None:  # noqa: ANN401 - as it is called
        for path, _ in self.created:
            path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        (root / edit.path).write_text("theirs", encoding="utf-8")
        honest(self, edit)

    monkeypatch.setattr(writing._Undo, "edit", meanwhile)
    before = set(rounds(root))
    ran = imported(
        root, xlsx([*changed(1, 3, 1), ["S/9", "Late Club", "kit", 500, "2024-02-03", "Community Fund", "Awarded"]])
    )
    assert ran.code == 1
    new = set(rounds(root)) - before
    assert new, ran.out + ran.err
    assert all(rounds(root)[name].endswith("# mine\n") for name in new)


def test_a_full_temporary_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the proof cannot be made, nothing is written, and I am told why in a sentence."""
    root = write(tmp_path / "ws", {})

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self), len(data))

    file = tmp_path / "tracker.xlsx"
    file.write_bytes(xlsx(ROWS))
    monkeypatch.setattr(Path, "write_bytes", full)
    ran = run(root, "import", str(file))
    assert ran.code == 1
    assert "the temporary folder cannot be written" in ran.err
    assert rounds(root) == {}


def test_a_round_with_faults_is_mended_first(tmp_path: Path) -> None:
    """A round whose amounts cannot all be read is not compared with the tracker: I am asked to mend it first."""
    mine = "kind: funding-round\nfund: Safer Streets Fund\nannounced: 2023-09\ntext: x\ngrants:\n  - {recipient: A, purpose: b, amount: x}\n"
    root = write(tmp_path / "ws", {"funding/mine": mine})
    before = rounds(root)
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 1
    assert "mine has errors, so the tracker cannot be compared" in ran.err
    assert rounds(root) == before


def test_two_rounds_that_could_be_meant_are_asked_about(tmp_path: Path) -> None:
    """Where two rounds of the fund and month are in the entries, and no reference tells, nothing is written or called gone."""
    mine = "kind: funding-round\nfund: Safer Streets Fund\nannounced: 2023-09\ntext: x\ngrants:\n  Community Fund:\n    - {recipient: A, purpose: b, amount: '1'}\n"
    root = write(tmp_path / "ws", {"funding/one": mine, "funding/two": mine.replace("A,", "B,")})
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 1
    assert "could belong to more than one round of the entries: “one” and “two”" in ran.err
    assert "no award any more" not in ran.err


def test_line_ends_and_marks_of_a_round_are_kept(tmp_path: Path) -> None:
    """A round saved by Notepad, with its own line ends and a mark at the top, keeps both when a grant is added."""
    mine = "\ufeffkind: funding-round\r\nfund: Safer Streets Fund\r\nannounced: 2023-09\r\ntext: x\r\ngrants:\r\n  Community Fund:\r\n  - recipient: A\r\n    purpose: b\r\n    amount: 1\r\n"
    root = write(tmp_path / "ws", {"funding/2023-24/mine": "kind: x"})
    file = root / "entries/funding/2023-24/mine.yaml"
    file.write_bytes(mine.encode())
    rows = [
        ROWS[0],
        ["S/9", "A", "b", 1, D, "Community Fund", "Awarded"],
        ["S/8", "New", "x: y", 5, D, "Innovation", "Awarded"],
    ]
    assert imported(root, xlsx(rows)).code == 0
    kept = file.read_bytes().decode()
    added = '    awarded: 2023-09-14\n    reference: S/9\n  Innovation Fund:\n    - recipient: New\n      purpose: "x: y"\n      amount: £5\n      awarded: 2023-09-14\n      reference: S/8\n'
    assert kept == mine + added.replace("\n", "\r\n")
