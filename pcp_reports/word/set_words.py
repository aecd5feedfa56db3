"""How the words of each paragraph of a Word file are set: bold, italic, as a link; and the style that the paragraph bears."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.document import Run
from pcp_reports.findings import Finding
from pcp_reports.records import dataclass
from pcp_reports.word.package import DOCUMENT, read_root
from pcp_reports.word.passages.opening import open_to_read
from pcp_reports.word.reading import VAL, R, in_text_box, links_of, paragraphs, relationships_in, text_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from pcp_reports.word.passages.opening import Opened
    from pcp_reports.word.reading import Relationship

_OFF = frozenset(("0", "false", "off", "none"))
_GONE = frozenset((w("del"), w("moveFrom")))
_STRONG, _EMPHASIS = ("strong",), ("emphasis", "subtleemphasis")


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph with words: the name of its style in small letters (empty for the usual one), and its words as set.

    Words that Word keeps apart stay apart, although they are set alike.
    """

    style: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the words without their looks."""
        return "".join(run.text for run in self.runs)


def set_words(data: bytes, path: str) -> tuple[SetParagraph, ...]:
    """Return the paragraphs of a Word file that have words, in order, text boxes left out; none of a file that cannot be read."""
    opened = open_to_read(data, path)
    if isinstance(opened, Finding):
        return ()
    styles = opened.of_kind("styles")
    names = {} if styles is None or isinstance(styles, Finding) else _names(styles)
    made = []
    for paragraph in paragraphs(_with_looks(opened)):
        if not in_text_box(paragraph) and text_of(paragraph).strip():
            style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            name = "" if style is None else names.get(style.get(VAL, ""), "")
            runs = tuple(_runs(paragraph, names))
            made.append(SetParagraph(name, _with_links(runs, paragraph, opened.leads)))
    return tuple(made)


def _with_looks(opened: Opened) -> etree._Element:
    """Return the document with its looks, which whoever only reads words does without; as it was opened where that fails."""
    tops = opened.part("_rels/.rels")
    leads = {} if tops is None or isinstance(tops, Finding) else relationships_in(tops, "")
    name = next((lead.target for lead in leads.values() if lead.kind == "officeDocument"), DOCUMENT)
    content = opened.parts.get(name.casefold())
    root = read_root(name, content, opened.path) if content else None
    return opened.document if root is None or isinstance(root, Finding) or root.tag != w("document") else root


def _names(styles: etree._Element) -> dict[str, str]:
    found = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        found[style.get(w("styleId"), "")] = "" if name is None else name.get(VAL, "").casefold()
    return found


def _runs(paragraph: etree._Element, names: Mapping[str, str]) -> Iterator[Run]:
    for run in paragraph.iter(R):
        if in_text_box(run) or any(ancestor.tag in _GONE for ancestor in run.iterancestors()):
            continue
        if _is_on(run, "strike", False) or _is_on(run, "dstrike", False):
            continue
        text = text_of(run)
        if text:
            look = run.find(f"{w('rPr')}/{w('rStyle')}")
            style = "" if look is None else names.get(look.get(VAL, ""), "")
            bold, italic = _is_on(run, "b", style in _STRONG), _is_on(run, "i", style in _EMPHASIS)
            yield Run(text, bold, italic)


def _is_on(run: etree._Element, toggle: str, by_style: bool) -> bool:
    found = run.find(f"{w('rPr')}/{w(toggle)}")
    return by_style if found is None else found.get(VAL, "1") not in _OFF


def _with_links(runs: tuple[Run, ...], paragraph: etree._Element, leads: Mapping[str, Relationship]) -> tuple[Run, ...]:
    """Return the runs with the addresses that their words lead to."""
    whole = "".join(run.text for run in runs)
    stretches: list[tuple[int, int, str]] = []
    at = 0
    for link in links_of(paragraph, leads):
        found = whole.find(link.text, at) if link.text.strip() else -1
        if found >= 0:
            at = found + len(link.text)
            stretches.append((found, at, link.address))
    if not stretches:
        return runs
    cuts = sorted({end for first, last, _ in stretches for end in (first, last)})
    made: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for first, last in pairwise(edges):
            address = next((to for begin, stop, to in stretches if begin <= first and last <= stop), None)
            made.append(Run(whole[first:last], run.bold, run.italic, address))
        start = end
    return tuple(made)
