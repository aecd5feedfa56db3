"""What somebody changed in Word: each change with its place, its words, its figures, and how it goes back into the entry."""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pcp_reports.judging import Verdict
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.comparing.entries.fields import Keys
    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.words.splicing import Splice
    from pcp_reports.rewriting import Trail


class Kind(StrEnum):
    """What became of a passage."""

    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    TYPOGRAPHIC = "typographic"  # quotation marks, dashes and blanks alone, as Word's autocorrection sets them
    LAYOUT = "layout"  # the same words, set otherwise: a list that became a table


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that changed. ``old`` or ``new`` is empty where it went or came.

    ``explanation`` says, in a sentence, what the data make of the new one; ``put_in`` where the tool itself put in the old;
    ``left`` why the officer alone can write it into the entry, as a clause, and ``along`` what must change along with it.
    """

    old: str
    new: str
    verdict: Verdict
    explanation: str = ""
    put_in: str = ""
    left: str = ""
    along: str = ""

    @property
    def is_wrong(self) -> bool:
        """Return whether the data contradict the new one."""
        return self.verdict in (Verdict.DISAGREES, Verdict.EXCEEDS)

    def as_row(self) -> dict[str, Any]:
        """Return the figure as plain data."""
        return {"old": self.old, "new": self.new, "verdict": self.verdict.value, "explanation": self.explanation}


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A text of an entry, and the places in it that are to be retyped."""

    path: str
    trail: Trail
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that stands otherwise in Word.

    ``where`` is the place in the paper; ``entry``, ``path`` and ``line`` lead to what printed it (empty, and 0, for words
    of the template). ``edit`` is how it goes back into the entry, None where it cannot; ``why`` then says why, as a
    clause, and ``hint`` what to do instead. ``partly``: a figure of it is left out of the edit.
    """

    kind: Kind
    where: str
    old: str
    new: str
    match: Match
    entry: str = ""
    path: str = ""
    line: int = 0
    figures: tuple[Figure, ...] = ()
    edit: TextEdit | Keys | None = field(default=None, repr=False)
    why: str = ""
    hint: str = ""
    partly: bool = False

    @property
    def can_apply(self) -> bool:
        """Return whether ``compare --apply`` writes it into the entry."""
        return self.edit is not None

    def refused(self, why: str, hint: str = "") -> Change:
        """Return the change as one that is left to the officer."""
        return replace(self, edit=None, why=why, hint=hint or self.hint)

    def as_row(self) -> dict[str, Any]:
        """Return the change as plain data: the row that the JSON form holds."""
        return {
            "kind": self.kind.value,
            "where": self.where,
            "entry": self.entry or None,
            "path": self.path or None,
            "line": self.line or None,
            "old": self.old,
            "new": self.new,
            "figures": [one.as_row() for one in self.figures],
            "can_apply": self.can_apply,
            "why": self.why,
            "hint": self.hint,
        }
