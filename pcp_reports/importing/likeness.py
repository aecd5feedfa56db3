"""Names that are probably one name, spelt twice: “St John's” and “Saint John’s”, “Café Zoe” and “Café Zoë Ltd”."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from pcp_reports.recipients.names import plain

_LIKE = 0.75
"""How much of two names must be the same, from 0 to 1."""
_SIGNS = str.maketrans("’‘“”‐‑‒–—", "''\"\"-----")


def plain_signs(words: str) -> str:
    """Return words with quotation marks and dashes as a keyboard has them."""
    return words.translate(_SIGNS)


def alike(first: str, second: str) -> bool:
    """Return whether two names are probably one; those with other figures in them (“1st” and “2nd”) never are.

    What stands behind a name as its legal form – Ltd, Limited, CIC, CIO – tells nothing: bodies take one on, and offices
    leave it out.
    """
    one, other = " ".join(_words(first)), " ".join(_words(second))
    if re.findall("[0-9]+", one) != re.findall("[0-9]+", other):
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def within(first: str, second: str) -> bool:
    """Return whether all the words of the one stand in the other: “Refuge” and “Wyre Refuge Trust”, “boxing” and “boxing lessons”."""
    one, other = set(_words(first)), set(_words(second))
    return bool(one and other) and (one <= other or other <= one)


def may_be_one(first: str, second: str) -> bool:
    """Return whether two names may be of one body: probably one name, or the one told at greater length."""
    return alike(first, second) or within(first, second)


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    words = plain(plain_signs(name)).words
    return tuple("saint" if word == "st" else word for word in words if any(sign.isalnum() for sign in word))
