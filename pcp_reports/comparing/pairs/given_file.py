"""What the edited file is, before it is compared: the notices of a draft are taken off, another paper is recognised."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.matching import words_of
from pcp_reports.comparing.pairs.units import marks_of
from pcp_reports.findings import Finding, Place
from pcp_reports.papers.sniffing import LOCK_HINT, PDF, in_words, lock_said, name_of, sniff
from pcp_reports.passage import AROUND
from pcp_reports.word.marks import entry_mark
from pcp_reports.words import quoted, typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.passage import Passage
    from pcp_reports.workspace import Register

_FRONT = 8  # passages of a paper, by one of which its beginning is known


def no_word_file(data: bytes, path: str) -> Finding | None:
    """Return what a file of another kind is, in an officer's words; None for one that may be a Word file."""
    if said := lock_said(path):
        return Finding("W701", said, Place(path), LOCK_HINT)
    found = sniff(data, path)
    if found.password or not (found.what or found.form == PDF):
        return None
    message = f"{name_of(path)} is {found.what or in_words(found.form)}; what is compared is a Word file (.docx)."
    return Finding(
        "W701", message, Place(path), found.hint or "Give the Word file that was built, as somebody edited it."
    )


def without_notices(passages: Sequence[Passage], units: Sequence[Unit]) -> tuple[Passage, ...]:
    """Return the passages of a file without what a draft bears in front and on each page.

    The notices are of the day when the draft was built; nobody typed them in Word.
    """
    from pcp_reports.word.draft import MARK  # noqa: PLC0415 - Word is slow to load

    kept = [one for one in passages if one.sort not in AROUND or one.text.strip() != MARK]
    first = next((at for at, one in enumerate(kept) if one.sort not in AROUND and one.text.strip() == MARK), None)
    if first is None:
        return tuple(kept)
    beginning = {words_of(unit.passage) for unit in units[:_FRONT]}
    end = next(
        (at for at in range(first + 1, len(kept)) if words_of(kept[at]) in beginning or marks_of(kept[at])), first + 1
    )
    return (*kept[:first], *kept[end:])


def other_paper(register: Register, name: str, units: Sequence[Unit], passages: Sequence[Passage]) -> str:
    """Return the name of the paper that a file was built as, if its bookmarks prove it to be another; else nothing."""
    found = Counter(mark.entry for one in passages for mark in marks_of(one))
    papers = {other: found[entry_mark(folder.filed.path)] for other, folder in register.papers.items()}
    own = {unit.mark.entry for unit in units if unit.mark is not None}
    if papers.get(name) or not any(papers.values()) or 2 * sum(found[one] for one in own) > found.total():
        return ""
    return max(papers, key=lambda other: papers[other])


def is_other(name: str, other: str, path: str) -> Finding:
    """Return what is to be said of a file that was built as another paper."""
    message = f"This file was built as the paper {quoted(other)}, not {quoted(name)}."
    hint = f"Type: pcp-reports compare {typed(other)} {typed(path)}"
    return Finding("W701", message, Place(path), hint)
