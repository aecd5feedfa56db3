"""The paper as blocks: what each kind of entry prints, in what order, under which number, and what it never prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import (
    FUND,
    OFFICE,
    codes,
    composed,
    found,
    funding_round,
    of_code,
    outline,
    paper,
    run,
    statement,
    surveyed,
)

from pcp_reports.compose import compose
from pcp_reports.document import BlockKind
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.document import Document

GRANTS = """
    Community Fund:
      - {recipient: Scouts, purpose: tents, amount: £1470.57}
      - {recipient: Rovers, purpose: "ropes, maps", amount: £100, status: withdrawn}
      - {recipient: Guides, purpose: stoves, amount: '9500', status: varied, projects: 2}
    Innovation Fund:
      - {recipient: Cubs, purpose: scarves, amount: £7, status: returned}
      - {recipient: Beavers, purpose: dams, amount: £8, status: withdrawn}
    Fighting Crime Grants:
      - {recipient: Shop Watch, purpose: radios, amount: £1840}
"""
WELSH = OFFICE.replace("people:", "language: cy_GB\npeople:")


def printed(tmp_path: Path, entry: str, *, template: str = "panel-update", more: str = "text: Last.") -> list[str]:
    """Return what a paper prints that places the entry and then ``more``, without its heading."""
    files = {"2023-10-03/paper": paper("entry", more, template=template), "entry": entry}
    return outline(composed(tmp_path, files))[1:-1]


PROSE = """\
First paragraph
over two lines.

Second, **bold** and *slanted*, with [words](https://example.org/a).

- one
  - beneath
- two

Third."""


@pytest.mark.parametrize(
    "entry",
    [
        statement(PROSE),
        statement(PROSE).replace(
            "kind: statement", "kind: engagement\nplace: Barchester\nwith: [Mayor]\ndate: 2023-08"
        ),
        statement(PROSE).replace("kind: statement", "kind: accountability-board\nheld: 2023-08"),
        statement(PROSE).replace(
            "kind: statement", "kind: operation\nname: Op\nlaunched: 2023-07\nplaces: [Barchester]"
        ),
    ],
)
def test_each_kind_of_entry_prints_its_text_and_nothing_of_its_data(tmp_path: Path, entry: str) -> None:
    """The first paragraph takes the number, the rest goes on beneath it; names, dates and places stay data."""
    words = [
        "First paragraph over two lines.",
        "Second, bold and slanted, with words.",
        "one",
        "beneath",
        "two",
        "Third.",
    ]
    numbered = ["N", "C", "B", "BB", "B", "C"]
    assert printed(tmp_path, entry) == [f"{kind} {text}" for kind, text in zip(numbered, words, strict=True)]
    plain = ["T", "T", "B", "BB", "B", "T"]
    bare = printed(tmp_path, entry, template="partnership-briefing")
    assert bare == [f"{kind} {text}" for kind, text in zip(plain, words, strict=True)]


def test_looks_and_links_are_kept(tmp_path: Path) -> None:
    """Bold, italic and links are set as I typed them, and only where I typed them."""
    document = composed(tmp_path, {"2023-10-03/paper": paper("visit"), "visit": statement(PROSE)})
    runs = [(run.text, run.bold, run.italic, run.link) for run in document.body[2].runs]
    assert runs == [
        ("Second, ", False, False, None),
        ("bold", True, False, None),
        (" and ", False, False, None),
        ("slanted", False, True, None),
        (", with ", False, False, None),
        ("words", False, False, "https://example.org/a"),
        (".", False, False, None),
    ]


def test_every_block_says_which_line_it_comes_from(tmp_path: Path) -> None:
    """When a paragraph is wrong in Word, the tool can say which line of which file to mend."""
    files = {"2023-10-03/paper": paper("visit", "text: Here.", "standing: duty", "august"), "visit": statement(PROSE)}
    files["august"] = funding_round(GRANTS, text="Grants:")
    document = composed(tmp_path, files)
    places = [(block.text, block.origin.path[8:-5], block.origin.line) for block in document.body]
    assert places[0] == ("News", "2023-10-03/paper", 6)
    assert ("one", "visit", 8) in places
    assert ("Third.", "visit", 12) in places
    assert ("Here.", "2023-10-03/paper", 9) in places
    assert places[8][1:] == (
        "office",
        OFFICE.split("\n").index("  duty: The Commissioner holds the Chief Constable to account.") + 1,
    )
    assert ("Scouts – tents – £1,470.57", "august", 8) in places
    assert ("Community Fund:", "august", 8) in places


def test_the_number_runs_on_across_sections(tmp_path: Path) -> None:
    """Headings do not begin the count afresh, and what goes on under a number does not take one."""
    rows = "  - heading: More\n    items:\n      - text: Three.\n      - also:\n          text: Still three.\n"
    document = composed(tmp_path, {"2023-10-03/paper": paper("text: One.", "text: Two.") + rows})
    assert outline(document) == ["H1 News", "N One.", "N Two.", "H1 More", "N Three.", "C Still three."]
    assert (document.numbered, document.numbers) == (True, 3)


def test_an_also_that_begins_with_a_bullet_goes_on_with_continuation_paragraphs(tmp_path: Path) -> None:
    """Under a number that is there already, a text may begin with a bullet."""
    files = {"2023-10-03/paper": paper("text: One.", "also: visit"), "visit": statement("- a\n- b\n\nAfter.")}
    assert codes(found(tmp_path, files)) == []
    assert outline(composed(tmp_path, files)) == ["H1 News", "N One.", "B a", "B b", "C After."]


COUNTED = [
    "GH Community Fund:",
    "G Scouts – tents – £1,470.57",
    "G Guides – stoves – £9,500",
    "GH Fighting Crime Grants:",
    "G Shop Watch – radios – £1,840",
]
APART = [
    "GH Withdrawn:",
    "G Rovers – ropes, maps – £100",
    "G Beavers – dams – £8",
    "GH Returned:",
    "G Cubs – scarves – £7",
]


@pytest.mark.parametrize("template", ["panel-update", "partnership-briefing"])
def test_grant_lines_follow_the_text_under_their_strands(tmp_path: Path, template: str) -> None:
    """Counted lines stand by strand; withdrawn and returned ones apart after them; a strand with nothing to list has no heading."""
    lead, then = ("N", "C") if template == "panel-update" else ("T", "T")
    entry = funding_round(GRANTS, text="Grants were made.\n\nThese are they:")
    assert printed(tmp_path, entry, template=template) == [
        f"{lead} Grants were made.",
        f"{then} These are they:",
        *COUNTED,
        *APART,
    ]


def test_grant_lines_stand_where_the_text_says(tmp_path: Path) -> None:
    """A paragraph that is only {{ lines }} gives the lines their place, once."""
    entry = funding_round(GRANTS, text="Before:\n\n{{ lines }}\n\nAfter.")
    assert printed(tmp_path, entry) == ["N Before:", *COUNTED, *APART, "C After."]


def test_a_place_for_figures_does_not_take_the_grant_lines_away(tmp_path: Path) -> None:
    """A round that says where its figures go still prints its grants, after the text."""
    entry = funding_round(GRANTS, text="Before:\n\n{{ figures }}\n\nAfter.", more="figures:\n  bids: 12\n")
    table = "TABLE Measure\tFigure\nBids\t12"
    assert printed(tmp_path, entry) == ["N Before:", table, "C After.", *COUNTED, *APART]
    both = funding_round(GRANTS, text="Before:\n\n{{ lines }}\n\n{{ figures }}", more="figures:\n  bids: 12\n")
    assert printed(tmp_path, both) == ["N Before:", *COUNTED, *APART, table]


def test_a_round_without_strands_prints_its_lines_without_headings(tmp_path: Path) -> None:
    """A plain list of grants is a plain list in the paper."""
    entry = funding_round("- {recipient: A, purpose: p, amount: £1}\n- {recipient: B, purpose: q, amount: £2}")
    assert printed(tmp_path, entry)[1:] == ["G A – p – £1", "G B – q – £2"]


def pence(words: str) -> int:
    """Return the amount at the end of a grant line, in pence."""
    return Money.parse(words.rpartition(" – ")[2]).pence


def test_what_read_back_adds_up_is_the_counted_lines_and_their_total(tmp_path: Path) -> None:
    """The finished file is proved on exactly the lines that count: none of those listed apart, none of another round."""
    files = {
        "2023-10-03/paper": paper("august", "also: july", "empty"),
        "august": funding_round(GRANTS, text="Before:\n\n{{ lines }}\n\nAfter."),
        "july": funding_round("- {recipient: A, purpose: p, amount: £12.34}\n- {recipient: B, purpose: q, amount: £2}"),
        "empty": funding_round("- {recipient: C, purpose: p, amount: £5, status: withdrawn}"),
    }
    document = composed(tmp_path, files)
    assert [(one.name, one.total) for one in document.rounds] == [
        ("august", "£12,810.57"),
        ("july", "£14.34"),
        ("empty", "£0"),
    ]
    for one, lines in zip(document.rounds, (3, 2, 0), strict=True):
        blocks = [block for block in document.body[one.first : one.last] if block.kind is BlockKind.GRANT]
        assert len(blocks) == lines
        assert f"£{sum(pence(block.text) for block in blocks) / 100:,.2f}".removesuffix(".00") == one.total
        around = [*document.body[: one.first], *document.body[one.last :]]
        assert not any(block.text.startswith(("Scouts", "Guides", "Shop")) for block in around) or one.name != "august"
    assert run(tmp_path, "build", "2023-10-03").code == 0


def test_placeholders_are_filled_from_the_entry(tmp_path: Path) -> None:
    """What I ask for in double braces is filled from the data: sums, names, dates in words, and figures."""
    text = (
        "{{ total }} ({{ total | rounded }}) in {{ grants }} grants to {{ projects }} projects of the {{ fund }},"
        ' announced {{ announced }}; {{ total_of("Community Fund") }} to {{ projects_of("Community Fund") }};'
        ' **{{ figure("bids") }}** bids by {{ due }} for {{ title }}.'
    )
    more = "title: A *round*\ndue: 2023-09-30\nfigures:\n  bids: 1,200\n"
    (line, *_) = printed(tmp_path, funding_round(GRANTS, text=text, more=more))
    assert line == (
        f"N £12,810.57 (£13k) in 3 grants to 4 projects of the {FUND}, announced September 2023;"
        " £10,970.57 to 3; 1,200 bids by 30 September 2023 for A *round*."
    )


def test_the_papers_own_texts_name_the_paper_and_the_office(tmp_path: Path) -> None:
    """In place, in standing paragraphs and in front, I can name the meeting, the title, the office and its plan."""
    words = "{{ office }}; {{ commissioner }}; {{ force }}; {{ panel }}; {{ plan }}; {{ title }}; {{ meeting }}"
    office = OFFICE.replace("duty: The Commissioner", "duty: On {{ meeting }} the Commissioner")
    more = f'summary: "{words}"\nrecommendation: For {{{{ meeting }}}}.\n'
    document = composed(
        tmp_path, {"office": office, "2023-10-03/paper": paper(f'text: "{words}"', "standing: duty", more=more)}
    )
    filled = (
        "Office of the Police and Crime Commissioner for Barsetshire; Police and Crime Commissioner; Barsetshire Constabulary;"
        " Barsetshire Police and Crime Panel; Safer Barsetshire; The Commissioner's update; 3 October 2023"
    )
    assert [block.text for block in document.body[1:]] == [
        filled,
        "On 3 October 2023 the Commissioner holds the Chief Constable to account.",
    ]
    assert [(block.kind, block.text) for block in document.summary] == [(BlockKind.TEXT, filled)]
    assert [(block.kind, block.text) for block in document.recommendation] == [(BlockKind.TEXT, "For 3 October 2023.")]


def test_the_front_of_the_paper_is_the_offices_own(tmp_path: Path) -> None:
    """Title, meeting, contact, signatory and the office's names come from the files as they stand there."""
    more = "contact: Ann Thorne\nsignatory: Ann Thorne\nsummary: |\n  One.\n\n  - two\n\n  Three.\n"
    document = composed(tmp_path, {"2023-10-03/paper": paper("text: x", more=more)})
    assert (document.paper, document.title, document.meeting) == (
        "2023-10-03",
        "The Commissioner's update",
        "3 October 2023",
    )
    assert document.language == "en-GB"
    assert document.contact.line == "Ann Thorne, 01234 567890, Barchester, ann.thorne@example.gov.uk"
    assert (document.signatory.name, document.signatory.role) == ("Ann Thorne", "Chief Executive")
    assert document.office.panel == "Barsetshire Police and Crime Panel"
    assert [(block.kind, block.text) for block in document.summary] == [
        (BlockKind.TEXT, "One."),
        (BlockKind.BULLET, "two"),
        (BlockKind.TEXT, "Three."),
    ]
    bare = composed(
        tmp_path / "b", {"office": "kind: office\nname: O\n", "2023-10-03/paper": paper("text: x", meeting="")}
    )
    assert (bare.meeting, bare.contact.line, bare.signatory.name, bare.summary, bare.office.force) == (
        "",
        "",
        "",
        (),
        "",
    )


def test_figures_are_printed_in_an_update_only_where_asked_for(tmp_path: Path) -> None:
    """Outside a partnership, figures are data: a table stands where I put {{ figures }}, and nowhere else."""
    entry = "kind: operation\nname: Op\nfigures:\n  arrests: 37\ntext: |\n  "
    assert printed(tmp_path, f"{entry}It went well.\n") == ["N It went well."]
    assert printed(tmp_path, f"{entry}It went well.\n\n  {{{{ figures }}}}\n\n  After.\n") == [
        "N It went well.",
        "TABLE Measure\tFigure\nArrests\t37",
        "C After.",
    ]


PARTNERSHIP = """\
kind: partnership
name: Harbour Partnership
place: Barchester
launched: 2023-09
partners: [police, council]
summary: What it is.
figures: {overall: 1}
scanning:
  text: The problem.
  objective: Calm.
  figures: {calls: 9}
  quotes: [{words: Help, by: a resident}]
assessment:
  text: The outcome of {{ figure("calls") }} calls.
  figures: {calls: 3}
  sentences: [{term: 2 years, offence: supply}]
  civil_orders: [An order]
"""


def test_an_update_prints_a_partnerships_texts_alone(tmp_path: Path) -> None:
    """In a panel update, a partnership is told in its words; its tables, quotations and sentences belong to the briefing."""
    assert printed(tmp_path, PARTNERSHIP) == ["N What it is.", "C The problem.", "C The outcome of 3 calls."]
    late = PARTNERSHIP.replace("summary: What it is.\n", "")
    assert printed(tmp_path, late) == ["N The problem.", "C The outcome of 3 calls."]
    asked = PARTNERSHIP.replace("text: The problem.", "text: |\n    The problem.\n\n    {{ figures }}")
    assert printed(tmp_path, asked)[1:3] == ["C The problem.", "TABLE Measure\tFigure\nCalls\t9"]


@pytest.mark.parametrize(
    ("text", "what"),
    [("- a bullet\n- another\n\nWords.", "a bullet"), ("{{ figures }}\n\nWords.", "{{ figures }}")],
)
@pytest.mark.parametrize("kind", ["statement", "operation\nname: Op", "partnership"])
def test_a_text_with_nothing_to_carry_its_number_is_an_error(tmp_path: Path, text: str, what: str, kind: str) -> None:
    """In a numbered paper a text begins with a sentence; in a briefing it need not."""
    entry = statement(text, "figures: {a: 1}\n").replace("kind: statement", f"kind: {kind}")
    if kind == "partnership":
        entry = entry.replace("kind: partnership", "kind: partnership\nname: P").replace("text:", "summary:")
    files = {"2023-10-03/paper": paper("entry"), "entry": entry}
    (error,) = of_code(found(tmp_path, files), "P112")
    assert (error.severity.value, error.place.path) == ("error", "entries/entry.yaml")
    assert what in error.message
    assert codes(found(tmp_path, {"2023-10-03/paper": paper("entry", template="partnership-briefing")})) == []
    assert codes(found(tmp_path, {"2023-10-03/paper": paper("text: One.", "also: entry")})) == []


def test_the_grant_lines_cannot_come_before_the_number(tmp_path: Path) -> None:
    """A round whose text begins with its lines has no sentence to carry the number."""
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS, text="{{ lines }}\n\nAfter.")}
    (error,) = of_code(found(tmp_path, files), "P112")
    assert "{{ lines }}" in error.message


@pytest.mark.parametrize(
    ("entry", "template", "warned"),
    [
        ("kind: operation\nname: Op\n", "panel-update", True),
        ("kind: operation\nname: Op\n", "partnership-briefing", True),
        ("kind: partnership\nname: P\nresponse:\n  objective: o\n", "panel-update", True),
        ("kind: partnership\nname: P\nresponse:\n  objective: o\n", "partnership-briefing", False),
        ("kind: operation\nname: Op\ntext: Words.\n", "panel-update", False),
    ],
)
def test_an_entry_with_nothing_to_print_is_named(tmp_path: Path, entry: str, template: str, *, warned: bool) -> None:
    """I placed it, so I expect to read it: where an entry has no words, I am told before the Panel misses it."""
    findings = found(tmp_path, {"2023-10-03/paper": paper("entry", template=template), "entry": entry})
    assert [one.code for one in findings] == (["P106"] if warned else [])


def test_what_goes_on_under_an_entry_without_words_takes_its_number(tmp_path: Path) -> None:
    """Nothing slides under the number of another matter because the entry above it prints nothing."""
    files = {
        "2023-10-03/paper": paper(
            "text: One.", "op", "also: op2", "also: visit", "also:\n  text: More.", "text: Last."
        ),
        "op": "kind: operation\nname: Op\n",
        "op2": "kind: operation\nname: Op2\n",
        "visit": statement("A visit."),
    }
    assert outline(composed(tmp_path, files))[1:] == ["N One.", "N A visit.", "C More.", "N Last."]
    files["2023-10-03/paper"] = paper("text: One.", "also: op", "also: visit")
    assert outline(composed(tmp_path, files))[1:] == ["N One.", "C A visit."]


def test_a_welsh_office_prints_welsh_dates_labels_and_money(tmp_path: Path) -> None:
    """Where the office's language is Welsh, what the tool itself prints is Welsh, and amounts are as Welsh prints them."""
    office = WELSH.replace("standing:", "standing:\n  cyfarfod: Cyfarfod {{ meeting }}.")
    entry = funding_round(GRANTS, text="{{ total }}, {{ announced }}:")
    document = composed(
        tmp_path, {"office": office, "2023-10-03/paper": paper("standing: cyfarfod", "august"), "august": entry}
    )
    assert (document.language, document.meeting) == ("cy-GB", "3 Hydref 2023")
    lines = outline(document)
    assert lines[1:3] == ["N Cyfarfod 3 Hydref 2023.", "N £12,810.57, Medi 2023:"]
    assert [line for line in lines if line.startswith("GH")][2:] == ["GH Tynnwyd yn ôl:", "GH Dychwelwyd:"]
    assert "G Guides – stoves – £9,500" in lines
    assert run(tmp_path, "build", "2023-10-03").code == 0


def draft(tmp_path: Path, files: dict[str, str]) -> Document:
    """Return the draft of a paper."""
    return compose(surveyed(tmp_path, files), "2023-10-03", draft=True)


def test_a_draft_leaves_out_and_says_so_what_cannot_be_trusted(tmp_path: Path) -> None:
    """A round with an unreadable amount is named in its place, never shown with a hole in it; what cannot be filled stands as typed."""
    files = {
        "2023-10-03/paper": paper("august", "also: visit", "broken", "chat"),
        "august": funding_round("- {recipient: A, purpose: p, amount: £1}\n- {recipient: B, purpose: q, amount: ten}"),
        "visit": "kind: engagement\n",
        "broken": statement("Of {{ totl }} and {{ title | rounded }}.", "title: T\n"),
        "chat": statement("Sound."),
    }
    assert outline(draft(tmp_path, files))[1:] == [
        "N [august: left out of this draft]",
        "C [visit: left out of this draft]",
        "N Of [{{ totl }}] and [{{ title | rounded }}].",
        "N Sound.",
    ]
    assert draft(tmp_path, files).rounds == ()


def test_in_a_draft_the_first_sentence_after_an_opening_bullet_takes_the_number(tmp_path: Path) -> None:
    """A text that begins with a bullet by mistake still gets its number in a draft, so that later numbers are right."""
    files = {"2023-10-03/paper": paper("visit", "text: Last."), "visit": statement("- a bullet\n\nOne.\n\nTwo.")}
    assert outline(draft(tmp_path, files))[1:] == ["B a bullet", "N One.", "C Two.", "N Last."]


def test_the_paper_is_the_same_whatever_other_files_are_called(tmp_path: Path) -> None:
    """A file that the paper does not place changes nothing in it."""
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(GRANTS)}
    before = composed(tmp_path, files)
    assert composed(tmp_path, {**files, "aaa": statement("x"), "zzz": funding_round(GRANTS)}) == before
