"""The words of a paper in entries: they read back as exactly those words, set as they were set."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.document import Run
from pcp_reports.importing.papers.literal import Bit, clean, plain, prose_of
from pcp_reports.prose import Words, read_prose

KINDS = st.sampled_from(["paragraph", "bullet", "sub-bullet"])
WORDS = st.one_of(
    st.text(st.sampled_from("ab *-{}[]()#%|_`1.:\n\t<>&£“\u200b\x07\u00a0"), max_size=14),
    st.sampled_from(
        ["{{ total }}", "**bold**", "[x](https://e.org)", "- dash", "1. one", "{% if %}", "*a*b*", "***", "# head"]
    ),
)


def alike(text: str) -> str:
    """Return words without blanks, the signs that stand for others made those again."""
    return re.sub(r"\s", "", text).replace("\u2217", "*").replace("\u2011", "-")


@given(st.lists(st.tuples(KINDS, WORDS), max_size=5))
def test_any_words_come_out_as_they_went_in(blocks: list[tuple[str, str]]) -> None:
    """Whatever somebody typed in Word is printed again; nothing of it becomes bold, a link, a placeholder or a fault."""
    made = prose_of(Bit(kind, (Run(words),)) for kind, words in blocks)
    read = read_prose(made.text)
    assert [fault for fault in read.faults if fault.certain] == []
    assert [alike(block.text) for block in read.blocks] == [alike(plain(words)) for _, words in blocks if plain(words)]
    parts = [part for block in read.blocks for part in block.parts]
    assert all(isinstance(part, Words) and not (part.bold or part.italic or part.link) for part in parts)


@given(st.lists(st.tuples(KINDS, WORDS), max_size=5))
def test_signs_change_only_where_that_is_said(blocks: list[tuple[str, str]]) -> None:
    """Where nothing is said of a changed sign, every word is the same to the letter."""
    made = prose_of(Bit(kind, (Run(words),)) for kind, words in blocks)
    if not made.changed:
        assert [block.text for block in read_prose(made.text).blocks] == [plain(w) for _, w in blocks if plain(w)]


def test_bold_italic_and_links_stay() -> None:
    """Words that are bold, italic or lead somewhere in Word do so again."""
    runs = (
        *(Run("See the "), Run("papers of the board", link="https://e.org/a_(b)"), Run(" and ")),
        *(Run("two points ", bold=True), Run("in full", italic=True), Run(".")),
    )
    made = prose_of([Bit("paragraph", runs)])
    assert made.text == "See the [papers of the board](https://e.org/a_(b)) and **two points** *in full*."
    assert made.changed == ()
    (block,) = read_prose(made.text).blocks
    looks = [(part.text, part.bold, part.italic, part.link) for part in block.parts if isinstance(part, Words)]
    assert looks[1] == ("papers of the board", False, False, "https://e.org/a_(b)")
    assert looks[3] == ("two points", True, False, None)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{{ total }}", "braces have a blank between them"),
        ("*so* it was", "an asterisk is another sign that looks like one"),
        ("[x](https://e.org)", "brackets have a blank between them"),
        ("- not a bullet", "a hyphen that begins a paragraph is a longer one"),
    ],
)
def test_a_sign_that_must_change_is_told(typed: str, told: str) -> None:
    """Where the entry language would take a sign for more than itself, I am told what stands there instead."""
    assert prose_of([Bit("paragraph", (Run(typed),))]).changed == (told,)


def test_what_needs_no_change_gets_none() -> None:
    """Numbers, hashes, ampersands and single signs are left alone."""
    for typed in ("1. one", "# head", "<b> & co", "5*3*2", "a_b_c", "`x`", "{total}", "100%", "| a | b |"):
        assert prose_of([Bit("paragraph", (Run(typed),))]).text == typed


def test_bullets_stay_bullets_and_none_hangs_in_the_air() -> None:
    """Bullets keep their level; one below nothing is of the first, and a text never begins with one."""
    bits = [Bit(kind, (Run(words),)) for kind, words in (("bullet", "a"), ("sub-bullet", "b"), ("sub-bullet", "c"))]
    assert prose_of(bits).text == "a\n\n- b\n  - c"
    assert prose_of(bits, begun=True).text == "- a\n  - b\n  - c"


def test_what_does_not_print_is_left_out() -> None:
    """Controls, marks that turn the reading direction and blanks of no width go; double blanks in names stay."""
    assert plain("a\x07b\u202ec\u200bd \t e") == "abcd e"
    assert clean("a  b\tc\n") == "a  b c"
