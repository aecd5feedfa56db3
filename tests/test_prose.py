"""Prose: what is read as Markdown, what stands as typed, what is named, and where."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pcp_reports.prose import Placeholder, Prose, Words, read_prose
from pcp_reports.prose_parts import FAULTS

PIECES = (
    *("a", "b", " ", " ", "\n", "\n\n", "*", "**", ".", ",", "(", ")", "“", "£", "\u00a0", "é"),
    *("[", "](", "[a](https://b.c)", "[*a*](mailto:a@b.c)", "[a*](https://b*.c)", "![x](https://y.z)"),
    *(
        "{{ total }}",
        "{{",
        "}}",
        "{%",
        "{ total }",
        '{{ f("}} {{") }}',
        "{{ lines }}",
        "\n- ",
        "\n  - ",
        "- ",
        "_",
        "`",
    ),
    *("<b>", "&amp;", "1. ", "# ", "www.x.uk", "\r\n", "\t", "\ue000", "\U000f0000", "\x1f", "\u2028", "|", "\x00"),
)
any_prose = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def shown(prose: Prose) -> list[tuple[str, str]]:
    """Return each block's kind and words, bold as <b>, italic as <i> and links as <a …>."""
    blocks: list[tuple[str, str]] = []
    for block in prose.blocks:
        words = ""
        for part in block.parts:
            text = part.text if isinstance(part, Words) else f"{{{{{part.expression}}}}}"
            text = f"<b>{text}</b>" if part.bold else text
            text = f"<i>{text}</i>" if part.italic else text
            words += f"<a {part.link}>{text}</a>" if part.link else text
        blocks.append((block.kind, block.slot or words))
    return blocks


def kinds(text: str) -> list[str]:
    """Return the kinds of the faults of the text, in order."""
    return [fault.kind for fault in read_prose(text).faults]


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("Two lines\nof one.\n\n\nAnother.", [("paragraph", "Two lines of one."), ("paragraph", "Another.")]),
        ("hard  \nbreak\\\nnone", [("paragraph", "hard break\\ none")]),
        ("    set in\n\n\tby a tab", [("paragraph", "set in"), ("paragraph", "by a tab")]),
        ("Items:\n- one\n  and more\n- two", [("paragraph", "Items:"), ("bullet", "one and more"), ("bullet", "two")]),
        ("- one\n\n  - under\n- two", [("bullet", "one"), ("sub-bullet", "under"), ("bullet", "two")]),
        ("- 1\n    - 2\n  - 3\n- 4", [("bullet", "1"), ("sub-bullet", "2"), ("sub-bullet", "3"), ("bullet", "4")]),
        ("  - one\n  - two", [("bullet", "one"), ("bullet", "two")]),
        ("-one - two", [("paragraph", "-one - two")]),
        ("a **b** *c* ***d***", [("paragraph", "a <b>b</b> <i>c</i> <i><b>d</b></i>")]),
        ("in**side** 2*3*4", [("paragraph", "in<b>side</b> 2*3*4")]),
        ("5*3*2 un*believ*able *x*", [("paragraph", "5*3*2 un*believ*able <i>x</i>")]),
        ("2 * 3 * 4 and £500*", [("paragraph", "2 * 3 * 4 and £500*")]),
        ("[The\nplan](https://a.uk/b_(c)).", [("paragraph", "<a https://a.uk/b_(c)>The plan</a>.")]),
        ("[us](mailto:a@b.uk), **[b](http://c.uk)**", [("paragraph", "<a mailto:a@b.uk>us</a>, <a http://c.uk><b>b</b></a>")]),
        ("[prompt] and [a][b]", [("paragraph", "[prompt] and [a][b]")]),
        ("**{{ total }}** of {{a}}", [("paragraph", "<b>{{total}}</b> of {{a}}")]),
        ('{{ f("*a* [b](https://c.d) }} e") }}', [("paragraph", '{{f("*a* [b](https://c.d) }} e")}}')]),
        ('{{ f(\n"a b") }}', [("paragraph", '{{f( "a b")}}')]),
        ("[all {{ total }}](https://a.b)", [("paragraph", "<a https://a.b>all </a><a https://a.b>{{total}}</a>")]),
        ("A\n\n{{ lines }}\n\nB\n\n{{figures}}",
         [("paragraph", "A"), ("slot", "lines"), ("paragraph", "B"), ("slot", "figures")]),
        ("", []),
        (" \n\u00a0\n", []),
    ],
)  # fmt: skip
def test_light_markdown_is_read(typed: str, blocks: list[tuple[str, str]]) -> None:
    """Paragraphs, bullets, bold, italic, links and placeholders come out as I meant them."""
    assert shown(read_prose(typed)) == blocks


@pytest.mark.parametrize(
    "typed",
    [
        "2023. was a good year",
        "#hashtag",
        "snake_case_names",
        "R&D; fish &chips;",
        "£5 < £6 > £4",
        "it`s on",
        "the meeting was held on page 12. Then 13) followed",
        "see [the plan] (below)",
        "\\*not escaped by the stroke\\",
        "a | b",
        "5 – 6 - 7",
        "~~struck~~ H~2~O x^2^",
        "a@b.uk and me.www.x",
        "Term: its meaning",
        "{ } {a: b} {0}",
    ],
)
def test_ordinary_words_stand_as_typed_and_are_not_complained_of(typed: str) -> None:
    """Signs that only look special are printed as I typed them, without a word."""
    (block,) = read_prose(typed).blocks
    assert (block.kind, block.text) == ("paragraph", typed)
    assert kinds(typed) == []


EXAMPLES = {
    "statement": ("Now {% if x %}", "{% if"),
    "comment": ("Now {# note #}", "{# note"),
    "unclosed-placeholder": ("Now {{ total }", "{{ total"),
    "unopened-placeholder": ("Now total }}", "}}"),
    "empty-placeholder": ("Now {{ }} more", "{{ }}"),
    "single-brace": ("Now { total } more", "{ total"),
    "slot-place": ("Now:\n{{ lines }}", "{{ lines"),
    "slot-twice": ("{{ lines }}\n\nand\n\n{{ lines }}", "{{ lines }}"),
    "deep-bullet": ("- a\n  - b\n    - c", "- c"),
    "empty-bullet": ("- a\n-\n- b", "-\n"),
    "paragraph-under-bullet": ("- a\n\n  more\n\nend", "more"),
    "bullet-sign": ("Items:\n* a\n* b", "* a"),
    "numbered-list": ("Items:\n1. a\n2. b", "1. a"),
    "heading": ("Text\n## Head", "## Head"),
    "quote": ("> said", "> said"),
    "rule": ("One\n\n---", "---"),
    "table": ("| a | b |\n| - | - |", "| a"),
    "unclosed-bold": ("A **bold start", "**bold"),
    "stray-asterisk": ("A **bold*", "**bold"),
    "too-many-asterisks": ("x" + "a*b " * 2001, "*b"),
    "underscores": ("This is _so_ true", "_so_"),
    "backticks": ("Run `this` now", "`this`"),
    "html": ("Some <b>bold</b>", "<b>"),
    "entity": ("Fish &amp; chips", "&amp;"),
    "image": ("See ![us](https://a.uk/b.png)", "![us]"),
    "link-placeholder": ("See [us](https://a.uk/{{ total }})", "[us]"),
    "link-telephone": ("Ring [us](tel:01234 567)", "[us]"),
    "link-address": ("See [us](www.a.uk)", "[us]"),
    "link-label": ("See [](https://a.uk)", "[]("),
    "bare-address": ("See https://a.uk.", "https://a.uk."),
}


def test_every_kind_of_fault_has_its_example() -> None:
    """No fault exists that nobody has seen."""
    assert set(EXAMPLES) == set(FAULTS)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_what_does_not_do_what_it_seems_to_is_named_at_its_place(kind: str) -> None:
    """I am told of it once, where it stands, with what to type; an error only where it cannot be meant."""
    typed, begins = EXAMPLES[kind]
    (fault,) = read_prose(typed).faults
    assert (fault.kind, fault.certain) == (kind, FAULTS[kind].certain)
    assert typed[fault.offset :].startswith(begins)
    assert fault.what
    assert fault.hint


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ("* * *", ["rule"]),
        ("• a\n• b", ["bullet-sign"]),
        ("+ a", ["bullet-sign"]),
        ("– a", ["bullet-sign"]),
        ("- • a", ["bullet-sign"]),
        ("1) a", ["numbered-list"]),
        ("held on page\n12. The next", []),
        ("</b>", ["html"]),
        ("<https://a.uk>", ["bare-address"]),
        ("__a__ and _b_", ["underscores", "underscores"]),
        ("www.a.uk and http://b.uk", ["bare-address", "bare-address"]),
        ("[a](#) and [b]( https://c.uk )", ["link-address", "link-address"]),
        ("[a]({{ total }})", ["link-placeholder"]),
        ("[www.a.uk](https://www.a.uk)", []),
        ("** spaced **", ["unclosed-bold"]),
        ("**over\n\nparagraphs**", ["unclosed-bold", "unclosed-bold"]),
        ("{{ lines }} {{ figures }}", ["slot-place", "slot-place"]),
        ("- {{ lines }}", ["slot-place"]),
        ("**{{ lines }}**", ["slot-place"]),
        ("{%{#{{", ["statement", "comment", "unclosed-placeholder"]),
    ],
)
def test_each_slip_is_named_once(typed: str, faults: list[str]) -> None:
    """One slip is one warning, and two are two."""
    assert kinds(typed) == faults


def test_hints_give_the_very_words_to_type() -> None:
    """The link form of an address, and the right braces, are written out for me."""
    hints = [fault.hint for fault in read_prose("www.a.uk/b), { total } [x](a.uk) [y](#)").faults]
    assert hints == [
        "type [words](https://www.a.uk/b)",
        "type {{ total }}",
        "type [words](https://a.uk)",
        "type [words](https://…)",
    ]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("See https://x.y/z_(a).", "type [words](https://x.y/z_(a))"),
        ("(see https://x.y/z_(a))", "type [words](https://x.y/z_(a))"),
        ("(see https://x.y/z).", "type [words](https://x.y/z)"),
        ("Ring [us](tel:01234567890)", "type the number alone: 01234567890"),
        ("See [us](https://x.example/{{ title }})", "type the address in full"),
    ],
)
def test_hints_about_links_keep_what_belongs_to_them(typed: str, hint: str) -> None:
    """A bracket of the address stays, a number is a number, and a placeholder in an address is told as one."""
    assert [fault.hint for fault in read_prose(typed).faults] == [hint]


def test_places_are_counted_in_the_text_as_typed() -> None:
    """A placeholder or fault is found in the file where I typed it, lines and indents and all."""
    typed = "One\r\n  two **{{ a }}** x\n\n  -  {{b}} and\n     {{ c }} `d`\n"
    prose = read_prose(typed)
    assert [(part.expression, typed[part.offset : part.offset + 5]) for part in prose.placeholders] == [
        ("a", "{{ a "),
        ("b", "{{b}}"),
        ("c", "{{ c "),
    ]
    assert [typed[block.offset :][:5] for block in prose.blocks] == ["One\r\n", "-  {{"]
    assert [typed[fault.offset :][:3] for fault in prose.faults] == ["`d`"]
    between = "- {{ a }} x\n     `d` {{ b }}"
    assert [between[fault.offset :][:3] for fault in read_prose(between).faults] == ["`d`"]


@settings(max_examples=500)
@given(any_prose | st.text("aab**  .(£\u00a0", max_size=14))
@example("*b.*a *c*")
@example("a*.b* c")
@example("*a*b* **c**")
@example("**a**. **b*c***")
@example("**[a](https://b.c)** *[d](https://e.f)*.")
def test_the_short_way_and_markdown_agree(text: str) -> None:
    """Bold and italic are CommonMark's, whether or not its reader had to be loaded."""
    assert read_prose(text) == read_prose(text, plainly=False)


@given(any_prose)
def test_every_place_lies_in_the_text(text: str) -> None:
    """Whatever I type, nothing is raised, and every place named is one in my text."""
    prose = read_prose(text)
    for block in prose.blocks:
        assert not text[block.offset].isspace()
        assert block.parts or block.kind == "slot"
    assert [text[part.offset : part.offset + 2] for part in prose.placeholders] == ["{{"] * len(prose.placeholders)
    offsets = [fault.offset for fault in prose.faults]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert [block.offset for block in prose.blocks] == sorted({block.offset for block in prose.blocks})


@given(st.text(st.characters(exclude_characters="*[{}-", exclude_categories=["Cc"])))
def test_no_character_is_lost_or_added(text: str) -> None:
    """Without Markdown in it, a text is printed to the letter, blanks between lines apart."""
    printed = "".join(block.text for block in read_prose(text).blocks)
    assert "".join(printed.split()) == "".join(text.split())


@given(
    st.lists(
        st.sampled_from(["word", "more **bold** words", "- a", "- b *c*", "  - d", "  - e f", "", ""]), max_size=14
    )
)
def test_blocks_are_those_of_commonmark(lines: list[str]) -> None:
    """Where the language and CommonMark overlap, paragraphs and bullets are the same ones."""
    reader = MarkdownIt("zero").enable(["list", "emphasis"])
    expected: list[tuple[str, str]] = []
    depth = 0
    for token in reader.parse("\n".join(lines)):
        if token.type.endswith("list_open"):
            depth += 1
        elif token.type.endswith("list_close"):
            depth -= 1
        elif token.type == "inline":
            kind = ("paragraph", "bullet", "sub-bullet")[depth]
            expected.append((kind, " ".join(token.content.replace("*", "").split())))
    found = [(block.kind, block.text) for block in read_prose("\n".join(lines)).blocks]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    ["Plain\n\n- bullet\n  - beneath", "**bold words** and *italic*, [link](https://a.uk)", "{{ total }} & `x` * y"],
)
def test_plain_prose_does_not_wait_for_the_markdown_reader(text: str) -> None:
    """Checking a paper is quick: the Markdown reader is loaded only for asterisks that need a judge."""
    script = f"import sys, pcp_reports.prose as p; p.read_prose({text!r}); print('markdown_it' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ("True" if "* y" in text else "False")


@pytest.mark.parametrize(
    "piece",
    [
        *("*", "**a ", "a**b", "*a **b ", "[", "[a](https://x", "[a](https://(", "{{", "{{'", "{{\"'", "{{ lines }} "),
        *("{{ lines }}\n\n", "}}", "`", "_a", "<a ", "&a;", "- a\n", "  - a\n    - b\n", "\n", "www.", "{ a", "|"),
    ],
)  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    """A page of one sign repeated is read about as fast as a page of words."""
    text = (piece * 100_000)[:100_000]
    begun = time.perf_counter()
    read_prose(text)
    assert time.perf_counter() - begun < 10


def test_many_asterisks_are_judged_in_reasonable_time() -> None:
    """Even asterisks laid out to be as hard to pair as can be are judged at once."""
    text = "*a **b " * 660 + "c***d " * 6
    begun = time.perf_counter()
    assert "too-many-asterisks" not in kinds(text)
    assert time.perf_counter() - begun < 5


def test_a_placeholder_keeps_its_looks() -> None:
    """What is put in for a bold placeholder is bold, and a link around it stays."""
    ((part,),) = (block.parts for block in read_prose("[***{{ total }}***](https://a.uk)").blocks)
    assert part == Placeholder("total", 4, bold=True, italic=True, link="https://a.uk")
