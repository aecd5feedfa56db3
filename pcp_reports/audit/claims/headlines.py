"""Numbers in the headings over a paper, “7 projects funded”, that may be of others than the lines of the list beneath.

Such a heading may stand over more than one list shows: the summer's awards over a page that lists the winter's, all that were
funded since the fund began, those of two rounds, one that has handed its grant back or got it later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.numbers_places import DATED, names_another_time
from pcp_reports.audit.words.names import years_of
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_BEHIND = 6  # passages behind a list
_OF_ELSE = re.compile(
    r"(?i)\b(?:since|so far|to date|already|more than|over|nearly|almost|about|around|at least|up to|in the running|shortlist\w*|vote|apply|next|last|previous\w*|"
    r"a year|every year|each year|years|hopes?|plan(?:s|ned)?|to be|could|may|bids?|applications?|turned|declined|rejected|unsuccessful|other|others|further|more|new)\b|\?"
)
_CHANGED = re.compile(
    r"(?i)\b(?:withdr[ae]w\w*|handed back|returned|lapsed|no longer|closed down|not (?:shown|listed|included|published)|withheld|confidential|"
    r"(?:two|both|three|four|all|several) (?:rounds|tranches|phases|waves)|held over|deferred)\b|"
    r"\b(?:an?|the|another|one) (?:further|additional|other|more|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[0-9]{1,2}th|later)"
    r"(?: \w+)? (?:projects?|grants?|groups?|awards?|organisations?|charity|club|bid|scheme)\b|\banother (?:project|grant|group|award|organisation|charity|club|scheme)\b"
)
"""What became of one of those that a heading counts."""


def may_count_others(paper: Paper, one: Round, at: int) -> bool:
    """Return whether the number of a heading, passage ``at`` above a list, may be of others than its lines."""
    first = min(award.passage for award in one.awards)
    last = max(award.passage for award in (*one.awards, *one.apart))
    if paper.passages[at].sort not in (Sort.HEADING, Sort.TITLE) or at > first:
        return False
    text = paper.passages[at].text
    if _OF_ELSE.search(text) is not None or names_another_time(paper, at, first):
        return True
    beside = [each.text for each in (*paper.passages[at + 1 : first], *paper.passages[last + 1 : last + 1 + _BEHIND])]
    if any(map(_CHANGED.search, beside)):
        return True
    years = years_of(" ".join(each.text for each in paper.passages[at + 1 : first] if not DATED.search(each.text)))
    return bool(years_of(text) and years) and max(years_of(text)) < max(years)
