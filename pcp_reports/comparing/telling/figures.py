"""The figures that changed in Word, judged by the data: what the grants come to, what a placeholder puts in."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import find
from pcp_reports.comparing.entries.change import Change, Figure, Kind
from pcp_reports.comparing.entries.grant_line import DASH
from pcp_reports.comparing.telling.grant_figures import GrantFigures, turned_wrong
from pcp_reports.comparing.telling.typed_sums import PENDING, UNKNOWN, UNSURE, TypedSums
from pcp_reports.comparing.words.alike import nearly
from pcp_reports.comparing.words.changed_figures import Spot, changed_spots
from pcp_reports.document import BlockKind
from pcp_reports.judging import Verdict, judge
from pcp_reports.money import Money, MoneyError, format_money
from pcp_reports.stated.judged import judged
from pcp_reports.stated.reading import read_count, read_total
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.comparing.entries.fields import Keys
    from pcp_reports.comparing.telling.as_in_word import AsInWord
    from pcp_reports.comparing.telling.known_sums import KnownSums
    from pcp_reports.document import Block
    from pcp_reports.findings import Finding
    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.stated.judged import Judged

    Pair = tuple[Spot | None, Spot | None]

_EVIDENCE = ("F211", "F212", "F213", "F214", "F215")
_PROOF = "the entry gives evidence for the figure as it was"
_AMOUNTS = "with the amounts in Word"


class FigureJudge:
    """Judges figures of one paper by the rounds as the entries have them, and as Word would."""

    def __init__(
        self,
        rounds: AsInWord,
        known: KnownSums,
        findings: Sequence[Finding],
        locale: str = "en_GB",
        meeting: str = "",
    ) -> None:
        """Keep the rounds of the paper and the sums known; ``findings`` are what Word's words would bring up anew.

        ``meeting`` is the day of the paper's meeting as it is printed, nothing where it has none.
        """
        self.rounds = rounds
        self.typed = TypedSums(known, locale)
        self.findings = findings
        self.locale = locale
        self.meeting = meeting

    def figures(self, change: Change, block: Block | None, amount: Keys | None) -> tuple[Figure, ...]:
        """Return the figures of a change, each with what the data say of it."""
        if change.kind is Kind.MOVED:
            return tuple(self._of_move(change, block))
        if change.kind in (Kind.TYPOGRAPHIC, Kind.LAYOUT):
            return ()
        pairs: list[Pair]
        if change.kind in (Kind.ADDED, Kind.DELETED):
            spots = [Spot(one.start, one.end, one.text) for one in find(change.new or change.old, self.locale)]
            pairs = [(None, one) if change.new else (one, None) for one in spots]
        else:
            pairs = list(changed_spots(change.old, change.new, self.locale))
        if amount is not None and amount.amount is not None and block is not None:
            return tuple(self._of_grant(pair, change, block, amount.amount) for pair in pairs)
        if change.kind in (Kind.ADDED, Kind.DELETED) and (line := self._of_grant_line(change, block)) is not None:
            return (line,)
        return tuple(self._figure(pair, change, block) for pair in pairs)

    def _figure(self, pair: Pair, change: Change, block: Block | None) -> Figure:
        old, new = _words(pair)
        given = _given(block, old)
        if not new:
            return Figure(old, new, Verdict.CANNOT_CHECK, f"“{old}” was taken out.")
        if given:
            return self._put_in(old, new, given, change.path)
        found = self._of_key(old, new, block)
        if found is not None:
            return found
        stated = self._stated(change.path, new)
        evidence = next((one for one in self._told(change) if one.code in _EVIDENCE and _names(one, old)), None)
        named = self._named(pair, change) if evidence is None and (stated is None or stated.is_wrong) else None
        if named is not None:
            # The words right beside a figure tell more surely what it speaks of than its place in the text.
            unsure = stated is not None and not named.left and named.verdict is Verdict.CANNOT_CHECK
            return replace(named, left=UNSURE) if unsure else named
        if stated is not None:
            return replace(stated, old=old)
        if evidence is not None:
            said = f"The entry gives evidence with “{old}” in it; nothing says whether “{new}” is right."
            return Figure(old, new, Verdict.CANNOT_CHECK, said, left=_PROOF, along="what stands under “evidence”")
        told = next((one for one in self._told(change) if one.code not in _EVIDENCE and _names(one, new)), None)
        if told is not None:
            return Figure(old, new, Verdict.DISAGREES, told.message)
        at = pair[1].start if pair[1] is not None else 0
        return self.typed.unnamed(change.new, at, old) or Figure(old, new, Verdict.CANNOT_CHECK, UNKNOWN)

    def _named(self, pair: Pair, change: Change) -> Figure | None:
        """Return what is made of a figure by the words right beside it, None where they name no sum."""
        home = self.rounds.homes.get(change.match.passages[0]) if change.match.passages else None
        if home is None or pair[1] is None:
            return None
        return self.typed.named(change.new, pair[1].start, pair[0].text if pair[0] is not None else "", home)

    def _of_key(self, old: str, new: str, block: Block | None) -> Figure | None:
        """Return a figure that a key of its own holds: the meeting's day, an amount, a figure of a table; else None."""
        if not old:
            return None
        if block is None:
            said = f"By its entry “meeting” the paper is for the meeting of {old}."
            return Figure(old, new, Verdict.DISAGREES, said) if old == self.meeting else None
        if block.kind is BlockKind.TABLE:
            said = f"The entry's own figure is {old}: if it is {new}, change it there."
            return Figure(old, new, Verdict.DISAGREES, said)
        if block.kind is BlockKind.GRANT and _same_money(old, new):
            return Figure(old, new, Verdict.AGREES, f"It is the entry's {old}, written otherwise.")
        return None

    def _told(self, change: Change) -> Iterator[Finding]:
        for one in self.findings:
            if one.place.path == change.path and one.code[0] in "GF":
                yield one

    # -- rounds

    def _of_grant(self, pair: Pair, change: Change, block: Block, amount: Money) -> Figure:
        old, new = _words(pair)
        whole = self._grants_of(change.path)
        if whole is None or not nearly(new, format_money(amount, self.locale)):
            return Figure(old, new, Verdict.CANNOT_CHECK, UNKNOWN)
        if block.origin.key != "grant":
            return Figure(old, new, Verdict.DISAGREES, f"The entry says {old}; this grant does not count in totals.")
        return whole.of_amount(old, new)

    def _of_grant_line(self, change: Change, block: Block | None) -> Figure | None:
        whole = self._grants_of(change.path)
        is_gone = bool(change.old) and change.path in self.rounds.gone
        return whole.of_line(change, block) if whole is not None and not is_gone else None

    def _of_move(self, change: Change, block: Block | None) -> Iterator[Figure]:
        """Yield a grant that was put to another strand, with what both come to."""
        strands = next((self.rounds.moved[at] for at in change.match.units if at in self.rounds.moved), None)
        whole = self._grants_of(change.path)
        if strands is not None and whole is not None and block is not None:
            yield whole.of_move(block.text.rpartition(DASH)[2], strands)

    def _grants_of(self, path: str) -> GrantFigures | None:
        now, word = self.rounds.now.get(path), self.rounds.word.get(path)
        if now is None or word is None:
            return None
        return GrantFigures(now, word, self.rounds.money.get(path, 0), self.locale)

    def wrong_with(self, path: str) -> str:
        """Return the total in a round's text that Word's amounts make wrong and the entry's do not; or nothing."""
        now, then = self.rounds.now.get(path), self.rounds.then.get(path)
        if now is None or then is None:
            return ""
        return next(iter(turned_wrong(now, then, self.locale)), "")

    def _stated(self, path: str, new: str) -> Figure | None:
        """Return what the grants of a round make of a figure in its text, or None where it is no claim of the round."""
        rounds = self.rounds
        whole, then, word = rounds.now.get(path), rounds.then.get(path), rounds.word.get(path)
        if whole is None or then is None or word is None:
            return None
        for one in judged(word, self.locale):
            for said, judgement, is_total in (
                (one.claim.total_said, one.total, True),
                (one.claim.count_said, one.count, False),
            ):
                if said is not None and said.claim.text == new and judgement is not None:
                    if (
                        one.covers
                        and judgement.verdict.is_wrong
                        and self._is_of_all(said.claim, word, is_total=is_total)
                    ):
                        return self._of_all(new, one, is_total=is_total)
                    words = self._in_words(new, one, judgement.verdict, whole, is_total=is_total)
                    made = Figure("", new, judgement.verdict, words)
                    value, written = (self._value(side.over(one.covers), is_total=is_total) for side in (word, then))
                    pending = judgement.verdict.is_sound and value != written
                    return replace(made, left=PENDING, along="the grants") if pending else made
        return None

    @staticmethod
    def _is_of_all(claim: Claim, whole: RoundSum, *, is_total: bool) -> bool:
        """Return whether a figure is what all grants of a round come to."""
        if whole.runs_over_exempt(()):
            return False
        value = Decimal(whole.sum.total.pence) / 100 if is_total else Decimal(whole.sum.projects)
        return judge(claim, value).verdict.is_sound

    def _of_all(self, new: str, one: Judged, *, is_total: bool) -> Figure:
        """Return a figure that is right of the whole round, where the entry says that the text speaks of a part."""
        covers = listed(list(one.covers))
        value = self._value(one.over, is_total=is_total)
        said = (
            f"“{new}” is what the whole round comes to. The entry says of this sentence that it speaks of {covers}"
            f" alone (“covers”), which comes to {value}."
        )
        why = f"the entry says that the sentence speaks of {covers} alone"
        return Figure("", new, Verdict.CANNOT_CHECK, said, left=why, along="“covers”")

    def _in_words(self, new: str, one: Judged, verdict: Verdict, now: RoundSum, *, is_total: bool) -> str:
        over = f" of {listed(list(one.covers))}" if one.covers else ""
        value = self._value(one.over, is_total=is_total)
        stands = self._value(now.over(one.covers), is_total=is_total)
        basis = f"{_AMOUNTS} " if stands != value else ""
        if verdict.is_wrong:
            return f"{_capital(f'{basis}the grants{over} come to {value}')}, so “{new}” is wrong."
        if verdict is Verdict.CANNOT_CHECK:
            return "It cannot be told whether it is right."
        more = f"; as the entry stands they come to {stands}" if basis else ""
        return f"{_capital(f'{basis}the grants{over} come to {value}')}, as “{new}” says{more}."

    def _value(self, over: Sum, *, is_total: bool) -> str:
        return format_money(over.total, self.locale) if is_total else counted(over.projects, "project")

    # -- placeholders

    def _put_in(self, old: str, new: str, given: str, path: str) -> Figure:
        name, _, argument = given.partition(":")
        whole = self.rounds.now.get(path)
        if name == "figure":
            said = f"The entry's figure “{argument}” is {old}: if it is {new}, change it there."
            return Figure(old, new, Verdict.DISAGREES, said, given)
        if whole is None or name not in ("total", "projects", "grants", "total_of", "projects_of"):
            return Figure(old, new, Verdict.DISAGREES, f"The tool puts in {old} from data.", given)
        covers = (argument,) if argument else ()
        then = self.rounds.word.get(path, whole)
        found = [self._against(new, one.over(covers), name) for one in (whole, then)]
        of = f" of {argument}" if argument else ""
        verdict, value = found[0]
        if verdict.is_sound:
            return Figure(old, new, verdict, f"The grants{of} come to {value}, as “{new}” says as well.", given)
        other, would = found[1]
        if other.is_sound:
            said = f"With the amounts in Word the grants{of} come to {would}, as “{new}” says; as the entry stands, to {value}."
            return Figure(old, new, other, said, given)
        wrong = "is wrong" if verdict.is_wrong else "cannot be held against it"
        also = f" (with the amounts in Word, to {would})" if would != value else ""
        return Figure(old, new, verdict, f"The grants{of} come to {value}{also}, so “{new}” {wrong}.", given)

    def _against(self, new: str, over: Sum, name: str) -> tuple[Verdict, str]:
        if name.startswith("total"):
            verdict = judge(read_total(new, self.locale), Decimal(over.total.pence) / 100).verdict
            return verdict, format_money(over.total, self.locale)
        number = over.grants if name == "grants" else over.projects
        return judge(read_count(new, self.locale), Decimal(number)).verdict, f"{number:,}"


def _same_money(one: str, other: str) -> bool:
    try:
        return Money.parse(one) == Money.parse(other)
    except MoneyError:
        return False


def _names(finding: Finding, figure: str) -> bool:
    """Return whether a finding names a figure, and not one that it is a part of."""
    return bool(figure) and re.search(rf"(?<![\w£.,]){re.escape(figure)}(?![\w%]|[.,]\d)", finding.message) is not None


def _words(pair: Pair) -> tuple[str, str]:
    old, new = (one.text if one is not None else "" for one in pair)
    return old, new


def _given(block: Block | None, old: str) -> str:
    """Return the placeholder that put a figure into a block, or nothing where it was typed."""
    if block is None or not old or block.kind is BlockKind.TABLE:
        return ""
    held = [run for run in block.runs if run.given and (old in run.text or run.text in old) and run.text]
    typed = any(old in run.text for run in block.runs if not run.given)
    return held[0].given if held and not typed else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
