"""Where each passage of a paper stands, in the words of somebody who has the paper before them.

“paragraph 9, third bullet”, “section 4, table 2, row 3”, “under “Community Fund”, second bullet”. A place names what is
printed (numbers, headings, tables), counts only what can be counted by eye, and is never given twice in one paper.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from pcp_reports.papers.numbered_names import NumberedNames, bare_label
from pcp_reports.passage import AROUND, Passage, Sort
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
)
_TEENS = (11, 12, 13)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LONGEST_LEAD = 80  # a line longer than this is a sentence, and no name of what stands beneath it
_LONGEST_NAME = 50
_MINOR = 3  # a heading of this level or deeper may stand inside a numbered paragraph
_OUTSIDE = {Sort.HEADER: "page header", Sort.FOOTER: "page footer", Sort.NOTE: "note", Sort.BOX: "text box"}


def with_places(passages: Iterable[Passage], *, lines: bool = False) -> tuple[Passage, ...]:
    """Return the passages with their place in words, each place once; a place that a passage has already is kept.

    With ``lines`` each is numbered by its place among them, too, as those of a file without lines are.
    """
    given = tuple(passages)
    walk = _Walk(given)
    seen: Counter[str] = Counter()
    placed = []
    for number, passage in enumerate(given, 1):
        found = walk.place(passage)
        where = passage.where or found
        seen[where] += 1
        if seen[where] > 1:
            where = f"{where} (the {ordinal(seen[where])} of that name)"
        placed.append(_at(passage, where, number if lines else passage.line))
    return tuple(placed)


_FIELDS = tuple(field.name for field in fields(Passage))
_values = attrgetter(*_FIELDS)
_WHERE, _LINE = _FIELDS.index("where"), _FIELDS.index("line")


def _at(passage: Passage, where: str, line: int) -> Passage:
    """Return the passage at a place; `dataclasses.replace` takes eight times as long, and papers have thousands."""
    values = list(_values(passage))
    values[_WHERE], values[_LINE] = where, line
    return Passage(*values)


def ordinal(number: int) -> str:
    """Return “first” … “twentieth”, “21st” …."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def is_lead(passage: Passage) -> bool:
    """Return whether a paragraph names what stands beneath it: a short line in bold, or one that ends in a colon."""
    text = passage.text.strip()
    return (
        passage.sort is Sort.TEXT
        and 0 < len(text) <= _LONGEST_LEAD
        and "\n" not in text
        and (passage.bold or text.endswith(":"))
    )


class _Walk:
    """What has been passed on the way through the paper."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._named = Counter(_key(one) for one in passages if one.sort is Sort.HEADING or is_lead(one))
        self._met: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._rows: Counter[int] = Counter()
        self._lines: Counter[int] = Counter()  # of each page
        self._numbers = NumberedNames()
        self._section = ""  # “section 4”, “under “Background””
        self._paragraph = ""  # “paragraph 9”
        self._lead = ""  # “Community Fund”
        self._bullets: list[tuple[int, str]] = []

    def place(self, passage: Passage) -> str:
        """Return the place of the next passage."""
        line = self._lines[passage.page] + 1
        self._lines[passage.page] += 1 + passage.text.count("\n")
        where = self._around(passage) if passage.sort in AROUND else self._in_flow(passage)
        if not passage.page:
            return where
        if passage.sort in AROUND or re.match(r"(?:paragraph|section|table|the table) ", where):
            return f"page {passage.page}, {where}"
        return f"page {passage.page}, line {line}"

    def _in_flow(self, passage: Passage) -> str:
        listed = bool(self._bullets)
        if passage.sort is not Sort.ITEM or passage.numbered:
            self._bullets.clear()
        match passage.sort:
            case Sort.TITLE:
                return self._counted("", "the title", "the title", "the {} title")
            case Sort.ROW:
                self._rows[passage.table] += 1
                return _joined(self._base(), f"table {passage.table}, row {self._rows[passage.table]}")
            case Sort.HEADING:
                return self._heading(passage)
            case Sort.ITEM if passage.numbered:
                return self._number(passage)
            case Sort.ITEM:
                return self._bullet(passage)
            case _ if is_lead(passage):
                return self._led(passage)
            case _:
                return self._text(after_list=listed)

    def _heading(self, passage: Passage) -> str:
        key, name, label = _key(passage), _name(passage), bare_label(passage.label)
        again = self._named[key] > 1
        if self._paragraph and not label and (passage.text.endswith(":") or (again and passage.level >= _MINOR)):
            return self._lead_line(name)
        self._met[key] += 1
        self._leave()
        if label:
            self._section = f"section {label}" if re.fullmatch(r"[0-9.]+|[A-Z]", label) else quoted(passage.label)
            return self._section
        nth = f"{ordinal(self._met[key])} " if again and self._met[key] > 1 else ""
        self._section = f"under the {nth}{name}" if nth else f"under {name}"
        return f"the {nth}heading {name}"

    def _led(self, passage: Passage) -> str:
        """Return the place of a line that names what stands beneath it; set in bold it may be a heading of the paper."""
        name = _name(passage)
        unique = self._named[_key(passage)] == 1
        if passage.bold and unique and not passage.text.rstrip().endswith(":"):
            self._leave()
            self._section = f"under {name}"
            return f"the line {name}"
        return self._lead_line(name)

    def _leave(self) -> None:
        self._paragraph = self._lead = ""
        self._numbers.leave()

    def _lead_line(self, name: str) -> str:
        self._lead = name
        return _joined(self._paragraph or self._section, f"the line {name}")

    def _number(self, passage: Passage) -> str:
        self._lead = ""
        self._paragraph = self._numbers.name(passage, self._section)
        return self._paragraph

    def _bullet(self, passage: Passage) -> str:
        while self._bullets and self._bullets[-1][0] >= passage.level:
            self._bullets.pop()
        if self._bullets:
            where = self._nth(self._bullets[-1][1], "bullet beneath it")
        else:
            # Those under a lead count as bullets of the paragraph too: so “fourth bullet” is what a reader counts.
            where = self._nth(self._paragraph or self._section, "bullet")
            where = self._nth(self._base(), "bullet") if self._lead else where
        self._bullets.append((passage.level, where))
        return where

    def _text(self, *, after_list: bool) -> str:
        if after_list:
            self._lead = ""
        return self._nth(self._base(), "paragraph beneath" if self._paragraph and not self._lead else "paragraph")

    def _base(self) -> str:
        if not self._lead:
            return self._paragraph or self._section
        if self._paragraph:
            return f"{self._paragraph}, under {self._lead}"
        if self._section and self._named[self._lead.casefold()] > 1:
            return f"{self._section}, then {self._lead}"
        return f"under {self._lead}"

    def _nth(self, base: str, what: str) -> str:
        self._counts[base, what] += 1
        return _joined(base, f"{ordinal(self._counts[base, what])} {what}")

    def _counted(self, base: str, what: str, one: str, later: str) -> str:
        self._counts[base, what] += 1
        number = self._counts[base, what]
        return one if number == 1 else later.format(ordinal(number))

    def _around(self, passage: Passage) -> str:
        name = _OUTSIDE[passage.sort]
        if passage.sort is Sort.NOTE and passage.label:
            name = f"footnote {bare_label(passage.label)}"
        return self._counted(name, "", name, f"{name}, {{}} paragraph")


def _joined(base: str, rest: str) -> str:
    return f"{base}, {rest}" if base else rest


def _key(passage: Passage) -> str:
    return _name(passage).casefold()


def _name(passage: Passage) -> str:
    return quoted(shortened(passage.text.strip().rstrip(":").rstrip(), _LONGEST_NAME))
