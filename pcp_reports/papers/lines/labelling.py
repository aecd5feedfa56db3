"""Which lines of a text begin with a label, by evidence: what stands above them, and the run of their numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.joining import Wraps, joins
from pcp_reports.papers.lines.line_labels import AMOUNT_ALONE, Label, is_dash, label_of, needs_a_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.papers.lines.lines import Line

_LOOKED_AT = 200  # lines above and below
NEAR = 1
"""How many columns the indents of one list may differ by."""


def labels_in(lines: Sequence[Line], wraps: Wraps) -> dict[int, Label]:
    """Return the lines that begin with a label, by evidence: what stands above them, and the run of their numbers."""
    maybe = {at: label for at, line in enumerate(lines) if (label := label_of(line.text)) is not None}
    runs = _in_runs(maybe)
    made: dict[int, Label] = {}
    last: dict[str, int] = {}
    for at, label in maybe.items():
        continues = any(count > 1 and count == last.get(run, 0) + 1 for run, count in label.ways)
        if not _is_label(lines, at, label, wraps, made, continues=continues, in_run=at in runs):
            continue
        made[at] = label
        last |= label.ways
    return made


def _in_runs(maybe: dict[int, Label]) -> set[int]:
    """Return the lines whose number has a neighbour: one less before it, or one more behind it."""
    found: set[int] = set()
    seen: dict[tuple[str, int], int] = {}
    for at, label in maybe.items():
        for run, count in label.ways:
            before = seen.get((run, count - 1))
            if before is not None:
                found |= {at, before}
            seen[run, count] = at
    return found


def _is_label(
    lines: Sequence[Line], at: int, label: Label, wraps: Wraps, made: dict[int, Label], *, continues: bool, in_run: bool
) -> bool:
    line = lines[at]
    if (
        not label.numbered
        and AMOUNT_ALONE.fullmatch(line.text[label.words :].strip())
        and is_dash(label)
        and (not line.gap or line.turned)
    ):
        return False  # “– £5,000” is the end of the line above
    if needs_a_run(label) and not in_run:
        return False
    opens = at == 0 or (line.gap > 0 and not line.turned)
    if opens:
        return True
    above = lines[at - 1]
    # The line above was wrapped, or stops in the middle: then what begins this one is a word of the sentence.
    bare = replace(line, text=" " * line.indent + line.text[label.words :])
    wrapped = joins(above, bare, wraps) or above.text.rstrip()[-1] in ",–—"
    if label.numbered:
        return continues or (in_run and not wrapped) or not wrapped
    beside = next((one for one in (at - 1, *_back_to_item(lines, at, made)) if one in made), None)
    if beside is not None and made[beside].typed == label.typed:
        return not is_dash(label) or line.indent <= lines[beside].indent + NEAR
    doubtful = is_dash(label) and wrapped and line.text[label.words :][:1].islower()
    return not doubtful or _has_fellow(lines, at, label)


def _has_fellow(lines: Sequence[Line], at: int, label: Label) -> bool:
    """Return whether a line further down, with no blank line between, begins with the same sign at the same margin."""
    for line in lines[at + 1 : at + _LOOKED_AT]:
        if line.gap or line.turned:
            return False
        other = label_of(line.text)
        if other is not None and other.typed == label.typed and line.indent == lines[at].indent:
            return True
    return False


def _back_to_item(lines: Sequence[Line], at: int, made: dict[int, Label]) -> Iterable[int]:
    """Yield the lines above without a blank line between, nearest first."""
    last = max(0, at - _LOOKED_AT)
    while at > last and not (lines[at].gap and not lines[at].turned):
        at -= 1
        yield at
        if at in made:
            return
