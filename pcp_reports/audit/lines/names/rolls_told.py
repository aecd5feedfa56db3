"""Names in one sentence that each have words of their own: “Elm Church, which builds a hall; Oak RFC, for a stand, and Ash Club”.

Where the words about each name are parallel, or the names are exactly as many as the sentence says, they are told apart.
"""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of

_NEXT = re.compile(r"\s*[,;]\s+(?:and\s+(?:to\s+|for\s+)?|as\s+well\s+as\s+|plus\s+)?(?=(?:the\s+)?[A-Z0-9])")
_AND_TO = re.compile(r"\s*,?\s+and\s+to\s+(?=(?:the\s+)?[A-Z])")
_ABOUT = re.compile(r"(?:,\s+|\s+)(?=(?:which|who|whose|that|for|to|towards?)\s)|,\s+(?=[a-z])")
_WHERE = re.compile(r"\s+in\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*$")
_COUNTED = re.compile(
    rf"(?i)(?:the\s+)?(?P<number>{TWO_TO_TWELVE}|[2-9]|1[0-9])\s+(?-i:[a-z-]+\s+){{0,3}}(?-i:[a-z]+s)\s*[,:–—-]\s+"
)
_LED = re.compile(
    r"^[^;:]{3,160}?\s(?:include[sd]?|including|are|were|is|was|namely|to)\s*:?\s+(?=(?:the\s+)?[A-Z0-9])"
)
_FEWEST, _FEWEST_PARALLEL, _MOST = 2, 3, 40
_LONGEST = 2000  # characters
_MOST_WORDS = 12
_PLACE_WORDS = 3


def names_told(words: str, number: int = 0) -> tuple[str, ...] | None:
    """Return the names of a list whose names have words about them; None where they cannot be told apart beyond doubt.

    ``number``: how many there are said to be, 0 where nothing says it; “Two churches, …” says it itself. Two names for
    each are a name and its place: “St Elm, Ferris, and St Oak, Tarn”.
    """
    counted = _COUNTED.match(words)
    if counted is not None:
        number, words = number_of(counted["number"]), words[counted.end() :]
    joined = [part for part in _AND_TO.split(words.strip(" .;:,")) if part]
    if len(joined) > 1:  # “to Elm Hospice and to the Oak Trust, which …”: nothing else joins them
        return naming.all_named(map(_name, joined), _MOST_WORDS) if number in {0, len(joined)} else None
    parts = _parts(words.strip(" .;:,"))
    if len(words) > _LONGEST or not _FEWEST <= len(parts) <= _MOST:
        return None
    told = [_name(part) for part in parts]
    about = [name != part for name, part in zip(told, parts, strict=True)]
    if number and len(parts) == 2 * number:
        return naming.all_named(_with_places(told, about), _MOST_WORDS)
    parallel = not number and len(told) >= _FEWEST_PARALLEL and all(about[:-1])
    if (number and len(told) != number) or not (number or parallel):
        return None
    return naming.all_named(told, _MOST_WORDS) if any(about) else None


def led_names(sentence: str, number: int) -> tuple[str, ...] | None:
    """Return the names that a sentence leads to: “Those with a share include Elm Church, which …”."""
    found = _LED.match(sentence)
    return None if found is None else names_told(sentence[found.end() :], number)


def _parts(words: str) -> list[str]:
    """Return what stands between the commas and semicolons behind which a name may begin."""
    ends = [
        one.span()
        for one in _NEXT.finditer(words)
        if words.count("(", 0, one.start()) == words.count(")", 0, one.start())
    ]
    bounds = [0, *(at for span in ends for at in span), len(words)]
    return [words[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _name(part: str) -> str:
    """Return the name of a part, without what is told of it."""
    about = _ABOUT.search(part)
    name = part if about is None else part[: about.start()]
    return name if about is None else _WHERE.sub("", name)


def _with_places(told: list[str], about: list[bool]) -> list[str]:
    """Return names with the place behind each; none where a place has more words than a place has."""
    pairs = list(zip(told[::2], told[1::2], strict=True))
    if any(len(place.split()) > _PLACE_WORDS for _, place in pairs) or any(about[::2]):
        return []
    return [f"{name}, {place}" for name, place in pairs]
