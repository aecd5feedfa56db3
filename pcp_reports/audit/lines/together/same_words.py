"""Lists whose lines have the same words between what differs: whoever gets it is named at the same place of each.

“Tents, run by Elm Club, gets £500”, “£500 buys tents for Elm Club”: no verb need be known. What all lines have in common
is taken off; where what is left at one place is a name in every line, each another, and each line has one sum, they are
lines of grants, beneath words that speak of grants.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.amounts.roles import Role, cast
from pcp_reports.audit.lines.amounts.sums import Sum, sums_in
from pcp_reports.audit.lines.names import naming, splitting, subjects
from pcp_reports.audit.lines.read import ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.audit.words.above import speak_of_grants
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.passage import Passage

_FEWEST = 3
_LONGEST = 260  # characters of a line
_LONGEST_RUN = 400  # lines: no office has more grants in one list that are written in no usual way
_TOKEN = re.compile(rf"{MARK}|[’']s(?!\w)|[^\W_](?:[\w&+]|(?![’']s(?!\w))[-’'./](?=\w))*|[^\w\s]")
_OTHER_MONEY = re.compile(
    r"(?i)\b(?:last|previous(?:ly)?|earlier|already|before|rais(?:ed|es|ing)|lottery|government|refus\w+|declin\w+|turned|unsuccessful|appl(?:ied|ies)"
    r"|request\w*|sought|hop(?:es|ed)|cost(?:s|ing)?|worth|spen[dt]s?|spending|saved?|budget|turnover|bill|fees?|charges?|sold|sales?|needs?|needed|fined?|owes?|owed"
    r"|from(?! (?:the|this|our) (?:fund|scheme|pot|commissioner|p?f?cc|panel|round|grant)\b)|match\w*|income|each|per|up|between|million|increase[ds]?|reduced|rose|fell|contracts?|quot(?:es?|ed)|salary|paying|stolen|lost|seized)\b"
)
"""What the words that lines have in common must not say of their sums."""

_DEED = re.compile(
    r"(?i)(?:to|that|award|grant|offer|pay|give|approve|agree|fund|donat|support|cheque|with|for|an?|the|£|allocat|there|applicant|organi[sz]ation|recipient|group|name)\w*"
)
"""How a line begins that names nobody at once: “Award Elm Club £500”."""

_DEED_FIRST = re.compile(
    r"(?:Award(?:ed)?|Offer(?:ed)?|Pay|Give|Given|Grant(?:ed)?|Approved?|Agreed?|Cheque|Donate[ds]?|There|With|For)\s"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with one sum: its place among the passages, its words with a mark for the sum, and where each word stands."""

    at: int
    text: str
    sum: Sum
    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def between(self, first: int, stop: int) -> str:
        """Return the words from one token up to another, as printed."""
        return self.text[self.spans[first][0] : self.spans[stop - 1][1]] if first < stop else ""


def with_same_words(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, lines of one make that were not read, or read amiss, as grants to those that they name."""
    made = dict(reads)
    for run in runs(passages):
        if (
            len(run) > _LONGEST_RUN
            or all(is_sound(reads.get(at)) for at in run)
            or not speak_of_grants(passages, run[0])
        ):
            continue
        lines = [line for at in run if (line := _line(at, passages[at].text, reads.get(at), locale)) is not None]
        odd = [line for line in lines if not is_sound(reads.get(line.at))]
        named = _named(odd) or _named(lines)
        if not named and passages[run[0]].sort is Sort.TEXT:  # a sentence about the list stands beneath it, or above it
            named = _named(lines[:-1]) or _named(lines[1:]) or _named(lines[1:-1])
        made |= {at: read for at, read in named.items() if not _agrees(reads.get(at), read)}
    return made


def runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Yield the places of lines with a sum that stand in one list, or of paragraphs with one that follow one another."""
    run: list[int] = []
    for at in range(len(passages) + 1):
        one = passages[at] if at < len(passages) else None
        fits = one is not None and one.sort in (Sort.TEXT, Sort.ITEM) and "£" in one.text and len(one.text) <= _LONGEST
        if run and (not fits or one is None or not _alike(one, passages[run[0]])):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if fits:
            run.append(at)


def _alike(one: Passage, other: Passage) -> bool:
    return (one.sort, one.level, one.numbered) == (other.sort, other.level, other.numbered)


def is_sound(read: ReadLine | None) -> bool:
    """Return whether a line was read as one grant, or several, to those whom it names."""
    if read is None or not read.awards:
        return False
    names = [one.recipient for one in read.awards]
    return all(naming.is_name(name) and not name[0].islower() and _DEED_FIRST.match(name) is None for name in names)


def _agrees(read: ReadLine | None, found: ReadLine) -> bool:
    """Return whether a line was read well, so that the reading stays: it names the same, or another by itself."""
    if not is_sound(read) or read is None:
        return False
    who = found.awards[0].recipient
    plainly = subjects.is_body(who)
    return all(
        one.recipient == who or (who not in one.recipient and (subjects.is_body(one.recipient) or not plainly))
        for one in read.awards
    )


def _line(at: int, text: str, read: ReadLine | None, locale: str) -> _Line | None:
    """Return a line with one plain sum of an award; None for any other, and for one that says that nothing was given."""
    if read is not None and (read.total is not None or read.cut or len(read.awards) > 1):
        return None
    said = [*(read.awards if read is not None else ()), *([read.part] if read is not None and read.part else [])]
    if any(one.standing is not Standing.AWARDED for one in said):
        return None
    sums = sums_in(text, locale=locale)
    if len(sums) != 1 or sums[0].pence is None or sums[0].each or cast(text, sums)[0].role is not Role.AWARD:
        return None
    masked = f"{text[: sums[0].start]}{MARK}{text[sums[0].end :]}"
    first = len(text) - len(splitting.without_bullet(text))
    found = [one for one in _TOKEN.finditer(masked, max(0, first)) if one[0] != "*"]
    if sum(one[0] == MARK for one in found) != 1:
        return None
    longer = sums[0].end - sums[0].start - 1
    spans = tuple(
        (one.start() + longer * (one.start() > sums[0].start), one.end() + longer * (one.end() > sums[0].start))
        for one in found
    )
    return _Line(at, text, sums[0], tuple(one[0] for one in found), spans)


def _named(lines: Sequence[_Line]) -> dict[int, ReadLine]:
    """Return the lines as grants to those who are named at one place of each; none where no place names somebody in every line."""
    if len(lines) < _FEWEST:
        return {}
    common = _common(lines)
    if _OTHER_MONEY.search(" ".join(common)) is not None:
        return {}
    best: list[str] = []
    for way in _WAYS:
        parts = [_parts(line, common, *way) for line in lines]
        for number in range(len(common) + 1):
            names = [_name(line, common, number, part[number]) for line, part in zip(lines, parts, strict=True)]
            if all(names) and len(set(names)) == len(names) and _bodies(names) > _bodies(best):
                best = names
    return {line.at: _award(line, name) for line, name in zip(lines, best, strict=False)} if best else {}


_WAYS = ((True, False), (True, True), (False, False), (False, True))
"""Where “for” is common to all lines and stands twice in some, it may be either; the names tell which."""


def _bodies(names: Sequence[str]) -> int:
    """Return how plainly the names are those of bodies."""
    return len(names) and 1 + sum(map(subjects.is_body, names))


def _common(lines: Sequence[_Line]) -> list[str]:
    """Return the words that all lines have in common, in their order; the mark of the sum is one of them."""
    first, *others = lines
    mark = first.tokens.index(MARK)
    left, right = list(first.tokens[:mark]), list(first.tokens[mark + 1 :])
    for line in others:
        at = line.tokens.index(MARK)
        left, right = _shared(left, line.tokens[:at]), _shared(right, line.tokens[at + 1 :])
    return [*left, MARK, *right]


def _shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the longest sequence of words that stands in both, whatever stands between them."""
    rest = iter(other)
    if all(word in rest for word in one):
        return list(one)  # as nearly always, once the first lines have been compared
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if one[i] == other[j] else max(table[i + 1][j], table[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append(one[i])
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _parts(line: _Line, common: Sequence[str], ahead_last: bool, behind_last: bool) -> list[tuple[int, int]]:
    """Return what stands between the common words, as the places of its first word and of the next common one.

    Ahead of the sum, and behind it, each is taken as late as may be, or as early.
    """
    mark, at = line.tokens.index(MARK), common.index(MARK)
    left = _places(line.tokens[:mark], common[:at], last=ahead_last)
    right = _places(line.tokens[mark + 1 :], common[at + 1 :], last=behind_last)
    places = [*left, mark, *(mark + 1 + place for place in right)]
    return list(zip([0, *(place + 1 for place in places)], [*places, len(line.tokens)], strict=True))


def _places(tokens: Sequence[str], words: Sequence[str], *, last: bool) -> list[int]:
    """Return where words that stand in order among others stand: each as early as may be, or as late."""
    if last:
        return [len(tokens) - 1 - place for place in reversed(_places(tokens[::-1], words[::-1], last=False))]
    places: list[int] = []
    for word in words:
        places.append(next(n for n in range(places[-1] + 1 if places else 0, len(tokens)) if tokens[n] == word))
    return places


def _name(line: _Line, common: Sequence[str], number: int, part: tuple[int, int]) -> str:
    """Return the name at a place of a line, with words of it that all lines share; empty where it names nobody."""
    first, stop = part
    if first >= stop:
        return ""
    ahead = list(takewhile(_is_of_name, reversed(common[:number])))
    while ahead and first - len(ahead) <= 0 and _DEED.fullmatch(ahead[-1]) is not None:
        ahead.pop()
    behind = list(takewhile(_is_of_name, common[number:]))
    first = _back(line, first, ahead)
    for word in behind:
        if stop < len(line.tokens) and line.tokens[stop] == word:
            stop += 1
    who = naming.without_article(naming.tidied(line.between(first, stop)))
    sound = naming.is_name(who) and not naming.is_generic(who) and not naming.is_finance(who)
    return who if sound and not naming.is_own_office(who) and not naming.is_total(who) and MARK not in who else ""


def _back(line: _Line, first: int, ahead: Sequence[str]) -> int:
    """Return where a name begins with the words ahead of it, the nearest first, that belong to it."""
    for word in ahead:
        if first and line.tokens[first - 1] == word:
            first -= 1
    return first


def _is_of_name(word: str) -> bool:
    return word != MARK and word[0].isupper()


def _award(line: _Line, who: str) -> ReadLine:
    start, end = len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())
    at = line.text.find(who)
    before = line.text[at + len(who) : line.sum.start] if 0 <= at < line.sum.start else line.text[: line.sum.start]
    what = splitting.purpose_behind(line.text[line.sum.end :]) or naming.tidied(before)
    award = Award(who, "" if who in what else what, Money(line.sum.pence or 0), line.at, start, end, line.sum.claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)
