"""Every figure that a paper prints is in its register once, in order, with what it rests on; and nothing else is.

``python tests/test_figure_register.py --refresh`` writes the registers of the worked example down afresh.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import docx
import pytest
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st
from support import OFFICE, funding_round, paper, statement, surveyed

from pcp_reports.building import make
from pcp_reports.checks import check, concerning
from pcp_reports.claims import find
from pcp_reports.cli.figures import as_json, as_text
from pcp_reports.compose import compose
from pcp_reports.figures.register import register_figures
from pcp_reports.placing import survey
from pcp_reports.said import PUT_IN
from pcp_reports.standing import Standing, Wording, words_of
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.standing import FigureRegister

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "data" / "figure_registers"
PAPERS = ("2023-10-03", "prosper-partnership")
MEETING = "2023-10-03"
NO_SOURCE = "no source is named"


def register_of(root: Path, name: str = MEETING) -> FigureRegister:
    """Return the register of a paper of a workspace."""
    read = survey(load(root))
    return register_figures(read, name, concerning(read, (name,), check(read)))


def registered(root: Path, files: Mapping[str, str], name: str = MEETING, *, tongue: str = "en_GB") -> FigureRegister:
    """Write entries and return the register of a paper."""
    read = surveyed(root, files)
    return register_figures(read, name, check(read), tongue=tongue)


def rows(register: FigureRegister) -> list[tuple[str, str, str]]:
    """Return the figures as words, standing, and what they rest on."""
    return [(one.words, one.proof.standing.value, one.proof.words) for one in register.figures]


# -- the worked example, whole


@pytest.mark.parametrize("name", PAPERS)
def test_the_register_of_the_worked_example_is_as_written_down(name: str) -> None:
    """Each figure of the example's papers stands in the register with the standing that a reader would give it."""
    assert golden_of(name) == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


def golden_of(name: str) -> str:
    """Return the register of one of the example's papers as it is written down: a figure a line."""
    lines = [json.dumps(list(one.values()), ensure_ascii=False) for one in as_json(register_of(ROOT, name))["figures"]]
    return "[\n" + ",\n".join(lines) + "\n]\n"


# -- against the finished file


NO_FIGURES = ("Measure", "Since", "Period", "Area", "Source")


def printed(data: bytes, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of every figure of a Word file, as another program reads its paragraphs and tables."""
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        texts = []
        if isinstance(block, Table):
            header = [cell.text for cell in block.rows[0].cells]
            shown = [at for at, heading in enumerate(header) if heading not in NO_FIGURES]
            texts = [row.cells[at].text for row in block.rows[1:] for at in shown]
        else:
            texts = [block.text]
        for text in texts:
            plain = text
            for name in names:
                plain = plain.replace(name, PUT_IN * len(name))
            yield from (words_of(claim) for claim in find(plain))


@pytest.mark.parametrize("name", PAPERS)
def test_the_register_is_what_the_built_paper_prints(name: str) -> None:
    """Whoever looks for figures in the finished Word file finds those of the register, in its order, and no others."""
    check_against_the_file(ROOT, name)


@pytest.mark.parametrize("name", PAPERS)
def test_the_register_is_what_the_real_papers_print(reference: Path, name: str) -> None:
    """The same for the two real documents."""
    check_against_the_file(reference, name)


def check_against_the_file(root: Path, name: str) -> None:
    """Hold a register against the Word file that is built of the same entries."""
    made = make(survey(load(root, keep=True)), name, root, draft=False)
    assert made.data is not None, made.findings
    register = register_of(root, name)
    assert len(register.figures) > 30
    assert [one.words for one in register.figures] == list(printed(made.data, ("180 Programme",)))


# -- what is a figure, and what is none

FILLER = (
    "Officers went out in July 2023 and on 3 October 2023",
    "near the M65",
    "call 01772 533587",
    "for ages 12 to 18",
    "under the Plan 2021-2025",
    "with 180 Programme and 4 Me 2",
    "**as before**",
    "and people said so",
)
FIGURES = ("£1,234", "56", "7%", "£69k", "over 400", "£2.6m", "18 points", "£53,879", "almost £74,000", "1,204")


@given(st.lists(st.tuples(st.sampled_from(FILLER), st.sampled_from(FIGURES)), min_size=1, max_size=12))
def test_every_figure_is_listed_once_in_order_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    """Dates, roads, telephone numbers, ages and names are no figures; every figure that I type between them is listed."""
    text = "\n\n".join(f"{words}; there were {figure}, no less." for words, figure in pairs)
    files = {
        f"{MEETING}/paper": paper("news"),
        f"{MEETING}/news": statement(text),
        "round": funding_round("- {recipient: 4 Me 2, purpose: a club, amount: £500}"),
        "other": funding_round("- {recipient: 180 Programme, purpose: a club, amount: £500}"),
    }
    register = registered(tmp_path_factory.mktemp("w"), files)
    assert [one.words for one in register.figures] == [figure for _, figure in pairs]


def test_front_matter_comes_first_as_the_template_prints_it(tmp_path: Path) -> None:
    """Title, summary and recommendation stand before the paragraphs, in the order of my template, and where it says."""
    more = "summary: There are 7 parts.\nrecommendation: Note the £8,000.\n"
    files = {f"{MEETING}/paper": paper("text: We met 9 people.", more=more).replace("update", "6 updates")}
    read = surveyed(tmp_path, files)
    usual = register_figures(read, MEETING, ())
    assert [(one.words, one.where, one.paragraph) for one in usual.figures] == [
        ("6", "Title", None),
        ("7", "Summary", None),
        ("£8,000", "Recommendation", None),
        ("9", "Paragraph 1", 1),
    ]
    own = Wording("Members have 5 minutes.", "templates/panel-update.docx")
    turned = register_figures(read, MEETING, (), ("recommendation", own, "body"))
    assert [(one.words, one.where) for one in turned.figures] == [
        ("£8,000", "Recommendation"),
        ("5 minutes", "Template"),
        ("9", "Paragraph 1"),
    ]
    assert turned.figures[1].proof.standing is Standing.UNSUPPORTED


def test_figures_bear_the_number_that_they_stand_under(tmp_path: Path) -> None:
    """What goes on under a number, its bullets and its grants bear that number."""
    files = {
        f"{MEETING}/paper": paper("news", "also: more", "round"),
        f"{MEETING}/news": statement("We met 11 people.\n\nThen 12 more.\n\n- and 13 others\n  - with 14 dogs"),
        f"{MEETING}/more": statement("Also 15 came."),
        "round": funding_round("Community Fund:\n  - {recipient: A Club, purpose: 16 sessions, amount: £500}"),
    }
    found = [(one.words, one.paragraph, one.where) for one in registered(tmp_path, files).figures]
    assert found == [
        ("11", 1, "Paragraph 1"),
        ("12", 1, "Paragraph 1"),
        ("13", 1, "Paragraph 1, bullet"),
        ("14", 1, "Paragraph 1, bullet"),
        ("15", 1, "Paragraph 1"),
        ("16", 2, "Paragraph 2, grant line"),
        ("£500", 2, "Paragraph 2, grant line"),
    ]


def test_exempt_matter_is_in_no_register(tmp_path: Path) -> None:
    """Neither an exempt entry nor an exempt grant, nor a total that counts it, comes near the register."""
    exempt = "exempt:\n  paragraph: 3\n  reason: business affairs\n"
    grants = """
    - {recipient: A Club, purpose: a hall, amount: £500}
    - recipient: A Secret Club
      purpose: 77 locks
      amount: £7,777
      exempt: {paragraph: 3, reason: safety}
    """
    files = {
        f"{MEETING}/paper": paper("news", "round"),
        f"{MEETING}/news": statement("We met 1,111 people.", exempt),
        "round": funding_round(grants, text="We gave £8,277 to 2 projects, of which {{ total }} is told here:"),
    }
    register = registered(tmp_path, files)
    assert rows(register) == [
        ("£8,277", "unsupported", NO_SOURCE),
        ("2", "unsupported", NO_SOURCE),
        ("£500", "computed", "the grants of the round: £500 to 1 project"),
        ("£500", "computed", "from the grant, counted in £500"),
    ]


# -- what figures rest on


GRANTS = """
Community Fund:
  - {recipient: 4 Me 2, purpose: 16 sessions for 9 clubs, amount: £53000}
  - {recipient: A Club, purpose: a hall, amount: £879.50}
Innovation Fund:
  - {recipient: B Club, purpose: a van, amount: £1000}
  - {recipient: C Club, purpose: a car, amount: £2000, status: withdrawn}
"""


def test_totals_and_grants_are_computed(tmp_path: Path) -> None:
    """What the tool adds up itself, and prints of the grants, is computed, and says out of what."""
    text = (
        "All come to {{ total }}, {{ total | rounded }}, for {{ projects }} projects and {{ grants }} grants; "
        '{{ total_of("Community Fund") }} of it to {{ projects_of("Innovation Fund") }} of theirs.'
    )
    files = {f"{MEETING}/paper": paper("round"), "round": funding_round(GRANTS, text=text)}
    whole, community = "the grants of the round: £54,879.50 to 3 projects", "the grants of Community Fund: £53,879.50"
    assert rows(registered(tmp_path, files)) == [
        ("£54,879.50", "computed", whole),
        ("£55k", "computed", whole),
        ("3", "computed", whole),
        ("3", "computed", "the grants of the round, counted: 3"),
        ("£53,879.50", "computed", f"{community} to 2 projects"),
        ("1", "computed", "the grants of Innovation Fund: £1,000 to 1 project"),
        ("16", "sourced", "the purpose of the grant to 4 Me 2"),
        ("9", "sourced", "the purpose of the grant to 4 Me 2"),
        ("£53,000", "computed", "from the grant, counted in £54,879.50"),
        ("£879.50", "computed", "from the grant, counted in £54,879.50"),
        ("£1,000", "computed", "from the grant, counted in £54,879.50"),
        ("£2,000", "computed", "from the grant, withdrawn and not counted in £54,879.50"),
    ]


def test_a_hedge_that_i_type_before_a_total_must_be_true(tmp_path: Path) -> None:
    """“Over £55k” is not computed where the grants come to £54,879.50, and the register says so; “over £1,000” may be."""
    text = "It is over {{ total | rounded }}. Almost {{ total | rounded }} went out."
    files = {f"{MEETING}/paper": paper("round"), "round": funding_round(GRANTS, text=text)}
    over, almost = rows(registered(tmp_path, files))[:2]
    assert over == ("over £55k", "unsupported", "disagrees: “over £55k”, but it is £54,879.50")
    assert almost[:2] == ("Almost £55k", "computed")


def test_a_figure_put_in_beside_a_typed_one_takes_nothing_from_its_neighbours(tmp_path: Path) -> None:
    """A range half typed is not computed, one that is all put in is, and what I type behind keeps its own source."""
    text = (
        "Grants were between £5 and {{ total }}. Strands were between "
        '{{ total_of("Innovation Fund") }} and {{ total_of("Community Fund") }}. There were 37 bids and 38 letters.'
    )
    more = "evidence:\n  38 letters: the post book\n"
    files = {f"{MEETING}/paper": paper("round"), "round": funding_round(GRANTS, text=text, more=more)}
    assert rows(registered(tmp_path, files))[:4] == [
        ("between £5 and £54,879.50", "unsupported", "a part of it alone is put in by the tool"),
        ("between £1,000 and £53,879.50", "computed", "the grants of Innovation Fund: £1,000 to 1 project"),
        ("37", "unsupported", NO_SOURCE),
        ("38", "sourced", "the post book"),
    ]


def test_typed_totals_are_reconciled_or_disagree(tmp_path: Path) -> None:
    """A total that I type is held against the grants, and the register says which."""
    for said, standing, told in (
        ("£53,879.50", "reconciled", "the grants of Community Fund: £53,879.50 to 2 projects"),
        ("£53,978.50", "unsupported", "disagrees: the grants of Community Fund come to £53,879.50 and 2 projects"),
    ):
        text = f"We gave {said} to 2 projects of the Community Fund:"
        files = {f"{MEETING}/paper": paper("round"), "round": funding_round(GRANTS, text=text)}
        assert rows(registered(tmp_path, files))[0] == (said, standing, told)


def test_a_figure_kept_as_data_needs_a_source_all_the_same(tmp_path: Path) -> None:
    """Moving a number into “figures” proves nothing: only its source does, and the place is where to name one."""
    text = 'There were {{ figure("fines") }} fines, over {{ figure("stops") }} stops, and some vans.'
    more = """
    figures:
      fines: 204
      stops: {value: 92, source: the force's records}
    """
    files = {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": statement(text, more)}
    register = registered(tmp_path, files)
    assert rows(register)[:2] == [
        ("204", "unsupported", NO_SOURCE),
        ("over 92", "unsupported", "disagrees: “over 92”, but it is 92"),
    ]
    assert register.figures[0].place.line == 3


def test_evidence_proves_sources_and_leaves_its_numbers_open(tmp_path: Path) -> None:
    """Arithmetic reconciles, a named source is shown, and a number that is only used says what it is used in."""
    text = "We met over 400 people: 130 in May, 278 in June. It cost £2m. Another 37 came.\n"
    more = "evidence:\n  over 400 people: 130 + 278\n  cost £2m: the Government's plan\n"
    files = {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": statement(text, more)}
    register = registered(tmp_path, files)
    assert rows(register) == [
        ("over 400", "reconciled", "130 + 278 = 408"),
        ("130", "unsupported", "used in “over 400 people”, but no source is named for it"),
        ("278", "unsupported", "used in “over 400 people”, but no source is named for it"),
        ("£2m", "sourced", "the Government's plan"),
        ("37", "unsupported", NO_SOURCE),
    ]
    assert {(one.place.path, one.place.line) for one in register.figures} == {(f"entries/{MEETING}/news.yaml", 6)}


def test_the_same_words_twice_have_a_standing_each(tmp_path: Path) -> None:
    """Of two equal figures in one text each keeps what is said of it alone."""
    text = "The **£2m** came.\n\n- Then £2m of ours\n- and {{ date }} again £2m"
    more = "date: 2023-05\nevidence:\n  £2m of ours: the accounts\n"
    files = {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": statement(text, more)}
    assert [row[1] for row in rows(registered(tmp_path, files))] == ["unsupported", "sourced", "unsupported"]


def test_what_cannot_be_read_is_unsupported_whatever_stands_behind_it(tmp_path: Path) -> None:
    """A misprint is listed with what is wrong with it; no source can bear out what nobody can read."""
    more = "evidence:\n  spent £14.340: the accounts\n"
    files = {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": statement("We spent £14.340 on it.", more)}
    (figure,) = registered(tmp_path, files).figures
    assert figure.words == "£14.340"
    assert figure.proof.standing is Standing.UNSUPPORTED
    assert figure.proof.words.startswith("cannot be read: ")


def test_standing_paragraphs_and_texts_in_place_are_looked_at_too(tmp_path: Path) -> None:
    """A figure of office.yaml or paper.yaml is listed with its place there."""
    office = OFFICE.replace("The Commissioner holds the Chief Constable to account.", "There are 9 duties.")
    files = {"office": office, f"{MEETING}/paper": paper("standing: duty", "text: We met 11 people.")}
    found = [(one.words, one.place.path) for one in registered(tmp_path, files).figures]
    assert found == [("9", "entries/office.yaml"), ("11", f"entries/{MEETING}/paper.yaml")]


def test_a_paper_s_own_text_is_reconciled_with_itself(tmp_path: Path) -> None:
    """Three matters, and three bullets beneath: that is proved in a text written in place as in an entry."""
    item = "text: |\n  Three matters stood out:\n\n  - crime\n  - roads\n  - dogs"
    (figure,) = registered(tmp_path, {f"{MEETING}/paper": paper(item)}).figures
    assert (figure.words, figure.proof.standing) == ("Three", Standing.RECONCILED)


def test_a_table_in_an_update_is_looked_at_cell_by_cell(tmp_path: Path) -> None:
    """Where a text gives the place of its figures, their table stands under the paragraph's number."""
    told = BRIEFING.replace(
        "  figures:\n    score: 371", "  text: |\n    What we saw:\n\n    {{ figures }}\n  figures:\n    score: 371"
    )
    more = "figures:\n  stops: {value: 92, source: the force's records}\n  fines: 204\n"
    files = {
        f"{MEETING}/paper": paper("news", "town"),
        f"{MEETING}/news": statement("Here:\n\n{{ figures }}", more),
        "town": told,
    }
    register = registered(tmp_path, files)
    assert [(one.words, one.where, one.proof.words) for one in register.figures] == [
        ("92", "Paragraph 1, table", "the force's records"),
        ("204", "Paragraph 1, table", NO_SOURCE),
        ("9", "Paragraph 2", NO_SOURCE),
        ("371", "Paragraph 2, table", NO_SOURCE),
        ("52%", "Paragraph 2, table", "the survey"),
    ]
    assert [one.place.line for one in register.figures[:2]] == [3, 4]


def test_every_block_knows_what_it_was_made_of(tmp_path: Path) -> None:
    """Whoever compares a paper with its entries can tell which text, part, grant or list a paragraph comes from."""
    files = {
        f"{MEETING}/paper": paper("news", "round", more="summary: In short.\n"),
        f"{MEETING}/news": statement(
            'Held in {{ date }}.\n\n- {{ figure("fines") }} fines', "date: 2023-05\nfigures: {fines: 9}\n"
        ),
        "round": funding_round(GRANTS, text="{{ total | rounded }} in all.\n\n{{ lines }}\n\nThe end."),
        "town/paper": paper("one", meeting="", heading="Towns", template="partnership-briefing"),
        "town/one": BRIEFING,
    }
    read = surveyed(tmp_path, files)
    update = compose(read, MEETING)
    assert [(block.origin.key, block.origin.part) for block in (*update.summary, *update.body)] == [
        ("summary", 0),
        ("", -1),
        ("text", 0),
        ("text", 1),
        ("text", 0),
        ("", -1),
        ("grant", -1),
        ("grant", -1),
        ("", -1),
        ("grant", -1),
        ("", -1),
        ("withdrawn", -1),
        ("text", 2),
    ]
    given_words = [(run.text, run.given) for block in update.body for run in block.runs if run.given]
    assert given_words == [("May 2023", "date"), ("9", "figure:fines"), ("£55k", "total")]
    keys = [(block.origin.key, block.origin.part) for block in compose(read, "town").body if block.origin.key]
    assert keys == [
        ("summary", 0),
        ("analysis, figures", -1),
        ("response, sentences", 0),
        ("response, civil_orders", 0),
        ("response, quotes", 0),
        ("response, quotes", 1),
        ("assessment, figures", -1),
    ]


# -- briefings


BRIEFING = """\
kind: partnership
name: The Seven Towns Partnership
place: Barchester
partners: [56 Group, police]
summary: It has 9 members of The Seven Towns Partnership.
analysis:
  figures:
    score: 371
    trust: {value: 52%, source: the survey}
response:
  sentences:
    - {term: 40 months, offence: Supply}
  civil_orders: [Kept out for 2 streets]
  quotes:
    - {words: I saw 30 of them, by: A Neighbour}
    - words: There were 31
assessment:
  figures:
    score: {was: 342, now: 7}
    trust: {now: 70%, change: up 18 points}
    calls: {was: 100, now: 80, change: down 20%}
    crime: {change: down 12%, since: 2022, elsewhere: {Wyre: down 4%}}
    cost:
      change: down £300
      parts: {violence: down £200, damage: down £100}
"""


def briefing(root: Path, text: str = BRIEFING) -> FigureRegister:
    """Return the register of a briefing of one partnership."""
    files = {"town/paper": paper("one", meeting="", heading="Towns", template="partnership-briefing"), "town/one": text}
    return registered(root, files, "town")


def test_an_un_numbered_briefing_tells_places_by_name(tmp_path: Path) -> None:
    """Where nothing is numbered, phase and part say where a figure stands, and names hold none."""
    register = briefing(tmp_path)
    assert {one.paragraph for one in register.figures} == {None}
    where = [one.where for one in register.figures]
    assert list(dict.fromkeys(where)) == [
        "The Seven Towns Partnership",
        "Analysis, table",
        "Response, sentences",
        "Response, civil orders",
        "Response, quotation",
        "Assessment, table",
    ]


def test_cells_of_a_table_rest_on_sources_starts_and_parts(tmp_path: Path) -> None:
    """A change that agrees with its start and end is reconciled, a whole with its parts; the rest needs a source."""
    table = [
        (one.words, one.proof.standing.value, one.proof.words)
        for one in briefing(tmp_path).figures
        if one.where.startswith(("Analysis", "Assessment"))
    ]
    assert table == [
        ("371", "unsupported", NO_SOURCE),
        ("52%", "sourced", "the survey"),
        ("342", "unsupported", "disagrees: it is 371 under Analysis"),
        ("7", "unsupported", NO_SOURCE),
        ("52%", "sourced", "the survey"),
        ("70%", "unsupported", NO_SOURCE),
        ("18 points", "reconciled", "from 52% to 70%"),
        ("100", "unsupported", NO_SOURCE),
        ("80", "unsupported", NO_SOURCE),
        ("20%", "reconciled", "from 100 to 80"),
        ("12%", "unsupported", "cannot be checked: no start is given, and no source is named"),
        ("4%", "unsupported", NO_SOURCE),
        ("£300", "reconciled", "its parts: down £200 + down £100"),
        ("£200", "unsupported", NO_SOURCE),
        ("£100", "unsupported", NO_SOURCE),
    ]


def test_a_change_that_does_not_fit_disagrees_until_it_is_accepted(tmp_path: Path) -> None:
    """From 52% to 70% is 18 points, whatever source the slide has; accepted with a reason, its source stands again."""
    wrong = BRIEFING.replace("change: up 18 points}", "change: up 18%, source: the survey}")
    told = [row for row in rows(briefing(tmp_path, wrong)) if row[0] == "18%"]
    assert told == [("18%", "unsupported", "disagrees: from 52% to 70% is up 18 points")]
    accepted = f"{wrong}accept:\n  F310: The report itself says per cent.\n"
    assert [row for row in rows(briefing(tmp_path, accepted)) if row[0] == "18%"] == [("18%", "sourced", "the survey")]


def test_a_time_is_told_with_its_unit(tmp_path: Path) -> None:
    """A sentence of 40 is nothing; one of 40 months is."""
    assert [one.words for one in briefing(tmp_path).figures if one.where == "Response, sentences"] == ["40 months"]


def test_who_said_it_is_the_source_of_a_quotation(tmp_path: Path) -> None:
    """A figure that somebody is quoted with rests on who said it, and on nothing where nobody is named."""
    told = [row for row in rows(briefing(tmp_path)) if row[0] in ("30", "31")]
    assert told == [("30", "sourced", "words of A Neighbour"), ("31", "unsupported", NO_SOURCE)]


def test_proofs_are_told_in_the_office_s_language(tmp_path: Path) -> None:
    """The sheet of a Welsh office says in Welsh what its figures rest on."""
    files = {
        "office": f"{OFFICE}language: cy_GB\n",
        f"{MEETING}/paper": paper("round"),
        "round": funding_round("- {recipient: A Club, purpose: a hall, amount: £500}", text="Rhoddwyd {{ total }}:"),
    }
    register = registered(tmp_path, files, tongue="cy_GB")
    assert rows(register) == [
        ("£500", "computed", "grantiau'r cylch: £500 i 1 prosiect"),
        ("£500", "computed", "o'r grant, a gyfrifir yn £500"),
    ]
    assert [one.where for one in register.figures] == ["Paragraff 1", "Paragraff 1, llinell grant"]


# -- what is kept as data, grants beside their recipients, and what is counted


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("92", ("unsupported", "equals the figure kept as data, “arrests”, for which no source is named")),
        ("{value: 92, source: custody log}", ("sourced", "custody log")),
        ("91", ("unsupported", "disagrees: figures, arrests: 91")),
    ],
)
def test_typed_stands_no_better_than_put_in(tmp_path: Path, figure: str, told: tuple[str, str]) -> None:
    """A number typed beside one kept as data rests on that number's source, and on nothing where it has none."""
    text = statement("There were 92 arrests.", f"figures: {{arrests: {figure}}}\n")
    register = registered(tmp_path, {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": text})
    assert [row[1:] for row in rows(register)] == [told]


def test_a_change_typed_is_proved_by_its_start_and_end(tmp_path: Path) -> None:
    """What the table proves, it proves in a sentence; the end itself needs a source."""
    figures = "figures: {recorded crime: {was: '117,650', now: '112,438', change: down 4.4%}}\n"
    text = statement("Recorded crime fell by 4.4% to 112,438.", figures)
    register = registered(tmp_path, {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": text})
    assert rows(register) == [
        ("4.4%", "reconciled", "from 117,650 to 112,438"),
        ("112,438", "unsupported", "equals the figure kept as data, “recorded crime”, for which no source is named"),
    ]


def test_a_target_is_not_reconciled_with_the_outcome(tmp_path: Path) -> None:
    """What was aimed at needs a source of its own, even where it came about."""
    text = BRIEFING.replace("response:\n", "response:\n  objective: Cut calls by 20%.\n")
    assert [(one.words, one.proof.words) for one in briefing(tmp_path, text).figures if one.where == "Response"] == [
        ("20%", NO_SOURCE)
    ]


def test_the_amount_beside_a_recipient_rests_on_its_grant(tmp_path: Path) -> None:
    """An amount of the text is held against the grant of the recipient that it is said of."""
    grants = "".join(
        f"- recipient: {name}\n  purpose: {purpose}\n  amount: {amount}\n{more}"
        for name, purpose, amount, more in (
            ("Matrix Trust", "mentoring", "£12,500", ""),
            ("Leatherhead Youth Project", "detached work", "£20,000", ""),
            ("Private Person", "a home", "£900", "  exempt:\n    paragraph: 2\n    reason: it names a person\n"),
        )
    )
    text = (
        "£12,500 went to Matrix Trust.\n\nLeatherhead Youth Project received £25,000.\n\nPrivate Person received £900."
    )
    files = {f"{MEETING}/paper": paper("round"), "round": funding_round(grants, text=text)}
    found = rows(registered(tmp_path, files))
    assert found[:3] == [
        ("£12,500", "reconciled", "the grant to Matrix Trust: £12,500"),
        ("£25,000", "unsupported", "disagrees: the grant to Leatherhead Youth Project is £20,000"),
        ("£900", "unsupported", NO_SOURCE),
    ]


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (
            "{was: 8 minutes 41 seconds, now: 3 minutes 12 seconds, change: down 5 minutes 29 seconds}",
            ("reconciled", "from 8 minutes 41 seconds to 3 minutes 12 seconds"),
        ),
        (
            "{was: a long time, now: 3 minutes, change: down 5 minutes}",
            ("unsupported", "cannot be checked: “a long time” and “3 minutes” are not compared, and no source is named"),
        ),
        ("{now: 3 minutes, change: down 5 minutes}", ("unsupported", "cannot be checked: no start is given, and no source is named")),
    ],
)  # fmt: skip
def test_a_change_of_a_time_says_truly_why_it_is_not_proved(tmp_path: Path, figure: str, told: tuple[str, str]) -> None:
    """A start that is given is never said to be missing."""
    text = statement("Here:\n\n{{ figures }}", f"figures: {{wait: {figure}}}\n")
    register = registered(tmp_path, {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": text})
    assert rows(register)[-1][1:] == told


def test_a_count_is_shown_with_what_it_counts(tmp_path: Path) -> None:
    """“92” alone is hard to find again: beside it stands what it counts, and its words stay as printed."""
    text = statement(
        "There were 92 arrests, over 400 visits of Barchester and £30 of fines for 2 in 5.\n\n{{ figures }}",
        "figures: {weapons found: 14, cost: £9, stops: {value: 8, parts: {cars: 5, vans: 3}}}\n",
    )
    register = registered(tmp_path, {f"{MEETING}/paper": paper("news"), f"{MEETING}/news": text})
    assert [(one.words, one.noun, one.read_as("en_GB")) for one in register.figures] == [
        ("92", "arrests", "92 arrests"),
        ("over 400", "visits", "more than 400 visits"),
        ("£30", "", "£30"),
        ("2 in 5", "", "36.36% to 44.44%"),
        ("14", "weapons found", "14 weapons found"),
        ("£9", "", "£9"),
        ("8", "stops", "8 stops"),
        ("5", "stops, cars", "5 stops, cars"),
        ("3", "stops, vans", "3 stops, vans"),
    ]
    assert [one.get("noun") for one in as_json(register)["figures"]][:3] == ["arrests", "visits", None]
    assert "! 92        92 arrests " in click.unstyle(as_text(register))


if __name__ == "__main__" and sys.argv[1:] == ["--refresh"]:
    GOLDEN.mkdir(exist_ok=True)
    for paper_name in PAPERS:
        (GOLDEN / f"{paper_name}.json").write_text(golden_of(paper_name), encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    "text",
    [
        "£25,000 was awarded to Matrix Trust.",
        "£44,540 was awarded to five projects:",
        "£44,450 was awarded to six organisations.",
        "We fed 406 dogs.",
        "We fed 407 dogs.",
    ],
)
def test_no_figure_with_an_open_warning_is_called_proved(tmp_path: Path, text: str) -> None:
    """What `check` warns of is never reconciled or sourced on the sheet that is signed."""
    grants = """
        Community Fund:
          - {recipient: Leatherhead Youth Project, purpose: work, amount: '£31,950', projects: 4}
          - {recipient: Matrix Trust, purpose: mentors, amount: '£12,500'}
    """
    evidence = "evidence:\n  40{} dogs: {}\n"
    more = evidence.format(6, 406) if "406" in text else evidence.format(7, "200 (log) + 206") if "407" in text else ""
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(grants, text=text, more=more)}
    read = surveyed(tmp_path, files)
    warned = {one.place.line for one in check(read) if one.severity.value == "warning" and one.code[0] in "GF"}
    assert warned
    typed = [
        one for one in registered(tmp_path, files).figures if one.proof.standing.value in ("reconciled", "sourced")
    ]
    assert [one.words for one in typed if one.words in ("£25,000", "£44,540", "six", "406", "407")] == []
