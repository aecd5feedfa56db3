"""An Excel workbook -> its sheets, read as data: no macro runs, no link is followed, and what is packed too large is refused.

Dates come as days, because Excel keeps them as numbers with a form; formulas come as the values that were saved with them.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.number_forms import odd_forms
from pcp_reports.importing.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, is_blank
from pcp_reports.importing.sheets.xlsx_parts import PartsReader, TooMuchError, check_top, pieces_of
from pcp_reports.importing.sheets.xlsx_rows import Cells, NotPlainError, opening
from pcp_reports.importing.sheets.xlsx_strings import opened
from pcp_reports.records import dataclass
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pcp_reports.importing.sheets.sheet import Row, Value

MOST_MEMBERS = 5_000
MOST_SHEETS = 200
MOST_IN_SHEET = 512 * 1024 * 1024
MOST_ELSEWHERE = 96 * 1024 * 1024
MOST_OF_XML = 24 * 1024 * 1024
"""How many bytes a sheet, any other part, and XML that is neither a sheet nor its words, may unpack to."""
MOST_LETTERS = 131_072
"""How many letters a cell may hold: four times what Excel lets anybody type, and as many as in a text table."""
FIRST_ROWS = 60
"""How many rows of each sheet are looked at to find the table."""
_SAVE = "Open it in Excel, choose Save As and the type “Excel Workbook (.xlsx)”, and import that file."
_COPY = "Copy the table alone into a new workbook, save it, and import that."
SPOILT = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(KeyError, ValueError, NotImplementedError, RuntimeError),
)
"""What unpacking a damaged file may raise."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")


@dataclass(frozen=True, slots=True)
class Named:
    """A sheet's name, whether it can be seen, and its first rows."""

    name: str
    visible: bool
    top: Sheet


class Workbook:
    """An open workbook."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open it. Raises WorkbookError, which carries the finding."""
        self.path = path
        self._archive = _opened(data, path)
        self.macros = any("vbaproject" in name.casefold() for name in self._archive.namelist())
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._book = opened(io.BytesIO(data))
                self._sheets: list[Any] = [one for one in self._book.worksheets if hasattr(one, "_worksheet_path")]
        except Exception as error:
            raise WorkbookError(_damaged(path)) from error
        if not self._sheets or len(self._sheets) > MOST_SHEETS:
            raise WorkbookError(
                Finding(
                    "G501",
                    f"The workbook has {counted(len(self._sheets), 'sheet')} that can be read.",
                    Place(path),
                    _SAVE,
                )
            )

    def sheets(self) -> tuple[Named, ...]:
        """Return every sheet with its first rows. Raises WorkbookError."""
        for sheet in self._sheets:
            try:
                with self._archive.open(_part(sheet)) as stream:
                    check_top(stream, FIRST_ROWS)
            except (*SPOILT, TooMuchError) as error:
                raise WorkbookError(_spoilt(error, self.path)) from error
        return tuple(
            Named(
                sheet.title, sheet.sheet_state == "visible", Sheet(sheet.title, self._rows(sheet, FIRST_ROWS), "xlsx")
            )
            for sheet in self._sheets
        )

    def read(self, name: str, step: Callable[[], None] = lambda: None) -> Sheet:
        """Return the whole of a sheet; ``step`` is called for each row. Raises WorkbookError."""
        sheet = next(one for one in self._sheets if one.title == name)
        parts = PartsReader(_striking(self._book), odd_forms(self._book))
        try:
            cells: Cells | None = _cells(sheet)
            quick: list[Row] = []
            root = b""
            with self._archive.open(_part(sheet)) as stream:
                for piece in pieces_of(stream):
                    root = root or opening(piece)
                    if parts.read(piece) and cells is not None and len(quick) <= MOST_ROWS:
                        cells = _taken(cells, root, piece, quick)
        except (*SPOILT, TooMuchError) as error:
            raise WorkbookError(_spoilt(error, self.path)) from error
        found = parts.parts()
        rows = tuple(quick) if cells is not None else self._rows(sheet, found.last, step) if found.last else ()
        if len(rows) > MOST_ROWS:
            message = f"The sheet holds more than {MOST_ROWS:,} rows."
            raise WorkbookError(
                Finding("G501", message, Place(self.path), "Split it, and import the parts one by one.")
            )
        for number, row in rows:
            for value in row:
                if isinstance(value, str) and len(value) > MOST_LETTERS:
                    message = f"row {number}: a cell holds {len(value):,} letters, which no tracker needs."
                    hint = "Shorten it, and import again."
                    raise WorkbookError(Finding("G501", message, Place(self.path, number), hint))
        hidden = found.hidden_rows, found.hidden_columns
        return Sheet(name, rows, "xlsx", found.merges, *hidden, found.unsaved, found.struck, found.forms)

    def _rows(self, sheet: Any, last: int, step: Callable[[], None] = lambda: None) -> tuple[Row, ...]:  # noqa: ANN401 - openpyxl's own
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                sheet.reset_dimensions()  # what a sheet says of its own size cannot be relied upon
                return tuple(_held(sheet.iter_rows(max_row=last, max_col=None, values_only=True), step))
        except Exception as error:
            raise WorkbookError(_damaged(self.path)) from error


def _part(sheet: Any) -> str:  # noqa: ANN401 - openpyxl's own
    """Return the name of the part that a sheet is."""
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - openpyxl keeps it to itself


def _striking(book: Any) -> list[int]:  # noqa: ANN401 - openpyxl's own
    """Return the numbers of the styles that strike words through; none where openpyxl keeps its styles elsewhere."""
    try:
        fonts = [bool(font.strike) for font in book._fonts]  # noqa: SLF001 - asked for, and done without
        return [at for at, style in enumerate(book._cell_styles) if fonts[style.fontId]]  # noqa: SLF001 - as above
    except (AttributeError, IndexError):
        return []


def _cells(sheet: Any) -> Cells | None:  # noqa: ANN401 - openpyxl's own
    """Return what makes values out of the sheet's cells; None where openpyxl keeps its strings and styles elsewhere."""
    book = sheet.parent
    try:
        return Cells(sheet._shared_strings, book._date_formats, book._timedelta_formats, book.epoch)  # noqa: SLF001 - asked for, and done without
    except AttributeError:
        return None


def _taken(cells: Cells, root: bytes, piece: bytes, rows: list[Row]) -> Cells | None:
    """Add the rows of a piece that hold anything; None where the sheet is written in a way that openpyxl must read."""
    try:
        rows += [row for row in cells.rows(root, piece) if row[1]]
    except (NotPlainError, IndexError, ValueError):
        return None
    return cells


class WorkbookError(Exception):
    """A workbook that cannot be read; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding


def _held(rows: Iterable[tuple[Value | float, ...]], step: Callable[[], None]) -> Iterable[Row]:
    """Yield openpyxl's rows that hold anything, with their numbers, cut behind their last value.

    openpyxl makes a float of every number with a point. Here, and nowhere else, one comes in, and becomes at once the
    shortest decimal that stands for it, which is the one that was typed.
    """
    for number, row in enumerate(rows, 1):
        step()
        width = min(len(row), MOST_COLUMNS)
        while width and is_blank(row[width - 1]):
            width -= 1
        if width:
            yield number, tuple(Decimal(repr(one)) if isinstance(one, float) else one for one in row[:width])


def _opened(data: bytes, path: str) -> zipfile.ZipFile:
    """Return the file's parts, once their number, sizes and beginnings are known to do no harm."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
        for member in members:
            most = _most(member.filename)
            if member.file_size > most or len(members) > MOST_MEMBERS:
                message = "The workbook unpacks to far more than a tracker needs."
                raise WorkbookError(Finding("G501", message, Place(path), _COPY))
            if member.filename.casefold().endswith((".xml", ".rels")):
                _check_start(archive, member, path)
    except SPOILT as error:
        raise WorkbookError(_damaged(path)) from error
    return archive


def _most(name: str) -> int:
    """Return how many bytes a part may unpack to."""
    if _SHEET_PART.fullmatch(name):
        return MOST_IN_SHEET
    small = name.casefold()
    return MOST_OF_XML if small.endswith((".xml", ".rels")) and "sharedstrings" not in small else MOST_ELSEWHERE


def _check_start(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str) -> None:
    with archive.open(member) as stream:
        start = b"".join(islice(iter(lambda: stream.read(4096), b""), 1))
    if _DOCTYPE.search(start) or start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "The workbook declares a document type inside, which Excel never does; it is not opened."
        raise WorkbookError(Finding("G501", message, Place(path), _SAVE))


def _spoilt(error: Exception, path: str) -> Finding:
    """Return what is wrong with a workbook that cannot be read on."""
    return Finding("G501", str(error), Place(path), _COPY) if isinstance(error, TooMuchError) else _damaged(path)


def _damaged(path: str) -> Finding:
    return Finding(
        "G501", "The workbook is damaged, or in a form of Excel that cannot be read here.", Place(path), _SAVE
    )
