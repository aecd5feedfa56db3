"""Says what a template gets wrong, before a paper is built with it: in the officer's words, and where in Word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, by_weight
from pcp_reports.word.inert import attached_template, read_template
from pcp_reports.word.lint_names import Placed, name_faults
from pcp_reports.word.lint_page import leftover_faults, page_notes
from pcp_reports.word.lint_styles import style_faults
from pcp_reports.word.lint_tags import tag_faults
from pcp_reports.word.looks import UPDATE
from pcp_reports.word.template_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WANTED = {
    "meeting": "meeting.date",
    "contact": "contact.line",
    "summary": "summary",
    "recommendation": "recommendation",
    "signatory": "signatory.name",
}


def lint(template: bytes, path: str, *, layout: str) -> list[Finding]:
    """Return what is wrong with a template of a layout ("panel-update" or "partnership-briefing"), errors first.

    An error is something that would make the paper come out wrong, or not at all. Every finding stands at the head of
    the file, as Word files have no lines; its message says the place.
    """
    parts = read_template(template, path)
    if isinstance(parts, list):
        return parts
    lines = lines_of(parts)
    placed = Placed()
    return by_weight(
        (
            *tag_faults(lines, path),
            *name_faults(lines, path, placed),
            *_placing_faults(placed, path, layout),
            *style_faults(parts, path, layout=layout),
            *leftover_faults(parts, lines, path),
            *page_notes(parts, path),
            *_attached(parts, path),
        )
    )


def _attached(parts: Mapping[str, bytes], path: str) -> Iterator[Finding]:
    if attached_template(parts):
        words = "The template names another template that it was made with; papers are built without that name."
        yield Finding("W124", words, Place(path))


def _placing_faults(placed: Placed, path: str, layout: str) -> Iterator[Finding]:
    place = Place(path)
    if "body" not in placed.names:
        hint = "Type {{p body }} in a paragraph of its own, where the body should come."
        yield Finding("W112", "The template does not place the body.", place, hint)
    if placed.bodies > 1:
        yield Finding("W112", "The template places the body more than once.", place, "Delete all but one {{p body }}.")
    if "paper.title" not in placed.names:
        hint = "Type {{ paper.title }} in the text, not only in the page header."
        yield Finding("W115", "The template does not place the paper's title.", place, hint)
    for name, placeholder in _WANTED.items():
        if name not in placed.names and (layout == UPDATE or name == "summary"):
            shown = f"{{{{p {name} }}}}" if placeholder == name else f"{{{{ {placeholder} }}}}"
            words = f"The template does not place the {name}; a paper that has one could not be built with it."
            yield Finding("W116", words, place, f"Type {shown} where it should come.")
