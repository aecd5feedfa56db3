"""Which fund a paper's round is of, what its strands are called, and when it was announced: as far as the words say it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY, PartialDate, in_words, month_named
from pcp_reports.importing.funds import bare
from pcp_reports.importing.papers.said import dates_in
from pcp_reports.records import dataclass
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.papers.taken_over import Line, PaperRound

UNKNOWN = "[Which fund]"
"""What stands for a fund that a paper does not name, or not plainly: `check` asks for it, and holds a final version back."""

UNNAMED = "Grants"
"""The strand of grants that stand outside the strands of their round."""

_FUND = re.compile(
    r"(?:[A-Z][\w’'&-]*,?\s+(?:(?:and|of|for|the|to|&)\s+){0,2}){1,7}(?:Fund|Grants?\s+(?:Scheme|Programme)|Scheme|Programme|"
    r"Grants|Pot)\b"
)
_HEADED = re.compile(
    r"^(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|the|to|&)\s+){0,2}){1,7}(?:fund|grants|scheme|programme)\b"
)
_LEAD = re.compile(
    r"^(?:(?i:The|His|Her|Their|Our|A|An|Another|This|In|From|Through|Under|Police|Fire|Crime|and|Commissioner|Commissioner[’']?s|"
    r"PCC|PCC[’']?s|PFCC|PFCC[’']?s|Mayor[’']?s|OPCC|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+)+(?=[A-Z]\S*\s)"
)
_MONTH = re.compile(rf"\b({'|'.join((*MONTHS, *MONTHS_CY))}),?\s+(20[0-9]{{2}})\b")
_TWO = re.compile(r"(?:(?<=\bFund)|(?<=\bScheme)|(?<=\bProgramme)|(?<=\bPot)),?\s+(?:and|&)\s+")
_OF_GRANTS = re.compile(
    r"(?i)\b(?:grants?|awards?|awarded|fund(?:s|ed|ing)?|approved|agreed|decisions?|projects?|commission\w+)\b"
)
_PERIOD = re.compile(r"(?i)\b(?:between|from|to|until)\b")
_YEAR = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")
_FURTHER = re.compile(
    r"\b(?:further|additional|another|second|third|remaining|more|also|same|pellach|arall)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a round belongs. ``guessed`` says what was taken where the paper does not say it plainly."""

    fund: str
    announced: PartialDate
    strands: tuple[tuple[str | None, tuple[Line, ...]], ...]
    guessed: tuple[str, ...] = ()
    is_dated: bool = True  # whether the paper says the month
    spelled: tuple[tuple[str, str], ...] = ()  # strands that the paper spells otherwise, and how they stand now


class Placing:
    """Places the rounds of one paper in order: one that names no fund or month may go on from the one before."""

    def __init__(self, rounds: Sequence[PaperRound], texts: Iterable[str], meeting: PartialDate, funds: Funds) -> None:
        self._meeting = meeting
        self._funds = funds
        self._names = _best_names(name for one in rounds for name, _ in one.strands if name)
        self._texts = tuple(texts)
        self._of_lists = frozenset(at for one in rounds for at in (*one.places, *one.lead))
        named = {_bare(fund) for text in self._texts for fund in self._named(text)}
        self._only = len(named) == 1
        self._last: Placed | None = None

    def place(self, one: PaperRound, lead: Sequence[str], heading: str) -> Placed:
        """Return where a round belongs; ``lead`` is what leads up to it."""
        said = " ".join(lead)
        guessed: list[str] = []
        fund = self._fund(one, said, heading)
        strand = self._strand_of_office(fund, one)
        if strand is not None:
            fund, name = strand
            one = replace(one, strands=tuple((name, lines) for _, lines in one.strands))
            guessed.append(f"{quoted(fund)} as the fund, whose strand {quoted(name)} is")
        if not fund:
            fund = self._fund_taken(one, said)
            guessed.append(f"{quoted(fund)} as the fund" if fund != UNKNOWN else "no fund, but a prompt")
        dates = next((found for text in (said, heading) if (found := self._dates(text))), ())
        if dates:
            announced = PartialDate(dates[0].year, dates[0].month, dates[0].day)
        else:
            announced = self._month_taken(one, said, heading)
            guessed.append(f"{in_words(announced)} as the month")
        strands = self._strands(one, fund)
        if {name is None for name, _ in strands} == {True, False}:
            strands = tuple((name or UNNAMED, lines) for name, lines in strands)
            guessed.append(f"{quoted(UNNAMED)} as the strand of some grants")
        pairs = [(was, now) for (was, _), (now, _) in zip(one.strands, strands, strict=True) if was and now]
        spelled = tuple((was, now) for was, now in pairs if was != now)
        made = Placed(fund, announced, together(strands), tuple(guessed), bool(dates), spelled)
        self._last = made
        return made

    def _fund_taken(self, one: PaperRound, said: str) -> str:
        """Return the fund of a round that names none: of “a further” sum the one before, else the paper's only one; or a prompt."""
        if self._last is not None and _FURTHER.search(said):
            return self._last.fund
        texts = (text for at, text in enumerate(self._texts[: one.first]) if at not in self._of_lists)
        before = [fund for text in texts for fund in self._named(text)]
        # A fund that is one part of the list is not the fund of the whole.
        strands = {bare(name) for name, _ in one.strands if name}
        return before[-1] if self._only and before and bare(before[-1]) not in strands else UNKNOWN

    def _month_taken(self, one: PaperRound, said: str, heading: str) -> PartialDate:
        """Return the month of a round that names none, from the nearest words that do; they are never those of another list.

        A period counts as its end, a financial year as its last month that the meeting leaves open.
        """
        year = next((found for text in (said, heading) if (found := self._last_of_year(text))), None)
        if year is not None:
            return year
        if self._last is not None and _FURTHER.search(said):
            return self._last.announced
        for at in range(one.first - 1, -1, -1):
            text = self._texts[at] if at not in self._of_lists and _OF_GRANTS.search(self._texts[at]) else ""
            if text and (dates := self._dates(text)):
                last = dates[-1] if _PERIOD.search(text) else dates[0]
                return PartialDate(last.year, last.month)
            if text and (year := self._last_of_year(text)) is not None:
                return year
        return self._last.announced if self._last is not None else PartialDate(self._meeting.year, self._meeting.month)

    def _last_of_year(self, text: str) -> PartialDate | None:
        """Return the last month of the financial year that a text names, or the meeting's where that is in it."""
        years = {int(first) for first, last in _YEAR.findall(text) if (int(first) + 1) % 100 == int(last[-2:])}
        if len(years) != 1:
            return None
        year = years.pop()
        last = PartialDate(year + 1, 3)
        if last.first <= self._meeting.last:
            return last
        inside = (self._meeting.year, self._meeting.month) >= (year, 4)
        return PartialDate(self._meeting.year, self._meeting.month) if inside else None

    def _dates(self, text: str) -> tuple[PartialDate, ...]:
        """Return the days and months that a text names; else the only month with its year in it: “Grants, January 2024”."""
        found = dates_in(text, self._meeting)
        months = {(month_named(name), int(year)) for name, year in _MONTH.findall(text)}
        if found or len(months) != 1:
            return found
        month, year = months.pop()
        one = PartialDate(year, month or 1)
        return (one,) if one.first <= self._meeting.last else ()

    def _fund(self, one: PaperRound, said: str, heading: str) -> str:
        """Return the fund that the lead, else the heading, names; of the office's own funds the one that is meant."""
        for text in (said, heading):
            found = list(self._named(text)) or (list(self._named(text, _HEADED)) if text == heading else [])
            own = next((known for name in found if (known := self._funds.fund(name))), None)
            if own is None:
                own = next((name for name in self._funds.strands if name.casefold() in text.casefold()), None)
            if own is not None or found:
                return own or found[0]
        strands = {name for name, _ in one.strands if name}
        of_strands = {self._funds.fund_with(name) for name in strands}
        only = of_strands.pop() if len(of_strands) == 1 else None
        return only or ""

    def _strand_of_office(self, name: str, one: PaperRound) -> tuple[str, str] | None:
        """Return the office's fund and its strand, where a paper calls by the name of a fund what is a strand of one there."""
        if not name or self._funds.fund(name) is not None or any(strand for strand, _ in one.strands):
            return None
        fund = self._funds.fund_with(name)
        strand = self._funds.strand(fund, name) if fund is not None else None
        return (fund, strand) if fund is not None and strand is not None else None

    def _named(self, text: str, pattern: re.Pattern[str] = _FUND) -> Iterable[str]:
        """Give the funds that a text names, those that are strands in this paper left out."""
        for match in pattern.finditer(text):
            for words in _TWO.split(match[0]):  # “the Lantern Fund and the Harbour Fund”
                name = _LEAD.sub("", " ".join(words.split()))
                if len(name.split()) > 1 and name.casefold() not in self._names:
                    yield name

    def _strands(self, one: PaperRound, fund: str) -> tuple[tuple[str | None, tuple[Line, ...]], ...]:
        """Return the strands with the names that the office, or else the paper, gives them."""
        return tuple(
            (self._funds.strand(fund, name) or self._names.get(name.casefold(), name) if name else None, lines)
            for name, lines in one.strands
        )


def together(strands: Iterable[tuple[str | None, tuple[Line, ...]]]) -> tuple[tuple[str | None, tuple[Line, ...]], ...]:
    """Return strands of one name as one: two names of the paper may be one of the office's."""
    made: dict[str | None, tuple[Line, ...]] = {}
    for name, lines in strands:
        made[name] = (*made.get(name, ()), *lines)
    return tuple(made.items())


def _best_names(names: Iterable[str]) -> dict[str, str]:
    """Return each name by its small letters, in the spelling with most capitals; one all in capitals only where no other is."""
    made: dict[str, str] = {}
    for name in names:
        known = made.get(name.casefold())
        if known is None or _worth(name) > _worth(known):
            made[name.casefold()] = name
    return made


def _bare(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _worth(name: str) -> int:
    return -1 if name.isupper() else sum(word[:1].isupper() for word in name.split())
