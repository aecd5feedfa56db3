"""How to mend the YAML accidents of pasted prose: a colon, a quotation mark or a brace where YAML takes it for its own.

Works on lines of text alone and never guesses: a mend is taken only if YAML reads on past the place where it stopped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.bare_keys import bare_key_mends
from pcp_reports.grant_lines import strand_mends
from pcp_reports.pasted_text import LOOK_BACK, paragraph_mends, run_on_mends, runs_on, text_mends
from pcp_reports.typed_lines import Mend, Stop, indent_of, requoted, starts_with_key, take_apart, without_note
from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROBE_BYTES = 24 * 1024 * 1024
"""How much text one file may have read again in search of mends before the tool asks for the first ones to be mended."""

_COLON = "a colon stands in the words, and YAML takes what is before it for another key"
_BARE_KEY = re.compile(r"( *(?:- +)*)([A-Za-z_]+)(?![A-Za-z_])")
_BARE_DASH = re.compile(r"( *)-(?=[^\s-])")
_SIGN_KEY = re.compile(r"( *)([%@`][^:#]*):(?=\s|$)")
_SIGNS = (":", ";", "=", "\uff1a")  # the last one is the colon of East Asian type
_DASHES = ("- ", "– ", "— ")
_ALSO_WORDS = frozenset(
    (
        "with",
        "by",
        "was",
        "now",
        "since",
        "change",
        "words",
        "place",
        "places",
        "area",
        "source",
        "period",
        "reason",
        "order",
        "projects",
        "grants",
        "figures",
        "parts",
        "also",
    )
)
"""Keys that also begin a line of prose, so that a missing colon is not certain."""
_RESERVED = "@`%&*!|>?,]}-:"


def quoted_line(line: str) -> str:
    """Return the line with its value in quotation marks; a note after it (two spaces, ``#``, a space) stays a note."""
    parts = take_apart(line)
    value, note = without_note(parts.value)
    return parts.before + requoted(value) + note


def find_mend(
    lines: list[str], stop: Stop, probe: Callable[[list[str]], Stop | None], keys: frozenset[str]
) -> Mend | None:
    """Return the mend that lets YAML read on past ``stop``, or None. ``keys`` are the words that may stand before a colon."""
    size = sum(map(len, lines)) + len(lines)
    for tried, mend in enumerate(_candidates(lines, stop, keys), 1):
        if tried * size > PROBE_BYTES:
            return None
        mended = [*lines[: mend.first], *mend.new, *lines[mend.first + len(mend.new) :]]
        after = probe(mended)
        if after is None or ((after.line, after.column) > (stop.line, stop.column) and after.line > mend.line):
            return mend
    return None


def _candidates(lines: list[str], stop: Stop, keys: frozenset[str]) -> Iterator[Mend]:
    last = min(stop.line, len(lines) - 1)
    order = dict.fromkeys([last, stop.began, *range(last - 1, max(-1, last - LOOK_BACK), -1)])
    suspects = [number for number in order if 0 <= number < len(lines)]
    if not starts_with_key(lines[last], keys):  # before quotation marks that would be printed in the text
        yield from text_mends(lines, last, keys, bare=True)
    for number in suspects[:3]:
        yield from _sign_key_mends(lines, number)
        yield from strand_mends(lines, number)
    yield from bare_key_mends(lines, suspects, keys)
    for number in suspects:
        yield from _value_mends(lines, number, keys)
    for number in suspects:
        yield from _dash_mends(lines, number)
        yield from (mend for mend in _key_mends(lines, number, keys) if mend.certain)
        if lines[number].rstrip() == "...":
            yield Mend(
                "Y122",
                "a line of three dots ends the file for YAML",
                number,
                0,
                number,
                ("",),
                hint="Take the line out.",
            )
    yield from text_mends(lines, last, keys)
    for number in suspects[:3]:
        yield from run_on_mends(lines, number, keys)
    yield from paragraph_mends(lines, last, keys)
    for number in suspects:
        yield from _key_mends(lines, number, keys)
    for number in (last, *([last - 1] if last else [])):
        yield from _indent_mends(lines, number, keys)


def _sign_key_mends(lines: list[str], number: int) -> Iterator[Mend]:
    """Yield the mend of a key that begins with a sign of YAML's own, on a line beneath a key as far in."""
    match = _SIGN_KEY.match(lines[number])
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    if match is not None and indent_of(above) == len(match[1]) and take_apart(above).key:
        new = f"{match[1]}{yaml_quoted(match[2])}:{lines[number][match.end() :]}"
        why = f"a key that begins with {match[2][0]} must stand in quotation marks"
        yield Mend("Y113", why, number, len(match[1]), number, (new,))


def _value_mends(  # noqa: C901 - one branch for each sign that a value may begin with
    lines: list[str], number: int, keys: frozenset[str]
) -> Iterator[Mend]:
    parts = take_apart(lines[number])
    value, note = without_note(parts.value)
    if not value:
        return
    if (mend := runs_on(lines, number, keys)) is not None:
        yield mend  # quotation marks round the first line alone would make matters worse
    column = len(parts.before)

    def mended(code: str, why: str, at: int, new: str, certain: bool = True) -> Mend:
        return Mend(code, why, number, column + at, number, (parts.before + new + note,), certain)

    first = value[0]
    if first in "'\"":
        inner = value[1:-1] if len(value) > 1 and value.endswith(first) else ""
        if first not in value[1:]:
            words = value[1:] if first == '"' else value  # a single one may be an apostrophe
            yield mended(
                "Y111", "a quotation mark opens here and is never closed", 0, yaml_quoted(words), certain=False
            )
            return
        # 'The Station's club' is quoted as a whole; 'The Station' and 'the Hub' may be either.
        whole = bool(inner) and inner.count(first) % 2 == 1
        words = inner if whole else value
        yield mended(
            "Y111",
            "a quotation mark begins the value, and YAML takes the value to end at the next one",
            0,
            yaml_quoted(words),
            whole or not inner or _are_quotations(value, first),
        )
        return
    if first in "{[":
        yield mended(
            "Y112",
            f"a value that begins with {first} must stand in quotation marks",
            0,
            requoted(value),
            certain="}" in value or "]" in value,
        )
        return
    if first in _RESERVED and not (first in "-?:" and len(value) > 1 and not value[1].isspace()):
        if first in "|>" and re.fullmatch(r"[|>][+-]?[1-9]?[+-]?", value):
            return
        if first == "|" and value.count("|") == 1 and value[1:2].isspace():
            yield mended(
                "Y113",
                "words stand behind the bar; they begin on the next line, or the bar goes",
                0,
                requoted(value[1:]),
            )
            return
        yield mended("Y113", f"a value that begins with {first} must stand in quotation marks", 0, requoted(value))
        return
    colon = re.search(r":(?=\s|$)", value)
    if colon is not None and parts.key:
        yield mended("Y110", _COLON, colon.start(), requoted(value))


def _key_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Yield the mend of a key without its colon, with another sign in its place, or without the space behind it."""
    line = lines[number]
    match = _BARE_KEY.match(line)
    if match is None or match[2] not in keys:
        return
    rest, note = without_note(line[match.end() :])
    key, words = match[2], rest.strip()
    sign = words[:1] if words[:1] in _SIGNS or words[:2] in _DASHES else ""
    value = words[len(sign) :].strip()
    if not words or rest.startswith(": ") or words == ":" or (rest[0] not in _SIGNS and not rest[0].isspace()):
        return
    if sign == ":":
        why = f"a space is missing after “{key}:”"
    elif sign:
        why = f"a colon belongs behind “{key}”, not “{sign}”"
    else:
        why = f"a colon is missing after “{key}”"
    new = f"{match[1]}{key}: {_value_as_typed(value)}".rstrip() + note
    yield Mend("Y114", why, number, match.end(), number, (new,), certain=bool(sign) or key not in _ALSO_WORDS)


def _are_quotations(value: str, mark: str) -> bool:
    """Return whether the marks stand in two pairs or more, each round words of its own: ``"Hello" and "bye"``."""
    pair = rf"(?<!\S){mark}(?!\s)[^{mark}]*(?<!\s){mark}(?=[\s.,;:!?]|$)"
    return len(re.findall(pair, value)) * 2 == value.count(mark) > 2  # noqa: PLR2004 - one pair may be YAML's own


def _dash_mends(lines: list[str], number: int) -> Iterator[Mend]:
    """Yield the mend of a list whose dashes lack the space behind them."""
    match = _BARE_DASH.match(lines[number])
    if match is None:
        return
    first = number
    while first > 0 and (above := _BARE_DASH.match(lines[first - 1])) is not None and above[1] == match[1]:
        first -= 1
    last = number
    while last + 1 < len(lines) and (below := _BARE_DASH.match(lines[last + 1])) is not None and below[1] == match[1]:
        last += 1
    new = tuple(f"{match[1]}- {line[len(match[1]) + 1 :]}" for line in lines[first : last + 1])
    yield Mend("Y114", "a space is missing after the dash", first, len(match[1]), first, new)


def _value_as_typed(value: str) -> str:
    if not value or re.fullmatch(r"[|>][+-]?", value):
        return value
    return requoted(value) if re.search(r":(?=\s|$)| #", value) or value[0] in _RESERVED + "{[" else value


def missing_colon(lines: list[str], keys: frozenset[str]) -> Mend | None:
    """Return the mend of a file that begins with a key without its colon or the space behind it, or None."""
    first = next(
        (number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), None
    )
    return next(_key_mends(lines, first, keys), None) if first is not None else None


def _indent_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    line = lines[number]
    if not line.strip():
        return
    bare = line.lstrip()
    if not (starts_with_key(line, keys) or bare.startswith("- ")):
        return
    mine = indent_of(line)
    levels: dict[int, None] = {}
    for above in reversed(lines[max(0, number - LOOK_BACK) : number]):
        if above.strip() and not above.lstrip().startswith("#"):
            indent = indent_of(above)
            levels.setdefault(indent)
            if above.lstrip().startswith("- ") and not bare.startswith("- "):
                levels.setdefault(indent + 2)
    for level in sorted((level for level in levels if level != mine), key=lambda level: abs(level - mine)):
        if abs(level - mine) <= 4:  # noqa: PLR2004 - further than two steps away is another place, not a slip
            spaces = "space" if mine == 1 else "spaces"
            yield Mend(
                "Y115",
                f"this line begins {mine} {spaces} in, which fits nothing above it",
                number,
                mine,
                number,
                (" " * level + bare,),
                certain=False,
            )
