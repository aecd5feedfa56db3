"""Names that are probably one name, spelt twice: “St John's” and “Saint John’s”, “Café Zoe” and “Café Zoë”."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_LIKE = 0.75
"""How much of two names must be the same, from 0 to 1."""
_WORDS = {"st": "saint", "&": "and", "ltd": "limited", "assoc": "association"}
_SIGNS = str.maketrans("’‘“”‐‑‒–—", "''\"\"-----")


def plain_signs(words: str) -> str:
    """Return words with quotation marks and dashes as a keyboard has them."""
    return words.translate(_SIGNS)


def alike(first: str, second: str) -> bool:
    """Return whether two names are probably one; those with other figures in them (“1st” and “2nd”) never are."""
    one, other = _folded(first), _folded(second)
    if re.findall("[0-9]+", one) != re.findall("[0-9]+", other):
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _folded(name: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain_signs(name)) if not unicodedata.combining(sign))
    return " ".join(_WORDS.get(word, word) for word in re.findall(r"[^\W_]+|&", bare.casefold().replace("'", "")))
