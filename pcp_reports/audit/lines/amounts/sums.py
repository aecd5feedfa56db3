"""The sums of money in a line, each with where it stands, what it comes to, and the claim that is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pcp_reports import claims
from pcp_reports.claims import Claim, Kind, Unit
from pcp_reports.money import MOST
from pcp_reports.records import dataclass
from pcp_reports.words import holds_any

_PLAIN = re.compile(
    r"£[ \u00a0]?([1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,8})(\.[0-9]{2})?(?=$|[)\]\n\t;:]|[.,](?:\s+(?![0-9])|$)|\s+(?![0-9,.£]))"
)
_ODD_BEHIND = re.compile(
    r"[.,;:)\s]*(?:each|apiece|k\b|m\b|bn\b|mn\b|mil|million|thousand|billion|hundred|pounds?\b|plus\b|or\b|to\s+£|and\s+£|per\b|sterling"
    r"|a\s?piece|at (?:least|most)|approx|max|min|[-–—]\s?£)",
    re.IGNORECASE,
)
_ODD_BEFORE = re.compile(
    r"(?:\b(?:to|than|over|under|around|about|approximately|approx\.?|circa|c\.?|nearly|almost|some|least|most|roughly|excess\s+of|below"
    r"|above|between|exceeding|maximum(?:\s+of)?|max\.?|minimum(?:\s+of)?|close\s+to|just|only|further|another|estimated|each|upwards\s+of"
    r"|towards?|beyond|within|by|at|hyd\s+at|dros|tua|bron|from)|[~<>≈±+\-−/]|£)\s*$",
    re.IGNORECASE,
)
_TBC = re.compile(
    r"£\s?(?:tb[cad]\b|x{2,}\b|\?+|_+|\[[^\]]{0,20}\])"
    r"|\b(?:amounts?|sums?|figures?|awards?|funding|value|grants?|costs?)(?:\s+(?:is|are|still))*\s+(?:yet\s+)?(?:to\s+be\s+(?:confirmed|agreed"
    r"|determined|decided|finali[sz]ed|advised)|tb[cad]\b|not\s+yet\s+(?:confirmed|agreed|known|decided))"
    r"|(?<![\w])tb[cad](?=[\s.;,)]*$)|(?<=[-–—:,(\t])\s?to\s+be\s+(?:confirmed|agreed|determined)(?=[\s.;,)]*$)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"£\s?(?:0(?:\.00)?(?![0-9.,kKmM])|nil\b)|(?<=[-–—:;,\t])\s?nil(?=(?:\s+(?:award(?:ed)?|granted|approved))?[\s.;,)]*$)",
    re.IGNORECASE,
)
_BARE = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,8})(?:\.[0-9]{2})?"
_BARE_END = re.compile(
    rf"(?:(?P<mark>(?<![0-9])[-–—:,;(|\t=]|[-–—:,;(|\t=](?=\s)|\s{{2,}}|\.{{2,}}|…)[\s.]*|(?<=\s)|^)(?P<sum>{_BARE})[\s.;,)]*$"
)
_BARE_FRONT = re.compile(rf"^(?P<sum>{_BARE})(?=\s*(?:[–—:|\t]|-\s|\s{{2}})|\s+to\s)")
_EACH_GETS = re.compile(
    r"\beach\s+(?:(?:been|be|also|being|of\s+whom)\s+)*(?:awarded|receiv(?:ed?|es|ing)|given|granted|got|gets?|allocated|offered|provided\s+with|secured)"
    r"(?:\s+(?:an?|the|grants?|sums?|awards?|of|total))*\s*$|\beach\s+(?:of\s+|(?:totall?ing|worth|for)\s+)?$",
    re.IGNORECASE,
)
_BACK = 120  # characters before a sum in which “each” is looked for
_SAYS_EACH = ("each", "yr")
_EACH_BEHIND = re.compile(r"each|\s+yr\s+un\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_GLUED = re.compile(
    r"£\s?[0-9][0-9,]*(?:\.[0-9]+)?(?:k|mn?|bn)(?=(?:for|in|to|of|and|from|was|is|over|by|has|which|will|on|at|each)\b)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"\s*[(\[]\s*$")
_CLOSES = re.compile(r"\s*[)\]]")
_CHEAP = ("£", "gbp", "pound", "tbc", "tba", "nil", "to be confirmed", "to be agreed")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a text. ``pence`` is None where it is no plain sum (“up to £5,000”, “£TBC”, a misprint)."""

    start: int
    end: int
    pence: int | None
    claim: Claim | None = None
    each: bool = False


def speaks_of_money(text: str) -> bool:
    """Return whether a sum may stand in the text: a test that costs next to nothing."""
    if "£" in text:
        return True
    return holds_any(text.lower(), _CHEAP)


def sums_in(text: str, *, money: bool = False, locale: str = "en_GB") -> tuple[Sum, ...]:
    """Return the sums of a text in order. ``money``: a number without a pound sign is one, at its end or its front."""
    found: list[Sum] = []
    if speaks_of_money(text):
        found = _plain_sums(text) or _all_sums(text, locale)
    if not found and money:
        found = _bare_sums(text)
    if found and holds_any(text.lower(), _SAYS_EACH):
        found = [
            replace(one, each=True)
            if _EACH_BEHIND.match(text, one.end) or _EACH_GETS.search(text, max(0, one.start - _BACK), one.start)
            else one
            for one in found
        ]
    return tuple(found)


def _plain_sums(text: str) -> list[Sum]:
    """Return the sums where every pound sign begins an amount in full between words that mean nothing to it."""
    if holds_any(text.lower(), _CHEAP[1:]):
        return []
    found = []
    at = text.find("£")
    while at >= 0:
        match = _PLAIN.match(text, at)
        if match is None or _ODD_BEHIND.match(text, match.end()) or _ODD_BEFORE.search(text, max(0, at - 20), at):
            return []
        whole, part = match.groups()
        value = Decimal(whole.replace(",", "") + (part or ""))
        step = Decimal("0.01") if part else Decimal(1)
        claim = Claim(match[0], Kind.EXACT, Unit.MONEY, value, value, value, step, start=match.start(), end=match.end())
        found.append(Sum(match.start(), match.end(), _pence(value), claim))
        at = text.find("£", match.end())
    return found


def _all_sums(text: str, locale: str) -> list[Sum]:
    """Return the sums as the claims engine reads them, with those that are still open."""
    parted, glued = _NEXT_ITEM.sub("|", text), []
    for match in _GLUED.finditer(parted):  # “£2.5mfor”, as the text of a PDF drops the blank
        claim = replace(claims.read(match[0]), start=match.start(), end=match.end())
        glued.append(_of_claim(claim))
    if glued:
        parted = _GLUED.sub(lambda match: "\ufffc" * len(match[0]), parted)
    told = [claim for claim in claims.find(parted, locale) if claim.unit is Unit.MONEY]
    dashes = [at for claim in told if (at := _dash_between(parted, claim)) > 0]
    if dashes:
        parted = "".join("\ufffc" if at in dashes else char for at, char in enumerate(parted))
        told = [claim for claim in claims.find(parted, locale) if claim.unit is Unit.MONEY]
    found = _without_words(text, sorted([*glued, *map(_of_claim, told)], key=lambda one: one.start))
    for pattern in (_TBC, _NONE):
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                found.append(_open_sum(match, nothing=pattern is _NONE))
            else:
                found = [
                    _open_sum(match, nothing=True) if _covers(one, match) and pattern is _NONE else one for one in found
                ]
    found = [replace(one, pence=None) if one.pence and _BROKEN.match(text, one.end) else one for one in found]
    return sorted(found, key=lambda one: one.start)


_BROKEN = re.compile(r" [0-9]{2,3}[\s.;)]*$")
"""What is left of a sum that a blank breaks in two: “£4 00” is no £4."""


def _without_words(text: str, found: list[Sum]) -> list[Sum]:
    """Return the sums without those that say in words, in brackets, what stands before them: “£500 (five hundred pounds)”."""
    kept: list[Sum] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and one.pence is not None
            and one.pence == last.pence
            and "£" not in text[one.start : one.end]
        ):
            closes = _CLOSES.match(text, one.end)
            if closes is not None and _IN_WORDS.fullmatch(text, last.end, one.start):
                kept[-1] = replace(last, end=closes.end())
                continue
        kept.append(one)
    return kept


_NEXT_ITEM = re.compile(r"(?<=[0-9])[\n\t](?=[kmb]\b)", re.IGNORECASE)
"""Where the next line begins with a letter that may be read as a scale: “£350” and “b) Guides” are no billions."""


def _dash_between(text: str, claim: Claim) -> int:
    """Return where a dash stands that divides the parts of a line rather than the ends of a range; -1 where none does.

    “– two instalments of £3,000 – £6,000” is no range; “– £3,000 – £6,000” may be one.
    """
    if claim.kind is not Kind.RANGE:
        return -1
    dash = _SPACED_DASH.search(claim.text)
    if dash is None or _PART_BEGINS.search(text, max(0, claim.start - 6), claim.start):
        return -1
    return claim.start + dash.start(1)


_SPACED_DASH = re.compile(r"\s([-–—])\s")
_PART_BEGINS = re.compile(r"(?:^|[-–—:|\t\ufffc(,;])\s*$")


def _covers(one: Sum, match: re.Match[str]) -> bool:
    return one.start <= match.start() and one.end >= match.end()


def _open_sum(match: re.Match[str], *, nothing: bool) -> Sum:
    shown = match[0].strip()
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    if nothing:
        zero = Decimal(0)
        claim = Claim(shown, Kind.EXACT, Unit.MONEY, zero, zero, zero, Decimal(1), start=start, end=match.end())
        return Sum(start, match.end(), 0, claim)
    claim = Claim(
        shown, Kind.INVALID, Unit.MONEY, start=start, end=match.end(), reason="the amount is still to be confirmed"
    )
    return Sum(start, match.end(), None, claim)


def _of_claim(claim: Claim) -> Sum:
    plain = claim.kind is Kind.EXACT or (claim.kind is Kind.ROUNDED and not claim.hedge)
    pence = _pence(claim.value) if plain and claim.value is not None else None
    return Sum(claim.start, claim.end, pence, claim, claim.each)


def _pence(value: Decimal) -> int | None:
    """Return the pounds in pence, or None where they are no whole pence or out of bounds."""
    pence = value.scaleb(2)
    return int(pence) if pence == pence.to_integral_value() and 0 <= pence <= MOST else None


def _bare_sums(text: str) -> list[Sum]:
    """Return the number that a money heading makes an amount, behind the words or in front of them."""
    match = _BARE_FRONT.match(text) or _BARE_END.search(text)
    if match is None:
        return []
    shown = match["sum"]
    alone = text.strip(" .;,") == shown
    marked = alone or match.groupdict().get("mark") or match.re is _BARE_FRONT
    if not marked and (len(shown) < len("100") or _YEAR.fullmatch(shown)):
        return []  # “4 Me 2”, “Project 2000”
    return [bare_sum(text, *match.span("sum"))]


def bare_sum(text: str, start: int, end: int) -> Sum:
    """Return the number that stands there as a sum in pounds."""
    shown = text[start:end]
    value = Decimal(shown.replace(",", ""))
    step = Decimal("0.01") if "." in shown else Decimal(1)
    claim = Claim(shown, Kind.EXACT, Unit.MONEY, value, value, value, step, start=start, end=end)
    return Sum(start, end, _pence(value), claim)
