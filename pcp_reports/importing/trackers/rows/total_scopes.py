"""Which rows the name of a total speaks of: “Total for Community Fund”, “September total”, “Innovation 2023/24 total”.

A name may be a value of any column, known or not, or a heading among the rows; a month, quarter or year is held against every
column of dates. What a name means that nothing in the sheet bears out cannot be told, and its total is not called wrong.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pcp_reports.dates import DateError
from pcp_reports.importing.funds import bare
from pcp_reports.importing.sheets.cell_words import month_in
from pcp_reports.importing.sheets.days import day_in
from pcp_reports.importing.sheets.sheet import words
from pcp_reports.importing.sheets.statuses import Outcome, outcome_of
from pcp_reports.importing.sheets.summing import is_figure
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import DAYS, MONEY
from pcp_reports.importing.trackers.rows.spans import Span, span_in
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.sheets.days import Order
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.sheets.vocabulary import Role
    from pcp_reports.importing.trackers.rows.reading import Counted

_SUMMING = re.compile(
    r"\b(?:(?:sub|grand|overall|running|cumulative|combined|final|net|gross)?[ -]?totals?|sub|sums?|cyfans\w*|overall|grand|for|of|"
    r"the|in|to|at|on|by|as|this|so far|to date|all|and|awarded|approved|agreed|granted|given|made|grants?|awards?|amounts?|"
    r"funding|value|costs?|year(?:ly)?|annual|month(?:ly)?|quarter(?:ly)?|page|sheet|column|table|gbp|[cb]/?f|a|"
    r"(?:carried|brought) forward|(?:[0-9]+ )?(?:projects?|organi[sz]ations?|recipients?)|number|strand|round(?! [0-9]))\b"
    r"|\b[0-9]+(?= (?:grants?|awards?)\b)|£[0-9.,]+|[=£:*_()]"
)
_MOST_VALUES = 300
"""How many values of a column are looked at in other spellings; a column of names has more, and a strand's name fewer."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that the name of a total may mean, the likeliest first; none where it names nothing of its own.

    ``wider`` are rows that only one of two limits of the name means: “Community Fund September total” is not of every month.
    ``understood``: the sheet shows what the name means, so that a total which fits none of it is wrong. ``named`` is what it is of.
    """

    sets: tuple[frozenset[int], ...] = ()
    wider: tuple[frozenset[int], ...] = ()
    understood: bool = True
    named: str = ""


class Scopes:
    """Tells the rows of each total's name; columns are looked through once, and only for names that need it."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        counted: Sequence[Counted],
        header: Header,
        orders: Mapping[Role, Order | None],
        funds: Funds,
    ) -> None:
        """Take the rows of the sheet and those of them that have an amount."""
        self._pieces, self._counted = pieces, counted
        self._cells: list[tuple[int, tuple[Value, ...]]] = []
        self._beneath: list[tuple[str, set[int]]] = []
        self._money = {header.column(role) for role in MONEY}
        self._orders = {at: orders.get(role) for role in DAYS if (at := header.column(role)) is not None}
        self._funds = funds
        self._values: list[dict[str, frozenset[int]]] | None = None
        self._dates: list[dict[int, PartialDate]] | None = None

    def of(self, piece: Piece) -> Scope:
        """Return what a total is of, as its name and the cells beside it say."""
        if not self._cells:  # only for a sheet with totals
            rows = {one.row for one in self._counted}
            self._cells = [(one.row, one.cells) for one in self._pieces if one.row in rows]
            self._beneath = list(_beneath(self._pieces, rows))
        beside = tuple(self._beside(piece))
        core = _core(piece.label)
        if not core:
            return Scope(beside)
        same, near = self._named(core)
        span, rest = span_in(piece.label.casefold())
        of_days, dated = self._within(span) if span is not None else ([], False)
        left = _core(rest)
        if left and span is not None:
            others, nearly = self._named(left)
            of_days, dated = (
                [one & other for other in (*others, *nearly) for one in of_days],
                dated and bool(others),
            )
        of_days = [rows for rows in of_days if rows]
        wider: tuple[frozenset[int], ...] = ()
        if left and of_days and span is not None and (span.months or span.quarter or span.ends):
            near, wider = [], tuple(near)
        sets = (*same, *of_days, *near, *beside)
        if not sets and self._funds.fund(left or core) is not None:
            return Scope()  # of the whole sheet
        return Scope(sets, wider, bool(same) or dated, _shown(piece.label))

    def _beside(self, piece: Piece) -> Iterator[frozenset[int]]:
        """Yield the rows that have the same words in a column as a total has there: its strand, as a rule."""
        for at, value in enumerate(piece.cells):
            if isinstance(value, str) and value.strip() and not is_figure(value) and words(value) != piece.label:
                columns = self._columns()
                found = columns[at].get(_core(value)) if at < len(columns) else None
                if found:
                    yield found

    def _named(self, core: str) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
        """Return the rows of each column with the value named; and those with one that holds its words, or whose words it holds."""
        wanted = set(core.split())
        same, near = [], []
        for values in self._columns():
            exact = values.get(core, frozenset())
            same += [exact] if exact else []
            alike = values.items() if len(values) <= _MOST_VALUES else ()
            akin = [rows for value, rows in alike if value != core and _akin(set(value.split()), wanted)]
            near += [*akin, exact.union(*akin)] if akin else []
        fate = outcome_of(core)
        fated = frozenset(one.row for one in self._counted if one.outcome is fate)
        if fated and fate not in (Outcome.AWARDED, Outcome.VARIED):
            return [fated], []  # of “declined” alone: awards may follow beneath the heading of that name
        same += [fated] if fated else []
        return same, near

    def _columns(self) -> list[dict[str, frozenset[int]]]:
        """Return of each column the rows by what its cells name; behind them those of the headings among the rows."""
        if self._values is None:
            width = max((len(cells) for _, cells in self._cells), default=0)
            made: list[dict[str, set[int]]] = [{} for _ in range(width + 1)]
            for row, cells in self._cells:
                for at, value in enumerate(cells):
                    if isinstance(value, str) and at not in self._money:
                        made[at].setdefault(words(value).casefold(), set()).add(row)
            for label, rows in self._beneath:
                made[width].setdefault(label.casefold(), set()).update(rows)
            self._values = [_by_core(values) for values in made]
        return self._values

    def _within(self, span: Span) -> tuple[list[frozenset[int]], bool]:
        """Return the rows of a span of time, by each column of dates and each way to read it; and whether every row is dated.

        Where no row has a date, a year or month in a total's name says what the whole sheet is of.
        """
        found = [
            frozenset(row for row, day in days.items() if holds(day))
            for days in self._days()
            for holds in span.readings()
        ]
        whole = any(len(days) == len(self._cells) for days in self._days())
        return [rows for rows in found if rows], (whole and any(found)) or not self._days()

    def _days(self) -> list[dict[int, PartialDate]]:
        """Return of each column of dates the rows with their days; behind them the months of headings among the rows."""
        if self._dates is None:
            by_column: dict[int, dict[int, PartialDate]] = {}
            for row, cells in self._cells:
                for at, value in enumerate(cells):
                    if (day := self._day(at, value)) is not None:
                        by_column.setdefault(at, {})[row] = day
            headed = {row: month for label, rows in self._beneath if (month := month_in(label)) for row in rows}
            self._dates = [*by_column.values(), *([headed] if headed else [])]
        return self._dates

    def _day(self, at: int, value: Value) -> PartialDate | None:
        if at not in self._orders and not isinstance(value, date):
            return None
        try:
            return day_in(value, self._orders.get(at))
        except DateError:
            return None


def _beneath(pieces: Sequence[Piece], rows: set[int]) -> Iterator[tuple[str, set[int]]]:
    """Yield each heading among the rows with those beneath it, as far as the next."""
    label, held = "", set[int]()
    for piece in pieces:
        if piece.sort is Sort.GROUP:
            if label and held:
                yield label, held
            label, held = piece.label, set()
        elif piece.row in rows:
            held.add(piece.row)
    if label and held:
        yield label, held


def _akin(some: set[str], others: set[str]) -> bool:
    """Return whether one name holds all words of another."""
    return bool(some) and (some <= others or others <= some)


def _by_core(values: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    """Return the rows of a column by what its values name; of very many values, by the values as they are."""
    if len(values) > _MOST_VALUES:
        return {value: frozenset(rows) for value, rows in values.items()}
    made: dict[str, frozenset[int]] = {}
    for value, rows in values.items():
        core = _core(value) or value
        made[core] = made.get(core, frozenset()) | rows
    return made


def _core(label: str) -> str:
    """Return what a name is of, in small letters: of “Sub-total for the Community Fund” ``community``; nothing of “Grand total”."""
    left = _SUMMING.sub(" ", " ".join(label.casefold().split()))
    left = " ".join(left.split()).strip(" -–—/,;.")
    return bare(left) if left and left not in _ALONE else ""


_ALONE = ("fund", "funds", "scheme", "programme")
"""Words that name no fund, scheme or programme when nothing stands beside them."""


def _shown(label: str) -> str:
    """Return what a name is of, as it stands."""
    return (
        re.sub(
            r"(?i)^(?:sub|grand)?[ -]*totals?\b[ :–-]*(?:(?:for|of|in) )?(?:the )?|[ –-]*(?:sub[ -]?)?totals?\W*$",
            "",
            label,
        )
        or label
    )
