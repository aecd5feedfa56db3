"""What cannot be kept or read on from: a key that comes again, and a line that fits nothing above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, Related
from pcp_reports.notices import Notices, stem

if TYPE_CHECKING:
    from pcp_reports.nodes import Block, Text
    from pcp_reports.typed_lines import Stop

MAX_TWICE = 20
"""How many keys that stand twice are told of in one file."""


class Repeats(Notices):
    """The notices of one file, and those of keys that stand twice."""

    def __init__(self, path: str, lines: list[str], keys: frozenset[str]) -> None:
        """Take what `Notices` takes."""
        super().__init__(path, lines, keys)
        self.again = 0
        self.split: Block | None = None  # two items run together, told once

    def twice(self, holder: Block, node: Text, *, in_list: bool) -> None:
        """Note a key that stands twice in ``holder``: a slip, or two items of a list without the dash between them."""
        self.again += 1
        first = holder.key(node) or node
        begins = in_list and not holder.flow and first is next(iter(holder))
        if self.again > MAX_TWICE or (self.split is holder and not begins):
            return
        said, hint = "stands here a second time; only one can count.", "Keep one of the two."
        if begins:  # two items of a list run together, of which one would be lost
            self.split = holder
            said = f"begins a second item here: a dash is missing before the second “{node}”."
            hint = f"Type: - {self.lines[node.line - 1].strip()}"
        self.found(
            "Y120",
            f"“{node}” {said}",
            node.line - 1,
            node.column - 1,
            hint,
            (Related("the first one", Place(self.path, first.line, first.column)),),
        )


def unreadable(path: str, lines: list[str], stop: Stop) -> Finding:
    """Return the finding that YAML cannot read on from a place, where no mend was found."""
    line, column = min(stop.line, len(lines) - 1), stop.column
    message = f"{stem(path)}: YAML cannot read on from here, and what was meant cannot be told."
    if stop.problem == "could not find expected ':'" and lines[min(stop.began, line)].strip():
        line = min(stop.began, line)
        column = len(lines[line]) - len(lines[line].lstrip())
        message = f"{stem(path)}: this line stands behind no key, and what was meant cannot be told."
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    hint = (
        "Look at this line and the one above: a key needs a colon and a space, words with a colon or quotation marks "
        "need quotation marks round them, a text of several lines needs a bar, and lines of one list begin equally far in."
    )
    return Finding("Y119", message, Place(path, line + 1, min(column, len(lines[line])) + 1), hint)


def as_it_stands(finding: Finding, lines: tuple[str, ...]) -> Finding:
    """Return the finding, without a fix that is made for lines as another mend leaves them: that one goes first."""
    fix = finding.fix
    if fix is None or lines[fix.first - 1 : fix.first - 1 + len(fix.old)] == fix.old:
        return finding
    return replace(finding, fix=None)
