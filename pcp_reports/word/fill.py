"""Document + template -> the Word paper's bytes: the same in, the same out, on any machine at any time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.word.body import Setter, unholdable
from pcp_reports.word.context import SLOT, context
from pcp_reports.word.draft import DraftNotice, as_draft
from pcp_reports.word.faults import TemplateFaultError
from pcp_reports.word.inert import read_template, without_attached_template
from pcp_reports.word.looks import BRIEFING, UPDATE
from pcp_reports.word.marks import BOOKMARK, bookmarks
from pcp_reports.word.package import DOCUMENT, WORD, canonical, parse
from pcp_reports.word.parts import RELATIONSHIPS, free_id, relate
from pcp_reports.word.properties import with_properties
from pcp_reports.word.render import render
from pcp_reports.word.styles import ensure_styles, style_ids, styles_of, without_stale
from pcp_reports.words import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from pcp_reports.document import Block, Document

_W = f"{{{WORD}}}"
_SLOT = re.compile(rb"<\?" + SLOT.encode() + rb" ([a-z]+)(?:-(\d+))?\?>")
_BOOKMARK_ID = re.compile(rb'<w:bookmarkStart\b[^>]*?\bw:id="(\d{1,9})"')
_MOST_PRINTED = 5
_WHOLE = re.compile(r"-?[0-9]{1,6}")
_PAGE_WIDTH = 11906  # A4, in twentieths of a point
_TEXT_WIDTH = 9026  # A4 with margins of 2.54 cm, in twentieths of a point


@dataclass(frozen=True, slots=True)
class _Named:
    """Blocks and their bookmarks, side by side."""

    blocks: tuple[Block, ...]
    names: tuple[str, ...]


def fill(
    document: Document, template: bytes, template_path: str, *, draft: DraftNotice | None
) -> bytes | list[Finding]:
    """Return the paper as a .docx, or every reason found why it cannot be made.

    With ``draft``, the paper is marked as one throughout, and a template that lacks styles is lent the usual ones.
    ``template_path`` is only for the findings' places.
    """
    faults = list(_unholdable(document, template_path))
    parts = read_template(template, template_path)
    if isinstance(parts, list):
        return [*faults, *parts]
    if faults:
        return faults
    parts = without_stale(without_attached_template(parts))
    if draft is not None:
        parts = ensure_styles(parts, UPDATE if document.numbered else BRIEFING)
    try:
        rendered = render(parts, context(document))
    except TemplateFaultError as fault:
        return [fault.finding(template_path)]
    filled = _with_blocks(rendered, document, template_path)
    if isinstance(filled, Finding):
        return [filled]
    filled = with_properties(filled, document)
    return canonical(filled if draft is None else as_draft(filled, draft))


def _unholdable(document: Document, template_path: str) -> Iterator[Finding]:
    """Yield a finding for each character that no Word file can hold: the words after it would be lost."""
    hint = "Delete it: it cannot be seen, and most often comes from a paste."
    for block in (*document.summary, *document.recommendation, *document.body):
        texts = [run.text for run in block.runs] + [run.link or "" for run in block.runs]
        if block.table is not None:
            texts += [block.table.summary, block.text]
        for text in texts:
            if sign := unholdable(text):
                message = (
                    f"“{shortened(_visible(text), 60)}” holds a character that Word cannot hold (U+{ord(sign):04X})"
                )
                yield Finding("W307", message, Place(block.origin.path, block.origin.line), hint=hint)
    office, people = document.office, (document.contact, document.signatory)
    names = {
        "title": document.title,
        "meeting": document.meeting,
        "office": f"{office.name}{office.commissioner}{office.force}{office.panel}",
        "contact": f"{people[0].line}{people[0].role}",
        "signatory": f"{people[1].line}{people[1].role}",
    }
    for what, text in names.items():
        if sign := unholdable(text):
            message = f"the paper's {what} holds a character that Word cannot hold (U+{ord(sign):04X})"
            yield Finding("W307", message, Place(template_path), hint=hint)


def _visible(text: str) -> str:
    return "".join(sign if unholdable(sign) is None else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _with_blocks(parts: Mapping[str, bytes], document: Document, template_path: str) -> dict[str, bytes] | Finding:
    """Return the parts with the paper's blocks where the slots stand, and the links and bookmarks they need."""
    source = _without_old_bookmarks(parts[DOCUMENT])
    named = _named(document)
    printed = Counter(found[1] for found in _SLOT.finditer(source) if found[2] is None)
    blocks_again = sum(found[2] is not None for found in _SLOT.finditer(source))
    if max(printed.values(), default=0) > _MOST_PRINTED or blocks_again > _MOST_PRINTED * max(len(document.body), 1):
        words = f"The template places the paper's text more than {_MOST_PRINTED} times."
        return Finding("W303", words, Place(template_path), hint="Delete all but one {{p body }}.")
    setter = Setter(
        styles=style_ids(styles_of(parts)),
        width=_table_width(parts),
        link_stem=free_id(parts, DOCUMENT, "pcpLink"),
        bookmark=1 + max((int(found) for found in _BOOKMARK_ID.findall(source)), default=-1),
        last=named["body"].names[-1] if document.signatory.name and document.body else "",
    )

    def blocks(found: re.Match[bytes]) -> bytes:
        group = named["body" if found[1] == b"block" else found[1].decode()]
        if found[2] is None:
            return setter.blocks(group.blocks, group.names).encode()
        at = int(found[2])
        return setter.blocks(group.blocks[at : at + 1], group.names[at : at + 1]).encode()

    filled = _SLOT.sub(blocks, source)
    if setter.lacking:
        styles = listed(sorted(f"“{name}”" for name in setter.lacking))
        return Finding(
            "W306",
            f"The template has no style called {styles}, and the paper needs it",
            Place(template_path),
            hint="`template new --from` puts the missing styles into a copy of the template.",
        )
    done = {**parts, DOCUMENT: filled}
    if not setter.links:
        return done
    addresses = {identifier: link for link, identifier in setter.links.items()}
    return relate(done, DOCUMENT, f"{RELATIONSHIPS}/hyperlink", addresses, external=True)


def _without_old_bookmarks(source: bytes) -> bytes:
    """Return a document without bookmarks of ours, which a template made out of a built paper still has."""
    starts = re.compile(rb'<w:bookmarkStart\b[^>]*?\bw:name="' + BOOKMARK.encode() + rb"[^>]*>")
    for start in starts.findall(source):
        number = re.search(rb'\bw:id="(\d+)"', start)
        source = source.replace(start, b"")
        if number:
            source = re.sub(rb'<w:bookmarkEnd\b[^>]*?\bw:id="' + number[1] + rb'"[^>]*>', b"", source)
    return source


def _named(document: Document) -> dict[str, _Named]:
    groups = {"summary": document.summary, "recommendation": document.recommendation, "body": document.body}
    names = bookmarks(block for group in groups.values() for block in group)
    named, at = {}, 0
    for what, group in groups.items():
        named[what] = _Named(group, names[at : at + len(group)])
        at += len(group)
    return named


def _table_width(parts: Mapping[str, bytes]) -> int:
    """Return the room a table has, in twentieths of a point: the last section's text, less the table's own indent."""
    width = _TEXT_WIDTH
    section = parse(parts[DOCUMENT]).find(f"{_W}body/{_W}sectPr")
    if section is not None:
        page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        if page is not None and margins is not None:
            width = (_twips(page, "w") or _PAGE_WIDTH) - _twips(margins, "left") - _twips(margins, "right")
    for style in styles_of(parts).findall(f"{_W}style"):
        name, inset = style.find(f"{_W}name"), style.find(f"{_W}tblPr/{_W}tblInd")
        if name is not None and inset is not None and name.get(f"{_W}val", "").casefold() == "paper table":
            width -= _twips(inset, "w")
    return max(width, 1440)


def _twips(node: etree._Element, name: str) -> int:
    value = node.get(f"{_W}{name}", "0")
    return int(value) if _WHOLE.fullmatch(value) else 0
