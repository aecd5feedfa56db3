"""Where a character of a value stands in the lines as typed, for one character and for many at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.locating import locate, locate_each
from pcp_reports.nodes import Text
from pcp_reports.source import read_source

KEYS = frozenset({"kind", "text"})
WORDS = st.lists(st.text(st.sampled_from("ab£ é"), max_size=8), min_size=1, max_size=12)
WRITTEN = {
    "a bar": "kind: statement\ntext: |\n  One line\n\n    two, further in\n  three\n",
    "a folding sign": "kind: statement\ntext: >\n  One line\n  goes on\n\n  two\n",
    "quotation marks": 'kind: statement\ntext: "One \\u00a3 line\n  goes on"\n',
    "apostrophes": "kind: statement\ntext: 'It''s one line\n  that goes on'\n",
    "nothing": "kind: statement\ntext: One line\n  that goes on\n",
}


def text_in(written: str) -> tuple[tuple[str, ...], Text]:
    """Return the lines of an entry and the value of its text."""
    source = read_source(written.encode(), "entries/a.yaml", KEYS)
    assert source.root is not None
    value = source.root[Text("text")]
    assert isinstance(value, Text)
    return source.mended or source.lines, value


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_character_is_found_where_it_was_typed(written: str) -> None:
    """Whatever notation a text is written in, a finding points at the very letter it is about."""
    lines, value = text_in(written)
    start = (value.line, value.column)
    for offset, character in enumerate(value):
        line, column = locate(lines, start, value.style, value, offset)
        if not character.isspace() and character != "£":
            assert lines[line - 1][column - 1] == character


@given(words=WORDS, style=st.sampled_from("|>"))
def test_many_characters_are_found_where_each_alone_is(words: list[str], style: str) -> None:
    """In a long text each paragraph is traced to the line it would be traced to if it stood alone."""
    rows = "\n".join(f"  {row}" if row.strip() else "" for row in ["begin", *words])
    lines, value = text_in(f"kind: statement\ntext: {style}\n{rows}\n")
    start = (value.line, value.column)
    alone = [locate(lines, start, value.style, value, offset) for offset in range(len(value))]
    assert list(locate_each(lines, start, value.style, value, range(len(value)))) == alone
    assert [line for line, _ in alone] == sorted(line for line, _ in alone)
