"""Edits -> the new text of an entry file, with every line that is not concerned as it was, and the proof of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Severity
from pcp_reports.nodes import Block
from pcp_reports.rewriting.edits import Addition, Refused, Removal, Setting, expected, plainly
from pcp_reports.rewriting.places import Lines
from pcp_reports.rewriting.splices import splices_of
from pcp_reports.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.nodes import Node
    from pcp_reports.rewriting.edits import Edit, Trail, Written
    from pcp_reports.rewriting.splices import Splice
    from pcp_reports.source import Source

_ENDS = re.compile(r"(\r\n|\r|\n)")
_MARK = "\ufeff"
_OTHERWISE = "what would be written does not read back as what was meant"


def with_value(text: str, trail: Trail, value: Written) -> str | Refused:
    """Return the text of an entry file with the value at ``trail`` set: a key that is not there yet is added.

    Words of several lines become a text under a bar. Whatever cannot be done without doubt is refused.
    """
    return rewritten(text, (Setting(trail, value),))


def with_item(text: str, trail: Trail, item: Written) -> str | Refused:
    """Return the text of an entry file with ``item`` as the last one of the list at ``trail``."""
    return rewritten(text, (Addition(trail, item),))


def without(text: str, trail: Trail) -> str | Refused:
    """Return the text of an entry file without the key or item at ``trail``."""
    return rewritten(text, (Removal(trail),))


def rewritten(text: str, edits: Sequence[Edit]) -> str | Refused:
    """Return the text of an entry file (line ends as they are, a byte-order mark too) after all the edits.

    Trails count as the file stands before any of them. Nothing is raised: a file that cannot be read without mending,
    and an edit whose result does not read back as exactly what was meant, are refused.
    """
    # What goes, goes last: the new item of a list may stand behind, and take the place of, the only one that it had.
    # Nothing that is written before changes what a trail counts, as items are added at the end.
    gone = tuple(edit for edit in edits if isinstance(edit, Removal))
    kept = tuple(edit for edit in edits if not isinstance(edit, Removal))
    try:
        return _proved(_proved(text, kept), gone) if kept and gone else _proved(text, kept or gone)
    except Refused as refused:
        return refused


def _proved(text: str, edits: tuple[Edit, ...]) -> str:
    old = _sound(text)
    root = old.root
    if root is None:
        raise Refused("the file cannot be read")
    wanted = expected(root, edits)
    mark = text[:1] if text.startswith(_MARK) else ""
    rows = _ENDS.split(text[len(mark) :])
    lines, ends = rows[::2], [*rows[1::2], ""]
    places = Lines(lines, root)
    splices = [splice for edit in edits for splice in splices_of(places, root, edit)]
    _apply(lines, ends, splices)
    new = mark + "".join(line + end for line, end in zip(lines, ends, strict=True))
    read = read_source(new.encode("utf-8", errors="surrogatepass"), "new.yaml")
    faults = [finding for finding in read.findings if finding.severity is Severity.ERROR]
    if faults:
        raise Refused(faults[0].message.removeprefix("new: ").removeprefix("new.yaml: ").rstrip("."))
    if len(read.findings) > len(old.findings):
        known = {finding.code for finding in old.findings}
        raise Refused(
            next((finding.message.rstrip(".") for finding in read.findings if finding.code not in known), _OTHERWISE)
        )
    if read.root is None or plainly(read.root) != wanted or _order(read.root, root):
        raise Refused(_OTHERWISE)
    return new


def _sound(text: str) -> Source:
    read = read_source(text.encode("utf-8", errors="surrogatepass"), "old.yaml")
    if any(finding.severity is Severity.ERROR for finding in read.findings) or read.mended != read.lines:
        raise Refused("the file has faults that must be mended first; “check” tells them")
    return read


def _order(new: Node, old: Node) -> bool:
    """Return whether keys that stood in the file before have changed places; equal dicts may differ in that."""
    if isinstance(new, Block) and isinstance(old, Block):
        kept = [key for key in old if key in new]
        return [key for key in new if key in old] != kept or any(_order(new[key], old[key]) for key in kept)
    return False


def _apply(lines: list[str], ends: list[str], splices: Sequence[Splice]) -> None:
    """Put the splices into the lines, the last one first; a new line ends as the one that it follows."""
    usual = next((end for end in ends if end), "\n")
    limit = (len(lines), 0)
    for splice in sorted(enumerate(splices), key=lambda one: (one[1].line, one[1].column, one[0]), reverse=True):
        one = splice[1]
        if (one.end_line, one.end_column) > limit:
            raise Refused("two of the changes concern the same words")
        limit = (one.line, one.column)
        new = (lines[one.line][: one.column] + one.new + lines[one.end_line][one.end_column :]).split("\n")
        end = ends[one.line] or usual
        old_ends = ends[one.line : one.end_line + 1]
        lines[one.line : one.end_line + 1] = new
        ends[one.line : one.end_line + 1] = [end] * (len(new) - 1) + [old_ends[-1]]
