"""What is said, anywhere in a paper, of a list that is pointed to by its number: “the seven grants listed at paragraph 6, amounting to £32,695”.

The number says which list is meant, however many there are, and whatever stands between. A figure is held against that list where
nothing but plain words stands between it and the place that is pointed to; with other words it may be of some of those
grants, of what they cost in all, or of what there was to give.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.claims.one_sum import is_near
from pcp_reports.audit.claims.others_numbers import is_of_others
from pcp_reports.audit.rounds.numbered_places import numbered_places
from pcp_reports.audit.words.figures import is_near_number, is_to_the_penny, sums_of
from pcp_reports.audit.words.names import years_of
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.audit.words.references import Reference, may_refer, references_in
from pcp_reports.audit.words.whole import is_of_a_part, is_of_another_time, means_another
from pcp_reports.claims import Kind, read
from pcp_reports.passage import Sort
from pcp_reports.printed.patterns import word_set
from pcp_reports.said import PUT_IN, Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST = 2
_LONGEST = 900
_LINK = re.compile(
    r"(?i)(?:\b(?:as|and|is|are|was|were|that|which) )*(?:\b(?:listed|set out|shown|detailed|given|described|summarised|itemised|named|tabled|appearing|contained|see|outlined|identified|presented) )?"
    r"(?:\b(?:in|at|under|by|on|within|from|of) )?(?:\bthe (?:table|list|schedule|note) (?:in|at|to|under) )?$"
)
_BEHIND = re.compile(
    r"(?i) (?:above|below|overleaf|(?:of|to) this (?:report|paper|notice)|(?:of|to) the (?:report|paper))\b"
)
_GIFTS = re.compile(
    r"(?i)\b(?:grants?|awards?|allocations?|donations|payments|offers|contributions|projects|schemes|bids|applications|recommendations|organisations|groups|bodies|"
    r"charities|clubs|recipients)\b"
)
_NOT_WHOLE = re.compile(
    r"(?i)^\W*(?:(?:and )?(?:that )?)?(?:with|once|after|when|if|besides|apart from|in addition to|together with|including|counting|of|among|excluding|less|without|before|as well as|on top of|"
    r"alongside|following|some|most|part|until|unless|had)\b"
)
_NO_GIFTS = re.compile(
    r"(?i)\b(?:asked|applied|requested|sought|seek\w*|asking|invited|scored|received|considered|refus\w+|declin\w+|reject\w+|unsuccessful|defer\w*|withdr\w+|not (?:be )?(?:funded|supported|approved|agreed)|"
    r"budget\w*|match\w*|each|average|per|quarter|year one|first year|second year|this year|first instal\w*|contracts?|fees?|others?|and (?:the|those) (?:grants|awards|ones|rest|one|two|three|four|five|six|further|[0-9]+)|plus|also|"
    r"except|but for|save for|excluding|net of|less|capital|revenue|remaining|rest)\b|[?“”\"]"
)
_PLAIN = word_set(
    "a an the that which these those this it they all of on for in to be is are was were will would have has been being by and as at with from"
    " approve approves approved approval agree agrees agreed award awards awarded awarding grant grants granted make made making fund funds funded"
    " support supported recommend recommends recommended propose proposed authorise authorised note noted allocate allocated allocation allocations pay"
    " paid payment payments donations offers contributions give given giving projects project schemes scheme bids applications successful"
    " recommendations organisations groups bodies charities clubs recipients community small"
    " come comes coming came amount amounts amounting total totals totalling totalled sum value valued worth cost costs costing spent combined overall together"
    " altogether expenditure spending spend commitment add adds up over just nearly almost about around some approximately under more than less between"
    " them listed set out shown detailed following above below shows lists gives show list give here now between order million thousand k"
)
_COMMAS = re.compile(r"\s*,\s*(?=[A-Za-z£(])")
_CLAUSE = re.compile(r"[;:]|\s[–—]\s|\. ")
_DEEDS = "deed"
_DONE = re.compile(r"(?i)\b(?:recommend|propos|approv|agree|support|select|announc|renew)")
_DEED = re.compile(
    r"(?i)\b[Tt]he (?:[a-z]+ |[0-9]{1,3} )?(?:grants|awards|allocations|bids|projects|schemes) ((?:recommend|propos|approv|agre|support|select|announc|renew)ed)\b"
)
_A_REFERENCE = re.compile(rf"{PUT_IN}+")
_SHOWS = re.compile(
    rf"\W*{PUT_IN}+,? (?:below )?(?:shows?|lists?|gives?|sets? out|details|summarises|contains?|has|have|itemises) (?:all (?:of )?)?(?:the|these|those) "
)
"""“Table 1 shows the grants made in the spring, which come to £8,450”."""
_ASKED_TO = re.compile(
    r"(?i)\b(?:is|are|be) (?:therefore |now |hereby )?(?:asked|requested|invited|recommended) (?:to|that)(?= )"
)
_GOES_ON = re.compile(
    rf"(?i)\W*$|\s*[.,;:)]|{PUT_IN}| (?:in (?:all|total)|altogether|be|is|are|was|were|will|and|from|out of|for|to|on|between|across|over|against|which|that|awarded|granted|given|approved|recommended|of|in) "
)
_WITH_MORE = re.compile(
    r"(?i)\b(?:with|including|inclusive|plus|draft|before|after|counting|less|once|when|if|until|so far|by (?:the|now|\w+ [0-9])|returned|since|added|or so)\b"
)
"""Words behind a sum by which it may take in more than the grants, or be of another day."""
_LAST_CLAUSE = re.compile(r",|\b(?:which|that|with)\b")
_SUBJECT = re.compile(rf"((?:[\w’'-]+ ){{1,4}})[ ,(]*{PUT_IN}+$")
"""The words right before what points to a list: “the five youth grants (paragraph 6)”."""


def referred(paper: Paper, rounds: Sequence[Round], locale: str = "en_GB") -> tuple[tuple[Heard, ...], ...]:
    """Return what is said of each round by sentences elsewhere in its paper that point to it by number."""
    made: list[list[Heard]] = [[] for _ in rounds]
    taken = {index for one in rounds for index in _taken(one)}
    places: Mapping[tuple[str, str], int] | None = None
    deeds = _deeds(paper, rounds)
    for index, passage in enumerate(paper.passages):
        if index in taken or passage.sort in (Sort.ROW, Sort.HEADER, Sort.FOOTER) or len(passage.text) > _LONGEST:
            continue
        by_deed = deeds and "£" in passage.text and _DEED.search(passage.text) is not None
        if not (by_deed or may_refer(passage.text)):
            continue
        if places is None:
            places = {**numbered_places(paper, rounds), **deeds}
        if not places:
            break
        for sentence in map(_as_asked, sentences_of(passage.text, locale)):
            for at, heard in _told(paper, rounds, places, sentence, index):
                made[at].append(heard)
    return tuple(map(tuple, made))


def _deeds(paper: Paper, rounds: Sequence[Round]) -> dict[tuple[str, str], int]:
    """Return the list that is said to have been recommended, approved, supported, where that is said of one alone."""
    found: dict[tuple[str, str], set[int]] = {}
    for at, one in enumerate(rounds):
        for index in one.lead:
            for match in _DONE.finditer(paper.passages[index].text):
                found.setdefault((_DEEDS, match[0].upper()), set()).add(at)
    return {place: next(iter(numbers)) for place, numbers in found.items() if len(numbers) == 1}


def _deeds_in(text: str) -> Iterator[Reference]:
    """Yield the words of a sentence that say which grants are meant by what was done with them: “the grants recommended”."""
    for match in _DEED.finditer(text):
        yield Reference(_DEEDS, (_stem(match[1]),), match.start(1), match.end())


def _stem(word: str) -> str:
    done = _DONE.match(word)
    return done[0] if done is not None else word


def _taken(one: Round) -> Iterator[int]:
    """Yield the passages from the first line of a round to its last, and its totals."""
    lines = [award.passage for award in (*one.awards, *one.apart)]
    yield from range(min(lines, default=0), max(lines, default=-1) + 1)
    yield from (total.passage for total in one.totals)


def _told(
    paper: Paper, rounds: Sequence[Round], places: Mapping[tuple[str, str], int], sentence: Sentence, index: int
) -> Iterator[tuple[int, Heard]]:
    """Yield the claims of a sentence that points to lists, each with the number of its round."""
    named = list(references_in(sentence.text)) or list(_deeds_in(sentence.text))
    targets = [_target(one, places) for one in named]
    if not named or None in targets:
        return  # one of the places is unknown, and what it adds is, too
    text = _without_references(sentence.text, named)
    if len(set(targets)) == 1:
        parts = [(0, len(text), targets[0])]
    else:  # “Table 1 shows the grants of spring, which come to £8,450, and Table 2 those of summer, worth £5,850”
        starts = [one.start for one in named]
        if _GIFTS.search(text) is None or any(claim.start - sentence.start < starts[0] for claim in sums_of(sentence)):
            return
        parts = [
            (start, end, target) for start, end, target in zip(starts, [*starts[1:], len(text)], targets, strict=True)
        ]
        if any(
            sum(one <= claim.start - sentence.start < end for claim in sums_of(sentence)) != 1 for one, end, _ in parts
        ):
            return
    for start, end, target in parts:
        if target is None:
            continue
        heard = _heard(paper, rounds[target], sentence, text, (start, end), index)
        if heard is not None:
            yield target, heard


def _as_asked(sentence: Sentence) -> Sentence:
    """Return a sentence without “is asked to”: what is asked to be approved is what is listed."""
    return replace(sentence, text=_ASKED_TO.sub(lambda match: " " * len(match[0]), sentence.text))


def _target(one: Reference, places: Mapping[tuple[str, str], int]) -> int | None:
    """Return the list that a reference means; None where it is of several places, or of one where there is none."""
    found = {places.get((one.kind, label.upper())) for label in one.labels}
    return found.pop() if len(one.labels) == 1 else None


def _without_references(text: str, named: Sequence[Reference]) -> str:
    """Return a sentence with marks in place of what points to a list: nothing of that narrows what is meant."""
    for one in reversed(named):
        link = _LINK.search(text, 0, one.start)
        start = link.start() if link is not None else one.start
        behind = _BEHIND.match(text, one.end)
        end = behind.end() if behind is not None else one.end
        text = text[:start] + PUT_IN * (end - start) + text[end:]
    return text


def _heard(paper: Paper, one: Round, sentence: Sentence, text: str, span: tuple[int, int], index: int) -> Heard | None:
    """Return what the part of a sentence from one place to another says of a list; None where it says nothing of it.

    Where not all of what it says can be meant for the list, it counts only where it agrees.
    """
    if len(one.awards) < _FEWEST or one.partial or one.told:
        return None
    start, end = span
    words = text[start:end]
    known = frozenset(word for at in one.lead for word in words_of(paper.passages[at].text))
    total = _sum(sentence, text, span, known)
    count = _number(one, sentence, text, span, known)
    if total is None and count is None:
        return None
    pence = sum(award.amount.pence for award in one.awards if award.amount is not None)
    sound = not (
        is_of_another_time(words)
        or _NOT_WHOLE.match(words)
        or _NO_GIFTS.search(words)
        or (_SHOWS.match(words) is None and is_of_a_part(words.replace(PUT_IN, " ")))
        or _GIFTS.search(text) is None
        or years_of(words) - years_of(" ".join(paper.passages[at].text for at in one.lead))
    )
    right = (
        total is not None and is_to_the_penny(total, pence),
        count is not None and count.claim.value in ways_of(one.awards),
    )
    if total is not None and not (
        right[0] or (sound and is_near(total, one) and _is_plain_between(total, sentence, text, known))
    ):
        total = None
    if count is not None and not (right[1] or (sound and (total is None or right[0] or is_near(total, one)))):
        count = None
    if (total is None and count is None) or not (any(right) or sound):
        return None
    said = Said(total, sentence) if total is not None else None
    made = Assertion(
        total=total,
        total_said=said,
        count=count.claim if count is not None else None,
        count_said=count,
        counts=Counts.GRANTS,
        firm=True,
        placed=True,
    )
    first = min(each.claim.start for each in (said, count) if each is not None)
    return Heard(made, index, first, back=True, vouched=True, plain=True)


def _sum(sentence: Sentence, text: str, span: tuple[int, int], known: AbstractSet[str]) -> Claim | None:
    """Return the one sum of a part of a sentence that is of what was given; None where there is none, or more than one."""
    start, end = span
    found = [
        claim
        for claim in sums_of(sentence)
        if start <= claim.start - sentence.start < end
        and not means_another(text, claim.start - sentence.start, claim.end - sentence.start)
    ]
    linked = [claim for claim in found if _is_plain_between(claim, sentence, text, known)]
    found = linked if len(linked) == 1 else found
    if len(found) != 1 or found[0].each or found[0].value is None:
        return None
    return found[0] if found[0].kind in (Kind.EXACT, Kind.ROUNDED, Kind.AT_LEAST) else None


def _is_plain_between(claim: Claim, sentence: Sentence, text: str, known: AbstractSet[str]) -> bool:
    """Return whether nothing but plain words stands between a sum and what points to the list."""
    at, end = claim.start - sentence.start, claim.end - sentence.start
    before = max((mark.end() for mark in _A_REFERENCE.finditer(text, 0, at)), default=-1)
    behind = next((mark.start() for mark in _A_REFERENCE.finditer(text, end)), -1)
    if _GOES_ON.match(text, end) is None or _WITH_MORE.search(text, end) is not None:
        return False
    if before >= 0:
        shows = _SHOWS.search(text, max(before - 1, 0), at)
        if shows is not None:  # what a table shows is said of all of it
            return _is_plain(_LAST_CLAUSE.split(text[shows.end() : at])[-1], known)
        subject = _SUBJECT.search(text, 0, before)
        return _is_plain(text[before:at], known) and (subject is None or _is_plain(subject[1], known))
    return behind >= 0 and _is_plain(text[end:behind], known) and _GIFTS.search(text[end:behind]) is not None


def _is_plain(text: str, known: AbstractSet[str]) -> bool:
    """Return whether words narrow nothing: they are plain, or ``known`` from what leads to the list."""
    if _CLAUSE.search(_COMMAS.sub(" ", text)) is not None:
        return False
    return all(word in _PLAIN or word in known or word.isdecimal() or word in _SMALL for word in words_of(text))


_SMALL = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty"
)


def _number(one: Round, sentence: Sentence, text: str, span: tuple[int, int], known: AbstractSet[str]) -> Said | None:
    """Return the number of grants, or of those who got them, that stands right before what points to the list."""
    start, end = span
    for each in numbers_told(text):
        if not start <= each.start < end or not (each.gifts or each.noun):
            continue
        mark = _A_REFERENCE.search(text, each.end)
        if (
            mark is None
            or not _is_plain(text[each.end : mark.start()], known)
            or text[: each.start].rstrip().endswith(" of")
        ):
            continue
        if not is_near_number(each.value, len(one.awards)):
            continue
        if is_of_others(text, text[: each.start], text[each.end :], each.noun, "", leading=True):
            continue
        told, at = sentence.text[each.start : each.end], sentence.start
        claim = replace(read(str(each.value)), text=told, noun=each.noun, start=at + each.start, end=at + each.end)
        return Said(claim, sentence)
    return None


def with_referred(heard: Sequence[Heard], pointing: Sequence[Heard]) -> list[Heard]:
    """Return what is heard of a round, with what points to it by number instead of any other reading of those very figures."""
    own = {place for each in pointing for place in _places(each)}
    rest = [each for each in heard if own.isdisjoint(_places(each))]
    return sorted((*rest, *pointing), key=lambda each: (each.passage, each.offset)) if pointing else list(heard)


def _places(each: Heard) -> set[tuple[int, int]]:
    """Return where the figures of a claim stand: the passage of each, and its place in the text of that."""
    first = each.claim.said
    figures = (each.claim.total_said, each.claim.count_said)
    starts = [said.claim.start - first.claim.start for said in figures if said is not None and first is not None]
    return {(each.passage, each.offset + start) for start in starts} or {(each.passage, each.offset)}
