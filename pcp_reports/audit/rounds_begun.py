"""Whether a block of grant lines begins a round: its lead, its strand, and whether these are grants at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.claims_doubt import leads
from pcp_reports.audit.found import Award, Group, Standing, Total
from pcp_reports.audit.rounds_fates import standing_of, tells_standing
from pcp_reports.audit.rounds_names import funds_of, is_caption, last_sentence
from pcp_reports.audit.rounds_piece import Of, Piece
from pcp_reports.audit.rounds_pieces import name_of, told_of
from pcp_reports.audit.rounds_sheet import Sheet, Sign, is_above
from pcp_reports.audit.rounds_words import (
    gives,
    is_income,
    of_other_money,
    speaks_of_allocating,
    speaks_of_grants_given,
    strength,
    tells_of_one,
)
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LEAD = 6
_CLEAR = 2


@dataclass(frozen=True, slots=True)
class Open:
    """A round being gathered. ``sign`` is how its first strand's heading looks, ``head`` how the heading above its lead does.

    ``end`` is the passage behind its last line; ``texted``: its lead is a sentence, not a heading; ``weak``: nothing says
    that these are grants, so that it is none but where it prints another round's list again.
    """

    lead: tuple[int, ...]
    groups: tuple[Group, ...]
    totals: tuple[Total, ...]
    standing: Standing
    section: int
    end: int
    sign: Sign | None = None
    head: Sign | None = None
    texted: bool = False
    weak: bool = False
    between: tuple[int, ...] = ()
    apart: tuple[Award, ...] = ()
    last: int = 0  # the passage behind the lists of what was refused beside it, 0 where there is none


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a block: sentences and headings in order, and the heading or sentence of the strand, if it has one."""

    pieces: tuple[Piece, ...]
    strand: Piece | None
    inside: bool  # the block's own words lead to its lines, as in a sentence that lists them


def begun(sheet: Sheet, gap: Sequence[Piece], piece: Piece) -> Open | None:
    """Return the round that a block begins; None where it is certainly no list of grants. ``gap`` stands before it."""
    lead = _lead_of(sheet, gap, piece)
    certain = _is_of_grants(sheet, lead, piece)
    if certain is None:
        return None
    strand = lead.strand
    name = _strand_name(sheet, strand, lead.pieces) if strand is not None else None
    own = [one for one in lead.pieces if one.of is Of.HEAD]
    above = own[-1] if own else sheet.head_above(lead.pieces[0].start if lead.pieces else piece.start)
    return Open(
        tuple(one.start for one in lead.pieces),
        merged(groups_of(piece, name, strand.start if strand is not None else -1, None)),
        piece.totals,
        _standing(sheet, lead, piece),
        sheet.section(piece),
        piece.end,
        sheet.sign(strand) if strand is not None else None,
        sheet.sign(above) if above is not None else None,
        texted=any(one.of is Of.TEXT for one in lead.pieces) or (lead.inside and piece.runs_on),
        weak=not certain,
    )


def _lead_of(sheet: Sheet, gap: Sequence[Piece], piece: Piece) -> Lead:
    near, heads = _near(sheet, gap, piece)
    inside = piece.runs_on or not (near or heads)
    if piece.runs_on and near and _tells_all(sheet, piece) and not leads(last_sentence(sheet.text(near[-1]))):
        near = []
    strand: Piece | None = None
    if _is_strand_head(sheet, near, heads):
        strand, heads = heads[-1], heads[:-1]
    elif _is_strand_lead(sheet, near):
        strand, near = near[-1], near[:-1]
    return Lead(tuple(sorted([*near, *heads], key=lambda one: one.start)), strand, inside)


def _near(sheet: Sheet, gap: Sequence[Piece], piece: Piece) -> tuple[list[Piece], list[Piece]]:
    """Return the sentences that lead to a block, and the headings behind or above them; what lies further off is neither."""
    near: list[Piece] = []
    heads: list[Piece] = []
    for one in reversed(gap):
        if one.of is Of.FURNITURE:
            continue
        if one.of in (Of.TOTAL, Of.TABLE) or len(near) + len(heads) > 2 * _MOST_LEAD:
            break
        if one.of is not Of.TEXT:
            heads.insert(0, one) if one.of is Of.HEAD else None
            continue
        if sheet.is_boxed(one) is not sheet.is_boxed(piece):
            break  # text boxes come behind the paper's own text
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
    words = sheet.text(text)
    if leads(last_sentence(words)):
        return True
    one, above = sheet.passage(head), sheet.head_above(text.start)
    if one.sort is Sort.HEADING and (one.label or above is None or sheet.sign(above) == sheet.sign(head)):
        return False
    return strength(words) > 0 and "£" in words


def _tells_all(sheet: Sheet, piece: Piece) -> bool:
    """Return whether a sentence that lists grants gives their total or number itself, so that it needs no lead."""
    words = sheet.words(piece)
    return "£" in words or told_of(words)


def _is_strand_lead(sheet: Sheet, near: Sequence[Piece]) -> bool:
    """Return whether the last sentence before a block leads to one strand, and one above it spoke of the round."""
    if len(near) < _CLEAR or sheet.is_numbered(near[-1]):
        return False
    last, above = sheet.text(near[-1]), " ".join(sheet.text(one) for one in near[:-1])
    named = bool(funds_of([last]) - funds_of([above]))
    return last.rstrip().endswith(":") and named and strength(above) > 0 and "£" in above and not of_other_money(above)


def _is_strand_head(sheet: Sheet, near: Sequence[Piece], heads: Sequence[Piece]) -> bool:
    """Return whether the last heading before a block names a strand of a round that is told of above it."""
    if not heads or is_caption(name_of(sheet.text(heads[-1]))):
        return False
    if near:
        return heads[-1].start > near[-1].start
    return len(heads) > 1 and strength(" ".join(sheet.text(one) for one in heads[:-1])) > 0


def _strand_name(sheet: Sheet, strand: Piece, lead: Sequence[Piece]) -> str:
    text = sheet.text(strand)
    if strand.of is Of.HEAD:
        return name_of(text)
    known = funds_of([sheet.text(one) for one in lead])
    return next(iter(sorted(funds_of([text]) - known, key=text.find)), name_of(text))


def _is_of_grants(sheet: Sheet, lead: Lead, piece: Piece) -> bool | None:
    """Return whether a block is a list of grants beyond doubt; None where it is certainly none."""
    shown = [*lead.pieces, *([lead.strand] if lead.strand is not None else [])]
    nearest = [sheet.text(one) for one in shown]
    closest = nearest[-2:] if lead.strand is not None else nearest[-1:]
    inside = [sheet.words(piece)] if lead.inside else []
    close = " \n".join([*(last_sentence(text) for text in closest), *inside])
    totals = [sheet.paper.passages[total.passage].text for total in piece.totals]
    every = " \n".join([*nearest, *inside, *totals, sheet.heading_above(piece.start)])
    if is_income(close) or (of_other_money(close) and not speaks_of_grants_given(close)) or not _are_names(piece):
        return None
    clear = strength(close) > 0 or (strength(every) == _CLEAR and not of_other_money(close))
    if not clear and not of_other_money(every):
        leading = any(leads(last_sentence(text)) for text in closest)
        headed = bool(shown) and shown[-1].of is Of.HEAD
        # “£5,000:”, or “The following sums have been allocated:”, and straight to lines of who gets how much
        clear = ("£" in close and (headed or leading)) or (gives(close) and (piece.runs_on or leading))
        clear = clear or (piece.of is Of.TABLE and speaks_of_allocating(every))
    if sheet.is_text(piece) and tells_of_one(sheet.text(piece)):
        return True  # “The Commissioner awarded £4,500 to the Canal Trust”, wherever it stands
    following = next((one for one in sheet.behind(piece.end) if one.of is not Of.TEXT), None)
    alone = following is None or not following.awards or following.of is Of.TABLE
    if sum(award.counts for award in piece.awards) < _CLEAR and alone:
        item = sheet.passage(piece).sort in (Sort.ITEM, Sort.ROW)
        structured = item or lead.strand is not None or any(text.rstrip().endswith(":") for text in closest)
        if structured and nearest:
            return clear
        return None
    sure = piece.sure or (piece.read is not None and piece.read.sure and not sheet.is_text(piece))
    return clear or (sure and not of_other_money(every))


def _are_names(piece: Piece) -> bool:
    """Return whether most of those named in a block can be recipients: “overtime” and “B” cannot."""
    names = [award.recipient for award in piece.awards]
    sound = [name for name in names if len(name) > 2 and not name[0].islower()]  # noqa: PLR2004 - a name, no letter
    return 2 * len(sound) >= len(names)


def _standing(sheet: Sheet, lead: Lead, piece: Piece) -> Standing:
    """Return what became of those in a block: as its own words, its nearest heading or the sentence that leads to it says."""
    own = last_sentence(sheet.words(piece)) if piece.runs_on else ""
    if tells_standing(own):
        return standing_of(own)
    for one in reversed([*lead.pieces, *([lead.strand] if lead.strand is not None else [])]):
        text = sheet.text(one)
        if one.of is Of.TEXT:
            return standing_of(last_sentence(text))
        if tells_standing(text):
            return standing_of(text)
    return Standing.AWARDED


def groups_of(piece: Piece, name: str | None, head: int, last: Group | None) -> tuple[Group, ...]:
    """Return the groups of a block under a name, or under that of the group before it."""
    if piece.of is Of.TABLE:
        return tuple(group if group.name is not None else Group(name, group.awards, head) for group in piece.groups)
    if name is None and last is not None:
        return (Group(last.name, piece.awards, last.heading),)
    return (Group(name, piece.awards, head),)


def merged(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups, those of one name together."""
    made: dict[str | None, Group] = {}
    for group in groups:
        key = group.name.casefold() if group.name is not None else None
        known = made.get(key)
        made[key] = group if known is None else Group(known.name, (*known.awards, *group.awards), known.heading)
    return tuple(made.values())


__all__ = ["Open", "begun", "groups_of", "is_above", "merged"]
