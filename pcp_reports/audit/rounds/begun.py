"""The round that a block of grant lines begins: its lead, its first strand, and what became of those in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.found import Group, Standing
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.rounds.gathered import Lead, Open
from pcp_reports.audit.rounds.grants import is_of_grants
from pcp_reports.audit.rounds.lead import lead_of, strand_name
from pcp_reports.audit.rounds.sheet import Sheet, Sign, is_above
from pcp_reports.audit.rounds.strand_totals import totals_of
from pcp_reports.audit.rounds.words_about import own_words
from pcp_reports.audit.words.beneath import telling
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.fates import speaks_of_several, standing_of, tells_standing
from pcp_reports.audit.words.grant_words import GRANTED, of_other_money
from pcp_reports.audit.words.names import last_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence


def begun(sheet: Sheet, gap: Sequence[Piece], piece: Piece, before: Open | None = None) -> Open | None:
    """Return the round that a block begins; None where it is certainly no list of grants.

    ``gap`` stands before it, behind the round ``before``.
    """
    lead = lead_of(sheet, gap, piece)
    certain = is_of_grants(sheet, lead, piece)
    if certain is None:
        return None
    strand = lead.strand
    name = strand_name(sheet, strand, lead.pieces) if strand is not None else None
    own = [one for one in lead.pieces if one.of is Of.HEAD]
    above = own[-1] if own else sheet.head_above(lead.pieces[0].start if lead.pieces else piece.start)
    head = sheet.sign(above) if above is not None else None
    return Open(
        tuple(one.start for one in lead.pieces),
        merged(groups_of(piece, name, strand.start if strand is not None else -1, None)),
        (
            *(total for one in lead.totals for total in totals_of(sheet, gap, name) if total.passage == one.start),
            *piece.totals,
        ),
        _standing(sheet, lead, piece),
        sheet.section(piece),
        piece.end,
        sheet.sign(strand) if strand is not None else None,
        head,
        texted=any(one.of is Of.TEXT for one in lead.pieces) or (lead.inside and piece.runs_on),
        weak=not (certain or _is_next(sheet, gap, piece, before, head)),
    )


def _is_next(sheet: Sheet, gap: Sequence[Piece], piece: Piece, before: Open | None, head: Sign | None) -> bool:
    """Return whether a block follows a list of grants under the next heading of the same look: “2023/24”, “2024/25”."""
    if before is None or before.weak or head is None or head != before.head or before.standing is not Standing.AWARDED:
        return False
    if any(one.of is Of.TEXT for one in gap) or piece.runs_on or sheet.is_apart(piece, before.end - 1):
        return False
    last = sheet.paper.passages[before.end - 1]
    return last.sort is sheet.passage(piece).sort and not any(of_other_money(sheet.text(one)) for one in gap)


def _standing(sheet: Sheet, lead: Lead, piece: Piece) -> Standing:
    """Return what became of those in a block: as its own words, its nearest heading or the sentence that leads to it says.

    A sentence above the block that does not lead to it may be of others: against the headings of a table of grants, or
    lines that say of themselves that they are grants, it tells nothing.
    """
    own = last_sentence(own_words(sheet, piece)) if piece.runs_on else ""
    if tells_standing(own):
        return standing_of(own)
    own_sure = piece.read is not None and piece.read.sure
    sure = piece.sure or own_sure
    for one in reversed([*lead.pieces, *([lead.strand] if lead.strand is not None else [])]):
        text = sheet.text(one)
        if one.of is Of.TEXT:
            told = telling(text) if sure else last_sentence(text)
            if sure and not leads(told):
                return Standing.AWARDED
            if not leads(told) and not speaks_of_several(told):
                continue
            became = standing_of(told)
            decided = piece.decided or (own_sure and GRANTED.search(sheet.text(piece)) is not None)
            # “The following was decided of the applications received:”, and each line says what
            return Standing.AWARDED if became is Standing.REQUESTED and decided else became
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
