"""The strands of a paper, and how each may be named again: in full, without “grants from the”, by the last words of a long name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import is_caption
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper

_FEWEST, _MOST = 2, 30
_FEWEST_LETTERS = 4
_MOST_WORDS = 10
_MOST_OF_A_LINE = 5
_BEFORE = re.compile(
    r"(?i)^(?:(?:grants?|awards?|projects?|funding|money) )?(?:awarded |made |given |funded |paid )?(?:from|under|through|by|via) (?:the )?|^the "
)
_BEHIND = re.compile(r"(?i)(?: (?:grants?|awards?|projects?|recipients|strand|stream|theme|funding))+$")
_LABELS = re.compile(r"(?i)(?: (?:grants?|awards?|projects?|strand|stream|theme|funding|fund))+$")
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}[.)]|\([a-z]\)|[A-Z][.)]) +")


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand of a list, or a list that is one by its heading: ``at`` numbers its round, ``ways`` name it, the fullest first.

    ``covers`` is the strand as a claim names it, nothing for a list as a whole; ``pence`` is what its lines come to.
    ``sound``: all of its lines were read, and nothing says that there are more.
    """

    name: str
    at: int
    covers: tuple[str, ...]
    pence: int
    sound: bool
    ways: tuple[str, ...] = ()


def strands_of(paper: Paper, rounds: Sequence[Round]) -> tuple[Strand, ...]:
    """Return the strands of all lists of a paper, each with a name that no other has; none where there are not several."""
    found = [strand for at, one in enumerate(rounds) for strand in _strands(paper, at, one)]
    if not _FEWEST <= len(found) <= _MOST:
        return ()
    ways = [(strand, tuple(_ways(strand.name))) for strand in found]
    made = [
        Strand(
            strand.name,
            strand.at,
            strand.covers,
            strand.pence,
            strand.sound,
            tuple(way for way in own if not _is_of_another(way, strand, ways)),
        )
        for strand, own in ways
    ]
    named = tuple(strand for strand in made if strand.ways)
    return named if len(named) >= _FEWEST else ()


def _strands(paper: Paper, at: int, one: Round) -> Iterator[Strand]:
    sound = not (one.partial or one.unread or one.struck or one.told)
    for group in one.groups:
        single = len(one.groups) == 1
        name = group.name or (_heading(paper, one) if single else None)
        if name and group.awards:
            yield Strand(name, at, () if single else (name,), _pence(group.awards), sound and _is_read(group.awards))


def _heading(paper: Paper, one: Round) -> str | None:
    """Return the heading right over a list, where it names what the list is of."""
    over = [
        index for index in one.lead if paper.passages[index].sort is Sort.HEADING or _is_line_over(paper, one, index)
    ]
    text = _NUMBERED.sub("", paper.passages[over[-1]].text.strip()) if over else ""
    return text if text and "£" not in text and len(text.split()) <= _MOST_WORDS and not is_caption(text) else None


def _is_line_over(paper: Paper, one: Round, index: int) -> bool:
    """Return whether a passage is a short line right over a list that heads it by itself, set bold: “The Vale”."""
    passage = paper.passages[index]
    first = min(award.passage for award in one.awards)
    words = passage.text.split()
    return (
        passage.bold and index == first - 1 and len(words) <= _MOST_OF_A_LINE and passage.text.rstrip()[-1:].isalnum()
    )


def _pence(awards: Iterable[Award]) -> int:
    return sum(award.amount.pence for award in awards if award.amount is not None and award.counts)


def _is_read(awards: Iterable[Award]) -> bool:
    return all(award.amount is not None for award in awards)


def _is_of_another(way: str, strand: Strand, every: Sequence[tuple[Strand, tuple[str, ...]]]) -> bool:
    """Return whether words that name a strand may name another as well."""
    plain = way.casefold()
    return any(plain in other.casefold() for rest, ways in every if rest is not strand for other in ways)


def _ways(name: str) -> Iterator[str]:
    made = " ".join(name.split()).strip(" :.–-")
    plain = _BEHIND.sub("", _BEFORE.sub("", made)).strip(" :.–-")
    last = " ".join(plain.split()[-_FEWEST:])
    bare = _LABELS.sub("", plain)  # “Green Streets projects”, of the Green Streets Fund
    seen: set[str] = set()
    for way in (made, plain, last, *((bare,) if " " in bare else ())):
        if way.casefold() not in seen and len(way) >= _FEWEST_LETTERS:
            seen.add(way.casefold())
            yield way


def named_in(text: str, strands: Iterable[Strand]) -> dict[str, Strand]:
    """Return the strands that a text names, by the words that name them in it. One word alone is spelled as a name."""
    lowered = text.casefold()
    found = {}
    for strand in strands:
        way = next((way for way in strand.ways if way.casefold() in lowered and _stands(text, way)), None)
        if way is not None:
            found[way] = strand
    return found


def _stands(text: str, way: str) -> bool:
    flags = re.IGNORECASE if " " in way else 0
    return re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text, flags) is not None


def labelled(text: str, strands: Iterable[Strand]) -> Strand | None:
    """Return the strand that is all that a label says: “Community Fund grants”; None where it names none, or says more."""
    plain = _bare(_BEFORE.sub("", " ".join(text.split()).strip(" :.–-")))
    return next((strand for strand in strands if any(_bare(way) == plain for way in strand.ways)), None)


def _bare(name: str) -> str:
    return _LABELS.sub("", name).casefold()
