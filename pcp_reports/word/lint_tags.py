"""What goes wrong with the tags of a template before anything is filled in: how they are typed and where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.word.faults import KNOWN
from pcp_reports.word.package import DOCUMENT
from pcp_reports.word.reading import TC, TR, text_of, w
from pcp_reports.word.template_lines import UNFILLED
from pcp_reports.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from pcp_reports.word.template_lines import Line, Tag

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = re.compile(r"\}\}|%\}|#\}")
_SINGLE = re.compile(r"\{[\s{]*(?:(?:p|tr|tc|r)\s+)?([A-Za-z_][\w.]*)\s*\}(?:\s*\})?")
_NEAR = 5  # a tag split by Return goes on within so many paragraphs, or was never closed
_PICTURES = (w("drawing"), w("pict"), w("object"))


def tag_faults(lines: Sequence[Line], path: str) -> Iterator[Finding]:
    """Yield what is wrong with how tags are typed, and with what stands beside them."""
    for at, line in enumerate(lines):
        yield from _unfilled(line, path)
        yield from _tracked(line, path)
        yield from _beside(line, path)
        yield from _broken(lines, at, path)


def found(code: str, line: Line, words: str, path: str, hint: str = "") -> Finding:
    """Return a finding about a paragraph of a template; ``words`` follow the name of the place."""
    return Finding(code, f"{line.spot}: {words}", Place(path), hint)


def _unfilled(line: Line, path: str) -> Iterator[Finding]:
    if line.tags and any(stem in line.spot.part for stem in UNFILLED):
        where = "an endnote" if "endnotes" in line.spot.part else "a comment"
        yield found(
            "W117", line, f"a placeholder in {where} is never filled", path, "Move it into the text, or delete it."
        )


def _tracked(line: Line, path: str) -> Iterator[Finding]:
    for tag in line.tags:
        if any(line.tracked[tag.start : tag.end]):
            words = f"{tag.shown} stands in a tracked change"
            yield found("W108", line, words, path, "In Word, choose Review, Accept All Changes, and save the template.")


def _beside(line: Line, path: str) -> Iterator[Finding]:
    for tag in line.tags:
        if tag.prefix == "p":
            yield from _beside_paragraph(line, tag, path)
        elif tag.prefix in {"tr", "tc"}:
            yield from _beside_cells(line, tag, path)


def _beside_paragraph(line: Line, tag: Tag, path: str) -> Iterator[Finding]:
    other = " ".join((line.text[: tag.start] + line.text[tag.end :]).split())
    hint = f"Give {tag.shown} a paragraph of its own."
    if other:
        yield found("W105", line, f"“{other}” stands beside {tag.shown}, and would be deleted with it", path, hint)
    if next(line.element.iter(*_PICTURES), None) is not None:
        yield found("W105", line, f"a picture stands beside {tag.shown}, and would be deleted with it", path, hint)
    if line.element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        yield found("W105", line, f"a section break follows {tag.shown}, and would be deleted with it", path, hint)


def _beside_cells(line: Line, tag: Tag, path: str) -> Iterator[Finding]:
    name, kind = ("row", TR) if tag.prefix == "tr" else ("cell", TC)
    around: etree._Element | None = next(line.element.iterancestors(kind), None)
    if around is None:
        yield found("W105", line, f"{tag.shown} stands for a {name} of a table, but in no table", path)
        return
    other = " ".join("".join(text_of(paragraph) for paragraph in around.iter(w("p"))).split())
    if other != " ".join(line.text[tag.start : tag.end].split()):
        words = f"other words stand in the same {name} as {tag.shown}, and would be deleted with it"
        yield found("W105", line, words, path, f"Give {tag.shown} a {name} of its own.")


def _broken(lines: Sequence[Line], at: int, path: str) -> Iterator[Finding]:
    """Yield what is left of a paragraph's tags once the whole ones are taken away."""
    line = lines[at]
    rest = line.rest
    for match in _SINGLE.finditer(rest):
        name = _placeholder(match[1])
        if name is not None:
            yield found("W107", line, f"“{match.group()}” has too few braces", path, f"Type {{{{ {name} }}}}.")
            rest = rest.replace(match.group(), "")
    opening = _OPENING.search(rest)
    if opening is not None:
        if _goes_on(lines, at):
            hint = "Put the whole of it into one paragraph: delete the Return inside it."
            yield found("W106", line, "a placeholder is split over paragraphs", path, hint)
        else:
            words = f"{opening.group()} has no closing {_mate(opening.group())}"
            yield found("W111", line, words, path, _whole_hint(opening.group()))
    closing = _CLOSING.search(rest)
    if closing is not None and (opening is None or closing.start() < opening.start()) and not _came_from(lines, at):
        words = f"{closing.group()} has no opening {_mate(closing.group())}"
        yield found("W111", line, words, path, _whole_hint(closing.group()))


def _mate(braces: str) -> str:
    return {"{{": "}}", "{%": "%}", "{#": "#}", "}}": "{{", "%}": "{%", "#}": "{#"}[braces]


def _whole_hint(braces: str) -> str:
    if "%" in braces:
        return "Type the whole of it in one paragraph, such as {%p if summary %}, or delete what is left of it."
    return "Type the whole of it in one paragraph, such as {{ paper.title }}, or delete what is left of it."


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    for line in lines[at + 1 : at + 1 + _NEAR]:
        if line.spot.part != lines[at].spot.part or _OPENING.search(line.rest):
            return False
        if _CLOSING.search(line.rest):
            return True
    return False


def _came_from(lines: Sequence[Line], at: int) -> bool:
    for before in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        if _OPENING.search(lines[before].rest):
            return _goes_on(lines, before)
    return False


def _placeholder(typed: str) -> str | None:
    """Return the placeholder that somebody meant by a word in braces, or None where it is just a word in braces."""
    first, _, second = typed.partition(".")
    if first in KNOWN:
        near = did_you_mean(second, KNOWN[first]) if second and second not in KNOWN[first] else None
        return f"{first}.{near}" if near else typed
    root = did_you_mean(first, KNOWN) if second else None
    return f"{root}.{second}" if root else None


def in_document(line: Line) -> bool:
    """Return whether the paragraph stands in the document itself, not in a header or a note."""
    return line.spot.part == DOCUMENT
