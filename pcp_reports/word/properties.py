"""What a Word file says of itself: title, author, subject, language; and nothing that tells who built it, or when."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.word.package import WORD, parse
from pcp_reports.word.parts import (
    RELATIONSHIPS,
    PartKind,
    drop_parts,
    part_of_kind,
    put_part,
    rels_name,
    serialize,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.document import Document

# Word shows at most so many characters of a property, and calls a file damaged that has more.
LONGEST = 255

_W = f"{{{WORD}}}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CORE = PartKind(
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
)
APP = PartKind(
    "docProps/app.xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    f"{RELATIONSHIPS}/extended-properties",
)
_SPACES = (
    f'xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
# The same paper is the same file whenever it is built, so this moment is nobody's: the archive knows the real ones.
_MOMENT = "2000-01-01T00:00:00Z"


def with_properties(parts: Mapping[str, bytes], document: Document) -> dict[str, bytes]:
    """Return the parts with the paper's own properties and language, in place of the template's and its author's."""
    subject = f"{document.office.panel}, {document.meeting}".strip(", ")
    core = (
        f"{_HEAD}<cp:coreProperties {_SPACES}>"
        f"<dc:title>{_short(document.title)}</dc:title><dc:subject>{_short(subject)}</dc:subject>"
        f"<dc:creator>{_short(document.office.name)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:modified>'
        f"<dc:language>{_short(document.language)}</dc:language></cp:coreProperties>"
    )
    app = (
        f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>Microsoft Office Word</Application>'
        f"<Company>{_short(document.office.name)}</Company></Properties>"
    )
    done = drop_parts(_in_language(parts, document.language), _about(parts))
    done, _ = put_part(done, CORE, core.encode(), source="")
    done, _ = put_part(done, APP, app.encode(), source="")
    return done


def _about(parts: Mapping[str, bytes]) -> set[str]:
    """Return the names of the parts that tell of the template: its properties, and its picture in miniature."""
    own = ("core-properties", "extended-properties", "thumbnail")
    root = parse(parts[rels_name("")])
    told = [entry.get("Target", "").lstrip("/") for entry in root if entry.get("Type", "").endswith(own)]
    return {CORE.name, APP.name, *told} & set(parts)


def _short(text: str) -> str:
    return escape(re.sub(r"\s+", " ", text).strip()[:LONGEST], quote=False)


def _in_language(parts: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Return the parts with ``language`` as the language words are in where nothing else is said."""
    done = dict(parts)
    name = part_of_kind(parts, "styles")
    if name and language:
        styles = parse(parts[name])
        for run in styles.findall(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"):
            spoken = run.find(f"{_W}lang")
            if spoken is None:
                spoken = etree.SubElement(run, f"{_W}lang")
            spoken.set(f"{_W}val", language)
        done[name] = serialize(styles)
    return done
