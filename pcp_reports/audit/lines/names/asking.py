"""Who asked for a sum, out of the words that say so: “Guides’ application for £900”, “Guides asked for £900 for tents”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.names import naming, splitting

_OWNER = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_SAINT = re.compile(r"\bSt\.?\s\S+$|\b(?:Men|Women|Children|People|Tenants|Residents)['’]s?$", re.IGNORECASE)
_ASKED = re.compile(
    r",?\s+(?:who\s+|which\s+)?(?:(?:had|has|have)\s+)?(?:asked|applied|bid|requested|sought|wanted)\b(?P<rest>.*)$",
    re.DOTALL,
)
_FOR_WHAT = re.compile(r"\s(?=(?:for|to|towards?)\s+[^\s£])")
_DECIDED = re.compile(r"[.;]\s.*$", re.DOTALL)
_ASKED_AND_GOT = re.compile(
    rf"(?P<who>[^.;:{MARK}]{{2,90}}?),?\s+(?:(?:had|has|have)\s+)?(?:asked|applied|bid|requested|sought|wanted)\b(?P<rest>[^{MARK}]{{0,120}}?)(?:[,;.]|\s(?=and\b|but\b|[–—-]\s))"
    rf"\s*(?:(?:and|but|[–—-])\s*)?(?:(?:it|they)\s+)?(?:(?:was|were|has\s+been|have\s+been|is|will\s+be)\s+)?(?:awarded|given|granted|got|received|receives?|offered|gets?)?\s*(?:(?:a|the)\s+)?{MARK}",
    re.IGNORECASE,
)
_APPROVED_AT = re.compile(
    rf"(?P<who>[^.;:{MARK}]{{2,90}}?)(?:['’]s|(?<=s)['’])?\s+(?:application|bid|request)\b[^{MARK}.;]{{0,80}}\b(?:approved|granted|agreed|supported|successful|funded)\s+(?:at|to|for|in\s+the\s+sum\s+of|with|to\s+the\s+(?:value|sum)\s+of)\s+{MARK}",
    re.IGNORECASE,
)


def asked_and_got(masked: str) -> tuple[str, str] | None:
    """Return who and what for of “Guides asked for £900 for tents and £600 was awarded”; None for any other words."""
    at = masked.index(MARK)
    words = splitting.without_bullet(masked[: at + 1])
    found = _ASKED_AND_GOT.fullmatch(words) or _APPROVED_AT.fullmatch(words)
    if found is None:
        return None
    who = naming.without_article(naming.tidied(found["who"]))
    if not naming.is_name(who) or naming.is_generic(who) or naming.is_own_office(who):
        return None
    told = [match.end() for match in _FOR_WHAT.finditer(found.groupdict().get("rest") or "")]
    what = found["rest"][told[-1] :] if told else masked[at + 1 :]
    return who, splitting.purpose_behind(what)


def tells_of_asking(words: str) -> bool:
    """Return whether words taken for a name tell of a sum asked for: “Elm Scouts asked for £900, Oak Guides”."""
    return "£" in words and _ASKS.search(words) is not None


_ASKS = re.compile(r"\s(?:asked|applied|bid|requested|sought|wanted)\b[^£]{0,30}£")


def without_asking(recipient: str, purpose: str) -> tuple[str, str]:
    """Return who and what for of a line that tells what was asked for as well, without the words about the asking."""
    if not _SAINT.search(recipient):
        recipient = _OWNER.sub("", recipient)
    asked = _ASKED.search(recipient)
    if asked is None or not naming.is_name(recipient[: asked.start()]):
        return recipient, purpose
    told = [match.end() for match in _FOR_WHAT.finditer(asked["rest"])]
    what = _DECIDED.sub("", asked["rest"][told[-1] :]) if told else ""
    return recipient[: asked.start()], splitting.purpose_behind(what) or purpose
