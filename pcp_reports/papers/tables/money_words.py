"""Which headings stand over a column of money, and what a sum in such a column looks like, in a text that has no cells."""

from __future__ import annotations

import re

_AMOUNTS = "amount amounts total grant sum value funding"
_NOUNS = f"{_AMOUNTS} grants award awards request requests allocation cost contribution swm"
_DONE = "requested awarded granted asked applied approved agreed given offered recommended suggested proposed sought allocated paid dyfarnwyd"
_WORD = frozenset(f"{_NOUNS} {_DONE} £".split())
_YEAR = re.compile(r"20\d\d(?:[-/–]\d{2,4})?")
SUM = r"(?:£ ?)?\d{1,3}(?:,\d{3})+(?:\.\d\d)?|(?:£ ?)?\d+\.\d\d|£ ?\d+|\d{1,6}|[-–]|[Nn]il"
"""A sum in a column of money, with a pound sign or without; nought may be a dash."""


def bare(word: str) -> str:
    """Return a word of a heading without the brackets behind it and about it, in small letters."""
    return word.split(" ", maxsplit=1)[0].strip("()*:").casefold()


def is_of_money(word: str) -> bool:
    """Return whether a word is the heading of a column of money, or the last of it: “Award (£)”, “2024/25”."""
    return bare(word) in _WORD or _YEAR.fullmatch(bare(word)) is not None


def tells_what_of(word: str) -> bool:
    """Return whether a word says what became of an amount: the second of “Amount requested”."""
    return bare(word) in _DONE.split()


def is_an_amount(word: str) -> bool:
    """Return whether a word is the first of “Amount requested”."""
    return bare(word) in _AMOUNTS.split()
