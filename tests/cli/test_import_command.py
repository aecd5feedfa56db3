"""The command `import`: what it asks, what it shows, and what it refuses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import paper, run, write
from tracker_files import HEADINGS, imported, rounds, xlsx

from pcp_reports.importing import proving
from pcp_reports.importing.trackers import making
from pcp_reports.importing.trackers.entry_text import entry_text

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.trackers.rounds import PlannedRound

ROWS: list[list[Any]] = [
    list(HEADINGS),
    ["S/1", "180 Programme", "CrossFit", 10000, date(2023, 9, 14), "Community Fund", "Awarded"],
    ["S/2", "Hub", "a café", 1470.57, date(2023, 9, 14), "Innovation Fund", "Awarded"],
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office."""
    return write(tmp_path / "ws", {})


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--column", "Lead body"), "needs words, an equals sign"),
        (("--column", "Lead body=recipent"), "Did you mean “recipient”?"),
        (("--status", "Live=given"), "is not one of awarded"),
        (("--announced", "03/10/2023"), "--announced: “03/10/2023” cannot be read as a date"),
        (("--meeting", "next week"), "--meeting: “next week” cannot be read as a date"),
        (("--dates", "american"), "day-first"),
    ],
)
def test_an_option_that_cannot_be_read_is_wrong_usage(root: Path, options: tuple[str, ...], told: str) -> None:
    """A slip in an option is answered with what may be typed, and nothing is read."""
    ran = imported(root, xlsx(ROWS), *options)
    assert ran.code == 2
    assert told in ran.err
    assert rounds(root) == {}


def test_a_paper_needs_its_meeting(root: Path) -> None:
    """Importing a paper without saying which meeting it is for is answered with what to type."""
    ran = imported(root, b"# Update\n\n1. A paragraph of a paper.\n", name="paper.md")
    assert ran.code == 2
    assert "--meeting 2023-10-03" in ran.err


def test_the_paths_alone_are_on_the_standard_output(root: Path) -> None:
    """What was made can be piped on; everything that is said goes to the error output."""
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 0
    assert ran.out == "entries/funding/2023-24/safer-streets-fund-2023-09.yaml\n"
    assert "Both agree to the penny." in ran.err


def test_i_am_told_how_a_round_gets_into_a_paper(tmp_path: Path) -> None:
    """With --meeting I am told in which file to name the round; without its paper, how to make one."""
    root = write(tmp_path / "ws", {"2023-10-03/paper": paper("text: Words.")})
    ran = imported(root, xlsx(ROWS), "--meeting", "2023-10-03")
    assert "add “- safer-streets-fund-2023-09” to a section of entries/2023-10-03/paper.yaml" in ran.err
    other = write(tmp_path / "other" / "ws", {})
    assert "pcp-reports new meeting 2024-01-15" in imported(other, xlsx(ROWS), "--meeting", "2024-01-15").err


@pytest.mark.parametrize("most", [2_000, 0])
def test_a_writer_that_loses_a_penny_is_found_out(root: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """If the entries would not come to what the tracker holds, nothing is written, however many grants there are."""

    def wrong(one: PlannedRound, source: str, before: str) -> str:
        return entry_text(one, source, before).replace("£1,470.57", "£1,470.56")

    monkeypatch.setattr(making, "entry_text", wrong)
    monkeypatch.setattr(proving, "MOST_MODELLED", most)
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 1
    assert "would come to £11,470.56 in 2 grants, and should come to £11,470.57 in 2" in ran.err
    assert rounds(root) == {}


@pytest.mark.parametrize("most", [2_000, 0])
def test_a_writer_that_writes_what_cannot_be_read_is_found_out(
    root: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """If an entry would not read back, nothing is written."""

    def wrong(one: PlannedRound, source: str, before: str) -> str:
        return entry_text(one, source, before).replace("recipient: Hub", "recipient: Hub: x")

    monkeypatch.setattr(making, "entry_text", wrong)
    monkeypatch.setattr(proving, "MOST_MODELLED", most)
    ran = imported(root, xlsx(ROWS))
    assert ran.code == 1
    assert "would not read back" in ran.err or "Y110" in ran.err
    assert rounds(root) == {}


def test_many_new_grants_are_proved_beside_old_ones(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where new grants are too many to be modelled, old rounds and new ones are still proved together."""
    assert imported(root, xlsx(ROWS)).code == 0
    monkeypatch.setattr(proving, "MOST_MODELLED", 0)
    later = ["S/9", "Late", "x", 7, date(2024, 1, 9), "Community Fund", "Awarded"]
    ran = imported(root, xlsx([ROWS[0], [*ROWS[1][:3], 9000, *ROWS[1][4:]], ROWS[2], later]))
    assert ran.code == 0, ran.err
    assert "hold 3 grants, £10,477.57. Both agree" in ran.err
    assert run(root, "check").code == 0
