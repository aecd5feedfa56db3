"""One sum that several get, each as much: “£1,000 each: Guides; Scouts”, “Awards of £500 were made to Guides and Scouts”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import naming, splitting
from pcp_reports.audit.lines.masks import MARK
from pcp_reports.audit.lines.roles import Role
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.roles import Cast
    from pcp_reports.audit.lines.sums import Sum

_GIVEN = r"(?:awarded|given|paid|granted|went|made|gone|allocated|provided|agreed|approved|going|go)"
_WAS = r"(?:(?:was|were|has\s+been|have\s+been|is|are|will|be|being|has|have|also)\s+)*"
_NOUN = r"(?:(?:an?|the|grants?|awards?|sums?|donations?|gifts?|payments?|of)\s+)*"
_EACH_LIST = re.compile(
    rf"^\W*(?:(?:grants?|awards?|sums?)\s+of\s+)?{MARK}\s*(?:each|apiece|yr\s+un)?\s*(?:(?:was|were|has\s+been|have\s+been)\s+)?(?:(?:awarded|given|paid|granted|went)\s+)?(?:to|for|i)?\s*[:–—-]\s*(?P<names>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AWARDS_OF = re.compile(
    rf"^(?:\w+,?\s+){{0,4}}?(?:grants|awards|donations|gifts|payments|sums)\s+of\s+{MARK}\s*(?:each\s+)?(?:(?:was|were|have\s+been|are|will\s+be|being)\s+)?(?:also\s+)?(?:made|given|awarded|granted|paid|allocated|agreed|approved|going|went)?\s*to\s*:?\s+(?P<names>[^£]+?)[\s.;]*$",
    re.IGNORECASE | re.DOTALL,
)
_EACH_TO = re.compile(
    rf"{MARK}\s*,?\s*(?:each|apiece|yr\s+un)?,?\s*{_WAS}(?:{_GIVEN}\s+)?(?:to|for|i)\s+(?:each\s+of\s+)?(?:the\s+following\s*:\s*)?(?P<names>(?:the\s+|y\s+|yr\s+)?[A-Z0-9].*)$",
    re.DOTALL,
)
_EACH_GOT = re.compile(
    rf"^(?:Each\s+of\s+)?(?P<names>[^.;:{MARK}]{{5,600}}?),?\s+(?:{_WAS}|both\s+)(?:each\s+)?(?:{_WAS})(?:receive[sd]?|receiving|get|gets|got|secured|given|awarded|granted|allocated|paid|have|offered)\s+{_NOUN}{MARK}(?P<rest>.*)$",
    re.DOTALL,
)
_EACH = re.compile(r"\s*(?:each|apiece|yr un)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:;|\n|\s[•●▪]\s)\s*(?:(?:and|a|ac)\s+)?")
_COMMAS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_WHAT_FOR = re.compile(r"\s*,?\s+(?:(?=to\s+[a-z])|(?:for|towards?|tuag\s+at|ar\s+gyfer)\s+(?=[a-z0-9“\"‘']))")
_ENDS = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])|;|\s+\(")
_COUNTED = re.compile(
    r"(?:the\s+|our\s+)?(?:[2-9]|[1-9][0-9]|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|these|local)\s+(?:[a-z-]+\s+){1,4}(?:\((?P<names>[^()]+)\))"
)
"""Names in brackets behind what they are: “six parish councils (Elm, Oak, …)”."""

_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Shared:
    """One sum and the names of those who get as much each; what it is for, and whether the words say that it was given."""

    sum: Sum
    names: tuple[str, ...]
    purpose: str = ""
    sure: bool = False


def shared_by(text: str, casts: Sequence[Cast]) -> Shared | None:
    """Return the one sum of a line and who gets as much each; None where the line is not laid out so.

    Names that commas divide are told apart only where each is plainly one; semicolons divide whatever stands between.
    """
    if len(casts) != 1 or casts[0].role is not Role.AWARD or casts[0].sum.pence is None:
        return None
    one = casts[0].sum
    masked = text[: one.start] + MARK + text[one.end :]
    said = _EACH.match(text, one.end) is not None
    listed = _EACH_LIST.match(masked) if said else None
    if listed is not None:
        names = _names(listed["names"])
        return None if names is None else Shared(one, names)
    several = _AWARDS_OF.match(masked)
    if several is not None:
        names = _names(several["names"])
        if names is not None:
            return Shared(one, names)
    return _of_sentence(masked, one) if one.each or masked.startswith("Each of ") else None


def _of_sentence(masked: str, one: Sum) -> Shared | None:
    """Return who gets as much each by a sentence: “£500 each to Guides and Scouts”, “Guides and Scouts each got £500”."""
    behind = _EACH_TO.search(masked)
    if behind is not None:
        words = behind["names"]
        stop = _ENDS.search(words)
        words = words if stop is None else words[: stop.start()]
        what = _WHAT_FOR.search(words)
        names = _names(words if what is None else words[: what.start()])
        purpose = "" if what is None else splitting.purpose_behind(words[what.end() :])
        return None if names is None else Shared(one, names, purpose, sure=True)
    got = _EACH_GOT.match(masked)
    if got is None:
        return None
    names = _names(got["names"])
    rest = _EACH.sub("", got["rest"], count=1)
    purpose = splitting.purpose_behind(rest.strip(" .")) if _WHAT_FOR.match(f" {rest.strip()}") else ""
    return None if names is None else Shared(one, names, purpose, sure=True)


def _names(words: str) -> tuple[str, ...] | None:
    """Return the names of a list, or None where they cannot be told apart, or one of them names nobody."""
    inside = _COUNTED.fullmatch(words.strip(" .;"))
    words = words if inside is None else inside["names"]
    parts = [part for part in _PARTED.split(words.strip(" .;")) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - no list
        told = naming.several(words.strip(" .;"))
        if told is not None:
            return None if any(naming.is_finance(name) for name in told) else told
        parts = _COMMAS.split(words.strip(" .;"))
        if len(parts) < 3 or " and " in words:  # noqa: PLR2004 - “Smith, Jones” may be one
            return None
    names = tuple(naming.without_article(naming.tidied(part)) for part in parts)
    if any(not naming.is_name(name, _LONGEST) or naming.is_generic(name) or naming.is_finance(name) for name in names):
        return None
    return names
