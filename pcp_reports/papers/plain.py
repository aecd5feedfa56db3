"""A plain text file -> its passages, as an editor counts its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.papers.bounds import too_large
from pcp_reports.papers.decoding import decoded
from pcp_reports.papers.lines.flowing import with_lines_again
from pcp_reports.papers.lines.joining import how_wrapped
from pcp_reports.papers.lines.lines import lines_of
from pcp_reports.papers.pages.edges import without_page_furniture
from pcp_reports.papers.paragraphs import passages_of
from pcp_reports.papers.sniffing import TXT, name_of
from pcp_reports.papers.wheres import with_places
from pcp_reports.passage import Paper
from pcp_reports.words import counted

if TYPE_CHECKING:
    from pcp_reports.papers.decoding import Decoded

MOST_TEXT = 4 * 1024 * 1024
"""The most letters of a text: a paper of a thousand pages has three million."""
MOST_LINES = 60_000
"""The most lines of a text: a paper of a thousand pages has fifty thousand."""
_BYTES_A_LETTER = 4  # at the most, in any code


def read_plain(data: bytes, path: str) -> Paper:
    """Return the paper in a text file, or one that says why it cannot be read."""
    text = text_of(data, path)
    if isinstance(text, Finding):
        return Paper(path, TXT, findings=(text,))
    pages = without_page_furniture(with_lines_again(lines_of(text.text)))
    passages = passages_of(pages, how_wrapped(pages.lines))
    return Paper(path, TXT, tuple(with_places(passages)), lost_letters(text, path))


def text_of(data: bytes, path: str) -> Decoded | Finding:
    """Return the words of a text file, or why they cannot be read."""
    if len(data) > MOST_TEXT * _BYTES_A_LETTER:
        return too_large(path, f"{len(data) // 1024**2:,} MB of text; {MOST_TEXT // 1024**2} MB is the most")
    text = decoded(data)
    if text is None:
        message = f"{name_of(path)} is no text that can be read, or is damaged."
        hint = "Look whether it opens in the program that made it, and save it there as a Word document (.docx)."
        return Finding("W615", message, Place(path), hint)
    if len(text.text) > MOST_TEXT:
        return too_large(path, f"{len(text.text):,} letters; {MOST_TEXT:,} is the most")
    lines = text.text.count("\n") + text.text.count("\f")
    if lines > MOST_LINES:
        return too_large(path, f"{lines:,} lines; {MOST_LINES:,} is the most")
    return text


def lost_letters(text: Decoded, path: str) -> tuple[Finding, ...]:
    """Return the finding that letters were lost, where they were."""
    if not text.lost:
        return ()
    at = text.text.index("\ufffd")
    line = text.text.count("\n", 0, at) + 1
    column = at - text.text.rfind("\n", 0, at)
    message = f"{name_of(path)}: {counted(text.lost, 'letter')} cannot be read and may be part of a name or an amount."
    hint = "Save it anew in the program it comes from, as “UTF-8” or as a Word document (.docx)."
    return (Finding("W619", message, Place(path, line, column), hint),)
