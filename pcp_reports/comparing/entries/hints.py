"""What an officer does with a change that `compare --apply` does not write: where to type it, in their own files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.another_grant import OTHER_BODY, OTHER_PURPOSE, to_look_at
from pcp_reports.comparing.entries.fields import SAME_AMOUNT, grant_group, split_line
from pcp_reports.comparing.entries.front import OFFICE, in_front
from pcp_reports.comparing.entries.putting_back import TEMPLATE
from pcp_reports.comparing.entries.sum_hints import SUMS, to_sum
from pcp_reports.document import BlockKind
from pcp_reports.nodes import Text
from pcp_reports.words import listed, quoted, yaml_quoted

if TYPE_CHECKING:
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.document import Block

_BRACES = re.compile(r"\{(?=[{%#])|\}(?=\})")
_A_BLANK = "with blanks between the braces, as the tool would take {{ … }} for a placeholder"
_OF_THE_OFFICE = ("office", "commissioner", "force", "panel", "plan")
_FIRST = (BlockKind.NUMBERED, BlockKind.HEADING, BlockKind.GRANT, BlockKind.GRANT_HEADING)


def to_change(stories: Stories, paper: str, template: str, unit: Unit | None, why: str, new: str) -> str:
    """Return where to type what Word says instead of a passage, which is left for the reason ``why``.

    ``new`` is what Word says there, empty where the passage was deleted.
    """
    block = unit.block if unit is not None else None
    if why == TEMPLATE and unit is not None:
        return in_front(stories.document, paper, template, unit.text, new)
    if block is None or why == SAME_AMOUNT:
        return ""
    origin = block.origin
    if not new:
        return f"To leave it out, delete it in {origin.path}, line {origin.line}."
    if block.kind is BlockKind.GRANT_HEADING:
        return f"Change the strand's name in {origin.path}, above line {origin.line}, and in {OFFICE}."
    group = grant_group(stories, block) if why in (OTHER_BODY, OTHER_PURPOSE) else None
    if group is not None:
        return to_look_at(origin.path, origin.line, group)
    line = stories.line_of(block, unit.text) if unit is not None else origin.line
    return data(stories, block, new) or f"Type it in {origin.path}, line {line}."


def data(stories: Stories, block: Block, new: str) -> str:
    """Return where the data are kept that the tool put into a block and that Word has otherwise; nothing without any."""
    gone = [run for run in block.runs if run.given and run.text and run.text not in new]
    sums = [run for run in gone if run.given.partition(":")[0] in SUMS]
    kept = [run for run in gone if run not in sums]
    said = [*dict.fromkeys(to_sum(block, run, new) for run in sums)]
    if kept:
        named = [f"{quoted(run.text)} from {quoted(run.given.partition(':')[2] or run.given)}" for run in kept]
        homes = dict.fromkeys(_home(stories, block.origin.path, run.given) for run in kept)
        what = "it where it is" if len(kept) == 1 else "them where they are"
        said.append(
            f"The tool puts in {listed(named)}: change {what} kept, in {listed(list(homes))}; the paper then prints what"
            " stands there."
        )
    return " ".join(said)


def _home(stories: Stories, path: str, given: str) -> str:
    """Return the file that keeps what a placeholder puts in: the entry itself, unless it has no such key."""
    filed = stories.files.get(path)
    root = filed.source.root if filed is not None else None
    return OFFICE if given in _OF_THE_OFFICE and root is not None and root.get(Text(given)) is None else path


def to_add(
    paper: str, above: Block | None, words: str, *, is_heading: bool, is_numbered: bool, among_grants: bool
) -> str:
    """Return where to type a passage that is new in Word, and what."""
    line = " ".join(words.split())
    grant = split_line(line)
    if above is not None and among_grants and grant is not None:
        return (
            f"If it was awarded, add it to the grants in {above.origin.path}, near line {above.origin.line}: recipient"
            f" {quoted(grant.recipient)}, purpose {quoted(grant.purpose)}, amount {quoted(grant.amount)}."
        )
    if is_heading:
        return f"Add a section to {paper}: - heading: {yaml_quoted(line)}"
    if is_numbered:
        apart = _BRACES.sub(r"\g<0> ", line)
        said = f"Put it into {paper}, among the items of its section: - text: {yaml_quoted(apart)}"
        return said if apart == line else f"{said} ({_A_BLANK})"
    if above is not None:
        return f"Put it into the text of the entry it belongs to; {above.origin.path}, line {above.origin.line}, stands above."
    return "Put it into the text of the entry it belongs to."


def to_move(stories: Stories, paper: str, template: str, block: Block | None, above: Block | None) -> str:
    """Return where to move what a block prints, that stands behind ``above`` in Word."""
    if block is None:
        return f"Move it in {template}."
    origin = block.origin
    if above is not None and _follows(block, above):
        return "It was moved along with what stands above it."
    line = stories.line_of_item(paper, stories.name(origin.path)) if _begins(stories, block) else None
    if line is not None:
        hint = (
            f"Move {quoted(stories.name(origin.path))}, line {line} of {paper}, to its new place among the items there."
        )
        if stories.sorts_items(paper, line):
            hint += " Its section says “order: priority”, so the plan's priorities come first: delete that line if they should not."
        return hint
    if origin.key in ("text", "summary", "recommendation") and block.kind not in _FIRST:
        if above is not None and above.origin.path in (OFFICE, paper) and paper != origin.path:
            return f"Cut it out of {origin.path}, line {origin.line}, and put it into {paper}, among the items of its section."
        if above is not None and above.origin.path != origin.path:
            return (
                f"Cut it out of {origin.path}, line {origin.line}, and put it behind line {above.origin.line} of"
                f" {above.origin.path}."
            )
        return f"Move it within the text, in {origin.path}."
    if block.kind is BlockKind.GRANT:
        return f"Move it among the grants in {origin.path}."
    return f"Move it in {origin.path}."


def _follows(block: Block, above: Block) -> bool:
    """Return whether a block stands right behind another of its own text, as before."""
    here, there = block.origin, above.origin
    return (here.path, here.key, here.part) == (there.path, there.key, there.part + 1) and there.part >= 0


def _begins(stories: Stories, block: Block) -> bool:
    """Return whether a block is the first that its entry prints: where that goes, the entry goes."""
    document = stories.document
    first = next((one for one in document.body if one.origin.path == block.origin.path), None)
    return first is block
