"""The printed numbers: what Word prints beside each paragraph, with LibreOffice as the judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import definition, instance, level, paragraph, style, word_file

from pcp_reports.word.numbers import number_paragraphs
from pcp_reports.word.numerals import numeral
from pcp_reports.word.package import parse, read_parts
from pcp_reports.word.reading import root_of_kind, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Case:
    """A Word file and the lines it prints."""

    promise: str
    file: bytes
    printed: tuple[str, ...]
    by_office: bool = True  # LibreOffice does not know two of the standard's features


def printed(file: bytes) -> tuple[str, ...]:
    """Return the file's paragraphs with the numbers worked out."""
    parts = read_parts(file, "paper.docx")
    assert isinstance(parts, dict), parts
    numbered = number_paragraphs(
        parse(parts["word/document.xml"]), root_of_kind(parts, "styles"), root_of_kind(parts, "numbering")
    )
    return tuple(f"{entry.label or ''} {text_of(entry.paragraph)}".strip() for entry in numbered)


NORMAL = style("Normal", default=True)
_LINKED = '<w:pStyle w:val="{}"/>'
_ITEM = style("Item", '<w:numPr><w:numId w:val="1"/></w:numPr>', based_on="Normal")
_ONE_LEVEL = definition(0, level(0, more=_LINKED.format("Item"))) + instance(1, 0)
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr></w:tbl>"
_THREE = (level(0, pattern="%1."), level(1, pattern="%1.%2"), level(2, "lowerLetter", "(%3)"))


def _list(*levels: int, of: int = 1) -> str:
    return "".join(paragraph(f"p{at}", number=(of, deep)) for at, deep in enumerate(levels))


CASES = (
    Case(
        "numbers given by a style run on across a heading and an un-numbered paragraph",
        word_file(
            paragraph("a", "Item") + paragraph("Heading") + paragraph("b", "Item") + paragraph("c", "Item"),
            styles=NORMAL + _ITEM,
            numbering=_ONE_LEVEL,
        ),
        ("1. a", "Heading", "2. b", "3. c"),
    ),
    Case(
        "a style based on the numbered one is numbered too, unless it says otherwise",
        word_file(
            paragraph("a", "Item") + paragraph("b", "Child") + paragraph("c", "Plain") + paragraph("d", "Child"),
            styles=NORMAL
            + _ITEM
            + style("Child", based_on="Item")
            + style("Plain", '<w:numPr><w:numId w:val="0"/></w:numPr>', based_on="Item"),
            numbering=_ONE_LEVEL,
        ),
        ("1. a", "2. b", "c", "3. d"),
    ),
    Case(
        "a paragraph that switches its style's number off takes none",
        word_file(
            paragraph("a", "Item") + paragraph("b", "Item", (0, 0)) + paragraph("c", "Item"),
            styles=NORMAL + _ITEM,
            numbering=_ONE_LEVEL,
        ),
        ("1. a", "b", "2. c"),
    ),
    Case(
        "deeper levels begin again under each higher one",
        word_file(_list(0, 1, 1, 2, 2, 1, 2, 0, 1), styles=NORMAL, numbering=definition(0, *_THREE) + instance(1, 0)),
        ("1. p0", "1.1 p1", "1.2 p2", "(a) p3", "(b) p4", "1.3 p5", "(a) p6", "2. p7", "2.1 p8"),
    ),
    Case(
        "a level that never restarts counts on",
        word_file(
            _list(0, 1, 0, 1, 1),
            styles=NORMAL,
            numbering=definition(0, level(0), level(1, more='<w:lvlRestart w:val="0"/>')) + instance(1, 0),
        ),
        ("1. p0", "1. p1", "2. p2", "2. p3", "3. p4"),
        by_office=False,
    ),
    Case(
        "letters, Roman numerals, ordinals and leading noughts are printed as such",
        word_file(
            _list(0, 1, 2, 3, 4, 5, 5),
            styles=NORMAL,
            numbering=definition(
                0,
                level(0, "upperRoman"),
                level(1, "lowerRoman"),
                level(2, "upperLetter"),
                level(3, "lowerLetter"),
                level(4, "decimalZero"),
                level(5, "decimal", "%1/%6"),
            )
            + instance(1, 0),
        ),
        ("I. p0", "i. p1", "A. p2", "a. p3", "01. p4", "I/1 p5", "I/2 p6"),
    ),
    Case(
        "a list that starts at five starts at five",
        word_file(_list(0, 0), styles=NORMAL, numbering=definition(0, level(0, start=5)) + instance(1, 0)),
        ("5. p0", "6. p1"),
    ),
    Case(
        "a list set to begin anew begins anew, once",
        word_file(
            _list(0, 0) + _list(0, 0, of=2),
            styles=NORMAL,
            numbering=definition(0, level(0))
            + instance(1, 0)
            + instance(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        ),
        ("1. p0", "2. p1", "1. p0", "2. p1"),
    ),
    Case(
        "two lists of one definition count on from each other",
        word_file(
            _list(0, 0) + _list(0, of=2),
            styles=NORMAL,
            numbering=definition(0, level(0)) + instance(1, 0) + instance(2, 0),
        ),
        ("1. p0", "2. p1", "3. p0"),
    ),
    Case(
        "two lists of two definitions count apart",
        word_file(
            _list(0, 0) + _list(0, of=2) + _list(0),
            styles=NORMAL,
            numbering=definition(0, level(0))
            + definition(1, level(0, pattern="%1)"))
            + instance(1, 0)
            + instance(2, 1),
        ),
        ("1. p0", "2. p1", "1) p0", "3. p0"),
    ),
    Case(
        "a bullet is a bullet and takes no number",
        word_file(
            _list(0) + _list(0, 0, of=2) + _list(0),
            styles=NORMAL,
            numbering=definition(0, level(0))
            + definition(1, level(0, "bullet", "•"))
            + instance(1, 0)
            + instance(2, 1),
        ),
        ("1. p0", "• p0", "• p1", "2. p0"),
    ),
    Case(
        "a list can replace a level of its definition",
        word_file(
            _list(0, 0),
            styles=NORMAL,
            numbering=definition(0, level(0))
            + instance(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'),
        ),
        ("a) p0", "b) p1"),
    ),
    Case(
        "a legal level prints the levels above it in digits",
        word_file(
            _list(0, 1, 1),
            styles=NORMAL,
            numbering=definition(0, level(0, "upperRoman"), level(1, pattern="%1.%2", more="<w:isLgl/>"))
            + instance(1, 0),
        ),
        ("I. p0", "1.1 p1", "1.2 p2"),
        by_office=False,
    ),
    Case(
        "a list style lends its levels to the lists that name it",
        word_file(
            _list(0, 0),
            styles=NORMAL + style("Board List", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering"),
            numbering=definition(0, link='<w:numStyleLink w:val="BoardList"/>')
            + definition(1, level(0, "upperLetter"), link='<w:styleLink w:val="BoardList"/>')
            + instance(1, 0)
            + instance(2, 1),
        ),
        ("A. p0", "B. p1"),
    ),
    Case(
        "headings numbered through their styles take the level linked to each",
        word_file(
            paragraph("a", "heading1") + paragraph("b", "heading2") + paragraph("c", "heading2"),
            styles=NORMAL
            + style("heading1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
            + style("heading2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="heading1"),
            numbering=definition(
                0,
                level(0, more=_LINKED.format("heading1")),
                level(1, pattern="%1.%2", more=_LINKED.format("heading2")),
            )
            + instance(1, 0),
        ),
        ("1. a", "1.1 b", "1.2 c"),
    ),
    Case(
        "paragraphs in a table take their numbers in reading order",
        word_file(
            _list(0) + TABLE.format(_list(0)) + _list(0),
            styles=NORMAL,
            numbering=definition(0, level(0)) + instance(1, 0),
        ),
        ("1. p0", "2. p0", "3. p0"),
    ),
    Case(
        "a deeper level before any higher one counts the higher as begun",
        word_file(_list(1, 1, 0, 1), styles=NORMAL, numbering=definition(0, *_THREE) + instance(1, 0)),
        ("1.1 p0", "1.2 p1", "2. p2", "2.1 p3"),
    ),
    Case(
        "a level left out counts as begun",
        word_file(_list(0, 2, 1, 2), styles=NORMAL, numbering=definition(0, *_THREE) + instance(1, 0)),
        ("1. p0", "(a) p1", "1.2 p2", "(a) p3"),
    ),
    Case(
        "a list nobody defined prints no number",
        word_file(_list(0, of=7), styles=NORMAL, numbering=definition(0, level(0)) + instance(1, 0)),
        ("p0",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.promise)
def test_numbers_are_worked_out(case: Case) -> None:
    """The numbers I see in Word are the numbers the tool works out."""
    assert printed(case.file) == case.printed


def test_libreoffice_prints_the_same(text_by_office: Callable[[Sequence[bytes]], list[str]]) -> None:
    """LibreOffice, which knows nothing of the tool, prints the same numbers."""
    judged = [case for case in CASES if case.by_office]
    texts = text_by_office([case.file for case in judged])
    lines = [tuple(" ".join(line.split()) for line in text.splitlines() if line.strip()) for text in texts]
    assert dict(zip([case.promise for case in judged], lines, strict=True)) == {
        case.promise: case.printed for case in judged
    }


def test_the_numbers_of_a_text_box_do_not_disturb_the_paper() -> None:
    """A numbered list in a text box leaves the paper's own numbers alone, and Word's second copy of it is no list."""
    namespaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = f"<w:txbxContent>{_list(0)}</w:txbxContent>"
    boxed = (
        f"<w:p {namespaces}><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    file = word_file(_list(0) + boxed + _list(0), styles=NORMAL, numbering=definition(0, level(0)) + instance(1, 0))
    assert printed(file) == ("1. p0", "", "1. p0", "2. p0")


def test_list_nought_is_no_list() -> None:
    """A file that defines a list 0, which is Word's way of saying "no number", still prints none."""
    file = word_file(_list(0, of=0), styles=NORMAL, numbering=definition(0, level(0)) + instance(0, 0))
    assert printed(file) == ("p0",)


def test_styles_based_on_each_other_do_not_hang() -> None:
    """A damaged file whose styles go round in a circle is still read."""
    circle = style("A", based_on="B") + style("B", based_on="A")
    assert printed(word_file(paragraph("a", "A"), styles=circle)) == ("a",)


def test_lists_that_name_each_other_do_not_hang() -> None:
    """A damaged file whose list styles go round in a circle is still read."""
    file = word_file(
        _list(0),
        styles=NORMAL + style("Round", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"),
        numbering=definition(0, link='<w:numStyleLink w:val="Round"/>') + instance(1, 0),
    )
    assert printed(file) == ("p0",)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (7, "decimalZero", "07"),
        (7, "chicago", "7"),
        (0, "lowerLetter", "0"),
    ],
)
def test_numerals(value: int, form: str, expected: str) -> None:
    """Numbers are printed as Word's number formats print them."""
    assert numeral(value, form) == expected


@given(st.lists(st.integers(min_value=0, max_value=2), min_size=1, max_size=40))
def test_numbers_never_skip(levels: list[int]) -> None:
    """Whatever the order of the levels, the numbers of the first run 1, 2, 3; those of the second never fall back."""
    file = word_file(_list(0, *levels), styles=NORMAL, numbering=definition(0, *_THREE) + instance(1, 0))
    labels = [line.split()[0] for line in printed(file)]
    of_level = {
        wanted: [label for label, at in zip(labels, (0, *levels), strict=True) if at == wanted] for wanted in (0, 1)
    }
    assert of_level[0] == [f"{number}." for number in range(1, levels.count(0) + 2)]
    pairs = [tuple(map(int, label.split("."))) for label in of_level[1]]
    assert pairs == sorted(set(pairs))
