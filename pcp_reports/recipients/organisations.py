"""Kinds of organisation that a strand of a fund may be open to, and which of them a recipient can be.

A kind is told only where it is certain: by a register that holds one sort of body alone, by a name that nothing else
bears, by being the office's own force. A charity may be a company, a school or a church as well, so what is told is
every kind that a body can be; a list of kinds that has none of them is one that the body is not on.
"""

from __future__ import annotations

import re

from pcp_reports.records import dataclass

KINDS: dict[str, tuple[str, ...]] = {
    "charity": ("charities", "registered charity", "registered charities"),
    "community group": (
        *("community groups", "voluntary group", "voluntary groups"),
        *("voluntary organisation", "voluntary organisations", "community organisation", "community organisations"),
    ),
    "social enterprise": ("social enterprises", "community interest company", "community interest companies", "cic"),
    "company": ("companies", "business", "businesses"),
    "council": ("councils", "local authority", "local authorities"),
    "police": ("police force", "police forces", "constabulary"),
    "fire service": ("fire services", "fire and rescue service", "fire and rescue services"),
    "health body": ("health bodies", "nhs", "nhs body", "nhs bodies"),
    "public body": ("public bodies", "public sector"),
    "school": ("schools", "academy", "academies"),
    "college": ("colleges",),
    "university": ("universities",),
    "housing association": ("housing associations", "social landlord", "social landlords"),
    "faith group": ("faith groups", "church", "churches"),
    "sports club": ("sports clubs",),
}
"""Each kind as it is typed, with the other words for it."""

WORDS_FOR_KINDS: dict[str, str] = {one: one for one in KINDS} | {
    word: one for one, words in KINDS.items() for word in words
}

_MANY = {one: words[0] for one, words in KINDS.items()} | {"police": "the police", "health body": "health bodies"}

_NEITHER_CHARITY_NOR_COMPANY = frozenset(("council", "police", "fire service"))


@dataclass(frozen=True, slots=True)
class Certainty:
    """What is certain of a recipient: in a clause, what it is; and every kind that it can therefore be."""

    what: str  # "by its name it is a council"
    kinds: frozenset[str]


def many(kind: str) -> str:
    """Return the kind as a rule speaks of it: ``charities``, ``the police``."""
    return _MANY[kind]


def certainty_of(name: str, identifier: str | None = None, force: str | None = None) -> Certainty | None:
    """Return what is certain of the recipient of this name and identifier; ``force`` is the office's own police force.

    The registers are those of org-id.guide. What holds bodies of several sorts (GB-NHS, GB-UKPRN, GB-EDU) tells nothing.
    None where nothing is certain.
    """
    register = identifier.strip().upper().split("-")[:2] if identifier else []
    if register[:1] == ["GB"] and len(register) > 1:
        if register[1] in ("LAE", "LAS", "LANI", "PLA"):
            return _public("council", "by its identifier")
        if register[1] in ("CHC", "SC", "NIC"):
            return Certainty("by its identifier it is a charity", frozenset(KINDS) - _NEITHER_CHARITY_NOR_COMPANY)
        if register[1] == "COH":
            return Certainty("by its identifier it is a company", frozenset(KINDS) - _NEITHER_CHARITY_NOR_COMPANY)
    if force and " ".join(name.casefold().split()) == " ".join(force.casefold().split()):
        return Certainty("it is the office's own force", frozenset(("police", "public body")))
    return _by_name(name)


# One body's whole name: letters, hyphens and apostrophes, and no word that joins two bodies or puts another in front.
_ONE_BODY = r"(?!.*\b(?:and|with|for|via|at|in|by|friends?|supporters|volunteers)\b)(?:[^\W\d_][\w'’-]* ){1,6}"
_NAMES = (
    (
        "council",
        _ONE_BODY + "(?:(?:metropolitan |county )?borough|county|city|district|parish|town) council",
    ),
    ("council", r"cyngor (?:sir|dinas|tref|bwrdeistref sirol) [^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?"),
    ("police", _ONE_BODY + "constabulary"),
    ("fire service", _ONE_BODY + "fire (?:and|&) rescue service"),
    ("health body", _ONE_BODY + "(?:nhs (?:foundation )?trust|integrated care board|university health board)"),
)
_ENDINGS = ("council", "constabulary", "service", "trust", "board")


def _by_name(name: str) -> Certainty | None:
    plain = " ".join(name.casefold().split()).removeprefix("the ")
    if not plain.endswith(_ENDINGS) and not plain.startswith("cyngor "):
        return None
    # “Fire and Rescue Service” is one body's name all the same.
    whole = plain.replace(" fire and rescue", " fire & rescue")
    return next((_public(kind, "by its name") for kind, pattern in _NAMES if re.fullmatch(pattern, whole)), None)


def _public(kind: str, how: str) -> Certainty:
    named = "part of the police" if kind == "police" else f"a {kind}"
    return Certainty(f"{how} it is {named}", frozenset((kind, "public body")))
