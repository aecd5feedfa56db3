"""Labels of items that count on: “(ii)” and “(iii)”, “4.” and “5.”, so that what stands between them parts no list."""

from __future__ import annotations

import re

_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii"),
    *("xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv"),
)  # fmt: skip
_COUNTED = re.compile(r"([^0-9A-Za-z]*)((?:[0-9]+\.)*)([0-9]{1,4}|[A-Za-z]{1,6})([^0-9A-Za-z]*)")


def label_kind(label: str) -> str:
    """Return how a label is written, whatever its number: “9.” and “10.” alike, “(a)” and “(b)”."""
    if re.fullmatch(r"[^0-9A-Za-z]*", label):
        return label.strip()
    return re.sub(r"[0-9]+", "0", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", label)))


def counts_on(label: str, other: str) -> bool:
    """Return whether a label is the next one behind another, in figures, letters or Roman figures."""
    one, two = _COUNTED.fullmatch(label.strip()), _COUNTED.fullmatch(other.strip())
    if one is None or two is None or one.group(1, 2, 4) != two.group(1, 2, 4):
        return False
    first, second = one[3], two[3]
    if first.isdigit() or second.isdigit():
        return first.isdigit() and second.isdigit() and int(second) == int(first) + 1
    if first.isupper() is not second.isupper():
        return False
    low, high = first.casefold(), second.casefold()
    if low in _ROMAN and high in _ROMAN and _ROMAN.index(high) == _ROMAN.index(low) + 1:
        return True
    return len(low) == len(high) == 1 and ord(high) == ord(low) + 1
