"""Whether a sentence about a list speaks of some of it: “Without the two in Elmford, …”, “the larger awards”, “of the four, two …”.

Such a sum is right where some lines come to it, and no other sum says anything of the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.kinds import MANY_OR_GIFTS
from pcp_reports.audit.words.names import months_of
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE, TWO_TO_TWELVE, number_of
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_NUMBER = rf"(?:{ONE_TO_TWELVE}|[0-9]{{1,2}})"
_NO_LESS = r"(?! (?:any |further |much |undue )?(?:exceptions?|delays?|objections?|dissent|debate|discussion|doubt|changes?|amendments?|conditions?|vat|fail|question|more)\b)"
_WITHOUT = re.compile(
    rf"(?i)\b(?:without|excluding|excepting|except(?: for)?|exclusive of|exclud(?:es|e|ed)|omit(?:s|ted|ting)?|leaving (?:out|aside)|(?:left|taken|leaves?|take) out|"
    rf"(?:not|without) (?:counting|including)|setting aside|set to one side|other than|apart from|aside from|besides|but for|ignoring|discounting|disregarding|all but)\b{_NO_LESS}"
    r"|^\W*Bar (?=[A-Z])|, bar (?=[A-Z])|\b[Aa]ll (?:\w+ )?bar\b|^\W*[A-Z][^£.;:]{2,60} (?:apart|aside|excepted|excluded),"
)
"""What the sum of its sentence leaves out."""
_OF_SIZE = (
    r"larger|largest|bigger|biggest|smaller|smallest|higher|highest|lower|lowest|earliest|latest|oldest|newest|longest"
)
_SOME = re.compile(
    r"(?i)^\W*those (?:with|who|that|which|in|from|led|run|based)\b"
    rf"|\b(?:{_OF_SIZE})(?: (?:{_NUMBER}|of|the|these|single|\w+ing))*? (?:{MANY_OR_GIFTS}|ones?|sums?|amounts?)\b"
    rf"|\b(?:the|these|those) (?:first|last|top|final|bottom|next|other|remaining|{_OF_SIZE}) (?:{TWO_TO_TWELVE}|[2-9])\b"
    rf"|\b(?:the|these|those) (?:{TWO_TO_TWELVE}|[2-9]) (?:{_OF_SIZE})\b"
    rf"|\b(?:{MANY_OR_GIFTS}) (?:of )?(?:over|under|above|below|more than|less than|up to|at or above|at least) £"
    rf"|\bof (?:these|those|them|(?:the|these|those|our|this) (?:{_NUMBER}|(?:{_NUMBER} )?(?:[\w’'-]+ )?(?:{MANY_OR_GIFTS}))),? (?:just |only |at least )?"
    rf"(?:{_NUMBER}|some|most|half|several|many|a few)\b(?! (?:was|were|has been|have been|is) (?:awarded|given) £)"
)
"""Some of those listed, by their size or their place, or counted out of all."""
_OF_ALL_SOME = re.compile(
    rf"(?i)\b[Oo]f (?:the|these|those|our)\b[^£.;:]{{0,30}}?,? (?:just |only )?({ONE_TO_TWELVE}|[0-9]{{1,2}})(?: [\w’'-]+){{0,3}}? (?:is|are|was|were|has|have|had|went|got|received?|shared?|go|came|come)\b"
)
_SUBJECT_NUMBER = re.compile(
    rf"(?i)^\W*(?:the |these |those )?({TWO_TO_TWELVE}|[0-9]{{1,2}}) (?:of (?:the|these|those) )?(?:[\w’'-]+ ){{0,3}}?(?:{MANY_OR_GIFTS}|ones|are|were|have|had|share|shared)\b"
)
_ALL = re.compile(r"(?i)\b(?:all|both|between them|together|altogether|in all|in total)\b")
_PLACE = re.compile(
    r"\b(?:in|at|around|across|near|from|of|for|on)(?: (?:the|and))* ((?:[A-Z][\w’'-]+|north|south|east|west|city|town|countryside|villages?|suburbs)\b)"
)
_NARROWED = re.compile(
    rf"(?i)\b(?:(?:{MANY_OR_GIFTS}|total|totals|sum|funding|support|spent|given|spend)(?: (?:made|given|awarded|paid|agreed|approved))?) (?:for|to|in|on|from|under|of|about|by|with)"
    r" (?!£|[0-9])(?:the |our |all |local |new )*([a-z][a-z’'-]+)"
)
_ADJECTIVE = re.compile(rf"(?i)\b(?:the|these|those)((?: [\w’'-]+){{1,3}}?) (?:{MANY_OR_GIFTS})\b")
_IS_SO = re.compile(
    rf"(?i)\b(?:are|is|were|was) (?:all )?(?:in|at|from|new|run by|led by|based|aimed|for|first-time)\b|\bnew (?:to|{MANY_OR_GIFTS})\b|\bfor the first time\b"
)
_PLAIN = word_set(
    "group groups project projects organisation organisations scheme schemes recipient recipients applicant applicants body bodies grant grants award"
    " awards total totals sum sums value be give fund funds funding support these those them this that all date our we us a an the commissioner pcc pfcc"
    " opcc panel committee council trustees year round above below listed following successful approved agreed awarded made given combined overall full"
    " whole same public police crime community communities local voluntary one two three four five six seven eight nine ten eleven twelve list table"
    " schedule report paper appendix meeting of and in to for"
)  # fmt: skip


def leaves_some_out(text: str) -> bool:
    """Return whether a sentence says whom its sum leaves out: “Without the two in Elmford, …”; “without exception” leaves out none."""
    return _WITHOUT.search(text) is not None


def is_of_some(text: str) -> bool:
    """Return whether a sentence plainly speaks of some of several: “the larger awards”, “the last two”, “of the four, two …”."""
    return _SOME.search(text) is not None and _ALL.search(text[: text.find("£")]) is None


def how_many(text: str) -> int:
    """Return how many of those listed a sentence says it speaks of; 0 where it does not say."""
    said = _OF_ALL_SOME.search(text) or _SUBJECT_NUMBER.search(text)
    return number_of(said[1]) if said is not None else 0


_THEN_SOME = re.compile(
    rf"(?i)(?<!\bto )(?<!\bfor )(?<!\bbetween )(?<!\bamong )(?<!\bamongst )(?<!\bacross )\b(?P<number>{_NUMBER}) of (?:them|these|those|which|whom)\b"
)
_ANY_NUMBER = re.compile(rf"(?i)(?<![\w£.,/-])(?P<number>{_NUMBER})(?![\w.,/:%-]*[0-9])\b")


def is_of_more(text: str, start: int, end: int, lines: int) -> bool:
    """Return whether a sum is of more than a list: “Five projects, costing £26,855, were supported, and four of them are finished:”.

    The sum stands at ``start`` to ``end``, the list has ``lines`` lines: as many as its sentence picks out behind the sum.
    """
    some = _THEN_SOME.search(text, end)
    if some is None or number_of(some["number"]) != lines or "£" in text[end : some.start()]:
        return False
    return any(number_of(match["number"]) > lines for match in _ANY_NUMBER.finditer(text, 0, start))


def narrows(text: str, known: AbstractSet[str]) -> bool:
    """Return whether a sentence has words by which it may mean some of a list: a place, a kind, that they are new.

    ``known`` are the words that lead to the list, in small letters: these narrow nothing.
    """
    plain = _PLAIN | known
    if _IS_SO.search(text) is not None or is_of_some(text):
        return True
    months = months_of(text)
    places = (match[1] for match in _PLACE.finditer(text))
    if any(word.casefold() not in plain and not (months and months_of(word)) for word in places):
        return True
    if any(match[1].casefold() not in plain for match in _NARROWED.finditer(text)):
        return True
    return any(not set(words_of(match[1])) <= plain for match in _ADJECTIVE.finditer(text))
