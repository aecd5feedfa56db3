"""`diff` of the papers' words: every paragraph that stands otherwise is shown with its place, and no other is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from compared_versions import version_of
from hypothesis import given, settings
from hypothesis import strategies as st
from support import funding_round, paper, statement, write

from pcp_reports.archive.diff.aligning import align
from pcp_reports.archive.diff.erratum import erratum
from pcp_reports.archive.diff.quoting import How, even, quotes
from pcp_reports.archive.diff.words import State, Words, compare_words
from pcp_reports.cli.side_by_side import side_by_side
from pcp_reports.comparing.pairs.pairing import out_of_order
from pcp_reports.comparing.words.stretches import stretches, tokens
from pcp_reports.findings import Finding
from pcp_reports.word.printed_lines import Line, LineKind, printed_lines

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Officers were on the quay.\n\nThey spoke to traders:\n\n- the fishmonger\n- the baker\n  - and her son"
FILES = {
    "2023-10-03/paper": paper("harbour", "also: boats", "market", "grants"),
    "2023-10-03/harbour": statement(TEXT),
    "2023-10-03/boats": statement("Boats were searched."),
    "2023-10-03/market": statement("The market was busy."),
    "2023-10-03/grants": funding_round(
        "Community Fund:\n  - {recipient: Guides, purpose: tents, amount: '£5,000'}\n"
        "  - {recipient: Guides, purpose: bikes, amount: '£700'}\nInnovation Fund:\n"
        "  - {recipient: Shop Watch, purpose: radios, amount: '£1,840'}"
    ),
}


def document(root: Path, files: dict[str, str]) -> bytes:
    """Return the Word paper that entries make."""
    held = version_of(write(root, files))
    return next(data for name, data in held.items() if "/" not in name and name.endswith("final.docx"))


def laid(tmp_path: Path, changes: dict[str, str]) -> Words:
    """Return the paper of `FILES` beside the one with some files changed."""
    old, new = document(tmp_path / "old", FILES), document(tmp_path / "new", {**FILES, **changes})
    made = compare_words(old, new, "v1.docx", "v2.docx")
    assert isinstance(made, Words)
    return made


def test_the_place_of_every_line_is_told_as_a_reader_tells_it(tmp_path: Path) -> None:
    """Each line knows the number above it, the heading, the strand, and which of its sort it is."""
    lines = printed_lines(document(tmp_path, FILES), "v1.docx")
    assert not isinstance(lines, Finding)
    assert [
        (line.kind.value, line.number, line.strand, line.nth, line.bullet, line.text)
        for line in lines
        if line.heading == "News" and line.kind is not LineKind.HEADING
    ] == [
        ("numbered", "1", "", 1, 0, "Officers were on the quay."),
        ("continuation", "1", "", 2, 0, "They spoke to traders:"),
        ("bullet", "1", "", 1, 0, "the fishmonger"),
        ("bullet", "1", "", 2, 0, "the baker"),
        ("sub-bullet", "1", "", 1, 2, "and her son"),
        ("continuation", "1", "", 3, 0, "Boats were searched."),
        ("numbered", "2", "", 1, 0, "The market was busy."),
        ("numbered", "3", "", 1, 0, "The Commissioner made these grants:"),
        ("strand", "3", "Community Fund", 1, 0, "Community Fund:"),
        ("grant", "3", "Community Fund", 1, 0, "Guides – tents – £5,000"),
        ("grant", "3", "Community Fund", 2, 0, "Guides – bikes – £700"),
        ("strand", "3", "Innovation Fund", 2, 0, "Innovation Fund:"),
        ("grant", "3", "Innovation Fund", 1, 0, "Shop Watch – radios – £1,840"),
    ]
    assert [line.alike for line in lines if line.kind is LineKind.GRANT] == [True, True, False]


def test_a_changed_paragraph_stands_beside_what_it_was(tmp_path: Path) -> None:
    """The paragraph is shown on both sides with its number, the words that differ are marked, and no other is shown."""
    words = laid(tmp_path, {"2023-10-03/market": statement("The market was very quiet.")})
    assert click.unstyle(side_by_side(words, ("v1", "v2"), 100)) == (
        "Paragraph 2\n  The market was [-busy-].                        │ The market was {+very quiet+}."
    )
    assert click.unstyle(side_by_side(words, ("v1", "v2"), 60)) == (
        "Paragraph 2\n  - The market was [-busy-].\n  + The market was {+very quiet+}."
    )


def test_lines_that_came_or_went_are_shown_with_their_neighbour(tmp_path: Path) -> None:
    """A bullet that went says which it was; a paragraph that came says after which it stands; shifted numbers are told."""
    changes = {
        "2023-10-03/harbour": statement(TEXT.replace("- the fishmonger\n", "")),
        "2023-10-03/paper": paper("harbour", "also: boats", "text: The fair was held.", "market", "grants"),
    }
    assert click.unstyle(side_by_side(laid(tmp_path, changes), ("v1", "v2"), 79)).split("\n\n") == [
        "Paragraph 1, first bullet, only in v1\n  - [-the fishmonger-]",
        "After paragraph 1, third paragraph, only in v2 (paragraph 2 there)\n  + {+The fair was held.+}",
        "Paragraphs 2 and 3 of v1 are paragraphs 3 and 4 of v2.",
    ]


def test_what_was_moved_is_told_once(tmp_path: Path) -> None:
    """A paragraph that stands elsewhere is told as moved, not shown as gone and come."""
    words = laid(tmp_path, {"2023-10-03/paper": paper("market", "harbour", "also: boats", "grants")})
    told = side_by_side(words, ("v1", "v2"), 100)
    assert "Paragraph 2, moved: paragraph 1 in v2" in click.unstyle(told)
    assert told.count("The market was busy.") == 1


def test_words_that_steer_a_terminal_are_shown_harmless() -> None:
    """What a Word file holds cannot steer my screen, and long words stay within the window."""
    old = Line(LineKind.TEXT, "calm \x1b[2J seas")
    new = Line(LineKind.TEXT, f"calm {'x' * 300} seas")
    words = compare_lines([old], [new])
    said = click.unstyle(side_by_side(words, ("v1", "v2"), 80))
    assert "\x1b" not in said
    assert max(map(len, said.splitlines())) <= 80
    assert said.count("x") == 300


def compare_lines(old: list[Line], new: list[Line]) -> Words:
    """Return lines side by side, as `compare_words` lays them."""
    from pcp_reports.archive.diff.words import _runs  # noqa: PLC0415 - what lays whole files, without the files

    return Words(_runs(align(old, new)), (), identical=False)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99], ids=["empty", "cut", "old"]
)
def test_a_file_that_is_no_word_file_is_named(tmp_path: Path, data: bytes) -> None:
    """A paper that cannot be opened is named, with what to do; nothing breaks."""
    found = compare_words(data, document(tmp_path, FILES), "v1.docx", "v2.docx")
    assert isinstance(found, tuple)
    assert [(one.code, "“v1.docx”" in one.message) for one in found] == [("A402", True)]


TEXTS = st.lists(st.sampled_from(["one", "two", "three", "£5", "£5,000", "the", "a"]), min_size=1, max_size=5).map(
    " ".join
)
LINES = st.lists(
    st.builds(Line, st.sampled_from([LineKind.NUMBERED, LineKind.BULLET, LineKind.GRANT]), TEXTS), max_size=9
)


@settings(max_examples=300, deadline=None)
@given(LINES, LINES)
def test_no_line_is_lost_and_every_change_is_named(old: list[Line], new: list[Line]) -> None:
    """All lines of both papers stand in the comparison, once, in order; what is not told as changed is the same."""
    words = compare_lines(old, new)
    assert [row.old for row in words.rows if row.old is not None] == old
    assert [row.new for row in words.rows if row.new is not None] == new
    for run in words.runs:
        if run.state is State.SAME:
            assert [line.says for line in run.old] == [line.says for line in run.new]
        if run.moved is not None:
            other = words.runs[run.moved]
            assert [line.says for line in run.old or run.new] == [line.says for line in other.old or other.new]
    assert words.changed == ([line.says for line in old] != [line.says for line in new])
    assert bool(side_by_side(words, ("v1", "v2"), 100)) == words.changed


def test_a_long_list_of_new_amounts_is_told_grant_by_grant() -> None:
    """Where every amount of a long list was changed, each grant stands beside itself, and one that came stands alone."""
    old = [Line(LineKind.GRANT, f"Group {number} – tents – £{number}") for number in range(300)]
    new = [Line(LineKind.GRANT, f"Group {number} – tents – £9,{number:03}") for number in range(300)]
    new.insert(100, Line(LineKind.GRANT, "Brownies – bikes – £5"))
    rows = compare_lines(old, new).rows
    assert [(row.old, row.new) for row in rows if row.old is None] == [(None, new[100])]
    assert all(row.old.recipient == row.new.recipient for row in rows if row.old is not None and row.new is not None)
    assert len(rows) == 301


@settings(max_examples=300, deadline=None)
@given(LINES, LINES)
def test_every_line_that_differs_is_in_a_correction(old: list[Line], new: list[Line]) -> None:
    """The erratum leaves nothing out: what was put in stands in it word for word, and there is as much as there must be."""
    words = compare_lines(old, new)
    made = erratum(words).corrections
    assert bool(made) == words.changed
    put_in = [line.text for one in made for line in one.lines]
    come = [line.text for run in words.runs if run.state is State.COME and run.moved is None for line in run.new]
    assert put_in == come
    moved = sum(run.state is State.COME and run.moved is not None for run in words.runs)
    changed = sum(len(run.rows) for run in words.runs if run.state is State.CHANGED)
    alone = sum(run.state is State.COME and run.moved is None for run in words.runs)
    assert len(made) >= moved + changed + alone


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_a_paper_beside_itself_says_nothing(lines: list[Line]) -> None:
    """The same paper twice: there is nothing to show."""
    words = compare_lines(lines, lines)
    assert not words.changed
    assert side_by_side(words, ("v1", "v2"), 100) == ""


WORDS = st.sampled_from(
    [
        "a",
        "of",
        "the",
        "cat",
        "dog",
        "£5",
        "£5,000",
        "12%",
        "6",
        "6.5",
        "(x)",
        "“hub”",
        "youth-club",
        "don’t",
        ",",
        ".",
        "–",
        "x2",
    ]
)
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " "])), max_size=14).map(
    lambda rows: "".join(word + blank for word, blank in rows)
)


@settings(max_examples=1000, deadline=None)
@given(SENTENCES, SENTENCES)
def test_the_stretches_of_two_texts_are_the_texts(old: str, new: str) -> None:
    """Nothing is lost when two texts are laid word beside word."""
    made = stretches(old, new)
    assert ("".join(one.old for one in made), "".join(one.new for one in made)) == (old, new)
    assert all(one.old == one.new for one in made if one.same)
    assert "".join(tokens(old)) == old


@settings(max_examples=1500, deadline=None)
@given(SENTENCES, SENTENCES)
def test_the_corrections_made_with_a_pencil_give_the_new_text(old: str, new: str) -> None:
    """Whoever makes each correction in the old text has the new one, and finds each place there exactly once."""
    made = quotes(old, new)
    assert bool(made) == (even(old) != even(new))
    text = even(old)
    for one in made:
        text = one.applied(text)
    assert text == even(new)


PLAIN = st.lists(st.sampled_from(["a", "the", "cat", "£5", "£5,000", "12%", "6", "6.5", "dog"]), max_size=12).map(
    " ".join
)


@settings(max_examples=1000, deadline=None)
@given(PLAIN, PLAIN)
def test_what_is_quoted_stands_once_in_the_published_paragraph(old: str, new: str) -> None:
    """I never look for a word that stands there twice, nor for a £5 that is the beginning of £5,000."""
    for one in quotes(old, new):
        if one.how is not How.WHOLE:
            assert f" {old} ".count(f" {one.old} ") == 1


@settings(max_examples=300, deadline=None)
@given(st.permutations(range(8)))
def test_the_fewest_are_told_as_moved(order: list[int]) -> None:
    """What was left where it was is not told as moved: the rest stands in order, and no smaller set would do."""
    moved = out_of_order(order)
    kept = [value for at, value in enumerate(order) if at not in moved]
    assert kept == sorted(kept)
    longest = [1] * len(order)
    for at in range(len(order)):
        longest[at] = 1 + max((longest[before] for before in range(at) if order[before] < order[at]), default=0)
    assert len(kept) == max(longest)
