"""Prompts in [brackets] that nobody has filled in."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.nodes import Block, Items
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Node
    from pcp_reports.placing import Survey
    from pcp_reports.source import Source

MOST_OF_A_TEXT = 20
"""How many prompts of one text are told at once."""

_BRACKETS = re.compile(r"\[([^\[\]\n]{2,200})\](?!\()")
_EDITORIAL = re.compile(r"(?i)sic|\W+|[\d\s,.:–-]+|[a-z]\w*\s*\d*")
"""What an editor puts in brackets: [sic], […], [2023], [the]; a prompt has several words."""
_QUOTED = re.compile(r"“[^“”]*+”|\"[^\"]*+\"|‘[^‘’]*+’")


def leftover(survey: Survey) -> Iterator[Finding]:
    """No prompt is left in place; words that an editor put into a quotation are none."""
    register = survey.register
    papers = [folder.filed for folder in register.papers.values()]
    office = [register.office_file] if register.office_file is not None else []
    for filed in (*office, *papers, *register.entries):
        if filed.source.root is not None and any("[" in line for line in filed.source.lines):
            yield from _within(filed.name, filed.source, filed.source.root, "")


def _within(name: str, source: Source, node: Node, key: str) -> Iterator[Finding]:
    if isinstance(node, Block):
        for typed, behind in node.items():
            yield from _within(name, source, behind, typed)
    elif isinstance(node, Items):
        for row in node:
            yield from _within(name, source, row, key)
    elif "[" in node and key != "words":
        for match in islice(_prompts(node), MOST_OF_A_TEXT):
            yield Finding(
                "P121",
                f"{name}{f', {key}' if key else ''}: the prompt {quoted(shortened(match[0], 70))} is still in place.",
                source.place_in(node, match.start()),
                "Write what it asks for in its place, or delete it.",
            )


def prompts_in(text: str) -> list[str]:
    """Return the prompts in a text, brackets included."""
    return [match[0] for match in _prompts(text)] if "[" in text else []


def _prompts(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in brackets, but for an editor's words and what stands inside a quotation."""
    quoted_until = 0
    quotations = _QUOTED.finditer(text)
    start = -1
    for match in _BRACKETS.finditer(text):
        while quoted_until < match.end() and (quotation := next(quotations, None)) is not None:
            start, quoted_until = quotation.span()
        inside = start < match.start() and match.end() < quoted_until
        if not inside and not _EDITORIAL.fullmatch(match[1]):
            yield match
