"""What each round comes to as Word has it: with amounts typed over, and grants added, taken out or put to another strand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.comparing.entries.fields import grant_trail, split_line
from pcp_reports.comparing.telling.new_words import is_among_grants
from pcp_reports.document import BlockKind
from pcp_reports.ledger import ROUND, RoundSum, Sum, sum_round
from pcp_reports.model.funding_round import Grant
from pcp_reports.money import Money, MoneyError
from pcp_reports.nodes import Block as Group
from pcp_reports.passage import AROUND
from pcp_reports.records import dataclass
from pcp_reports.rewriting.edits import node_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.document import Block
    from pcp_reports.workspace import Filed


class Home(NamedTuple):
    """Where a passage stands: the entry above it by path, and the strand whose grants it stands among (empty: none)."""

    path: str
    strand: str = ""


@dataclass(frozen=True, slots=True)
class AsInWord:
    """The rounds by path as the entries have them (``now``), with Word's amounts (``then``), and with all of Word (``word``).

    ``homes`` tells where each passage stands, ``moved`` which units (by place) went from which strand to which, ``money``
    how many grants of a round Word has otherwise, and ``gone`` which entries it has no words of any more.
    """

    now: Mapping[str, RoundSum]
    then: Mapping[str, RoundSum]
    word: Mapping[str, RoundSum]
    homes: Mapping[int, Home]
    moved: Mapping[int, tuple[str, str]]
    money: Mapping[str, int]
    gone: frozenset[str]


def with_moves(sides: Sides, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the matches, each grant that stands among those of another strand as one that was moved.

    It may be the strand's heading that somebody moved.
    """
    work = _Reading(sides, matches)
    work.run()
    return tuple(
        replace(match, moved=True) if any(at in work.moved for at in match.units) else match for match in matches
    )


def as_in_word(sides: Sides, matches: Sequence[Match], now: Iterable[Filed], then: Iterable[Filed]) -> AsInWord:
    """Return the rounds as the entries and as Word have them; ``then`` are the entries with Word's words and amounts."""
    work = _Reading(sides, matches)
    work.run()
    here = {one.path: sum_round(one) for one in now if _is_round(one)}
    there = {one.path: sum_round(one) for one in then if _is_round(one)}
    word = {path: work.changed(whole) for path, whole in there.items()}
    money = Counter(work.money)
    for path, whole in there.items():
        if path in here:
            money[path] += _retyped(here[path], whole)
    gone = frozenset(path for path in here if path not in work.printed)
    return AsInWord(here, there, word, work.homes, work.moved, money, gone)


def _is_round(filed: Filed) -> bool:
    return filed.kind == ROUND and filed.model is not None and filed.model.exempt is None


def _retyped(here: RoundSum, there: RoundSum) -> int:
    old, new = (Counter(grant.amount for one in whole.strands for grant in one.grants) for whole in (here, there))
    return (old - new).total()


class _Reading:
    def __init__(self, sides: Sides, matches: Sequence[Match]) -> None:
        self.sides = sides
        self.matches = matches
        self.homes: dict[int, Home] = {}
        self.moved: dict[int, tuple[str, str]] = {}
        self.money: Counter[str] = Counter()
        self.gone: list[Block] = []
        self.came: list[tuple[Home, Grant]] = []
        self.other: list[tuple[Block, str]] = []  # grants that stand among those of another strand
        left = {at for match in matches if match.passages for at in match.units}
        blocks = [(at, unit.block) for at, unit in enumerate(sides.units) if unit.block is not None]
        self.printed = {block.origin.path for at, block in blocks if at in left}
        self.headed = {
            Home(block.origin.path, _heading(block))
            for at, block in blocks
            if at in left and block.kind is BlockKind.GRANT_HEADING
        }

    def run(self) -> None:
        """Go through the paper as it stands in Word."""
        home, above = Home(""), None
        for match in self.matches:
            blocks = [(at, block) for at in match.units if (block := self.sides.units[at].block) is not None]
            if not match.passages:
                self._gone(block for _, block in blocks)
                continue
            for at, block in blocks:
                home, above = self._at(at, block, home), block
            if not match.units and self.sides.passages[match.passages[0]].sort not in AROUND:
                self._came(match.passages[0], home, above)
            self.homes |= dict.fromkeys(match.passages, home)

    def _at(self, at: int, block: Block, home: Home) -> Home:
        path = block.origin.path
        if block.kind is BlockKind.GRANT_HEADING:
            return Home(path, _heading(block))
        if block.kind is not BlockKind.GRANT or block.origin.key != "grant":
            return Home(path)
        own = _strand_of(self.sides, block)
        stands = home.strand if home.path == path else ""
        # Where a heading was taken out, its grants only seem to be the other strand's.
        if own and stands and own != stands and Home(path, own) in self.headed:
            self.moved[at] = own, stands
            self.money[path] += 1
            self.other.append((block, stands))
            return Home(path, stands)
        return Home(path, own)

    def _gone(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            # A round that was taken out whole was not made smaller.
            if block.kind is BlockKind.GRANT and block.origin.key == "grant" and block.origin.path in self.printed:
                self.gone.append(block)
                self.money[block.origin.path] += 1

    def _came(self, at: int, home: Home, above: Block | None) -> None:
        passage = self.sides.passages[at]
        parts = split_line(" ".join(passage.text.split()) if "\t" not in passage.text else passage.text)
        if parts is None or not is_among_grants(self.sides.stories, above, passage):
            return
        if above is not None and above.kind is BlockKind.GRANT and above.origin.key != "grant":
            return  # among those that were withdrawn or returned
        try:
            amount = Money.parse(parts.amount)
        except MoneyError:
            return
        self.came.append((home, Grant(Group(), parts.recipient, parts.purpose, amount)))
        self.money[home.path] += 1

    def changed(self, whole: RoundSum) -> RoundSum:
        """Return a round with what was added, taken out and put to another strand."""
        path = whole.filed.path
        grants = {one.name or "": list(one.grants) for one in whole.strands}
        for block, strand in [*((one, None) for one in self.gone), *self.other]:
            if block.origin.path != path:
                continue
            trail = grant_trail(self.sides.stories, block)
            root = whole.filed.source.root
            node = node_at(root, trail) if trail is not None and root is not None else None
            for rows in grants.values():
                found = next((row for row in rows if row.node is node), None)
                if found is not None:
                    rows.remove(found)
                    if strand is not None:
                        grants.setdefault(strand, []).append(found)
                    break
        for home, grant in self.came:
            if home.path == path:
                grants.setdefault(home.strand if home.strand in grants else next(iter(grants), ""), []).append(grant)
        strands = tuple(
            replace(one, grants=tuple(grants[one.name or ""]), sum=Sum.of(grants[one.name or ""]))
            for one in whole.strands
        )
        return replace(whole, strands=strands, sum=Sum.of(row for one in strands for row in one.grants))


def _heading(block: Block) -> str:
    return block.text.strip().removesuffix(":")


def _strand_of(sides: Sides, block: Block) -> str:
    trail = grant_trail(sides.stories, block)
    return str(trail[1]) if trail is not None and len(trail) > 1 and isinstance(trail[1], str) else ""
