"""The Word files that the corpus is made into: if they were not Word's own, the corpus would prove nothing of Word."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from papers_in_word import word_file


def _read(description: str) -> tuple[list[str], list[list[list[str]]]]:
    document = Document(io.BytesIO(word_file(description)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text], tables


def test_paragraphs_headings_and_lists_are_words_own() -> None:
    """A heading bears the style of a heading, and an item the numbering of a list."""
    document = Document(io.BytesIO(word_file("H1| Grants\nN0| First\nL0| Rovers\nB| By hand")))
    heading, first, bullet, by_hand = document.paragraphs
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    assert [first.text, bullet.text] == ["First", "Rovers"]
    assert '<w:numId w:val="1"/>' in first._p.xml
    assert '<w:numId w:val="2"/>' in bullet._p.xml
    assert by_hand.runs[0].bold


def test_cells_that_span_and_go_on_are_merged() -> None:
    """A cell over two columns is one cell to Word, and so is one that goes on downwards."""
    _, tables = _read("TABLE| header\n| A | B | C |\n| v North | one | 1 |\n| ^ | >2 both |\n")
    assert tables == [[["A", "B", "C"], ["North", "one", "1"], ["North", "both", "both"]]]


def test_what_was_deleted_is_there_as_a_tracked_change() -> None:
    """Deleted words stand in the file as deleted, and inserted ones as inserted, as Word writes them."""
    with zipfile.ZipFile(io.BytesIO(word_file("P| gave {-£5-}{+£6+} to[^]\nFN| In all £6"))) as archive:
        body, notes = (archive.read(f"word/{part}.xml").decode() for part in ("document", "footnotes"))
    assert '<w:delText xml:space="preserve">£5</w:delText></w:r></w:del>' in body
    assert '<w:t xml:space="preserve">£6</w:t></w:r></w:ins>' in body
    assert "In all £6" in notes


def test_a_line_that_is_no_block_is_refused() -> None:
    """A slip in a description is named, not left out of the paper."""
    with pytest.raises(ValueError, match="not a block"):
        word_file("P| one\ntwo")
