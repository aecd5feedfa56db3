"""The figures that changed in Word, judged by the data: what the grants come to, what a placeholder puts in."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import find
from pcp_reports.comparing.entries.change import Change, Figure, Kind
from pcp_reports.comparing.entries.fields import split_line
from pcp_reports.comparing.words.alike import nearly
from pcp_reports.comparing.words.changed_figures import changed_figures
from pcp_reports.document import BlockKind
from pcp_reports.judging import Verdict, judge
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.money import Money, MoneyError, format_money
from pcp_reports.stated.judged import judged
from pcp_reports.stated.reading import read_count, read_total
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.comparing.entries.fields import Keys
    from pcp_reports.document import Block
    from pcp_reports.findings import Finding
    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.stated.judged import Judged
    from pcp_reports.workspace import Filed

_WRONG = (Verdict.DISAGREES, Verdict.EXCEEDS)
_EVIDENCE = ("F211", "F212", "F213", "F214", "F215")
_UNKNOWN = "Nothing in the entries says whether it is right."
_PROOF = "the entry gives evidence for the figure as it was"
_SOUND = (Verdict.AGREES, Verdict.AGREES_ROUNDED, Verdict.WITHIN_BOUND)


class FigureJudge:
    """Judges figures of one paper. ``now`` are the rounds by path as the entries have them, ``then`` as Word would."""

    def __init__(
        self,
        now: dict[str, Filed],
        then: dict[str, Filed],
        findings: Sequence[Finding],
        locale: str = "en_GB",
        meeting: str = "",
    ) -> None:
        """Keep the entries as they are and as Word would have them; ``findings`` are what the latter bring up anew.

        ``meeting`` is the day of the paper's meeting as it is printed, nothing where it has none.
        """
        self.now = {path: sum_round(one) for path, one in now.items() if _is_round(one)}
        self.then = {path: sum_round(one) for path, one in then.items() if _is_round(one)}
        self.findings = findings
        self.locale = locale
        self.meeting = meeting

    def figures(self, change: Change, block: Block | None, amount: Keys | None) -> tuple[Figure, ...]:
        """Return the figures of a change, each with what the data say of it."""
        if change.kind in (Kind.MOVED, Kind.TYPOGRAPHIC, Kind.LAYOUT):
            return ()
        if change.kind in (Kind.ADDED, Kind.DELETED):
            claims = [one.text for one in find(change.new or change.old, self.locale)]
            pairs = [("", text) if change.new else (text, "") for text in claims]
        else:
            pairs = list(changed_figures(change.old, change.new, self.locale))
        if amount is not None and amount.amount is not None and block is not None:
            return tuple(self._of_grant(pair, change, block, amount.amount) for pair in pairs)
        if change.kind in (Kind.ADDED, Kind.DELETED) and (line := self._of_grant_line(change, block)) is not None:
            return (line,)
        return tuple(self._figure(old, new, change, block) for old, new in pairs)

    def _figure(self, old: str, new: str, change: Change, block: Block | None) -> Figure:
        given = _given(block, old)
        if not new:
            return Figure(old, new, Verdict.CANNOT_CHECK, f"“{old}” was taken out.")
        if given:
            return self._put_in(old, new, given, change.path)
        found = self._of_key(old, new, block) or self._stated(change.path, new)
        if found is not None:
            return found if found.old else replace(found, old=old)
        evidence = next((one for one in self._told(change) if one.code in _EVIDENCE and _names(one, old)), None)
        if evidence is not None:
            said = f"The entry gives evidence with “{old}” in it; nothing says whether “{new}” is right."
            return Figure(old, new, Verdict.CANNOT_CHECK, said, left=_PROOF, along="what stands under “evidence”")
        told = next((one for one in self._told(change) if one.code not in _EVIDENCE and _names(one, new)), None)
        if told is not None:
            return Figure(old, new, Verdict.DISAGREES, told.message)
        return Figure(old, new, Verdict.CANNOT_CHECK, _UNKNOWN)

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

    def _of_grant(self, pair: tuple[str, str], change: Change, block: Block, amount: Money) -> Figure:
        old, new = pair
        whole, then = self.now.get(change.path), self.then.get(change.path)
        if whole is None or not nearly(new, format_money(amount, self.locale)):
            return Figure(old, new, Verdict.CANNOT_CHECK, _UNKNOWN)
        if block.origin.key != "grant" or then is None:
            return Figure(old, new, Verdict.DISAGREES, f"The entry says {old}; this grant does not count in totals.")
        total, would = (format_money(one.sum.total, self.locale) for one in (whole, then))
        said = f"The entry says {old}; with {new} the round comes to {would} instead of {total}"
        known = {one.total_words for one in self._wrong(whole)}
        wrong = [one.total_words for one in self._wrong(then) if one.total_words and one.total_words not in known]
        said += self._strands(whole, then)
        right = [one.total_words for one in judged(then, self.locale) if _is_sound(one.total) and one.total_words]
        if wrong:
            said += f", so {listed([f'“{one}”' for one in wrong])} in its text would be wrong"
        elif right:
            said += f", and {listed([f'“{one}”' for one in right])} in its text is right"
        return Figure(old, new, Verdict.DISAGREES, f"{said}.")

    def _strands(self, now: RoundSum, then: RoundSum) -> str:
        """Return what the strands come to that the round's text speaks of alone, where that changes; as a clause."""
        scopes = dict.fromkeys(one.covers for one in judged(then, self.locale) if one.covers and not one.hidden)
        parts = []
        for covers in scopes:
            was, would = (format_money(one.over(covers).total, self.locale) for one in (now, then))
            if was != would:
                parts.append(f"{listed(list(covers))} to {would} instead of {was}")
        return f", and {listed(parts)}" if parts else ""

    def _of_grant_line(self, change: Change, block: Block | None) -> Figure | None:
        """Return what the round comes to without a grant that went, or with one that came; None for another line."""
        whole = self.now.get(change.path)
        parts = split_line(change.new or change.old) if whole is not None else None
        if whole is None or parts is None or (block is not None and block.origin.key != "grant"):
            return None
        try:
            amount = Money.parse(parts.amount)
        except MoneyError:
            return None
        total = whole.sum.total
        with_it = bool(change.new)
        would = Money(total.pence + (amount.pence if with_it else -amount.pence))
        said = (
            f"{'With' if with_it else 'Without'} this grant the round would come to"
            f" {format_money(would, self.locale)} instead of {format_money(total, self.locale)}."
        )
        old, new = ("", parts.amount) if with_it else (parts.amount, "")
        return Figure(old, new, Verdict.CANNOT_CHECK, said)

    def wrong_with(self, path: str) -> str:
        """Return the total in a round's text that Word's amounts make wrong and the entry's do not; or nothing."""
        now = {one.total_words for one in self._wrong(self.now.get(path))}
        return next(
            (words for one in self._wrong(self.then.get(path)) if (words := one.total_words) not in now and words), ""
        )

    def _wrong(self, whole: RoundSum | None) -> list[Judged]:
        return [] if whole is None else [one for one in judged(whole, self.locale) if one.is_wrong]

    def _stated(self, path: str, new: str) -> Figure | None:
        """Return what the grants of a round make of a figure in its text, or None where it is no claim of the round."""
        whole, then = self.now.get(path), self.then.get(path)
        if whole is None or then is None:
            return None
        for one in judged(then, self.locale):
            for said, judgement, is_total in (
                (one.claim.total_said, one.total, True),
                (one.claim.count_said, one.count, False),
            ):
                if said is not None and said.claim.text == new and judgement is not None:
                    if (
                        one.covers
                        and judgement.verdict in _WRONG
                        and self._is_of_all(said.claim, then, is_total=is_total)
                    ):
                        return self._of_all(new, one, is_total=is_total)
                    words = self._in_words(new, one, judgement.verdict, whole, is_total=is_total)
                    return Figure("", new, judgement.verdict, words)
        return None

    @staticmethod
    def _is_of_all(claim: Claim, whole: RoundSum, *, is_total: bool) -> bool:
        """Return whether a figure is what all grants of a round come to."""
        if whole.runs_over_exempt(()):
            return False
        value = Decimal(whole.sum.total.pence) / 100 if is_total else Decimal(whole.sum.projects)
        return judge(claim, value).verdict in _SOUND

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
        basis = "with the amounts in Word " if stands != value else ""
        if verdict in _WRONG:
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
        whole = self.now.get(path)
        if name == "figure":
            said = f"The entry's figure “{argument}” is {old}: if it is {new}, change it there."
            return Figure(old, new, Verdict.DISAGREES, said, given)
        if whole is None or name not in ("total", "projects", "grants", "total_of", "projects_of"):
            return Figure(old, new, Verdict.DISAGREES, f"The tool puts in {old} from data.", given)
        covers = (argument,) if argument else ()
        then = self.then.get(path, whole)
        found = [self._against(new, one.over(covers), name) for one in (whole, then)]
        of = f" of {argument}" if argument else ""
        verdict, value = found[0]
        if verdict in _SOUND:
            return Figure(old, new, verdict, f"The grants{of} come to {value}, as “{new}” says as well.", given)
        other, would = found[1]
        if other in _SOUND:
            said = f"With the amounts in Word the grants{of} come to {would}, as “{new}” says; as the entry stands, to {value}."
            return Figure(old, new, other, said, given)
        wrong = "is wrong" if verdict in _WRONG else "cannot be held against it"
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


def _is_round(filed: Filed) -> bool:
    return filed.kind == ROUND and filed.model is not None and filed.model.exempt is None


def _is_sound(judgement: object) -> bool:
    return getattr(judgement, "verdict", None) in _SOUND


def _given(block: Block | None, old: str) -> str:
    """Return the placeholder that put a figure into a block, or nothing where it was typed."""
    if block is None or not old or block.kind is BlockKind.TABLE:
        return ""
    held = [run for run in block.runs if run.given and (old in run.text or run.text in old) and run.text]
    typed = any(old in run.text for run in block.runs if not run.given)
    return held[0].given if held and not typed else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
