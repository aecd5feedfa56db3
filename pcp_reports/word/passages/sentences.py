"""The words of one paragraph of a Word file, as accepted and as printed, and what else stands in it.

Deleted, hidden and struck-through words, the codes of fields, comments and formulas are no words of the paper; those
that are struck through are printed, and are kept apart. Text boxes and notes are set aside with the place where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.word.passages.fields import FIELD, is_read
from pcp_reports.word.passages.styles import Face, face_of
from pcp_reports.word.passages.symbols import raised, shown, symbol
from pcp_reports.word.reading import FALLBACK, TEXT_BOX, VAL, R, T, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from pcp_reports.word.passages.fields import Fields
    from pcp_reports.word.passages.styles import Styles

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE = f"{_COMPATIBILITY}AlternateContent", f"{_COMPATIBILITY}Choice"
BOOKMARK, NAME, ID = w("bookmarkStart"), w("name"), w("id")
OURS = "_pcp"
_RUN_PROPERTIES, _STYLE, _VERTICAL = w("rPr"), w("rStyle"), w("vertAlign")
_LINK, _SIMPLE, _CODE, _CODE_OF = w("hyperlink"), w("fldSimple"), w("instrText"), w("instr")
_FONT, _CHAR, _RUBY_BASE = w("font"), w("char"), w("rubyBase")
_PLAIN = Face()
_LOOKED_BACK = 4  # runs that an amount may be spread over
_WRAPPERS = frozenset((_LINK, *map(w, ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent"))))
_FIXED = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_OTHERS = {
    w("sym"): "symbol",
    w("drawing"): "drawn",
    w("pict"): "drawn",
    w("object"): "drawn",
    ALTERNATE: "either",
    w("ruby"): "ruby",
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "endnote",
}


def mark_of(bookmark: etree._Element) -> list[str]:
    """Return the name of a bookmark that this tool set, or nothing."""
    name = bookmark.get(NAME, "")
    return [name] if name.startswith(OURS) else []


class Sentence:
    """The words of a paragraph as they are gathered. ``plain``: some are set neither bold nor underlined nor in capitals."""

    __slots__ = ("boxes", "marks", "notes", "pieces", "plain", "said", "struck")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.plain = False
        self.said = False
        self.marks: list[str] = []
        self.boxes: list[etree._Element] = []
        self.notes: list[tuple[str, str]] = []  # “footnote”, and its id
        self.struck: list[str] = []

    @property
    def text(self) -> str:
        """Return the words, without blanks before and behind them."""
        return "".join(self.pieces).strip()

    @property
    def struck_words(self) -> str:
        """Return the words that are struck through, on one line; empty where there are none."""
        return " ".join("".join(self.struck).split())

    @property
    def says_something(self) -> bool:
        """Return whether there are words."""
        self.said = self.said or any(piece and not piece.isspace() for piece in self.pieces)
        return self.said

    def join(self, later: Sentence) -> None:
        """Take the words of the next paragraph, which this one runs on into."""
        self.pieces += later.pieces
        self.plain = self.plain or later.plain
        self.marks += later.marks
        self.boxes += later.boxes
        self.notes += later.notes
        self.struck += later.struck


class _Look(NamedTuple):
    """How a run is set, as far as a reader is concerned. ``above``: above the line."""

    stands_out: bool
    hidden: bool
    above: bool
    struck: bool


class SentenceReader:
    """Reads paragraphs in order, since a field may begin in one and end in another."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self._fields = fields
        # A paper sets thousands of runs in a handful of ways. A face is known by its identity: the styles keep them all.
        self._looks: dict[tuple[int, bool, tuple[tuple[str, str | None], ...]], _Look] = {}

    def read(self, paragraph: etree._Element, face: Face) -> Sentence:
        """Return what stands in a paragraph whose style sets words in this way."""
        sentence = Sentence()
        self._inside(paragraph, sentence, face, in_link=False)
        return sentence

    def _inside(self, parent: etree._Element, into: Sentence, face: Face, *, in_link: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, into, face, in_link=in_link)
            elif tag == BOOKMARK:
                into.marks += mark_of(child)
            elif tag == ALTERNATE:
                self._either(child, into, lambda branch, to: self._inside(branch, to, face, in_link=in_link))
            elif tag in _WRAPPERS:
                self._inside(child, into, face, in_link=in_link or tag == _LINK)
            elif tag == _SIMPLE and is_read(child.get(_CODE_OF, "")):
                self._inside(child, into, face, in_link=in_link)

    def _run(self, run: etree._Element, into: Sentence, face: Face, *, in_link: bool) -> None:
        children = list(run)
        # They stand first wherever they stand at all (ECMA-376 part 1, 17.3.2.25); a search would cost time on each.
        properties = children[0] if children and children[0].tag == _RUN_PROPERTIES else None
        key = (id(face), in_link, () if properties is None else tuple([(p.tag, p.get(VAL)) for p in properties]))
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(properties, face, in_link=in_link)
        if look.hidden or look.struck:
            gone = Sentence()
            self._content(children, gone, above=look.above)
            if look.struck and not look.hidden:
                into.struck.append("".join(gone.pieces))
                into.notes += gone.notes
                into.boxes += gone.boxes
            return
        before = len(into.pieces)
        self._content(children, into, above=look.above)
        if not (into.plain or look.stands_out):
            words = "".join(into.pieces[before:])
            into.plain = words != "" and not words.isspace()

    def _look(self, properties: etree._Element | None, face: Face, *, in_link: bool) -> _Look:
        above = False
        if properties is not None:
            style = properties.find(_STYLE)
            if style is not None:
                given = self._styles.face(style.get(VAL, ""))
                in_link = in_link or given.is_link
                face = given.upon(face)
            face = face_of(properties).instead_of(face)
            vertical = properties.find(_VERTICAL)
            above = vertical is not None and vertical.get(VAL) == "superscript"
        # A link is underlined because it is one.
        stands_out = bool(face.bold or face.caps or (face.underlined and not in_link))
        return _Look(stands_out, bool(face.hidden), above, bool(face.struck))

    def _content(self, children: Iterable[etree._Element], into: Sentence, *, above: bool) -> None:
        fields = self._fields
        for child in children:
            tag = child.tag
            if tag == T:
                if fields.shown:
                    text = shown(_text(child))
                    into.pieces.append(raised(text, "".join(into.pieces[-_LOOKED_BACK:])) if above else text)
            elif tag == FIELD:
                into.pieces.append(fields.step(child))
            elif tag == _CODE:
                fields.code(child.text or "")
            elif fields.shown and tag in _FIXED:
                into.pieces.append(_FIXED[tag])
            elif fields.shown and tag in _OTHERS:
                self._other(child, into, above=above)

    def _other(self, child: etree._Element, into: Sentence, *, above: bool) -> None:
        """Read what seldom stands in a run: signs, notes, drawings, small type above other words."""
        match _OTHERS[child.tag]:
            case "symbol":
                into.pieces.append(symbol(child.get(_FONT, ""), child.get(_CHAR, "")))
            case "drawn":
                into.boxes += _boxes(child)
            case "either":
                self._either(child, into, lambda branch, to: self._content(branch, to, above=above))
            case "ruby":
                for base in child.iterchildren(_RUBY_BASE):
                    self._inside(base, into, _PLAIN, in_link=False)
            case note:
                into.notes.append((note, child.get(ID, "")))

    @staticmethod
    def _either(alternate: etree._Element, into: Sentence, read: Callable[[etree._Element, Sentence], None]) -> None:
        """Read the first of alternatives that says anything: Word keeps one thing in two forms, for itself and for others."""
        for branch in alternate.iterchildren(CHOICE, FALLBACK):
            found = Sentence()
            read(branch, found)
            if any(found.pieces) or found.boxes:
                into.join(found)
                return


def _text(element: etree._Element) -> str:
    text = element.text or ""
    if len(element):  # a comment of XML's own, which parts the text in two
        text += "".join(child.tail or "" for child in element)
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ") if "\n" in text or "\r" in text else text


def _boxes(drawn: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a drawing, without those that stand in another of them or are a second copy."""
    return [box for box in drawn.iter(TEXT_BOX) if not _is_inner(box, drawn)]


def _is_inner(box: etree._Element, drawn: etree._Element) -> bool:
    for ancestor in box.iterancestors():
        if ancestor is drawn:
            return False
        if ancestor.tag in {TEXT_BOX, FALLBACK}:
            return True
    return False
