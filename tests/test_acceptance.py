"""Warnings that an officer accepts with a reason: marked, never hidden, and never more than was accepted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support import codes, found, funding_round, of_code, paper, run, statement, write

if TYPE_CHECKING:
    from pathlib import Path

GRANTS = "Community Fund:\n  - {recipient: Scouts, purpose: tents, amount: £10}\n"
DISAGREES = "stated:\n  - {total: £13}\n  - {total: £12}\n  - {projects: 2}\n"


def test_an_accepted_warning_is_still_listed_with_its_reason(tmp_path: Path) -> None:
    """Accepting covers every warning of that code in that file, and each is listed with the reason I gave."""
    more = f"{DISAGREES}accept:\n  G201: The list is partial; agreed on 4 September.\n"
    root = write(tmp_path, {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, more=more)})
    findings = json.loads(run(root, "check", "--format", "json").out)["findings"]
    assert [(one["code"], one["accepted"]) for one in findings] == [
        ("G201", "The list is partial; agreed on 4 September."),
        ("G201", "The list is partial; agreed on 4 September."),
        ("G202", None),
    ]
    printed = run(root, "check").out
    assert "Accepted: The list is partial" in printed
    assert "3 warnings (2 accepted)" in printed


def test_accepting_covers_that_file_alone(tmp_path: Path) -> None:
    """The same warning in another file is not accepted along with it."""
    files = {
        "2023-10-03/paper": paper("august", "july"),
        "august": funding_round(GRANTS, more=f"{DISAGREES}accept: {{G201: fine, g202: fine too}}\n"),
        "july": funding_round(GRANTS.replace("Scouts", "Guides"), announced="2023-07", more=DISAGREES),
    }
    findings = found(tmp_path, files)
    accepted = {(one.place.path, one.code, one.accepted) for one in findings}
    assert accepted == {
        ("entries/august.yaml", "G201", "fine"),
        ("entries/august.yaml", "G202", "fine too"),
        ("entries/july.yaml", "G201", None),
        ("entries/july.yaml", "G202", None),
    }


def test_strict_minds_only_what_is_not_accepted(tmp_path: Path) -> None:
    """`--strict` fails for an open warning, and passes once every warning is accepted with a reason."""
    root = write(
        tmp_path, {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, more="stated: {total: £12}\n")}
    )
    assert (run(root, "check").code, run(root, "check", "--strict").code) == (0, 1)
    write(root, {"august": funding_round(GRANTS, more="stated: {total: £12}\naccept: {G201: agreed}\n")})
    assert run(root, "check", "--strict").code == 0


def test_an_error_cannot_be_accepted(tmp_path: Path) -> None:
    """An error stays an error, whatever I write under `accept`, and I am told so."""
    files = {
        "2023-10-03/paper": paper("august", "visit"),
        "august": funding_round(GRANTS.replace("£10", "ten"), more="accept:\n  G101: never mind\n"),
        "visit": statement("Of {{ nobody }}.", "accept: {P130: never mind}\n"),
    }
    findings = found(tmp_path, files)
    assert sorted(codes(findings)) == ["G101", "M121", "M121", "P130"]
    assert run(tmp_path, "check").code == 1
    assert all("errors cannot be accepted" in told.message for told in of_code(findings, "M121"))
    assert all(one.accepted is None for one in findings)


def test_an_acceptance_of_nothing_is_a_note(tmp_path: Path) -> None:
    """Once the warning is gone, or where the code never was one, I am told that the line can go."""
    more = "accept:\n  G201: agreed\n  G999: typed wrong\n  P122: a note\n"
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, more=more)}
    notes = of_code(found(tmp_path, files), "M120")
    assert [(note.severity.value, note.place.line) for note in notes] == [("note", 7), ("note", 8), ("note", 9)]
    assert "nothing in this file bears the code G201 any more" in notes[0].message
    assert "no finding has the code “G999”" in notes[1].message
    assert "P122 is a note" in notes[2].message
    assert notes[2].hint == "Delete the line."


def test_a_paper_may_accept_its_own_warnings(tmp_path: Path) -> None:
    """A paper's own warnings are accepted in its paper.yaml."""
    typed = paper("text: Hello.", more="accept:\n  P115: The meeting was moved.\n", meeting="2023-10-04")
    (one,) = found(tmp_path, {"2023-10-03/paper": typed})
    assert (one.code, one.accepted) == ("P115", "The meeting was moved.")


def test_an_accepted_fault_is_not_held_against_a_draft(tmp_path: Path) -> None:
    """What was accepted is not listed in front of a draft as if it were to be mended."""
    more = "stated: {total: £12}\naccept: {G201: agreed}\n"
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, more=more)}
    assert codes(found(tmp_path, files)) == ["G201"]
    assert run(tmp_path, "build", "2023-10-03", "--draft").code == 0
