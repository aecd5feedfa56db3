"""One sum that several get, each as much: “£1,000 each: Guides; Scouts”, “Awards of £500 were made to Guides and Scouts”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.rolls import names_apart
from pcp_reports.audit.lines.names.rolls_told import names_told
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast
    from pcp_reports.audit.lines.amounts.sums import Sum

_GIVEN = r"(?:awarded|given|paid|granted|went|made|gone|allocated|provided|agreed|approved|going|go|presented|donated|handed(?:\s+(?:over|out))?)"
_WAS = r"(?:(?:was|were|has\s+been|have\s+been|is|are|will|should|would|be|been|being|has|have|also|to(?=\s+be\b)|due)\s+)*"
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
    rf"^(?:Each\s+of\s+)?(?P<names>[^.;:{MARK}]{{5,600}}?)[,;]?\s+(?:(?:which|who|that)\s+)?{_WAS}(?:(?:each|both|all)\s+)?{_WAS}(?:receive[sd]?|receiving|get|gets|got|secured|given|awarded|granted|allocated|paid|have|offered|donated"
    rf"|(?:presented|handed|provided)(?:\s+with)?|benefit(?:ed|ted)?\s+from)\s+(?:[a-z][a-z\s]{{0,60}}[–—-]\s*)?{_NOUN}(?:cheques?\s+(?:for|of)\s+)?{MARK}(?P<rest>.*)$",
    re.DOTALL,
)
_RECIPIENTS_WERE = re.compile(
    rf"^[^.;:{MARK}]{{0,80}}?{MARK}\s*(?:each|apiece)\s*,?\s*(?:(?:grants?|donations?|cheques?|awards?)\s+)?(?:(?:this|last)\s+\w+\s+)?(?:were|are|was|is)\s*:?\s+(?P<names>\S.*)$",
    re.DOTALL,
)
"""“Recipients of £500 each were Guides, Scouts and Brownies”."""

_TO_THE = re.compile(
    rf"{MARK}\s*,?\s*(?:each\s+)?{_WAS}(?:{_GIVEN}\s+)?(?:to|for)\s+(?:each\s+of\s+)?(?:(?:the|its|our|their|these|his|her)\s+)?(?:(?:[0-9]{{1,2}}|[a-z-]+)\s+){{0,5}}[a-z]+s\s*[:–—-]\s+(?P<names>\S.*)$",
    re.DOTALL,
)
"""“£500 to each of the five charities: Guides, Scouts, …”."""

_TO_SO_MANY = re.compile(
    rf"{MARK}\s*,?\s*(?:each|apiece)?\s*,?\s*{_WAS}(?:{_GIVEN}\s+)?(?:to|for)\s+(?:each\s+of\s+)?(?:(?:the|its|our|their|these|his|her)\s+)?"
    rf"(?P<number>{TWO_TO_TWELVE}|[2-9]|[1-9][0-9])\s+[a-z][^.;:£{MARK}]{{2,120}}:\s+(?P<names>\S.*)$",
    re.DOTALL,
)
"""“£500 each to three clubs for the summer holidays: Guides, Scouts and Cubs”: so many names behind the colon bear it out."""

_TO_EACH_OF = re.compile(
    r"\s*,?\s*(?:was\s+|were\s+|has\s+|have\s+|been\s+|given\s+|presented\s+|awarded\s+|paid\s+)*(?:to|for)\s+each\s+of\b"
)
_LED = re.compile(r"^[^.;:]{3,80}?\s(?:were|are|was|is)\s+(?=\S)")
"""What leads up to names in their sentence: “This year's winners were Guides and Scouts, who each received …”."""

_SO_MANY = re.compile(
    rf"\b(?P<number>{TWO_TO_TWELVE}|[1-9][0-9]?)\s+(?:[a-z-]+\s+){{0,4}}?(?:charit(?:y|ies)|groups|clubs|organi[sz]ations|causes|schools|recipients|projects|winners|bodies|societies|beneficiaries|centres|councils)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:each|apiece|yr un)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:;|\n|\s[•●▪]\s)\s*(?:(?:and|a|ac)\s+)?")
_WHAT_FOR = re.compile(r"\s*,?\s+(?:(?=to\s+[a-z])|(?:for|towards?|tuag\s+at|ar\s+gyfer)\s+(?=[a-z0-9“\"‘']))")
_ENDS = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])|;|\s+\(")
_COUNTED = re.compile(
    r"(?:the\s+|our\s+)?(?:[2-9]|[1-9][0-9]|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|these|local)\s+(?:[a-z-]+\s+){1,4}(?:\((?P<names>[^()]+)\))"
)
"""Names in brackets behind what they are: “six parish councils (Elm, Oak, …)”."""

_EACH_BEFORE = re.compile(
    r"\b(?:each|both)\s+(?:(?:been|be|being)\s+)?(?:[a-z]+ed|given|paid|got|gets?|receive)(?:\s+(?:with|from|a|an|the|grants?|sums?|awards?|of|for|total|cheques?|donations?))*\s*$"
)
_SET_OFF = re.compile(r"[a-z]\s?[–—-]\s*$")
"""Before a sum, a dash behind what it is a part of: “a quarter of the money raised – £900 each”."""

_NEAR = 80
_STOP = re.compile(r"(?<=[a-z)’'])\.\s+(?=[A-Z0-9£“\"])")

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
    if len(casts) != 1 or (casts[0].sum.pence is None and not casts[0].sum.each):
        return None
    one = casts[0].sum
    if casts[0].role is not Role.AWARD and not (one.each and _SET_OFF.search(text, 0, one.start)):
        return None
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
    each = one.each or masked.startswith("Each of ") or _TO_EACH_OF.match(text, one.end) is not None
    each = each or _EACH_BEFORE.search(text, max(0, one.start - _NEAR), one.start) is not None
    return _of_sentence(masked, one) if each else None


def _of_sentence(masked: str, one: Sum) -> Shared | None:
    """Return who gets as much each by a sentence: “£500 each to Guides and Scouts”, “Guides and Scouts each got £500”."""
    for pattern in (_RECIPIENTS_WERE, _TO_THE):
        listed = pattern.match(masked) if pattern is _RECIPIENTS_WERE else pattern.search(masked)
        if listed is not None:
            names = _names(_STOP.split(listed["names"])[0], so_many(masked))
            if names is not None or pattern is _TO_THE:
                return None if names is None else Shared(one, names, sure=True)
    counted = _TO_SO_MANY.search(masked)
    if counted is not None:
        number = number_of(counted["number"])
        names = _names(_STOP.split(counted["names"])[0], number)
        if names is not None and len(names) == number:
            return Shared(one, names, sure=True)
    behind = _EACH_TO.search(masked)
    if behind is not None:
        words = behind["names"]
        stop = _ENDS.search(words)
        words = words if stop is None else words[: stop.start()]
        what = _WHAT_FOR.search(words)
        names = _names(words if what is None else words[: what.start()])
        if names is None and (names := names_told(words)) is not None:
            return Shared(one, names, sure=True)
        purpose = "" if what is None else splitting.purpose_behind(words[what.end() :])
        return None if names is None else Shared(one, names, purpose, sure=True)
    got = _EACH_GOT.match(masked)
    if got is None:
        return None
    names = _names(got["names"]) or _names(_LED.sub("", got["names"]))
    rest = _EACH.sub("", got["rest"], count=1)
    purpose = splitting.purpose_behind(rest.strip(" .")) if _WHAT_FOR.match(f" {rest.strip()}") else ""
    return None if names is None else Shared(one, names, purpose, sure=True)


def so_many(text: str) -> int:
    """Return how many recipients a sentence says there are, 0 where it does not."""
    found = _SO_MANY.search(text)
    return 0 if found is None else number_of(found["number"])


def _names(words: str, number: int = 0) -> tuple[str, ...] | None:
    """Return the names of a list, or None where they cannot be told apart, or one of them names nobody.

    ``number``: how many there are said to be, 0 where nothing says it.
    """
    inside = _COUNTED.fullmatch(words.strip(" .;"))
    words = words if inside is None else inside["names"]
    parts = [part for part in _PARTED.split(words.strip(" .;")) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - no list
        return names_apart(words, number) or names_told(words, number)
    names = tuple(naming.without_article(naming.tidied(part)) for part in parts)
    if any(not naming.is_name(name, _LONGEST) or naming.is_generic(name) or naming.is_finance(name) for name in names):
        return None
    return names
