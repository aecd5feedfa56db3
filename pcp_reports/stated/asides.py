"""Asides in a sentence about grants: what was applied for, what there was to give, what is left, what others put in.

“The Commissioner awarded £17,600 to three projects (of 27 that applied, asking for £131,000), leaving £32,400 in the fund”
gives one total. The rest is set aside, and with it the words that would leave open what the sentence speaks of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcp_reports.said import Sentence

_SUM = r"£\s?[0-9][0-9,.]*[0-9](?:\s?(?:k|m|million))?\b"
_SOME = r"(?:(?:a total of|in total|over|some|around|about|more than|nearly|almost|just (?:over|under)) )?"
_NUMBER = r"(?:[0-9][0-9,]*|[a-z]+(?:-[a-z]+)?)"
_BIDS = r"(?:bids|applications|requests|proposals|applicants|expressions of interest)"
_WORTH = r"(?:worth|totalling|valued at|for|seeking|asking for|requesting|amounting to|with a (?:total )?value of|to the value of)"
_IN_ALL = r"(?: in (?:total|all)| altogether)?"
_ASIDES = (
    # in brackets: “(of 27 that applied, asking for £131,000)”, “(£21,400 had been requested)”
    r"\([^()]{0,200}\b(?:requested|applied|asked|asking|sought|bids?|applications?|match\w*|budget|available|remaining|left|previous\w*)\b[^()]{0,200}\)",
    # what is left: “, leaving £32,400 in the fund”, “with £7,000 still to give”
    rf"[,;]?\s(?:and |thereby |thus ){{0,2}}(?:leaving|which (?:leaves|left|will leave)|and (?:leaves|left))\b[^.;:£]{{0,40}}{_SUM}[^.;:,]{{0,60}}",
    rf"[,;]?\swith {_SOME}{_SUM} (?:remaining|left|still|unallocated|uncommitted|unspent|to be|carried)\b[^.;:,]{{0,60}}",
    # what was applied for: “received bids worth £131,000 and”, “asking for £131,000”
    rf"(?:\b(?:received|considered|assessed|reviewed|after|from|of) )?(?:a total of )?(?:{_NUMBER} )?{_BIDS} (?:(?:were )?received,? )?{_WORTH} {_SOME}{_SUM}{_IN_ALL}(?: (?:were|was) received)?(?:,? and\b)?",
    rf"(?:\b{_NUMBER} (?:\w+ ){{1,2}})?(?:\b(?:that|who|which) )?(?:had )?\b(?:asked|asking|applied|applying|bid|bidding|requested|requesting|sought|seeking)(?: for)? {_SOME}{_SUM}{_IN_ALL}",
    rf"{_SUM} (?:had been|has been|was|were) (?:requested|sought|asked for|applied for|bid for)\b",
    rf"\b(?:of|from|out of) (?:the |a total of )?{_NUMBER} (?:\w+ ){{0,2}}(?:that|who|which) (?:applied|bid|asked)\b",
    rf"\b(?:of|from|out of) (?:the |a total of )?{_NUMBER} (?:\w+ )?{_BIDS}(?: received)?\b",
    # what each gets, beside what they get in all: “six grants of £2,500 each, £15,000 in all”
    rf"\b(?:of|at|worth) {_SUM} (?:each|apiece)\b",
    rf"\beach (?:of (?:them|these|which) )?(?:(?:will |has |have |was |were )?(?:be |been )?(?:receiv\w+|gets?|got|given|awarded|granted)) (?:a grant of )?{_SUM}",
    rf"{_SUM} (?:to|for) (?:each|every) (?:of (?:the|these) )?[a-z]+(?: (?:[a-z]+|in 20[0-9/]+)){{0,2}}(?=,)",
    # what there was to give: “from a budget of £50,000”, “of the £50,000 available”
    rf"\b(?:from|out of|against|within) (?:a|an|the|its|our|his|her|this)(?: [\w’']+){{0,3}} (?:budget|pot|fund|allocation) of {_SUM},?",
    rf"\b(?:from|out of|of) (?:a|the|its|our|his|her) {_SUM} (?:available|budget|pot|set aside|on offer|to give)\b,?",
    rf"[,;]?\s(?:so |which is |and )?(?:well |just |still )?(?:inside|within|under|below) (?:the|our|a|its|his|her) {_SUM}[^.;:,]{{0,40}}",
    # what others put in: “match funding of £22,000 was brought in”
    rf"\b(?:match(?:ed)?[ -]?funding|in[ -]kind support|(?:further|other|additional) funding) (?:of|worth|totalling) {_SOME}{_SUM}[^,.;:]{{0,60}}",
    rf"[,;]?\s(?:attracting|levering(?: in)?|leveraging|matched by|which (?:attracted|brought in|levered))\b[^,.;:£]{{0,40}}{_SUM}[^,.;:]{{0,60}}",
)  # fmt: skip


@cache
def _asides() -> tuple[re.Pattern[str], ...]:
    """Return the expressions, compiled when the first sentence with several figures is read."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ASIDES)


def without_asides(sentence: Sentence) -> Sentence:
    """Return a sentence with its asides blanked out, each character by a blank, and the figures in them left out.

    Where nothing but asides gives a figure, the sentence is returned as it is: it speaks of those alone.
    """
    if len(sentence.claims) < 2:  # noqa: PLR2004 - an aside, and what it stands beside
        return sentence
    text = sentence.text
    for pattern in _asides():
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    if text == sentence.text:
        return sentence
    kept = tuple(
        one for one in sentence.claims if not text[one.start - sentence.start : one.end - sentence.start].isspace()
    )
    return replace(sentence, text=text, claims=kept) if kept else sentence
