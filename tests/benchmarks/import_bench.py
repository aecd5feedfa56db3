"""Importing a tracker of 10,000 rows against openpyxl merely reading its cells; a part of `run.py`.

Run as a script, it is one side, a process of its own: ``import_bench.py read FILE`` or ``import_bench.py import FILE``.
The import goes into a workspace made for it, writes its rounds, and proves the totals, as any import does.
"""

from __future__ import annotations

import contextlib
import gc
import io
import re
import sys
import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path
from random import Random

ROWS = 10_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = (
    *("Ref", "Organisation", "Project", "Fund", "Strand", "District"),
    *("Amount requested", "Amount awarded", "Date awarded", "Status", "Charity number", "Conditions"),
)
OFFICE = "kind: office\nname: Office of the Police and Crime Commissioner for Barsetshire\n"


def tracker(path: Path) -> Path:
    """Write a workbook of so many grants in twelve columns, over four years, and return its path."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    random = Random(1)  # noqa: S311 - the same tracker each time, and no secret
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Grants")
    sheet.append(HEAD)
    for number in range(ROWS):
        amount = round(random.random() * 9_000 + 500, 2)
        sheet.append(
            (
                f"SBF/{number:05}",
                f"Organisation {random.randrange(4_000)} CIC",
                f"Project {number}: work with young people in the ward of {random.choice('ABCDEFG')}, for a year",
                random.choice(("Safer Streets Fund", "Innovation")),
                random.choice(("Community Fund", "Police Innovation Fund", "Fighting Crime")),
                random.choice(("Barchester", "Hogglestock", "Plumstead")),
                round(amount * 1.2, 2),
                amount,
                date(2020, 4, 1) + timedelta(days=random.randrange(1_460)),
                "Awarded",
                1_000_000 + number,
                "Report in six months",
            )
        )
    book.save(path)
    return path


def shared(path: Path, target: Path) -> Path:
    """Write the same workbook with its strings in a part of their own, as Excel has them, and return its path."""
    places: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        return f'{match[1]}t="s"><v>{places.setdefault(match[2], len(places))}</v></c>'

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        sheet = re.sub(r'(<c [^>]*)t="inlineStr"><is><t>([^<]*)</t></is></c>', number, sheet)
        extent = f'<dimension ref="A1:L{ROWS + 1}"/>'  # Excel always says how large a sheet is
        sheet = re.sub(r"(</sheetPr>)?(?=<sheetViews|<sheetFormatPr|<cols|<sheetData)", rf"\1{extent}", sheet, count=1)
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        items = "".join(f"<si><t>{words}</t></si>" for words in places)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{items}</sst>'.encode()
        types = parts["[Content_Types].xml"].decode()
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        if "sharedStrings" not in types:
            override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
            parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
        for name, data in parts.items():
            new.writestr(name, data)
    if not places:
        raise SystemExit("the strings of the workbook were not found")
    return target


def read(path: Path) -> None:
    """Read every cell of every sheet, as openpyxl does it quickest."""
    from openpyxl import load_workbook  # noqa: PLC0415 - each side imports its own

    cells = 0
    for sheet in load_workbook(path, read_only=True, data_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += len(row)
    if cells != (ROWS + 1) * len(HEAD):
        raise SystemExit(f"{cells} cells")


def bring_in(path: Path) -> None:
    """Import the tracker into a workspace of its own."""
    from pcp_reports.__main__ import PACE  # noqa: PLC0415 - each side imports its own
    from pcp_reports.cli.app import run  # noqa: PLC0415 - as above

    gc.set_threshold(*PACE)
    with tempfile.TemporaryDirectory() as folder:
        entries = Path(folder) / "entries"
        entries.mkdir()
        (entries / "office.yaml").write_text(OFFICE, encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = run(("-C", folder, "import", str(path)))
        if code or f"{ROWS:,} grants" not in said.getvalue():
            raise SystemExit(said.getvalue())


if __name__ == "__main__":
    {"read": read, "import": bring_in}[sys.argv[1]](Path(sys.argv[2]))
