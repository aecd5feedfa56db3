"""The head and foot of the page, which repeat the paper's title and the day of its meeting: told once, where these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.matching import words_of
from pcp_reports.comparing.pairs.units import TITLE
from pcp_reports.comparing.words.alike import plainly
from pcp_reports.comparing.words.changed_figures import changed_figures
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.passage import Passage

REPEATED = "the head or foot of the page only repeats what the paper says above its text"
ABOVE = "Nothing is to be done if that is right there: built again, both say the same."
_PAGES = (Sort.HEADER, Sort.FOOTER)


class PageHeads:
    """What the head and foot of the page repeat, and how that was changed where the paper itself says it."""

    def __init__(self, sides: Sides, matches: Sequence[Match]) -> None:
        """Keep what is repeated, and the pairs of old and new words."""
        self._changed = tuple(_changed(sides, matches))
        document = sides.stories.document
        own = [plainly(unit.text) for unit in sides.units if unit.block is None and unit.passage.sort not in AROUND]
        given = (plainly(document.title), plainly(document.meeting))
        self._repeated = tuple(words for words in given if words and any(words in line for line in own))

    def follows(self, unit: Unit, passage: Passage) -> bool:
        """Return whether a head was changed only as the title, or the day of the meeting, was in the paper itself."""
        if passage.sort not in _PAGES:
            return False
        said = words_of(unit.passage)
        for old, new in self._changed:
            said = said.replace(old, new)
        return said == words_of(passage)

    def repeats(self, unit: Unit, passage: Passage) -> bool:
        """Return whether what a head has otherwise is what it repeats."""
        if passage.sort not in _PAGES:
            return False
        was, now = words_of(unit.passage), words_of(passage)
        return any(words in was and words not in now for words in self._repeated)


def _changed(sides: Sides, matches: Sequence[Match]) -> Iterator[tuple[str, str]]:
    meeting = sides.stories.document.meeting
    for match in matches:
        if len(match.units) != 1 or len(match.passages) != 1:
            continue
        unit, passage = sides.units[match.units[0]], sides.passages[match.passages[0]]
        if unit.block is not None or passage.sort in AROUND:
            continue
        if unit.role == TITLE:
            yield plainly(unit.text), plainly(passage.text)
        elif meeting and meeting in unit.text:
            yield from ((plainly(old), plainly(new)) for old, new in changed_figures(unit.text, passage.text) if old)
