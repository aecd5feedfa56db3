"""A template is words and looks: whatever runs, is embedded, or is fetched from elsewhere is refused.

A template's parts go into the public paper as they are, so what is in one opens on every reader's machine.
Source: ECMA-376 part 1, 9 and 17.16 (fields); part 2, 9.3 (relationships).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.findings import Finding, Place
from pcp_reports.word.addresses import leads_elsewhere, web_address
from pcp_reports.word.context import SLOT
from pcp_reports.word.field_codes import refused_fields
from pcp_reports.word.package import CONTENT_TYPES, WORD, is_xml, parse, read_parts
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ATTACHED = "attachedTemplate"
_W = f"{{{WORD}}}"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_VML = "urn:schemas-microsoft-com:vml"
_ACTIVE = {
    "afchunk": "another document set into it",
    "subdocument": "another document set into it",
    "oleobject": "an embedded object",
    "package": "an embedded file",
    "vbaproject": "a macro",
    "wordvbadata": "a macro",
    "keymapcustomizations": "commands of its own",
    "attachedtoolbars": "commands of its own",
    "extensibility": "commands of its own",
    "control": "a control that runs a program",
    "activexcontrolbinary": "a control that runs a program",
    "mailmergesource": "a mail merge",
    "mailmergeheadersource": "a mail merge",
}
_ACTIVE_TYPES = {
    "vbaproject": "a macro",
    "vbadata": "a macro",
    "macroenabled": "a macro",
    "activex": "a control that runs a program",
    "oleobject": "an embedded object",
    "officedocument.package": "an embedded file",
    "officedocument.spreadsheetml": "an embedded file",
    "officedocument.presentationml": "an embedded file",
    "keymapcustomizations": "commands of its own",
}
_ACTIVE_ELEMENTS = {
    f"{_W}altChunk": "another document set into it",
    f"{_W}subDoc": "another document set into it",
    f"{_W}control": "a control that runs a program",
    f"{_W}objectEmbed": "an embedded object",
    f"{_W}objectLink": "an embedded object",
    f"{{{_OFFICE}}}OLEObject": "an embedded object",
    f"{_W}mailMerge": "a mail merge",
}
# What a part begins with, whatever it is called: the old Office form (objects, macros), a zip, a program.
_ACTIVE_STARTS = {b"\xd0\xcf\x11\xe0": "an embedded object", b"PK\x03\x04": "an embedded file", b"MZ": "a program"}
_OUT = "In Word, cut it out, or paste it as a picture (Paste Special, Picture), and save the template."
_FIELD = "In Word, click it and press Ctrl+Shift+F9, which turns it into plain words; or delete it. Save the template."
_LINK = "In Word: File, Info, Edit Links to Files, Break Link; or put the picture into the file. Save the template."
_HYPERLINK = "In Word, right-click the link and choose Remove Hyperlink, or give it a web address. Save the template."


def read_template(data: bytes, path: str) -> dict[str, bytes] | list[Finding]:
    """Return the parts of a Word file that may serve as a template; or every reason found why it may not.

    ``path`` is only for the findings' place.
    """
    parts = read_parts(data, path)
    if isinstance(parts, Finding):
        return [parts]
    refused = list(dict.fromkeys(_refused(parts, Place(path))))
    return refused or parts


def attached_template(parts: Mapping[str, bytes]) -> bool:
    """Return whether the file names the template it was once made with, which is a path on somebody's computer."""
    return any(_kind(entry) == ATTACHED.casefold() for name, root in _rels(parts) for entry in root)


def without_attached_template(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without the name of the template they were once made with."""
    done = dict(parts)
    for name, root in _rels(parts):
        gone = [entry for entry in root if _kind(entry) == ATTACHED.casefold()]
        if not gone:
            continue
        for entry in gone:
            root.remove(entry)
        done[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        folder, base = posixpath.split(name)
        source = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
        if source in done:
            settings = parse(done[source])
            for element in list(settings.iter(f"{_W}{ATTACHED}")):
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)
            done[source] = etree.tostring(settings, xml_declaration=True, encoding="UTF-8", standalone=True)
    return done


def _refused(parts: Mapping[str, bytes], place: Place) -> Iterator[Finding]:
    for name, root in _rels(parts):
        for entry in root:
            yield from _relation(entry, name, place)
    for name, what in _active_parts(parts):
        yield Finding("W211", f"This Word file holds {what} ({name!a}), which no paper may carry.", place, _OUT)
    for name, content in parts.items():
        if is_xml(name) and name != CONTENT_TYPES:
            yield from _in_part(name, parse(content), place)


def _relation(entry: etree._Element, name: str, place: Place) -> Iterator[Finding]:
    kind, target = _kind(entry), entry.get("Target", "")
    shown = shortened(target, 80)
    what = _ACTIVE.get(kind)
    if what is not None:
        yield Finding("W211", f"This Word file holds {what} ({shown!a}), which no paper may carry.", place, _OUT)
    elif kind == ATTACHED.casefold():
        return
    elif kind == "hyperlink":
        external = entry.get("TargetMode", "").casefold() == "external"
        if not web_address(target) and (external or leads_elsewhere(target)):
            words = f"This Word file links to {shown!a}, which is no web or e-mail address."
            yield Finding("W210", words, place, _HYPERLINK)
    elif entry.get("TargetMode", "").casefold() == "external" or leads_elsewhere(target):
        words = f"This Word file fetches something from elsewhere when it is opened: {shown!a} (in {name!a})."
        yield Finding("W210", words, place, _LINK)


def _active_parts(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    types = parse(parts[CONTENT_TYPES])
    defaults = {entry.get("Extension", "").casefold(): entry.get("ContentType", "") for entry in types}
    own = {entry.get("PartName", "").casefold(): entry.get("ContentType", "") for entry in types}
    for name, content in parts.items():
        ending = posixpath.splitext(name)[1].lstrip(".").casefold()
        kind = own.get(f"/{name}".casefold(), defaults.get(ending, "")).casefold()
        typed = next((what for word, what in _ACTIVE_TYPES.items() if word in kind), None)
        begun = next((what for start, what in _ACTIVE_STARTS.items() if content.startswith(start)), None)
        if (what := typed or begun) is not None:
            yield name, what


def _in_part(name: str, root: etree._Element, place: Place) -> Iterator[Finding]:
    for element in root.iter(*_ACTIVE_ELEMENTS):
        what = _ACTIVE_ELEMENTS[str(element.tag)]
        yield Finding("W211", f"This Word file holds {what} ({name!a}), which no paper may carry.", place, _OUT)
    for field in refused_fields(root):
        words = f"This Word file holds a field that fetches or runs something: “{shortened(field, 80)}” (in {name!a})."
        yield Finding("W212", words, place, _FIELD)
    for element in root.iter(f"{{{_VML}}}*"):
        for attribute, value in element.attrib.items():
            called = etree.QName(attribute).localname.casefold()
            linked = called == "href" and leads_elsewhere(str(value)) and not web_address(str(value))
            if linked or (called == "src" and leads_elsewhere(str(value))):
                words = (
                    f"This Word file fetches something from elsewhere when it is opened: {str(value)!a} (in {name!a})."
                )
                yield Finding("W210", words, place, _LINK)
    if any(getattr(one, "target", "") == SLOT for one in _instructions(root)):
        hint = "Do not use this file; start from a template of `pcp-reports template new`."
        yield Finding("W213", f"This Word file holds a mark that only this tool may set (in {name!a}).", place, hint)


def _instructions(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.itersiblings(preceding=True)
    yield from root.iter(etree.ProcessingInstruction)
    yield from root.itersiblings()


def _rels(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for name, content in parts.items():
        if name.casefold().endswith(".rels"):
            yield name, parse(content)


def _kind(entry: etree._Element) -> str:
    return entry.get("Type", "").rstrip("/").rsplit("/", 1)[-1].casefold()
