"""Tables pasted out of a spreadsheet as comma-separated values; and lists with commas that are no tables."""

from __future__ import annotations

import pytest

from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Sort


def _rows(text: str) -> list[tuple[str, ...]]:
    paper = read_paper(text.encode(), "paper.txt")
    return [tuple(cell.text for cell in one.cells) for one in paper.passages if one.sort is Sort.ROW]


def test_comma_separated_values_are_a_table() -> None:
    """Rows pasted from a spreadsheet are read as the table they are, quoted commas and empty cells as well."""
    rows = _rows(
        'Grants\n\nOrganisation,Theme,Award\n"Elm Hall, Tarnham",Youth,1450.00\nLee Road Flats,ASB,"2,620.00"\nTotal,,4070.00\n\nEnd.\n'
    )
    assert rows == [
        ("Organisation", "Theme", "Award"),
        ("Elm Hall, Tarnham", "Youth", "1450.00"),
        ("Lee Road Flats", "ASB", "2,620.00"),
        ("Total", "", "4070.00"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Guides, tents, £500\nScouts, a bus, £600\nBrownies, paint, £700\n",
        "Guides, tents, kit\nScouts, a bus, fuel\nBrownies, paint, brushes\n",
        "Organisation,Theme,Award\nElm Hall,Youth,1450.00\n",
        "Members present were Smith, Jones and Patel\nThey met in Tarnham, Elm and Oak\nApologies came from Reed, Moss and Lee\n",
        "In March,there were 3\nIn April,there were 4\nIn May,there were 5\n",
    ],
)
def test_lists_with_commas_are_no_tables(text: str) -> None:
    """Lines of a list, sentences, and a single row stay lines."""
    assert _rows(text) == []


def test_bullets_with_wide_blanks_are_items_of_a_list() -> None:
    """“• Guides:   £500” stays an item, however wide the blank before its amount."""
    text = "Grants:\n\n• Elm Hall: £6,574.90\n• Oak Aid:   £10,000.00\n• Ash Help:   £9,924.00\n• Fir: £8,191.00\n"
    assert _rows(text) == []
    paper = read_paper(text.encode(), "paper.txt")
    assert [one.sort for one in paper.passages[1:]] == [Sort.ITEM] * 4
