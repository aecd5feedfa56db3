"""What is meant to be, and not what is: an objective, a target, a plan, a hope. No outcome is held against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcp_reports.said import Said

_KEYS = ("objective", "measures_of_success")
_MEANT = (
    r"(?i)\b(?:planned|planning|plans?\s+to|targets?|aim|aims|aimed|aiming|goals?|expect|expects|expected|expecting|"
    r"hope|hopes|hoped|hoping|intend|intends|intended|ambition|ambitions|forecast|projected|predicted|anticipated|"
    r"budgeted|nod|targed|gobeithio|disgwyl|bwriad|bwriadu)\b"
)
_OF_ANOTHER = (
    r"(?i)\b(?:will|would|could|should|might|must|needs?|nationally|national|regionally|regional|locally|bydd|dylai)\b"
)
_ENDS = r"[;()\n]|[,.](?![0-9])|\s-\s|\b(?:and|while|alongside|plus|but)\b"
_BREAKS = str.maketrans("–—\ufffc", ",,,")


def is_target(key: str) -> bool:
    """Return whether all that stands behind a key says what is meant to be; ``key`` as `proses` gives it."""
    return key.rpartition(", ")[2] in _KEYS


def is_meant(words: str, name: str) -> bool:
    """Return whether words speak of a target, a plan or a hope, and the name of the figure itself does not."""
    return re.search(_MEANT, words) is not None and re.search(_MEANT, name) is None


def may_be_of_another(words: str) -> bool:
    """Return whether a sentence speaks of what will or should be, or of the whole country."""
    return re.search(_OF_ANOTHER, words) is not None


def words_near(said: Said) -> str:
    """Return the words round a figure to the next comma or “and”; a colon ends nothing, as in “Planned: 50 arrests”."""
    before, behind = said.before.translate(_BREAKS), said.behind.translate(_BREAKS)
    starts = [end.end() for end in re.finditer(_ENDS, before)]
    found = re.search(_ENDS, behind)
    return f"{before[starts[-1] if starts else 0 :]} {behind[: found.start() if found is not None else len(behind)]}"
