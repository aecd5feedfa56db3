"""How fast any paper is audited, against python-docx merely reading the text of the same file, in one process."""

from __future__ import annotations

import io
import time
from itertools import cycle
from typing import TYPE_CHECKING

import docx

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper
from pcp_reports.word.package import WORD, canonical, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pcp_reports.audit.auditing import Audited

PAGES = 300
PARAGRAPHS = 12
"""Paragraphs of text on a page: of some 35 words each, as many as a printed page holds."""
EVERY_ROUND, EVERY_TABLE = 6, 5
"""A round of grants stands on every sixth page, a table on every fifth."""
_PROSE = (
    """The Commissioner met partners in the county to hear how neighbourhood teams work with residents, schools and traders,
and what is planned for the coming months. Members will recall the earlier report on this matter.""",
    """Between April and June officers made 214 arrests and issued 37 orders, and the average time to answer an emergency
call was 9 seconds. The cost of the work is met from the existing budget of £1.2m for the year.""",
    """Victims are supported by a service that is commissioned together with two councils. In the survey 78% of those asked
said that they were kept informed, against 71% a year before, which the Board has noted.""",
)


def paper() -> bytes:
    """Return a Word file of some 300 pages: numbered prose, tables, and a round of grants on every sixth page."""
    empty = io.BytesIO()
    docx.Document().save(empty)
    parts = read_parts(empty.getvalue(), "sample.docx")
    if not isinstance(parts, dict):
        raise TypeError(parts)
    body = "".join(_pages())
    parts["word/document.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()
    )
    return canonical(parts)


def _pages() -> Iterator[str]:
    prose = cycle(" ".join(words.split()) for words in _PROSE)
    for page in range(1, PAGES + 1):
        yield _paragraph(f"Part {page} of the report", "Heading1")
        for _ in range(PARAGRAPHS):
            yield _paragraph(next(prose), "ListNumber")
        if page % EVERY_ROUND == 0:
            yield from _round(page)
        if page % EVERY_TABLE == 0:
            yield _table(page)


def _paragraph(words: str, style: str) -> str:
    half = len(words) // 2  # Word cuts a paragraph into runs wherever somebody has typed
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{part.replace("&", "&amp;")}</w:t></w:r>'
        for part in (words[:half], words[half:])
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _round(page: int) -> Iterator[str]:
    amounts = [1_000 + (page * 131 + number * 137) % 9_000 for number in range(10)]
    yield _paragraph(
        f"Grants of £{sum(amounts):,} were awarded to 10 projects through the Community Fund:", "ListNumber"
    )
    for number, amount in enumerate(amounts):
        yield _paragraph(
            f"Trust {page} of Ward {'ABCDEFGHIJ'[number]} – sports sessions in the evenings for young people – £{amount:,}",
            "ListBullet",
        )


def _table(page: int) -> str:
    rows = [("Measure", "This quarter", "Last quarter", "Change")]
    rows += [(f"Offences of kind {row}", f"{page + row}", f"{page + row * 2}", f"{row}%") for row in range(9)]
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_paragraph(cell, 'Normal')}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 4}</w:tblGrid>{cells}</w:tbl>"


def auditing(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return what auditing the paper took, and what reading its text took, in seconds, in turn."""
    path = folder / "300 pages.docx"
    path.write_bytes(paper())
    ours, theirs = [], []
    for counted in range(rounds + 1):
        began = time.perf_counter()
        found = _audited(path)
        middle = time.perf_counter()
        words = _read(path)
        ended = time.perf_counter()
        if len(found.rounds) != PAGES // EVERY_ROUND or not words:
            raise AssertionError(len(found.rounds))
        if counted:
            ours.append(middle - began)
            theirs.append(ended - middle)
    return ours, theirs


def _audited(path: Path) -> Audited:
    return audit(read_paper(path.read_bytes(), path.name))


def _read(path: Path) -> list[str]:
    document = docx.Document(str(path))
    words = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            words += [cell.text for cell in row.cells]
    return words
