"""Which known name was meant by one that is not known, and whether that is certain enough to be written into a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed, quoted, slips_between

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_NAMED = 3
"""How many names that are equally near are told."""
LONG_WORD = 5
"""From how many letters on a word with one slip in it can only be that word."""

_MONTHS = frozenset(
    (*(name.casefold() for name in (*MONTHS, *MONTHS_CY)), *(name.casefold()[:3] for name in MONTHS), "sept")
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The names that were probably meant, the likeliest alone; ``certain`` when there is one and nothing else it could be."""

    names: tuple[str, ...] = ()
    certain: bool = False

    @property
    def question(self) -> str:
        """Return “ Did you mean …?” with a blank before it, or nothing."""
        return f" Did you mean {listed([quoted(name) for name in self.names], 'or')}?" if self.names else ""


def what_was_meant(typed: str, known: Iterable[str]) -> Meant:
    """Return what was meant by a name that is not known.

    A difference of letter case, accents, blanks, hyphens and underscores is certain, and so is one slip inside a word of
    five letters where no other name is as near. A name that differs in a figure or in a month's name is another name:
    it is never offered alone, as the answer.
    """
    names = tuple(dict.fromkeys(known))
    plain = _plain(typed)
    same = [name for name in names if _plain(name) == plain] if plain else []
    if same:
        return Meant(tuple(same[:MOST_NAMED]), certain=len(same) == 1 and _figures(same[0]) == _figures(typed))
    near: list[str] = []
    rest = list(names)
    # The nearest, and whatever is as near: a name taken out lays open the next.
    while len(near) <= MOST_NAMED and (one := did_you_mean(typed, rest)) is not None:
        near.append(one)
        rest.remove(one)
    fewest = min((_slips(typed, name) for name in near), default=0)
    tied = [name for name in near if _slips(typed, name) == fewest]
    if len(tied) != 1:
        return Meant(tuple(tied)) if len(tied) <= MOST_NAMED else Meant()
    if _another(typed, tied[0]):
        return Meant()
    return Meant((tied[0],), certain=_one_slip_in_a_long_word(typed, tied[0]))


def instead(line: str, at: int, typed: str, meant: Meant) -> tuple[str, str | None]:
    """Return what to type for a name on a line, and the line as it should be where what was meant is certain.

    The name stands at ``at`` (from 0) or behind it: the key before it may hold the same letters.
    """
    name = next((one for one in (typed, unicodedata.normalize("NFD", typed)) if one in line[at:]), None)
    if len(meant.names) != 1 or name is None:
        return f"Type {listed([quoted(one) for one in meant.names], 'or')}.", None
    new = line[:at] + line[at:].replace(name, meant.names[0], 1)
    return f"Type: {new.strip()}", new if meant.certain and new != line else None


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[\s\-_'’]+", "", "".join(sign for sign in letters if not unicodedata.combining(sign)))


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s\-_]+", unicodedata.normalize("NFC", name).casefold()) if word]


def _figures(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _another(typed: str, name: str) -> bool:
    """Return whether two names differ in a figure, or in the month that they name."""
    months = [set(_words(one)) & _MONTHS for one in (typed, name)]
    return _figures(typed) != _figures(name) or (months[0] != months[1] and all(months))


def _one_slip_in_a_long_word(typed: str, name: str) -> bool:
    pairs = list(zip(_words(typed), _words(name), strict=False))
    apart = [(one, other) for one, other in pairs if one != other]
    if len(_words(typed)) != len(_words(name)) or len(apart) != 1:
        return False
    one, other = apart[0]
    return len(other) >= LONG_WORD and _slips(one, other) == 1


def _slips(one: str, other: str) -> int:
    """Return how many slips lie between two names, blanks, hyphens, accents and letter case apart."""
    most = len(one) + len(other)
    return slips_between(_plain(one), _plain(other), most) or 0
