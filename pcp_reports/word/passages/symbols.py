"""Signs that Word keeps as places in a symbol font, as the characters they show; digits raised above the line.

Source: the code pages of the fonts Symbol, Wingdings and Wingdings 2, which Word files at U+F020 to U+F0FF.
"""

from __future__ import annotations

import re

_FIRST, _LAST = 0xF000, 0xF0FF
_SYMBOL = {
    0x2D: "−", 0xA0: "€", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_BULLETS = {code: sign for code, sign in _WINGDINGS.items() if code >= 0x6C} | {0xB7: "•"}  # noqa: PLR2004 - the first of them
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_AMOUNT = re.compile(r"£\s?[0-9][0-9,.\s]*(?:k|m|bn|million)?[.,;:)]*\s?$", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_CODE = 6


def symbol(font: str, code: str) -> str:
    """Return the character that a symbol (``w:sym``) shows: that of its font, a bullet where the font's is not known.

    ``code`` is in hexadecimal, as the file has it; what is no code shows nothing.
    """
    try:
        number = int(code, 16) if len(code) <= _LONGEST_CODE else 0
    except ValueError:
        return ""
    low = number - _FIRST if _FIRST <= number <= _LAST else number
    name = font.casefold()
    if name == "symbol":
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x40 else "•")  # noqa: PLR2004 - its digits and stops are ours
    if name.startswith(("wingdings", "webdings", "zapf")):
        return _WINGDINGS.get(low, "•")
    return chr(low) if 0x20 <= low <= 0xFFFD and not 0xD800 <= low <= 0xDFFF else ""  # noqa: PLR2004 - what XML can hold


def shown(text: str) -> str:
    """Return words as they are read: without soft hyphens, the signs of symbol fonts as the bullets they draw."""
    if text.isascii():
        return text
    if "\xad" in text:
        text = text.replace("\xad", "")
    return _PRIVATE.sub(lambda match: _BULLETS.get(ord(match[0]) - _FIRST, match[0]), text)


def raised(text: str, before: str) -> str:
    """Return digits that stand above the line as such: the ² of “m²”; nothing where they mark a note to an amount."""
    if not text.strip().isdecimal():
        return text
    return "" if _AMOUNT.search(before) else text.translate(_RAISED)
