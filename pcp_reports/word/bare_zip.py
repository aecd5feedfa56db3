"""Whether a zip holds its members and nothing else: no bytes before, between or after them, which no reader of it shows.

Source: PKWARE, .ZIP File Format Specification (APPNOTE) 6.3.10, 4.3: local headers (4.3.7), data descriptors (4.3.9),
central directory (4.3.12), zip64 records (4.3.14, 4.3.15), end record (4.3.16).
"""

from __future__ import annotations

import io
import struct
import zipfile

_LOCAL, _END, _LOCATOR, _END64 = b"PK\3\4", b"PK\5\6", b"PK\6\7", b"PK\6\6"
_LOCAL_SIZE, _END_SIZE, _LOCATOR_SIZE, _END64_SIZE = 30, 22, 20, 56
_DESCRIBED = 0x8
"""The flag of a member whose sizes stand behind it, in a descriptor."""


def is_bare(data: bytes) -> bool:
    """Return whether a zip, which must be one that opens, holds nothing but its members and the lists of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = sorted(archive.infolist(), key=lambda one: one.header_offset)
            start, comment = archive.start_dir, archive.comment
        return not comment and _is_ended(data, start) and _follow(data, members, start)
    except (zipfile.BadZipFile, struct.error, ValueError, OSError):
        return False


def _is_ended(data: bytes, start: int) -> bool:
    """Return whether the central directory, which begins at ``start``, and the end records are all that comes last."""
    at = len(data) - _END_SIZE
    if data[at : at + 4] != _END:
        return False
    if data[at - _LOCATOR_SIZE :][:4] == _LOCATOR:
        at -= _LOCATOR_SIZE + _END64_SIZE
        if data[at : at + 4] != _END64 or struct.unpack_from("<Q", data, at + 4)[0] != _END64_SIZE - 12:
            return False
        size, offset = struct.unpack_from("<QQ", data, at + 40)
    else:
        size, offset = struct.unpack_from("<LL", data, at + 12)
    return bool(offset == start and start + size == at)


def _follow(data: bytes, members: list[zipfile.ZipInfo], start: int) -> bool:
    """Return whether the members follow one another from the first byte to ``start``."""
    at = 0
    for member in members:
        if member.header_offset != at or data[at : at + 4] != _LOCAL or member.comment:
            return False
        name, extra = struct.unpack_from("<HH", data, at + 26)
        at += _LOCAL_SIZE + name + extra + member.compress_size
        if member.flag_bits & _DESCRIBED:
            at += _descriptor(data, at, member)
    return at == start


def _descriptor(data: bytes, at: int, member: zipfile.ZipInfo) -> int:
    """Return how many bytes the descriptor behind a member takes; 0 where none stands there."""
    row = (member.CRC, member.compress_size, member.file_size)
    forms = (struct.pack("<LLL", *row), struct.pack("<LQQ", *row))
    for form in (*(b"PK\7\x08" + form for form in forms), *forms):
        if data.startswith(form, at):
            return len(form)
    return 0
