"""What a text may name: the entry's own plain keys, its figures, a round's sums; and that checking and printing agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import (
    FUND,
    OFFICE,
    codes,
    composed,
    found,
    funding_round,
    of_code,
    outline,
    paper,
    run,
    statement,
    surveyed,
)

from pcp_reports.money import Money
from pcp_reports.texts import proses, scope_of

if TYPE_CHECKING:
    from pathlib import Path

GRANTS = """
    Community Fund:
      - {recipient: Scouts, purpose: tents, amount: £10, projects: 2}
      - {recipient: Rovers, purpose: ropes, amount: £100, status: withdrawn}
      - {recipient: Refuge, purpose: locks, amount: £1000, exempt: {paragraph: 1, reason: safety}}
    Innovation Fund:
      - {recipient: Shop Watch, purpose: radios, amount: £20}
"""


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        (statement("x", "title: T\nowner: Ann Thorne\npriority: Victims\n"), {"title", "owner", "priority"}),
        (
            "kind: engagement\nplace: P\nwith: [Mayor]\ndate: 2023-08\ndue: 2023-09-01\ntext: x\n",
            {"place", "date", "due"},
        ),
        ("kind: accountability-board\nheld: 2023-08\ntext: x\n", {"held"}),
        ("kind: operation\nname: N\nlaunched: 2023-07\nplaces: [P]\ntext: x\n", {"name", "launched"}),
        ("kind: partnership\nname: N\nplace: P\nlaunched: 2023-07\nsummary: x\n", {"name", "place", "launched"}),
        (funding_round(GRANTS), {"fund", "announced", "total", "projects", "grants"}),
    ],
)
def test_a_text_may_name_the_plain_keys_that_its_entry_has(tmp_path: Path, entry: str, names: set[str]) -> None:
    """Each kind's plain keys can be named in its text, those that the entry has and no others."""
    (filed,) = surveyed(tmp_path, {"entry": entry}).register.shared
    assert set(scope_of(filed, "en_GB").names) == names


def test_dates_are_named_in_words_of_the_offices_language(tmp_path: Path) -> None:
    """A date I name is printed in words, in English or in Welsh."""
    entry = "kind: engagement\ndate: 2023-08-01\ndue: 2023-09\ntext: x\n"
    (filed,) = surveyed(tmp_path, {"entry": entry}).register.shared
    assert scope_of(filed, "en_GB").names == {"date": "1 August 2023", "due": "September 2023"}
    assert scope_of(filed, "cy_GB").names == {"date": "1 Awst 2023", "due": "Medi 2023"}


def test_sums_leave_out_what_is_withdrawn_or_exempt(tmp_path: Path) -> None:
    """The sums that a text prints are those of the lines beneath it."""
    (filed,) = surveyed(tmp_path, {"august": funding_round(GRANTS)}).register.shared
    scope = scope_of(filed, "en_GB")
    assert {name: scope.names[name] for name in ("total", "projects", "grants")} == {
        "total": Money(3000),
        "projects": 3,
        "grants": 2,
    }
    assert scope.functions["total_of"]("Community Fund") == Money(1000)
    assert scope.functions["projects_of"]("Community Fund") == 2
    assert scope.functions["total_of"]("Innovation Fund") == Money(2000)
    assert scope.slots == ("lines",)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{{ totl }}", "Type {{ total }}."),
        ("{{ total_of('Comunity Fund') }}", "did you mean “Community Fund”?"),
        ("{{ total_of('Fighting Crime Grants') }}", "there are “Community Fund” and “Innovation Fund”"),
        ("{{ figure('bids') }}", "there are none"),
        ("{{ projects_of }}", "needs a name in brackets"),
        ("{{ place }}", "there is no “place” here"),
        ("{{ meeting }}", "there is no “meeting” here"),
        ("{{ total + 1 }}", ""),
        ("{{ recipient }}", ""),
    ],
)
def test_a_placeholder_that_cannot_be_filled_is_an_error_at_its_place(tmp_path: Path, typed: str, told: str) -> None:
    """A name that is not there is named where it stands, with what was perhaps meant; nothing is built."""
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, text=f"Of {typed}.")}
    (error,) = of_code(found(tmp_path, files), "P130")
    assert (error.severity.value, error.place.line, error.place.column) == ("error", 5, 6)
    assert told in f"{error.message} {error.hint}"
    assert run(tmp_path, "build", "2023-10-03").code == 1


def test_every_prose_of_an_entry_is_looked_through(tmp_path: Path) -> None:
    """A placeholder that cannot be filled is found in every text of a partnership, and told by phase and key."""
    keys = ("objective", "measures_of_success", "text")
    phases = "".join(
        f"{phase}:\n" + "".join(f"  {key}: Of {{{{ nothing }}}}.\n" for key in keys)
        for phase in ("scanning", "analysis", "response", "assessment")
    )
    entry = f"kind: partnership\nname: N\nsummary: Of {{{{ nothing }}}}.\n{phases}"
    files = {"briefing/paper": paper("entry", template="partnership-briefing", meeting=""), "entry": entry}
    errors = of_code(found(tmp_path, files), "P130")
    assert [one.place.line for one in errors] == [3, 5, 6, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19]
    assert "entry, response, measures_of_success:" in errors[8].message
    (filed,) = surveyed(tmp_path, {}).register.shared
    assert len(list(proses(filed))) == 13


@pytest.mark.parametrize("first", ["", "2023-07-04"])
def test_a_standing_paragraph_is_filled_from_the_paper_that_prints_it(tmp_path: Path, first: str) -> None:
    """A standing paragraph that names the meeting is right in a paper with one and an error in a paper without, whichever comes first."""
    office = OFFICE.replace("duty: The Commissioner", "duty: On {{ meeting }} the Commissioner")
    other = "" if first else "2023-07-04"
    files = {
        "office": office,
        "a/paper": paper("standing: duty", meeting=first),
        "b/paper": paper("standing: duty", meeting=other),
    }
    (error,) = of_code(found(tmp_path, files), "P130")
    assert error.place.path == "entries/office.yaml"
    dated, undated = ("a", "b") if first else ("b", "a")
    assert outline(composed(tmp_path, files, dated))[1].startswith("N On 4 July 2023 the")
    assert outline(composed(tmp_path, files, undated, draft=True))[1].startswith("N On [{{ meeting }}] the")
    files["b/paper"] = paper("text: x", meeting=other)
    files["a/paper"] = paper("standing: duty", meeting="2023-07-05")
    assert codes(found(tmp_path, files)) == []


def test_words_put_in_stay_words(tmp_path: Path) -> None:
    """A name with asterisks or braces in it is printed as it is, never taken for formatting or for another placeholder."""
    entry = statement("A {{ title }}.", "title: '*x* [y](https://example.org) {{ owner }}'\n")
    document = composed(tmp_path, {"2023-10-03/paper": paper("entry"), "entry": entry})
    assert outline(document)[1] == "N A *x* [y](https://example.org) {{ owner }}."
    assert not any(run.bold or run.italic or run.link for run in document.body[1].runs)


def test_the_name_of_the_fund_is_the_rounds(tmp_path: Path) -> None:
    """{{ fund }} is the fund of this round."""
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, text="From the {{ fund }}.")}
    assert outline(composed(tmp_path, files))[1] == f"N From the {FUND}."
