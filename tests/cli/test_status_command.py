"""`status`: what an officer reads on the screen, and what a program reads."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import funding_round, paper, statement, write

from pcp_reports.cli.status_text import MOST_GRANTS, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Said

    Pcp = Callable[..., Said]

ROOT = Path(__file__).resolve().parents[2]
TODAY = ("--today", "2023-09-20")
GRANT = "Community Fund:\n  - recipient: Alpha\n    purpose: a youth club\n    amount: £1,000\n"
TREES = ("Alder", "Birch", "Cherry", "Dogwood", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Willow")
MANY = "Community Fund:\n" + "".join(
    f"  - recipient: {tree}\n    purpose: work number {number}\n    amount: £{number},500\n"
    for number, tree in enumerate(TREES, 1)
)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a workspace in which nearly everything is still to be done."""
    return write(
        tmp_path,
        {
            "2023-10-03/paper": paper("burglary", "roads", "secret", "round", "nobody"),
            "2023-10-03/burglary": "kind: operation\nname: Operation Lantern\nowner: Jo Bell\ndue: 2023-09-12\nready: no\n",
            "2023-10-03/roads": statement("[Say what happened].", "owner: Jo Bell\ndue: 2023-09-28\n"),
            "2023-10-03/secret": statement("Mr Smith.", "exempt:\n  paragraph: 1\n  reason: a person\n"),
            "2023-10-03/stray": statement("Words.", "owner: Kim Lee\n"),
            "funding/round": funding_round(MANY),
            "funding/waiting": funding_round(GRANT, announced="2023-10"),
            "someday/paper": paper("text: Words.", meeting="2024-03"),
            "briefing/paper": paper("text: Words.", meeting="", template="partnership-briefing"),
        },
    )


def test_the_example_is_shown_as_it_stands(pcp: Pcp, example: Path) -> None:
    """The worked example: when it must be public, and that everything is ready."""
    said = pcp("status", "2023-10-03", *TODAY)
    assert (said.code, said.err, example.is_dir()) == (0, "", True)
    assert said.out.startswith(
        "2023-10-03: Police & Crime Commissioner's update\n"
        "  Meeting    Tuesday 3 October 2023, in 13 days\n"
        "  Public by  Monday 25 September 2023, in 5 days\n"
        "             With 5 clear working days between the two (Local Government Act 1972, s.100B, as\n"
        "             applied to panels).\n"
    )
    assert "  Entries    10 of 10 ready" in said.out
    assert "\nRoad safety team: 2 of 2 ready\n  ready      operation-vertebrae " in said.out
    assert "  September 2023: 8 grants, none of which has a reason or conditions\n" in said.out


def test_who_owes_what_can_be_read_at_a_glance(pcp: Pcp, broken: Path) -> None:
    """Late, missing, found, too late for the paper, not in the paper, exempt: each stands where I look for it."""
    said = pcp("-C", broken, "status", "2023-10-03", *TODAY)
    assert said.code == 0
    for line in (
        "  The paper  still to fill in: contact, signatory, summary, recommendation, entry nobody",
        "             1 error: no entry is named “nobody”. (P101, line 12)",
        "  Entries    0 of 3 ready; 1 late; 1 error; 3 warnings; 1 note",
        "Jo Bell: 0 of 2 ready",
        "  not ready  burglary  late: due 12 September 2023, 8 days ago  Operation Lantern",
        "             still to fill in: text",
        "  not said   roads     due in 8 days, 28 September 2023         statement",
        "             due only after the day by which the paper must be public",
        "             1 warning: text: the prompt “[Say what happened]” is still in place. (P121, line 5)",
        "Without an owner: 0 of 1 ready",
        "In the folder, but not in the paper: place these in a section, or delete them",
        "  not said   stray     no due date                              statement",
        "Exempt, and kept out of the paper",
        "  secret: 1 note",
        "  September 2023: 12 grants, none of which has a reason or conditions",
        "      … and 2 more",
        "  waiting: October 2023: 1 grant, which lacks a reason and conditions",
    ):
        assert line in said.out.splitlines(), line
    assert "still to fill in: 1 prompt" not in said.out, "it is told once, in its own words"
    assert "Smith" not in said.out
    assert said.out.count(": reason and conditions") == MOST_GRANTS
    assert max(map(len, said.out.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2023-09-24", "25 September 2023, tomorrow"),
        ("2023-09-25", "25 September 2023, today"),
        ("2023-09-26", "25 September 2023, which was yesterday"),
        ("28 September 2023", "25 September 2023, which was 3 days ago"),
    ],
)
def test_the_days_are_counted_from_today(pcp: Pcp, example: Path, today: str, words: str) -> None:
    """I can plan from any day, and am told how near the last day is, or how long it is past."""
    assert example.is_dir()
    assert f"  Public by  Monday {words}\n" in pcp("status", "2023-10-03", "--today", today).out


def test_bank_holidays_passed_over_are_named(pcp: Pcp, tmp_path: Path) -> None:
    """A paper for a meeting in May says which bank holidays move its day."""
    root = write(tmp_path, {"2023-05-10/paper": paper("text: Words.", meeting="2023-05-10")})
    out = " ".join(pcp("-C", root, "status", *TODAY).out.split())
    assert "Public by Friday 28 April 2023, which was 145 days ago" in out
    assert "Not counted besides weekends: Monday 1 May 2023 (May Day) and Monday 8 May 2023 (Coronation" in out


def test_a_day_that_cannot_be_told_is_not_guessed(pcp: Pcp, broken: Path) -> None:
    """With only the month of the meeting, and with none, I am told so."""
    out = pcp("-C", broken, "status", "someday", "briefing", *TODAY).out
    assert (
        "  Meeting    March 2024; the day is not known yet\n  Public by  cannot tell: the day of the meeting is not known"
        in out
    )
    assert "  Meeting    no date is known\n  The paper  nothing missing\n  Entries    none yet\n" in out


def test_years_without_known_bank_holidays_give_no_day(
    pcp: Pcp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the bank holidays are not known, the tool cannot tell, and says so."""
    monkeypatch.setattr("pcp_reports.status.deadlines.bank_holidays", lambda *_: None)
    root = write(tmp_path, {"2099-10-06/paper": paper("text: Words.", meeting="2099-10-06")})
    said = pcp("-C", root, "status", *TODAY)
    assert "  Public by  cannot tell: the bank holidays of that year are not known\n" in said.out


def test_without_a_name_the_meetings_to_come_are_shown(pcp: Pcp, broken: Path) -> None:
    """Without a PAPER I see every meeting still to come, else the latest, and no paper is left out in silence."""

    def shown(today: str) -> list[str]:
        made = json.loads(pcp("-C", broken, "status", "--today", today, "--format", "json").out)
        return [one["paper"] for one in made["papers"]]

    write(broken, {"later/paper": paper("text: Words.", meeting="2024-05-14")})
    assert shown("2023-10-03") == ["2023-10-03", "someday", "later"]
    assert shown("2023-10-04") == ["someday", "later"]
    assert shown("2024-03-31") == ["someday", "later"]
    assert shown("2024-05-14") == ["later"]
    assert shown("2025-01-01") == ["later"]
    assert pcp("-C", broken, "status", *TODAY).out.endswith(
        "\nWithout a meeting, and shown only when named: briefing\n"
    )


def test_the_clock_is_read_when_no_day_is_given(pcp: Pcp, example: Path) -> None:
    """Left to itself it counts from today."""
    before = datetime.now(UTC).astimezone().date()
    told = json.loads(pcp("status", "--format", "json").out)["today"]
    assert before.isoformat() <= told <= datetime.now(UTC).astimezone().date().isoformat()
    assert example.is_dir()


def test_a_program_reads_the_same_as_json(pcp: Pcp, broken: Path) -> None:
    """Every list is whole in JSON, and nothing of an exempt entry is in it but its name."""
    said = pcp("-C", broken, "status", "2023-10-03", "--format", "json", *TODAY)
    assert "Smith" not in said.out
    made = json.loads(said.out)
    (one,) = made["papers"]
    assert (made["today"], one["paper"], one["title"], one["meeting"]) == (
        "2023-09-20", "2023-10-03", "The Commissioner's update", "2023-10-03",
    )  # fmt: skip
    assert one["publication"] == {"clear_days": 5, "day": "2023-09-25", "holidays": [], "days_left": 5}
    assert one["missing"] == ["contact", "signatory", "summary", "recommendation", "entry nobody"]
    assert one["summary"] == {"entries": 3, "ready": 0, "late": 1, "errors": 1, "warnings": 3, "notes": 1}
    jo, nobody = one["owners"]
    assert (jo["owner"], nobody["owner"]) == ("Jo Bell", None)
    assert jo["entries"][0] == {
        "entry": "burglary",
        "path": "entries/2023-10-03/burglary.yaml",
        "kind": "operation",
        "title": "Operation Lantern",
        "due": "2023-09-12",
        "ready": False,
        "late": True,
        "after_publication": False,
        "missing": ["text"],
        "errors": 0,
        "warnings": 1,
        "notes": 0,
    }
    assert [(row["entry"], row["owner"]) for row in one["unplaced"]] == [("stray", "Kim Lee")]
    assert one["exempt"] == [{"entry": "secret", "errors": 0, "warnings": 0, "notes": 1}]
    (month,) = one["grants"]
    assert (month["month"], month["grants"], month["without_reason"], month["without_conditions"]) == (
        "2023-09",
        12,
        12,
        12,
    )
    assert month["lines"][0] == {
        "entry": "round",
        "path": "entries/funding/round.yaml",
        "line": 8,
        "recipient": "Alder",
        "missing": ["reason", "conditions"],
    }
    assert (len(month["lines"]), one["elsewhere"], one["unread"]) == (12, [], [])
    assert made["uncited"] == [
        {
            "entry": "waiting", "path": "entries/funding/waiting.yaml", "papers": [],
            "month": "2023-10", "grants": 1, "without_reason": 1, "without_conditions": 1,
        }
    ]  # fmt: skip


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return the keys of JSON, level by level; a list of objects has the keys of its first."""
    if isinstance(value, dict):
        return {key: shape(behind) for key, behind in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def told(kind: str) -> str:
    """Return the block of a kind in the section on `status` of the page of commands."""
    section = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").partition("\n## status\n")[2]
    return section.partition(f"```{kind}\n")[2].partition("```")[0]


def test_the_page_shows_what_is_printed(pcp: Pcp, example: Path) -> None:
    """What the page of commands shows of this command, I see on my screen."""
    assert example.is_dir()
    real = pcp("status", "2023-10-03", *TODAY).out.splitlines()
    assert [line for line in told("console").splitlines() if line not in real] == []
    assert told("console")


def test_the_json_of_the_page_is_what_is_printed(pcp: Pcp, example: Path) -> None:
    """A program written after the page can read what the tool prints, key for key, the lists in its table included."""
    assert example.is_dir()
    real = json.loads(pcp("status", "2023-10-03", "--format", "json", *TODAY).out)
    shown = json.loads(told("json"))
    assert shape(shown) == shape(real)
    (theirs,), (ours,) = shown["papers"], real["papers"]
    assert theirs["owners"][0] == ours["owners"][0]
    assert theirs["grants"][0]["lines"][0] == ours["grants"][-1]["lines"][0]
    for key in ("paper", "title", "meeting", "publication", "summary"):
        assert theirs[key] == ours[key]


def test_the_lists_that_the_page_cannot_show_hold_what_it_says(pcp: Pcp, broken: Path) -> None:
    """The keys in the page's table are those of the lists that are empty in the worked example."""
    write(broken, {"2023-12-04/paper": paper("late", meeting="2023-12-04"), "funding/late": funding_round(GRANT)})
    made = json.loads(pcp("-C", broken, "status", "2023-10-03", "--format", "json", *TODAY).out)
    (one,) = made["papers"]
    page = (
        (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").partition("\n## status\n")[2].partition("\n## ")[0]
    )
    for name, row in (("exempt", one["exempt"]), ("elsewhere", one["elsewhere"])):
        line = next(line for line in page.splitlines() if line.startswith(f"| {name} |"))
        assert re.findall(r"`(\w+)`", line) == list(row[0])
    assert list(made["uncited"][0]) == list(one["elsewhere"][0])
    assert set(one["unplaced"][0]) == {"owner", *one["owners"][0]["entries"][0]}
    assert one["elsewhere"][0]["papers"] == ["2023-12-04"]


def test_words_that_steer_a_screen_are_made_harmless(pcp: Pcp, tmp_path: Path) -> None:
    """A name pasted with a sign that cannot be seen shows a mark in its place."""
    grant = GRANT.replace("Alpha", "Al\u200bpha")
    files = {
        "2023-10-03/paper": paper("news", "round"),
        "2023-10-03/news": statement("Words.", "owner: Jo\u200bBell\ntitle: Ne\u200bws\n"),
        "funding/round": funding_round(grant),
    }
    said = pcp("-C", write(tmp_path, files), "status", *TODAY)
    assert "\u200b" not in said.out
    for words in ("Jo\ufffdBell", "Ne\ufffdws", "Al\ufffdpha"):
        assert words in said.out


def test_a_workspace_without_papers_is_no_fault(pcp: Pcp, tmp_path: Path) -> None:
    """Before the first paper is made, I am told how to make one."""
    said = pcp("-C", write(tmp_path, {"office": ""}), "status")
    assert (said.code, said.out) == (
        0,
        "There is no paper yet. Type: pcp-reports new meeting, and the day of the meeting.\n",
    )


@pytest.mark.parametrize("typed", ["2023-09", "soon", "20/09/2023", ""])
def test_a_day_that_is_none_is_wrong_usage(pcp: Pcp, example: Path, typed: str) -> None:
    """A slip behind --today is said, and nothing is counted from another day."""
    said = pcp("status", "--today", typed)
    assert (said.code, said.out, example.is_dir()) == (2, "", True)
    assert said.err == f"“{typed}” is not a day. Type it as 2023-09-20.\n"


def test_a_paper_that_is_not_there_is_wrong_usage(pcp: Pcp, example: Path) -> None:
    """A mistyped paper is asked about."""
    said = pcp("status", "2023-10-30")
    assert (said.code, example.is_dir()) == (2, True)
    assert "There is no paper named “2023-10-30”." in said.err


def test_whatever_is_wrong_with_the_entries_something_useful_is_shown(pcp: Pcp) -> None:
    """In every workspace with a planted fault I still see how things stand, in a window of a hundred columns."""
    folders = [path.parent for path in sorted((ROOT / "tests" / "data").glob("*/*/entries"))]
    assert len(folders) > 50
    for folder in folders:
        said = pcp("-C", folder, "status", *TODAY)
        assert (said.code, said.err) == (0, ""), folder.name
        assert max(map(len, said.out.splitlines())) <= 100, folder.name
