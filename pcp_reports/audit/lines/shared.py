"""One sum that several get, each as much: “£1,000 each: Guides; Scouts”, “Awards of £500 were made to Guides and Scouts”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import naming
from pcp_reports.audit.lines.masks import MARK
from pcp_reports.audit.lines.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.roles import Cast
    from pcp_reports.audit.lines.sums import Sum

_EACH_LIST = re.compile(
    rf"^\W*(?:(?:grants?|awards?|sums?)\s+of\s+)?{MARK}\s*(?:each|apiece|yr\s+un)?\s*(?:(?:was|were|has\s+been|have\s+been)\s+)?(?:(?:awarded|given|paid|granted|went)\s+)?(?:to|for|i)?\s*[:–—-]\s*(?P<names>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AWARDS_OF = re.compile(
    rf"^(?:\w+,?\s+){{0,4}}?(?:grants|awards|donations|gifts|payments|sums)\s+of\s+{MARK}\s*(?:each\s+)?(?:(?:was|were|have\s+been|are|will\s+be|being)\s+)?(?:also\s+)?(?:made|given|awarded|granted|paid|allocated|agreed|approved|going|went)?\s*to\s*:?\s+(?P<names>[^£]+?)[\s.;]*$",
    re.IGNORECASE | re.DOTALL,
)
_EACH = re.compile(r"\s*(?:each|apiece|yr un)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:;|\n|\s[•●▪]\s)\s*(?:(?:and|a|ac)\s+)?")
_COMMAS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_LONGEST = 12


def shared_by(text: str, casts: Sequence[Cast]) -> tuple[Sum, tuple[str, ...]] | None:
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
        return None if names is None else (one, names)
    several = _AWARDS_OF.match(masked)
    if several is None:
        return None
    names = _names(several["names"])
    return None if names is None else (one, names)


def _names(words: str) -> tuple[str, ...] | None:
    """Return the names of a list, or None where they cannot be told apart, or one of them names nobody."""
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
