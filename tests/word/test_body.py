"""The body of a paper: its words set once and rightly, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from sample_paper import BODY, PAPER, block

from pcp_reports.document import Block, BlockKind, Origin, Run, Table
from pcp_reports.word.body import Setter, unholdable
from pcp_reports.word.columns import column_widths
from pcp_reports.word.marks import Mark, bookmarks, entry_mark, read_mark, words_mark
from pcp_reports.word.package import WORD

W = f"{{{WORD}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STYLES = {name.casefold(): name.replace(" ", "") for name in [kind.value for kind in BlockKind]} | {
    "hyperlink": "Hyperlink",
    "table text": "TableText",
    "table heading": "TableHeading",
}
WORDS = st.text(st.characters().filter(lambda sign: unholdable(sign) is None))


def set_in_word(*blocks: Block, last: str = "") -> tuple[etree._Element, Setter]:
    """Return what the blocks become in Word, and the setter that remembers what the file needs."""
    setter = Setter(STYLES, width=9000, link_stem="link", bookmark=7, last=last)
    xml = setter.blocks(blocks, bookmarks(blocks))
    return etree.fromstring(f'<w:body xmlns:w="{WORD}">{xml}</w:body>'), setter


def said(node: etree._Element) -> str:
    """Return the words of a paragraph, tabs and line breaks among them."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(signs.get(str(one.tag), one.text or "") for one in node.iter(f"{W}t", f"{W}tab", f"{W}br"))


@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=4))
def test_words_arrive_as_they_were_typed(runs: list[tuple[str, bool, bool]]) -> None:
    """Ampersands, brackets, quotes, braces, blanks at either end: what is typed is what is printed."""
    typed = Block(BlockKind.NUMBERED, tuple(Run(*run) for run in runs), Origin("a.yaml", 1))
    body, _ = set_in_word(typed)
    assert said(body[0]) == typed.text


def test_bold_and_italic_are_set() -> None:
    """Bold words are bold, italic words italic, and no others."""
    body, _ = set_in_word(block(BlockKind.TEXT, "plain ", Run("bold ", bold=True), Run("both", bold=True, italic=True)))
    looks = [[look.tag.removeprefix(W) for look in run.iter(f"{W}b", f"{W}i")] for run in body.iter(f"{W}r")]
    assert looks == [[], ["b"], ["b", "i"]]


def test_a_paragraph_carries_its_style_and_nothing_else() -> None:
    """All looks come from the styles, so that Modify Style changes the whole paper."""
    body, _ = set_in_word(*[one for one in BODY if one.table is None])
    for paragraph, one in zip(body, [one for one in BODY if one.table is None], strict=True):
        looks = paragraph.find(f"{W}pPr")
        assert looks is not None
        assert [(look.tag, look.get(f"{W}val")) for look in looks] == [(f"{W}pStyle", one.style.replace(" ", ""))]


def test_the_last_paragraph_stays_with_the_signature() -> None:
    """A signature never stands alone on a page: the paragraph above it goes along."""
    names = bookmarks(BODY)
    body, _ = set_in_word(*BODY, last=names[-1])
    kept = [said(one) for one in body.findall(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["Members are recommended to comment accordingly."]


def test_links_share_an_address() -> None:
    """A link printed in two pieces, or twice, is one address; the words of a link say where it leads."""
    link = "https://www.example.org/a?b=1&c=2"
    body, setter = set_in_word(
        block(
            BlockKind.TEXT, Run("the ", link=link), Run("minutes", bold=True, link=link), " and ", Run("x", link=link)
        ),
        block(BlockKind.TEXT, Run("other", link="mailto:a@example.org")),
    )
    links = [(node.get(f"{R}id"), said(node)) for node in body.iter(f"{W}hyperlink")]
    assert links == [("link1", "the minutes"), ("link1", "x"), ("link2", "other")]
    assert setter.links == {link: "link1", "mailto:a@example.org": "link2"}
    assert {node.get(f"{W}val") for node in body.iter(f"{W}rStyle")} == {"Hyperlink"}


def test_every_block_has_a_hidden_bookmark_of_its_own() -> None:
    """An edited paragraph can be traced to its entry: each block has a bookmark, hidden and unique."""
    body, _ = set_in_word(*BODY)
    names = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    assert names == list(bookmarks(BODY))
    assert len(set(names)) == len(BODY)
    assert all(name.startswith("_") and len(name) <= 40 for name in names)
    starts = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    assert starts == [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]
    assert starts == [str(number) for number in range(7, 7 + len(BODY))]


def test_a_bookmark_tells_the_entry_and_the_place_and_no_gap() -> None:
    """A bookmark names the entry and which of its paragraphs it is; an exempt grant between leaves no gap in them."""
    first, second = (block(BlockKind.TEXT, "x", line=line, path="entries/bacup.yaml") for line in (4, 9))
    other = block(BlockKind.TEXT, "y", path="entries/patrols.yaml")
    mark = entry_mark("entries/bacup.yaml")
    names = bookmarks([other, first, second])[1:]
    said = [words_mark(one.text) for one in (first, second)]
    assert names == (f"_pcp_{mark}_1_{said[0]}", f"_pcp_{mark}_2_{said[1]}")
    assert [read_mark(name) for name in names] == [Mark(mark, 1, said[0]), Mark(mark, 2, said[1])]
    assert [str(read_mark(name)) for name in names] == list(names)
    assert bookmarks([first, second]) == bookmarks([other, first, second])[1:]
    assert len(bookmarks([block(BlockKind.TEXT, "z", line=99_999_999)] * 9_999)[-1]) <= 40


def test_a_block_printed_twice_is_bookmarked_once() -> None:
    """A template may print a block twice; Word would drop the second bookmark of a name, so there is none."""
    setter = Setter(STYLES, 9000, "link")
    names = bookmarks(BODY[:1])
    assert "bookmarkStart" in setter.blocks(BODY[:1], names)
    assert "bookmark" not in setter.blocks(BODY[:1], names)


def test_a_table_can_be_read_by_everybody() -> None:
    """One header row that repeats, rows that do not split, no merged cells, a description for who cannot see it."""
    body, _ = set_in_word(BODY[14])
    table = body[0]
    rows = table.findall(f"{W}tr")
    assert [[said(cell) for cell in row.findall(f"{W}tc")] for row in rows] == [
        ["Figure", "Value", "Source"],
        ["Arrests", "130", "Force & partners"],
        ["Civil orders", "37", ""],
    ]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert not list(table.iter(f"{W}gridSpan", f"{W}vMerge"))
    assert next(table.iter(f"{W}tblCaption")).get(f"{W}val") == "What the operation came to"
    assert sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")) == 9000


CELLS = st.text("ab ", max_size=40)


@given(
    st.integers(1, 6).flatmap(lambda columns: st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1))
)
def test_a_table_is_as_wide_as_the_words_above_it(rows: list[list[str]]) -> None:
    """However much its cells hold, a table is exactly as wide as its page allows and no column is lost."""
    table = Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), "A table")
    body, _ = set_in_word(Block(BlockKind.TABLE, (), Origin("a.yaml", 1), table))
    widths = [int(column.get(f"{W}w", "")) for column in body.iter(f"{W}gridCol")]
    assert sum(widths) == 9000
    assert min(widths) > 100


def test_short_entries_stand_on_one_line() -> None:
    """Where a table cannot have every entry on one line, the long ones break and the short ones do not."""
    header = ("Measure", "Before", "Now", "Change", "Since", "Source")
    rows = (
        (
            "Confidence in the police dealing with crime in this ward and in the next",
            "52%",
            "70%",
            "up 18%",
            "2022",
            "LT",
        ),
        ("Cost of crime", "", "", "down £296,290", "", "Lancashire Talking"),
    )
    widths = column_widths(Table(header, rows, ""), 9026)
    assert sum(widths) == 9026
    # What Arial takes, in bold where it stands in the heading row, with the white on both sides of the cell.
    for width, needed in zip(widths[1:], (825, 603, 1596, 720, 1922), strict=True):
        assert width >= needed
    assert widths[0] > 2000


def test_tables_do_not_grow_together() -> None:
    """Two tables that follow one another stay two, and a paper may end with a table."""
    body, _ = set_in_word(BODY[14], BODY[14], BODY[3], BODY[14])
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "tbl", "p"]
    assert [said(child) for child in body.findall(f"{W}p")] == ["", "Performance Headlines", ""]


def test_a_style_the_file_lacks_is_told() -> None:
    """A style that the template does not have is remembered by its name, and the words are there all the same."""
    setter = Setter({}, 9000, "link")
    xml = setter.blocks(PAPER.summary, bookmarks(PAPER.summary))
    assert setter.lacking == {"Paper Text"}
    assert "The purpose of this report" in xml


def test_signs_that_word_cannot_hold_are_known() -> None:
    """Control characters and half characters are found; tabs, emoji and accents are not among them."""
    assert [unholdable(text) for text in ("a\x0bb", "\ud800", "x\ufffe", "a\rb", "\x00")] == [
        "\x0b",
        "\ud800",
        "\ufffe",
        "\r",
        "\x00",
    ]
    assert unholdable("a\tb\nŵ £ – “x” 🙂 \x85") is None


def test_a_table_of_many_columns_leaves_room_for_what_it_is_about() -> None:
    """Of seven columns the first, which says what is measured, has a quarter of the page and more; nearly empty ones give way."""
    header = ("Measure", "Before", "Now", "Change", "Since", "Elsewhere", "Source")
    rows = (
        ("Confidence in police dealing with crime", "52%", "70%", "up 18%", "", "", "Lancashire Talking"),
        ("Crime", "", "", "down 12%", "", "Wyre down 10%", ""),
        ("Cost of crime", "", "", "down £296,290", "2022", "", ""),
        ("MoRiLE score", "342", "7", "", "", "", ""),
    )
    widths = column_widths(Table(header, rows, ""), 9026)
    assert sum(widths) == 9026
    assert widths[0] >= 2430
    assert widths[3] >= 1590


@pytest.mark.parametrize(("rows", "kept"), [(1, 1), (8, 8), (9, 1)])
def test_a_short_table_stays_on_one_page(rows: int, kept: int) -> None:
    """A table of up to eight rows is not parted by the end of a page; a longer one keeps its heading with a row."""
    table = Table(("A", "B"), tuple((f"row {at}", "1") for at in range(rows)), "")
    body, _ = set_in_word(Block(BlockKind.TABLE, (), BODY[0].origin, table))
    stays = [[one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(f"{W}p")] for row in body.iter(f"{W}tr")]
    assert stays == [[True, True]] * kept + [[False, False]] * (rows + 1 - kept)


def test_a_quotation_stays_with_what_brings_it_in() -> None:
    """The sentence before a quotation is not left at the foot of the page before."""
    text, quotation = block(BlockKind.TEXT, "They say:"), block(BlockKind.QUOTATION, "“Good”")
    body, _ = set_in_word(text, quotation, quotation, text)
    assert [one.find(f"{W}pPr/{W}keepNext") is not None for one in body.iter(f"{W}p")] == [True, False, False, False]
