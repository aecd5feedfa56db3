"""What was changed in Word beside the words: a link that leads elsewhere, words struck through, a picture put in or taken out.

None of it is written: it is told, so that nobody builds the paper again and loses it unseen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.change import Change, Kind
from pcp_reports.comparing.pairs.matching import Match
from pcp_reports.comparing.telling.one_change import change_of
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.comparing.telling.secrets import Secrets
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.passage import Passage
    from pcp_reports.word.beyond_words import Beside
    from pcp_reports.word.reading import Link

_HIDDEN = "[kept from the public]"
_LINK = "the address of a link is left to you"
_PICTURE = "an entry holds words, and no picture"
_TO_STRIKE = "If it shall go, delete it in Word; if it shall stay, take the line off; then compare again."


def with_beside(
    changes: Sequence[Change],
    sides: Sides,
    matches: Sequence[Match],
    here: Sequence[Beside],
    there: Sequence[Beside],
    secrets: Secrets,
) -> tuple[Change, ...]:
    """Return the changes with those beside the words, each where its paragraph stands.

    ``here`` are the paragraphs of the built paper, ``there`` those of the edited one.
    """
    work = _Beside(sides, matches, here, there, secrets)
    made = [_unless_struck(one, there) for one in changes]
    for at, one in sorted((*work.links(), *work.pictures()), key=lambda row: row[0], reverse=True):
        ahead = [number for number, other in enumerate(made) if other.match.passages and other.match.passages[0] <= at]
        made.insert(ahead[-1] + 1 if ahead else 0, one)
    return tuple(made)


def _unless_struck(change: Change, there: Sequence[Beside]) -> Change:
    """Return a change, left to the officer where words are only struck through: that may be meant as a question."""
    if change.edit is None:
        return change
    old, new = (" ".join(words.split()) for words in (change.old, change.new))
    struck = next((said for one in there for said in one.struck if said in old and said not in new), "")
    return (
        change.refused(f"{quoted(shortened(struck))} is struck through, and not deleted", _TO_STRIKE)
        if struck
        else change
    )


class _Beside:
    def __init__(
        self,
        sides: Sides,
        matches: Sequence[Match],
        here: Sequence[Beside],
        there: Sequence[Beside],
        secrets: Secrets,
    ) -> None:
        self.sides = sides
        self.matches = matches
        self.here, self.there = here, there
        self.secrets = secrets
        self.by_words = [_by_words(side) for side in (here, there)]

    def links(self) -> Iterator[tuple[int, Change]]:
        """Yield the links that lead elsewhere, with the passage each stands in."""
        for match in self.matches:
            if not match.passages:
                continue
            old = [one for at in match.units for one in self._of(0, self.sides.units[at].passage)]
            new = [one for at in match.passages for one in self._of(1, self.sides.passages[at])]
            yield from ((match.passages[0], one) for one in self._links(match, old, new))

    def _of(self, side: int, passage: Passage) -> Iterator[Beside]:
        lines = [line for cell in passage.cells for line in cell.text.split("\n")] or [passage.text]
        for line in lines:
            yield from self.by_words[side].get(" ".join(line.split()), ())

    def _links(self, match: Match, old: Sequence[Beside], new: Sequence[Beside]) -> Iterator[Change]:
        was, now = ([link for one in side for link in one.links] for side in (old, new))
        came = [one for one in now if not _leads(one, was) and not _is_its_own(one)]
        gone = [one for one in was if not _leads(one, now)]
        if old and not new:
            return  # its paragraph cannot be found again
        for at in range(max(len(came), len(gone))):
            before, after = gone[at : at + 1], came[at : at + 1]
            said = [_told(row) for row in (before, after)]
            if after:
                typed = f"[{after[0].text.strip()}]({after[0].address})"
                hint = f"If it is right, type in the entry: {typed}"
            else:
                hint = "If the link shall go, take its brackets and address out of the entry."
            yield self._change(match, said[0], said[1], _LINK, hint)

    def _change(self, match: Match, old: str, new: str, why: str, hint: str) -> Change:
        unit = self.sides.units[match.units[0]] if match.units else None
        passage = self.sides.passages[match.passages[0]]
        change = change_of(self.sides, Kind.LAYOUT, match, unit, passage, why=why, hint=hint)
        if self.secrets.holds(passage, unit.text if unit is not None else ""):
            return replace(change, where="", old="", new=_HIDDEN, hint="")
        return replace(change, old=old, new=new)

    def pictures(self) -> Iterator[tuple[int, Change]]:
        """Yield the pictures that the file has more, or less, with the passage each stands at."""
        here, there = (Counter(_pictures(side)) for side in (self.here, self.there))
        more = there.total() - here.total()
        kind, places = (Kind.ADDED, there - here) if more > 0 else (Kind.DELETED, here - there)
        homes = {" ".join(one.text.split()): at for at, one in reversed(list(enumerate(self.sides.passages)))}
        for words in list(places.elements())[: abs(more)]:
            at = homes.get(words, -1)
            passage = self.sides.passages[at] if at >= 0 else None
            where = f"at {passage.where}" if passage is not None and passage.where else ""
            if passage is not None and self.secrets.holds(passage):
                where = ""
            old, new = ("", "[a picture]") if kind is Kind.ADDED else ("[a picture]", "")
            hint = (
                "Put it into the built paper in Word, each time it is built, or into the template."
                if kind is Kind.ADDED
                else "If it shall go, take it out of the template."
            )
            yield at, Change(kind, where, old, new, Match((), ()), why=_PICTURE, hint=hint)


def _pictures(side: Iterable[Beside]) -> Iterator[str]:
    """Yield for each picture the words of its paragraph, or of the one above it."""
    for one in side:
        yield from [one.words or one.above] * one.pictures


def _by_words(side: Iterable[Beside]) -> dict[str, list[Beside]]:
    found: dict[str, list[Beside]] = defaultdict(list)
    for one in side:
        if one.words:
            found[one.words].append(one)
    return found


def _leads(link: Link, others: Iterable[Link]) -> bool:
    return any(_plain(link.address) == _plain(other.address) for other in others)


def _plain(address: str) -> str:
    """Return an address without what programs write each in their own way."""
    return address.strip().casefold().replace("%20", " ").rstrip("/")


def _is_its_own(link: Link) -> bool:
    """Return whether a link only leads to the address that its words are, as Word makes one of what is typed."""
    words = _plain(link.text).removeprefix("https://").removeprefix("http://")
    return words == _plain(link.address).removeprefix("mailto:").removeprefix("https://").removeprefix("http://")


def _told(links: Sequence[Link]) -> str:
    return f"{quoted(links[0].text)} leads to {links[0].address}" if links else ""
