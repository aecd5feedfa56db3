"""A list that is printed twice, in the text and in an appendix say, is one round."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.rounds.strays import is_slip
from pcp_reports.audit.words.names import marks_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.found import Award, Group, Round
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST_PARTS = 10  # of ten lines eight are the same
_SAME_PARTS = 8
_SHORT = 14
_ONE_EACH = 2  # a line in either printing
_LONG_PURPOSE = 8  # two grants to one body are hardly for one thing told in as many words
_DECISION = re.compile(
    r"(?i)\b(?:recommend(?:ation|ations|ed|s)?|decisions?|resol(?:ved|ution)|approvals?|(?:the )?commissioner (?:approves|agrees|supports|is asked to))\b"
)


def counted_once(paper: Paper, rounds: Sequence[tuple[Round, bool]]) -> tuple[Round, ...]:
    """Return the rounds, each list once: the fuller printing, with the words that lead to either.

    With each stands whether it is weak: a list that nothing says is of grants, and that is none where it is no printing
    of another.
    """
    decisions = _decisions(paper)
    kept: list[_Printed] = []
    by_line: dict[tuple[str, int | None], list[int]] = {}  # two printings have a line in common at least
    for one, weak in rounds:
        lines = _lines(one)
        names = frozenset(name for name, _ in lines)
        near = sorted({number for line in lines for number in by_line.get(line, ())})
        again = [
            number
            for number in near
            if not names.isdisjoint(kept[number].names) and _is_again(paper, decisions, kept[number], one, lines)
        ]
        if not again:
            for line in lines:
                by_line.setdefault(line, []).append(len(kept))
            kept.append(_Printed(one, lines, weak, names))
            continue
        at = again[0]
        if not (weak and kept[at].weak):
            both = _both(paper, kept[at].round, one)
            for part in again[1:]:  # “Appendix: all grants”, behind the lists of each strand
                if _is_part(kept[part].round, both) and not kept[part].weak:
                    both = _both(paper, kept[part].round, both)
                    kept[part] = replace(kept[part], lines=Counter(), weak=True)
            all_lines = _lines(both)
            for line in all_lines.keys() - kept[at].lines.keys():
                by_line.setdefault(line, []).append(at)
            kept[at] = _Printed(both, all_lines, weak=False, names=kept[at].names)
    return tuple(_told_once(decisions, one.round) for one in kept if not one.weak)


def _told_once(decisions: Sequence[int], one: Round) -> Round:
    """Return a round without the lines that a recommendation says again of grants told of above it, or a record printed twice."""
    seen: dict[tuple[str, int | None], Award] = {}
    again: set[int] = set()
    for number, award in enumerate(one.awards):
        key = (_plain(award.recipient), award.amount.pence if award.amount is not None else None)
        first = seen.setdefault(key, award)
        word_for_word = award.purpose == first.purpose and len(award.purpose.split()) >= _LONG_PURPOSE
        if first is not award and (word_for_word or _lies_between(decisions, first.passage, award.passage)):
            again.add(number)
    if not again:
        return one
    numbers = iter(range(len(one.awards)))
    groups = [
        replace(group, awards=tuple(award for award in group.awards if next(numbers) not in again))
        for group in one.groups
    ]
    return replace(one, groups=tuple(group for group in groups if group.awards))


def _decisions(paper: Paper) -> tuple[int, ...]:
    """Return the passages that begin a recommendation or a decision, in order."""
    return tuple(
        index
        for index, passage in enumerate(paper.passages)
        if (len(passage.text.split()) <= _SHORT or passage.text.startswith(("That ", "To ", "Recommend")))
        and _DECISION.search(passage.text) is not None
    )


def _lies_between(places: Sequence[int], first: int, second: int) -> bool:
    """Return whether one of the places, which are in order, lies between two others."""
    at = bisect_right(places, first)
    return at < len(places) and places[at] < second


@dataclass(frozen=True, slots=True)
class _Printed:
    """A round with its lines as they are compared: whom, and how much in pence; ``names`` are those of its first printing."""

    round: Round
    lines: Counter[tuple[str, int | None]]
    weak: bool
    names: frozenset[str]


def _lines(one: Round) -> Counter[tuple[str, int | None]]:
    return _lines_of(one.awards)


def _lines_of(awards: Iterable[Award]) -> Counter[tuple[str, int | None]]:
    return Counter(
        (_plain(award.recipient), award.amount.pence if award.amount is not None else None) for award in awards
    )


def _plain(name: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in name.casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _is_again(
    paper: Paper, decisions: Sequence[int], printed: _Printed, other: Round, second: Counter[tuple[str, int | None]]
) -> bool:
    """Return whether a list has nearly all lines of another, and neither tells of another month or round."""
    one, first = printed.round, printed.lines
    fewer = min(sum(first.values()), sum(second.values()))
    same = sum((first & second).values())
    if fewer == same == 1:
        return _lies_between(decisions, one.awards[0].passage, other.awards[0].passage)
    if fewer < _FEWEST or (same * _MOST_PARTS < fewer * _SAME_PARTS and not _of_the_same(first, second, same)):
        return _is_decided_below(decisions, one, other)
    marks = _marks(paper, other)  # of the later printing first: what leads to the first grows with each one found
    return not marks or not (known := _marks(paper, one)) or not marks.isdisjoint(known)


def _marks(paper: Paper, one: Round) -> frozenset[str]:
    return marks_of(" ".join(paper.passages[index].text for index in one.lead))


def _is_decided_below(decisions: Sequence[int], one: Round, other: Round) -> bool:
    """Return whether a recommendation lists again all the grants told of above it, but for slips of digits in a few."""
    if not _lies_between(decisions, one.awards[-1].passage, other.awards[0].passage):
        return False
    first, second = _by_name(one), _by_name(other)
    if not first.keys() <= second.keys() or any(len(second[name]) + len(first[name]) != _ONE_EACH for name in first):
        return False
    changed = [name for name in first if first[name][0].amount != second[name][0].amount]
    if len(first) < _ONE_EACH or 2 * len(changed) >= len(first):
        return False
    return all(is_slip(first[name][0], second[name][0]) for name in changed)


def _of_the_same(first: Counter[tuple[str, int | None]], second: Counter[tuple[str, int | None]], same: int) -> bool:
    """Return whether two lists name the very same recipients, each once, and at least half of the amounts are the same."""
    names = Counter(name for name, _ in first)
    return names == Counter(name for name, _ in second) and max(names.values()) == 1 and 2 * same >= len(names)


def _both(paper: Paper, one: Round, other: Round) -> Round:
    """Return one round of two printings: the lines of the fuller, else of the first; what is told about either."""
    fuller = other if len(other.awards) > len(one.awards) else one
    lesser = one if fuller is other else other
    if _is_part(lesser, fuller):
        return _with_part(paper, fuller, lesser)
    same_size = len(one.awards) == len(other.awards)
    differs = tuple(_different(one, other, slips=not same_size))
    return replace(
        fuller,
        lead=tuple(dict.fromkeys((*one.lead, *other.lead))),
        again=tuple(at for at in (*fuller.again, *lesser.lead) if at not in fuller.lead) if fuller.lead else (),
        groups=_with_names(fuller.groups, lesser.groups) if not differs else fuller.groups,
        totals=(*one.totals, *other.totals) if same_size and not differs else fuller.totals,
        tail=tuple(dict.fromkeys((*one.tail, *other.tail))),
        apart=(*one.apart, *other.apart),
        section=one.section,
        differs=differs,
    )


def _is_part(lesser: Round, fuller: Round) -> bool:
    """Return whether a list has so many lines less than another that its words tell of its own lines alone."""
    return _MOST_PARTS * len(lesser.awards) < _SAME_PARTS * len(fuller.awards)


def _with_part(paper: Paper, fuller: Round, part: Round) -> Round:
    """Return a list with another that is part of it: what leads to that speaks of the strand with its very lines, if there is one."""
    lines = _lines(part)
    leading = next((at for at in reversed(part.lead) if "£" in paper.passages[at].text), max(part.lead, default=-1))
    groups = tuple(
        replace(group, heading=leading)
        if group.name is not None and group.heading < 0 and _lines_of(group.awards) == lines
        else group
        for group in fuller.groups
    )
    return replace(fuller, groups=groups, apart=(*fuller.apart, *part.apart), section=min(fuller.section, part.section))


def _different(one: Round, other: Round, *, slips: bool) -> Iterator[tuple[Award, Award]]:
    """Yield the lines of two printings that name one recipient, which has no other line, with two amounts.

    ``slips``: only amounts with the same digits, because one of the two has lines that the other has not.
    """
    first, second = _by_name(one), _by_name(other)
    for name, awards in first.items():
        others = second.get(name, [])
        amounts = {award.amount for award in (*awards, *others)}
        if (
            len(awards) == len(others) == 1
            and len(amounts) > 1
            and None not in amounts
            and (not slips or is_slip(awards[0], others[0]))
        ):
            yield awards[0], others[0]


def _by_name(one: Round) -> dict[str, list[Award]]:
    found: dict[str, list[Award]] = {}
    for award in one.awards:
        found.setdefault(_plain(award.recipient), []).append(award)
    return found


def _with_names(groups: tuple[Group, ...], others: Iterable[Group]) -> tuple[Group, ...]:
    """Return the groups, or those of the other printing where only that has names."""
    own = tuple(others)
    as_many = sum(len(group.awards) for group in own) == sum(len(group.awards) for group in groups)
    named = all(group.name is None for group in groups) and any(group.name is not None for group in own)
    return own if as_many and named else groups
