"""Lines of a list that are written alike: one that leaves out a pound sign, or a mark, is read as those beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines.amounts.counted import is_count
from pcp_reports.audit.lines.amounts.sums import bare_sum, sums_in
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.read import ReadLine
from pcp_reports.audit.lines.reading import read_with
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.passage import Passage

_FEWEST = 2
_NEAR = 2  # lines between one that was read and one that is read as it is
_LONGEST = 1000  # characters of a line
_NOTE = re.compile(r"\s*\([^()]{3,200}\)[\s.]*")
_NUMBER = r"(?P<sum>[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[1-9][0-9]{1,6}(?:\.[0-9]{2})?)"
_BARE = {
    "bracket": re.compile(rf"(?P<who>[^()£]{{2,120}}?)\s*\(\s*{_NUMBER}\s*[.,]?\s*\)"),
    "mark": re.compile(
        rf"(?P<who>[^£]{{2,400}}?)(?:\s[-–—]+|[:–—|\t]|\.{{2,}}|…)\s*{_NUMBER}(?=[\s.;,]*$|\s+(?:to|for|towards?)\s)"
    ),
    "glued": re.compile(rf"(?P<who>[^£:]{{2,120}}?[^\W\d_)]\)?){_NUMBER}(?=[\s.;,]*$)"),
    "blank": re.compile(rf"(?P<who>[^£:]{{2,120}}?)\s+{_NUMBER}(?=[\s.;,]*$)"),
}
"""A number without a pound sign, where the lines beside it have their sum: in brackets, behind a mark, behind a blank."""
_LIKE_A_HEADING = re.compile(rf"[^£]{{2,80}}?(?:\s[-–—]+|:)\s*{_NUMBER}(?:\s+(?:for|to|towards?)\s[^£]{{2,60}})?")
"""A short line of a text file that looks like a heading, for want of a full stop and of a pound sign."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: its place among the passages, and how its sum is set in it; empty where none was read."""

    at: int
    place: str


def with_lines_alike(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, a line that could not be read as the lines beside it are set.

    Among “Guides (£500)” and “Scouts (£600)” the line “Cubs (700)” is a grant of £700; beside “Hall £500” and “Club
    £600” so is “Money put by for the costs of next year £700”. Two lines at least must show it, and most of those read.
    """
    made = dict(reads)
    for run in _runs(passages):
        lines = [_line(at, passages[at].text, reads.get(at)) for at in run]
        known = [one for one in lines if one.place]
        if len(known) < _FEWEST or len(known) == len(lines):
            continue
        usual = _usual(known)
        for number, one in enumerate(lines):
            text, read = passages[one.at].text, reads.get(one.at)
            if not any(other.place for other in lines[max(0, number - _NEAR) : number + _NEAR + 1]):
                continue
            if not one.place and usual == "front" and _PARTED.match(text.lstrip()) is not None:
                made[one.at] = _parted(text, one.at) or reads[one.at]
                continue
            if one.place or (read is not None and (read.shape is not Shape.NOTHING or read.cut)):
                continue
            found = _without_sign(text, one.at, usual) if "£" not in text else _unmarked(text, one.at, usual, locale)
            if found is not None:
                made[one.at] = found
    return made


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Yield the places of lines that stand in one list: of one sort and depth, notes in brackets between them left out."""
    run: list[int] = []
    for at, one in enumerate(passages):
        if run and _NOTE.fullmatch(one.text) is not None and one.sort in (Sort.TEXT, Sort.ITEM):
            continue
        first = passages[run[0]] if run else one
        fits = one.sort in (Sort.TEXT, Sort.ITEM) and len(one.text) <= _LONGEST and bool(one.text.strip())
        alike = (one.sort, one.level, one.numbered) == (first.sort, first.level, first.numbered)
        if run and first.sort is Sort.TEXT and one.sort is Sort.HEADING and _LIKE_A_HEADING.fullmatch(one.text):
            run.append(at)
            continue
        if run and not (fits and alike):
            if len(run) > _FEWEST:
                yield run
            run = []
        if fits:
            run.append(at)
    if len(run) > _FEWEST:
        yield run


def _line(at: int, text: str, read: ReadLine | None) -> _Line:
    """Return how the one sum of a line is set in it."""
    if read is None or len(read.awards) != 1 or read.shape is not Shape.LINE:
        return _Line(at, "")
    claim = read.awards[0].claim
    found = -1 if claim is None else text.find(claim.text)
    if claim is None or found < 0 or not claim.text.startswith("£"):
        return _Line(at, "")
    before = text[:found].strip()
    if not before:
        return _Line(at, "" if _PARTED.match(text.lstrip()) else "front")
    last = not text[found + len(claim.text) :].strip(" .;,)")
    if before.endswith("("):
        return _Line(at, "bracket")
    if before.endswith(("-", "–", "—", ":", "|", "…", "..")) or "\t" in text[len(before) : found]:
        return _Line(at, "mark")
    if last and text[found - 1].isalnum():
        return _Line(at, "glued")
    return _Line(at, "blank" if last else "")


def _without_sign(text: str, at: int, place: str) -> ReadLine | None:
    """Return the line whose number stands where the others have their sum, their usual ``place``, as a grant of as much; else None."""
    found = _BARE[place].match(text) if place in _BARE else None
    if found is None or is_count(text) or not naming.is_name(_name(found["who"])):
        return None
    shown = found["sum"]
    plain = "," not in shown and "." not in shown
    if plain and (_YEAR.fullmatch(shown) or (place != "mark" and len(shown) < len("100"))):
        return None  # “Project 2000”, “Guides (25)”
    read = read_with(text, (bare_sum(text, *found.span("sum")),), passage=at)
    return read if len(read.awards) == 1 or read.shape is Shape.TOTAL else None


_PARTED = re.compile(r"£(?P<sum>[1-9][0-9]{0,2})\s(?P<name>[1-9][0-9]{2}(?:st|nd|rd|th)?\s[A-Z])")


def _parted(text: str, at: int) -> ReadLine | None:
    """Return the line whose sum stands in front of a name that begins with a number: “£315 412 Squadron”; else None.

    Where the lines beside it set their sums without a blank, “£315 412” is no sum of thousands.
    """
    found = _PARTED.search(text)
    if found is None:
        return None
    read = read_with(text, (replace(bare_sum(text, *found.span("sum")), start=found.start()),), passage=at)
    return read if len(read.awards) == 1 and read.awards[0].amount is not None else None


def _unmarked(text: str, at: int, usual: str, locale: str) -> ReadLine | None:
    """Return the line whose sum stands last behind a blank, as that of the others does, read as if a mark stood there."""
    sum_at = text.find("£")
    if sum_at < 1 or not text[sum_at - 1].isspace() or text.count("£") > 1:
        return None
    if usual != "blank" or len(text) > _SHORT:
        return None
    sums = sums_in(text, locale=locale)
    if len(sums) != 1 or sums[0].pence is None or text[sums[0].end :].strip(" .;,)"):
        return None
    who, what = splitting.split(text[: sums[0].start])
    if not naming.is_name(who) or naming.is_generic(who) or naming.is_finance(who) or naming.is_total(who):
        return None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    award = Award(who, what, Money(sums[0].pence), at, start, end, sums[0].claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)


_SHORT = 120


def _usual(known: Sequence[_Line]) -> str:
    """Return how most of the lines set their sum; empty where no way is the usual one."""
    ways = [one.place for one in known]
    usual = max(sorted(set(ways)), key=ways.count)
    return usual if ways.count(usual) >= _FEWEST and 2 * ways.count(usual) > len(ways) else ""


def _name(words: str) -> str:
    """Return the words in which a line names somebody, before any mark."""
    return re.split(r"\s+[-–—]+\s+|:\s|\t|,\s", words.strip(" \t–—-:"))[0]
