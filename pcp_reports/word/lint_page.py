"""What is left over in a template, and what a paper of a public body should have on its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.word.lint_tags import found
from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.parts import targets
from pcp_reports.word.reading import VAL, root_of_kind, w
from pcp_reports.word.template_lines import TRACKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from pcp_reports.word.template_lines import Line

_DO = (
    "insert|enter|type|add|state|give|describe|click|delete|replace|complete|choose|select|specify|your|name of|date of"
)
_GUIDANCE = (
    re.compile(rf"\[\s*(?:(?:{_DO})\b|tb[ac]\b|x{{2,}})[^\]]*\]", re.IGNORECASE),
    re.compile(rf"<\s*(?:{_DO})\b[^>]*>", re.IGNORECASE),
    re.compile(r"\bdelete (?:this|these|as (?:appropriate|applicable|necessary)|if not|before)\b.*", re.IGNORECASE),
    re.compile(r"^\s*(?:guidance|guidance notes?|note to authors?|notes for (?:authors|writers))\s*:.*", re.IGNORECASE),
    re.compile(r"\blorem ipsum\b.*", re.IGNORECASE),
    re.compile(r"\b(?:XX?/XX?/XX(?:XX)?|DD/MM/YY(?:YY)?)\b", re.IGNORECASE),
    re.compile(r"\bclick (?:here|or tap)(?: here)? to (?:enter|add|type)\b.*", re.IGNORECASE),
)
_A4 = (11906, 16838)
_NEARLY = 40  # LibreOffice and printers' drivers round A4 by a few twentieths of a point
_PAGE = re.compile(r"\bPAGE\b")


def leftover_faults(parts: Mapping[str, bytes], lines: Sequence[Line], path: str) -> Iterator[Finding]:
    """Yield guidance for writers, tracked changes and comments left in the template."""
    for line in lines:
        rest = line.rest
        for pattern in _GUIDANCE:
            match = pattern.search(rest)
            if match is not None:
                words = f"guidance for writers is left: “{' '.join(match.group().split())}”"
                yield found("W109", line, words, path, "Every paper would print it: delete it from the template.")
                break
    hint = "In Word: Review, Accept All Changes, Delete All Comments; then save the template."
    if (
        any(True for line in lines if any(line.tracked))
        or next(parse(parts[DOCUMENT]).iter(*TRACKED), None) is not None
    ):
        yield Finding("W118", "The template holds tracked changes, and so would every paper.", Place(path), hint)
    if any(len(parse(parts[name])) for name in targets(parts, "comments").values()):
        yield Finding("W118", "The template holds comments, and so would every paper.", Place(path), hint)


def page_notes(parts: Mapping[str, bytes], path: str) -> Iterator[Finding]:
    """Yield notes about paper size, language and page numbers."""
    sizes = {(_whole(size.get(w("w"))), _whole(size.get(w("h")))) for size in parse(parts[DOCUMENT]).iter(w("pgSz"))}
    if not sizes or any(not _is_a4(size) for size in sizes):
        yield Finding("W120", "The page is not A4.", Place(path), "In Word: Layout, Size, A4.")
    if not _language(parts):
        hint = "In Word: select all, Review, Language, English (United Kingdom), Set As Default."
        yield Finding("W121", "The template does not say which language it is in.", Place(path), hint)
    if not any(
        _has_page_number(parse(parts[name])) for kind in ("footer", "header") for name in targets(parts, kind).values()
    ):
        hint = "In Word: Insert, Page Number."
        yield Finding("W122", "No page header or footer prints the page's number.", Place(path), hint)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def _is_a4(size: tuple[int, int]) -> bool:
    return all(abs(one - other) <= _NEARLY for one, other in zip(sorted(size), _A4, strict=True))


def _language(parts: Mapping[str, bytes]) -> bool:
    styles, settings = root_of_kind(parts, "styles"), root_of_kind(parts, "settings")
    spoken = [] if styles is None else list(styles.iter(w("lang")))
    spoken += [] if settings is None else list(settings.iter(w("themeFontLang")))
    return any(one.get(VAL) for one in spoken)


def _has_page_number(root: etree._Element) -> bool:
    fields = [field.get(w("instr"), "") for field in root.iter(w("fldSimple"))]
    fields += [field.text or "" for field in root.iter(w("instrText"))]
    return any(_PAGE.search(field) for field in fields) or next(root.iter(w("pgNum")), None) is not None
