"""A text in Markdown -> its passages: what CommonMark makes of it, with tables, in words alone.

Marks of emphasis are removed, links are their words, HTML that is only marks is left out. Source: CommonMark 0.31; GitHub
Flavored Markdown 4.10 (tables).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.papers.bounds import too_large
from pcp_reports.papers.lines.joining import ends_in_amount
from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.marked import is_a_copied_page
from pcp_reports.papers.plain import lost_letters, read_plain, text_of
from pcp_reports.papers.sniffing import MD
from pcp_reports.papers.typed_labels import with_typed_labels
from pcp_reports.papers.unruled import apart, in_order
from pcp_reports.papers.wheres import with_places
from pcp_reports.passage import Cell, Paper, Passage, Sort, TypedLine
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

MOST_MARKS = 100_000
"""The most signs of a text that may be marks: looking for the end of each takes far longer than the words do."""
_MOST_COLUMNS = 200  # of a table
MOST_DEPTH = 40
"""The deepest that lists are read; beyond it nothing is a list any more."""
_FRONT_MATTER = re.compile(r"---\n(?:[^\n]*\n)*?(?:---|\.\.\.)\n")
MOST_HTML = 20_000
"""The most characters of a block of HTML whose words are looked for."""
_ANEW, _ANEW_AT = "\x1e", "\x1f"  # which no text holds: they are taken out of it first
_BREAK = re.compile(r"(?i)<br\s*/?>")
_MARK = re.compile(r"[*_`\[\]<>&!~\\]")
_LABELLED = re.compile(r"\s*[A-Z][^:£.\n]{1,40}:(?!//)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: the number of its next item, 0 for bullets; the sign behind the number or of the bullet."""

    count: int
    sign: str


def read_markdown(data: bytes, path: str) -> Paper:
    """Return the paper in a Markdown file, or one that says why it cannot be read."""
    text = text_of(data, path)
    if isinstance(text, Finding):
        return Paper(path, MD, findings=(text,))
    if is_a_copied_page(text.text):
        return replace(read_plain(data, path), form=MD)
    marks = len(_MARK.findall(text.text))
    if marks > MOST_MARKS:
        return Paper(path, MD, findings=(too_large(path, f"{marks:,} marks of Markdown; {MOST_MARKS:,} is the most"),))
    passages = with_typed_labels(_passages(text.text))
    return Paper(path, MD, with_places(passages), lost_letters(text, path))


def _passages(text: str) -> list[Passage]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy

    blanked = (
        _FRONT_MATTER.sub(lambda matter: "\n" * matter[0].count("\n"), text, count=1)
        if text.startswith("---\n")
        else text
    )
    # Line separators and form feeds end no line for an editor, and so must end none for the parser.
    plain = re.sub("[\x0b\x0c\x1c-\x1f\u2028\u2029]", " ", blanked)
    reader = MarkdownIt("commonmark", {"maxNesting": MOST_DEPTH})
    if not any(line.count("|") > _MOST_COLUMNS for line in plain.split("\n")):
        reader.enable("table")
    reader.disable("code")  # four spaces are how people set a paragraph in
    lines = plain.split("\n")
    rest, rows = (
        apart(lines, lambda cell: _text(reader.parseInline(cell)[0].children or [])) if "|" in plain else (lines, [])
    )
    return in_order(_Walk(lines).passages(reader.parse("\n".join(rest))), rows)


class _Walk:
    """Goes through the tokens of a text in order, with the lists that are open."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.lists: list[_List] = []
        self.label = ""  # of the item whose first paragraph is still to come
        self.tables = 0

    def passages(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        """Yield the passages."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                first = int(token.attrGet("start") or (0 if token.attrGet("start") == 0 else 1))
                self.lists.append(_List(first if token.type.startswith("ordered") else -1, token.markup))
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif token.type == "list_item_open":
                self.label = self._next_label(token)
            elif token.type == "heading_open":
                yield from self._words(token, tokens[at + 1], Sort.HEADING, int(token.tag[1:]))
            elif token.type == "paragraph_open":
                yield from self._words(token, tokens[at + 1], Sort.TEXT, 0)
            elif token.type in ("fence", "code_block", "html_block"):
                yield from self._literal(token)
            elif token.type == "table_open":
                end = next(later for later in range(at, len(tokens)) if tokens[later].type == "table_close")
                yield from self._table(tokens[at:end])
                at = end
            at += 1

    def _next_label(self, token: Token) -> str:
        """Return the label of an item, and count its list on."""
        last = self.lists[-1]
        if last.count < 0:
            return last.sign
        # The number as typed, not as counted on: people refer to it.
        number = int(token.info) if token.info.isdigit() else last.count
        self.lists[-1] = _List(number + 1, last.sign)
        return f"{number}{last.sign}"

    def _words(self, opened: Token, inline: Token, sort: Sort, level: int) -> Iterator[Passage]:
        text, *others = _text(inline.children or []).split(_ANEW)
        if not text:
            return
        line, column = self._place(opened)
        label, self.label = self.label, ""
        bold = _is_bold(inline.children or [])
        if label and sort is Sort.TEXT:
            sort, level = Sort.ITEM, len(self.lists) - 1
        numbered = bool(label) and label[-1] in ".)"
        typed = self._typed(opened)
        yield Passage(sort, text, line, column, level=level, label=label, numbered=numbered, bold=bold, lines=typed)
        for other in others:
            shift, _, words = other.partition(_ANEW_AT)
            yield Passage(Sort.TEXT, words, line + int(shift), column, bold=bold, lines=typed[int(shift) :])

    def _place(self, token: Token) -> tuple[int, int]:
        line = (token.map[0] if token.map else 0) + 1
        typed = self.lines[line - 1] if line <= len(self.lines) else ""
        return line, len(typed) - len(typed.lstrip()) + 1

    def _typed(self, token: Token) -> tuple[TypedLine, ...]:
        """Return the lines that a block is typed in."""
        first, end = token.map or (0, 0)
        return tuple(TypedLine(text, number) for number, text in enumerate(self.lines[first:end], first + 1))

    def _literal(self, token: Token) -> Iterator[Passage]:
        """Yield a block that is printed as it is typed, a passage a line; of HTML what stands between its marks."""
        first = (token.map[0] if token.map else 0) + 1 + (token.type == "fence")
        content = token.content
        if token.type == "html_block":
            content = _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), content[:MOST_HTML])
        for number, line in enumerate(content.split("\n"), first):
            if line.strip():
                typed = TypedLine(line, number)
                yield Passage(Sort.TEXT, line.strip(), number, len(line) - len(line.lstrip()) + 1, lines=(typed,))

    def _table(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        """Yield the rows of a table."""
        self.tables += 1
        cells: list[Cell] = []
        header, row = False, tokens[0]
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                header, cells, row = header or tokens[at - 1].type == "thead_open", [], token
            elif token.type in ("th_open", "td_open"):
                cells.append(Cell(_text(tokens[at + 1].children or []), len(cells)))
            elif token.type == "tr_close":
                if any(cell.text for cell in cells):
                    line, column = self._place(row)
                    text = "\t".join(cell.text for cell in cells)
                    yield Passage(
                        Sort.ROW, text, line, column, table=self.tables, cells=tuple(cells), header=header,
                        lines=self._typed(row),
                    )  # fmt: skip
                header = False


def _text(children: Sequence[Token]) -> str:
    """Return the words of a paragraph, without marks. A break that was typed as one stays; any other is a blank.

    Behind `_ANEW` stands what is a paragraph of its own, how many lines further down, `_ANEW_AT`, and its words.
    """
    made: list[str] = []
    lines = 0
    for at, child in enumerate(children):
        if child.type in ("text", "code_inline", "text_special"):
            made.append(child.content)
        elif child.type == "softbreak":
            lines += 1
            made.append(f"{_ANEW}{lines}{_ANEW_AT}" if _begins_anew(made, children, at + 1) else " ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
            lines += child.type == "hardbreak"
            made.append("\n")
        elif child.type == "image":
            made.append(child.content)
    text = re.sub(r" *\n *", "\n", re.sub(r"[ \t]+", " ", "".join(made).replace("\u00a0", " ")))
    return re.sub(rf" *([{_ANEW}{_ANEW_AT}]) *", r"\1", text).strip()


def _begins_anew(made: Sequence[str], children: Sequence[Token], at: int) -> bool:
    """Return whether a line that Markdown runs on was meant as one: it has a bullet of another sort, or follows a sum."""
    following = children[at].content if at < len(children) and children[at].type in ("text", "text_special") else ""
    if _is_labelled(children[at : at + 4]) and _is_labelled(children[:4]):
        return True  # “**Applicant:** Guides”, then “**Decision:** approved”
    label = label_of(following)
    counts = label is not None and (not label.numbered or label.typed.startswith("("))
    return counts or (ends_in_amount("".join(made[-3:])) and following[:1].isupper())


def _is_labelled(children: Sequence[Token]) -> bool:
    """Return whether a line begins with a label and a colon, in bold or plain: “**Amount:** £500”."""
    words = [child.content for child in children if child.type in ("text", "text_special") and child.content.strip()]
    bold = any(child.type == "strong_open" for child in children[:2])
    start = "".join(words[:2]) if bold else "".join(words[:1])
    return _LABELLED.match(start) is not None


def _is_bold(children: Sequence[Token]) -> bool:
    """Return whether all words of a line are set bold."""
    depth = 0
    told = False
    for child in children:
        depth += (child.type == "strong_open") - (child.type == "strong_close")
        if child.type in ("text", "code_inline", "text_special") and child.content.strip(" :.\u00a0"):
            if not depth:
                return False
            told = True
    return told
