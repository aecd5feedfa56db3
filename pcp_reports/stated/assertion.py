"""What is said of a funding round: a total, a count, or both, over some of its strands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.model.funding_round import Stated
    from pcp_reports.said import Said


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is said of a round: a total, a count, or both, over some strands (none named: the whole round).

    ``declared`` is the claim under ``stated`` that says so, or gives the scope; ``total_said`` and ``count_said`` are
    the figures of the text. ``spoken``: the sentence itself names the strands. Not ``firm``: the words leave it open
    whether the round is meant, so it counts only where it agrees. ``near`` are the strands that the sentence names.
    ``placed``: where it stands gives its scope, so that no wider one is meant.
    """

    total: Claim | None = None
    count: Claim | None = None
    counts: Counts = Counts.PROJECTS
    covers: tuple[str, ...] = ()
    declared: Stated | None = None
    total_said: Said | None = None
    count_said: Said | None = None
    spoken: bool = True
    firm: bool = True
    near: tuple[str, ...] = ()
    placed: bool = False

    @property
    def said(self) -> Said | None:
        """Return the first figure of the text that it is made of, or None where it stands under ``stated`` alone."""
        both = [one for one in (self.total_said, self.count_said) if one is not None]
        return min(both, key=lambda one: one.claim.start) if both else None

    @property
    def noun(self) -> str:
        """Return what its count counts: “projects”, “grant”, and for recipients the text's own word."""
        if self.count is None:
            return ""
        if self.counts is Counts.RECIPIENTS and self.count.noun:
            return self.count.noun.split()[-1].strip(".,;:").lower()
        return self.counts.value + ("" if self.count.value == 1 else "s")

    def words(self, locale: str = "en_GB") -> str:
        """Return the claim as a message speaks of it: “£53,879 to 6 projects”; other languages in their own words."""
        if locale != "en_GB" and self.total_said is not None and self.count_said is not None:
            sentence = self.total_said.sentence
            start = min(self.total_said.claim.start, self.count_said.claim.start) - sentence.start
            end = max(self.total_said.claim.end, self.count_said.claim.end) - sentence.start
            noun = sentence.text[end : end + 1 + len(self.count_said.claim.noun)]
            return f"“{' '.join((sentence.text[start:end] + noun).split())}”"
        count = f"{uncapitalised(self.count.text)} {self.noun}" if self.count is not None else ""
        total = uncapitalised(self.total.text) if self.total is not None else ""
        return " to ".join(part for part in (total, count) if part)


def uncapitalised(words: str) -> str:
    """Return the words of a figure as they stand within a sentence: “around £45,000”, “two”, and “more” for “MORE”."""
    first, blank, rest = words.partition(" ")
    return f"{first.lower() if first.isupper() else first[:1].lower() + first[1:]}{blank}{rest}"
