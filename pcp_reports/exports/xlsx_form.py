"""The ledger's grants as an Excel workbook: what it holds is typed, and its formulas stand beside the proven values.

Sheet Grants has a line a grant; sheet Totals a line for each financial year, fund and strand. A formula there adds up
the grants whose last cell names its line. It could have matched the names instead, but Excel's SUMIFS takes ``*`` in a
name for anything, “2011/12” for a date, and capitals for small letters: names that differ would be added together.

Excel keeps a number to fifteen significant figures, so that any amount up to £1,000,000,000,000 is exact to the penny.
"""

from __future__ import annotations

import io
import re
import zipfile
from copy import copy
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pcp_reports.exports.rows import total_of, totals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from pcp_reports.dates import PartialDate
    from pcp_reports.exports.rows import GrantRow
    from pcp_reports.ledger import Sum
    from pcp_reports.money import Money

MONEY = "£#,##0.00"
DAY = "d mmm yyyy"
MOST_CHARACTERS = 32_767
"""The most that an Excel cell holds; longer words are cut and end in an ellipsis."""

_GRANTS = (
    *(("Year", 9), ("Fund", 22), ("Strand", 18), ("Round", 18), ("Announced", 12), ("Awarded", 12), ("Paper", 11)),
    *(("Recipient", 28), ("Recipient identifier", 17), ("Purpose", 45), ("Amount", 14), ("Projects", 9)),
    *(("District", 14), ("Reference", 13), ("Status", 10), ("Counts", 8), ("Reason", 30), ("Conditions", 30)),
    *(("Entry", 30), ("Line in entry", 9), ("Line in Totals", 9)),
)
"""The columns, with their widths in letters. The first page on paper ends with whom, the second tells of what; the last three
are for the computer, and not printed."""
_PAGE_ENDS, _LAST_PRINTED = "I", "R"
_SCALE = 75  # per cent of the size on screen, at which both pages hold their columns
_MARGIN = 0.4  # inches
_LINE_HEIGHT, _MOST_HEIGHT = 15, 405  # points; Excel has no row of more than 409
_TOTALS = (
    *(("Line", 6), ("Year", 9), ("Fund", 40), ("Strand", 30), ("Amount", 18), ("Amount, checked", 18)),
    *(("Grants", 9), ("Grants, checked", 15), ("Projects", 9), ("Projects, checked", 16), ("Check", 10)),
)
_AMOUNT, _PROJECTS, _COUNTS, _LINE = (
    "ABCDEFGHIJKLMNOPQRSTU"[[name for name, _ in _GRANTS].index(heading)]
    for heading in ("Amount", "Projects", "Counts", "Line in Totals")
)

_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone; any fixed moment would do
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
# What XML cannot hold; and what Excel would read as a character written in sixteens.
_UNHELD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_WRITTEN_OUT = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def as_xlsx(rows: Iterable[GrantRow], title: str = "Grants") -> bytes:
    """Return the grants as a workbook; the same rows give the same bytes, whatever the clock says."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    grants = tuple(rows)
    book = Workbook()
    book.properties.title = _held(title)
    book.properties.creator = "pcp-reports"
    book.properties.created = _MOMENT
    sums = totals_of(grants)
    lines = {(one.year.start, one.fund, one.strand): at for at, one in enumerate(sums, 1)}
    first = book.worksheets[0]
    first.title = "Grants"
    _headed(first, _GRANTS)
    looks = _Wrapped()
    for at, row in enumerate(grants, 2):
        _add_grant(first, at, row, lines[row.year.start, row.fund, row.strand], looks)
    first.auto_filter.ref = first.dimensions
    _on_two_pages(first)
    second = book.create_sheet("Totals")
    _headed(second, _TOTALS)
    end = max(2, len(grants) + 1)
    for at, one in enumerate(sums, 1):
        _add_sum(second, at + 1, [at, str(one.year), one.fund, one.strand or ""], one.sum, _of_line(at + 1, end))
    _add_sum(
        second,
        len(sums) + 2,
        ["", "", "All grants that count", ""],
        total_of(grants),
        _of_all(len(sums) + 1),
        bold=True,
    )
    return _canonical(book)


def _headed(sheet: Worksheet, columns: Sequence[tuple[str, int]]) -> None:
    """Give a sheet its header, which stays in sight and is printed on every page."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - slow to load
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    for at, (name, width) in enumerate(columns, 1):
        cell = sheet.cell(1, at, name)
        cell.font = Font(name="Calibri", size=11, bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.row_dimensions[1].height = 32  # two lines of heading
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _on_two_pages(sheet: Worksheet) -> None:
    """Print a sheet two pages wide: on one, its letters would be too small to read."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - slow to load
    from openpyxl.worksheet.pagebreak import Break, ColBreak  # noqa: PLC0415 - as above

    setup: Any = sheet.sheet_properties.pageSetUpPr
    setup.fitToPage = False
    sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = _SCALE
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.pageOrder = "overThenDown"
    for side in ("left", "right"):
        setattr(sheet.page_margins, side, _MARGIN)
    sheet.col_breaks = ColBreak(brk=(Break(id=column_index_from_string(_PAGE_ENDS)),))
    sheet.print_area = f"A1:{_LAST_PRINTED}{sheet.max_row}"
    footer: Any = sheet.oddFooter
    footer.center.text = "Page &P of &N"


class _Wrapped:
    """Wraps the words of cells, which stand at the top of their rows; openpyxl is asked once for each sort of cell."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment  # noqa: PLC0415 - slow to load

        self._alignment = Alignment(wrap_text=True, vertical="top")
        self._known: dict[tuple[str, bool], Any] = {}

    def give(self, cell: Any) -> None:  # noqa: ANN401 - or a merged cell
        sort = (cell.number_format, bool(cell.quotePrefix))
        if sort in self._known:
            cell._style = copy(self._known[sort])  # noqa: SLF001 - the public way takes ten times as long
            return
        cell.alignment = self._alignment
        self._known[sort] = copy(cell._style)  # noqa: SLF001 - as above


def _add_grant(sheet: Worksheet, at: int, row: GrantRow, line: int, looks: _Wrapped) -> None:
    values: tuple[Any, ...] = (
        *(str(row.year), row.fund, row.strand, row.round, row.announced, row.awarded, row.paper),
        *(row.recipient, row.recipient_id, row.purpose, row.amount, row.projects, row.district, row.reference),
        *(row.status, "yes" if row.counts else "no", row.reason, row.conditions, row.path, row.line, line),
    )
    lines = 1
    for column, value in enumerate(values, 1):
        cell = sheet.cell(at, column)
        _fill(cell, value)
        looks.give(cell)
        if isinstance(value, str):
            width = _GRANTS[column - 1][1] - 1
            lines = max(lines, sum(-(-len(part) // width) or 1 for part in value.split("\n")))
    sheet.row_dimensions[at].height = min(_LINE_HEIGHT * lines, _MOST_HEIGHT)


def _add_sum(
    sheet: Worksheet, at: int, lead: list[Any], total: Sum, formulas: Sequence[str], *, bold: bool = False
) -> None:
    """Add a line of totals: what the formulas come to, beside what was computed in pence and proven."""
    from openpyxl.styles import Font  # noqa: PLC0415 - slow to load

    for column, value in enumerate(lead, 1):
        _fill(sheet.cell(at, column), value)
    checked: tuple[Money | int, ...] = (total.total, total.grants, total.projects)
    for column, formula, value in zip((5, 7, 9), formulas, checked, strict=True):
        cell = sheet.cell(at, column, formula)
        _fill(sheet.cell(at, column + 1), value)
        cell.number_format = sheet.cell(at, column + 1).number_format
    sheet.cell(at, 11, f'=IF(AND(E{at}=F{at},G{at}=H{at},I{at}=J{at}),"agrees","differs")')
    if bold:
        for column in range(1, 12):
            sheet.cell(at, column).font = Font(name="Calibri", size=11, bold=True)


def _of_line(at: int, end: int) -> tuple[str, str, str]:
    """Return the formulas of one line of Totals, over the grants that stand in rows 2 to ``end``."""
    amounts, projects, counts, lines = (
        f"Grants!${column}$2:${column}${end}" for column in (_AMOUNT, _PROJECTS, _COUNTS, _LINE)
    )
    where = f'{lines},A{at},{counts},"yes"'
    # Excel adds in binary fractions; to the penny, the sum is exact again.
    return f"=ROUND(SUMIFS({amounts},{where}),2)", f"=COUNTIFS({where})", f"=SUMIFS({projects},{where})"


def _of_all(last: int) -> tuple[str, str, str]:
    """Return the formulas of the bottom line; there may be no line above it."""
    if last == 1:
        return "=0", "=0", "=0"
    return f"=ROUND(SUM(E2:E{last}),2)", f"=SUM(G2:G{last})", f"=SUM(I2:I{last})"


def _fill(cell: Cell | Any, value: str | int | Money | PartialDate | None) -> None:  # noqa: ANN401 - or a merged cell
    """Put a value into a cell as what it is: money, a day, a number; or words, which never become a formula."""
    if value is None or value == "":
        return
    if isinstance(value, int):
        cell.value = value
    elif isinstance(value, str):
        words = _held(value)
        cell.value = words
        cell.data_type = "s"
        if words[:1] in "=+-@'":
            cell.quotePrefix = True  # so that it stays words when somebody edits the cell
    elif hasattr(value, "pence"):
        cell.value = Decimal(value.pence).scaleb(-2)
        cell.number_format = MONEY
    elif value.day is None:
        _fill(cell, str(value))
    else:
        cell.value = value.first
        cell.number_format = DAY


def _held(text: str) -> str:
    """Return words as a cell can hold them."""
    words = _WRITTEN_OUT.sub("_x005F_", _UNHELD.sub("\ufffd", text))
    return words if len(words) <= MOST_CHARACTERS else f"{words[: MOST_CHARACTERS - 1]}…"


def _canonical(book: Workbook) -> bytes:
    """Return the workbook's bytes without the moment at which it was made."""
    from pcp_reports.word.package import canonical  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _MODIFIED.sub(rb"\g<1>" + _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), parts[core])
    return canonical(parts)
