"""Bytes -> text an entry may hold: UTF-8, no tabs, nothing that does not print.

What stands in the way is replaced one for one in memory, so that places stay true and the rest of the file is read.
"""

from __future__ import annotations

import re

from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.records import dataclass

# Controls, separators that YAML takes for line ends, marks that turn the reading direction (a figure could be hidden
# behind one), and non-characters.
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\U0001fffe\U0001ffff]"
)
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
# Spaces that YAML does not take for one, at the beginning of a line or behind a key or dash.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"^ *(?:- +)*(?:[A-Za-z_]+:|-)?[{_ODD}]", re.MULTILINE)
_ODD_RUN = re.compile(rf"^( *(?:- +)*(?:[A-Za-z_]+:|-)?)([ {_ODD}]+)")
_BAR = re.compile(r"^( *(?:- +)*)(?:[^\s#].*)?[:-] +[|>][+-]?[1-9]? *$")
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
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
        return Decoded("", None, (*findings, _encoding(path, line, column, "another encoding")))
    typed = typed.replace("\r\n", "\n").replace("\r", "\n")
    if typed.replace("\n", "").isprintable():  # nearly every file, told in a fifth of the time the patterns take
        return Decoded(typed, typed, tuple(findings))
    text = typed
    if "\t" in typed:
        text, tabs = _tabs(typed, path)
        findings += tabs
    if _ODD_SPACE.search(text):
        text, odd = _odd_spaces(text, path)
        findings += odd
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


def _tabs(typed: str, path: str) -> tuple[str, list[Finding]]:
    """Return the text without tabs, and where they were; those that set in a text under a bar become its indent."""
    found: list[Finding] = []
    lines = typed.split("\n")
    under: int | None = None  # how far in the words under the bar above must stand
    for number, line in enumerate(lines, 1):
        under = _under_bar(lines, number - 1, under)
        if "\t" not in line:
            continue
        indent = len(line) - len(line.lstrip())
        leading = "\t" in line[:indent] and line.strip() != ""
        new = line.rstrip("\t ") if not line.strip() else line.replace("\t", " ")
        if leading and under is not None:
            new = " " * (under + 2 * max(line[:indent].count("\t") - 1, 0)) + line[indent:].replace("\t", " ")
            lines[number - 1] = new
        if len(found) == MAX_SAID:
            continue
        fix = None if leading and under is None else Fix(path, number, (line,), (new,))
        hint = f"Type spaces instead: {new.strip()}"
        if leading:
            count = len(new) - len(new.lstrip())
            hint = "Begin the line with spaces, as many as its neighbours."
            hint = hint if under is None else f"Begin the line with {count} spaces instead: {new.strip()}"
        message = f"{_name(path)}: a tab stands in this line; YAML knows only spaces."
        found.append(Finding("Y106", message, Place(path, number, line.index("\t") + 1), hint, fix=fix))
    return "\n".join(lines).replace("\t", " "), found


def _under_bar(lines: list[str], number: int, under: int | None) -> int | None:
    """Return how far in the words under a bar stand, where line ``number`` (from 0) is one of them; else None."""
    line = lines[number]
    plain = len(line) - len(line.lstrip(" "))
    if under is not None and (not line.strip() or "\t" in line[: plain + 1] or plain >= under):
        return under
    head = _BAR.match(lines[number - 1]) if number else None
    if head is None:
        return None
    beneath = next((row for row in lines[number:] if row.strip() and not row.lstrip(" ").startswith("\t")), "")
    own = len(beneath) - len(beneath.lstrip(" "))
    return own if own > len(head[1]) else len(head[1]) + 2


def _odd_spaces(typed: str, path: str) -> tuple[str, list[Finding]]:
    """Return the text with plain spaces where YAML must have them, and where they were not."""
    found: list[Finding] = []
    lines = typed.split("\n")
    under: int | None = None
    for at, line in enumerate(lines):
        under = _under_bar(lines, at, under)
        match = _ODD_RUN.match(line) if _ODD_SPACE.match(line) else None
        if match is None or (under is not None and len(match[1]) >= under):
            continue  # in a text under a bar, one that stands behind the indent is part of the words
        new = match[1] + " " * len(match[2]) + line[match.end() :]
        lines[at] = new
        if len(found) < MAX_SAID:
            odd = next(number for number, character in enumerate(match[2]) if character != " ")
            message = f"{_name(path)}: a space of another sort (U+{ord(match[2][odd]):04X}), as Word puts in, stands where YAML needs plain ones."
            place = Place(path, at + 1, len(match[1]) + odd + 1)
            found.append(
                Finding(
                    "Y108", message, place, f"Type plain spaces: {new.strip()}", fix=Fix(path, at + 1, (line,), (new,))
                )
            )
    return "\n".join(lines), found


def _characters(typed: str, path: str, pattern: re.Pattern[str], code: str, what: str) -> list[Finding]:
    found: list[Finding] = []
    for number, line in enumerate(typed.split("\n"), 1):
        match = pattern.search(line)
        if match is None:
            continue
        if len(found) == MAX_SAID:
            break
        new = pattern.sub(lambda one: " " if one[0] in _AS_SPACE else "", line)
        message = f"{_name(path)}: {what} (U+{ord(match[0]):04X}) stands in this line."
        place = Place(path, number, match.start() + 1)
        found.append(Finding(code, message, place, f"Delete it: {new.strip()}", fix=Fix(path, number, (line,), (new,))))
    return found


def _name(path: str) -> str:
    return path.rpartition("/")[2]
