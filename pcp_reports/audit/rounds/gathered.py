"""A round being gathered, and what leads to a block of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.audit.found import Award, Group, Standing, Total
    from pcp_reports.audit.pieces.piece import Piece
    from pcp_reports.audit.rounds.sheet import Sign


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a block: sentences and headings in order, and the heading or sentence of the strand, if it has one."""

    pieces: tuple[Piece, ...]
    strand: Piece | None
    inside: bool  # the block's own words lead to its lines, as in a sentence that lists them
    totals: tuple[Piece, ...] = ()  # that stand between its heading and its lines


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
    feet: tuple[int, ...] = ()  # texts behind a strand that name it and say what it comes to
    last: int = 0  # the passage behind the lists of what was refused beside it, 0 where there is none
