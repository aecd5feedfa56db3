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

_PLACEHOLDER = r"(?s)\{\{.*?\}\}"
_MARKS = r"\]\([^)\s]*\)|\*+"
# A sentence ends at a stop before a capital or figure, or where its line is followed by a blank one. It is looked for
# where signs beyond Latin-1 have others in their place: an expression with those takes three times as long to compile.
_END = re.compile(r"[.?!][\"')\]]*\s+(?=[\"'«`(\[]*[A-ZÀ-Þ0-9£])|[:;]\s*\n[ \t]*\n|\n[ \t]*\n")
_IN_LATIN = str.maketrans(dict(zip("…“”‘’ŴŶ\ufffc", ".«\"`'WYX", strict=True)))
_SHORT_WORDS = (
    "c ca approx appr est max min no nos p pp para paras s ss St Mr Mrs Ms Dr Cllr Insp Supt Sgt v vs cf inc incl excl Op Ch Rev"
    " Prof Hon Co Ltd"
)
_ABBREVIATED = frozenset(_SHORT_WORDS.split())


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
    plain = re.sub(_PLACEHOLDER, _filled, text) if "{{" in text else text
    if "*" in plain or "](" in plain:
        plain = re.sub(_MARKS, lambda mark: " " * len(mark[0]), plain)
    for name in names:
        plain = plain.replace(name, PUT_IN * len(name))
    for offset in bullets:
        plain = f"{plain[:offset]}{PUT_IN}{plain[offset + 1 :]}"
    return plain


def _filled(placeholder: re.Match[str]) -> str:
    return PUT_IN * len(placeholder[0])


def _spans(plain: str, offsets: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield block, start and end of each sentence."""
    in_latin = plain.translate(_IN_LATIN)
    for number, start in enumerate(offsets):
        last = offsets[number + 1] if number + 1 < len(offsets) else len(plain)
        at = start
        for end in _END.finditer(in_latin, start, last):
            if plain[end.start()] == "." and _is_abbreviated(plain[at : end.start()]):
                continue
            yield number, at, end.end()
            at = end.end()
        if plain[at:last].strip():
            yield number, at, last


def _is_abbreviated(words: str) -> bool:
    """Return whether a stop behind the words belongs to the last of them: “approx.”, “St.”, “e.g.”, “J.”."""
    if words[-1:].isspace():
        return False
    last = words[-10:].split()[-1:]
    whole = last[0] if last else ""
    letters = whole
    while letters and not letters.isalnum():
        letters = letters[1:]
    if len(letters) == 1 and "A" <= letters <= "Z":
        return True
    return letters in _ABBREVIATED or whole.endswith(("e.g", "i.e"))
