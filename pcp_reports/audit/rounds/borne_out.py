"""Lists that the paper's own figures show to be grants: a sentence gives the very sum of their lines, and their number.

“What your money bought” over five lines says little; “5 projects · £46.5k” elsewhere in the paper, which five lines of
£46,500 bear out, leaves no doubt. Nor does “£106,500 will be paid in the year” right above lines of just that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.grant_words import gives, is_income, of_other_money, speaks_of_giving, strength
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.audit.words.spans import keys_of
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort
from pcp_reports.said import sentences_of
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.rounds.sheet import Sheet
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST = 3
_CLEAR = 2
_WHO = re.compile(
    r"(?i)(?:names? of (?:the )?)?(?:community )?(?:groups?|organi[sz]ations?|recipients?|charit(?:y|ies)|providers?|partners?|body|bodies|grantees?|beneficiar(?:y|ies)|lead (?:body|agency|partner))(?: names?)?"
)
_WHO_OR_WHAT = re.compile(
    rf"(?i)(?:{_WHO.pattern[4:]}|(?:name of )?(?:the )?(?:projects?|schemes?|initiatives?|services?)(?: names?)?)"
)
_FUNDED = re.compile(r"(?i)\b(?:fund(?:ing|ed)|grants?|awards?|awarded|granted|given to)\b")
_THE = re.compile(r"(?i)\b(?:the|these|those|all)(?: the| these)? $")
_PAID = re.compile(r"(?i)\b(?:paid|pays?|payable)\b")


def is_borne_out(sheet: Sheet, piece: Piece, near: Iterable[str]) -> bool:
    """Return whether a sentence gives the number and the sum of the lines of a list that a block begins.

    Of those ``near`` to it one does that says that the sum is paid.
    """
    awards = [award for award in _lines(sheet, piece) if award.counts]
    if len(awards) < _FEWEST or any(award.amount is None for award in awards):
        return False
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    own = {award.passage for award in awards}
    if any(_is_paid(text, pence) for text in near):
        return True
    if piece.of is Of.TABLE and (_is_counted(sheet, piece, len(awards)) or _is_told_behind(sheet, piece, len(awards))):
        return True
    return any(
        index not in own
        and any(count.value == len(awards) for count in counts)
        and any(_gives(one, pence) for one in sums)
        for index, counts, sums in sheet.once("pairs", lambda: tuple(_pairs(sheet.paper)))
    )


def _is_told_behind(sheet: Sheet, piece: Piece, lines: int) -> bool:
    """Return whether a table of bodies or projects with a column a year is summed up behind it as what so many were given.

    “The funding for the five projects in 2024/25 comes to £165,050.”, right behind five rows, says what the columns leave open.
    """
    cells = [cell.text.strip(" :*") for cell in sheet.passage(piece).cells]
    if not any(map(_WHO_OR_WHAT.fullmatch, cells[:_CLEAR])) or sum(bool(keys_of(cell)) for cell in cells) < _CLEAR:
        return False
    behind = sheet.paper.passages[piece.end : piece.end + _CLEAR]
    for sentence in (each for one in behind if one.sort in (Sort.TEXT, Sort.ITEM) for each in sentences_of(one.text)):
        text = sentence.text
        given = _FUNDED.search(text) is not None and not (of_other_money(text) or is_income(text))
        if given and any(claim.unit is Unit.MONEY for claim in sentence.claims):
            numbers = [told for told in numbers_told(text) if _THE.search(text[: told.start])]
            if any(told.value == lines for told in numbers):
                return True
    return False


def _is_counted(sheet: Sheet, piece: Piece, lines: int) -> bool:
    """Return whether a table names bodies in a column of its own, as many of them as a sentence of the paper says got grants."""
    bodies = any(_WHO.fullmatch(cell.text.strip(" :*")) for cell in sheet.passage(piece).cells)
    return bodies and lines in sheet.once("counted", lambda: frozenset(_counted(sheet.paper)))


def _counted(paper: Paper) -> Iterator[int]:
    """Yield the numbers of bodies or gifts in the sentences of a paper that speak of grants given, and of no other money."""
    for one in paper.passages:
        if one.sort is Sort.ROW or strength(one.text) < _CLEAR:
            continue
        for sentence in sentences_of(one.text):
            plain = strength(sentence.text) == _CLEAR and not of_other_money(sentence.text)
            if plain and not is_income(sentence.text):
                yield from (told.value for told in numbers_told(sentence.text) if told.met or told.noun)


def _is_paid(text: str, pence: int) -> bool:
    """Return whether a sentence says that a sum, and no other, is paid: not one of a budget, or of what came in."""
    if of_other_money(text) or is_income(text) or not (speaks_of_giving(text) or gives(text) or _PAID.search(text)):
        return False
    sums = [claim for claim in find(text) if claim.unit is Unit.MONEY]
    return len(sums) == 1 and sums[0].kind is Kind.EXACT and sums[0].value is not None and sums[0].value * 100 == pence


def _lines(sheet: Sheet, piece: Piece) -> Iterator[Award]:
    """Yield the lines of a table, or of a list of items with what is told of each between them."""
    yield from piece.awards
    if piece.of is Of.TABLE:
        return
    level = sheet.passage(piece).level
    for one in sheet.behind(piece.end):
        here = sheet.passage(one)
        if one.of is Of.AWARDS and sheet.is_like(one, piece):
            yield from one.awards
        elif one.of is not Of.TEXT or here.sort is not Sort.ITEM or here.level <= level:
            return


def _pairs(paper: Paper) -> Iterator[tuple[int, tuple[Claim, ...], tuple[Claim, ...]]]:
    """Yield the passages with a sentence that gives a number of grants and a sum, and those."""
    for index, one in enumerate(paper.passages):
        if one.sort is Sort.ROW or "£" not in one.text:
            continue
        for sentence in sentences_of(one.text):
            counts = tuple(claim for claim in sentence.claims if what_it_counts(claim) is not None)
            sums = tuple(claim for claim in sentence.claims if claim.unit is Unit.MONEY)
            if counts and sums:
                yield index, counts, sums


def _gives(claim: Claim, pence: int) -> bool:
    """Return whether a claim gives a sum, as far as it is rounded."""
    return claim.low is not None and claim.high is not None and claim.low * 100 <= pence <= claim.high * 100
