"""Whether a figure is of another round, quarter or phase than the list, by the number that its sentence gives it.

“Reports have come in from the groups in round two, which shared £25,115”, in a report on round three, says nothing of its list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.words.back import Back, sums_up_list
from pcp_reports.audit.words.rounds_named import rounds_named
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_TOP = 6  # passages: where a paper says what it is of


def is_of_another_round(paper: Paper, one: Round, heard: Heard, text: str) -> bool:
    """Return whether the sentence ``text`` names another round than that of the list.

    Where nothing gives the list a number, one that a sentence behind it names is another's, and above it one that is not the
    only one of the paper.
    """
    told = rounds_named([text])
    if not told or heard.leading or heard.row:
        return False
    own = rounds_named(_about(paper, one, text))
    known = [kind for kind in told if kind in own]
    if known:
        return all(told[kind].isdisjoint(own[kind]) for kind in known)
    if sums_up_list(text) is Back.POINTS:
        return False
    if heard.passage > min(award.passage for award in one.awards):
        return True
    if heard.passage in one.lead[-1:] and _each_over_its_list(paper, told):
        return False
    every = rounds_named(passage.text for passage in paper.passages)
    return any(len(every[kind]) > 1 for kind in told)


def _each_over_its_list(paper: Paper, kinds: Iterable[str]) -> bool:
    """Return whether every passage that numbers a round stands right above lines: then each speaks of those beneath it."""
    for at, passage in enumerate(paper.passages):
        if rounds_named([passage.text]).keys().isdisjoint(kinds):
            continue
        below = paper.passages[at + 1].sort if at + 1 < len(paper.passages) else None
        if below not in (Sort.ITEM, Sort.ROW) or passage.sort in (Sort.ITEM, Sort.ROW):
            return False
    return True


def _about(paper: Paper, one: Round, text: str) -> Iterator[str]:
    """Yield the words that say which round a list is of: those that lead to it, its groups, the headings of the paper."""
    yield paper.title
    yield from (group.name or "" for group in one.groups)
    yield from (paper.passages[index].text.replace(text, " ") for index in one.lead)
    first = min(award.passage for award in one.awards)
    for index, passage in enumerate(paper.passages[:first]):
        if passage.sort in (Sort.TITLE, Sort.HEADER) or (index < _TOP and passage.sort is Sort.HEADING):
            yield passage.text
