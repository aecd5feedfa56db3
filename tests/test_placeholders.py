"""Placeholders: what may stand between the braces, what it becomes, and what is refused."""

from __future__ import annotations

import subprocess
import sys
import warnings
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pcp_reports.money import Money
from pcp_reports.placeholders import (
    Insertion,
    PlaceholderError,
    Value,
    evaluate,
    read_expression,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: dict[str, Value] = {
    "total": Money(7_371_900),
    "projects": 8,
    "many": 1204,
    "name": "Operation *Centurion* {{ total }}",
}
STRANDS: dict[str, Value] = {
    "Community Fund": Money(5_387_900),
    'The "Big" One': Money(147_057),
    "Children's": Money(100),
}
FUNCTIONS: dict[str, Callable[[str], Value]] = {"total_of": STRANDS.__getitem__, "figure": lambda name: f"37 {name}"}
PIECES = (
    *("total", "total_of", "figure", "name", "x", "(", ")", '"', "'", '"Community Fund"', " ", "|", "rounded", "upper"),
    *(
        ".",
        "[",
        "]",
        "+",
        "-",
        "~",
        "not ",
        " if ",
        "{{",
        "}}",
        "{%",
        "%}",
        "#}",
        ",",
        "=",
        "*",
        "1",
        "True",
        "\\",
        "“",
    ),
    *("__class__", "\n", "é", "self", "{", "}", "range", "_"),
)
any_expression = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("total", "£73,719"),
        (" total ", "£73,719"),
        ("total | rounded", "£74k"),
        ("total|rounded", "£74k"),
        ("projects", "8"),
        ("projects | rounded", "8"),
        ("many", "1,204"),
        ("name", "Operation *Centurion* {{ total }}"),
        ('total_of("Community Fund")', "£53,879"),
        ("total_of('Community Fund') | rounded", "£54k"),
        ("total_of('The \"Big\" One')", "£1,470.57"),
        ('total_of("Children\'s")', "£1"),
        ('figure("civil orders issued")', "37 civil orders issued"),
        ("(total)", "£73,719"),
    ],
)
def test_a_placeholder_becomes_what_it_names(expression: str, printed: str) -> None:
    """Totals, counts and words are put in as the paper prints them, word for word."""
    assert evaluate(expression, NAMES, FUNCTIONS) == printed
    assert evaluate(expression, NAMES, FUNCTIONS, locale="cy_GB") == printed


@pytest.mark.parametrize(
    ("expression", "reason", "instead"),
    [
        ("totl", "there is no “totl” here; there is “total”, “projects”, “many” and “name”", ("{{ total }}",)),
        ("weather", "there is no “weather” here; there is “total”, “projects”, “many” and “name”", ()),
        ("totl_of('Community Fund') | rounded", "there is no “totl_of” here; there is “total_of” and “figure”",
         ('{{ total_of("Community Fund") | rounded }}',)),
        ("total_of", "“total_of” needs a name in brackets and quotation marks", ()),
        ("total('x') | rounded", "“total” takes nothing in brackets", ("{{ total | rounded }}",)),
        ("total_of(Community)", "“total_of” takes one name, in quotation marks", ('{{ total_of("Community") }}',)),
        ("total_of(Community Fund)", "it cannot be read as a placeholder", ('{{ total_of("Community Fund") }}',)),
        ("total_of(“Community Fund”)", "it cannot be read as a placeholder", ('{{ total_of("Community Fund") }}',)),
        ("total_of('a', 'b')", "“total_of” takes one name, in quotation marks", ()),
        ("total_of()", "“total_of” takes one name, in quotation marks", ()),
        ("total.pence", "a placeholder holds one name, and no sums or other commands", ("{{ total }}",)),
        ("total + 1", "a placeholder holds one name, and no sums or other commands", ("{{ total }}",)),
        ("total | upper", "“| upper” is not known; only “| rounded” is", ("{{ total }}",)),
        ("total rounded", "it cannot be read as a placeholder", ("{{ total | rounded }}",)),
        ("''.__class__.__mro__", "a placeholder holds one name, and no sums or other commands", ()),
        ("total_of('x').y", "a placeholder holds one name, and no sums or other commands", ('{{ total_of("x") }}',)),
        ("total }} and {{ total", "more than one thing stands in it", ()),
        ("total_of('\\x41')", "a backslash stands in it", ('{{ total_of("x41") }}',)),
        ("true", "a placeholder holds one name, and no sums or other commands", ()),
        ("cycler()", "“cycler” takes one name, in quotation marks", ()),
        ("(" * 190, "it cannot be read as a placeholder", ()),
        ("x" * 300, "it is too long for a placeholder", ()),
        ("", "it cannot be read as a placeholder", ()),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_what_to_type(expression: str, reason: str, instead: tuple[str, ...]) -> None:
    """A misspelt name, and every trick of the template language, is answered in plain words."""
    with pytest.raises(PlaceholderError) as evaluated:
        evaluate(expression, NAMES, FUNCTIONS)
    assert (evaluated.value.reason, evaluated.value.instead) == (reason, instead)


def test_a_misspelt_strand_is_refused() -> None:
    """`total_of` knows the strands of the round, and no others."""
    with pytest.raises(PlaceholderError, match="there is no “Comunity Fund” here"):
        evaluate('total_of("Comunity Fund")', NAMES, FUNCTIONS)


def test_words_are_not_rounded() -> None:
    """Rounding a name is a slip, and the placeholder without it is offered."""
    with pytest.raises(PlaceholderError, match="only an amount or a number") as refused:
        evaluate("name | rounded", NAMES, FUNCTIONS)
    assert refused.value.instead == ("{{ name }}",)


def read(expression: str, *, plainly: bool) -> Insertion | str:
    """Return the expression as read, or the reason why it was refused."""
    try:
        return read_expression(expression, plainly=plainly)
    except PlaceholderError as refused:
        return refused.reason


@given(any_expression)
@example("True")
@example("none")
@example("is")
@example('total_of("a\rb")')
def test_the_short_way_and_jinja_agree(expression: str) -> None:
    """What may stand in a placeholder is Jinja's, whether or not Jinja had to be loaded."""
    assert read(expression, plainly=True) == read(expression, plainly=False)


@given(any_expression)
def test_any_expression_is_filled_or_refused(expression: str) -> None:
    """Whatever stands between the braces, I get words or an answer, and every answer can be typed."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        refused = None
        try:
            evaluate(expression, NAMES, FUNCTIONS)
        except PlaceholderError as error:
            refused = error
    if refused is not None:
        assert refused.reason
        for offer in refused.instead:
            insertion = read_expression(offer.removeprefix("{{").removesuffix("}}"))
            assert str(insertion) == offer
            assert insertion.name in {*NAMES, *FUNCTIONS}


@pytest.mark.parametrize(
    ("expression", "loaded"), [('total_of("x") | rounded', "False"), ("total", "False"), ("a + b", "True")]
)
def test_plain_placeholders_do_not_wait_for_jinja(expression: str, loaded: str) -> None:
    """Checking a paper is quick: Jinja is loaded only for a placeholder that is out of the ordinary."""
    script = (
        "import sys, pcp_reports.placeholders as p\n"
        f"try: p.read_expression({expression!r})\nexcept p.PlaceholderError: pass\nprint('jinja2' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == loaded
