"""The words about a block of grant lines: those nearest to it, its own, and all in reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.beneath import telling
from pcp_reports.audit.words.doubt import leads
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.audit.rounds.gathered import Lead
    from pcp_reports.audit.rounds.sheet import Sheet

_STOP = re.compile(r"\.\s+(?!(?:They|Both|All|None|Neither)\s+(?:\w+\s+){0,3}?(?:was|were|had|have)\b)(?=[A-Z])")
_SPEECH = re.compile(r"^\s*[“\"‘](?:\S+\s+){9}|\b(?:said|says|added|adds|explained|commented)[:,]?\s*[“\"‘]")
"""What somebody is quoted as saying tells nothing of the money of the list that happens to stand beneath it."""


@dataclass(frozen=True, slots=True)
class WordsAbout:
    """The words about a block of lines.

    ``near`` are the sentences nearest above it that tell of it, ``close`` those with what leads to its lines within
    itself, ``against`` those of ``close`` by which it may be of other money; ``told`` is ``close`` with all its own words,
    ``every`` all in reach. ``led``: a sentence leads to it; ``headed``: a heading stands right above it; ``parted``: its
    place alone says that it is a list (a strand, a colon).
    """

    near: tuple[str, ...]
    close: str
    against: str
    told: str
    every: str
    led: bool
    headed: bool
    parted: bool


def words_about(sheet: Sheet, lead: Lead, piece: Piece) -> WordsAbout:
    """Return the words about a block."""
    shown = [*lead.pieces, *([lead.strand] if lead.strand is not None else [])]
    nearest = [sheet.text(one) for one in shown]
    told = [text for text in nearest if leads(text) or _SPEECH.search(text) is None] or nearest
    closest = told[-2:] if lead.strand is not None else told[-1:]
    inside = [own_words(sheet, piece)] if lead.inside else []
    near = tuple(telling(text) for text in closest)
    close = " \n".join([*near, *inside])
    totals = [sheet.paper.passages[total.passage].text for total in piece.totals]
    totals += [sheet.text(one) for one in lead.totals]
    own = [sheet.words(piece)] if lead.inside else []
    return WordsAbout(
        near,
        close,
        # what stands above a table of “Award” without leading to it may speak of other money: “Nothing may be spent on …”
        " \n".join([*(text for text in near if leads(text)), *inside]) if piece.sure else close,
        " \n".join([close, *own]),
        " \n".join([*nearest, *own, *totals, sheet.heading_above(piece.start)]),
        led=any(leads(text) for text in near),
        headed=bool(shown) and shown[-1].of is Of.HEAD,
        parted=bool(nearest) and (lead.strand is not None or any(text.rstrip().endswith(":") for text in closest)),
    )


def own_words(sheet: Sheet, piece: Piece) -> str:
    """Return the words about the lines of a sentence that lists them, without the sentences behind it."""
    words = sheet.words(piece)
    if piece.of is Of.TABLE:
        return words
    stop = _STOP.search(words, max(award.end for award in piece.awards) if piece.runs_on else len(words))
    return words[: stop.start() + 1] if stop is not None else words
