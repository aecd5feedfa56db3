"""Lines in or beside a list of grants that an import does not take as grants.

Each is named, whatever the reason: a grant that fell out in silence would make the right total of its list look wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.importing.papers.taken_over import PaperRound
    from pcp_reports.passage import Paper, Passage

_SUM = re.compile(r"£ ?[0-9]")
_GIVEN = re.compile(r"(?i)\b(?:grants?|award(?:s|ed)?|donat\w+|given|gave|funded|rhodd\w+|dyfarn\w+)\b")
_SENTENCE = re.compile(r"[^.;!?]*£[^;!?]*?(?:[.;!?](?=\s|$)|$)")
_PARTED = re.compile(r"\s[–—-]\s|[:|\t]")
_AT_EDGE = re.compile(r"^\W*£ ?[0-9]|£ ?[0-9][0-9,.]*(?:k|m| ?million)?\W*$")
_OF_ALL = re.compile(r"(?i)(?:grand |sub-?)?total|cyfanswm|balance|budget|brought forward|carried forward|remaining")
_IN_ITS_PLACE = re.compile(r"(?:[–—:|,(]|\s-)\s*[0-9][0-9,]*(?:\.[0-9]{2})?[\s).;,]*$")
"""A figure without a pound sign where the amount of a line stands: “Oak – gym – 700”."""
_AS_A_GRANT = re.compile(r"[^£]{2,150}?\s[–—-]\s[^£]{2,250}?\s[–—-]\s£ ?[0-9][0-9,.]*[.;,]?")
_CELL = re.compile(r"£?\s?[0-9][0-9,]*(?:\.[0-9]{2})?")


class Reason(Enum):
    """Why a line is no grant of the entries."""

    AMOUNT = "is no plain award, so it is kept as words"
    LINE = "may tell of a grant that was not taken, so it is kept as words and is in no total"
    MORE = "may tell of one grant more than was taken from it"
    FRONT = "the front matter lists"

    @property
    def hint(self) -> str:
        """Return what to do about it."""
        if self is Reason.FRONT:
            return (
                "They are in the summary or the recommendation. If they were awarded, make a round of them: "
                "pcp-reports new funding-round “…”, and name it in a section."
            )
        if self is Reason.MORE:
            return "Look at it in the round: what it does not have, add with its amount."
        return "If it is a grant, add it to the round with its amount, and take its words out of the round's text."


@dataclass(frozen=True, slots=True)
class Untaken:
    """A passage that may tell of a grant of which no entry was made."""

    place: int
    reason: Reason


def not_taken(
    paper: Paper, audited: Iterable[Round], found: Sequence[PaperRound], body: Iterable[int]
) -> tuple[Untaken, ...]:
    """Return the lines that were not taken. ``found`` are all rounds made of the ``audited`` ones, ``body`` where they may stand.

    A sentence with one grant stays a sentence: no round is made of it, and it is not among them.
    """
    within = set(body)
    taken = {line.place for one in found for line in one.lines}
    kept = {at for one in found for at in one.kept}
    told = {at for one in found for at in (*one.places - one.kept, *(at for at, _ in (*one.apart, *one.totals)))}
    told |= {at for one in found if one.mark for at in one.places}  # a line of our own is known to the letter
    made: dict[int, Reason] = {}
    for one in audited:
        awards = {award.passage for award in one.awards}
        if awards & taken or _is_list(paper, one):
            totals = {total.passage for total in one.totals}
            told |= {*one.lead, *(award.passage for award in one.apart), *totals}
            made |= _of_round(paper, one, taken, running=awards <= kept)
    made |= dict.fromkeys((at for one in found for at in _further_on(paper, one) if at not in told), Reason.LINE)
    mine = {at for one in found if one.mark for at in one.places}
    rows = [
        Untaken(at, why)
        for at, why in sorted(made.items())
        if at in within and (at not in mine if why is Reason.MORE else at not in told | taken)
    ]
    return (*rows, *(Untaken(at, Reason.FRONT) for at in _in_front(found, within)))


def _of_round(paper: Paper, one: Round, taken: set[int], *, running: bool) -> dict[int, Reason]:
    """Return the passages in or beside a list that may be grants, and are not ``taken``, with the reason."""
    awards = {award.passage for award in one.awards}
    total = Money.total(award.amount for award in one.awards if award.amount is not None)
    lines = [at for at in one.unread if at not in awards and _may_tell(paper.passages[at], total, running=running)]
    if not running:
        beside = _in_or_beside(paper, sorted(awards))
        lines += (at for at in beside if not _OF_ALL.match(paper.passages[at].text.strip()))
    lines += _told_behind(paper, one, total)
    made = dict.fromkeys(lines, Reason.LINE)
    made |= {at: Reason.MORE for at in one.unread if at in awards & taken}
    for award in one.awards:
        if award.passage not in taken:
            made[award.passage] = Reason.AMOUNT
        elif award.amount is None:
            made[award.passage] = Reason.MORE
    return made


def _further_on(paper: Paper, one: PaperRound) -> Iterator[int]:
    """Give the bullets behind a list, up to the next heading or number, that are set out as grants are, whatever parts them from it.

    A page's head in the midst of a list, or a caption, must not make words of all that follows.
    """
    if not any(paper.passages[line.place].sort is Sort.ITEM for line in one.lines):
        return
    for at in range(max(line.place for line in one.lines) + 1, len(paper.passages)):
        passage = paper.passages[at]
        if passage.sort in (Sort.HEADING, Sort.TITLE, Sort.ROW) or passage.numbered:
            return
        text = passage.text.strip()
        if passage.sort is Sort.ITEM and _AS_A_GRANT.fullmatch(text) and not _OF_ALL.match(text):
            yield at


def _in_front(found: Sequence[PaperRound], body: set[int]) -> tuple[int, ...]:
    """Return the lines of lists outside the body, unless lists within it have grants of the same amounts."""
    inside = Counter(line.amount for one in found if one.places <= body for line in one.lines)
    outside = [one for one in found if not one.places <= body]
    fresh = [one for one in outside if Counter(line.amount for line in one.lines) - inside]
    return tuple(sorted({line.place for one in fresh for line in one.lines}))


def odd_rows(one: Round, paper: Paper) -> Iterator[int]:
    """Give the rows of a table of grants that hold a sum and are no grant, total or heading: their words stay in the text."""
    known = {award.passage for award in (*one.awards, *one.apart)} | {total.passage for total in one.totals}
    lines = sorted(award.passage for award in one.awards)
    yield from (at for at in _in_or_beside(paper, lines) if paper.passages[at].sort is Sort.ROW and at not in known)


def _told_behind(paper: Paper, one: Round, total: Money) -> Iterator[int]:
    """Give the paragraphs behind a list of which a sentence tells of a grant that is none of its lines."""
    from pcp_reports.audit.lines import read_line  # noqa: PLC0415 - with all that reads grant lines

    known = {total, *(award.amount for award in one.awards), None}
    names = {award.recipient.casefold() for award in one.awards}  # of these another sum is told, and the audit says so
    for at in one.tail:
        sentences = filter(_GIVEN.search, _SENTENCE.findall(paper.passages[at].text))
        told = (award for each in sentences for award in read_line(each, passage=at).awards)
        if any(
            award.counts and award.amount not in known and award.recipient.casefold() not in names for award in told
        ):
            yield at


def _may_tell(one: Passage, total: Money, *, running: bool) -> bool:
    """Return whether what could not be read may be a grant of the list, and is no sentence about its grants or their sum.

    ``running``: the grants themselves stand in sentences, and what is beside them are paragraphs of all sorts.
    """
    from pcp_reports.audit.words.grant_words import gives  # noqa: PLC0415 - with all that reads grant lines

    if one.sort is not Sort.TEXT and not running:
        return True
    if one.sort is Sort.TEXT and str(total) in one.text:
        return False
    return _holds_amount(one) or gives(one.text)


def _is_list(paper: Paper, one: Round) -> bool:
    return any(paper.passages[award.passage].sort in (Sort.ITEM, Sort.ROW) for award in one.awards)


def _in_or_beside(paper: Paper, lines: Sequence[int]) -> Iterator[int]:
    """Give the items and rows between the lines of a list, and right before and behind them, that hold an amount."""
    passages = paper.passages
    known = set(lines)
    for line in lines:
        for step in (-1, 1):
            at = line + step
            while 0 <= at < len(passages) and at not in known and _is_like(passages[at], passages[line]):
                if _holds_amount(passages[at]):
                    yield at
                at += step


def _is_like(one: Passage, line: Passage) -> bool:
    """Return whether a passage is an item of the list that a line is of, or a row of its table."""
    if one.sort is not line.sort or one.text.rstrip().endswith(":"):
        return False
    if one.sort is Sort.ROW:
        return one.table == line.table
    return one.sort is Sort.ITEM and (one.level, one.numbered) == (line.level, line.numbered)


def _holds_amount(one: Passage) -> bool:
    """Return whether an amount, or a figure in the place of one, stands in a line as lines of grants have it; no sentence has."""
    if one.sort is not Sort.ROW:
        parted = _PARTED.search(one.text) is not None and _SUM.search(one.text) is not None
        return parted or _AT_EDGE.search(one.text) is not None or _IN_ITS_PLACE.search(one.text) is not None
    cells = [cell.text.strip() for cell in one.cells if cell.text.strip()]
    if one.header or len(cells) < 2:  # noqa: PLR2004 - a name and its sum
        return False
    return any(_SUM.search(cell) or _CELL.fullmatch(cell) for cell in cells)
