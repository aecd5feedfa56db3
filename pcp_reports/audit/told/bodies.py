"""Who got a sum that stands in a sentence: before a verb of getting, as its owner, behind the sum, or in the sentence before."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import in_small, naming
from pcp_reports.audit.lines.names.before_verb import IT, ON_THE_WAY
from pcp_reports.audit.lines.names.subjects import subject_of
from pcp_reports.audit.lines.names.whom import meant_by

_WORD = r"[A-Z0-9][\w’'&.-]*"
_RUN = re.compile(
    rf"(?<![\w£.,’'-]){_WORD}(?:,?\s+(?:(?:of|and|the|for|de|y|yr|&|upon|on)\s+){{0,2}}{_WORD}){{0,11}}(?:\s+[a-z][a-z-]+){{0,3}}"
)
"""Words with capitals, small ones between them, and up to three behind them that may say what the body is: “Elm Lea sports club”."""

_GOT = re.compile(
    r"(?i)\W*(?:\([^()]*\)\W*)?(?:(?:who|which|that|also|both|each|now|too|all|then|is|are|was|were|will|has|have|had|set|due|to|be|been|being|having|gained|about|poised|getting"
    r"|receives?|received|receiving|gets?|got|wins?|won|secures?|secured|awarded|given|granted|allocated|handed|offered|promised|earmarked|benefits?|benefited|by|from|with|of|an?|the|its|their|grants?|award|funding|donation|sum|over|around|nearly|more|than|total|just|further|another)\W+)+\Z"
)
"""What stands between a name and a sum that it got, and nothing else: “…, which is set to receive a grant of over”."""

_GAVE = re.compile(
    r"(?i)\W*(?:(?:who|which|that|also|has|have|had|then|now|will|having)\W+){0,3}(?:awarded|given|granted|allocated|handed|offered|promised|earmarked)\b"
)
_OWNS = re.compile(
    r"[’'](?:s)?\s+(?:\w+\s+){0,2}(?:grant|award|donation|share|bid|application|cheque|contribution)\s+(?:of|for|is|was)\s+(?:\w+\s+){0,2}\Z"
)
_GETS = re.compile(
    r"(?i)\b(?:receiv\w+|gets?|got|w[io]ns?|secur\w+|gain\w*|appl(?:y|ies|ied)|asks?|asked|(?:been|was|were|is|are|being|be)\s+(?:\w+\s+){0,2}(?:awarded|given|granted|allocated|handed|offered))\b"
)
_GETTING = re.compile(
    r"\s(?:(?:(?:is|are|was|were|will|has|have|had)\s+(?:\w+\s+){0,3})?(?:receives?|received|gets?|got|have)"
    r"|(?:is|are|was|were|be|been|being)\s+(?:\w+\s+){0,2}(?:awarded|given|granted|offered))\s+(?:[a-z]+\s+){0,4}\Z"
)
_MOST_WORDS = 16
_KIND = re.compile(
    r"\b[Tt]he\s+(?P<kind>[a-z]+)\s+(?:(?:is|was|has|have|will|had|also|now)\s+)+(?:\w+\s+){0,3}(?:awarded|given|granted|allocated|received?|get|got)\s+(?:[a-z]+\s+){0,4}\Z"
)
"""“The committee was granted £100”: a body that only words before it name."""

_THEIR = re.compile(r"(?i)\b(?:its|their|his|her)\s+(?:\w+\s+){0,2}(?:grant|award|share|donation)\s+(?:of|is|was)\s+\Z")
_TO = re.compile(
    r"(?:\s+(?:grants?|awards?|donations?|contributions?|cheques?|in\s+funding|of\s+funding|funding))?"
    r"(?:\s+(?:is|are|was|were|has|have|will|been|be|being|go|goes|going|went|gone|set|due|also|earmarked|aside|made|given|awarded|granted|paid|allocated|approved|agreed)){0,6}"
    r"\s+(?:to|for)\s+(?:the\s+)?(?=[A-Z0-9])"
)
_BEHIND = re.compile(
    r"\b(?:to|for|help|helps|helping|enable|enables|allow|allows|let|lets|support|supports|at)\s+(?:the\s+)?(?=[A-Z])"
)
_OPENS = re.compile(r"(?i)(?:and\s+)?(?:an?|the|its|their|another|one|£)")
_ASIDE = re.compile(
    r",\s+(?:near|in|with|an?|the|one|who|which|whose|where|based|formed|founded|known)\s[^,;:£]{2,140},(?=\s)|\s[–-]\s[^–£]{2,160}\s[–-](?=\s)"
)
"""What is told of a body between two commas or dashes, before the verb. Two commas in its place keep names apart."""

_LEANS = re.compile(r"\b(?:of|at|by|from|near|in|under|with|across)\s+(?:the\s+)?\Z")
_SETTING = re.compile(
    r"(?:(?:In|On|At|For|From|By|With|To|And|But|Since|After|During|Of|Meanwhile)\s+)(?:[0-9]{4}\s+)?"
)
_ADVERB = re.compile(r"(?:[A-Z][a-z]+ly|Also|Then|Next|Last),\s+(?=(?:[Tt]he\s+)?[A-Z0-9])")
"""“Lastly, Guides …”: one word and a comma, before the name that its sentence is about."""

_AT_ONCE = re.compile(r"\s+[–-]\s|\s+(?:is|are|was|were|has|have|will|gets?|got|receives?|received)\s")
_ITS = re.compile(r"(?:Its|Their|His|Her|Our|This|These|There|It|They)\b")
_SMALL_WORDS = frozenset(
    (
        "of",
        "and",
        "the",
        "for",
        "in",
        "on",
        "at",
        "to",
        "by",
        "with",
        "from",
        "as",
        "its",
        "their",
        "a",
        "an",
        "who",
        "which",
        "that",
    )
)
_NEAR = 160  # characters behind a sum
_ARTICLE = 4  # characters of “The ”


def who_got(sentence: str, start: int, end: int, topic: str, before_it: str = "") -> str:
    """Return who got the sum that stands from ``start`` to ``end``; empty where the sentence and ``topic`` name nobody.

    ``topic`` is whom the words before the sentence are about, ``before_it`` the sentence before: “it”, “there”.
    """
    before = _ASIDE.sub(",,", sentence[:start])
    near = _nearest(before)
    if near:
        return near
    if _is_pronoun(before):
        return _plainly(meant_by(sentence, before_it) or topic)
    kind = _KIND.search(before)
    if kind is not None:
        return _plainly(meant_by(sentence, before_it)) or kind["kind"]
    return _plainly(_beside(sentence, before, sentence[end : end + _NEAR], topic))


def _beside(sentence: str, before: str, behind: str, topic: str) -> str:
    """Return who got a sum by the words behind it, or whose it is said to be; else whom the sentence is about."""
    if _THEIR.search(before) is not None:
        return topic if topic and _THEIR.match(before) else _first(before) or topic
    given = _TO.match(behind)
    named = _name_at(behind, given.end()) if given is not None else ""
    if named:
        return named
    if _OPENS.match(sentence.lstrip()):
        for mark in _BEHIND.finditer(behind):
            named = _name_at(behind, mark.end())
            if named:
                return named
    if sentence.lstrip(" •-").startswith(("£", "Up to", "up to")):
        return ""
    return (subject_of(sentence) if _GETS.search(before) else "") or topic or _before_verb(before)


def _before_verb(before: str) -> str:
    """Return the words before a verb of getting, where they name what gets a sum and no body: “A scheme for the Elm Bank area”."""
    got = _GETTING.search(before)
    words = before[: got.start()].strip() if got is not None else ""
    return naming.tidied(words) if 0 < len(words.split()) <= _MOST_WORDS and any(map(str.isupper, words[1:])) else ""


def _plainly(name: str) -> str:
    """Return a name without its article; nothing for words that hold a sum."""
    return "" if "£" in name else naming.without_article(name).removeprefix("The ")


def topic_of(sentence: str, topic: str) -> str:
    """Return whom the next sentence means by “it”: whom this one is about, else whom the one before was about."""
    words = _SETTING.sub("", ON_THE_WAY.sub("", sentence.strip()), count=1)
    return _first(_ASIDE.sub(",", words[:_NEAR]), at_start=True) or subject_of(words) or topic


def headed(line: str) -> str:
    """Return the name that a short line is, without a verb: the name over a paragraph; empty for any other line."""
    return "" if line.rstrip().endswith((".", ":", "?", "!")) else _named(line.split(",", maxsplit=1)[0])


def _is_pronoun(before: str) -> bool:
    """Return whether the subject of a sentence is “it”, “they”, “the charity”, or its place is “there”."""
    words = before.strip().split()
    if words[:1] == ["There"]:
        return True
    return any(IT.match(" ".join(words[:number]).strip(",")) is not None for number in (1, 2))


def _nearest(before: str) -> str:
    """Return the last name before a sum that is said to have got it, or whose grant it is."""
    found = ""
    for run in _RUN.finditer(before):
        start = run.start()
        if _LEANS.search(before, 0, start) is not None or _SETTING.match(run[0]) is not None:
            comma = run[0].find(", ")
            if comma < 0 and _SETTING.match(run[0]) is None:
                continue  # “the Elm Bank area of Ferris will get”: a part of a longer name
            start += comma + 2 if comma >= 0 else 0
        for end in _ends(run):
            if end <= start:
                continue
            rest = before[end:]
            if (_is_got(rest) or _OWNS.match(rest)) and (name := _named(before[start:end], got=True)):
                found = name
                break
    return found


def _is_got(rest: str) -> bool:
    """Return whether the words between a name and a sum say that it got the sum, and did not give it: “has awarded”."""
    return _GOT.match(rest) is not None and _GAVE.match(rest) is None


def _ends(run: re.Match[str]) -> list[int]:
    """Return where a name may end that begins a run of words: before what is its own, behind its small words, before those."""
    words = list(re.finditer(r"\S+", run[0]))
    ends: list[int] = []
    for one, before in zip(reversed(words), [*reversed(words[:-1]), None], strict=True):
        ends.append(run.start() + one.end())
        if not one[0][:1].islower() or before is None:
            break
    last = run[0][: ends[-1] - run.start()]
    owned = re.sub(r"[’']s?$", "", last)
    return [run.start() + len(owned), *ends] if owned != last else ends


def _first(words: str, *, at_start: bool = False) -> str:
    """Return the first name of a sentence that a verb in small letters follows. ``at_start``: the sentence begins with it."""
    for run in _RUN.finditer(words):
        if at_start and run.start() > _ARTICLE:
            return ""
        for end in _ends(run):
            name = _named(words[run.start() : end])
            short = at_start and len(name.split()) == 1 and _AT_ONCE.match(words, end) is None
            if name and not short and end < len(words):
                return name
    return ""


def _name_at(words: str, at: int) -> str:
    run = _RUN.match(words, at)
    return "" if run is None else next((name for end in _ends(run) if (name := _named(words[at:end]))), "")


def _named(words: str, *, got: bool = False) -> str:
    """Return the words as a name; empty where they are none, end in small letters as no body does, or name the office itself.

    ``got``: a verb of getting stands right behind them, so that they may end in small letters: “Elm Lea stores was given”.
    """
    name = _SETTING.sub("", _ADVERB.sub("", naming.tidied(words), count=1), count=1)
    name = naming.without_article(name).removeprefix("The ")
    if not name or _ITS.match(name):
        return ""
    if name.rsplit(maxsplit=1)[-1][:1].islower() and not in_small.is_body(name):
        words_of_it = name.split()
        capital = " ".join(word for word in words_of_it if not word[:1].islower())
        small = [word for word in words_of_it if word[:1].islower()]
        verb = any(_GOT.match(f" {word} ") for word in small)
        plain = not verb and _SMALL_WORDS.isdisjoint(small) and naming.is_name(capital) and not naming.is_generic(name)
        return name if got and plain and len(capital.split()) > 1 else ""
    if not (naming.is_name(name) or in_small.is_body(name)) or naming.is_generic(name) or naming.is_own_office(name):
        return ""
    return name
