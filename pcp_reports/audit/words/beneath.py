"""Which sentence of a paragraph speaks of the list beneath it, and which of what is not in that list.

“Five projects were agreed, with grants of £51,000 in all. The other £4,000 was handed back.”: the second sentence tells of
no line of the list, though it stands nearest to it.
"""

from __future__ import annotations

import re

from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.names import sentences

_OTHERS = re.compile(
    r"(?i)\W*(?:the (?:rest|remaining|remainder|balance|others?|unsuccessful|bigger|larger|smaller|most|largest|smallest)\b|"
    r"(?:an?)?other\b|others\b|(?:a )?(?:further|final|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|(?:any|some|most|many|few|several|both|none|no) |"
    r"(?:those|anyone|groups|bodies|applicants|bids|applications|projects) (?:that|who|which|whose|with|for|over|under|above|below|asking)\b|"
    r"what(?:ever)? (?:is|was|has|had|could|cannot)\b|nothing\b)|"
    r"[^.;]*;\s*(?:the (?:rest|remaining|remainder|others?)|those (?:that|who|which)|others)\b"
)


def _is_of_others(text: str) -> bool:
    """Return whether a sentence speaks of some only, or of what is left: “The rest is spent on a contract”."""
    return not leads(text) and _OTHERS.match(text.strip()) is not None


def telling(text: str) -> str:
    """Return the sentence of a paragraph that speaks of the list beneath it.

    That is the last one, unless it speaks of others; then the one before, or the one that leads to the list.
    """
    every = sentences(text)
    if leads(every[-1]):
        return every[-1]
    pointing = [one for one in every if leads(one)]
    if pointing:
        return pointing[-1]
    return next((one for one in reversed(every) if not _is_of_others(one)), every[-1])
