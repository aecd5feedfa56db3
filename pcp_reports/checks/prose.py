"""What is written in prose: placeholders that can be filled, links that are links, formatting that is not taken for more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.model.paper import ItemKind
from pcp_reports.placeholders import PlaceholderError, evaluate
from pcp_reports.prose import read_prose
from pcp_reports.records import dataclass
from pcp_reports.texts import proses, scope_of, scope_of_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.nodes import Text
    from pcp_reports.placing import Survey
    from pcp_reports.source import Source
    from pcp_reports.texts import Scope

MOST_OF_A_TEXT = 20
"""How many faults of one text are told at once; a page pasted in by mistake has thousands."""

_CODES = {
    "statement": "P131",
    "comment": "P131",
    "unclosed-placeholder": "P131",
    "unopened-placeholder": "P131",
    "empty-placeholder": "P131",
    "slot-place": "P130",
    "slot-twice": "P130",
    "deep-bullet": "P132",
    "link-address": "P134",
    "link-placeholder": "P134",
    "link-telephone": "P134",
    "link-label": "P134",
    "bare-address": "P134",
}


def written(survey: Survey) -> Iterator[Finding]:
    """Every text can be printed as its writer meant it, or is named."""
    register = survey.register
    locale = register.office.language if register.office is not None else "en_GB"
    for filed in register.entries:
        for key, text in proses(filed):
            yield from _read(_Text(f"{filed.name}, {key}", text, filed.source), partial(scope_of, filed, locale, key))
    for folder, paper, placement in survey.papers():
        scope = partial(scope_of_paper, register, folder, locale)
        texts: list[tuple[str, Text | None]] = [("summary", paper.summary), ("recommendation", paper.recommendation)]
        texts += [
            (section.heading, item.words)
            for section in paper.sections
            for item in section.items
            if item.kind is ItemKind.TEXT
        ]
        for where, words in texts:
            if words is not None:
                yield from _read(_Text(f"{folder.name}, {where}", words, folder.filed.source), scope)
        for placed in (placed for section in placement.sections for placed in section.items):
            if placed.item.kind is ItemKind.STANDING and placed.text is not None:
                yield from _filled(_Text(f"office, {placed.item.words.strip()}", placed.text, placed.source), scope)
    if register.office is not None and register.office_file is not None:
        for name, text in (register.office.standing or {}).items():
            yield from _formatted(_Text(f"office, {name}", text, register.office_file.source))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, where it stands in the officer's terms, and the file it stands in."""

    where: str
    text: Text
    source: Source

    def found(self, code: str, what: str, offset: int, hint: str = "") -> Finding:
        return Finding(code, f"{self.where}: {what}.", self.source.place_in(self.text, offset), hint)


def _read(text: _Text, scope: Callable[[], Scope]) -> Iterator[Finding]:
    yield from _formatted(text)
    yield from _filled(text, scope)


def _formatted(text: _Text) -> Iterator[Finding]:
    for fault in read_prose(text.text).faults[:MOST_OF_A_TEXT]:
        yield text.found(_CODES.get(fault.kind, "P133"), fault.what, fault.offset, _sentence(fault.hint))


def _filled(text: _Text, scope: Callable[[], Scope]) -> Iterator[Finding]:
    """Try every placeholder and slot of a text on what it may name; the scope is worked out only where there are any."""
    prose = read_prose(text.text)
    slots = [block for block in prose.blocks if block.slot]
    if not slots and not prose.placeholders:
        return
    known = scope()
    for block in slots:
        if block.slot not in known.slots:
            what = "grant lines, which only a funding round has"
            if block.slot != "lines":
                what = "a table of figures, but none stand beside it"
            yield text.found("P130", f"“{{{{ {block.slot} }}}}” asks for {what}", block.offset, "Take it out.")
    failed = 0
    for one in prose.placeholders:
        try:
            evaluate(one.expression, known.names, known.functions)
        except PlaceholderError as error:
            failed += 1
            if failed > MOST_OF_A_TEXT:
                return
            hint = f"Type {error.instead[0]}." if error.instead else ""
            yield text.found("P130", f"“{{{{ {one.expression} }}}}” cannot be filled: {error.reason}", one.offset, hint)


def _sentence(hint: str) -> str:
    return f"{hint[:1].upper()}{hint[1:]}." if hint else ""
