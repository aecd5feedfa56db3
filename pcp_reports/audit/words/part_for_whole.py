"""A sentence that gives the number of all grants of a list, and for their sum what one part of the list comes to.

“The 13 awards, totalling £7,430”, over three tables with 13 lines, of which the first comes to just £7,430: the sum is that of
the first table, told as that of all. A sentence that names the part means the part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import numbers_of, pence_of, sums_of
from pcp_reports.claims import Kind
from pcp_reports.stated.words import what_it_counts, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence

_FEWEST = 5  # lines; a smaller number may count anything
_PARTS = 2
_OF_SOME = re.compile(
    r"(?i)\b(?:of which|of whom|of (?:these|those|them)|includ\w+|up to|more than|over|under|first|last|other|others|further|each|every|so far|to date|remaining|left|"
    r"budget|request\w*|sought|asked for|applied|bids?|match\w*|while|whilst|but)\b"
)
_APART = re.compile(r"[;:()]|\s[–—-]\s|[.](?=\s)")


def gives_part_for_whole(sentence: Sentence, lines: int, parts: Mapping[str, int]) -> bool:
    """Return whether a sentence says of so many ``lines`` what one of the ``parts`` (each with its pence) comes to, and names none."""
    if lines < _FEWEST or len(parts) < _PARTS:
        return False
    sums = sums_of(sentence)
    numbers = [one for one in numbers_of(sentence) if what_it_counts(one) is not None]
    if len(sums) != 1 or len(numbers) != 1 or sums[0].kind is not Kind.EXACT or numbers[0].kind is not Kind.EXACT:
        return False
    if numbers[0].value != lines or list(parts.values()).count(pence_of(sums[0])) != 1:
        return False
    return _in_one_breath(sentence, numbers[0], sums[0]) and not _names_one(sentence.text, parts)


def _in_one_breath(sentence: Sentence, one: Claim, other: Claim) -> bool:
    """Return whether nothing parts two figures of a sentence, and no word of it is of some alone."""
    first, second = sorted((one, other), key=lambda claim: claim.start)
    between = sentence.text[first.end - sentence.start : second.start - sentence.start]
    return _APART.search(between) is None and _OF_SOME.search(sentence.text) is None


def _names_one(text: str, parts: Mapping[str, int]) -> bool:
    """Return whether a text has a word that tells one part from the others: “Abbey” of “Abbey Ward” and “Brook Ward”."""
    named = [frozenset(words_of(name)) for name in parts]
    common = frozenset.intersection(*named)
    own = frozenset().union(*named) - common
    return not own.isdisjoint(words_of(text))
