"""What a Word file says beside its words: where its links lead, which words are struck through, which pictures it holds."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.records import dataclass
from pcp_reports.word.passages.opening import open_to_read
from pcp_reports.word.reading import FALLBACK, TEXT_BOX, VAL, P, R, links_of, paragraphs, text_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pcp_reports.word.reading import Link

_STRIKES = (w("strike"), w("dstrike"))
_OFF = ("0", "false", "off")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_PICTURES = (w("drawing"), w("pict"), w("object"), _MATH)
_GONE = (w("del"), w("moveFrom"), FALLBACK)
_PARTS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Beside:
    """What one paragraph says beside its ``words``: links, the words ``struck`` through, and how many pictures stand in it.

    Struck words are not among ``words``, as no reader takes them for such. A drawing, a chart and a formula are pictures,
    too; a box of words is none. ``above`` are the words of the last paragraph before it that has any.
    """

    words: str
    above: str
    links: tuple[Link, ...]
    struck: tuple[str, ...]
    pictures: int


def beside_words(data: bytes, path: str) -> tuple[Beside, ...]:
    """Return the paragraphs of a Word file, its pages' heads and feet too; nothing of one that cannot be read."""
    opened = open_to_read(data, path)
    if isinstance(opened, Finding):
        return ()
    roots = [opened.document]
    targets = sorted(one.target for one in opened.leads.values() if one.kind in _PARTS and not one.external)
    roots += [root for one in targets if (root := opened.part(one)) is not None and not isinstance(root, Finding)]
    made = []
    above = ""
    for root in roots:
        for paragraph in paragraphs(root):
            runs = list(_runs(paragraph))
            words = " ".join("".join(text for text, is_struck in runs if not is_struck).split())
            beside = (
                "".join(text for text, _ in group) for is_struck, group in groupby(runs, itemgetter(1)) if is_struck
            )
            struck = tuple(said for one in beside if (said := " ".join(one.split())))
            # The addresses of a page's head are listed beside that part; those of the paper itself are what an entry holds.
            links = links_of(paragraph, opened.leads) if root is opened.document else ()
            made.append(Beside(words, above, links, struck, _pictures(paragraph)))
            above = words or above
    return tuple(made)


def _runs(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield the words of a paragraph, and whether they are struck through."""
    for run in paragraph.iter(R):
        if next(run.iterancestors(P), None) is not paragraph or _is_gone(run):
            continue
        properties = run.find(w("rPr"))
        looks = [] if properties is None else [properties.find(name) for name in _STRIKES]
        yield text_of(run), any(one is not None and one.get(VAL, "").casefold() not in _OFF for one in looks)


def _pictures(paragraph: etree._Element) -> int:
    found = 0
    for element in paragraph.iter(*_PICTURES):
        own = next(element.iterancestors(P), None) is paragraph
        within = next(element.iterancestors(*_PICTURES), None) is not None
        if own and not within and not _is_gone(element) and next(element.iter(TEXT_BOX), None) is None:
            found += 1
    return found


def _is_gone(element: etree._Element) -> bool:
    return next(element.iterancestors(*_GONE), None) is not None
