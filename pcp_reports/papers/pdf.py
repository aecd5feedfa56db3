"""A PDF with a text layer -> its passages. The lines of its pages are laid out in columns, and then read as plain text is.

Work is bounded by what a page holds, never by a clock: what is read is the same on every machine. Source: ISO 32000-1, 9
(text), 7.6 (encryption).
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.papers.bounds import too_large
from pcp_reports.papers.lines.joining import how_wrapped
from pcp_reports.papers.lines.lines import lines_of
from pcp_reports.papers.pages.edges import without_page_furniture
from pcp_reports.papers.paragraphs import passages_of
from pcp_reports.papers.sniffing import PDF, name_of
from pcp_reports.papers.wheres import with_places
from pcp_reports.passage import Paper
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

MOST_PAGES = 1_500
MOST_CONTENT = 1024 * 1024
"""The most bytes of drawing on a page that is read: a page of words has 50,000, a map some millions."""
MOST_CONTENT_IN_ALL = 16 * 1024 * 1024
"""The most bytes of drawing on all pages that are read: pages may share one drawing, so that a small file holds millions."""
MOST_STRINGS = 30_000
"""The most pieces of text on a page that is read; a page whose letters are set one by one has 5,000."""
MOST_TEXT = 4 * 1024 * 1024
"""The most letters of all pages, as of a text."""
_MOST_BLANKS = 200  # that can mean anything in a line
_SLACK = 12  # per cent: letters are not all as wide
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_SHORTEST_NAMED = 8  # pages that are named; more are counted

_WORDS_INSTEAD = (
    "Give the Word file that it was made from; or open the PDF in Word, look it over, and save it as .docx."
)


def read_pdf(data: bytes, path: str) -> Paper:
    """Return the paper in a PDF, or one that says why it cannot be read. Nothing is raised, whatever the file holds."""
    try:
        import pypdf  # noqa: F401, PLC0415 - an extra
    except ImportError:
        hint = "Type: pip install pypdf"
        return _refused(
            "W617", f"{name_of(path)} is a PDF, and reading one needs a package that is not here.", path, hint
        )
    with _quietly():
        try:
            return _read(data, path)
        except (Exception, RecursionError, MemoryError):  # noqa: BLE001 - a damaged file makes pypdf raise anything
            return _refused("W615", f"{name_of(path)} is damaged: it does not open as a PDF.", path, _WORDS_INSTEAD)


def _refused(code: str, message: str, path: str, hint: str) -> Paper:
    return Paper(path, PDF, findings=(Finding(code, message, Place(path), hint),))


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep what pypdf says of a file's faults off the officer's screen."""
    logger, silence = logging.getLogger("pypdf"), logging.NullHandler()
    logger.addHandler(silence)
    propagated, logger.propagate = logger.propagate, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.propagate = propagated
        logger.removeHandler(silence)


def _read(data: bytes, path: str) -> Paper:
    from pypdf import PdfReader  # noqa: PLC0415 - an extra, and heavy

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opened(reader):
        hint = "Open it with its password and print it into a new PDF, or give the Word file that it was made from."
        return _refused("W614", f"{name_of(path)} is protected by a password, so it cannot be read.", path, hint)
    count = len(reader.pages)
    if count > MOST_PAGES:
        return Paper(path, PDF, findings=(too_large(path, f"{count:,} pages; {MOST_PAGES:,} is the most"),))
    texts, unread = _texts(reader, count)
    if not any(text.strip() for text in texts):
        whys = list(dict.fromkeys(one.why for one in unread))
        why = "are pictures, as a scanner makes them" if whys in ([], ["are pictures"]) else listed(whys)
        message = f"{name_of(path)} has no words in it that can be read: its pages {why}."
        return _refused("W618", message, path, _WORDS_INSTEAD)
    pages = without_page_furniture(lines_of("\f".join(texts) + "\f"))
    passages = passages_of(pages, how_wrapped(pages.lines, slack=_SLACK, hyphenates=True))
    placed = with_places(replace(one, line=at, column=1, lines=()) for at, one in enumerate(passages, 1))
    return Paper(path, PDF, tuple(placed), _not_read(unread, path), _title(reader))


def _opened(reader: PdfReader) -> bool:
    """Return whether a protected file opens without a password, as one that only forbids printing does."""
    from pypdf import PasswordType  # noqa: PLC0415 - as above

    try:
        return reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except Exception:  # noqa: BLE001 - a form of protection that is not known, or whose package is not here
        return False


def _title(reader: PdfReader) -> str:
    try:
        return str(reader.metadata.title or "") if reader.metadata is not None else ""
    except Exception:  # noqa: BLE001 - as in read_pdf; a title is not worth a refusal
        return ""


# -- pages


@dataclass(frozen=True, slots=True)
class _Unread:
    """A page, from 1, that was not read, and why in words."""

    page: int
    why: str


def _texts(reader: PdfReader, count: int) -> tuple[list[str], list[_Unread]]:
    """Return the text of each page, laid out, and which pages were not read."""
    texts: list[str] = []
    unread: list[_Unread] = []
    left, undrawn = MOST_TEXT, MOST_CONTENT_IN_ALL
    for number in range(count):
        text, why = "", "come after more words than a paper has"
        try:
            if left > 0 and undrawn > 0:
                page = reader.pages[number]
                drawn = _drawn(page)
                text, why = _text(page, drawn)
                undrawn -= len(drawn) if len(drawn) <= MOST_CONTENT else 0
        except (Exception, RecursionError, MemoryError):  # noqa: BLE001 - as in read_pdf; the other pages may be sound
            text, why = "", "are damaged"
        left -= len(text)
        texts.append(text)
        if why:
            unread.append(_Unread(number + 1, why))
    return texts, unread


def _drawn(page: PageObject) -> bytes:
    """Return what draws a page."""
    contents = page.get_contents()
    return contents.get_data() if contents is not None else b""


def _text(page: PageObject, drawn: bytes) -> tuple[str, str]:
    """Return the text of a page, or why there is none; both are empty for a blank page."""
    if len(drawn) > MOST_CONTENT or drawn.count(b"(") + drawn.count(b"<") > MOST_STRINGS:
        return "", "hold a drawing too large to look through"
    text = page.extract_text(extraction_mode="layout")
    if not text.strip() and b"Do" in drawn:  # words inside a form that the page only places
        text = page.extract_text()
    text = re.sub(rf" {{{_MOST_BLANKS},}}", " " * _MOST_BLANKS, text.replace("\f", "\n"))
    if len(_UNREADABLE.findall(text)) * 3 > len("".join(text.split())) > 0:
        return "", "are set in letters that only look like letters"
    is_picture = not text.strip() and (b"Do" in drawn or b"BI" in drawn)
    return text, "are pictures" if is_picture else ""


def _not_read(unread: list[_Unread], path: str) -> tuple[Finding, ...]:
    """Return a finding for each reason why pages were not read."""
    whys = dict.fromkeys(one.why for one in unread)
    found = []
    for why in whys:
        pages = [f"{one.page}" for one in unread if one.why == why]
        which = f"pages {listed(pages)}" if len(pages) > 1 else f"page {pages[0]}"
        which = counted(len(pages), "page") if len(pages) > _SHORTEST_NAMED else which
        verb = why if len(pages) > 1 else _SINGLE.get(why, why)
        message = f"{name_of(path)}: {which} could not be read, because they {verb}."
        if len(pages) == 1:
            message = f"{name_of(path)}: {which} could not be read, because it {verb}."
        found.append(Finding("W619", message, Place(path), f"Grants on them were not checked. {_WORDS_INSTEAD}"))
    return tuple(found)


_SINGLE = {
    "are pictures": "is a picture",
    "are damaged": "is damaged",
    "are set in letters that only look like letters": "is set in letters that only look like letters",
    "hold a drawing too large to look through": "holds a drawing too large to look through",
    "come after more words than a paper has": "comes after more words than a paper has",
}
