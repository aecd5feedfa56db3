"""Whether a sum of a sentence is what was put by, or by how much something rose or fell, and not what was given.

“The Commissioner set aside £43,300 for the fund and has awarded £42,300 of it to seven groups” gives two sums, of which the
second is what was given; “This is an increase of £18,098 on last year” gives none that was.
"""

from __future__ import annotations

import re

_SUM = r"£\s?[0-9][0-9,.]*(?:\s?(?:k|m|million|thousand)\b)?"
_HAD = r"(?:(?:was|were|is|are|has|have|had|been|being|be|first|originally|initially|already) ){0,4}"
_KEPT = r"set aside|put aside|put by|earmark(?:ed|s)?|ring-?fence[ds]?|reserve[ds]?|budget(?:ed|s)?|made available|makes available"
_PUT_IN = (
    r"allocate[ds]?|allotted|commit(?:s|ted)?|provide[ds]?|put in|puts in|put up|released?|offer(?:s|ed)?|invest(?:s|ed)?|secured?|received?|"
    r"(?:start|open|launch)(?:s|ed)?(?: \w+){0,4} with|began with|begun with|had|has|have|holds?|held|topped up|voted|approved|agreed"
)
_PURSE = r"pot|purse|fund|budget|allocation|provision|kitty|reserve|sum"
_BEFORE_SUM = r"(?:(?!\b(?:award|grant|gave|giv|shar|split|paid|of it)\w*)[^£.;:,]){0,60}"

_KEPT_HERE = re.compile(
    rf"(?i)(?:\b(?:{_KEPT})\b{_BEFORE_SUM}(?P<a>{_SUM})|(?P<b>{_SUM}) (?:\w+ )?{_HAD}(?:{_KEPT}|available|to spend|to give)\b"
    rf"|\b(?:{_PURSE}) (?:of|is|was|stood at|stands at) (?P<c>{_SUM})|(?P<d>{_SUM}) (?:pot|purse|budget|kitty)\b)"
)
"""What is kept for a purpose."""
_PUT_IN_HERE = re.compile(rf"(?i)(?:\b(?:{_PUT_IN})\b{_BEFORE_SUM}(?P<a>{_SUM})|(?P<b>{_SUM}) {_HAD}(?:{_PUT_IN})\b)")
"""What may as well be given: it is a pot only where the sentence says that another sum comes out of it."""
_GIVES = r"award|grant|giv|gave|shar|distribut|paid|pay|spen|went|go(?:es|ne|ing)\b|hand|split|commit|allocat|approv|agree|us(?:ed|ing)\b"
_THEN_GIVEN = re.compile(rf"(?i)\b(?:{_GIVES})\w*[^£.;:]{{0,60}}{_SUM}|{_SUM}[^£.;:]{{0,40}}\b(?:{_GIVES})\w*")
_OUT_OF_IT = re.compile(
    rf"(?i)\b(?:of|from|out of|against) (?:it|this|that|these|those|which|the (?:pot|sum|budget|fund|allocation|provision|money|amount))\b[^£.;:]{{0,60}}{_SUM}"
    rf"|{_SUM}[^£.;:]{{0,40}}\b(?:of|from|out of|against) (?:it|this|that|which|the (?:pot|sum|budget|fund|allocation|provision|money|amount))\b"
)
_CHANGE = r"increase|rise|growth|uplift|decrease|fall|drop|decline|reduction|cut|change|difference|jump"
_CHANGED = r"increased|risen|rose|grown|grew|decreased|fallen|fell|dropped|declined|reduced|cut|up|down|higher|lower|more|less|greater|smaller"
_BY_SO_MUCH = re.compile(
    rf"(?i)\b(?:{_CHANGE}) (?:in \w+ )?of (?:\w+ ){{0,2}}?(?P<a>{_SUM})|\b(?:{_CHANGED}) by (?:\w+ ){{0,2}}?(?P<b>{_SUM})"
    rf"|(?P<c>{_SUM}) (?:more|less|higher|lower|up|down|greater|smaller|fewer) (?:than|on)\b"
    rf"|(?P<d>{_SUM}) (?:{_CHANGE}) (?:on|over|in|from|against)\b|\b(?:up|down) (?P<e>{_SUM}) (?:on|from)\b"
)
"""By how much something rose or fell."""


def is_rise_or_fall(text: str, at: int) -> bool:
    """Return whether the sum at ``at`` is by how much something rose or fell: “£18,098 more than last year”."""
    return _is_one_of(_BY_SO_MUCH, text, at)


def is_put_by(text: str, at: int) -> bool:
    """Return whether the sum at ``at`` is what there was to give, and another sum of the sentence is what was given of it."""
    if at < 0 or text.count("£") < 2:  # noqa: PLR2004 - the pot, and what came out of it
        return False
    end = re.compile(_SUM).match(text, at)
    rest = text[end.end() :] if end is not None else ""
    if _is_one_of(_KEPT_HERE, text, at):
        return _THEN_GIVEN.search(rest) is not None or _OUT_OF_IT.search(rest) is not None
    return _is_one_of(_PUT_IN_HERE, text, at) and _OUT_OF_IT.search(rest) is not None


def _is_one_of(form: re.Pattern[str], text: str, at: int) -> bool:
    """Return whether the sum at a place is one that a form finds."""
    return any(match.start(match.lastgroup or 0) == at for match in form.finditer(text))
