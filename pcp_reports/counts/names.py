"""A count against the names in its own sentence, the places of an operation, and the partners of a partnership."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.counts.count import in_blanks
from pcp_reports.counts.enumerations import enumerated
from pcp_reports.counts.nouns import BODIES, LISTED, PLACES, end_of_word, is_welsh, noun_behind
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from pcp_reports.counts.count import Count, TypedCount
    from pcp_reports.counts.enumerations import Enumeration

_AROUND = r"(?i)^(?:(?:the|parts of|areas of|areas in|areas within|part of|in|of)\s+)+"
_SORTS = frozenset(("different", "local", "separate", "key", "member"))
_PARTNERS = frozenset(("partner", "partners", "organisation", "organisations", "agency", "agencies", "bodies", "phartner", "bartner", "partneriaid", "bartneriaid"))  # fmt: skip
_TOGETHER = r"(?:brings?|brought)\s+together(?:\s+some)?|is\s+made\s+up\s+of|consists\s+of|comprises|unites|is\s+a\s+partnership\s+of|has"
_OF_PARTNERS = ("partner", "phartner")
_TOWNS = ("town", "towns", "cities", "villages", "boroughs", "counties", "districts", "communities")
_MOST_OUT_ASIDE = 2


def against_sentence(typed: TypedCount, places: tuple[str, ...]) -> Count | None:
    """Return a count tied to what its sentence enumerates; ``places`` are those of the entry, if it is an operation."""
    behind = typed.behind
    for nouns, of_places in ((PLACES, True), (LISTED, False), (BODIES, False)):
        noun = noun_behind(behind, nouns)
        if noun is None:
            continue
        named_of = noun.noun.casefold().endswith(_TOWNS) and in_blanks(typed.said.before).endswith(" the ")
        found = enumerated(behind[noun.end :], names_only=of_places, named_of=named_of, welsh=is_welsh(noun.noun))
        if found is not None:
            return _enumeration(typed, found, places if of_places else (), "places" if of_places else "things")
        if of_places:
            return _all_places(typed, places)
    return None


def _enumeration(typed: TypedCount, found: Enumeration, places: tuple[str, ...], what: str) -> Count | None:
    right = typed.value in found.possible
    if not right and (not typed.alone or typed.of_a_part or typed.partly or _may_be_right(typed, found, places)):
        return None
    if right and places and len(places) < typed.value and _all_among(places, found.items):
        missing = [item for item in found.items if not any(_same_place(item, place) for place in places)]
        has = f"“places” has {len(places)}, without {listed(missing)}"
        return typed.tied((), len(places), f"the {counted(len(places), 'place')} of the entry", has)
    number = min(found.possible, key=lambda one: (abs(one - typed.value), one))
    has = f"the sentence names {number}: {listed(list(found.items))}"
    return typed.tied(found.possible, number, f"the {{}} {what} named", has)


def _may_be_right(typed: TypedCount, found: Enumeration, places: tuple[str, ...]) -> bool:
    """Return whether several things may lie within one item, unless the entry's places say otherwise; or not all are named."""
    fewest = min(found.possible)
    if found.aside and abs(typed.value - fewest) > _MOST_OUT_ASIDE:
        return True
    borne_out = len(places) == fewest and _all_among(places, found.items)
    return found.within and typed.value > fewest and not borne_out


def _bare(place: str) -> str:
    return re.sub(_AROUND, "", " ".join(place.split())).casefold()


def _same_place(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _all_among(places: tuple[str, ...], items: tuple[str, ...]) -> bool:
    return all(sum(_same_place(place, item) for item in items) == 1 for place in places)


def _all_places(typed: TypedCount, places: tuple[str, ...]) -> Count | None:
    """Tie a count of places to those of the entry where its sentence names them all; they never contradict it."""
    sentence = " ".join(typed.sentence.split()).casefold()
    if len(places) != typed.value or typed.of_a_part:
        return None
    if not all(re.search(rf"\b{re.escape(_bare(place))}\b", sentence) for place in places):
        return None
    return typed.tied({len(places)}, len(places), "the {} places named", "")


def against_partners(typed: TypedCount, partners: tuple[str, ...], name: str) -> Count | None:
    """Return a count (“the partnership brings together 12 partners”) tied to the partners of the entry called ``name``."""
    end = _end_of_noun(typed.behind) if partners else 0
    if not end:
        return None
    rest = typed.behind[end:]
    subject = rf"(?:{re.escape(name)}|(?:(?:the|this|our)\s+)?(?:\w+\s+){{0,2}}partnership)(?:\s+in\s+\w+)?"
    says = re.fullmatch(rf"(?i)\W*{subject}\s+(?:now\s+|also\s+)?(?:{_TOGETHER})\s+", typed.said.before)
    if typed.value == len(partners):
        if says is None and not any(word in typed.behind.lower() for word in _OF_PARTNERS):
            return None
    elif (
        says is None or not typed.alone or re.match(r"(?i)\s*(?:from|of|in|at|on|for|to|as well|and|plus|with)\b", rest)
    ):
        return None
    shown = counted(len(partners), "partner")
    return typed.tied({len(partners)}, len(partners), f"the {shown} of the entry", f"“partners” has {len(partners)}")


def _end_of_noun(behind: str) -> int:
    """Return where the word for partners behind a count ends, or 0 where there is none."""
    end = end_of_word(behind, 0)
    at = 0
    while behind[at:end].strip().casefold() in _SORTS:
        at, end = end, end_of_word(behind, end)
    return end if behind[at:end].strip().casefold() in _PARTNERS else 0
