"""How a correction is worded, in English and in Welsh: where it is to be made, and what is to be done there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.phrases import ENGLISH, NTH_PARAGRAPHS_CY, SORTS, WELSH
from pcp_reports.archive.diff.quoting import How, Quote
from pcp_reports.word.printed_lines import AROUND, Line, LineKind
from pcp_reports.words import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FIGURE = re.compile(r"[£$€]?\d+(?:[.,]\d+)*(?:%|k|m|bn)?")
_EXCERPT = 80
_MUTATED = {"p": "ph", "t": "th", "c": "ch"}
_VOWEL = re.compile(r"[aeiouwyâêîôûŵŷ]|8[0-9]?$|1$|11$")  # 8 is wyth, 1 un, 11 un ar ddeg


class Wording:
    """Words corrections in one language: ``en_GB`` or ``cy_GB``."""

    def __init__(self, locale: str = "en_GB") -> None:
        self.welsh = locale.startswith("cy")
        self.words: Mapping[str, str] = WELSH if self.welsh else ENGLISH

    def say(self, name: str, *parts: str) -> str:
        """Return a phrase with its parts put in."""
        return self.words[name].format(*parts)

    def place(self, line: Line) -> str:
        """Return where a line stands: ``Paragraph 8, Community Fund, 180 Programme``."""
        if line.kind is LineKind.HEADING:
            return self.say("heading", line.heading)
        if line.kind in AROUND:
            return self.say(line.kind.value)
        parts = [self._above(line)]
        if line.kind is LineKind.GRANT:
            parts += [line.strand] if line.strand else []
            parts.append(self.say("grant", self.nth(line.nth), line.recipient) if line.alike else line.recipient)
        elif line.kind is LineKind.STRAND:
            parts.append(self.say("strand", line.strand))
        elif line.kind is LineKind.SUB_BULLET and line.bullet:
            parts.append(self.say("sub-bullet", self.nth(line.nth), self.nth(line.bullet)))
        elif line.kind in (LineKind.BULLET, LineKind.SUB_BULLET):
            parts.append(self.say("bullet", self.nth(line.nth)))
        elif line.kind in (LineKind.QUOTATION, LineKind.TABLE):
            parts.append(self.say(line.kind.value, self.nth(line.nth)))
        elif line.kind is not LineKind.NUMBERED:
            parts.append(self.say("text", self.nth(line.nth)))
        return ", ".join(parts)

    def _above(self, line: Line) -> str:
        if line.number:
            return self.say("paragraph", line.number)
        return self.say("under", line.heading) if line.heading else self.words["top"]

    def within(self, line: Line) -> str:
        """Return where a line stands, within a sentence: ``paragraph 8, third bullet``."""
        words = self.place(line)
        return words[:1].lower() + words[1:]

    def around(self, line: Line) -> str:
        """Return what a line stands in, to begin a sentence with: ``Paragraph 9, Community Fund``; ``""`` for a heading."""
        if line.kind is LineKind.HEADING:
            above = line.heading.removesuffix(line.text).rstrip(", ")
            return self.say("under", above) if above else ""
        if line.kind in AROUND:
            return self.say(line.kind.value)
        strand = f", {line.strand}" if line.kind is LineKind.GRANT and line.strand else ""
        return f"{self._above(line)}{strand}"

    def thing(self, line: Line) -> str:
        """Return what a line is within `around`: ``the grant to Guides``, ``the second bullet``."""
        kind, nth = line.kind, self.nth(line.nth)
        if kind is LineKind.HEADING:
            return self.say("the_heading", line.text)
        if kind is LineKind.STRAND:
            return self.say("the_heading", line.strand)
        if kind in AROUND:
            return excerpt(line.text)
        if kind is LineKind.GRANT:
            one = line.recipient
            return self.say("the_nth_grant", nth, one) if line.alike else self.say("the_grant", one)
        if kind is LineKind.SUB_BULLET and line.bullet:
            return self.say("the_sub-bullet", nth, self.nth(line.bullet))
        if kind in (LineKind.BULLET, LineKind.SUB_BULLET, LineKind.QUOTATION, LineKind.TABLE):
            sort = LineKind.BULLET if kind is LineKind.SUB_BULLET else kind
            return self.say(f"the_{sort.value}", nth)
        if kind is LineKind.NUMBERED and not line.number:
            return self.say("the_beginning", excerpt(line.text))
        if self.welsh:
            nth = (
                NTH_PARAGRAPHS_CY[line.nth - 1] if line.nth <= len(NTH_PARAGRAPHS_CY) else f"paragraff rhif {line.nth}"
            )
        return self.say("the_text", nth)

    def told(self, line: Line, place: str = "") -> str:
        """Return what a line is, with how it begins where its name does not tell that; ``place`` is what it stands in."""
        named = " ".join(filter(None, (self.thing(line), place)))
        tells = line.kind in (LineKind.HEADING, LineKind.STRAND, *AROUND)
        return named if tells or excerpt(line.text) in named else f"{named} ({excerpt(line.text)})"

    def inside(self, line: Line) -> str:
        """Return what a line stands in, behind its name: ``under “Community Fund” in paragraph 9``."""
        if line.kind in (LineKind.HEADING, *AROUND):
            place = self.around(line)
            return f"{place[:1].lower()}{place[1:]}"
        strand = self.say("beneath_strand", line.strand) if line.kind is LineKind.GRANT and line.strand else ""
        above = self._above(line)
        place = self.say("in_paragraph", line.number) if line.number else f"{above[:1].lower()}{above[1:]}"
        return f"{strand} {place}".strip()

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a sentence lists them; in Welsh the last is mutated by the “a” before it."""
        if not self.welsh or len(items) < 2:  # noqa: PLR2004 - nothing to join
            return listed(items)
        return f"{', '.join(items[:-1])} {_with(items[-1])}"

    def range(self, first: str, last: str, *, two: bool) -> str:
        """Return paragraphs from one number to another: ``paragraphs 6 to 9``; ``two`` for two in a row."""
        if two:
            return self.say("pair", first, _with(last) if self.welsh else f"and {last}")
        return self.say("range", first, last)

    def nth(self, number: int) -> str:
        """Return a place in words: ``third``; in Welsh, and beyond the tenth, in figures."""
        if self.welsh:
            return str(number)
        if number <= len(_ORDINALS):
            return _ORDINALS[number - 1]
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def quote(self, one: Quote) -> str:
        """Return what is to be done with words: ``for £53,879 read £73,719``."""
        if one.how is How.REPLACE and _FIGURE.fullmatch(one.old) and _FIGURE.fullmatch(one.new):
            return self.say("replace", one.old, one.new)
        old, new = (f"“{text}”" for text in (one.old, one.new))
        return {
            How.REPLACE: self.say("replace", old, new),
            How.INSERT: self.say("insert", old, new),
            How.OMIT: self.say("omit", old),
            How.WHOLE: self.say("whole", new),
        }[one.how]

    def sort(self, kind: LineKind) -> str:
        """Return what a line is set as."""
        return SORTS.get(kind, ("a table", "tabl"))[self.welsh]

    def shifted(self, first: str, last: str, new_first: str, new_last: str) -> str:
        """Return the sentence of paragraphs whose numbers moved."""
        if first == last:
            return self.say("numbers_new", self.say("one", first), self.words["is"], self.say("one", new_first))
        two = in_a_row(first, last)
        new = self.range(new_first, new_last, two=two)
        return self.say("numbers_new", self.range(first, last, two=two), self.words["are"], new)


def in_a_row(first: str, last: str) -> bool:
    """Return whether two numbers follow one another, so that nothing lies between them."""
    return first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1


def _with(words: str) -> str:
    """Return Welsh words behind “and”, which takes the article in, and mutates a noun that begins with c, p or t."""
    for article in ("y ", "yr "):
        if words.startswith(article):
            return f"a'r {words.removeprefix(article)}"
    if _VOWEL.match(words):
        return f"ac {words}"
    return f"a {_MUTATED.get(words[:1], words[:1])}{words[1:]}"


def excerpt(text: str) -> str:
    """Return the beginning of a line in quotation marks."""
    return f"“{shortened(text, _EXCERPT)}”"


def in_row(cells: Sequence[str]) -> str:
    """Return a row of a table on one line, in quotation marks."""
    return f"“{' | '.join(' '.join(cell.split()) for cell in cells)}”"
