"""What was meant to be exempt, told from the words as typed: a slip of the pen must never publish it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.bare_keys import means_exempt
from pcp_reports.nodes import Block, Items, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Node
    from pcp_reports.source import Source

_LINE = re.compile(r"[\s\-?\"'“‘{\[]*(?P<word>\w+)[\"'”’]?\s*(?P<rest>.*)")


def speaks_of_exempt(node: Node) -> bool:
    """Return whether a key anywhere in the node was meant for ``exempt``."""
    return any(True for _ in _keys(node))


def _keys(node: Node) -> Iterator[Text]:
    if isinstance(node, Block):
        for typed, behind in node.items():
            if means_exempt(typed):
                yield typed
            yield from _keys(behind)
    elif isinstance(node, Items):
        for row in node:
            yield from _keys(row)


def swallowed(source: Source) -> tuple[Text, ...]:
    """Return the words that stand at the beginning of a line as ``exempt`` would, but were not read as a key.

    They are part of a text, of a broken line, or of nothing that could be read; ``style`` is ``key`` where they are
    followed by nothing, or a colon, and then by what belongs to the key, so that they cannot have been meant as words.
    """
    likely = [
        number for number, line in enumerate(source.lines, 1) if line.lstrip(" \t-?\"'“‘{[")[:1] in ("e", "E", "x", "X")
    ]
    if not likely:
        return ()
    found = []
    read: set[int] | None = None
    for number in likely:
        line = source.lines[number - 1]
        match = _LINE.match(line)
        if match is None or not means_exempt(match["word"]):
            continue
        if read is None:
            read = {typed.line for typed in _keys(source.root)} if source.root is not None else set()
        if number in read:
            continue
        word = Text(match["word"])
        word.line, word.column = number, match.start("word") + 1
        rest = match["rest"].strip()
        following = source.line(number + 1).strip()
        alone = rest == ":" and following.startswith(("paragraph", "reason"))
        bare = not rest and following.startswith(("paragraph:", "reason:"))
        word.style = "key" if alone or bare or (rest.startswith(":") and "paragraph" in rest) else ""
        found.append(word)
    return tuple(found)
