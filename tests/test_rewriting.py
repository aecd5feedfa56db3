"""Editing one entry file: only what was asked for changes, and every other line keeps its bytes."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.characters import unprinted
from pcp_reports.rewriting import (
    Addition,
    Edit,
    Refused,
    Removal,
    Setting,
    rewrite,
    rewritten,
    with_item,
    with_value,
    without,
)
from pcp_reports.rewriting.edits import expected, node_at, plainly
from pcp_reports.rewriting.splices import Splice
from pcp_reports.source import read_source

if TYPE_CHECKING:
    from pcp_reports.nodes import Block
    from pcp_reports.rewriting.places import Lines

ROUND = """\
# yaml-language-server: $schema=../../entries.schema.json
kind: funding-round
fund:   Safer Barsetshire Fund      # as in office.yaml
announced: '2023-09'

# what the paper says
text: |
    A further {{ total }} went to:

    - the Hub: "a youth space"[two blanks]
    - others
stated:
  covers: [Community Fund, "Innovation"]
grants:
    Community Fund:
    -   recipient: "180 Programme"
        purpose: CrossFit for
           young people   # from the form
        amount: £10,000     # paid in May
        # asked for £12,000

    -   recipient: 'O''Hara''s Gym'
        purpose: >
          Folded words
          of two lines
        amount: £500
    Innovation:
      - recipient: Hub
        purpose: "A 'quoted' thing"
        reference:
        amount: 1470.57
# the end
""".replace("[two blanks]", "  ")


def text_of(edited: str | Refused) -> str:
    """Return the edited text, which must not have been refused."""
    assert isinstance(edited, str), edited
    return edited


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came, line ends included."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    gone, come = [], []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            gone += before[a:b]
            come += after[c:d]
    return gone, come


def value_at(text: str, trail: tuple[str | int, ...]) -> str:
    """Return what the tool reads at a place of the file."""
    return str(node_at(read_source(text.encode(), "x.yaml").root, trail))


@pytest.mark.parametrize(
    ("trail", "value", "gone", "come"),
    [
        (("fund",), "Hub: a fund", ["fund:   Safer Barsetshire Fund      # as in office.yaml\n"], ['fund:   "Hub: a fund"      # as in office.yaml\n']),
        (("announced",), "2023-10", ["announced: '2023-09'\n"], ["announced: '2023-10'\n"]),
        (("grants", "Community Fund", 0, "amount"), "£9,500", ["        amount: £10,000     # paid in May\n"], ["        amount: £9,500     # paid in May\n"]),
        (("grants", "Community Fund", 0, "recipient"), 'The "180"', ['    -   recipient: "180 Programme"\n'], ["    -   recipient: 'The \"180\"'\n"]),
        (("grants", "Community Fund", 0, "purpose"), "Boxing", ["        purpose: CrossFit for\n", "           young people   # from the form\n"], ["        purpose: Boxing   # from the form\n"]),
        (("grants", "Community Fund", 1, "recipient"), "O'Hara", ["    -   recipient: 'O''Hara''s Gym'\n"], ["    -   recipient: 'O''Hara'\n"]),
        (("grants", "Community Fund", 1, "purpose"), "One # line", ["        purpose: >\n", "          Folded words\n", "          of two lines\n"], ['        purpose: "One # line"\n']),
        (("grants", "Innovation", 0, "reference"), "SBF/7", ["        reference:\n"], ["        reference: SBF/7\n"]),
        (("grants", "Innovation", 0, "district"), "007", [], ['        district: "007"\n']),
        (("stated", "covers", 1), "Police", ['  covers: [Community Fund, "Innovation"]\n'], ['  covers: [Community Fund, "Police"]\n']),
        (("stated", "covers", 0), "Fund, new", ['  covers: [Community Fund, "Innovation"]\n'], ['  covers: ["Fund, new", "Innovation"]\n']),
        (("text",), 'A further {{ total }} went to:\n\n- the Hub: "a youth space"  \n- nobody else\n', ["    - others\n"], ["    - nobody else\n"]),
        (("text",), "- first\nA further {{ total }} went to:\n\n- others\n", ['    - the Hub: "a youth space"  \n'], ["    - first\n"]),
    ],
)  # fmt: skip
def test_only_the_line_concerned_changes(
    trail: tuple[str | int, ...], value: str, gone: list[str], come: list[str]
) -> None:
    """I change one value, and my comments, quotation marks, blanks and every other line stay as I typed them."""
    new = text_of(with_value(ROUND, trail, value))
    assert sorted(lines_changed(ROUND, new)[0]) == sorted(gone)
    assert sorted(lines_changed(ROUND, new)[1]) == sorted(come)
    assert value_at(new, trail).rstrip("\n") == value.rstrip("\n")


def test_words_become_a_text_of_several_lines() -> None:
    """A sentence becomes two paragraphs under a bar, set in as the key is, and a note behind it stays behind the bar."""
    new = text_of(with_value("kind: statement\ntext: Short   # keep\n# end\n", ("text",), "One: a\n\n- two # three\n"))
    assert new == "kind: statement\ntext: |   # keep\n  One: a\n\n  - two # three\n# end\n"


def test_a_text_of_several_lines_becomes_one() -> None:
    """Two paragraphs become one line, and the blank line before the next key stays."""
    new = text_of(with_value("text: |\n  One\n\n  Two\n\nkind: statement\n", ("text",), "Once"))
    assert new == "text: |\n  Once\n\nkind: statement\n"


def test_a_grant_is_put_behind_the_last_one() -> None:
    """A new grant goes to the end of its strand, set in as its neighbours are, behind the notes that belong to the last."""
    item = {"recipient": "Hub: a space", "purpose": "- bingo", "amount": "£1,470.57"}
    new = text_of(with_item(ROUND, ("grants", "Community Fund"), item))
    gone, come = lines_changed(ROUND, new)
    assert gone == []
    assert come == [
        '    -   recipient: "Hub: a space"\n',
        '        purpose: "- bingo"\n',
        "        amount: £1,470.57\n",
    ]
    assert new.index("Hub: a space") < new.index("    Innovation:")


def test_a_first_grant_and_a_new_strand() -> None:
    """A strand that is not there yet, and a list with nothing in it, get their first grant."""
    grant = {"recipient": "A", "purpose": "Yes", "amount": "5"}
    new = text_of(with_value(ROUND, ("grants", "Fighting: Crime"), [grant]))
    assert (
        '    "Fighting: Crime":\n      - recipient: A\n        purpose: "Yes"\n        amount: "5"\n# the end\n' in new
    )
    assert text_of(with_item("grants:   # none yet\nkind: x\n", ("grants",), {"recipient": "A"})) == (
        "grants:   # none yet\n  - recipient: A\nkind: x\n"
    )


def test_words_are_added_to_a_list_in_brackets() -> None:
    """A list on one line gets one more name before its closing bracket."""
    new = text_of(with_item(ROUND, ("stated", "covers"), "A, b"))
    assert '  covers: [Community Fund, "Innovation", "A, b"]\n' in new


def test_a_grant_is_taken_out_with_its_notes() -> None:
    """A grant goes with the note that is set in beneath it, and nothing else does."""
    new = text_of(without(ROUND, ("grants", "Community Fund", 0)))
    gone, come = lines_changed(ROUND, new)
    assert come == []
    assert gone[0] == '    -   recipient: "180 Programme"\n'
    assert gone[-1] == "        # asked for £12,000\n"
    assert "O''Hara" in new


def test_many_changes_at_once() -> None:
    """Changes of one file are made together, each counted as the file stood before."""
    edits: tuple[Edit, ...] = (
        Removal(("grants", "Community Fund", 0)),
        Setting(("grants", "Community Fund", 1, "amount"), "£600"),
        Addition(("grants", "Community Fund"), {"recipient": "X", "purpose": "Y", "amount": "£1"}),
        Addition(("grants", "Community Fund"), {"recipient": "Z", "purpose": "Y", "amount": "£2"}),
    )
    root = read_source(text_of(rewritten(ROUND, edits)).encode(), "x.yaml").root
    assert root is not None
    assert [row["recipient"] for row in plainly(root)["grants"]["Community Fund"]] == ["O'Hara's Gym", "X", "Z"]
    assert plainly(root)["grants"]["Community Fund"][0]["amount"] == "£600"


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("kind: x\nkind: y\n", Setting(("kind",), "z"), "faults"),
        ("kind: Hub: a\n", Setting(("kind",), "z"), "faults"),
        ("kind: x\n", Setting(("a", "b"), "z"), "nothing stands"),
        ("kind: x\n", Setting((), "z"), "nothing stands"),
        ("kind: x\n", Addition(("kind",), "z"), "no list"),
        ("kind: x\n", Removal(("kind",)), "only one"),
        ("kind: {a: b}\n", Removal(("kind", "a")), "brackets"),
        ("kind: {a: b}\n", Setting(("kind", "c"), "d"), "brackets"),
        ("kind: x\n", Setting(("kind",), "a\x07b"), "does not print"),
        ("kind: x\nlist:\n  - a: 1\n    b: 2\n", Removal(("list", 0, "a")), "dash"),
        ("", Setting(("kind",), "a"), "faults"),
        ("kind: x\n", Setting(("list",), []), "empty"),
        ("kind: x\n", Setting(("kind",), ["a"]), "is words, not a list"),
        ("kind:\n", Setting(("kind",), None), "cannot be taken away"),
        ("kind: [a, b]\n", Setting(("kind", 0), "c\nd"), "cannot stand within brackets"),
        ("kind:\n  - - a\n    - b\n", Removal(("kind", 0, 0)), "one dash a line"),
        ("kind:\n  - a\n", Addition(("kind",), {"a\nb": "c"}), "words on one line"),
        ("kind:\n  - a\n", Addition(("kind",), {" ": "c"}), "words on one line"),
        ("kind: x\n", Setting(("kind",), "a\u200bb"), "a space of no width"),
        # One fault in the place of another is a fault all the same.
        ("kind: a\u200bb\n", Setting(("kind",), "a\x07b"), "does not print"),
    ],
)
def test_what_cannot_be_done_without_doubt_is_refused(text: str, edit: Edit, why: str) -> None:
    """Where the place cannot be told, or the words would not read back, I get a reason and no file."""
    refused = rewritten(text, (edit,))
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_two_changes_of_the_same_words_are_refused() -> None:
    """Two changes of one value cannot both be right: I get neither, and am told so."""
    refused = rewritten("kind: x\n", (Setting(("kind",), "a"), Setting(("kind",), "b")))
    assert isinstance(refused, Refused)
    assert "concern the same words" in refused.why


@pytest.mark.parametrize(
    ("old", "edit", "new"),
    [
        # A last line without an end gets none, and lines put behind it end as the others do.
        ("kind: x\nfund: y", Setting(("fund",), "z"), "kind: x\nfund: z"),
        ("kind: x\nfund: y", Removal(("fund",)), "kind: x"),
        ("kind: x\r\nfund: z", Setting(("owner",), "b"), "kind: x\r\nfund: z\r\nowner: b"),
        ("\ufeffkind: x\n", Setting(("kind",), "z"), "\ufeffkind: z\n"),
        # A note set in less than a text is not of the text; one set in as a key is, is not of the key above it.
        ("text: |\n    One\n    Two\n  # why\nfund: z\n", Setting(("text",), "Three"), "text: |\n    Three\n  # why\nfund: z\n"),
        ("text: >\n    One\n    Two\n  # why\nfund: z\n", Setting(("text",), "Three"), "text: Three\n  # why\nfund: z\n"),
        ("stated:\n  a: b\n  # of c\n  c: d\n", Removal(("stated", "a")), "stated:\n  # of c\n  c: d\n"),
        ("stated:\n  - a\n  # of c\n  - c\n", Removal(("stated", 0)), "stated:\n  # of c\n  - c\n"),
        # A note set in beneath the last one stays with it.
        ("grants:\n  - a\n    # paid\n", Addition(("grants",), "b"), "grants:\n  - a\n    # paid\n  - b\n"),
        ("fund: x\n  # paid\n# end\n", Setting(("owner",), "b"), "fund: x\n  # paid\nowner: b\n# end\n"),
        # What begins like a date is none, and needs its quotation marks.
        ("fund: x\n", Setting(("fund",), "2023-10: the fund"), 'fund: "2023-10: the fund"\n'),
        # Words that begin with blanks need another bar.
        ("text: |\n  One\n", Setting(("text",), "  One\nTwo"), "text: |2\n    One\n  Two\n"),
    ],
)  # fmt: skip
def test_line_ends_and_notes_stay_where_they_are(old: str, edit: Edit, new: str) -> None:
    """I change one thing, and the file has no line end, no byte-order mark and no note elsewhere than before."""
    assert text_of(rewritten(old, (edit,))) == new


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u200b\u2060\ufeff"), min_size=1, max_size=40
).filter(lambda words: words.strip() and unprinted(words) is None)
HOSTILE = st.sampled_from(
    ["Hub: a youth space", '"quoted" first', "'t Hof", "a #b", "{{ total }}", "Yes", "no", "007", "2023-10-03", "- x", "? y", "~", "[a]",
     "a: b: c", "*star", "&anchor", "!tag", "|", ">", "%x", "@you", "`tick`", "Ysgol Tŷ Gwyn", "t/a O'Neill", "1e3", "a\\b", "=", "<<", "...", "---"]
)  # fmt: skip
VALUES = WORDS | HOSTILE | st.builds(lambda a, b: f"{a} {b}", HOSTILE, WORDS)
TEXTS = st.lists(
    st.one_of(VALUES.map(lambda words: words.replace("\u00a0", " ").strip()), st.just("")), min_size=2, max_size=5
).map("\n".join)
TRAILS: tuple[tuple[str | int, ...], ...] = (
    ("fund",),
    ("announced",),
    ("text",),
    ("owner",),
    ("stated", "covers", 0),
    ("stated", "covers", 1),
    ("stated", "total"),
    ("grants", "Community Fund", 0, "recipient"),
    ("grants", "Community Fund", 0, "purpose"),
    ("grants", "Community Fund", 0, "amount"),
    ("grants", "Community Fund", 1, "purpose"),
    ("grants", "Community Fund", 1, "reason"),
    ("grants", "Innovation", 0, "purpose"),
    ("grants", "Innovation", 0, "reference"),
    ("grants", "Innovation", 0, "amount"),
)


@given(
    trail=st.sampled_from(TRAILS),
    value=VALUES,
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_any_words_read_back_as_typed(trail: tuple[str | int, ...], value: str, ends: str, mark: str) -> None:
    """Whatever words a value holds, they read back letter by letter, and no line of another key changes."""
    old = mark + ROUND.replace("\n", ends)
    new = text_of(with_value(old, trail, value))
    assert value_at(new, trail).rstrip("\n") == value
    gone, come = lines_changed(old, new)
    assert len(gone) <= 4
    assert all(line.endswith(ends) for line in come)
    for number in range(len(gone)):
        assert gone[number] in old
    root = read_source(ROUND.encode(), "x.yaml").root
    assert root is not None
    assert plainly(read_source(new.encode(), "x.yaml").root) == expected(root, (Setting(trail, value),))


@given(trail=st.sampled_from([trail for trail in TRAILS if "covers" not in trail]), value=TEXTS)
def test_any_text_of_several_lines_is_kept_or_refused(trail: tuple[str | int, ...], value: str) -> None:
    """A text of several lines reads back as it was given; where that cannot be, the file is left alone."""
    new = with_value(ROUND, trail, value)
    if trail == ("grants", "Community Fund", 0, "purpose") and "\n" in value.rstrip("\n"):
        assert isinstance(new, Refused)  # a note stands behind the old words, which run over two lines
    else:
        assert value_at(text_of(new), trail).rstrip("\n") == value.rstrip("\n")


@given(values=st.dictionaries(st.sampled_from(["recipient", "purpose", "amount", "reason"]), VALUES, min_size=1))
def test_any_grant_reads_back_as_typed(values: dict[str, str]) -> None:
    """Whatever a grant's words are, it stands at the end of its strand word for word."""
    new = text_of(with_item(ROUND, ("grants", "Innovation"), values))
    assert plainly(node_at(read_source(new.encode(), "x.yaml").root, ("grants", "Innovation", 1))) == values
    assert lines_changed(ROUND, new)[0] == []


REFERENCE = Path(__file__).parents[1] / "entries"


def test_no_value_of_the_worked_example_is_out_of_reach() -> None:
    """Every value of every file of the example can be changed, one at a time, and nothing else changes with it."""
    tried = 0
    for path in sorted(REFERENCE.rglob("*.yaml")):
        old = path.read_bytes().decode()
        root = read_source(old.encode(), path.name).root
        assert root is not None
        for trail in _trails(root):
            new = text_of(with_value(old, trail, "Hub: a # {{ }} 'space'"))
            assert plainly(read_source(new.encode(), "x").root) == expected(
                root, (Setting(trail, "Hub: a # {{ }} 'space'"),)
            )
            tried += 1
    assert tried > 100


def _trails(node: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(node, str):
        return [at]
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [
        trail
        for step, behind in steps
        for trail in _trails(behind, (*at, step if isinstance(step, int) else str(step)))
    ]


def test_an_edit_that_would_touch_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the tool itself put the words in the wrong place, the proof finds it, and the file is left alone."""

    def astray(places: Lines, root: Block, edit: Edit) -> list[Splice]:
        del places, root, edit
        return [Splice(1, 6, 1, 19, "statement")]

    monkeypatch.setattr(rewrite, "splices_of", astray)
    refused = with_value(ROUND, ("announced",), "2023-10")
    assert isinstance(refused, Refused)
    assert "does not read back as what was meant" in refused.why


def test_an_edit_that_would_change_the_order_of_keys_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the tool itself put a key elsewhere, the file is left alone, although it would still say the same."""

    def astray(places: Lines, root: Block, edit: Edit) -> list[Splice]:
        del places, root, edit
        return [Splice(0, 0, 1, 7, "fund: z\nkind: x")]

    monkeypatch.setattr(rewrite, "splices_of", astray)
    refused = with_value("kind: x\nfund: y\n", ("fund",), "z")
    assert isinstance(refused, Refused)
    assert "does not read back as what was meant" in refused.why
