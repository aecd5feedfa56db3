"""Sentences beside a list that, by their own words, speak of something else: of another time, of another fund, of all funds.

“A year ago £32,505 was awarded to four groups.”, “Separately, the office gave £37,100 to seven projects through the Rural Crime
Fund.”, “Across all schemes 75 grants were made.”, “With the Rural Crime Fund, the total comes to £40,750.”: what they say may well
be near what the list comes to, and is none of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import funds_of
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPAN = r"(?:financial )?(?:years?|months?|quarters?|decades?|weeks?|fortnight|rounds?|meetings?)"
_MANY = rf"(?:an?|one|{TWO_TO_TWELVE}|[0-9]{{1,3}}|several|some|many|(?:a )?few)"
_TIMES = (
    rf"{_MANY} {_SPAN} (?:ago|before|earlier|previously|back)\b(?! us\b)",
    rf"the (?:\w+ )?{_SPAN} (?:before|earlier|previous)\b(?! us\b)",
    r"(?:this|that|the same|same) (?:time|day|week|month|quarter|period|point|stage|round|meeting)(?: of)? (?:the )?(?:last|previous|year before)\b",
    rf"(?:last|previous|preceding|prior|earlier) (?:\w+ )?(?:{_SPAN}|period|time|occasion|autumn|spring|summer|winter|programme|scheme|fund)\b",
    r"(?:corresponding|comparable|equivalent|matching) (?:\w+ )?(?:period|quarter|month|round|time|meeting|year)\b",
    r"(?:former|last|previous|outgoing|preceding) (?:police and crime )?(?:commissioner|pcc|pfcc|mayor|administration|chair)\b",
    r"predecessors?\b",
    r"(?:previously|formerly|historically|hitherto|in the past|years past|by (?:now|then)|until (?:now|then))\b",
    r"before (?:this|that|then|these|those)(?=[,.;]| (?:round|year|list|meeting)\b)",
    r"back in\b",
)
_ANOTHER_TIME = re.compile(rf"(?i)\b(?:{'|'.join(_TIMES)})")
_BESIDES = re.compile(
    r"(?i)^\W*(?:separately|independently|meanwhile|elsewhere|additionally|in (?:addition|parallel)|at the same time|"
    r"(?:quite )?(?:apart|aside|separate) from (?:this|these|that|those|the (?:fund|scheme|round|list|grants|awards)\w*)|"
    r"(?:besides|beyond|alongside|on top of|as well as|over and above|outside(?: of)?|further to) (?:this|these|that|those|(?:the|this|our|that) (?:[\w’'-]+ ){0,2}(?:fund|scheme|round|list|programme|process|grants|awards))\b|"
    r"(?:under|through|from|in|out of|via) (?:a|an|another|the other|our other)(?: (?:\w+))? ?(?:different|separate|other|second|further|parallel)? ?(?:\w+ )?(?:fund|scheme|pot|programme|budget|stream|exercise|process|round)\b)"
)
"""How a sentence opens that puts something beside what the paper lists."""
_PURSES = r"(?:funds|schemes|programmes|streams|pots|budgets|funding (?:rounds|routes|streams)|sources)"
_MAY_BE_LINES = frozenset(("schemes", "programmes"))
_ALL_FUNDS = re.compile(
    rf"(?i)\b(?P<each>all|both|every one)(?: of)?(?: (?:the|our|her|his|its|these|my|their))?(?: (?P<all>{TWO_TO_TWELVE}|[0-9]{{1,2}}))?(?: [\w’'-]+)? (?P<what>{_PURSES})\b"
    rf"|\b(?:the|our|her|his|its|my|these) (?P<many>{TWO_TO_TWELVE}|[0-9]{{1,2}})(?: [\w’'-]+)? (?P<which>{_PURSES})\b"
)
_ADDS = re.compile(
    r"(?i)^\W*(?:(?:together|along|taken|combined|added|adding|taken together|put together|put|counted) (?:with|to|in)|with|counting|including|adding|add|once|when|if|after|plus)\b"
    r"|\b(?:together with|including|along with|combined with|added to|counting|adding|plus)\b"
)
_OF_THOSE = re.compile(
    r"(?i)^\W*(?:they|these|those|it|this|here|details?|the (?!following\b)(?:\w+ )?(?:money|sum|amount|breakdown|details?|list|recipients?|winners|grants|awards|projects|groups) "
    r"(?:are|were|is|was|went|has|have|appear|follow)|a (?:full )?(?:list|breakdown|summary)|as follows|namely)\b"
)
"""How a sentence opens that goes on with what the one before it told."""
_PAID = re.compile(
    r"(?i)^\W*(?:(?:total|amounts?|sums?|value|already|of which) )*(?:paid|payments?|spent|claimed|drawn(?: down)?|released|invoiced|advanced)\b[^£.;]{0,30}£"
)
_HAS_BEEN_PAID = re.compile(
    r"(?i)£[0-9][0-9,.]*(?:k|m)? (?:has|have|had) (?:now |already |so far |since )?been (?:paid|drawn(?: down)?|claimed|released|spent)\b(?! to\b)"
)
_UNPAID = re.compile(
    r"(?i)\b(?:outstanding|unpaid|unspent|still to (?:pay|be paid|come)|to be paid|yet to|remain\w*|balance|due|unclaimed|left|owing)\b[^£.;]{0,30}£"
)


def is_told_apart(text: str, lead: str, heads: Iterable[str], lines: int, *, strands: bool) -> bool:
    """Return whether a sentence tells by its own words of another time than a list, of another fund, or of all funds.

    ``lead`` is the sentence that leads to the list, ``heads`` are the headings over it: words that stand there, too, tell of
    nothing else. ``lines`` is how many it has: “all four schemes” over four lines are these; where it has ``strands``, all funds
    may be those.
    """
    about = " ".join((lead, *heads))
    known = " ".join(words_of(about))
    if any(" ".join(words_of(match[0])) not in known for match in _ANOTHER_TIME.finditer(text)):
        return True
    own = funds_of([about])
    if any(one.endswith(other) or other.endswith(one) for one in funds_of([text]) for other in own):
        return False  # “Four Rural Crime Fund grants were made:” is of the Rural Crime Fund
    if _BESIDES.match(text) is not None:
        return True
    return not strands and (_is_of_all_funds(text, known, lines) or _adds_a_fund(text))


def is_of_what_was_paid(text: str) -> bool:
    """Return whether a sentence says how much has been paid out by now: “All have signed, and £5,000 has been paid.”."""
    return _HAS_BEEN_PAID.search(text) is not None


def is_of_payment(text: str, passage: str) -> bool:
    """Return whether a sentence gives what has been paid, in a passage that gives what has not: “Paid: £5,000. To be paid: £5,000.”."""
    return _PAID.match(text) is not None and _UNPAID.search(passage) is not None


def goes_on(lead: str) -> bool:
    """Return whether a sentence that leads to a list speaks of what the sentence before it told: “They are as follows:”."""
    return _OF_THOSE.match(lead) is not None


def _is_of_all_funds(text: str, known: str, lines: int) -> bool:
    for match in _ALL_FUNDS.finditer(text):
        said = match["all"] or match["many"]
        what = (match["what"] or match["which"]).casefold()
        if said is not None and number_of(said) == lines and what in _MAY_BE_LINES:
            continue
        if what in known.split():
            continue  # the list’s own word for its lines, or for its strands
        return True
    return False


def _adds_a_fund(text: str) -> bool:
    """Return whether a sentence puts a fund to what it sums up: “With the Rural Crime Fund, …”."""
    return any(funds_of([text[match.end() :].partition("£")[0]]) for match in _ADDS.finditer(text))
