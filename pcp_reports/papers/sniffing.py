"""What a file is: by its content first, and by the end of its name only where content cannot tell.

Sources: the first bytes that each form is known by (PDF: ISO 32000-1, 7.5.2; zip: PKWARE APPNOTE 4.3; compound files:
MS-CFB 2.2; the rest: the libmagic data base); ECMA-376 part 2 and ODF 1.3 part 2 for what a packed file holds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from pcp_reports.records import dataclass
from pcp_reports.words import quoted

DOCX, PDF, TXT, MD = "docx", "pdf", "txt", "md"
FORMS = (DOCX, PDF, TXT, MD)
"""The forms of paper that are read."""

_SAVE_AS_WORD = "Open it in Word, choose Save As and the type “Word Document (.docx)”, and give that file."
_PUT_INTO_WORD = "Copy its words into a new Word document, save it as .docx, and give that file."
_IMPORT = "To bring a grant tracker in, type: pcp-reports import, and the name of the file."
_SCAN = "Give the Word file that it was made from, or the words themselves; a picture cannot be read."
_UNPACK = "Unpack it, and give the paper inside."
_SAVE_AS_PDF = "Choose Save As and the type PDF, or put its words into a Word document, and give that file."

_TEXT_NAMES = {"txt": TXT, "text": TXT, "log": TXT, "md": MD, "markdown": MD, "mdown": MD, "mkd": MD}
_START = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The form of a paper, or empty with ``what`` it is instead (“an Excel workbook”) and what to do (``hint``).

    ``password``: it cannot be opened without one.
    """

    form: str
    what: str = ""
    hint: str = ""
    password: bool = False


_NAMED = {DOCX: "a Word file", PDF: "a PDF", TXT: "a plain text", MD: "a text in Markdown"}


def in_words(form: str) -> str:
    """Return a form as an officer calls it."""
    return _NAMED[form]


def ending_of(path: str) -> str:
    """Return the end of a file's name behind its last stop, in small letters; empty without one."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[2].casefold() if "." in name.lstrip(".") else ""


def name_of(path: str) -> str:
    """Return the name of a file for a message."""
    return quoted(path.replace("\\", "/").rpartition("/")[2])


LOCK_HINT = "Give the file itself: the one whose name begins without “~$”."


def lock_said(path: str) -> str:
    """Return the sentence for a file that Office keeps beside one that is open; empty for any other, by the name."""
    name = path.replace("\\", "/").rpartition("/")[2]
    if not name.startswith("~$"):
        return ""
    return f"{quoted(name)} is only the mark that Office leaves beside a file that somebody has open."


_PICTURE = Sniffed("", "a picture", _SCAN)
_ARCHIVE = Sniffed("", "a packed archive", _UNPACK)
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"{\\rtf", Sniffed("", "a rich text file (.rtf)", _SAVE_AS_WORD)),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"%!PS", Sniffed("", "a file for a printer (PostScript)", _SAVE_AS_PDF)),
    (
        b"MZ\x90",
        Sniffed("", "a program", "Give the paper itself. Do not open this file unless you know where it comes from."),
    ),
)


def sniff(data: bytes, path: str) -> Sniffed:
    """Return what a file is. Whether it is sound is for its reader to say."""
    start = data[:_START]
    for sign, what in _STARTS:
        if start.startswith(sign):
            return what
    if start.startswith((b"PK\3\4", b"PK\5\6")):
        return _packed(data, path)
    if start.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in start[:1024]:
        return Sniffed(PDF)
    if _is_picture(start):
        return _PICTURE
    return _markup(start) or _by_name(path)


def _is_picture(start: bytes) -> bool:
    webp = start[:4] == b"RIFF" and start[8:12] == b"WEBP"
    heic = start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"mif1", b"avif")
    bitmap = start[:2] == b"BM" and start[6:10] == b"\0\0\0\0"
    return webp or heic or bitmap


def _markup(start: bytes) -> Sniffed | None:
    """Return what a text with marks of its own is, None for a plain one."""
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    head = plain[:512].lower()
    if re.match(rb"<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(!doctype )?html", head):
        return Sniffed("", "a web page", _SAVE_AS_WORD)
    if head.startswith(b"<?xml"):
        word = b"word" in start.lower()
        return Sniffed("", "a file in XML", _SAVE_AS_WORD if word else _PUT_INTO_WORD)
    heads = re.findall(rb"(?m)^(mime-version|content-type|received|return-path|message-id|x-mailer):", head)
    if len(set(heads)) > 1:
        return Sniffed("", "a saved e-mail", _PUT_INTO_WORD)
    return None


def _by_name(path: str) -> Sniffed:
    ending = ending_of(path)
    if ending in ("csv", "tsv"):
        return Sniffed("", "a table of values (.csv)", _IMPORT)
    if ending in ("yaml", "yml"):
        return Sniffed("", "a file of entries", "Entries are checked with: pcp-reports check")
    if ending == "json":
        return Sniffed("", "a file of data (.json)", _IMPORT)
    return Sniffed(_TEXT_NAMES.get(ending, TXT))


def _packed(data: bytes, path: str) -> Sniffed:
    """Return what a zip is by the names inside; a damaged one goes by its own name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {member.filename.casefold() for member in archive.infolist()}
            kind = _kind_of_odf(archive)
    except (zipfile.BadZipFile, ValueError, OSError, UnicodeError, NotImplementedError, OverflowError):
        return Sniffed(DOCX) if ending_of(path) in (*FORMS, "") else Sniffed("", "a damaged file")
    if any(name.startswith("word/") for name in names):
        return Sniffed(DOCX)
    if any(name.startswith("xl/") for name in names):
        return Sniffed("", "an Excel workbook", _IMPORT)
    if any(name.startswith("ppt/") for name in names):
        return Sniffed("", "a PowerPoint file", _SAVE_AS_PDF)
    if kind:
        return _odf(kind)
    if "[content_types].xml" in names and ending_of(path) == DOCX:
        return Sniffed(DOCX)
    return Sniffed("", "a packed archive (.zip)", _UNPACK)


def _kind_of_odf(archive: zipfile.ZipFile) -> str:
    """Return the type that an OpenDocument or e-book file says it is of; empty for any other zip."""
    try:
        with archive.open("mimetype") as stream:
            return stream.read(100).decode("ascii", errors="replace")
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError):
        return ""


def _odf(kind: str) -> Sniffed:
    if "spreadsheet" in kind:
        return Sniffed("", "an OpenDocument spreadsheet", f"Save it as an Excel workbook (.xlsx). {_IMPORT}")
    if "presentation" in kind:
        return Sniffed("", "an OpenDocument presentation", _SAVE_AS_PDF)
    if "text" in kind:
        return Sniffed("", "an OpenDocument text (.odt)", _SAVE_AS_WORD)
    return Sniffed("", "a packed file of another program", _PUT_INTO_WORD)


def _compound(data: bytes) -> Sniffed:
    """Return what a compound file is: the old forms of Office, an Outlook message, or a new form under a password."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        hint = "Open it with its password, take the password off (File, Info, Protect Document), and save it again."
        return Sniffed("", "protected by a password", hint, password=True)
    if holds("WordDocument"):
        return Sniffed("", "a Word file of the old form (.doc)", _SAVE_AS_WORD)
    if holds("Workbook") or holds("Book\0"):
        return Sniffed("", "an Excel workbook of the old form (.xls)", f"Save it as .xlsx. {_IMPORT}")
    if holds("PowerPoint Document"):
        return Sniffed("", "a PowerPoint file of the old form (.ppt)", _SAVE_AS_PDF)
    if holds("__substg1.0_"):
        return Sniffed("", "a message saved by Outlook (.msg)", _PUT_INTO_WORD)
    return Sniffed("", "a file of an old program", _SAVE_AS_WORD)
