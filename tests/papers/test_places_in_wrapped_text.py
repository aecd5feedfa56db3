"""A place in a text file is the line and the column that an editor shows, however the lines were joined."""

from __future__ import annotations

from pcp_reports.papers.opening import read_paper
from pcp_reports.papers.spots import spot_of


def places(text: str, figure: str, path: str = "paper.txt") -> list[tuple[int, int]]:
    """Return where a figure stands by the passages, each time that a passage has it."""
    passages = read_paper(text.encode(), path).passages
    return [spot_of(one, at) for one in passages for at in range(len(one.text)) if one.text.startswith(figure, at)]


def in_editor(text: str, figure: str) -> list[tuple[int, int]]:
    """Return where an editor finds a figure."""
    lines = text.split("\n")
    return [(number, line.index(figure) + 1) for number, line in enumerate(lines, 1) if figure in line]


def test_a_figure_in_a_wrapped_paragraph_is_where_the_editor_shows_it() -> None:
    """The figure of the third line is placed on the third line, at its own column, blanks and bullets counted."""
    text = (
        "1. The Commissioner gave three groups in the county  the\n"
        "   sums below, of which the first came from the reserve of\n"
        "   £4,900 and the others from the fund that was set up when\n"
        "   the force was given £4,900 more than it had asked for.\n"
    )
    assert places(text, "£4,900") == in_editor(text, "£4,900")


def test_a_figure_is_found_again_where_a_word_was_parted() -> None:
    """A hyphen at a line's end, and a soft hyphen, put nothing out of place."""
    text = (
        "The Commissioner gave money to groups that work for re-\n"
        "offenders and for neighbourhoods, and this came to a total\n"
        "of £4,900, which the Panel noted with thanks at the meet-\n"
        "ing in October, and £3,000 of it was paid.\n"
    )
    assert places(text, "£4,900") == in_editor(text, "£4,900")
    assert places(text, "£3,000") == in_editor(text, "£3,000")


def test_a_figure_in_a_quoted_mail_counts_the_marks() -> None:
    """The “> ” that a quoted mail has before each line is part of the line in an editor."""
    text = "> We gave three grants in March.\n>\n> They came to £4,900 in all.\n"
    assert places(text, "£4,900") == in_editor(text, "£4,900")


def test_a_sum_in_a_row_is_where_its_column_stands() -> None:
    """In a table of blanks and in one of tabs the place of a sum is its own, on the line that it stands in."""
    for text in (
        "Group            Award\nAlder Scouts     £1,500\nBirch Guides     £4,900\n",
        "Group\tAward\nAlder Scouts\t£1,500\nBirch Guides\t£4,900\n",
    ):
        assert places(text, "£4,900") == in_editor(text, "£4,900")


def test_a_figure_in_markdown_counts_its_marks() -> None:
    """Stars before a figure and lines that Markdown runs on are counted as an editor counts them."""
    text = "# Grants\n\n- The **three** grants that follow were given\n  in March and come to **£4,900**.\n"
    assert places(text, "£4,900", "paper.md") == in_editor(text, "£4,900")


def test_bullets_of_one_paragraph_are_placed_on_their_own_lines() -> None:
    """Bullets that Markdown sees as one paragraph, broken by two blanks at the lines' ends, keep their lines."""
    text = "The grants:  \n• Alder Scouts £1,500  \n• Birch Guides £4,900\n"
    assert places(text, "£4,900", "paper.md") == in_editor(text, "£4,900")
