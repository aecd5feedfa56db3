"""YAML into plain strings with places: every value as typed, and every place where an officer would point."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pcp_reports.findings import Place
from pcp_reports.model import KEYS
from pcp_reports.nodes import Block, Items, Text
from pcp_reports.source import MAX_BYTES, MAX_DEPTH, MAX_VALUES, Source, read_source

if TYPE_CHECKING:
    from pcp_reports.nodes import Node

PATH = "entries/a/harbour.yaml"


def read(text: str) -> Source:
    """Return a file read."""
    return read_source(text.encode(), PATH, KEYS)


def value(source: Source, *trail: str | int) -> Text:
    """Return the value at the end of a trail of keys and numbers."""
    node: Node | None = source.root
    for step in trail:
        if isinstance(step, int):
            assert isinstance(node, Items)
            node = node[step]
        else:
            assert isinstance(node, Block)
            node = node[Text(step)]
    assert isinstance(node, Text)
    return node


def pointed_at(source: Source, text: Text, words: str) -> tuple[int, int, str]:
    """Return where the words of a value stand, and what is typed there."""
    place = source.place_in(text, text.index(words))
    return place.line, place.column, source.lines[place.line - 1][place.column - 1 :][: len(words)]


# -- values


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "2023-10", "2023-10-03", "1e3", "0x1F", "~", "null", "010", "1_000", "6", "=", "<<", "NaN", ".5"],
)
def test_nothing_typed_is_taken_for_anything_but_words(typed: str) -> None:
    """YAML's guesses at numbers, dates and yes or no never change what I typed."""
    assert value(read(f"title: {typed}\n"), "title") == typed


def test_all_shapes_are_read_in_the_order_typed() -> None:
    """Keys, lists and groups come out as they stand."""
    source = read("b: 1\na: [x, {y: z}]\nc:\n  - 1\n  - d: 2\n")
    assert source.findings == ()
    assert source.root == {"b": "1", "a": ["x", {"y": "z"}], "c": ["1", {"d": "2"}]}
    assert list(source.root or {}) == ["b", "a", "c"]


# -- places


def test_values_and_keys_know_their_places_in_characters() -> None:
    """A place counts characters, as my editor does, also behind emoji and accents."""
    source = read('kind: statement\n"😀é": {a😀: b}\nlist: [😀, é, x]\n')
    root = source.root
    assert root is not None
    assert [(key.line, key.column) for key in root] == [(1, 1), (2, 1), (3, 1)]
    inner = root[Text("😀é")]
    assert isinstance(inner, Block)
    assert source.place(inner[Text("a😀")]) == Place(PATH, 2, 12)
    assert source.place(value(source, "list", 2)) == Place(PATH, 3, 14)


def test_the_place_of_a_missing_value_is_its_key_or_its_block() -> None:
    """What is not there is pointed at where it should be."""
    source = read("kind: statement\ntext:\ngroup:\n  a: b\n")
    root = source.root
    assert root is not None
    group = root[Text("group")]
    assert isinstance(group, Block)
    assert source.place_of(root, "kind") == Place(PATH, 1, 7)
    assert source.place_of(root, "text") == Place(PATH, 2, 1)
    assert source.place_of(group, "missing") == Place(PATH, 4, 3)
    assert source.place_of(root, "group") == Place(PATH, 4, 3)


NOTATIONS = {
    "plain": ("text: Some words 😀 here MARK there\n", (1, 25)),
    "plain, over lines": ("text: Some words\n  go on 😀 to MARK there\n", (2, 14)),
    "plain, beneath the key": ("text:\n  Some words\n\n  to MARK there\n", (4, 6)),
    "single quotation marks": ("text: 'It''s a MARK there'\n", (1, 16)),
    "single quotation marks, over lines": ("text: 'It''s\n\n  😀 a MARK there'\n", (3, 7)),
    "double quotation marks": ('text: "a \\"quoted\\" MARK there"\n', (1, 21)),
    "double quotation marks, over lines": ('text: "a \\\n  b\\tc \\u00e9\n\n  d MARK there"\n', (4, 5)),
    "double quotation marks, escaped emoji": ('text: "\\U0001F600 \\x41 MARK there"\n', (1, 24)),
    "a block": ("text: |\n  Some words\n\n  - 😀 to MARK there\n", (4, 10)),
    "a block set in further": ("text: |\n      Some\n        words to MARK there\n", (3, 18)),
    "a block after a blank line": ("text: |\n\n  Some MARK there\n", (3, 8)),
    "a block with its indent given": ("text: |2\n    Some\n  words to MARK there\n", (3, 12)),
    "a block cut at its end": ("text: |-\n  Some MARK there\n", (2, 8)),
    "a folded block": ("text: >\n  Some words\n  to 😀 MARK there\n", (3, 8)),
    "a folded block cut at its end": ("text: >-\n  Some words\n\n  to MARK there\n", (4, 6)),
    "a list in brackets": ("text: [a, b]\ntitle: MARK there\n", (2, 8)),
    "Windows line ends": ("text: |\r\n  Some words\r\n  to MARK there\r\n", (3, 6)),
}


@pytest.mark.parametrize("name", NOTATIONS)
def test_words_inside_a_value_are_pointed_at_where_they_stand(name: str) -> None:
    """A fault in the middle of a text is shown at its own line and column, however the text is written."""
    typed, place = NOTATIONS[name]
    source = read(typed)
    assert source.findings == ()
    text = value(source, "title" if "title" in (source.root or {}) else "text")
    assert pointed_at(source, text, "MARK") == (*place, "MARK")
    assert source.place_in(text, 0).line <= place[0]


def test_every_character_of_a_long_text_is_pointed_at_exactly() -> None:
    """Line by line and letter by letter, the place given holds the letter meant."""
    for typed in ("text: |\n  Ab c\n    d\n\n  é😀f\n", 'text: "Ab \\"c\\"\n  d\n\n  é😀f"\n', "text: >-\n  Ab c\n  d\n\n  é😀f\n", "text: Ab 'c'\n  d\n\n  é😀f\n"):  # fmt: skip
        source = read(typed)
        text = value(source, "text")
        for offset, character in enumerate(text):
            if not character.isspace():
                place = source.place_in(text, offset)
                there = source.lines[place.line - 1][place.column - 1 :]
                assert there[:1] == character or there[:2] == "\\" + character, (typed, offset)


def test_words_behind_a_mended_line_are_pointed_at_in_their_own_line() -> None:
    """A fault in one line does not shift the places of the lines below it."""
    source = read("title: a: b\ntext: |\n  Some MARK there\n")
    assert [one.code for one in source.findings] == ["Y110"]
    assert pointed_at(source, value(source, "text"), "MARK") == (3, 8, "MARK")


# -- bounds


def soon(data: bytes, seconds: float = 20) -> Source:
    """Return the file as read; fails when that takes long (the bound leaves room for a slow machine)."""
    began = time.monotonic()
    source = read_source(data, PATH, KEYS)
    assert time.monotonic() - began < seconds
    return source


def test_a_file_of_just_the_largest_size_is_read_and_one_more_byte_is_not() -> None:
    """Eight megabytes are room for any entry; more is another sort of file."""
    body = b"kind: statement\ntext: |\n  "
    largest = body + b"a" * (MAX_BYTES - len(body))
    assert soon(largest).findings == ()
    (finding,) = soon(largest + b"a").findings
    assert (finding.code, finding.place) == ("Y102", Place(PATH))


def test_lists_within_lists_are_read_to_a_depth() -> None:
    """Depth has a bound, and what lies within it is read."""
    fine, deep = MAX_DEPTH - 1, MAX_DEPTH + 1
    assert read("text: " + "[" * fine + "]" * fine + "\n").findings == ()
    (finding,) = read("text: " + "[" * deep + "]" * deep + "\n").findings
    assert finding.code == "Y123"


def test_more_values_than_any_entry_holds_are_refused() -> None:
    """A list of hundreds of thousands is a table of another program."""
    (finding,) = soon(b"a:\n" + b"- b\n" * MAX_VALUES).findings
    assert finding.code == "Y123"
    assert "400,000" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("text: " + "[" * 100_000, id="brackets"),
        pytest.param("text: " + "{" * 100_000, id="braces"),
        pytest.param("- " * 100_000, id="dashes"),
        pytest.param("? " * 100_000, id="question marks"),
        pytest.param(": " * 100_000, id="colons"),
        pytest.param("? \n" * 100_000, id="lines of question marks"),
        pytest.param("a: \n" * 100_000, id="one key over and over"),
        pytest.param("---\n" * 100_000, id="documents"),
        pytest.param('title: "a\n' * 20_000, id="quotation marks never closed"),
        pytest.param("text: " + '"a ' * 200_000, id="quotation marks in a line"),
        pytest.param("title: a: b" + " " * 200_000, id="blanks behind a colon"),
        pytest.param("title" + " " * 200_000, id="blanks behind a key"),
        pytest.param("text: 'a\n  b" + " " * 200_000 + "c'", id="blanks in quotation marks"),
        pytest.param("title: x" + " #" * 200_000, id="signs for a note"),
        pytest.param("text: |\n" + "\ta\n" * 200_000, id="tabs"),
        pytest.param("".join(f"{' ' * (number % 7)}title: x\n" for number in range(5_000)), id="a ragged margin"),
        pytest.param("".join(f"t{number}: a: b\n" for number in range(50_000)), id="colons without end"),
        pytest.param("a: &a [*a, *a]\n" * 20_000, id="anchors and aliases"),
        pytest.param("\x00" * 500_000, id="nothing at all"),
    ],
)
def test_a_file_that_is_no_entry_is_answered_soon(text: str) -> None:
    """Whatever I drop into the folder, the answer does not keep me waiting."""
    source = soon(text.encode())
    assert source.findings or source.root


def test_accidents_at_the_end_of_a_very_large_file_do_not_take_for_ever() -> None:
    """Mending a huge file in memory is given up in time, and what was found by then is told."""
    words = "  words upon words upon words\n" * 200_000
    source = soon(f"text: |\n{words}".encode() + "".join(f"t{n}: a: b\n" for n in range(80)).encode(), seconds=60)
    codes = [one.code for one in source.findings]
    assert set(codes) == {"Y110", "Y119"}
    assert codes.count("Y110") < 40
    assert source.findings[-1].hint == "Mend those listed, then check again."


def test_hints_have_a_length_that_can_be_shown() -> None:
    """A line of a hundred thousand signs is not printed back at me in full."""
    source = read("title: a: " + "b" * 100_000 + "\ntext: x\n")
    assert [len(one.hint) <= 600 for one in source.findings] == [True]
    assert value(source, "title").endswith("b" * 100)
