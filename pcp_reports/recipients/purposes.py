"""When two purposes of grants to one recipient are one and the same, misspelt or a little longer at most.

“Patrols in the town centre” and “Patrols in the town center” are one; youth work on Fridays and on Mondays, phase 1
and phase 2, a session in Accrington and one in Padiham are two, however alike they are otherwise.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pcp_reports.recipients.names import is_slip, without_signs

_LITTLE = "a an the and of for to in on at by with from its their this that"
_LEFT_OUT = frozenset(_LITTLE.split())
ALIKE = 88
"""How alike two purposes are at least, of 100, before their words are looked at."""
_CLEARLY = 0.9  # of the longer's length: up to here one may be alike, and go on
_MOST_MORE = 3  # words by which one may be longer
_FEWEST = 3  # words that both have, or they say too little to be compared
_LONG = 5  # letters of a word that may be misspelt
# Words that tell two grants apart, whatever else is alike.
_APART = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays weekday weekdays weekend weekends morning mornings afternoon afternoons evening evenings night nights "
    "january february march april may june july august september october november december spring summer autumn winter "
    "easter christmas halloween term first second third fourth fifth next further additional extra more another "
    "continued continuation extension again new old phase stage part year quarter week month one two three four five "
    "six seven eight nine ten eleven twelve north south east west northern southern eastern western upper lower central "
    "boys girls men women male female junior senior primary secondary adult adults"
)
_TELLING = frozenset(_APART.split())


class Purpose(NamedTuple):
    """A purpose as it was typed, and without letter case, signs and the little words."""

    typed: str
    plain: str


def purpose_of(text: str) -> Purpose:
    """Return the purpose that a text is."""
    plain = without_signs(text.casefold())
    if "anti social" in plain:
        plain = plain.replace("anti social", "antisocial")
    return Purpose(text, " ".join([word for word in plain.split() if word not in _LEFT_OUT]))


def same_purpose(one: Purpose, other: Purpose) -> bool:
    """Return whether two purposes are one and the same."""
    if one.plain == other.plain:
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where two grants have all but the purpose in common

    shorter, longer = sorted((one.plain, other.plain), key=len)
    alike = fuzz.ratio(shorter, longer, score_cutoff=ALIKE)
    if not alike and len(shorter) < _CLEARLY * len(longer):
        alike = fuzz.token_set_ratio(shorter, longer, score_cutoff=ALIKE)
    if not alike:
        return False
    left, right = _words(one.typed), _words(other.typed)
    if min(len(left), len(right)) < _FEWEST:
        return False
    return _slip_in_name(left, right) or _only_slips(_beyond(left, right), _beyond(right, left))


def _words(typed: str) -> list[str]:
    """Return the words that a purpose is told by, as they were typed."""
    plain = re.sub("(?i)anti[- ]social", "antisocial", re.sub("['’‘]", "", typed))
    return [word for word in re.findall(r"[^\W_]+", plain) if word.casefold() not in _LEFT_OUT]


def _slip_in_name(left: list[str], right: list[str]) -> bool:
    """Return whether all is the same but a letter of one word of a name that has another (“Newton Abbot”, “Newton Abbott”).

    A name of one word is another place's more often than it is misspelt, and so is one with another letter in it.
    """
    if len(left) != len(right):
        return False
    at = [number for number, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    if len(at) != 1 or at[0] < _FEWEST - 1:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    beside, one, other = left[at[0] - 1], left[at[0]], right[at[0]]
    named = (
        all(word.istitle() and word.isalpha() for word in (beside, one, other)) and beside.casefold() not in _TELLING
    )
    return (
        named
        and min(len(one), len(other)) >= _LONG
        and (len(one) != len(other) or sorted(one) == sorted(other))
        and one[0] == other[0]
        and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _beyond(words: list[str], others: list[str]) -> list[str]:
    """Return the words of a purpose that the other has not, as they were typed."""
    rest = [word.casefold() for word in others]
    beyond = []
    for word in words:
        if word.casefold() in rest:
            rest.remove(word.casefold())
        else:
            beyond.append(word)
    return beyond


def _only_slips(left: list[str], right: list[str]) -> bool:
    """Return whether what each has beyond the other is the other's word misspelt, or says nothing that tells them apart."""
    unmatched, more = list(right), []
    for word in left:
        match = next((one for one in unmatched if _misspelt(word, one)), None)
        if match is None:
            more.append(word)
        else:
            unmatched.remove(match)
    if more and unmatched:
        return False
    return len(more + unmatched) <= _MOST_MORE and not any(map(_tells, more + unmatched))


def _misspelt(one: str, other: str) -> bool:
    """Return whether one word is the other with a slip in it; a word with a capital may be the name of a place."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    left, right = one.casefold(), other.casefold()
    shorter = min(len(left), len(right))
    if (left in _TELLING and right in _TELLING) or left[0] != right[0] or not (left + right).isalpha():
        return False
    if not (one.islower() and other.islower()):
        return is_slip(left, right)
    allowed = 2 if shorter >= _LONG + 4 else 1
    return shorter >= _LONG and OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _tells(word: str) -> bool:
    """Return whether a word that only one purpose has makes it another: a figure, a time, an order, a name."""
    return not word.islower() or not word.isalpha() or word in _TELLING
