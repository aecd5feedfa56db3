"""Lists of bare names below a sum that each of them gets: “Six grants of £500 each were made. They went to:” and six names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines import ReadLine, Shape, each_of, each_to_some, who_got
from pcp_reports.audit.lines.names.naming import is_counted, is_finance, is_generic, is_name, without_article
from pcp_reports.audit.lines.names.splitting import split
from pcp_reports.money import Money
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Passage

_FEWEST = 2
_MOST = 60
_LONGEST = 120
_CLOSES = re.compile(r"[;,.]?\s*(?:and|plus|ac?)?\s*$")


def with_each_below(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, names below a sum “each” as grants of that sum.

    Only where every line of the list is a name without a sum of its own; one with a sum is read as it stands.
    """
    made = dict(reads)
    for at, one in enumerate(passages):
        shared = each_of(one.text, locale) if one.sort in (Sort.TEXT, Sort.ITEM) else None
        if shared is None:
            made |= _told_below(passages, at, locale)
            continue
        names = _names_below(passages, at + 1)
        for index, (who, what) in names.items():
            made[index] = _line(who, what, index, passages[index].text, shared)
    return made


def _told_below(passages: Sequence[Passage], at: int, locale: str) -> dict[int, ReadLine]:
    """Return the sentence right behind a sum “each” that says who got it, as grants: “Guides, Scouts and Cubs have all benefited”."""
    below = passages[at + 1] if at + 1 < len(passages) else None
    if below is None or passages[at].sort is Sort.ROW or below.sort not in (Sort.TEXT, Sort.ITEM):
        return {}
    told = each_to_some(passages[at].text, locale)
    names = who_got(below.text, told[1]) if told is not None else None
    if told is None or names is None or told[0].pence is None:
        return {}
    money, length = Money(told[0].pence), len(below.text)
    awards = tuple(Award(name, "", money, at + 1, 0, length, told[0].claim) for name in names)
    return {at + 1: ReadLine(awards, sure=True, shape=Shape.LIST)}


def _names_below(passages: Sequence[Passage], first: int) -> dict[int, tuple[str, str]]:
    """Return who and what for of each line of the list that begins there; none where one of them is no name."""
    found: dict[int, tuple[str, str]] = {}
    top = passages[first] if first < len(passages) else None
    if top is None or top.sort not in (Sort.ITEM, Sort.TEXT):
        return {}
    for index in range(first, min(first + _MOST, len(passages))):
        one = passages[index]
        if one.sort is not top.sort or one.level < top.level or (one.numbered, one.level) != (top.numbered, top.level):
            break
        who, what = split(_CLOSES.sub("", one.text))
        if one.sort is Sort.TEXT and (what or "£" in one.text or not is_name(who) or one.text.rstrip().endswith(".")):
            break  # lines without a mark end where a sentence begins
        if "£" in one.text or len(one.text) > _LONGEST or not is_name(who):
            return {}
        if is_generic(who) or is_counted(who) or is_finance(who):
            return {}
        found[index] = (who, what)
    return found if len(found) >= _FEWEST else {}


def _line(who: str, what: str, index: int, text: str, shared: tuple[Money, Claim | None]) -> ReadLine:
    amount, claim = shared
    award = Award(without_article(who), what, amount, index, 0, len(text), claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)
