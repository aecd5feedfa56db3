"""Marks a paper as a draft: on every page, in words, and with its faults listed in front."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.records import dataclass
from pcp_reports.word.body import unholdable
from pcp_reports.word.looks import DRAFT_LOOKS
from pcp_reports.word.package import DOCUMENT, WORD, parse
from pcp_reports.word.parts import RELATIONSHIPS, add_part, serialize, targets
from pcp_reports.word.styles import add_looks, style_ids, styles_of
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARK = "DRAFT – not for publication"

_W = f"{{{WORD}}}"
_R = f"{{{RELATIONSHIPS}}}"
_KINDS = ("default", "first", "even")


@dataclass(frozen=True, slots=True)
class DraftNotice:
    """What the first page of a draft lists: one sentence for each fault, in the officer's words.

    ``untold_errors`` and ``untold_warnings`` count those that are not told because the entry holds exempt matter.
    """

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    untold_errors: int = 0
    untold_warnings: int = 0

    @property
    def summary(self) -> str:
        """Return how many faults there are, told or not, and what must be done about them; empty without any."""
        errors, warnings = len(self.errors) + self.untold_errors, len(self.warnings) + self.untold_warnings
        must = "which must be mended before the paper can be built"
        said = [f"{counted(errors, 'error')}, {must}"] if errors else []
        said += [counted(warnings, "warning")] if warnings else []
        return f"This draft was built in spite of {', and '.join(said)}." if said else ""

    @property
    def faults(self) -> tuple[str, ...]:
        """Return the sentences to list: errors first, then warnings, then how many are not told."""
        untold = [counted(self.untold_errors, "error")] if self.untold_errors else []
        untold += [counted(self.untold_warnings, "warning")] if self.untold_warnings else []
        why = f"{listed(untold)} not told here, because the entry holds exempt matter: see check."
        return (*self.errors, *self.warnings, *((why,) if untold else ()))


def as_draft(parts: Mapping[str, bytes], notice: DraftNotice) -> dict[str, bytes]:
    """Return the parts of a finished paper marked as a draft in every header, its faults on a page in front."""
    made = add_looks(parts, DRAFT_LOOKS).parts
    ids = style_ids(styles_of(made))
    mark = _paragraph(ids["draft mark"], MARK)
    for name in set(targets(made, "header").values()):
        header = parse(made[name])
        header.insert(0, _element(mark))
        made[name] = serialize(header)
    root = parse(made[DOCUMENT])
    body = root.find(f"{_W}body")
    if body is None:
        return made
    section = _first_section(body)
    for kind in _KINDS:
        if not any(reference.get(f"{_W}type") == kind for reference in section.findall(f"{_W}headerReference")):
            content = f'<w:hdr xmlns:w="{WORD}">{mark}</w:hdr>'.encode()
            made, identifier = add_part(made, f"headerDraft{kind.capitalize()}", "header", content)
            reference = etree.Element(f"{_W}headerReference")
            reference.set(f"{_W}type", kind)
            reference.set(f"{_R}id", identifier)
            section.insert(0, reference)
    for at, xml in enumerate(_notice(notice, ids)):
        body.insert(at, _element(xml))
    return {**made, DOCUMENT: serialize(root)}


def _first_section(body: etree._Element) -> etree._Element:
    """Return the first section's properties; what it does not say of headers, every later section inherits."""
    for section in body.iter(f"{_W}sectPr"):
        parent = section.getparent()
        if parent is not None and parent.tag != f"{_W}sectPrChange":
            return section
    return etree.SubElement(body, f"{_W}sectPr")


def _notice(notice: DraftNotice, ids: Mapping[str, str]) -> Iterator[str]:
    yield _paragraph(ids["draft heading"], MARK)
    if notice.summary:
        yield _paragraph(ids["draft notice"], notice.summary)
        for fault in notice.faults:
            yield _paragraph(ids["draft fault"], fault)
    else:
        yield _paragraph(ids["draft notice"], "No fault was found in the entries when this draft was built.")
    end = ids["draft end"]
    yield f'<w:p><w:pPr><w:pStyle w:val="{end}"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def _paragraph(style: str, words: str) -> str:
    said = "".join(sign if unholdable(sign) is None else "\N{REPLACEMENT CHARACTER}" for sign in words)
    said = escape(said, quote=False)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'


def _element(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{WORD}">{xml}</w:x>')[0]
