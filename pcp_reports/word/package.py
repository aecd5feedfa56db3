"""The .docx file as a package of parts: opened with suspicion, written so that the same parts give the same bytes.

Source: ECMA-376 part 2 (Open Packaging Conventions): a .docx is a zip of stored or deflated members, named without
regard to case, whose XML has no document type declaration.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

MOST_MEMBERS = 2_000
MOST_BYTES = 64 * 1024 * 1024
MOST_BYTES_IN_ONE = 40 * 1024 * 1024
MOST_PARAGRAPHS = 100_000  # in one part
MOST_TAGS = 3_000_000  # in one part: the signs < in it

_CHUNK = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_PARAGRAPH = re.compile(rb"<w:p[ />]")
# UTF-8 and UTF-16 alone: what is counted before parsing must be what the parser then reads.
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_ENCODING = re.compile(rb"^.{0,3}<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.DOTALL)
_ENCODINGS = (b"utf-8", b"us-ascii", b"utf-16", b"iso-8859-1", b"windows-1252")
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE_AGAIN = "Open it in Word, choose Save As and the type “Word Document (.docx)”, and use the file that makes."
# 1980 is the first year a zip can write down; any fixed moment would do.
_MOMENT = (1980, 1, 1, 0, 0, 0)


class _RefusedError(Exception):
    """Carries the reason for refusing a file from where it is found to `read_parts`."""

    def __init__(self, code: str, message: str, hint: str = _SAVE_AGAIN) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML part, entities left unread and nothing fetched.

    Raises `lxml.etree.XMLSyntaxError` for anything that is not well-formed; the parts `read_parts` returns all are.
    """
    # A parser of one's own each time: lxml's parsers remember the errors of earlier files.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


_SMALLER = "Make the pictures in it smaller (Word: Picture Format, Compress Pictures), and save it again."
_DAMAGED = "No paper needs so much text: ask whoever sent it for the file anew, saved from Word."
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)\b")


def is_xml(name: str) -> bool:
    """Return whether a part of this name is XML."""
    return name.casefold().endswith(_XML_ENDINGS)


def read_parts(data: bytes, path: str, *, wanted: Callable[[str], bool] | None = None) -> dict[str, bytes] | Finding:
    """Return the parts of a Word file by name, in the file's order; or the one finding that says why it is refused.

    ``path`` is only for the finding's place. Sizes are counted while reading, whatever the file says of itself.

    With ``wanted`` the file is only to be read, not filled: parts that it does not want stay packed and come back
    empty, the document may bear any name and be of any form, and no part is parsed, which `read_root` does.
    Macros are refused all the same.
    """
    try:
        if wanted is not None:
            parts = dict(_members(data, wanted))
            _check_macros(parts)
            return parts
        parts = dict(_members(data))
        _check_kind(parts)
        _check_xml(parts)
    except _RefusedError as refused:
        return Finding(refused.code, str(refused), Place(path), hint=refused.hint)
    return parts


def read_root(name: str, content: bytes, path: str) -> etree._Element | Finding:
    """Return the root of a part that `read_parts` left unparsed; or the finding that says why it is refused."""
    try:
        return _root(name, content)
    except _RefusedError as refused:
        return Finding(refused.code, str(refused), Place(path), hint=refused.hint)


def canonical(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a .docx: the same parts give the same bytes, whatever order, clock or system they came by."""
    first = [name for name in (CONTENT_TYPES, "_rels/.rels") if name in parts]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in (*first, *sorted(set(parts) - set(first))):
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            member.external_attr = 0
            archive.writestr(member, parts[name], compresslevel=6)
    return file.getvalue()


def _members(data: bytes, wanted: Callable[[str], bool] | None = None) -> Iterator[tuple[str, bytes]]:
    if data.startswith(_OLE):
        raise _RefusedError("W202", "This Word file is protected by a password, or is in the old .doc form.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, UnicodeError, NotImplementedError) as error:
        raise _RefusedError("W201", "This is not a Word file: it does not open as one.") from error
    if len(members) > MOST_MEMBERS:
        raise _RefusedError(
            "W203", f"This Word file has {len(members):,} parts inside it; {MOST_MEMBERS:,} is the most."
        )
    seen: set[str] = set()
    left = MOST_BYTES
    for member in members:
        if member.is_dir():
            continue
        _check_name(member, seen)
        if wanted is not None and not wanted(member.filename):
            yield member.filename, b""
            continue
        content = _content(archive, member, min(left, MOST_BYTES_IN_ONE))
        left -= len(content)
        yield member.filename, content


def _check_name(member: zipfile.ZipInfo, seen: set[str]) -> None:
    # Word's own rule: two names that differ only in capitals are one.
    name, folded = member.filename, member.filename.casefold()
    if member.orig_filename != name or "\\" in name or ":" in name or name.startswith("/"):
        raise _RefusedError("W204", f"This Word file holds a part with a name that Word never gives: {name!a}.")
    if ".." in name.split("/") or posixpath.normpath(name) != name:
        raise _RefusedError("W204", f"This Word file holds a part that points outside the file: {name!a}.")
    if folded in seen:
        raise _RefusedError("W204", f"This Word file holds two parts of the same name: {name!a}.")
    seen.add(folded)


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if member.flag_bits & 0x1:
        raise _RefusedError("W202", "This Word file is protected by a password.")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError("W208", f"This Word file is packed in a way that Word cannot open ({member.filename!a}).")
    content = bytearray()
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                if len(content) > most:
                    raise _RefusedError(
                        "W203",
                        f"This Word file unpacks to far more than a paper needs (at {member.filename!a}).",
                        _DAMAGED if is_xml(member.filename) else _SMALLER,
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise _RefusedError(
            "W208", f"This Word file is damaged: {member.filename!a} inside it cannot be read."
        ) from error
    return bytes(content)


def _check_kind(parts: Mapping[str, bytes]) -> None:
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise _RefusedError(
            "W205", "This is not a Word file, although it is packed like one: it has no document inside."
        )
    _check_macros(parts)


def _check_macros(parts: Mapping[str, bytes]) -> None:
    types = parts.get(CONTENT_TYPES, b"").lower()
    if b"macroenabled" in types or any("vbaproject" in name.casefold() for name in parts):
        raise _RefusedError(
            "W207",
            "This Word file has macros (small programs) inside it. Papers and templates are used without any.",
        )


def _check_xml(parts: Mapping[str, bytes]) -> None:
    for name, content in parts.items():
        if not is_xml(name):
            continue
        root = _root(name, content)
        if name == DOCUMENT and root.tag != f"{{{WORD}}}document":
            raise _RefusedError("W209", "This Word file is saved in the “Strict” form, which cannot be filled.")
        if name == CONTENT_TYPES:
            _check_main_type(root)


def _root(name: str, content: bytes) -> etree._Element:
    _check_amount(name, content)
    try:
        root = parse(content)
    except etree.XMLSyntaxError as error:
        if _DECLARED.search(content) is not None:  # a document type whose own names stand for gigabytes
            raise _declared(name) from error
        raise _RefusedError(
            "W208", f"This Word file is damaged: {name!a} inside it is not sound ({error.msg})."
        ) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]  # lxml has it, its stubs do not
        raise _declared(name)
    return root


def _declared(name: str) -> _RefusedError:
    return _RefusedError("W206", f"This Word file declares a document type in {name!a}, which Word never does.")


def _check_amount(name: str, content: bytes) -> None:
    """Refuse a part that would take gigabytes once parsed, or that is written so that it cannot be counted."""
    named = _ENCODING.match(content[:200])
    text = content.lstrip()
    if not text.startswith(_STARTS) or (named is not None and named[1].lower() not in _ENCODINGS):
        raise _RefusedError("W208", f"This Word file is damaged: {name!a} inside it is not sound (its encoding).")
    if len(_PARAGRAPH.findall(content)) > MOST_PARAGRAPHS or content.count(b"<") > MOST_TAGS:
        raise _RefusedError(
            "W203",
            f"This Word file holds far more than a paper needs: over {MOST_PARAGRAPHS:,} paragraphs (in {name!a}).",
            "Delete what is not needed, and save it again.",
        )


def _check_main_type(types: etree._Element) -> None:
    main = [entry.get("ContentType") for entry in types if entry.get("PartName") == f"/{DOCUMENT}"]
    if main != [_MAIN_TYPE]:
        raise _RefusedError("W209", "This is not an ordinary Word document (.docx); it may be a Word template (.dotx).")
