"""Which entries a paper places, in what order, and which of them carry a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import OFFICE, codes, composed, found, of_code, outline, paper, run, statement, surveyed

from pcp_reports.placing import in_meeting_order, public

if TYPE_CHECKING:
    from pathlib import Path

EXEMPT = "exempt:\n  paragraph: 3\n  reason: commercial\n"


def sections(*parts: tuple[str, str]) -> str:
    """Return a paper.yaml of several sections, each a heading (with keys behind it) and items as typed."""
    return "kind: paper\ntitle: Update\nmeeting: 2023-10-03\nsections:\n" + "".join(
        f"  - heading: {heading}\n    items:\n{''.join(f'      - {row}' + chr(10) for row in rows.split(';'))}"
        for heading, rows in parts
    )


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        ("visit", ["N A visit."]),
        ("'visit'", ["N A visit."]),
        ("standing: duty", ["N The Commissioner holds the Chief Constable to account."]),
        ("text: Written **in place**.", ["N Written in place."]),
        ("text: |\n    First.\n\n    Second.\n\n    - a bullet", ["N First.", "C Second.", "B a bullet"]),
    ],
)
def test_every_shape_of_item_takes_the_next_number(tmp_path: Path, item: str, printed: list[str]) -> None:
    """A name, a standing paragraph and a text in place each make a numbered paragraph."""
    files = {"2023-10-03/paper": paper(item), "visit": statement("A visit.")}
    assert outline(composed(tmp_path, files)) == ["H1 News", *printed]


@pytest.mark.parametrize(
    ("also", "printed"),
    [
        ("also: visit", "C A visit."),
        ("also:\n  text: In place.", "C In place."),
        ("also:\ntext: In place.", "C In place."),
        ("also:\n  standing: duty", "C The Commissioner holds the Chief Constable to account."),
        ("also:\nstanding: duty", "C The Commissioner holds the Chief Constable to account."),
    ],
)
def test_every_shape_of_also_goes_on_under_the_number_above(tmp_path: Path, also: str, printed: str) -> None:
    """What I place with `also` takes no number of its own, however I set it out."""
    files = {"2023-10-03/paper": paper("text: First.", also, "text: Last."), "visit": statement("A visit.")}
    assert outline(composed(tmp_path, files)) == ["H1 News", "N First.", printed, "N Last."]


@pytest.mark.parametrize(
    "item",
    [
        "also: [a, b]",
        "also:",
        "{}",
        "[visit]",
        "also: visit\ntext: more",
        "visit: yes",
        "text:",
        "text: a\nstanding: duty",
    ],
)
def test_an_item_that_cannot_be_read_is_an_error_at_its_line(tmp_path: Path, item: str) -> None:
    """An item I set out wrongly is named where it stands; it is never dropped in silence."""
    findings = found(tmp_path, {"2023-10-03/paper": paper("text: First.", item), "visit": statement("A visit.")})
    errors = [one for one in findings if one.severity.value == "error"]
    assert errors
    assert {(one.place.path, one.place.line >= 7) for one in errors} == {("entries/2023-10-03/paper.yaml", True)}


def test_a_name_is_looked_up_in_the_papers_own_folder_first(tmp_path: Path) -> None:
    """My paper's own entry is used before a shared one of the same name, and I am warned that there are two."""
    files = {
        "2023-10-03/paper": paper("visit"),
        "2023-10-03/visit": statement("Our own."),
        "shared/visit": statement("The shared one."),
        "2024-01-15/paper": paper("visit", meeting="2024-01-15"),
    }
    assert outline(composed(tmp_path, files)) == ["H1 News", "N Our own."]
    assert outline(composed(tmp_path, files, "2024-01-15")) == ["H1 News", "N The shared one."]
    (warning,) = of_code(found(tmp_path, files), "P109")
    assert (warning.severity.value, warning.place.path) == ("warning", "entries/2023-10-03/paper.yaml")
    assert "shared/visit.yaml" in warning.message


def test_another_papers_own_entries_are_out_of_reach(tmp_path: Path) -> None:
    """What lies in another paper's folder belongs to that paper alone."""
    files = {
        "2023-10-03/paper": paper("visit"),
        "2024-01-15/paper": paper("visit", meeting="2024-01-15"),
        "2024-01-15/visit": statement("January's."),
    }
    (error,) = of_code(found(tmp_path, files), "P101")
    assert error.place.path == "entries/2023-10-03/paper.yaml"


def test_folders_within_a_papers_folder_are_its_own(tmp_path: Path) -> None:
    """I may sort a paper's entries into folders of its own."""
    files = {"2023-10-03/paper": paper("visit"), "2023-10-03/visits/visit": statement("Our own.")}
    assert outline(composed(tmp_path, files)) == ["H1 News", "N Our own."]


@pytest.mark.parametrize("folders", [("a", "b"), ("2023-10-03/a", "2023-10-03/b")])
def test_two_files_of_one_name_are_never_guessed_between(tmp_path: Path, folders: tuple[str, str]) -> None:
    """Where two files within reach bear the name, I must say which is meant: neither is printed by chance."""
    files = {"2023-10-03/paper": paper("visit", "text: Last.")}
    files |= {f"{folder}/visit": statement(f"In {folder}.") for folder in folders}
    (error,) = of_code(found(tmp_path, files), "P108")
    assert error.severity.value == "error"
    assert all(f"entries/{folder}/visit.yaml" in error.message for folder in folders)
    assert sorted(near.place.path for near in error.related) == [f"entries/{folder}/visit.yaml" for folder in folders]
    assert outline(composed(tmp_path, files, draft=True)) == ["H1 News", "N Last."]
    assert run(tmp_path, "build", "2023-10-03").code == 1


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("vist", "P101", "- visit"),
        ("Visit", "P101", "- visit"),
        ("also: Visit", "P101", "- also: visit"),
        ("standing: Duty", "P104", "- standing: duty"),
        ("visit.yaml", "P101", "- visit"),
        ("also: also", "P101", "- also: al-so"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_one_meant(tmp_path: Path, typed: str, code: str, meant: str) -> None:
    """Names match exactly, case included; a slip is answered with the line as it should be."""
    files = {"2023-10-03/paper": paper("text: First.", typed), "visit": statement("A visit.")}
    files["al-so"] = statement("Another.")
    (error,) = of_code(found(tmp_path, files), code)
    assert error.hint == f"Type: {meant}"
    run(tmp_path, "check", "--fix")
    assert not of_code(found(tmp_path, {}), code)


def test_a_name_like_no_other_says_which_file_to_make(tmp_path: Path) -> None:
    """Where nothing is near, I am told the file that would answer to the name."""
    (error,) = of_code(found(tmp_path, {"2023-10-03/paper": paper("operation-zebra")}), "P101")
    assert "2023-10-03/operation-zebra.yaml" in error.hint


def test_an_entry_placed_twice_in_a_paper_is_an_error_and_in_two_papers_none(tmp_path: Path) -> None:
    """Nothing is printed twice in a paper by mistake; two papers may both tell of an entry."""
    files = {
        "2023-10-03/paper": sections(
            ("One", "visit;standing: duty;text: Same."), ("Two", "text: Same.;also: visit;standing: duty")
        ),
        "2024-01-15/paper": paper("visit", meeting="2024-01-15"),
        "visit": statement("A visit."),
    }
    twice = of_code(found(tmp_path, files), "P105")
    assert [(one.place.line, one.related[0].place.line) for one in twice] == [(13, 7), (14, 8)]


def test_also_is_never_first_in_a_section(tmp_path: Path) -> None:
    """An `also` with nothing above it in its section is an error; the section above does not lend its number."""
    files = {
        "2023-10-03/paper": sections(("One", "visit"), ("Two", "also: chat;text: Last.")),
        "visit": statement("A visit."),
        "chat": statement("A chat."),
    }
    (error,) = of_code(found(tmp_path, files), "P111")
    assert error.place.line == 10
    assert outline(composed(tmp_path, files, draft=True)) == ["H1 One", "N A visit.", "H1 Two", "N A chat.", "N Last."]


def ordered(tmp_path: Path, rows: str, *, order: str = "\n    order: priority", office: str = OFFICE) -> list[str]:
    """Return what a section prints whose entries are b(urglary), r(oad), v(ictims) and n(one), numbered."""
    names = {"b": "Burglary", "r": "Road safety", "v": "Victims", "n": ""}
    files = {"office": office, "2023-10-03/paper": sections((f"News{order}", rows))}
    for letter, priority in names.items():
        for number in "123":
            files[f"x/{letter}{number}"] = statement(f"{letter}{number}", f"priority: {priority}\n" if priority else "")
    return outline(composed(tmp_path, files))[1:]


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        ("v1;r1;b1", "N b1|N r1|N v1"),
        ("v1;b1;v2;b2", "N b1|N b2|N v1|N v2"),
        ("v1;also: b1;r1;also: n1;also: v2", "N r1|C n1|C v2|N v1|C b1"),
        ("n1;v1;b1", "N n1|N b1|N v1"),
        ("n1;text: t;also: v3;v1;b1", "N n1|N t|C v3|N b1|N v1"),
        ("v1;n1;b1;n2", "N b1|N v1|N n1|N n2"),
        ("v1;text: t;also: b2;b1", "N b1|N v1|N t|C b2"),
        ("n1;n2;n3", "N n1|N n2|N n3"),
    ],
)
def test_order_priority_sorts_by_the_plan_and_moves_each_group_whole(tmp_path: Path, rows: str, printed: str) -> None:
    """Items follow the plan's order, as given within one priority; what goes on under a number moves with it; an opening stays on top."""
    assert ordered(tmp_path, rows) == printed.split("|")


def test_without_the_word_or_without_a_plan_the_order_is_as_given(tmp_path: Path) -> None:
    """Nothing is sorted that I did not ask for, nor by a plan that is not there."""
    assert ordered(tmp_path, "v1;r1;b1", order="") == ["N v1", "N r1", "N b1"]
    plan = OFFICE[OFFICE.index("plan:") : OFFICE.index("funds:")]
    bare = OFFICE.replace(plan, "")
    assert ordered(tmp_path / "bare", "v1;r1;b1", office=bare) == ["N v1", "N r1", "N b1"]


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        ("s1;also: a;also: b;c", "N a|C b|N c"),
        ("s1;also: s2;also: b;c", "N b|N c"),
        ("s1;c", "N c"),
        ("a;also: s1;also: b", "N a|C b"),
        ("a;s1;also: b;also: c", "N a|N b|C c"),
        ("a;also: b;s1", "N a|C b"),
        ("s1;s2;also: a", "N a"),
        ("s1;also: text: x", ""),
    ],
)
def test_an_exempt_item_hands_its_number_to_its_first_public_also(tmp_path: Path, rows: str, printed: str) -> None:
    """When what carries the number is exempt, the first public item under it takes the number, and no other does."""
    files = {"2023-10-03/paper": sections(("News", rows.replace("also: text: x", "also: s2")))}
    files |= {name: statement(name) for name in "abc"}
    files |= {name: statement("Secret.", EXEMPT) for name in ("s1", "s2")}
    expected = ["H1 News", *printed.split("|")] if printed else []
    assert outline(composed(tmp_path, files)) == expected


def test_public_sections_lose_nothing_but_what_is_exempt(tmp_path: Path) -> None:
    """Every public item is still there, in its order."""
    files = {"2023-10-03/paper": sections(("One", "a;s"), ("Two", "s2;b"), ("Three", "s3"))}
    files |= {name: statement(name) for name in "ab"}
    files |= {name: statement("Secret.", EXEMPT) for name in ("s", "s2", "s3")}
    shown = public(surveyed(tmp_path, files).placements["2023-10-03"].sections)
    assert [[placed.item.words for placed in section.items] for section in shown] == [["a"], ["b"], []]


def test_papers_stand_in_the_order_of_their_meetings_and_undated_ones_last(tmp_path: Path) -> None:
    """A round is put down to the earliest meeting that heard of it; papers without a meeting come last, by name."""
    files = {
        "c/paper": paper("text: x", meeting="2024-01-15"),
        "z/paper": paper("text: x", meeting="2023-10-03"),
        "b/paper": paper("text: x", meeting=""),
        "a/paper": paper("text: x", meeting=""),
        "d/paper": paper("text: x", meeting="2024-01"),
    }
    assert [folder.name for folder in in_meeting_order(surveyed(tmp_path, files).register)] == ["z", "c", "d", "a", "b"]


def test_an_unusable_paper_places_nothing_and_stops_nothing(tmp_path: Path) -> None:
    """One broken paper.yaml does not keep the other papers from being read."""
    files = {
        "2023-10-03/paper": "kind: paper\ntitle: Broken\n",
        "2023-10-03/visit": statement("A visit."),
        "2024-01-15/paper": paper("text: Sound.", meeting="2024-01-15"),
    }
    assert outline(composed(tmp_path, files, "2024-01-15")) == ["H1 News", "N Sound."]
    assert codes(found(tmp_path, files)) == ["M104"]
