"""PDFs made by hand, of lines at places: what tests of reading them are made of."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = b"%PDF-1.4\n"


@dataclass(frozen=True)
class At:
    """Words at a place on the page: points from its left edge and foot."""

    x: int
    y: int
    words: str


def drawn(*lines: At, size: int = 11) -> bytes:
    """Return what draws lines of words on a page."""
    made = []
    for line in lines:
        words = line.words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        made.append(b"BT /F1 %d Tf %d %d Td (%b) Tj ET" % (size, line.x, line.y, words))
    return b"\n".join(made)


def picture() -> bytes:
    """Return what draws a picture on a page."""
    return b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def pdf(*pages: bytes) -> bytes:
    """Return a PDF with a page for each drawing."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    file = bytearray(_HEAD)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(file)
