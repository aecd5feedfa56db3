"""The lists of a paper taken together, where a sentence gives a number and a sum of them all: “eight grants in the two strands”."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Group, Round
from pcp_reports.audit.pieces.heads import is_sentence
from pcp_reports.audit.words.figures import numbers_of, pence_of, sums_of
from pcp_reports.audit.words.pairs import is_near_pair, is_near_sum
from pcp_reports.audit.words.whole import is_of_another_time, is_other_money
from pcp_reports.claims import Kind
from pcp_reports.passage import Sort
from pcp_reports.said import sentences_of
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST, _MOST = 2, 12
_LONGEST = 60
_PLACES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_OF_ALL = re.compile(
    r"(?i)\b(?:in (?:all|total)|altogether|together|overall|grand|both|combined|all (?:two|three|four|five|six|the|of)|two|three|four|five|rounds?|strands?)\b"
)


def together(paper: Paper, rounds: Sequence[Round], locale: str = "en_GB") -> Round | None:
    """Return all lists as one round, told of by the sentences that give a number and a sum near to those of them all.

    None where there is one list alone, or no such sentence, or one that is as near to a single list.
    """
    if not _may_be_together(rounds):
        return None
    afar = tuple(_telling(paper, rounds, locale))
    return all_together(paper, rounds, afar) if afar else None


def _may_be_together(rounds: Sequence[Round]) -> bool:
    return _FEWEST <= len(rounds) <= _MOST and not any(award.amount is None for one in rounds for award in one.awards)


def all_together(paper: Paper, rounds: Sequence[Round], afar: tuple[int, ...] = ()) -> Round | None:
    """Return all lists as one round, told of by the passages ``afar``. None where there is one alone, or one cannot be read."""
    if not _may_be_together(rounds):
        return None
    awards = [award for one in rounds for award in one.awards]
    listed = {award.passage for award in awards}  # what may be a line more beside one list is a line of the next
    return Round(
        lead=(),
        groups=tuple(_group(paper, one, number, afar) for number, one in enumerate(rounds)),
        partial=next((one.partial for one in rounds if one.partial), ""),
        apart=tuple(award for one in rounds for award in one.apart),
        afar=afar,
        unread=tuple(index for one in rounds for index in one.unread if index not in listed),
        struck=any(one.struck for one in rounds),
    )


def _telling(paper: Paper, rounds: Sequence[Round], locale: str) -> Iterator[int]:
    """Yield the passages with a sentence about all lists."""
    sizes = [_size([one]) for one in rounds]
    whole = _size(rounds)
    some = _of_several([pence for _, pence in sizes])
    inside = {award.passage for one in rounds for award in (*one.awards, *one.apart)}
    leading = {(index, _size([one])[0]) for one in rounds for index in one.lead}
    over = {max(one.lead) for one in rounds[1:] if one.lead}
    near: list[tuple[int, list[Sentence]]] = []
    of_one: set[int] = set()
    for index, one in enumerate(paper.passages):
        if one.sort is Sort.ROW or index in inside or "£" not in one.text:
            continue
        if index in over and _OF_ALL.search(one.text) is None:
            continue  # what leads to a later list is said of that
        sentences = list(sentences_of(one.text, locale))
        sizes_led = {lines for at, lines in leading if at == index}
        of_one |= {pence_of(claim) for each in sentences for claim in sums_of(each) if _gives(each, sizes_led)}
        told = [each for each in sentences if _is_near(each, whole)]
        if told and not any(_is_near(each, size) or _is_of_some(each, some) for each in told for size in sizes):
            near.append((index, told))
    of_one.discard(whole[1])
    # a sum that leads to one list with its number, right or wrong, is no sum of them all where it is told again
    yield from (
        index for index, told in near if not any(pence_of(one) in of_one for each in told for one in sums_of(each))
    )


def _gives(sentence: Sentence, sizes: set[int]) -> bool:
    """Return whether a sentence gives one sum, and as many grants as one of those lists has."""
    counted = (one for one in numbers_of(sentence) if what_it_counts(one) is not None)
    return len(sums_of(sentence)) == 1 and any(one.value in sizes for one in counted)


def _is_near(sentence: Sentence, size: tuple[int, int]) -> bool:
    """Return whether a sentence gives a number and a sum, or a sum alone, near to those of lists of that size."""
    return is_near_pair(sentence, *size) or is_near_sum(sentence, size[1]) or _gathers(sentence, size[1])


_GATHERS = re.compile(
    r"(?i)^\W*(?:(?:so|thus|therefore|altogether|in all|in total|overall|taken together),? )?(?:the|this|that|both|these|all) (?!(?:first|second|third|last|next|previous|other|community|youth)\b)(?:\w+ ){0,3}?"
    r"(?:rounds?|grand total(?: for the (?:round|year))?|lists|strands|funds|schemes|streams|tables)(?: (?:together|combined|in all|above))*(?: (?:therefore|thus|then|now|accordingly|so))?,? "
    r"(?:com(?:es?|ing) to|came to|total(?:s|led)?|amount(?:s|ed)? to|add(?:s|ed)? up to|is|was|are worth|is worth|makes?|cost)(?: (?:a total of|together|altogether|in all|therefore))? £[0-9][0-9,.]*"
    r"(?=[.,;]? ?$|[.;]|,? (?:in all|altogether|in total|for|across|over|to|from|out of|and)\b)"
)
"""“The round therefore comes to £35,675.”"""
_TWENTIETH = 20


def _of_several(sums: Sequence[int]) -> frozenset[int]:
    """Return what some of the lists come to together, two at least and not all."""
    return frozenset(sum(chosen) for number in range(_FEWEST, len(sums)) for chosen in combinations(sums, number))


def _is_of_some(sentence: Sentence, some: frozenset[int]) -> bool:
    """Return whether a sum of a sentence is just what some of the lists come to."""
    return any(pence_of(claim) in some for claim in sums_of(sentence))


def _gathers(sentence: Sentence, pence: int) -> bool:
    """Return whether a sentence says what a round, or all of its strands, come to, and that is nearly what the lists do."""
    sums = sums_of(sentence)
    if len(sums) != 1 or sums[0].kind is not Kind.EXACT or _GATHERS.search(sentence.text) is None:
        return False
    if is_of_another_time(sentence.text) or is_other_money(sentence.text):
        return False
    return abs(pence_of(sums[0]) - pence) * _TWENTIETH <= pence


def _size(rounds: Sequence[Round]) -> tuple[int, int]:
    """Return how many lines the lists have, and what they come to in pence."""
    awards = [award for one in rounds for award in one.awards]
    return len(awards), sum(award.amount.pence for award in awards if award.amount is not None)


def _group(paper: Paper, one: Round, number: int, telling: Sequence[int]) -> Group:
    """Return a list as a part of all, named by the words over it: but for the sentence that tells of them all.

    Where a whole sentence stands over it, its number names it: “£23,000 is the first list alone”.
    """
    names = [group.name for group in one.groups if group.name is not None]
    over = next((index for index in reversed(one.lead) if index not in telling), -1)
    text = names[0] if len(names) == 1 else paper.passages[over].text if over == max(one.lead, default=-1) != -1 else ""
    name = "" if "£" in text or is_sentence(text) else text.strip(" :.")[:_LONGEST]
    return Group(name or f"the {_PLACES[number]} list", one.awards, over if text else -1)
