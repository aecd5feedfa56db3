"""The strings that the cells of a workbook share, read out of their part in a fraction of the time that openpyxl takes.

Source: ECMA-376 part 1, 18.4.8 (items), 18.4.4 (runs); how words are read aloud (18.4.6) is none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TEXT, _RUN, _ITEM = f"{_MAIN}t", f"{_MAIN}r", f"{_MAIN}si"

_MOST_TAGS = 6_000_000


def strings_in(data: bytes) -> list[str]:
    """Return the strings in order, as openpyxl gives them. Raises ParseError for what is no XML, ValueError for a document type."""
    from xml.etree.ElementTree import fromstring  # noqa: PLC0415 - only here

    if b"<!DOCTYPE" in data:
        raise ValueError("a document type")
    if data.count(b"<") > _MOST_TAGS:
        raise ValueError("more strings than a million rows have")
    return [_words(item) for item in fromstring(data) if item.tag == _ITEM]  # noqa: S314 - with no document type there are no entities


def _words(item: Element) -> str:
    if len(item) == 1 and item[0].tag == _TEXT:
        text = item[0].text or ""
    else:
        runs = [part if part.tag == _TEXT else part.find(_TEXT) for part in item if part.tag in (_TEXT, _RUN)]
        text = "".join(part.text or "" for part in runs if part is not None)
    return text.replace("x005F_", "")


def opened(stream: Any) -> Any:  # noqa: ANN401 - openpyxl's own
    """Return a workbook as openpyxl opens it to be read alone, its shared strings read here."""
    from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415 - slow to load
    from openpyxl.xml.constants import SHARED_STRINGS  # noqa: PLC0415 - as above

    class Reader(ExcelReader):  # type: ignore[misc,unused-ignore] # openpyxl is not typed
        def read_strings(self) -> None:
            package: Any = self.package
            part = package.find(SHARED_STRINGS)
            if part is not None:
                self.shared_strings = strings_in(self.archive.read(part.PartName[1:]))

    reader = Reader(stream, read_only=True, data_only=True, keep_links=False)
    reader.read()
    return reader.wb
