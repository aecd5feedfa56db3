"""What a template prints of a paper, and in which order: title, summary, recommendation, body, and words of its own."""

from __future__ import annotations

import re

from pcp_reports.standing import Wording
from pcp_reports.word.package import DOCUMENT, parse, read_parts
from pcp_reports.word.reading import paragraphs, text_of

PUT_IN = "\ufffc"
"""What stands for a placeholder in the words round it."""

_TAG = re.compile(r"\{\{p?(?P<printed>.*?)\}\}|\{%p? *for +\w+ +in +(?P<looped>.*?)%\}", re.DOTALL)
_PARTS = {
    "paper.title": "title",
    "summary": "summary",
    "recommendation": "recommendation",
    "body": "body",
    "paper.blocks": "body",
}
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def order_of(template: bytes, path: str) -> tuple[str | Wording, ...]:
    """Return the parts of a paper that a template's page prints, each once, where it first stands, and its own words.

    What stands in headers and footers is not told. A template that cannot be read prints nothing.
    """
    parts = read_parts(template, path)
    if not isinstance(parts, dict):
        return ()
    found: list[str | Wording] = []
    for paragraph in paragraphs(parse(parts[DOCUMENT])):
        text = text_of(paragraph)
        own = _ANY_TAG.sub(PUT_IN, text)
        if own.strip(f"{PUT_IN} \t\n"):
            found.append(Wording(own, path))
        for tag in _TAG.finditer(text):
            name = (tag["printed"] or tag["looped"] or "").partition("|")[0].strip()
            if name in _PARTS and _PARTS[name] not in found:
                found.append(_PARTS[name])
    return tuple(found)
