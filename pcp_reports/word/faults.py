"""What went wrong while a template was filled, told by where an officer finds it in Word."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.word.package import WORD
from pcp_reports.words import did_you_mean, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from types import TracebackType

    from lxml import etree

KNOWN = {
    "paper": ("title", "name", "blocks"),
    "meeting": ("date",),
    "office": ("name", "commissioner", "force", "panel"),
    "contact": ("name", "role", "telephone", "office", "email", "line"),
    "signatory": ("name", "role", "telephone", "office", "email", "line"),
    "summary": (),
    "recommendation": (),
    "body": (),
}
_W = f"{{{WORD}}}"
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_LONGEST = 70


class TemplateFaultError(Exception):
    """A fault of the template, from where it shows to `fill`."""

    def __init__(self, code: str, message: str, hint: str, spot: Spot) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
        self.spot = spot

    def finding(self, path: str) -> Finding:
        """Return the fault as a finding about the template at ``path``."""
        return Finding(self.code, f"{self.spot}: {self}", Place(path), hint=self.hint)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a Word file, in words: the part, the paragraph's text, the nearest heading above it."""

    part: str
    paragraph: str = ""
    heading: str = ""

    def __str__(self) -> str:
        """Return the place as a message begins with it."""
        said = _part_in_words(self.part)
        if self.paragraph:
            said += f", in “{shortened(self.paragraph, _LONGEST)}”"
        if self.heading and self.heading != self.paragraph:
            said += f", under the heading “{shortened(self.heading, _LONGEST)}”"
        return said


def spot_in_source(part: str, lines: Sequence[str], number: int, headings: Collection[str]) -> Spot:
    """Return the place of line ``number`` (from 1) of a template's source, in which a line is a paragraph."""
    at = min(max(number - 1, 0), max(len(lines) - 1, 0))
    above = [line for line in lines[:at] if (style := _STYLE.search(line)) and style.group(1) in headings]
    return Spot(part, _text(lines[at]) if lines else "", _text(above[-1]) if above else "")


def spot_in_tree(part: str, node: etree._Element, headings: Collection[str]) -> Spot:
    """Return the place of a node of a filled part."""
    paragraph = heading = ""
    for one in node.getroottree().iter(f"{_W}p", node.tag):
        if one.tag == f"{_W}p":
            text = " ".join("".join(map(_words, one.iter(f"{_W}t"))).split())
            style = one.find(f"{_W}pPr/{_W}pStyle")
            paragraph = text or paragraph
            if style is not None and style.get(f"{_W}val") in headings and text:
                heading = text
        if one is node:
            break
    return Spot(part, paragraph, heading)


def template_fault(error: Exception, part: str, lines: Sequence[str], headings: Collection[str]) -> TemplateFaultError:
    """Return what an exception from Jinja means to an officer. ``lines`` is the source the exception came from."""
    if isinstance(error, TemplateSyntaxError):
        spot = spot_in_source(part, lines, error.lineno, headings)
        return TemplateFaultError(
            "W301",
            _unreadable(str(error.message or "")),
            "A placeholder has two braces on each side, {{ paper.title }}; every {%p if … %} has its {%p endif %}.",
            spot,
        )
    line = _line_of(error.__traceback__)
    spot = spot_in_source(part, lines, line, headings)
    if isinstance(error, UndefinedError):
        asked, hint = _unknown(str(error.message or ""), lines[line - 1] if 0 < line <= len(lines) else "")
        return TemplateFaultError("W302", f"a paper has nothing called “{asked}”", hint, spot)
    if isinstance(error, SecurityError):
        return TemplateFaultError("W303", str(error.message or error), "Use only the placeholders' names.", spot)
    return TemplateFaultError("W303", f"the placeholder cannot be worked out ({error})", "Use only names.", spot)


def _unreadable(message: str) -> str:
    """Return in an officer's words what the parser, which speaks to programmers, says of a placeholder."""
    tags = re.findall(r"'(\w+)'", message)
    if message.startswith("Unexpected end of template") or "looking for the following tags" in message:
        opened = re.search(r"innermost block that needs to be closed is '(\w+)'", message)
        word = opened[1] if opened else "if"
        if message.startswith("Encountered unknown tag") and tags:
            return f"{{% {tags[0]} %}} stands where {{% {word} … %}} has not ended yet"
        return f"{{% {word} … %}} has no {{% end{word} %}}"
    if message.startswith("Encountered unknown tag") and tags:
        if tags[0] in {"else", "elif", "endif", "endfor"}:
            begun = "for" if tags[0] == "endfor" else "if"
            return f"{{% {tags[0]} %}} has no {{% {begun} … %}} before it"
        return f"there is no {{% {tags[0]} %}}"
    return "the placeholder cannot be read"


def _unknown(message: str, line: str) -> tuple[str, str]:
    """Return the name that was asked for, as the template writes it, and what to type instead."""
    quoted = re.findall(r"'([^']*)'", message)
    name = quoted[-1] if quoted else ""
    written = [found for tag in _TAG.findall(line) for found in re.findall(r"[A-Za-z_][\w.]*", tag)]
    asked = next((found for found in written if found.split(".")[-1] == name or found.split(".")[0] == name), name)
    first, _, second = asked.partition(".")
    if second and first in KNOWN:
        near = did_you_mean(second, KNOWN[first])
        there = ", ".join(f"{first}.{one}" for one in KNOWN[first])
        return asked, f"Did you mean {first}.{near}?" if near else f"There is: {there or first}."
    near = did_you_mean(first, tuple(KNOWN))
    return asked, f"Did you mean {near}?" if near else f"There is: {', '.join(KNOWN)}."


def _line_of(traceback: TracebackType | None) -> int:
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _words(node: etree._Element) -> str:
    # A slot may stand within the words.
    return (node.text or "") + "".join(child.tail or "" for child in node)


def _text(source: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", source)).split())


def _part_in_words(part: str) -> str:
    name = part.rsplit("/", 1)[-1]
    for stem, words in (("header", "In a page header"), ("footer", "In a page footer"), ("footnotes", "In a footnote")):
        if name.startswith(stem):
            return words
    return "In the document"
