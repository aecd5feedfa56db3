"""Fields of a Word file: their result is words of the paper, their code is not, and a table of contents repeats it.

Source: ECMA-376 part 1, 17.16.2: a field runs from its beginning over its code and a separator to its end, over as
many paragraphs as it likes, and may hold others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.word.reading import VAL, w

if TYPE_CHECKING:
    from lxml import etree

FIELD, KIND, CODE = w("fldChar"), w("fldCharType"), w("instrText")
_GONE = frozenset((w("del"), w("moveFrom")))
# What they show repeats the paper's headings and captions, or is no part of what is printed where they stand.
_NOT_READ = frozenset(("toc", "index", "toa", "ask", "set", "rd", "tc", "xe", "ta"))
_CODE, _RESULT, _NOT_SHOWN = range(3)
_DEEPEST = 20  # fields within fields; what lies deeper is no field but only its words


def is_read(code: str) -> bool:
    """Return whether the result of a field with this code is words of the paper."""
    words = code.split(None, 1)
    return not words or words[0].casefold() not in _NOT_READ


class Fields:
    """Where in its fields a reader stands; ``shown`` tells whether words that stand here are read."""

    def __init__(self, root: etree._Element) -> None:
        self.shown = True
        self._open: list[int] = []
        self._codes: list[list[str]] = []
        self._chosen: list[str] = []
        self._whole = _whole_fields(root)

    @property
    def in_contents(self) -> bool:
        """Return whether this is within a field that is not read at all, such as a table of contents."""
        return _NOT_SHOWN in self._open

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and self._open[-1] == _CODE:
            self._codes[-1].append(text)

    def step(self, mark: etree._Element) -> str:
        """Take a mark of a field, and return the words it shows itself: the choice made in a drop-down list."""
        chosen = ""
        kind = mark.get(KIND)
        if kind == "begin":
            if mark in self._whole:
                self._open.append(_CODE)
                self._codes.append([])
                self._chosen.append(_choice(mark))
        elif kind == "separate":
            if self._open and self._open[-1] == _CODE:
                self._open[-1] = _RESULT if is_read("".join(self._codes[-1])) else _NOT_SHOWN
                self._chosen[-1] = ""
        elif kind == "end" and self._open and mark in self._whole:
            self._open.pop()
            self._codes.pop()
            chosen = self._chosen.pop()
        self.shown = all(at == _RESULT for at in self._open)
        return chosen if self.shown else ""


def _whole_fields(root: etree._Element) -> set[etree._Element]:
    """Return the marks that begin and end whole fields: one that never ends would swallow the rest of the paper."""
    whole: set[etree._Element] = set()
    begun: list[etree._Element] = []
    for mark in root.iter(FIELD):
        if any(ancestor.tag in _GONE for ancestor in mark.iterancestors()):
            continue
        kind = mark.get(KIND)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            first = begun.pop()
            if len(begun) < _DEEPEST:
                whole |= {first, mark}
    return whole


def _choice(mark: etree._Element) -> str:
    """Return what is chosen in a drop-down list of a form."""
    options = mark.find(f"{w('ffData')}/{w('ddList')}")
    if options is None:
        return ""
    entries = [entry.get(VAL, "") for entry in options.findall(w("listEntry"))]
    result = options.find(w("result"))
    text = "0" if result is None else result.get(VAL, "0")
    at = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0  # noqa: PLR2004 - a form has no thousands
    return entries[at] if at < len(entries) else ""
