"""Any file that may be a paper -> its passages, or the finding that says why it cannot be read. Nothing is raised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.papers.bounds import too_large
from pcp_reports.papers.sniffing import DOCX, LOCK_HINT, MD, PDF, TXT, ending_of, in_words, lock_said, name_of, sniff
from pcp_reports.passage import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 64 * 1024 * 1024
"""The most bytes that a file may have; a text has bounds of its own."""
MOST_AMOUNTS = 20_000
"""The most amounts of a paper: one of a thousand pages, each of them a table, has as many."""
_MEGABYTE = 1024 * 1024
_TEXT = ("", "txt", "text", "log", "md", "markdown", "mdown", "mkd")
_USUAL = {DOCX: ("docx", "docm", "dotx", "dotm"), PDF: ("pdf",), TXT: _TEXT, MD: _TEXT}


def read_paper(data: bytes, path: str) -> Paper:
    """Return the paper in a file: Word, PDF, plain text or Markdown, decided by content first and name second.

    ``path`` is for the findings, and its end for what content cannot tell. A file that cannot be read has no passages
    and one error.
    """
    refused = _refused(data, path)
    if refused is not None:
        return Paper(path, ending_of(path), findings=(refused,))
    form = sniff(data, path).form
    paper = _reader(form)(data, path)
    amounts = sum(passage.text.count("£") for passage in paper.passages)
    if amounts > MOST_AMOUNTS:
        size = f"{amounts:,} amounts; {MOST_AMOUNTS:,} is the most"
        return Paper(path, paper.form, findings=(too_large(path, size),))
    if ending_of(path) in ("", *_USUAL[form]):
        return paper
    return replace(paper, findings=(*paper.findings, _named_wrongly(path, form)))


def _refused(data: bytes, path: str) -> Finding | None:
    """Return why a file is not even tried, None where it is."""
    name = name_of(path)
    if lock := lock_said(path):
        return Finding("W611", lock, Place(path), LOCK_HINT)
    if len(data) > MOST_BYTES:
        return too_large(path, f"over {MOST_BYTES // _MEGABYTE} MB, which is the most")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe\x0c"):
        return Finding(
            "W612",
            f"{name} is empty.",
            Place(path),
            "Look whether it was saved, or copied while it was still coming in.",
        )
    found = sniff(data, path)
    if found.password:
        return Finding("W614", f"{name} is {found.what}, so it cannot be read.", Place(path), found.hint)
    if not found.form:
        message = f"{name} is {found.what}; only Word (.docx), PDF and plain text are read as papers."
        return Finding("W611", message, Place(path), found.hint or "Give the paper itself.")
    return None


def _named_wrongly(path: str, form: str) -> Finding:
    ending = ending_of(path)
    message = f"{name_of(path)} is {in_words(form)}, whatever its name says (.{ending}), and was read as one."
    return Finding("W616", message, Place(path), f"Name it as what it is: its name should end in .{form}.")


def _reader(form: str) -> Callable[[bytes, str], Paper]:
    """Return what reads a form; each is loaded only when a file of it is met."""
    if form == DOCX:
        from pcp_reports.papers.docx import read_docx  # noqa: PLC0415 - heavy

        return read_docx
    if form == PDF:
        from pcp_reports.papers.pdf import read_pdf  # noqa: PLC0415 - heavy

        return read_pdf
    if form == MD:
        from pcp_reports.papers.markdown import read_markdown  # noqa: PLC0415 - heavy

        return read_markdown
    from pcp_reports.papers.plain import read_plain  # noqa: PLC0415 - as the others

    return read_plain
