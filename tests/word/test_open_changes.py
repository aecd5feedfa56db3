"""What is still open in a Word file is found: tracked changes by whose they are, comments that are not resolved."""

from __future__ import annotations

from word_files import paragraph, word_file

from pcp_reports.word.open_changes import Comment, Open, Tracked, open_in

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def run(text: str, tag: str = "t") -> str:
    """Return a run of words."""
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def tracked(how: str, text: str, by: str) -> str:
    """Return words that somebody put in or took out, tracked."""
    tag = "delText" if how == "del" else "t"
    return f'<w:{how} w:id="1" w:author="{by}" w:date="2023-09-20T10:00:00Z">{run(text, tag)}</w:{how}>'


def test_a_file_without_any_is_clean() -> None:
    """A paper that nobody left open says nothing."""
    assert open_in(word_file(paragraph("One day.")), "a.docx") == Open()


def test_tracked_changes_tell_whose_they_are_and_where() -> None:
    """Words put in and taken out, each with the person and the paragraph as it reads when all is accepted."""
    body = f"<w:p>{run('We met ')}{tracked('del', 'in May', 'A. Thorne')}{tracked('ins', 'in June', 'A. Thorne')}{run('.')}</w:p>"
    assert open_in(word_file(body), "a.docx").tracked == (
        Tracked("taken out", "in May", "A. Thorne", "We met in June."),
        Tracked("put in", "in June", "A. Thorne", "We met in June."),
    )


def test_pieces_side_by_side_are_one_change() -> None:
    """Word cuts what I typed into pieces; that is one change, and another person's is another."""
    body = f"<w:p>{tracked('ins', 'now ', 'B')}{tracked('ins', 'and then', 'B')}{tracked('ins', ' too', 'C')}</w:p>"
    assert [(one.words, one.by) for one in open_in(word_file(body), "a.docx").tracked] == [
        ("now and then", "B"),
        (" too", "C"),
    ]


def test_a_comment_is_told_with_what_it_is_put_to_and_a_resolved_one_is_not() -> None:
    """A question in the margin is named with its place; one marked as resolved is done with."""
    body = (
        f'<w:p><w:commentRangeStart w:id="0"/>{run("Twelve arrests.")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
        f'<w:p>{run("Ten fines.")}<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )

    def comment(number: int, text: str) -> str:
        return f'<w:comment w:id="{number}" w:author="Slope"><w:p {W14} w14:paraId="0000000{number}">{run(text)}</w:p></w:comment>'

    ended = f'<w15:commentEx {W15} w15:paraId="00000001" w15:done="1"/>'
    data = word_file(body, comments=comment(0, "Is it twelve?") + comment(1, "Done."), commentsExtended=ended)
    assert open_in(data, "a.docx").comments == (Comment("Is it twelve?", "Slope", "Twelve arrests."),)


def test_a_file_that_is_none_is_left_to_its_reader() -> None:
    """A broken file is told by who reads the paper; here it has nothing open."""
    assert open_in(b"no Word file", "a.docx") == Open()
