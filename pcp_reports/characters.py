"""Bytes -> text an entry may hold: UTF-8, no tabs, nothing that does not print.

What stands in the way is replaced one for one in memory, so that places stay true and the rest of the file is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pcp_reports.findings import Finding, Fix, Place

# Controls, separators that YAML takes for line ends, marks that turn the reading direction (a figure could be hidden
# behind one), and non-characters.
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\U0001fffe\U0001ffff]"
)
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
_AS_SPACE = "\x0b\x0c\x85\u2028\u2029"

MAX_SAID = 20
"""How many faults of one sort are told of in one file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``typed`` is the text as it stands, ``text`` the same with what may not stand replaced; None when not readable."""

    typed: str
    text: str | None
    findings: tuple[Finding, ...]


def decode(data: bytes, path: str) -> Decoded:
    """Return the text of an entry file with line feeds as line ends, and what is wrong with its characters."""
    findings: list[Finding] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Decoded("", None, (_encoding(path, 1, 1, "“Unicode” (UTF-16)"),))
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append(
            Finding(
                "Y104",
                f"{_name(path)} begins with a byte-order mark, which Notepad adds; nothing is lost by it.",
                Place(path),
                "Save it as “UTF-8” without the words “with BOM”, if your editor offers that.",
            )
        )
        data = data[3:]
    try:
        typed = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
        return Decoded("", None, (*findings, _encoding(path, line, column, "another encoding")))
    typed = typed.replace("\r\n", "\n").replace("\r", "\n")
    text = typed
    if "\t" in typed:
        findings += _tabs(typed, path)
        text = text.replace("\t", " ")
    if _UNPRINTED.search(text):
        findings += _characters(typed, path, _UNPRINTED, "Y105", "a character that does not print")
        text = _UNPRINTED.sub(" ", text)
    if _UNSEEN.search(text):
        findings += _characters(typed, path, _UNSEEN, "Y107", "a space of no width, which nobody can see")
    return Decoded(typed, text, tuple(findings))


def _encoding(path: str, line: int, column: int, what: str) -> Finding:
    return Finding(
        "Y103",
        f"{_name(path)} is saved in {what}, so its letters cannot be told.",
        Place(path, line, column),
        "Open it in Notepad, choose Save As, and pick the encoding “UTF-8”.",
    )


def _tabs(typed: str, path: str) -> list[Finding]:
    found = []
    for number, line in enumerate(typed.split("\n"), 1):
        if "\t" not in line:
            continue
        indent = len(line) - len(line.lstrip())
        leading = "\t" in line[:indent] and line.strip() != ""
        new = line.rstrip("\t ") if not line.strip() else line.replace("\t", " ")
        fix = None if leading else Fix(path, number, (line,), (new,))
        hint = (
            "Begin the line with spaces, as many as its neighbours."
            if leading
            else f"Type a space instead: {new.strip()}"
        )
        found.append(
            Finding(
                "Y106",
                f"{_name(path)}: a tab stands in this line; YAML knows only spaces.",
                Place(path, number, line.index("\t") + 1),
                hint,
                fix=fix,
            )
        )
    return found[:MAX_SAID]


def _characters(typed: str, path: str, pattern: re.Pattern[str], code: str, what: str) -> list[Finding]:
    found = []
    for number, line in enumerate(typed.split("\n"), 1):
        match = pattern.search(line)
        if match is None:
            continue
        new = pattern.sub(lambda one: " " if one[0] in _AS_SPACE else "", line)
        found.append(
            Finding(
                code,
                f"{_name(path)}: {what} (U+{ord(match[0]):04X}) stands in this line.",
                Place(path, number, match.start() + 1),
                f"Delete it: {new.strip()}",
                fix=Fix(path, number, (line,), (new,)),
            )
        )
    return found[:MAX_SAID]


def _name(path: str) -> str:
    return path.rpartition("/")[2]
