"""Names that are probably one name, spelt twice: “St John's” and “Saint John’s”, “Café Zoe” and “Café Zoë Ltd”."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from pcp_reports.recipients.names import is_slip, plain

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
    one, other = " ".join(name_words(first)), " ".join(name_words(second))
    if re.findall("[0-9]+", one) != re.findall("[0-9]+", other):
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def within(first: str, second: str) -> bool:
    """Return whether all the words of the one stand in the other: “Refuge” and “Wyre Refuge Trust”, “boxing” and “boxing lessons”."""
    one, other = set(name_words(first)), set(name_words(second))
    return bool(one and other) and (one <= other or other <= one)


def may_be_one(first: str, second: str) -> bool:
    """Return whether two names may be of one body: probably one name, or the one told at greater length."""
    return alike(first, second) or within(first, second)


def one_name(first: str, second: str) -> bool:
    """Return whether two names are so surely of one body that nobody need be asked: respelt, or the one at greater length.

    Each word of the one stands in the other, but for a slip or a plural. “Chorley Borough Council” and “Burnley Borough
    Council” are two bodies, however much of them is the same.
    """
    one, other = name_words(first), name_words(second)
    if not (one and other) or "".join(one) == "".join(other):
        return bool(one and other)
    fewer, more = sorted(
        ([word for word in one if word not in other], [word for word in other if word not in one]), key=len
    )
    return all(any(_one_word(word, theirs) for theirs in more) for word in fewer)


def _one_word(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and (one + "s" == other or other + "s" == one or is_slip(one, other))


def other_form(first: str, second: str) -> bool:
    """Return whether two names bear different legal forms: “Mill Ltd” and “Mill CIO”, but not “Mill” and “Mill CIO”."""
    one, other = plain(first).form, plain(second).form
    return bool(one and other) and one != other


@lru_cache(maxsize=1024)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words by which a name is known: without its legal form, signs, accents and “the”."""
    words = plain(plain_signs(name)).words
    return tuple("saint" if word == "st" else word for word in words if any(sign.isalnum() for sign in word))
