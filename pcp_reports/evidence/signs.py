"""The numbers and signs of an evidence that is arithmetic, and the words that name its numbers.

Only what can be nothing else is taken for arithmetic: dates, years, times and numbers inside the words of a name are
left to the name, and where a sign may belong to either, the whole is a source's name and nothing is worked out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NoReturn

from pcp_reports.evidence.marks import (
    APART,
    DIGITS,
    MINUS,
    SIGNS,
    Sign,
    begins,
    is_dated,
    label_at,
    names_a_month,
    sign_at,
    sign_behind_words,
)
from pcp_reports.evidence.numbers import NUMBER, Number, SignError, number_of

_DAYS = 31
# A sign that stands between two numbers, or between a number and nothing.
_SIGNED = (
    r"(?i)[0-9)%kmn]\s*(?:[+×*÷=/]|[-−–x](?=[\s£(0-9]|$)|\bplus\b|\bminus\b|\btimes\b)\s*(?:[£(0-9+×*÷/=-]|$)"
    r"|[a-z)]\s+[+×*÷=]\s*[£(0-9]|[+×*÷=]\s*$"
)


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(NUMBER)


def signs_of(words: str) -> list[Sign | Number] | None:
    """Return the numbers and signs of an evidence on one line, or None where it is the name of a source.

    Raises SignError for arithmetic that cannot be read.
    """
    if not begins(words):
        return None
    try:
        signs = _Signs(words).read()
    except SignError as error:
        if error.sure or re.search(_SIGNED, words) is not None:
            raise
        return None
    numbers = [one for one in signs or () if isinstance(one, Number)]
    if signs is None or not numbers:
        return None
    if len(numbers) == 1 and (numbers[0].name or _is_year(numbers[0])):
        return None if not numbers[0].name.startswith("(") or _is_year(numbers[0]) else signs
    return None if any(_is_year(one) and one.name for one in numbers) else _named_together(signs, numbers)


def _is_year(number: Number) -> bool:
    return len(number.text) == len("2024") and number.text.isdecimal() and number.text[:2] in ("19", "20")


def _named_together(signs: list[Sign | Number], numbers: list[Number]) -> list[Sign | Number]:
    """Return the signs with a name that stands behind the last number, and behind no other, given to all of them."""
    name = numbers[-1].name
    if not name or any(one.name for one in numbers[:-1]) or not name.startswith(("(", ",", ";", "-", "–", "—")):
        return signs
    return [one.named(name) if isinstance(one, Number) else one for one in signs]


class _Signs:
    """One evidence being read from left to right."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.at = 0
        self.deep = 0
        self.made: list[Sign | Number] = []
        self.label = ""

    def read(self) -> list[Sign | Number] | None:
        """Return the signs, or None where a sign may as well be part of a name or a date."""
        expecting = True
        while self.at < len(self.words):
            if self.words[self.at].isspace():
                self.at += 1
            elif expecting:
                if is_dated(self.words, self.at):
                    return None
                expecting = self._number()
            else:
                behind = self._behind()
                if behind is None:
                    return None
                expecting = behind
        if self.label:
            self.made = [
                one.named(self.label) if isinstance(one, Number) and not one.name else one for one in self.made
            ]
        return self.made

    def _number(self) -> bool:
        """Read a number, or what may stand before one; return whether a number must still come."""
        char = self.words[self.at]
        labelled = label_at(self.words, self.at)
        if labelled:
            name = self.words[self.at : labelled].strip().rstrip(":")
            if not self.made:
                self.label = name
            self.at = labelled
            return True if not self.made else self._labelled(name)
        if char == "(":
            self.made.append(Sign.OPEN)
            self.deep += 1
            self.at += 1
            return True
        if char in MINUS:
            self.made.append(Sign.MINUS)
            self.at += 1
            return True
        found = _number_pattern().match(self.words, self.at)
        if found is None:
            self._refuse(char)
        self._add(found)
        return False

    def _add(self, found: re.Match[str], name: str = "") -> None:
        attached = self.words[found.end() : found.end() + 1]
        if attached.isalpha() and sign_at(self.words, found.end())[0] == "":
            word = self.words[found.start() :].split(" ", 1)[0]
            raise SignError(f"“{word}” is no number")
        self.made.append(number_of(found).named(name))
        self.at = found.end()

    def _labelled(self, name: str) -> bool:
        found = _number_pattern().match(self.words, self.at)
        if found is None:
            return True
        self._add(found, name)
        return False

    def _refuse(self, char: str) -> NoReturn:
        if (char in SIGNS and not char.isalpha()) or char == ")":
            raise SignError("a number is missing between two of its signs")
        word = re.match(r"\S+", self.words[self.at :])
        raise SignError(f"“{word[0] if word else char}” stands where a number belongs")

    def _behind(self) -> bool | None:
        """Read what stands behind a number or a closed bracket; return whether a number must come, None if unsure."""
        if self.words[self.at] == ")" and self.deep:
            self.made.append(Sign.CLOSE)
            self.deep -= 1
            self.at += 1
            return False
        last = self.made[-1]
        if isinstance(last, Number) and last.percent and not last.name and self.words.startswith("of ", self.at):
            whole = self.words[self.at + len("of ") :].lstrip()
            if whole.removeprefix("£")[:1] in ("(", *DIGITS):
                self.made[-1] = replace(last, value=last.value / 100, percent=False, free=False)
                self.made.append(Sign.TIMES)
                self.at = len(self.words) - len(whole)
                return True
        sign, end = sign_at(self.words, self.at)
        return self._sign() if sign and not self._is_words(sign, end) else self._name()

    def _is_words(self, sign: str, end: int) -> bool:
        """Return whether a dash or the like begins words: “130 – custody log”."""
        if sign not in (*MINUS, "/"):
            return False
        return self.words[end : end + 1].isalpha() and not label_at(self.words, end)

    def _name(self) -> bool | None:
        """Read the words that name a number, up to the next sign or the bracket that closes."""
        end = self._end_of_name()
        if end is None:
            return None
        name = self.words[self.at : end].strip()
        self.at = end
        self._checked(name)
        last = max(number for number, one in enumerate(self.made) if isinstance(one, Number))
        named = range(len(self.made)) if self.made[-1] is Sign.CLOSE else range(last, last + 1)
        for number in named:
            one = self.made[number]
            if isinstance(one, Number) and not one.name:
                self.made[number] = one.named(name)
        if self._dates(last, name):
            return None
        return False if end == len(self.words) or self.words[end] == ")" else self._sign()

    def _sign(self) -> bool | None:
        sign, end = sign_at(self.words, self.at)
        if not sign:
            return None
        self.made.append(SIGNS[sign])
        self.at = end
        return True

    def _end_of_name(self) -> int | None:
        """Return where the words end, or None where a dash in them may be a sign or stand between two dates."""
        inner = 0
        for at in range(self.at, len(self.words)):
            char = self.words[at]
            if char == "(":
                inner += 1
            elif char == ")" and inner:
                inner -= 1
            elif char == ")" and self.deep:
                return at
            elif char == ")":
                raise SignError("a bracket is closed that was not opened")
            elif not inner and at > self.at:
                sign = sign_behind_words(self.words, at)
                if sign:
                    dated = sign in APART and any(map(str.isdecimal, self.words[self.at : at]))
                    return None if dated else at
        if inner:
            raise SignError("a bracket is not closed")
        return len(self.words)

    def _dates(self, last: int, name: str) -> bool:
        number = self.made[last]
        return isinstance(number, Number) and number.value <= _DAYS and names_a_month(name)

    def _checked(self, name: str) -> None:
        """Raise SignError for words that hold a number which was meant to be worked with."""
        last = self.made[-1]
        if not any(map(str.isdecimal, name)):
            return
        amount = re.search(
            r"(?:^|\s)(?:(?:at|@)\s+(£\s?[0-9][0-9,.]*[0-9])|(?:of\s+)?(£\s?[0-9][0-9,.]*[0-9])\s+(?:each|apiece)\b)",
            name,
        )
        if amount is not None and isinstance(last, Number) and not last.money:
            price = amount[1] or amount[2]
            raise SignError(
                f"the amount {price} stands among the words behind {last.text}", f"{last.text} × {price}", sure=True
            )
        listed = re.fullmatch(r"(?:(?:,|and|&|;)\s*£?[0-9][0-9,.]*\s*)+", name)
        if listed is not None and isinstance(last, Number):
            others = re.findall(r"£?[0-9](?:[0-9,.]*[0-9])?", name)
            reason = "no sign says what is to be done with its numbers"
            raise SignError(reason, " + ".join([last.text, *others]), sure=True)
