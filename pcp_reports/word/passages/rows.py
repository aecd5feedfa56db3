"""How the rows and cells of a Word table lie: where they begin, what they span, which go on from above, which are gone.

Source: ECMA-376 part 1, 17.4 (tables) and 17.13.5 (rows and cells whose deletion is tracked).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.passages.styles import Face
from pcp_reports.word.reading import VAL, w

if TYPE_CHECKING:
    from lxml import etree

    from pcp_reports.word.passages.styles import Styles

_BOLD = Face(bold=True)
_OFF = frozenset(("0", "false", "off"))
_MOST_COLUMNS = 63  # Word's own limit
_FIRST_ROW = 0x0020  # of the look as one number, which older files have


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row: the columns left free before it, whether it is one of headings, and whether it is there at all."""

    skipped: int = 0
    header: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class CellShape:
    """A cell: the columns it spans; whether one merged downwards begins or goes on in it, or one merged to the right."""

    span: int = 1
    begins: bool = False
    goes_on: bool = False
    goes_left: bool = False
    shown: bool = True


_PLAIN = CellShape()
_CELL, _SPAN, _DOWN, _RIGHT, _DELETED = map(w, ("tcPr", "gridSpan", "vMerge", "hMerge", "cellDel"))
_ROW, _GONE, _HIDDEN, _BEFORE, _HEADER = map(w, ("trPr", "del", "hidden", "gridBefore", "tblHeader"))


def row_shape(row: etree._Element) -> RowShape:
    """Return how a row lies."""
    properties = row.find(_ROW)
    if properties is None or not len(properties):
        return RowShape()
    found = {child.tag: child for child in properties}
    gone = _GONE in found or _is_on(found.get(_HIDDEN))
    return RowShape(_columns(found.get(_BEFORE), 0), header=_is_on(found.get(_HEADER)), shown=not gone)


def cell_shape(cell: etree._Element) -> CellShape:
    """Return how a cell lies."""
    properties = cell.find(_CELL)
    if properties is None or not len(properties):
        return _PLAIN
    found = {child.tag: child for child in properties}
    down, right = found.get(_DOWN), found.get(_RIGHT)
    begins = down is not None and down.get(VAL) == "restart"
    return CellShape(
        max(_columns(found.get(_SPAN), 1), 1),
        begins=begins,
        goes_on=down is not None and not begins,
        goes_left=right is not None and right.get(VAL) != "restart",
        shown=_DELETED not in found,
    )


def first_row_is_bold(table: etree._Element, styles: Styles) -> Face | None:
    """Return how the table's style sets its first row, None where it sets it as the others."""
    properties = table.find(w("tblPr"))
    style = None if properties is None else properties.find(w("tblStyle"))
    if properties is None or style is None or not styles.heads_rows(style.get(VAL, "")):
        return None
    look = properties.find(w("tblLook"))
    if look is None:
        return None
    said = look.get(w("firstRow"))
    if said is not None:
        return _BOLD if said not in _OFF else None
    try:
        return _BOLD if int(look.get(VAL, "0")[:8], 16) & _FIRST_ROW else None
    except ValueError:
        return None


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(VAL, "1") not in _OFF


def _columns(element: etree._Element | None, otherwise: int) -> int:
    text = "" if element is None else element.get(VAL, "")
    return min(int(text), _MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise  # noqa: PLR2004 - no table has thousands
