"""Lines that were meant for keys but lack their colon, or have a slip in them: what must never be taken for prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.typed_lines import Mend, indent_of, starts_with_key
from pcp_reports.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXEMPT = "exempt"
"""The key that keeps something out of everything public: misread, it must keep it out all the same."""

_ALONE = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<word>[^\W\d][\w -]*?)\s*(?P<colon>:?)(?P<note>\s*|\s+#\s.*)")
_FIRST_WORD = re.compile(r"[\s\-?\"'“‘{\[]*(\w+)")
_WITH_WORDS = re.compile(r"\s*(?:- +)*([a-z_]+)\s+(\S)")
_OPENS = re.compile(r"\s*(?:- |[^\s#:][^:#]*:(?:\s|$))")
_MOST_WORDS = 3
_LONGEST = 60  # characters; no key is as long, and a longer line would be slow to take apart


def means_exempt(typed: str) -> bool:
    """Return whether a key was meant for ``exempt``: ``Exempt``, ``exmpt``, ``exemption``."""
    return EXEMPT in typed.casefold() or did_you_mean(typed, (EXEMPT,)) is not None


def touches_exempt(line: str) -> bool:
    """Return whether the first word of a line was perhaps meant for ``exempt``."""
    match = _FIRST_WORD.match(line)
    return match is not None and means_exempt(match[1])


def bare_key_mends(lines: list[str], numbers: Iterable[int], keys: frozenset[str]) -> Iterator[Mend]:
    """Yield the mend of each key that stands alone on its line without its colon, for some lines (from 0)."""
    for number in numbers:
        found = _alone(lines, number, keys)
        if found is None or found[0]["colon"]:
            continue
        match, key = found
        below = _set_in(lines, number)
        new = f"{match['lead']}{key}:{match['note'].rstrip()}"
        why = f"a colon is missing after “{key}”"
        certain = bool(below) and _OPENS.match(below[0]) is not None and len(match["word"].split()) == 1
        # the lines beneath stand in the mend unchanged: they get another meaning, and --fix shows them
        yield Mend("Y114", why, number, match.end("word"), number, (new, *below), certain, hint=f"Type: {new.strip()}")


def meant_for_key(lines: list[str], number: int, keys: frozenset[str], margin: int) -> bool:
    """Return whether a line was meant for a key; ``margin`` is the column (from 0) of the key above it.

    A line begins with a key if the key has its colon; if it stands alone on its line; if it is near a key and has keys
    set in beneath; or if, no further in than the key above, a capital, a figure or a sign follows it (``place Bacup``).
    """
    line = lines[number]
    if starts_with_key(line, keys):
        return True
    if indent_of(line) > margin and not touches_exempt(line):
        return False
    if _alone(lines, number, keys) is not None:
        return True
    match = _WITH_WORDS.match(line)
    return match is not None and match[1] in keys and not match[2].islower()


def perhaps_key(line: str, keys: frozenset[str], margin: int) -> bool:
    """Return whether a line among words may have been meant for a key: only its writer can know."""
    match = _WITH_WORDS.match(line)
    return touches_exempt(line) or (match is not None and match[1] in keys and indent_of(line) <= margin)


def _alone(lines: list[str], number: int, keys: frozenset[str]) -> tuple[re.Match[str], str] | None:
    """Return a line of nothing but a key or a near miss of one, taken apart, and the key; else None."""
    if len(lines[number].partition("#")[0].strip()) > _LONGEST:
        return None
    match = _ALONE.fullmatch(lines[number].rstrip())
    if match is None or len(match["word"].split()) > _MOST_WORDS:
        return None
    word = match["word"]
    if word in keys:
        return match, word
    if means_exempt(word) and len(word.split()) == 1:
        return match, EXEMPT
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if indent_of(below) <= indent_of(lines[number]) or not starts_with_key(below, keys):
        return None
    meant = EXEMPT if means_exempt(word) else did_you_mean(word, sorted(keys))
    return (match, meant) if meant is not None else None


def _set_in(lines: list[str], number: int) -> list[str]:
    """Return the lines directly beneath that are set in deeper than the one on line ``number``."""
    last = number
    while last + 1 < len(lines) and lines[last + 1].strip() and indent_of(lines[last + 1]) > indent_of(lines[number]):
        last += 1
    return lines[number + 1 : last + 1]
