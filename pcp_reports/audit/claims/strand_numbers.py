"""How many grants a sentence says that each strand has: “nine awards, five in Elmford and four in the Vale”.

Numbers that stand side by side, one to each strand, count one thing. Where one of them at least is that of its strand, and every
strand of the list has one, the others are meant for theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import is_dealt_out
from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.claims.strand_names import named_in
from pcp_reports.audit.words.figures import is_near_number
from pcp_reports.audit.words.kinds import MANY_OR_GIFTS
from pcp_reports.audit.words.names import years_of
from pcp_reports.audit.words.whole import is_of_another_time
from pcp_reports.claims import read
from pcp_reports.passage import Sort
from pcp_reports.printed.number_words import UNITS
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.audit.claims.strand_names import Strand
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_SEVERAL = 2
_LONGEST = 900
_VALUES = {word: number for word, number in UNITS.items() if number > 0}
_NUMBERS = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = re.compile(rf"(?i)(?<![\w£.,/’'&–+-])(?:{_NUMBERS}|[0-9]{{1,3}})(?![\w%/’'+-]|[.,:][0-9])")
_WHAT = rf"(?: (?:(?:small|successful|new|local|community|more|of (?:them|these|those|which|the \w+)|{MANY_OR_GIFTS}|grant|award|project|group|organisation|club|charity)\b,?))*"
_FROM = r"(?:(?:were|are|was|is|have been|went|go|going|made|awarded|given|funded|based|being) )*(?:in|from|under|for|to|through|within|across|by|at|of)"
_NAMES_IT = re.compile(rf"(?i){_WHAT} {_FROM} (?:the |our |his |her |its )?$")
_BEFORE_IT = re.compile(
    r"(?i)(?:^\W*|\b(?:in|from|under|for|to|through|within|by|and) (?:the )?|[,;:–(]\s*(?:and )?(?:the )?)$"
)
_BEHIND_IT = re.compile(
    r"(?i)^(?:[’']s)?(?: (?:fund|strand|grants|scheme|pot|awards|division|district|area|side|stream|theme|part|end))*(?:,? (?:has|had|have|gets|got|received|receives|with|there (?:were|are)|made|gave|funded|supported|"
    r"took|won|saw))?[:,–(]? ?(?:there (?:were|are) )?$"
)
_HEDGED = re.compile(
    rf"(?i)(?:\b(?:over|about|around|nearly|almost|some|at least|at most|up to|more than|less than|fewer than|another|further|first|last|next|all|other|the other|or|no|page|round|top|level|[0-9]{{1,3}} to|(?:{_NUMBERS}) to)|~)\s*$"
)
_OF_ELSE = re.compile(
    r"(?i)\b(?:bids?|appl\w+|requests?|received|asked|sought|considered|scored|declined?|refus\w+|reject\w+|unsuccessful|withdr\w+|deferred|visit\w*|interview\w*|attended|responses|"
    r"meetings?|people|officers|members|volunteers|events?|wards|monitored|returned|completed|finished|started|to date|so far|also|others?|another|further|including|includ\w+|such as|at least|"
    r"first[- ]time|new applicants|both (?:areas|districts|places|parts)|county[- ]?wide|more than one|cover(?:s|ed|ing)? both|would|could|might|expect\w*|target|hope\w*|plan(?:s|ned)?|only)\b|[?“”\"]"
)
_SOME_OF = re.compile(r"(?i) of (?:the|these|those|them)\b")
_DONE = re.compile(
    rf"(?i)(?: (?:fund|strand|division|district|area|side|stream|theme|part|end|{MANY_OR_GIFTS}))*\s*(?:$|[.;:)]|,? (?:worth|totalling|to (?:a|the) (?:total )?value of|at a (?:total )?cost of|with a (?:total )?value of|"
    r"respectively|in all|altogether|as follows|(?:were|have been|will be|are to be) (?:funded|supported|made|approved|awarded|given a grant)\W*$))"
)
_GIFTS = re.compile(rf"(?i)\b(?:{MANY_OR_GIFTS})\b")


def counted_by_strand(
    paper: Paper, rounds: Sequence[Round], strands: Sequence[Strand], free: Iterable[int], locale: str
) -> Iterator[tuple[int, Heard]]:
    """Yield the numbers of grants that sentences give of strands side by side, with the number of the round of each.

    ``free`` are the passages that are none of a list.
    """
    for index in free:
        one = paper.passages[index]
        if one.sort is Sort.ROW or len(one.text) > _LONGEST or len(named_in(one.text, strands)) < _SEVERAL:
            continue
        for sentence in sentences_of(one.text, locale):
            yield from _in_sentence(paper, rounds, strands, sentence, index)


def _in_sentence(
    paper: Paper, rounds: Sequence[Round], strands: Sequence[Strand], sentence: Sentence, index: int
) -> Iterator[tuple[int, Heard]]:
    named = named_in(sentence.text, strands)
    told = _told(sentence.text, named) if len(named) >= _SEVERAL else {}
    if len(told) < _SEVERAL or len(told) != len(named):
        return
    text = sentence.text
    if _GIFTS.search(text) is None and not is_dealt_out(text):
        return
    sound = _OF_ELSE.search(text) is None and not is_of_another_time(text)
    own = " ".join(paper.passages[at].text for strand in named.values() for at in rounds[strand.at].lead)
    sound = sound and not years_of(text) - years_of(own) and _ends_with_them(text, told, named)
    lines = {way: _awards(rounds, strand) for way, strand in named.items()}
    right = {way for way, match in told.items() if _value(match[0]) in ways_of(lines[way])}
    every = {id(strand) for strand in strands if any(strand.at == other.at for other in named.values())}
    whole = every == {id(strand) for strand in named.values()}
    for way, match in told.items():
        strand = named[way]
        wrong = sound and whole and right and strand.sound and is_near_number(_value(match[0]), len(lines[way]))
        if way in right or wrong:
            yield strand.at, _heard(sentence, match, strand, index)


def _ends_with_them(text: str, told: Mapping[str, re.Match[str]], named: Iterable[str]) -> bool:
    """Return whether a sentence says nothing more of those it counts: “… and four in the Vale are for equipment” is of some."""
    if any(_SOME_OF.match(text, match.end()) for match in told.values()):
        return False
    ends = [match.end() for match in told.values()]
    ends += [place.end() for way in named for place in [_place(text, way)] if place is not None]
    return _DONE.match(text, max(ends)) is not None


def _place(text: str, way: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text, re.IGNORECASE)


def _awards(rounds: Sequence[Round], strand: Strand) -> tuple[Award, ...]:
    """Return the lines of a strand."""
    groups = rounds[strand.at].groups
    return tuple(
        award
        for group in groups
        for award in group.awards
        if award.counts and (not strand.covers or group.name in strand.covers)
    )


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _VALUES[word.casefold()]


def _told(text: str, named: Mapping[str, Strand]) -> dict[str, re.Match[str]]:
    """Return the number that a sentence gives of each strand, by the words for it: all before the names, or all behind them."""
    places = {way: _place(text, way) for way in named}
    numbers = [match for match in _NUMBER.finditer(text) if _HEDGED.search(text, 0, match.start()) is None]
    before: dict[str, re.Match[str]] = {}
    behind: dict[str, re.Match[str]] = {}
    for way, place in places.items():
        if place is None:
            return {}
        near = [match for match in numbers if match.end() <= place.start()]
        if near and _NAMES_IT.fullmatch(text, near[-1].end(), place.start()):
            before[way] = near[-1]
        after = next((match for match in numbers if match.start() >= place.end()), None)
        if (
            after is not None
            and _BEFORE_IT.search(text, 0, place.start())
            and _BEHIND_IT.match(text[place.end() : after.start()])
        ):
            behind[way] = after
    for told in (before, behind):
        if len(told) == len(named) and len({match.start() for match in told.values()}) == len(named):
            return told
    return {}


def _heard(sentence: Sentence, match: re.Match[str], strand: Strand, index: int) -> Heard:
    start = sentence.start + match.start()
    claim = replace(read(str(_value(match[0]))), text=match[0], noun="grants", start=start, end=start + len(match[0]))
    said = Assertion(
        count=claim,
        counts=Counts.GRANTS,
        count_said=Said(claim, sentence),
        covers=strand.covers,
        firm=True,
        placed=True,
    )
    return Heard(said, index, start, back=True, vouched=True, holds=True)
