"""One edit -> which characters of which lines become what."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.nodes import Block, Items, Text
from pcp_reports.records import dataclass
from pcp_reports.rewriting.edits import Addition, Refused, Removal, Setting, named, node_at
from pcp_reports.rewriting.writing import STEP, bar, item_lines, list_lines, literal_lines, value_as_typed, value_lines
from pcp_reports.typed_lines import indent_of
from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from pcp_reports.rewriting.edits import Edit, Trail
    from pcp_reports.rewriting.places import Lines, Span


@dataclass(frozen=True, slots=True)
class Splice:
    r"""What stands from line and column to line and column (from 0) becomes ``new``, whose lines ``\n`` parts."""

    line: int
    column: int
    end_line: int
    end_column: int
    new: str


def splices_of(places: Lines, root: Block, edit: Edit) -> list[Splice]:
    """Return what an edit does to the lines. Raises Refused where that cannot be done without doubt."""
    if isinstance(edit, Addition):
        return _addition(places, root, edit)
    if isinstance(edit, Removal):
        return [_removal(places, root, edit.trail)]
    node = node_at(root, edit.trail)
    if node is None:
        return [_new_key(places, root, edit)]
    if not isinstance(node, Text):
        raise Refused(f"{named(edit.trail)} is a list or a group of keys, not words")
    holder = node_at(root, edit.trail[:-1])
    flow = isinstance(holder, Block | Items) and holder.flow
    if edit.value is None:
        raise Refused("words cannot be taken away and their key left")
    if not isinstance(edit.value, str):
        if node or flow:
            raise Refused(f"{named(edit.trail)} is words, not a list or a group of keys")
        margin = _margin(places, root, edit.trail)
        return [_beneath(places, node, value_lines("", edit.value, margin)[1:])]
    return _words(places, root, edit, node, flow=flow)


def _words(places: Lines, root: Block, edit: Setting, node: Text, *, flow: bool) -> list[Splice]:
    """Return what puts words in the place of words."""
    value = str(edit.value)
    if value == node:
        return []
    span = places.span(node, flow=flow)
    if node.style == "|" and value.strip() and (lines := _inside(places, node, span.end_line, value)) is not None:
        return lines
    if "\n" not in value.rstrip("\n"):
        typed = _on_one_line(value.rstrip("\n") if "\n" in value else value, node.style, flow=flow)
        return [Splice(span.line, span.column, span.end_line, span.end_column, _gap(places, span) + typed)]
    if flow:
        raise Refused("words of several lines cannot stand within brackets")
    margin = _margin(places, root, edit.trail) + STEP
    words = literal_lines(value, margin)
    if span.end_line == span.line:
        head = Splice(span.line, span.column, span.line, span.end_column, _gap(places, span) + bar(value))
        return [head, _after(places, span.line, words)]
    rest = places.lines[span.end_line][span.end_column :]
    if rest.strip():
        raise Refused("a note stands behind words of several lines")
    return [
        Splice(span.line, span.column, span.end_line, len(places.lines[span.end_line]), "\n".join((bar(value), *words)))
    ]


def _gap(places: Lines, span: Span) -> str:
    """Return the blank that is missing between a colon or dash and what is put behind it."""
    return " " if places.lines[span.line][: span.column].endswith((":", "-")) else ""


def _on_one_line(value: str, style: str | None, *, flow: bool) -> str:
    """Return words as they stand behind a key, in the quotation marks that were there if these will do."""
    plain = value_as_typed(value)
    escaped = plain.startswith('"') and plain != f'"{value}"'
    bare = not plain.startswith(("'", '"'))
    if escaped or not value or (bare and not flow and style not in ("'", '"')):
        return plain
    hard = '"' in value or "\\" in value
    if style == "'" or hard:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _inside(places: Lines, node: Text, last: int, value: str) -> list[Splice] | None:
    """Return what changes the lines of a text under a bar that differ, and no others; None where the bar must change."""
    first = node.line  # the line beneath the bar, from 0
    typed = places.lines[first : last + 1]
    margin = next((indent_of(line) for line in typed if line.strip()), None)
    header = places.lines[node.line - 1][node.column - 1 :]
    if margin is None or bar(value) != "|" or header[1:2] not in ("", " ", "-", "+"):
        return None
    old = [line[margin:] for line in typed]
    new = value.rstrip("\n").split("\n")
    made = []
    for start, end, low, high in _differing(old, new):
        lines = [" " * margin + line if line else "" for line in new[low:high]]
        if start == end:
            made.append(_after(places, first + start - 1, lines))
        elif not lines:
            made.append(_cut(places, first + start, first + end))
        else:
            at = first + end - 1
            made.append(Splice(first + start, 0, at, len(places.lines[at]), "\n".join(lines)))
    return made


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where lines differ: from and to in the old ones, and in the new.

    First each line with the blank ones beneath it: the blank lines of a long text, each like all others, take minutes.
    """
    starts, new_starts = _starts(old), _starts(new)
    here = [tuple(old[one:other]) for one, other in pairwise(starts)]
    there = [tuple(new[one:other]) for one, other in pairwise(new_starts)]
    for first, last, new_first, new_last in _unlike(here, there):
        at, to = starts[first], new_starts[new_first]
        for start, end, low, high in _unlike(old[at : starts[last]], new[to : new_starts[new_last]]):
            yield at + start, at + end, to + low, to + high


def _starts(lines: list[str]) -> list[int]:
    """Return where the lines with words stand, the first line and the end as well."""
    return [*(at for at, line in enumerate(lines) if not at or line.strip()), len(lines)]


def _unlike(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int]]:
    for what, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            first, last, new_first, new_last = places
            yield first, last, new_first, new_last


def _margin(places: Lines, root: Block, trail: Trail) -> int:
    """Return how far in the key stands at the end of a trail, or the dash of an item."""
    *way, last = trail
    holder = node_at(root, tuple(way))
    if isinstance(holder, Block) and isinstance(last, str):
        key = holder.key(last)
        return (key if key is not None else holder).column - 1
    node = node_at(root, trail)
    if node is None:
        raise Refused(f"nothing stands at {named(trail)}")
    return places.dash(node)[1]


def _new_key(places: Lines, root: Block, edit: Setting) -> Splice:
    *way, last = edit.trail
    holder = node_at(root, tuple(way))
    if not isinstance(holder, Block) or not isinstance(last, str):
        raise Refused(f"nothing stands at {named(edit.trail)}")
    if holder.flow:
        raise Refused("it stands in brackets on one line")
    margin = holder.column - 1
    end = places.with_notes(places.last_line(holder), margin)
    return _after(places, end, value_lines(" " * margin + yaml_quoted(last) + ":", edit.value, margin))


def _addition(places: Lines, root: Block, edit: Addition) -> list[Splice]:
    node = node_at(root, edit.trail)
    if isinstance(node, Text) and not node:
        return [_beneath(places, node, list_lines([edit.item], _margin(places, root, edit.trail) + STEP))]
    if not isinstance(node, Items):
        raise Refused(f"{named(edit.trail)} is no list")
    if node.flow or not node:
        return [_into_brackets(places, root, edit, node)]
    line, margin = places.dash(node[-1])
    inner = node[-1].column - 1 - margin if node[-1].line - 1 == line else STEP
    last = places.with_notes(places.last_line(node[-1]), margin)
    return [_after(places, last, item_lines(edit.item, margin, max(inner, STEP)))]


def _into_brackets(places: Lines, root: Block, edit: Addition, node: Items) -> Splice:
    """Return what adds words to a list written in brackets on one line."""
    if not node or not isinstance(edit.item, str) or not isinstance(node[-1], Text) or "\n" in edit.item:
        raise Refused(f"the list {named(edit.trail)} stands in brackets on one line")
    del root
    span = places.span(node[-1], flow=True)
    typed = _on_one_line(edit.item, '"', flow=True)
    return Splice(span.end_line, span.end_column, span.end_line, span.end_column, f", {typed}")


def _removal(places: Lines, root: Block, trail: Trail) -> Splice:
    *way, last = trail
    holder, node = node_at(root, tuple(way)), node_at(root, trail)
    if node is None or not isinstance(holder, Block | Items):
        raise Refused(f"nothing stands at {named(trail)}")
    if holder.flow:
        raise Refused("it stands in brackets on one line")
    if len(holder) == 1:
        raise Refused("it is the only one, and nothing would be left behind the colon")
    if isinstance(holder, Items):
        line, margin = places.dash(node)
        key_line = line
    else:
        key = holder.key(str(last))
        key_line, margin = (key.line - 1, key.column - 1) if key is not None else (0, 0)
        if places.lines[key_line][:margin].strip():
            raise Refused("it stands on one line with the dash of its item")
    end = places.with_notes(max(places.last_line(node), key_line), margin)
    return _cut(places, key_line, end + 1)


def _after(places: Lines, line: int, new: Sequence[str]) -> Splice:
    """Return what puts lines behind line ``line`` (from 0)."""
    end = len(places.lines[line])
    return Splice(line, end, line, end, "\n" + "\n".join(new))


def _beneath(places: Lines, node: Text, new: Sequence[str]) -> Splice:
    return _after(places, node.line - 1, new)


def _cut(places: Lines, first: int, end: int) -> Splice:
    """Return what takes the lines from ``first`` up to, not with, ``end`` out."""
    if end < len(places.lines):
        return Splice(first, 0, end, 0, "")
    return Splice(first - 1, len(places.lines[first - 1]), end - 1, len(places.lines[end - 1]), "")
