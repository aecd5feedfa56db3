"""What a reader of typed papers takes for a table or a page's number, and what it leaves as the words of the paper."""

from __future__ import annotations

from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Sort


def test_a_cell_left_empty_is_no_cell_of_the_row() -> None:
    """In a row of totals the empty theme is no cell, so that the sum stands under the heading of the awards."""
    text = "Organisation,Theme,Award\nElm Hall,Youth,1450.00\nLee Flats,ASB,2620.00\nTotal,,4070.00\n"
    last = read_paper(text.encode(), "paper.txt").passages[-1]
    assert [(cell.column, cell.text) for cell in last.cells if cell.text] == [(0, "Total"), (2, "4070.00")]
    assert last.cells[-1].column == 2


def test_numbers_alone_on_a_line_within_a_page_are_words_of_the_paper() -> None:
    """“3” and “4” beneath the names of two clubs are their figures, though they count on as the numbers of pages do."""
    text = (
        "Visits were made as follows.\n\nThe Scouts\n\n3\n\nThe Guides\n\n4\n\nNothing else was done in the quarter.\n"
    )
    words = " ".join(one.text for one in read_paper(text.encode(), "paper.txt").passages if one.sort is not Sort.FOOTER)
    assert "3" in words.split()
    assert "4" in words.split()
