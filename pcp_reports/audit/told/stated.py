"""The totals and the numbers of grants that the words above them state, in a headline or the first sentences of a notice."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import begins, is_dealt_out, is_of_bodies, names_one_more
from pcp_reports.audit.told.grants import LONGEST, is_quoted
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.grant_words import strength
from pcp_reports.audit.words.kinds import NO_GRANTS
from pcp_reports.claims import Kind, Unit
from pcp_reports.records import dataclass
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.claims import Claim

_SUMS = (Kind.EXACT, Kind.ROUNDED, Kind.AT_LEAST, Kind.AT_MOST)
_OF_OTHERS = re.compile(
    r"(?i)\b(?:this year|so far|to date|since|each year|a year|every|applied|considered|received by|more|others?|further|members|councillors|months?|weeks?|days|years?|inside|within)\b"
)
_BIDS = re.compile(r"(?i)\b(?:applications?|applicants|bids|requests)\b")
_WON = re.compile(r"(?i)\b(?:all|both)\b[^.]*\b(?:successful|approved|granted|succeeded|funded|agreed)\b")
_TO = re.compile(r"(?i)\b(?:go|goes|went|gone|going|given|awarded|paid|granted)(?: out)? to (?:the |these )?\Z")
_LONGEST_TO = 24  # characters: “awarded out to these ”
_POT = re.compile(r"(?i)\b(?:available|pot|budget|remaining|left|launched|up for grabs|to give|total cost|costs?)\b")
_MORE = re.compile(
    r"(?i)\b(?:(?:first|second|third|final|each|every|next) (?:financial )?year|over (?:the next )?\w+ years|for \w+ years|a year|per year|annum|instalments?|tranches?"
    r"|(?:first|initial|second|third) (?:payment|phase|stage|half|sum|grant|award)|(?:further|additional|extra|other|another|more) (?:sums?|money|amounts?|grants?|funding|awards?|cash)"
    r"|(?:got|get|gets|given|receives?d?|share) the (?:rest|remainder)|(?:rest|remainder|balance) (?:was|is|will|goes|went|has|pays|paid|of the (?:money|funding|grant))|will follow|to be announced|not all|some of)\b"
)
_MADE_OF = re.compile(
    r"(?i)\b(?!(?:total|number|sum|list|choice|grants|awards|benefit|the|all)\b)[a-z]+ of (?:the )?\Z"
)
"""“The panel of six agreed”: how many somebody is, and not how many got something."""
_CAME_IN = re.compile(r"(?i)[^.;:,£]{0,60}?\b(?:were|was|have been|had been) (?:\w+ )?received\b(?! (?:by|an?|the|£))")
"""“Three items were received”, behind the number: they were sent to somebody, and not given."""
_FEW = 5  # words
_MOST = 24  # the largest number of grants that is told paragraph by paragraph


@dataclass(frozen=True, slots=True)
class Figure:
    """A total or a number that is stated, with the passage and the sentence it stands in."""

    passage: int
    said: Said

    @property
    def claim(self) -> Claim:
        """Return the figure itself; its place counts from the start of its passage."""
        return self.said.claim

    @property
    def place(self) -> tuple[int, int]:
        """Return the passage, and where in its text the figure stands."""
        return self.passage, self.claim.start


def totals_in(text: str, passage: int, locale: str) -> Iterator[Figure]:
    """Yield the sums of a passage that may be the total of grants told of behind it."""
    for said in _said(text, locale):
        one = said.claim
        if one.unit is not Unit.MONEY or one.kind not in _SUMS or one.each or one.value is None or one.hedge == "up to":
            continue
        if _POT.search(said.sentence.text) or is_of_another_time(said.sentence.text):
            continue
        if is_dealt_out(said.sentence.text) or strength(said.sentence.text) > 0:
            yield Figure(passage, said)


def numbers_in(text: str, passage: int, locale: str) -> Iterator[Figure]:
    """Yield the numbers of a passage that may be that of the grants told of behind it, or of those who got them."""
    for said in _said(text, locale):
        one = said.claim
        if one.unit is not Unit.COUNT or one.kind is not Kind.EXACT or one.value is None or not 1 < one.value <= _MOST:
            continue
        if not ((is_of_bodies(one) or _is_meant(said)) and _is_of_all(said)) or _is_of_no_grants(said):
            continue
        told = said.sentence.text
        if is_dealt_out(told) and not is_of_another_time(told) and not names_one_more(said.behind):
            yield Figure(passage, said)


@lru_cache(maxsize=2048)
def is_number_of(text: str, lines: int, locale: str) -> bool:
    """Return whether a passage gives a number of bodies or projects, wherever it does and whoever says so."""
    return len(text) <= LONGEST and any(
        said.claim.unit is Unit.COUNT
        and said.claim.kind is Kind.EXACT
        and said.claim.value == lines
        and _is_of_bodies(said)
        for sentence in sentences_of(text, locale)
        if is_dealt_out(sentence.text)
        for said in (Said(claim, sentence) for claim in sentence.claims)
    )


@lru_cache(maxsize=2048)
def tells_of_more(text: str) -> bool:
    """Return whether a passage tells of more money for those who got grants, or that what they got is an instalment."""
    return _MORE.search(text) is not None


def _is_of_bodies(said: Said) -> bool:
    """Return whether a body or project stands a few words behind a number: “five more fine community projects”."""
    words = said.behind.split(",")[0].split()[:_FEW]
    nouns = (" ".join(words[: at + 1]) for at in range(len(words)))
    return is_of_bodies(said.claim) or any(is_of_bodies(replace(said.claim, noun=noun)) for noun in nouns)


def _is_meant(said: Said) -> bool:
    """Return whether the place of a number says that it is of those who got something, whatever they are: “FOUR villages have won”."""
    bids = _BIDS.search(said.claim.noun) is not None
    return _leads_to_them(said.before) or (_WON.search(said.behind) is not None if bids else begins(said.before))


def _is_of_no_grants(said: Said) -> bool:
    """Return whether a number is of something that came in, or that is never given: “Three complaints were received”."""
    return not NO_GRANTS.isdisjoint(words_of(said.claim.noun)[-1:]) or _CAME_IN.match(said.behind) is not None


def _leads_to_them(before: str) -> bool:
    """Return whether the words before a number say to whom something went: “grants go to”."""
    return _TO.search(before, max(0, len(before) - _LONGEST_TO)) is not None


def _is_of_all(said: Said) -> bool:
    """Return whether the words next to a number leave it to be that of all who got something: no “ten applied”, “ten more”."""
    before, behind = said.before[-30:], said.behind[:40]
    if _MADE_OF.search(said.before) is not None:
        return False
    if _BIDS.search(said.claim.noun) is not None:
        return _leads_to_them(before) or _WON.search(said.behind) is not None
    return _OF_OTHERS.search(f"{before}{said.claim.text} {behind}") is None


def _said(text: str, locale: str) -> Iterator[Said]:
    if len(text) > LONGEST:
        return
    for sentence in sentences_of(text, locale):
        if sentence.claims and not is_quoted(text, sentence.start):
            for claim in sentence.claims:
                yield Said(claim, sentence)
