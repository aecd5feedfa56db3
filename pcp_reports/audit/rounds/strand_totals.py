"""What one strand of a round comes to, said above its lines or behind them, so that the next strand goes on behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.doubt import is_of_another_time, leads
from pcp_reports.audit.words.grant_words import gives_to_one
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Group, Total
    from pcp_reports.audit.rounds.gathered import Open
    from pcp_reports.audit.rounds.sheet import Sheet
    from pcp_reports.passage import Paper, Passage

_MOST_WORDS, _MOST_BEHIND = 16, 3
_FIGURES = re.compile(r"[0-9][0-9,.]*")
_LABELLED = re.compile(r"[A-Z][^£.:;]{2,50}(?::|\s[–—-])\s*(?:£\s?)?[0-9][0-9,]*(?:\.[0-9]{2})?\.?")


def totals_above(sheet: Sheet, gap: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the lines of a total between the heading of a list and its lines: “East”, “Total: £9,000”. ``gap`` ends there."""
    head = sheet.head_above(gap[-1].start + 1) if gap else None
    if head is None or head.start < gap[0].start:
        return ()
    return tuple(sheet.totals_between(head.end, gap[-1].end))


def totals_of(sheet: Sheet, gap: Sequence[Piece], name: str | None) -> list[Total]:
    """Return the totals between two strands: those beneath the second's heading are of it."""
    above = totals_above(sheet, gap)
    return [
        replace(total, over=(name,)) if name is not None and one in above else total
        for one in gap
        for total in sheet.totals_in(one)
    ]


def feet_of(sheet: Sheet, current: Open, gap: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the texts behind the last strand that say what it comes to: “The East awards come to £9,000.”, “Grants: 2”.

    They stand between its lines and a heading that looks as its own does.
    """
    head = next((at for at, one in enumerate(gap) if one.of is Of.HEAD), None)
    name = current.groups[-1].name if current.groups else None
    if head is None or name is None or current.sign is None or sheet.sign(gap[head]) != current.sign:
        return ()
    return tuple(one for one in gap[:head] if one.of is Of.TEXT and _is_foot(sheet.text(one), name))


def names_strand(sheet: Sheet, foot: Piece, name: str) -> bool:
    """Return whether a text behind a strand names it."""
    return name.casefold() in sheet.text(foot).casefold()


def of_one_strand(paper: Paper, first: int, last: int) -> frozenset[int]:
    """Return the passages that stand between the strands of a round, and those behind the last that repeat one of them.

    Such a one says of each strand in turn what it comes to: “Number of grants: 2”. ``first`` and ``last`` are the passages
    of the first line and of the last.
    """
    within = range(first, last + 1)
    known = {_FIGURES.sub("0", paper.passages[index].text) for index in within if _is_said(paper.passages[index])}
    behind = range(last + 1, min(last + 1 + _MOST_BEHIND, len(paper.passages)))
    again = (index for index in behind if _FIGURES.sub("0", paper.passages[index].text) in known)
    return frozenset((*within, *again))


def without_feet(paper: Paper, groups: Sequence[Group], end: int, tail: Sequence[int]) -> tuple[int, ...]:
    """Return the passages behind a list without those that say of its last strand what others say of each; those that name it stay."""
    if len(groups) == 1:
        return tuple(tail)
    strands = of_one_strand(paper, min(award.passage for group in groups for award in group.awards), end - 1)
    names = [group.name.casefold() for group in groups if group.name is not None]
    return tuple(
        at for at in tail if at not in strands or any(name in paper.passages[at].text.casefold() for name in names)
    )


def _is_said(one: Passage) -> bool:
    return one.sort in (Sort.TEXT, Sort.ITEM) and any(char.isdigit() for char in one.text)


def _is_foot(text: str, name: str) -> bool:
    if _LABELLED.fullmatch(text.strip()) is not None:
        return True
    named = name.casefold() in text.casefold() and any(char.isdigit() for char in text)
    short = len(text.split()) <= _MOST_WORDS
    return named and short and not leads(text) and not gives_to_one(text) and not is_of_another_time(text)
