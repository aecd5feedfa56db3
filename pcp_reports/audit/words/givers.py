"""Who gave, and out of what: whether a sentence about grants names another giver, or another fund, than those of a list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import funds_of
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMEMBERED = 4  # lists: every sentence of a paper is held against the words about one of them
_OFFICE = word_set(
    "commissioner commissioner's pcc pfcc opcc opfcc office mayor deputy panel committee we he she i they"
    " grants awards grant award funding money cash total"
)
_BODIES = frozenset(("board", "trustees", "trust's", "foundation", "partnership"))
"""Whatever a giver is, “the Partnership” may be the list's own; “the Road Safety Partnership” is not, where nobody named it."""
_GAVE = re.compile(
    r"^\W*(?:(?:In|During|Since|Through|From|Separately|Meanwhile)[^,£]{0,40},? )?"
    r"((?:(?:The|Our|Its|His|Her|Their|the|our) )?(?:[A-Z][\w’'&.-]*|of|and|for|the|district|county|city|borough|parish|neighbouring|national|local"
    r"|councils?|partnerships?|force|police|lottery|sheriff|government|ministry|charity)(?: (?:[A-Z][\w’'&.-]*|of|and|for|the|district|county|city|borough"
    r"|councils?|partnerships?|force|lottery|sheriff|government|ministry|charity|constable))*) "
    r"(?:(?:has|have|had|also|then|itself) ){0,2}(?:awarded|gave|given|made|funded|granted|donated|distributed|provided|supported|approved|allocated|invested|paid)\b"
)


def names_another(text: str, about: Iterable[str]) -> bool:
    """Return whether a sentence names a fund, or somebody who gave, that the words ``about`` a list do not name."""
    known = tuple(about)
    funds = {_plain(name) for name in funds_of([text])}
    if funds and funds.isdisjoint(_funds_told(known)):
        return True
    match = _GAVE.match(text.lstrip())
    if match is None:
        return False
    who = [
        word
        for word in words_of(match[1])
        if word not in ("the", "our", "its", "his", "her", "their", "of", "and", "for")
    ]
    office = _OFFICE if "home" not in who else _OFFICE - {"office"}  # the Home Office is no commissioner's
    return bool(who) and office.isdisjoint(who) and not set(who) - _BODIES <= _words_told(known)


@lru_cache(maxsize=_REMEMBERED)
def _funds_told(about: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(name) for name in funds_of(about))


@lru_cache(maxsize=_REMEMBERED)
def _words_told(about: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for one in about for word in words_of(one))


def _plain(name: str) -> str:
    return " ".join(words_of(name))
