"""Whether a figure beside a list is said of something else in the very sentence: of one body, of those who applied, of a pot."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import is_swapped
from pcp_reports.stated.vocabulary import COUNTED
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.said import Said
    from pcp_reports.stated.assertion import Assertion

_TO_ONE = re.compile(
    r"\s*(?:(?:was|has been|is|will be) )?(?:(?:awarded|given|granted|provided|allocated|paid|going|went) )?(?:to|for) "
    r"(?:the )?((?:[A-Z][\w’'&.-]*)(?: (?:of|and|for|the|&|[A-Z][\w’'&.-]*))*)((?: \w+){0,3})"
)
_ASKED_FOR = re.compile(
    r"(?i)(?: \w+){0,3}? (?:who |that |which |had |have |has |were |was )*(?:applied|asked|bid|submitted|requested|expressed|considered|invited|apply|bidding|"
    r"applying|shortlisted|assessed|received by)\b"
)
_DEALT_WITH = re.compile(
    r"(?i)\b(?:(?:visits?|visiting|trips?|letters?|e-?mails?|calls?|presentations?|pitches|talks?|conversations?|discussions?|meetings?|meeting|interviews?|"
    r"talking|speaking|listening|writing) (?:to|with|by|from)|(?:interest|enquiries|inquiries|requests|applications|bids|submissions|expressions of interest|"
    r"proposals) (?:\w+ )?(?:by|from|of)|visited|interviewed|met|consulted|asked|invited)"
    r"(?: \w+){0,1} ?$"
)
_WON = re.compile(r"(?i)\b(?:successful\w*|won|winning)\b")
_BEFORE_ALL = re.compile(
    r"(?:Following|After|Further to|Building on|In addition to|As well as|On top of|Despite|Having|While|Whilst|Although|Alongside|Besides|"
    r"Apart from|With)\b"
)
_OF_THE = re.compile(r"(?i)\W*(?:of|from|out of) (?:the|his|her|our|its|this|a)(?: total)?(?: of)? ")
_AWARDED = re.compile(r"(?i)\s*(?:that (?:was|has been|the \w+) )?(?:awarded|granted|given|distributed|paid|gave)\b")
_OF_THEM = re.compile(r"(?i)\b(?:of them|of these|of those|of which|of whom|one of|two of|three of|four of)\b")
_TOLD = re.compile(
    r"(?i)\b(?:total\w*|awarded|granted|given|gives?|gave|hands?|handed|shared?|projects?|grants?|awards?|worth|cyfanswm|goes|for|boost)\b"
)
_FOR_A_TIME = re.compile(r"(?i)\bfor (?:\w+ ){1,2}(?:years?|months?|quarters?|terms?)\b")
_FROM = re.compile(r"(?i)^[^£]*£\S+ (?:from|to)\b")
_ROUND_POUNDS = 1000
_FEW_DIGITS = 2


def is_of_something_else(claim: Assertion) -> bool:
    """Return whether the words right by a figure say that it is another's: one body's, or that of a clause put in front."""
    total, count = claim.total_said, claim.count_said
    if total is not None and (_is_to_one_body(total) or _stands_in_front(total) or _is_pot(total)):
        return True
    return count is not None and (_is_of_bidders(count) or _stands_in_front(count))


def is_of_one_body_or_pot(said: Said) -> bool:
    """Return whether a sum went to somebody named, or is what there was to give."""
    return _is_to_one_body(said) or _is_pot(said)


def without_bidders(claim: Assertion) -> Assertion:
    """Return a claim without its number, where that is one of those who applied."""
    if claim.total is not None and claim.count_said is not None and _is_of_bidders(claim.count_said):
        return replace(claim, count=None, count_said=None)
    return claim


def _is_to_one_body(said: Said) -> bool:
    """Return whether a sum went to somebody named: “£20,000 to the Youth Justice Service”, not “to Burnley projects”."""
    match = _TO_ONE.match(said.behind)
    if match is None:
        return False
    return COUNTED.isdisjoint(words_of(match[2])) and COUNTED.isdisjoint(words_of(match[1])[-1:])


def _is_pot(said: Said) -> bool:
    """Return whether a sum is what there was to give: “Of the £25,000 in the fund, …”, not “Of the £25,000 awarded”."""
    return _OF_THE.fullmatch(said.before) is not None and _AWARDED.match(said.behind) is None


def _is_of_bidders(said: Said) -> bool:
    """Return whether a number is one of those who applied, or were considered."""
    if _DEALT_WITH.search(said.before.rstrip() + " ") is not None:  # “made after visits to five groups”
        return True
    noun = said.claim.noun
    behind = said.behind
    rest = behind[behind.find(noun) + len(noun) :] if noun and noun in behind else behind
    asked = _ASKED_FOR.match(rest)
    if (
        asked is not None and _WON.search(asked[0]) is not None
    ):  # “the six projects successful in their bid for funding”
        asked = None
    return asked is not None or _OF_THEM.search(said.sentence.text) is not None


def _stands_in_front(said: Said) -> bool:
    """Return whether a figure stands in a clause before the sentence proper: “Following round 1, in which £5 was …, …”."""
    text = said.sentence.text.lstrip()
    return _BEFORE_ALL.match(text) is not None and "," in said.behind and not text.startswith("Since")


def may_be_pot(claim: Claim, words: str, over: int) -> bool:
    """Return whether a heading's sum may be what there was to give: a round sum, more than was given, without a word of giving.

    ``over`` is what the lines come to, in pence.
    """
    if _TOLD.search(_FOR_A_TIME.sub(" ", words)) or _FROM.search(words):
        return False
    value = claim.value or Decimal(0)
    if is_swapped(int(value * 100), over, _FEW_DIGITS):
        return False  # £81,000 over lines that come to £18,000
    return value % _ROUND_POUNDS == 0 and value * 100 >= over
