"""How a paper is taken apart: what stands under which number, what sort of matter it is, and what is made of lists and tables."""

from __future__ import annotations

import io
import struct
import zlib
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from paper_imports import errors, imported, text_of, total_in, written
from papers_in_word import word_file
from support import write

from pcp_reports.dates import PartialDate
from pcp_reports.importing.funds import Funds
from pcp_reports.importing.papers.bits import bits_of
from pcp_reports.importing.papers.body import parts_of
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.importing.papers.former_names import name_behind
from pcp_reports.importing.papers.funds import Placing
from pcp_reports.importing.papers.said import Said, dates_in, said_of
from pcp_reports.importing.papers.taken_over import Line, PaperRound
from pcp_reports.importing.papers.twins import told_once
from pcp_reports.money import Money
from pcp_reports.passage import Paper, Passage, Sort
from pcp_reports.word.marks import entry_mark

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.made import Made

MEETING = PartialDate(2023, 10, 3)
TOP = "POLICE AND CRIME PANEL\n\nMeeting to be held on 3 October 2023\n\nThe Commissioner's update\n\n"


def paper(body: str) -> str:
    """Return a paper with this body under one heading."""
    return f"{TOP}RECOMMENDATION\n\nTo note.\n\nNews of the quarter\n\n{body}"


# -- what a sentence says


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("At the end of August, the Commissioner announced", "2023-08"),
        ("It began in November.", "2022-11"),
        ("since 5 September 2023 and in July", "2023-09-05 2023-07"),
        ("on the 21st of June", "2023-06-21"),
        ("May I say that it may march on", ""),
        ("in May", "2023-05"),
        ("ym Medi", "2023-09"),
        ("on 31 June", ""),
        ("The Augustus Trust", ""),
    ],
)
def test_a_month_without_its_year_is_the_latest_before_the_meeting(text: str, dates: str) -> None:
    """Dates are read as the paper's readers read them, and words that only look like months are none."""
    assert " ".join(str(date) for date in dates_in(text, MEETING)) == dates


@pytest.mark.parametrize(
    ("text", "kind", "keys"),
    [
        (
            "The latest Accountability Board, on performance, took place in August.",
            "accountability-board",
            {"held": "2023-08"},
        ),
        (
            "The Public Accountability Meeting was held on 12 September 2023.",
            "accountability-board",
            {"held": "2023-09-12"},
        ),
        ("Operation Lantern was launched in July.", "operation", {"launched": "2023-07"}),
        ("In May the Commissioner launched Operation Lantern.", "operation", {"launched": "2023-05"}),
        ("Op Lantern continues to target burglars.", "operation", {}),
        (
            "On 5 September the Commissioner visited Bacup to meet traders.",
            "engagement",
            {"place": "Bacup", "date": "2023-09-05"},
        ),
        ("The Deputy Commissioner met with Jo Bell MP to discuss courts.", "engagement", {"with": "Jo Bell MP"}),
        ("The Commissioner joined officers on Operation Lantern.", "engagement", {}),
        ("Recorded crime fell by 6% in the year to June.", "statement", {}),
        ("The Panel will recall the Accountability Board's role.", "statement", {}),
    ],
)
def test_a_matter_is_what_its_first_words_say(text: str, kind: str, keys: dict[str, str]) -> None:
    """A board, an operation and a visit are told by plain words; everything else is a statement, and nothing is guessed."""
    said = said_of([text], "Headlines", MEETING, board=True)
    assert (said.kind, dict(said.keys)) == (kind, keys)


def test_there_is_one_board_item() -> None:
    """A second paragraph about the board is not a second board."""
    text = "The latest Accountability Board took place in August."
    assert said_of([text], "Headlines", MEETING, board=False).kind == "statement"
    assert said_of(["The July board looked at calls."], "Holding to account", MEETING, board=True) == Said(
        "accountability-board", "Accountability Board", ()
    )


# -- what stands under one number


def test_paragraphs_and_bullets_stay_under_their_number() -> None:
    """What goes on under a number stays one entry, bullets and the bullets beneath them included."""
    description = "T| Update\nH1| News\nN0| The survey is out.\nP| Three points:\nL0| first\nL1| deeper\nL0| last\nN0| Next matter here."
    made = from_paper(word_file(description), "u.docx", MEETING)
    assert "  The survey is out.\n\n  Three points:\n\n  - first\n    - deeper\n  - last\n" in text_of(
        made, "survey-is-out.yaml"
    )
    assert "items:\n      - survey-is-out\n      - next-matter-here\n" in text_of(made, "paper.yaml")


def test_an_operation_under_anothers_number_is_a_matter_of_its_own() -> None:
    """A paragraph without a number that begins with an operation goes on with “also”."""
    body = "1. The Accountability Board met in August. It looked at crime.\n\nOperation Lantern was launched in July.\n"
    made = imported(paper(body))
    assert "      - accountability-board\n      - also: operation-lantern\n" in text_of(made, "paper.yaml")


def test_a_numbered_list_inside_a_paragraph_is_no_new_matter() -> None:
    """Numbers that begin again below a colon are a list, and keep their figures."""
    data = word_file(
        "T| Update\nH1| News\nN0| The plan has aims:\nN2| safer streets\nN2| fewer victims\nN0| Next matter here."
    )
    made = from_paper(data, "u.docx", MEETING)
    assert "  The plan has aims:\n\n  - (a) safer streets\n  - (b) fewer victims\n" in text_of(
        made, "plan-has-aims.yaml"
    )


def test_looks_stay_behind_a_number_that_was_typed() -> None:
    """Bold words are bold in the entry, whether Word counts the paragraph or somebody typed its number."""
    data = word_file(
        "T| Update\nH1| News\nP| 1.\\tThe **survey** is out.\nP| 2.\\tThe **next** one follows.\nN0| A **third**."
    )
    made = from_paper(data, "u.docx", MEETING)
    texts = "".join(one.text for one in made.files)
    assert [words in texts for words in ("The **survey** is out.", "The **next** one follows.", "A **third**.")] == [
        True
    ] * 3
    assert "  1." not in texts


def test_a_heading_with_nothing_beneath_goes_in_front_of_the_next() -> None:
    """Headings of two levels become one, and no word of them is lost."""
    made = from_paper(
        word_file("T| Update\nH1| News\nH2| Crime\nN0| It fell.\nH2| Roads\nN0| It rose."), "u.docx", MEETING
    )
    headings = [line.split(": ", 1)[1] for line in text_of(made, "paper.yaml").splitlines() if "heading:" in line]
    assert headings == ['"News: Crime"', "Roads"]


def test_what_stands_in_the_midst_of_a_list_does_not_part_it() -> None:
    """A heading or a number between the lines of one round does not make two rounds of it."""
    line = partial(Line, purpose="lamps", amount=Money(100))
    found = PaperRound(((None, (line("A", place=1), line("B", place=4))),), frozenset({1, 4}))
    passages = (
        Passage(Sort.ITEM, "Grants were made:", label="1.", numbered=True),
        *(Passage(Sort.ITEM, "A", label="•"), Passage(Sort.HEADING, "Page two")),
        *(Passage(Sort.ITEM, "Carried over", label="2.", numbered=True), Passage(Sort.ITEM, "B", label="•")),
        Passage(Sort.ITEM, "Next", label="3.", numbered=True),
    )
    (part,) = parts_of(Paper("u.docx", "docx", passages), range(6), [found])
    assert [(matter.places, matter.found is found) for matter in part.matters] == [
        ((0, 1, 2, 3, 4), True),
        ((5,), False),
    ]


def test_two_lists_that_run_through_one_another_are_made_once_each() -> None:
    """Lines of two rounds in turns are two rounds, and no line is in both."""
    line = partial(Line, purpose="lamps", amount=Money(100))
    one, two = (
        PaperRound(((None, tuple(line(f"{at}", place=at) for at in places)),), frozenset(places))
        for places in ((0, 2), (1, 3))
    )
    passages = tuple(Passage(Sort.ITEM, f"{at}", label="•") for at in range(4))
    (part,) = parts_of(Paper("u.docx", "docx", passages), range(4), [one, two])
    assert [(matter.places, matter.found) for matter in part.matters] == [((0, 2), one), ((1, 3), two)]


def test_background_stays_in_the_paper() -> None:
    """What belongs to the paper itself is written in place; only news becomes entries."""
    made = imported(TOP + "Background\n\n1. The Commissioner sets the plan.\n\nFinancial implications\n\n2. None.\n")
    assert [one.path for one in made.files] == ["entries/office.yaml", "entries/2023-10-03/paper.yaml"]
    assert text_of(made, "paper.yaml").count("- text: |") == 2


# -- lists and tables of grants


def test_text_behind_a_list_stays_behind_it() -> None:
    """A total line and what follows the list are printed below the grants, and the total is judged there."""
    made = imported(
        paper("1. Grants were made in May:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n\nTotal: £750\n")
    )
    (path,) = [one.path for one in made.rounds]
    assert "  Grants were made in May:\n\n  {{ lines }}\n\n  Total: £750\n" in text_of(made, path)


TABLE = """T| Update
H1| Grants
N0| Grants of the Lantern Fund in May:
TABLE| header
| Ref | Organisation | Purpose | Amount |
| L1 | Mill Trust | lamps | £500 |
| L2 | Quay Club | boats | £250 |
| >3 Total | £750 |

P| Thank you.
"""


def test_a_table_of_grants_becomes_a_round() -> None:
    """Rows are grants, the row of totals stays as words, and its references are kept."""
    made = from_paper(word_file(TABLE), "u.docx", MEETING)
    (one,) = made.rounds
    text = text_of(made, one.path)
    assert (one.grants, str(one.total)) == (2, "£750")
    assert "  Grants of the Lantern Fund in May:\n\n  {{ lines }}\n\n  Total: £750\n\n  Thank you.\n" in text
    assert "amount: £500\n    reference: L1\n" in text
    assert [found for found in made.findings if found.code == "G541"] == []


def test_columns_that_an_entry_has_keys_for_are_taken_over() -> None:
    """District, reference and day of a table become keys of the grants; any other column is named with its rows."""
    head = "T| Update\nH1| Grants\nN0| Grants of the Lantern Fund in May:\nTABLE| header\n"
    rows = "| Organisation | Purpose | District | Date awarded | Score | Amount |\n"
    rows += "| Mill Trust | lamps | Anwick | 4 May 2023 | good | £500 |\n| Quay Club | boats | Port | 03/05/2023 | fair | £250 |\n"
    made = from_paper(word_file(head + rows), "u.docx", MEETING)
    text = text_of(made, made.rounds[0].path)
    assert "amount: £500\n    district: Anwick\n    awarded: 2023-05-04\n" in text
    assert "amount: £250\n    district: Port\n" in text
    (told,) = [found for found in made.findings if found.code == "G541"]
    assert told.message == "2 grants have more words in the paper than recipient, purpose and amount."


def test_a_column_headed_area_says_the_district() -> None:
    """“Area” says plainly enough where a grant is spent; “Ward” does not, as an entry's district is another thing."""
    rows = "| Mill Trust | lamps | Anwick | £500 |\n| Quay Club | boats | Port | £250 |\n"
    for head, kept in (("Area", True), ("Ward", False)):
        table = f"T| Update\nH1| Grants\nN0| Grants of the Lantern Fund in May:\nTABLE| header\n| Organisation | Purpose | {head} | Amount |\n{rows}"
        made = from_paper(word_file(table), "u.docx", MEETING)
        assert ("    district: Anwick\n" in text_of(made, made.rounds[0].path)) is kept


def test_a_number_that_was_typed_is_the_papers_own() -> None:
    """“3.1” in front of a paragraph is its number, not its first word."""
    made = from_paper(word_file("T| Update\nH1| 3. News\nP| 3.1 The survey is out.\nP| It is good."), "u.docx", MEETING)
    assert "text: |\n  The survey is out.\n\n  It is good.\n" in text_of(made, "survey-is-out.yaml")


def test_another_table_is_named_row_by_row() -> None:
    """A table of figures has no place in prose: it is listed, every row of it."""
    data = word_file(
        "T| Update\nH1| Crime\nN0| Figures:\nTABLE| header\n| Crime | Number |\n| Theft | 12 |\n| Arson | 3 |\n"
    )
    made = from_paper(data, "u.docx", MEETING)
    (told,) = [one for one in made.findings if one.code == "G541"]
    assert told.message == "u.docx: 1 table (3 rows) is not taken over."
    assert [near.message.rpartition(": ")[2] for near in told.related] == ["Crime Number", "Theft 12", "Arson 3"]


def test_footnotes_boxes_and_page_headers_are_named() -> None:
    """What stands outside the text is listed, so that I can place it."""
    data = word_file(
        "HEADER| Item 6\nT| Update\nH1| News\nN0| It fell.[^]\nFN| Since June.\nBOX| Ring us.\nN0| It rose again."
    )
    told = {one.message for one in from_paper(data, "u.docx", MEETING).findings}
    assert "u.docx: 1 footnote is not taken over." in told
    assert "u.docx: 1 text box is not taken over." in told
    assert "u.docx: page header and footer are the template's, and are not taken over." in told


def test_declined_bids_are_no_grants_and_stay_words() -> None:
    """Who got nothing is in no total, and nobody's name is lost."""
    body = "1. Grants were made in May:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n\nDeclined:\n\n- Foo Club – tents – £900\n"
    made = imported(paper(body))
    assert str(made.total_in) == "£750"
    assert "Foo Club" in "".join(one.text for one in made.files)


def test_a_list_that_stands_twice_counts_once() -> None:
    """The same grants told again are kept as words, and are not a second round."""
    rows = "- Mill – lamps – £500\n- Quay – boats – £250\n"
    made = imported(paper(f"1. Grants were made in May:\n\n{rows}\n2. To repeat, these were made:\n\n{rows}"))
    assert (len(made.rounds), str(made.total_in)) == (1, "£750")
    assert sum(one.text.count("Mill – lamps – £500") for one in made.files) == 1


def test_sentences_that_tell_of_the_listed_grants_count_once() -> None:
    """A decision that names each grant in a sentence and lists them at its end makes one round, the list."""
    line = partial(Line, purpose="lamps", place=0)
    told = PaperRound(((None, (line("Mill Trust", amount=Money(50000)),)),), frozenset({0}), frozenset({0}))
    listed = PaperRound(((None, (line("Mill", amount=Money(50000), place=5),)),), frozenset({5}))
    other = PaperRound(((None, (line("Quay", amount=Money(50000), place=9),)),), frozenset({9}))
    assert told_once([told, listed, other]) == ((listed, other), (told,))


def test_sentences_that_tell_of_other_grants_are_rounds_of_their_own() -> None:
    """A sentence that gives as much as a list does, but to somebody else, or another sum, is not lost."""
    line = partial(Line, purpose="lamps")
    listed = PaperRound(((None, (line("Mill Trust", amount=Money(50000), place=5),)),), frozenset({5}), frozenset())
    for name, pence in (("Quay Club", 50000), ("Mill Trust", 50001)):
        told = PaperRound(((None, (line(name, amount=Money(pence), place=0),)),), frozenset({0}), frozenset({0}))
        assert told_once([told, listed]) == ((told, listed), ())


def test_a_plain_line_is_not_doubted() -> None:
    """Where recipient and purpose of a line are plain, I am not asked where the one ends."""
    made = imported(paper("1. Grants were made in May:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n"))
    assert made.rounds
    assert "G551" not in {found.code for found in made.findings}


def test_a_purpose_that_is_not_said_is_asked_for() -> None:
    """A grant without its purpose gets a prompt, and no purpose that nobody gave it."""
    made = imported(paper("1. Grants were made in May:\n\n- Mill Trust £500\n- Quay Club £250\n"))
    (one,) = made.rounds
    assert text_of(made, one.path).count('purpose: "[What it is for]"') == 2
    assert [found.code for found in made.findings].count("G547") == 2


def test_a_round_goes_on_from_the_one_before() -> None:
    """“A further …” is of the fund before it; that this is not said in so many words, I am told."""
    made = imported(
        paper(
            "1. In August the Lantern Fund gave:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n\n"
            "2. A further £30 was given:\n\n- Pond – nets – £10\n- Moor – maps – £20\n"
        )
    )
    assert [one.path for one in made.rounds] == [
        "entries/funding/2023-24/lantern-fund-august.yaml",
        "entries/funding/2023-24/lantern-fund-august-2.yaml",
    ]
    assert "fund: Lantern Fund\nannounced: 2023-08\n" in text_of(made, "august-2.yaml")
    (told,) = [one for one in made.findings if one.code == "G544"]
    assert told.message.endswith("does not say it here: “Lantern Fund” as the fund and August 2023 as the month.")


def test_grants_outside_every_strand_get_one(tmp_path: Path) -> None:
    """Grants above the first strand of a list are not lost, and do not break the file."""
    body = "1. Grants were made in May:\n\n- Mill – lamps – £500\n\nYouth Fund:\n\n- Quay – boats – £250\n- Pond – nets – £10\n"
    made = imported(paper(body))
    got = written(tmp_path, made)
    assert errors(got) == []
    assert str(total_in(got)) == "£760"


def test_grants_without_a_strand_beside_others_are_put_under_one() -> None:
    """An entry cannot hold grants with and without a strand: those without get one, every grant stays, and I am told."""
    line = partial(Line, purpose="lamps", amount=Money(50000))
    one = PaperRound(((None, (line("Mill", place=0),)), ("Youth", (line("Quay", place=1),))), frozenset(), frozenset())
    placed = Placing([one], [], MEETING, Funds({})).place(one, ["Grants of the Lantern Fund in May"], "")
    assert [(name, len(lines)) for name, lines in placed.strands] == [("Grants", 1), ("Youth", 1)]
    assert "“Grants” as the strand of some grants" in placed.guessed


# -- names


def test_an_entrys_former_name_is_found_by_its_bookmark() -> None:
    """A name made of words of the text is found by the digest that the paper bears; any other is not made up."""
    text = "The Commissioner met a minister at the Ministry of Justice to speak of courts."
    paths = ("entries/2023-10-03/{}.yaml",)
    for name in ("justice-minister", "courts", "ministry-of-justice"):
        assert name_behind(entry_mark(f"entries/2023-10-03/{name}.yaml"), "Meeting", text, paths) == name
    assert name_behind(entry_mark("entries/2023-10-03/quite-another.yaml"), "Meeting", text, paths) == ""


# -- papers of other offices


def test_a_month_in_a_heading_is_the_rounds_month() -> None:
    """Over an appendix headed “Grants awarded, July 2023” the month is said, so that no other is taken for it."""
    body = "Grants awarded, July 2023\n\n- Gym – boxing – £300\n- Hub – a café – £200\n"
    assert "announced: 2023-07\n" in _round(imported(paper(body)))


def test_a_sentence_that_names_its_grants_leads_up_to_their_list() -> None:
    """The sentence stays in front of the list made of it, and its month and fund are those of the round."""
    body = "1. In June 2023 the Commissioner awarded £300 from the Night Lights Fund to Northbank Trust (£100) for patrols and Mill Lane Residents (£200) for lamps.\n"
    made = imported(paper(body))
    text = _round(made)
    assert "text: |\n  In June 2023 the Commissioner awarded £300" in text
    assert "{{ lines }}" not in text
    assert "fund: Night Lights Fund\nannounced: 2023-06\n" in text
    assert "G544" not in [one.code for one in made.findings]


def test_numbers_typed_through_a_summary_are_not_words() -> None:
    """Where a summary is numbered 1.1, 1.2 by hand the numbers go; “1.5 posts” further on is no number."""
    numbers = bits_of(
        [Passage(Sort.TEXT, text) for text in ("1.1 First.", "1.2 Second.", "1.5 Posts were cut.", "Last.")],
        range(4),
        {},
    )
    assert [one.text for one in numbers] == ["First.", "Second.", "1.5 Posts were cut.", "Last."]


def test_pictures_and_charts_are_named() -> None:
    """What stands in a picture is not read, so I am told that there is one; a paper without is not spoken of."""
    document = Document()
    document.add_paragraph("POLICE AND CRIME PANEL")
    document.add_heading("News", 1)
    document.add_paragraph("Crime fell in the summer.")
    assert _told(document, "picture") == []
    document.add_picture(io.BytesIO(PNG))
    document.add_picture(io.BytesIO(PNG))
    assert _told(document, "picture") == ["u.docx: 2 pictures are not taken over."]


def test_a_second_paper_for_a_meeting_is_said(tmp_path: Path) -> None:
    """Where another folder is the paper of that meeting already, I am told before a second one stands beside it."""
    mine = "kind: paper\nmeeting: 2023-10-03\ntitle: Mine\nsections:\n  - heading: A\n    items:\n      - text: b\n"
    root = write(tmp_path / "ws", {"october/paper": mine})
    made = imported(paper("Crime fell.\n"), root)
    assert made.notes[0] == (
        "entries/october/paper.yaml is for that meeting too. It is left alone, and a second paper is made beside it."
    )
    assert not any(one.path.startswith("entries/october/") for one in made.files)


def _round(made: Made) -> str:
    (text,) = [one.text for one in made.files if "kind: funding-round" in one.text]
    return text


def _told(document: Any, word: str) -> list[str]:  # noqa: ANN401 - python-docx is not typed
    out = io.BytesIO()
    document.save(out)
    made = from_paper(out.getvalue(), "u.docx", MEETING)
    assert made.files
    return [one.message for one in made.findings if word in one.message]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    + _chunk(b"IEND", b"")
)
