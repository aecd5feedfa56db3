"""The fields of a Word file, as Word reads them: the pieces of each joined, those within others told apart.

Source: ECMA-376 part 1, 17.16.2 (complex and simple fields) and 17.16.5 (the codes).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.word.addresses import leads_elsewhere, web_address
from pcp_reports.word.package import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W = f"{{{WORD}}}"
_CHAR, _SIMPLE = f"{_W}fldChar", f"{_W}fldSimple"
_CODE = (f"{_W}instrText", f"{_W}delInstrText")
# They run programs, fetch files or data, question the reader, or (QUOTE) can spell out any of the others.
_REFUSED = re.compile(
    r"ask|control|data|database|dde|ddeauto|embed|fillin|gotobutton|htmlactivex|import|include|includepicture"
    r"|includetext|link|macro|macrobutton|mergerec|next|nextif|print|quote|rd|skipif"
)
_PROPERTIES = re.compile(
    r"author|comments|createdate|docproperty|edittime|filesize|info|keywords|lastsavedby|numchars|numwords|printdate"
    r"|revnum|savedate|subject|template|title"
)
_INNER = "\N{OBJECT REPLACEMENT CHARACTER}"
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BARE = re.compile(r"\S+")


def refused_fields(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field that does more than count, repeat or link to the web."""
    for code in _codes(root):
        words = " ".join(code.split())
        keyword = _keyword(words)
        spelled = keyword.startswith(_INNER.casefold())
        if spelled or _REFUSED.fullmatch(keyword) or (keyword == "hyperlink" and _astray(words)):
            yield words.replace(_INNER, "{ … }")


def prints_properties(root: etree._Element) -> bool:
    """Return whether a field prints what stands in the file's properties, or may: its kind is spelled by another field."""
    kinds = (_keyword(" ".join(code.split())) for code in _codes(root))
    return any(_PROPERTIES.fullmatch(kind) or kind.startswith(_INNER.casefold()) for kind in kinds)


def _keyword(words: str) -> str:
    return words.partition(" ")[0].partition("\\")[0].partition('"')[0].casefold()


def _codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of every field; a field within another stands in the outer one's code as one sign."""
    stack: list[list[str]] = [[]]
    for element in root.iter(_CHAR, _SIMPLE, *_CODE):
        if element.tag == _SIMPLE:
            yield element.get(f"{_W}instr", "")
        elif element.tag in _CODE:
            stack[-1].append(element.text or "")
        elif element.get(f"{_W}fldCharType") == "begin":
            stack[-1].append(_INNER)
            stack.append([])
        elif element.get(f"{_W}fldCharType") == "end" and len(stack) > 1:
            yield "".join(stack.pop())
    # Fields without an end; and the code that stands in no field, which Word may still take for one when it mends.
    yield from ("".join(pieces) for pieces in stack[1:])
    yield from (piece for piece in "".join(stack[0]).split(_INNER) if piece.strip())


def _astray(words: str) -> bool:
    rest = words[len("hyperlink") :]
    bare = _BARE.findall(_QUOTED.sub(" ", rest))
    addresses = [*_QUOTED.findall(rest)[:1], *(word for word in bare if not word.startswith("\\") or "\\\\" in word)]
    return any(leads_elsewhere(address) and not web_address(address) for address in addresses)
