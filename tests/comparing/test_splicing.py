"""A typed text retyped in places, and the proof of what it then prints."""

from __future__ import annotations

import pytest

from pcp_reports.comparing.words.splicing import Piece, Splice, says, spliced

TEXT = "Given:\n\n{{ lines }}\n\nThat is {{ total }}."
SAID: list[Piece | str] = [Piece("paragraph", "Given:"), "lines", Piece("paragraph", "That is £5.")]
PUT_IN = {"total": "£5"}


def test_words_are_retyped_in_their_places() -> None:
    """Each place gets its own words, and what is put in at one place stands in the order given."""
    assert spliced(
        "one two three", [Splice(8, 13, "drei"), Splice(0, 3, "eins"), Splice(4, 4, "a "), Splice(4, 4, "b ")]
    ) == ("eins a b two drei")


@pytest.mark.parametrize("other", [Splice(2, 5, "x"), Splice(0, 3, "x"), Splice(1, 2, "x")])
def test_two_changes_of_the_same_letters_are_none(other: Splice) -> None:
    """Where two changes overlap, neither is guessed at."""
    assert spliced("one two", [Splice(0, 3, "eins"), other]) is None


def test_a_text_says_what_it_prints() -> None:
    """Blanks and line ends aside, the proof looks at each word, each list of grants, each kind of paragraph."""
    assert says(TEXT, SAID, PUT_IN)


@pytest.mark.parametrize(
    "otherwise",
    [
        SAID[:2],
        [*SAID, Piece("paragraph", "More.")],
        [SAID[0], "figures", SAID[2]],
        [SAID[0], Piece("paragraph", ""), SAID[2]],
        [SAID[0], "lines", Piece("bullet", "That is £5.")],
        [SAID[0], "lines", Piece("paragraph", "That is £6.")],
    ],
)
def test_a_text_that_says_anything_else_is_found_out(otherwise: list[Piece | str]) -> None:
    """A paragraph more or less, another list, a bullet for a paragraph, another figure: each is seen."""
    assert not says(TEXT, otherwise, PUT_IN)
