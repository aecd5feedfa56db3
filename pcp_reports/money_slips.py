"""Why an amount cannot be read, and which amounts its writer may have meant.

Misprints are common in real papers (``£14.340``, ``£13, 527.20``, ``£2.8m million``). Each is named, and each sensible
reading is offered, the most likely first; which of them is right is for the officer to say.
"""

from __future__ import annotations

import re

from pcp_reports.words import western_digits

_UNITS = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_UNIT = "(?:thousand|million|billion|mn|bn|k|m|b)"
_NUMBER = re.compile(
    r"""(?P<figure> \.?[0-9] (?: [0-9.,'_’] | ,?\s(?=[0-9]{3}(?![0-9])) | ,\s(?=[0-9]) )* )
        (?: e(?P<power>[+-]?[0-9]+) )?
        (?P<units> (?: \s* (?:thousand|million|billion|mn|bn|k|m|b|pence|p)(?![a-z]) )* )""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+")
_LARGEST_POWER = 12
_PENCE = 2  # figures after a full stop
_GROUP = 3  # figures between commas
_SPACED = re.compile(r"£?\s*[0-9]{1,3}(?:\s*,\s*[0-9]{3})*(?:\s*\.\s*[0-9]{2})?")
_LETTERS_FOR_DIGITS = str.maketrans("OoIl", "0011")

_NO_FIGURE = "it is not a figure"
_IN_POUNDS = ", and amounts are read in pounds"
_NOUGHT = "it begins with a nought"
_OTHER = "it holds something besides figures"

# The first pattern that is found gives the reason; what to type is worked out from the figures alone.
_REASONS = (
    (r"^[\W_]*(nan|inf|infinity)[\W_]*$", _NO_FIGURE),
    (r"[0-9]e[+-]?[0-9]", "it is a figure in a calculator's shorthand"),
    (r"[€]|\beuros?\b|\beur\b", f"it is in euros{_IN_POUNDS}"),
    (r"[$]|\bdollars?\b|\busd\b", f"it is in dollars{_IN_POUNDS}"),
    (r"￡", "its pound sign is the wide one of East Asian type"),
    (r"[0-9][*†‡]+$", "a sign that marks a note stands behind it"),
    (r"[¥₹₤¢]", "its sign is not the pound sign"),
    (r"^[£\s]*[-−–—‒][\s£]*[0-9.]", "a minus sign stands before it, and an amount cannot be below nothing"),
    (r"[0-9.]\s*[-−–—‒]$", "a minus sign stands after it, and an amount cannot be below nothing"),
    (r"^[£\s]*\(\s*£?[0-9., ]+\)$", "it stands in brackets, which mean an amount below nothing"),
    (r"^[£\s]*0[0-9][0-9,]*(?:\.[0-9]{2})?$", _NOUGHT),
    (rf"[0-9]\s*{_UNIT}\s*{_UNIT}\b", "its unit is given twice"),
    (rf"[0-9]\s*{_UNIT}\b", "it is shortened, and an amount is given in full"),
    (r"[0-9.]\s*(p|pence)\b", "it is in pence, and amounts are given in pounds"),
    (r"[a-z]", "words stand beside the amount"),
    (r"£.*£|[0-9]£", "the pound sign stands where it is not looked for"),
    (r"[0-9]\s+[0-9]", "a blank stands between its figures"),
    (r"\..*,", "a full stop stands before a comma"),
    (r"\.[0-9,]*\.[0-9]", "it has more than one full stop"),
    (r"^[£\s]*\.", "no figure stands before the full stop"),
    (r"\.[0-9]\.?$", "one figure stands after the full stop, where pence need two"),
    (r"\.[0-9]{3}\.?$", "three figures stand after the full stop, where pence need two"),
    (r"\.[0-9]{4,}", "too many figures stand after the full stop"),
    (r",", "a comma stands in the wrong place"),
)


def explain(shown: str) -> tuple[str, tuple[int, ...]]:
    """Return why ``shown`` is no amount (a clause), and its sensible readings in pence, the most likely first.

    The readings may be out of bounds (zero, too large); the caller offers those that can be typed.
    """
    if not shown:
        return "nothing is given", ()
    dotted = re.sub("(?<=[0-9])[·∙•⋅](?=[0-9])", ".", shown)
    western = western_digits(shown)
    for plain, why in (
        (dotted, "a raised dot stands where a full stop should"),
        (western, "its figures are those of another script"),
    ):
        if plain != shown:
            return why, _readings(plain)
    if _SPACED.fullmatch(shown) and re.search(r"\s", shown):
        comma = re.search(r",\s", shown)
        return f"a blank stands {'after a comma' if comma else 'inside it'}", _readings(re.sub(r"\s", "", shown))
    lettered = shown.translate(_LETTERS_FOR_DIGITS)
    if lettered != shown and re.fullmatch(r"£?\s*[0-9][0-9,.\s]*", lettered):
        letter = "the letter O stands where a nought" if re.search("[Oo]", shown) else "a letter stands where a one"
        return f"{letter} should", _readings(lettered)
    reason = next((why for pattern, why in _REASONS if re.search(pattern, shown, re.IGNORECASE)), _OTHER)
    if not re.search("[0-9]", shown):
        return reason if reason == _NO_FIGURE else "there is no figure in it", ()
    if reason.endswith(_IN_POUNDS):
        return reason, ()  # what it comes to in pounds is for the office to say
    if reason == _NOUGHT:
        return reason, _readings(re.sub("^([£\\s]*)0+(?=[0-9])", r"\1", shown))
    if len(list(_NUMBER.finditer(shown))) > 1:
        reason = "more than one figure stands in it"
    return reason, _readings(shown)


def _readings(text: str) -> tuple[int, ...]:
    """Return the readings of each figure in the text; where some bear a pound sign, of those alone."""
    found = list(_NUMBER.finditer(text))
    signed = [match for match in found if text[: match.start()].rstrip().endswith("£")]
    return tuple(pence for match in signed or found for pence in _of_number(match))


def _of_number(match: re.Match[str]) -> tuple[int, ...]:
    figure = re.sub(r"[\s'’_]", "", match["figure"]).rstrip(".,")
    units = match["units"].split()
    if match["power"] is not None:
        power = int(match["power"])
        return _scaled(figure, 10**power) if 0 <= power <= _LARGEST_POWER else ()
    if not units:
        return _of_figure(figure)
    unit = units[0].casefold()
    if unit in {"p", "pence"}:
        return _scaled(figure, 1) if "." in figure else tuple(pounds // 100 for pounds in _scaled(figure, 1))
    # £493,444k is 493,444 with a stray k far more often than 493 million.
    in_full = _scaled(figure, 1) if "," in figure else ()
    return in_full + _scaled(figure, _UNITS[unit])


def _scaled(figure: str, times: int) -> tuple[int, ...]:
    """Return the one reading of a figure such as ``2.8`` taken so many times, in pence; none if it is not whole."""
    whole, _, part = figure.partition(".")
    if not _GROUPED.fullmatch(whole or "0") or not re.fullmatch("[0-9]*", part):
        return ()
    pence, rest = divmod(int((whole or "0").replace(",", "") + part) * times * 100, 10 ** len(part))
    return () if rest else (pence,)


def _of_figure(figure: str) -> tuple[int, ...]:
    """Return the readings, in pence, of figures with their commas and full stops out of place."""
    whole, stop, part = figure.partition(".")
    if "," in part:  # 9.500,00 as it is written on the Continent
        swapped = figure.translate(str.maketrans(".,", ",."))
        return _of_figure(swapped) if figure.count(",") == 1 and part.rfind(".") < part.index(",") else ()
    if "." in part:  # 1.000.000
        return _of_figure(figure.replace(".", ",")) if _GROUPED.fullmatch(figure.replace(".", ",")) else ()
    digits = whole.replace(",", "")
    if stop:
        return _of_parts(whole, digits, part)
    if _GROUPED.fullmatch(whole):
        return (int(digits) * 100,)
    groups = whole.split(",")
    dropped = int(digits) * 100
    if len(groups[-1]) == _PENCE and _GROUPED.fullmatch(",".join(groups[:-1])):
        return (int(digits), dropped)
    return (dropped, *_regrouped(groups))


def _of_parts(whole: str, digits: str, part: str) -> tuple[int, ...]:
    """Return the readings of a figure with one full stop: what stands before it, that without commas, and after it."""
    if len(part) > _GROUP:
        return ()
    if len(part) == _GROUP:  # the full stop may stand for a comma
        with_comma = int(digits + part) * 100 if digits else 0
        return (with_comma, int(digits + part[:2])) if part.endswith("0") and digits else (with_comma,)
    exact = int(digits + part.ljust(2, "0"))
    if _GROUPED.fullmatch(whole or "0"):
        return (exact,)
    return (exact, *_regrouped((whole + part).split(",")))


def _regrouped(groups: list[str]) -> tuple[int, ...]:
    """Return the reading that trusts the first comma and counts on in threes: 12,34.50 as 12,345.0."""
    first, rest = groups[0], "".join(groups[1:])
    if not re.fullmatch("[1-9][0-9]{0,2}", first):
        return ()
    threes = len(rest) // 3 * 3
    return (int(first + rest[:threes] + rest[threes:].ljust(2, "0")),) if threes else ()
