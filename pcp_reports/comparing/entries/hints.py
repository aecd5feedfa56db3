"""What an officer does with a change that `compare --apply` does not write: where to type it, in their own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.fields import SAME_AMOUNT, split_line
from pcp_reports.comparing.entries.putting_back import TEMPLATE
from pcp_reports.document import BlockKind
from pcp_reports.nodes import Text
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.document import Block, Document, Person

OFFICE = "entries/office.yaml"
_OF_THE_OFFICE = ("office", "commissioner", "force", "panel", "plan")
_FIRST = (BlockKind.NUMBERED, BlockKind.HEADING, BlockKind.GRANT, BlockKind.GRANT_HEADING)


def to_change(stories: Stories, paper: str, template: str, unit: Unit | None, why: str, new: str) -> str:
    """Return where to type what Word says instead of a passage, which is left for the reason ``why``.

    ``new`` is what Word says there, empty where the passage was deleted.
    """
    block = unit.block if unit is not None else None
    if why == TEMPLATE and unit is not None:
        return _front(stories.document, paper, unit.text, new) or f"Change them in {template}."
    if block is None or why == SAME_AMOUNT:
        return ""
    origin = block.origin
    if not new:
        return f"To leave it out, delete it in {origin.path}, line {origin.line}."
    if block.kind is BlockKind.GRANT_HEADING:
        return f"Change the strand's name in {origin.path}, above line {origin.line}, and in {OFFICE}."
    line = stories.line_of(block, unit.text) if unit is not None else origin.line
    return data(stories, block, new) or f"Type it in {origin.path}, line {line}."


def data(stories: Stories, block: Block, new: str) -> str:
    """Return where the data are kept that the tool put into a block and that Word has otherwise; nothing without any."""
    gone = [run for run in block.runs if run.given and run.text and run.text not in new]
    if not gone:
        return ""
    named = [f"{quoted(run.text)} from {quoted(run.given.partition(':')[2] or run.given)}" for run in gone]
    homes = dict.fromkeys(_home(stories, block.origin.path, run.given) for run in gone)
    what = "it where it is" if len(gone) == 1 else "them where they are"
    return (
        f"The tool puts in {listed(named)}: change {what} kept, in {listed(list(homes))}; the paper then prints what"
        " stands there."
    )


def _home(stories: Stories, path: str, given: str) -> str:
    """Return the file that keeps what a placeholder puts in: the entry itself, unless it has no such key."""
    filed = stories.files.get(path)
    root = filed.source.root if filed is not None else None
    return OFFICE if given in _OF_THE_OFFICE and root is not None and root.get(Text(given)) is None else path


def _front(document: Document, paper: str, old: str, new: str) -> str:
    """Return where the words are kept that the front of the paper prints, of those that Word has otherwise."""
    said = [where for words, where in _kept(document, paper) if words and words in old and words not in new]
    return f"Change {listed(list(dict.fromkeys(said)))}." if said else ""


def _kept(document: Document, paper: str) -> Iterator[tuple[str, str]]:
    yield document.meeting, f"“meeting” in {paper}"
    yield document.title, f"“title” in {paper}"
    for key, person in (("contact", document.contact), ("signatory", document.signatory)):
        yield person.name, f"“{key}” in {paper}"
        for words in _details(person):
            yield words, f"what {OFFICE} says of {person.name}"
    office = document.office
    for words in (office.name, office.commissioner, office.force, office.panel):
        yield words, f"the office's own names in {OFFICE}"


def _details(person: Person) -> tuple[str, ...]:
    return (person.role, person.telephone, person.email)


def to_add(paper: str, above: Block | None, words: str, *, is_heading: bool, is_numbered: bool) -> str:
    """Return where to type a passage that is new in Word, and what."""
    line = " ".join(words.split())
    grant = split_line(line)
    if above is not None and above.kind in (BlockKind.GRANT, BlockKind.GRANT_HEADING) and grant is not None:
        return (
            f"If it was awarded, add it to the grants in {above.origin.path}, near line {above.origin.line}: recipient"
            f" {quoted(grant.recipient)}, purpose {quoted(grant.purpose)}, amount {quoted(grant.amount)}."
        )
    if is_heading:
        return f"Add a section to {paper}: - heading: {line}"
    if is_numbered:
        return f"Put it into {paper}, among the items of its section: - text: {line}"
    if above is not None:
        return f"Put it into the text of the entry it belongs to; {above.origin.path}, line {above.origin.line}, stands above."
    return "Put it into the text of the entry it belongs to."


def to_move(paper: str, template: str, block: Block | None, above: Block | None) -> str:
    """Return where to move what a block prints, that stands behind ``above`` in Word."""
    if block is None:
        return f"Move it in {template}."
    origin = block.origin
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
    own = f"Move it in {origin.path}"
    return f"{own}." if origin.path == paper else f"{own}, or move its entry in {paper}."
