"""A whole that says of how many rounds it is, and each of them in a sentence behind it: “two rounds, with £300 in all. In June …”.

The number says that the parts are all, where just as many sentences follow that begin alike and give one sum each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import sentence_ends
from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.words import OPEN, POT, TOTALLING
from pcp_reports.audit.words.names import MONTH
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.made_up.figures import Figure

_FEWEST = 2
_NUMBER = re.compile(rf"\b(?P<many>[2-9]|{TWO_TO_TWELVE})\s+(?:[a-z-]+\s+){{0,2}}[a-z]+s\b", re.IGNORECASE)
_WHEN = re.compile(
    rf"\s*(?:(?:In|On|By|During)\s+(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s+)?(?:early\s+|late\s+|mid-?\s?)?(?P<when>{MONTH}|spring|summer|autumn|winter|20[0-9]{{2}})"
    r"|(?:In\s+|Under\s+)?The\s+(?P<which>first|second|third|fourth|fifth|sixth)\b|(?:In\s+|Under\s+)?(?:Round|Phase|Stage|Tranche|Strand)\s+(?P<nth>[0-9]|one|two|three|four|five|six)\b)",
    re.IGNORECASE,
)


def in_turn(text: str, figures: Sequence[Figure]) -> Iterator[MadeUp]:
    """Yield the wholes of a paragraph that are followed by as many sentences with one sum each as they say."""
    begin, sentences = 0, []
    for end in sentence_ends(text):
        sentences.append((begin, end, [one for one in figures if begin <= one.start < end]))
        begin = end
    for at, (start, end, row) in enumerate(sentences):
        number = _NUMBER.search(text, start, end) if len(row) == 1 else None
        if number is None or TOTALLING.search(text, start, end) is None:
            continue
        if OPEN.search(text[start:end]) or POT.search(text[start:end]):
            continue
        many = number_of(number["many"])
        behind = sentences[at + 1 : at + 1 + many]
        if not _FEWEST <= many == len(behind) or any(len(one[2]) != 1 for one in behind):
            continue
        heads = [_WHEN.match(text, first, last) for first, last, _ in behind]
        named = {_head(one) for one in heads if one is not None}
        if len(named) != many or len({one.lastgroup for one in heads if one is not None}) != 1:
            continue
        further = sentences[at + 1 + many : at + 2 + many]
        if further and further[0][2] and _WHEN.match(text, further[0][0], further[0][1]) is not None:
            continue
        if all(OPEN.search(text[first : one[0].start]) is None for first, _, one in behind):
            yield MadeUp(row[0], tuple(one[0] for *_, one in behind), Shut.LIST)


def _head(one: re.Match[str]) -> str:
    return (one["when"] or one["which"] or one["nth"]).casefold()
