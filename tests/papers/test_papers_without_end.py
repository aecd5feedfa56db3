"""Files that somebody made to keep the tool busy: each is refused, or read in little time; nothing is raised."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from handmade_pdf import At, drawn, pdf
from word_papers import paper, texts

from pcp_reports.papers import markdown, opening, plain
from pcp_reports.papers import pdf as pdfs
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from collections.abc import Iterator


def refused(data: bytes, path: str) -> str:
    """Return why a file is refused as too large; nothing of it may be read then."""
    read = read_paper(data, path)
    (finding,) = read.findings
    assert finding.code == "W613"
    assert not read.passages
    return finding.message


@pytest.mark.parametrize(
    ("data", "path", "told"),
    [
        (b"a\n" * (plain.MOST_LINES + 1), "a.txt", "60,001 lines; 60,000 is the most"),
        (b"a\x0c" * (plain.MOST_LINES + 1), "a.txt", "60,001 lines; 60,000 is the most"),
        (b"a\n\n" * plain.MOST_LINES, "a.md", "120,000 lines; 60,000 is the most"),
        (b"a" * (plain.MOST_TEXT + 1), "a.txt", "4,194,305 letters; 4,194,304 is the most"),
        (b"a" * (17 * 1024**2), "a.txt", "17 MB of text; 4 MB is the most"),
        (b"*a " * (markdown.MOST_MARKS + 1), "a.md", "100,001 marks of Markdown; 100,000 is the most"),
        (b"&amp;" * (markdown.MOST_MARKS + 1), "a.md", "100,001 marks of Markdown; 100,000 is the most"),
    ],
)
def test_a_text_that_holds_more_than_any_paper_is_refused(data: bytes, path: str, told: str) -> None:
    """However it is made large, a text is refused before it is read, and I am told what is too much of it."""
    assert refused(data, path) == f"“{path}” is too large for a paper ({told})."


def test_more_amounts_than_any_paper_has_are_refused() -> None:
    """A million grant lines would take minutes to add up."""
    data = "- Scouts – tents – £500\n".encode() * (opening.MOST_AMOUNTS + 1)
    assert refused(data, "a.txt").endswith("(20,001 amounts; 20,000 is the most).")


def test_a_table_in_markdown_has_as_many_columns_as_a_table_has() -> None:
    """A line of a hundred thousand bars is no table; its words are read as words, and the rest of the text with them."""
    data = f"Funding\n\n{'|a' * 100_000}|\n{'|-' * 100_000}|\n{'|b|c|' * 20}\n".encode()
    read = read_paper(data, "a.md")
    assert not read.findings
    assert read.passages[0].text == "Funding"
    assert not any(one.cells for one in read.passages)


def _fields(depth: int) -> Iterator[str]:
    yield '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' * depth
    yield "<w:r><w:t>Scouts £500</w:t></w:r>"
    yield '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * depth


def test_fields_within_fields_do_not_hold_the_tool_up() -> None:
    """Thirty thousand fields, each inside the other, are read at once; the words in the midst of them are there."""
    began = process_time()
    assert texts(f"<w:p>{''.join(_fields(30_000))}</w:p>") == ["Scouts £500"]
    assert process_time() - began < 20  # it took 75 seconds when each field was held against all around it


def test_styles_based_on_styles_do_not_hold_the_tool_up() -> None:
    """Three thousand styles, each based on the next, are followed as far as Word goes; every paragraph is read."""
    names = range(3_000)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="s{at}"/><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in names
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{at}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' for at in names)
    began = process_time()
    assert len(texts(body, styles=styles)) == len(names)
    assert process_time() - began < 20  # it took minutes


def test_a_merged_cell_is_not_given_again_without_end() -> None:
    """A cell of a hundred thousand letters beside a hundred rows is whole once; the rows below have its beginning."""
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    beside = "<w:tc><w:p><w:r><w:t>£5</w:t></w:r></w:p></w:tc>"
    first = cell.format(' w:val="restart"', "word " * 20_000)
    rows = f"<w:tr>{first}{beside}</w:tr>" + f"<w:tr>{cell.format('', '')}{beside}</w:tr>" * 100
    read = paper(f"<w:tbl>{rows}</w:tbl>").passages
    lengths = [len(one.cells[0].text) for one in read]
    assert lengths[0] > 99_000
    assert set(lengths[1:]) == {1_000}
    assert all(one.cells[0].goes_on for one in read[1:])


def test_pages_that_share_a_large_drawing_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small PDF whose every page is one large drawing is read as far as a paper goes, and I am told where that was."""
    monkeypatch.setattr(pdfs, "MOST_CONTENT_IN_ALL", 2_000)
    words = drawn(At(50, 800, "Scouts £500")) + b" " * 900
    read = read_paper(pdf(*[words] * 6), "a.pdf")
    assert [one.page for one in read.passages] == [1, 2, 3]
    (finding,) = read.findings
    assert finding.code == "W619"
    assert "pages 4, 5 and 6 could not be read, because they come after more words than a paper has" in finding.message


def test_a_pdf_whose_drawing_is_too_large_is_not_called_a_scan() -> None:
    """I am told that the drawing is too large, and not that the paper was scanned."""
    data = pdf(b" 1 1 m" * 200_000)
    (finding,) = read_paper(data, "map.pdf").findings
    assert finding.code == "W618"
    assert finding.message.endswith("its pages hold a drawing too large to look through.")
