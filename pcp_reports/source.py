"""YAML text -> plain strings with places. The only module that imports yaml.

One pass over PyYAML's C event stream: no types are guessed, so ``no`` stays ``no`` and ``2023-10`` stays ``2023-10``.
What YAML would stumble over is mended in memory, so that everything wrong with a file is said at once.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

import yaml
from yaml import events
from yaml._yaml import CParser

from pcp_reports import accidents
from pcp_reports.characters import MAX_SAID, decode, printed, unprinted
from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.grant_lines import BARE_DASH, dash_mend
from pcp_reports.locating import locate, locate_each
from pcp_reports.nodes import Block, Items, Node, Text
from pcp_reports.notices import stem
from pcp_reports.records import dataclass
from pcp_reports.repeats import Repeats, as_it_stands, unreadable
from pcp_reports.typed_lines import Mend, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 8 * 1024 * 1024
"""The largest entry file that is read."""
MAX_DEPTH = 24
"""How deep lists and keys may stand within each other; the entry language itself needs nine."""
MAX_VALUES = 400_000
"""How many values one file may hold: about 60,000 grants."""
MAX_MENDS = 60
"""How many accidents of one file are mended in memory before the rest must wait."""
MAX_READ_AGAIN = 96 * 1024 * 1024
"""How much text one file may have read again for that."""
LONGEST_HINT = 600


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file: what it holds (None when it cannot be read), its lines as typed, and what is wrong with its YAML."""

    path: str
    lines: tuple[str, ...]
    root: Block | None
    findings: tuple[Finding, ...]
    mended: tuple[str, ...] = field(
        default=(), repr=False
    )  # the lines as read, after mending; equal to `lines` when sound
    data: bytes | None = field(
        default=None, repr=False
    )  # the bytes themselves, where the reader was asked to keep them

    def place(self, node: Node) -> Place:
        """Return the place of a node of this file."""
        return Place(self.path, node.line, node.column)

    def place_of(self, block: Block, key: str) -> Place:
        """Return where the value of ``key`` stands, else where the key stands, else where the block begins."""
        value = block.get(Text(key))
        if value is not None and (value or not isinstance(value, str)):
            return self.place(value)
        own = block.key(key)
        return self.place(own if own is not None else block)

    def place_in(self, text: Text, offset: int) -> Place:
        """Return the place of the character at ``offset`` (from 0) of a value."""
        start = (text.line, text.column)
        return Place(self.path, *locate(self.mended or self.lines, start, text.style, text, offset))

    def lines_in(self, text: Text, offsets: Iterable[int]) -> list[int]:
        """Return the lines (from 1) of the characters at some offsets of a value, which must not fall."""
        start = (text.line, text.column)
        return [line for line, _ in locate_each(self.mended or self.lines, start, text.style, text, offsets)]

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1) as typed, or the empty string."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def fix(self, number: int, new: str) -> Fix:
        """Return the mend that puts ``new`` in place of line ``number`` (from 1)."""
        return Fix(self.path, number, (self.line(number),), (new,))


def read_source(data: bytes, path: str, keys: frozenset[str] = frozenset()) -> Source:
    """Return what the bytes of an entry file hold. ``keys`` are the keys of the entry language; nothing is raised."""
    if len(data) > MAX_BYTES:
        size = f"{stem(path)}: the file is too large; an entry file may be {MAX_BYTES // 1024:,} KB at most."
        return Source(path, (), None, (Finding("Y102", size, Place(path), "Split it into several files."),))
    decoded = decode(data, path)
    if decoded.text is None:
        return Source(path, (), None, decoded.findings)
    lines = tuple(decoded.typed.split("\n"))
    reading = _Reading(path, list(decoded.text.split("\n")), keys, list(decoded.findings))
    root = reading.read()
    findings = tuple(as_it_stands(finding, lines) for finding in reading.findings)
    return Source(path, lines, root, findings, tuple(reading.lines))


class _Reading:
    """One file being read: parse, mend the line where YAML stopped, parse again."""

    def __init__(self, path: str, lines: list[str], keys: frozenset[str], findings: list[Finding]) -> None:
        self.path = path
        self.lines = lines
        self.keys = keys
        self.findings = findings
        self.read_again = 0

    def _probe(self, lines: list[str]) -> Stop | None:
        self.read_again += sum(map(len, lines))
        return _probe(lines)

    def _bare_dashes(self) -> None:
        """Mend grants whose dash lacks its space, where each of them is then read as a grant of its own."""
        mend = dash_mend(self.lines)
        if mend is None:
            return
        mended = [*self.lines[: mend.first], *mend.new, *self.lines[mend.first + len(mend.new) :]]
        before, after = _grants(self.path, self.lines, self.keys), _grants(self.path, mended, self.keys)
        if after is not None and after - (before or 0) == sum(1 for line in self.lines if BARE_DASH.match(line)):
            self._mend(mend)

    def read(self) -> Block | None:
        if any("-recipient:" in line for line in self.lines):
            self._bare_dashes()
        for _ in range(MAX_MENDS):
            stop = None
            builder = _Builder(self.path, self.lines, self.keys)
            try:
                root = builder.build()
            except yaml.YAMLError as error:
                stop = _stop(error)
            if stop is None:
                if root is None and (first := accidents.missing_colon(self.lines, self.keys)) is not None:
                    self._mend(first)
                    continue
                if (
                    builder.mends
                ):  # words cut off by ` #`, braces taken for YAML's own: read again with them in quotation marks
                    for mend in builder.mends:
                        self._mend(mend)
                    continue
                self.findings += builder.findings
                return root
            if self.read_again > MAX_READ_AGAIN:
                break
            found = accidents.find_mend(self.lines, stop, self._probe, self.keys)
            if found is None:
                self.findings.append(unreadable(self.path, self.lines, stop))
                return None
            self._mend(found)
        self.findings.append(
            Finding(
                "Y119",
                "There are more faults in this file than can be told at once.",
                Place(self.path),
                "Mend those listed, then check again.",
            )
        )
        return None

    def _mend(self, mend: Mend) -> None:
        old = tuple(self.lines[mend.first : mend.first + len(mend.new)])
        shown = mend.new[mend.line - mend.first] if mend.line - mend.first < len(mend.new) else mend.new[0]
        fix = Fix(self.path, mend.first + 1, old, mend.shown or mend.new) if mend.certain else None
        place = Place(self.path, mend.line + 1, mend.column + 1)
        hint = (
            "Type: " + " ⏎ ".join(line.strip() for line in mend.new) if len(mend.new) > 1 else f"Type: {shown.strip()}"
        )
        if mend.hint:
            hint = mend.hint
        elif mend.code == "Y115":
            indent = len(shown) - len(shown.lstrip())
            hint = f"Begin the line {f'{indent} spaces in' if indent else 'at the very left'}: {shown.strip()}"
        hint = hint if len(hint) <= LONGEST_HINT else hint[: LONGEST_HINT - 1] + "…"
        self.findings.append(Finding(mend.code, f"{stem(self.path)}: {mend.why}.", place, hint, fix=fix))
        self.lines[mend.first : mend.first + len(mend.new)] = mend.new


class _Builder(Repeats):
    """Events -> nodes, with the findings that only the event stream shows."""

    def __init__(self, path: str, lines: list[str], keys: frozenset[str]) -> None:
        super().__init__(path, lines, keys)
        self.escaped = 0
        self.text = "\n".join(lines)
        self.hashes = " #" in self.text
        self.escapes = "\\" in self.text

    def build(self) -> Block | None:  # noqa: C901, PLR0912, PLR0915 - one loop over events: splitting it costs a call for each of 100,000 values
        get = CParser(self.text).get_event
        scalar, mapping, sequence = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent
        ends, alias = (events.MappingEndEvent, events.SequenceEndEvent), events.AliasEvent
        root: Node | None = None
        stack: list[tuple[Any, Text | None]] = []
        holder: Any = None  # Block, Items or, at the top, None
        key: Text | None = None
        documents = values = 0
        while True:
            event: Any = get()  # typed by `kind`; narrowing would cost a call a value
            kind = type(event)
            node: Node
            if kind is scalar:
                mark = event.start_mark
                node = Text(event.value)
                node.line, node.column, node.style = mark.line + 1, mark.column + 1, event.style
                if self.escapes and event.style == '"':
                    node = self._without_escapes(node)
                if not event.style:
                    if self.hashes:
                        self.look_behind(event)
                    if event.end_mark.line > mark.line:
                        self.look_within(mark.line, event.end_mark.line)
            elif kind is mapping or kind is sequence:
                node = Block() if kind is mapping else Items()
                mark = event.start_mark
                node.line, node.column, node.flow = mark.line + 1, mark.column + 1, event.flow_style
                if event.flow_style and kind is mapping and self.braces(mark):
                    return None
            elif kind in ends:
                holder, key = stack.pop()
                continue
            elif kind is alias:
                mark = event.start_mark
                self.marked(mark, f"*{event.anchor}")
                node = Text("")
                node.line, node.column, node.style = mark.line + 1, mark.column + 1, ""
            elif kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.second(event.start_mark.line)
                    break
                continue
            elif kind is events.StreamEndEvent:
                break
            else:
                continue
            values += 1
            if values > MAX_VALUES:
                self.found(
                    "Y123",
                    f"the file holds more than {MAX_VALUES:,} values.",
                    mark.line,
                    mark.column,
                    "Split it into several files.",
                )
                return None
            if kind is not alias and (event.anchor is not None or event.tag is not None):
                self.marked(mark, f"&{event.anchor}" if event.anchor is not None else event.tag)
            # put the node where it belongs
            if holder is None:
                root = node
            elif type(holder) is Items:
                holder.append(node)
            elif key is None:
                if type(node) is not Text:
                    self.found(
                        "Y124",
                        "a list or a group of keys stands where a key is expected.",
                        mark.line,
                        mark.column,
                        "Begin the line with a key and a colon, such as “text: ”.",
                    )
                    return None
                if node in holder:
                    self.twice(holder, node, in_list=len(stack) > 0 and type(stack[-1][0]) is Items)
                    key = Text(f"{node} (again)")
                    key.line, key.column, key.style = node.line, node.column, "again"
                else:
                    key = node
                continue
            else:
                if key.style != "again":
                    holder[key] = node
                key = None
            if kind is mapping or kind is sequence:
                stack.append((holder if holder is not None else node, None))
                if len(stack) > MAX_DEPTH:
                    self.found(
                        "Y123",
                        f"lists stand more than {MAX_DEPTH} deep within each other.",
                        mark.line,
                        mark.column,
                        "Look for brackets or dashes that were pasted by accident.",
                    )
                    return None
                holder, key = node, None
        return self._checked(root)

    def _checked(self, root: Node | None) -> Block | None:
        if isinstance(root, Block):
            return root
        if root is None or (isinstance(root, Text) and not root.strip()):
            self.found(
                "Y125", "the file is empty.", 0, 0, "Begin it with “kind: ” and one of the kinds, or delete the file."
            )
        else:
            self.found(
                "Y126",
                "the file does not begin with a key.",
                root.line - 1,
                root.column - 1,
                "An entry begins with “kind: ” and one of the kinds, such as “kind: statement”.",
            )
        return None

    def _without_escapes(self, node: Text) -> Text:
        """Return the value without characters that do not print, and say which a backslash has put there."""
        if unprinted(node) is None:
            return node
        self.escaped += 1
        bad = next(character for character in node if unprinted(character))
        if self.escaped <= MAX_SAID:
            line, column = locate(self.lines, (node.line, node.column), '"', node, node.index(bad))
            message = f"a backslash and what follows it stand for a character that does not print (U+{ord(bad):04X})."
            hint = "Take it out, or type two backslashes where one is meant."
            self.found("Y105", message, line - 1, column - 1, hint)
        clean = Text(printed(node))
        clean.line, clean.column, clean.style = node.line, node.column, node.style
        return clean


def _grants(path: str, lines: list[str], keys: frozenset[str]) -> int | None:
    """Return how many items of lists begin with “recipient”, or None where YAML cannot read the lines."""
    builder = _Builder(path, lines, keys)
    try:
        waiting: list[Node | None] = [builder.build()]
    except yaml.YAMLError:
        return None
    if any(finding.code == "Y120" for finding in builder.findings):
        return None
    count = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, Block):
            waiting += node.values()
        elif isinstance(node, Items):
            count += sum(isinstance(row, Block) and next(iter(row), "") == "recipient" for row in node)
            waiting += node
    return count


def _probe(lines: list[str]) -> Stop | None:
    """Return where YAML stops reading these lines, or None when it reads them all."""
    get = CParser("\n".join(lines)).get_event
    try:
        while type(get()) is not events.StreamEndEvent:
            pass
    except yaml.YAMLError as error:
        return _stop(error)
    return None


def _stop(error: yaml.YAMLError) -> Stop:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    line = mark.line if mark is not None else 0
    column = mark.column if mark is not None else 0
    return Stop(
        line, column, context.line if context is not None else line, str(getattr(error, "problem", "") or error)
    )
