"""What keeps sums right on the way in: rows that only look like totals, references that lead astray, hints that type no wrong amount."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, Ran, write
from tracker_files import delimited, imported, rounds, xlsx

from pcp_reports.audit.auditing import audit
from pcp_reports.exports.giving360 import published
from pcp_reports.exports.rows import rows_of
from pcp_reports.importing.papers.disagreeing import disagreeing
from pcp_reports.importing.sheets.amounts import AmountError, amount_in
from pcp_reports.ledger import ledger
from pcp_reports.papers.opening import read_paper
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = ["Organisation", "Purpose", "Amount", "Strand", "Awarded"]
DAY = date(2023, 9, 5)
MILL: list[Any] = ["Mill Trust", "lamps", 1000, "Community Fund", DAY]
ELM: list[Any] = ["Elm Hall", "zumba", 500, "Community Fund", DAY]
OAK: list[Any] = ["Oak Club", "yoga", 500, "Community Fund", DAY]
ASH: list[Any] = ["Ash Scouts", "fences", 500, "Community Fund", DAY]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office and no grants."""
    return write(tmp_path / "ws", {})


def tracker(root: Path, *rows: list[Any], refs: str = "") -> Ran:
    """Import rows; ``refs`` are their references, if they have any."""
    head = ["Ref", *PLAIN] if refs else PLAIN
    made = [[number, *one] for number, one in zip(refs.split(), rows, strict=True)] if refs else list(rows)
    return imported(root, xlsx([head, *made]), "--fund", FUND)


def pounds(root: Path) -> int:
    """Return what all rounds come to in the ledger, in pounds."""
    return sum(one.sum.total.pence for one in ledger(survey(load(root))).rounds) // 100


# -- references that lead to another grant


def test_a_new_row_put_in_above_a_grant_of_the_same_amount_is_asked_about(root: Path) -> None:
    """The new body has the reference of a grant that now stands under a new one: I am asked, and nothing changes places."""
    assert tracker(root, MILL, ELM, refs="1 2").code == 0
    before = rounds(root)
    ran = tracker(root, MILL, ASH, ELM, refs="1 2 3")
    assert (ran.code, rounds(root)) == (1, before)
    assert "has the reference “2”" in ran.err


def test_a_row_taken_out_so_that_the_next_moved_up_is_asked_about(root: Path) -> None:
    """The next body has the reference of the one that was taken out, and its own is free: I am asked, and nothing is lost."""
    assert tracker(root, MILL, ELM, OAK, refs="1 2 3").code == 0
    before = rounds(root)
    ran = tracker(root, MILL, OAK, refs="1 2")
    assert (ran.code, rounds(root)) == (1, before)
    assert "has the reference “2”" in ran.err


def test_the_second_of_two_equal_grants_may_be_corrected_unasked(root: Path) -> None:
    """Of two equal grants one stays under its reference; that the other was another body's is written as any correction."""
    assert tracker(root, MILL, ELM, ELM, refs="1 2 3").code == 0
    ran = tracker(root, MILL, ELM, ASH, refs="1 2 3")
    assert ran.code == 0, ran.err
    assert pounds(root) == 2000
    assert "recipient: Ash Scouts\n" in "".join(rounds(root).values())


def test_a_reference_mended_in_its_signs_takes_in_no_second_grant(root: Path) -> None:
    """SSF/041 became SSF-041, and the body has a second grant just like it under a new reference: both count."""
    assert tracker(root, MILL, ELM, refs="SSF/040 SSF/041").code == 0
    ran = tracker(root, MILL, ELM, ELM, refs="SSF/040 SSF-041 NS/9")
    assert ran.code == 0, ran.err
    assert pounds(root) == 2000


# -- rows that look like totals


def test_a_grant_to_a_body_called_total_is_read(root: Path) -> None:
    """A row with a purpose, a strand and a day of its own is a grant, though its body is called “Total”."""
    ran = tracker(root, MILL, ELM, ["Total", "sound workshops", 700, "Community Fund", DAY])
    assert "3 grants awarded, £2,200" in ran.err


def test_a_total_in_a_row_shorter_than_the_headings_is_a_total(root: Path) -> None:
    """A text table whose last line ends before the column of recipients is read, and its total is borne out."""
    rows: list[list[Any]] = [["Amount", "Purpose", "Awarded", "Organisation"], [1000, "lamps", "2023-09-05", "Mill"]]
    rows += [[500, "zumba", "2023-09-05", "Elm"], [1500, "Total", ""]]
    ran = imported(root, delimited(rows), "--fund", FUND, "--draft", name="t.csv")
    assert "2 grants awarded, £1,500" in ran.err
    assert "1 total of the sheet is borne out by its rows" in ran.err


@pytest.mark.parametrize(("pounds_told", "wrong"), [(1500, False), (1000, True)])
def test_a_theme_written_in_two_ways_is_one_theme(root: Path, pounds_told: int, *, wrong: bool) -> None:
    """“Total for Youth” is of the rows with “Youth” and of those with “YOUTH”."""
    rows = [[*PLAIN, "Theme"], [*MILL, "Youth"], [*ELM, "YOUTH"], [*OAK, "Roads"]]
    total = ["Total for Youth", None, pounds_told, None, None, None]
    ran = imported(root, xlsx([*rows, total]), "--fund", FUND, "--draft")
    assert ("G520" in ran.err) is wrong


# -- 360Giving


def test_the_identifiers_of_published_grants_are_those_of_grants_that_count(root: Path) -> None:
    """Of three grants one was withdrawn: the others keep the identifiers of their own rows, and it has none."""
    rows = [[*PLAIN, "Status"], [*MILL, "Awarded"], [*ELM, "Withdrawn"], [*OAK, "Awarded"]]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert ran.code == 0, ran.err
    made = published(rows_of(survey(load(root))), "360G-barsetpcc")
    assert [str(one.recipient) for one in made.values()] == ["Mill Trust", "Oak Club"]
    assert [name.rpartition("-")[2] for name in made] == ["1", "3"]


# -- hints on amounts


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("£2,000 (declined)", "If that is what was awarded, type £2,000 alone."),
        ("see letter", ""),
        ("£14.340", "Type £14,340 or £14.34."),
    ],
)
def test_no_hint_types_an_amount_that_may_not_have_been_awarded(cell: str, hint: str) -> None:
    """Words beside a sum may say that it was not awarded; where no sum can be made out, none is offered."""
    with pytest.raises(AmountError) as told:
        amount_in(cell, text_table=False)
    assert told.value.instead == hint


# -- papers


@pytest.mark.parametrize(("total", "found"), [("£3,151", 0), ("£3,510", 1)])
def test_a_pound_of_rounding_is_no_figure_that_disagrees(total: str, found: int) -> None:
    """What is only worth a note is not counted among the figures that an imported paper's grants do not bear out."""
    text = f"# Report\n\n## Grants\n\nThree grants were made, {total} in all:\n\n- Alder – tents – £500\n- Birch – music – £650\n- Cedar – roof – £2,000\n"
    paper = read_paper(text.encode(), "paper.md")
    assert len(list(disagreeing(paper, audit(paper, "en_GB")))) == found
