"""What the tags of a template ask for: known names only, in the right sort of tag, every beginning with its end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes

from pcp_reports.word.allowed import MOST_TAGS, refused
from pcp_reports.word.expressions import dotted, expression_faults, parsed
from pcp_reports.word.faults import KNOWN
from pcp_reports.word.lint_tags import found, in_document
from pcp_reports.word.template_lines import container

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.findings import Finding
    from pcp_reports.word.template_lines import Line, Tag

SLOTS = frozenset(("summary", "recommendation", "body"))
_STATEMENTS = frozenset(("if", "elif", "else", "endif", "for", "endfor"))
_PROVED = ("paper.title", "meeting", "contact", "signatory")
_HARMLESS = frozenset(("default", "e", "escape", "trim"))
_SPACED = re.compile(r"(p|tr|tc|r)\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opened:
    """An if or a for that is still open: the names it brings, and where it began."""

    word: str
    line: Line
    tag: Tag
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Placed:
    """What the document prints: names, and how often the body stands outside any choice."""

    names: set[str] = field(default_factory=set)
    bodies: int = 0


def name_faults(lines: Sequence[Line], path: str, placed: Placed) -> Iterator[Finding]:
    """Yield what is wrong with what the tags ask for, and note in ``placed`` what the document prints."""
    for part in dict.fromkeys(line.spot.part for line in lines):
        of_part = [line for line in lines if line.spot.part == part]
        if sum(len(line.tags) for line in of_part) > MOST_TAGS:
            yield found("W113", of_part[0], f"there are more than {MOST_TAGS:,} placeholders; that is the most", path)
            continue
        reader = _Reader(path, placed)
        for line in of_part:
            for tag in line.tags:
                yield from reader.read(line, tag)
        yield from reader.end()


class _Reader:
    """Reads the tags of one part in order, and keeps what is open."""

    def __init__(self, path: str, placed: Placed) -> None:
        self._path = path
        self._placed = placed
        self._open: list[Opened] = []

    def read(self, line: Line, tag: Tag) -> Iterator[Finding]:
        if tag.opening == "{#":
            return
        if tag.inside.startswith(("-", "+")) or tag.inside.endswith(("-", "+")):
            hint = "Take the sign out."
            yield self._fault("W113", line, f"{tag.shown} would pull the paragraphs around it together", hint)
        elif tag.opening == "{{":
            yield from self._output(line, tag)
        else:
            yield from self._statement(line, tag)

    def end(self) -> Iterator[Finding]:
        for opened in self._open:
            words = f"{opened.tag.shown} has no {{% end{opened.word} %}}"
            typed = f"{{%{opened.tag.prefix} end{opened.word} %}}"
            yield self._fault("W110", opened.line, words, f"Type {typed} after the part it is about.")

    def _fault(self, code: str, line: Line, words: str, hint: str = "") -> Finding:
        return found(code, line, words, self._path, hint)

    def _output(self, line: Line, tag: Tag) -> Iterator[Finding]:
        expression = parsed(f"{{{{ {tag.inside} }}}}")
        if expression is None:
            hint = f"Type {tag.opening}{tag.inside} }}}}: the p comes right after the braces, with one blank after it."
            hint = (
                hint
                if _SPACED.match(tag.inside)
                else "A placeholder is two braces, a name, two braces: {{ paper.title }}."
            )
            yield self._fault("W110", line, f"{tag.shown} cannot be read", hint)
            return
        printed = expression.find(nodes.Output)
        top = printed.nodes[0] if printed is not None and printed.nodes else nodes.Const("")
        yield from self._asks(line, tag, top)
        name = dotted(top) or ""
        yield from self._sort(line, tag, name)
        if name in {"paper", "office"}:
            there = ", ".join(f"{name}.{one}" for one in KNOWN[name])
            yield self._fault("W103", line, f"{tag.shown} does not say what to print", f"There is: {there}.")
        if isinstance(top, nodes.Filter):
            yield from self._filtered(line, top)
        if in_document(line):
            self._note(top)

    def _note(self, top: nodes.Node) -> None:
        for node in (top, *top.find_all((nodes.Name, nodes.Getattr))):
            name = dotted(node)
            if name is not None:
                self._placed.names.add(name)
                self._placed.names.add(name.partition(".")[0])
        looping = any(opened.word == "for" and "paper.blocks" in opened.tag.inside for opened in self._open)
        if dotted(top) == "body" and not any(opened.word == "if" for opened in self._open):
            self._placed.bodies += 1
        elif looping and (dotted(top) or "").endswith((".xml", ".text")):
            self._placed.names.add("body")

    def _sort(self, line: Line, tag: Tag, name: str) -> Iterator[Finding]:
        many = name in SLOTS or (name.endswith(".xml") and name.partition(".")[0] in self._names())
        if many and not in_document(line):
            yield self._fault("W114", line, f"{name} is made of paragraphs, and can only stand in the document itself")
        elif many and tag.prefix != "p":
            hint = f"Type {{{{p {name} }}}} in a paragraph of its own."
            yield self._fault("W114", line, f"{name} is made of paragraphs, so it cannot stand inside one", hint)
        elif not many and tag.prefix:
            words = f"{tag.shown} would leave its words outside any paragraph, where Word shows nothing"
            yield self._fault("W114", line, words, f"Type {{{{ {tag.inside} }}}}, without the {tag.prefix}.")

    def _filtered(self, line: Line, top: nodes.Filter) -> Iterator[Finding]:
        name = dotted(top.node) if top.node is not None else None
        if name is not None and name.startswith(_PROVED) and top.name not in _HARMLESS and in_document(line):
            hint = f"Type {{{{ {name} }}}}. For capitals, use Word's All caps (Font)."
            yield self._fault("W113", line, f"“{top.name}” changes words that are proved as they stand", hint)

    def _statement(self, line: Line, tag: Tag) -> Iterator[Finding]:
        word = tag.inside.partition(" ")[0]
        if word not in _STATEMENTS:
            hint = "Names go into two braces: {{ … }}." if word.partition(".")[0] in KNOWN else "There is if, and for."
            yield self._fault("W113", line, f"{tag.shown} is nothing that a template may do", hint)
        elif word in {"else", "elif"}:
            yield from self._otherwise(line, tag, word)
        elif word.startswith("end"):
            yield from self._close(line, tag, word)
        else:
            yield from self._begin(line, tag, word)

    def _begin(self, line: Line, tag: Tag, word: str) -> Iterator[Finding]:
        statement = parsed(f"{{% {tag.inside} %}}{{% end{word} %}}")
        names: tuple[str, ...] = ()
        if statement is None:
            yield self._fault("W110", line, f"{tag.shown} cannot be read")
        else:
            node = statement.body[0]
            names = tuple(name.name for name in node.find_all(nodes.Name) if name.ctx == "store")
            if isinstance(node, nodes.For):
                yield from self._loop(line, tag, node)
            elif isinstance(node, nodes.If):
                yield from self._asks(line, tag, node.test)
        self._open.append(Opened(word, line, tag, (*names, "loop") if word == "for" else ()))

    def _loop(self, line: Line, tag: Tag, node: nodes.For) -> Iterator[Finding]:
        over = dotted(node.iter)
        if over != "paper.blocks":
            hint = "Type {%p for block in paper.blocks %}."
            yield self._fault("W113", line, f"{tag.shown} goes through something other than paper.blocks", hint)
        elif next(refused(node, looping=any(opened.word == "for" for opened in self._open)), None) is not None:
            yield self._fault("W113", line, f"{tag.shown} does more than a placeholder may", "One for, and none in it.")

    def _otherwise(self, line: Line, tag: Tag, word: str) -> Iterator[Finding]:
        if not self._open or (word == "elif" and self._open[-1].word != "if"):
            yield self._fault("W110", line, f"{tag.shown} belongs to no {{% if … %}}")
            return
        yield from self._edges(line, tag, self._open[-1])
        if word == "elif":
            statement = parsed(f"{{% {tag.inside[2:]} %}}{{% endif %}}")
            if statement is None or not isinstance(statement.body[0], nodes.If):
                yield self._fault("W110", line, f"{tag.shown} cannot be read")
            else:
                yield from self._asks(line, tag, statement.body[0].test)

    def _close(self, line: Line, tag: Tag, word: str) -> Iterator[Finding]:
        if not self._open or f"end{self._open[-1].word}" != word:
            yield self._fault("W110", line, f"{tag.shown} ends nothing that is open here")
            return
        yield from self._edges(line, tag, self._open.pop())

    def _edges(self, line: Line, tag: Tag, opened: Opened) -> Iterator[Finding]:
        if opened.tag.prefix != tag.prefix:
            mended = f"{{%{opened.tag.prefix} {tag.inside} %}}"
            words = f"{opened.tag.shown} and {tag.shown} do not go together"
            yield self._fault("W110", line, words, f"Type {mended}.")
        elif container(opened.line, opened.tag) is not container(line, tag):
            words = f"{opened.tag.shown} and {tag.shown} do not stand in the same cell or text"
            yield self._fault("W110", line, words, "Put both inside one cell, or both outside the table.")

    def _names(self) -> set[str]:
        return {name for opened in self._open for name in opened.names}

    def _asks(self, line: Line, tag: Tag, node: nodes.Node) -> Iterator[Finding]:
        for fault in expression_faults(node, self._names()):
            words = fault.words or f"{tag.shown} does more than a placeholder may"
            yield self._fault(fault.code, line, words, fault.hint)
