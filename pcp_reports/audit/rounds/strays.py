"""Grants told of outside the lists whose amount has the digits of a listed one in another order: £2,460 for £2,640."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.doubt import may_be_another_grant
from pcp_reports.audit.words.names import sentences
from pcp_reports.audit.words.plainly_given import about_round, is_plainly_given, words_over
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper

_FEWEST_DIGITS = 2
_FEWEST_LINES = 3


def strays(paper: Paper, pieces: Sequence[Piece], rounds: Sequence[Round]) -> Iterator[tuple[Award, Award]]:
    """Yield listed awards with the mention elsewhere that slips from each; a recipient with several of either has none.

    Only a slip of digits is taken for one: another amount may be another grant.
    """
    listed = _by_name([award for one in rounds for award in (*one.awards, *one.apart)])
    known = {award.passage for one in rounds for award in (*one.awards, *one.apart)}
    beside = {index for one in rounds for index in (*one.lead, *one.tail)}
    apart = [
        award
        for piece in pieces
        if piece.of is Of.AWARDS and piece.start not in known and piece.start not in beside
        for award in piece.awards
        if not may_be_another_grant(paper.passages[piece.start].text)
    ]
    for name, mentions in _by_name(apart).items():
        awards = listed.get(name, [])
        if len(awards) == len(mentions) == 1 and is_slip(awards[0], mentions[0]):
            own = next(one for one in rounds if awards[0] in (*one.awards, *one.apart))
            if _is_plain(paper, own, mentions[0]):
                yield awards[0], mentions[0]


def without_echoes(paper: Paper, rounds: Sequence[Round]) -> tuple[Round, ...]:
    """Return the rounds without single grants of running text that a list has too: “The largest, £6,250 to the Club, …”.

    Such a grant is one of the list where it has the same amount there, or a slip of its digits; another is its own.
    """
    kept: list[Round] = []
    differs: list[tuple[Award, Award]] = []
    for one in rounds:
        found = _told_again(paper, one, rounds) if len(one.awards) == 1 and not one.totals else None
        if found is None:
            kept.append(one)
        elif found.amount != one.awards[0].amount:
            differs.append((found, one.awards[0]))
    return tuple(
        replace(one, differs=(*one.differs, *(pair for pair in differs if pair[0] in one.awards))) for one in kept
    )


def _told_again(paper: Paper, one: Round, rounds: Sequence[Round]) -> Award | None:
    """Return the listed award that the only one of a round tells of again, None where there is none or several."""
    award = one.awards[0]
    passage = paper.passages[award.passage]
    is_text = passage.sort is Sort.TEXT or (passage.sort is Sort.ITEM and passage.numbered)
    if not is_text or may_be_another_grant(passage.text):
        return None
    name = next(iter(_by_name([award])))
    lists = [other for other in rounds if len(other.awards) >= _FEWEST_LINES]
    listed = [other for each in lists for other in _by_name([*each.awards, *each.apart]).get(name, [])]
    if len(listed) != 1 or not listed[0].counts or listed[0].amount is None:
        return None
    if listed[0].amount == award.amount:
        return listed[0]
    own = next(other for other in lists if listed[0] in (*other.awards, *other.apart))
    return listed[0] if is_slip(listed[0], award) and _is_plain(paper, own, award) else None


def _is_plain(paper: Paper, own: Round, mention: Award) -> bool:
    """Return whether the words of a mention plainly say that this office gave the sum to that body, and tell of nothing else."""
    text = paper.passages[mention.passage].text
    about = about_round(paper.passages, own)
    above = words_over(paper.passages, mention.passage)
    said = sentences(text)
    return any(
        is_plainly_given(
            sentence, mention.recipient, at, at + len(str(mention.amount)), about, (*above, *said[:number])
        )
        for number, sentence in enumerate(said)
        if (at := sentence.find(str(mention.amount))) >= 0
    )


def _by_name(awards: Sequence[Award]) -> dict[str, list[Award]]:
    found: dict[str, list[Award]] = {}
    for award in awards:
        found.setdefault(" ".join(award.recipient.casefold().removeprefix("the ").split()), []).append(award)
    return found


def is_slip(one: Award, other: Award) -> bool:
    """Return whether two amounts differ in the order of their digits only."""
    if one.amount is None or other.amount is None or one.amount == other.amount:
        return False
    digits = sorted(str(one.amount.pence).rstrip("0"))
    return len(digits) > _FEWEST_DIGITS and digits == sorted(str(other.amount.pence).rstrip("0"))
