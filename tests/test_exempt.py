"""Exempt matter: whatever is marked, or was meant to be marked, appears in nothing that the public can see."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import product
from typing import TYPE_CHECKING

import pytest
from support import (
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
    write,
)

from pcp_reports.bare_keys import means_exempt
from pcp_reports.building import make

if TYPE_CHECKING:
    from pathlib import Path

    from support import Ran

CANARY = "Zebedee"
"""Stands in every field of what is exempt, and nowhere else; `AMOUNT` is the amount of every exempt grant."""
AMOUNT = 98_765
DIGITS = ("98,765", "98765")
EXEMPT = "exempt:\n  paragraph: 3\n  reason: Zebedee\n"

GRANTS = """
    Community Fund:
      - recipient: Scouts
        purpose: tents
        amount: £10
      - recipient: Zebedee Refuge
        purpose: Zebedee locks
        amount: £98,765
        district: Zebedee
        reference: Zebedee/1
        recipient_id: GB-CHC-Zebedee
        reason: Zebedee
        conditions: Zebedee
        projects: 7
        exempt:
          paragraph: 1
          reason: Zebedee
    Zebedee Strand:
      - recipient: Zebedee Refuge
        purpose: Zebedee locks
        amount: £98,765
        exempt: {paragraph: 1, reason: Zebedee}
      - recipient: Zebedee Trust
        purpose: Zebedee doors
        amount: £98,765
        status: withdrawn
        exempt: {paragraph: 1, reason: Zebedee}
"""

FILES = {
    "office": OFFICE.replace("      Fighting Crime Grants:\n", "      Fighting Crime Grants:\n      Zebedee Strand:\n"),
    "2023-10-03/paper": paper(
        "Zebedee-statement", "also: visit", "august", "also: Zebedee-round", "Zebedee-operation", "Zebedee-partnership"
    ),
    "briefing/paper": paper("Zebedee-partnership", "visit", "august", template="partnership-briefing"),
    "visit": statement("A public visit."),
    "august": funding_round(
        GRANTS,
        text="Grants of {{ total }} to {{ projects }} projects in {{ grants }} lines:",
        more="""\
            stated:
              - {total: '£98,775', covers: [Community Fund, Zebedee Strand]}
              - {total: '£98,765', projects: 98765, covers: Zebedee Strand}
              - {covers: Community Fund}
            """,
    ),
    "2023-10-03/Zebedee-statement": statement("Zebedee spoke of Zebedee.", EXEMPT),
    "Zebedee-round": funding_round(
        "Zebedee Strand:\n  - {recipient: Zebedee, purpose: Zebedee, amount: '£98,765'}", text="Zebedee", more=EXEMPT
    ),
    "Zebedee-operation": f"""\
kind: operation
name: Operation Zebedee
title: Zebedee
owner: Zebedee
launched: 2023-07
places: [Zebedee]
figures: {{Zebedee: Zebedee}}
evidence: {{Zebedee: Zebedee}}
text: Zebedee
{EXEMPT}""",
    "Zebedee-partnership": f"""\
kind: partnership
name: Zebedee Partnership
place: Zebedee
partners: [Zebedee]
summary: Zebedee
{EXEMPT}scanning:
  text: Zebedee
  objective: Zebedee
  measures_of_success: Zebedee
  figures: {{Zebedee: 98765}}
  sentences: [{{term: Zebedee, offence: Zebedee}}]
  civil_orders: [Zebedee]
  quotes: [{{words: Zebedee, by: Zebedee}}]
assessment:
  text: Zebedee
""",
}


def assert_clean(words: str) -> None:
    """Assert that nothing exempt stands in the words, nor the exempt amount in any form."""
    assert CANARY.casefold() not in words.casefold()
    for digits in DIGITS:
        assert digits not in words


def all_words(data: bytes) -> str:
    """Return everything in a Word file: the names and the text of all its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist())


def built(root: Path, name: str = "2023-10-03", *more: str) -> tuple[Ran, str, str]:
    """Build a paper; return the run, everything in the Word file, and the record beside it."""
    ran = run(root, "build", name, *more)
    home = root / "output" / name
    files = sorted(home.glob("*.docx"))
    assert len(files) == 1, ran.err
    assert_clean(files[0].name)
    return ran, all_words(files[0].read_bytes()), (home / "build.json").read_text(encoding="utf-8")


def test_the_canaries_are_there_to_be_found(tmp_path: Path) -> None:
    """Were nothing marked exempt, every one of these files would show: the tests below can fail."""
    mark = re.compile(r"^ *exempt:(\n *paragraph: .\n *reason: Zebedee| \{.*\})\n", re.MULTILINE)
    bare = {name: mark.sub("", text) for name, text in FILES.items()}
    assert "exempt" not in "".join(bare.values())
    root = write(tmp_path, bare)
    for form in ("text", "json", "csv"):
        printed = run(root, "totals", "--format", form).out
        assert CANARY in printed
        assert any(digits in printed for digits in ("98,775", "98775"))
    for name in ("2023-10-03", "briefing"):
        assert CANARY in str(outline(composed(root, {"office": bare["office"]}, name)))
    ran, words, record = built(root)
    assert (ran.code, CANARY in words, CANARY in record) == (0, True, True)


@pytest.mark.parametrize("form", ["text", "json", "csv"])
@pytest.mark.parametrize("arguments", [(), ("2023-10-03",), ("briefing",), ("--year", "2023/24")])
def test_no_total_shows_anything_exempt(tmp_path: Path, form: str, arguments: tuple[str, ...]) -> None:
    """In no form of the totals stands a recipient, purpose, amount, strand or file name that is exempt."""
    ran = run(write(tmp_path, FILES), "totals", "--format", form, *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert_clean(ran.out)
    assert "august" in ran.out


def test_a_claim_over_an_exempt_strand_is_told_without_its_name_or_figures(tmp_path: Path) -> None:
    """A claim over money that is exempt cannot be checked, and neither its strand nor its amount is repeated."""
    (row,) = json.loads(run(write(tmp_path, FILES), "totals", "--format", "json").out)["rounds"]
    assert (row["total"], row["grants"], row["projects"]) == ("10.00", 1, 1)
    assert [strand["name"] for strand in row["strands"]] == ["Community Fund"]
    nothing = {"total": None, "projects": None, "verdict": "cannot_check"}
    community = {**nothing, "covers": ["Community Fund"]}
    assert row["stated"] == [community, {**nothing, "covers": []}, community]


def test_internal_totals_do_count_it(tmp_path: Path) -> None:
    """Inside the office, `--internal` gives the whole sum, exempt grants and rounds included."""
    rows = json.loads(run(write(tmp_path, FILES), "totals", "--format", "json", "--internal").out)["rounds"]
    assert [(row["total"], row["grants"], row["projects"]) for row in rows] == [
        ("98765.00", 1, 1),
        ("197540.00", 3, 9),
    ]


@pytest.mark.parametrize("name", ["2023-10-03", "briefing"])
def test_no_paper_and_no_record_of_it_shows_anything_exempt(tmp_path: Path, name: str) -> None:
    """Neither the Word file, in any of its parts, nor build.json beside it holds a word of what is exempt."""
    ran, words, record = built(write(tmp_path, FILES), name)
    assert ran.code == 0
    assert_clean(words)
    assert_clean(record)
    inputs = json.loads(record)["inputs"]
    assert "entries/visit.yaml" in inputs
    assert "A public visit." in words


def test_an_exempt_entry_hands_its_number_on(tmp_path: Path) -> None:
    """The paper closes over what is left out: numbers run on, and nothing shows that something stood there."""
    assert outline(composed(tmp_path, FILES)) == [
        "H1 News",
        "N A public visit.",
        "N Grants of £10 to 1 projects in 1 lines:",
        "GH Community Fund:",
        "G Scouts – tents – £10",
    ]
    assert outline(composed(tmp_path, FILES, "briefing")) == [
        "H1 News",
        "T A public visit.",
        "T Grants of £10 to 1 projects in 1 lines:",
        "GH Community Fund:",
        "G Scouts – tents – £10",
    ]


def test_a_section_whose_items_are_all_exempt_prints_no_heading(tmp_path: Path) -> None:
    """A heading with nothing under it would say that something is kept back."""
    typed = paper("text: Public.") + "  - heading: Secret matters\n    items:\n      - secret\n"
    files = {"2023-10-03/paper": typed, "secret": statement("Zebedee", EXEMPT)}
    assert outline(composed(tmp_path, files)) == ["H1 News", "N Public."]


def test_what_is_kept_out_is_named_to_the_officer_in_a_note(tmp_path: Path) -> None:
    """`check` tells me what it keeps out, so that I do not wonder where it went; it is neither error nor warning."""
    notes = of_code(found(tmp_path, FILES), "P122")
    assert {note.severity.value for note in notes} == {"note"}
    assert sorted(note.place.path.rpartition("/")[2] for note in notes) == [
        "Zebedee-operation.yaml",
        "Zebedee-partnership.yaml",
        "Zebedee-round.yaml",
        "Zebedee-statement.yaml",
        "august.yaml",
    ]
    assert "3 grants are exempt" in next(note.message for note in notes if note.place.path.endswith("august.yaml"))


WRONG = {
    "a letter too few": "exmpt:\n  paragraph: 3\n  reason: Zebedee\n",
    "a letter too many": "exemptt:\n  paragraph: 3\n  reason: Zebedee\n",
    "a capital": "Exempt:\n  paragraph: 3\n  reason: Zebedee\n",
    "capitals": "EXEMPT:\n  paragraph: 3\n  reason: Zebedee\n",
    "another word of it": "exemption:\n  paragraph: 3\n  reason: Zebedee\n",
    "nothing behind it": "exempt:\n",
    "a word behind it": "exempt: yes\n",
    "words behind it": "exempt: paragraph 3, Zebedee\n",
    "a list behind it": "exempt:\n  - paragraph: 3\n  - reason: Zebedee\n",
    "no reason": "exempt:\n  paragraph: 3\n",
    "no paragraph": "exempt:\n  reason: Zebedee\n",
    "a mistyped paragraph": "exempt:\n  paragrph: 3\n  reason: Zebedee\n",
    "beneath not set in": "exempt:\nparagraph: 3\nreason: Zebedee\n",
}
"""Ways to get the key wrong: in each, the entry or grant was meant to be kept out."""


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("where", ["entry", "grant", "round", "partnership", "phase"])
def test_a_mistyped_exempt_never_lets_anything_into_a_draft(tmp_path: Path, wrong: str, where: str) -> None:
    """A slip in the word `exempt` is an error, and not even a draft made in spite of it shows what it was to keep out."""
    typed = WRONG[wrong]
    set_in = "".join(f"  {line}\n" for line in typed.splitlines())
    grant = "- recipient: Zebedee\n  purpose: Zebedee\n  amount: £98,765\n"
    secret = {
        "entry": statement("Zebedee", typed),
        "grant": funding_round(grant + set_in),
        "round": funding_round(grant, more=typed),
        "partnership": f"kind: partnership\nname: Zebedee\n{typed}response:\n  text: Zebedee\n",
        "phase": f"kind: partnership\nname: Zebedee\nresponse:\n  text: Zebedee\n{set_in}",
    }[where]
    root = write(
        tmp_path, {"2023-10-03/paper": paper("secret", "also: visit"), "secret": secret, "visit": statement("Hello.")}
    )
    assert run(root, "build", "2023-10-03").code == 1
    assert not (root / "output").exists()
    ran, words, record = built(root, "2023-10-03", "--draft")
    assert ran.code == 0
    assert_clean(words)
    assert_clean(record)
    assert "secret" not in words  # nor the entry's name, where the whole entry is in doubt
    assert "Hello." in words
    assert outline(composed(root, {}, draft=True)) == ["H1 News", "N Hello."]
    for form in ("text", "json", "csv"):
        if where in ("grant", "round"):
            assert run(root, "totals", "--format", form).out == ""


OTHER_FAULTS = {
    "a required key is missing": statement("Zebedee", EXEMPT).replace("text: |", "txt: |"),
    "a kind that nobody knows": statement("Zebedee", EXEMPT).replace("statement", "zebedee"),
    "no kind": statement("Zebedee", EXEMPT).replace("kind: statement\n", ""),
    "an unreadable date": statement("Zebedee", EXEMPT + "date: Zebedee\n"),
    "a priority that is not in the plan": statement("Zebedee", EXEMPT + "priority: Zebedee\n"),
    "a placeholder that cannot be filled": statement("Zebedee {{ Zebedee }}", EXEMPT),
    "an exempt grant's amount": funding_round(
        "- {recipient: Zebedee, purpose: Zebedee, amount: Zebedee, exempt: {paragraph: 1, reason: Zebedee}}"
    ),
    "an exempt grant without a purpose": funding_round(
        "- {recipient: Zebedee, amount: '£98,765', exempt: {paragraph: 1, reason: Zebedee}}"
    ),
    "a round without a fund": funding_round(GRANTS).replace("fund: Safer Streets Fund\n", ""),
    "a strand that the fund does not have": funding_round(GRANTS),
}


@pytest.mark.parametrize("fault", OTHER_FAULTS)
def test_no_fault_listed_in_a_draft_tells_of_what_is_exempt(tmp_path: Path, fault: str) -> None:
    """The faults in front of a draft are told with their words, but never those of an entry that holds exempt matter."""
    files = {
        "2023-10-03/paper": paper("secret", "visit", "vist"),
        "secret": OTHER_FAULTS[fault],
        "visit": statement("Hello.", "owner: An Thorne\n"),
    }
    root = write(tmp_path, files)
    _, words, record = built(root, "2023-10-03", "--draft")
    assert_clean(words)
    assert_clean(record)
    assert "no entry is named “vist”" in words
    assert "“An Thorne” is not among the people" in words
    assert "not told here, because the entry holds exempt matter" in words


@pytest.mark.parametrize(
    "items",
    [
        ("Zebedee", "Zebede"),
        ("Zebedee", "Zebedee"),
        ("Zebedee", "shared"),
    ],
)
def test_no_fault_of_the_paper_names_an_exempt_entry(tmp_path: Path, items: tuple[str, ...]) -> None:
    """A mistyped or repeated item is not answered, in a draft, with the name of an entry that is exempt."""
    files = {
        "2023-10-03/paper": paper("visit", *items),
        "Zebedee": statement("Zebedee", EXEMPT),
        "visit": statement("Hello."),
        "a/shared": statement("One."),
        "b/shared": statement("Two."),
    }
    root = write(tmp_path, files)
    _, words, _ = built(root, "2023-10-03", "--draft")
    # What the officer typed in the paper itself is the paper's own.
    assert "Zebedee" not in words
    assert ("2 files" in words) == ("shared" in items)


def test_an_entry_with_an_ordinary_fault_is_told_of_in_full(tmp_path: Path) -> None:
    """Faults of public entries keep their words in a draft: nothing is hushed up that need not be."""
    files = {"2023-10-03/paper": paper("visit", "chat"), "visit": "kind: statement\n", "chat": statement("Hello.")}
    _, words, _ = built(write(tmp_path, files), "2023-10-03", "--draft")
    assert "visit: “text” is missing" in words
    assert "[visit: left out of this draft]" in words
    assert "exempt" not in words


@pytest.mark.parametrize("typed", ["    exempt: {paragraph: 3, reason: r}\n", "    exmpt: yes\n"])
def test_no_draft_is_made_of_a_paper_that_marks_a_section_exempt(tmp_path: Path, typed: str) -> None:
    """Only entries and grants can be exempt: where I mark a section, nothing is built until I have said it properly."""
    files = {"2023-10-03/paper": paper("visit") + typed, "visit": statement("Zebedee")}
    root = write(tmp_path, files)
    assert run(root, "build", "2023-10-03", "--draft").code == 1
    made = make(surveyed(root, {}), "2023-10-03", root, draft=True)
    assert made.data is None
    assert "W505" in codes(made.findings)


@pytest.mark.parametrize(
    "typed",
    [
        "text: |\n  Zebedee\n  exempt:\n    paragraph: 3\n    reason: r\n",
        "text: |\n  Zebedee\n\n  Exempt:\n  reason: r\n",
        "text: >\n  Zebedee\n\n  exempt: {paragraph: 3, reason: r}\n",
        "text: |\n  Zebedee\n\n  exempt\n  paragraph: 3\n  reason: r\n",
    ],
)
def test_exempt_set_in_too_far_is_not_printed_as_words(tmp_path: Path, typed: str) -> None:
    """Typed beneath `text` by mistake, `exempt` would be printed and keep nothing out: that is an error, at its line."""
    files = {
        "2023-10-03/paper": paper("secret", "visit"),
        "secret": f"kind: statement\n{typed}",
        "visit": statement("Hello."),
    }
    (error,) = of_code(found(tmp_path, files), "Y115")
    assert (error.severity.value, error.place.path) == ("error", "entries/secret.yaml")
    assert error.place.line == 2 + next(number for number, line in enumerate(typed.split("\n")) if "xempt" in line)
    assert run(tmp_path, "build", "2023-10-03").code == 1
    assert outline(composed(tmp_path, {}, draft=True)) == ["H1 News", "N Hello."]


@pytest.mark.parametrize(
    "words",
    [
        "Exempt matter is taken last.",
        "exempt: these words",
        "Exemptions:\n\n- one\n- two",
        "Exempt",
        "The clerk is exempt:",
    ],
)
def test_the_word_itself_may_be_printed(tmp_path: Path, words: str) -> None:
    """A public text may speak of exemptions, at the beginning of a line too."""
    files = {"2023-10-03/paper": paper("visit"), "visit": statement(words)}
    assert found(tmp_path, files) == []
    assert len(outline(composed(tmp_path, files))) >= 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *product(
            ("exempt", "Exempt", "EXEMPT", "exmpt", "exemt", "exempts", "exempted", "exemption", "not exempt"), (True,)
        ),
        *product(("text", "date", "except", "owner", "evidence", "reason", "", "expert"), (False,)),
    ],
)
def test_what_is_taken_for_exempt(typed: str, meant: bool) -> None:
    """Slips in the word are taken for it; other keys are not."""
    assert means_exempt(typed) is meant
