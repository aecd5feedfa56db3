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
from pcp_reports.characters import decode
from pcp_reports.findings import Finding, Fix, Place, Related
from pcp_reports.locating import locate, locate_each
from pcp_reports.pasted_text import PROSE, runs_on, with_bar
from pcp_reports.records import dataclass
from pcp_reports.typed_lines import Mend, Stop, starts_with_key, take_apart

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
MAX_TWICE = 20
"""How many keys that stand twice are told of in one file."""
LONGEST_HINT = 600


class Text(str):
    """A value as it was typed, with its place: line and column from 1, columns in characters."""

    __slots__ = ("column", "line", "style")
    line: int
    column: int
    style: str


class Block(dict["Text", "Node"]):
    """Keys with their values, in the order typed."""

    __slots__ = ("column", "flow", "line")
    line: int
    column: int
    flow: bool

    def key(self, name: str) -> Text | None:
        """Return the key itself, which knows its place, or None."""
        return next((key for key in self if key == name), None)


class Items(list["Node"]):
    """A list of values, in the order typed."""

    __slots__ = ("column", "flow", "line")
    line: int
    column: int
    flow: bool


Node = Text | Block | Items


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
        size = f"The file is {len(data) // 1024:,} KB; an entry file may be {MAX_BYTES // 1024:,} KB at most."
        return Source(path, (), None, (Finding("Y102", size, Place(path), "Split it into several files."),))
    decoded = decode(data, path)
    if decoded.text is None:
        return Source(path, (), None, decoded.findings)
    lines = tuple(decoded.typed.split("\n"))
    reading = _Reading(path, list(decoded.text.split("\n")), keys, list(decoded.findings))
    root = reading.read()
    return Source(path, lines, root, tuple(reading.findings), tuple(reading.lines))


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

    def read(self) -> Block | None:
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
                self.findings.append(_unreadable(self.path, self.lines, stop))
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
        self.findings.append(Finding(mend.code, f"{_stem(self.path)}: {mend.why}.", place, hint, fix=fix))
        self.lines[mend.first : mend.first + len(mend.new)] = mend.new


class _Builder:
    """Events -> nodes, with the findings that only the event stream shows."""

    def __init__(self, path: str, lines: list[str], keys: frozenset[str]) -> None:
        self.path = path
        self.lines = lines
        self.keys = keys
        self.again = 0
        self.text = "\n".join(lines)
        self.hashes = " #" in self.text
        self.findings: list[Finding] = []
        self.mends: list[Mend] = []

    def _found(
        self, code: str, message: str, line: int, column: int, hint: str = "", related: tuple[Related, ...] = ()
    ) -> None:
        self.findings.append(
            Finding(code, f"{_stem(self.path)}: {message}", Place(self.path, line + 1, column + 1), hint, related)
        )

    def build(self) -> Block | None:  # noqa: C901, PLR0912, PLR0915 - one loop over events: splitting it costs a call for each of 100,000 values
        get = CParser(self.text).get_event
        scalar, mapping, sequence = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent
        ends = (events.MappingEndEvent, events.SequenceEndEvent)
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
                if not event.style:
                    if self.hashes:
                        self._look_behind(event)
                    if event.end_mark.line > mark.line:
                        self._look_within(mark.line, event.end_mark.line)
            elif kind is mapping or kind is sequence:
                node = Block() if kind is mapping else Items()
                mark = event.start_mark
                node.line, node.column, node.flow = mark.line + 1, mark.column + 1, event.flow_style
                if event.flow_style and kind is mapping and self._braces(mark):
                    return None
            elif kind in ends:
                holder, key = stack.pop()
                continue
            elif kind is events.AliasEvent:
                mark = event.start_mark
                self._marked(mark, f"*{event.anchor}")
                node = Text("")
                node.line, node.column, node.style = mark.line + 1, mark.column + 1, ""
            elif kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second(event.start_mark.line)
                    break
                continue
            elif kind is events.StreamEndEvent:
                break
            else:
                continue
            values += 1
            if values > MAX_VALUES:
                self._found(
                    "Y123",
                    f"the file holds more than {MAX_VALUES:,} values.",
                    mark.line,
                    mark.column,
                    "Split it into several files.",
                )
                return None
            if kind is not events.AliasEvent and (event.anchor is not None or (event.tag is not None)):
                self._marked(mark, f"&{event.anchor}" if event.anchor is not None else event.tag)
            # put the node where it belongs
            if holder is None:
                root = node
            elif type(holder) is Items:
                holder.append(node)
            elif key is None:
                if type(node) is not Text:
                    self._found(
                        "Y124",
                        "a list or a group of keys stands where a key is expected.",
                        mark.line,
                        mark.column,
                        "Begin the line with a key and a colon, such as “text: ”.",
                    )
                    return None
                if node in holder:
                    self._twice(holder, node)
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
                    self._found(
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
            self._found(
                "Y125", "the file is empty.", 0, 0, "Begin it with “kind: ” and one of the kinds, or delete the file."
            )
        else:
            self._found(
                "Y126",
                "the file does not begin with a key.",
                root.line - 1,
                root.column - 1,
                "An entry begins with “kind: ” and one of the kinds, such as “kind: statement”.",
            )
        return None

    def _twice(self, holder: Block, node: Text) -> None:
        self.again += 1
        if self.again > MAX_TWICE:
            return
        first = holder.key(node) or node
        self._found(
            "Y120",
            f"“{node}” stands here a second time; only one can count.",
            node.line - 1,
            node.column - 1,
            "Keep one of the two.",
            (Related("the first one", Place(self.path, first.line, first.column)),),
        )

    def _second(self, line: int) -> None:
        """Note three dashes: a rule that somebody drew, which is passed over, or a second item in the file."""
        if self.lines[line].rstrip() == "---" and not any(row.startswith("kind:") for row in self.lines[line + 1 :]):
            why = "a line of three dashes begins a second document for YAML"
            self.mends.append(Mend("Y122", why, line, 0, line, ("",), certain=False, hint="Take the line out."))
            return
        why = "a line of three dashes begins a second document; one file holds one item."
        self._found("Y122", why, line, 0, "Take the line out, or move what follows to a file of its own.")

    def _look_within(self, first: int, last: int) -> None:
        """Find bullets in a text without a bar, which YAML runs together into one line."""
        bullet = next(
            (at for at in range(first + 1, min(last + 1, len(self.lines))) if self.lines[at].lstrip().startswith("- ")),
            None,
        )
        if bullet is None:
            return
        head = first
        while head > 0 and not starts_with_key(self.lines[head], self.keys) and not self.lines[head - 1].strip():
            head -= 1
        head -= not starts_with_key(self.lines[head], self.keys)
        if head >= 0 and take_apart(self.lines[head]).name in PROSE:
            mend = with_bar(self.lines, head, bullet, self.keys)
            if mend is not None:
                self.mends.append(mend)

    def _marked(self, mark: object, what: str) -> None:
        line, column = mark.line, mark.column  # type: ignore[attr-defined] # yaml's own Mark has no stub for the C parser
        mended = accidents.quoted_line(self.lines[line])
        if mended != self.lines[line]:
            why = f"“{what}” at the beginning of a value means something to YAML; words that begin so must stand in quotation marks"
            self.mends.append(Mend("Y121", why, line, column, line, (mended,)))
        else:
            self._found(
                "Y121",
                f"“{what}” is YAML's own notation, which entries do not use.",
                line,
                column,
                "Type the words in full.",
            )

    def _braces(self, mark: object) -> bool:
        """Note a placeholder that YAML took for a group of keys; return whether it was one."""
        line, column = mark.line, mark.column  # type: ignore[attr-defined] # as above
        if not self.lines[line].startswith("{{", column):
            return False
        why = "a value that begins with {{ must stand in quotation marks"
        mended = accidents.quoted_line(self.lines[line])
        if mended == self.lines[line]:
            return False
        self.mends.append(runs_on(self.lines, line, self.keys) or Mend("Y112", why, line, column, line, (mended,)))
        return True

    def _look_behind(self, event: Any) -> None:  # noqa: ANN401 - as in `build`
        """Find words that ``#`` cuts off: an error, unless two spaces or more and a space behind it show a note."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        behind = line[mark.column :]
        if event.value == "" and behind.startswith(":"):
            behind = behind[1:]
        rest = behind.lstrip(" ")
        if not rest.startswith("#") or not behind.startswith(" "):
            return
        gap = len(behind) - len(rest)
        if len(rest) == 1 or (rest[1] in " #-=!" and (gap > 1 or event.value == "")):
            return
        column = mark.column + len(behind) - len(rest)
        if rest[1] == " ":
            self._found(
                "Y118",
                f"what stands behind # is not printed: “{rest[1:].strip()}”.",
                mark.line,
                column,
                f"If it belongs to the words, type: {accidents.cut_off_line(line).strip()} — if it is a note to "
                "yourself, put two spaces before the #.",
            )
            return
        why = f"# cuts off the words “{rest.strip()}”, which would be lost"
        mended = accidents.cut_off_line(line)
        if event.start_mark.line != mark.line or mended == line:
            self._found("Y117", why + ".", mark.line, column, "Put the whole value in quotation marks.")
            return
        self.mends.append(Mend("Y117", why, mark.line, column, mark.line, (mended,)))


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


def _unreadable(path: str, lines: list[str], stop: Stop) -> Finding:
    line, column = min(stop.line, len(lines) - 1), stop.column
    message = f"{_stem(path)}: YAML cannot read on from here, and what was meant cannot be told."
    if stop.problem == "could not find expected ':'" and lines[min(stop.began, line)].strip():
        line = min(stop.began, line)
        column = len(lines[line]) - len(lines[line].lstrip())
        message = f"{_stem(path)}: this line stands behind no key, and what was meant cannot be told."
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    hint = (
        "Look at this line and the one above: a key needs a colon and a space, words with a colon or quotation marks "
        "need quotation marks round them, a text of several lines needs a bar, and lines of one list begin equally far in."
    )
    return Finding("Y119", message, Place(path, line + 1, min(column, len(lines[line])) + 1), hint)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rsplit(".", 1)[0]
