"""What of a paper is in no entry: every passage of it is named, so that nothing is lost without anybody knowing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY, WEEKDAYS
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.importing.papers.rounds import by_place
from pcp_reports.importing.papers.taken_over import CONTINUED
from pcp_reports.passage import Sort
from pcp_reports.words import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.importing.papers.entries import Entries
    from pcp_reports.importing.papers.front import Front
    from pcp_reports.importing.papers.taken_over import PaperRound
    from pcp_reports.passage import Paper, Passage

_WHAT = (Sort.NOTE, Sort.BOX, Sort.ROW)
_SCALED = re.compile(r"(\d)(?:k|m|bn)\b")  # what stands in thousands beneath a heading that says so
_BOX = re.compile(r"\btext box \d+")
_IN_BRACKETS = (
    "Type what the new paper needs of it into the entry: a prompt in [brackets] stands where each table stood."
)
_AGAIN = (
    "Do not add them: they would count twice. Type into the entry what else the table says, in the place of the prompt."
)


def left_out(paper: Paper, front: Front, entries: Entries) -> Iterator[Finding]:
    """Give every passage that is in no entry: what an officer must place, then what the template prints itself."""
    left = [
        at
        for at, one in enumerate(paper.passages)
        if at not in entries.used and at not in front.used and one.text.strip()
    ]
    for sort in _WHAT:
        places = [at for at in left if paper.passages[at].sort is sort]
        if places:
            yield from _of_sort(paper, entries, sort, places)
    behind = [at for at in left if at in front.behind and paper.passages[at].sort not in _WHAT]
    if behind:
        yield group_of(paper, "G541", "what stands behind the sign-off is not taken over", behind)
    around = (Sort.HEADER, Sort.FOOTER)
    others = [at for at in left if at not in behind and paper.passages[at].sort not in (*_WHAT, *around)]
    within = [at for at in others if at in front.body]
    if within:
        yield group_of(
            paper,
            "G541",
            f"{counted(len(within), 'heading')} {_are(within)} not taken over, as nothing but tables stands beneath",
            within,
        )
    above = [at for at in others if at not in front.body]
    if above:
        yield group_of(
            paper, "G542", f"{counted(len(above), 'line')} of the front matter {_are(above)} not taken over", above
        )
    furniture = [at for at in left if paper.passages[at].sort in around]
    if furniture:
        yield group_of(paper, "G542", "page header and footer are the template's, and are not taken over", furniture)


_LABEL_WORDS = (
    "contact contacts officer further more information for name report title subject of to the by from author lead date "
    "meeting be held on tel telephone phone email e mail fax number no address lead report role executive summary purpose recommendation recommendations panel at am pm "
    "cyfarfod dyddiad cyswllt crynodeb argymhelliad argymhellion teitl adroddiad"
)
_LABELS = frozenset(_LABEL_WORDS.split())
"""Words of the front matter that the template prints itself."""


def unsaid(
    paper: Paper,
    front: Front,
    rounds: Sequence[PaperRound],
    made: str,
    told: Iterable[Finding],
    held: Mapping[int, str],
    office: str,
) -> Iterator[Finding]:
    """Give every passage of which words are neither in what was ``made`` nor in a passage that was told of already.

    ``held`` are files of the entries, by the passages that they hold and that the paper only cites: their figures are put
    in by the tool. ``office`` is office.yaml, which has the people's telephone numbers.
    """
    named = {one.place.line for one in told} | {near.place.line for one in told for near in one.related}
    named |= {paper.passages[at].line for at in by_place(rounds)}
    have = _tokens(made)
    people = _tokens(office)
    in_front: list[int] = []
    others: list[int] = []
    totals = {at for one in rounds for at, _ in one.totals}
    figures = _tokens(_SCALED.sub(r"\1", made)) if totals else set()
    again = {at for one in rounds for at in one.places if CONTINUED.search(paper.passages[at].text)}
    for at, one in enumerate(paper.passages):
        left = _tokens(one.text) - have - _date_words(front, one.text) if one.line not in named else set()
        if at in front.used:
            left -= _LABELS | people
        if at in held:
            left = {word for word in left - _tokens(held[at]) if word.isalpha()}
        if at in totals:  # what a table calls its total, other words say beneath a round
            left = {word for word in left - figures if not word.isalpha()}
        if at in again:
            left = _tokens(CONTINUED.sub("", one.text)) - have
        if left:
            (in_front if at in front.used else others).append(at)
    if others:
        yield group_of(paper, "G541", "words of these passages are in no entry", others)
    if in_front:
        yield group_of(paper, "G542", "words of the front matter are in no entry", in_front)


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _date_words(front: Front, text: str) -> set[str]:
    """Return the words in which a line gives the day of the meeting, which the paper holds as a date."""
    if front.meeting is None:
        return set()
    day = front.meeting
    weekday = WEEKDAYS[day.first.weekday()].casefold()
    said = {str(day.day), str(day.year), f"{day.month:02}", f"{day.day:02}" if day.day else "", weekday}
    said |= {MONTHS[day.month - 1].casefold(), MONTHS_CY[day.month - 1].casefold()}
    said |= {f"{day.day}{ending}" for ending in ("st", "nd", "rd", "th")}
    return said if str(day.year) in text else set()


def _are(places: Sequence[int]) -> str:
    return "is" if len(places) == 1 else "are"


def _of_sort(paper: Paper, entries: Entries, sort: Sort, places: Sequence[int]) -> Iterator[Finding]:
    """Give the notes, the boxes, or the tables that are in no entry; those that print grants again apart."""
    if sort is not Sort.ROW:
        number = len(places)
        if sort is Sort.BOX:
            number = len({found[0] if (found := _BOX.search(paper.passages[at].where)) else at for at in places})
        what = counted(number, "footnote" if sort is Sort.NOTE else "text box")
        yield group_of(paper, "G541", f"{what} {'is' if number == 1 else 'are'} not taken over", places)
        return
    again = [at for at in places if paper.passages[at].table in entries.tables.again]
    others = [at for at in places if at not in again]
    if others:
        prompted = any(paper.passages[at].table in entries.tables.prompted for at in others)
        what = f"{_tables(paper, others)} not taken over"
        yield group_of(paper, "G541", what, others, _IN_BRACKETS if prompted else "")
    if again:
        what = f"{_tables(paper, again)} a second printing of grants that are made already, out of another list of the paper"
        yield group_of(paper, "G555", what, again, _AGAIN)


def _tables(paper: Paper, places: Sequence[int]) -> str:
    tables = len({paper.passages[at].table for at in places})
    return f"{counted(tables, 'table')} ({counted(len(places), 'row')}) {'is' if tables == 1 else 'are'}"


def group_of(paper: Paper, code: str, what: str, places: Sequence[int], hint: str = "") -> Finding:
    """Return passages of one sort as one finding that names each."""
    hint = hint or "Type what the new paper needs of it into an entry."
    if code == "G542":
        hint = "Nothing need be done, unless the new paper needs it: then put it into the template."
    related = tuple(Related(_shown(paper.passages[at]), place_of(paper, at)) for at in places)
    return Finding(code, f"{name_of(paper)}: {what}.", related[0].place, hint, related)


def _shown(one: Passage) -> str:
    return f"{one.where or one.sort.value}: {shortened(one.text, 80)}"


def place_of(paper: Paper, at: int) -> Place:
    """Return where a passage stands in its file."""
    return Place(paper.path, paper.passages[at].line, paper.passages[at].column)


def name_of(paper: Paper) -> str:
    """Return the paper's file name."""
    return paper.path.replace("\\", "/").rpartition("/")[2]
