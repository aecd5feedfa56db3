"""Evidence: the arithmetic or source that stands behind a figure typed in prose."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import paper, surveyed

from pcp_reports.checks.evidence import proved
from pcp_reports.evidence.arithmetic import LONGEST, Arithmetic, Source, Unread, read_evidence
from pcp_reports.evidence.wording import as_printed, find_words
from pcp_reports.judging import Verdict
from pcp_reports.reconciling import tied, used_in_evidence

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

TEXT = """\
Over July and August officers dealt with over 400 individuals for disorder.

- 130 people were arrested for supplying drugs.
- 278 people were arrested for criminal damage.
"""


def workspace(root: Path, evidence: str, text: str = TEXT, more: str = "") -> Survey:
    """Return a workspace with one operation: its text, its evidence as typed, and more keys."""
    rows = "".join(f"  {line.strip()}\n" for line in evidence.strip().splitlines())
    body = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    entry = f"kind: operation\nname: Operation Harvest\n{more}evidence:\n{rows}text: |\n{body}"
    return surveyed(root, {"2023-10-03/paper": paper("harvest"), "2023-10-03/harvest": entry})


def said(root: Path, evidence: str, text: str = TEXT, more: str = "") -> list[Finding]:
    """Return what is said of an operation's evidence."""
    return list(proved(workspace(root, evidence, text, more)))


# -- reading what is behind the colon

ARITHMETIC = {
    "130 + 278": "408",
    "130+278": "408",
    "130 plus 278": "408",
    "408 - 8": "400",
    "408 − 8": "400",
    "(130 + 278) / 2": "204",
    "(130 + 278) ÷ 2": "204",
    "40 × £1,350": "54000",
    "40 x £1,350": "54000",
    "40 * £1,350": "54000",
    "3 * £8,420 + 40 x £1,350": "79260",
    "£132,650 + £54,000": "186650",
    "£132,650 + 54,000": "186650",
    "£1.2m + £800k": "2000000",
    "£9,500.50 + £10": "9510.50",
    "15% of 2,720": "408",
    "70% - 52%": "18",
    "130 + 278 = 408": "408",
    "408 = 130 + 278": "408",
    "408": "408",
    "2 × (3 + (4 - 1))": "12",
    "-5 + 10": "5",
    "130 (custody log) + 278": "408",
    "130 arrests for drugs (Op Warrior log) + 278 arrests for damage": "408",
    "130 arrests in July 2023 + 278 arrests under section 23": "408",
    "130 anti-social behaviour warnings + 278 drug-related arrests": "408",
    "custody log: 130 + 278": "408",
    "custody log: 130 + crime system: 278": "408",
    "130 + 278 (custody log)": "408",
    "130 + 278, custody log": "408",
    "130 + 278 - custody log": "408",
    "408 (custody log, 31 August)": "408",
}
SOURCES = (
    "the Government's Anti-social Behaviour Action Plan",
    "Op Warrior log 12/07/2023",
    "2023/24 annual report, p. 16",
    "2021-22 outturn",
    "2021-2025 plan",
    "999 call data 2022/23",
    "14 - 16 August patrol log",
    "14 – 16 August",
    "3 October 2023 minutes",
    "12/07/2023 log",
    "360Giving data",
    "2021 Census",
    "2021 Census + 2011 Census",
    "24/7 response log",
    "4x4 vehicle log",
    "130 – custody log",
    "130 arrests 1 July - 31 August + 278",
    "Table 3 + Table 4",
    "PCC decision 2023/14",
    "Home Office, 2 October 2023",
    "01772 533587",
    "Q1 130 + Q2 278",
    "£16k in fines, 204 notices",
    "52% → 70%",
)
UNREAD = {
    "130 +": "a number is missing at its end",
    "130 + + 278": "a number is missing between two of its signs",
    "130 / 0": "it divides by 0",
    "130 / (5 - 5)": "it divides by 0",
    "13O + 278": "“13O” is no number",
    "130 + 278 = 418": "it comes to 408, and not to 418 as it says",
    "130 and 278": "no sign says what is to be done with its numbers",
    "130, 278 and 12": "no sign says what is to be done with its numbers",
    "40 grants of £1,000 each": "the amount £1,000 stands among the words behind 40",
    "40 @ £1,350": "the amount £1,350 stands among the words behind 40",
    "£8.420 × 3": "“£8.420” may be £8,420 or £8.42",
    "1,35 + 4": "the comma in “1,35” does not set off thousands",
    "((130 + 278)": "a bracket is not closed",
    "130 + 278)": "a bracket is closed that was not opened",
    "£5 × £4": "pounds are multiplied by pounds",
    "£9.5 + £3": "“£9.5” has pence that are not two figures",
    "1234567890123456 + 1": "“1234567890123456” has more than 15 digits",
    f"{'(' * 21}1 + 1{')' * 21}": "more than 20 brackets stand within each other",
    " + ".join(["1"] * 201): "it has more than 200 numbers",
    "999999999999 × 999999999999": "it comes to more than any paper tells of",
    "5 × 4 = 20 = 20": "it has more than one “=”",
}


@pytest.mark.parametrize(("words", "value"), ARITHMETIC.items())
def test_arithmetic_is_worked_out_as_typed(words: str, value: str) -> None:
    """I type a sum as I would on paper, and it is worked out exactly."""
    read = read_evidence(words)
    assert isinstance(read, Arithmetic)
    assert read.value == Decimal(value)


@pytest.mark.parametrize("words", SOURCES)
def test_a_source_is_not_taken_for_arithmetic(words: str) -> None:
    """The name of a report or a log is a name, whatever dates and numbers it has."""
    assert read_evidence(words) == Source(words)


@pytest.mark.parametrize(("words", "reason"), UNREAD.items())
def test_arithmetic_that_cannot_be_worked_out_says_why(words: str, reason: str) -> None:
    """A slip in my sum is named, and never worked out to something I did not mean."""
    read = read_evidence(words)
    assert isinstance(read, Unread)
    assert read.reason == reason


def test_what_to_type_is_offered_where_it_is_plain() -> None:
    """Where only one thing can be meant, I am shown it."""
    offers = {
        words: read.instead for words in UNREAD if isinstance(read := read_evidence(words), Unread) and read.instead
    }
    assert offers == {
        "130 and 278": "130 + 278",
        "130, 278 and 12": "130 + 278 + 12",
        "40 grants of £1,000 each": "40 × £1,000",
        "40 @ £1,350": "40 × £1,350",
        "£8.420 × 3": "£8,420",
    }


def test_more_words_than_a_sum_has_are_asked_about() -> None:
    """A whole page pasted in by accident is not worked out, and does not pass as a source."""
    assert isinstance(read_evidence("1 + " * LONGEST + "1"), Unread)


@given(st.text(max_size=60) | st.text("0123456789 +-×x*/÷()=£,.km%abcof:–", max_size=40))
def test_nothing_typed_as_evidence_stops_the_check(words: str) -> None:
    """Whatever I type behind the colon, I am answered."""
    read = read_evidence(words)
    assert isinstance(read, (Arithmetic, Source, Unread))
    if isinstance(read, Arithmetic):
        assert read.outcome


SUMS = st.recursive(
    st.integers(0, 10_000).map(lambda number: (f"{number:,}", Fraction(number))),
    lambda inner: st.tuples(inner, st.sampled_from("+-×/"), inner).map(
        lambda row: (
            f"({row[0][0]} {row[1]} {row[2][0]})",
            {
                "+": row[0][1] + row[2][1],
                "-": row[0][1] - row[2][1],
                "×": row[0][1] * row[2][1],
                "/": row[0][1] / row[2][1] if row[2][1] else Fraction(0),
            }[row[1]],
        )
    ),
    max_leaves=6,
)


@given(SUMS)
def test_every_sum_comes_to_what_it_comes_to_on_paper(made: tuple[str, Fraction]) -> None:
    """Brackets, and × before +, are kept to whatever the sum."""
    words, exact = made
    read = read_evidence(words)
    if isinstance(read, Arithmetic):
        assert read.exact == exact
    else:
        assert isinstance(read, Unread)
        assert read.reason in ("it divides by 0", "it comes to more than any paper tells of")


# -- held against the text


def test_sound_evidence_says_nothing(tmp_path: Path) -> None:
    """Words that stand in the text, and a sum that bears them out, need no word from anybody."""
    assert said(tmp_path, "over 400 individuals: 130 + 278") == []


CLEAN = (
    ("Over 400 individuals", "The team saw over 400 individuals: 130 for drugs, 278 for damage.", "130 + 278"),
    ("over 400 individuals", "They dealt with over\n**400** individuals: 130 and 278.", "130 + 278"),
    ("the force's 408 arrests", "It is the force’s 408 arrests, 130 and 278.", "130 + 278"),
    (
        "over 400 individuals",
        "They dealt with [over 400 individuals](https://example.org/p), 130 and 278.",
        "130 + 278",
    ),
    ("an average of 4.5 a day", "There were 408 arrests in 90 days, an average of 4.5 a day.", "408 / 90"),
    ("up 114%", "It went from 130 to 278, up 114%.", "(278 - 130) / 130"),
    ("up 114%", "It went from 130 to 278, up 114%.", "(278 - 130) / 130 × 100"),
    ("down 12%", "It went from 100 to 88, down 12%.", "(88 - 100) / 100"),
    ("up 18 percentage points", "From 52% to 70%, up 18 percentage points.", "70% - 52%"),
    ("£54,000 of damage", "Damage in 40 cases at £1,350 each is £54,000 of damage.", "40 × £1,350"),
    ("£54k of damage", "Damage in 40 cases, £54k of damage.", "40 × £1,350 (Home Office unit cost)"),
    ("over 400 individuals", "Officers dealt with over 400 individuals.", "130 (custody log) + 278 (crime system)"),
    ("over 400 individuals", "Officers dealt with over 400 individuals.", "custody log: 130 + 278"),
    ("an average of 204", "Two months had 130 and 278, an average of 204.", "(130 + 278) / 2"),
    ("£2m of extra funding", "There is £2m of extra funding.", "the Home Office's letter of 3 July"),
    ("a third of residents", "It is backed by a third of residents.", "2023 survey"),
    ("the best team in England", "We have the best team in England.", "Police Federation awards 2023"),
    ("400", "There were 1,400 calls, and 400 of them were answered at once by 130 and 270 staff.", "130 + 270"),
)


@pytest.mark.parametrize(("words", "text", "behind"), CLEAN)
def test_evidence_that_holds_is_left_alone(words: str, text: str, behind: str, tmp_path: Path) -> None:
    """A sum that bears the words out is taken as I typed it, whatever marks and breaks the text has."""
    assert said(tmp_path, f'"{words}": "{behind}"', text) == []


def test_numbers_among_the_figures_are_not_from_nowhere(tmp_path: Path) -> None:
    """A number that I keep under figures, in full or as a part, may stand in a sum."""
    figures = "figures:\n  arrests: 130\n  damage: {now: 278, was: 270}\n"
    assert said(tmp_path, "over 400 individuals: 130 + 278", "They saw over 400 individuals.", figures) == []


def test_words_put_in_by_a_placeholder_need_no_evidence(tmp_path: Path) -> None:
    """Words that read right in the finished paper are not called missing."""
    figures = 'figures:\n  arrests: "408"\n'
    text = 'There were {{ figure("arrests") }} arrests.'
    assert said(tmp_path, "408 arrests: custody log", text, figures) == []


@pytest.mark.parametrize(
    ("text", "words", "times"),
    [
        ("It took 4.5 days.", "took 4", 0),
        ("It took 4 days.", "took 4", 1),
        ("It took 1,400 days.", "400 days", 0),
        ("It took 40% of it.", "took 40", 0),
        ("It cost £400 a day.", "400 a day", 1),
        ("Over 400 came, over 400 left.", "over 400", 1),
        ("Over 400 came.", "over 400", 1),
        ("They saw **over\n400** men — “most” of them.", 'over 400 men - "most" of them', 1),
    ],
)
def test_words_are_looked_for_as_they_are_read(text: str, words: str, times: int) -> None:
    """A number is never found inside another one, and marks, breaks and curly quotes do not hide my words."""
    assert len(find_words(as_printed(text), words)) == times


FAULTY = (
    ("over 450 individuals", TEXT, "130 + 278", "F211"),
    ("over 400 persons", TEXT, "130 + 278", "F211"),
    ("40 individuals", "There were 140 individuals.", "custody log", "F211"),
    ("400", "They saw 400 men and 400 women.", "custody log", "F212"),
    ("over 400 individuals", TEXT.replace("400", "500"), "130 + 278", "F211"),
    ("over 500 individuals", TEXT.replace("400", "500"), "130 + 278", "F213"),
    ("408 individuals", TEXT.replace("over 400", "408"), "278 - 130", "F213"),
    ("£50,000 of damage", "In 40 cases at £1,350 there was £50,000 of damage.", "40 × £1,350", "F213"),
    ("up 18%", "It rose from 52 to 70, up 18%.", "(70 - 52) / 52", "F213"),
    ("an average of 6 a day", "There were 408 arrests in 90 days, an average of 6 a day.", "408 / 90", "F213"),
    ("fewer than 400 individuals", "There were fewer than 400 individuals, 130 and 278.", "130 + 278", "F213"),
    ("over 400 individuals", TEXT.replace("278", "279"), "130 + 278", "F214"),
    ("over 400 individuals", "They dealt with over 400 individuals.", "130 (custody log) + 278", "F214"),
    ("£54,000 of damage", "There was £54,000 of damage.", "40 (crime system) × £1,350", "F214"),
    ("over 400 individuals", TEXT, "130 + ", "F215"),
    ("over 400 individuals", TEXT, "130 and 278", "F215"),
    ("over 400 individuals", TEXT, "£130 + £278", "F215"),
    ("the biggest operation", "It was the biggest operation, with 130 and 278.", "130 + 278", "F216"),
    ("£54,001 of damage", "In 40 cases at £1,350 there was £54,001 of damage.", "40 × £1,350", "F203"),
    ("over 200 individuals", TEXT.replace("400", "200"), "130 + 278", "F204"),
)


@pytest.mark.parametrize(("words", "text", "behind", "code"), FAULTY)
def test_evidence_that_does_not_hold_is_named(words: str, text: str, behind: str, code: str, tmp_path: Path) -> None:
    """Each way in which my evidence can fail is named, once and by its name."""
    found = said(tmp_path, f'"{words}": "{behind}"', text)
    assert [one.code for one in found] == [code]


def test_a_figure_that_changed_is_offered(tmp_path: Path) -> None:
    """When the number in the text moved on, I am shown the words that it became."""
    (finding,) = said(tmp_path, "over 400 individuals: 130 + 278", TEXT.replace("400", "450"))
    assert "the nearest words there are “over 450 individuals”" in finding.message
    assert finding.hint.startswith("Type “over 450 individuals” before the colon")


def test_the_sum_the_claim_and_the_difference_are_all_said(tmp_path: Path) -> None:
    """I see what the numbers come to, what the text says, and how far apart they are."""
    (finding,) = said(tmp_path, "over 500 individuals: 130 + 278", TEXT.replace("400", "500"))
    assert finding.message == (
        "harvest, evidence: 130 + 278 comes to 408, but the text says “over 500 individuals”; that is 92 too many."
    )
    assert (finding.place.line, finding.place.column) == (4, 25)


def test_exempt_matter_is_not_repeated(tmp_path: Path) -> None:
    """Nothing of an exempt entry's text stands in what is printed about the paper."""
    exempt = "exempt:\n  paragraph: 7\n  reason: a live investigation\n"
    assert said(tmp_path, "over 500 individuals: 130 + 278", TEXT, exempt) == []


# -- what the evidence sheet is told


def test_every_figure_with_evidence_is_tied_once(tmp_path: Path) -> None:
    """The evidence sheet shows the sum behind a figure, the name of a source, and what a number was used in."""
    survey = workspace(
        tmp_path,
        "over 400 individuals: 130 + 278\n£2m of extra funding: the Action Plan",
        "There is £2m of extra funding.\n\n" + TEXT,
    )
    (entry,) = survey.register.entries
    assert [(one.said.claim.text, one.verdict, one.basis, one.sourced) for one in tied(entry, "en_GB")] == [
        ("£2m", Verdict.CANNOT_CHECK, "the Action Plan", True),
        ("over 400", Verdict.WITHIN_BOUND, "130 + 278 = 408", False),
    ]
    assert [(one.said.claim.text, one.words) for one in used_in_evidence(entry, "en_GB")] == [
        ("130", "over 400 individuals"),
        ("278", "over 400 individuals"),
    ]


# -- points, and sums in words


CONFIDENCE = "Confidence {} by {} to 69.8% from 67.4%."


def test_points_called_per_cent_are_named(tmp_path: Path) -> None:
    """One per cent less another is points: I am told what the per cent would mean, and what to type."""
    (warning,) = said(tmp_path, "2.4%: 69.8% - 67.4%", CONFIDENCE.format("rose", "2.4%"))
    assert warning.code == "F217"
    assert warning.message == (
        "harvest, evidence: from 67.4% to 69.8% is 2.4 percentage points, but the text says “2.4%”; “2.4%” would mean "
        "67.4% to 69%."
    )
    assert warning.hint == "Type “2.4 points” for “2.4%”, in the text and before the colon."
    (tie,) = tied(
        workspace(tmp_path, "2.4%: 69.8% - 67.4%", CONFIDENCE.format("rose", "2.4%")).register.entries[0], "en_GB"
    )
    assert (tie.verdict, tie.basis) == (Verdict.DISAGREES, "69.8% - 67.4% = 2.4 points")


@pytest.mark.parametrize(
    ("words", "text", "behind"),
    [
        ("2.4 points", CONFIDENCE.format("rose", "2.4 points"), "69.8% - 67.4%"),
        ("2.4 percentage points", CONFIDENCE.format("rose", "2.4 percentage points"), "69.8% - 67.4%"),
        ("3.6%", CONFIDENCE.format("rose", "3.6%"), "(69.8% - 67.4%) / 67.4%"),
        ("30%", "Theft fell; 30% were others, and 70% (of 100%) burglary.", "100% - 70%"),
        ("20%", "Of 60% who agreed, 40% strongly, 20% agreed a little.", "60% - 40%"),
        ("60%", "Up to 60% agreed: 40% strongly, 20% a little.", "40% + 20%"),
    ],
)
def test_a_per_cent_that_may_be_meant_is_let_alone(words: str, text: str, behind: str, tmp_path: Path) -> None:
    """Points called points, a share of the start, what is left of the whole, and shares that add up are right."""
    assert said(tmp_path, f"{words}: {behind}", text) == []


@pytest.mark.parametrize(("words", "gap"), [("2.8 points", "0.4 points too high"), ("1.4%", "1 point too low")])
def test_what_lies_between_two_per_cents_is_told_in_points(words: str, gap: str, tmp_path: Path) -> None:
    """How far a per cent is out is no per cent of anything."""
    (warning,) = said(tmp_path, f"{words}: 69.8% - 67.4%", CONFIDENCE.format("rose", words))
    assert (warning.code, gap in warning.message) == ("F213", True)
    assert "comes to 2.4 points" in warning.message


@pytest.mark.parametrize(
    ("behind", "typed"),
    [
        ("sum of 130 arrests and 278 fines (custody system)", "130 (arrests) + 278 (fines)"),
        ("the total of 130 arrests and 278 fines", "130 (arrests) + 278 (fines)"),
        ("the sum of 130 and 278", "130 + 278"),
        ("custody system, 130 arrests and 278 fines together", "130 (arrests) + 278 (fines)"),
        ("custody system, 130 arrests plus 278 fines", "130 (arrests) + 278 (fines)"),
        ("custody system, 130 arrests and 288 fines", "130 (arrests) + 288 (fines)"),  # they come to 418
    ],
)
def test_a_sum_in_words_is_no_source(behind: str, typed: str, tmp_path: Path) -> None:
    """Nobody can check a sum that is told in words, so I am told how to type it."""
    (warning,) = said(tmp_path, f"418 people: {behind}", "The team dealt with 418 people.")
    assert (warning.code, warning.hint) == ("F215", f"Type: 418 people: {typed}")
    assert warning.message.endswith("cannot be worked out, because its sum is written in words.")


@pytest.mark.parametrize(
    "source",
    [
        "Survey of 1,050 residents and 40 officers",
        "Home Office, tables 3 and 4",
        "Crime Survey 2021 and 2022",
        "Custody log for April and May, total of 418 in 40 sites",
        "Report of 12 May and 3 June",
        "Annual report 2022/23, total of pages 4 and 5",
    ],
)
def test_a_source_with_numbers_is_no_sum(source: str, tmp_path: Path) -> None:
    """A source may have numbers and an “and” in its name."""
    assert said(tmp_path, f"418 people: {source}", "The team dealt with 418 people.") == []


@pytest.mark.parametrize("words", ["tbc", "TBC.", "?", "n/a", "-", "…", "to follow", "me"])
def test_what_only_holds_a_place_is_no_source(words: str) -> None:
    """“tbc” is not the name of a source, and a figure with it behind is not called sourced."""
    read = read_evidence(words)
    assert isinstance(read, Unread)
    assert read.empty


def test_a_sum_typed_as_in_a_spreadsheet_is_worked_out() -> None:
    """An equals sign in front is how sums are typed in Excel."""
    read = read_evidence("=130+278")
    assert isinstance(read, Arithmetic)
    assert read.exact == 408
