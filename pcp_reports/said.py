"""Every figure typed in the prose of an entry, with the sentence it stands in.

Placeholders, marks of bold and italic, and the addresses of links are blanked out first, each character by one, so
that what is found keeps its place in the text as typed; a placeholder becomes `PUT_IN`, which no figure runs across.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.claims import find
from pcp_reports.prose import read_prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.claims import Claim

PUT_IN = "\ufffc"
"""What stands for each character that is put in or taken out: a placeholder, a name, the hyphen of a bullet."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_MARKS = re.compile(r"\]\([^)\s]*\)|\*+")
# A sentence ends at a stop before a capital or figure, or where its line is followed by a blank one.
_END = re.compile(r"[.?!…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-ZÀ-ÞŴŶ0-9£\ufffc])|[:;]\s*\n[ \t]*\n|\n[ \t]*\n")
_NO_END = re.compile(
    r"(?:\b(?:ca?|approx|appr|est|max|min|nos?|pp?|paras?|ss?|St|Mr|Mrs|Ms|Dr|Cllr|Insp|Supt|Sgt|e\.g|i\.e|vs?|cf"
    r"|inc|incl|excl|Op|Ch|Rev|Prof|Hon|Co|Ltd)|(?:^|\W)[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its words with what is no prose blanked out, and where it begins in the text."""

    text: str
    start: int
    block: int  # the block of `read_prose` that it belongs to
    claims: tuple[Claim, ...]  # their spans count from the start of the text, not of the sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A figure typed in a text: the claim (its span counts from the start of the text) and its sentence."""

    claim: Claim
    sentence: Sentence

    @property
    def before(self) -> str:
        """Return the words of the sentence before the figure."""
        return self.sentence.text[: self.claim.start - self.sentence.start]

    @property
    def behind(self) -> str:
        """Return the words of the sentence behind the figure."""
        return self.sentence.text[self.claim.end - self.sentence.start :]


def sentences_of(text: str, locale: str = "en_GB", names: Iterable[str] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a prose text in order, each with its figures; ``names`` (“4 Me 2”) hold none."""
    within = tuple(name for name in names if name in text)
    return _sentences(str(text), locale, within)


def said_in(text: str, locale: str = "en_GB", names: Iterable[str] = ()) -> tuple[Said, ...]:
    """Return every figure typed in a prose text, in order."""
    return tuple(Said(claim, one) for one in sentences_of(text, locale, names) for claim in one.claims)


@lru_cache(maxsize=512)
def _sentences(text: str, locale: str, names: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Return the sentences. Kept, because several checks and the register look at the same texts."""
    blocks = read_prose(text).blocks
    plain = blanked(text, (block.offset for block in blocks if block.kind.endswith("bullet")), names)
    claims = find(plain, locale)
    made = []
    at = 0
    for number, start, end in _spans(plain, [block.offset for block in blocks]):
        first = at
        while at < len(claims) and claims[at].start < end:
            at += 1
        made.append(Sentence(plain[start:end], start, number, tuple(claims[first:at])))
    return tuple(made)


def blanked(text: str, bullets: Iterable[int] = (), names: Iterable[str] = ()) -> str:
    """Return the text with what is no prose blanked out, character by character; ``bullets`` are hyphens' offsets."""
    plain = _PLACEHOLDER.sub(_filled, text) if "{{" in text else text
    if "*" in plain or "](" in plain:
        plain = _MARKS.sub(lambda mark: " " * len(mark[0]), plain)
    for name in names:
        plain = plain.replace(name, PUT_IN * len(name))
    for offset in bullets:
        plain = f"{plain[:offset]}{PUT_IN}{plain[offset + 1 :]}"
    return plain


def _filled(placeholder: re.Match[str]) -> str:
    return PUT_IN * len(placeholder[0])


def _spans(plain: str, offsets: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield block, start and end of each sentence."""
    for number, start in enumerate(offsets):
        last = offsets[number + 1] if number + 1 < len(offsets) else len(plain)
        at = start
        for end in _END.finditer(plain, start, last):
            if _NO_END.search(plain[max(at, end.start() - 12) : end.start() + 1]):
                continue
            yield number, at, end.end()
            at = end.end()
        if plain[at:last].strip():
            yield number, at, last
