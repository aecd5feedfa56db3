"""The first looks that spare most paragraphs a closer one: none may pass over what the closer look would have found."""

from __future__ import annotations

import pytest

from pcp_reports.audit.lines.amounts.prose import is_prose
from pcp_reports.audit.lines.amounts.roles import Role, cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.several.each_told import each_to_some
from pcp_reports.audit.words.fields import Sense, label_at
from pcp_reports.audit.words.names import funds_of
from pcp_reports.importing.trackers.against.filed_rounds import same_reference
from pcp_reports.passage import Paper, Passage, Sort
from pcp_reports.words import holds_any


def paper(*texts: str) -> Paper:
    """Return a paper of paragraphs."""
    return Paper("p.txt", "txt", tuple(Passage(Sort.TEXT, text, at) for at, text in enumerate(texts, 1)))


def test_a_text_holds_one_of_several_words() -> None:
    """A word within another counts, and a text without any of them holds none."""
    assert holds_any("the awards", ("grant", "award"))
    assert not holds_any("the weather", ("grant", "award"))


@pytest.mark.parametrize(
    "line",
    ["Organisation: Elm Guides", "Organisation?  Elm Guides", "Organisation\tElm Guides", "Organisation = Elm Guides"],
)
def test_a_label_is_read_by_whatever_sign_parts_it(line: str) -> None:
    """My form has “Organisation” and a colon, a question mark, a tab or an equals sign: each gives the name."""
    found = label_at(paper(line), 0)
    assert found is not None
    assert (found.sense, found.value) == (Sense.NAME, "Elm Guides")


def test_a_label_of_money_may_have_its_unit_in_brackets() -> None:
    """“Grant (£): 500” is the amount, though a pound sign stands in the label."""
    found = label_at(paper("Grant (£): 500"), 0)
    assert found is not None
    assert (found.sense, found.value) == (Sense.AMOUNT, "500")


@pytest.mark.parametrize("asked", ["requested", "applied for", "asked for", "bid for", "sought", "WANTED", "seeking"])
def test_what_was_asked_for_is_told_from_the_award_in_every_wording(asked: str) -> None:
    """However I say what was asked for, in capitals too, it is never taken for what was given."""
    text = f"Elm Guides – {asked} £900 – awarded £500"
    roles = [one.role for one in cast(text, sums_in(text))]
    assert roles == [Role.REQUESTED, Role.AWARD]


@pytest.mark.parametrize("gave", ["were donated", "WERE AWARDED", "was shared, and", "cheques went"])
def test_a_sum_each_is_heard_whatever_the_word_of_giving(gave: str) -> None:
    """“£100 each” to three groups is a grant to each of them, with any word of giving, and in capitals."""
    told = each_to_some(f"After the vote prizes {gave} £100 each to three local groups.")
    assert told is not None
    assert (told[0].pence, told[1]) == (10_000, 3)


def test_running_text_in_capitals_is_running_text() -> None:
    """A budget stays a budget, and money given stays given, where somebody has typed them in capitals."""
    budget = "The cost of the work is met from the existing budget of £1.2m for the whole of the year."
    assert is_prose(budget)
    assert is_prose(budget.upper())
    assert not is_prose("The Commissioner has AWARDED a grant of £1,200 to the club for the whole of the year.")


def test_a_fund_is_named_in_capitals_and_small_letters() -> None:
    """A fund, a scheme or a pot is found by its last word, however that begins."""
    assert funds_of(["from the Safer Roads fund", "the Elm Scheme", "our Oak Chest"]) == {
        "Safer Roads fund",
        "Elm Scheme",
        "Oak Chest",
    }
    assert not funds_of(["The Commissioner met partners in the county."])


def test_references_are_one_whichever_dash_and_form_they_are_typed_with() -> None:
    """“SBF–0012” with a long dash, wide figures or a blank that nobody sees is the reference “sbf-0012”."""
    assert {
        same_reference(one) for one in ("SBF-0012", "SBF–0012", "sbf-００１２", "SBF-\u200b0012", " SBF-0012 ")
    } == {"sbf-0012"}
