"""Words typed round a placeholder: what the paper would print is read, and told where it is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import codes, found, funding_round, of_code, paper, statement

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

GRANTS = """
Community Fund:
  - recipient: Barchester Rowers
    purpose: boats
    amount: {amount}
    projects: 6
"""
FIGURES = """\
owner: Ann Thorne
figures:
  boats: 40
  cost:
    value: £296,290
    source: the insurer
  share:
    value: 52%
    source: the survey
"""


def told(root: Path, text: str, amount: str = "£5,280", more: str = "") -> list[Finding]:
    """Return what is said of a round's text; its grants come to £5,280 and 6 projects."""
    files = {
        "2023-10-03/paper": paper("winter"),
        "2023-10-03/winter": funding_round(GRANTS.format(amount=amount), text=text, more=more),
    }
    return of_code(found(root, files), "F205")


@pytest.mark.parametrize(
    ("text", "printed", "hint"),
    [
        ("£{{ total }} was given.", "££5,280", "Type {{ total }}, which brings its own pound sign."),
        ("£ {{ total }} was given.", "£ £5,280", "Type {{ total }}, which brings its own pound sign."),
        ("£{{ total | rounded }} was given.", "££5k", "Type {{ total | rounded }}, which brings its own pound sign."),
        ("Worth £{{ projects }}.", "£6", "Type {{ projects }}, which is a number and no money."),
        ("{{ total }}k was given.", "£5,280k", "Type {{ total | rounded }}, which prints £5k, or {{ total }} alone."),
        (
            "{{ total }} million.",
            "£5,280 million",
            "Type {{ total | rounded }}, which prints £5k, or {{ total }} alone.",
        ),
        ("{{ total | rounded }}k.", "£5kk", "Type {{ total | rounded }} alone, which prints £5k."),
        ("{{ projects }}k people.", "6k", "Type {{ projects }} alone, which prints 6."),
        ("{{ total }}.50 was given.", "£5,280.50", "Type {{ total }} alone, which prints £5,280."),
        ("{{ total }},000 was given.", "£5,280,000", "Type {{ total }} alone, which prints £5,280."),
        ("5{{ projects }} projects.", "56", "Type {{ projects }} alone, which prints 6, or a space between the two."),
        ("{{ projects }}% of them.", "6%", "Take “%” out: {{ projects }} is no per cent."),
        ("{{ projects }} per cent.", "6 per cent", "Take “per cent” out: {{ projects }} is no per cent."),
        (
            '{{ total_of("Community Fund") }}k.',
            "£5,280k",
            'Type {{ total_of("Community Fund") | rounded }}, which prints £5k, or {{ total_of("Community Fund") }} alone.',
        ),
    ],
)
def test_signs_and_figures_beside_a_placeholder_are_named_with_what_they_print(
    tmp_path: Path, text: str, printed: str, hint: str
) -> None:
    """A pound sign, a k, a per cent or figures too many are told before the Panel reads them."""
    (finding,) = told(tmp_path, text)
    assert finding.message.startswith("winter, text: “")
    assert finding.message.endswith(f" prints “{printed}”.")
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("text", "amount", "message", "hint"),
    [
        (
            "Over {{ total }} was given.",
            "£69,267",
            "“Over {{ total }}” prints “Over £69,267”, which is not so: it is £69,267 exactly.",
            "Type {{ total }} alone, which prints £69,267; or “over {{ total | rounded }}”, which prints “over £69k”.",
        ),
        (
            "The Fund gave almost {{ total | rounded }}.",
            "£69,267",
            "“almost {{ total | rounded }}” prints “almost £69k”, which is not so: it is £69,267.",
            "Type {{ total }} alone, which prints £69,267; or “over {{ total | rounded }}”, which prints “over £69k”.",
        ),
        (
            "Over {{ total | rounded }} was given.",
            "£68,700",
            "“Over {{ total | rounded }}” prints “Over £69k”, which is not so: it is £68,700.",
            "Type {{ total }} alone, which prints £68,700; or “almost {{ total | rounded }}”, which prints “almost £69k”.",
        ),
        (
            "It helped more than {{ projects }} projects.",
            "£5,280",
            "“more than {{ projects }}” prints “more than 6”, which is not so: it is 6 exactly.",
            "Type {{ projects }} alone, which prints 6.",
        ),
    ],
)
def test_over_and_almost_are_held_against_the_exact_number(
    tmp_path: Path, text: str, amount: str, message: str, hint: str
) -> None:
    """“Over” before the exact total is not so; before the rounded one it may be, and the right word is offered."""
    (finding,) = told(tmp_path, text, amount)
    assert (finding.message, finding.hint) == (f"winter, text: {message}", hint)


@pytest.mark.parametrize(
    "text",
    [
        "{{ total }} was given to {{ projects }} projects.",
        "Over {{ total | rounded }} was given.",
        "Around {{ total | rounded }} ({{ total }}), to {{ projects }} projects. 50 people came.",
        "Up to {{ total }} and at least {{ projects }} projects; no more than {{ total }}.",
        "Between {{ total }} and £9,000; £1,000 to {{ total }}; {{ projects }} out of 10.",
        "The money is shared over {{ projects }} projects, {{ total }}/{{ projects }} each.",
        "That is £500 more than {{ total }}, and {{ projects }} more than before.",
        "Bids for over {{ total }} were received.",
        "The {{ projects }}th project. Of them, {{ projects }} were new; {{ total }} plus £300.",
    ],
)
def test_what_is_so_or_may_be_so_is_left_alone(tmp_path: Path, text: str) -> None:
    """A true hedge, a range, a comparison and a sum that is spoken of beside it bring no remark."""
    assert told(tmp_path, text) == []


def test_figures_kept_as_data_are_put_in_as_typed(tmp_path: Path) -> None:
    """A figure with its own sign needs no second one; a bare number may take one."""
    text = """
        £{{ figure("cost") }} and {{ figure("share") }}%, over {{ figure("boats") }} boats.

        £{{ figure("boats") }} and {{ figure("boats") }}%, {{ figure("boats") }}k, about {{ figure("cost") }}.
    """
    files = {"2023-10-03/paper": paper("harbour"), "2023-10-03/harbour": statement(text, FIGURES)}
    assert [(one.message.rpartition(" prints ")[2], one.place.line) for one in of_code(found(tmp_path, files), "F205")] == [
        ("“££296,290”.", 12),
        ("“52%%”.", 12),
        ("“over 40”, which is not so: it is 40 exactly.", 12),
    ]  # fmt: skip


def test_each_is_told_where_it_stands(tmp_path: Path) -> None:
    """The mark stands under the placeholder, in bullets too, and a page of them is told in part."""
    first, second = told(tmp_path, "These:\n\n- £{{ total }}\n- {{ total }}k in *all*")
    assert [(one.place.line, one.place.column) for one in (first, second)] == [(7, 6), (8, 5)]
    assert len(told(tmp_path, "\n\n".join(["£{{ total }}"] * 50))) == 20


def test_nothing_of_an_exempt_entry_is_told(tmp_path: Path) -> None:
    """What an exempt round comes to stands in no finding."""
    exempt = "exempt:\n  paragraph: 3\n  reason: commercial\n"
    assert told(tmp_path, "£{{ total }} was given.", more=exempt) == []


def test_a_placeholder_that_cannot_be_filled_is_told_once(tmp_path: Path) -> None:
    """A mistyped placeholder is an error of its own, and nothing more is made of it."""
    files = {
        "2023-10-03/paper": paper("winter"),
        "2023-10-03/winter": funding_round(GRANTS.format(amount="£5,280"), text="£{{ totla }} was given."),
    }
    assert codes(found(tmp_path, files)) == ["P130"]
