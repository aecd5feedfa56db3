"""The erratum: corrections as a careful officer words them, by the numbers of the published paper, and the Word page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compared_versions import version_of
from judges import complaints
from support import OFFICE, funding_round, paper, statement, write

from pcp_reports.archive.diff import compare
from pcp_reports.archive.diff.erratum import erratum
from pcp_reports.archive.diff.quoting import How, Quote, quotes
from pcp_reports.archive.diff.table_corrections import table_corrections
from pcp_reports.archive.diff.wording import Wording
from pcp_reports.word.erratum_sheet import Correction, ErratumPage, Inserted, erratum_sheet
from pcp_reports.word.package import read_parts
from pcp_reports.word.printed_lines import Line, LineKind, printed_lines

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.diff.erratum import Erratum

TEXT = "Officers made 130 arrests.\n\nThey spoke to traders:\n\n- the fishmonger\n- the baker\n  - and her son"
GRANTS = (
    "Community Fund:\n  - {recipient: Guides, purpose: tents, amount: '£5,000'}\n"
    "  - {recipient: Guides, purpose: bikes, amount: '£700'}\nInnovation Fund:\n"
    "  - {recipient: Shop Watch, purpose: radios, amount: '£1,840'}"
)
FILES = {
    "2023-10-03/paper": paper("harbour", "also: boats", "market", "grants", "fair"),
    "2023-10-03/harbour": statement(TEXT),
    "2023-10-03/boats": statement("Boats were searched [twice](https://a.example)."),
    "2023-10-03/market": statement("The market was busy."),
    "2023-10-03/grants": funding_round(GRANTS, text="A further £53,879 was given to 6 projects:"),
    "2023-10-03/fair": statement("The fair was held."),
}
PAPER = FILES["2023-10-03/paper"]


def made(tmp_path: Path, changes: dict[str, str], office: str = OFFICE) -> Erratum:
    """Return the erratum of `FILES` against the same with some files changed."""
    old = version_of(write(tmp_path / "old", {"office": office, **FILES}))
    new = version_of(write(tmp_path / "new", {"office": office, **FILES, **changes}))
    compared = compare(old, new)
    assert compared.words is not None
    return erratum(compared.words, compared.corrected.locale)


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """Return one file of `FILES` with words typed otherwise."""
    assert FILES[name].count(old) == 1
    return {name: FILES[name].replace(old, new)}


MARKET = "      - market\n"


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        (edited("2023-10-03/grants", "£53,879 was given to 6", "£73,719 was given to 8"),
         ["Paragraph 3: for £53,879 read £73,719; for “6 projects” read “8 projects”."]),
        (edited("2023-10-03/harbour", "130 arrests", "131 arrests"), ["Paragraph 1: for 130 read 131."]),
        (edited("2023-10-03/harbour", "spoke to traders", "spoke to all traders"),
         ["Paragraph 1, second paragraph: after “spoke to” insert “all”."]),
        (edited("2023-10-03/harbour", "the baker", "a baker"),
         ["Paragraph 1, second bullet: for “the baker” read “a baker”."]),
        (edited("2023-10-03/harbour", "and her son", "and son"),
         ["Paragraph 1, first sub-bullet of the second bullet: omit “her”."]),
        (edited("2023-10-03/harbour", "  - the fishmonger\n", ""), ["Paragraph 1: omit the first bullet (“the fishmonger”)."]),
        (edited("2023-10-03/harbour", "- the baker", "- the butcher\n  - the baker"),
         ["Paragraph 1: after the first bullet insert: [• the butcher]"]),
        (edited("2023-10-03/grants", "amount: '£700'", "amount: '£9,700'"),
         ["Paragraph 3, Community Fund, second grant to Guides: for £700 read £9,700."]),
        (edited("2023-10-03/grants", "amount: '£1,840'", "amount: '£1,480'"),
         ["Paragraph 3, Innovation Fund, Shop Watch: for £1,840 read £1,480."]),
        (edited("2023-10-03/grants", "Innovation Fund:", "Fighting Crime Grants:"),
         ["Paragraph 3, heading “Innovation Fund”: for “Innovation Fund” read “Fighting Crime Grants”."]),
        (edited("2023-10-03/paper", "heading: News", "heading: Latest News"),
         ["Heading “News”: for “News” read “Latest News”."]),
        (edited("2023-10-03/paper", MARKET, ""), ["Omit paragraph 2."]),
        (edited("2023-10-03/paper", MARKET, f"{MARKET}      - text: Stalls were let.\n"),
         ["After paragraph 2 insert: [Stalls were let.]"]),
        (edited("2023-10-03/paper", "      - fair\n", "").copy()
         | {"2023-10-03/paper": PAPER.replace(MARKET, "").replace("      - fair\n", f"      - fair\n{MARKET}")},
         ["Move paragraph 2 to stand after paragraph 4."]),
        ({"2023-10-03/paper": PAPER.replace(MARKET, "      - text: Rain fell on the whole county for eleven days.\n")},
         ["Paragraph 2: for “The market was busy” read “Rain fell on the whole county for eleven days”."]),
        (edited("2023-10-03/paper", "- also: boats", "- boats"),
         ["Paragraph 1, third paragraph: set this as a paragraph with a number of its own: “Boats were searched twice.”"]),
        (edited("2023-10-03/boats", "a.example", "b.example"),
         ["Paragraph 1, third paragraph: the link on “twice” now leads to https://b.example."]),
        (edited("2023-10-03/paper", "title: The Commissioner's", "title: The PCC's"),
         ["At the top of the paper, third paragraph: for “Commissioner’s” read “PCC’s”."]),
    ],
)  # fmt: skip
def test_each_correction_is_worded_as_an_officer_words_it(
    tmp_path: Path, changes: dict[str, str], sentences: list[str]
) -> None:
    """The place by the published paper's numbers, and no more words than are needed to find the place."""
    told = [
        one.text + "".join(f" [{'• ' if line.bullet else ''}{line.text}]" for line in one.lines)
        for one in made(tmp_path, changes).corrections
        if "Page" not in one.text
    ]
    assert [one.replace("'", "’") for one in told] == sentences


GUIDES = "  - {recipient: Guides, purpose: bikes, amount: '£700'}\n"
SHOP = "  - {recipient: Shop Watch, purpose: radios, amount: '£1,840'}"


def grants(old: str, new: str) -> dict[str, str]:
    """Return the round of `FILES` with grants typed otherwise."""
    assert GRANTS.count(old) == 1
    words = "A further £53,879 was given to 6 projects:"
    return {"2023-10-03/grants": funding_round(GRANTS.replace(old, new), text=words)}


def moved(new: str) -> dict[str, str]:
    """Return the round of `FILES` with one of its grants put beneath another line."""
    at = new.splitlines()[0]
    return grants(
        f"{GUIDES.rstrip()}\nInnovation Fund:\n{SHOP}",
        f"Innovation Fund:\n{SHOP}".replace(at, f"{at}\n{GUIDES.rstrip()}"),
    )


def harbour(old: str, new: str) -> dict[str, str]:
    """Return the first entry of `FILES` with words typed otherwise."""
    assert TEXT.count(old) == 1
    return {"2023-10-03/harbour": statement(TEXT.replace(old, new))}


SECOND = "  - heading: Background\n    items:\n      - text: It rained.\n"


@pytest.mark.parametrize(
    ("changes", "sentences", "welsh"),
    [
        (harbour("\n  - and her son", ""),
         ["Paragraph 1: omit the first sub-bullet of the second bullet (“and her son”)."],
         ["Paragraff 1: dileer is-bwynt 1 o dan bwynt bwled 2 (“and her son”)."]),
        (harbour("- the fishmonger", "- the butcher\n- the fishmonger"),
         ["Paragraph 1: after the second paragraph insert: [• the butcher]"],
         ["Paragraff 1: ar ôl yr ail baragraff mewnosoder: [• the butcher]"]),
        (harbour("They spoke to traders:", "They spoke to traders:\n\n- the butcher\n\nAnd to"),
         ["Paragraph 1: after the second paragraph insert: [• the butcher] [And to]"],
         ["Paragraff 1: ar ôl yr ail baragraff mewnosoder: [• the butcher] [And to]"]),
        (edited("2023-10-03/paper", "      - also: boats\n", ""),
         ["Paragraph 1: omit the third paragraph (“Boats were searched twice.”)."],
         ["Paragraff 1: dileer y trydydd paragraff (“Boats were searched twice.”)."]),
        ({"2023-10-03/market": statement("The market was busy.\n\nStalls were let.")},
         ["Paragraph 2: after the first paragraph insert: [Stalls were let.]"],
         ["Paragraff 2: ar ôl y paragraff cyntaf mewnosoder: [Stalls were let.]"]),
        (harbour("- the fishmonger\n", "- the old people of the whole county, whom nobody had asked\n- 7\n"),
         ["Paragraph 1: for the first bullet read: [• the old people of the whole county, whom nobody had asked] [• 7]"],
         ["Paragraff 1: yn lle pwynt bwled 1 darllener: [• the old people of the whole county, whom nobody had asked] [• 7]"]),
        (grants(GUIDES, ""),
         ["Paragraph 3, Community Fund: omit the second grant to Guides (“Guides – bikes – £700”)."],
         ["Paragraff 3, Community Fund: dileer grant 2 i Guides (“Guides – bikes – £700”)."]),
        (grants(SHOP, f"{SHOP}\n  - {{recipient: Scouts, purpose: oars, amount: '£9'}}"),
         ["Paragraph 3, Innovation Fund: after the grant to Shop Watch insert: [• Scouts – oars – £9]"],
         ["Paragraff 3, Innovation Fund: ar ôl y grant i Shop Watch mewnosoder: [• Scouts – oars – £9]"]),
        (grants(f"Innovation Fund:\n{SHOP}", ""),
         ["Paragraph 3: omit the heading “Innovation Fund”.",
          "Paragraph 3, Innovation Fund: omit the grant to Shop Watch (“Shop Watch – radios – £1,840”)."],
         ["Paragraff 3: dileer y pennawd “Innovation Fund”.",
          "Paragraff 3, Innovation Fund: dileer y grant i Shop Watch (“Shop Watch – radios – £1,840”)."]),
        (moved(SHOP),
         [("Paragraph 3, Community Fund: move the second grant to Guides (“Guides – bikes – £700”)"
          " to stand after the grant to Shop Watch under “Innovation Fund” in paragraph 3.")],
         [("Paragraff 3, Community Fund: symuder grant 2 i Guides (“Guides – bikes – £700”)"
          " i sefyll ar ôl y grant i Shop Watch o dan “Innovation Fund” ym mharagraff 3.")]),
        (moved("Innovation Fund:"),
         [("Paragraph 3, Community Fund: move the second grant to Guides (“Guides – bikes – £700”)"
          " to stand after the heading “Innovation Fund” in paragraph 3.")],
         [("Paragraff 3, Community Fund: symuder grant 2 i Guides (“Guides – bikes – £700”)"
          " i sefyll ar ôl y pennawd “Innovation Fund” ym mharagraff 3.")]),
        (harbour("- the fishmonger\n- the baker\n  - and her son", "- the baker\n  - and her son\n- the fishmonger"),
         ["Paragraph 1: move the first bullet (“the fishmonger”) to stand after the first sub-bullet of the second bullet."],
         ["Paragraff 1: symuder pwynt bwled 1 (“the fishmonger”) i sefyll ar ôl is-bwynt 1 o dan bwynt bwled 2."]),
        ({"2023-10-03/paper": PAPER.replace("      - fair\n", "").replace(MARKET, "").replace("      - grants\n", f"      - grants\n{MARKET}      - fair\n")},
         ["Move paragraph 2 to stand after paragraph 3."],
         ["Symuder paragraff 2 i sefyll ar ôl paragraff 3."]),
        (edited("2023-10-03/paper", f"{MARKET}      - grants\n      - fair\n", ""),
         ["Omit paragraphs 2 to 4."], ["Dileer paragraffau 2 i 4."]),
        (edited("2023-10-03/paper", f"{MARKET}      - grants\n", ""),
         ["Omit paragraphs 2 and 3."], ["Dileer paragraffau 2 a 3."]),
    ],
)  # fmt: skip
def test_what_goes_comes_or_moves_is_told_with_its_place_first(
    tmp_path: Path, changes: dict[str, str], sentences: list[str], welsh: list[str]
) -> None:
    """A reader can never take the parts of a place for several things to omit or to move, in English or in Welsh."""
    for folder, office, expected in (("english", OFFICE, sentences), ("welsh", f"{OFFICE}language: cy_GB\n", welsh)):
        told = [
            one.text + "".join(f" [{'• ' if line.bullet else ''}{line.text}]" for line in one.lines)
            for one in made(tmp_path / folder, changes, office).corrections
        ]
        assert told == expected


def test_a_heading_that_goes_is_said_once(tmp_path: Path) -> None:
    """A heading is named by its words, and they are not quoted a second time behind it."""
    old = version_of(write(tmp_path / "old", {"office": OFFICE, **FILES, "2023-10-03/paper": f"{PAPER}{SECOND}"}))
    new = version_of(write(tmp_path / "new", {"office": OFFICE, **FILES}))
    compared = compare(old, new)
    assert compared.words is not None
    told = [one.text for one in erratum(compared.words).corrections]
    assert told == ["Omit the heading “Background”.", "Omit paragraph 5."]
    assert [one.text for one in erratum(compared.words, "cy_GB").corrections] == [
        "Dileer y pennawd “Background”.",
        "Dileer paragraff 5.",
    ]


LONG = [f"text: {what} was heard all over the county for a whole night." for what in ("Rain", "Hail", "Thunder")]


@pytest.mark.parametrize(
    ("old", "new", "sentences", "welsh"),
    [
        (["harbour", "market", "fair", *LONG, "shops"], ["harbour", *LONG, "market", "fair", "shops"],
         "Move paragraphs 2 and 3 to stand after paragraph 6.", "Symuder paragraffau 2 a 3 i sefyll ar ôl paragraff 6."),
        (["harbour", "market", *LONG, "shops"], ["quay", *LONG, "stalls", "market"],
         ("Move the first sub-bullet of the second bullet in paragraph 1 (“and her son”) and paragraph 2 to stand after"
         " the first bullet in paragraph 6."),
         ("Symuder is-bwynt 1 o dan bwynt bwled 2 ym mharagraff 1 (“and her son”) a pharagraff 2 i sefyll ar ôl"
         " pwynt bwled 1 ym mharagraff 6.")),
    ],
)  # fmt: skip
def test_several_things_are_moved_in_one_sentence(
    tmp_path: Path, old: list[str], new: list[str], sentences: str, welsh: str
) -> None:
    """What moved together is moved together, each thing with its own place where they had several."""
    shops = "Shops opened:\n\n- the mercer"
    files = {
        "office": OFFICE,
        "2023-10-03/harbour": statement(TEXT),
        "2023-10-03/quay": statement(TEXT.replace("\n  - and her son", "")),
        "2023-10-03/market": FILES["2023-10-03/market"],
        "2023-10-03/fair": FILES["2023-10-03/fair"],
        "2023-10-03/shops": statement(shops),
        "2023-10-03/stalls": statement(f"{shops}\n  - and her son"),
    }
    held = [
        version_of(write(tmp_path / name, {**files, "2023-10-03/paper": paper(*items)}))
        for name, items in (("old", old), ("new", new))
    ]
    compared = compare(*held)
    assert compared.words is not None
    for locale, expected in (("en_GB", sentences), ("cy_GB", welsh)):
        assert [one.text for one in erratum(compared.words, locale).corrections] == [expected]


@pytest.mark.parametrize(
    ("line", "around", "told", "inside"),
    [
        (Line(LineKind.BULLET, "x", heading="Results", nth=2), "Under “Results”", "the second bullet (“x”)", "under “Results”"),
        (Line(LineKind.TEXT, "x", nth=3), "At the top of the paper", "the third paragraph (“x”)", "at the top of the paper"),
        (Line(LineKind.HEADING, "Fines", heading="Results, Fines"), "Under “Results”", "the heading “Fines”", "under “Results”"),
        (Line(LineKind.HEADER, "Office"), "Page header", "“Office”", "page header"),
        (Line(LineKind.NUMBERED, "It rained", heading="News"), "Under “News”", "the paragraph that begins “It rained”", "under “News”"),
        (Line(LineKind.SUB_BULLET, "x", number="2"), "Paragraph 2", "the first bullet (“x”)", "in paragraph 2"),
        (Line(LineKind.TABLE, "a\tb\nc\td", rows=(("a", "b"), ("c", "d")), number="2"),
         "Paragraph 2", "the first table (“a b c d”)", "in paragraph 2"),
    ],
)  # fmt: skip
def test_every_place_has_its_words(line: Line, around: str, told: str, inside: str) -> None:
    """Papers without numbers, the page's head, a heading beneath a heading: each has a place, and a name in it."""
    wording = Wording()
    assert (wording.around(line), wording.told(line), wording.inside(line)) == (around, told, inside)


def test_several_things_are_listed_in_good_welsh() -> None:
    """“a” before a noun mutates it, and stands as “ac” or “a'r” where it must."""
    listed = Wording("cy_GB").listed
    assert listed(["y grant i A", "y grant i B"]) == "y grant i A a'r grant i B"
    assert listed(["pwynt bwled 1", "pwynt bwled 2"]) == "pwynt bwled 1 a phwynt bwled 2"
    assert listed(["tabl 1", "yr ail baragraff", "is-bwynt 1"]) == "tabl 1, yr ail baragraff ac is-bwynt 1"
    assert listed(["tabl 1", "tabl 2"]) == "tabl 1 a thabl 2"
    assert [Wording("cy_GB").range(one, other, two=True) for one, other in (("6", "7"), ("7", "8"), ("10", "11"))] == [
        "paragraffau 6 a 7",
        "paragraffau 7 ac 8",
        "paragraffau 10 ac 11",
    ]
    assert Wording().listed(["the first bullet", "the second bullet"]) == "the first bullet and the second bullet"


def test_numbers_that_shifted_are_told(tmp_path: Path) -> None:
    """Where a paragraph was put in, I am told that the numbers used are the old ones, and which became which."""
    changes = edited("2023-10-03/paper", MARKET, f"      - text: Stalls were let.\n{MARKET}")
    assert made(tmp_path, changes).notes == (
        "Paragraph numbers are those of the paper that is corrected.",
        "In the corrected paper, paragraphs 2 to 4 are now paragraphs 3 to 5.",
    )
    assert made(tmp_path, edited("2023-10-03/harbour", "130", "131")).notes == ()


def test_several_paragraphs_that_went_are_one_correction(tmp_path: Path) -> None:
    """Two paragraphs that went, one after the other, are omitted in one sentence."""
    gone = edited("2023-10-03/paper", "      - grants\n      - fair\n", "")
    assert [one.text for one in made(tmp_path, gone).corrections] == ["Omit paragraphs 3 and 4."]


def test_what_stands_in_the_place_of_a_paragraph_is_one_correction(tmp_path: Path) -> None:
    """A paragraph with all beneath it that others took the place of is told as that."""
    changes = edited(
        "2023-10-03/paper", "      - grants\n", "      - text: Nothing was granted.\n      - text: Nobody asked.\n"
    )
    (one,) = made(tmp_path, changes).corrections
    assert one.text == "For paragraph 3 read:"
    assert [line.text for line in one.lines] == ["Nothing was granted.", "Nobody asked."]


def test_nothing_to_correct_is_nothing(tmp_path: Path) -> None:
    """The same words give no correction, however often the paper was built."""
    assert made(tmp_path, edited("2023-10-03/market", "kind: statement", "# note\nkind: statement")).corrections == ()


def test_a_welsh_paper_is_corrected_in_welsh(tmp_path: Path) -> None:
    """An office that writes in Welsh publishes its correction in Welsh."""
    changes = edited("2023-10-03/grants", "£53,879", "£73,719")
    (one,) = made(tmp_path, changes, f"{OFFICE}language: cy_GB\n").corrections
    assert one.text == "Paragraff 3: yn lle £53,879 darllener £73,719."


def test_both_languages_have_the_same_phrases() -> None:
    """No phrase is missing in one language, and each takes the same parts."""
    english, welsh = Wording("en_GB").words, Wording("cy_GB").words
    assert english.keys() == welsh.keys()
    assert {name: text.count("{}") for name, text in english.items()} == {
        name: text.count("{}") for name, text in welsh.items()
    }


OLD = (("Measure", "Change"), ("Crime", "down 12%"), ("ASB", "down 24%"), ("Fear", "none"))


@pytest.mark.parametrize(
    ("new", "sentences"),
    [
        ((OLD[0], ("Crime", "down 14%"), *OLD[2:]), ["row “Crime”, column “Change”: for 12% read 14%"]),
        ((OLD[0], *OLD[2:]), ["omit the row “Crime | down 12%”"]),
        ((*OLD, ("Noise", "up 1%")), ["after the row “Fear | none” insert the row “Noise | up 1%”"]),
        (
            (("Measure", "Now"), *OLD[1:]),
            ["row of headings, column “Change”: for “Change” read “Now”"],
        ),
        ((OLD[0], OLD[2], OLD[3], OLD[1]),
         ["omit the row “Crime | down 12%”", "after the row “Fear | none” insert the row “Crime | down 12%”"]),
        ((("Measure",), ("Crime",)), ["the whole now reads “Measure”; “Crime”"]),
        (OLD, []),
    ],
)  # fmt: skip
def test_a_table_is_corrected_cell_by_cell(new: tuple[tuple[str, ...], ...], sentences: list[str]) -> None:
    """I am sent to the row and the column, not to the whole table."""
    assert list(table_corrections(OLD, new, Wording())) == sentences


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It fell by 12%, then by 12% again.", "It fell by 12%, then by 14% again.",
         [Quote(How.REPLACE, "12% again", "14% again")]),
        ("£5 and £5,000 were given to the people there", "£6 and £5,000 were given to the people there",
         [Quote(How.REPLACE, "£5 and", "£6 and")]),
        ("The cat sat here", "The cat, sat here", [Quote(How.REPLACE, "cat", "cat,")]),
        ("Officers met Members.", "Officers met Members. They also met the Mayor.",
         [Quote(How.INSERT, "Members.", "They also met the Mayor.")]),
        ("There were 3 of 4 wards in that part of town", "There were 5 of 6 wards in that part of town",
         [Quote(How.REPLACE, "3 of 4", "5 of 6")]),
        ("All that was said of it in June was wrong, and nothing was right.",
         "Nobody said in May that anything about ships had gone well at sea.",
         [Quote(How.WHOLE, "All that was said of it in June was wrong, and nothing was right.",
                "Nobody said in May that anything about ships had gone well at sea.")]),
        ("two  blanks", "two blanks", []),
        ("", "Something", [Quote(How.WHOLE, "", "Something")]),
    ],
)  # fmt: skip
def test_the_smallest_stretch_that_can_be_found_is_quoted(old: str, new: str, expected: list[Quote]) -> None:
    """Whole figures and words, with a word beside them only where they stand there twice or are too slight to find."""
    assert list(quotes(old, new)) == expected


PAGE = ErratumPage(
    "Correction to Update & more <1>",
    "Barsetshire Police and Crime Panel",
    ("For the meeting of 3 October 2023", "This page corrects version 1 of the paper (published, 21 September 2023)."),
    "Corrections",
    (
        Correction("Paragraph 9: for £53,879 read £73,719."),
        Correction("After paragraph 9 insert:", (Inserted("A heading", heading=True), Inserted("One & two", bullet=True), Inserted("Three"))),
    ),
    ("Paragraph numbers are those of the paper that is corrected.",),
    "Office of the PCC",
    "3 October 2023",
    "en_GB",
)  # fmt: skip


def test_the_page_says_what_is_corrected(tmp_path: Path) -> None:
    """The page bears its title, the meeting, both versions and each correction with a number; Word opens it cleanly."""
    data = erratum_sheet(PAGE)
    assert data == erratum_sheet(PAGE)
    lines = printed_lines(data, "erratum.docx")
    assert isinstance(lines, tuple)
    assert [(line.kind.value, line.number, line.text) for line in lines] == [
        ("text", "", "Barsetshire Police and Crime Panel"),
        ("text", "", "Correction to Update & more <1>"),
        ("text", "", "For the meeting of 3 October 2023"),
        ("text", "", "This page corrects version 1 of the paper (published, 21 September 2023)."),
        ("heading", "", "Corrections"),
        ("numbered", "1", "Paragraph 9: for £53,879 read £73,719."),
        ("numbered", "2", "After paragraph 9 insert:"),
        ("continuation", "2", "A heading"),
        ("bullet", "2", "One & two"),
        ("continuation", "2", "Three"),
        ("text", "", "Paragraph numbers are those of the paper that is corrected."),
        ("header", "", "Correction to Update & more <1>"),
        ("footer", "", "Office of the PCC\tPage 1 of 1"),
    ]
    assert complaints(data, tmp_path) == []


def test_a_page_for_words_that_word_cannot_hold_is_still_a_page() -> None:
    """A control character out of some old file is shown as a sign, and the page opens."""
    page = ErratumPage("T", "", (), "C", (Correction("for “a\x0bb” read “c”\ud800"),), (), "", "", "en_GB")
    parts = read_parts(erratum_sheet(page), "erratum.docx")
    assert isinstance(parts, dict)
    lines = printed_lines(erratum_sheet(page), "erratum.docx")
    assert isinstance(lines, tuple)
    assert [line.text for line in lines if line.kind is LineKind.NUMBERED] == ["for “a\ufffdb” read “c”\ufffd"]
