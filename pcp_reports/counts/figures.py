"""A figure typed in prose against the entry's own `figures`: “37 civil orders have been issued” and `civil orders issued: 38`.

It is tied where every word of the figure's name stands by it. It is contradicted only where the sentence says nothing that
the figure does not say: no other time, no other area, no part of the whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, read
from pcp_reports.counts.moving import against_move, is_of_moves
from pcp_reports.counts.targets import is_meant, is_target, may_be_of_another, words_near
from pcp_reports.judging import Judgement, Verdict, judge
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from pcp_reports.claims import Claim
    from pcp_reports.model.common import Figure
    from pcp_reports.said import Said
    from pcp_reports.workspace import Filed

_JUDGED = (Unit.COUNT, Unit.MONEY)
_SHORTEST_STEM = 4

# Words that add nothing to what is counted, and words that only say that it took place, or who did it.
_SMALL_WORDS = (
    "a an the of in on at by for to from with and or as were was are is be been being has have had that which who it its "
    "also now already far so date total all there their our his her this these those we they he she i worth"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_MADE_WORDS = (
    "made carried out given issued recorded reported done taken took place resulted resulting led result results seized seize "
    "executed operation police officers force constabulary partners more than over almost nearly around about"
)
_MADE = frozenset(_MADE_WORDS.split())
_TIME_OR_AREA = (
    r"(?i)\b(?:in|at|across|over|during|since|between|within|around|under|through|throughout|per|each|every|until|before|after|"
    r"last|next|previous|month|week|day|year|quarter|weekend|summer|winter|spring|autumn|today|yesterday|night|annually|"
    r"january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|further|another|additional|more|other|others|of which|half|including|compared|than|first|second|third|initial|initially|then|later|earlier)\b"
)
_CLAUSE_END = r"[;:()\n]|[,.](?![0-9])|\s-\s|\b(?:and|while|alongside|plus|but)\b"
_BREAKS = str.maketrans("–—\ufffc", ",,,")  # which in the set of an expression would triple what it costs


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure of a text tied to a figure kept as data: the verdict, and the value, name and words that it was held against.

    ``moving``: the sentence tells where the figure went, so that it speaks of all of it.
    """

    judgement: Judgement
    value: Decimal
    name: str
    figure: Figure
    shown: str
    moving: bool = False


def against_figures(filed: Filed, key: str, said: Said, locale: str) -> Tie | None:
    """Return the verdict on a figure of a text, with the figure kept as data that it is about.

    None where no figure of the entry, or more than one, can be what it is about; where it differs from the only one, but
    speaks of a time, an area or a part that the figure does not; and for what is meant to be, which is no outcome.
    """
    figures = _figures(filed, key)
    if not figures or is_target(key):
        return None
    all_words = _stems(f"{said.before} {said.behind}")
    if not any(_stems(name) <= all_words for name, _ in figures):
        return None
    clause, around = _clause(said)
    closest = _closest(figures, _stems(f"{clause[0]} {clause[1]}"))
    if not closest or any(is_meant(words_near(said), name) for name, _ in closest):
        return None
    ties = [tie for name, figure in closest if (tie := _tied(said.claim, name, figure, locale)) is not None]
    sound = [tie for tie in ties if tie.judgement.verdict.is_sound]
    if sound and said.claim.kind is Kind.EXACT:
        return sound[0]
    name, figure = closest[0]
    if len(closest) != 1 or is_meant(said.sentence.text, name) or may_be_of_another(said.sentence.text):
        return None
    if ties:
        return ties[0] if _says_no_more(said, name, figure, clause, around) else None
    move = against_move(said.claim, clause[0], figure, locale)
    if move is None or not _moves_alone(said, name, figure, clause, around):
        return None
    return Tie(move[0], move[1], name, figure, move[2], moving=True)


def _closest(figures: list[tuple[str, Figure]], here: frozenset[str]) -> list[tuple[str, Figure]]:
    """Return the figures of the longest name among those that the words of a clause name; none where there are two names."""
    fitting = [(name, figure) for name, figure in figures if (wanted := _stems(name)) and wanted <= here]
    longest = max((len(_stems(name)) for name, _ in fitting), default=0)
    closest = [row for row in fitting if len(_stems(row[0])) == longest]
    return closest if len({name for name, _ in closest}) == 1 else []


def _figures(filed: Filed, key: str) -> list[tuple[str, Figure]]:
    """Return the figures that a text may speak of: those of its own phase first, and of the entry."""
    model = filed.partly
    phase, _, _ = key.rpartition(", ")
    own = (getattr(model, phase).figures if phase else model.figures) or {}
    rest = [row for name, part in getattr(model, "phases", ()) if name != phase for row in (part.figures or {}).items()]
    found = [*own.items(), *(row for row in rest if row[0] not in own)]
    return found if not phase else [*found, *((model.figures or {}).items())]


def _clause(said: Said) -> tuple[tuple[str, str], str]:
    """Return the words before and behind a figure within its clause, and the rest of its sentence."""
    before, behind = said.before, said.behind
    starts = [end.end() for end in re.finditer(_CLAUSE_END, before.translate(_BREAKS))]
    start = starts[-1] if starts else 0
    found = re.search(_CLAUSE_END, behind.translate(_BREAKS))
    end = found.start() if found is not None else len(behind)
    return (before[start:], behind[:end]), f"{before[:start]} {behind[end:]}"


@lru_cache(maxsize=256)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for word in _words(words.casefold()) if (stem := _stem(word)))


def _words(text: str) -> list[str]:
    """Return the words of a text, their apostrophes straight."""
    return re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text.replace("’", "'"))


def _stem(word: str) -> str:
    """Return a word without its ending, empty for one that adds nothing: orders and order, arrested and arrests."""
    if word in _SMALL:
        return ""
    plain = word.removesuffix("'s")
    for ending in ("ings", "ing", "ies", "es", "ed", "s", "e", "y"):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            return plain[: -len(ending)]
    return plain


def _tied(claim: Claim, name: str, figure: Figure, locale: str) -> Tie | None:
    """Return the verdict on a claim against a figure, its values one after the other; None where none can be compared."""
    verdicts = []
    for shown in (figure.printed, figure.was, figure.now, figure.change):
        if shown is None:
            continue
        known = read(re.sub(r"(?i)^(?:up|down)\s+(?:by\s+)?", "", shown), locale)
        value = known.value
        if not known.readable or value is None or not _same_unit(known.unit, claim.unit):
            continue
        if known.kind is not Kind.EXACT:
            if (known.kind, known.value) == (claim.kind, claim.value):
                verdicts.append(Tie(Judgement(Verdict.AGREES), value, name, figure, shown))
            elif (
                known.kind is Kind.ROUNDED
                and known.low is not None
                and known.high is not None
                and claim.value is not None
                and known.low <= claim.value <= known.high
            ):
                verdicts.append(Tie(Judgement(Verdict.AGREES_ROUNDED), value, name, figure, shown))
            continue
        verdicts.append(Tie(judge(claim, value), value, name, figure, shown))
    sound = [one for one in verdicts if one.judgement.verdict.is_sound]
    if sound:
        return sound[0]
    plain = figure.value is not None and figure.was is None and figure.now is None
    return verdicts[0] if verdicts and plain and claim.unit in _JUDGED else None


def _same_unit(one: Unit, other: Unit) -> bool:
    return one is other or {one, other} == {Unit.COUNT, Unit.SCORE}


def _says_no_more(said: Said, name: str, figure: Figure, clause: tuple[str, str], around: str) -> bool:
    """Return whether the sentence says no time, area or part that the figure does not say, and the other way round."""
    if said.claim.kind not in (Kind.EXACT, Kind.ROUNDED, Kind.AT_LEAST, Kind.AT_MOST) or figure.part_of is not None:
        return False
    if said.claim.value is not None and said.claim.value <= 1:
        return False  # “one civil order” speaks of one among them
    noun = _stems(" ".join(re.sub(r"^\s+(?:worth\s+)?(?:of|in)\s", " ", said.behind).split()[:2]))
    part = (
        r"\s+(?:more|other|further|new|people|per)\b"
        if said.claim.unit is Unit.MONEY
        else r"\s+(?:of|more|other|further|new|people|per)\b"
    )
    if not noun & _stems(name) or re.match(part, said.behind):
        return False
    if any(_adds(word, name) for part in clause for word in _words(part)):
        return False
    return _speaks_of_all(said, figure, clause[0], around)


def _moves_alone(said: Said, name: str, figure: Figure, clause: tuple[str, str], around: str) -> bool:
    """Return whether a clause tells where the figure went, and of no part, time or area that the figure does not say."""
    if figure.part_of is not None or said.claim.kind is Kind.RANGE:
        return False
    others = {**(figure.elsewhere or {}), **(figure.parts or {})}
    if any(said.claim.text in words for words in others.values()):
        return False
    words = [word for part in clause for word in _words(part) if not is_of_moves(word.casefold())]
    return not any(_adds(word, name) for word in words) and _speaks_of_all(said, figure, " ".join(clause), around)


def _speaks_of_all(said: Said, figure: Figure, before: str, around: str) -> bool:
    """Return whether the sentence says the time and area that the figure does, and no other."""
    given = [words for words in (figure.period, figure.area, figure.since) if words is not None]
    rest = f"{before} {around}"
    for words in given:
        if words.casefold() not in said.sentence.text.casefold():
            return False  # the sentence may well speak of another time or area
        rest = re.sub(rf"(?i)(?:\b(?:in|at|across|over|during|since|between|within)\s+)?{re.escape(words)}", " ", rest)
    return re.search(_TIME_OR_AREA, rest) is None and not _names_a_place(rest)


def _adds(word: str, name: str) -> bool:
    stem = _stem(word.casefold())
    return bool(stem) and stem not in _stems(name) and word.casefold() not in _MADE


def _names_a_place(words: str) -> bool:
    """Return whether a name stands among the words that may be a place: a capital that does not begin the sentence."""
    return (
        re.search(
            r"(?:[a-z,;]\s+|^\s*\S+\s+)(?!Police|Lancashire|Constabulary|Force|PCC|Commissioner|Operation|Op\b|ASB)[A-Z]",
            words,
        )
        is not None
    )
