"""Where a paper's front matter stands among its passages: title, meeting, contact, summary, recommendation, body, sign-off.

The recogniser is the one that makes templates out of papers; here it looks at passages of any form, a row of a table
as one line “label: words”.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from pcp_reports.dates import DateError, PartialDate
from pcp_reports.importing.papers.contacts import closing_contact, contact_in, together, without_label
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass
from pcp_reports.word.paper_lines import Seen
from pcp_reports.word.recognising import recognise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from pcp_reports.importing.papers.contacts import Contact
    from pcp_reports.passage import Paper, Passage
    from pcp_reports.word.recognising import Section, Span

_NO_TITLE = re.compile(r"(?i)(?:dear|annwyl|present|attendance|in attendance|apologies|yn bresennol|ymddiheuriadau)\b")
"""How a letter or minutes begin."""
_FEWEST_WORDS = 5
_POUNDS = re.compile(r"£ ?[0-9][0-9,.]*[a-z]*")
_LABEL = re.compile(
    r"(?i)(?:report|title|subject|contact|author|lead|responsible|originat\w*|officer|date|meeting|panel|committee|to|from|for|"
    r"agenda|item|name|telephone|tel|e-?mail|dyddiad|cyswllt|teitl|adroddiad)\b"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What was found. Numbers are places among the paper's passages; ``body`` is what the sections are made of.

    ``used`` are the passages that title, meeting, panel, contact and sign-off stand in; ``behind`` an appendix.
    """

    title: str = ""
    panel: str = ""
    meeting: PartialDate | None = None
    contact: Contact | None = None
    signatory: str = ""
    role: str = ""
    summary: tuple[int, ...] = ()
    recommendation: tuple[int, ...] = ()
    body: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    used: frozenset[int] = frozenset()


class _Table:
    """What a row of a table stands in for: a cell without a label to its left."""

    def getprevious(self) -> None:
        """Return that there is nothing to the left."""


def front_of(paper: Paper, without: Container[int] = frozenset()) -> Front:
    """Return where everything stands in a paper; what was not found is empty. Passages ``without`` are looked past."""
    seen = _seen(paper.passages, without)
    if not seen:
        return Front()
    found = recognise(seen, paper.title)
    place: dict[int, int] = {id(one): at for at, one in ((int(one.element), one) for one in seen)}  # type: ignore[call-overload] # places stand for paragraphs

    def at(span: Span | None) -> list[int]:
        return [place[id(span.seen)]] if span is not None else []

    used = [*at(found.panel), *at(found.meeting), *at(found.title), *at(found.contact)]
    used += [place[id(one)] for one in found.more_contact] + at(found.signatory) + at(found.role)
    front: list[tuple[int, ...]] = []
    beyond: list[int] = []
    for section in (found.summary, found.recommendation):
        used += [place[id(section.heading)]] if section is not None else []
        under = _under(section, place)
        own = _own(paper.passages, place[id(section.heading)], under) if section is not None else under
        front.append(own)
        beyond += under[len(own) :]
    body = [*beyond, *(place[id(one)] for one in found.body)]
    closing = closing_contact(paper.passages, body)
    contact = contact_in([found.contact.words, *(one.text for one in found.more_contact)]) if found.contact else None
    return Front(
        title="" if _NO_TITLE.match(_words(found.title)) else _words(found.title),
        panel=_words(found.panel),
        meeting=_day(_words(found.meeting)),
        contact=together(contact, contact_in([without_label(paper.passages[at].text) for at in closing])),
        signatory=_words(found.signatory),
        role=_words(found.role),
        summary=front[0],
        recommendation=front[1],
        body=tuple(body[: len(body) - len(closing)]),
        behind=tuple(place[id(one)] for one in found.behind),
        used=frozenset([*used, *closing]),
    )


def with_lists(
    front: Front, paper: Paper, lists: Iterable[Iterable[int]], leads: Container[int] = frozenset()
) -> Front:
    """Return the front matter of a paper whose body holds its lists of grants, ``lists``, wherever they stand.

    A paper that is a table and little else seems to be all front matter; an annex with grants belongs to the paper.
    ``leads`` are passages that lead up to a list.
    """
    listed = frozenset(at for places in lists for at in places)
    if listed & front.used:
        front = front_of(paper, listed)
    flow = [at for at, one in enumerate(paper.passages) if one.sort not in AROUND and one.text.strip()]
    fixed = {*front.used, *front.summary, *front.recommendation}
    body, behind = set(front.body), front.behind
    outside = listed - body - fixed
    if outside & set(behind):
        body, behind = body | set(behind), ()
        outside -= body
    if outside or not body:
        first, last = min(outside, default=len(paper.passages)), max(outside, default=len(paper.passages))
        start = max((at for at in fixed if at < first), default=-1)
        body |= {at for at in flow if start < at <= last}
    rows = {
        at for at in flow if paper.passages[at].sort is Sort.ROW and min(body, default=at) < at < max(body, default=at)
    }
    closing = takewhile(
        lambda at: paper.passages[at].sort is Sort.ROW and at not in behind,
        (at for at in flow if at > max(body, default=at)),
    )
    body = (body | rows | set(closing)) - fixed
    first = min(body, default=0)
    if first - 1 in flow and first - 1 not in fixed and first - 1 in leads and _is_sentence(paper.passages[first - 1]):
        first -= 1
        body.add(first)
    while first - 1 in flow and first - 1 not in fixed and _is_over(paper.passages[first - 1], paper.passages[first]):
        first -= 1
        body.add(first)
    return replace(front, body=tuple(sorted(body)), behind=behind)


def without_sums(paper: Paper, places: Container[int]) -> Paper:
    """Return a paper without the sums that stand at some places, so that no grant is read there; all else is as it was."""
    passages = (
        replace(
            one,
            text=_POUNDS.sub("", one.text),
            cells=tuple(replace(cell, text=_POUNDS.sub("", cell.text)) for cell in one.cells),
        )
        if at in places
        else one
        for at, one in enumerate(paper.passages)
    )
    return replace(paper, passages=tuple(passages))


def _is_sentence(one: Passage) -> bool:
    """Return whether a passage says something, as words that lead up to a list do, and no label, name or date does."""
    return one.sort in (Sort.TEXT, Sort.ITEM) and len(one.text.split()) >= _FEWEST_WORDS


def _is_over(one: Passage, below: Passage) -> bool:
    """Return whether a heading is the one above another, of a higher level."""
    return one.sort is below.sort is Sort.HEADING and one.level < below.level


def _under(section: Section | None, place: dict[int, int]) -> tuple[int, ...]:
    return () if section is None else tuple(place[id(one)] for one in section.under)


def _own(passages: Sequence[Passage], heading: int, under: tuple[int, ...]) -> tuple[int, ...]:
    """Return what is under a heading that bears a number itself: it ends where the next such number stands."""
    head = passages[heading]
    if head.sort is not Sort.ITEM:
        return under
    ends = (at for at in under if passages[at].numbered and passages[at].level <= head.level)
    end = next(ends, None)
    return under if end is None else under[: under.index(end)]


def _words(span: Span | None) -> str:
    return "" if span is None else " ".join(span.words.split()).strip(" :–-")


def _seen(passages: Sequence[Passage], without: Container[int]) -> list[Seen]:
    """Return the passages of the paper's own flow as the recogniser sees paragraphs, their places in the place of elements."""
    found = []
    table: Any = _Table()
    for at, one in enumerate(passages):
        text = _line(one)
        if one.sort in AROUND or not text.strip() or at in without:
            continue
        place: Any = at
        found.append(
            Seen(
                element=place,
                text=text,
                is_number=one.sort is Sort.ITEM and one.numbered,
                is_bullet=one.sort is Sort.ITEM and not one.numbered,
                is_title=one.sort is Sort.TITLE,
                has_heading_style=one.sort is Sort.HEADING,
                is_bold=one.bold,
                cell=table if one.sort is Sort.ROW else None,
            )
        )
    return found


def _line(one: Passage) -> str:
    """Return a passage as one line; of a row its cells behind a label as front matter has them, else nothing."""
    if one.sort is not Sort.ROW:
        return one.text
    cells = [" ".join(cell.text.split()) for cell in one.cells if cell.text.strip() and not cell.goes_on]
    if len(cells) < 2:  # noqa: PLR2004 - a label and its words
        return "".join(cells)
    if not _LABEL.match(cells[0]):
        return ""
    label = cells[0] if cells[0].endswith(":") else f"{cells[0]}:"
    return f"{label} {', '.join(cells[1:])}"


def _day(words: str) -> PartialDate | None:
    """Return the day that a paper prints, in words or British figures; None where it cannot be told."""
    words = re.sub(r"(?i)^the\s+", "", words)
    try:
        return PartialDate.parse(words)
    except DateError as error:
        try:
            # A paper's own meeting stands in the British order; nothing else is guessed here.
            figures = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", words)
            if figures is not None:
                return PartialDate(int(figures[3]), int(figures[2]), int(figures[1]))
            return PartialDate.parse(error.instead[0]) if len(error.instead) == 1 else None
        except (DateError, ValueError):
            return None
