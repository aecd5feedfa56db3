"""Counts typed in prose against the entry's own data: places named, bullets beneath, things enumerated, figures, partners.

Only a count that can be tied is returned, and one that disagrees only where there is no other sensible reading of it:
a miss is better than a false accusation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.counts.count import Count, TypedCount, names_of
from pcp_reports.counts.figures import against_figures
from pcp_reports.counts.lists import against_bullets
from pcp_reports.counts.names import against_partners, against_sentence
from pcp_reports.prose import read_prose
from pcp_reports.said import said_in
from pcp_reports.texts import proses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Text
    from pcp_reports.said import Said
    from pcp_reports.workspace import Filed

_FURTHER = r"(?i)\b(?:further|another|more|additional|others|rest)\b"
_FEWEST = 2
_MOST = 60
"""How many things a sentence may enumerate, or a list have."""

_LONGEST = 2_000
"""How many characters a sentence may have; what is longer is a page without a stop."""


def counts_of(filed: Filed, locale: str) -> tuple[Count, ...]:
    """Return the counts in an entry's texts that its own data bear out or contradict, in order, each at most once."""
    if filed.partly is None:
        return ()
    names = names_of(filed)
    return tuple(
        count
        for key, text in proses(filed)
        for count in _in_text(key, text, said_in(text, locale, names), filed, locale)
    )


def counts_in(text: Text, key: str, locale: str) -> tuple[Count, ...]:
    """Return the counts of a text that belongs to no entry, held against what the text itself names and lists."""
    return tuple(_in_text(key, text, said_in(text, locale), None, locale))


def _in_text(key: str, text: Text, told: tuple[Said, ...], filed: Filed | None, locale: str) -> Iterator[Count]:
    made = []
    for said in told:
        if said.claim.readable and not said.claim.each and len(said.sentence.text) <= _LONGEST:
            count = _of_list(TypedCount(said, key, text), filed) if _is_small_count(said) else None
            if count is None and filed is not None:
                count = _of_figure(filed, TypedCount(said, key, text), locale)
            if count is not None:
                made.append(count)
    wrong = any(count.figure and not count.agrees for count in made)
    further = wrong and re.search(_FURTHER, text) is not None
    for count in made:
        # “40 arrests were made. A further 52 followed.”: a part of the figure, which the rest of the text adds up to
        if not count.figure or count.agrees or not (further or _told_again(count, made)):
            yield count


def _told_again(count: Count, made: list[Count]) -> bool:
    """Return whether the text gives the same figure elsewhere; of where it went, only with another number than this."""
    others = [one for one in made if one is not count and one.figure == count.figure]
    if count.tie is None or not count.tie.moving:
        return bool(others)
    return any(not one.agrees for one in others)


def _is_small_count(said: Said) -> bool:
    value = said.claim.value
    exact = said.claim.unit is Unit.COUNT and said.claim.kind is Kind.EXACT
    return exact and value is not None and _FEWEST <= value <= _MOST and value == value.to_integral_value()


def _of_list(typed: TypedCount, filed: Filed | None) -> Count | None:
    model = filed.partly if filed is not None else None
    places = tuple(getattr(model, "places", None) or ())
    partners = tuple(getattr(model, "partners", None) or ())
    return (
        against_bullets(typed, read_prose(typed.text).blocks if ":" in typed.said.behind else ())
        or against_sentence(typed, places)
        or against_partners(typed, partners, getattr(model, "name", None) or "")
    )


def _of_figure(filed: Filed, typed: TypedCount, locale: str) -> Count | None:
    tie = against_figures(filed, typed.key, typed.said, locale)
    if tie is None:
        return None
    verb = "was" if tie.moving and tie.shown is tie.figure.was else "is"
    basis, has = f"figures, {tie.name}: {tie.shown}", f"the figure “{tie.name}” of this entry {verb} {tie.shown}"
    return Count(typed.said, typed.key, typed.text, tie.judgement, tie.value, basis, has, tie)
