"""What an officer does where Word has another figure than a sum that the tool adds up: nobody can type that sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.document import Block, Run

SUMS = ("total", "projects", "grants", "total_of", "projects_of")
"""The placeholders that a sum is put in for."""


def to_sum(block: Block, run: Run, new: str) -> str:
    """Return what to do for a sum that the tool adds up, and that Word has otherwise: nobody can change it but by the grants."""
    path, line = block.origin.path, block.origin.line
    old = next((one for one in find(run.text) if one.text == run.text.strip()), None)
    if old is not None and old.unit is Unit.MONEY:
        said = [one for one in find(new) if one.unit is Unit.MONEY and one.readable and one.value is not None]
        if old.kind is Kind.ROUNDED and any(_lies_in(one, old) and one.kind is Kind.EXACT for one in said):
            return f"To print the sum in full, leave out “| rounded” behind {quoted(_named(run.given))} in {path}, line {line}."
        if old.kind is Kind.EXACT and any(_lies_in(old, one) and one.kind is Kind.ROUNDED for one in said):
            return f"To print it rounded, type “| rounded” behind {quoted(_named(run.given))} in {path}, line {line}."
    return (
        f"The tool adds up {quoted(run.text)} from the grants in {path}, and it changes with them alone: mend those if it is"
        " wrong."
    )


def _named(given: str) -> str:
    """Return a placeholder as it is typed: total, total_of("Community Fund")."""
    name, _, argument = given.partition(":")
    return f'{name}("{argument}")' if argument else name


def _lies_in(exact: Claim, rounded: Claim) -> bool:
    low, high = rounded.low, rounded.high
    return exact.value is not None and low is not None and high is not None and low <= exact.value <= high
