"""Suggestions, lists, counts and quotations; text as YAML takes it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pcp_reports.words import counted, did_you_mean, listed, quoted, shortened, western_digits, yaml_quoted

KEYS = ("title", "date", "owner", "due", "ready", "priority", "figures", "evidence", "announced", "stated", "grants")
STRANDS = ("Community Fund", "Police Innovation Fund", "Fighting Crime Grants")
printable = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anounced", "announced"),
        ("Annuonced", "announced"),
        ("grant", "grants"),
        ("tilte", "title"),
        ("deu", "due"),
        ("dew", None),
        ("colour", None),
        ("recipient", None),
        ("on", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_a_mistyped_key_is_answered_with_the_right_one(typed: str, meant: str | None) -> None:
    """A slip of the finger is answered with the key I meant, and a strange word with none."""
    assert did_you_mean(typed, KEYS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("comunity fund", "Community Fund"),
        ("police-innovation_fund", "Police Innovation Fund"),
        ("Fighting Crime", "Fighting Crime Grants"),
        ("Innovation Fund", "Police Innovation Fund"),
        ("Fund", None),
        ("Roads", None),
    ],
)
def test_a_strand_named_in_part_or_with_a_slip_is_known(typed: str, meant: str | None) -> None:
    """Case, hyphens and a missing word do not hide the strand I meant; what could be two strands is left open."""
    assert did_you_mean(typed, STRANDS) == meant


def test_the_nearest_name_is_suggested_and_the_first_of_two_as_near() -> None:
    """Of several names like mine, the one with fewest slips is suggested, and always the same one."""
    assert did_you_mean("boat", ["goat", "coat", "moat"]) == "goat"
    assert did_you_mean("announcd", ["announces", "announced", "announce"]) == "announced"
    assert did_you_mean("announcd", ["announces", "announcers", "pronounced"]) == "announces"


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_suggestion_is_always_one_of_the_known_names(typed: str, known: list[str]) -> None:
    """Nothing is suggested that does not exist, and an exact name is always found."""
    assert did_you_mean(typed, known) in {None, *known}
    if typed.strip(" -_'’\t\n\r") and typed in known:
        meant = did_you_mean(typed, known)
        assert meant is None or did_you_mean(meant, [typed]) == typed


def test_lists_and_counts_read_as_sentences_do() -> None:
    """Messages say “a, b and c” and “1 entry”, “2 entries”."""
    assert [listed(["a", "b", "c"][:size]) for size in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"
    assert [counted(number, "project") for number in (0, 1, 6, 1204)] == [
        "0 projects",
        "1 project",
        "6 projects",
        "1,204 projects",
    ]
    assert [counted(2, noun) for noun in ("entry", "day", "box", "match")] == [
        "2 entries",
        "2 days",
        "2 boxes",
        "2 matches",
    ]
    assert counted(3, "person", "people") == "3 people"


def test_quotations_stay_on_one_line_and_show_nothing_strange() -> None:
    """Words quoted in a message cannot break the line or the screen."""
    assert quoted(" a\n b\tc ") == "“a b c”"
    assert quoted("red\x1b[31m\u202e") == "“red�[31m�”"


@given(st.text(), st.integers(2, 80))
def test_shortened_text_fits(text: str, most: int) -> None:
    """A long text in a message is cut to what fits, and begins as it did."""
    short = shortened(text, most)
    assert len(short) <= most
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


def test_shortened_text_is_cut_between_words() -> None:
    """Text is cut where a word ends; what fits is left alone."""
    assert shortened("A further sum was provided", 15) == "A further sum…"
    assert shortened("A further sum", 13) == "A further sum"
    assert shortened("Honorificabilitudinitatibus", 10) == "Honorific…"


def test_figures_of_other_scripts_are_turned_into_ours() -> None:
    """Arabic and full-width figures are recognised for what they are."""
    assert western_digits("٣ and ９, but not ²") == "3 and 9, but not ²"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("sport based activity – £9,500", "sport based activity – £9,500"),
        ("£10,000", "£10,000"),
        ("It's on", "It's on"),
        ("01772 533587", "01772 533587"),
        ("180 Programme", "180 Programme"),
        ("https://example.org/a", "https://example.org/a"),
        ("C:\\x", "C:\\x"),
        ("“In The Know”", "“In The Know”"),
        ("Hub: a youth space", '"Hub: a youth space"'),
        ("Clean-up day #YOU SAID", '"Clean-up day #YOU SAID"'),
        ("Programme:", '"Programme:"'),
        ("{{ total }}", '"{{ total }}"'),
        ("- a", '"- a"'),
        ("'The Station'", "\"'The Station'\""),
        ('"In The Know" for all', "'\"In The Know\" for all'"),
        ('Hub: "it\'s on"', "'Hub: \"it''s on\"'"),
        ("6", '"6"'),
        ("9,500", '"9,500"'),
        ("1e3", '"1e3"'),
        ("12:30:45", '"12:30:45"'),
        ("2023-10-03", '"2023-10-03"'),
        ("No", '"No"'),
        ("y", '"y"'),
        ("~", '"~"'),
        ("", '""'),
        (" a", '" a"'),
        ("a\nb", '"a\\nb"'),
        ("a\u2028“b”\\", '"a\\u2028“b”\\\\"'),
    ],
)
def test_text_is_written_as_plainly_as_yaml_allows(text: str, written: str) -> None:
    """The mended line that I am shown has quotes only where it needs them."""
    assert yaml_quoted(text) == written


@given(printable | st.text("-:# '\"\\{}[]ayn0123.,_e~=<\n\t|>%@&*!?"))
@example("\ufeff")
@example("\x85")
@example("\U0001f600: x")
@example("---")
@example("...")
@example("0o7")
@example("a\u00a0# b")
def test_what_is_written_reads_back_as_the_same_text(text: str) -> None:
    """A mended line means exactly what I typed, as a value and in a list, to every reader of YAML."""
    written = yaml_quoted(text)
    assert "\n" not in written
    for loader in (yaml.BaseLoader, yaml.SafeLoader):
        assert yaml.load(f"key: {written}\n", loader) == {"key": text}  # noqa: S506 - both loaders are safe ones
        assert yaml.load(f"- {written}\n", loader) == [text]  # noqa: S506 - both loaders are safe ones
        assert yaml.load(f"a:\n  - key: {written}  # a note\n    b: c\n", loader) == {"a": [{"key": text, "b": "c"}]}  # noqa: S506 - both loaders are safe ones
