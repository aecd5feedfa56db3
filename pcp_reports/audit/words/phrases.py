"""Turns of phrase that several patterns have in common, as alternatives or parts of a pattern."""

from __future__ import annotations

import re

GIVES = r"giv(?:es?|en|ing)|gave|allocat(?:ed?|es|ing)|approv(?:ed?|es|ing)|distribut(?:ed?|es|ing)"
"""That money is given; “award” and “grant” are nouns as well, and stand where they are asked for."""

COMES_TO = r"com(?:es?|ing) to|came to|amount(?:s|ed|ing)? to|add(?:s|ed|ing)? up to"
"""That several sums make one."""

IN_ALL = r"in (?:all|total)|altogether"
"""That a sum is of all."""

HEDGED = r"(?:just |a little |slightly )?(?:over |under |about |around |nearly |almost |more than |less than |some )?"
"""What may stand before a sum that is not told to the pound; nothing, too."""

_ADDS_UP = re.compile(r"(?i)\badd(?:s|ed|ing)? up to\b")


def with_sums_plain(text: str) -> str:
    """Return words with “they add up to” as “they come to”: its “up to” is no bound of a sum."""
    return _ADDS_UP.sub("come to", text)
