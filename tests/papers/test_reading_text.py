"""Plain text files, however they were saved, wrapped and pasted: paragraphs, labels, tables and places."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.passage import Passage


def read(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text."""
    return read_paper(text.encode(), "paper.txt").passages


def told(text: str) -> list[tuple[str, str, str]]:
    """Return sort, label and words of each passage of a text."""
    return [(one.sort.value, one.label, one.text) for one in read(text)]


def words(text: str) -> list[str]:
    """Return the words of each passage of a text."""
    return [one.text for one in read(text)]


def reference(shared: Path) -> str:
    """Return the published paper."""
    return next((shared / "reference").glob("003*.txt")).read_text(encoding="utf-8")


def test_the_published_paper_has_its_paragraphs_headings_and_bullets(shared: Path) -> None:
    """The paper as published is read with paragraphs 1 to 13, its headings, its bullets and what goes on beneath."""
    passages = read(reference(shared))
    numbered = [one for one in passages if one.numbered]
    assert [one.label for one in numbered] == [f"{number}." for number in range(1, 14)]
    bullets = [one for one in passages if one.sort is Sort.ITEM and not one.numbered]
    assert len(bullets) == 23
    assert {one.label for one in bullets} == {"-"}
    assert [one.text for one in passages if one.sort is Sort.HEADING] == [
        "POLICE AND CRIME PANEL",
        "Police & Crime Commissioner's update",
        "EXECUTIVE SUMMARY",
        "RECOMMENDATION",
        "Background",
        "Performance Headlines",
        "Community Fund:",
        "Police innovation Fund:",
        "Community Fund:",
        "Police Innovation Fund:",
        "Fighting Crime Grants:",
        "Recommendation",
    ]
    ninth = next(one for one in passages if one.label == "9.")
    assert (ninth.text, ninth.line, ninth.column) == ("A further £53,879 was provided to 6 projects through:", 85, 1)
    visit = next(one for one in passages if one.text.startswith("Operation Vertebrae"))
    assert (visit.sort, visit.where) == (Sort.TEXT, "paragraph 5, first paragraph beneath")


@pytest.mark.parametrize("hanging", [False, True])
@pytest.mark.parametrize("width", [50, 60, 72, 78, 85, 100, 120])
def test_a_paper_whose_lines_were_wrapped_reads_the_same(shared: Path, width: int, hanging: bool) -> None:
    """A mail program that broke the lines at 50 or at 120 letters changes nothing of what is read."""
    whole = reference(shared)
    lines: list[str] = []
    for line in whole.split("\n"):
        label = re.match(r"(?:\d+\.|-) ", line)
        inset = " " * len(label[0]) if label and hanging else ""
        lines += textwrap.wrap(
            line, width, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False
        ) or [""]
    assert told("\n".join(lines)) == told(whole)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_program_that_saved_a_text_does_not_matter(encoding: str, end: str) -> None:
    """Notepad, Word and a web site each save letters and line ends in their own way; all are read."""
    text = "1. The Commissioner’s fund – £69k\n\n- O’Connell’s Gym – pads – £785\n- “No Limits” – a play – £2,000\n"
    paper = read_paper(text.replace("\n", end).encode(encoding), "paper.txt")
    assert [one.text for one in paper.passages] == [
        "The Commissioner’s fund – £69k",
        "O’Connell’s Gym – pads – £785",
        "“No Limits” – a play – £2,000",
    ]
    assert [one.line for one in paper.passages] == [1, 3, 4]
    assert paper.findings == ()


def test_letters_that_were_coded_twice_are_read_as_meant() -> None:
    """A text that shows Â£ for every pound sign in an editor is read with pounds, and nothing is said to be lost."""
    paper = read_paper("Chorley Council – CCTV – £5,000".encode().decode("cp1252").encode(), "paper.txt")
    assert paper.passages[0].text == "Chorley Council – CCTV – £5,000"
    assert paper.findings == ()


def test_letters_that_are_lost_are_said_with_their_place() -> None:
    """Where a letter cannot be told I am shown where it stood, for it may be part of an amount."""
    paper = read_paper("Café Ž – art – £50\n".encode() * 3 + b"One \xff here\n", "x/paper.txt")
    (finding,) = paper.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("W619", 4, 5)
    assert finding.message == "“paper.txt”: 1 letter cannot be read and may be part of a name or an amount."


@pytest.mark.parametrize(
    "text",
    [
        "2023 saw a rise.",
        "2023. was a good year",
        "£500 to Chorley Council",
        "12 projects were funded.",
        "3.2 million was spent.",
        "9. May was wet.",
        "c. £5,000 was spent",
        "J. Smith Foundation – £500",
        "56 Group Wales – art – £400",
        "10.30 am: doors open",
        "(Pages 75–78)",
        "-£500",
    ],
)
def test_what_only_looks_like_a_number_of_a_paragraph_is_words(text: str) -> None:
    """A year, a date, an amount, a count or a name is never taken for the number of a paragraph."""
    assert [(one.label, one.text) for one in read(f"The grants.\n\n{text}\n\nThe end.")][1] == ("", text)


@pytest.mark.parametrize(
    ("typed", "label", "numbered"),
    [
        ("9. A further £500", "9.", True),
        ("9) A further £500", "9)", True),
        ("(9) A further £500", "(9)", True),
        ("3.2 A further £500", "3.2", True),
        ("3.2.1\tA further £500", "3.2.1", True),
        ("(a) A further £500", "(a)", True),
        ("(iv) A further £500", "(iv)", True),
        ("• A further £500", "•", False),
        ("\uf0b7\tA further £500", "•", False),
        ("- A further £500", "-", False),
        ("– A further £500", "–", False),
        ("* A further £500", "*", False),
        ("o\tA further £500", "o", False),
    ],
)
def test_labels_are_taken_off_the_words(typed: str, label: str, numbered: bool) -> None:
    """However a paragraph is numbered or a bullet typed, its words begin behind that."""
    (one,) = read(typed)
    assert (one.label, one.numbered, one.text, one.sort) == (label, numbered, "A further £500", Sort.ITEM)


def test_a_number_that_begins_a_line_of_a_sentence_is_part_of_it() -> None:
    """Where a sentence was wrapped before “12.” or “(a)”, that is no new paragraph."""
    text = (
        "4. The Panel has met many times this year to look at what was done and in all of that time it has made only\n"
        "12. It has not yet met to look at what is said in the report of the Commissioner that came in under paragraph\n"
        "(a) of the rules, which say what the Panel may ask of him and of the Chief Constable as well as of the office\n"
        "- and of the Deputy.\n\n5. The next."
    )
    assert [one.label for one in read(text)] == ["4.", "5."]


def test_levels_follow_the_margin() -> None:
    """A list within a list is a level deeper."""
    text = "1. One\n   (a) Two\n      - three\n      - four\n   (b) Five\n2. Six"
    assert [(one.label, one.level) for one in read(text)] == [
        ("1.", 0),
        ("(a)", 1),
        ("-", 2),
        ("-", 2),
        ("(b)", 1),
        ("2.", 0),
    ]


def test_roman_numbers_start_again_beneath_each_letter() -> None:
    """(i) and (ii) beneath (b) are as good a list as those beneath (a), even behind “; and”."""
    text = "(a) Homes:\n(i) Almshouses, £3,250; and\n(ii) Tenants, £1,975;\n(b) Children:\n(i) Scouts, £5,000; and\n(ii) Guides, £890."
    assert [one.label for one in read(text)] == ["(a)", "(i)", "(ii)", "(b)", "(i)", "(ii)"]


def test_grant_lines_without_bullets_are_never_joined() -> None:
    """One grant a line, with nothing before it, stays one grant a line, however long the lines are."""
    lines = [
        "Chorley Borough Council – summer holiday activities in the places with most trouble – £3,228",
        "RAFT – early help for young people in Farringdon Park – £7,755.",
        "The Salvation Army – CCTV upgrade around the centre in Hyndburn, which has had trouble – £4,000",
        "Blackpool Stanley Rugby Club – coaching sessions for young people, outside of school – £8,040",
        "180 Programme – training – £10,000",
    ]
    assert words("\n".join(lines)) == lines


def test_a_grant_set_out_in_lines_keeps_its_lines() -> None:
    """Recipient, purpose and amount on lines of their own stay so; beneath a bullet the amount is part of the item."""
    grant = "RAFT Farringdon\nEarly intervention for the young people in the park\n£7,755"
    assert words(f"{grant}\n\nThe Salvation Army of Barchester\nBetter cameras round the centre\n£4,000") == [
        *grant.split("\n"),
        "The Salvation Army of Barchester",
        "Better cameras round the centre",
        "£4,000",
    ]
    assert words("• RAFT – early intervention for the young people in the park\n£7,755\n• Scouts – tents\n£500") == [
        "RAFT – early intervention for the young people in the park\n£7,755",
        "Scouts – tents\n£500",
    ]


def test_an_amount_that_was_wrapped_goes_with_its_line() -> None:
    """The dash and amount that stand alone on a line belong to the grant above them."""
    text = (
        "- Lancashire Talking – promoting the scheme for better engagement with residents of the\n"
        "  rural south – security markings for property in rural areas to prevent theft and\n"
        "  - £6,744\n"
        "- Another – art – £1"
    )
    assert [one.text.rpartition(" ")[2] for one in read(text)] == ["£6,744", "£1"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The work of all against anti-\nsocial behaviour, and the anti-social.", "The work of all against anti-social behaviour, and the anti-social."),
        ("The work of Lancashire's diver\u00ad\nsionary sport in the county.", "The work of Lancashire's diversionary sport in the county."),
        ("In the financial year 2023-\n24 it was spent on sport.", "In the financial year 2023-24 it was spent on sport."),
    ],
)  # fmt: skip
def test_words_parted_at_the_end_of_a_line_are_made_whole(text: str, joined: str) -> None:
    """A hyphen that belongs to the word stays, one that only parts it goes."""
    assert words(text) == [joined]


def test_tabs_make_a_table() -> None:
    """A table saved as text by Word, or copied out of Excel, is a table again: with a part's name, and empty cells."""
    text = (
        "Organisation\tPurpose\tAmount\nChorley\tCCTV\t£5,000\nCommunity Fund\nPreston\tArt\t£2,000\nTotal\t\t£7,000\n"
    )
    rows = read(text)
    assert {(one.sort, one.table, one.header) for one in rows} == {(Sort.ROW, 1, False)}
    assert [[cell.text for cell in one.cells] for one in rows] == [
        ["Organisation", "Purpose", "Amount"],
        ["Chorley", "CCTV", "£5,000"],
        ["Community Fund", "", ""],
        ["Preston", "Art", "£2,000"],
        ["Total", "", "£7,000"],
    ]
    assert [one.line for one in rows] == [1, 2, 3, 4, 5]


def test_tabs_that_only_line_things_up_are_one() -> None:
    """Two tabs behind a short name and one behind a long one part the same two cells."""
    rows = read("Chorley\t\t£5,000\nBurnley Leisure\t£10,000\n")
    assert [[cell.text for cell in one.cells] for one in rows] == [
        ["Chorley", "£5,000"],
        ["Burnley Leisure", "£10,000"],
    ]


def test_a_tab_behind_a_number_is_no_table() -> None:
    """Numbered paragraphs with a tab behind the number are paragraphs."""
    assert told("9.\tThe Commissioner said so.\n9.1\tThe Panel agreed.\n9.2\tIt was noted.") == [
        ("item", "9.", "The Commissioner said so."),
        ("item", "9.1", "The Panel agreed."),
        ("item", "9.2", "It was noted."),
    ]


@pytest.mark.parametrize("blank", ["\t", "    "])
def test_a_bullet_before_a_row_is_no_cell_of_it(blank: str) -> None:
    """Rows that were bulleted as well have the recipient in their first cell."""
    rows = read(f"•{blank}Chorley Council{blank}£5,000\n•{blank}Burnley Council{blank}£6,000\n")
    assert [[cell.text for cell in one.cells] for one in rows] == [
        ["Chorley Council", "£5,000"],
        ["Burnley Council", "£6,000"],
    ]


def test_columns_of_blanks_make_a_table() -> None:
    """Columns lined up with blanks are a table; what goes on beneath a cell belongs to it, a part's name does not."""
    text = (
        "Organisation              Project                        Amount\n"
        "------------------------  ---------------------------  --------\n"
        "Chorley Borough Council   Summer diversionary activity    £3,228\n"
        "Community Fund\n"
        "RAFT                      early intervention in the       £7,755\n"
        "                          Farringdon Park area\n"
        "\n"
        "Total                                                    £10,983\n"
        "\n"
        "The Panel is asked to note this.\n"
    )
    assert words(text) == [
        "Organisation\tProject\tAmount",
        "Chorley Borough Council\tSummer diversionary activity\t£3,228",
        "Community Fund\t\t",
        "RAFT\tearly intervention in the Farringdon Park area\t£7,755",
        "Total\t\t£10,983",
        "The Panel is asked to note this.",
    ]


def test_dots_and_bars_make_tables() -> None:
    """Leaders of dots and bars between cells part columns; the row above a line of hyphens is the heading."""
    text = (
        "Chorley Council ............ £5,000\nBurnley Leisure ........... £10,000\n\n"
        "| Recipient | Amount |\n|-----------|--------|\n| A         | £5     |\n"
    )
    rows = read(text)
    assert [(one.table, one.header, one.text) for one in rows] == [
        (1, False, "Chorley Council\t£5,000"),
        (1, False, "Burnley Leisure\t£10,000"),
        (2, True, "Recipient\tAmount"),
        (2, False, "A\t£5"),
    ]


def test_two_blanks_behind_a_stop_are_no_columns() -> None:
    """Sentences with two blanks between them are sentences."""
    text = "Done.  The next round opens in June.  It is larger.\nIt was agreed.  The Panel thanked all.  They left.\n"
    assert {one.sort for one in read(text)} == {Sort.TEXT}


PAGED = """\
Barset Police and Crime Panel                        Agenda item 7

4.1 The Commissioner made the grants below.

• Repair Café – tools – £890
• Parish Council – cameras for the
  car park – £2,460

                         Page 31
Barset Police and Crime Panel                        Agenda item 7

• West Academy – a cadet unit – £1,900

4.2 The next round opens in April, when the Commissioner will have more to give to the groups that

                         Page 32
Barset Police and Crime Panel                        Agenda item 7

ask for it.

                         Page 33
"""


@pytest.mark.parametrize("text", [PAGED, re.sub(r" +Page 3(\d)\n", r"\n3\1\n\f", PAGED)])
def test_page_numbers_and_running_heads_are_left_out(text: str) -> None:
    """What stands at the top and foot of every page is no part of the list that runs across it."""
    assert told(text) == [
        ("item", "4.1", "The Commissioner made the grants below."),
        ("item", "•", "Repair Café – tools – £890"),
        ("item", "•", "Parish Council – cameras for the car park – £2,460"),
        ("item", "•", "West Academy – a cadet unit – £1,900"),
        ("item", "4.2", "The next round opens in April, when the Commissioner will have more to give to the groups that ask for it."),
        ("header", "", "Barset Police and Crime Panel Agenda item 7"),
    ]  # fmt: skip


def test_a_table_that_runs_over_pages_is_one() -> None:
    """A table keeps its headings once, and a cell that was cut by the end of a page is whole again."""
    head = "Organisation          Purpose                    Award\n"
    pages = [
        "Grants of the Commissioner\n\n" + head + "Scouts                tents for the summer         £500\n",
        head + "                      camp at the lake\nGuides                boats                        £600\n",
        head + "Rovers                ropes                        £700\n",
    ]
    text = "\f".join(page + f"\nBarset Panel, grants of 2023\n\n{number}\n" for number, page in enumerate(pages, 4))
    assert words(text) == [
        "Grants of the Commissioner",
        "Organisation\tPurpose\tAward",
        "Scouts\ttents for the summer camp at the lake\t£500",
        "Guides\tboats\t£600",
        "Rovers\tropes\t£700",
        "Barset Panel, grants of 2023",
    ]


def test_the_last_line_of_a_cell_is_no_foot_of_the_page() -> None:
    """Words that happen to end every page, with no blank line above them, are words of the paper."""
    pages = [
        f"{name} Council met.\n\nIt was agreed by {name}.\n\n{name} was given some money for the\nyoung people in the evenings"
        for name in ("Ash", "Oak", "Elm")
    ]
    text = "\f".join(f"{page}\n\nBarset Panel\n" for page in pages)
    assert sum("evenings" in one for one in words(text)) == 3
    assert words(text)[-1] == "Barset Panel"


def test_a_strand_at_the_top_of_every_page_is_kept() -> None:
    """The name of a strand, or a row of headings, that begins each page is never taken for the head of the page."""
    for head in ("Safer Barset Community Fund:", "Organisation and purpose of the grant"):
        text = "\f".join(f"{head}\n\n- {name} – £{at}\n\n- {name} – £5{at}\n" for at, name in enumerate("ABC"))
        assert words(text).count(head) == 3


def test_a_strand_at_the_top_of_two_pages_is_kept() -> None:
    """A list's heading is never mistaken for the head of the page."""
    text = "Community Fund:\n\n- A – £1\n\nPage 1 of 2\n\nCommunity Fund:\n\n- B – £2\n\nPage 2 of 2\n"
    assert words(text) == ["Community Fund:", "A – £1", "Community Fund:", "B – £2"]


def test_a_figure_alone_on_a_line_is_kept() -> None:
    """“12 of 14” or “56” alone on a line is no page number where nothing counts on from it."""
    assert words("Bids that won\n\n12 of 14\n\nThe rest\n\n56\n\nEnd") == [
        "Bids that won",
        "12 of 14",
        "The rest",
        "56",
        "End",
    ]


def test_quoted_mail_is_read_without_its_marks() -> None:
    """A forwarded e-mail is read like any other text."""
    text = "> Dear all,\n>\n> The Commissioner gave a total of £15,000 to\n> the following groups:\n>\n> * Youth Zone - £5,000\n"
    assert words(text) == [
        "Dear all,",
        "The Commissioner gave a total of £15,000 to the following groups:",
        "Youth Zone - £5,000",
    ]


def test_lines_of_an_address_stay_lines() -> None:
    """A signature or an address is not run together, and none of it is a heading."""
    assert told("The Panel agreed.\n\nAngela Harrison\nChief Executive\nCounty Hall") == [
        ("text", "", "The Panel agreed."),
        ("text", "", "Angela Harrison"),
        ("text", "", "Chief Executive"),
        ("text", "", "County Hall"),
    ]


def test_numbered_headings_bear_their_numbers() -> None:
    """“3. Funding” above “3.1” is a heading with its number; so is “3 Funding”, and “22. MINUTES”."""
    for typed in ("3. Funding", "3 Funding"):
        assert told(f"{typed}\n3.1 The round.\n3.2 The next.")[0] == ("heading", typed.split(" ")[0], "Funding")
    assert told("22. MINUTES\nThe minutes were agreed.")[0] == ("heading", "22.", "MINUTES")


LINES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),
        st.sampled_from(
            ["", "- ", "1.", "(a) ", "\t", "  x  ", "£5", "A\tB\t£5", "a | b", "|", "Page 1 of 2", "\f", "a  b    £5", "-", "…………… £5", "> x"]
        ),
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
def test_any_text_is_read_with_no_word_lost(lines: list[str]) -> None:
    """Whatever stands in a text file is read in order, and each letter comes out once, but for heads of pages."""
    text = "\n".join(lines)
    paper = read_paper(text.encode(), "paper.txt")
    kept = "".join(one.label + one.text for one in paper.passages)
    letters, typed = (sorted(char for char in one if char.isalpha() and char.isascii()) for one in (kept, text))
    paged = re.search(r"(?i)page|tudalen|\f", text)
    assert letters == typed or (paged and len(letters) < len(typed))
    order = [one.line for one in paper.passages if one.sort not in (Sort.HEADER, Sort.FOOTER)]
    assert order == sorted(order)
