"""Passages far from a list that plainly speak of it: that point to its appendix, or name its fund and its month or round."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from pcp_reports.audit.rounds.strand_totals import of_one_strand
from pcp_reports.audit.words.as_many import gives_to_as_many
from pcp_reports.audit.words.givers import names_another
from pcp_reports.audit.words.grant_words import strength
from pcp_reports.audit.words.names import funds_of, last_sentence, marks_of
from pcp_reports.audit.words.pairs import is_near_count, is_near_pair, is_near_sum, points_to_grants
from pcp_reports.audit.words.part_for_whole import gives_part_for_whole
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.said import sentences_of
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_APPENDIX = re.compile(
    r"(?i)\b(?:(appendix|annex|schedule|table) ([0-9]{1,2}|[A-Z])|(?:^|the )(appendix|annex|schedule))\b"
)
_POINTING = ("appendix", "annex", "schedule", "table ")
_COUNTED = ("grant", "award", "project", "organisation", "group", "charit", "scheme")
_THESE = re.compile(
    r"(?i)^(?:in (?:all|total)|altogether|the total|total)\b|\bthese (?:\w+ )?(?:grants|awards|projects|organisations|groups)\b"
)
_REFERS = re.compile(
    r"(?i)\b(?:as set out|set out|listed|detailed|shown|given|described|summarised|itemised) (?:in|below|above|at|under|overleaf|later)\b|\bbelow\b|"
    r"\b(?:in|under|at|of) (?:section|paragraph|part|item|appendix|annex|table) [0-9A-Z]|\bin (?:the|this) (?:report|table|paper|decision|notice|section)\b"
)
_THE_GRANTS = re.compile(r"\b[Tt]he (?:\w+ )?(?:grants|awards) (?:of|totalling|worth|coming to|amounting to)\b")
_SEVERAL = 2
_TOP = 12
_TITLE_WORDS = 10
_TITLED = re.compile(
    r"(?i)^\W*(?:(?:report |paper |decision |notice )?title|subject(?: of (?:the )?\w+)?|re|regarding|fund|scheme|grant scheme|funding stream|programme|decision|report on|item)\b(?: of (?:the )?\w+)?\s*(?:[:|–\t-]|\s\|)"
)
"""“Title: Early Intervention Fund – awards 2024/25”: what a paper is about, in a line of its own at the top."""
_FIGURE = re.compile(r"[£0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What a round is known by: the appendix that it stands in, its funds, its months and number, all words about it."""

    appendices: frozenset[str]
    funds: frozenset[str]
    marks: frozenset[str]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Only:
    """The only list of a paper: how many lines it has, what they and its strands come to in pence, the passage of the first."""

    grants: int
    pence: int
    parts: Mapping[str, int]
    first: int


def _only(one: Round) -> _Only:
    awards = one.awards
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    return _Only(len(awards), pence, one.strand_sums, awards[0].passage)


def with_words_afar(paper: Paper, rounds: Sequence[Round]) -> tuple[Round, ...]:
    """Return the rounds with the passages far off that speak of each, and of no other."""
    if not rounds:
        return ()
    heads = tuple(each.text for each in paper.passages if each.sort in (Sort.HEADING, Sort.TITLE))
    known = [_known(paper, one, heads) for one in rounds]
    by_fund = _by_fund(known)
    only = _only(rounds[0]) if len(rounds) == 1 else None
    found: list[list[int]] = [[] for _ in rounds]
    listed = {award.passage for one in rounds for award in (*one.awards, *one.apart)}
    for index in _telling(paper):
        if index not in listed:
            for number in _spoken_of(paper, index, rounds, known, by_fund, only):
                found[number].append(index)
    own = [_own(paper, one) for one in rounds]
    return tuple(
        replace(one, afar=tuple(index for index in afar if index not in known))
        for one, afar, known in zip(rounds, found, own, strict=True)
    )


def _own(paper: Paper, one: Round) -> set[int]:
    """Return the passages that speak of a round in its own place, or of one strand of it."""
    heads = (group.heading for group in one.groups)
    lines = [award.passage for award in one.awards]
    strands = of_one_strand(paper, min(lines), max(lines)) if len(one.groups) > 1 else ()
    return {*strands, *one.lead, *one.tail, *heads, *(total.passage for total in one.totals)}


def _telling(paper: Paper) -> Iterator[int]:
    """Yield the passages that may speak of a list elsewhere: those with a sum, notes, and those that point to an appendix."""
    for index, one in enumerate(paper.passages):
        if one.sort in (Sort.ROW, Sort.HEADER, Sort.FOOTER, Sort.HEADING, Sort.TITLE):
            continue
        if one.sort is Sort.NOTE or "£" in one.text:
            yield index
            continue
        low = one.text.casefold()
        if (holds_any(low, _POINTING) or holds_any(low, _COUNTED)) and _FIGURE.search(low):
            yield index


def _known(paper: Paper, one: Round, headings: tuple[str, ...]) -> Known:
    texts = [paper.passages[index].text for index in one.lead]
    heads = [text for text in texts if _APPENDIX.match(text.strip())]
    appendices = frozenset(_called(match) for text in heads if (match := _APPENDIX.match(text.strip())) is not None)
    return Known(appendices, funds_of(texts), marks_of(" ".join(texts)), _words_about(paper, one, headings))


def _called(match: re.Match[str]) -> str:
    return (f"{match[1]} {match[2]}" if match[1] else match[3]).casefold()


def _by_fund(known: Sequence[Known]) -> dict[str, list[int]]:
    """Return the rounds, by number, that each fund is named of."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(known):
        for fund in one.funds:
            found.setdefault(fund, []).append(number)
    return found


def _spoken_of(
    paper: Paper,
    index: int,
    rounds: Sequence[Round],
    known: Sequence[Known],
    by_fund: Mapping[str, Sequence[int]],
    one_list: _Only | None,
) -> Iterator[int]:
    """Yield the rounds, by number, that a passage speaks of. ``one_list`` is the only list of the paper, if there is but one."""
    one = paper.passages[index]
    text = one.text
    if one.sort is Sort.NOTE:
        if len(rounds) == 1 and _THESE.search(text):
            yield 0
        return
    found = _APPENDIX.finditer(text) if holds_any(text.casefold(), _POINTING) else ()
    named = frozenset(_called(match) for match in found)
    may_point = bool(named) and (one_list is not None or strength(text) > 0)
    pointed = [
        number for number, other in enumerate(known if may_point else ()) if not named.isdisjoint(other.appendices)
    ]
    if len(pointed) == 1 and index < rounds[pointed[0]].awards[0].passage:
        yield pointed[0]  # of two lists beneath one name nobody can say which is meant
        return
    if one.sort is Sort.BOX:
        return  # a box is a place of its own, heard where it gives the list's very sum
    about = known[0].about
    own = one_list is not None and not names_another(last_sentence(text), about) and not names_another(text, about)
    if one_list is not None and own and _is_of_the_only_list(text, one_list, before=index < one_list.first):
        yield 0
        return
    if "£" not in text:
        return
    funds = funds_of([text])
    if funds:
        marks = marks_of(text)
        near = dict.fromkeys(chain.from_iterable(by_fund.get(fund, ()) for fund in funds))
        fits = (number for number in near if not known[number].marks or not marks.isdisjoint(known[number].marks))
        fitting = list(islice(fits, _SEVERAL))  # of several nobody can say which is meant
        if len(fitting) == 1 and marks & known[fitting[0]].marks:
            yield fitting[0]


def _words_about(paper: Paper, one: Round, headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that say whose a list is and of which fund: those that lead to it, and the paper's own headings."""
    lines = [award.recipient for award in one.awards]
    first = min(award.passage for award in one.awards)
    titled = [
        passage.text
        for passage in paper.passages[: min(first, _TOP)]
        if passage.sort not in (Sort.HEADING, Sort.TITLE) and (_TITLED.match(passage.text) or _is_title(passage.text))
    ]
    return (*(paper.passages[index].text for index in one.lead), *headings, *titled, *lines)


def _is_title(text: str) -> bool:
    """Return whether a line at the top is no sentence, but a title: “Early Intervention Fund – awards 2024/25”."""
    return "£" not in text and len(text.split()) <= _TITLE_WORDS and text.rstrip()[-1:].isalnum()


def _is_of_the_only_list(text: str, one: _Only, *, before: bool) -> bool:
    """Return whether a text speaks of the only list of its paper: its figures are near, or its words point to it."""
    if _gives_its_number(text, one) or ("£" in text and _tells_of_pair(text, one)):
        return True
    if "£" not in text:
        return False
    if before and _gives_to_as_many(text, one):
        return True
    return (before or _THE_GRANTS.search(text) is not None) and _REFERS.search(text) is not None and strength(text) > 1


def _tells_of_pair(text: str, one: _Only) -> bool:
    """Return whether a sentence of a text gives a number of grants and a sum near to those of a round."""
    return any(
        is_near_pair(sentence, one.grants, one.pence)
        or is_near_sum(sentence, one.pence)
        or points_to_grants(sentence)
        or gives_part_for_whole(sentence, one.grants, one.parts)
        for sentence in sentences_of(text)
        if sentence.claims
    )


def _gives_its_number(text: str, one: _Only) -> bool:
    """Return whether a sentence of a text gives a number of grants, and no sum, near that of a round."""
    return any(
        is_near_count(sentence, one.grants) or ("£" not in sentence.text and points_to_grants(sentence))
        for sentence in sentences_of(text)
        if sentence.claims
    )


def _gives_to_as_many(text: str, one: _Only) -> bool:
    """Return whether a sentence of a text gives a sum to as many as a round has lines."""
    return any(gives_to_as_many(sentence.text, one.grants) for sentence in sentences_of(text) if sentence.claims)
