"""What counts count: nouns of places, of what lists are made of, and of bodies, in English and in Welsh."""

from __future__ import annotations

from typing import NamedTuple

_OF_PLACES = (
    "area beat borough city cities community communities county counties district division estate hotspot spot locality "
    "localities location neighbourhood parish parishes park place site street suburb town centre village ward zone"
)
_WELSH_PLACES = (
    "le lle lleoedd leoedd tref dref trefi drefi dinas ddinas pentref bentref ardal ardaloedd cymuned chymuned cymunedau "
    "gymunedau sir siroedd wardiau safle safleoedd"
)
PLACES = frozenset(f"{_OF_PLACES} {_WELSH_PLACES}".split())
"""Nouns of places, in the singular, or as their plural is where it takes more than an s; in Welsh with their mutations."""
_OF_LISTS = (
    "action activity activities aim ambition area campaign challenge commitment concern criteria decision development "
    "element event finding function goal heading highlight improvement initiative intervention issue item lesson matter "
    "measure objective operation option outcome part phase pillar point principle priority priorities problem project "
    "proposal question reason recommendation report risk scheme stage step strand strategy strategies subject success "
    "successes tactic target task theme thing topic update way workstream stream"
)
_WELSH_LISTS = (
    "prosiect phrosiect brosiect prosiectau brosiectau blaenoriaeth flaenoriaeth blaenoriaethau flaenoriaethau pwynt phwynt "
    "bwynt pwyntiau bwyntiau mater fater materion faterion cam gam cham camau gamau thema themâu themau cynllun gynllun "
    "chynllun cynlluniau gynlluniau argymhelliad argymhellion maes faes meysydd feysydd nod amcan amcanion"
)
_WELSH = frozenset(f"{_WELSH_PLACES} {_WELSH_LISTS}".split())
LISTED = frozenset(f"{_OF_LISTS} {_WELSH_LISTS}".split())
"""Nouns of what lists are made of."""
_OF_BODIES = (
    "agency agencies authority authorities body bodies charity charities company companies council force group "
    "organisation partner school service team"
)
BODIES = frozenset(_OF_BODIES.split())
"""Nouns of those who act together."""
_MOST_OF_NOUN = 6
_MOST_ADJECTIVES = 3


class Noun(NamedTuple):
    """What a count counts: the noun, with others that are part of it (“hotspot areas”), and where it ends."""

    noun: str
    end: int


def noun_behind(behind: str, nouns: frozenset[str]) -> Noun | None:
    """Return the first of the nouns behind a count, with up to three words of description before it, or None."""
    at = 0
    found: list[str] = []
    for number in range(_MOST_OF_NOUN):
        end = end_of_word(behind, at)
        word = behind[at:end].strip()
        known = word.casefold() in nouns or word.casefold().removesuffix("s") in nouns
        if not word or (found and not known) or (number > _MOST_ADJECTIVES and not found):
            break
        if not known and word.casefold() in ("of", "and", "in", "are", "were", "have", "at", "for"):
            break
        if known:
            found.append(word)
        at = end
    return Noun(" ".join(found), at) if found else None


def end_of_word(text: str, at: int) -> int:
    """Return where the word behind a blank ends, or ``at`` where no blank is, or no letter behind it."""
    end = len(text) - len(text[at:].lstrip())
    if end == at or not text[end : end + 1].isalpha():
        return at
    while end < len(text) and (text[end].isalnum() or text[end] in "_'’-"):
        end += 1
    return end


def is_welsh(noun: str) -> bool:
    """Return whether a noun that `noun_behind` found is Welsh."""
    return not _WELSH.isdisjoint(noun.casefold().split())
