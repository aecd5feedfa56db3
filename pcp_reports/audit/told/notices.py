"""Grants that a paper tells paragraph by paragraph beneath words that state their total or their number, as one list.

A news release, a decision notice or a minute does so. Many ways of wording are read; that they were read as meant, the stated
figures bear out (`proving`). Where nothing does, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Group, Round
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.told.bodies import headed
from pcp_reports.audit.told.grants import Tale, tale_of
from pcp_reports.audit.told.proving import Reading, fits, is_exact, proven
from pcp_reports.audit.told.stated import Figure, is_number_of, numbers_in, tells_of_more, totals_in
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.audit.words.grant_words import of_other_money, speaks_of_grants_given, strength
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE
from pcp_reports.claims import Unit
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper, Passage

_PAIR, _MANY = 2, 4
_MOST = 40  # passages of one notice
_OPENING = 12  # passages: further down what looks like the grant of one body is none of a total
_SHORT = 60  # passages of a paper that is one notice, whose headings part nothing
_FEW_WORDS = 12  # of a line that names a body over a paragraph
_REMEMBERED = 4 * _MOST  # passages: each is looked at again for every one before it that may begin a notice
_GIVING = ("award", "grant", "fund", "receiv", "money", "cash", "giv", "support", "help", "share", "between")
_GIVES = re.compile("|".join(_GIVING))
_NUMBER_AHEAD = re.compile(rf"\b(?:{TWO_TO_TWELVE}|[0-9]{{1,2}})\b[^.]{{0,59}}[^\w.]$")
_REACH = 72  # characters: the longest number, and what may stand between it and the word of giving


@dataclass(frozen=True, slots=True)
class Notice:
    """Words that state something, and the grants told of behind them: the passages of both, and the figures proved.

    ``stated`` are all figures of those words; ``in_parts``: the grants are parts of the total in its own sentence.
    """

    lead: tuple[int, ...]
    reading: Reading
    figures: tuple[Figure, ...]
    stated: tuple[Figure, ...]
    end: int
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class _Above:
    """What is stated above grants. ``begins``: its passages, and where in each of them the grants begin, 0 where none do.

    ``of_one``: what looks like a total is plainly the grant of one body, so that those behind it may come to it by chance.
    """

    begins: Mapping[int, int]
    totals: tuple[Figure, ...]
    numbers: tuple[Figure, ...]
    of_one: bool


def with_notices(paper: Paper, rounds: tuple[Round, ...], locale: str) -> tuple[Round, ...]:
    """Return the rounds of a paper with those that are told paragraph by paragraph, in the place of what was read of them before."""
    made = list(rounds)
    for notice in _notices(paper, locale):
        made = _with(paper, made, notice)
    return tuple(sorted(made, key=lambda one: min(award.passage for award in one.awards)))


def _with(paper: Paper, rounds: Sequence[Round], notice: Notice) -> list[Round]:
    awards, places = notice.reading.awards, tuple(one.place for one in notice.figures)
    first = min(notice.lead)
    near = [one for one in rounds if any(first <= award.passage < notice.end for award in one.awards)]
    sorts = {paper.passages[award.passage].sort for one in near for award in one.awards}
    listed = bool(sorts & {Sort.ROW, Sort.ITEM})
    inside = all(first <= award.passage < notice.end for one in near for award in one.awards)
    in_items = bool(rounds) and any(paper.passages[award.passage].sort is not Sort.TEXT for award in awards)
    if (
        listed
        or in_items
        or not inside
        or (notice.in_parts and rounds and not _is_rest_of(notice, near))
        or any(_is_borne_out(one, notice) for one in near)
    ):
        return list(rounds)
    if len(near) == 1 and _sums(near[0].awards) == _sums(awards):
        known = _renamed(near[0], awards)
        units = {one.claim.unit for one in notice.figures}
        if Unit.MONEY in units:
            known = replace(known, proven=places, lead=known.lead or notice.lead)
        if units == {Unit.COUNT, Unit.MONEY}:
            known = replace(known, partial="", unread=())  # their number says that they are all
        elif notice.reading.more and _says_more(notice):
            known = replace(known, partial="the text tells of more money for them, or of instalments")
        return [known if one is near[0] else one for one in rounds]
    told = Round(notice.lead, (Group(None, awards),), proven=places, section=near[0].section if near else 0, told=True)
    return [*(one for one in rounds if one not in near), told]


def _is_rest_of(notice: Notice, near: Sequence[Round]) -> bool:
    """Return whether what was read before are some of the very grants of a notice: it tells of the rest of them as well."""
    own = {(award.passage, award.amount) for award in notice.reading.awards}
    return bool(near) and all((award.passage, award.amount) in own for one in near for award in one.awards)


def _says_more(notice: Notice) -> bool:
    """Return whether every total stated is more than the grants come to."""
    pence = notice.reading.pence
    totals = [one.claim.value for one in notice.stated if one.claim.unit is Unit.MONEY and one.claim.value is not None]
    return bool(totals) and all(value * 100 > pence for value in totals)


def _renamed(one: Round, awards: Sequence[Award]) -> Round:
    """Return a round with each body by its name alone, where more than that was taken for its name before."""
    names = {(each.passage, each.amount): each.recipient for each in awards}

    def plain(award: Award) -> Award:
        name = names.get((award.passage, award.amount), "")
        longer = len(name) < len(award.recipient) and name and name in award.recipient
        return replace(award, recipient=name) if longer else award

    return replace(one, groups=tuple(replace(group, awards=tuple(map(plain, group.awards))) for group in one.groups))


def _sums(awards: Sequence[Award]) -> list[int]:
    return sorted(award.amount.pence if award.amount is not None else -1 for award in awards)


def _is_borne_out(one: Round, notice: Notice) -> bool:
    """Return whether what was read before, and is something else, is what the words above it state as well."""
    if _sums(one.awards) == _sums(notice.reading.awards):
        return False
    pence = sum(award.amount.pence for award in one.awards if award.amount is not None)
    counted = any(figure.claim.unit is Unit.COUNT and figure.claim.value == len(one.awards) for figure in notice.stated)
    summed = any(figure.claim.unit is Unit.MONEY and fits(figure, pence) for figure in notice.stated)
    return len(one.awards) > 1 and (summed or (counted and not is_exact(notice.figures, notice.reading.pence)))


def _notices(paper: Paper, locale: str) -> Iterator[Notice]:
    """Yield the notices of a paper in order, none within another."""
    passages, at = paper.passages, 0
    while at < len(passages):
        if _is_prose(passages[at]) and _may_state(passages[at].text):
            found = _notice(paper, at, locale)
            if found is not None:
                yield found
                at = found.end
                continue
        at += 1


def _notice(paper: Paper, start: int, locale: str) -> Notice | None:
    """Return the notice that begins with what a passage states; None where nothing behind it bears that out."""
    below = range(start, _end(paper, start))
    above = _above(paper, below, locale)
    if above is None or (above.of_one and start > _OPENING):
        return None
    tales, end = _told(paper, below, above, locale)
    if not any(tale.awards for tale in tales):
        return None
    texts = [paper.passages[at].text for at in below]
    lead = tuple(above.begins)
    own = [at for at in below if at not in lead or above.begins[at]]
    seen = frozenset[int]().union(*(_pence(paper.passages[at].text, locale) for at in own))
    for reading in _readings(tales, seen, texts, locale):
        figures = proven(reading, above.totals, above.numbers)
        in_parts = all(award.passage in lead for award in reading.awards)
        if not figures or not _is_of_grants(paper, lead, reading):
            continue
        if above.of_one and not is_exact(figures, reading.pence):
            continue
        if not in_parts or not any(fits(one, reading.pence) for one in figures):
            return Notice(lead, reading, figures, (*above.totals, *above.numbers), end, in_parts)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _figures(text: str, at: int, locale: str) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the totals and the numbers that a passage states."""
    return tuple(totals_in(text, at, locale)), tuple(numbers_in(text, at, locale))


@lru_cache(maxsize=_REMEMBERED)
def _tale(text: str, at: int, topic: str, locale: str, begin: int = 0) -> Tale:
    return tale_of(text, at, topic, locale, begin=begin)


@lru_cache(maxsize=_REMEMBERED)
def _pence(text: str, locale: str) -> frozenset[int]:
    """Return what the sums of a passage come to, in pence."""
    return frozenset(one.pence for one in sums_in(text, locale=locale) if one.pence is not None)


def _above(paper: Paper, below: range, locale: str) -> _Above | None:
    """Return what stands above the first grant of some passages; None where the first of them states nothing."""
    begins: dict[int, int] = {}
    totals: list[Figure] = []
    numbers: list[Figure] = []
    of_one = False
    for at in below:
        text = paper.passages[at].text
        stated, counted = _figures(text, at, locale)
        if not _is_lead(stated, counted, totals):
            if not begins or _tale(text, at, "", locale).awards:
                break
            continue
        known = {one.claim.value for one in totals}
        own = [one for one in stated if one.claim.value in known] or stated[:1]
        if not counted and not begins:
            of_one = _is_of_one(_tale(text, at, "", locale))
        totals, numbers = [*totals, *own], [*numbers, *counted]
        end = own[0].claim.end if own else len(text)
        begins[at] = end if text.count("£", end) >= _PAIR else 0
        if begins[at]:
            break
    return _Above(begins, tuple(totals), tuple(numbers), of_one) if begins else None


def _told(paper: Paper, below: range, above: _Above, locale: str) -> tuple[list[Tale], int]:
    """Return what the passages of a notice tell, behind what they state, and where the last of the grants ends."""
    tales: list[Tale] = []
    topic, end = "", below.start
    for at in below:
        begin = above.begins.get(at, -1)
        if begin == 0:
            continue
        text = paper.passages[at].text
        tale = _tale(text, at, topic, locale, max(begin, 0))
        if tale.awards or tale.others:
            tales.append(tale)
            end = at + 1
        topic = _topic(text, tale)
    return tales, end


def _readings(tales: Sequence[Tale], seen: frozenset[int], texts: Sequence[str], locale: str) -> Iterator[Reading]:
    """Yield the ways in which paragraphs may be read: what may be grants, what plainly are, and every sum there is."""
    hedged, others = any(tale.hedged for tale in tales), sum(tale.others for tale in tales)
    wild = {award for tale in tales for award in tale.wild}
    loose = {award for tale in tales for award in tale.loose} - wild
    every = [award for tale in tales for award in tale.awards]
    tame = [award for award in every if award not in wild]
    ways = [(tame, bool(loose))]
    ways += [([award for award in tame if award not in loose], False)] if loose else []
    ways += [(every, True)] if wild else []
    more = any(map(tells_of_more, texts))
    for awards, is_loose in ways:
        told = tuple(_once(awards))
        beside = frozenset(seen - {award.amount.pence for award in told if award.amount is not None})
        left = others + len(tame) - len(awards) if len(awards) < len(tame) else others
        echoed = len(told) >= _MANY and any(is_number_of(text, len(told), locale) for text in texts)
        yield Reading(told, is_loose, hedged, left, beside, echoed, more)


def _is_lead(stated: Sequence[Figure], counted: Sequence[Figure], known: Sequence[Figure]) -> bool:
    """Return whether a passage above the grants states something of them all: the first figures, or those again."""
    if not stated:
        return bool(counted)
    values = {one.claim.value for one in known}
    if not values:
        return True
    return bool(counted) or any(one.claim.value in values for one in stated)


def _is_of_grants(paper: Paper, lead: Sequence[int], reading: Reading) -> bool:
    """Return whether what is told of are grants: plainly, or the words above speak of grants and of no other money."""
    words = " ".join(paper.passages[at].text for at in lead)
    if reading.plain:
        return True
    named = all(award.recipient and not naming.is_finance(award.recipient) for award in reading.awards)
    return named and strength(words) > 0 and (not of_other_money(words) or speaks_of_grants_given(words))


def _is_of_one(tale: Tale) -> bool:
    """Return whether what looks like a total is plainly the grant of one body."""
    return bool(tale.awards) and not tale.loose


def _end(paper: Paper, start: int) -> int:
    """Return where a notice ends at the latest: at a table, or in a long paper at the next heading."""
    short = len(paper.passages) <= _SHORT
    for at in range(start + 1, min(start + _MOST, len(paper.passages))):
        one = paper.passages[at]
        if one.sort is Sort.ROW or (not short and one.sort in (Sort.HEADING, Sort.TITLE)):
            return at
    return min(start + _MOST, len(paper.passages))


def _may_state(text: str) -> bool:
    """Return whether a passage may state what was given: by a quick look, as most passages of a paper do not."""
    if "£" in text:
        return True
    low = text.lower()
    return any(
        _NUMBER_AHEAD.search(low, max(0, gives.start() - _REACH), gives.start()) is not None
        for gives in _GIVES.finditer(low)
    )


def _is_prose(one: Passage) -> bool:
    return one.sort not in (*AROUND, Sort.ROW) and bool(one.text.strip()) and not is_furniture(one.text)


def _topic(text: str, tale: Tale) -> str:
    """Return whom a passage leaves the next one to mean by “it”: nobody where it told of a grant already."""
    if tale.awards:
        return ""
    return (headed(text) if len(text.split()) <= _FEW_WORDS else "") or tale.topic


def _once(awards: Sequence[Award]) -> list[Award]:
    """Return the grants, one that is told of twice, to the same body and of the same sum, once."""
    made: dict[tuple[str, int], Award] = {}
    for one in awards:
        made.setdefault((one.recipient.casefold(), one.amount.pence if one.amount is not None else 0), one)
    return list(made.values())
