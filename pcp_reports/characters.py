"""Bytes -> text an entry may hold: UTF-8, no tabs, nothing that does not print.

What stands in the way is replaced one for one in memory, so that places stay true and the rest of the file is read.
"""

from __future__ import annotations

import re

from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.records import dataclass

# Controls, separators that YAML takes for line ends, marks that turn the reading direction (a figure could be hidden
# behind one), and non-characters.
# Expressions as text, which `re` compiles and keeps where a file needs one: nearly none does.
_UNPRINTED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\U0001fffe\U0001ffff]"
_UNSEEN = "[\u200b\u2060\ufeff]"
# Spaces that YAML does not take for one, at the beginning of a line or behind a key or dash.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = rf"(?m)^ *(?:- +)*(?:[A-Za-z_]+:|-)?[{_ODD}]"
_ODD_RUN = rf"^( *(?:- +)*(?:[A-Za-z_]+:|-)?)([ {_ODD}]+)"
_BAR = r"^( *(?:- +)*)(?:[^\s#].*)?[:-] +[|>][+-]?[1-9]? *$"
_SPACES = "\x07\x0b\x0c\x85\u2028\u2029"  # Word's end of a cell, line and page; separators of lines
# Letters of UTF-8 that were read as Windows' own and saved so: “â\x80\x93” for a dash. Their signs one by one mean nothing.
_SAVED_TWICE = "[\xc2-\xf4][\x80-\xbf]{1,3}"

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
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf_16(data):
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
    if re.search(_ODD_SPACE, text):
        text, odd = _odd_spaces(text, path)
        findings += odd
    if re.search(_UNPRINTED, text):
        findings += _characters(typed, path, _UNPRINTED, "Y105", "a character that does not print")
        text = re.sub(_UNPRINTED, _in_place, text)
    if re.search(_UNSEEN, text):
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
    head = re.match(_BAR, lines[number - 1]) if number else None
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
        match = re.match(_ODD_RUN, line) if re.match(_ODD_SPACE, line) else None
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


def _meant(character: str) -> str | None:
    """Return what stands for the character in plain type: Word's signs and those of Windows' cp1252; None if not sure."""
    if character in _SPACES:
        return " "
    if character == "\x1e":  # Word's hyphen that does not break
        return "-"
    if character == "\x1f" or re.match(_UNSEEN, character):  # Word's optional hyphen; a space of no width
        return ""
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", errors="ignore") or None
    return None


def _saved_twice(line: str) -> bool:
    for match in re.finditer(_SAVED_TWICE, line):
        try:
            match[0].encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _in_place(match: re.Match[str]) -> str:
    """Return one character for the one found, so that places stay true."""
    return _meant(match[0]) or " "


def _characters(typed: str, path: str, pattern: str, code: str, what: str) -> list[Finding]:
    found: list[Finding] = []
    for number, line in enumerate(typed.split("\n"), 1):
        match = re.search(pattern, line)
        if match is None:
            continue
        if len(found) == MAX_SAID:
            break
        message = f"{_name(path)}: {what} (U+{ord(match[0]):04X}) stands in this line."
        place = Place(path, number, match.start() + 1)
        unsure = next((one for one in re.finditer(pattern, line) if _meant(one[0]) is None), None)
        if unsure is not None or _saved_twice(line):
            at = unsure or match
            around = (line[max(0, at.start() - 12) : at.start()], line[at.end() : at.end() + 12])
            before, after = (re.sub(pattern, "", words).strip() for words in around)
            hint = f"What it stands for cannot be told: look between “{before}” and “{after}”, and type what belongs there."
            found.append(Finding(code, message, place, hint))
            continue
        new = re.sub(pattern, lambda one: _meant(one[0]) or "", line)
        sign = _meant(match[0])
        instead = "Delete it" if not sign else "Type a space instead" if sign == " " else f"Type “{sign}” instead"
        fix = Fix(path, number, (line,), (new,))
        found.append(Finding(code, message, place, f"{instead}: {new.strip()}", fix=fix))
    return found


def _is_utf_16(data: bytes) -> bool:
    """Return whether the bytes are UTF-16 without its mark: nearly every other one is nought, on one side alone."""
    start = data[:4096]
    half = len(start) // 2
    fewer, more = sorted((start[::2].count(0), start[1::2].count(0)))
    return half > 1 and more * 2 > half and fewer * 10 <= half


def unprinted(value: str) -> re.Match[str] | None:
    """Return the first character of a value that does not print; None when all do. A tab that was meant is a blank."""
    return None if value.isprintable() else re.search(_UNPRINTED, value)


def printed(value: str) -> str:
    """Return the value with a blank for each character that does not print."""
    return re.sub(_UNPRINTED, " ", value)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
