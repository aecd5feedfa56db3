"""A sum that somebody types in Word is held against what the ledger knows of strand, round and year, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from support import THREE_STRANDS, funding_round, paper, statement

from pcp_reports.claims import find
from pcp_reports.comparing.words.named_sums import named_sum
from pcp_reports.dates import PartialDate
from pcp_reports.judging import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from pcp_reports.comparing.entries.change import Change, Figure

AUTUMN = "entries/funding/autumn.yaml"
SUMMER = """
    Community Fund:
      - {recipient: Hogglestock Band, purpose: drums, amount: '£20,650'}
    Innovation Fund:
      - {recipient: Plumstead Watch, purpose: lamps, amount: '£7,131'}
"""
LEAD = "These grants were made in September to 8 projects:"


def two_rounds(root: Path, text: str = LEAD, said: str = "Officers were busy.", more: str = "") -> Built:
    """Return a paper with a round of August (£27,781) and one of September (£73,719): £101,500 in 2023/24."""
    files = {
        f"{NAME}/paper": paper("summer", "autumn", "patrols"),
        "funding/summer": funding_round(SUMMER, text="Grants of the summer:", announced="2023-08"),
        "funding/autumn": funding_round(THREE_STRANDS + more, text=text),
        f"{NAME}/patrols": statement(said),
    }
    return workspace(root, files)


def headed(made: Built, words: str, of: str) -> _Element:
    """Return the line of a strand's name that stands behind the words given."""
    paragraphs = made.edited.paragraphs
    start = paragraphs.index(made.edited.having(of))
    return next(one for one in paragraphs[start:] if made.edited.text(one).strip() == words)


def figures(made: Built) -> list[Figure]:
    """Return the figures of all changes, in order."""
    return [figure for change in made.changes() for figure in change.figures]


def sentence(made: Built, words: str) -> Figure:
    """Type a clause into the text of the September round, and return what is made of the last figure in it."""
    made.edited.replace("to 8 projects:", f"to 8 projects{words}")
    return figures(made)[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (", of which the Community Fund had £54,879:", "The grants of Community Fund come to £53,879"),
        (", £54,879 of it from the Community Fund:", "The grants of Community Fund come to £53,879"),
        (" (Community Fund: £58,379):", "The grants of Community Fund come to £53,879"),
        (", £74,719 in all:", "The grants come to £73,719"),
        (", of which the Innovation Fund had £1,480:", "The grants of Innovation Fund come to £1,840"),
    ],
)
def test_a_wrong_sum_beside_its_name_is_called_wrong_and_left(tmp_path: Path, words: str, said: str) -> None:
    """Somebody typed a strand's or the round's sum with a digit wrong: I hear the right one, and nothing is written."""
    made = two_rounds(tmp_path)
    figure = sentence(made, words)
    assert figure.verdict is Verdict.DISAGREES
    assert figure.explanation == f"{said}, so “{figure.new}” is wrong."
    assert made.planned().files == {}
    (finding,) = [one for one in made.compared().findings if one.code == "W707"]
    assert f"“{figure.new}” is new. {said}" in finding.message


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ", of which the Community Fund had £53,879:",
            "The grants of Community Fund come to £53,879, as “£53,879” says.",
        ),
        (", £54k of it from the Community Fund:", "The grants of Community Fund come to £53,879, as “£54k” says."),
        (
            ", bringing the total this year to £101,500:",
            "The grants that the entries know of 2023/24 come to £101,500, as “£101,500” says.",
        ),
        (
            ", which takes the Community Fund in 2023/24 to £74,529:",
            "The grants of Community Fund that the entries know of 2023/24 come to £74,529, as “£74,529” says.",
        ),
    ],
)
def test_a_right_sum_beside_its_name_is_said_to_be_right_and_written(tmp_path: Path, words: str, said: str) -> None:
    """A sum that somebody worked out rightly in Word is borne out, and goes into the text."""
    made = two_rounds(tmp_path)
    figure = sentence(made, words)
    assert (figure.verdict.is_sound, figure.explanation) == (True, said)
    assert words in made.planned().files[AUTUMN].decode()


def test_a_years_total_typed_wrong_is_judged_by_all_its_rounds(tmp_path: Path) -> None:
    """The total of the year in Word is £1,000 out: I hear what the entries know, and that a round may be missing there."""
    made = two_rounds(tmp_path)
    figure = sentence(made, ", bringing the total this year to £102,500:")
    assert figure.verdict is Verdict.DISAGREES
    assert figure.explanation == (
        "The grants that the entries know of 2023/24 come to £101,500, so “£102,500” is wrong, unless a grant of that"
        " year stands in no entry."
    )
    assert made.planned().files == {}


def test_no_year_is_judged_by_rounds_of_which_one_is_exempt(tmp_path: Path) -> None:
    """Where a round is kept from the public, a total of the year that holds it is not called wrong: that would tell its sum."""
    files = {
        f"{NAME}/paper": paper("autumn"),
        "funding/autumn": funding_round(THREE_STRANDS, text=LEAD),
        "funding/secret": funding_round(SUMMER, more="exempt: {paragraph: 3, reason: safety}\n"),
    }
    made = workspace(tmp_path, files)
    figure = sentence(made, ", bringing the total this year to £74,729:")
    assert (figure.verdict, figure.explanation) == (
        Verdict.CANNOT_CHECK,
        "Nothing in the entries says whether it is right.",
    )


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Community Fund (£53,879):", Verdict.AGREES),
        ("Community Fund: £53,879", Verdict.AGREES),
        ("Community Fund (£58,379):", Verdict.DISAGREES),
    ],
)
def test_a_sum_typed_behind_a_strands_name_is_judged(tmp_path: Path, words: str, verdict: Verdict) -> None:
    """A sum put behind the name of a strand is that strand's in this round, and no other's."""
    made = two_rounds(tmp_path)
    made.edited.replace("Community Fund:", words, headed(made, "Community Fund:", LEAD))
    assert [one.verdict for one in figures(made)] == [verdict]


@pytest.mark.parametrize(
    ("behind", "words", "verdict"),
    [
        ("Rovers", "Total: £74,719", Verdict.DISAGREES),
        ("Rovers", "Total: £73,719", Verdict.AGREES),
        ("Rovers", "Total: £18,000", Verdict.AGREES),  # of the strand that it stands beneath
        ("Guides", "Total: £53,879", Verdict.AGREES),
        ("Guides", "Total for Community Fund: £54,879", Verdict.DISAGREES),
    ],
)
def test_a_line_with_a_total_beneath_the_grants_is_judged(
    tmp_path: Path, behind: str, words: str, verdict: Verdict
) -> None:
    """A line “Total” that somebody typed beneath grants may be the strand's or the round's; it is wrong if it is neither."""
    made = two_rounds(tmp_path)
    made.edited.add(made.edited.having(behind), words)
    assert [one.verdict for one in figures(made)] == [verdict]


def test_a_number_of_projects_beside_a_strands_sum_is_judged_with_it(tmp_path: Path) -> None:
    """“The Community Fund gave £53,879 to 7 projects”: the sum is right, and there were six."""
    made = two_rounds(tmp_path, f"{LEAD}\n\nHere they are.")
    made.edited.replace("Here they are.", "Here they are. The Community Fund gave £53,879 to 7 projects.")
    assert [(one.new, one.verdict) for one in figures(made)] == [("£53,879", Verdict.AGREES), ("7", Verdict.DISAGREES)]
    assert made.planned().files == {}


@pytest.mark.parametrize(
    "words",
    [
        ". Last year the Community Fund gave £54,900 to 6 projects:",
        ". The Community Fund had bids of £54,900:",
        ", from a Community Fund budget of £54,900:",
        ", including £54,900 from the Community Fund:",
        ", among them a share of £54,900 from the Community Fund:",
        ". The Community Fund gave £10,000 to 4 Me 2:",
        ", and £54,000 was raised by the Community Fund's partners:",
    ],
)
def test_a_figure_that_may_mean_something_else_is_never_called_wrong(tmp_path: Path, words: str) -> None:
    """Another year, bids, a budget, one grant: near a strand's sum and beside its name, and yet no mistake."""
    made = two_rounds(tmp_path)
    made.edited.replace(" to 8 projects:", f" to 8 projects{words}")
    assert not any(one.is_wrong for one in figures(made))
    assert "W707" not in {one.code for one in made.compared().findings}


def test_a_sum_of_another_round_is_named_and_left(tmp_path: Path) -> None:
    """The Community Fund's sum of the summer, typed into September's text: I hear whose it is, and decide myself."""
    made = two_rounds(tmp_path)
    figure = sentence(made, ", of which the Community Fund had £20,650:")
    assert figure.verdict is Verdict.CANNOT_CHECK
    assert figure.explanation == (
        "“£20,650” is what the grants of Community Fund in “summer” come to; those of Community Fund come to £53,879."
    )
    assert made.planned().files == {}


def test_a_known_sum_in_another_entry_is_named(tmp_path: Path) -> None:
    """In an entry that is no round, a figure that is a round's total to the pound is said to be that, and may be written."""
    made = two_rounds(tmp_path)
    made.edited.replace("Officers were busy.", "Officers were busy. The fund gave £73,719, and they £1,200.")
    assert [one.explanation for one in figures(made)] == [
        "“£73,719” is what the grants of “autumn” come to; nothing says whether it is meant so.",
        "Nothing in the entries says whether it is right.",
    ]


def test_amounts_that_cancel_out_are_told_together(tmp_path: Path) -> None:
    """£500 more here and £500 less there: I hear once and rightly that the round comes to what it came to before."""
    made = two_rounds(tmp_path)
    made.edited.replace("£10,000", "£10,500")
    made.edited.replace("£43,000", "£42,500")
    assert [one.explanation for one in figures(made)] == [
        "The entry says £43,000; with all that Word has otherwise the round comes to £73,719 as before.",
        "The entry says £10,000; with all that Word has otherwise the round comes to £73,719 as before.",
    ]


def test_a_grant_typed_over_with_another_of_its_amount_changes_no_total(tmp_path: Path) -> None:
    """One grant went and one came for as much: neither is said to change the total."""
    made = two_rounds(tmp_path)
    made.edited.replace("4 Me 2 – dance", "Framley Choir – a concert for carers and their families")
    assert [one.explanation for one in figures(made)] == [
        "With all that Word has otherwise the round comes to £73,719 as before."
    ] * 2


def test_a_grant_put_to_another_strand_changes_both_sums(tmp_path: Path) -> None:
    """A grant cut out of one strand and put into another is told with what both come to, and what of the text that spoils."""
    made = two_rounds(tmp_path, "These grants were made, of which £53,879 is from the Community Fund:")
    made.edited.move(made.edited.having("Guides"), made.edited.having("Shop Watch"))
    (figure,) = figures(made)
    assert (figure.old, figure.new) == ("£879 of Community Fund", "£879 of Innovation Fund")
    assert figure.verdict is Verdict.DISAGREES
    assert figure.explanation == (
        "The entry has it among the grants of Community Fund; with that the round comes to £73,719 as before, and"
        " Community Fund to £53,000 instead of £53,879 and Innovation Fund to £2,719 instead of £1,840, so “£53,879” in"
        " its text would be wrong."
    )


def test_a_strands_heading_moved_over_a_grant_moves_the_grant(tmp_path: Path) -> None:
    """Whether the grant went down or the heading up, the grant stands in the other strand, and I hear of it."""
    made = two_rounds(tmp_path)
    heading = headed(made, "Innovation Fund:", LEAD)
    made.edited.move(heading, made.edited.having("4 Me 2"))
    assert [one.new for one in figures(made)] == ["£879 of Innovation Fund"]


def test_a_total_that_only_unwritten_grants_bear_out_is_left(tmp_path: Path) -> None:
    """Somebody added a grant and mended the total: right in Word, wrong in the entry as long as nobody adds the grant there."""
    made = two_rounds(tmp_path, "In all £73,719 was awarded to 8 projects:")
    made.edited.add(made.edited.having("Rovers"), "Framley Choir – a concert – £1,000")
    made.edited.replace("£73,719", "£74,719")
    assert made.planned().files == {}
    (change,) = [one for one in made.changes() if one.path == AUTUMN and one.kind.value == "changed"]
    assert [one.verdict for one in change.figures] == [Verdict.AGREES]
    assert change.why == "it is right only with grants in Word that --apply does not write"


def test_an_amount_is_left_where_a_strands_sum_in_the_text_would_turn_wrong(tmp_path: Path) -> None:
    """The text says what the Community Fund came to: a new amount in it is not written while those words stand."""
    made = two_rounds(tmp_path, "These grants were made, of which £53,879 is from the Community Fund:")
    made.edited.replace("£10,000", "£10,500")
    assert made.planned().files == {}


def test_a_round_taken_out_whole_is_no_smaller_round(tmp_path: Path) -> None:
    """Where a round is no longer told in the paper, none of its grants is said to change its total."""
    made = two_rounds(tmp_path)
    for words in ("Grants of the summer", "Community Fund:", "Hogglestock", "Innovation Fund:", "Plumstead"):
        made.edited.delete(made.edited.having(words))
    deleted: list[Change] = [one for one in made.changes() if one.path == "entries/funding/summer.yaml"]
    assert deleted
    assert not any("round" in figure.explanation for one in deleted for figure in one.figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Total: £5,000", "the total"),
        ("Total | £5,000", "the total"),
        ("A grand total of £5,000 has been given.", "the total"),
        ("£5,000 in all", "the total"),
        ("Total for August: £5,000", "the total"),
        ("The total for 2023/24 is £5,000.", "the total of the year"),
        ("Community Fund total: £5,000", "Community Fund"),
        ("the Community Fund received £5,000 in total", "Community Fund"),
        ("the Community Fund gave £5,000 to 8 community projects.", "Community Fund"),
        ("Community Fund: £5,000 (8 projects)", "Community Fund"),
        ("the Community Fund gave £5,000 to five youth projects.", ""),
        ("the Community Fund gave £5,000 to 8 projects for the young.", ""),
        ("£5,000 from the Community Fund, for sport.", ""),
        ("£5,000 from the Community Fund and £9 from others", "Community Fund"),
        ("The total budget is £5,000.", ""),
        ("a total of £5,000 was available", ""),
        ("The Community Fund had £5,000 left over.", ""),
        ("the Community Fund gave £5,000 to Framley Choir", ""),
        ("£5,000 for the Community Fund's website", ""),
    ],
)
def test_only_words_right_beside_a_figure_name_its_sum(text: str, expected: str) -> None:
    """A strand's name or a word such as “total” counts where nothing stands between that makes another thing of it."""
    claim = next(one for one in find(text) if one.text == "£5,000")
    found = named_sum(text, claim.start, claim.end, ["Community Fund"], PartialDate.parse("2023-08"))
    said = "" if found is None else (found.strand or "the total") + (" of the year" if found.of_year else "")
    assert said == expected


def test_a_long_row_of_small_words_is_read_in_no_time() -> None:
    """However long a sentence somebody pastes, it is read through once."""
    text = "total " + "to of the year so far " * 4000 + "here £5,000"
    assert named_sum(text, len(text) - 6, len(text), ["Community Fund"], PartialDate.parse("2023-08")) is None
