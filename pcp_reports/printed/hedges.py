"""The words before and behind a figure that make it a bound, “over”, “almost”, “or more”; and “each”, which multiplies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Kind
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Phrases = tuple[tuple[tuple[str, ...], "Effect"], ...]
    Before = Mapping[str, Phrases]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a hedge makes of a figure; ``open`` is whether the figure itself is left out."""

    kind: Kind
    open: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge as it stands in a text: its words in small letters, what it does, and where it begins (or ends)."""

    words: str
    effect: Effect
    at: int
    count: int = 0  # how many words it takes


OVER = Effect(Kind.AT_LEAST, open=True)
AT_LEAST = Effect(Kind.AT_LEAST)
UNDER = Effect(Kind.AT_MOST, open=True)
UP_TO = Effect(Kind.AT_MOST)
AROUND = Effect(Kind.ROUNDED)

ENGLISH: tuple[tuple[Effect, str], ...] = (
    (
        OVER,
        (
            "over|more than|greater than|higher than|larger than|bigger than|in excess of|an excess of|above|exceeding"
            "|exceeds|exceeded|exceed|surpassing|surpassed|topping|topped|north of|>"
        ),
    ),
    (
        AT_LEAST,
        (
            "at least|at the least|at the very least|no fewer than|not fewer than|no less than|not less than|not under"
            "|not below|a minimum of|minimum of|a minimum|minimum|min|min.|upwards of|upward of|as few as|as little as"
            "|as low as|≥|>=|=>"
        ),
    ),
    (
        UNDER,
        (
            "almost|nearly|under|less than|fewer than|lower than|smaller than|below|just shy of|shy of|just short of"
            "|little short of|not far short of|short of|approaching|nearing|not quite|getting on for|the best part of|<"
        ),
    ),
    (
        UP_TO,
        (
            "up to|no more than|not more than|not over|not above|not exceeding|no greater than|not to exceed"
            "|never more than|at most|at the most|a maximum of|maximum of|a maximum|maximum|max|max.|as many as|as much as"
            "|as high as|capped at|≤|<=|=<"
        ),
    ),
    (
        AROUND,
        (
            "around|about|approximately|approx|approx.|appr.|circa|c|c.|ca|ca.|roughly|broadly|some|in the region of"
            "|in the order of|of the order of|on the order of|in the vicinity of|close to|an estimated|estimated at"
            "|estimated to be|estimated|an approximate|approximate|est|est.|~|≈|∼"
        ),
    ),
)
"""The hedges before a figure."""

_DEGREES = word_set(
    "just well slightly marginally fractionally far considerably significantly comfortably way substantially"
    " somewhere anything anywhere rather much ychydig little bit shade fraction touch"
)
_WITH_ARTICLE = word_set("little bit shade fraction touch")
OPENERS = "([{\"“”‘’'–—-/:=*•"
"""What may stand before a word without a blank."""

# A hedge is none where the word before it makes it a preposition: “asked about 3 issues”, “handed over £500”.
_COMPARING = frozenset("<>")
_PARTICLES = {
    "over": word_set(
        "handed handing hand carried carrying carry brought rolled turned spread phased signed transferred left"
    ),
    "about": word_set(
        "asked ask asking talked talking talk concern concerns concerned question questions information complaint"
        " complaints learn learned learnt spoke speak speaking told think know hear heard worried discussion discussions"
        " advice awareness written wrote consulted brought came is all intelligence data details report reports"
    ),
    "above": word_set("the as see and stated listed"),
    "below": word_set("the as see and stated listed"),
    "under": word_set("came come falls fall fell falling listed grouped held"),
    "up to": word_set("add adds added adding signed sign signing signs lead leading led linked hooked"),
    "some": word_set("and with"),
}


def by_last_word(vocabulary: Sequence[tuple[Effect, str]]) -> Before:
    """Return the phrases of a vocabulary, each as its words, by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Effect]]] = {}
    for effect, phrases in vocabulary:
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, effect))
    return {last: tuple(sorted(some, key=lambda one: -len(one[0]))) for last, some in found.items()}


def before(low: str, start: int, words: Sequence[str], known: Before) -> Hedge | None:
    """Return the hedge that ends where a figure starts, or None; ``words`` are those before the figure."""
    last = words[-1].rstrip(")]")
    phrases = known.get(last) or known.get(last.lstrip(OPENERS))
    if not phrases:
        return None
    for phrase, effect in phrases:
        count = len(phrase)
        if count > len(words):
            continue
        first = last if count == 1 else words[-count]
        if first.lstrip(OPENERS) != phrase[0] or (count > 1 and (*words[1 - count : -1], last) != phrase[1:]):
            continue
        at = start
        for word in reversed(phrase):
            at = low.rfind(word, 0, at)
        if phrase[0] in _COMPARING and low[max(0, at - 3) : at].rstrip()[-1:].isdecimal():
            return None  # “1,234 > 1,102” compares two
        hedge = Hedge(" ".join(phrase), effect, at, count)
        if first != phrase[0] or len(words) == count:
            return hedge
        lead = words[-count - 1]
        if lead in _PARTICLES.get(hedge.words, ()) or (
            lead == "and" and phrase == ("over",) and words[-count - 2 : -count - 1] and words[-count - 2].isdecimal()
        ):
            return None  # “handed over £500”, “65 and over 3 of them”
        return _with_degrees(low, words, hedge)
    return None


def _with_degrees(low: str, words: Sequence[str], hedge: Hedge) -> Hedge:
    """Return the hedge with the words that grade it: “just under”, “a little over”."""
    label, count, at = hedge.words, hedge.count, hedge.at
    while count < len(words):
        word = words[-count - 1]
        plain = word.lstrip(OPENERS)
        if plain not in _DEGREES and not (plain == "a" and label.split(" ", 1)[0] in _WITH_ARTICLE):
            break
        at = low.rfind(plain, 0, at)
        label, count = f"{plain} {label}", count + 1
        if plain != word:
            break
    return Hedge(label, hedge.effect, at, count)


_ADDED = (
    r"(?!\s+(?:£|\d|the|an?|any|all|vat|tax|its|his|her|their|our|another|other|further|additional|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|up|over|around|match|in|costs?|interest|on)\b|\s*£)"
)
_BEHIND = (
    r"(?P<least>\+(?![£\w])|-plus\b|\splus\b" + _ADDED + r""
    r"|\s+(?:or|and)\s+(?:more|over|above|upwards|greater|higher)\b"
    r"(?!\s+(?:than|the|above|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b|\s+[£0-9])"
    r"|,?\s+at\s+(?:the\s+)?(?:very\s+)?least\b|\s+neu\s+(?:fwy|ragor|uwch)\b)"
    r"|(?P<most>\s+or\s+(?:less|fewer|under|below|lower)\b(?!\s+than\b)|,?\s+at\s+(?:the\s+)?(?:very\s+)?most\b"
    r"|,?\s+(?:maximum|max)\b\.?(?!\s+\w)|\s+neu\s+lai\b)"
    r"|(?P<near>\s+or\s+(?:so|thereabouts)\b|[\s-]odd\b|-?ish\b|,?\s+approx(?:imately)?\b\.?(?!\s*[£\w])|\s+fwy\sneu\slai\b)"
)
TAIL_WORDS = word_set("plus or and at maximum max odd ish approx approximately neu fwy")
"""The words that such a hedge begins with."""

_PER = (
    "grant project organisation organization group application applicant bid award head person ward school club team recipient"
    " household family officer victim child participant session place item unit individual district area neighbourhood provider"
    " scheme property home event site charity capita prosiect sefydliad grŵp"
)
_EACH = (
    r"\s(?:each(?![a-z])(?!\s(?:year|month|week|day|quarter|time|of|and|side|other|way)\b)|apiece\b|yr\sun\b"
    rf"|(?:per|fesul)\s(?:{_PER.replace(' ', '|')})(?![a-z])|an?\s(?:head|piece)\b)|\s?/\s?(?:head|person)\b"
)
EACH_WORDS = word_set("each apiece yr per fesul a an")
"""The words that “each” and its like begin with."""

TAIL_MARKS = frozenset("+-, \n\t\xa0i")
"""What such a hedge may begin with."""

_EACH_BEFORE = word_set("of for receiving worth received getting given awarded with at a costing")


def hedge_behind(low: str, end: int, *, money: bool) -> Hedge | None:
    """Return the hedge that begins where a figure ends, or None."""
    match = pattern(_BEHIND).match(low, end)
    if match is None:
        return None
    words = " ".join(match[0].strip(" ,-\n\t\xa0").split())
    if words == "plus" and money and low[end] != "-" and low[match.end() : match.end() + 2].strip()[:1].isalpha():
        return None  # what follows is added: “£5,000 plus delivery”
    return Hedge(words, {"least": AT_LEAST, "most": UP_TO, "near": AROUND}[match.lastgroup or "near"], match.end())


def each_behind(low: str, end: int) -> bool:
    """Return whether “each”, “per grant” or the like stands behind a figure."""
    return pattern(_EACH).match(low, end) is not None


def each_before(words: list[str]) -> bool:
    """Return whether “each”, “each receiving” or the like stands before a figure."""
    return words[-1] == "each" or (len(words) > 1 and words[-2] == "each" and words[-1] in _EACH_BEFORE)
