"""Names that stand together in one sentence, told apart: “Guides, Arts and Crafts Club and Elm and Oak schools”.

A comma divides names, and so does the “and” that closes their list; an “and” within one part belongs to the name. What
may be read in two ways is not told at all.
"""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import naming
from pcp_reports.printed.patterns import word_set

_COMMA = re.compile(r"\s*[,;]\s+")
_AND = re.compile(rf"(?:{naming.AND}|&)\s+(?=\S)")
_ALSO = re.compile(r"(?:as\s+well\s+as|together\s+with|along\s+with|plus|and)\s+", re.IGNORECASE)
_JOIN = re.compile(rf"\s+{naming.AND}\s+")
_FIRM = re.compile(r"(?:ltd|limited|llp|plc|cic|cio|inc|cyf|uk)\b\.?", re.IGNORECASE)
_BOTH_ARE = re.compile(
    r"(?P<left>\S.*?)\s+and\s+(?P<right>\S.*?)\s+(?P<kind>(?:[a-z-]+\s+){0,3}(?:schools|academies|churches|councils|clubs|groups|libraries|halls|colleges|nurseries|teams|hospices|centres|branches|villages|playgroups|bands|choirs|troops|units))"
    r"(?P<where>\s+(?:in|at|near|of)\s+\S.*)?"
)
"""Two names that share the word for what they are: “Elm and St Oak’s primary schools in Ferris”."""

_SHORT_FORM = re.compile(r"\s*\(([A-Z][A-Za-z]+)\)$")
_SMALL = word_set("of the for in at on de y yr")
_LONGEST = 12
_FEWEST = 2
_MOST = 60
_LONGEST_PART = 160  # characters
_LONGEST_LIST = 4000


def names_apart(words: str, number: int = 0) -> tuple[str, ...] | None:
    """Return the names, or None where they cannot be told apart or one names nobody.

    ``number``: how many there are said to be; 0 where nothing says it.
    """
    parts = _parts(_after_join(words.strip(" .;:,")))
    if len(words) > _LONGEST_LIST or not parts or len(parts) > _MOST:
        return None
    opened = [_AND.match(part) is not None for part in parts]
    plain = [_AND.sub("", part, count=1) if led else part for part, led in zip(parts, opened, strict=True)]
    if len(parts) == _FEWEST and not opened[-1] and _JOIN.search(parts[-1]) is None:
        return None  # “Friends of the Park, Ferris”
    closed = opened[-1] or _JOIN.search(parts[-1]) is not None
    if not closed and any(_JOIN.search(part) for part in parts):
        return None  # “Guides, Scouts and Cubs, Brownies”: the “and” may close the list, or belong to a name
    names: list[str] = []
    for at, part in enumerate(plain):
        last = at + 1 == len(plain)
        both = _both(part)
        if both is not None:
            names += both
        elif opened[at] and not last and _JOIN.search(part):
            return None  # “, and Elm and Oak, Ash”: nobody can tell
        elif last and not opened[at]:
            closing = _closing(part)
            if closing is None:
                return None
            names += closing
        else:
            names.append(part)
    return _told(names, number)


def _told(names: list[str], number: int) -> tuple[str, ...] | None:
    """Return the names as printed where each is one, and there is no doubt how many they are."""
    told = naming.all_named(names, _LONGEST)
    if told is not None and 0 < number < len(told) and any(" " not in name and not name.isupper() for name in told[1:]):
        return None  # “Friends of the Park, Ferris, …”: a place behind its name, perhaps
    return told


def _after_join(words: str) -> str:
    """Return the words without what joins them to those before: “as well as Guides, Scouts and Brownies”."""
    found = _ALSO.match(words)
    return words if found is None else words[found.end() :]


def _parts(words: str) -> list[str]:
    """Return what commas divide outside brackets, “Smith, Ltd” in one."""
    parts: list[str] = []
    start = 0
    for comma in _COMMA.finditer(words):
        before = words[: comma.start()]
        if before.count("(") != before.count(")"):
            continue
        parts.append(words[start : comma.start()])
        start = comma.end()
    parts.append(words[start:])
    made: list[str] = []
    for part in parts:
        firm = _FIRM.match(part) if made else None
        if firm is not None:
            made[-1] = f"{made[-1]}, {part}"
        elif part.strip():
            made.append(part.strip())
    return made


def _both(part: str) -> list[str] | None:
    """Return the two of “Elm and St Oak’s primary schools”, None for any other words."""
    found = _BOTH_ARE.fullmatch(part) if len(part) <= _LONGEST_PART else None
    if found is None or not naming.is_name(found["left"]) or not naming.is_name(found["right"]):
        return None
    return [found["left"], f"{found['right']} {found['kind']}{found['where'] or ''}"]


def _closing(part: str) -> list[str] | None:
    """Return the names of the last part of a list, which an “and” closes; None where it may be read in two ways."""
    joins = [
        one.span() for one in _JOIN.finditer(part) if part.count("(", 0, one.start()) == part.count(")", 0, one.start())
    ]
    if not joins:
        return [part]
    marked = [span for span in joins if part.startswith("the ", span[1])] if part.startswith("the ") else []
    start, end = marked[0] if len(marked) == 1 else joins[-1]
    if len(joins) == 1:
        return [part] if _spells_all(part) else [part[:start], part[end:]]
    # “the Scout and Guide Hut and the Camera Club”: the second article begins the last name
    return [part[:start], part[end:]] if len(marked) == 1 or _spells_all(part[:start]) else None


def _spells_all(name: str) -> bool:
    """Return whether the short form in brackets has the first letters of all words: “Elm and Oak Youth (EOY)”."""
    short = _SHORT_FORM.search(name)
    if short is None:
        return False
    words = [word for word in name[: short.start()].split() if word.lower() not in _SMALL]
    letters = "".join(word[0] for word in words if word.lower() != "and").upper()
    return short[1].upper() in {letters, "".join(word[0] for word in words).upper()}
