"""A grant line typed over in Word: the same grant better worded, or another body's, to whom nothing of the entry belongs.

A grant keeps more than its line prints: the body's identifier, its district, the reason. Those were written of the body
that was named, and would be published of another one.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.pairing import alike
from pcp_reports.comparing.words.alike import nearly
from pcp_reports.printed.patterns import word_set
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.comparing.entries.grant_line import GrantLine
    from pcp_reports.nodes import Block as Group
    from pcp_reports.nodes import Text

OTHER_BODY = "it may be another body than the entry names"
OTHER_PURPOSE = "it is another purpose, and what else the entry says of the grant was written of the old one"
_LINE = ("recipient", "purpose", "amount", "projects")
_OF_PURPOSE = ("reason", "conditions", "reference")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SLIGHT = word_set("the a an of and for in at to y yr i o ltd limited plc cic cio trust charity")
_SAME = {"ltd": "limited", "st": "saint", "assoc": "association", "assn": "association", "co": "company"}
_PURPOSE_ALIKE = 0.4
_LONG = 8  # letters; a word so long may have two of them otherwise
_SHORT = 4  # one that is shorter, none


def is_another(old: GrantLine, new: GrantLine) -> bool:
    """Return whether a line that stands in the place of another is another grant: another body, another purpose."""
    return not is_same_body(old.recipient, new.recipient) and not is_same_purpose(old.purpose, new.purpose)


def doubt_of(grant: Group, old: GrantLine, new: GrantLine) -> str:
    """Return why the words of a line must not be typed into a grant, as a clause; nothing where they may be."""
    if not is_same_body(old.recipient, new.recipient) or _stands_elsewhere(grant, old.recipient, new.recipient):
        return OTHER_BODY
    purpose = is_same_purpose(old.purpose, new.purpose) or not any(name in _OF_PURPOSE for name in staying(grant))
    return "" if purpose else OTHER_PURPOSE


def staying(grant: Group) -> list[str]:
    """Return the keys of a grant that its line does not print, in the order typed."""
    return [str(name) for name, value in grant.items() if name not in _LINE and str(value).strip()]


def to_look_at(path: str, line: int, grant: Group) -> str:
    """Return what to do with a line that may be another body's grant, or is for another purpose."""
    names = [quoted(name) for name in staying(grant)]
    look = f", and look at {listed(names)} beneath it, which would stay" if names else ""
    return (
        f"If it is the same grant, type it in {path}, line {line}{look}. If not, take that grant out and add this one."
    )


def is_same_body(old: str, new: str) -> bool:
    """Return whether two names may be one body's: spelt otherwise, or with words more or words less."""
    if nearly(old, new):
        return True
    gone, came, same = _differing(old, new)
    return same and not (gone and came)


def is_same_purpose(old: str, new: str) -> bool:
    """Return whether two purposes are worded alike."""
    if nearly(old, new) or alike(" ".join(_words(old)), " ".join(_words(new))) >= _PURPOSE_ALIKE:
        return True
    gone, came, same = _differing(old, new)
    return same and not (gone and came)


def _differing(old: str, new: str) -> tuple[list[str], list[str], bool]:
    """Return the words of weight that went, those that came, and whether any stayed, if spelt otherwise."""
    gone, came, stayed = [], [], False
    for was, now in _stretches(_words(old), _words(new)):
        if "".join(was) == "".join(now) or _spelt(was, now):
            stayed = stayed or any(word not in _SLIGHT for word in was)
            continue
        gone += [word for word in was if word not in _SLIGHT]
        came += [word for word in now if word not in _SLIGHT]
    return gone, came, stayed


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for _, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[first:last], new[new_first:new_last]


def _spelt(old: list[str], new: list[str]) -> bool:
    """Return whether words are others by their spelling alone."""
    return len(old) == len(new) and all(_near(one, other) for one, other in zip(old, new, strict=True))


def _near(one: str, other: str) -> bool:
    if any(sign.isdigit() for sign in one + other):
        return one == other
    shortest = min(len(one), len(other))
    return _letters_apart(one, other) <= (shortest >= _SHORT) + (shortest >= _LONG)


def _letters_apart(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        made = [at]
        for to, letter in enumerate(other, 1):
            cost = min(row[to] + 1, made[to - 1] + 1, row[to - 1] + (sign != letter))
            if at > 1 and to > 1 and (sign, one[at - 2]) == (other[to - 2], letter):
                cost = min(cost, before[to - 2] + 1)
            made.append(cost)
        before, row = row, made
    return row[-1]


def _stands_elsewhere(grant: Mapping[Text, object], old: str, new: str) -> bool:
    """Return whether a word that was spelt otherwise stands, as it was, in what else the entry says: “district: Bolton”."""
    others = {word for name, value in grant.items() if name not in _LINE for word in _words(str(value))}
    pairs = _stretches(_words(old), _words(new))
    return any(not others.isdisjoint(set(was) - _SLIGHT) for was, now in pairs if was != now and now)


def _words(text: str) -> list[str]:
    return [_SAME.get(word, word) for word in _WORD.findall(text.casefold())]
