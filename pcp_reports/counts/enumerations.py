"""What a sentence enumerates behind a count: “six hotspots are areas within Preston, Chorley, … and Accrington”.

Only an enumeration that can be nothing else is returned; with it, every number of things that it may be read as.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pcp_reports.counts.count import in_blanks

_AND = ("and", "&")
_AND_IN_WELSH = (*_AND, "a", "ac")
_FEWEST = 2
_MOST_WORDS_BETWEEN = 16
_MOST_WORDS_OF_ITEM = 6
_SHORT_ITEM = 5
_LONGEST = 600
"""How many characters of a sentence are looked at behind a count."""
# With one of these, a list may not be whole.
_INCOMPLETE = (
    *(
        " includ",
        " such as ",
        " as well as ",
        " along with ",
        " together with ",
        " e g ",
        " eg ",
        " etc ",
        " for example ",
    ),
    *(
        " other ",
        " others ",
        " elsewhere ",
        " among",
        " more ",
        " plus ",
        " or ",
        " but ",
        " respectively ",
        " mainly ",
    ),
    *(" mostly ", " especially ", " particularly "),
    *(
        " gan gynnwys ",
        " er enghraifft ",
        " megis ",
        " ymhlith ",
        " neu ",
        " eraill ",
        " arall ",
        " ond ",
        " yn bennaf ",
    ),
)
_BROKEN = frozenset("…;{}\ufffc")
_DASHES = frozenset("–—-")
_LEAD = r"(?:(?:the\s+)?(?:areas|parts|districts?|towns?|cities|wards|communities|places|neighbourhoods|villages)\s+(?:within|in|of|around)\s+(?:the\s+)?|as follows:?\s*|the\s+)?"
# What may stand before the first capital letter of a name, what among its words, and signs within a word.
_BEFORE_NAMES = frozenset(("the", "central", "north", "south", "east", "west", "greater", "inner", "outer"))
_PARTS_OF_NAMES = (["parts", "of"], ["part", "of"], ["areas", "of"], ["areas", "in"], ["areas", "within"])
_WORDS_WITHIN_NAMES = "of and & on le in the upon with cum for town city centre ward wards estate estates area areas"
_WITHIN_NAMES = frozenset(_WORDS_WITHIN_NAMES.split())
_SIGNS = "_'’.&-"
_DIGITS = frozenset("0123456789")
_CAPITALS = _DIGITS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Enumeration(NamedTuple):
    """What is enumerated: the items as printed, and the numbers that it may be read as.

    ``within``: the things are said to lie within the items (“six hotspots are areas within …”), so that there may be several
    in one. ``aside``: it stands in brackets, and may be but a part.
    """

    items: tuple[str, ...]
    possible: frozenset[int]
    within: bool = False
    aside: bool = False


def _is_whole(words: str) -> bool:
    """Return whether nothing among the words says that there are more of them, or that they go on to something else."""
    plain = in_blanks(words)
    return not (
        any(phrase in plain for phrase in _INCOMPLETE)
        or not _BROKEN.isdisjoint(words)
        or not _DASHES.isdisjoint(words.split())
        or any(f"({digit}" in words for digit in _DIGITS)
    )


_DIRECT = r"\s*(?::|,?\s+namely:?)\s*(?P<list>[^:]+?)[.\s]*$"
_DASHED = r"(?s)\s*[–—-]\s+(?P<list>[^:–—]+?)(?:\s[–—-]\s.*|[.\s]*)$"
_BRACKETED = r"\s*\((?P<list>[^()]+)\)"
_OF = r"\s+of\s+(?P<list>[A-Z][^:()]+?)[.\s]*$"
_STATED = (
    rf"(?P<between>[^:;()–—]*?)(?:,|\s)\s*(?:are|were|have been)(?::\s*|\s+)(?P<lead>{_LEAD})"
    r"(?P<list>(?:(?:areas|parts) (?:of|in|within) )?[A-Z][^:()]*?)[.\s]*$"
)
_AREAS = frozenset(("areas", "parts", "places", "communities", "neighbourhoods", "district", "districts", "wards"))
_OF_AREAS = ("within", "in", "of", "around")


def enumerated(behind: str, *, names_only: bool, named_of: bool = False, welsh: bool = False) -> Enumeration | None:
    """Return what is enumerated in the words behind a count and its noun, to the end of the sentence, or None.

    ``names_only``: every item must be a name, as the places behind “hotspots” are. ``named_of``: names behind “of” are those
    of the things themselves, as in “the six towns of …”. ``welsh``: the noun is Welsh, and “a” and “ac” are “and”.
    """
    if len(behind) > _LONGEST:
        return None
    sign = behind.lstrip()[:1]
    plain = None
    if sign in ("(", "-", "–", "—", ":", ",", "n"):
        plain = re.match({"(": _BRACKETED, ":": _DIRECT, ",": _DIRECT, "n": _DIRECT}.get(sign, _DASHED), behind)
    found = plain or (re.match(_OF, behind) if named_of else None)
    if found is None and re.search(r"\b(?:are|were|have been)\b", behind):
        found = re.match(_STATED, behind)
    if found is None or not _is_whole(found["list"]) or not _follows(found):
        return None
    names_only = names_only or plain is None
    items, possible = _items(found["list"], _AND_IN_WELSH if welsh else _AND, loosely=not names_only)
    if len(items) < _FEWEST or not all(_is_item(item, names_only=names_only) for item in items):
        return None
    within = _lies_within(found.groupdict().get("lead") or "") or _lies_within(found["list"])
    return Enumeration(items, possible, within, sign == "(")


def _lies_within(words: str) -> bool:
    areas, *rest = [*words.casefold().split(maxsplit=2)[:2], ""]
    return areas in _AREAS and rest[0].startswith(_OF_AREAS)


def _follows(found: re.Match[str]) -> bool:
    """Return whether what stands between the noun and “are” still speaks of the noun and of nothing else."""
    between = (found.groupdict().get("between") or "").strip(" ,")
    if not between:
        return True
    words = between.split()
    return (
        len(words) <= _MOST_WORDS_BETWEEN
        and re.match(
            r"(?i)(?:which|that|where|with|without|across|for|in|to|under|\w+ed|\w+ing|chosen|seen|given)\b", between
        )
        is not None
        and re.search(
            r"(?i)[0-9]|\band the\b|\bof (?:which|whom)\b|\b(?:biggest|largest|highest|worst|busiest)\b", between
        )
        is None
    )


def _items(words: str, joins: tuple[str, ...], *, loosely: bool) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the items of a list and the numbers of things it may be read as.

    A last comma before “and” says where the last item begins; without it the last “and” does. Every other “and” may join two
    things or stand within the name of one; ``loosely``, where the items are no names, the last one may as well.
    """
    pieces = [piece.strip() for piece in words.split(",")]
    last = pieces[-1]
    link, *rest = last.split(maxsplit=1) or [""]
    joined = link in joins and bool(rest)
    if joined:
        pieces[-1] = rest[0]
        certain = len(pieces)
    else:
        if len(halves := re.split(rf"\s+(?:{'|'.join(joins)})\s+", last)) > 1:
            pieces[-1:] = [" and ".join(halves[:-1]), halves[-1]]
        certain = len(pieces)
    names = all(map(_is_name, pieces))
    fewer = int(loosely and not names and not joined and certain > _FEWEST)
    more = sum(
        piece.count("/") + sum(word in (*joins, "a'r", "a’r") for word in piece.split()[1:-1]) for piece in pieces
    )
    return tuple(pieces), frozenset(range(certain - fewer, certain + more + 1))


def _is_name(item: str) -> bool:
    """Return whether the words are a name: “the Ribble Valley”, “Preston city centre”, “parts of Chorley and Leyland”."""
    words = item.split()
    while words and (words[0] in _BEFORE_NAMES or words[:2] in _PARTS_OF_NAMES):
        del words[: 1 if words[0] in _BEFORE_NAMES else 2]
    if not words or not _is_capital(words[0]):
        return False
    return all(word in _WITHIN_NAMES or _is_capital(word.removeprefix("(").replace(")", "")) for word in words[1:])


def _is_capital(word: str) -> bool:
    return word[:1] in _CAPITALS and all(char.isalnum() or char in _SIGNS for char in word)


def _is_item(item: str, *, names_only: bool) -> bool:
    words = item.split()
    if not words or len(words) > _MOST_WORDS_OF_ITEM:
        return False
    if _is_name(item):
        return True
    return (
        not names_only
        and len(words) <= _SHORT_ITEM
        and re.search(
            r"(?i)[0-9]|^(?:which|who|with|where|as|a|an|it|they|we|he|she|this|that|these|both|all|in|at|on|one|two|three|four|five|six|seven|eight|nine|ten|several|some)\b",
            item,
        )
        is None
    )
