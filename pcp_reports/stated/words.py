"""What the words round a figure say of it: whether it speaks of a round's own total or count, or of something else.

Read as a careful officer reads: a figure that may speak of something else (a bid, a budget, last year, one grant) is
never held against the round.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.stated import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.claims import Claim
    from pcp_reports.said import Said


class Counts(Enum):
    """What a count in a round's text is a count of; the value is its noun."""

    PROJECTS = "project"
    GRANTS = "grant"
    RECIPIENTS = "recipient"


_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*|:")  # a sign beyond Latin-1 in a set would triple what it costs
_NEAR_BEFORE, _NEAR_BEHIND = 7, 7
_MONTHS = {name.casefold(): number for names in (MONTHS, MONTHS_CY) for number, name in enumerate(names, 1)}
_MAY = 5
_YEAR = r"(?<![0-9,.£])(?:19|20)[0-9]{2}(?![0-9]|,[0-9])"


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, their apostrophes straight, and its colons."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def what_it_counts(claim: Claim) -> Counts | None:
    """Return what a count is a count of, as far as a round can tell; None for people, hours and all else."""
    if claim.unit is not Unit.COUNT:
        return None
    noun = words_of(claim.noun)
    own = frozenset(noun)
    if own & vocabulary.NOT_AWARDED:
        return Counts.GRANTS if "successful" in own else None
    for counts, words in (
        (Counts.PROJECTS, vocabulary.PROJECTS),
        (Counts.GRANTS, vocabulary.GRANTS),
        (Counts.RECIPIENTS, vocabulary.RECIPIENTS),
    ):
        if own & words:
            return counts
    return None


def speaks_of_a_part(said: Said) -> bool:
    """Return whether the words say that the figure is a part, a rule for one grant, or a thing's name."""
    behind = words_of(re.split("[,;:(]|[.] ", said.behind[:80])[0])
    if said.claim.each or said.claim.kind is Kind.RANGE or _begins(behind, vocabulary.EACH):
        return True
    before = words_of(said.before)
    if "each" in before or "every" in before:
        return True
    if (
        said.claim.unit is not Unit.MONEY
        and behind[:1] == ["of"]
        and behind[1:2]
        and behind[1] in (*vocabulary.ITS, "them", "which", "whom")
    ):
        return True
    if holds(before, vocabulary.PARTIAL) or _part_before(words_of(re.split("[,;:(]", said.before)[-1])[-7:]):
        return True
    if said.claim.unit is not Unit.MONEY:
        return False
    things = before[-2:-1] and before[-2] in vocabulary.THINGS and before[-1] == "worth"
    if things and re.search(r",\s*worth\s*$", said.before) and not vocabulary.COUNTED.isdisjoint(before[:-2]):
        things = False  # “six grants from the fund, worth £31,260”: it is the grants that are worth it
    return bool(things) or _names_a_thing(behind)


def _part_before(words: list[str]) -> bool:
    """Return whether the last words before a figure make it a part of something or a rule: “a share of”, “grants of”."""
    while words and words[-1] in vocabulary.HEDGES:
        words = words[:-1]
    if not words:
        return False
    last, above = words[-1], words[-2] if len(words) > 1 else ""
    if last in vocabulary.LINKS and (
        (above in vocabulary.OF and last != "to") or (above in vocabulary.AIMS and last != "of")
    ):
        return True
    if last in vocabulary.PLURALS - {"grants", "awards"} or last in vocabulary.OTHERS:
        return True
    # of the 15 projects; from his £2m fund; but not: the value of the grants is
    return any(
        words[at] in ("from", "of") and words[at + 1] in vocabulary.ITS and vocabulary.IS.isdisjoint(words[at + 2 :])
        for at in range(max(len(words) - 4, 0), len(words) - 1)
    )


def _names_a_thing(behind: list[str]) -> bool:
    for word in behind[:6]:
        if word in vocabulary.JOINING:
            return False
        if word in vocabulary.THINGS:
            return True
    return False


def may_speak_of_else(text: str, year: int, month: int) -> bool:
    """Return whether a sentence may speak of other money than that of a round announced in that month."""
    words = words_of(text)
    if holds(words, vocabulary.ELSEWHERE) or any(mark in text for mark in '“”"?') or is_of_one_place(text):
        return True
    if not leads_to_the_list(text) and holds(words, vocabulary.RUNNING):
        return True
    if any(_MONTHS.get(word, month) not in (month, _MAY) for word in words):  # “may” is a verb, too
        return True
    return any(int(named) != year for named in re.findall(_YEAR, text))


def is_of_another_time(text: str) -> bool:
    """Return whether a sentence tells of a year so far, or of an earlier time, beside or in place of the round."""
    return holds(words_of(text), vocabulary.ANOTHER_TIME)


def is_of_one_place(text: str) -> bool:
    """Return whether a sentence speaks of projects or grants in a place: “projects in Leyland”, which may not be all."""
    return any(
        match[1].casefold() in vocabulary.COUNTED and match[2].casefold() not in _MONTHS
        for match in re.finditer(r"(\w+) (?:in|from|near|around) (?:the )?([A-Z]\w+)", text)
    )


def is_awarded(said: Said) -> bool:
    """Return whether a word of giving or getting stands close by a figure, with no other figure between."""
    before = words_of(said.before)[-_NEAR_BEFORE:]
    behind = words_of(said.behind)[:_NEAR_BEHIND]
    return not vocabulary.AWARDED.isdisjoint(before) or not vocabulary.AWARDED.isdisjoint(behind)


def is_plain_count(said: Said, names: Iterable[str]) -> bool:
    """Return whether a count is of just projects or grants: “six community projects”, not “two new ones in Leyland”.

    ``names`` are the strands, whose words may stand before the noun.
    """
    noun = words_of(said.claim.noun)
    own = {word for name in names for word in words_of(name)}
    at = next((at for at, word in enumerate(noun) if word in vocabulary.COUNTED), len(noun))
    if said.claim.value == 1 or any(word not in vocabulary.NEUTRAL and word not in own for word in noun[:at]):
        return False
    behind = words_of(said.behind)
    last = next((at for at, word in enumerate(behind) if word in vocabulary.COUNTED), 0)
    follows = behind[last + 1 : last + 3]
    if not follows or follows[0] not in vocabulary.NARROWING:
        return True
    after = follows[1] if len(follows) > 1 else ""
    return after in vocabulary.NOT_NARROW or after in _MONTHS


def leads_to_the_list(text: str) -> bool:
    """Return whether a sentence leads over to the list of grants."""
    return text.rstrip("\ufffc \n").endswith(":") or holds(words_of(text), vocabulary.LEADING)


def holds(words: Iterable[str], phrases: tuple[str, ...]) -> bool:
    """Return whether one of the phrases stands in the words."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _begins(words: list[str], phrases: tuple[str, ...]) -> bool:
    text = f"{' '.join(words)} "
    return any(text.startswith(f"{phrase} ") for phrase in phrases)
