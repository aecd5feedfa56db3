"""When two texts say the same: but for the signs that Word changes by itself, and but for nothing."""

from __future__ import annotations

import re

from pcp_reports.comparing.words.stretches import tokens

_SIGNS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "″": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "½": "1/2",
        "¼": "1/4",
        "¾": "3/4",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "\u00ad": "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
        "\ufeff": "",
    }
)
_PAGE = re.compile(r"\b(page|tudalen|p\.)\s*\d+(?:\s*(?:of|o|/)\s*\d+)?", re.IGNORECASE)
_DASHES = re.compile(r"-{2,}")


def plainly(text: str) -> str:
    """Return a text with the signs that Word's autocorrection sets (quotation marks, dashes, blanks) in their plainest form."""
    return _DASHES.sub("-", " ".join(text.translate(_SIGNS).split()))


def nearly(one: str, other: str) -> bool:
    """Return whether two texts say the same but for such signs."""
    return one == other or plainly(one) == plainly(other)


def without_page(text: str) -> str:
    """Return the words of a page's head or foot without the number of the page, which each program counts anew."""
    plain = plainly(text)
    return "" if plain.isdecimal() else _PAGE.sub(r"\1", plain)


def kept_signs(old: str, new: str) -> str:
    """Return the new text with the signs of the old one wherever the two differ by nothing else."""
    made = []
    for first, last, new_first, new_last in differing(here := tokens(old), there := tokens(new)):
        pieces = [(first, last, new_first, new_last)]
        if last - first == new_last - new_first:
            pieces = [(first + at, first + at + 1, new_first + at, new_first + at + 1) for at in range(last - first)]
        for one, other, new_one, new_other in pieces:
            was, now = "".join(here[one:other]), "".join(there[new_one:new_other])
            made.append((new_one, new_other, was if nearly(was, now) and was.split() else now))
    rows, at = [], 0
    for new_first, new_last, words in made:
        rows += ["".join(there[at:new_first]), words]
        at = new_last
    return "".join((*rows, *there[at:]))


def differing(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return where two lists of tokens differ, as closely as can be told: from and to in the old list, and in the new.

    What only went or only came takes the blank behind it along rather than the one before, as a person would.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - beside its only use

    # Blanks alone never hold two texts together.
    found = []
    for tag, first, last, new_first, new_last in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, came = old[first:last], new[new_first:new_last]
        if not came and gone[0].isspace() and old[last : last + 1] == gone[:1]:
            found.append((first + 1, last + 1, new_first + 1, new_first + 1))
        elif not gone and came[0].isspace() and new[new_last : new_last + 1] == came[:1]:
            found.append((first + 1, first + 1, new_first + 1, new_last + 1))
        else:
            found.append((first, last, new_first, new_last))
    return found
