"""Where a bookmark leads, when several paragraphs of an entry say the same or the entry went on."""

from __future__ import annotations

import pytest

from pcp_reports.comparing.pairs.homes import Homes
from pcp_reports.comparing.pairs.units import Unit
from pcp_reports.passage import Passage, Sort
from pcp_reports.word.marks import Mark, read_mark, words_mark

ENTRY = "0123456789ab"
SAME, OTHER, OLD = "aaaaaaaa", "bbbbbbbb", "cccccccc"


def homes(units: list[tuple[int, str]], marks: list[tuple[int, str]]) -> list[tuple[int, bool] | None]:
    """Return where each bookmark (number, digest) leads among units (number, digest)."""
    passage = Passage(Sort.TEXT, "words")
    made = [Unit(passage, mark=Mark(ENTRY, nth, words)) for nth, words in units]
    asked = [Mark(ENTRY, nth, words) for nth, words in marks]
    found = Homes(made, asked)
    return [found.find(mark) for mark in asked]


def test_a_bookmark_leads_to_the_paragraph_that_has_its_words() -> None:
    """A paragraph put in above shifts the numbers; the words tell which is which."""
    assert homes([(1, OTHER), (2, SAME)], [(1, SAME)]) == [(1, True)]


def test_paragraphs_that_say_the_same_keep_their_order() -> None:
    """“40 months – supply” stands three times; with one paragraph less above, the first is still the first."""
    units = [(1, SAME), (2, SAME), (3, SAME)]
    assert homes(units, [(2, SAME), (3, SAME), (4, SAME)]) == [(0, True), (1, True), (2, True)]
    assert homes(units, [(1, SAME), (3, SAME)]) == [(0, True), (2, True)]


def test_a_paragraph_whose_words_are_gone_leads_to_its_number_and_is_not_sure() -> None:
    """The entry went on: the place is known, the words are not."""
    assert homes([(1, OTHER), (2, SAME)], [(2, OLD), (3, OLD)]) == [(1, False), None]


@pytest.mark.parametrize(
    "name",
    [
        "_pcp_",
        "_pcp_0123456789ab",
        "_pcp_0123456789ab_0",
        "_GoBack",
        "_pcp_0123456789ab_1_xyz",
        "_pcp_0123456789ab_1_abc",
        "_pcp_0123456789ab_1_",
    ],
)
def test_other_bookmarks_are_none_of_ours(name: str) -> None:
    """Word's own bookmarks, and broken ones, lead nowhere."""
    assert read_mark(name) is None


def test_bookmarks_of_older_papers_are_read() -> None:
    """Papers built before bookmarks bore a digest can be compared as well."""
    assert read_mark("_pcp_0123456789ab_12") == Mark(ENTRY, 12)
    assert homes([(1, OTHER), (12, SAME)], [(12, "")]) == [(1, True)]


def test_blanks_between_words_are_no_words() -> None:
    """A paragraph whose line ends or blanks another program set anew still proves itself to be what was built."""
    assert words_mark(" One  day\nin\u00a0May ") == words_mark("One day in May") != words_mark("One day in June")
