"""Makes templates: the ones the tool comes with, and ones out of a paper that an office already uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.word.default_template import default_template
from pcp_reports.word.leftovers import core_title
from pcp_reports.word.lint import lint
from pcp_reports.word.own_looks import with_own_looks
from pcp_reports.word.package import DOCUMENT, canonical, parse, read_parts
from pcp_reports.word.paper_lines import paper_lines
from pcp_reports.word.parts import part_of_kind, serialize
from pcp_reports.word.placing_tags import (
    around,
    in_capitals,
    only_words,
    put_slot,
    put_words,
    replace_everywhere,
    same_place,
    slot,
)
from pcp_reports.word.reading import VAL, w
from pcp_reports.word.recognising import recognise
from pcp_reports.word.settling import settled, stories
from pcp_reports.word.styles import style_ids
from pcp_reports.word.tidying import tidied
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from pcp_reports.word.recognising import Recognised, Section, Span

_BY_HAND = "open the template in Word and type {} where it belongs"


@dataclass(frozen=True, slots=True)
class TemplateMade:
    """A template, and in plain sentences what was put where in it, and what was not found."""

    data: bytes
    said: tuple[str, ...]


def new_template(layout: str) -> bytes:
    """Return the template that comes with the tool for a layout ("panel-update" or "partnership-briefing")."""
    return default_template(layout)


def from_paper(data: bytes, path: str, *, layout: str) -> TemplateMade | list[Finding]:
    """Return a template made out of a finished paper, or the findings that say why none can be made.

    Page setup, headers, footers, logos and styles stay; the paper's own words, and its body, give way to placeholders.
    Tracked changes are taken as accepted. ``path`` is the paper's, for the findings.
    """
    parts = read_parts(data, path)
    if isinstance(parts, Finding):
        return [parts]
    title = core_title(parts).strip()
    parts = settled(parts)
    root, seen = paper_lines(parts)
    found = recognise(seen, title)
    if not found.body:
        hint = "Use a finished paper: a title, then the text, then who signs it."
        return [Finding("W119", "No text that could be the body of a paper was found in this file.", Place(path), hint)]
    parts, looks = with_own_looks(parts, seen, found.body, layout)
    left_out = _leave_out_behind(found)
    said = [*_place_front(root, parts, found), *left_out, *_place_body(found)]
    if said[-1] == "":
        hint = "Use a paper whose text does not stand in one table with its title."
        return [Finding("W119", "The body of this paper stands in a table with other things.", Place(path), hint)]
    parts[DOCUMENT] = serialize(root)
    parts, headers = _in_headers(parts, found)
    made = canonical(tidied(parts))
    # What is not placed has been said already, as not found.
    wrong = [one for one in lint(made, path, layout=layout) if one.severity is not Severity.NOTE and one.code != "W116"]
    left = [f"Still to be mended: {one.message} {one.hint}".strip() for one in wrong]
    return TemplateMade(made, tuple(one for one in (*said, *headers, *looks, *left) if one))


def _place_front(root: etree._Element, parts: dict[str, bytes], found: Recognised) -> list[str]:
    # The sign-off goes first, then the rest from the end to the front, so that no span is moved before it is used.
    said = [
        _place_contact(found),
        _place_span(found.meeting, "meeting.date", "the date of the meeting", when="meeting.date"),
        _place_title(root, parts, found),
        _place_span(found.panel, "office.panel", "the name of the panel", when="office.panel"),
        _place_section(found.summary, "summary", "the executive summary"),
        _place_section(found.recommendation, "recommendation", "the recommendation at the top"),
        _place_sign_off(found),
    ]
    return [one for one in said if one]


def _place_span(span: Span | None, placeholder: str, name: str, *, when: str = "") -> str:
    tag = f"{{{{ {placeholder} }}}}"
    if span is None:
        return f"Not found: {name}. If papers should print it, {_BY_HAND.format(tag)}."
    old, element = span.words, span.seen.element
    alone = span.seen.text.strip() == old.strip()
    put_words(element, span.start, span.end, tag)
    if alone and old.isupper():
        in_capitals(element)
    if when and not span.seen.in_table:
        around([element], when)
    return f"{tag} stands where “{shortened(old.strip())}” was: {name}."


def _place_title(root: etree._Element, parts: dict[str, bytes], found: Recognised) -> str:
    if found.title is not None:
        return _place_span(found.title, "paper.title", "the title")
    paragraph = slot("{{ paper.title }}")
    styles = part_of_kind(parts, "styles")
    identifier = style_ids(parse(parts[styles])).get("title") if styles else None
    if identifier:
        properties = etree.Element(w("pPr"))
        etree.SubElement(properties, w("pStyle")).set(VAL, identifier)
        paragraph.insert(0, properties)
    body = root.find(w("body"))
    if body is not None:
        body.insert(0, paragraph)
    return "Not found: the title. {{ paper.title }} was put at the top; move it to where it belongs."


def _place_contact(found: Recognised) -> str:
    if found.contact is None:
        return _place_span(None, "contact.line", "whom to contact")
    for more in found.more_contact:
        parent = more.element.getparent()
        if parent is not None:
            parent.remove(more.element)
    if found.contact.words.strip():
        return _place_span(found.contact, "contact.line", "whom to contact", when="contact.line")
    put_words(found.contact.seen.element, found.contact.start, found.contact.end, " {{ contact.line }}")
    around([found.contact.seen.element], "contact.line")
    return "{{ contact.line }} stands behind the words that say whom to contact."


def _place_section(section: Section | None, name: str, words: str) -> str:
    tag = f"{{{{p {name} }}}}"
    if section is None:
        return f"Not found: {words}. If papers should print it, {_BY_HAND.format(tag + ' in a paragraph of its own')}."
    heading = section.heading.element
    if section.under:
        made = put_slot(section.under[0].element, section.under[-1].element, tag)
    else:
        made = slot(tag)
        heading.addnext(made)
    if made is None:
        return f"Not placed: {words}, which stands in a table; {_BY_HAND.format(tag)}."
    around([heading, made], name)
    return f"{tag} stands under the heading “{shortened(section.heading.text.strip())}”."


def _place_sign_off(found: Recognised) -> str:
    name, role = found.signatory, found.role
    if name is None or role is None:
        wanted = "{{ signatory.name }} and {{ signatory.role }}"
        return f"Not found: who signs the paper. If papers should print it, {_BY_HAND.format(wanted)}."
    if name.seen is role.seen:
        put_words(role.seen.element, role.start, role.end, "{{ signatory.role }}")
        put_words(name.seen.element, name.start, name.end, "{{ signatory.name }}")
        around([name.seen.element], "signatory.name")
    else:
        for span, placeholder in ((name, "signatory.name"), (role, "signatory.role")):
            only_words(span.seen.element, f"{{{{ {placeholder} }}}}")
            around([span.seen.element], placeholder)
    both = shortened(f"{name.words.strip()}, {role.words.strip()}")
    return f"{{{{ signatory.name }}}} and {{{{ signatory.role }}}} stand where “{both}” was."


def _place_body(found: Recognised) -> list[str]:
    """Put the body's placeholder in its place; the one sentence is empty where that cannot be done."""
    first, last = found.body[0].element, found.body[-1].element
    others = [span.seen.element for span in (found.title, found.meeting, found.contact, found.signatory) if span]
    if first.getparent() is not last.getparent() and any(
        same_place(one, edge) for one in others for edge in (first, last)
    ):
        return [""]
    if put_slot(first, last, "{{p body }}") is None:
        return [""]
    count = len(found.body)
    start, end = shortened(found.body[0].text.strip(), 40), shortened(found.body[-1].text.strip(), 40)
    return [f"{{{{p body }}}} stands where the body was: {count} paragraphs, from “{start}” to “{end}”."]


def _leave_out_behind(found: Recognised) -> list[str]:
    """Take out an appendix behind the sign-off, and say so."""
    if not found.behind:
        return []
    made = put_slot(found.behind[0].element, found.behind[-1].element, "")
    parent = None if made is None else made.getparent()
    if made is None or parent is None:
        return []
    parent.remove(made)
    start = shortened(found.behind[0].text.strip(), 40)
    return [f"Left out: what stood behind the sign-off, {len(found.behind)} paragraphs from “{start}” on."]


def _in_headers(parts: dict[str, bytes], found: Recognised) -> tuple[dict[str, bytes], list[str]]:
    """Return the parts with the old title and date in page headers and footers replaced, and what was done."""
    done = dict(parts)
    said = []
    wanted = [
        (span.words.strip(), tag)
        for span, tag in ((found.title, "{{ paper.title }}"), (found.meeting, "{{ meeting.date }}"))
        if span is not None and span.words.strip()
    ]
    for name in stories(parts):
        if name == DOCUMENT:
            continue
        root = parse(parts[name])
        for words, tag in wanted:
            if replace_everywhere(root, words, tag):
                said.append(f"{tag} stands where “{shortened(words)}” was in {_named(name)}.")
                done[name] = serialize(root)
    return done, list(dict.fromkeys(said))


def _named(part: str) -> str:
    return "a page header" if "header" in part else "a page footer" if "footer" in part else "a note"
