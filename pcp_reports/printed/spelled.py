"""Number words: which are figures, and which are no more than words (“one another”, “two-thirds”, “Seven Trent”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Unit
from pcp_reports.printed.number_words import article_at, part_at, words_at
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.printed.pointers import aged, named
from pcp_reports.printed.quantities import Quantity, fraction_at, welsh_fraction_at, with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.prose import Prose

_WORD = re.compile(r"[a-z]+")
_HYPHENED = r"-([a-z]+)(-[a-z]+)?"
_COUNTED = word_set("strong year month week hour minute mile member person point plus odd day")
_FRACTION = (
    r"[\s-](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|half|halves|hundredths?)(?![a-z])"
)
_AFTER = (
    r"[\s-](?:o['’]clock|[ap]\.?m\b|(?:years?|months?|weeks?)[\s-](?:olds?\b|of\sage\b)|(?:first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth)\b|tolerance|carbon|emissions?|waste|times\s(?:better|more|higher|as|the|less|lower|greater)\b)"
)
_FOLLOWED = word_set(
    "o a p am pm year years month months week weeks first second third fourth fifth sixth seventh eighth ninth tolerance carbon"
    " emission emissions waste times"
)
_NOT_ONE_BEFORE = word_set("""no any every each some this that these those which another the a an first last next new whole big number not as than
    such anyone by little loved chosen right wrong good bad best worst main""")
_ONE_PLACE = r"\s(?:small|single|particular|local|specific|large|given|busy)\s(?:area|place|part|corner|spot|location|case|instance|example|sense)\b"
_NOT_ONE_BEHIND = word_set("""of another or and that which who whom whose for to in on at by with from as is was were are be been has had have
    will would can could may might must should day time hand side way thing size stop off such area example reason part
    aspect issue element approach source place step team voice point if when where while than then but so because after
    before between among about just only simply being does did do not also please again more
    morning night evening summer winter key stroke swoop sitting go fell""")
_PARTS = word_set("half third quarter fifth sixth seventh eighth ninth tenth")
_TOPS = word_set("one two three four five six seven eight nine")
_JOINING = frozenset({"to", "and", "or"})
_ENDS_IN_PART = r"(?:half|halves|thirds?|quarters?|fifths?|tenths?)$"
_WELSH_PARTS = word_set("dwy tair pedair pum")
_ARTICLES = frozenset({"a ", "a\n"})
_LARGE = word_set("hundred thousand million billion trillion dozen")
_MOVED = word_set("up down by of rose fell increased dropped gained lost another further")
_POINTING = frozenset({"the", "these", "those", "other"})
_OPENING = "([\"“‘'"


def spelled_at(prose: Prose, at: int, done: int, words: Sequence[str]) -> tuple[int, Quantity | None]:
    """Return where to go on, and the quantity whose number word stands at ``at``; None if it is no figure."""
    low = prose.low
    word_match = _WORD.match(low, at)
    word = word_match[0] if word_match else ""
    part = _part_of_whole(prose, at, done, word, words)
    if part is not None:
        return part.end, part
    number = _number_at(prose, at, done, word, words)
    if number is None:
        return at + max(len(word), 1), None
    if word in _LARGE and number.start == at:
        return number.end, None
    end = number.end
    if prose.alone and not low.startswith("-", end):
        return end, with_unit(low, number)
    if at and low[at - 1] in "-'’/" and number.start == at and low[at - 2 : at - 1].isalnum():
        return end, None
    on = _no_figure(prose, at, number, words)
    if on:
        return on, None
    quantity = with_unit(low, number)
    if (
        quantity.unit is Unit.POINTS
        and low[end + 1] == "p"
        and words[-1] not in _MOVED
        and "pp" not in low[end : end + 3]
    ):
        return end, Quantity(number.start, end, number, Unit.COUNT)  # “two points were made”
    return end, quantity


def _part_of_whole(prose: Prose, at: int, done: int, word: str, words: Sequence[str]) -> Quantity | None:
    """Return the part of a whole that begins at a word or the article before it, “two-thirds of”; None if there is none."""
    low = prose.low
    if prose.tongue.other_words is not None and word in _WELSH_PARTS and (part := welsh_fraction_at(low, at)):
        return part
    start = at
    if word in _PARTS and word != "half":
        if at - 2 < done or low[at - 2 : at] not in _ARTICLES or low[at - 3 : at - 2].isalnum():
            return None
        start, words = at - 2, words[:-1] or [""]
    elif word != "half" and not (word in _TOPS and pattern(_FRACTION).match(low, at + len(word))):
        return None
    joined = words[-1] in _JOINING and pattern(_ENDS_IN_PART).search(words[-2] if len(words) > 1 else "")
    return None if joined else fraction_at(low, start, words[-1])  # of “a quarter to a third of” neither is the figure


def _number_at(prose: Prose, at: int, done: int, word: str, words: Sequence[str]) -> Numeral | None:
    """Return the number at a number word, with the “a” before it; None if there is none."""
    low = prose.low
    if (word in _LARGE or word == "quarter") and at - 2 >= done and low[at - 2 : at] in {"a ", "a-", "a\n"}:
        return None if low[at - 3 : at - 2].isalnum() else article_at(low, at - 2)
    if word in {"half", "quarter", "quarters"}:
        return part_at(low, at)
    if words[-1] in {"past", "gone"} and words[-2:-1] in (["half"], ["quarter"]):
        return None  # “half past six”
    if prose.tongue.other_words is not None and (found := prose.tongue.other_words(low, at)) is not None:
        return found
    return (part_at(low, at) if word in {"three", "two"} else None) or words_at(low, at)


def _no_figure(prose: Prose, at: int, number: Numeral, words: Sequence[str]) -> int:
    """Return where to go on if the number word is no figure; 0 if it is one."""
    text, low, end = prose.text, prose.low, number.end
    on = _in_compound(low, end)
    if not on and not number.scale and (share := pattern(_FRACTION).match(low, end)):
        on = share.end()
    if not on and words[-1] and number.start == at:
        on = named(text, low, at, words) or aged(low, at, words)
    if on:
        return on
    alone = words[-1] in _POINTING and not pattern(r"[\s-][a-z]").match(low, end)  # “the two.”
    one = number.value == 1 and low.startswith("one", at) and not number.scale
    if alone or _is_name(text, at, end) or _ends_name(text, at, end, words) or (one and not _is_one(low, end, words)):
        return end
    return 0


def _in_compound(low: str, end: int) -> int:
    """Return where a word ends that the number word is part of, “one-off”, “two-tier”, “ten o’clock”; 0 if none."""
    following = low[end : end + 1]
    if following == "-":
        hyphened = pattern(_HYPHENED).match(low, end)
        if hyphened is None:
            return 0 if low[end + 1 : end + 2].isspace() or low[end + 1 : end + 2].isdecimal() else end + 1
        return 0 if hyphened[1] in _COUNTED and hyphened[2] not in {"-old", "-olds", "-a"} else hyphened.end()
    if following == " ":
        behind = _WORD.match(low, end + 1)
        if behind is not None and behind[0] in _FOLLOWED and (after := pattern(_AFTER).match(low, end)):
            return after.end()
    return 0


def _is_name(text: str, at: int, end: int) -> bool:
    """Return whether a number word with a capital stands before another capital in mid-sentence: “the Three Peaks”."""
    if not text[at].isupper() or text[at:end].isupper() or not text[end + 1 : end + 2].isupper() or text[end] != " ":
        return False
    left = text[max(0, at - 6) : at].rstrip("\"“‘'( ")
    return bool(left) and left[-1] not in ".!?:;\n•–-—*"


def _ends_name(text: str, at: int, end: int, words: Sequence[str]) -> bool:
    """Return whether a number word with a capital ends a name: “Channel Four”, “the Famous Five”."""
    if not text[at].isupper() or text[at:end].isupper() or not words[-1].isalpha():
        return False
    first = at - 1 - len(words[-1])
    before = text[max(0, first - 4) : first].rstrip("\"“‘'( ")
    return text[first].isupper() and bool(before) and before[-1] not in ".!?:;\n•–-—*"


def _is_one(low: str, end: int, words: Sequence[str]) -> bool:
    """Return whether “one” counts a thing (“one project”), and is no pronoun (“one of the”, “no one”)."""
    behind = pattern(r"\s{1,3}([a-z]+)").match(low, end)
    if behind is None:
        return False
    word = behind[1]
    if word in {"in", "out", "or", "to"} and pattern(
        r"\s(?:(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|[0-9])|(?:or|to)\stwo\b)"
    ).match(low, end):
        return True
    last = words[-1].strip(_OPENING)
    if last in _NOT_ONE_BEFORE or word in _NOT_ONE_BEHIND:
        return False
    if last in {"in", "at"} and pattern(_ONE_PLACE).match(low, end):
        return False
    return not word.endswith(("ing", "ed", "ly")) or word in {"meeting", "hearing", "building", "briefing"}
