"""A count typed in prose, and what it is tied to; the names in an entry whose numbers are none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.judging import Judgement, judge
from pcp_reports.ledger import ROUND
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

    from pcp_reports.counts.figures import Tie
    from pcp_reports.nodes import Text
    from pcp_reports.said import Said
    from pcp_reports.workspace import Filed

_OF = frozenset(("of", "among", "amongst", "amid", "between", "than", "per", "from"))
_OF_IN_WELSH = ("o", "o'r", "o’r", "ymhlith")
_WHOSE = frozenset(("the", "these", "those", "our", "its", "his", "her", "their", "all"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NEAR = 80
_PARTLY = (
    " includ",
    " such as ",
    " for example ",
    " e g ",
    " eg ",
    " among",
    " some of ",
    " gan gynnwys ",
    " er enghraifft ",
    " ymhlith ",
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count tied to data: the text it stands in and the text's key, the verdict, and what it was held against.

    ``basis`` is the data in words (“the 6 places named”); ``has`` is a clause for a disagreement; ``value`` its number.
    """

    said: Said
    key: str
    text: Text
    judgement: Judgement
    value: Decimal
    basis: str
    has: str
    tie: Tie | None = None  # to the entry's figure that it was held against

    @property
    def figure(self) -> str:
        """Return the name of the entry's figure that it was held against, empty where it was held against no such."""
        return self.tie.name if self.tie is not None else ""

    @property
    def agrees(self) -> bool:
        """Return whether the data bear it out."""
        return not self.judgement.verdict.is_wrong


@dataclass(frozen=True, slots=True)
class TypedCount:
    """A count as it stands in a text, not yet tied to anything; ``key`` is the text's."""

    said: Said
    key: str
    text: Text

    @property
    def value(self) -> int:
        """Return the number typed."""
        return int(self.said.claim.value or 0)

    @property
    def sentence(self) -> str:
        """Return its sentence as typed, names and all, without marks of bold and italic."""
        start = self.said.sentence.start
        return self.text[start : start + len(self.said.sentence.text)].replace("*", "")

    @property
    def behind(self) -> str:
        """Return the words behind it to the end of its sentence, likewise."""
        end = self.said.sentence.start + len(self.said.sentence.text)
        return self.text[self.said.claim.end : end].replace("*", "")

    @property
    def alone(self) -> bool:
        """Return whether no other count and no amount stands in the sentence."""
        return sum(one.unit in (Unit.COUNT, Unit.MONEY) for one in self.said.sentence.claims) == 1

    @property
    def of_a_part(self) -> bool:
        """Return whether words before it speak of a part of what is counted: “two of the six towns”."""
        before = self.said.before[-_NEAR:]
        words = before.casefold().split() if before[-1:].isspace() else []
        if words[-1:] in (["first"], ["other"]):
            words.pop()
        while words and words[-1] in _WHOSE:
            words.pop()
        return bool(words) and (words[-1] in _OF_IN_WELSH or words[-1][len(words[-1].rstrip(_LETTERS)) :] in _OF)

    @property
    def partly(self) -> bool:
        """Return whether the sentence says that what it names is not all: “six towns, including …”."""
        words = in_blanks(self.said.sentence.text)
        return any(phrase in words for phrase in _PARTLY)

    def tied(self, possible: Collection[int], number: int, basis: str, has: str) -> Count:
        """Return it tied to data of which there are ``number``, or any of ``possible``; ``{}`` in ``basis`` is that number."""
        near = self.value if self.value in possible else number
        value = Decimal(near)
        return Count(self.said, self.key, self.text, judge(self.said.claim, value), value, basis.format(near), has)


def in_blanks(text: str) -> str:
    """Return the words of a text in small letters, a blank before and behind each, so that words can be looked up in it."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f" {words} "


def names_of(filed: Filed) -> tuple[str, ...]:
    """Return the names in an entry that hold a number, which is no figure: “4 Me 2”."""
    model = filed.partly
    names = [getattr(model, "name", None), getattr(model, "place", None)]
    names += [*getattr(model, "places", ()), *getattr(model, "partners", ())]
    if filed.kind == ROUND:
        names += [grant.recipient for strand in model.grants or () for grant in strand.grants]
    return tuple(name for name in names if name and any(map(str.isdigit, name)))


def is_kept_out(filed: Filed) -> bool:
    """Return whether an entry is exempt, or was meant to be: its words stand in nothing that is printed."""
    return filed.withheld or (filed.partly is not None and filed.partly.exempt is not None)
