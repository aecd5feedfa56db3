"""Sentences with a sum that are of no grant of this office: what a body got from others, and how much a fund gives as a rule.

“Elm Trust has since secured £18,000 from a national charity” thanks another giver: an office does not call itself “a charity”.
"""

from __future__ import annotations

import re

from pcp_reports.audit.lines.amounts.masks import MARK

_WAY = r"(?:\s+(?!(?:for|to|with|towards?|which|that|so|from|by)\b)[\w’'-]+){0,6}?"
_ANOTHER = r"(?:an?|two|three|four|several|some|various|many|other|another|local|national|regional|private|its\s+own|their\s+own|both|the\s+(?:national\s+)?(?:big\s+)?lottery)"
_FROM_SOMEBODY = re.compile(rf"{MARK}{_WAY}\s(?:from|by)\s+(?P<who>{_ANOTHER}\b[^.,;:(){MARK}]{{0,60}})", re.IGNORECASE)
_FROM = re.compile(rf"{MARK}{_WAY}\s(?:from|by|through)\s+(?P<who>[^.,;:(){MARK}]{{2,60}})")
_SINCE = re.compile(
    rf"\b(?:has|have|had|was|were)\s+(?:(?:since|subsequently|separately|later|then|now|already|elsewhere|itself|themselves)\s+|gone\s+on\s+to\s+|been\s+able\s+to\s+)(?:also\s+|been\s+|be\s+)?[a-z]+(?:\s+[a-z]+){{0,3}}\s+{MARK}"
    rf"|\b(?:went|goes)\s+on\s+to\s+[a-z]+(?:\s+[a-z]+){{0,3}}\s+{MARK}",
    re.IGNORECASE,
)
"""What was told of a body later than the grants: “has since secured”, “has gone on to win”."""

_OUR_OWN = re.compile(
    r"(?i)\b(?:funds?|funding|pots?|schemes?|budgets?|grants?|rounds?|totals?|sums?|allocations?|underspends?|applications?|bids?|programmes?|strands?|streams?|tranches?|proceeds|reserves?|commissioner|p\.?f?cc|op[cf]+c|office|mayor|us|me|panel|committee|members?|councillors?|wards?)\b"
)
_RULE = re.compile(
    rf"\b(?:gives?|makes?|offers?|awards|provides?|pays|allows?|grants)\s+(?:out\s+)?(?:(?:[a-z-]+\s+){{0,2}}(?:grants|awards|donations|sums|amounts|funding|gifts)\s+)?(?:(?:of|worth|for|up\s+to|between|from|a\s+maximum\s+of)\s+){{0,3}}{MARK}"
    rf"|\b(?:grants|awards|donations|sums)\s+(?:of|worth|for)\s+(?:(?:up\s+to|between|from)\s+)?{MARK}",
    re.IGNORECASE,
)
_TO_ONE = re.compile(rf"{MARK}\s+to\s+(?:the\s+)?[A-Z0-9]")


def is_from_others(masked: str) -> bool:
    """Return whether a body got its sum from somebody whom the words set apart from the office that reports."""
    if "from " not in masked and " by " not in masked and "through " not in masked:
        return False
    found = _FROM_SOMEBODY.search(masked)
    if found is not None and _OUR_OWN.search(found["who"]) is None:
        return True
    later = _SINCE.search(masked)
    giver = _FROM.search(masked, later.end() - 1) if later is not None else None
    return giver is not None and _OUR_OWN.search(giver["who"]) is None


def is_rule(masked: str) -> bool:
    """Return whether a sum that is no plain one is what a fund gives as a rule: “The Fund gives grants of up to £2,000”.

    “The Board awards up to £500 to Elm Club” is a grant.
    """
    return _RULE.search(masked) is not None and _TO_ONE.search(masked) is None
