"""A line with its amount put out of the way: a mark stands for it, and for “a grant of £500” as a whole."""

from __future__ import annotations

import re

MARK = "\ue000"
"""What stands for the amount of a line: a character that no paper prints."""

NEAR = 60
"""How far from an amount the words that tell of it are looked for, in characters."""

_NOUNS = ("cheque", "approv", "grant", "award", "sum", "fund", "amount", "contribution", "donation", "payment", "allocation", "invest", "value", "total", "cost", "price", "swm", "dyfarn", "altogether", "overall", "gbp", "pounds")  # fmt: skip
_NOUN_OF = re.compile(
    r"(?:\b(?:an?|the|one|another|this|their|its|total|further|additional|small|initial|one-off|single|full|maximum|community|capital|revenue|funding|grant|cash|in|crime|pcc|opcc"
    r"|top|main|very|much|most|more|new|special|generous|modest|welcome|substantial|significant|similar|separate|emergency|annual|individual|third|fourth|retrospective|conditional|(?-i:[a-z]+-[a-z]+(?:-[a-z]+)?|[a-z]{3,}est))\s+)*"
    rf"\b(?:grants?|awards?|sums?|funding|funds|amounts?|contributions?|donations?|payments?|allocations?|investment|grantiau|grant|cheques?(?=\s+(?:for|of)))\s+(?:(?:(?<=cheque\s)for|(?<=cheques\s)for|awarded|granted|approved|given|allocated|of|totalling|worth|amounting\s+to|to\s+the\s+value\s+of|o)\s+)+{MARK}",
    re.IGNORECASE,
)
_NOUN_BARE = re.compile(
    r"(?P<before>^|[–—:,;|\t\n(]\s*|\s-\s|\.\s+|\s(?=(?-i:[A-Z])[^:\ue000]{2,25}:\s*\ue000))(?:(?:the|a|total|final|approved|recommended|actual)\s+)*(?:grants?|awards?|sums?|funding|amounts?|value|total|contribution|allocation|cost|price|donation|cyfanswm|swm|dyfarniad)"
    rf"(?:\s+(?:awarded|granted|approved|given|allocated|received|amount|recommended|agreed|is|was|value|offered|award))*\s*(?:\([^)]{{0,12}}\))?\s*[:=–-]?\s*{MARK}",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(
    rf"{MARK}\s*(?:\((?:grant|award|awarded|granted|approved)\)|(?:awarded|approved|granted)(?=\s*(?:[–—:]|-\s))|(?:(?:of|in|worth\s+of|from)\s+)?(?:(?:grant|community|further|additional|capital|revenue|one-off|the|our|fund|crime|prevention|pcc|opcc|slnf|small)\s+)*(?:funding|grants?|awards?|funds|fund|in\s+total|overall"
    r"|altogether|donation|contribution|GBP|pounds))(?=\s*(?:$|[.,;:)–—-]|(?:to|for|from|towards?|was|were|has|have|which|so|that|over|in|by|through|will|and|is|under|via|goes|went|had)\b))",
    re.IGNORECASE,
)
_NOUN_TO = re.compile(
    rf"(?P<before>^|[–—:|\t\n]\s+|\s-\s)(?:(?:[Aa]|[Tt]he)\s+)?(?:[Gg]rant|[Aa]ward|[Dd]onation|[Pp]ayment)\s+(?:made\s+|awarded\s+)?to\s+(?:the\s+)?(?P<who>[A-Z0-9][^.;:{MARK}]{{1,90}}?)\s+of\s+{MARK}"
)
"""“Grant to Elm Trust of £500”: the sum stands behind who gets it."""

_LONGEST_NAME = 120  # characters

_RESOLVED = re.compile(
    rf"(?P<before>(?:^|[–—:;|\t\n(.]|\s-)\s*)(?:(?:it\s+(?:was|is|has\s+been)|members|councillors|(?:the\s+)?(?:board|panel|committee|council|trustees|commissioner|pcc))\s+)?(?:unanimously\s+)?"
    r"(?:resolved|agreed|decided|recommended|recommendation|decision|voted|approved)(?:\s+unanimously)?\s*[:,–-]?\s*(?:(?:that|to|on)\s+)?(?:(?:grant|award|give|donate|pay|make|approve|fund|offer|allocate|provide|contribute)\s+)?(?:(?:a|an|the)\s+)?(?:(?:grant|sum|award|donation)\s+of\s+)?"
    rf"{MARK}(?:\s+(?:(?:should|shall|would|to)\s+)?be\s+(?:granted|awarded|given|paid|made|approved|donated|allocated|offered))?",
    re.IGNORECASE,
)


def without_resolving(masked: str) -> tuple[str, bool]:
    """Return the line with “– Resolved to grant £500” as the amount alone, and whether it was decided so.

    What stands before it names who: the words of a decision stand for the mark that divides a line.
    """
    at = masked.index(MARK)
    low = masked[max(0, at - NEAR) : at].lower()
    if not any(word in low for word in ("resol", "agree", "decid", "decis", "recommend", "voted", "approv")):
        return masked, False
    found = _RESOLVED.search(masked, max(0, at - NEAR), at + 1 + NEAR)
    if found is None or not masked[: found.start()].strip(" .;:–—-"):
        return masked, False
    mark = found["before"].strip() or "–"
    ahead = masked[: found.start()].rstrip()
    return f"{ahead} {'–' if mark in {'.', ';'} else mark} {MARK}{masked[found.end() :]}", True


def without_nouns(masked: str) -> tuple[str, bool]:
    """Return the line with “a grant of £500” as the amount alone, and whether there was one."""
    at = masked.index(MARK)
    about = masked[max(0, at - NEAR) : at + NEAR].lower()
    if not any(word in about for word in _NOUNS):
        return masked, False
    to = _NOUN_TO.search(masked, max(0, at - _LONGEST_NAME), at + 1)
    if to is not None:
        return f"{masked[: to.start()]}{to['before']}{to['who']} – {masked[at:]}", True
    noun = _NOUN_OF.search(masked, max(0, at - NEAR), at + 1)
    plain = masked if noun is None else masked[: noun.start()] + masked[at:]
    at = plain.index(MARK)
    behind = _NOUN_BEHIND.match(plain, at)
    plain = plain if behind is None else plain[: at + 1] + plain[behind.end() :]
    bare = _NOUN_BARE.search(plain, max(0, at - NEAR), at + 1)
    if bare is not None:
        plain = plain[: bare.end("before")] + plain[at:]
    return plain, noun is not None or behind is not None
