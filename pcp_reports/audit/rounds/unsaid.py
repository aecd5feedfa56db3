"""Lines of a plain list that name a body and give no sum that can be read: “Lunch Club”, “Lunch Club 400”, “Lunch Club – as last year”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pcp_reports.passage import Paper, Passage

_FEWEST = 3
_MOST_WORDS = 14
_BODY = re.compile(
    r"(?i)\b(?:club|group|hall|society|church|school|academy|playgroup|pre-?school|nursery|scouts?|guides|brownies|cubs|cadets|band|choir|library|museum|theatre"
    r"|hospice|food ?bank|shed|cic|cio|fc|afc|rfc|association|charity|centre|watch|pastors|angels|hub|allotments|toddlers|wi|pantry)(?:\s*\([^()]*\))?$"
)
"""What a body calls itself, and hardly the heading of a part of a list, or whoever signs a page."""
_NUMBER_LAST = re.compile(r"[\s(–—:-]*(?:£|\$|L)?\s?[0-9][0-9,.O]*\)?$")
_NUMBER_FIRST = re.compile(r"^[0-9][0-9,.]*\s*(?:[–—:-]\s*)?(?=[A-Z])")
_NOTE = re.compile(r"\s*\([^()]*\)[\s.]*")


def lines_without_sum(paper: Paper, read: Collection[int], heads: Iterable[int]) -> list[int]:
    """Return the passages between the lines of a plain list, or right behind it, that name a body as those do.

    ``read`` are the passages of its lines, ``heads`` those of its headings: one that names a body is a line as well,
    where no other heading does.
    """
    lines = sorted(at for at in read if paper.passages[at].sort is Sort.TEXT)
    if len(lines) < _FEWEST:
        return []
    named = [at for at in heads if _names_a_body(paper.passages[at])]
    own = set(heads) - (set(named) if len(named) == 1 else set())
    between = [at for at in range(lines[0] + 1, lines[-1]) if at not in read and at not in own]
    behind = [at for at in (lines[-1] + 1,) if at < len(paper.passages) and at not in read]
    return [at for at in (*between, *behind) if _names_a_body(paper.passages[at]) and _beside(paper, at, read)]


def _beside(paper: Paper, at: int, read: Collection[int]) -> bool:
    """Return whether a line of the list stands right above a passage, notes in brackets left out."""
    above = at - 1
    while above > 0 and (_NOTE.fullmatch(paper.passages[above].text) or is_furniture(paper.passages[above].text)):
        above -= 1
    return above in read


def _names_a_body(one: Passage) -> bool:
    text = one.text.strip()
    if one.sort not in (Sort.TEXT, Sort.HEADING) or not text or "£" in text or len(text.split()) > _MOST_WORDS:
        return False
    if text[-1] in ".:;?!,":
        return False
    plain = _NUMBER_FIRST.sub("", _NUMBER_LAST.sub("", splitting.without_bullet(text)))
    who, _ = splitting.split(plain)
    return _BODY.search(who) is not None and naming.is_name(who) and not naming.is_generic(who)
