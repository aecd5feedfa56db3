"""How many bids were met, told in passing in the paragraph above a list, and what of such a sentence says nothing of the number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.numbers_places import headings_over
from pcp_reports.audit.words.numbers_told import NUMBER, numbers_told, value_of
from pcp_reports.audit.words.rounds_named import rounds_named
from pcp_reports.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.words.numbers_told import Told
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_OF_THE_BIDS = re.compile(r"(?i)\bof (?:them|these|those|the (?:bids|applications|projects|applicants|groups))\b")
_CHANGES = re.compile(
    r"(?i)\b(?:since|withdr\w+|declin\w+|refus\w+|return\w*|handed|lapsed|conditional|subject to|pending|not|never|no longer|one|another|other|further|also|more|later|earlier|"
    r"defer\w*|reserve|including|includes|except|without|round|last|previous\w*|next)\b"
)
_WITH_HELP = re.compile(r"(?i)\b(?:helped|met)\b")
_EARLIER = re.compile(r"(?i)\b(?:last|previous\w*|earlier|before|ago|since|other|another)\b")
"""Behind the number of bids that were met: what may have become of one of them, or another list."""
SINCE = re.compile(
    rf"(?i)\bsince (?:(?:the (?:end|start|beginning) of )?(?:last |early |mid-|late )?(?:{'|'.join(MONTHS)})\b(?: 20[0-9]{{2}})?|(?:the|our|its|his|her|my|their) (?:last|previous) (?:meeting|report|update|paper)\b|(?:we|you|it|the panel|members) last met\b)"
)
"""“Had since July made six grants. They were:” says when those beneath were made."""


def tells_in_passing(paper: Paper, one: Round, sentences: Sequence[Sentence], at: int) -> bool:
    """Return whether a sentence of the paragraph above a list says how many bids were met, and the others give no number of grants.

    “The Commissioner has agreed to fund six of them. We were asked for £81,415; there was £32,000 to give.”: what stands behind
    it is of the money alone. Words there that change the number, or tell of another round, leave it open.
    """
    text, before, behind = sentences[at].text, sentences[:at], sentences[at + 1 :]
    if not any(each.met for each in numbers_told(text)) or not _OF_THE_BIDS.search(text):
        return False
    if _WITH_HELP.search(text) or any(_EARLIER.search(one.text) for one in before):
        return False
    own = rounds_named(paper.passages[index].text for index in headings_over(paper, one))
    named = rounds_named(one.text for one in sentences)
    if any(not numbers <= own.get(kind, frozenset()) for kind, numbers in named.items()):
        return False
    others = (*before, *behind)
    return not any(
        any(each.met for each in numbers_told(one.text)) or (one in behind and _CHANGES.search(one.text))
        for one in others
    )


def gives_another_right(text: str, each: Told, ways: Sequence[int]) -> bool:
    """Return whether another number of a sentence that leads to a list is that of its lines: “six grants; the five from the Fund were:”."""
    return any(match.start() != each.start and value_of(match[0]) in ways for match in NUMBER.finditer(text))
