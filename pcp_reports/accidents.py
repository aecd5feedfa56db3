"""How to mend the YAML accidents of pasted prose: a colon, a quotation mark or a brace where YAML takes it for its own.

Works on lines of text alone and never guesses: a mend is taken only if YAML reads on past the place where it stopped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOOK_BACK = 40
"""How many lines above the place where YAML stopped are looked at for the cause."""

PROBE_BYTES = 24 * 1024 * 1024
"""How much text one file may have read again in search of mends before the tool asks for the first ones to be mended."""

_LINE = re.compile(
    r"^(?P<lead>\s*(?:- +)*)(?:(?P<key>[^\s:#'\"\[\]{}&*!|>%@`,-][^:#'\"\[\]{}]*?)(?P<colon>:(?: +|$)))?(?P<value>.*)$"
)
_COLON = "a colon stands in the words, and YAML takes what is before it for another key"
_RESERVED = "@`%&*!|>?,]}-:"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML stopped reading: line and column from 0, and the line where what it was reading began."""

    line: int
    column: int
    began: int
    problem: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Lines ``first`` … (from 0) as they should be. ``column`` (from 0) is where the trouble stands on ``line``."""

    code: str
    why: str
    line: int
    column: int
    first: int
    new: tuple[str, ...]
    certain: bool = True
    shown: tuple[str, ...] = ()  # what to write, where it takes another number of lines than ``new``
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A line taken apart: indent and dashes, key with its colon and spaces (may be empty), and the value."""

    lead: str
    key: str
    value: str

    @property
    def before(self) -> str:
        """Return everything before the value."""
        return self.lead + self.key


def take_apart(line: str) -> Parts:
    """Return the parts of a line of YAML as an officer reads it; never fails."""
    match = _LINE.match(line)
    if match is None:
        return Parts("", "", line)
    return Parts(match["lead"], (match["key"] or "") + (match["colon"] or ""), match["value"])


def quoted_line(line: str) -> str:
    """Return the line with its value in quotation marks; a note after it (two spaces, ``#``, a space) stays a note."""
    parts = take_apart(line)
    value, note = _without_note(parts.value)
    return parts.before + _requoted(value) + note


def cut_off_line(line: str) -> str:
    """Return the line with everything after the key in quotation marks, what stands behind ``#`` included."""
    parts = take_apart(line)
    return parts.before + _requoted(parts.value)


def find_mend(
    lines: list[str], stop: Stop, probe: Callable[[list[str]], Stop | None], keys: frozenset[str]
) -> Mend | None:
    """Return the mend that lets YAML read on past ``stop``, or None. ``keys`` are the words that may stand before a colon."""
    size = sum(map(len, lines)) + len(lines)
    for tried, mend in enumerate(_candidates(lines, stop, keys), 1):
        if tried * size > PROBE_BYTES:
            return None
        mended = [*lines[: mend.first], *mend.new, *lines[mend.first + len(mend.new) :]]
        after = probe(mended)
        if after is None or ((after.line, after.column) > (stop.line, stop.column) and after.line > mend.line):
            return mend
    return None


def _candidates(lines: list[str], stop: Stop, keys: frozenset[str]) -> Iterator[Mend]:
    last = min(stop.line, len(lines) - 1)
    order = dict.fromkeys([last, stop.began, *range(last - 1, max(-1, last - LOOK_BACK), -1)])
    suspects = [number for number in order if 0 <= number < len(lines)]
    for number in suspects:
        yield from _value_mends(lines, number)
    for number in suspects:
        yield from _key_mends(lines, number, keys)
    for number in suspects[:3]:
        yield from _run_on_mends(lines, number, keys)
    yield from _text_mends(lines, last, keys)
    yield from _paragraph_mends(lines, last, keys)
    for number in (last, *([last - 1] if last else [])):
        yield from _indent_mends(lines, number, keys)


def _value_mends(lines: list[str], number: int) -> Iterator[Mend]:
    parts = take_apart(lines[number])
    value, note = _without_note(parts.value)
    if not value:
        return
    column = len(parts.before)

    def mended(code: str, why: str, at: int, new: str, certain: bool = True) -> Mend:
        return Mend(code, why, number, column + at, number, (parts.before + new + note,), certain)

    first = value[0]
    if first in "'\"":
        inner = value[1:-1] if len(value) > 1 and value.endswith(first) else ""
        if first not in value[1:]:
            words = value[1:] if first == '"' else value  # a single one may be an apostrophe
            yield mended(
                "Y111", "a quotation mark opens here and is never closed", 0, yaml_quoted(words), certain=False
            )
            return
        # 'The Station's club' is quoted as a whole; 'The Station' and 'the Hub' may be either.
        whole = bool(inner) and inner.count(first) % 2 == 1
        words = inner if whole else value
        yield mended(
            "Y111",
            "a quotation mark begins the value, and YAML takes the value to end at the next one",
            0,
            yaml_quoted(words),
            whole or not inner,
        )
        return
    if first in "{[":
        yield mended(
            "Y112",
            f"a value that begins with {first} must stand in quotation marks",
            0,
            _requoted(value),
            certain="}" in value or "]" in value,
        )
        return
    if first in _RESERVED and not (first in "-?:" and len(value) > 1 and not value[1].isspace()):
        if first in "|>" and re.fullmatch(r"[|>][+-]?[1-9]?[+-]?", value):
            return
        yield mended("Y113", f"a value that begins with {first} must stand in quotation marks", 0, _requoted(value))
        return
    colon = re.search(r":(?=\s|$)", value)
    if colon is not None and parts.key:
        yield mended("Y110", _COLON, colon.start(), _requoted(value))


def _key_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    match = re.match(r"^(\s*(?:- +)*)([A-Za-z_]+)(\s*:?\s*)(\S.*)$", lines[number])
    if match is None or match[2] not in keys or re.match(r":\s", match[3]):
        return
    colon = ":" in match[3]
    why = f"a space is missing after “{match[2]}:”" if colon else f"a colon is missing after “{match[2]}”"
    if not match[3].strip() and not match[3]:
        return
    yield Mend("Y114", why, number, match.end(2), number, (f"{match[1]}{match[2]}: {_value_as_typed(match[4])}",))


def _value_as_typed(value: str) -> str:
    if re.fullmatch(r"[|>][+-]?", value.strip()):
        return value
    return _requoted(value) if re.search(r":(?=\s|$)| #", value) or value[0] in _RESERVED + "{[" else value


def _run_on_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Put quotation marks round a value that runs over several lines, with a colon in a later one."""
    colon = re.search(r":(?=\s|$)", lines[number])
    start = number - 1
    while start >= 0 and not take_apart(lines[start]).key and start > number - LOOK_BACK:
        start -= 1
    if colon is None or start < 0:
        return
    head = take_apart(lines[start])
    if not head.key or not head.value or head.value[0] in "'\"#" + _RESERVED + "{[":
        return
    end = number
    while end + 1 < len(lines) and lines[end + 1].strip() and _indent(lines[end + 1]) > len(head.lead):
        end += 1
    if any(_starts_with_key(line, keys) or line.lstrip().startswith("- ") for line in lines[start + 1 : end + 1]):
        return  # a line that begins with a key is a slip in the indent, not words
    escape = {ord("\\"): "\\\\", ord('"'): '\\"'}
    new = [
        f'{head.before}"{head.value.translate(escape)}',
        *(line.translate(escape) for line in lines[start + 1 : end + 1]),
    ]
    new[-1] = new[-1].rstrip() + '"'
    yield Mend("Y110", _COLON, number, colon.start(), start, tuple(new))


def _text_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Paragraphs under ``text: |`` that are not set in: two spaces before each line."""
    for at in (number, number - 1, number - 2):
        if at <= 0 or at >= len(lines) or not lines[at].strip():
            continue
        head = at - 1
        while head >= 0 and not re.search(r":\s+[|>][+-]?\s*$", lines[head]):
            if _starts_with_key(lines[head], keys) or head < at - LOOK_BACK * 5:
                head = -1
                break
            head -= 1
        if head < 0:
            continue
        column = _indent(lines[head]) + 2
        first = head + 1
        while first < at and (not lines[first].strip() or _indent(lines[first]) >= column):
            first += 1
        last = first
        while last + 1 < len(lines) and not _starts_with_key(lines[last + 1], keys):
            last += 1
        while last > first and not lines[last].strip():
            last -= 1
        new = tuple(
            " " * column + line.strip() if line.strip() and _indent(line) < column else line
            for line in lines[first : last + 1]
        )
        if new != tuple(lines[first : last + 1]):
            name = take_apart(lines[head]).key.split(":")[0]
            yield Mend(
                "Y116",
                f"the words under “{name}: |” must be set in by two spaces",
                first,
                0,
                first,
                new,
                hint=f"Put {column} spaces before each line of the text.",
            )
            return


def _paragraph_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Paragraphs pasted behind ``text:`` without the bar that lets a text run over several lines."""
    for at in (number, number - 1):
        head = at - 1
        while head >= 0 and not _starts_with_key(lines[head], keys) and head > at - LOOK_BACK:
            head -= 1
        if head < 0 or not _starts_with_key(lines[head], keys) or _starts_with_key(lines[at], keys):
            continue
        parts = take_apart(lines[head])
        if not parts.value or parts.value[0] in "'\"|>#":
            continue
        last = at
        while last + 1 < len(lines) and not _starts_with_key(lines[last + 1], keys):
            last += 1
        while not lines[last].strip():
            last -= 1
        margin = " " * (len(parts.lead) + 2)
        words = [parts.value, *(line.strip() for line in lines[head + 1 : last + 1])]
        escape = {ord("\\"): "\\\\", ord('"'): '\\"'}
        new = [margin + line.translate(escape) if line else "" for line in words]
        new[0] = f'{parts.before}"{new[0].strip()}'
        new[-1] += '"'
        shown = (parts.before.rstrip() + " |", *(margin + line if line else "" for line in words))
        name = parts.key.split(":")[0]
        yield Mend(
            "Y116",
            f"a text of several paragraphs needs a bar behind “{name}:”, and its words set in beneath",
            at,
            0,
            head,
            tuple(new),
            shown=shown,
            hint=f"Type: {name}: | and begin the words on the next line, each line set in by {len(margin)} spaces.",
        )
        return


def missing_colon(lines: list[str], keys: frozenset[str]) -> Mend | None:
    """Return the mend of a file that begins with a key without its colon or the space behind it, or None."""
    first = next(
        (number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), None
    )
    return next(_key_mends(lines, first, keys), None) if first is not None else None


def _indent_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    line = lines[number]
    if not line.strip():
        return
    bare = line.lstrip()
    if not (_starts_with_key(line, keys) or bare.startswith("- ")):
        return
    mine = _indent(line)
    levels: dict[int, None] = {}
    for above in reversed(lines[max(0, number - LOOK_BACK) : number]):
        if above.strip() and not above.lstrip().startswith("#"):
            indent = _indent(above)
            levels.setdefault(indent)
            if above.lstrip().startswith("- ") and not bare.startswith("- "):
                levels.setdefault(indent + 2)
    for level in sorted((level for level in levels if level != mine), key=lambda level: abs(level - mine)):
        if abs(level - mine) <= 4:  # noqa: PLR2004 - further than two steps away is another place, not a slip
            spaces = "space" if mine == 1 else "spaces"
            yield Mend(
                "Y115",
                f"this line begins {mine} {spaces} in, which fits nothing above it",
                number,
                mine,
                number,
                (" " * level + bare,),
                certain=False,
            )


def _starts_with_key(line: str, keys: frozenset[str]) -> bool:
    match = re.match(r"^\s*(?:- +)*([A-Za-z_]+):(?:\s|$)", line)
    return match is not None and match[1] in keys


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without_note(value: str) -> tuple[str, str]:
    """Return the value without spaces at its end, and the note behind it: two spaces or more, ``#``, a space."""
    match = re.search(r"\s{2,}#\s.*$", value)
    if match is not None and match.start() > 0:
        return value[: match.start()].rstrip(), match[0]
    return value.rstrip(), ""


def _requoted(value: str) -> str:
    return yaml_quoted(value.strip())
