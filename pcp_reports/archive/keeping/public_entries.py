"""The entries of a paper as they may be kept in public: a copy of each, with what is exempt cut out of it.

An archived version is a public output (LGA 1972 s.100A(4)), so neither an exempt grant nor the name of an exempt entry
may be in it. The copy is proved before it is used: it must make the very same paper. Where that cannot be shown, the
file is left out, and said to be.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.checks import check, concerning
from pcp_reports.compose import compose
from pcp_reports.document import Origin
from pcp_reports.findings import has_errors
from pcp_reports.ledger import ROUND
from pcp_reports.placing import survey as surveyed
from pcp_reports.records import dataclass
from pcp_reports.withholding import holds_exempt, is_exempt
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.document import Document
    from pcp_reports.nodes import Block
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

_NOWHERE = Origin("", 0)
_NOTE = re.compile(r" {2,}# .*$")


@dataclass(frozen=True, slots=True)
class PublicEntries:
    """The bytes of each entry by its path, and the paths of those that could not be kept because of what is exempt in them."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()


def public_entries(survey: Survey, name: str, inputs: Iterable[Filed]) -> PublicEntries:
    """Return what a paper was made from, without what is exempt. Every file of ``inputs`` must be sound, and its bytes kept."""
    whole: dict[str, bytes] = {}
    cut: dict[str, bytes | None] = {}
    for filed in inputs:
        data = filed.source.data or b""
        if filed is survey.register.papers[name].filed:
            made = _without_exempt_items(survey, name)
        elif holds_exempt(filed):
            made = _without_exempt_grants(filed)
        else:
            whole[filed.path] = data
            continue
        if made is not None and "\n".join(made) == "\n".join(filed.source.lines):
            whole[filed.path] = data
        else:
            cut[filed.path] = "\n".join([*made, ""]).encode() if made is not None else None
    if not cut:
        return PublicEntries(whole)
    ready = {path: data for path, data in cut.items() if data is not None}
    if len(ready) == len(cut) and _makes_the_same(survey, name, {**whole, **ready}):
        return PublicEntries({**whole, **ready})
    return PublicEntries(whole, tuple(sorted(cut)))


def _makes_the_same(survey: Survey, name: str, files: Mapping[str, bytes]) -> bool:
    """Return whether entries, read anew on their own, hold nothing exempt and make the same paper."""
    with tempfile.TemporaryDirectory(prefix="pcp-reports-") as folder:
        root = Path(folder)
        for path, data in files.items():
            file = root.joinpath(*path.split("/"))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        again = surveyed(load(root))
        if name not in again.register.papers or any(holds_exempt(one) for one in again.register.entries):
            return False
        if has_errors(concerning(again, (name,), check(again))):
            return False
        return _words_of(compose(again, name)) == _words_of(compose(survey, name))


def _words_of(document: Document) -> Document:
    """Return a document without the places its words come from: lines move when something above is cut."""

    def moved(blocks: tuple) -> tuple:  # type: ignore[type-arg] # of blocks
        return tuple(replace(block, origin=_NOWHERE) for block in blocks)

    return replace(
        document,
        summary=moved(document.summary),
        recommendation=moved(document.recommendation),
        body=moved(document.body),
    )


def _without_exempt_grants(filed: Filed) -> list[str] | None:
    """Return the lines of a round without its exempt grants, or None where they cannot be told apart line by line."""
    if filed.kind != ROUND or filed.model is None:
        return None
    cutting = _Cutting(filed.source.lines)
    for strand in filed.model.grants:
        exempt = [grant for grant in strand.grants if grant.exempt is not None]
        for grant in exempt:
            cutting.item(grant.node)
        if exempt and len(exempt) == len(strand.grants) and strand.name is not None:
            cutting.line_above(exempt[0].node, strand.name)
    cutting.key("accept")  # its reasons may speak of what is exempt
    return cutting.done()


def _without_exempt_items(survey: Survey, name: str) -> list[str] | None:
    """Return the lines of a paper.yaml without its exempt items; the ``also`` that takes over a number loses its “also”."""
    filed = survey.register.papers[name].filed
    hidden = {one.name for one in survey.register.entries if is_exempt(one)}
    cutting = _Cutting(filed.source.lines)
    for section in survey.placements[name].sections:
        orphaned, kept = False, 0
        exempt = [placed for placed in section.items if placed.exempt]
        if exempt and len(exempt) == len(section.items):
            cutting.item(section.section.node)
            continue
        for placed in section.items:
            if placed.exempt:
                orphaned = orphaned or not placed.also
                cutting.line(placed.item.words.line)
                continue
            if placed.item.also and exempt and (orphaned or not kept):
                cutting.without_also(placed.item.words.line)
            orphaned, kept = False, kept + 1
    lines = cutting.done()
    if lines is None or any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", "\n".join(lines)) for one in hidden):
        return None
    return lines


class _Cutting:
    """Takes whole items of lists out of a file's lines, with the notes that stand right above them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        self.gone: set[int] = set()
        self.possible = True

    def item(self, node: Block) -> None:
        """Take out the item of a list that a group of keys is, from its dash to where the next one begins."""
        start = self._dash(node.line, node.column)
        if start is None or (node.flow and not self.lines[start].lstrip().startswith("- {")):
            self.possible = False
            return
        dash = self.lines[start].index("-")
        end = start + 1
        while end < len(self.lines) and (not self.lines[end].strip() or _indent(self.lines[end]) > dash):
            end += 1
        while not self.lines[end - 1].strip():
            end -= 1
        self._take(start, end)

    def line(self, number: int) -> None:
        """Take out an item that stands on one line (from 1)."""
        text = self.lines[number - 1].lstrip()
        if text.startswith("- ") and not text.startswith("- ["):
            self._take(number - 1, number)
        else:
            self.possible = False

    def line_above(self, node: Block, name: str) -> None:
        """Take out the line, with ``name`` and a colon, that a list stands beneath."""
        start = self._dash(node.line, node.column)
        at = (start or 0) - 1
        while at > 0 and (at in self.gone or not self.lines[at].strip()):
            at -= 1
        if name in self.lines[at] and self.lines[at].rstrip().endswith(":"):
            self._take(at, at + 1)
        else:
            self.possible = False

    def without_also(self, number: int) -> None:
        """Make an ``also`` item on or just above a line (from 1) an item that carries a number itself."""
        for at in (number - 1, number - 2):
            if at >= 0 and re.match(r"\s*-\s+also:", self.lines[at]):
                behind = self.lines[at].split("also:", 1)
                self.lines[at] = (behind[0] + behind[1].strip()).rstrip()
                return
        self.possible = False

    def key(self, name: str) -> None:
        """Take out a key of the file itself with all beneath it; a file without it stays as it is."""
        start = next((at for at, line in enumerate(self.lines) if line.startswith(f"{name}:")), None)
        if start is None or not self.gone:
            return
        end = start + 1
        while end < len(self.lines) and (not self.lines[end].strip() or _indent(self.lines[end]) > 0):
            end += 1
        self._take(start, end)

    def done(self) -> list[str] | None:
        """Return the lines that are left, or None where something could not be taken out.

        Of a file that anything was taken out of, notes are taken out too: they may speak of it.
        """
        if not self.possible:
            return None
        left = [line for at, line in enumerate(self.lines) if at not in self.gone]
        if left == self.lines:
            return left
        return [_NOTE.sub("", line) for line in left if not line.lstrip().startswith("#")]

    def _dash(self, line: int, column: int) -> int | None:
        """Return the line (from 0) with the dash of the item whose first key stands at a place (from 1)."""
        if re.search(r"-\s+$", self.lines[line - 1][: column - 1]):
            return line - 1
        above = line - 2
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 and self.lines[above].strip() == "-" else None

    def _take(self, start: int, end: int) -> None:
        while start > 0 and self.lines[start - 1].lstrip().startswith("#"):
            start -= 1
        self.gone |= set(range(start, end))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
