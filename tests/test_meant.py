"""What was meant by a name that is not known: offered where it is likely, written only where it is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import FUND, OFFICE, found, of_code, paper, run, statement

from pcp_reports.meant import what_was_meant

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Operation Centurion", "operation-centurion"),
        ("operation_centurion", "operation-centurion"),
        ("Môn", "mon"),
        ("bacpu", "bacup"),
        ("Comunity Fund", "Community Fund"),
        ("slnf-septembr", "slnf-september"),
    ],
)
def test_a_slip_that_can_only_be_one_name_is_certain(typed: str, known: str) -> None:
    """Letter case, hyphens, accents and one slip in a long word can be mended for me."""
    meant = what_was_meant(typed, [known, "policy"])
    assert (meant.names, meant.certain) == ((known,), True)


@pytest.mark.parametrize(
    ("typed", "known", "named"),
    [
        ("slnf-december", ["slnf-september"], ()),
        ("round-3", ["round-2"], ()),
        ("round-3", ["round-1", "round-2"], ("round-1", "round-2")),
        ("operation-centurion", ["operation-centurion-1", "operation-centurion-2"], None),
        ("operation-centurion", ["operation-centurion-1"], ()),
        ("Fund B", ["Fund A"], None),
        ("Anne Bee", ["Ann Bee"], ("Ann Bee",)),
        ("harbou", ["harbour", "harbous"], ("harbour", "harbous")),
        ("duti", ["duty"], ("duty",)),
    ],
)
def test_a_name_that_may_be_another_is_never_written(typed: str, known: list[str], named: tuple[str, ...]) -> None:
    """A figure, a month or a short word makes another name: I choose, and where two are as near I see both."""
    meant = what_was_meant(typed, known)
    assert not meant.certain
    if named is not None:
        assert meant.names == named


def test_fix_leaves_an_uncertain_name_alone(tmp_path: Path) -> None:
    """`check --fix` never puts another round, fund or person in the place of the one I typed."""
    office = OFFICE.replace("  Small Grants:\n", "  Fund A:\n").replace("  Ann Thorne:", "  Ann Bee:")
    round_b = "kind: funding-round\nfund: Fund B\nannounced: 2023-09\ntext: Fine.\ngrants:\n  - {recipient: A, purpose: p, amount: £1}\n"
    files = {
        "office": office,
        "2023-10-03/paper": paper("round-3", "money", more="contact: Anne Bee\n"),
        "2023-10-03/round-2": statement("Two."),
        "2023-10-03/money": round_b,
    }
    before = [(one.code, one.message) for one in found(tmp_path, files) if one.severity.value == "error"]
    assert {code for code, _ in before} == {"P101", "P102", "G111"}
    assert FUND not in str(before)
    run(tmp_path, "check", "--fix")
    for name, text in files.items():
        assert (tmp_path / "entries" / f"{name}.yaml").read_text(encoding="utf-8") == text


def test_a_name_in_either_spelling_of_its_accents_is_found(tmp_path: Path) -> None:
    """A file that was named on a Mac is found by the name typed on Windows."""
    apart, composed = "mo\u0302n", "m\u00f4n"
    files = {"2023-10-03/paper": paper(composed), f"2023-10-03/{apart}": statement("x")}
    assert found(tmp_path, files) == []


@pytest.mark.parametrize("stem", ["visit ", "visit\u00a0", " visit"])
def test_a_blank_at_the_end_of_a_files_name_is_told(tmp_path: Path, stem: str) -> None:
    """A blank that nobody can see in a file's name is said, not answered with the name that I typed already."""
    (error,) = found(tmp_path, {"2023-10-03/paper": paper("visit"), f"2023-10-03/{stem}": statement("x")})
    assert error.code == "P101"
    assert "holds a blank that cannot be seen at its end" in error.message
    assert (error.hint, error.fix) == ("Rename the file to visit.yaml.", None)


def test_a_prompt_is_not_told_beside_the_error_that_it_makes(tmp_path: Path) -> None:
    """One prompt left in an amount is one finding, not two."""
    files = {
        "2023-10-03/paper": paper("money"),
        "2023-10-03/money": f'kind: funding-round\nfund: {FUND}\nannounced: 2023-09\ntext: "[Say what for]"\n'
        'grants:\n  Community Fund:\n    - {recipient: A, purpose: p, amount: "[How much, in full]"}\n',
    }
    findings = found(tmp_path, files)
    assert [one.place.line for one in of_code(findings, "P121")] == [4]
    assert [one.place.line for one in of_code(findings, "G101")] == [7]
