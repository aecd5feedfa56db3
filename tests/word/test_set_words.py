"""How words of a Word file are set: bold, italic, links and pieces, as they go into entries."""

from __future__ import annotations

from papers_in_word import word_file

from pcp_reports.document import Run
from pcp_reports.word.package import canonical, read_parts
from pcp_reports.word.set_words import set_words


def file_with(body: str) -> bytes:
    """Return a Word file whose one paragraph “HERE” has this XML in its place."""
    parts = read_parts(word_file("P| HERE"), "x.docx")
    assert isinstance(parts, dict)
    document = parts["word/document.xml"].decode()
    start = document.index("<w:p>", document.index("<w:body>"))
    end = document.index("</w:p>", start) + len("</w:p>")
    return canonical({**parts, "word/document.xml": (document[:start] + body + document[end:]).encode()})


def run(text: str, look: str = "") -> str:
    """Return a run's XML."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_bold_and_italic_are_told_piece_by_piece() -> None:
    """Words that are bold or italic are told as that; a look that is switched off is none."""
    body = run("Two ", "<w:b/>") + run("points", '<w:i/><w:b w:val="0"/>') + run(" here")
    (found,) = set_words(file_with(f"<w:p>{body}</w:p>"), "x.docx")
    assert found.runs == (Run("Two ", bold=True), Run("points", italic=True), Run(" here"))
    assert found.text == "Two points here"


def test_a_link_that_is_a_field_is_told_with_its_address() -> None:
    """Word keeps some links as fields; their words lead to the same address."""
    field = '<w:fldSimple w:instr=" HYPERLINK &quot;https://e.org/a&quot; ">' + run("the papers") + "</w:fldSimple>"
    (found,) = set_words(file_with(f"<w:p>{run('See ')}{field}{run('.')}</w:p>"), "x.docx")
    assert found.runs == (Run("See "), Run("the papers", link="https://e.org/a"), Run("."))


def test_words_that_were_deleted_are_not_told() -> None:
    """What a tracked change took out is no word of the paper."""
    gone = f'<w:del w:id="9" w:author="a">{run("old").replace("w:t", "w:delText")}</w:del>'
    (found,) = set_words(file_with(f"<w:p>{run('new')}{gone}</w:p>"), "x.docx")
    assert found.text == "new"


def test_a_paragraph_tells_its_style_and_an_empty_one_nothing() -> None:
    """Styles are told by the name that Word shows, in small letters; paragraphs without words are left out."""
    found = set_words(word_file("T| Update\nH1| News\nP| Words."), "x.docx")
    assert [(one.style, one.text) for one in found] == [("title", "Update"), ("heading 1", "News"), ("", "Words.")]


def test_a_file_that_is_no_word_file_tells_nothing() -> None:
    """Nothing is raised for a file that cannot be read."""
    assert set_words(b"no Word file", "x.docx") == ()
