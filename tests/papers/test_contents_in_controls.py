"""A table of contents in Word's own control, whose lines go on behind it: nothing of it is read, and all that follows is."""

from __future__ import annotations

from word_papers import para, texts

BEGIN = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
PARTED = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
END = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"


def control(*paragraphs: str) -> str:
    """Return paragraphs in the control that Word puts around a table of contents."""
    properties = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{''.join(paragraphs)}</w:sdtContent></w:sdt>"


def test_contents_that_end_behind_their_control_are_left_out() -> None:
    """Where somebody pressed Enter in the last line, “Grants 5” stands behind the control and is no words of the paper."""
    began = control(para("Contents"), para(BEGIN, PARTED, "Funding 4"))
    body = began + para("Grants 5") + para("Annex 6", END) + para("£500 to Guides")
    assert texts(body) == ["£500 to Guides"]


def test_other_fields_within_a_control_hide_nothing_behind_it() -> None:
    """The page numbers in the contents are fields of their own, and end with them."""
    page = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGEREF a</w:instrText></w:r>"
    whole = control(para(BEGIN, PARTED, "Funding ", page, PARTED, "4", END), para("Grants 5", END))
    assert texts(whole + para("£500 to Guides")) == ["£500 to Guides"]


def test_a_field_that_is_read_is_read_on_behind_the_control() -> None:
    """A field of other words that begins within the control and ends behind is shown there."""
    other = BEGIN.replace("TOC \\o", "REF sums")
    assert texts(control(para(other, PARTED, "Contents")) + para("£500 to Guides", END)) == ["£500 to Guides"]
