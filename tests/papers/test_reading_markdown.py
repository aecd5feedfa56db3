"""Markdown files: what a reader sees of them, with its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Passage, Sort

PAPER = """\
---
title: Update
---
# Police *and* Crime Panel

**Background**

8. In August **£69k** went to
   [these projects](https://example.org/a):

   **Community Fund:**

   - Accrington Stanley – sport – £9,500
   - Burnley\\* & Leisure – £10,000
       - a part of it
9. A further £53,879 &amp; more

    set in by four blanks

Setext
------

1) paren
* star
"""


def read(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text in Markdown."""
    return read_paper(text.encode(), "paper.md").passages


def test_markdown_reads_as_its_reader_sees_it() -> None:
    """Marks are gone, links are their words, numbers are as typed, and each passage knows its line."""
    found = [(one.line, one.sort.value, one.level, one.label, one.numbered, one.bold, one.text) for one in read(PAPER)]
    assert found == [
        (4, "heading", 1, "", False, False, "Police and Crime Panel"),
        (6, "text", 0, "", False, True, "Background"),
        (8, "item", 0, "8.", True, False, "In August £69k went to these projects:"),
        (11, "text", 0, "", False, True, "Community Fund:"),
        (13, "item", 1, "-", False, False, "Accrington Stanley – sport – £9,500"),
        (14, "item", 1, "-", False, False, "Burnley* & Leisure – £10,000"),
        (15, "item", 2, "-", False, False, "a part of it"),
        (16, "item", 0, "9.", True, False, "A further £53,879 & more"),
        (18, "text", 0, "", False, False, "set in by four blanks"),
        (20, "heading", 2, "", False, False, "Setext"),
        (23, "item", 0, "1)", True, False, "paren"),
        (24, "item", 0, "*", False, False, "star"),
    ]


def test_a_list_keeps_the_numbers_that_were_typed() -> None:
    """Paragraphs typed 3, 3 and 5 are called so, since people refer to them by number."""
    assert [one.label for one in read("3. a\n3. b\n5. c\n")] == ["3.", "3.", "5."]


def test_a_table_has_its_headings_marked() -> None:
    """The row above the line of hyphens is the heading; a bar in a cell and marks in it are no columns."""
    rows = read(
        "| Recipient | Purpose | Amount |\n|---|:-:|--:|\n| Chorley \\| Council | **CCTV** | £5,000 |\n| Total | | £5,000 |\n"
    )
    assert [(one.sort, one.table, one.header, one.line) for one in rows] == [
        (Sort.ROW, 1, True, 1),
        (Sort.ROW, 1, False, 3),
        (Sort.ROW, 1, False, 4),
    ]
    assert [[cell.text for cell in one.cells] for one in rows] == [
        ["Recipient", "Purpose", "Amount"],
        ["Chorley | Council", "CCTV", "£5,000"],
        ["Total", "", "£5,000"],
    ]  # fmt: skip


def test_lines_that_markdown_runs_together_are_parted_where_they_are_items() -> None:
    """Bullets of Word, (a) and (b), and one grant a line are items, though Markdown makes one paragraph of them."""
    found = read("Given:\n• Scouts – £500\n• Guides – £600\n\n(a) one\n(b) two\n\nChorley – £5,000\nBurnley – £6,000\n")
    assert [(one.line, one.label, one.text) for one in found] == [
        (1, "", "Given:"),
        (2, "•", "Scouts – £500"),
        (3, "•", "Guides – £600"),
        (5, "(a)", "one"),
        (6, "(b)", "two"),
        (8, "", "Chorley – £5,000"),
        (9, "", "Burnley – £6,000"),
    ]


def test_breaks_html_and_code_are_words_alone() -> None:
    """A break stays one; of HTML the words are kept and the marks left out; code stands as typed."""
    found = read("One  \ntwo<br>three `four`\n\n<div>Hello £5\nworld</div>\n\n```\ncode £7\n```\n\n<!-- a note -->\n")
    assert [(one.line, one.text) for one in found] == [
        (1, "One\ntwo\nthree four"),
        (4, "Hello £5"),
        (5, "world"),
        (8, "code £7"),
    ]


def test_a_year_at_the_start_is_no_number() -> None:
    """“2023. was a good year” begins a list in Markdown; it reads with its year all the same."""
    (one,) = read("2023\\. was a good year\n")
    assert one.text == "2023. was a good year"


@given(st.text(st.sampled_from("ab \n\t-*_#|>`[]()!<&1.£\\\"'~:=+"), max_size=120))
def test_any_markdown_is_read(text: str) -> None:
    """Whatever is typed is read, in order, and no marker of ours is left in it."""
    passages = read("words\n\n" + text)
    assert passages[0].text.startswith("words")
    assert not any(sign in one.text for one in passages for sign in "\x1e\x1f\r")
    assert [one.line for one in passages] == sorted(one.line for one in passages)
