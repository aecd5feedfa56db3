"""What a file is that is to be imported, by its content: a tracker, a 360Giving package, a paper, or something that must be saved anew."""

from __future__ import annotations

import io
import zipfile
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.delimited import DelimitedError, read_delimited
from pcp_reports.importing.sheets.headings import best_header
from pcp_reports.importing.sheets.vocabulary import NEEDED, Role
from pcp_reports.importing.sheets.xlsx import SPOILT
from pcp_reports.papers.sniffing import LOCK_HINT, lock_said, sniff

if TYPE_CHECKING:
    from collections.abc import Mapping

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Open it, choose Save As and the type “Excel Workbook (.xlsx)”, and import that file."
_UNLOCK = (
    "Open it with its password. In Excel or Word choose File, Info, Protect, Encrypt with Password, clear the password, and "
    "save a copy; import that one."
)
_BOOKS = ("xlsx", "xlsm")
_TABLES = ("csv", "tsv", "tab")
_PAPERS = ("md", "markdown", "pdf", "docx")
_TWO = 2


class Form(Enum):
    """What a file holds."""

    TRACKER = "a grant tracker"
    GIVING = "a 360Giving package"
    PAPER = "a paper"


def form_of(data: bytes, path: str, asked: Mapping[str, Role]) -> Form | Finding:
    """Return what a file is, or why it cannot be imported as it is."""
    ending = path.rpartition(".")[2].casefold()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return Finding(
            "G501",
            "The file is empty.",
            Place(path),
            "Look whether it was saved, or copied while it was still coming in.",
        )
    if lock := lock_said(path):
        return Finding("G502", lock, Place(path), LOCK_HINT)
    if data.startswith(_OLE):
        return _compound(data, path, ending)
    if data.startswith(b"PK"):
        return _packed(data, path)
    return _text(data, path, ending, asked)


def _compound(data: bytes, path: str, ending: str) -> Form | Finding:
    """Return what a file of Office's old container is: an old Word file, an old workbook, or a new one behind a password."""
    if sniff(data, path).password:
        return Finding("G502", "The file is protected by a password, so it cannot be read.", Place(path), _UNLOCK)
    if ending == "doc":
        return Form.PAPER
    message = "The file is an Excel workbook of the old form (.xls), or is protected by a password."
    return Finding("G502", message, Place(path), _SAVE)


def _text(data: bytes, path: str, ending: str, asked: Mapping[str, Role]) -> Form | Finding:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if ending == "json" or (start[:1] in (b"{", b"[") and ending not in _TABLES):
        return Form.GIVING
    if start.startswith(b"%PDF") or ending in _PAPERS:
        return _other(data, path) or Form.PAPER
    if start[:1] == b"<" and ending not in _TABLES:
        message = "The file is a page of the web or XML, whatever its name says."
        return Finding("G502", message, Place(path), _SAVE)
    if ending in _TABLES or _is_table(data, path, asked):
        return Form.TRACKER
    if ending in _BOOKS:
        message = "The file is no Excel workbook, whatever its name says."
        return Finding("G501", message, Place(path), "Copy it again, or save it anew from Excel.")
    return _other(data, path) or Form.PAPER


def _other(data: bytes, path: str) -> Finding | None:
    """Return the finding that a file is a picture or the like, whatever its name says; None where it may be a paper."""
    found = sniff(data, path)
    if found.form or not found.what:
        return None
    return Finding("G502", f"The file is {found.what}, and neither a tracker nor a paper.", Place(path), found.hint)


def _packed(data: bytes, path: str) -> Form | Finding:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except SPOILT:
        return Finding(
            "G501", "The file is damaged: it does not open.", Place(path), "Copy it again, or save it anew from Excel."
        )
    if any(name.startswith("word/") for name in names):
        return Form.PAPER
    if "xl/workbook.bin" in names:
        return Finding("G502", "The workbook is in Excel's binary form (.xlsb).", Place(path), _SAVE)
    if any(name.startswith("xl/") for name in names):
        return Form.TRACKER
    if "content.xml" in names:
        found = sniff(data, path)
        is_text = bool(found.what) and "spreadsheet" not in found.what
        what, hint = (found.what, found.hint) if is_text else ("an OpenDocument spreadsheet", _SAVE)
        return Finding("G502", f"The file is {what}.", Place(path), hint)
    return Finding(
        "G502",
        "The file is packed, and holds neither a workbook nor a paper.",
        Place(path),
        "Unpack it, and import what is inside.",
    )


def _is_table(data: bytes, path: str, asked: Mapping[str, Role]) -> bool:
    try:
        header = best_header(read_delimited(data, path, asked), asked)
    except DelimitedError:
        return False
    return header is not None and sum(header.column(role) is not None for role in NEEDED) >= _TWO
