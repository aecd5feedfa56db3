"""A sum for each of several years with the whole of it behind: “£30,000 a year for three years (£90,000 in all)” is £90,000.

The arithmetic alone tells it: the first sum, taken so many times as the words between the two say, is the second to the penny.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of
from pcp_reports.audit.words.phrases import IN_ALL

_SUM = r"£(?P<{0}>[0-9][0-9,]*(?:\.[0-9]{{2}})?)(?![0-9kmKM])"
_WHOLE = re.compile(
    rf"{_SUM.format('each')}(?P<between>(?:\s+(?!£)[^\s£.;:]{{1,20}}){{2,14}}?,?\s+\(?(?:[a-z]+\s+){{0,3}}){_SUM.format('whole')}(?P<behind>\s+(?:{IN_ALL}|overall)|)(?P<close>\)|,|)"
)
_TIMES = re.compile(
    rf"(?i)\b({TWO_TO_TWELVE}|[0-9]{{1,2}})[ -](?:[a-z]+ )?(?:years?|months?|quarters?|terms?|seasons?|weeks?|instalments?|payments?)\b"
)
_MOST, _FEWEST = 12, 2
_LONGEST = 1500


def with_wholes(text: str) -> str:
    """Return the text, as long as it was, with the whole in the place of each sum a year that it stands behind, and blanks behind it."""
    if text.count("£") < _FEWEST or len(text) > _LONGEST:
        return text
    made = text
    for found in _WHOLE.finditer(text):
        if not _is_whole(found):
            continue
        start, end = found.span()
        whole = f"£{found['whole']}"
        made = f"{made[:start]}{whole:<{end - start}}{made[end:]}"  # next to the name, as a plain sum is
    return made


def _is_whole(found: re.Match[str]) -> bool:
    """Return whether the second sum is the first so many times as a number between them says, and is set off from it."""
    each, whole = (Decimal(found[name].replace(",", "")) for name in ("each", "whole"))
    opened = found["between"].count("(") - found["between"].count(")")
    if opened != (found["close"] == ")") or not (opened or found["behind"]):
        return False
    times = map(number_of, _TIMES.findall(found["between"]))
    return any(_FEWEST <= number <= _MOST and each * number == whole for number in times)
