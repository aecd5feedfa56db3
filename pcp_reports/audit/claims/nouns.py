"""Numbers that can count nothing but the lines of a list, whatever their noun: “the 14 villages that will get grants are:”.

Two things tell it. The number is the only one of a sentence that leads to the list and speaks of giving, its noun is who gets
or what is given, and it is near the number of lines. Or it stands right before a sum, “six items, totalling £9,150”, and one
of the two is the list's own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import begins, is_dealt_out, is_of_bodies, names_one_more
from pcp_reports.audit.words.doubt import ends_in_colon
from pcp_reports.audit.words.figures import is_near_number, is_to_the_penny, numbers_of
from pcp_reports.audit.words.grant_words import gives, of_other_money, strength
from pcp_reports.audit.words.pairs import is_of_giving
from pcp_reports.audit.words.phrases import COMES_TO, HEDGED
from pcp_reports.claims import Kind, Unit
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.vocabulary import NOT_AWARDED
from pcp_reports.stated.words import Counts, what_it_counts, words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence
    from pcp_reports.stated.assertion import Assertion

RECIPIENT = "recipient "
"""Put before a noun of which the text says that they get the grants, so that they count as recipients."""
SUCCESSFUL = "successful grants "
"""Put before “applications” of which the text says that they were funded, and before what lines are called, so that they count grants."""
_FEWEST = 3
_TOTALLING = re.compile(
    rf"(?i)(?: (?:of|for) \w+(?: \w+)?)?[\s,(–-]*(?:which |that )?(?:totall?(?:ing|ed)|{COMES_TO}|to (?:the|a) (?:total )?value of|with a (?:total )?value of|"
    rf"at a (?:total )?cost of) {HEDGED}£"
)
_PLACED = re.compile(
    r"(?i)\b(?:in|across|over|within|during|from|of|at|by|for|into|throughout|around|on|after|under)(?: the| all| these| its| our)?\s+$"
)
_GETTERS = word_set("winners recipients grantees awardees")
_GETS = re.compile(
    r"(?i)\s*(?:(?:that|which|who|to|will|have|has|had|all|now|each|also|are|were|be|been|being) )*(?:(?:receiv|get|got|benefit|shar|success)\w*|"
    r"(?:are|were|be|been|being) (?:\w+ly |now |all )?(?:award|giv|grant|fund|support|chosen|select|back|approv|agreed|offer|hand|help|boost)\w*|"
    r"(?:awarded|given|granted|funded|supported|chosen|selected|backed|approved|agreed|offered|helped)(?= (?:this|last|in|by|from|through|so|are|were|with)\b|:))"
)
_GIVEN_TO = re.compile(
    r"(?i)\b(?:(?:fund|support|help|back|approv|award|sponsor|boost|benefit)(?:e?d|s|ing)?|chose|chosen|selected|agreed|to|between|among|amongst)"
    r"(?: (?:the|these|following|a total of|all))*\s+$"
)
_IN_THE_END = re.compile(
    r"(?i)(?:(?!\b(?:the following|these|those|they|of them|not|only|some|(?:and|plus) (?:one|an?|another))\b)[^.;:£]){0,160}?\b(?:have|has|had|were|was|are|been|be|will)(?: \w+ly| all| now| then| each)?"
    r" (?:be )?(?:been )?(?:given|awarded|funded|granted|offered|supported|selected|chosen|received?|shared?|benefit\w*|got|won)\b"
)
"""“Six charities that look after victims have been given:”, behind the number that the sentence begins with."""
_LIST_OF = re.compile(r"(?i)\b(?:list|table|schedule|details|names)\s+(?:of\s+)?(?:the\s+)?$")
_NOT_LINES = word_set(
    "people residents pupils children students volunteers hours days weeks months years meetings members councillors wards areas officers households"
    " homes jobs places pages themes priorities categories criteria types kinds strands parts rounds phases tranches stages ways sources objectives aims"
    " families adults victims patients sessions visits miles acres figures sums quarters funds pots streams instalments payments times minutes points"
    " reasons questions steps elements tasks recommendations resolutions users visitors participants beneficiaries readers customers staff"
)


def noun_of_lines(sentence: Sentence, claim: Claim, lines: int, pence: int, *, leads: bool) -> str:
    """Return the noun of a number as one that counts grants, where it can count nothing but the lines of the list; else its own.

    What stands before such a noun (“six *youth* clubs”) is then no narrower than the list beneath it.

    ``lines`` and ``pence`` are what the list has and comes to; ``leads``: the sentence leads to it.
    """
    noun = words_of(claim.noun)
    if lines < _FEWEST - 1 or claim.kind is not Kind.EXACT or not noun or not NOT_AWARDED.isdisjoint(noun):
        return claim.noun
    known = what_it_counts(claim)
    if (
        leads
        and known is not Counts.GRANTS
        and _LIST_OF.search(sentence.text[: claim.start - sentence.start]) is not None
    ):
        return SUCCESSFUL + claim.noun if _is_near(claim, lines) else claim.noun
    if known is Counts.GRANTS or noun[-1] in _NOT_LINES or not (known or noun[-1].endswith("s")):
        return claim.noun
    if known is None and _totals_it(sentence, claim, lines, pence):
        return SUCCESSFUL + claim.noun
    them = _tells_of_them(sentence, claim, lines) or (leads and _leads_to_them(sentence, claim, lines))
    return RECIPIENT + claim.noun if them else claim.noun


def _tells_of_them(sentence: Sentence, claim: Claim, lines: int) -> bool:
    """Return whether a sentence begins with a number of bodies, near that of the lines, and says what came to them."""
    return (
        begins(sentence.text[: claim.start - sentence.start])
        and not names_one_more(sentence.text[claim.end - sentence.start :])
        and is_of_bodies(claim)
        and is_dealt_out(sentence.text)
        and _is_near(claim, lines)
    )


def as_led(claim: Assertion, *, own: bool, doubtful: bool) -> Assertion:
    """Return a claim as firm that is a number of those who get the grants of the list that its sentence leads to (``own``).

    By what its noun is narrowed, the list beneath it is as well. Where the sentence may speak of other money, too, only the
    length of the list is sure.
    """
    led = own and (_is_length(claim) if doubtful else _counts_lines(claim))
    return replace(claim, firm=True) if led else claim


def _counts_lines(claim: Assertion) -> bool:
    """Return whether a claim is a number alone, which `noun_of_lines` found to count who gets the grants of a list."""
    return claim.total is None and claim.count is not None and claim.count.noun.startswith(RECIPIENT)


def _is_length(claim: Assertion) -> bool:
    """Return whether a sentence says how long the list is that it leads to: “the following is a list of 12 areas …”."""
    said = claim.count_said
    return (
        claim.total is None
        and said is not None
        and said.claim.noun.startswith(SUCCESSFUL)
        and _LIST_OF.search(said.before) is not None
    )


def _totals_it(sentence: Sentence, claim: Claim, lines: int, pence: int) -> bool:
    """Return whether a number of things stands right before the sum of them, and one of both is the list's."""
    behind = sentence.text[claim.end - sentence.start :]
    at = behind.find(claim.noun)
    if at < 0 or _TOTALLING.match(behind[at + len(claim.noun) :]) is None:
        return False
    total = next((one for one in sentence.claims if one.start >= claim.end and one.unit is Unit.MONEY), None)
    if total is None or total.kind is not Kind.EXACT:
        return False
    return is_to_the_penny(total, pence) or (claim.value == lines and lines >= _FEWEST)


def _get_them(text: str, claim: Claim, start: int) -> bool:
    """Return whether those that a number counts are said to get something: by their name, by what follows, by what stands before."""
    if words_of(claim.noun)[-1] in _GETTERS:
        return True
    before, behind = text[: claim.start - start], text[claim.end - start :]
    at = behind.find(claim.noun)
    if at >= 0 and _GETS.match(behind[at + len(claim.noun) :]) is not None:
        return True
    if begins(before) and _IN_THE_END.match(behind) is not None:
        return True
    return _GIVEN_TO.search(before) is not None


def _leads_to_them(sentence: Sentence, claim: Claim, lines: int) -> bool:
    """Return whether the only number of a sentence that leads to a list by a colon is near that of its lines, and of who gets them."""
    text = sentence.text
    if (
        len(numbers_of(sentence)) != 1
        or not ends_in_colon(text)
        or _PLACED.search(text[: claim.start - sentence.start])
    ):
        return False
    if (
        not (strength(text) or gives(text) or is_of_giving(sentence))
        or of_other_money(text)
        or not _get_them(text, claim, sentence.start)
    ):
        return False
    return _is_near(claim, lines)


def _is_near(claim: Claim, lines: int) -> bool:
    """Return whether a number is that of the lines, or missed by one, of many by a few."""
    return claim.value == lines or (lines >= _FEWEST and is_near_number(int(claim.value or 0), lines))
