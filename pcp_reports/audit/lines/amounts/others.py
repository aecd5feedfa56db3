"""Sums beside an award that are no part of it: what another body pays, what somebody had before, what is kept back."""

from __future__ import annotations

import re

_BODY = (
    r"(?:council|church|school|parish|diocese|lottery|company|compan(?:y|ies)|business(?:es)?|sponsors?|members|parents|reserves|foundation|association|trust|charity|club|group|hospital|university"
    r"|college|government|ministry|department|force|district|town|borough|landlord|insurers?|committee|congregation|residents|applicants?|schools|councils|churches|others?|partners?|organisation|team|federation)"
)
_PAYS = (
    r"(?:pay(?:s|ing)?|paid|find(?:s|ing)?|found|meet(?:s|ing)?|met|add(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|put(?:s|ting)?\s+(?:in|up|towards?|forward)|rais(?:e|es|ed|ing)|cover(?:s|ed|ing)?"
    r"|giv(?:e|es|en|ing)|gave|provid(?:e|es|ed|ing)|match(?:es|ed|ing)?|fund(?:s|ed|ing)?|chip(?:s|ped|ping)?\s+in|supply(?:ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?)"
)
_REST = r"(?:the\s+|an?\s+|its\s+own\s+|their\s+own\s+)?(?:remaining|other|others|rest(?:\s+of\s+the)?|balance(?:\s+of)?|remainder(?:\s+of)?|difference(?:\s+of)?|shortfall(?:\s+of)?|another|further|extra|additional)?\s*(?:cost\s+of\s+)?"
_PAID_BY_A_BODY = re.compile(
    rf"\b(?:the|its|their|a|an|another|local|parish|town|county|district|city)\s+(?:[a-z][\w’'-]*\s+){{0,3}}?(?-i:{_BODY})\s+(?:(?:is|are|has|have|had|will|would|to|who|which|also|itself|themselves|now|then)\s+){{0,3}}{_PAYS}\s+{_REST}$"
)
"""“…, the parish to pay the remaining £400”: a body in small letters pays what the grant does not."""

_PAID_THE_REST = re.compile(
    rf"\b(?:they|it|who|which|he|she)\s+(?:(?:is|are|has|have|had|will|would|to|also)\s+){{0,3}}{_PAYS}\s+{_REST}$|\b{_PAYS}\s+the\s+(?:remaining|other|balance\s+of|remainder\s+of|rest,)\s+$",
    re.IGNORECASE,
)
_GIVERS = r"(?!(?:we|i|our|my|of\s+which|including|this|it|the\s+(?:award|grant|fund|pcc|pfcc|commissioner|office|panel|mayor|deputy)|pcc|pfcc|opcc|commissioner|each|all|both)\b)"
_IN_BRACKETS = re.compile(
    rf"[(\[]\s*{_GIVERS}(?:the\s+)?[^()\[\]£.;:]{{2,60}}?\s(?:(?:is|are|has|have|had|will|would|to|also|then|now)\s+){{0,3}}{_PAYS}\s+{_REST}$"
    rf"|,\s+with\s+{_GIVERS}(?:the\s+)?[^(),;£.:]{{2,50}}?\s(?:adding|giving|paying|putting\s+(?:in|up)|contributing|raising|matching|finding|providing)\s+{_REST}$",
    re.IGNORECASE,
)
"""“£7,500 to Guides for a hut (the FA is adding £2,000)”, “…, with the Co-op giving £300”: anybody, by whatever name, pays beside."""
_WITH = re.compile(rf"[(\[]\s*(?:with|plus|and)\s+{_REST}$", re.IGNORECASE)
_FROM = re.compile(
    r"\s+(?:(?:coming|raised|found|given|also)\s+){0,2}(?:from|by)\s+(?!us\b|the\s+(?:pcc|pfcc|commissioner|office)\b|our\b)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\s+(?:more\s+)?(?:of|from)\s+(?:its|their|his|her)\s+own\b|\s+(?:itself|themselves)\b|\s+more\s+from\s+(?!(?:the\s+)?(?:commissioner|p\.?f?cc|opcc|office|fund|us|panel)\b)",
    re.IGNORECASE,
)
_FROM_A_BODY = re.compile(
    rf"\s+(?:more\s+)?(?:(?:is|was|will|to|are|has|being|come|comes|coming|came|be|been|met|paid|found|raised|provided|contributed|funded|given)\s+){{0,4}}(?:from|by)\s+(?:the|its|their|a|an|local)\s+(?:[\w’'-]+\s+){{0,3}}?{_BODY}\b(?!['’]s)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\s*(?:(?:was|were|had\s+been)\s+)?(?:given\s+|awarded\s+|received\s+|paid\s+|granted\s+)?(?:in\s+)?(?:last\s+(?:year|time|round|summer|winter|autumn|spring)|the\s+(?:year|round|time)\s+before|the\s+(?:previous|last)\s+(?:year|round)|a\s+year\s+(?:ago|earlier|before))\b",
    re.IGNORECASE,
)
_HAD_BEFORE = re.compile(
    r"\b(?:they|it|he|she|who|which|each|both)\s+(?:had|got|received|(?:was|were)\s+(?:given|awarded|paid))\s|\b(?:last|previous|earlier)\s+(?:year|time|round)|\bpreviously\b|\bthe\s+(?:year|round)\s+before\b|\ba\s+year\s+(?:ago|earlier)\b|\bin\s+the\s+past\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\s*,?\s*(?:(?:is|was|has|have|are|were|being|will|to)\s+(?:been\s+|being\s+|be\s+)?(?:kept|held|set\s+aside|retained|reserved|carried|left|unspent|unallocated|not\s+yet|returned)\b)",
    re.IGNORECASE,
)
_REMAINING = re.compile(
    r"\b(?:the\s+)?(?:remaining|rest,|balance(?:\s+of)?|remainder(?:,|\s+of)?|other)\s+$", re.IGNORECASE
)
_SPENT = re.compile(
    r"\s*,?\s*(?:pays?\s+for|paid\s+for|covers?|stays?|remains?|goes\s+(?:in|back)|went\s+(?:in|back)|(?:will|is\s+to)\s+(?:pay\s+for|cover|go\s+(?:in|back)|be\s+(?:kept|held|carried|spent|used|added|returned))|(?:is|was)\s+(?:spent|used|for))\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[(,;–-]?\s*\b(?:with|plus|and|alongside|along\s+with|together\s+with|as\s+well\s+as|topped\s+up\s+(?:with|by)|in\s+addition\s+to)\s+(?:a\s+|an\s+)?(?:additional|further|extra|another|separate)\s+$",
    re.IGNORECASE,
)
_FROM_A_FUND = re.compile(
    r"\s+(?:(?:in\s+)?(?:grant|funding|money|support)\s+)?(?:(?:is\s+|was\s+)?(?:coming|provided|met|paid|found|given)\s+)?(?:from|by|through|via|out\s+of)\s+"
    r"(?:(?!£)[^.;()]){2,60}?\b(?:fund(?:s|ing)?|grants?|pot|money|monies|budget|scheme|programme|lottery|council|levy|reserves|foundation|trust|office|government|department|partners?|donors?)\b",
    re.IGNORECASE,
)
"""“£1,500, with an additional £400 from Ward Money”: another purse pays the rest, and a list gives what its own one pays."""

_TO_NAME = re.compile(r"\s+(?:\w+ly\s+)?(?:(?:has\s+|have\s+|had\s+)?(?:gone|goes|went)\s+)?to\s+(?:the\s+)?[A-Z0-9]")
_LAST_BRACKET = re.compile(r"[(\[][^()\[\]]*$")


def is_of_others(before: str, after: str) -> bool:
    """Return whether a sum behind another is no award, by the words before it and behind it."""
    if _TO_NAME.match(after) is not None:
        return False
    if _KEPT.match(after) or _BEFORE.match(after) or _OWN.match(after):
        return True
    if _MORE.search(before) is not None and _FROM_A_FUND.match(after) is not None:
        return True
    with_from = _WITH.search(before) is not None and _FROM.match(after) is not None
    if with_from or _IN_BRACKETS.search(before):
        return True
    if _PAID_BY_A_BODY.search(before) or _PAID_THE_REST.search(before) or _FROM_A_BODY.match(after):
        return True
    return _REMAINING.search(before) is not None and _SPENT.match(after) is not None


def is_met(before: str, after: str) -> bool:
    """Return whether a sum is a cost that somebody met: “The cost of the fence, £800, was met by the landlord”."""
    return _MET.match(after) is not None and _COST_OF.search(before) is not None


_MET = re.compile(
    r"\s*,?\s*(?:which\s+)?(?:was|is|were|will\s+be|has\s+been|being)\s+(?:met|paid|covered|borne|shared|found|funded)\b"
)
_COST_OF = re.compile(r"\b(?:[Cc]osts?|[Pp]rice|[Bb]ill)\s+(?:of|for)\s+[^.;:£]{2,60},?\s+$")


def is_of_before(text: str, start: int) -> bool:
    """Return whether a sum stands in brackets whose words tell of another time: “(in 2024/25 they had £400 and £600)”."""
    opened = _LAST_BRACKET.search(text, max(0, start - _BRACKET), start)
    return opened is not None and _HAD_BEFORE.search(opened[0]) is not None


_BRACKET = 200  # the longest words in brackets before a sum, in characters
