"""Bytes into text: what may not stand in an entry is named where it stands, and the rest is read all the same."""

from __future__ import annotations

import pytest

from pcp_reports.characters import MAX_SAID, decode

PATH = "entries/a/harbour.yaml"


def said(data: bytes) -> list[tuple[str, int, int]]:
    """Return the codes and places of what is found."""
    return [(one.code, one.place.line, one.place.column) for one in decode(data, PATH).findings]


def test_a_sound_file_is_taken_as_it_is() -> None:
    """Curly quotes, dashes, accents, emoji and no-break spaces among words are mine, and nobody takes them out."""
    typed = "text: “Café” – 100\u00a0km, 😀 – R&D\n"
    read = decode(typed.encode(), PATH)
    assert (read.typed, read.text, read.findings) == (typed, typed, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_one(end: str) -> None:
    """Windows, Linux and an old Mac give the same lines."""
    assert decode(f"a: b{end}c: d{end}".encode(), PATH).text == "a: b\nc: d\n"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("a: b\nprice: £5\n".encode("cp1252"), 2, 8),
        ("a: b\r\nprice: £5\r\n".encode("cp1252"), 2, 8),
        ("a: b\rprice: £5\r".encode("cp1252"), 2, 8),
        ("é: ".encode() + b"\xff", 1, 4),
        (b"\xff\xfea\x00", 1, 1),
        (b"\xfe\xff\x00a", 1, 1),
        (b"a: \xed\xa0\x80\n", 1, 4),
    ],
)
def test_another_encoding_is_named_where_it_begins_to_show(data: bytes, line: int, column: int) -> None:
    """A file that Notepad saved as ANSI is answered with how to save it, not with wrong letters in the paper."""
    read = decode(data, PATH)
    assert read.text is None
    (finding,) = read.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("Y103", line, column)
    assert finding.hint == "Open it in Notepad, choose Save As, and pick the encoding “UTF-8”."


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0x202E, 0x2066, 0xFFFE, 0x1FFFE]
)
def test_a_character_that_does_not_print_is_named_and_taken_for_a_blank(code: int) -> None:
    """What I cannot see cannot slip into the paper, and cannot turn a figure round."""
    read = decode(f"text: a{chr(code)}b\n".encode(), PATH)
    (finding,) = read.findings
    assert (finding.code, finding.place.column) == ("Y105", 8)
    assert f"U+{code:04X}" in finding.message
    assert read.text is not None
    assert (len(read.text), chr(code) in read.text) == (len("text: a b\n"), False)
    assert finding.fix is None or finding.fix.new[0] in ("text: a b", "text: aŸb")


@pytest.mark.parametrize(
    ("code", "meant", "hint"),
    [
        (0x92, "£5’10", "Type “’” instead: text: £5’10"),
        (0x96, "£5–10", "Type “–” instead: text: £5–10"),
        (0x80, "£5€10", "Type “€” instead: text: £5€10"),
        (0x1E, "£5-10", "Type “-” instead: text: £5-10"),
        (0x1F, "£510", "Delete it: text: £510"),
        (0x07, "£5 10", "Type a space instead: text: £5 10"),
        (0x0B, "£5 10", "Type a space instead: text: £5 10"),
        (0x85, "£5 10", "Type a space instead: text: £5 10"),
    ],
)
def test_what_word_and_windows_leave_behind_becomes_the_sign_that_it_stands_for(
    code: int, meant: str, hint: str
) -> None:
    """A dash that came over damaged becomes a dash again, and £5–10 never becomes £510."""
    (finding,) = decode(f"text: £5{chr(code)}10\n".encode(), PATH).findings
    assert finding.hint == hint
    assert finding.fix is not None
    assert finding.fix.new == (f"text: {meant}",)


@pytest.mark.parametrize("typed", ["£5\x0010", "£5\x8110", "£5\u202e10", "£5â\x80\x9310", "£5\x96\x0010", "£5\x7f10"])
def test_a_character_of_no_sure_meaning_is_shown_and_left_to_me(typed: str) -> None:
    """Where nobody can tell what stood between two figures, nothing is taken out and I am told where to look."""
    (finding,) = decode(f"text: {typed}\n".encode(), PATH).findings
    assert (finding.code, finding.fix) == ("Y105", None)
    assert finding.hint.endswith("and type what belongs there.")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("typed", ["kind: statement\ntext: £5 – a\n", "kind: statement\ntext: Ann\n"])
def test_utf_16_is_known_without_its_mark(encoding: str, typed: str) -> None:
    """A file saved as “Unicode” is answered with how to save it, not with a complaint about every second letter."""
    read = decode(typed.encode(encoding), PATH)
    assert (read.text, [(one.code, one.fix) for one in read.findings]) == (None, [("Y103", None)])


@pytest.mark.parametrize("code", [0x200B, 0x2060, 0xFEFF])
def test_a_space_of_no_width_is_a_warning_with_the_line_as_it_should_be(code: int) -> None:
    """A space that nobody can see, as web pages hold them, is named, because no search would find the word."""
    (finding,) = decode(f"text: har{chr(code)}bour\n".encode(), PATH).findings
    assert (finding.code, finding.place.column, finding.hint) == ("Y107", 10, "Delete it: text: harbour")


def test_a_byte_order_mark_is_a_note_and_no_part_of_the_first_key() -> None:
    """The mark that Notepad puts first does no harm."""
    read = decode(b"\xef\xbb\xbfkind: statement\n", PATH)
    assert read.text == "kind: statement\n"
    assert said(b"\xef\xbb\xbfkind: statement\n") == [("Y104", 1, 1)]


def test_tabs_are_mended_where_one_thing_alone_can_be_meant() -> None:
    """A tab among words is a space; a tab before the words under a bar is their indent; elsewhere I am asked."""
    typed = "title:\tHub\ntext: |\n\tOne.\n\t\tTwo.\n\n  Three.\nplaces:\n\t- Hub\n"
    read = decode(typed.encode(), PATH)
    assert read.text == "title: Hub\ntext: |\n  One.\n    Two.\n\n  Three.\nplaces:\n - Hub\n"
    assert [one.place.line for one in read.findings] == [1, 3, 4, 8]
    assert [one.fix.new[0] if one.fix else None for one in read.findings] == ["title: Hub", "  One.", "    Two.", None]
    assert read.findings[3].hint == "Begin the line with spaces, as many as its neighbours."


def test_tabs_under_a_bar_take_the_indent_of_their_neighbours() -> None:
    """Half of a text set in by the tab key, half by spaces: both halves are one text."""
    typed = "items:\n      - text: |\n          One.\n\tTwo.\n"
    assert decode(typed.encode(), PATH).text == "items:\n      - text: |\n          One.\n          Two.\n"


def test_other_spaces_are_plain_ones_where_yaml_needs_them_and_words_elsewhere() -> None:
    """No-break spaces that Word puts before a line or behind a key count as spaces; those among words are left."""
    typed = "figures:\n\u00a0\u00a0boats: 7\ntitle:\u00a0Hub\ntext: |\n  One\u00a0two.\n  \u00a0Three.\nplaces:\n  -\u00a0Hub\n"
    read = decode(typed.encode(), PATH)
    assert read.text == "figures:\n  boats: 7\ntitle: Hub\ntext: |\n  One\u00a0two.\n  \u00a0Three.\nplaces:\n  - Hub\n"
    assert said(typed.encode()) == [("Y108", 2, 1), ("Y108", 3, 7), ("Y108", 8, 4)]


def test_a_page_full_of_such_characters_is_not_told_line_by_line() -> None:
    """A file of another sort is answered with twenty lines, not with thousands."""
    data = "".join(f"a{number}:\tb\x07\u200b\n" for number in range(1000)).encode()
    codes = [one.code for one in decode(data, PATH).findings]
    assert {code: codes.count(code) for code in codes} == {"Y106": MAX_SAID, "Y105": MAX_SAID, "Y107": MAX_SAID}
