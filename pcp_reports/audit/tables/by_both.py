"""Which column of a table holds what, by its headings and its cells together, where the headings alone do not tell.

“Payee | Description | £”, “Body | Object | Sum voted”, “School | Price quoted | Contribution agreed”: whoever gets it is
named, each row another, in words alone. What is given is the one column of pounds whose heading says so, else the only one
that can be it: never what was asked for, what it costs, what others put in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_finance, is_name, is_total
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.columns import Columns
from pcp_reports.audit.tables.grid import has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds, in_thousands, speaks_of_grants
from pcp_reports.audit.words.grant_words import of_other_money

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.grid import Row

_FEWEST = 2
_NO_SUMS = (Holds.REFERENCE, Holds.DATE, Holds.COUNT, Holds.AREA)
_OTHER_SUMS = (Holds.REQUESTED, Holds.OTHER_SUM)
_UNFIT = (Holds.CHANGE, Holds.COUNT, Holds.QUARTER, Holds.PART)
_MAY_NAME = (Holds.UNKNOWN, Holds.FOREIGN)
_MAY_BE_NAMED = (Holds.PURPOSE, Holds.STRAND)  # “Good neighbour scheme”, where no other column names anybody
_GIVEN = re.compile(
    r"(?i)\b(?:award(?:s|ed)?|grant(?:s|ed)?|donat(?:ions?|ed)|gifts?|contribut(?:ions?|ed)|fund(?:ing|ed)|allocat(?:ions?|ed)|allotted|allowed|approved|agreed|voted"
    r"|given|gave|recommended|offered|support|sponsorship|bursar(?:y|ies)|provided|received|made|released)\b"
)
_TO_GIVER = re.compile(
    r"(?i)(?:cost|charge)s?\s+(?:to|for|met\s+by)\s+(?:(?:the|our)\s+)?(?:fund|us|p?f?cc|opcc|council|office|commissioner|budget|scheme|trust)\b.{0,6}"
)
"""“Cost to the fund”: what is given, and not what the whole costs."""

_NEVER = re.compile(
    r"(?i)\b(?:ask(?:ed|ing)?|sought|request\w*|appl(?:y|ied|ications?)|bids?|match(?:ed|ing)?|own|others?|else(?:where)?|raised|pric(?:e|es|ed)|quot(?:e|es|ed|ation)|estimated?|costs?"
    r"|last|previous(?:ly)?|prior|earlier|before|remaining|left|available|maximum|minimum|average|largest|smallest|highest|biggest|proceeds|limit|ceiling|value\s+of|needed|required|turnover|worth)\b"
)
"""What gives another sum beside a grant."""

_NO_MONEY = re.compile(
    r"(?i)\b(?:nos?|number|ref\w*|id|page|score|points|votes?|members|people|age|rank|miles|hours|postcode)\b\.?"
)


def by_both(
    kinds: Mapping[int, Holds],
    headings: Mapping[int, str],
    body: Sequence[Row],
    header: tuple[int, ...],
    *,
    given: bool,
    costed: bool = False,
) -> Columns | None:
    """Return the columns, None where the headings and the cells together do not tell who gets how much.

    ``given``: the words above the table speak of grants. Without them the heading of the sums must.
    ``costed``: they say what the grants cost, so that a column headed “Cost” is of the grants.
    """
    rows = [row for row in body if len(row.filled) > 1 and not any(_sums_up(cell.text) for cell in row.filled)]
    if len(rows) < _FEWEST or any(kind in _UNFIT for kind in kinds.values()):
        return None
    if any(kind is Holds.FOREIGN and not _is_of_words(rows, column) for column, kind in kinds.items()):
        return None
    amount = _amount(_with_cost(kinds, headings) if costed else kinds, headings, rows)
    who = None if amount is None else _who(kinds, rows)
    if (
        amount is None
        or who is None
        or not (given or (speaks_of_grants(headings[amount]) and Holds.FOREIGN not in kinds.values()))
    ):
        return None
    others = [column for column in kinds if column not in (amount, who)]
    told = [column for column in others if kinds[column] is Holds.PURPOSE]
    words = [column for column in others if kinds[column] in _MAY_NAME and _is_of_words(rows, column)]

    def first(wanted: Holds) -> int | None:
        return next((column for column in others if kinds[column] is wanted), None)

    return Columns(
        who,
        (amount,),
        next(iter((*told, *words)), None),
        first(Holds.STRAND),
        first(Holds.AREA),
        first(Holds.REFERENCE),
        first(Holds.DECISION),
        first(Holds.DATE),
        first(Holds.REQUESTED),
        header,
        thousands=in_thousands(headings[amount]),
        sure=kinds[who] is Holds.RECIPIENT and speaks_of_grants(headings[amount]),
    )


_OF_A_FUND = re.compile(r"(?i)\b(?:funds?|strands?|grants?|pots?|programmes?)$")
_COST = re.compile(r"(?i)costs?(?:\W*£\W*)?")


def _with_cost(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> Mapping[int, Holds]:
    """Return what the columns hold, one headed “Cost” as what was given, where no other is."""
    if Holds.AWARDED in kinds.values():
        return kinds
    return {
        column: Holds.AWARDED if _COST.fullmatch(headings[column].strip(" :*")) else kind
        for column, kind in kinds.items()
    }


def _sums_up(words: str) -> bool:
    return is_total(words) or is_budget(words)


def _amount(kinds: Mapping[int, Holds], headings: Mapping[int, str], rows: Sequence[Row]) -> int | None:
    """Return the column of what was given; None where none can be it, or more than one."""
    sums = [
        column for column, kind in kinds.items() if kind not in _NO_SUMS and _is_of_sums(headings[column], rows, column)
    ]
    own = [column for column in sums if not _is_other(kinds[column], headings[column])]
    given = [column for column in own if kinds[column] is Holds.AWARDED or _GIVEN.search(headings[column])]
    found = given or own
    return (
        found[0]
        if len(found) == 1
        and (kinds[found[0]] is Holds.AWARDED or not of_other_money(_TO_GIVER.sub("", headings[found[0]])))
        else None
    )


def _is_other(kind: Holds, heading: str) -> bool:
    """Return whether a heading says that its sums are what was asked for, what something costs, or what others gave."""
    if _TO_GIVER.fullmatch(heading.strip(" :*")) is not None:
        return False
    return kind is not Holds.AWARDED and (kind in _OTHER_SUMS or _NEVER.search(heading) is not None)


def _is_of_sums(heading: str, rows: Sequence[Row], column: int) -> bool:
    """Return whether a column holds sums of money: with their pound signs, or beneath one, or beneath words that speak of giving."""
    words = [row.words(column) for row in rows if row.words(column)]
    if 2 * len(words) <= len(rows) or not all(looks_like_money(one) or paid(one).standing is not None for one in words):
        return False
    if "£" in heading or any(has_pounds(one) for one in words):
        return True
    return _GIVEN.search(heading) is not None and _NO_MONEY.search(heading) is None


def _who(kinds: Mapping[int, Holds], rows: Sequence[Row]) -> int | None:
    """Return the column of whoever gets it: the first whose heading says so, else the first that holds names, each another."""
    named = [column for column, kind in kinds.items() if kind is Holds.RECIPIENT and _is_of_words(rows, column)]
    if named:
        return named[0]
    may = [column for way in (_MAY_NAME, _MAY_BE_NAMED) for column, kind in kinds.items() if kind in way]
    return next((column for column in may if _is_of_names(rows, column)), None)


def _is_of_words(rows: Sequence[Row], column: int) -> bool:
    """Return whether the cells of a column hold words and no money."""
    words = [row.words(column) for row in rows if row.words(column)]
    return bool(words) and all(
        any(map(str.isalpha, one)) and not looks_like_money(one) and not has_pounds(one) for one in words
    )


def _is_of_names(rows: Sequence[Row], column: int) -> bool:
    """Return whether a column names somebody in every row, nobody twice, and no lines of a budget."""
    words = [row.words(column) for row in rows]
    if not all(words) or len(set(words)) < len(words) or not _is_of_words(rows, column):
        return False
    if any(map(_OF_A_FUND.search, words)):
        return False  # what each fund came to, and nobody's grant
    return not any(map(is_finance, words)) and 4 * sum(map(is_name, words)) >= 3 * len(words)
