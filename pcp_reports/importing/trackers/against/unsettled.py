"""New rows of a tracker that may be a grant of the entries, changed: asked about before it counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.findings import Finding
from pcp_reports.importing.funds import bare
from pcp_reports.importing.likeness import may_be_one, within
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.changed import other_strand
from pcp_reports.importing.trackers.against.filed_rounds import months_apart, other_reference, same_name
from pcp_reports.importing.trackers.against.typed_by_hand import more_than
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.against.retyped import References
    from pcp_reports.importing.trackers.tracked import Tracked

_MOST_NAMED = 4
_MOST_SAID = 6
"""How many rows are asked about one by one for each round."""
_MONTHS = 6
"""How many months a grant's date may be moved by; what lies further off is the next year's."""
_MOST_ALIKE = 20
"""How many grants of one amount, or of one purpose, have their names compared with a row's."""


@dataclass(frozen=True, slots=True, eq=False)
class Lost:
    """A grant of the entries that no row was found for.

    ``whole``: nothing would be left of its round without such. ``mine``: the round was made from this tracker; of any other
    round, only rows of the same month are asked about here.
    """

    round: FiledRound
    grant: FiledGrant
    whole: bool
    mine: bool


class Unsettled:
    """Holds new rows against lost grants, by whatever of body, purpose, amount, day and reference they share."""

    def __init__(self, lost: Iterable[Lost], references: References, unit: str) -> None:
        """Take the grants that no row was found for. What does not count, or is exempt, is not asked about here."""
        self._references = references
        self._unit = unit
        self._by: dict[object, list[Lost]] = {}
        for one in lost:
            grant = one.grant.grant
            if grant.counts and grant.exempt is None and one.round.model.exempt is None:
                for key in _keys(str(grant.recipient), str(grant.purpose), grant.amount):
                    self._by.setdefault(key, []).append(one)

    def asked(self, new: Iterable[tuple[Tracked, str]]) -> Iterator[Finding]:
        """Yield a finding for each new row that may be a lost grant; with each row stands the file of its round, if there is one."""
        times: dict[str, list[Lost]] = {}
        for award, path in new if self._by else ():
            like = [one for one in self._near(award) if self._may_be(award, one, path)]
            if like:
                asked = times.setdefault(like[0].grant.filed.path, [])
                asked.append(like[0])
                if len(asked) <= _MOST_SAID:
                    yield self._question(award, like, path)
        for asked in times.values():
            if len(asked) > _MOST_SAID:
                yield _more(asked, self._unit)

    def _near(self, award: Tracked) -> list[Lost]:
        """Return the lost grants that share enough with a row to be looked at."""
        there = (self._by.get(key, []) for key in _keys(award.recipient, award.purpose, award.amount))
        body, work, *rest = there
        found = [*body, *work, *(one for few in rest if len(few) <= _MOST_ALIKE for one in few)]
        return list({id(one): one for one in found}.values())

    def _may_be(self, award: Tracked, lost: Lost, path: str) -> bool:
        known, grant = lost.grant, lost.grant.grant
        body = may_be_one(award.recipient, str(grant.recipient))
        work = award.purpose != NO_PURPOSE and within(award.purpose, str(grant.purpose))
        money = award.amount == grant.amount
        if path != known.filed.path:  # another round: as a rule the date was moved
            if not lost.mine or not body or not (work or money) or other_reference(award, known):
                return False
            when, then = award.awarded or award.announced, grant.awarded or lost.round.model.announced
            same_fund = bare(award.fund) == bare(str(lost.round.model.fund))
            return same_fund and when is not None and months_apart(when, then) <= _MONTHS
        if other_strand(award, known) or self._references.apart(award, known):
            return False
        if other_reference(award, known):
            day = award.awarded == grant.awarded
            return (body and work) or (money and day and (body or work))
        as_typed = work and same_name(award.purpose) == same_name(str(grant.purpose))
        return _one_name(award, lost) or (body and (money or work)) or (money and as_typed)

    def _question(self, award: Tracked, like: Sequence[Lost], path: str) -> Finding:
        first = like[0]
        filed = first.grant.filed
        there = [one for one in like if one.grant.filed.path == filed.path]
        how, same = _otherwise(award, first, path)
        message = (
            f"{shortened(award.recipient, 60)}, {quoted(shortened(award.purpose, 50))} ({award.amount}, {self._unit} {award.row}) "
            f"may be a new grant, or one that {quoted(filed.name)} holds {how}: "
            f"{listed([_shown(award, one) for one in there[:_MOST_NAMED]], 'or')}, which the tracker has no more."
        )
        gone = " If it is another, and the old one is gone, type --remove-gone."
        if first.whole and path != filed.path:
            gone = ""  # no import takes the last grant out of a round
        two = "If there are two, give both a reference (reference: …) that differs."
        if other_reference(award, first.grant):
            two = "If there are two, put the old one back into the tracker."
        return Finding("G531", message, filed.source.place(first.grant.grant.node), f"{same}{gone} {two}")


def _keys(recipient: str, purpose: str, amount: object) -> tuple[object, ...]:
    body, work = same_name(recipient), same_name(purpose)
    return ("body", body), ("work", work, amount), ("purpose", work), ("amount", amount)


def _one_name(award: Tracked, lost: Lost) -> bool:
    return same_name(award.recipient) == same_name(str(lost.grant.grant.recipient))


def _otherwise(award: Tracked, lost: Lost, path: str) -> tuple[str, str]:
    """Return how a round holds the grant that a row may be, and what to do if it is."""
    filed = lost.grant.filed
    how = f"in another {'round' if award.round else 'month'} ({in_words(lost.round.model.announced)})"
    if path != filed.path and lost.whole:
        more = more_than(award, lost.grant)
        keep = f" Keep first what the tracker does not say of it: {listed(list(more))}." if more else ""
        return how, f"If the whole round has moved, or is gone, delete {filed.path} by hand, and import again.{keep}"
    keys = "recipient, purpose and amount"
    if path == filed.path and other_reference(award, lost.grant):
        how, keys = f"under another reference ({lost.grant.grant.reference})", "reference"
    elif path == filed.path:
        how, keys = (
            ("in other words", "purpose or amount") if _one_name(award, lost) else ("under another name", "recipient")
        )
    return how, f"If it is the same grant, give the entry the tracker's {keys}, and import again."


def _shown(award: Tracked, lost: Lost) -> str:
    grant = lost.grant.grant
    name = "" if _one_name(award, lost) else f"{shortened(str(grant.recipient), 60)}, "
    return f"{name}{quoted(shortened(str(grant.purpose), 50))} ({grant.amount})"


def _more(asked: Sequence[Lost], unit: str) -> Finding:
    filed = asked[0].grant.filed
    message = f"{counted(len(asked) - _MOST_SAID, 'more ' + unit)} like those above may be grants of {quoted(filed.name)} in other words."
    hint = "Look whether this is the sheet that the round was made from. References in both tell which grant is which."
    return Finding("G531", message, filed.source.place(asked[0].grant.grant.node), hint)
