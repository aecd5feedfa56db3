"""What each sum of a line is for: awarded, requested, the cost of the whole, match funding, a part, a rate, a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts import role_words as words
from pcp_reports.audit.lines.amounts.others import is_met, is_of_before, is_of_others
from pcp_reports.audit.lines.amounts.role_words import Role
from pcp_reports.records import dataclass
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.sums import Sum


@dataclass(frozen=True, slots=True)
class Cast:
    """A sum in its role; ``start`` and ``end`` hold the words that give the role (“requested £12,000”)."""

    sum: Sum
    role: Role
    start: int
    end: int


def cast(text: str, sums: Sequence[Sum]) -> tuple[Cast, ...]:
    """Return each sum in its role, by the words about it."""
    return tuple(_cast(text, sums, number) for number in range(len(sums)))


def _cast(text: str, sums: Sequence[Sum], number: int) -> Cast:
    one = sums[number]
    floor = sums[number - 1].end if number else 0
    ceiling = sums[number + 1].start if number + 1 < len(sums) else len(text)
    if _is_name(text, one, last=number + 1 == len(sums), only=len(sums) == 1):
        return Cast(one, Role.NAME, one.start, one.end)
    rate = words.RATE.match(text, one.end, ceiling)
    if rate is not None:
        return Cast(one, Role.RATE, one.start, rate.end())
    before = text[max(floor, one.start - words.WINDOW) : one.start]
    after = text[one.end : min(ceiling, one.end + words.WINDOW)]
    if number and _is_part_of_which(before, after):
        return Cast(one, Role.ASIDE, one.start, one.end)
    less = _LESS_THAN.match(after) if len(sums) > 1 else None
    if less is not None or (len(sums) > 1 and _LESS_BY.search(before)):
        return Cast(one, Role.ASIDE, one.start, one.end + (less.end() if less is not None else 0))
    if len(sums) > 1 and "(" in text and is_of_before(text, one.start):
        return Cast(one, Role.ASIDE, one.start, one.end)
    if len(sums) > 1 and _TOWARDS_A.search(before) and _A_THING.match(after):
        return Cast(one, Role.ASIDE, one.start, one.end)
    around = f"{before} {after}".lower()
    if holds_any(around, words.HINTS):
        following = ceiling < len(text) and ceiling - one.end < words.WINDOW
        told = _by_words(text, one, before, after, following=following)
        if told is not None:
            return told
    beside = is_met(before, after) or (number and is_of_others(before, after))
    return Cast(one, Role.ASIDE if beside else Role.AWARD, one.start, one.end)


def _is_part_of_which(before: str, after: str) -> bool:
    """Return whether a sum is within the one before it: “of which £3,000 is for cameras”."""
    if words.OF_WHICH.search(before) is not None:
        return words.TO_NAME.match(after) is None
    return words.OF_WHICH_BEHIND.match(after) is not None


def _by_words(text: str, one: Sum, before: str, after: str, *, following: bool) -> Cast | None:
    """Return the role that the words about a sum give it: what was requested first, then what it costs, then the rest."""
    met = _IN_FULL.search(before)
    if met is not None and not _NOT.search(before, 0, met.start()):
        return Cast(one, Role.AWARD, one.start - len(met["at"]), one.end)
    found = _left(text, one, before, words.LEFT[:1]) or _right(one, after, words.RIGHT[:2], following=following)
    if found is not None:
        return found
    if words.ARTICLE.search(before) and words.COST_BEHIND.match(after) and not words.GRANT_BEHIND.match(after):
        return Cast(one, Role.ASIDE, one.start, one.end)
    return _left(text, one, before, words.LEFT[1:]) or _right(one, after, words.RIGHT[2:], following=following)


def _left(text: str, one: Sum, before: str, table: Sequence[tuple[Role, re.Pattern[str]]]) -> Cast | None:
    for role, pattern in table:
        match = pattern.search(before)
        if match is not None and (role is not Role.PART or words.STARTS_A_PART.search(before[: match.start()])):
            if role is Role.ASIDE and _TO_THE_VALUE.search(before[: match.end()]):
                continue
            if role is Role.ASIDE and _KIND_OF_COSTS.search(before[: match.end()]) and text.count("£") == 1:
                continue
            if role is Role.TOTAL and one.each:
                continue  # “two cheques, each totalling £500”
            if role is Role.REQUESTED and _DISTRICT.match(match[0]) and not before.isupper():
                continue
            if role is Role.REQUESTED and _SUCCEEDED.search(before[: match.start()]):
                return Cast(one, Role.AWARD, one.start, one.end)
            closed = match[0].rstrip().endswith("(") and text[one.end : one.end + 1] == ")"
            return Cast(one, role, one.start - len(match[0]), one.end + closed)
    return None


_IN_FULL = re.compile(
    r"\b(?:fund(?:ed)?|award(?:ed)?|approved?|grant(?:ed)?|support(?:ed)?|agreed?|offered|met|paid|given)(?:\s+in\s+full)?"
    r"(?P<at>,?\s+(?:(?:at|for|to|with|in)\s+)?(?:the\s+)?(?:(?:full|whole|exact|total)\s+)?(?:(?:requested|original)(?:\s+(?:amount|sum|grant|figure))?"
    r"|(?:amount|sum|grant|figure)\s+(?:requested|applied\s+for|asked\s+for|sought))(?:\s+of|\s*[,:–-])?\s*\(?)$",
    re.IGNORECASE,
)
_TOWARDS_A = re.compile(r"\btowards?\s+(?:an?|its|their|the|his|her|our)\s+(?:(?:new|planned|proposed|further)\s+)?$")
_A_THING = re.compile(r"\s+(?!(?:grants?|awards?|donations?|to|for|from|and|in|each|in)\b)[a-z]")
"""“£9,000 towards a £20,000 youth room”: what something costs, and no second grant."""

_LESS_THAN = re.compile(
    r"\s+(?:(?:less|more|fewer|lower|higher|greater)\s+than|(?:short|shy)\s+of|(?:below|under|above|off)\s+(?:what|the|its|their|that))\b(?:\s+[a-z]+){0,5}",
    re.IGNORECASE,
)
_LESS_BY = re.compile(
    r"\b(?:(?:an?|the)\s+(?:reduction|cut|increase|rise|decrease|shortfall|difference)\s+of|(?:reduced|cut|lowered|increased|raised)\s+by)\s+$",
    re.IGNORECASE,
)
"""“£900, being £300 less than was asked”, “a cut of £300”: by how much two sums differ, and no grant."""

_NOT = re.compile(r"\bnot\b[^.;–]*$", re.IGNORECASE)
"""“To be funded at the requested amount of £500”: what was asked for is what was given."""

_TO_THE_VALUE = re.compile(r"\bto\s+(?:the|a)\s+(?:total\s+)?value\s+of\s*$", re.IGNORECASE)
"""What tells how much is given, as “worth” does, and not what something costs."""

_KIND_OF_COSTS = re.compile(
    r"\w[^\n]*[,–—-]\s*(?:[a-z-]+\s+)?(?:running|core|staff|staffing|venue|hire|travel|transport|equipment|start-up|set-up|training|coaching|revenue|room|hall)\s+costs?\s*[:=–-]\s*$"
)
"""What a grant is for, and no cost beside it: “Elm Shop, running costs – £900”."""

_DISTRICT = re.compile(r"BIDs?\b")
"""A Business Improvement District, which gets grants: “Tarn Quarter BID – £6,000”."""

_SUCCEEDED = re.compile(r"\bsuccess(?:ful|fully)(?:\s+in)?(?:\s+(?:its|their|the|a))?\s*$", re.IGNORECASE)


def _right(one: Sum, after: str, table: Sequence[tuple[Role, re.Pattern[str]]], *, following: bool) -> Cast | None:
    for role, pattern in table:
        match = pattern.match(after)
        closed = match is not None and match[0].endswith(")")  # “(£900 sought) – £500”: they speak of what they close
        if match is not None and (closed or not (following and _leads_on(after[match.end() :], role))):
            return Cast(one, role, one.start, one.end + match.end())
    return None


def _leads_on(rest: str, role: Role) -> bool:
    """Return whether words behind a sum speak of the next one: “£5,000, 2024/25: £6,000”."""
    return words.LEADS_ON.fullmatch(rest) is not None and (role is not Role.PART or ":" in rest or "=" in rest)


def _may_begin_a_name(text: str, one: Sum) -> bool:
    """Return whether a name may begin at the last sum of a line: “£500 – £1 Challenge CIC – tents”."""
    return (
        text.endswith((" to ", " – ", " - ", "\t", ": "), 0, one.start)
        and words.NAME_GOES_ON.match(text, one.end) is not None
    )


def _is_name(text: str, one: Sum, *, last: bool, only: bool) -> bool:
    """Return whether a small sum stands right before a capital, as in “£1 Challenge CIC”."""
    if one.pence is None or one.pence >= words.FEW or (last and not only and not _may_begin_a_name(text, one)):
        return False
    return words.NAME_BEHIND.match(text, one.end) is not None and text[one.start : one.start + 1] == "£"


__all__ = ["Cast", "Role", "cast"]
