"""Grants of a paper as an import takes them over: one line, and a round of them."""

from __future__ import annotations

import re

from pcp_reports.money import Money, format_money
from pcp_reports.records import dataclass

DASH = " – "
"""What stands between the parts of a grant line that this tool prints."""

CONTINUED = re.compile(r"(?i)[\s(\[–-]+(?:continued|cont['’]?d?\.?|parhad)\s*[)\]]?\s*:?\s*$")
"""The end of a heading that stands again where a list goes on over a page."""

PROMPT = "[What it is for]"
"""What stands for a purpose that a paper does not say."""


@dataclass(frozen=True, slots=True)
class Line:
    """One grant to be written. ``place`` is its passage; ``doubtful`` where its recipient may end elsewhere.

    ``rounded`` is the amount as the paper prints it, where that is no more than a rounded one: “£2.6k”.
    """

    recipient: str
    purpose: str
    amount: Money
    place: int
    projects: int = 1
    status: str = "awarded"
    doubtful: bool = False
    more: tuple[tuple[str, str], ...] = ()  # further keys of the grant, out of the columns of a table
    rounded: str = ""

    @property
    def counts(self) -> bool:
        """Return whether the grant counts towards totals."""
        return self.status == "awarded"

    @property
    def printed(self) -> str:
        """Return the line as the tool will print it."""
        return f"{self.recipient}{DASH}{self.purpose or PROMPT}{DASH}{format_money(self.amount)}"


@dataclass(frozen=True, slots=True)
class PaperRound:
    """Grants told of together. ``strands`` are names (None without) and lines, ``places`` all passages that the list takes up.

    ``kept`` are passages of the list that stay in the text: a row of totals, a line that is no grant, a sentence that
    names grants. ``lead`` are passages that speak of it. ``mark`` is the entry's, where a bookmark tells. ``totals`` are
    passages that give a total, with the words that say what of, empty where their own do. ``apart`` are applications that
    were not awarded: those in rows are left out, as no entry holds them, those in lists stay in the text.
    """

    strands: tuple[tuple[str | None, tuple[Line, ...]], ...]
    places: frozenset[int]
    kept: frozenset[int] = frozenset()
    lead: tuple[int, ...] = ()
    mark: str = ""
    totals: tuple[tuple[int, str], ...] = ()
    apart: tuple[tuple[int, str], ...] = ()  # their passages, and who applied

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line, in order."""
        return tuple(line for _, lines in self.strands for line in lines)

    @property
    def first(self) -> int:
        """Return the first passage of the list."""
        return min(self.places)

    @property
    def total(self) -> Money:
        """Return what the lines that count come to."""
        return Money.total(line.amount for line in self.lines if line.counts)
