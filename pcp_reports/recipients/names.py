"""When two spellings are of one recipient's name: near certain, or nothing is said.

“Burnley Leisure & Culture Group” and “Burnley Leisure and Culture Grp” are one body; “Preston North” and “Preston
South”, “1st Barchester Scouts” and “2nd Barchester Scouts”, “Carlton Club” and “Charlton Club” are two.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_COMPARED = 2_000
"""How many names that differ in one word alone are compared with each other; beyond it nothing is asked about them."""

_BLANKS, _NOTHING = '&-–—_/\\,;:!?()[]{}|*+"“”„«»#', ".'’‘ʼ`´"
_SIGNS = str.maketrans(dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_NOTHING, ""))
# The same for names in plain letters, in a quarter of the time.
_PLAIN_BLANKS, _PLAIN_NOTHING = (signs.encode("ascii", "ignore") for signs in (_BLANKS, _NOTHING))
_PLAIN_SIGNS = bytes.maketrans(_PLAIN_BLANKS, b" " * len(_PLAIN_BLANKS))
_LEFT_OUT = frozenset(("the", "and"))
_SHORT = {
    "grp": "group",
    "gp": "group",
    "assoc": "association",
    "assn": "association",
    "ctr": "centre",
    "center": "centre",
    "fdn": "foundation",
    "organization": "organisation",
    "saint": "st",
}
_OTHERWISE = _LEFT_OUT | _SHORT.keys()
_FORMS = {"ltd": "ltd", "limited": "ltd", "cyf": "ltd", "cyfyngedig": "ltd"} | {
    form: form for form in ("cic", "cio", "plc", "llp")
}
_LONG_FORMS = {
    "community interest company": "cic",
    "charitable incorporated organisation": "cio",
}

_FEW = 30  # words that are compared each with each
_SHORTEST = 6  # letters of a word in which a slip is looked for
_SURE = 10  # letters from which on two words that differ by one letter are not two names of places
_PLACES = (
    "ton ley ham wich by ford bury wick field worth wood well den don ville stead hurst dale shaw church borough mouth "
    "pool port chester caster combe land side bridge"
)
_ENDINGS = tuple(_PLACES.split())
# Words of which names are made, and which are therefore no other body's when misspelt.
_NAMED = (
    "academy accessible action activities activity advice advocacy allotment amateur anglican association athletic "
    "baptist borough boxing brigade business carers catholic centre charitable charity children childrens church "
    "citizens clinic college combined committee community company constabulary council counselling country county "
    "cricket culture cultural cycling dementia development disability district diocese domestic education "
    "educational enterprise enterprises environment environmental equality exchange families family federation "
    "football forest foundation friends garden gardens gospel governors grammar health heritage homeless hospice "
    "housing improvement inclusion independent initiative institute international islamic junior justice leisure "
    "library limited management memorial mental methodist ministries mission mosque motorcycle multicultural museum "
    "muslim national neighbourhood neighbourhoods netball network nursery opportunities orchestra organisation "
    "outreach parents parish partnership people peoples pensioners performing playing police preschool primary prison "
    "probation programme project projects recovery recreation recreational refuge refugee refugees regeneration "
    "rehabilitation rescue residents restorative retailers running safety salvation scheme school schools scouts "
    "secondary security services service sheltered social societies society sports street students studio support "
    "swimming temple tenants theatre therapy therapeutic together traders trading training transport trustees united "
    "university victims village villages voluntary volunteer volunteers watch welfare wellbeing wildlife womens "
    "workshop workshops wrestling younger"
)
_COMMON = frozenset(_NAMED.split())


class Plain(NamedTuple):
    """A name without what spellings of it differ in: ``words`` and, where it is said, the legal form behind them."""

    words: tuple[str, ...]
    form: str = ""

    @property
    def run(self) -> str:
        """Return the words run together, as “Youth Zone” and “Youthzone” are one."""
        return "".join(self.words)


def plain(name: str) -> Plain:
    """Return the name without letter case, accents, signs, “the”, “and”, “&”, its legal form and an acronym behind it."""
    text = without_signs((_without_acronym(name) if name.endswith(")") else name).casefold())
    if text.endswith(("company", "organisation")):
        for long, short in _LONG_FORMS.items():
            text = text.removesuffix(long) + short if text.endswith(long) else text
    words = text.split()
    if not _OTHERWISE.isdisjoint(words):
        words = [_SHORT.get(word, word) for word in words if word not in _LEFT_OUT]
    form = ""
    while len(words) > 1 and words[-1] in _FORMS:
        form = _FORMS[words.pop()]
    return Plain(tuple(words or text.split() or [name]), form)


def without_signs(text: str) -> str:
    """Return the text with blanks for its signs, and without apostrophes, full stops and accents."""
    if text.isascii():
        return text.encode().translate(_PLAIN_SIGNS, _PLAIN_NOTHING).decode()
    return _without_accents(text).translate(_SIGNS)


def _without_accents(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - only for names that have any

    letters = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _without_acronym(name: str) -> str:
    """Return the name without the brackets behind it that hold the first letters of its words: “… Network (KRAN)”."""
    match = re.fullmatch(r"(.+?)\s*\(([A-Z]{2,8})\)", name)
    if match is None:
        return name
    letters = iter(re.findall(r"\b\w", match[1].casefold()))
    return match[1] if all(letter in letters for letter in match[2].casefold()) else name


def near_pairs(names: Iterable[Plain]) -> Iterator[tuple[Plain, Plain]]:
    """Yield the pairs of names that differ by a slip in one word alone; none of them is the other run together.

    Only names whose words begin alike, and whose figures are the same, are looked at.
    """
    first: dict[tuple[str, ...], Plain] = {}
    alike: dict[tuple[str, ...], list[Plain]] = {}
    for name in names:
        begun = tuple([word if word[:1].isdigit() else word[:1] for word in name.words])
        known = first.setdefault(begun, name)
        if known is not name:
            alike.setdefault(begun, [known]).append(name)
    for several in alike.values():
        yield from _within(several)


def _within(alike: list[Plain]) -> Iterator[tuple[Plain, Plain]]:
    """Yield the near pairs of names whose words begin alike: they have all words but one in common."""
    beside: dict[tuple[int, tuple[str, ...]], list[Plain]] = {}
    for name in alike:
        words = name.words
        for at, word in enumerate(words):
            if len(word) >= _SHORTEST - 1 and word.isalpha():
                beside.setdefault((at, (*words[:at], *words[at + 1 :])), []).append(name)
    for (at, rest), names in beside.items():
        if not 1 < len(names) <= MOST_COMPARED:
            continue
        for left, right in _likely([name.words[at] for name in names]):
            one, other = names[left], names[right]
            if one.run != other.run and is_slip(one.words[at], other.words[at], alone=not rest):
                yield one, other


def _likely(words: list[str]) -> Iterable[tuple[int, int]]:
    """Return the pairs of words, by their numbers, of which one may be the other with a slip in it.

    Of many words, those that are one once a letter is taken from either; and a common word with every other, as it may
    have two slips in it.
    """
    if len(words) <= _FEW:
        return combinations(range(len(words)), 2)
    without: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for left in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            without.setdefault(left, []).append(number)
    likely = {pair for alike in without.values() for pair in combinations(alike, 2)}
    common = [number for number, word in enumerate(words) if word in _COMMON]
    likely |= {(min(one, other), max(one, other)) for one in common for other in range(len(words)) if one != other}
    return sorted(likely)


def is_slip(one: str, other: str, *, alone: bool = False) -> bool:
    """Return whether one word can only be the other with a slip of the pen in it; both begin with the same letter.

    ``alone``: nothing else stands in the name, so that less is certain.
    """
    longer = max(len(one), len(other))
    if longer < _SHORTEST or abs(len(one) - len(other)) > 2:  # noqa: PLR2004 - two slips
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where two names are nearly alike

    slips = OSA.distance(one, other, score_cutoff=2)
    if one in _COMMON or other in _COMMON:
        if one in _COMMON and other in _COMMON:
            return one + "s" == other or other + "s" == one
        return slips == 1 or (slips == 2 and longer >= _SURE - 1)  # noqa: PLR2004 - as above
    if slips != 1 or (alone and longer < _SHORTEST + 2):
        return False
    return _of_one_place(one, other)


def _of_one_place(one: str, other: str) -> bool:
    """Return whether two words that are one slip apart, and no common ones, are hardly the names of two places.

    Letters changed over are a slip; a letter too many may make another place where the end of the name stays
    (Carlton and Charlton, Whaley and Whalley), unless the name is long; another letter makes one nearly always.
    """
    longer = max(len(one), len(other))
    ends = [next((end for end in _ENDINGS if word.endswith(end)), "") for word in (one, other)]
    if len(one) == len(other):
        if sorted(one) == sorted(other):
            return True
        return longer >= _SHORTEST + 2 and bool(ends[0]) != bool(ends[1])
    return longer > _SHORTEST and (longer >= _SURE or not ends[0] or ends[0] != ends[1])
