"""The named styles and lists: all there, in any office's own file, and nothing of the office's lost."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Pt
from judges import complaints
from lxml import etree

from pcp_reports.document import BlockKind
from pcp_reports.word.default_template import default_template
from pcp_reports.word.looks import LAYOUTS, looks
from pcp_reports.word.package import WORD, canonical, parse, read_parts
from pcp_reports.word.styles import ensure_styles, style_ids

if TYPE_CHECKING:
    from pathlib import Path

W = f"{{{WORD}}}"


def own_paper(*, numbered: bool = False) -> dict[str, bytes]:
    """Return the parts of a paper an office has already: its own font, a heading in red, perhaps a numbered style."""
    paper = docx.Document()
    paper.styles["Normal"].font.size = Pt(13)
    paper.styles["Heading 1"].font.name = "Georgia"
    if numbered:
        paper.styles.add_style("Numbered Paragraph", 1).font.size = Pt(17)
    file = io.BytesIO()
    paper.save(file)
    parts = read_parts(file.getvalue(), "own.docx")
    assert isinstance(parts, dict)
    return parts


def style(parts: dict[str, bytes], name: str) -> etree._Element:
    """Return a style of a file by its name."""
    root = parse(parts["word/styles.xml"])
    identifier = style_ids(root)[name.casefold()]
    return next(node for node in root.findall(f"{W}style") if node.get(f"{W}styleId") == identifier)


def one(node: etree._Element, path: str) -> etree._Element:
    """Return what stands at a path of Word's element names, which must be there."""
    found = node.find("/".join(f"{W}{name}" for name in path.split("/")))
    assert found is not None, path
    return found


def value(node: etree._Element, path: str) -> str:
    """Return the value of what stands at a path."""
    return one(node, path).get(f"{W}val", "")


def list_level(parts: dict[str, bytes], name: str) -> etree._Element:
    """Return the level of the list that a style is; both must point at each other, once."""
    number = one(style(parts, name), "pPr/numPr")
    depth = number.find(f"{W}ilvl")
    root = parse(parts["word/numbering.xml"])
    num = next(node for node in root.findall(f"{W}num") if node.get(f"{W}numId") == value(number, "numId"))
    abstract_id = value(num, "abstractNumId")
    abstract = next(node for node in root.findall(f"{W}abstractNum") if node.get(f"{W}abstractNumId") == abstract_id)
    level = abstract.findall(f"{W}lvl")[0 if depth is None else int(depth.get(f"{W}val", ""))]
    own = style(parts, name).get(f"{W}styleId")
    assert value(level, "pStyle") == own
    assert [link.get(f"{W}val") for link in root.iter(f"{W}pStyle")].count(own) == 1
    return level


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_kind_of_block_has_its_style(layout: str) -> None:
    """Whatever a paper is made of, both templates have a named style for it."""
    parts = read_parts(default_template(layout), "t.docx")
    assert isinstance(parts, dict)
    named = style_ids(parse(parts["word/styles.xml"]))
    assert {kind.value.casefold() for kind in BlockKind} <= set(named)
    assert {look.name.casefold() for look in looks(layout)} == set(named)
    assert len(set(named.values())) == len(named)


@pytest.mark.parametrize(("layout", "numbered"), [("partnership-briefing", False), ("panel-update", True)])
def test_an_offices_own_paper_is_given_what_it_lacks(layout: str, numbered: bool, tmp_path: Path) -> None:
    """The missing styles come into an office's own paper, its own stay as they are, and Word opens it cleanly."""
    before = own_paper(numbered=numbered)
    after = ensure_styles(before, layout)
    kept = style_ids(parse(before["word/styles.xml"]))
    for name in set(kept) - {"numbered paragraph"}:
        assert etree.tostring(style(after, name), method="c14n") == etree.tostring(style(before, name), method="c14n")
    assert set(kept) | {look.name.casefold() for look in looks(layout)} == set(
        style_ids(parse(after["word/styles.xml"]))
    )
    assert value(list_level(after, "Numbered Paragraph"), "numFmt") == "decimal"
    if numbered:
        assert value(style(after, "Numbered Paragraph"), "rPr/sz") == "34"
    assert complaints(canonical(after), tmp_path) == []


def test_the_lists_are_linked_and_apart() -> None:
    """Numbers, bullets and grant lines are three lists, so that no bullet disturbs a number."""
    parts = read_parts(default_template("panel-update"), "t.docx")
    assert isinstance(parts, dict)
    forms = {
        name: value(list_level(parts, name), "numFmt")
        for name in ("Numbered Paragraph", "Paper Bullet", "Paper Bullet 2", "Grant Line")
    }
    assert forms == {
        "Numbered Paragraph": "decimal",
        "Paper Bullet": "bullet",
        "Paper Bullet 2": "bullet",
        "Grant Line": "bullet",
    }
    root = parse(parts["word/numbering.xml"])
    assert [node.tag for node in root] == [f"{W}abstractNum"] * 3 + [f"{W}num"] * 3


def test_lists_of_the_offices_own_are_left_alone() -> None:
    """The lists a paper has already keep their ids, and every definition still stands before every use."""
    before, after = own_paper(), ensure_styles(own_paper(), "panel-update")
    old, new = parse(before["word/numbering.xml"]), parse(after["word/numbering.xml"])
    for tag, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [node.get(f"{W}{key}") for node in new.findall(f"{W}{tag}")]
        assert ids[: len(old.findall(f"{W}{tag}"))] == [node.get(f"{W}{key}") for node in old.findall(f"{W}{tag}")]
        assert len(ids) == len(old.findall(f"{W}{tag}")) + 3
        assert len(set(ids)) == len(ids)
    tags = [node.tag for node in new]
    assert tags == sorted(tags, key=lambda tag: tag == f"{W}num")


def test_asking_twice_changes_nothing() -> None:
    """A paper that has everything is not given it a second time."""
    once = ensure_styles(own_paper(), "panel-update")
    assert ensure_styles(once, "panel-update") == once


def test_a_broken_link_of_the_numbers_is_mended() -> None:
    """A Numbered Paragraph that points to a list that is gone is linked again; nothing else about it changes."""
    parts = ensure_styles(own_paper(numbered=True), "panel-update")
    broken = parts["word/numbering.xml"].replace(b'<w:pStyle w:val="NumberedParagraph"/>', b"")
    assert broken != parts["word/numbering.xml"]
    mended = ensure_styles({**parts, "word/numbering.xml": broken}, "panel-update")
    assert value(list_level(mended, "Numbered Paragraph"), "lvlText") == "%1."


def test_styles_can_be_put_back_as_they_were() -> None:
    """Asked not to keep, a style of ours that was changed is as it first was."""
    good = read_parts(default_template("panel-update"), "t.docx")
    assert isinstance(good, dict)
    spoilt = {**good, "word/styles.xml": good["word/styles.xml"].replace(b"1F3864", b"FF00FF")}
    assert value(style(ensure_styles(spoilt, "panel-update"), "Title"), "rPr/color") == "FF00FF"
    again = ensure_styles(spoilt, "panel-update", keep=False)
    assert value(style(again, "Title"), "rPr/color") == "1F3864"
    assert value(list_level(again, "Paper Bullet 2"), "lvlText") == "–"


def test_the_stale_copy_of_the_styles_is_dropped() -> None:
    """The second styles part that older tools leave behind goes, and everything that pointed to it."""
    before, after = own_paper(), ensure_styles(own_paper(), "panel-update")
    assert "word/stylesWithEffects.xml" in before
    assert "word/stylesWithEffects.xml" not in after
    assert not [name for name, content in after.items() if b"tylesWithEffects" in content]


def test_a_briefing_stands_at_the_margin() -> None:
    """Without numbers there is nothing to stand under: a briefing's bullets begin at the margin."""
    for layout, left in (("panel-update", "964"), ("partnership-briefing", "397")):
        parts = read_parts(default_template(layout), "t.docx")
        assert isinstance(parts, dict)
        indent = one(list_level(parts, "Paper Bullet"), "pPr/ind")
        assert (indent.get(f"{W}left"), indent.get(f"{W}hanging")) == (left, "397")


def test_headings_stay_with_what_they_head() -> None:
    """No heading is left alone at the foot of a page, and the name of a strand is a real heading."""
    parts = read_parts(default_template("panel-update"), "t.docx")
    assert isinstance(parts, dict)
    for name in ("heading 1", "heading 2", "heading 3", "Grant Heading"):
        looks_of = one(style(parts, name), "pPr")
        assert looks_of.find(f"{W}keepNext") is not None
        assert looks_of.find(f"{W}outlineLvl") is not None
