"""The parts that prose is made of, and every fault that it can have: the one list of their kinds and words.

They are named tuples because every check reads prose, and a data class takes seven times as long to set up.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """Literal words set alike. ``link`` is an http, https or mailto address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


class Placeholder(NamedTuple):
    """What stands between ``{{`` and ``}}``, unread; ``offset`` is that of the first brace in the text."""

    expression: str
    offset: int
    bold: bool = False
    italic: bool = False
    link: str | None = None

    @property
    def is_plain(self) -> bool:
        """Return whether it is neither bold nor italic nor a link."""
        return not (self.bold or self.italic or self.link)

    def as_typed(self) -> Words:
        """Return the placeholder as literal words, braces and all."""
        return Words(f"{{{{ {self.expression} }}}}", self.bold, self.italic, self.link)


class ProseFault(NamedTuple):
    """Something in prose that does not do what it seems to.

    ``kind`` is one of FAULTS and never changes its meaning; ``what`` is a sentence without its stop; ``hint`` says
    what to type; ``offset`` counts characters of the text. ``certain``: it cannot have been meant as it stands (an
    error); otherwise it is printed as typed, which may be what was meant (a warning).
    """

    kind: str
    what: str
    offset: int
    hint: str
    certain: bool


class FaultWords(NamedTuple):
    """How a kind of fault is put to an officer; ``{}`` stands for the words concerned."""

    what: str
    hint: str
    certain: bool = False


FAULTS = {
    "statement": FaultWords("“{{%” begins a template command, and entries hold none", "take it out", certain=True),
    "comment": FaultWords("“{{#” begins a template comment, and entries hold none", "take it out", certain=True),
    "unclosed-placeholder": FaultWords(
        "“{{{{” opens a placeholder that is not closed", "close it with two braces: {{{{ total }}}}", certain=True
    ),
    "unopened-placeholder": FaultWords(
        "“}}}}” closes a placeholder that was not opened", "open it with two braces: {{{{ total }}}}", certain=True
    ),
    "empty-placeholder": FaultWords(
        "nothing stands between {{{{ and }}}}", "take it out, or name a figure", certain=True
    ),
    "single-brace": FaultWords("“{}” has one brace at each end, and is printed as it stands", "type {{{{ {} }}}}"),
    "slot-place": FaultWords(
        "{{{{ {} }}}} stands among other words",
        "put it in a paragraph of its own, with a blank line before and after",
        certain=True,
    ),
    "slot-twice": FaultWords("{{{{ {} }}}} stands here a second time", "take one of the two out", certain=True),
    "deep-bullet": FaultWords(
        "this bullet stands two levels beneath another, and bullets go one level deep",
        "move it further to the left",
        certain=True,
    ),
    "empty-bullet": FaultWords("this bullet has no words, and is left out", "type its words, or take the hyphen out"),
    "paragraph-under-bullet": FaultWords(
        "this paragraph is set in under a bullet, but is printed as a paragraph of its own",
        "take out the blank line before it to make it part of the bullet",
    ),
    "bullet-sign": FaultWords("“{}” does not make a bullet; it is printed as it stands", "begin each line with “- ”"),
    "numbered-list": FaultWords(
        "numbers do not make a list; they are printed as they stand, and the lines run on",
        "begin each line with “- ”; the paper numbers its own paragraphs",
    ),
    "heading": FaultWords(
        "“{}” does not make a heading; it is printed as it stands", "put headings in the paper's sections"
    ),
    "quote": FaultWords(
        "“>” does not make a quotation; it is printed as it stands", "type the words in “quotation marks”"
    ),
    "rule": FaultWords("“{}” does not draw a line; it is printed as it stands", "leave it out"),
    "table": FaultWords(
        "upright strokes do not make a table; they are printed as they stand", "begin each line with “- ”"
    ),
    "unclosed-bold": FaultWords(
        "“**” is printed as it stands, because no bold words begin and end here",
        "type **bold** with the asterisks against the words, in one paragraph",
    ),
    "stray-asterisk": FaultWords(
        "an asterisk is left over beside words set bold or italic, and is printed", "type **bold** or *italic*"
    ),
    "too-many-asterisks": FaultWords(
        "this paragraph has so many asterisks that they are all printed as they stand", "type **bold** or *italic*"
    ),
    "underscores": FaultWords("“{}” is printed with its underscores", "type *italic* or **bold** with asterisks"),
    "backticks": FaultWords("“{}” is printed with its back-ticks", "type the words alone, or in “quotation marks”"),
    "html": FaultWords("“{}” is printed as it stands", "type **bold** or *italic*, or take it out"),
    "entity": FaultWords("“{}” is printed as it stands, not as the sign it stands for", "type the sign itself"),
    "image": FaultWords("“{}” does not bring in a picture; it is printed as it stands", "take it out"),
    "link-address": FaultWords(
        "“{}” is not made a link: the address must begin with https://, http:// or mailto: and have no blanks",
        "type [words]({})",
    ),
    "link-placeholder": FaultWords(
        "a placeholder stands in the address of a link, where nothing is filled in", "type the address in full"
    ),
    "link-telephone": FaultWords(
        "“{}” is not made a link: a telephone number is printed, not linked", "type the number alone: {}"
    ),
    "link-label": FaultWords("this link has no words to show", "type [words]({})"),
    "bare-address": FaultWords("“{}” is printed as it stands, and is not a link", "type [words]({})"),
}


def fault(kind: str, offset: int, words: str = "", hint_words: str | None = None) -> ProseFault:
    """Return a fault of the kind at the offset, about the words; ``hint_words`` where the hint needs others."""
    given = FAULTS[kind]
    shown = words if len(words) <= 60 else words[:59] + "…"  # noqa: PLR2004 - what fits on a line
    hint = given.hint.format(shown if hint_words is None else hint_words)
    return ProseFault(kind, given.what.format(shown), offset, hint, given.certain)
