"""The two templates an office starts from."""

from __future__ import annotations

from pathlib import Path

import pytest
from judges import complaints

from pcp_reports.word.default_template import default_template
from pcp_reports.word.looks import LAYOUTS
from pcp_reports.word.package import WORD, canonical, parse, read_parts

W = f"{{{WORD}}}"
TEMPLATES = Path(__file__).parents[2] / "templates"


def parts_of(layout: str) -> dict[str, bytes]:
    """Return the parts of a default template."""
    parts = read_parts(default_template(layout), "t.docx")
    assert isinstance(parts, dict)
    return parts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_files_in_templates_are_what_the_tool_makes(layout: str) -> None:
    """The Word files in the templates folder are those the tool makes itself, to the last byte of every part."""
    committed = read_parts((TEMPLATES / f"{layout}.docx").read_bytes(), f"{layout}.docx")
    assert isinstance(committed, dict)
    assert committed == parts_of(layout)
    # Two builds of the compressor may pack the same bytes differently; packed by one, they are the same file.
    assert canonical(committed) == default_template(layout)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_opens_them_cleanly(layout: str, tmp_path: Path) -> None:
    """Neither validator has a word to say against the templates."""
    assert complaints(default_template(layout), tmp_path) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_looks_are_in_the_styles(layout: str) -> None:
    """An officer restyles a paper with Modify Style alone: no paragraph or word has a look of its own."""
    root = parse(parts_of(layout)["word/document.xml"])
    own = {child.tag for looks in root.iter(f"{W}pPr", f"{W}rPr") for child in looks}
    assert own == {f"{W}pStyle", f"{W}rStyle"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_they_are_a4_in_british_english_and_count_their_pages(layout: str) -> None:
    """A4, British English, page x of y at the foot of every page, and no question about fields on opening."""
    parts = parts_of(layout)
    size = parse(parts["word/document.xml"]).find(f"{W}body/{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert b'<w:lang w:val="en-GB"' in parts["word/styles.xml"]
    for name in ("word/footer.xml", "word/footer1.xml"):
        fields = [field.get(f"{W}instr", "").strip() for field in parse(parts[name]).iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
    assert b"updateFields" not in parts["word/settings.xml"]
