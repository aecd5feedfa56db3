"""What a meeting decided of an application, where minutes say so in a sentence of its own behind the line.

“Elm Bowls Club – £2,500 – green repairs. Deferred to September, so that the club can show its lease.” The first such sentence
tells; what follows it gives reasons, or speaks of other things.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.amounts.role_words import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast

_BEGINS = re.compile(r"(?<=[\w)”’\"'\ue000])[.!;]\s+(?=[A-Z])|\s[–—-]\s+(?=[A-Z])|\n\s*(?=[A-Z])")
_WHO = r"(?:members|councillors|trustees|(?:the\s+)?(?:committee|panel|board|council|commissioner|pcc|chair|chairman|meeting|sub-committee|trustees|group))"
_OF_IT = (
    r"(?:(?:this|it|the|that|their|its|an?)\s+)?(?:(?:whole\s+)?(?:application|bid|request|item|matter|grant|award|decision|consideration|proposal)\s+)?"
    r"(?:(?:that|was|were|is|has|been|be|therefore|then|also|now|unanimously|therefore|to)\s+)*"
)
_SAYS = re.compile(
    rf"(?:(?:decision|outcome|result|status|resolved|resolution|agreed|recommendation)\s*[:–—-]\s*)?(?:it\s+(?:was|is)\s+)?(?:{_WHO}\s+)?"
    rf"(?:(?:unanimously\s+)?(?:resolved|agreed|decided|voted|chose|wished|felt\s+able|felt\s+unable|was\s+unable|were\s+unable)\s+(?:unanimously\s+)?(?:that\s+|(?=(?:not\s+)?to\s)))?{_OF_IT}",
    re.IGNORECASE,
)
_GOES_ON = (
    r"(?=\s*(?:$|[.,;:!(\[–—])|\s+(?:to|for|until|till|as|because|pending|so|since|at|on|in|owing|due|subject|after|following|while|with|and|but|without|having"
    r"|unanimously|this|the\s+(?:application|bid|request|grant|item)|it|unless|when|if|from|under|before|outright|again|by\s+(?:the\s+|a\s+)?[a-z]+)\b)"
)
"""What may follow: a verb that decides stands alone, or goes on with a small word; “Refused asylum seekers” are who is helped."""

_FATES = tuple(
    (standing, re.compile(rf"(?:{words}){_GOES_ON}", re.IGNORECASE))
    for standing, words in (
        (
            Standing.DECLINED,
            (
                r"declined?|refused?|rejected?|turn(?:ed)?\s+down|unsuccessful|dismissed|lost|ineligible|no\s+(?:award|grant|funding)(?:\s+was)?(?:\s+(?:made|given))?"
                r"|(?:not|unable|could\s+not)\s+(?:(?:to|be|been)\s+)*(?:approved?|agreed?|supported?|funded?|granted?|awarded?|accepted?|recommended|eligible|successful|fund|award|support|grant)"
            ),
        ),
        (
            Standing.WITHDRAWN,
            r"withdrawn|withdrew|(?:the\s+)?(?:applicants?|club|group|organisation)\s+(?:has\s+|have\s+|had\s+)?(?:since\s+)?(?:withdrawn|withdrew)|lapsed",
        ),
        (
            Standing.REQUESTED,
            (
                r"defer(?:red)?|adjourn(?:ed)?|postponed?|put\s+off|(?:held|stood|carried|left)\s+over|left\s+on\s+the\s+table|lie\s+on\s+the\s+table|no\s+decision(?:\s+was\s+(?:made|taken|reached))?"
                r"|refer(?:red)?\s+back|to\s+be\s+(?:reconsidered|brought\s+back)|brought\s+back"
            ),
        ),
        (
            Standing.AWARDED,
            r"approved?(?!\s+by\b)|agreed?(?!\s+by\b)|granted|awarded|carried(?!\s+over)|successful|supported?(?!\s+(?:by|with)\b)",
        ),
    )
)
_WORDS = ("eclin", "efus", "eject", "urned", "urn down", "success", "ismiss", "lost", "eligib", "o award", "o grant", "o fund", "not ", "nable", "ithdr", "apsed", "efer", "djourn", "ostpon", "ut off", " over", "eft on", "lie on", "decision", "econsid", "rought back", "pprov", "gree", "rant", "ward", "arried", "upport")  # fmt: skip
_LESS = re.compile(r"(?i)\b(?:in\s+part|part(?:ly|ially)|part-|reduced|half|lower|less\s|smaller)\b")


def decided_behind(masked: str) -> tuple[Standing | None, str]:
    """Return what the first sentence behind a line that decides says, and the line without it; None where none does.

    A sentence with the amount in it is part of the line; what was approved in part may be any sum.
    """
    at = masked.find(MARK)
    low = masked.lower()
    if at < 0 or not any(word in low for word in _WORDS):
        return None, masked
    for begins in _BEGINS.finditer(masked, at):
        standing = _said_at(masked, begins.end())
        if standing is None:
            continue
        stop = _ENDS.search(masked, begins.end())
        said = masked[begins.end() : len(masked) if stop is None else stop.start()]
        if standing is Standing.AWARDED and _LESS.search(said) is not None:
            return None, masked
        return standing, masked[: begins.start()]
    return None, masked


def granted_behind(text: str, casts: Sequence[Cast]) -> int | None:
    """Return where the sentence begins that grants the second of two sums, no more than the first; None where none does.

    “Elm Hub – £900 – tents. Agreed at £500.”: the first is what was asked for, the second what was given.
    """
    if len(casts) != _TWO:
        return None
    asked, given = casts
    if asked.role not in (Role.AWARD, Role.REQUESTED) or given.role is not Role.AWARD:
        return None
    if asked.sum.pence is None or given.sum.pence is None or given.sum.pence > asked.sum.pence:
        return None
    begins = (found for found in _BEGINS.finditer(text, asked.end, given.start))
    return next((one.start() for one in begins if _GRANTS.fullmatch(text, one.end(), given.start)), None)


def _said_at(masked: str, at: int) -> Standing | None:
    """Return what a sentence that begins there decides; None where it decides nothing."""
    says = _SAYS.match(masked, at)
    starts = {at, at if says is None else says.end()}
    return next((standing for standing, pattern in _FATES if any(pattern.match(masked, one) for one in starts)), None)


_TWO = 2
_ENDS = re.compile(r"(?<=[a-z0-9)])[.;](?=\s|$)")
_GRANTS = re.compile(
    r"(?i)(?:(?:it was|members|the (?:committee|panel|board|council|commissioner)) )?(?:approved|agreed|awarded|granted|supported|resolved|recommended)\b[^.;£]{0,60}"
)
