"""The worked example: it reads clean, adds up, tells what the published papers tell, and in words of its own."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pcp_reports.checks import check
from pcp_reports.compose import compose
from pcp_reports.ledger import ledger
from pcp_reports.model.paper import ItemKind
from pcp_reports.nodes import Block, Items
from pcp_reports.placing import Survey, survey
from pcp_reports.prose import read_prose
from pcp_reports.stated.judged import judged
from pcp_reports.texts import proses
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.common import Figure
    from pcp_reports.model.partnership import Partnership
    from pcp_reports.nodes import Node
    from pcp_reports.workspace import Filed

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = Path(os.environ.get("PCP_SHARED", ROOT.parent / "shared")) / "reference"
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the reference documents are not here: set PCP_SHARED to the folder that holds them"
)

RUN = 6
"""So many words in a row make a sentence somebody else's."""

# Names, titles of law and addresses: what nobody can put in words of their own.
NAMES = (
    "Office of the Police and Crime Commissioner for Lancashire",
    "Office of the Police and Crime Commissioner",
    "Police and Crime Plan for Lancashire 2021-2025",
    "the Government's Anti-social Behaviour Action Plan",
    "https://www.lancashire-pcc.gov.uk/transparency/meetings-reports/accountability-board-meeting/",
    "ian.dickinson@lancashire-pcc.gov.uk",
    "RAFT (Residents Association of Farringdon and Thirlmere)",
    "Right Care, Right Person",
    "Concerned in the supply of Class A drugs",
    "Possession with intent to supply Class A drugs",
    "Possession with intent to supply Class B drugs",
)


@pytest.fixture(scope="module")
def example() -> Survey:
    """Return the repository's own workspace."""
    return survey(load(ROOT))


@pytest.fixture(scope="module")
def published() -> Survey:
    """Return the reference workspace."""
    return survey(load(REFERENCE / "workspace"))


def rounds(surveyed: Survey) -> dict[str, RoundSum]:
    """Return the rounds by name."""
    return {one.filed.name: one for one in ledger(surveyed).rounds}


def files(surveyed: Survey) -> tuple[Filed, ...]:
    """Return every file of the workspace: the office's, the papers' and the entries."""
    office = surveyed.register.office_file
    assert office is not None
    return (office, *(folder.filed for folder in surveyed.register.papers.values()), *surveyed.register.entries)


# -- it is clean, and it adds up


def test_the_example_warns_of_what_the_published_papers_got_wrong_and_of_nothing_else(example: Survey) -> None:
    """The example keeps the figures as they were published: `check` says the four warnings and three notes of the table."""
    told = sorted((one.code, one.severity.value, one.place.path.rpartition("/")[2]) for one in check(example))
    assert told == [
        ("F301", "note", "prosper.yaml"),
        ("F305", "warning", "prosper.yaml"),
        ("F310", "warning", "prosper.yaml"),
        ("F310", "warning", "prosper.yaml"),
        ("F311", "note", "prosper.yaml"),
        ("F311", "note", "prosper.yaml"),
        ("G201", "warning", "slnf-september.yaml"),
    ]
    assert sorted(example.register.papers) == ["2023-10-03", "prosper-partnership"]


def test_the_rounds_come_to_what_was_worked_out_by_hand(example: Survey) -> None:
    """August is £69,267 in 9 lines for 10 projects; September £73,719 in 8, £53,879 of it the Community Fund's."""
    found = {
        name: (
            str(one.sum.total),
            one.sum.grants,
            one.sum.projects,
            {row.name: str(row.sum.total) for row in one.strands},
        )
        for name, one in rounds(example).items()
    }
    august = {"Community Fund": "£62,523", "Police Innovation Fund": "£6,744"}
    september = {"Community Fund": "£53,879", "Police Innovation Fund": "£1,840", "Fighting Crime Grants": "£18,000"}
    assert found == {"slnf-august": ("£69,267", 9, 10, august), "slnf-september": ("£73,719", 8, 8, september)}


def test_the_september_round_shows_a_claim_that_does_not_say_what_it_covers(example: Survey) -> None:
    """£53,879 to 6 projects is the Community Fund's, as `stated` says; the sentence does not, and I am told what to write."""
    (claim,) = judged(rounds(example)["slnf-september"])
    assert (claim.claim.words(), claim.covers, claim.verdict.value) == (
        "£53,879 to 6 projects",
        ("Community Fund",),
        "agrees",
    )
    (warning,) = [one for one in check(example) if one.code == "G201"]
    assert "£73,719 for 8 projects" in warning.message
    assert warning.hint == (
        "Type: In September a further £53,879 from the Community Fund was awarded to 6 projects, as follows:"
    )


def test_the_august_round_adds_up_by_itself(example: Survey) -> None:
    """The Panel reads £69k and 10 projects in the August paragraph, and neither figure was typed."""
    august = rounds(example)["slnf-august"]
    assert not re.search("£|[0-9]", august.round.text)
    numbered = [block.text for block in compose(example, "2023-10-03").body]
    assert any(re.search(r"£69k to 10 projects", text) for text in numbered)


def test_the_example_shows_every_kind_and_the_keys_that_run_an_office(example: Survey) -> None:
    """Whatever I have to write, there is one to copy: each kind, with owner, priority, figures, evidence and so on."""
    assert {filed.kind for filed in files(example)} == {
        *("office", "paper", "accountability-board", "operation"),
        *("engagement", "statement", "funding-round", "partnership"),
    }
    used = {key for filed in files(example) for key in keys_in(filed.source.root)}
    wanted = {"title", "owner", "due", "ready", "priority", "evidence", "figures", "held", "place", "with", "stated"}
    assert wanted <= used
    assert all(
        filed.model.owner and filed.model.ready and filed.model.priority
        for filed in example.register.entries
        if filed.kind != "accountability-board"
    )


def test_every_file_names_the_schema_that_an_editor_reads(example: Survey) -> None:
    """My editor offers the keys in every file that I copy, because its first line leads to the schema."""
    for filed in files(example):
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", filed.source.lines[0])
        assert found is not None, filed.path
        leads_to = (ROOT / filed.path).parent / found[1]
        assert leads_to.resolve() == ROOT / "entries" / "entries.schema.json", filed.path


# -- it tells what the published papers tell


@needs_reference
def test_the_papers_have_the_published_order(example: Survey, published: Survey) -> None:
    """The same headings, the same items under them, and the same ones carry a number."""
    assert order(example) == order(published)
    assert [(filed.path, filed.kind) for filed in files(example)] == [
        (filed.path, filed.kind) for filed in files(published)
    ]


@needs_reference
def test_the_office_has_the_published_names(example: Survey, published: Survey) -> None:
    """People, numbers, funds and strands are those of the published paper."""
    ours, theirs = example.register.office, published.register.office
    assert ours is not None
    assert theirs is not None
    for name in ("name", "commissioner", "force", "panel", "language", "clear_days", "people", "funds"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert list(ours.standing or {}) == list(theirs.standing or {})


@needs_reference
def test_the_grants_are_the_published_ones(example: Survey, published: Survey) -> None:
    """Each grant has the published recipient, amount and strand, in the published order."""
    assert grants(example) == grants(published)


@needs_reference
def test_the_texts_have_the_published_shape(example: Survey, published: Survey) -> None:
    """Each text has as many paragraphs and bullets as the published one, so that the paper looks the same."""
    assert shapes(example) == shapes(published)


@needs_reference
def test_dates_and_places_are_the_published_ones(example: Survey, published: Survey) -> None:
    """No date, place or name of the published entries was lost or changed."""
    theirs = {filed.path: filed.model for filed in published.register.entries}
    for filed in example.register.entries:
        for name in ("name", "date", "held", "launched", "announced", "place", "fund", "partners"):
            given = getattr(theirs[filed.path], name, None)
            assert not given or getattr(filed.model, name) == given, (filed.path, name)


@needs_reference
def test_the_partnership_has_the_published_figures(example: Survey, published: Survey) -> None:
    """Each phase has the published figures, sentences and speakers, slips included: MoRiLE is 371, and later 342."""
    ours, theirs = partnership(example), partnership(published)
    assert figures(ours) == figures(theirs)
    for (_, mine), (_, given) in zip(ours.phases, theirs.phases, strict=True):
        assert [(one.term, one.offence) for one in mine.sentences] == [
            (one.term, one.offence) for one in given.sentences
        ]
        assert [quote.by for quote in mine.quotes] == [quote.by for quote in given.quotes]
        assert len(mine.civil_orders) == len(given.civil_orders)
    score = [one for _, phase in ours.phases for name, one in (phase.figures or {}).items() if name == "MoRiLE score"]
    assert [(one.value, one.was, one.now) for one in score] == [("371", None, None), (None, "342", "7")]


# -- in words of its own


@needs_reference
def test_no_sentence_is_somebody_elses(example: Survey) -> None:
    """The published wording is not ours to give away: names apart, no six words in a row are taken from it."""
    theirs = [
        words(path.read_text(encoding="utf-8")) for path in REFERENCE.rglob("*") if path.suffix in (".txt", ".yaml")
    ]
    taken = {run for text in theirs for run in runs(text)}
    assert len(taken) > 1000
    shared = [
        (filed.path, " ".join(run))
        for filed in files(example)
        for text in values(filed.source.root)
        for piece in without_names(text)
        for run in runs(words(piece))
        if run in taken
    ]
    assert shared == []


def test_quotations_say_that_they_are_summaries(example: Survey) -> None:
    """What somebody is reported to have said is not put into words that they never used without saying so."""
    quotes = [quote.words for _, phase in partnership(example).phases for quote in phase.quotes]
    assert len(quotes) == 5
    assert all(said.startswith("Reported view – ") for said in quotes)


# -- what the tests above compare


def keys_in(node: Node | None) -> Iterator[str]:
    """Yield every key below a node."""
    if isinstance(node, Block):
        for key, behind in node.items():
            yield key
            yield from keys_in(behind)
    elif isinstance(node, Items):
        for row in node:
            yield from keys_in(row)


def values(node: Node | None) -> Iterator[str]:
    """Yield every value below a node."""
    if isinstance(node, Block):
        for behind in node.values():
            yield from values(behind)
    elif isinstance(node, Items):
        for row in node:
            yield from values(row)
    elif node is not None:
        yield node


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"[a-z0-9£%']+", text.lower().replace("’", "'"))


def runs(text: list[str]) -> set[tuple[str, ...]]:
    """Return every RUN words in a row."""
    return {tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)}


def without_names(text: str) -> list[str]:
    """Return the pieces of a text between the names in it."""
    return re.split("|".join(map(re.escape, NAMES)), text)


def order(surveyed: Survey) -> dict[str, list[tuple[str, list[tuple[str, bool]]]]]:
    """Return each paper's headings with their items: the name placed (or `text`), and whether it goes on above."""
    return {
        name: [
            (
                row.section.heading,
                [("text" if one.item.kind is ItemKind.TEXT else one.item.words, one.also) for one in row.items],
            )
            for row in placement.sections
        ]
        for name, placement in surveyed.placements.items()
    }


def grants(surveyed: Survey) -> dict[str, Any]:
    """Return the grants of each round: strand, recipient, pence, projects and status."""
    return {
        name: [
            (strand.name, grant.recipient, grant.amount.pence, grant.projects, grant.status)
            for strand in one.round.grants
            for grant in strand.grants
        ]
        for name, one in rounds(surveyed).items()
    }


def shapes(surveyed: Survey) -> dict[str, list[tuple[str, ...]]]:
    """Return the kinds of the blocks of every text, by file."""
    return {
        filed.path: [tuple(block.kind for block in read_prose(text).blocks) for _, text in proses(filed)]
        for filed in files(surveyed)
    }


def partnership(surveyed: Survey) -> Partnership:
    """Return the one partnership."""
    found: list[Partnership] = [filed.model for filed in surveyed.register.entries if filed.kind == "partnership"]
    assert len(found) == 1
    return found[0]


def figures(of: Partnership) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Return the figures of each phase; a name is told by where it is first met, as its wording is the writer's own."""
    numbers: dict[str, int] = {}

    def number(name: str | None) -> int | None:
        return None if name is None else numbers.setdefault(name, len(numbers))

    def row(name: str, figure: Figure) -> tuple[Any, ...]:
        return (number(name), figure.value, figure.was, figure.now, figure.change, figure.since, figure.source,
                figure.elsewhere, figure.parts, figure.partial, number(figure.part_of))  # fmt: skip

    return [(phase, [row(*pair) for pair in (given.figures or {}).items()]) for phase, given in of.phases]
