"""Numbers of projects that a paper gives and its lines leave open: the import accepts for the office what nobody can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.verdicts import COUNT
from pcp_reports.judging import Verdict
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.verdicts import JudgedRound

CODE = "G202"
"""What `check` would say of such a number, as every line of an entry pays for one project until it says otherwise."""


def open_counts(rounds: Sequence[JudgedRound]) -> dict[int, str]:
    """Return by the passage of each line why the number of projects told of its round may be right.

    That is where the audit of the paper itself leaves the number open, as a line may pay for more than one project: “10
    projects” over nine lines. How many a line pays for is not printed, so no import can know it; and the sentence is not to
    be called wrong for that. A number that the audit calls wrong is told, and stays so.
    """
    found: dict[int, str] = {}
    for one in rounds:
        counts = [claim for claim in one.claims if claim.what == COUNT]
        left = [claim for claim in counts if claim.verdict is Verdict.CANNOT_CHECK and not claim.covers]
        if len(left) != 1 or any(claim.verdict.is_wrong for claim in counts):
            continue
        (claim,) = left
        if claim.value is None or claim.value <= one.projects:
            continue
        why = (
            f"The paper says {quoted(claim.text)} of {counted(one.grants, 'grant')}, and not which grant pays for more than one. "
            "Once it is known, type projects: 2 at that grant, and delete this line."
        )
        found |= dict.fromkeys((line.award.passage for line in one.lines), why)
    return found
