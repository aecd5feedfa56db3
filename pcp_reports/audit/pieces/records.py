"""Grants told record by record, each a run of labelled lines: the labels come back.

“Applicant: Guides”, “Requested: £500”, “Decision: £400 granted”. What a record says of its grant is taken from the labels
whose sense is known; the others (“People helped”) only show how far it goes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.fates import standing_of, tells_standing
from pcp_reports.audit.words.fields import Label, Sense, label_at
from pcp_reports.claims import Kind, Unit, read
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST_BETWEEN = 2  # passages without a label within a record, or above one: “Record 3”
_MOST_PASSAGES = 30  # of a record
_LONGEST_BETWEEN = 8  # words
_MOST_WORDS = 14  # of a name
_SUM = re.compile(
    r"(?i)(?:(?:approved|granted|awarded|agreed|award|grant|fund(?:ed)?)(?: in (?:full|part))?[\s,:;–—-]*(?:(?:a grant )?of )?)?"
    r"(£\s?[0-9][0-9,]*(?:\.[0-9]{2})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+\.[0-9]{2}|[0-9]{2,6})"
    r"(?:\s*\([^£)]*\)|\s+(?:was |is )?(?:granted|awarded|approved|agreed|given|offered)\b[^£]*)?\s*\.?"
)
_NOTHING = re.compile(r"(?i)(?:nil|none|no|nothing|n/a|£?0(?:\.00)?|[-–—]|dim)\b.*|[-–—]")
_TOTAL = re.compile(r"\b(?:totals?|sub-?total|cyfanswm)\b")
_REFUSED = re.compile(r"(?i)(?:no|not|never)\b")
_GIVEN = re.compile(r"recipient|grant|award|receiv|benefici|derbynnydd")


@dataclass(frozen=True, slots=True)
class _Record:
    """The passages of a record, the end not included, and its labelled lines."""

    start: int
    end: int
    labels: tuple[Label, ...]


def records_of(paper: Paper) -> dict[int, Piece]:
    """Return the grants told in records, by the passage that each begins with; none where there are not two at least."""
    labels = _labels(paper)
    made: dict[int, Piece] = {}
    for names in _names(labels):
        records = _with_titles(paper, _records(labels, names))
        awards = [(one, award) for one in records if (award := _award(paper, one)) is not None]
        given = sum(award.counts and award.amount is not None for _, award in awards)
        if given >= _FEWEST and len(awards) == len(records):
            made |= _pieces(paper, awards)
    return made


def _labels(paper: Paper) -> list[Label]:
    """Return the labelled lines of a paper in order; a line that is another's value has no label of its own."""
    made: list[Label] = []
    at = 0
    while at < len(paper.passages):
        label = label_at(paper, at)
        if label is not None:
            made.append(label)
        at = label.end if label is not None else at + 1
    return made


def _names(labels: Sequence[Label]) -> list[list[int]]:
    """Return which of the labels give the names: those of one label that comes back, as runs of neighbours."""
    for sense in (Sense.NAME, Sense.APPLICANT):
        counts = Counter(one.label for one in labels if one.sense is sense and _is_name(one.value))
        label, times = next(iter(counts.most_common(1)), ("", 0))
        if times < _FEWEST:
            continue
        runs: list[list[int]] = [[]]
        for number, one in enumerate(labels):
            if one.label != label:
                continue
            if runs[-1] and one.start - labels[runs[-1][-1]].start > _MOST_PASSAGES:
                runs.append([])
            runs[-1].append(number)
        return [run for run in runs if len(run) >= _FEWEST]
    return []


def _records(labels: Sequence[Label], names: Sequence[int]) -> list[_Record]:
    """Return the records around the names: each begins with the label that the first begins with."""
    first, second = names[0], names[1]
    cycle = {one.label for one in labels[first:second]}
    begins = first
    while begins > 0 and _adjoin(labels[begins - 1], labels[begins]) and labels[begins - 1].label in cycle:
        begins -= 1
    opening = labels[begins].label
    starts = [begins]
    for before, name in pairwise(names):
        starts.append(next((at for at in range(name, before, -1) if labels[at].label == opening), name))
    known = Counter(one.label for one in labels[begins:])
    made: list[_Record] = []
    for number, start in enumerate(starts):
        is_last = number + 1 == len(starts)
        own, seen = [labels[start]], {labels[start].label}
        for one in labels[start + 1 : len(labels) if is_last else starts[number + 1]]:
            # The last goes no further than its fellows do; a label of their own others may have (“Why not”).
            is_own = not is_last or (known[one.label] >= _FEWEST and one.label not in seen)
            is_total = known[one.label] < _FEWEST and _TOTAL.search(one.label) is not None
            if not is_own or is_total or not _adjoin(own[-1], one):
                break
            seen.add(one.label)
            own.append(one)
        made.append(_Record(own[0].start, own[-1].end, tuple(own)))
    return made


def _with_titles(paper: Paper, records: Sequence[_Record]) -> list[_Record]:
    """Return the records, each with the heading right above it where every one has its own: the name of its project."""
    above = [paper.passages[one.start - 1] for one in records if one.start]
    titles = {passage.text.strip() for passage in above if passage.sort is Sort.HEADING}
    apart = all(one.end < two.start for one, two in pairwise(records))
    if len(titles) < len(records) or not apart:
        return list(records)
    return [replace(one, start=one.start - 1) for one in records]


def _adjoin(one: Label, two: Label) -> bool:
    return two.start - one.end <= _MOST_BETWEEN


def _award(paper: Paper, record: _Record) -> Award | None:
    """Return the grant of a record, None where it names nobody."""
    senses = {sense: [one for one in record.labels if one.sense is sense] for sense in Sense}
    named = [one for one in (*senses[Sense.NAME], *senses[Sense.APPLICANT]) if _is_name(one.value)]
    if not named:
        return None
    fate = next(
        (one.value for one in reversed(senses[Sense.FATE]) if "£" in one.value or tells_standing(one.value)), ""
    )
    sums = [one.value for one in senses[Sense.AMOUNT]]
    standing = standing_of(fate) if tells_standing(fate) else Standing.AWARDED
    if any(_REFUSED.match(one.value) for one in senses[Sense.FATE]):
        standing = Standing.DECLINED
    told = sums[-1] if sums else fate if fate.count("£") == 1 else ""
    if sums and standing is Standing.AWARDED and (_NOTHING.fullmatch(told) or standing_of(told) is Standing.DECLINED):
        standing = Standing.DECLINED
    if not told and not fate:
        standing = Standing.REQUESTED
    amount, claim = _amount(told)
    name = named[0]
    title = paper.passages[record.start].text.strip() if record.start < record.labels[0].start else ""
    purpose = next((one.value for one in senses[Sense.PURPOSE]), title)
    return Award(
        name.value.strip(" :."), purpose, amount, name.start, 0, len(paper.passages[name.start].text), claim,
        standing=standing,
    )  # fmt: skip


def _amount(told: str) -> tuple[Money | None, Claim | None]:
    """Return the amount that a value gives, and what is printed; no amount where it is no plain sum."""
    match = _SUM.fullmatch(told.strip())
    if match is None:
        return None, read(told)
    claim = read(match[1] if "£" in match[1] else f"£{match[1]}")
    if claim.kind is not Kind.EXACT or claim.unit is not Unit.MONEY or claim.value is None:
        return None, claim
    return Money(int(claim.value * 100)), claim


def _pieces(paper: Paper, awards: Sequence[tuple[_Record, Award]]) -> dict[int, Piece]:
    """Return the pieces of the records; lines between them that only count (“Record 3”) belong to them."""
    between = Counter(shape for one, two in pairwise(awards) if (shape := _shape(paper, one[0].end, two[0].start)))
    made: dict[int, Piece] = {}
    for number, (record, award) in enumerate(awards):
        end = record.end
        if number + 1 < len(awards):
            below = awards[number + 1][0].start
            shape = _shape(paper, end, below)
            end = below if shape and (between[shape] >= _FEWEST or len(awards) == _FEWEST) else end
        sure = any(_is_of_grants(one) for one in record.labels)
        line = ReadLine((award,), sure=sure, shape=Shape.LINE)
        made[record.start] = Piece(Of.AWARDS, record.start, end, line, sure=sure)
    return made


def _is_of_grants(label: Label) -> bool:
    """Return whether a labelled line itself says that money was given: “Recipient”, “Grant: £500”, “Decision: £500 granted”."""
    words = label.value if label.sense is Sense.FATE else label.label
    return label.sense in (Sense.NAME, Sense.AMOUNT, Sense.FATE) and _GIVEN.search(words.casefold()) is not None


def _shape(paper: Paper, start: int, end: int) -> str:
    """Return the lines between two records, their figures alike; empty where there are none, or too many to be a count."""
    between = [paper.passages[at].text.strip() for at in range(start, end)]
    if not 0 < len(between) <= _MOST_BETWEEN or any(len(one.split()) > _LONGEST_BETWEEN for one in between):
        return ""
    shape = "\n".join(re.sub(r"[0-9]+", "#", one) for one in between)
    return shape if "#" in shape else ""


def _is_name(text: str) -> bool:
    plain = text.rstrip(" :.")
    return 0 < len(plain.split()) <= _MOST_WORDS and "£" not in plain and naming.is_name(plain)
