"""What is written in prose: placeholders that can be filled, links that are links, formatting that is not taken for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.prose import read_prose
from pcp_reports.texts import UnknownNameError, proses, scope_of, scope_of_paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.placing import Survey
    from pcp_reports.source import Source, Text
    from pcp_reports.texts import Scope

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
    "link-label": "P134",
    "bare-address": "P134",
}
_MARKS = frozenset("*_[]{}<>&`#|\\+•·▪◦‣⁃~=!@")


def written(survey: Survey) -> Iterator[Finding]:
    """Every text can be printed as its writer meant it, or is named."""
    register = survey.register
    locale = register.office.language if register.office is not None else "en_GB"
    for filed in register.entries:
        for key, text in proses(filed):
            if _worth_reading(text):
                yield from _faults(f"{filed.name}, {key}", text, filed.source, scope_of(filed, locale))
    for folder, paper, _ in survey.papers():
        scope = scope_of_paper(register, folder, locale)
        texts = [("summary", paper.summary), ("recommendation", paper.recommendation)]
        texts += [
            (section.heading, item.words)
            for section in paper.sections
            for item in section.items
            if item.kind.value == "text"
        ]
        for key, text in ((key, text) for key, text in texts if text is not None and _worth_reading(text)):
            yield from _faults(f"{folder.name}, {key}", text, folder.filed.source, scope)
    yield from _standing(survey, locale)


def _standing(survey: Survey, locale: str) -> Iterator[Finding]:
    register = survey.register
    if register.office is None or register.office_file is None:
        return
    folders = list(register.papers.values())
    for name, text in (register.office.standing or {}).items():
        if _worth_reading(text) and folders:
            yield from _faults(
                f"office, {name}", text, register.office_file.source, scope_of_paper(register, folders[0], locale)
            )


def _worth_reading(text: str) -> bool:
    """Return whether a text can have a fault at all; most have none of the signs that could be one."""
    return (
        not _MARKS.isdisjoint(text)
        or "  " in text
        or "-" in text
        or "www" in text
        or "http" in text
        or any(line[:1].isdigit() for line in text.split("\n"))
    )


def _faults(where: str, text: Text, source: Source, scope: Scope) -> Iterator[Finding]:
    prose = read_prose(text)
    for fault in prose.faults:
        code = _CODES.get(fault.kind, "P133")
        yield Finding(code, f"{where}: {fault.what}.", source.place_in(text, fault.offset), _sentence(fault.hint))
    for block in prose.blocks:
        if block.slot and block.slot not in scope.slots:
            what = (
                "grant lines, which only a funding round has"
                if block.slot == "lines"
                else "a table of figures, but the entry has no figures"
            )
            yield Finding(
                "P130",
                f"{where}: “{{{{ {block.slot} }}}}” asks for {what}.",
                source.place_in(text, block.offset),
                "Take it out.",
            )
    if prose.placeholders:
        from pcp_reports.placeholders import PlaceholderError, evaluate  # noqa: PLC0415 - Jinja is slow to load

        for one in prose.placeholders:
            try:
                evaluate(one.expression, scope.names, scope.functions)
            except PlaceholderError as error:
                yield Finding(
                    "P130",
                    f"{where}: “{{{{ {one.expression} }}}}” cannot be filled: {error.reason}.",
                    source.place_in(text, one.offset),
                    f"Type {error.instead[0]}." if error.instead else "",
                )
            except UnknownNameError as error:
                yield Finding(
                    "P130",
                    f"{where}: “{{{{ {one.expression} }}}}” cannot be filled: {error}.",
                    source.place_in(text, one.offset),
                )


def _sentence(hint: str) -> str:
    return f"{hint[:1].upper()}{hint[1:]}." if hint else ""
