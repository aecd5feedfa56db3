"""Numbers and bullets typed by hand are labels; years, amounts, counts, times and initials are words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.papers.typed_labels import with_typed_labels
from pcp_reports.passage import Passage, Sort


def read(*texts: str) -> list[tuple[str, str]]:
    """Return the labels and words of paragraphs."""
    return [(one.label, one.text) for one in with_typed_labels(Passage(Sort.TEXT, text) for text in texts)]


@pytest.mark.parametrize(
    ("typed", "label", "words"),
    [
        ("9. The Commissioner", "9.", "The Commissioner"),
        ("9.\tThe Commissioner", "9.", "The Commissioner"),
        ("9.The Commissioner", "9.", "The Commissioner"),
        ("9)\u00a0The Commissioner", "9)", "The Commissioner"),
        ("12. £500 to Guides", "12.", "£500 to Guides"),
        ("(3) The Commissioner", "(3)", "The Commissioner"),
        ("(a) to note", "(a)", "to note"),
        ("b) to note", "b)", "to note"),
        ("(iv) to note", "(iv)", "to note"),
        ("ii)\tto note", "ii)", "to note"),
        ("a.\tto note", "a.", "to note"),
        ("•\tGuides – £500", "•", "Guides – £500"),
        ("•Guides", "•", "Guides"),
        ("·  Guides", "•", "Guides"),
        ("\uf0b7\tGuides", "•", "Guides"),
        ("\uf0a7 Guides", "•", "Guides"),
        ("➢ Guides", "•", "Guides"),
        ("- Guides", "-", "Guides"),
        ("– 180 Programme", "–", "180 Programme"),
        ("* Guides", "*", "Guides"),
        ("o\tGuides", "o", "Guides"),
    ],
)
def test_what_is_typed_as_a_label_is_one(typed: str, label: str, words: str) -> None:
    """A list that somebody numbered or dotted by hand is a list."""
    (passage,) = with_typed_labels([Passage(Sort.TEXT, typed)])
    assert (passage.sort, passage.label, passage.text) == (Sort.ITEM, label, words)
    assert passage.numbered == any(char.isdigit() or char.isalpha() for char in label.replace("o", ""))


@pytest.mark.parametrize(
    "words",
    [
        "£500 to Guides",
        "2023 saw more of it",
        "2023. Then more",
        "2022-23 was better",
        "12 projects were chosen",
        "12  projects were chosen",
        "180 Programme – £10,000",
        "4 Me 2 – dance – £500",
        "56 Group Wales",
        "1.5 million was spent",
        "3.2m was spent",
        "9.5 per cent more",
        "2.5 FTE",
        "10.30 am Welcome",
        "10.30 Registration",
        "3.10.2023 Meeting",
        "03.10.23 Meeting",
        "3 October 2023",
        "3. October 2023",
        "24/7 cover",
        "100% of bids",
        "1st Guides",
        "A. Smith said",
        "J. Smith said",
        "I. Jones said",
        "c. £5,000",
        "p. 6",
        "e.g. Guides",
        "i.e. Guides",
        "(£500) Guides",
        "(2023) Guides",
        "–£500",
        "– £500",
        "- 6,744.50",
        "-5 points",
        "o Guides",
        "O'Neill Trust",
        "…",
        "-",
        "",
    ],
)
def test_what_only_begins_with_a_figure_or_a_sign_is_words(words: str) -> None:
    """No amount, year, date, count, time or initial is ever cut off the words it belongs to."""
    assert read("Before", words, "After") == [("", "Before"), ("", words), ("", "After")]


def test_a_figure_with_a_stop_inside_is_a_label_in_a_row_of_them() -> None:
    """3.1, 3.2 and 3.3 are numbers of paragraphs; one such figure alone may be anything."""
    assert read("3.1 The Panel", "3.2 PCC funding", "3.3 £500 was given") == [
        ("3.1", "The Panel"),
        ("3.2", "PCC funding"),
        ("3.3", "£500 was given"),
    ]
    assert read("3. Funding", "3.1 The Panel") == [("3.", "Funding"), ("3.1", "The Panel")]
    assert read("3.2 PCC funding") == [("", "3.2 PCC funding")]
    assert read("1.4 million", "1.5 million") == [("", "1.4 million"), ("", "1.5 million")]
    assert read("1\tIntroduction", "2\tFunding") == [("1", "Introduction"), ("2", "Funding")]
    assert read("A. The Panel notes", "B. The Panel agrees") == [("A.", "The Panel notes"), ("B.", "The Panel agrees")]
    assert read("i. one", "ii. two") == [("i.", "one"), ("ii.", "two")]


def test_typed_labels_know_how_deep_they_stand() -> None:
    """(a) belongs to 9., (i) to (a), and a dash to the dot above it."""
    given_ = ["9. Nine", "(a) first", "(i) inner", "(b) second", "10. Ten", "• dot", "- dash", "• dot"]
    read_ = with_typed_labels(Passage(Sort.TEXT, text) for text in given_)
    assert [one.level for one in read_] == [0, 1, 2, 1, 0, 0, 1, 0]
    alone = with_typed_labels(Passage(Sort.TEXT, text) for text in ("(a) first", "(b) second"))
    assert [one.level for one in alone] == [0, 0]


def test_headings_keep_being_headings() -> None:
    """“4. Funding” in a heading's style is the heading Funding, numbered 4."""
    (heading,) = with_typed_labels([Passage(Sort.HEADING, "4. Funding", level=2)])
    assert (heading.sort, heading.level, heading.label, heading.text) == (Sort.HEADING, 2, "4.", "Funding")
    pair = with_typed_labels([Passage(Sort.HEADING, "1 Aims", level=1), Passage(Sort.TEXT, "2 Funding", bold=True)])
    assert [(one.label, one.text) for one in pair] == [("1", "Aims"), ("2", "Funding")]
    (alone,) = with_typed_labels([Passage(Sort.HEADING, "12 Projects in the county", level=1)])
    assert (alone.label, alone.text) == ("", "12 Projects in the county")
    assert read("1.0 Aims", "2.0 Funding") == [("1.0", "Aims"), ("2.0", "Funding")]


def test_lines_of_bullets_in_one_paragraph_are_parted() -> None:
    """Bullets typed with Shift+Enter between them are bullets, each for itself."""
    passage = Passage(
        Sort.ITEM, "Grants:\n- Guides – £5\n  and more\n- Scouts – £9", label="9.", numbered=True, marks=("m",)
    )
    first, guides, scouts = with_typed_labels([passage])
    assert (first.text, first.label, first.marks) == ("Grants:", "9.", ("m",))
    assert [(one.sort, one.label, one.text, one.marks) for one in (guides, scouts)] == [
        (Sort.ITEM, "-", "Guides – £5\n  and more", ()),
        (Sort.ITEM, "-", "Scouts – £9", ()),
    ]
    assert read("Guides\nScouts") == [("", "Guides\nScouts")]


def test_a_label_of_words_own_is_never_doubled() -> None:
    """What Word numbers is not looked through for a second number."""
    (one,) = with_typed_labels([Passage(Sort.ITEM, "3. Grange Park Trust", label="9.", numbered=True)])
    assert (one.label, one.text) == ("9.", "3. Grange Park Trust")


@given(st.lists(st.text(alphabet="ab.()19 \t•-–o£xivA\n", max_size=12), max_size=6))
def test_no_word_is_ever_lost(lines: list[str]) -> None:
    """Whatever is typed, each letter and figure of it stands in a label or in the words."""
    made = with_typed_labels(Passage(Sort.TEXT, line) for line in lines)
    before = [char for line in lines for char in line if char.isalnum() or char == "£"]
    after = [char for one in made for char in one.label + one.text if char.isalnum() or char == "£"]
    assert after == before
