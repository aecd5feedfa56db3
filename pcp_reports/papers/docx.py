"""Any Word paper as passages with their places: numbers as printed, tracked changes as accepted."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.papers.typed_labels import parted, with_typed_labels
from pcp_reports.papers.wheres import ordinal, with_places
from pcp_reports.passage import Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.passage import Passage
    from pcp_reports.word.passages.reading import WordPaper


def read_docx(data: bytes, path: str) -> Paper:
    """Return a Word file as a paper; ``path`` as it was given. A file that cannot be read has one error and no passages."""
    from pcp_reports.word.passages.reading import read_word  # noqa: PLC0415 - lxml is needed for Word files alone

    word = read_word(data, path)
    if has_errors(word.findings):
        return Paper(path, "docx", findings=word.findings)
    body, beside = _body(word)
    around = with_places(chain(_boxes(word, beside), _notes(word), word.headers, word.footers))
    after = len(body)
    passages = (*body, *(replace(passage, line=after + number) for number, passage in enumerate(around, 1)))
    if not any(passage.text.strip() for passage in passages):
        return Paper(path, "docx", findings=(_wordless(path),), title=word.title)
    return Paper(path, "docx", passages, word.findings, word.title)


def _body(word: WordPaper) -> tuple[tuple[Passage, ...], list[str]]:
    """Return the body as it is to be read, and of each passage that it was read from the place in words."""
    groups = [parted(passage) for passage in word.body]
    body = with_places(with_typed_labels(chain.from_iterable(groups)), lines=True)
    starts = []
    at = 0
    for group in groups:
        starts.append(body[at].where)
        at += len(group)
    return body, starts


def _boxes(word: WordPaper, beside: Sequence[str]) -> Iterator[Passage]:
    for number, box in enumerate(word.boxes, 1):
        near = f" (at {beside[box.beside]})" if beside else ""
        yield from _parts(with_typed_labels(box.passages), f"text box {number}{near}")


def _notes(word: WordPaper) -> Iterator[Passage]:
    for note in word.notes:
        yield from _parts(with_typed_labels(note.passages), f"{note.kind} {note.label}")


def _parts(passages: Sequence[Passage], name: str) -> Iterator[Passage]:
    for number, passage in enumerate(passages, 1):
        yield replace(passage, where=name if len(passages) == 1 else f"{name}, {ordinal(number)} paragraph")


def _wordless(path: str) -> Finding:
    return Finding(
        "W603",
        "This Word file holds no words that can be read; it may hold pictures of pages.",
        Place(path),
        hint="Use the Word file that the paper was typed in, or one whose text can be selected.",
    )
