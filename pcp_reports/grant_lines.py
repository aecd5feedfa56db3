"""How to mend the lines of a list of grants: a dash without its space, a strand without its colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.typed_lines import Mend, indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE_DASH = re.compile(r"^( *)-recipient:(?= |$)", re.MULTILINE)
"""How a grant begins whose dash lacks the space, which makes a key of it that YAML reads without a murmur."""

_GRANT = re.compile(r" *- +recipient:(?: |$)")
_STRAND = re.compile(r"( +)([^\s#'\"\[\]{}&*!|>%@`,:?-][^:#]*?) *")


def dash_mend(lines: list[str]) -> Mend | None:
    """Return the mend of grants that begin with ``-recipient:``, their other keys set in equally far, or None."""
    starts = [number for number, line in enumerate(lines) if BARE_DASH.match(line)]
    if not starts:
        return None
    new = list(lines)
    last = starts[0]
    for start in starts:
        indent = indent_of(lines[start])
        new[start] = " " * indent + "- " + lines[start].lstrip()[1:]
        last = end = _end(lines, start)
        under = [number for number in range(start + 1, end + 1) if lines[number].strip()]
        step = indent + 2 - indent_of(lines[under[0]]) if under else 0
        for number in under:
            new[number] = " " * max(indent_of(lines[number]) + step, 0) + lines[number].lstrip()
    first = starts[0]
    why = "a space is missing after the dash that begins each grant"
    hint = f"Type: {new[first].strip()} — with its other keys {indent_of(new[first]) + 2} spaces in."
    return Mend("Y114", why, first, indent_of(lines[first]), first, tuple(new[first : last + 1]), hint=hint)


def _end(lines: list[str], start: int) -> int:
    """Return the last line of the grant that begins on line ``start``."""
    indent = indent_of(lines[start])
    end = start
    for number in range(start + 1, len(lines)):
        bare = lines[number].lstrip(" ")
        if not bare:
            continue
        if indent_of(lines[number]) < indent or bare.startswith("-"):
            break
        if indent_of(lines[number]) == indent and not _beside(lines, start, number):
            break
        end = number
    return end


def _beside(lines: list[str], start: int, number: int) -> bool:
    """Return whether a line as far in as the dash is of the grant: one that keys as far in alone lead to."""
    return all(indent_of(line) == indent_of(lines[start]) for line in lines[start + 1 : number + 1] if line.strip())


def strand_mends(lines: list[str], number: int) -> Iterator[Mend]:
    """Yield the mend of a strand without its colon: a line alone, above a list of grants that is set in beneath it."""
    match = _STRAND.fullmatch(lines[number])
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if match is not None and _GRANT.match(below) and indent_of(below) >= len(match[1]):
        why = f"a colon is missing after “{match[2]}”"
        yield Mend("Y114", why, number, len(match[1] + match[2]), number, (f"{match[1]}{match[2]}:",))
