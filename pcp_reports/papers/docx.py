"""Any Word paper as passages with their places: numbers as printed, tracked changes as accepted."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, Related, has_errors
from pcp_reports.papers.typed_labels import parted, with_typed_labels
from pcp_reports.papers.wheres import ordinal, with_places
from pcp_reports.passage import Paper
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.passage import Passage
    from pcp_reports.word.passages.reading import WordPaper

_LONGEST_STRUCK = 80


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
    return Paper(path, "docx", passages, (*word.findings, *_struck(passages, path)), word.title)


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


def _struck(passages: Sequence[Passage], path: str) -> Iterator[Finding]:
    """Give the words that are struck through, which are read as deleted: whoever struck them may have meant otherwise."""
    struck = [one for one in passages if one.struck]
    if not struck:
        return
    shown = [
        f"{quoted(shortened(one.struck, _LONGEST_STRUCK))}, at or right below {one.where or one.sort.value}"
        for one in struck
    ]
    related = tuple(Related(words, Place(path, one.line, one.column)) for words, one in zip(shown, struck, strict=True))
    more = f" (and {counted(len(struck) - 1, 'more place')})" if len(struck) > 1 else ""
    message = (
        f"Words are struck through: {shown[0]}{more}. They were read as deleted, and a list of grants that they stand in "
        "or beside is not held to its totals."
    )
    hint = "Delete them in Word, or take the line through them off; what became of a grant is better said in words."
    yield Finding("W604", message, related[0].place, hint, related if more else ())


def _wordless(path: str) -> Finding:
    return Finding(
        "W603",
        "This Word file holds no words that can be read; it may hold pictures of pages.",
        Place(path),
        hint="Use the Word file that the paper was typed in, or one whose text can be selected.",
    )
