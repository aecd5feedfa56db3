"""Sentences that say that a grant was made and leave it to the sentence before to name who got it: “It received £3,000”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.masks import MARK, without_nouns
from pcp_reports.audit.lines.amounts.payment import payment_of
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.from_others import is_from_others
from pcp_reports.audit.lines.single.sentences import got_by_it
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast

_WHOSE = re.compile(
    r"\W*(?:Their|Its|This|The)\s+(?:\w+\s+){0,3}?(?:grant|award|donation|funding)\s+of\s+£", re.IGNORECASE
)
_GOES = re.compile(
    r"(?:\s+(?:will|is\s+to|has\s+been|was|is\s+being)\s+(?:also\s+)?(?:be(?:en)?\s+)?(?:used|spent|help|pay|go|fund|enable|allow|cover|support|buy|provide|put))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|already|last\s+(?:year|time)|in\s+the\s+past|years?\s+ago|contract|salary|fine[ds]?|loans?|budget|in\s+sales|in\s+donations|from\s+(?:the\s+)?(?:sale|lottery|national\s+lottery|council|government))\b",
    re.IGNORECASE,
)
_WITH_IT = re.compile(
    rf"\W*(?:With|Thanks\s+to|Using|Through)\s+(?:(?:the|its|their|this|a)\s+)*{MARK},?\s+(?:it|they|(?:the|this)\s+(?:organi[sz]ation|charity|group|club|project|trust|team|school|church|academy|centre|society|association|company|council|forum|hospice|band|choir|hall|theatre))\s+[a-z]"
)
"""“With funding of £900 the club hopes to …”: whom the sentence before names got it."""

_THERE = re.compile(
    rf"\W*There\s+{MARK}\s+(?:was|has\s+been|is|will\s+be)\s+(?:made|awarded|given|granted|paid|approved|agreed)\b"
)
"""“There a grant of £500 was made”, behind a sentence that names the place."""

_ITS_VERB = re.compile(
    r"\s*(?:will|is\s+to|has\s+been|was|is\s+being)\s+(?:also\s+)?(?:be(?:en)?\s+)?(?:used\s+)?", re.IGNORECASE
)


def spoken_award(text: str, casts: Sequence[Cast], passage: int, offset: int) -> Award | None:
    """Return the grant of a sentence whose subject is “it”, “they”, “the club”, without a recipient; None for any other.

    What an office gets from the government, and what somebody got before, are no grants of this paper.
    """
    payment = payment_of(text, casts)
    if payment is None or payment.standing is not Standing.AWARDED or len(casts) > 2:  # noqa: PLR2004 - what it got, and what it costs
        return None
    masked, noun = without_nouns(text[: payment.start] + MARK + text[payment.end :])
    if naming.tells_of_income(masked) or is_from_others(masked) or _EARLIER.search(masked) is not None:
        return None
    after = masked[masked.index(MARK) + 1 :]
    if noun and _WHOSE.match(text) is not None and _GOES.match(after) is not None:
        verb = _ITS_VERB.match(after)
        after = after if verb is None else after[verb.end() :]
    elif (
        not got_by_it(masked, noun=noun)
        and (not noun or _WITH_IT.match(masked) is None)
        and _THERE.match(masked) is None
    ):
        return None
    after = "" if _THERE.match(masked) is not None else after
    amount = None if payment.pence is None else Money(payment.pence)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    purpose = splitting.purpose_behind(after)
    return Award("", purpose, amount, passage, start + offset, end + offset, payment.claim)
