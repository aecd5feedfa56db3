"""How a correction is worded, in English and in Welsh: where it is to be made, and what is to be done there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.quoting import How, Quote
from pcp_reports.word.printed_lines import AROUND, Line, LineKind
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ENGLISH = {
    "paragraph": "Paragraph {}",
    "heading": "Heading “{}”",
    "under": "Under “{}”",
    "top": "At the top of the paper",
    "text": "{} paragraph",
    "bullet": "{} bullet",
    "sub-bullet": "{} sub-bullet of the {} bullet",
    "quotation": "{} quotation",
    "table": "{} table",
    "strand": "heading “{}”",
    "grant": "{} grant to {}",
    "header": "Page header",
    "footer": "Page footer",
    "note": "Footnote",
    "row": "row “{}”",
    "header_row": "row of headings",
    "column": "column “{}”",
    "replace": "for {} read {}",
    "insert": "after {} insert {}",
    "omit": "omit {}",
    "whole": "the whole now reads {}",
    "link": "the link on {} now leads to {}",
    "no_link": "the link is taken off {}",
    "omit_line": "Omit {}: {}",
    "omit_lines": "Omit paragraphs {} to {}",
    "omit_paragraph": "Omit paragraph {}",
    "omit_row": "omit the row {}",
    "insert_row": "after the row {} insert the row {}",
    "after": "After {} insert:",
    "insert_here": "{}: insert:",
    "beneath": "Beneath the heading “{}” insert:",
    "beginning": "At the beginning insert:",
    "move": "Move {} to stand after {}",
    "move_first": "Move {} to the beginning",
    "as": "set this as {}: {}",
    "numbers_old": "Paragraph numbers are those of the paper that is corrected.",
    "numbers_new": "In the corrected paper, {} {} now {}.",
    "instead": "For {} read:",
    "and": "and",
    "range": "paragraphs {} to {}",
    "one": "paragraph {}",
    "are": "are",
    "is": "is",
    "draft": "draft",
    "final": "final",
    "sent": "sent",
    "published": "published",
    "corrected": "corrected",
    "title": "Correction to {}",
    "meeting": "For the meeting of {}",
    "corrects": "This page corrects version {} of the paper ({}, {}).",
    "corrected_by": "The corrected paper is version {} ({}, {}).",
    "corrections": "Corrections",
}
_WELSH = {
    "paragraph": "Paragraff {}",
    "heading": "Pennawd “{}”",
    "under": "O dan “{}”",
    "top": "Ar frig y papur",
    "text": "paragraff {}",
    "bullet": "pwynt bwled {}",
    "sub-bullet": "is-bwynt {} o dan bwynt bwled {}",
    "quotation": "dyfyniad {}",
    "table": "tabl {}",
    "strand": "pennawd “{}”",
    "grant": "grant {} i {}",
    "header": "Pennyn y dudalen",
    "footer": "Troedyn y dudalen",
    "note": "Troednodyn",
    "row": "rhes “{}”",
    "header_row": "rhes y penawdau",
    "column": "colofn “{}”",
    "replace": "yn lle {} darllener {}",
    "insert": "ar ôl {} mewnosoder {}",
    "omit": "dileer {}",
    "whole": "darllener y cyfan fel {}",
    "link": "mae'r ddolen ar {} yn arwain yn awr at {}",
    "no_link": "tynnwyd y ddolen oddi ar {}",
    "omit_line": "Dileer {}: {}",
    "omit_lines": "Dileer paragraffau {} i {}",
    "omit_paragraph": "Dileer paragraff {}",
    "omit_row": "dileer y rhes {}",
    "insert_row": "ar ôl y rhes {} mewnosoder y rhes {}",
    "after": "Ar ôl {} mewnosoder:",
    "insert_here": "{}: mewnosoder:",
    "beneath": "O dan y pennawd “{}” mewnosoder:",
    "beginning": "Ar y dechrau mewnosoder:",
    "move": "Symuder {} i sefyll ar ôl {}",
    "move_first": "Symuder {} i'r dechrau",
    "as": "gosoder hwn fel {}: {}",
    "numbers_old": "Rhifau paragraffau'r papur a gywirir a roddir yma.",
    "numbers_new": "Yn y papur cywiredig, {} {} {} yn awr.",
    "instead": "Yn lle {} darllener:",
    "and": "a",
    "range": "paragraffau {} i {}",
    "one": "paragraff {}",
    "are": "yw",
    "is": "yw",
    "draft": "drafft",
    "final": "terfynol",
    "sent": "anfonwyd",
    "published": "cyhoeddwyd",
    "corrected": "cywirwyd",
    "title": "Cywiriad i {}",
    "meeting": "Ar gyfer y cyfarfod ar {}",
    "corrects": "Mae'r dudalen hon yn cywiro fersiwn {} o'r papur ({}, {}).",
    "corrected_by": "Y papur cywiredig yw fersiwn {} ({}, {}).",
    "corrections": "Cywiriadau",
}
_SORTS = {
    LineKind.HEADING: ("a heading", "pennawd"),
    LineKind.NUMBERED: ("a paragraph with a number of its own", "paragraff â'i rif ei hun"),
    LineKind.CONTINUATION: ("a paragraph without a number", "paragraff heb rif"),
    LineKind.TEXT: ("a paragraph without a number", "paragraff heb rif"),
    LineKind.BULLET: ("a bullet", "pwynt bwled"),
    LineKind.SUB_BULLET: ("a bullet within the bullet above", "is-bwynt o dan y pwynt uchod"),
    LineKind.STRAND: ("the heading of a list of grants", "pennawd rhestr o grantiau"),
    LineKind.GRANT: ("a grant", "grant"),
    LineKind.QUOTATION: ("a quotation", "dyfyniad"),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FIGURE = re.compile(r"[£$€]?\d+(?:[.,]\d+)*(?:%|k|m|bn)?")
_EXCERPT = 80


class Wording:
    """Words corrections in one language: ``en_GB`` or ``cy_GB``."""

    def __init__(self, locale: str = "en_GB") -> None:
        self.welsh = locale.startswith("cy")
        self.words: Mapping[str, str] = _WELSH if self.welsh else _ENGLISH

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
        return _SORTS.get(kind, ("a table", "tabl"))[self.welsh]

    def shifted(self, first: str, last: str, new_first: str, new_last: str) -> str:
        """Return the sentence of paragraphs whose numbers moved."""
        if first == last:
            return self.say("numbers_new", self.say("one", first), self.words["is"], self.say("one", new_first))
        new = self.say("range", new_first, new_last)
        return self.say("numbers_new", self.say("range", first, last), self.words["are"], new)


def excerpt(text: str) -> str:
    """Return the beginning of a line in quotation marks."""
    return f"“{shortened(text, _EXCERPT)}”"


def in_row(cells: Sequence[str]) -> str:
    """Return a row of a table on one line, in quotation marks."""
    return f"“{' | '.join(' '.join(cell.split()) for cell in cells)}”"
