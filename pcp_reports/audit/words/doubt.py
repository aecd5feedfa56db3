"""Whether a sentence about a list of grants may speak of other money than that of the list.

A sentence that leads straight to a list, or back to it, tells of that list whatever time it names; one that stands
further off may tell of another round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.back import Back, sums_up_list
from pcp_reports.audit.words.grant_words import is_income, of_other_money
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.phrases import COMES_TO, HEDGED, IN_ALL, with_sums_plain
from pcp_reports.dates import PartialDate
from pcp_reports.stated.vocabulary import ELSEWHERE, LEADING, RUNNING
from pcp_reports.stated.words import holds, is_of_one_place, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_TIMES = frozenset((
    "this year", "this financial year", "the year", "last year", "last financial year", "last month", "next year",
    "next month", "previous year", "years", "annual", "annually", "quarterly", "spring", "summer", "autumn", "winter",
    "first round", "last round", "next round", "previous round", "rounds", "tranches", "first year", "launched",
    "opened", "over the past", "over the last", "over the next", "shortlisted", "recommended", "considered", "scored",
    "other", "others", "among", "amongst", "the charity", "charity has", "the trust", "the club", "the council",
    "council has", "council gave", "in addition", "smaller", "larger", "bigger", "increase", "planned",
    "plans", "mostly", "most", "secured", "government", "home office", "lottery", "proceeds", "seized", "confiscated",
    "recovered", "forfeited", "remaining", "instalments", "visited", "visit", "target", "targets", "damage", "cost", "costs", "since", "altogether", "now", "also",
    "withdrawn", "returned", "the most", "alone", "smallest", "largest", "biggest",
))  # fmt: skip
"""In a sentence that leads to a list these say when, by whom or from whose money it was made, not that it is another."""

_PAST = (
    "last year", "last financial year", "last month", "previous year", "previous round", "last round", "next round",
    "next year", "next month", "first year", "previous years", "the previous", "last time", "earlier", "years ago",
)  # fmt: skip
_SO_FAR = ("so far", "to date", "since", "already", "previously")
_NEWCOMERS = ("for the first time", "first time", "first-time", "newcomers", "new to", "never had", "returning")
_BIDS = frozenset((
    "bid", "bids", "bidding", "application", "applications", "applicants", "applied", "request", "requests",
    "requested", "sought", "oversubscribed", "asked for",
))  # fmt: skip
_WITHOUT_BIDS = tuple(phrase for phrase in ELSEWHERE if phrase not in _TIMES and phrase not in _BIDS)
_BID_FOR = re.compile(
    r"(?i)\b(?:bids?|bidding|applications?|applied|applicants|requests?|requested|requesting|sought|seeking|asked|asking)\b([^.;:£]{0,60})£"
)
_ASKED_FOR = re.compile(
    r"(?i)£[0-9][0-9,.]*(?:k|m)? (?:had been|has been|have been|was|were|is|are) (?:\w+ )?(?:applied for|requested|sought|asked for|bid for)\b"
)
_GIVEN = re.compile(
    r"(?i)\b(?:awarded|funded|approved|successful|granted|supported|went to|allocated|chosen|selected|agreed|given|cost|made|share[ds]?|receive[ds]?)\b"
)
_POTS = frozenset(("budget", "available", "remaining", "fund is", "pot is"))
_OUT_OF = re.compile(
    r"(?i)\b(?:from|out of|against|within) (?:the|a|an|its|our|this|his|her)(?: \w+)? (?:budget|pot|fund)\b"
)
_SUMS_UP = re.compile(
    rf"(?i)\b(?:{COMES_TO}|{IN_ALL}|worth|together)\b|"
    r"\bcost (?:to the \w+ )?of\b|\btotal\w*\b|\bpaid\b|\bcost\b|\bput (?:into|towards)\b|"
    r"^(?:\w+ ){0,3}(?:payments|grants|awards|donations|gifts)\b[^£.;]*[,:–-] £[0-9][0-9,]*(?:\.[0-9]{2})?\.?$"
)
_BACK = (
    "above", "in total", "a total of", "total of", "the total", "in all", "altogether", "together", "these projects",
    "these grants", "these awards", "these groups", "these organisations", "these", "total", "listed", "that is",
    "which is", "that makes", "this makes", "it makes", "making", "they come", "they total", "they amount", "this comes", "this totals", "that comes", "cyfanswm",
)  # fmt: skip
_CAME_TO = re.compile(
    r"(?i)\bthe (?:\w+ )?(?:grants|awards|donations|gifts)(?: (?:now |so )?(?:approved|awarded|agreed|made|given))? "
    rf"(?:{COMES_TO}) (?:a total of )?{HEDGED}£"
)
_LEFT = re.compile(
    r"(?i)(?:,? (?:and|which|that)|,) (?:(?:left|leaves|leaving) £[^;:]*"
    r"|(?:that )?(?:the )?£[0-9][0-9,.]*(?: \w+){0,4}? (?:left|remain\w*|unspent|uncommitted|unallocated|in hand|carried forward)\b[^;:£]*)$"
)
"""What a sum leaves of a budget, said behind it: “… came to £4,740 and left £7,260”, “… and that £7,260 was left”."""
ANY_MONTH = PartialDate(1974, 5)
"""Of a round that names no month: none that its text might name is taken for another's."""


_POSSESSIVE = re.compile(r"[’']s\b")
"""“Last year's grant” speaks of another time as “last year” does."""


def leads(text: str) -> bool:
    """Return whether a sentence leads over to a list."""
    return ends_in_colon(text) or holds(words_of(text), LEADING)


def ends_in_colon(text: str) -> bool:
    """Return whether a sentence ends in a colon, whatever of the list stands behind it."""
    return text.rstrip("\ufffc \n–-").endswith(":")


def _is_of_bids(text: str) -> bool:
    """Return whether a sum is what was asked for: a word of bids stands before it, and none of giving between."""
    return _ASKED_FOR.search(text) is not None or any(not _GIVEN.search(match[1]) for match in _BID_FOR.finditer(text))


def sums_up(text: str) -> bool:
    """Return whether a sentence says what something comes to, without a word of giving: “Grants come to £16,300”."""
    return _SUMS_UP.search(text) is not None


def looks_back(text: str) -> bool:
    """Return whether a sentence behind a list sums it up."""
    return (
        sums_up_list(without_rest(text)) is not Back.NOT
        or holds(words_of(text), _BACK)
        or (
            _CAME_TO.search(text) is not None
            and not holds(words_of(text), _PAST)
            and not (months_of(text) or years_of(text))
        )
    )


def without_rest(text: str) -> str:
    """Return a sentence without what it says at its end to be left of a budget."""
    return _LEFT.sub("", text.rstrip())


def is_doubtful(text: str, *, own: bool, announced: PartialDate, leading: bool = True) -> bool:
    """Return whether a sentence may speak of other money. ``own``: it leads to the list, or heads it.

    Not ``leading``: it stands right above the list, but its words do not lead to it, so that it may tell of another time.
    """
    words = words_of(with_sums_plain(text))
    if own and not leading and holds(words, _PAST):
        return True
    if own:
        phrases = (
            tuple(phrase for phrase in _WITHOUT_BIDS if phrase not in _POTS) if _OUT_OF.search(text) else _WITHOUT_BIDS
        )
        return holds(words, phrases) or "?" in text or is_income(text) or _is_of_bids(text)
    if (
        holds(words, ELSEWHERE)
        or holds(words, RUNNING)
        or is_of_one_place(text)
        or any(mark in text for mark in '“”"?')
    ):
        return True
    if of_other_money(text):
        return True
    months, years = months_of(text), years_of(text)
    return bool(
        (months and announced.month not in months and announced != ANY_MONTH)
        or (years and announced.year != ANY_MONTH.year and announced.year not in years)
    )


_PAST_IN_WELSH = re.compile(
    r"(?i)\b(?:llynedd|(?:flwyddyn|blwyddyn|rownd|cyfnod|chwarter|gyfnod) (?:flaenorol|blaenorol|gynt|cynt|ddiwethaf|diwethaf))\b"
)
"""“Y llynedd”, “y flwyddyn flaenorol”, “y rownd ddiwethaf”."""


def is_past_in_welsh(text: str) -> bool:
    """Return whether a sentence in Welsh speaks of an earlier year or round."""
    return _PAST_IN_WELSH.search(text) is not None


def is_of_another_time(text: str) -> bool:
    """Return whether a sentence speaks of another time or of bids, whatever stands beside it."""
    words = words_of(_POSSESSIVE.sub("", text))
    if is_past_in_welsh(text):
        return True
    return holds(words, (*_PAST, *_SO_FAR, *_NEWCOMERS)) or _is_of_bids(text) or any(mark in text for mark in '“”"?')


def is_running(text: str) -> bool:
    """Return whether a total may run over more than the list above it: to date, of the year, of the fund."""
    return (
        re.search(
            r"(?i)\b(?:to date|so far|year|years|since|cumulative|running|previous(?:ly)?|all rounds|fund|pot|pool|programme|committed|20\d\d)\b",
            text,
        )
        is not None
    )


def may_be_another_grant(text: str) -> bool:
    """Return whether a sentence that names a recipient may tell of a grant of another time, or of bids."""
    return (
        bool(months_of(text) or years_of(text))
        or _EARLIER.search(text) is not None
        or _is_of_bids(text)
        or is_income(text)
    )


_EARLIER = re.compile(
    r"(?i)\b(?:last|previous|earlier|next|another|second|further|already|previously|also|additional|first|final) (?:\w+ )?(?:year|round|month|grants?|awards?|quarter|payment|tranche)\b|"
    r"\b(?:previously|already|to date|so far|in addition|originally|initially|again)\b"
)


def announced_in(texts: Iterable[str]) -> PartialDate:
    """Return the month of a round: the first that its leading words name, the year they name; else one that means none."""
    for text in texts:
        months, years = months_of(text), years_of(text)
        if months or years:
            return PartialDate(min(years, default=ANY_MONTH.year), min(months, default=ANY_MONTH.month))
    return ANY_MONTH
