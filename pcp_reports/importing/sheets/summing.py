"""Rows that sum others up, told from grants: by what they are called, what they come to, and what they lack.

A body may be called “Total Insight Theatre”, so the word alone settles nothing: a row is a total for certain where its name
is nothing but words of summing and it has no purpose of its own.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS
from pcp_reports.importing.funds import bare
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Collection

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value

_LEAD = (
    r"(?:(?:grand|g|sub|overall|running|cumulative|combined|final|net|gross|strand|round|year(?:ly)?|annual|month(?:ly)?|"
    r"quarter(?:ly)?|sheet|page|fund|column|all|the)[ /.-]*)*"
)
_SUM = r"(?:totals?|sums?|cyfans(?:wm|ymiau)|Σ)"
_OF = (
    r"(?:for|of|in|to|by|at|as|on|this|all|awarded|approved|agreed|granted|allocated|committed|paid|requested|grants?|awards?|"
    r"amounts?|funding|funds?|spend|spent|value|costs?|sum|projects?|organi[sz]ations?|round|strand|year|page|sheet|c/?f|b/?f|"
    r"so far|gbp|declined|withdrawn|unsuccessful|refused|rejected|pending|q(?=[1-4])|[£0-9])"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|sept|{'|'.join(month[:3] for month in MONTHS)})\.?(?: '?(?:20)?[0-9]{{2}})?"
_BARE = re.compile(rf"(?i){_LEAD}{_SUM}\s*(?:\(?(?:£|gbp)\)?)?\s*[:=]?|overall|all (?:grants|awards|projects|funds)")
_SURE = re.compile(
    rf"(?i){_LEAD}{_SUM}(?:\s*[:=(£–—-].*|\s+{_OF}(?![a-z]).*|\s+{_MONTH}\s*:?)|.{{1,60}}[ –-]+(?:sub-?)?totals?\s*:?"
)
_PERHAPS = re.compile(rf"(?i){_LEAD}{_SUM}\s.*")
_FIGURE_NAMED = re.compile(
    r"(?i)(?:average|mean|median|minimum|maximum|min|max|count)(?:\s+(?:grants?|awards?|amounts?|per|of|size|value|costs?)\b.*)?\s*:?"
    r"|(?:number|no\.?) of (?:grants|awards|projects|organi[sz]ations|applications)\s*:?"
)
_TRIGGER = re.compile(r"(?i)total|sum|Σ|cyfans|overall|\ball\b|average|mean|median|\bmin|\bmax|count|\bno\.?\b|number")
_COUNTING = re.compile(
    r"(?i)(?:[0-9]+|all|various|number|no\.?)(?: of)?(?: [a-z]+){0,3}? ?(?:projects?|grants?|awards?|organi[sz]ations?|applications?|"
    r"bids?|recipients?|groups?|schemes?|initiatives?|activities|rows?|lines?)?|n/?a|nil|[-–—]+"
)
_ANOTHER_SUM = re.compile(
    r"(?i).*\b(?:remaining|unspent|budgets?|under-?spends?|over-?spends?|unallocated|uncommitted|available|balance|left|"
    r"(?:carry|carried|brought) (?:forward|over)|(?:from|of) (?:the )?(?:previous|prior|last) years?)\b.*"
)
"""The name of a sum that is of no grants above it: what remains, what was budgeted."""
_FIGURES = re.compile(r"(?i)[£$€\s(+-]*[0-9][0-9,.\s]*(?:k|m|p|%)?\)?|[-–—]+|n/?a|nil")
_FUND = re.compile(r"(?i).*\b(?:fund|grants|strand|scheme|programme|round [0-9]+|tranche [0-9]+)\b.*")
_OWN = (
    *(Role.AWARDED, Role.ANNOUNCED, Role.REFERENCE, Role.STATUS, Role.CHARITY, Role.COMPANY),
    *(Role.IDENTIFIER, Role.CONDITIONS, Role.REASON),
)
"""What a grant has of its own and a sum of grants has not."""
_LEAST = 2  # grants, for their sum to say anything


class Kind(Enum):
    """What a row is, where it is no plain grant."""

    TOTAL = "a total"
    FIGURE = "an average, or another figure about the rows"
    EITHER = "a grant or a sum: somebody must say"


class Says(Enum):
    """What the name of a row says of it."""

    BARE = "nothing but words of summing"
    SURE = "words of summing, and what is summed"
    PERHAPS = "a name that begins with such a word"
    FIGURE = "another figure about the rows"


def _may_say(value: str) -> bool:
    """Return whether a word of summing may stand in a cell.

    Most cells hold none, so the look must cost next to nothing: spelt out like this it takes a third of a loop's time.
    """
    low = value.lower()
    if "total" in low or "sum" in low or "cyfans" in low or "overall" in low or "average" in low or "median" in low:
        return True
    if "count" in low or "number" in low or "σ" in low:
        return True
    often = "all" in low or "mean" in low or "min" in low or "max" in low or "no" in low
    return often and bool(_TRIGGER.search(value))


def says(label: str) -> Says | None:
    """Return what a name says of its row; None where nothing in it sums."""
    if not _TRIGGER.search(label):
        return None
    bare = label.strip(" *_-–—")
    for pattern, found in (
        (_BARE, Says.BARE),
        (_SURE, Says.SURE),
        (_PERHAPS, Says.PERHAPS),
        (_FIGURE_NAMED, Says.FIGURE),
    ):
        if pattern.fullmatch(bare):
            return found
    return None


def is_figure(value: Value) -> bool:
    """Return whether a cell holds a number, typed as one or as words."""
    if isinstance(value, str):
        return _FIGURES.fullmatch(value.strip()) is not None
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


class Summing:
    """Tells sums from grants, row by row; it must be told of every grant and of every name between them."""

    def __init__(self, header: Header, known: Collection[str], *, text_table: bool) -> None:
        """Begin above the first row. ``known`` are the names of funds and strands, in small letters."""
        self._recipient, self._purpose = header.column(Role.RECIPIENT), header.column(Role.PURPOSE)
        self._amount = header.column(Role.AMOUNT)
        self._own = [at for role in _OWN if (at := header.column(role)) is not None]
        self._used: set[int] = set()
        self._silent: set[str] = set()  # cells with no word of summing: many stand in row after row
        self._known = known
        self._known_bare = {bare(name) for name in known}
        self._text_table = text_table
        self._sum = self._grants = 0
        self._starts: dict[int, int] = {0: 0}
        """What had been summed up where a part of the table began, with the number of grants by then."""

    def grant(self, cells: tuple[Value, ...]) -> None:
        """Take in a grant."""
        self._sum += self._pence(cells)
        self._grants += 1
        if self._grants < _FIRST:
            self._used.update(at for at in self._own if at < len(cells) and not is_blank(cells[at]))

    def begin(self) -> None:
        """Take in that another part of the table begins."""
        self._starts[self._sum] = self._grants

    def kind(self, cells: tuple[Value, ...]) -> Kind | None:
        """Return what a row is that is no grant, None where it may be one."""
        labels = []
        for at, value in enumerate(cells):
            if not isinstance(value, str) or value in self._silent:
                continue
            if not _may_say(value):
                self._silent.add(value)
            elif (said := says(text := words(value))) is not None:
                labels.append((at, said, text))
        if not labels:
            return self._unnamed(cells)
        at, said, label = labels[0]
        purpose = self._words_at(cells, self._purpose, labels)
        recipient = self._words_at(cells, self._recipient, labels)
        if at not in (self._recipient, self._purpose) and (recipient or purpose):
            return None  # “total” in a column of remarks beside a grant
        if (at == self._purpose and recipient) or (said is Says.FIGURE and purpose):
            return None
        if said is Says.FIGURE or (not purpose and self._is_another_sum(cells, label)):
            return Kind.FIGURE
        if said is not Says.PERHAPS:
            return self._named(cells, said, purpose)
        return self._perhaps(cells, label, purpose)

    def _named(self, cells: tuple[Value, ...], said: Says, purpose: str) -> Kind | None:
        if not purpose:
            sure = said is Says.BARE or not self._has_own(cells) or self._adds_up(cells)
            return Kind.TOTAL if sure else Kind.EITHER
        if said is Says.BARE and self._adds_up(cells):
            return Kind.TOTAL
        if self._has_own(cells) or (said is Says.SURE and not self._lacks(cells)):
            return None
        return Kind.EITHER

    def _perhaps(self, cells: tuple[Value, ...], label: str, purpose: str) -> Kind | None:
        """Return what “Total Insight Theatre” is, and “Total Community Safety”."""
        if purpose:
            return Kind.EITHER if self._lacks(cells) and self._adds_up(cells) else None
        if self._has_own(cells):
            return None
        rest = label.casefold().partition(" ")[2]
        if bare(rest) in self._known_bare or _FUND.fullmatch(rest) or self._adds_up(cells):
            return Kind.TOTAL
        return Kind.EITHER if self._pence(cells) else None

    def _is_another_sum(self, cells: tuple[Value, ...], label: str) -> bool:
        """Return whether “Total remaining” or the like is no sum of the grants above, by name and by figure."""
        own = self._has_own(cells) or (self._pence(cells) and self._adds_up(cells))
        return not own and _ANOTHER_SUM.fullmatch(label) is not None

    def _unnamed(self, cells: tuple[Value, ...]) -> Kind | None:
        """Return whether a row without any words is a total: it holds figures alone, or comes to what stands above it."""
        for at in (self._recipient, self._purpose):
            if at is not None and at < len(cells) and not is_blank(cells[at]):
                return None
        if not self._pence(cells) or not all(is_figure(value) for value in cells if not is_blank(value)):
            return None
        return Kind.TOTAL if not self._has_own(cells) or self._adds_up(cells) else None

    def _words_at(self, cells: tuple[Value, ...], at: int | None, labels: list[tuple[int, Says, str]]) -> str:
        """Return the words of a cell, unless they sum or count, or name a fund, as they do beside a total."""
        if at is None or at >= len(cells) or any(at == one for one, *_ in labels):
            return ""
        shown = words(cells[at])
        return "" if _COUNTING.fullmatch(shown) or is_figure(shown) or shown.casefold() in self._known else shown

    def _has_own(self, cells: tuple[Value, ...]) -> bool:
        return any(at < len(cells) and not is_blank(cells[at]) for at in self._own)

    def _lacks(self, cells: tuple[Value, ...]) -> bool:
        """Return whether the grants above have something of their own that this row has not."""
        return bool(self._used) and not self._has_own(cells)

    def _adds_up(self, cells: tuple[Value, ...]) -> bool:
        """Return whether a row comes to what the grants above it do, from any beginning."""
        began = self._starts.get(self._sum - self._pence(cells))
        return began is not None and self._grants - began >= _LEAST

    def _pence(self, cells: tuple[Value, ...]) -> int:
        """Return what stands under the amounts, nothing where that is no amount."""
        if self._amount is None or self._amount >= len(cells):
            return 0
        try:
            amount = amount_in(cells[self._amount], text_table=self._text_table)
        except AmountError:
            return 0
        return 0 if isinstance(amount, Absent) else amount.pence


_FIRST = 50  # grants, of which is noted what they have
