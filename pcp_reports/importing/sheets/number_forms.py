"""Excel's number formats: where what a cell shows is not the number in it as pounds, such as 9.5 shown as “£9.5k”.

Source: ECMA-376 part 1, 18.8.30 (numFmt) and 18.8.31: sections parted by semicolons, words in quotation marks or behind a
backslash, a comma behind the last figure divides by a thousand.
"""

from __future__ import annotations

import re
from typing import Any

_FIRST_OWN = 164
"""The number of the first format that a workbook spells out; Excel shows those below in the country's own currency."""
_PERCENT = (9, 10)  # of those below
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]|[_*].|(?P<end>;)|'
    r"(?P<sign>[%$€¥₹])|(?P<commas>(?<=[0#?]),+(?![0#?.,]))|(?P<commas_behind>,+(?=\.))|.",
    re.DOTALL,
)
_CONDITION = re.compile(r"[<>=]")
_THOUSAND = re.compile(r"(?i)(?<![^\W\d_])(?:k|th|thousands?)(?![^\W\d_])")
_MILLION = re.compile(r"(?i)(?<![^\W\d_])(?:m|mn|mio|mill?|millions?)(?![^\W\d_])")
_OTHER = re.compile(r"[$€¥₹]|(?i:\b(?:eur|euros?|usd|dollars?|chf|sek|nok|dkk|kr|zł|pln|inr|aed)\b)")
_EACH = re.compile(
    r"(?i)\b(?:each|per|pa|p\.a|pcm|pw|monthly|weekly|up to|a (?:year|month|week|head))\b|/ ?(?:year|yr|month|mth|week|wk|head)\b"
)
_FIGURE = re.compile(r"[0-9]")


def odd_forms(book: Any) -> dict[int, str]:  # noqa: ANN401 - openpyxl's own
    """Return the styles (by number) whose format shows a number otherwise than as so many pounds, each with how.

    There are none where openpyxl keeps its styles elsewhere. Looked at once a style, of which a book has a few dozen.
    """
    try:
        own = [shown_with(code) for code in book._number_formats]  # noqa: SLF001 - asked for, and done without
        forms = [style.numFmtId for style in book._cell_styles]  # noqa: SLF001 - as above
    except AttributeError:
        return {}
    made: dict[int, str] = {}
    for at, number in enumerate(forms):
        if number in _PERCENT:
            made[at] = "a per cent sign"
        elif _FIRST_OWN <= number < _FIRST_OWN + len(own) and own[number - _FIRST_OWN]:
            made[at] = own[number - _FIRST_OWN]
    return made


def shown_with(code: str) -> str:
    """Return what a format shows beside a figure that makes it other than pounds; empty where it shows none such.

    “k” behind a figure that the format itself divides by a thousand (``0.0,"k"``) is right.
    """
    sections = _sections(code)
    conditional = any(told[3] for told in sections)
    for words, commas, percent, _ in sections if conditional else sections[:1]:
        if percent:
            return "a per cent sign"
        for pattern, divided in ((_THOUSAND, 1), (_MILLION, 2)):
            if (match := pattern.search(words)) and commas != divided:
                return f"“{match[0]}”"
        if match := _OTHER.search(words):
            return f"“{match[0]}”"
        if _FIGURE.search(words) or _EACH.search(words):
            return f"“{words.strip()}”"
    return ""


def _sections(code: str) -> list[tuple[str, int, bool, bool]]:
    """Return of each section of a format its words, how often it divides by a thousand, whether per cent, whether by a condition."""
    made: list[tuple[str, int, bool, bool]] = []
    words, commas, percent, condition = "", 0, False, False
    for part in _PART.finditer(f"{code};"):
        if part["end"]:
            made.append((words, commas, percent or "%" in words, condition))
            words, commas, percent, condition = "", 0, False, False
            continue
        words += part["quoted"] or part["escaped"] or part["currency"] or ""
        commas += len(part["commas"] or part["commas_behind"] or "")
        condition = condition or bool(part["bracket"] and _CONDITION.match(part["bracket"]))
        if part["sign"]:
            percent, words = percent or part["sign"] == "%", words + ("" if part["sign"] == "%" else part["sign"])
    return made
