"""Read-back: whatever goes wrong between the entries and the finished Word file is found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_paper import BODY, BRIEFING, PAPER, ROUND, block, changed, filled
from word_files import instance

from pcp_reports.document import Block, BlockKind, Document, Origin, PrintedRound, Run, Table
from pcp_reports.findings import Place, has_errors
from pcp_reports.word.default_template import default_template
from pcp_reports.word.draft import DraftNotice
from pcp_reports.word.items import items_of
from pcp_reports.word.package import canonical, parse, read_parts
from pcp_reports.word.pairing import pair
from pcp_reports.word.parts import serialize
from pcp_reports.word.read_back import read_back
from pcp_reports.word.reading import P, text_of, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

OUT = "output/2023-10-03/2023-10-03 panel-update.docx"
MAIN = "word/document.xml"


def codes(data: bytes, document: Document = PAPER) -> list[str]:
    """Return the codes found, in order."""
    return [finding.code for finding in read_back(data, document, OUT)]


def paragraph_with(words: str, xml: str) -> str:
    """Return the XML of the one paragraph that holds these words."""
    found: list[str] = [text for text in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", xml) if words in text]
    assert len(found) == 1, found
    return found[0]


def of_xml(element: etree._Element) -> str:
    """Return an element as XML."""
    return serialize(element).decode()


def without(words: str) -> Callable[[str], str]:
    """Return a change that takes out the paragraph that holds these words."""
    return lambda xml: xml.replace(paragraph_with(words, xml), "")


def swapped(one: str, other: str) -> Callable[[str], str]:
    """Return a change that puts two paragraphs in each other's place."""

    def change(xml: str) -> str:
        first, second = paragraph_with(one, xml), paragraph_with(other, xml)
        return xml.replace(first, "@@").replace(second, first).replace("@@", second)

    return change


def twice(words: str) -> Callable[[str], str]:
    """Return a change that prints a paragraph twice."""
    return lambda xml: xml.replace(paragraph_with(words, xml), 2 * paragraph_with(words, xml))


def put(old: str, new: str) -> Callable[[str], str]:
    """Return a change of some XML, the first that is such."""
    return lambda xml: xml.replace(old, new, 1)


@pytest.mark.parametrize("document", [PAPER, BRIEFING], ids=["panel update", "briefing"])
def test_a_good_file_is_proved(document: Document) -> None:
    """A paper built with the tool's own templates reads back without a word of complaint."""
    assert read_back(filled(document), document, OUT) == []


def test_a_draft_is_proved_although_its_notice_quotes_a_placeholder() -> None:
    """The page of faults in front of a draft may quote placeholders; the paper behind it is proved all the same."""
    draft = filled(PAPER, draft=DraftNotice(("The text has {{ totla }}: did you mean total?",)))
    assert read_back(draft, PAPER, OUT) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param(without("took place in August"), ["W402"], id="a numbered paragraph is lost"),
        pytest.param(without("Items discussed included"), ["W402"], id="an un-numbered paragraph is lost"),
        pytest.param(without("asked to consider"), ["W402"], id="the recommendation is lost"),
        pytest.param(without("highlights some activity"), ["W402"], id="half the summary is lost"),
        pytest.param(without("BDS Training"), ["W402", "W409"], id="a grant line is lost"),
        pytest.param(without("Community Fund"), ["W402"], id="a heading is lost"),
        pytest.param(swapped("180 Programme", "BDS Training"), ["W404"], id="two grant lines changed places"),
        pytest.param(swapped("Cash seizures", "overall drop"), ["W404"], id="two bullets changed places"),
        pytest.param(put("£10,000", "£10,001"), ["W403", "W409"], id="one digit of an amount is changed"),
        pytest.param(put("£500.50", "£5OO.50"), ["W403", "W409"], id="letters for noughts in an amount"),
        pytest.param(
            put("drop in crime of 6%", "drop in crime of 8%"), ["W403"], id="one digit of the text is changed"
        ),
        pytest.param(put("in August", "in august"), ["W403"], id="one capital is changed"),
        pytest.param(put("in August.", "in  August."), ["W403"], id="one blank too many"),
        pytest.param(twice("BDS Training"), ["W405"], id="a grant line is printed twice"),
        pytest.param(put(">130<", ">131<"), ["W408"], id="a cell is changed"),
        pytest.param(put(">Value<", ">Worth<"), ["W408"], id="a header cell is changed"),
        pytest.param(put("Angela Harrison", "Angela Harris"), ["W410"], id="the signatory is changed"),
        pytest.param(put("01772 533587", "01772 533588"), ["W410"], id="one digit of the telephone is changed"),
        pytest.param(put("on 3 October", "on 13 October"), ["W410"], id="the meeting is on another day"),
        pytest.param(put("Chief Executive", "Chief"), ["W410"], id="the role is cut short"),
        pytest.param(put(">Recommendation<", ">{{ heading }}<"), ["W411"], id="a placeholder is left"),
    ],
)
def test_what_goes_wrong_in_the_document_is_found(change: Callable[[str], str], found: list[str]) -> None:
    """Whatever is lost, moved, doubled or changed between my entry and the Word file, I am told what it is."""
    assert codes(changed(filled(), MAIN, change)) == found


def test_a_lost_run_with_an_ampersand_is_found() -> None:
    """If “& the minutes” is lost from the middle of a sentence, I am told what should stand there."""
    data = changed(filled(), MAIN, lambda xml: re.sub(r"<w:r><w:t[^>]*> &amp; the minutes\.</w:t></w:r>", "", xml))
    (finding,) = read_back(data, PAPER, OUT)
    assert finding.code == "W403"
    assert "expected “This link details the papers & the minutes.”, found “This link details the papers”" in (
        finding.message
    )
    assert finding.place == Place("entries/2023-10-03/paper.yaml", 11)
    assert OUT in finding.message


def test_the_message_names_what_was_expected_and_found() -> None:
    """I see the words on both sides, where the entry is, and how far the round is out."""
    words, amounts = read_back(changed(filled(), MAIN, put("£10,000", "£10,001")), PAPER, OUT)
    assert words.message == (
        f"{OUT} does not say what the entry says: expected “…CrossFit & more for 12-18s – £10,000”, "
        "found “…CrossFit & more for 12-18s – £10,001”."
    )
    assert words.place == Place(ROUND, 10)
    assert amounts.message == (
        f"slnf-september: the grant lines in {OUT} come to £12,341, and the entries to £12,340 (3 lines read)."
    )


def test_a_lost_link_is_found() -> None:
    """Words that should lead to a page and no longer do are found, and so is a link to another page."""
    lost = changed(filled(), MAIN, lambda xml: re.sub(r"</?w:hyperlink[^>]*>", "", xml))
    assert codes(lost) == ["W407"]
    astray = changed(filled(), "word/_rels/document.xml.rels", put("example.org", "example.com"))
    assert codes(astray) == ["W407"]


def test_a_link_as_a_field_is_a_link() -> None:
    """Word may keep a link as a field; it leads to the same page."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://www.example.org/a?b=1&amp;c=2#top" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = changed(filled(), MAIN, lambda xml: re.sub(r"<w:hyperlink.*?</w:hyperlink>", field, xml))
    assert codes(data) == []


def test_numbers_that_restart_are_found() -> None:
    """If a paragraph begins again at 1 in the middle of the paper, I am told which."""
    parts = read_parts(filled(), OUT)
    assert isinstance(parts, dict)
    numbered = '<w:pStyle w:val="NumberedParagraph"/>'
    definition = next(d for d in parse(parts["word/numbering.xml"]).iter(w("abstractNum")) if numbered in of_xml(d))
    of = int(definition.get(w("abstractNumId"), ""))
    again = instance(99, of, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    data = changed(filled(), "word/numbering.xml", put("</w:numbering>", f"{again}</w:numbering>"))

    def restart(xml: str) -> str:
        old = paragraph_with("took place in August", xml)
        return xml.replace(
            old, old.replace(numbered, f'{numbered}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>')
        )

    (finding,) = read_back(changed(data, MAIN, restart), PAPER, OUT)
    assert finding.code == "W406"
    assert (
        "this carries the number 1, where 3 should stand: “The latest Board took place in August.”" in finding.message
    )


def test_a_number_in_between_is_found() -> None:
    """A bullet or heading that takes a number of its own is found, with the paragraph after it."""
    style = '<w:pStyle w:val="NumberedParagraph"/>'
    data = changed(filled(), MAIN, put('<w:pStyle w:val="NumberedContinuation"/>', style))
    assert codes(data) == ["W406", "W406"]


def test_a_style_without_its_list_is_found() -> None:
    """If the template's Numbered Paragraph style has lost its numbers, the paper is not passed off as numbered."""
    data = changed(filled(), "word/numbering.xml", lambda xml: xml.replace('w:val="decimal"', 'w:val="none"'))
    assert set(codes(data)) == {"W406"}


def test_a_changed_title_in_the_properties_is_found() -> None:
    """The name that a screen reader or a search shows is the paper's title."""
    assert codes(changed(filled(), "docProps/core.xml", put("update", "updtae"))) == ["W412"]


@pytest.mark.parametrize("keep", [0, 10, 500, 5000, -1, -30])
def test_a_file_cut_short_is_found(keep: int) -> None:
    """A file that was cut while it was copied is not passed."""
    (finding,) = read_back(filled()[:keep], PAPER, OUT)
    assert finding.code == "W401"
    assert finding.place == Place(OUT)


def test_a_placeholder_left_in_a_header_is_found() -> None:
    """A placeholder is found wherever it is left, in a header as in a field or the description of a picture."""
    parts = read_parts(filled(), OUT)
    assert isinstance(parts, dict)
    header = next(name for name in sorted(parts) if name.startswith("word/header") and b"October" in parts[name])
    assert codes(changed(filled(), header, put("3 October 2023", "{{ meeting.dat }}"))) == ["W411"]
    assert codes(changed(filled(), header, put("<w:r>", '<w:r w:rsidR="{% x %}">'))) == ["W411"]


def test_a_placeholder_split_over_runs_is_found() -> None:
    """Word often cuts a placeholder into pieces; the pieces are put together before they are looked at."""
    split = "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ paper.</w:t></w:r><w:r><w:t>titel }}</w:t></w:r></w:p>"
    data = changed(filled(), MAIN, put("<w:body>", f"<w:body>{split}"))
    (finding,) = read_back(data, PAPER, OUT)
    assert finding.message.endswith("in word/document.xml: “{{ paper.titel }}”.")


def test_braces_that_an_officer_typed_are_words() -> None:
    """A purpose such as “{{ Young }} voices” is somebody's name for it, and is not taken for a placeholder."""
    body = (*BODY[:-1], block(BlockKind.NUMBERED, "The {{ Young }} voices {% project."))
    document = replace(PAPER, body=body, title="Update {{ 3 }}")
    assert codes(filled(document), document) == []


def test_amounts_are_read_in_the_file_and_not_in_the_entries() -> None:
    """If the ledger and the lines disagree, the file is not passed, even where every word is as composed."""
    document = replace(PAPER, rounds=(PrintedRound("slnf-september", 9, 14, "£12,339"),))
    assert codes(filled(document), document) == ["W409"]


def test_a_table_of_grants_is_added_up() -> None:
    """Where a round is printed as a table, its rows are added up."""
    table = Table(("Recipient", "Amount"), (("A & B", "£1,000"), ("C", "£250.50")), "Grants")
    body = (block(BlockKind.NUMBERED, "The round:"), Block(BlockKind.TABLE, (), Origin(ROUND, 3), table))
    document = replace(PAPER, body=body, rounds=(PrintedRound("round", 1, 2, "£1,250.50"),))
    assert codes(filled(document), document) == []
    wrong = replace(document, rounds=(PrintedRound("round", 1, 2, "£1,250"),))
    assert codes(filled(wrong), wrong) == ["W409"]


def test_a_table_that_lost_a_row_or_everything_is_found() -> None:
    """A table without one of its rows is found, and so is a paper without the table."""
    shorter = changed(filled(), MAIN, lambda xml: re.sub(r"<w:tr>(?:(?!<w:tr>).)*Civil orders.*?</w:tr>", "", xml))
    (finding,) = read_back(shorter, PAPER, OUT)
    assert "expected 3 rows, found 2" in finding.message
    assert finding.code == "W408"
    assert codes(changed(filled(), MAIN, lambda xml: re.sub(r"<w:tbl>.*</w:tbl>", "", xml))) == ["W402"]


def test_a_paper_without_its_body_says_so_once() -> None:
    """If most of the body is lost, I am told so in one sentence and not in twenty."""

    def cut(xml: str) -> str:
        first, last = paragraph_with(BODY[0].text, xml), paragraph_with(BODY[-3].text, xml)
        return xml[: xml.index(first)] + xml[xml.index(last) + len(last) :]

    missing, amounts = read_back(changed(filled(), MAIN, cut), PAPER, OUT)
    assert missing.message == (
        f"16 paragraphs in a row are missing from {OUT}, from “Background” to ““Things are getting done””."
    )
    assert (missing.code, amounts.code) == ("W402", "W409")


def test_a_paragraph_with_the_words_of_another_is_told_apart() -> None:
    """The recommendation at the top and a numbered one in the same words are two, and both must be there."""
    same = "The Panel is asked to consider the report."
    document = replace(PAPER, body=(block(BlockKind.NUMBERED, same),), rounds=())
    assert codes(filled(document), document) == []
    parts = read_parts(filled(document), OUT)
    assert isinstance(parts, dict)
    root = parse(parts[MAIN])
    first = next(p for p in root.iter(P) if text_of(p) == same)
    parent = first.getparent()
    assert parent is not None
    parent.remove(first)
    assert codes(canonical({**parts, MAIN: serialize(root)}), document) == ["W402"]


def test_words_of_the_template_may_stand_between() -> None:
    """A template that prints the blocks itself, with words of its own between, is proved like any other."""
    loop = "".join(
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        for words in ("{%p for block in paper.blocks %}", "Item", "{{p block.xml }}", "{%p endfor %}")
    )
    template = changed(
        default_template("panel-update"), MAIN, lambda xml: xml.replace(paragraph_with("{{p body }}", xml), loop)
    )
    assert codes(filled(PAPER, template)) == []


@settings(deadline=None)
@given(st.data())
def test_no_paragraph_can_be_lost_or_changed_unseen(data: st.DataObject) -> None:
    """Take any paragraph of the paper, or any letter of it: it is missed."""
    parts = read_parts(filled(), OUT)
    assert isinstance(parts, dict)
    root = parse(parts[MAIN])
    texts = {one.text for one in (*PAPER.summary, *PAPER.recommendation, *BODY)}
    # The template has a heading of its own with the words of the last one.
    own = list({text_of(p): p for p in root.iter(P) if text_of(p) in texts}.values())
    victim = data.draw(st.sampled_from(own))
    if data.draw(st.booleans()):
        parent = victim.getparent()
        assert parent is not None
        parent.remove(victim)
    else:
        words = data.draw(st.sampled_from([t for t in victim.iter(w("t")) if t.text]))
        text = words.text or ""
        at = data.draw(st.integers(0, len(text) - 1))
        words.text = text[:at] + text[at + 1 :]
    assert has_errors(read_back(canonical({**parts, MAIN: serialize(root)}), PAPER, OUT))


def test_pairing_is_quick_for_long_papers() -> None:
    """A paper of thousands of paragraphs, one of them lost, is still compared at once."""
    body = tuple(
        block(BlockKind.GRANT, f"Recipient {at % 97} – a purpose – £{1000 + at}")
        if at % 5
        else block(BlockKind.HEADING, "Fund")
        for at in range(3000)
    )
    document = replace(PAPER, body=body, rounds=())
    data = changed(filled(document), MAIN, without("£2001<"))
    parts = read_parts(data, OUT)
    assert isinstance(parts, dict)
    pairs = pair(body, items_of(parts, []), set(), numbered=True)
    assert [at for at, one in enumerate(pairs) if one is None] == [1001]


def test_run_and_link_words_are_compared_together() -> None:
    """Two pieces of one link are one link, and a plain word between them makes two."""
    address = "https://example.org/"
    runs = (Run("a", link=address), Run("b", bold=True, link=address), Run(" and "), Run("c", link=address))
    document = replace(PAPER, body=(block(BlockKind.NUMBERED, *runs),), rounds=())
    assert codes(filled(document), document) == []


def slot_twice(between: str = "") -> Callable[[str], str]:
    """Return a change of a template that places the body a second time, at the end of it."""

    def change(xml: str) -> str:
        slot = paragraph_with("{{p body }}", xml)
        return xml.replace(slot, slot + between + slot)

    return change


def test_a_paper_printed_twice_through_is_found() -> None:
    """A template that places the body twice prints every number and every grant twice: neither passes."""
    layouts = {"panel-update": (PAPER, {"W405", "W406"}), "partnership-briefing": (BRIEFING, {"W405"})}
    for layout, (document, found) in layouts.items():
        template = changed(default_template(layout), MAIN, slot_twice())
        assert set(codes(filled(document, template), document)) == found
    (again, numbers) = read_back(
        filled(PAPER, changed(default_template("panel-update"), MAIN, slot_twice())), PAPER, OUT
    )
    assert "paragraphs are printed twice" in again.message
    assert "In output/2023-10-03/2023-10-03 panel-update.docx 5 numbers are printed where none should be" in (
        numbers.message
    )


@pytest.mark.parametrize(
    "kind", [BlockKind.NUMBERED, BlockKind.GRANT, BlockKind.TABLE, BlockKind.QUOTATION, BlockKind.BULLET]
)
def test_one_block_printed_again_behind_the_body_is_found(kind: BlockKind) -> None:
    """Whatever stands a second time in the paper, a number, a grant, a table, a quotation, is found wherever it is."""
    name = {one: one.name.lower() for one in BlockKind}[kind]
    loop = "".join(
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        for words in (
            f"{{%p for block in paper.blocks if block.kind == '{name}' %}}",
            "{{p block.xml }}",
            "{%p endfor %}",
        )
    )
    template = changed(
        default_template("panel-update"), MAIN, lambda xml: xml.replace("<w:sectPr", f"{loop}<w:sectPr", 1)
    )
    assert "W405" in codes(filled(PAPER, template))


def test_a_fixed_paragraph_of_the_template_may_not_take_a_number() -> None:
    """A paragraph of the template in the style Numbered Paragraph would take the paper's next number: I am told."""
    fixed = (
        '<w:p><w:pPr><w:pStyle w:val="NumberedParagraph"/></w:pPr><w:r><w:t>Background papers: none.</w:t></w:r></w:p>'
    )
    template = changed(
        default_template("panel-update"),
        MAIN,
        lambda xml: xml.replace(paragraph_with("{{p body }}", xml), paragraph_with("{{p body }}", xml) + fixed),
    )
    (finding,) = read_back(filled(PAPER, template), PAPER, OUT)
    assert finding.code == "W406"
    assert "the number 6. is printed where none should be: “Background papers: none.”" in finding.message


def test_blocks_that_are_alike_and_words_of_the_template_are_no_second_print() -> None:
    """Two grants in the same words are two grants, and the template's own heading or sentence is its own affair."""
    line = block(BlockKind.GRANT, "A – a purpose – £10", path=ROUND)
    document = replace(PAPER, body=(*BODY, line, line), rounds=())
    own = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("Background", BODY[1].text))
    template = changed(
        default_template("panel-update"), MAIN, lambda xml: xml.replace("<w:sectPr", f"{own}<w:sectPr", 1)
    )
    assert codes(filled(document, template), document) == []
