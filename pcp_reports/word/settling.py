"""A Word file as it reads in the end: tracked changes accepted, comments and content controls taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.parts import drop_parts, part_of_kind, serialize, targets
from pcp_reports.word.reading import TR, P, R, relationships, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_GONE = tuple(map(w, ("del", "moveFrom")))
_KEPT_INSIDE = tuple(map(w, ("ins", "moveTo")))
_FORMER = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange", "trPrChange")
_MARKS = tuple(
    map(
        w,
        (
            *_FORMER,
            *("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
            *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
            *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
            *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
            *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
            *("commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd"),
        ),
    )
)
_COMMENTS = frozenset(("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"))


def stories(parts: Mapping[str, bytes]) -> list[str]:
    """Return the parts that hold text: the document, its headers and footers, its notes."""
    kinds = ("header", "footer", "footnotes", "endnotes")
    return [DOCUMENT, *(name for kind in kinds for name in sorted(set(targets(parts, kind).values())))]


def settled(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with every tracked change accepted, and without comments or content controls."""
    done = dict(parts)
    for name in stories(parts):
        root = parse(parts[name])
        _accept(root)
        _without_comments(root)
        _without_controls(root)
        done[name] = serialize(root)
    settings = part_of_kind(parts, "settings")
    if settings:
        root = parse(done[settings])
        for mark in root.findall(w("trackRevisions")):
            root.remove(mark)
        done[settings] = serialize(root)
    return drop_parts(done, {one.target for one in relationships(parts, DOCUMENT).values() if one.kind in _COMMENTS})


def _accept(root: etree._Element) -> None:
    _drop_deleted_rows(root)
    _join_deleted_marks(root)
    for element in list(root.iter(*_GONE, *_MARKS)):
        _remove(element)
    for element in list(root.iter(*_KEPT_INSIDE)):
        _unwrap(element)


def _drop_deleted_rows(root: etree._Element) -> None:
    for row in list(root.iter(TR)):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            _remove(row)


def _join_deleted_marks(root: etree._Element) -> None:
    # A deleted paragraph mark makes one paragraph of two; the second's looks are those that stay.
    for paragraph in list(root.iter(P)):
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
        following = paragraph.getnext()
        if mark is None or following is None or following.tag != P:
            continue
        own = [child for child in paragraph if child.tag != w("pPr")]
        first = 1 if len(following) and following[0].tag == w("pPr") else 0
        for step, child in enumerate(own):
            following.insert(first + step, child)
        _remove(paragraph)


def _without_comments(root: etree._Element) -> None:
    for reference in list(root.iter(w("commentReference"))):
        run = reference.getparent()
        _remove(reference)
        if run is not None and run.tag == R and all(child.tag == w("rPr") for child in run):
            _remove(run)


def _without_controls(root: etree._Element) -> None:
    """Take content controls away and keep what is in them: Word would fill a bound one with the old paper's words."""
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is None:
            _remove(control)
        else:
            for child in list(control):
                if child is not content:
                    control.remove(child)
            _unwrap(content)
            _unwrap(control)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for step, child in enumerate(list(element)):
            parent.insert(at + step, child)
        parent.remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
