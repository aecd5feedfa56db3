"""The words of a Word file: what a reader sees, and nothing else."""

from __future__ import annotations

from word_files import paragraph, word_file

from pcp_reports.word.package import DOCUMENT, parse, read_parts
from pcp_reports.word.reading import Link, P, Relationship, field_address, links_of, rows_of, text_of, w
from pcp_reports.word.settling import settled


def first(body: str) -> tuple[str, ...]:
    """Return the words of each paragraph of a body."""
    parts = read_parts(word_file(body), "x.docx")
    assert isinstance(parts, dict)
    return tuple(text_of(one) for one in parse(parts[DOCUMENT]).iter(P))


def test_deleted_and_moved_words_are_not_read() -> None:
    """Words that are struck out in review, or moved elsewhere, are not words of the paper; those put in are."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('moved')}</w:moveFrom><w:ins>{run.format('new')}</w:ins></w:p>"
    )
    assert first(body) == ("keptnew",)


def test_words_in_a_text_box_are_read_apart() -> None:
    """The words of a text box do not run into those of the paragraph it hangs on."""
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    assert first(f"<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>") == ("a", "box")


def test_tabs_and_breaks_are_read() -> None:
    """A tab is a tab, a line break a line break, and a no-break hyphen a hyphen."""
    assert first("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>") == ("a\tb\n\u2011",)


def test_cells_are_read_row_by_row() -> None:
    """A table inside a cell belongs to the cell."""
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('in')}</w:tc></w:tr></w:tbl>"
    cell = "<w:tc>{}</w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(paragraph('a'))}{cell.format(inner + paragraph('b'))}</w:tr></w:tbl>"
    parts = read_parts(word_file(table), "x.docx")
    assert isinstance(parts, dict)
    found = parse(parts[DOCUMENT]).find(f".//{w('tbl')}")
    assert found is not None
    assert rows_of(found) == (("a", "in\nb"),)


def test_links_inside_the_file_are_no_links() -> None:
    """A link to a bookmark leads nowhere outside, and two neighbours with one address are one link."""
    link = '<w:hyperlink r:id="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    body = f"<w:p>{link.format('x', 'a')}{link.format('x', 'b')}{link.format('none', 'c')}</w:p>"
    parts = read_parts(word_file(body), "x.docx")
    assert isinstance(parts, dict)
    paragraph_ = next(parse(parts[DOCUMENT]).iter(P))
    targets = {"x": Relationship("hyperlink", "https://example.org/", external=True)}
    assert links_of(paragraph_, targets) == (Link("ab", "https://example.org/"),)
    assert field_address(' HYPERLINK "https://example.org/" \\o "tip" ') == "https://example.org/"
    assert field_address(' HYPERLINK \\l "place" ') == ""
    assert field_address(" PAGE ") == ""


def test_a_deleted_return_makes_one_paragraph_of_two() -> None:
    """Where somebody deleted the Return between two lines in review, they are one line once that is accepted."""
    mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    parts = read_parts(word_file(paragraph("One ", more=mark) + paragraph("two.")), "x.docx")
    assert isinstance(parts, dict)
    assert [text_of(one) for one in parse(settled(parts)[DOCUMENT]).iter(P)] == ["One two."]


def test_the_marks_of_comments_are_taken_away() -> None:
    """A remark in the margin goes, with the mark in the text that showed where it belonged."""
    remark = '<w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    body = f'<w:p>{remark}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    parts = read_parts(word_file(body, comments='<w:comment w:id="0" w:author="A"/>'), "x.docx")
    assert isinstance(parts, dict)
    done = settled(parts)
    assert "word/comments.xml" not in done
    assert b"comment" not in done[DOCUMENT]
    assert b"comments" not in done["[Content_Types].xml"]
