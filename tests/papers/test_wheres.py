"""Places in words: an officer finds each by counting what is printed, and no two places have one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.papers.wheres import ordinal, with_places
from pcp_reports.passage import Passage, Sort


def number(label: str, level: int = 0) -> Passage:
    """Return a numbered paragraph."""
    return Passage(Sort.ITEM, "words", label=label, numbered=True, level=level)


def heading(text: str, level: int = 1, label: str = "") -> Passage:
    """Return a heading."""
    return Passage(Sort.HEADING, text, level=level, label=label, numbered=bool(label))


def text(words: str = "Words enough to be a sentence.", *, bold: bool = False) -> Passage:
    """Return a paragraph."""
    return Passage(Sort.TEXT, words, bold=bold)


def row(table: int) -> Passage:
    """Return a row of a table."""
    return Passage(Sort.ROW, "a\tb", table=table)


BULLET = Passage(Sort.ITEM, "words", label="•")
DEEPER = Passage(Sort.ITEM, "words", label="•", level=1)


def wheres(*passages: Passage) -> list[str]:
    """Return the places of passages."""
    return [one.where for one in with_places(passages)]


def test_bullets_are_counted_within_their_paragraph() -> None:
    """“paragraph 9, third bullet” is what I find when I count the bullets of paragraph 9."""
    assert wheres(number("8."), BULLET, number("9."), BULLET, text(), BULLET, DEEPER, BULLET) == [
        "paragraph 8",
        "paragraph 8, first bullet",
        "paragraph 9",
        "paragraph 9, first bullet",
        "paragraph 9, first paragraph beneath",
        "paragraph 9, second bullet",
        "paragraph 9, second bullet, first bullet beneath it",
        "paragraph 9, third bullet",
    ]


@pytest.mark.parametrize(
    "fund", [text("Community Fund:"), text("Community Fund", bold=True), heading("Community Fund:", 3)]
)
def test_bullets_under_a_fund_are_counted_under_it(fund: Passage) -> None:
    """The second grant of the Community Fund in paragraph 9 is called just that, however the fund's line is set."""
    read = wheres(number("8."), fund, BULLET, number("9."), fund, BULLET, BULLET)
    assert read[-1] == "paragraph 9, under “Community Fund”, second bullet"
    assert read[2] == "paragraph 8, under “Community Fund”, first bullet"


def test_words_behind_a_list_belong_to_the_paragraph_again() -> None:
    """When the list of a fund is over, what follows stands beneath paragraph 9, and no longer under the fund."""
    read = wheres(number("9."), text("Community Fund:"), text("Guides - £5"), BULLET, text(), BULLET)
    assert read == [
        "paragraph 9",
        "paragraph 9, the line “Community Fund”",
        "paragraph 9, under “Community Fund”, first paragraph",
        "paragraph 9, under “Community Fund”, first bullet",
        "paragraph 9, first paragraph beneath",
        "paragraph 9, second bullet",
    ]


def test_without_numbers_places_are_named_by_headings() -> None:
    """In a paper without numbered paragraphs the headings lead to the place."""
    assert wheres(text(), heading("Community Fund"), BULLET, BULLET, text(), row(1), row(1)) == [
        "first paragraph",
        "the heading “Community Fund”",
        "under “Community Fund”, first bullet",
        "under “Community Fund”, second bullet",
        "under “Community Fund”, first paragraph",
        "under “Community Fund”, table 1, row 1",
        "under “Community Fund”, table 1, row 2",
    ]


def test_a_heading_that_stands_twice_is_told_apart() -> None:
    """The recommendation at the end is “the second “Recommendation””."""
    assert wheres(heading("RECOMMENDATION"), text(), number("1."), heading("Recommendation"), text()) == [
        "the heading “RECOMMENDATION”",
        "under “RECOMMENDATION”, first paragraph",
        "paragraph 1",
        "the second heading “Recommendation”",
        "under the second “Recommendation”, first paragraph",
    ]


def test_numbered_sections_lead_to_their_tables() -> None:
    """“section 4, table 2, row 3” needs no counting of headings."""
    read = wheres(heading("Aims", label="3."), row(1), heading("Funding", label="4."), row(2), row(2), row(2))
    assert read[-1] == "section 4, table 2, row 3"


def test_letters_belong_to_the_paragraph_above() -> None:
    """(b) beneath paragraph 9 is 9(b), and 3.2 is 3.2 wherever it stands."""
    read = wheres(number("9."), number("(a)", 1), number("(i)", 2), number("(b)", 1), number("10."), number("3.2", 1))
    assert read == [
        "paragraph 9",
        "paragraph 9(a)",
        "paragraph 9(a)(i)",
        "paragraph 9(b)",
        "paragraph 10",
        "paragraph 3.2",
    ]
    assert wheres(number("9."), number("(a)"), number("(b)")) == ["paragraph 9", "paragraph 9(a)", "paragraph 9(b)"]
    assert wheres(heading("Aims"), number("(a)")) == ["the heading “Aims”", "under “Aims”, item (a)"]


def test_a_short_list_that_counts_from_one_is_no_new_paragraph_one() -> None:
    """The list 1, 2, 3 inside paragraph 9 is not the paper's first three paragraphs."""
    assert wheres(number("9."), number("1."), number("2."), number("10.")) == [
        "paragraph 9",
        "paragraph 9, number 1",
        "paragraph 9, number 2",
        "paragraph 10",
    ]


def test_numbers_that_begin_anew_under_a_heading_are_named_by_it() -> None:
    """Where each section counts from 1, the section is named with the number."""
    read = wheres(
        heading("Aims"), number("1."), number("2."), heading("Funding"), number("1."), number("2."), number("3.")
    )
    assert read[4:] == ["under “Funding”, number 1", "under “Funding”, number 2", "under “Funding”, number 3"]


def test_a_deeper_count_belongs_to_the_paragraph_above() -> None:
    """Points 1) and 2) set in beneath paragraph 1 are its points, though 2 would follow 1."""
    assert wheres(number("1."), number("1)", 1), number("2)", 1), number("2.")) == [
        "paragraph 1",
        "paragraph 1, number 1",
        "paragraph 1, number 2",
        "paragraph 2",
    ]
    assert wheres(number("1."), number("5)", 1)) == ["paragraph 1", "paragraph 1, number 5"]


def test_what_stands_around_the_text_is_named_for_what_it_is() -> None:
    """Notes, boxes, headers and footers are found without counting paragraphs."""
    around = (
        Passage(Sort.BOX, "box"),
        Passage(Sort.BOX, "box"),
        Passage(Sort.NOTE, "note", label="2"),
        Passage(Sort.HEADER, "header"),
        Passage(Sort.FOOTER, "footer"),
        Passage(Sort.TITLE, "title"),
    )
    assert wheres(*around) == [
        "text box",
        "text box, second paragraph",
        "footnote 2",
        "page header",
        "page footer",
        "the title",
    ]


def test_pages_are_named_and_lines_where_nothing_better_is() -> None:
    """In a PDF I am told the page, and the line on it where no paragraph is numbered."""
    lines = (
        Passage(Sort.TEXT, "one\ntwo", page=3),
        Passage(Sort.TEXT, "three", page=3),
        Passage(Sort.ITEM, "nine", label="9.", numbered=True, page=3),
        Passage(Sort.ITEM, "x", label="•", page=4),
        Passage(Sort.TEXT, "x", page=4, where="page 4, foot"),
    )
    assert wheres(*lines) == [
        "page 3, line 1",
        "page 3, line 3",
        "page 3, paragraph 9",
        "page 4, paragraph 9, first bullet",
        "page 4, foot",
    ]


def test_ordinals_are_words_up_to_twenty() -> None:
    """“21st bullet”, but “twelfth bullet”."""
    assert [ordinal(n) for n in (1, 12, 20, 21, 22, 23, 101, 111, 112)] == [
        "first", "twelfth", "twentieth", "21st", "22nd", "23rd", "101st", "111th", "112th",
    ]  # fmt: skip


PASSAGES = st.builds(
    Passage,
    st.sampled_from(Sort),
    st.sampled_from(["Community Fund:", "Community Fund", "words", "", "Recommendation", "a\nb", "“”"]),
    level=st.integers(0, 4),
    label=st.sampled_from(["", "1.", "2.", "3", "(a)", "(i)", "3.2", "•", "Annex A", "A", "Q1:", "٣."]),
    numbered=st.booleans(),
    bold=st.booleans(),
    table=st.integers(0, 2),
    page=st.sampled_from([0, 0, 0, 1, 2]),
)


@given(st.lists(PASSAGES, max_size=30))
def test_no_two_places_have_one_name(passages: list[Passage]) -> None:
    """Wherever a finding points, it points to one place only."""
    placed = with_places(passages, lines=True)
    names = [one.where for one in placed]
    assert all(names)
    assert len(set(names)) == len(names)
    assert [one.line for one in placed] == list(range(1, len(placed) + 1))
    assert [(one.sort, one.text, one.label) for one in placed] == [(one.sort, one.text, one.label) for one in passages]
