"""A grant of a list that the paper tells of once more with two digits changed round: £8,105 in the text, £8,150 in the list.

That it is the same grant its recipient says, who has no other, and the digits: two grants of two years differ otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.text import place_in, where_of
from pcp_reports.audit.made_up.figures import figures_of, firmly, sentence_ends
from pcp_reports.audit.made_up.slips import is_swapped
from pcp_reports.audit.words.plainly_given import about_round, is_plainly_given, words_over
from pcp_reports.checks.claim_words import capital
from pcp_reports.findings import Finding, Related, Severity
from pcp_reports.money import Money
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.passage import Paper

_FEWEST_DIGITS = 3
_FEWEST_LETTERS = 6
_LAST_WORDS = 3
_BRACKET = re.compile(r"\s*\([^()]*\)")


def retold(
    paper: Paper, rounds: Sequence[Round], locale: str = "en_GB", known: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """Yield a finding for each grant whose amount stands in another place with two of its digits changed round.

    Where something is said of a line already (``known``) nothing more is.
    """
    awards = [award for one in rounds for award in one.awards if award.amount is not None]
    if not awards:
        return
    lines = {each.place.line for each in known if each.severity is Severity.WARNING}
    differing = {id(award) for one in rounds for pair in one.differs for award in pair}
    sums = {award.amount.pence for award in awards if award.amount is not None}
    told = _by_digits(paper, sums)
    amounts: dict[str, set[int | None]] = {}
    for one in rounds:
        for award in (*one.awards, *one.apart):
            amounts.setdefault(_names(award)[0], set()).add(award.amount.pence if award.amount is not None else None)
    rounds_of = {id(award): one for one in rounds for award in one.awards}
    for award in awards:
        name = _names(award)[0]
        if award.amount is None or id(award) in differing or len(amounts[name]) > 1:
            continue
        for figure in told.get(_digits(award.amount.pence), ()):
            if place_in(paper, figure.passage, figure.start).line in lines:
                continue
            same = _is_the_same(paper, rounds_of[id(award)], award, figure)
            if same and firmly(paper, (figure,), locale) is not None:
                yield _finding(paper, award, figure)
                break


def _by_digits(paper: Paper, sums: set[int]) -> dict[str, list[Figure]]:
    """Return the sums of a paper that have the digits of one of the grants in another order, by their digits."""
    wanted = {_digits(pence) for pence in sums}
    found: dict[str, list[Figure]] = {}
    for index, passage in enumerate(paper.passages):
        if passage.sort is Sort.ROW or passage.sort in AROUND:
            continue
        for figure in figures_of(passage, index):
            if figure.full and figure.pence not in sums and _digits(figure.pence) in wanted:
                found.setdefault(_digits(figure.pence), []).append(figure)
    return found


def _digits(pence: int) -> str:
    return "".join(sorted(str(pence)))


def _is_the_same(paper: Paper, one: Round, award: Award, figure: Figure) -> bool:
    """Return whether a sum is told of a grant of a round: its sentence plainly says that who got that was given it."""
    if award.amount is None or figure.passage == award.passage:
        return False
    if not is_swapped(figure.pence, award.amount.pence, fewest=_FEWEST_DIGITS):
        return False
    text = paper.passages[figure.passage].text
    ends = sentence_ends(text)
    begin = max((end for end in ends if end <= figure.start), default=0)
    end = next(end for end in ends if end > figure.start)
    sentence = text[begin:end]
    if sentence.count("£") > 1:
        return False
    known = (*about_round(paper.passages, one), paper.passages[award.passage].text)
    above = (*words_over(paper.passages, figure.passage), text[:begin])
    return any(
        is_plainly_given(sentence, name.strip(), figure.start - begin, figure.end - begin, known, above)
        for name in _names(award)
    )


def _names(award: Award) -> list[str]:
    """Return how a recipient may be named again: in full, without what stands in brackets, by the last words of a long name."""
    full = _plain(_BRACKET.sub("", award.recipient)) or _plain(award.recipient)
    words = full.split()
    names = [full]
    if len(words) > _LAST_WORDS:
        names.append(" ".join(words[-_LAST_WORDS:]))
    return [name for name in names if len(name) >= _FEWEST_LETTERS] or [f" {full} "]


def _plain(name: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in name.casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _finding(paper: Paper, award: Award, figure: Figure) -> Finding:
    return Finding(
        "G206",
        f"{capital(where_of(paper, award.passage))}: {award.recipient} has {award.amount} here, but {Money(figure.pence)} in "
        f"another place ({where_of(paper, figure.passage)}). Which is right cannot be told from the paper.",
        place_in(paper, award.passage, award.start),
        "Correct one of the two.",
        (Related(f"{award.recipient}: {Money(figure.pence)}", place_in(paper, figure.passage, figure.start)),),
    )
