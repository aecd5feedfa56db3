"""Papers put together by chance from the ways in which offices word and lay out a round: what the audit makes of them."""

from __future__ import annotations

from functools import cache

import corpus_score
from generated_papers import generated

PAPERS = 150


@cache
def _scores() -> tuple[corpus_score.Score, ...]:
    return tuple(corpus_score.scored(generated(seed)) for seed in range(PAPERS))


def test_no_combination_of_wording_and_layout_is_accused_falsely() -> None:
    """Whatever the wording and the layout, sound figures are never called wrong."""
    assert [(one.name, one.accused) for one in _scores() if one.accused] == []


def test_planted_faults_are_found_in_every_combination() -> None:
    """At least 98 of a hundred wrong totals and counts are found."""
    missed = [(one.name, one.missed) for one in _scores() if one.missed]
    planted = sum(one.planted for one in _scores())
    assert planted > PAPERS / 3, "enough of the papers are wrong"
    assert 100 * (planted - len(missed)) >= corpus_score.LEAST_FOUND * planted, missed


def test_the_grants_of_every_combination_are_read() -> None:
    """At least 99 of a hundred grants are read with recipient and amount, and no more than one of a hundred is none."""
    scores = _scores()
    lines = sum(one.lines for one in scores)
    wrong = [(one.name, one.misread) for one in scores if one.misread]
    assert 100 * sum(one.lines_read for one in scores) >= 99 * lines, wrong
    assert 100 * sum(one.lines_invented for one in scores) <= lines, wrong


def test_a_paper_can_be_had_again_by_its_seed() -> None:
    """A paper that went wrong in one run is the same paper in the next."""
    assert generated(7) == generated(7)
    assert len({generated(seed).data for seed in range(40)}) == 40
