"""Lines that an editor, an e-mail or a PDF wrapped -> paragraphs again.

A line was wrapped where the next word would not have fitted on it. That is told from the lines of the whole text; where
it cannot be told, lines stay apart.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import AMOUNT_ALONE
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.papers.lines.lines import Line

_WIDEST = 160  # characters: no program wraps lines any later
_NARROWEST = 30
_LONGEST_WORD = 35
_RAGGED = 70  # characters: in narrower columns a tenth less is a line of its own
_LONGEST_AMOUNT = 40
_SMALL = (
    "a an and as at between by for from in including into its no of on or our over that the their these this to was were"
    " which will with within would has have had is are be been & £"
)
_OPEN_WORDS = frozenset(_SMALL.split())
_AMOUNT_END = re.compile(r"£\s?[\d,]*\d(?:\.\d+)?\s?(?:k|m|million|bn)?\)?[.;,]?$|^[\d,]+\.\d\d$", re.IGNORECASE)
_SEVERAL = re.compile(r"[^\s.•·-] {3,}\S")  # cells of a table
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Parts that a hyphen stays behind: “anti-social”, “re-offending”, “multi-agency”.
_PARTS = (
    "all anti best by co community county cross cyber day de early e ex face follow force four front full half hard high"
    " in inter key knife late local long low mid mini multi near new no non off old on one out over part peer place police"
    " post pre pro problem re round school second self semi short six small so sub ten third three trauma two under up"
    " value vice victim well wide world year young zero"
)
_KEPT = frozenset(_PARTS.split())


@dataclass(frozen=True, slots=True)
class Wraps:
    """How the lines of a text are wrapped: the width, 0 where they are not; the words that it has.

    ``surely`` is the width that a full line has at least (letters of a PDF are not all as wide). ``hyphenates``: words
    may be parted at line ends. ``spaced``: paragraphs have blank lines between.
    """

    width: int
    words: frozenset[str]
    surely: int = 0
    hyphenates: bool = False
    spaced: bool = True


def how_wrapped(lines: Sequence[Line], *, slack: int = 0, hyphenates: bool = False) -> Wraps:
    """Return how the lines of a text are wrapped; ``slack`` in per cent is how far a full line may fall short."""
    widths = sorted((len(line.shown) for line in lines if _tells(line)), reverse=True)
    # A few lines are longer than the rest in many a text: they say nothing of the width.
    width = widths[len(widths) // 50] if widths else 0
    surely = width - width * slack // 100
    pairs = [
        (one, two)
        for one, two in pairwise(lines)
        if not two.gap and not two.turned and len(one.shown) * 5 > width * 3 and not _SEVERAL.search(one.shown)
    ]
    wrapped = sum(_would_not_fit(one, two, surely) and _goes_on(two.text) for one, two in pairs)
    longer = sum(len(line.shown) > _WIDEST for line in lines)
    if longer * 10 > len(lines) or wrapped * 8 < len(pairs):
        width = surely = 0
    gaps = sum(line.gap > 0 for line in lines)
    words = frozenset(word.casefold() for line in lines for word in _WORD.findall(line.text))
    return Wraps(width, words, surely, hyphenates, spaced=gaps * 8 >= len(lines))


def _tells(line: Line) -> bool:
    """Return whether a line tells of the width: none does that is longer than any wrapping, or holds an address."""
    shown = line.shown
    return len(shown) <= _WIDEST and not _SEVERAL.search(shown) and max(map(len, line.text.split())) < _LONGEST_WORD


def _would_not_fit(one: Line, two: Line, width: int) -> bool:
    """Return whether the first word of a line had no room on the one above it."""
    word = two.text.split(maxsplit=1)[0]
    return width > 0 and len(one.shown) + 1 + len(word) > width


def _is_nearly_full(one: Line, two: Line, wraps: Wraps) -> bool:
    """Return whether hardly a word more had room on a line of a text whose paragraphs blank lines part: as hands wrap, raggedly."""
    return (
        wraps.spaced
        and wraps.width >= _RAGGED
        and not _SEVERAL.search(one.shown)
        and _would_not_fit(one, two, wraps.width - wraps.width // 10)
    )


def _goes_on(text: str) -> bool:
    """Return whether a line begins in the middle of a sentence."""
    start = text.lstrip()
    return (
        start[:1].islower()
        or start[:1] in "(&)–—,;/"
        or start[:2] == "- "
        or (start[:1] in "“‘\"'" and start[1:2].islower())
    )


def joins(one: Line, two: Line, wraps: Wraps) -> bool:
    """Return whether a line without a label goes on with the paragraph of the line directly above it."""
    above, below = one.text.rstrip(), two.text.strip()
    last = above.rsplit(maxsplit=1)[-1]
    if two.gap and not two.turned:
        return False
    if two.turned:  # what stood between is gone: only a sentence that goes on tells
        return below[:1].islower() and above[-1] not in ".!?:;" and len(above) >= _NARROWEST
    full = _would_not_fit(one, two, wraps.surely)
    if (last.casefold() in _OPEN_WORDS and " " in above) or _is_parted(above, below):
        return True
    if AMOUNT_ALONE.fullmatch(below) and below[0] in "£0123456789":
        return above[-1] in ",–—-"  # the last line of a grant that is set out in lines
    if above[-1] in ",–—" or (above[-1] == "-" and full):
        return full or len(above) >= _NARROWEST
    nearly = full or _is_nearly_full(one, two, wraps)
    if above[-1] in ":;" or ends_in_amount(above):
        return (nearly if above[-1] not in ":;" else full) and above[-1] != ";" and _goes_on(below)
    if above[-1] in ".!?":
        return full and wraps.spaced
    ragged = nearly and above.count("£") != 1 and below[0] not in "£0123456789"
    return full or ragged or (below[:1].islower() and len(one.shown) >= max(_NARROWEST, wraps.width * 3 // 5))


def _is_parted(above: str, below: str) -> bool:
    """Return whether a word or a figure was parted by a hyphen: “anti-” and “social”, “2023-” and “24”."""
    return (
        above.endswith("\u00ad") or re.search(r"[^\W\d_]-\n[^\W\d_]|\d-\n\d", f"{above[-2:]}\n{below[:1]}") is not None
    )


def ends_in_amount(text: str) -> bool:
    """Return whether the last words of a line are an amount."""
    return _AMOUNT_END.search(text.rstrip()[-_LONGEST_AMOUNT:]) is not None


def glued(parts: Iterable[str], wraps: Wraps) -> str:
    """Return the lines of a paragraph as one, words that were parted at a line's end made whole."""
    made: list[str] = []
    for part in parts:
        words = part.strip()
        if not made:
            made.append(words)
        elif words:
            made[-1], words = _put_together(made[-1], words, wraps)
            made.append(words)
    return "".join(made).replace("\u00ad", "")


def _put_together(one: str, two: str, wraps: Wraps) -> tuple[str, str]:
    """Return two lines that are one, the first with what belongs between them."""
    if not one or one.endswith("\u00ad"):
        return one.removesuffix("\u00ad"), two
    first, second = re.search(r"([^\W\d_]+)-$", one[-_LONGEST_WORD:]), re.match(r"[^\W\d_]+", two)
    if first is None or second is None or not two[:1].islower():
        # “2023-” and “24”, “Anti-” and “Social”, “and/” and “or”; but “Hyndburn-” and “£9,500”.
        parted = _is_parted(one, two) or re.search(r"\w/\n\w", f"{one[-2:]}\n{two[:1]}") is not None
        return (one, two) if parted else (f"{one} ", two)
    whole, hyphened = f"{first[1]}{second[0]}".casefold(), f"{first[1]}-{second[0]}".casefold()
    if hyphened in wraps.words:
        return one, two
    if whole in wraps.words or (wraps.hyphenates and first[1].casefold() not in _KEPT):
        return one[:-1], two
    return one, two
