"""Items of a list that are torn over the ends of lines, where the width of the lines does not tell.

Every item has its label, so that a line without one, between two items of one list and with no blank line about it, goes
on with the item above where its own beginning says so: “Guides – £500” and beneath it “across two villages”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.joining import ends_in_amount
from pcp_reports.papers.lines.line_labels import label_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.papers.lines.line_labels import Label
    from pcp_reports.papers.lines.lines import Line

_MOST = 4  # lines of an item without a label
_SLANT = 1  # columns by which the indents of one list may differ
_OF_ITS_OWN = re.compile(r"(?:sub-?\s?)?totals?\b|cyfanswm\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)?")


def goes_on(lines: Sequence[Line], first: int, at: int, labels: Mapping[int, Label]) -> bool:
    """Return whether a line without a label goes on with the item of a list that begins in line ``first``."""
    own, line = labels.get(first), lines[at]
    if own is None or line.gap or line.turned:
        return False
    text, above = line.text.strip(), lines[at - 1].text.rstrip()
    if above.rstrip(" –-")[-1:] in (*".!?:;", "") or "|" in text or "\t" in text:
        return False
    if _OF_ITS_OWN.match(text) or label_of(text) is not None:
        return False
    following = _next_item(lines, first, at, labels)
    if following is None:
        return False
    if ends_in_amount(above):
        return text[:1].islower() and "£" not in _BRACKET.sub("", text)
    if text[:1].islower() or text[:1] == "(":
        return True
    sums = ["£" in one.text for one in lines[first:at]]
    return not any(sums) and ends_in_amount(text) and following == at + 1 and _have_sums(lines, first, following)


def _have_sums(lines: Sequence[Line], first: int, following: int) -> bool:
    """Return whether the items about one have a sum each in the line of their label."""
    return first > 0 and "£" in lines[first - 1].text and "£" in lines[following].text


def _next_item(lines: Sequence[Line], first: int, at: int, labels: Mapping[int, Label]) -> int | None:
    """Return where the next item of the same list begins; None where a blank line or too many stand between."""
    own = labels[first]
    for index in range(at + 1, min(at + 1 + _MOST, len(lines))):
        if lines[index].gap or lines[index].turned:
            return None
        other = labels.get(index)
        if other is not None:
            same = other.sort == own.sort and (own.numbered or other.typed == own.typed)
            return index if same and abs(lines[index].indent - lines[first].indent) <= _SLANT else None
    return None
