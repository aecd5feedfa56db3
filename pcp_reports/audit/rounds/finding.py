"""Which passages of a paper are a round of grants: a list under a lead that speaks of grants, with its strands.

A numbered paragraph or a sentence that leads to a list begins a round; headings beneath one lead are its strands. A
list that goes on over a page, or between whose lines sentences tell of each grant, is one list. What is no list of
grants beyond doubt is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, dropwhile, islice, pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Group, Round, Standing, Total
from pcp_reports.audit.lines import Shape
from pcp_reports.audit.pieces.bullets import with_bullets_back
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.pieces.pieces import pieces_of
from pcp_reports.audit.rounds.afar import with_words_afar
from pcp_reports.audit.rounds.begun import begun
from pcp_reports.audit.rounds.captions import may_go_on
from pcp_reports.audit.rounds.joined import joined, tells_behind
from pcp_reports.audit.rounds.open_lists import is_carried, partial_of
from pcp_reports.audit.rounds.sheet import Sheet, stretch_of
from pcp_reports.audit.rounds.strand_totals import without_feet
from pcp_reports.audit.rounds.strays import strays, without_echoes
from pcp_reports.audit.rounds.twice import counted_once
from pcp_reports.audit.rounds.unread import beside, unread_lines
from pcp_reports.audit.words.doubt import looks_back
from pcp_reports.audit.words.grant_words import speaks_of_giving
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.lines import ReadLine
    from pcp_reports.audit.rounds.gathered import Open
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_MOST_TAIL = 3
_SEVERAL = 2
_MOST_SUMMARY = 24
_MOST_STANZA = 8
_VERB = re.compile(
    r"(?i)\b(?:was|were|has|have|had|been|will|received|receives|gets?|got|gave|awarded|granted|donated|given|gives|goes|went|gone)\b"
)


def rounds_in(paper: Paper, locale: str = "en_GB") -> tuple[Round, ...]:
    """Return the rounds of grants of a paper in order. A list printed twice is one round."""
    if not any("£" in one.text or one.sort is Sort.ROW or "gbp" in one.text.lower() for one in paper.passages):
        return ()
    paper = with_bullets_back(paper, locale)
    sheet = Sheet(paper, pieces_of(paper, locale))
    made = []
    for one in _with_refused(_gathered(sheet)):
        found = _closed(sheet, one)
        if found is not None:
            made.append((found, one.weak))
    rounds = with_words_afar(paper, without_echoes(paper, counted_once(paper, made)))
    rounds = _with_boxes(paper, rounds)
    told = tuple(strays(paper, sheet.pieces, rounds))
    return tuple(
        replace(one, differs=(*one.differs, *(pair for pair in told if _is_news(one, pair)))) for one in rounds
    )


def _with_boxes(paper: Paper, rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """Return the only round of a paper with the text boxes that give its very sum: “£6,390 to four groups”.

    Another sum in a box may be of anything: it says nothing of the list.
    """
    if len(rounds) != 1:
        return rounds
    one = rounds[0]
    own = {stretch_of(paper.passages[award.passage]) for award in one.awards}
    pence = sum(award.amount.pence for award in one.awards if award.amount is not None)
    boxes = [
        index
        for index, passage in enumerate(paper.passages)
        if passage.sort is Sort.BOX and "£" in passage.text and stretch_of(passage) not in own
        and any(_is_sum(claim, pence) for claim in find(passage.text))
    ]  # fmt: skip
    return (replace(one, tail=tuple(dict.fromkeys((*one.tail, *boxes)))),)


def _is_sum(claim: Claim, pence: int) -> bool:
    """Return whether a claim gives a sum of money, as far as it is rounded."""
    if claim.unit is not Unit.MONEY or claim.low is None or claim.high is None:
        return False
    return claim.low * 100 <= pence <= claim.high * 100


def _is_news(one: Round, pair: tuple[Award, Award]) -> bool:
    """Return whether an award of a round is told of otherwise, and that is not known yet."""
    return pair[0] in one.awards and all(pair[0] not in known for known in one.differs)


def _gathered(sheet: Sheet) -> list[Open]:
    """Return the blocks of grant lines, those of one round together; also of what was declined, or is perhaps no grant."""
    made: list[Open] = []
    gap: list[Piece] = []
    current: Open | None = None
    dropped: Piece | None = None
    for piece in sheet.pieces:
        if not piece.awards:
            gap.append(piece)
            continue
        if current is not None and not gap and tells_behind(sheet, current, piece):
            gap.append(Piece(Of.TEXT, piece.start, piece.end))
            continue
        longer = joined(sheet, current, gap, piece) if current is not None else None
        if longer is not None:
            made[-1] = current = longer
            gap = []
            continue
        again = dropped is not None and _goes_on(sheet, dropped, piece)
        current = None if again else begun(sheet, gap, piece, current)
        if current is None:
            dropped = piece
            gap = [*gap, Piece(Of.TEXT, piece.start, piece.end)] if sheet.is_text(piece) else []
            continue
        made.append(current)
        gap = []
    return [
        replace(one, weak=False) if one.weak and other is not None and _is_first_part(sheet, one, other) else one
        for one, other in zip(made, (*made[1:], None), strict=False)
    ]


def _is_first_part(sheet: Sheet, one: Open, other: Open) -> bool:
    """Return whether a list stands right above one of grants, under a heading that looks as that one's does: “East”, “West”."""
    if other.weak or one.head is None or one.head != other.head or {one.standing, other.standing} != {Standing.AWARDED}:
        return False
    between = [piece for piece in sheet.between(one.end, other.end) if piece.of is not Of.FURNITURE]
    heads = [piece for piece in between if piece.of is Of.HEAD]
    alike = sheet.paper.passages[one.end - 1].sort is sheet.paper.passages[other.end - 1].sort
    return alike and len(heads) == 1 and between[0] is heads[0] and all(piece.awards for piece in between[1:])


def _goes_on(sheet: Sheet, dropped: Piece, piece: Piece) -> bool:
    """Return whether a line stands right beneath one of the same make that is of other money: shares of a budget, say."""
    one, other = sheet.passage(dropped), sheet.passage(piece)
    reads = (dropped.read, piece.read)
    bulleted = one.sort is Sort.ITEM and not one.numbered
    if dropped.end != piece.start or not all(_is_line(read, bulleted=bulleted) for read in reads):
        return False
    return (one.sort, one.level, one.numbered) == (other.sort, other.level, other.numbered)


def _is_line(read: ReadLine | None, *, bulleted: bool) -> bool:
    """Return whether a line is a name and a sum, or in a list with bullets a sum and to whom: the first may not stay behind alone."""
    if read is None:
        return False
    return (read.shape is Shape.LINE and not read.sure) or (bulleted and read.shape is Shape.SENTENCE)


def _with_refused(gathered: Sequence[Open]) -> list[Open]:
    """Return the rounds of what was awarded; lists of what was not stand beside the round before them, else behind."""
    made: list[Open] = []
    waiting: tuple[Award, ...] = ()
    for one in gathered:
        if one.standing is Standing.AWARDED:
            made.append(replace(one, apart=waiting))
            waiting = ()
            continue
        refused = tuple(
            replace(award, standing=one.standing) if award.counts else award
            for group in one.groups
            for award in group.awards
        )
        if made:
            made[-1] = replace(made[-1], apart=(*made[-1].apart, *refused), last=one.end)
        else:
            waiting = (*waiting, *refused)
    return made


def _closed(sheet: Sheet, one: Open) -> Round | None:
    """Return the round as found, with what stands behind it; None where nothing in it was awarded."""
    groups = tuple(
        Group(group.name, awards, group.heading)
        for group in one.groups
        if (awards := tuple(award for award in group.awards if award.counts))
    )
    if not groups or _tells_nothing(groups):
        return None
    apart = (*(award for group in one.groups for award in group.awards if not award.counts), *one.apart)
    totals, tail = [*_summary(sheet, one, groups), *one.totals], []
    for piece in _behind(sheet, one):
        totals += sheet.totals_in(piece)
        if piece.of is Of.TEXT:
            tail.append(piece.start)
    if one.last:  # “Total awarded” behind the list of those that got nothing
        told = [total for piece in islice(sheet.behind(one.last), 1) for total in sheet.totals_in(piece)]
        totals += [total for total in told if speaks_of_giving(" ".join(total.over))]
    totals = [] if is_carried(sheet.paper, groups, one.end) else [_scoped(total, groups) for total in totals]
    every = [award for group in one.groups for award in group.awards]
    first = min(award.passage for award in every)
    parts = sheet.between(max(first - _MOST_STANZA, 0), one.end)
    several = (piece for piece in parts if piece.of is Of.AWARDS and piece.end > piece.start + 1)
    rows = (at for piece in parts for at in piece.aside)
    lines = (*(at for piece in several for at in range(piece.start, piece.end)), *rows)
    heads = (*one.lead, *(group.heading for group in one.groups), *lines)
    between = (at for at in one.between if at in one.feet or looks_back(sheet.paper.passages[at].text))
    made = Round(
        one.lead,
        groups,
        tuple(totals),
        tail=without_feet(sheet.paper, groups, one.end, (*between, *tail)),
        apart=apart,
        section=one.section,
        unread=(
            *unread_lines(sheet.paper, every, totals, heads),
            *beside(
                sheet.paper,
                (*every, *apart),
                (*heads, *(total.passage for total in totals)),
                _up_to_heading(sheet, one.end),
            ),
            *may_go_on(sheet, one),
        ),
        struck=any(sheet.paper.passages[at].struck for at in (*one.lead, *range(max(first - 1, 0), one.end))),
    )
    return replace(made, partial=partial_of(sheet.paper, made, one.end), told=_is_told(sheet, made))


def _up_to_heading(sheet: Sheet, end: int) -> range:
    """Return the passages behind a list up to the next heading, or line that heads another list: “The smaller awards are:”."""
    near = list(islice(sheet.behind(end), _MOST_TAIL + 1))
    led = [one for one, below in pairwise(near) if below.awards and sheet.text(one).rstrip().endswith(":")]
    head = next((one.start for one in near[:_MOST_TAIL] if one.of is Of.HEAD or one in led), None)
    return range(end, len(sheet.paper.passages) if head is None else head)


def _tells_nothing(groups: Sequence[Group]) -> bool:
    """Return whether a list is one or two lines without any amount: of how much may be given, rather than of what was."""
    amounts = [award.amount for group in groups for award in group.awards]
    return len(amounts) <= _SEVERAL and all(amount is None for amount in amounts)


def _is_told(sheet: Sheet, made: Round) -> bool:
    """Return whether the grants are told of in sentences of running text, to which no words lead with a colon."""
    passages = [sheet.paper.passages[award.passage] for award in made.awards]
    spoken = [one.sort is Sort.TEXT and _VERB.search(one.text) is not None for one in passages]
    if len({award.passage for award in made.awards}) < _SEVERAL or 2 * sum(spoken) < len(spoken):
        return False
    return not any(sheet.paper.passages[index].text.rstrip().endswith(":") for index in made.lead[-1:])


def _summary(sheet: Sheet, one: Open, groups: Sequence[Group]) -> Iterator[Total]:
    """Yield the totals of strands by name that a summary above the list gives: “Youth: 3 grants, £5,320”."""
    names = {group.name.casefold(): group.name for group in groups if group.name is not None}
    if len(names) < _SEVERAL:
        return
    first = min(award.passage for group in groups for award in group.awards)
    for piece in sheet.before(first, _MOST_SUMMARY):
        for total in sheet.totals_in(piece):
            name = names.get(" ".join(total.over).strip(" :–-").casefold())
            if name is not None and all(other.passage != total.passage for other in one.totals):
                yield replace(total, over=(name,))


def _behind(sheet: Sheet, one: Open) -> Iterator[Piece]:
    """Yield the pieces right behind a list that may sum it up: none that leads to a list of its own, or stands in a box."""
    last = sheet.piece_at(one.end - 1)
    behind = dropwhile(lambda piece: last is not None and _is_item_of(sheet, piece, last), sheet.behind(one.end))
    for number, (piece, below) in enumerate(pairwise(chain(behind, (None,)))):
        if number >= _MOST_TAIL or piece is None or sheet.is_apart(piece, one.end - 1):
            return
        if below is not None and below.awards and sheet.text(piece).rstrip().endswith(":"):
            return
        if tells_behind(sheet, one, piece):
            yield Piece(Of.TEXT, piece.start, piece.end)
            continue
        if piece.of not in (Of.TEXT, Of.TOTAL):
            return
        back = looks_back(sheet.text(piece))
        if (sheet.is_numbered(piece) and (number or not back)) or (sheet.begins(piece) and not back):
            return
        yield piece


def _is_item_of(sheet: Sheet, piece: Piece, last: Piece) -> bool:
    """Return whether a text behind a list is an item of it that could not be read as a grant: “Two vouchers of £90 each”."""
    like = piece.of is Of.TEXT and sheet.is_like(piece, last) and sheet.is_line_of(piece, last)
    return like and not looks_back(sheet.text(piece))


def _scoped(total: Total, groups: Sequence[Group]) -> Total:
    """Return a total over the strand that its words name; over none where they name none."""
    names = [group.name for group in groups if group.name is not None]
    if all(over in names for over in total.over):
        return total
    words = " ".join(total.over).casefold()
    named = tuple(name for name in names if name.casefold() in words)
    return replace(total, over=named if len(named) == 1 else ())
