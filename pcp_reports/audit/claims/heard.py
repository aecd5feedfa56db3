"""A claim as an audit hears it: with where it stands, and with numbers of what was funded counting grants."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import begins
from pcp_reports.audit.claims.nouns import RECIPIENT, SUCCESSFUL, noun_of_lines
from pcp_reports.audit.words.as_many import receives
from pcp_reports.audit.words.kinds import MANY, MANY_OR_GIFTS
from pcp_reports.audit.words.phrases import HEDGED
from pcp_reports.claims import Kind, Unit, read
from pcp_reports.judging import judge
from pcp_reports.records import dataclass
from pcp_reports.said import Said
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.vocabulary import NOT_AWARDED
from pcp_reports.stated.words import Counts, what_it_counts, words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence

_DONE = re.compile(
    r"(?i)\s*(?:of (?:these|those|them|which|whom)\s+)?(?:have |has |had |be |were |was |are |is |being |been )*"
    r"(?:recently |since |now |all )?(?:(?:successful|funded|awarded|supported|approved|agreed|granted|benefited|benefitted|received|selected)\b|"
    r"recommended (?:to \w+ )?for (?:\w+ )?(?:funding|approval|support|an? (?:grant|award)|grants|awards)\b)"
)
_CAME_IN = re.compile(r"(?i)\s*(?:(?:have|has|had|were|was|been) )*received\b")  # “8 applications were received”
_BROUGHT_IN = re.compile(
    r"(?i)\s*(?:in all |in total )?(?:(?:have|has|had|were|was|been) )*(?:were|was|been) received\b"
)
"""Behind a number alone, “Nine were received”: bids, whatever the sentence before calls them."""
_AT_LAST = re.compile(
    r"(?i)(?:(?!\b(?:received|considered|submitted|assessed|made|invited|lodged|put in|scored|shortlisted|came in|the following|these|those|they|which|of them|not|"
    r"declined|refused|rejected|turned|only|some|(?:and|plus) (?:one|an?|another))\b)[^.;:,£]){0,160}?\b(?:have|has|had|were|was|are|been|be)(?: \w+ly| all| now| then| each)? (?:been )?"
    r"(?:given|awarded|funded|approved|granted|offered|supported|selected|chosen|agreed|successful)\b"
)
"""“Six bids for funding met all criteria and have been given grants as follows:”, behind the number."""
_END = re.compile(
    r"(?i)\s*(?:more|others?|further|additional|new ones?|of them|in all|in total|schemes?)?\s*[\ufffc:]*\s*\.?\s*(?=$|:|\ufffc)"
)
_OF_MANY = re.compile(
    r"(?i)(?:\b(?:grants|awards|donations|payments|gifts)\b(?: to the (?:total )?value)?|\bcost to the [^.:;£]{0,50}?) (of) $"
)
_AWARD_OF = re.compile(r"(?i)\b(?:award|allocation) (of) $")
_TO_SEVERAL = re.compile(rf"(?i) to (?:the )?(?:[a-z]+|[0-9]{{1,3}}) (?:\w+ ){{0,2}}(?:{MANY})\b")
_OF_THE = re.compile(r"(?i)\bof (the) $")
_WON_BIDS = re.compile(
    r"(?i)(\b(?:successful )?(?:bids|applications|requests)(?: (?:of|for|worth|totalling|valued at))) "
    rf"({HEDGED}£[0-9][0-9,.]*\s?(?:k|m|million|thousand)?)"
    r"(?= (?:(?:have|has|had|were|was|been|all|now) )*(?:came through|come through|succeeded|(?:been )?successful|approved|agreed|granted|funded|awarded|supported|won)\b)"
)
"""“Bids of £48,000 came through”: what was asked for in them is what was given."""
_GIVEN_OUT = re.compile(r"(?i) (?:awarded|granted|given|allocated|distributed|approved)\b")
_NUMBER_OF = re.compile(
    r"(?i)\bnumber of (?:successful )?(?:grants|awards|projects|recipients|donations|organisations|groups)"
    r"(?: (?:awarded|made|given|funded|approved|supported))?(?:\s*[:=–-]\s*| (?:is|was) )$"
)
# “advised of the following six grants”, “a report of the six grants”: of those, not of some of them
_OF_THOSE = re.compile(
    r"(?i)(?:\b(?:(?:advis|inform|notif|remind|appris)\w*(?: [\w’']+){1,4}|told(?: [\w’']+){1,3}|details|list|summary|report|note[ds]?|notice|"
    r"schedule|approval|award|awarding|payment|receipt) (of)(?: the| these)?|\b(of) (?:the|these) following)\s+$"
)
# “four South Shore youth projects”, “ten sports and leisure clubs”: what is counted comes last
_LONG_NOUN = re.compile(
    r"\s*((?:(?!(?:in|of|from|to|for|by|with|at|on|over|are|is|was|were|be|has|have|had|will|can|who|that|which|the|a|an|its|their|or|per|each|more|other)\b)"
    rf"[\w’'&-]+ ){{1,5}}?)(?:{MANY_OR_GIFTS})\b"
)
_EACH_TO = re.compile(r"(?i)(?<=each)(?= (?:to|for) )|\s+(?:each|apiece)(?= (?:to|for) )")
_MOST_FIGURES = 40
_PARTED = re.compile(r",\s(?=[0-9]{3}\b)")
_BIDS = frozenset(("bids", "applications", "applicants", "requests", "bid", "application"))


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with where it stands: the passage and the place in its text. ``leading``: the sentence leads to the list.

    ``row``: it stands in the list itself, as a row or line of totals; ``holds``: its sentence holds the list, or the right sums
    of all its strands; ``back``: it
    sums the list up from behind, or points to it from afar; ``running``: its words leave it open whether it runs over more
    than the list (“Total to date”), so that it is accused only where a slip explains it; ``plain``: no word of its sentence
    could mean other grants than those of the list; ``afar``: it stands in another part of the paper; ``vouched``: another
    figure of the paper, which is the list's, leaves no doubt that this one is meant to be; ``bare``: nothing
    but its being the list's very figure says that it is meant, so that it vouches for no other; ``around``: its sentence, the
    one that holds the list and the one that sums it up end a paragraph; ``whole``: it stands beside the list, and its sentence points
    to all of it or gathers it.
    """

    claim: Assertion
    passage: int
    offset: int = 0
    leading: bool = False
    row: bool = False
    heading: bool = False
    holds: bool = False
    back: bool = False
    running: bool = False
    plain: bool = False
    afar: bool = False
    vouched: bool = False
    bare: bool = False
    around: bool = False
    whole: bool = False

    @property
    def tied(self) -> bool:
        """Return whether its words or its place tie it to the list, so that it can hardly speak of another."""
        return self.leading or self.row or self.heading or self.holds or self.back or self.vouched


def alone(claim: Claim, sentence: Sentence) -> Assertion:
    """Return one figure of a sentence as a claim of its own, whatever else stands there."""
    said = Said(claim, sentence)
    if claim.unit is Unit.MONEY:
        return Assertion(total=claim, total_said=said)
    return Assertion(count=claim, counts=what_it_counts(claim) or Counts.RECIPIENTS, count_said=said)


def heard_sentence(
    sentence: Sentence, most: Decimal, *, own: bool, as_many: bool = False, size: tuple[int, int] = (0, 0)
) -> Sentence:
    """Return a sentence as an audit hears it: numbers of what was funded count grants, “grants of £10,575” is a total.

    “Grants of” may also give the size of each; it cannot where the sum is larger than the largest grant.
    ``as_many``: it gives a sum to as many as the list has lines, so that councils and boroughs are recipients, too.
    ``size``: how many lines the list has and what they come to in pence, by which a number of anything may be theirs.
    """
    if len(sentence.claims) > _MOST_FIGURES:
        return sentence  # no sentence about a list, but the list itself
    text, made = _WON_BIDS.sub(lambda match: " " * len(match[1]) + " " + match[2], sentence.text), []
    for claim in sentence.claims:
        start, end = claim.start - sentence.start, claim.end - sentence.start
        if claim.unit is Unit.COUNT and claim.kind is not Kind.INVALID:
            noun = (
                "grants"
                if _NUMBER_OF.search(text[:start])
                else _noun(
                    claim,
                    text[end:],
                    own=own,
                    as_many=as_many and claim.value == size[0],  # “to four projects across three districts”: not these
                    first=own and begins(text[:start]),
                )
            )
            if noun == claim.noun:
                noun = noun_of_lines(sentence, claim, *size, leads=own)
            those = _OF_THOSE.search(text[:start])
            if those is not None:
                text = _blanked(text, *(those.span(1) if those[1] else those.span(2)))
            made.append(replace(claim, noun=noun))
            continue
        each = _EACH_TO.match(text, end) if claim.unit is Unit.MONEY else None
        if each is not None:  # “£100 each to ten groups” gives their number alone
            text = _blanked(text, start, each.end())
            continue
        if claim.kind is Kind.INVALID:
            claim = _meant(claim, size[1])  # noqa: PLW2901 - the sum as it is meant
        text = _as_total(text, claim, start, end, most)
        made.append(claim)
    return replace(sentence, text=text, claims=tuple(made))


def _as_total(text: str, claim: Claim, start: int, end: int, most: Decimal) -> str:
    """Return a sentence without the “of” that makes a sum, from ``start`` to ``end``, look like a part of something."""
    award = _AWARD_OF.search(text[:start])
    if award is not None and _TO_SEVERAL.match(text[end:]):  # “the award of £9,000 to four projects”
        text = _blanked(text, *award.span(1))
    given = _OF_THE.search(text[:start])
    if given is not None and _GIVEN_OUT.match(text[end:]):  # “the breakdown of the £9,000 awarded” is of no part of it
        text = _blanked(text, *given.span(1))
    of = _OF_MANY.search(text[:start])
    if of is not None and claim.kind is not Kind.AT_MOST and claim.value is not None and claim.value > most:
        text = _blanked(text, *of.span(1))
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _begins(text: str, noun: str) -> bool:
    first = words_of(noun)
    return words_of(text)[: len(first)] == first


def _meant(claim: Claim, pence: int) -> Claim:
    """Return a sum that a blank parts, “£8, 400”, as the one that is meant, where the lines come to just that; else as it is."""
    if len(claim.meant) != 1 or not _PARTED.search(claim.text):
        return claim
    plain = read(_PARTED.sub(",", claim.text))
    sound = plain.readable and judge(plain, Decimal(pence) / 100).verdict.is_sound
    return replace(plain, text=claim.text, start=claim.start, end=claim.end) if sound else claim


def _noun(claim: Claim, behind: str, *, own: bool, as_many: bool, first: bool) -> str:
    """Return what a number counts: grants, where it is one of those that were funded. ``first``: a leading sentence begins with it."""
    named = _LONG_NOUN.match(behind) if claim.noun.strip() and what_it_counts(claim) is None else None
    if named is not None and NOT_AWARDED.isdisjoint(words_of(named[1])) and _begins(named[1], claim.noun):
        claim = replace(claim, noun=named[0].strip())
    if not claim.noun.strip():
        if _BROUGHT_IN.match(behind):
            return claim.noun
        return "grants" if _DONE.match(behind) or (own and _END.match(behind)) else claim.noun
    if receives(claim.noun) and as_many:
        return f"{RECIPIENT}{claim.noun}"
    last = words_of(claim.noun)[-1:]
    if last and last[0] in _BIDS:
        rest = behind[behind.find(last[0]) + len(last[0]) :]
        if (_DONE.match(rest) or (first and _AT_LAST.match(rest))) and not _CAME_IN.match(rest):
            return f"{SUCCESSFUL}{claim.noun}"
    return claim.noun
