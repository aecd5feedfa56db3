"""Words for an office clerk: lists, counts, quotations, suggestions, and text as YAML takes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_SLIPS = 3
_LONGEST_NAME = 100
_SHORTEST_START = 4


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Return whether one of the parts stands in a text: a first look that spares most texts a regular expression."""
    for part in parts:  # noqa: SIM110 - `any` takes twice as long, and the audit asks this of every paragraph
        if part in text:
            return True
    return False


def did_you_mean(typed: str, known: Iterable[str]) -> str | None:
    """Return the known name that was most likely meant, or None where nothing is near enough.

    A name is near when it is the same but for case, blanks, hyphens, underscores and apostrophes; or has at most one
    slip for each four letters of the longer of the two, and never more than three (a slip is a letter left out, put
    in or mistaken, or two neighbours changed over); or is the only one that begins with what was typed, or holds it
    as whole words, four letters at least. Names of one or two letters are never matched by slips. Of two as near, the
    first known is returned.
    """
    names = tuple(known)
    plain = _plain(typed)
    if not plain or len(plain) > _LONGEST_NAME:
        return None
    nearest: tuple[int, str] | None = None
    for name in names:
        other = _plain(name)
        allowed = min((max(len(plain), len(other)) + 1) // 4, _MOST_SLIPS)
        if nearest is not None:
            allowed = min(allowed, nearest[0] - 1)
        slips = slips_between(plain, other, allowed)
        if slips is not None:
            nearest = (slips, name)
    if nearest is not None:
        return nearest[1]
    if len(plain) < _SHORTEST_START:
        return None
    wanted = _spaced(typed)
    longer = [name for name in names if _plain(name).startswith(plain) or wanted in _spaced(name)]
    return longer[0] if len(longer) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\s\-_'’]+", "", name.casefold())


def _spaced(name: str) -> str:
    return " ".join(("", *re.split(r"[\s_-]+", name.casefold().strip()), ""))


def slips_between(one: str, other: str, allowed: int) -> int | None:
    """Return how many slips lie between the two, or None if more than ``allowed`` (which may be negative).

    A slip is a letter left out, put in or mistaken, or two neighbours changed over.
    """
    if one == other:
        return 0 if allowed >= 0 else None
    if allowed < 1 or abs(len(one) - len(other)) > allowed:
        return None
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        here = [row]
        for column, right in enumerate(other, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > allowed and min(above) > allowed:  # no later row can come back below both
            return None
        before, above = above, here
    return above[-1] if above[-1] <= allowed else None


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return the items as a sentence lists them: ``a``, ``a and b``, ``a, b and c``; ``last`` may be "or"."""
    if len(items) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return the number with its noun: ``1 project``, ``6 projects``, ``1,204 entries``; ``many`` if irregular."""
    if number == 1:
        return f"1 {one}"
    if many is None:
        many = re.sub("([^aeiou])y$", r"\1ie", one)
        many += "es" if re.search("(s|x|ch|sh)$", many) else "s"
    return f"{number:,} {many}"


def shortened(text: str, most: int = 60) -> str:
    """Return the text on one line in at most ``most`` characters, cut between words where it can be, with ``…``."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    if not line[most - 1].isspace():
        at = cut.rfind(" ")
        cut = cut[:at] if at > most // 2 else cut
    return cut.rstrip(" ,;:.") + "…"


def quoted(text: str) -> str:
    """Return the text on one line in curly quotes, for a message; what a screen cannot show becomes ``�``."""
    line = " ".join(text.split())
    return "“" + "".join(char if char.isprintable() else "\ufffd" for char in line) + "”"


def typed(name: str) -> str:
    """Return a name as it is typed behind a command: in quotation marks where it holds more than letters, digits, - and _."""
    return name if name and all(char.isalnum() or char in "-_." for char in name) else f'"{name}"'


def western_digits(text: str) -> str:
    """Return the text with the digits of every other script (``٣``, ``９``) as the ones of this: what was meant."""
    from unicodedata import decimal  # noqa: PLC0415 - only for what cannot be read

    return "".join(char if char.isascii() else str(decimal(char, char)) for char in text)


# What some YAML 1.1 reader takes for something other than text: nothing, yes or no, a number, a date, a merge.
_WORDS_OF_YAML = frozenset(("~", "null", "y", "n", "yes", "no", "true", "false", "on", "off", "<<", "="))
# Patterns as text: they are compiled, and kept by re, only once a line is to be mended.
_NUMBER_OF_YAML = r"""(?ix) [-+]? (?: 0b[01_]+ | 0x[0-9a-f_]+ | 0o[0-7_]+ | \.(?:inf|nan)
    | [0-9][0-9_,]*(?::[0-5]?[0-9])*(?:\.[0-9_.]*)?(?:e[-+]?[0-9]+)?
    | \.[0-9_.]+(?:e[-+]?[0-9]+)? )"""
_DATE_OF_YAML = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s]+[0-9].*)?"
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def yaml_quoted(text: str) -> str:
    """Return the text as the plainest YAML value on one line that reads back as exactly this text.

    It stands as it is where every YAML 1.1 reader takes it for that text; otherwise in double quotes; in single
    quotes if it holds a double quote or a backslash; and with escapes only if it holds a line break or a character
    that YAML does not print. The value is for block style (``key: value``, ``- value``), not for ``[a, b]``.
    """
    if not all(map(_is_printed, text)):
        return '"' + "".join(_escaped(char) for char in text) + '"'
    if _stands_as_it_is(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _stands_as_it_is(text: str) -> bool:
    return not (
        not text
        or text != text.strip()
        or text[0] in _INDICATORS
        or text.startswith("...")
        or ": " in text
        or text.endswith(":")
        or " #" in text
        or text.casefold() in _WORDS_OF_YAML
        or re.fullmatch(_NUMBER_OF_YAML, text)
        or re.fullmatch(_DATE_OF_YAML, text)
    )


def _is_printed(char: str) -> bool:
    """Return whether YAML takes the character as it stands on a line: it is no line break and no control character."""
    return (
        " " <= char <= "~"
        or ("\xa0" <= char <= "\ufffd" and char not in "\u2028\u2029\ufeff" and not "\ud800" <= char <= "\udfff")
        or char >= "\U00010000"
    )


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if _is_printed(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - what two figures can say
