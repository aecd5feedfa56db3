"""What stands behind a figure: “or more”, “plus”, “at least”; and “each”, which multiplies it."""

from __future__ import annotations

from pcp_reports.printed.hedges import AROUND, AT_LEAST, UP_TO, Hedge
from pcp_reports.printed.patterns import pattern, word_set

_ADDED = (
    r"(?!\s+(?:£|\d|the|an?|any|all|vat|tax|its|his|her|their|our|another|other|further|additional|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|up|over|around|match|in|costs?|interest|on)\b|\s*£)"
)
_BEHIND = (
    r"(?P<least>\+(?![£\w])|-plus\b|\splus\b" + _ADDED + r""
    r"|\s+(?:or|and)\s+(?:more|over|above|upwards|greater|higher)\b"
    r"(?!\s+(?:than|the|above|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b|\s+[£0-9])"
    r"|,?\s+at\s+(?:the\s+)?(?:very\s+)?least\b|\s+neu\s+(?:fwy|ragor|uwch)\b)"
    r"|(?P<most>\s+or\s+(?:less|fewer|under|below|lower)\b(?!\s+than\b)|,?\s+at\s+(?:the\s+)?(?:very\s+)?most\b"
    r"|,?\s+(?:maximum|max)\b\.?(?!\s+\w)|\s+neu\s+lai\b)"
    r"|(?P<near>\s+or\s+(?:so|thereabouts)\b|[\s-]odd\b|-?ish\b|,?\s+approx(?:imately)?\b\.?(?!\s*[£\w])|\s+fwy\sneu\slai\b)"
)
TAIL_WORDS = word_set("plus or and at maximum max odd ish approx approximately neu fwy")
"""The words that such a hedge begins with."""

_PER = (
    "grant project organisation organization group application applicant bid award head person ward school club team recipient"
    " household family officer victim child participant session place item unit individual district area neighbourhood provider"
    " scheme property home event site charity capita prosiect sefydliad grŵp"
)
_EACH = (
    r"\s(?:each(?![a-z])(?!\s(?:year|month|week|day|quarter|time|of|and|side|other|way)\b)|apiece\b|yr\sun\b"
    rf"|(?:per|fesul)\s(?:{_PER.replace(' ', '|')})(?![a-z])|an?\s(?:head|piece)\b)|\s?/\s?(?:head|person)\b"
)
EACH_WORDS = word_set("each apiece yr per fesul a an")
"""The words that “each” and its like begin with."""

TAIL_MARKS = frozenset("+-, \n\t\xa0i")
"""What such a hedge may begin with."""

_EACH_BEFORE = word_set("of for receiving worth received getting given awarded with at a costing")


def hedge_behind(low: str, end: int, *, money: bool) -> Hedge | None:
    """Return the hedge that begins where a figure ends, or None."""
    match = pattern(_BEHIND).match(low, end)
    if match is None:
        return None
    words = " ".join(match[0].strip(" ,-\n\t\xa0").split())
    if words == "plus" and money and low[end] != "-" and low[match.end() : match.end() + 2].strip()[:1].isalpha():
        return None  # what follows is added: “£5,000 plus delivery”
    return Hedge(words, {"least": AT_LEAST, "most": UP_TO, "near": AROUND}[match.lastgroup or "near"], match.end())


def each_behind(low: str, end: int) -> bool:
    """Return whether “each”, “per grant” or the like stands behind a figure."""
    return pattern(_EACH).match(low, end) is not None


def each_before(words: list[str]) -> bool:
    """Return whether “each”, “each receiving” or the like stands before a figure."""
    return words[-1] == "each" or (len(words) > 1 and words[-2] == "each" and words[-1] in _EACH_BEFORE)
