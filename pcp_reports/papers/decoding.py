"""The bytes of a text file -> its words, whatever program saved it.

Decided by evidence: a byte-order mark; noughts on one side alone (UTF-16); bytes that are UTF-8 throughout; else Windows'
own letters (cp1252), unless nearly all that lies beyond ASCII is UTF-8. Source: RFC 3629; Unicode 15, 23.8.
"""

from __future__ import annotations

import re

from pcp_reports.records import dataclass

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_MOST_CONTROLS = 100  # one in so many characters: above that, it is no text
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_LOST = "\ufffd"
# What UTF-8 looks like once it was read as cp1252 and saved again: “Â£”, “â€“”, “Ã©”.
_TWICE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds as line ends, and how many of its letters are lost (each is U+FFFD now)."""

    text: str
    lost: int = 0


def decoded(data: bytes) -> Decoded | None:
    """Return the text of a file, None where it is none."""
    text = _letters(data)
    sample = text[: 16 * _SAMPLE]
    controls = len(_CONTROL.findall(sample))
    # A text may hold a stray control or a sign that was lost before; a picture or a program holds them everywhere.
    if controls * _MOST_CONTROLS > len(sample) or sample.count(_LOST) * 10 > len(sample):
        return None
    lines = text.rstrip("\x1a").replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    if _TWICE.search(lines):
        lines = "\n".join(_once(line) for line in lines.split("\n"))
    return Decoded(lines, lines.count(_LOST))


def _letters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    sample = data[:_SAMPLE]
    left, right = sample[::2].count(0), sample[1::2].count(0)
    if max(left, right) * 4 > len(sample) and min(left, right) * 20 < len(sample):
        return data.decode("utf-16-be" if left > right else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        mended = data.decode("utf-8", errors="replace")
    beyond = sum(char > "\x7f" for char in mended)
    if mended.count(_LOST) * 2 <= beyond:  # most of what is not ASCII is sound UTF-8
        return mended
    return data.decode("cp1252", errors="replace")


def _once(line: str) -> str:
    """Return a line whose letters were coded twice as it was meant; any other as it is."""
    if not _TWICE.search(line):
        return line
    try:
        # Bytes that cp1252 leaves open were taken over one for one.
        coded = b"".join(
            sign.encode("cp1252") if sign.encode("cp1252", "ignore") else sign.encode("latin-1") for sign in line
        )
        return coded.decode("utf-8")
    except UnicodeError:
        return line
