"""Numbers typed before words that a figure may stand before as well; and the file that Word keeps beside an open one."""

from __future__ import annotations

import pytest

from pcp_reports.findings import Finding
from pcp_reports.importing.forms import form_of
from pcp_reports.papers.opening import read_paper
from pcp_reports.papers.typed_labels import with_typed_labels
from pcp_reports.passage import Passage, Sort

NUMBERED = (
    "1.1 The Commissioner has a fund.",
    "1.2 In October 2024 the Commissioner gave it away.",
    "1.3 A review is due.",
    "1.4 Officers have looked at it.",
    "1.5 To be fair, it was late.",
    "1.6 Of the groups, two came.",
    "1.7 And two did not.",
    "1.8 Posts were held.",
    "1.9 Hours were lost.",
    "1.10 Days went by.",
    "1.11 May was wet.",
)


def labels(*texts: str) -> list[str]:
    """Return the labels of paragraphs as Word has them."""
    return [one.label for one in with_typed_labels(Passage(Sort.TEXT, text) for text in texts)]


def test_a_number_counts_whatever_word_begins_its_paragraph() -> None:
    """“1.2 In October”, “1.4 Officers” and “1.9 Hours” are paragraphs of a numbered paper, in Word as in a text."""
    expected = [text.split()[0] for text in NUMBERED]
    assert labels(*NUMBERED) == expected
    assert [one.label for one in read_paper("\n\n".join(NUMBERED).encode(), "paper.txt").passages] == expected


def test_a_measure_in_small_letters_is_a_number_only_between_its_neighbours() -> None:
    """“1.4 million people” is no paragraph 1.4, unless nothing else is and 1.3 and 1.5 stand about it."""
    assert labels("1.3 A review", "1.4 million people live here", "1.4 Next", "1.5 Last") == ["1.3", "", "1.4", "1.5"]
    assert labels("1.2 A list", "1.3 A review", "1.4 million people") == ["1.2", "1.3", ""]
    assert labels("1.3 A review", "1.4 FTE posts are vacant", "1.5 Last") == ["1.3", "1.4", "1.5"]
    assert labels("1.4 million", "1.5 million") == ["", ""]


@pytest.mark.parametrize("sign", ["◆", "☐", "·", "➢", "●"])
def test_word_and_text_know_the_same_bullets(sign: str) -> None:
    """A list is a list whatever sign it is dotted with, and whatever file it comes in."""
    assert labels(f"{sign} Guides") == ["•"]
    text = f"The groups:\n\n{sign} Alder Guides\n{sign} Birch Scouts\n"
    assert [one.sort for one in read_paper(text.encode(), "paper.txt").passages][1:] == [Sort.ITEM, Sort.ITEM]


def test_the_mark_beside_an_open_file_is_called_what_it_is() -> None:
    """“~$Panel.docx” is no damaged text: audit and import say in the same words what it is, and which file to give."""
    data = b"\x05Anna" + b"\0" * 100
    (read,) = read_paper(data, "papers/~$Panel.docx").findings
    imported = form_of(data, "papers/~$Panel.docx", {})
    assert read.message == "“~$Panel.docx” is only the mark that Office leaves beside a file that somebody has open."
    assert isinstance(imported, Finding)
    assert (read.message, read.hint) == (imported.message, imported.hint)
