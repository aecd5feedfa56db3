"""What leads to a block of grant lines: the sentences and headings above it, and the heading of its strand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.heads import name_of, names_part
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.pieces.pieces import told_of
from pcp_reports.audit.rounds.gathered import Lead
from pcp_reports.audit.rounds.strand_totals import totals_above
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.fates import speaks_of_several, standing_of
from pcp_reports.audit.words.grant_words import of_other_money, strength
from pcp_reports.audit.words.names import funds_of, is_caption, last_sentence
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.rounds.sheet import Sheet

_MOST_LEAD = 6
_SEVERAL = 2
_PAST = re.compile(r"(?i)\b(?:last|previous) (?:\w+ )?(?:year|month|quarter|round)\b")
_POINTS_UP = re.compile(r"(?:This|These|They|Those|It|Which) (?:\w+ ){0,4}\w+ ?:-?$")
_BEGUN = re.compile(
    r"\b(?:to|are|were|is|was|be|by|includ(?:e[sd]?|ing)|as follows|follows|following|below|oedd|yw)\s*:?$"
)
"""A line that its list completes, without a colon perhaps: “The awards went to”. It begins nothing new, though it looks like a heading."""


def lead_of(sheet: Sheet, gap: Sequence[Piece], piece: Piece) -> Lead:
    """Return what leads to a block of lines. ``gap`` are the pieces between it and the lines before."""
    near, heads = _near(sheet, gap, piece)
    inside = piece.runs_on or not (near or heads)
    if piece.runs_on and near and _tells_all(sheet, piece) and not leads(last_sentence(sheet.text(near[-1]))):
        near = []
    strand: Piece | None = None
    if _is_strand_head(sheet, near, heads):
        strand, heads = heads[-1], heads[:-1]
    elif _is_strand_lead(sheet, near):
        strand, near = near[-1], near[:-1]
    return Lead(tuple(sorted([*near, *heads], key=lambda one: one.start)), strand, inside, totals_above(sheet, gap))


def _near(sheet: Sheet, gap: Sequence[Piece], piece: Piece) -> tuple[list[Piece], list[Piece]]:
    """Return the sentences that lead to a block, and the headings behind or above them; what lies further off is neither."""
    near: list[Piece] = []
    heads: list[Piece] = []
    above = totals_above(sheet, gap)
    for one in reversed(gap):
        if one.of is Of.FURNITURE or one in above:
            continue
        if sheet.is_apart(one, piece.start):
            break  # a text box is a place of its own
        if one.of in (Of.TOTAL, Of.TABLE) or len(near) + len(heads) > 2 * _MOST_LEAD:
            break
        if one.of is not Of.TEXT:
            heads.insert(0, one) if one.of is Of.HEAD else None
            continue
        if sheet.is_line_of(one, piece):
            continue  # an item of the list itself, that could not be read
        if near and any(head.start < near[0].start for head in heads):
            break  # beyond the heading above the lead another part of the paper begins
        if not near and heads and not _leads_over(sheet, one, heads[0]):
            break  # what stands above the heading belongs to another part of the paper
        if near and (sheet.is_numbered(near[0]) or len(near) >= _MOST_LEAD):
            break
        near.insert(0, one)
    return near, heads


def _leads_over(sheet: Sheet, text: Piece, head: Piece) -> bool:
    """Return whether a text above a heading leads to the list beneath it, as a lead above its strands does."""
    words, over = sheet.text(text), sheet.text(head).strip()
    if leads(last_sentence(words)) or _POINTS_UP.match(over) or _BEGUN.search(over):
        return True
    one, above = sheet.passage(head), sheet.head_above(text.start)
    if one.sort is Sort.HEADING and (one.label or above is None or sheet.sign(above) == sheet.sign(head)):
        return False
    last = last_sentence(words)
    of_one = standing_of(last) is not Standing.AWARDED and not speaks_of_several(last)  # “The van was not funded.”
    return strength(words) > 0 and "£" in words and not of_one


def _tells_all(sheet: Sheet, piece: Piece) -> bool:
    """Return whether a sentence that lists grants gives their total or number itself, so that it needs no lead."""
    words = sheet.words(piece)
    return "£" in words or told_of(words)


def _is_strand_lead(sheet: Sheet, near: Sequence[Piece]) -> bool:
    """Return whether the last sentence before a block leads to one strand, and one above it spoke of the round."""
    if len(near) < _SEVERAL or sheet.is_numbered(near[-1]):
        return False
    last, above = sheet.text(near[-1]), " ".join(sheet.text(one) for one in near[:-1])
    named = bool(funds_of([last]) - funds_of([above]))
    return (
        last.rstrip().endswith(":")
        and named
        and strength(above) > 0
        and "£" in above
        and not of_other_money(above)
        and not _PAST.search(above)
    )


def _is_strand_head(sheet: Sheet, near: Sequence[Piece], heads: Sequence[Piece]) -> bool:
    """Return whether the last heading before a block names a strand of a round that is told of above it."""
    if (
        not heads
        or not names_part(sheet.text(heads[-1]))
        or is_caption(name_of(sheet.text(heads[-1])))
        or _BEGUN.search(sheet.text(heads[-1]).strip())
    ):
        return False
    if near:
        return heads[-1].start > near[-1].start
    return len(heads) > 1 and strength(" ".join(sheet.text(one) for one in heads[:-1])) > 0


def strand_name(sheet: Sheet, strand: Piece, lead: Sequence[Piece]) -> str:
    """Return the name of a strand, out of its heading or the sentence that leads to it."""
    text = sheet.text(strand)
    if strand.of is Of.HEAD:
        return name_of(text)
    known = funds_of([sheet.text(one) for one in lead])
    return next(iter(sorted(funds_of([text]) - known, key=text.find)), name_of(text))
