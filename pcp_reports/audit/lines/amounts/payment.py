"""What the sums of one line come to: one payment, with where its words stand."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.roles import Cast, Role
from pcp_reports.audit.words.kinds import MANY
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of
from pcp_reports.dates import MONTHS
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.claims import Claim

_OTHER_NUMBERS = {"both": 2, "dau": 2, "dwy": 2, "tri": 3, "tair": 3}
_NUMBER = rf"(?P<number>[1-9][0-9]{{0,2}}|{TWO_TO_TWELVE}|{'|'.join(_OTHER_NUMBERS)})"
_TIMES_BEFORE = re.compile(
    rf"(?<![\w£.,]){_NUMBER}\s*(?:[x×@*]\s*|(?:(?:equal|separate|further|annual|quarterly|monthly|small|community|individual)\s+)*"
    r"(?:instalments?|installments?|payments?|grants?|awards?|tranches?|sums?|lots)\s+(?:of|at|worth|to\s+the\s+value\s+of)\s+(?:a\s+)?)$",
    re.IGNORECASE,
)
_TIMES_AFTER = re.compile(rf"\s*[x×]\s*{_NUMBER}(?![\w.,%])(?!\s*[x×])", re.IGNORECASE)
_FOR_SO_MANY = re.compile(
    rf"\s*,?\s*(?:\(|for|over|x|×|across|in\s+each\s+of|for\s+each\s+of)\s*(?:the\s+|a\s+period\s+of\s+|next\s+|up\s+to\s+)*{_NUMBER}[\s-]+(?P<unit>[a-z]+)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:each|apiece)\b(?:\s+for\s+each\b)?", re.IGNORECASE)
_EACH_OF = re.compile(
    rf"\s*(?:for|to|of|across|towards)?\s*(?:each\s+of\s+)?(?:the\s+|all\s+)?{_NUMBER}\s+(?P<noun>[a-z][a-z-]*(?:\s+[a-z-]+){{0,2}}s)\b"
)
_EACH_BEFORE = re.compile(
    rf"(?<![\w£.,]){_NUMBER}\s+(?:[A-Za-z-]+\s+){{0,3}}?(?P<noun>[a-z]+s)\b[^£]{{0,40}}$", re.IGNORECASE
)
_PAID_IN = re.compile(
    rf"\s*,?\s*\(?(?:(?:paid|payable|to\s+be\s+paid|split|spread)\s+)?(?:in|over|across)\s+(?:{_NUMBER}|a|the\s+next\s+\w+)\s+(?:equal\s+|annual\s+|financial\s+)*(?:instalments?|installments?|payments?|tranches?|years?|months?)\b\)?",
    re.IGNORECASE,
)
_YEARLY = {"year", "annum", "p.a.", "pa", "p.a", "pa."}
_JOIN = re.compile(
    r"[\s,;:()\[\]–—/-]*(?:(?:and|plus|then|with|of|from|out|against|a|an|the|for|being|split|as|paid|comprising|made\s+up|i\.?e\.?|but|was|over|two|in|awarded|approved"
    r"|granted|offered|agreed|grant|received|amount|instalments|installments|payments|years|followed|by)\b[\s,;:()\[\]–—-]*){0,5}",
    re.IGNORECASE,
)
_PLUS = re.compile(
    r"[^£]{0,60}?\b(?:and|plus)\s+(?:an?\s+)?(?:further\s+|additional\s+|another\s+)*$|\s*\+\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Payment:
    """What a line comes to in pence (None where that is no plain sum), and where its words stand.

    ``each`` is what each of several gets, in pence; ``times`` how many that are, where it says so.
    """

    start: int
    end: int
    pence: int | None
    claim: Claim | None
    each: int | None = None
    times: int = 1
    standing: Standing = Standing.AWARDED
    to_many: bool = False  # the number is one of recipients: “£500 each to two groups”


def payment_of(text: str, casts: Sequence[Cast]) -> Payment | None:
    """Return the one payment of a line, or None where its sums are no payment or are more than one."""
    if len(casts) == 1 and casts[0].role in (Role.AWARD, Role.TOTAL):
        return _whole(text, casts[0], casts)
    by_role = {role: [one for one in casts if one.role is role] for role in Role}
    awards, totals = by_role[Role.AWARD], by_role[Role.TOTAL]
    if len(casts) > 2 and (totals or len(awards) > 2) and _names_between(text, casts):  # noqa: PLR2004 - a total of two
        return None
    if totals:
        return _whole(text, totals[0], casts) if len(totals) == 1 else None
    if awards:
        return _of_awards(text, awards, by_role[Role.PART], casts)
    return _of_others(text, by_role, casts)


def _of_awards(text: str, awards: list[Cast], parts: list[Cast], casts: Sequence[Cast]) -> Payment | None:
    """Return what the sums awarded come to, with the parts that are named beside them."""
    if len(awards) == 1:
        joined = [one for one in parts if one.start > awards[0].end and _PLUS.fullmatch(text, awards[0].end, one.start)]
        if len(joined) == 1 == len(parts) and "(" not in text[awards[0].end : joined[0].start]:
            return _added(text, [*awards, *joined], casts)
        return _whole(text, awards[0], casts)
    if len(awards) > _MOST:
        return None
    outer = [one for one in awards if not _in_brackets_behind(text, one, casts)]
    if len(outer) > 1:
        return _one_of(text, awards, casts)
    payment = _whole(text, outer[0], casts)
    closing = text.find(")", awards[-1].end)
    return payment if closing < 0 else replace(payment, end=max(payment.end, closing + 1))


def _of_others(text: str, by_role: Mapping[Role, list[Cast]], casts: Sequence[Cast]) -> Payment | None:
    """Return what a line comes to where no sum is plainly the award: its parts, its rate, or what was requested."""
    parts, rates, requested = by_role[Role.PART], by_role[Role.RATE], by_role[Role.REQUESTED]
    if parts:
        return _added(text, parts, casts) if len(parts) > 1 else _whole(text, parts[0], casts)
    if rates:
        return _rated(text, rates[0], casts) if len(rates) == 1 else None
    if len(requested) != 1:
        return None
    one = requested[0]
    return Payment(one.start, one.end, one.sum.pence, one.sum.claim, standing=Standing.REQUESTED)


_MOST = 40  # sums of one line; more are a list, and comparing each with each would take long
_OPENED = re.compile(r"\s*[(\[][^()\[\]]*$")


def _in_brackets_behind(text: str, one: Cast, casts: Sequence[Cast]) -> bool:
    """Return whether a sum stands in the bracket right behind another: “£4,500 (£18,000 a full year)”."""
    before = [other for other in casts if other.end <= one.start and other.role is Role.AWARD]
    return any(_OPENED.fullmatch(text, other.end, one.start) for other in before)


_NAMED = re.compile(rf"(?<![.:])\s(?!Year|{'|'.join(MONTHS)}|FY)[A-Z][a-z]")


def _names_between(text: str, casts: Sequence[Cast]) -> bool:
    """Return whether names stand between the sums of a list, so that its total is none of a single line."""
    return any(_NAMED.search(text, one.end, other.start) for one, other in pairwise(casts))


def _whole(text: str, one: Cast, casts: Sequence[Cast]) -> Payment:
    """Return the payment that one sum is, times what stands beside it (“two instalments of £1,250”, “£500 x 2”)."""
    start, end, pence, times = one.start, one.end, one.sum.pence, 1
    before = _TIMES_BEFORE.search(text, max(0, start - 60), start)
    after = _TIMES_AFTER.match(text, end)
    if one.role is Role.AWARD and before is not None:
        start, times = before.start(), _number(before)
        each = _EACH.match(text, end)
        end = end if each is None else each.end()
    elif one.role is Role.AWARD and after is not None:
        end, times = after.end(), _number(after)
    elif one.sum.each:
        said = _EACH.match(text, end)
        end = end if said is None else said.end()
        behind = _EACH_OF.match(text, end)
        ahead = _EACH_BEFORE.search(text[:start]) if behind is None else None
        found = behind or ahead
        times = _number(found) if found is not None else 0
        start, end = _spread(text, Cast(one.sum, one.role, start, end), casts)
        return Payment(
            start, end, pence * times if pence and times else None, one.sum.claim, pence, times, to_many=_many(found)
        )
    start, end = _spread(text, Cast(one.sum, one.role, start, end), casts)
    if pence is not None and times > 1:
        return Payment(start, end, pence * times, one.sum.claim, times=1)
    return Payment(start, end, pence, one.sum.claim)


_GROUPS = re.compile(
    rf"(?:[a-z-]+\s+)*(?:{MANY}|parishes|units|troops|forces|districts|areas|applicants)",
    re.IGNORECASE,
)


def _many(found: re.Match[str] | None) -> bool:
    return found is not None and _GROUPS.fullmatch(found["noun"]) is not None


def _number(match: re.Match[str]) -> int:
    shown = match["number"].lower()
    return _OTHER_NUMBERS.get(shown) or number_of(shown)


def _spread(text: str, one: Cast, casts: Sequence[Cast]) -> tuple[int, int]:
    """Return the span of a sum with the side sums right beside it, and their brackets."""
    start, end = one.start, one.end
    for other in casts:
        if other.start >= end and other.role is not Role.NAME and other.role is not Role.AWARD:
            if _JOIN.fullmatch(text, end, other.start) is None:
                break
            end = other.end
    for other in reversed(casts):
        if other.end <= start and other.role is not Role.NAME and other.role is not Role.AWARD:
            if _JOIN.fullmatch(text, other.end, start) is None or ")" in text[other.start : start]:
                break
            if _LEANS.search(text, max(0, other.start - 12), other.start) is not None:
                break  # “running costs of £900 a year – £500”: what it is for, and no words of the sum
            start = other.start
    paid_in = _PAID_IN.match(text, end)
    return _bracketed(text, start, end if paid_in is None else paid_in.end())


_LEANS = re.compile(r"\b(?:of|costing|costs?|worth|at)\s+$")


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the bracket that was opened within it."""
    inside = text[start:end]
    if inside.count("(") > inside.count(")"):
        closing = text.find(")", end)
        if 0 <= closing - end <= 60:  # noqa: PLR2004 - a bracket of a few words
            end = closing + 1
    return start, end


def _added(text: str, parts: Sequence[Cast], casts: Sequence[Cast]) -> Payment:
    """Return the payment that several parts make together."""
    pence = [one.sum.pence for one in parts]
    known = [one for one in pence if one is not None]
    start, end = _spread(text, Cast(parts[0].sum, Role.PART, parts[0].start, parts[-1].end), casts)
    if len(known) < len(pence):
        return Payment(start, end, None, parts[pence.index(None)].sum.claim)
    return Payment(start, end, sum(known), None)


def _one_of(text: str, awards: Sequence[Cast], casts: Sequence[Cast]) -> Payment | None:
    """Return the total where one sum is that of all others of the line, or None."""
    pence = [one.sum.pence for one in awards]
    known = [one for one in pence if one is not None]
    if len(known) < len(pence):
        return None
    apart = _set_apart(text, awards, casts)
    if apart is not None:
        return apart
    if len(known) == 2:  # noqa: PLR2004 - one may be the other in parts, or in words
        return _in_parts(text, awards, casts)
    for number, whole in enumerate(known):
        if 2 * whole == sum(known) and number in {0, len(known) - 1}:
            start, end = awards[0].start, awards[-1].end
            inner = Cast(awards[number].sum, Role.TOTAL, start, len(text) if number == 0 else end)
            start, end = _spread(text, inner, casts)
            return Payment(start, end, whole, awards[number].sum.claim)
    return None


_MARKED_OFF = re.compile(r"(?:^|[-–—:=|\t\n]|\.{3,}|…|\s{3,})\s*$")
_CLOSED_OFF = re.compile(r"\s*(?:$|[-–—|\t\n]|[.;,]\s*(?:and\s*)?$)")


def _set_apart(text: str, awards: Sequence[Cast], casts: Sequence[Cast]) -> Payment | None:
    """Return the one sum that stands apart between marks, where the others stand in running words.

    In “Guides – £50 vouchers for families – £5,000” the vouchers are what the grant is for.
    """
    apart = [
        one
        for one in awards
        if _MARKED_OFF.search(text, max(0, one.start - 8), one.start) and _CLOSED_OFF.match(text, one.end)
    ]
    others = [one for one in awards if one not in apart]
    if len(apart) != 1 or any(_may_be_paid(text, one) for one in others):
        return None
    if any(one.start > apart[0].start for one in others):
        return None
    if any(one.sum.pence is not None and one.sum.pence > (apart[0].sum.pence or 0) for one in others):
        return None
    return _whole(text, apart[0], casts)


def _may_be_paid(text: str, one: Cast) -> bool:
    """Return whether a sum that does not stand apart may be what is paid: “– £500 for tents –”, no “– £50 vouchers –”."""
    if not _MARKED_OFF.search(text, max(0, one.start - 8), one.start):
        return False
    return _CLOSED_OFF.match(text, one.end) is not None or _PAID_FOR.match(text, one.end) is not None


_PAID_FOR = re.compile(r"\s*(?:for|to|towards?|and|in|from)\b|\s*[.,;(/&+|)]")


def _in_parts(text: str, awards: Sequence[Cast], casts: Sequence[Cast]) -> Payment | None:
    """Return the first of two sums where the other says in what parts it is paid: “£2,500 (two instalments of £1,250)”."""
    whole, part = awards
    before = _TIMES_BEFORE.search(text, whole.end, part.start)
    after = _TIMES_AFTER.match(text, part.end)
    times = _number(before) if before is not None else _number(after) if after is not None else 0
    if whole.sum.pence is None or part.sum.pence is None or part.sum.pence * times != whole.sum.pence:
        return None
    end = part.end if after is None or before is not None else after.end()
    start, end = _spread(text, Cast(whole.sum, Role.TOTAL, whole.start, end), casts)
    return Payment(start, end, whole.sum.pence, whole.sum.claim)


def _rated(text: str, one: Cast, casts: Sequence[Cast]) -> Payment:
    """Return the payment of a rate: times what it is paid for; None in pence where it does not say."""
    pence = one.sum.pence
    behind = _FOR_SO_MANY.match(text, one.end)
    if pence is not None and behind is not None and _same_unit(text[one.sum.end : one.end], behind["unit"]):
        return Payment(one.start, behind.end(), pence * _number(behind), one.sum.claim)
    start, end = _spread(text, one, casts)
    return Payment(start, end, None, one.sum.claim)


def _same_unit(rate: str, unit: str) -> bool:
    words = rate.lower().replace("/", " ").split()
    last = words[-1] if words else ""
    plain = unit.lower().rstrip("s")
    return last.rstrip("s").strip(".") == plain or (plain == "year" and last in _YEARLY)
