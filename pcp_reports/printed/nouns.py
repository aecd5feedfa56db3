"""What a count counts: the few words behind it that name things, “Community Fund projects”."""

from __future__ import annotations

import re

from pcp_reports.printed.patterns import pattern, word_set

_MOST_WORDS = 4
_PHRASE = re.compile(r"(?:(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,8})[^\W\d_][\w'’&/-]*){1,6}")
_SKIPPED = re.compile(r"\s?(?:x|×|no\.?|nr\.?|number)(?=\s)(?:\sof(?=\s))?|-strong\b|-(?=[^\W\d_])")
_OF_THE = word_set("the these those our their his her its this them")

STOPS = word_set("""a about above across after against all also although am among an and any are around as at be because been before
    behind being below beneath beside between beyond both but by can cannot could did do does down due during each either
    every except for from had has have he hence her here his how however i if in including inside instead into is it its
    itself just like may me might more most must my near no nor not now of off on once only onto or other our out outside
    over own per plus rather said says shall she should since so some such than that the their them then there these they
    this those though through throughout thus till to together too toward towards under unless until up upon us via was we
    were what when where whereas whether which while who whom whose why will with within without would yet you your
    again ago ahead already always apart away back currently ever even far further immediately mainly mostly nearly
    never next often overall recently respectively still today tomorrow tonight twice yesterday
    receive receives receiving award funding support attend attending took take takes taking taken made make makes making
    given give gives giving held share deliver remain remains totalling totaling costing cost costs worth following issue
    complete went go goes going came come comes coming got get gets set put saw see seen sees show shows showed shown rose
    rise risen fell fall fallen increase decrease grew grown equals became become join left leave lost won told ask using
    led living working calling compared equivalent paid pay spent spend sent provide apply approve respond agree felt feel
    think thought want need planned due available
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million later
    earlier last next past first previous latest current vs v yn o i ar gan wedi ac sy sydd mewn am er gyda oedd eu dros ei y yr ym yng drwy trwy rhwng neu hyd fel bod wrth""")
"""Words that cannot belong to the name of the things counted: the name ends before them."""

_PEOPLE = word_set("people children women men staff police youngsters youth personnel")
_ADJECTIVES = word_set("accused bereaved unemployed disabled")


def noun_behind(text: str, end: int) -> str:
    """Return the words behind a count that name what is counted, at most four, or nothing; “kg” of “2kg”."""
    if text[end : end + 1] not in _LETS_ON:
        unit = pattern(_UNIT).match(text, end) if text[end : end + 1].isalpha() else None
        return unit[0] if unit else ""
    skipped = _SKIPPED.match(text, end)
    match = _PHRASE.match(text, end if skipped is None else skipped.end())
    if skipped is not None and skipped[0] == "-":
        match = pattern(r"[^\W\d_]+").match(text, skipped.end())
        return match[0] if match and match[0].lower() not in STOPS else ""
    if match is None:
        return ""
    phrase = match[0]
    typed = _before_next_line(phrase) if "\n" in phrase else phrase.split()
    words: list[str] = []
    for word in typed[_of_the(typed) :]:
        if _ends_before(words, word):
            break
        words.append(word)
        if len(words) == _MOST_WORDS:
            break
    while words and words[-1].endswith("ed") and words[-1] not in _ADJECTIVES:
        words.pop()
    return " ".join(words).rstrip("-/&'’")


def _ends_before(words: list[str], word: str) -> bool:
    """Return whether the phrase ends before a word: one that joins, or any behind a plural but another plural."""
    low = word.lower()
    last = words[-1] if words else ""
    if low in STOPS:
        return not (low == "and" and last.lower() == "stop")  # stop and search
    return _is_plural(last) and not _is_plural(word) and not (last[0].isupper() and word[0].isupper())


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in _PEOPLE or (low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")))


_LETS_ON = frozenset(" \n\t\xa0-×xn")
_UNIT = r"sq\s(?:ft|m)(?![^\W_])|[^\W\d_]{1,4}(?![^\W_])"


def _of_the(typed: list[str]) -> int:
    """Return how many words to pass over: “of the” before “hotspots”, and the Welsh “o”; “of” alone ends the phrase."""
    first = typed[0].lower() if typed else ""
    if first == "of" and len(typed) > 1 and typed[1].lower() in _OF_THE:
        return 2
    return 1 if first == "o" else 0


def _before_next_line(phrase: str) -> list[str]:
    """Return the words, up to a new line that begins with a capital: it begins another item."""
    lines = phrase.split("\n")
    words = lines[0].split()
    for line in lines[1:]:
        if line.lstrip()[:1].isupper():
            break
        words += line.split()
    return words


def end_of(text: str, end: int, noun: str) -> int:
    """Return where the noun phrase ends that stands behind a count."""
    for word in noun.split():
        end = text.find(word, end) + len(word)
    return end
