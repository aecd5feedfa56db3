"""Which language a paper is read in, told from its words."""

from __future__ import annotations

import pytest

from pcp_reports.papers.language import ENGLISH, WELSH, locale_of
from pcp_reports.papers.opening import read_paper


@pytest.mark.parametrize(
    ("words", "locale"),
    [
        ("Dyfarnwyd cyfanswm o £1,700 i ddau brosiect gan y Comisiynydd.", WELSH),
        (
            "Mae’r Comisiynydd wedi rhoi £500 i’r clwb.\n\nThe Commissioner has given £500 to the club for its tents.",
            WELSH,
        ),
        ("The Commissioner gave £1,500 to two groups for their work in the community.", ENGLISH),
        ("Heddlu Gwent and the Commissioner gave £500 to Clwb Rygbi yr Ynys for tents.", ENGLISH),
        ("£500", ENGLISH),
    ],
)
def test_the_language_is_told_from_small_words(words: str, locale: str) -> None:
    """A Welsh paper, or one in both languages, is read as Welsh; an English one with Welsh names in it is not."""
    assert locale_of(read_paper(words.encode(), "a.txt")) == locale
