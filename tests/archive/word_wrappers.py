"""Word files as SharePoint hands them back, and files that merely look so: what tests of the archive share."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.word.package import canonical, read_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKOUT = Path(__file__).resolve().parents[2]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES, TOP, MAIN = "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)  # fmt: skip

_CUSTOM = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ContentTypeId"><vt:lpwstr>0x010100D3C5A1B2F4E6074F9A8B7C6D5E4F3A2B</vt:lpwstr></property></Properties>"""
_ITEM = """<?xml version="1.0"?><ct:contentTypeSchema ct:_="" ma:_="" ma:contentTypeName="Document" xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/contentType" xmlns:ma="http://schemas.microsoft.com/office/2006/metadata/properties/metaAttributes"/>"""
_PROPS = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{0F1E2D3C-4B5A-4968-8776-655443322110}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>"""
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><cp:lastModifiedBy>{by}</cp:lastModifiedBy></cp:coreProperties>"""
_ITEM_RELATIONS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'


def paper(words: str = "The Commissioner gave £5,000 to the Harbour Club.") -> bytes:
    """Return a Word paper with two pictures, a link and properties, as `build` would make it."""
    parts = read_parts((CHECKOUT / "templates" / "panel-update.docx").read_bytes(), "")
    assert isinstance(parts, dict)
    parts |= {
        "word/media/image1.png": DOT,
        "word/media/image2.png": DOT + b"\0",
        "docProps/core.xml": _CORE.format(title="An update", by="pcp-reports").encode(),
        TYPES: entered(
            parts[TYPES],
            '<Default Extension="png" ContentType="image/png"/>',
            _override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ),
        TOP: related(
            parts[TOP],
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        ),
    }
    rows = related(parts[MAIN], "rId901", f"{OFFICE}/image", "media/image1.png")
    rows = related(rows, "rId902", f"{OFFICE}/image", "media/image2.png")
    parts[MAIN] = related(rows, "rId903", f"{OFFICE}/hyperlink", "https://www.example.gov.uk/minutes", outside=True)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p><w:sectPr".encode(), 1
    )
    return canonical(parts)


def opened(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def packed(parts: Mapping[str, bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """Return parts zipped as another program does: order, moment and compression are its own; ``more`` stands behind."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for at, (name, content) in enumerate([*reversed(list(parts.items())), *(more or {}).items()]):
            member = zipfile.ZipInfo(name, (2024, 2, 29, 10, at % 60, 2))
            member.compress_type = zipfile.ZIP_STORED if at % 3 == 0 else zipfile.ZIP_DEFLATED
            made.writestr(member, content)
    return file.getvalue()


def on_sharepoint(data: bytes) -> bytes:
    """Return a Word file as SharePoint hands it back: the library's columns in its properties, all packed anew."""
    parts = opened(data)
    parts |= {
        "docProps/core.xml": _CORE.format(title="", by="Ann Thorne").encode(),
        "docProps/custom.xml": _CUSTOM.encode(),
        "customXml/item1.xml": _ITEM.encode(),
        "customXml/itemProps1.xml": _PROPS.encode(),
        "customXml/_rels/item1.xml.rels": _ITEM_RELATIONS.encode(),
        TYPES: entered(
            parts[TYPES],
            _override("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
            _override(
                "customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
            ),
        ).replace(b'standalone="yes"', b'standalone="no"'),
        TOP: related(parts[TOP], "rId4", f"{OFFICE}/custom-properties", "docProps/custom.xml").replace(
            b'"word/document.xml"', b'"/word/document.xml"'
        ),
        MAIN: related(parts[MAIN], "rId1", f"{OFFICE}/customXml", "../customXml/item1.xml"),
    }
    return packed(parts)


def altered(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a file that SharePoint handed back with one part changed besides."""
    parts = opened(on_sharepoint(data))
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new, 1)})


def related(rows: bytes, identifier: str, kind: str, target: str, *, outside: bool = False) -> bytes:
    """Return a list of relations with one more."""
    mode = ' TargetMode="External"' if outside else ""
    row = f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"{mode}/>'
    return rows.replace(b"</Relationships>", row.encode() + b"</Relationships>")


def entered(types: bytes, *rows: str) -> bytes:
    """Return the list of types with more rows."""
    return types.replace(b"</Types>", "".join(rows).encode() + b"</Types>")


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'
