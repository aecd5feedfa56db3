"""A claim as an audit hears it: with where it stands, and with numbers of what was funded counting grants."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.words.as_many import receives
from pcp_reports.claims import Kind, Unit
from pcp_reports.records import dataclass
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from decimal import Decimal

    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence
    from pcp_reports.stated.assertion import Assertion

SUCCESSFUL = "successful grants "
"""Put before “applications” of which the text says that they were funded, so that they count as grants."""
RECIPIENT = "recipient "
"""Put before “councils” or “boroughs” to which the text gives as many grants, so that they count as recipients."""
_DONE = re.compile(
    r"(?i)\s*(?:of (?:these|those|them|which|whom)\s+)?(?:have |has |had |be |were |was |are |is |being |been )*"
    r"(?:recently |since |now |all )?(?:successful|funded|awarded|supported|approved|agreed|granted|benefited|benefitted|received|selected)\b"
)
_CAME_IN = re.compile(r"(?i)\s*(?:(?:have|has|had|were|was|been) )*received\b")  # “8 applications were received”
_END = re.compile(
    r"(?i)\s*(?:more|others?|further|additional|new ones?|of them|in all|in total|schemes?)?\s*[\ufffc:]*\s*\.?\s*(?=$|:|\ufffc)"
)
_OF_MANY = re.compile(
    r"(?i)(?:\b(?:grants|awards|donations|payments|gifts)\b(?: to the (?:total )?value)?|\bcost to the [^.:;£]{0,50}?) (of) $"
)
_AWARD_OF = re.compile(r"(?i)\b(?:award|allocation) (of) $")
_TO_SEVERAL = re.compile(
    r"(?i) to (?:the )?(?:[a-z]+|[0-9]{1,3}) (?:\w+ ){0,2}(?:projects|groups|organisations|charities|schemes|bodies|clubs|recipients)\b"
)
_OF_THE = re.compile(r"(?i)\bof (the) $")
_GIVEN_OUT = re.compile(r"(?i) (?:awarded|granted|given|allocated|distributed|approved)\b")
_NUMBER_OF = re.compile(
    r"(?i)\bnumber of (?:successful )?(?:grants|awards|projects|recipients|donations|organisations|groups)"
    r"(?: (?:awarded|made|given|funded|approved|supported))?(?:\s*[:=–-]\s*| (?:is|was) )$"
)
_BIDS = frozenset(("bids", "applications", "applicants", "requests", "bid", "application"))


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with where it stands: the passage and the place in its text. ``leading``: the sentence leads to the list.

    ``row``: it stands in the list itself, as a row or line of totals; ``holds``: its sentence holds the list; ``back``: it
    sums the list up from behind, or points to it from afar; ``running``: its words leave it open whether it runs over more
    than the list (“Total to date”), so that it is accused only where a slip explains it; ``plain``: no word of its sentence
    could mean other grants than those of the list; ``afar``: it stands in another part of the paper.
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

    @property
    def tied(self) -> bool:
        """Return whether its words or its place tie it to the list, so that it can hardly speak of another."""
        return self.leading or self.row or self.heading or self.holds or self.back


def heard_sentence(sentence: Sentence, most: Decimal, *, own: bool, as_many: bool = False) -> Sentence:
    """Return a sentence as an audit hears it: numbers of what was funded count grants, “grants of £10,575” is a total.

    “Grants of” may also give the size of each; it cannot where the sum is larger than the largest grant.
    ``as_many``: it gives a sum to as many as the list has lines, so that councils and boroughs are recipients, too.
    """
    text, made = sentence.text, []
    for claim in sentence.claims:
        start, end = claim.start - sentence.start, claim.end - sentence.start
        if claim.unit is Unit.COUNT and claim.kind is not Kind.INVALID:
            noun = "grants" if _NUMBER_OF.search(text[:start]) else _noun(claim, text[end:], own=own, as_many=as_many)
            made.append(replace(claim, noun=noun))
            continue
        award = _AWARD_OF.search(text[:start])
        if award is not None and _TO_SEVERAL.match(text[end:]):  # “the award of £9,000 to four projects”
            text = text[: award.start(1)] + " " * (award.end(1) - award.start(1)) + text[award.end(1) :]
        given = _OF_THE.search(text[:start])
        if given is not None and _GIVEN_OUT.match(
            text[end:]
        ):  # “the breakdown of the £9,000 awarded” is of no part of it
            text = text[: given.start(1)] + " " * (given.end(1) - given.start(1)) + text[given.end(1) :]
        of = _OF_MANY.search(text[:start])
        if of is not None and claim.kind is not Kind.AT_MOST and claim.value is not None and claim.value > most:
            text = text[: of.start(1)] + " " * (of.end(1) - of.start(1)) + text[of.end(1) :]
        made.append(claim)
    return replace(sentence, text=text, claims=tuple(made))


def _noun(claim: Claim, behind: str, *, own: bool, as_many: bool) -> str:
    """Return what a number counts: grants, where it is one of those that were funded."""
    if not claim.noun.strip():
        return "grants" if _DONE.match(behind) or (own and _END.match(behind)) else claim.noun
    if receives(claim.noun) and as_many:
        return f"{RECIPIENT}{claim.noun}"
    last = words_of(claim.noun)[-1:]
    if last and last[0] in _BIDS:
        rest = behind[behind.find(last[0]) + len(last[0]) :]
        if _DONE.match(rest) and not _CAME_IN.match(rest):
            return f"{SUCCESSFUL}{claim.noun}"
    return claim.noun
