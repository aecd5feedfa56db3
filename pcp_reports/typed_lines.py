"""Lines of YAML as an officer reads them: indent, key and value; and how lines should be that YAML cannot read."""

from __future__ import annotations

import re

from pcp_reports.records import dataclass
from pcp_reports.words import yaml_quoted

_LINE = re.compile(
    r"^(?P<lead>\s*(?:- +)*)"
    r"(?:(?P<key>[^\s:#'\"\[\]{}&*!|>%@`,-][^:#'\"\[\]{}]*?)(?P<colon>:(?: +|$)))?"
    r"(?P<value>.*)$"
)
_NOTE = re.compile(r"(?<!\s)\s{2,}#\s.*$")
_KEY = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML stopped reading: line and column from 0, and the line where what it was reading began."""

    line: int
    column: int
    began: int
    problem: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Lines ``first`` … (from 0) as they should be. ``column`` (from 0) is where the trouble stands on ``line``."""

    code: str
    why: str
    line: int
    column: int
    first: int
    new: tuple[str, ...]
    certain: bool = True
    shown: tuple[str, ...] = ()  # what to write, where it takes another number of lines than ``new``
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A line taken apart: indent and dashes, key with its colon and spaces (may be empty), and the value."""

    lead: str
    key: str
    value: str

    @property
    def before(self) -> str:
        """Return everything before the value."""
        return self.lead + self.key

    @property
    def name(self) -> str:
        """Return the key alone."""
        return self.key.partition(":")[0].rstrip()


def take_apart(line: str) -> Parts:
    """Return the parts of a line of YAML as an officer reads it; never fails."""
    match = _LINE.match(line)
    if match is None:
        return Parts("", "", line)
    return Parts(match["lead"], (match["key"] or "") + (match["colon"] or ""), match["value"])


def starts_with_key(line: str, keys: frozenset[str]) -> bool:
    """Return whether the line begins with one of the keys and its colon, behind dashes perhaps."""
    match = _KEY.match(line)
    return match is not None and match[1] in keys


def indent_of(line: str) -> int:
    """Return how many spaces the line begins with."""
    return len(line) - len(line.lstrip(" "))


def without_note(value: str) -> tuple[str, str]:
    """Return the value without spaces at its end, and the note behind it: two spaces or more, ``#``, a space."""
    match = _NOTE.search(value)
    if match is not None and match.start() > 0:
        return value[: match.start()].rstrip(), match[0]
    return value.rstrip(), ""


def requoted(value: str) -> str:
    """Return the value as YAML takes it word for word, in quotation marks if it needs them."""
    return yaml_quoted(value.strip())
