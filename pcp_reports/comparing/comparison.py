"""An edited Word file held against the paper that its entries make: what changed, block by block, figures judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.checks import check, concerning
from pcp_reports.comparing.entries.change import Change, Kind
from pcp_reports.comparing.entries.fields import Keys
from pcp_reports.comparing.entries.stories import Stories
from pcp_reports.comparing.entries.writing_back import files_of
from pcp_reports.comparing.pairs.base import Base, base_of
from pcp_reports.comparing.pairs.given_file import is_other, no_word_file, other_paper, without_notices
from pcp_reports.comparing.pairs.matching import matched
from pcp_reports.comparing.telling.as_in_word import as_in_word, with_moves
from pcp_reports.comparing.telling.beside_words import with_beside
from pcp_reports.comparing.telling.changes import tell
from pcp_reports.comparing.telling.figures import FigureJudge
from pcp_reports.comparing.telling.known_sums import KnownSums
from pcp_reports.comparing.telling.noticed import left_open, of_base, wrong_figures
from pcp_reports.comparing.telling.replaced import parted
from pcp_reports.comparing.telling.secrets import Secrets
from pcp_reports.comparing.telling.sides import Sides
from pcp_reports.comparing.words.alike import plainly
from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.ledger import rounds_of, sum_round
from pcp_reports.placing import survey as survey_of
from pcp_reports.records import dataclass
from pcp_reports.withholding import public_findings
from pcp_reports.words import quoted, shortened
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.telling.as_in_word import AsInWord
    from pcp_reports.passage import Passage
    from pcp_reports.placing import Survey

_MOST_MISSING = 0.25  # of the paper; where more is missing it was not deleted, but left behind
_MANY = 5
_STRANGE = "the file may be another paper"
_MISSING = "so much of the paper is missing from this file that it may be a piece of it"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was changed in Word. ``changes`` stand in the order of the edited paper; ``findings`` are of the comparison.

    ``checked`` is what `check` would say anew if the entries said what Word says. ``read`` tells whether the two could
    be compared at all.
    """

    paper: str
    file: str
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    checked: tuple[Finding, ...] = ()
    base: Base | None = None
    passages: tuple[Passage, ...] = ()

    @property
    def read(self) -> bool:
        """Return whether the two papers were compared."""
        return self.base is not None

    @property
    def strange(self) -> bool:
        """Return whether the file may well be another paper."""
        return any(one.code == "W704" for one in self.findings)

    def untold(self) -> Comparison:
        """Return the comparison without its changes, and what was found about them."""
        kept = tuple(one for one in self.findings if one.code != "W707")
        return replace(self, changes=(), findings=kept, checked=())


def compare(survey: Survey, name: str, root: Path, data: bytes, path: str) -> Comparison:
    """Return what the Word file ``data`` says otherwise than the paper ``name``; ``path`` is as it was given. Writes nothing."""
    from pcp_reports.papers.docx import read_docx  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.word.beyond_words import beside_words  # noqa: PLC0415 - as above

    base = base_of(survey, name, root)
    if not isinstance(base, Base):
        return Comparison(name, path, (), base)
    if (refusal := no_word_file(data, path)) is not None:
        return Comparison(name, path, (), (refusal,))
    edited = read_docx(data, path)
    passages = without_notices([one for one in edited.passages if one.text.strip()], base.units)
    if not passages:
        return Comparison(name, path, (), edited.findings or (_nothing_in(path),))
    if other := other_paper(survey.register, name, base.units, passages):
        return Comparison(name, path, (), (is_other(name, other, path),))
    matches = matched(base.units, passages)
    stories = Stories(survey, base.document)
    paper = survey.register.papers[name].filed.path
    sides = Sides(base.units, passages, stories, paper, base.template, base.since)
    matches = with_moves(sides, parted(sides, matches))
    told = tell(sides, matches)
    then = _as_in_word(survey, name, root, sides, matches)
    noticed = tuple(of_base(base, sides, told.since, matches, path))
    strange = any(one.code == "W704" for one in noticed)
    secrets = Secrets(stories)
    judged = _judged(told.changes, sides, matches, survey, then, name)
    here, there = (beside_words(one, path) for one in (base.data, data))
    changes = _cautious(with_beside(judged, sides, matches, here, there, secrets), base, strange=strange)
    findings = (
        *edited.findings,
        *noticed,
        *left_open(data, edited, path, secrets),
        *wrong_figures(changes, path),
    )
    anew = then.anew if then is not None and not strange else ()
    return Comparison(name, path, changes, findings, anew, base, passages)


def _nothing_in(path: str) -> Finding:
    return Finding("W701", "There are no words in this file.", Place(path), "Look whether it is the file you mean.")


@dataclass(frozen=True, slots=True)
class Then:
    """The entries as they would be if they said what Word says, and what `check` says of them that it does not say now."""

    survey: Survey
    anew: tuple[Finding, ...]


def as_edited(survey: Survey, name: str, root: Path, files: Mapping[str, bytes]) -> Then:
    """Return a workspace as it would be with other bytes in some of its files. Nothing is written."""
    then = survey_of(load(root, instead=files))
    known = Counter((one.code, one.place.path, one.message) for one in check(survey))
    anew = []
    for one in concerning(then, (name,), check(then)):
        key = (one.code, one.place.path, one.message)
        if known[key]:
            known[key] -= 1
        elif one.severity is not Severity.NOTE and one.accepted is None:
            anew.append(one)
    told, _ = public_findings(then.register, anew)
    return Then(then, tuple(told))


def _as_in_word(survey: Survey, name: str, root: Path, sides: Sides, matches: Sequence[Match]) -> Then | None:
    """Return the entries with every word and figure of Word typed in that can be; None where none can."""
    wanted = [one for one in tell(sides, matches, overtype=True).changes if one.edit is not None]
    files, _ = files_of(sides.stories, wanted)
    return as_edited(survey, name, root, files) if files else None


def _judged(
    changes: Iterable[Change], sides: Sides, matches: Sequence[Match], survey: Survey, then: Then | None, name: str
) -> tuple[Change, ...]:
    later = then.survey if then is not None else survey
    told = then.anew if then is not None else ()
    rounds = as_in_word(sides, matches, survey.placements[name].filed, later.placements[name].filed)
    judge = FigureJudge(rounds, _known(survey, rounds), told, survey.register.language, sides.stories.document.meeting)
    made = []
    for change in changes:
        unit = sides.units[change.match.units[0]] if change.match.units else None
        block = unit.block if unit is not None else None
        amount = change.edit if isinstance(change.edit, Keys) and change.edit.amount is not None else None
        figured = replace(change, figures=judge.figures(change, block, amount))
        made.append(_without_wrong(figured, judge.wrong_with(figured.path) if amount is not None else ""))
    return tuple(made)


def _known(survey: Survey, rounds: AsInWord) -> KnownSums:
    """Return the sums of all public rounds, those of this paper also as Word has them."""
    every = rounds_of(survey.register)
    public = [one for one in every if one.model is not None and one.model.exempt is None]
    now = {one.path: sum_round(one) for one in public}
    then, word = ({**now, **side} for side in (rounds.then, rounds.word))
    return KnownSums(now, then, word, years=len(public) == len(every))


def _cautious(changes: Sequence[Change], base: Base, *, strange: bool) -> tuple[Change, ...]:
    """Return the changes, left to the officer where the file may be another paper, or a piece of this one."""
    if strange:
        # Where to type or delete it would be wrong advice.
        return tuple(replace(one, edit=None, why=_STRANGE, hint="") for one in changes)
    gone = [one for one in changes if one.kind is Kind.DELETED and one.path]
    if len(gone) < _MANY or len(gone) < _MOST_MISSING * len(base.units):
        return tuple(changes)
    return tuple(one.refused(_MISSING) if one.kind is Kind.DELETED and one.edit is not None else one for one in changes)


def _without_wrong(change: Change, total: str) -> Change:
    """Return the change, left to the officer where it would write a figure that the data call wrong.

    ``total`` is what the round's text says wrongly once an amount is written.
    """
    wrong = [one for one in change.figures if one.is_wrong and not one.put_in]
    kept = next((one for one in change.figures if one.left), None)
    if change.edit is None or not (wrong or kept):
        return change
    if not wrong and kept is not None:
        along = f", and change {kept.along} with it" if kept.along else ", if it is right"
        hint = f"Type it in {change.path}, line {change.line}{along}."
        return change.refused(kept.left, hint)
    if isinstance(change.edit, Keys):
        hint = f"Type the amount in {change.path}, line {change.line}, and the total with it, if both are right."
        return (
            change.refused(f"with this amount “{total}” in the round's text would be wrong", hint) if total else change
        )
    words = f"its figure {quoted(shortened(wrong[0].new, 40))} does not agree with the entries"
    return change.refused(words, f"Type in {change.path}, line {change.line}, what shall stand, with the right figure.")


def left_over(comparison: Comparison, survey: Survey, root: Path) -> tuple[Change, ...] | None:
    """Return what the edited paper says otherwise than the entries of another survey; None where they make no paper."""
    base = base_of(survey, comparison.paper, root)
    if not isinstance(base, Base):
        return None
    matches = matched(base.units, comparison.passages)
    paper = survey.register.papers[comparison.paper].filed.path
    stories = Stories(survey, base.document)
    sides = Sides(base.units, comparison.passages, stories, paper, base.template, trial=True)
    return tuple(one for one in tell(sides, matches).changes if one.kind is not Kind.TYPOGRAPHIC)


def key_of(change: Change, passages: Sequence[Passage]) -> tuple[str, str]:
    """Return what tells a change again after the entries were changed: what Word says there, else what went."""
    new = " ".join(plainly(passages[at].text) for at in change.match.passages)
    return (new, "" if new else plainly(change.old))
