"""Grant trackers made for tests: workbooks and text tables out of rows of values, and their import into a workspace."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from support import Ran, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

HEADINGS = ("Ref", "Organisation", "Project", "Amount awarded (£)", "Date awarded", "Strand", "Status")


def xlsx(rows: Iterable[Sequence[Any]], *, merges: Iterable[str] = ()) -> bytes:
    """Return a workbook of one sheet."""
    return workbook({"Grants": rows}, merges=merges)


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]], *, merges: Iterable[str] = ()) -> bytes:
    """Return a workbook of several sheets; the merged cells are those of the first."""
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def delimited(rows: Iterable[Sequence[Any]], sign: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a text table."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue().encode(encoding)


def imported(root: Path, data: bytes, *options: str, name: str = "tracker.xlsx") -> Ran:
    """Import a file, put beside the workspace, and return what the command came to."""
    file = root.parent / name
    file.write_bytes(data)
    return run(root, "import", str(file), *options)


def rounds(root: Path) -> dict[str, str]:
    """Return the rounds of a workspace, text by path."""
    found = sorted(root.glob("entries/funding/**/*.yaml"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}
