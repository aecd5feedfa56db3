"""What an office types in its own words where a key, a language or a change has a set form: the line to type is offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import OFFICE, codes, found, funding_round, of_code, paper, statement, surveyed, write

from pcp_reports.changes import read_change
from pcp_reports.checks import check
from pcp_reports.mending import mend
from pcp_reports.model.change_slips import slip
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

UNDER = """\
funds:
  Safer Streets Fund:
    Community Fund:
      most: £10,000
    # once a year
    Innovation Fund:

    Fighting Crime Grants:
  Small Grants:
"""
BENEATH = OFFICE[OFFICE.index("funds:") : OFFICE.index("standing:")]
ROUND = funding_round("Community Fund:\n  - recipient: Rowers\n    purpose: boats\n    amount: £500\n")
FILES = {"2023-10-03/paper": paper("winter"), "2023-10-03/winter": ROUND}


# -- a change


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("doubled", "up 100%"), ("has doubled", "up 100%"), ("more than doubled", "up more than 100%"),
        ("halved", "down 50%"), ("Trebled", "up 200%"), ("no change", "none"), ("unchanged", "none"),
        ("remained the same", "none"), ("0%", "none"), ("increased by 5%", "up 5%"), ("5% up", "up 5%"),
        ("rise of 5%", "up 5%"), ("a 5% increase", "up 5%"), ("fell 3%", "down 3%"), ("fell by over £3,000", "down over £3,000"),
        ("a reduction of 3 points", "down 3 points"), ("5% fewer crimes", "down 5%"), ("74% higher", "up 74%"),
        ("+4%", "up 4%"), ("-12%", "down 12%"), ("− £300", "down £300"), ("grew 5 per cent.", "up 5 per cent"),
    ],
)  # fmt: skip
def test_a_change_in_other_words_is_answered_with_the_line_to_type(words: str, typed: str) -> None:
    """However I say that a figure rose or fell, I am shown what to type, and that can be worked with."""
    clause, hint = slip(words, alone=False)
    assert hint == f"Type: {typed}"
    assert clause != "does not say which way the figure moved"
    assert read_change(typed) is not None
    assert (read_change(typed).size is not None) == (typed != "none")  # type: ignore[union-attr] # see above


@pytest.mark.parametrize(
    ("words", "clause", "hint"),
    [
        ("12%", "does not say which way the figure moved", "Type: up 12%, or: down 12%"),
        ("up", "does not say by how much the figure moved", "Type up or down and by how much, as in up 5%."),
        ("improved", "does not say by how much the figure moved", "Type up or down and by how much, as in up 5%."),
        ("from 52% to 70%", "is a start and an end, and no change", "Type: was: 52% ⏎ now: 70%"),
        ("better", "cannot be read as a change", "Type up or down and by how much, as in up 5%, or none."),
        ("rose to 7", "cannot be read as a change", "Type up or down and by how much, as in up 5%, or none."),
        ("5% more or less", "cannot be read as a change", "Type up or down and by how much, as in up 5%, or none."),
    ],
)
def test_what_a_change_lacks_is_said_as_it_is(words: str, clause: str, hint: str) -> None:
    """A figure without its way, a way without its figure and words that tell neither are three different faults."""
    assert slip(words) == (clause, hint)


def test_a_start_and_an_end_are_offered_where_they_may_stand(tmp_path: Path) -> None:
    """Beside `change` I may give was and now; behind a place of `elsewhere` I may not, and am not told so."""
    more = "figures:\n  thefts:\n    change: doubled\n    elsewhere:\n      Barchester: doubled\n"
    files = {"2023-10-03/paper": paper("harbour"), "2023-10-03/harbour": statement("Fine.", more)}
    first, second = of_code(found(tmp_path, files), "M112")
    assert first.message == "harbour, figures, thefts, change: “doubled” cannot be worked with."
    assert first.hint == "Type: up 100% (or give “was” and “now” in place of the change)"
    assert second.hint == "Type: up 100%"


@given(st.text(max_size=300))
def test_any_words_for_a_change_are_answered(words: str) -> None:
    """Whatever stands there, there is a sentence and something to do."""
    clause, hint = slip(words)
    assert clause
    assert hint.startswith("Type")


# -- the language


@pytest.mark.parametrize("typed", ["en-GB", "en_gb", "EN_GB"])
def test_a_hyphen_in_the_language_is_as_good_as_a_line(tmp_path: Path, typed: str) -> None:
    """The form that Word and web pages use is taken as it is."""
    made = surveyed(tmp_path, {**FILES, "office": f"{OFFICE}language: {typed}\n"})
    assert made.register.language == "en_GB"
    assert check(made) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("cy", "cy_GB"), ("cym", "cy_GB"), ("welsh", "cy_GB"), ("Welsh", "cy_GB"), ("Cymraeg", "cy_GB"),
     ("en", "en_GB"), ("english", "en_GB"), ("British English", "en_GB"), ("en-US", "en_GB")],
)  # fmt: skip
def test_a_language_by_its_name_is_answered_with_the_line_to_type(tmp_path: Path, typed: str, meant: str) -> None:
    """I am told en_GB or cy_GB with their capitals, and `check --fix` types it."""
    files = {**FILES, "office": f"{OFFICE}language: {typed}\n"}
    (finding,) = found(tmp_path, files)
    assert (finding.code, finding.message) == ("M109", f"office, language: “{typed}” is not en_GB or cy_GB.")
    assert finding.hint == f"Type: language: {meant}"
    mend(tmp_path, [finding])
    mended = survey(load(tmp_path))
    assert check(mended) == []
    assert mended.register.language == meant


@pytest.mark.parametrize("typed", ["fr_FR", "Welsh and English", "both"])
def test_a_language_that_cannot_be_told_is_asked_for(tmp_path: Path, typed: str) -> None:
    """Where two languages or another one stand, I choose."""
    (finding,) = of_code(found(tmp_path, {**FILES, "office": f"{OFFICE}language: {typed}\n"}), "M109")
    assert finding.hint == "Type en_GB for papers in English, cy_GB for papers in Welsh."
    assert finding.fix is None


# -- the strands of a fund


def test_strands_right_under_their_fund_are_told_once_and_mended(tmp_path: Path) -> None:
    """Where I forgot “strands:”, one finding says so with the lines as they should be, and no round is called wrong."""
    office = OFFICE.replace(BENEATH, UNDER)
    (finding,) = found(tmp_path, {**FILES, "office": office})
    assert finding.code == "M103"
    assert finding.message == (
        "office, funds, Safer Streets Fund: “Community Fund”, “Innovation Fund” and “Fighting Crime Grants” are not keys"
        " that are known here; the strands of a fund stand beneath “strands:”."
    )
    assert finding.hint == (
        "Type: Safer Streets Fund: ⏎   strands: ⏎     Community Fund: ⏎     Innovation Fund: ⏎     Fighting Crime Grants:"
    )
    mend(tmp_path, [finding])
    mended = survey(load(tmp_path))
    assert check(mended) == []
    (fund, _) = mended.register.office.funds.values()  # type: ignore[union-attr] # the office is there
    assert [(name, str(strand.most)) for name, strand in fund.strands.items()] == [
        ("Community Fund", "£10,000"),
        ("Innovation Fund", "None"),
        ("Fighting Crime Grants", "None"),
    ]


def test_the_rules_of_strands_right_under_their_fund_are_read_all_the_same(tmp_path: Path) -> None:
    """An amount beneath such a strand that cannot be read is told at once, too."""
    office = OFFICE.replace(BENEATH, UNDER.replace("£10,000", "£10.000"))
    assert sorted(codes(found(tmp_path, {**FILES, "office": office}))) == ["G101", "M103"]


def test_a_hundred_strands_are_shown_in_part(tmp_path: Path) -> None:
    """The sentence stays a sentence."""
    many = "funds:\n  Safer Streets Fund:\n" + "".join(f"    Strand {number}:\n" for number in range(100))
    (finding,) = of_code(found(tmp_path, {**FILES, "office": OFFICE.replace(BENEATH, many)}), "M103")
    assert "“Strand 0”, “Strand 1”, “Strand 2” and 97 more are not keys" in finding.message
    assert finding.hint.endswith("    Strand 2: ⏎     …")


@pytest.mark.parametrize(
    "wrong",
    ["strand:\n      Community Fund:\n", "strands:\n    Community Fund:\n", "budget: £5,000\n", "most: £5\n", "notes: ours\n"],
)  # fmt: skip
def test_other_keys_under_a_fund_are_told_as_before(tmp_path: Path, wrong: str) -> None:
    """A slip in “strands” itself, and a rule or note under the fund, are not taken for strands."""
    office = OFFICE.replace(BENEATH, f"funds:\n  Safer Streets Fund:\n    {wrong}")
    messages = [
        one.message for one in of_code(check(survey(load(write(tmp_path, {**FILES, "office": office})))), "M103")
    ]
    assert messages
    assert not any(re.search("the strands of a fund stand", message) for message in messages)
