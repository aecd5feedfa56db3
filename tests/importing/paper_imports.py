"""What tests of imported papers share: writing what was made into a workspace, and what every import must keep to."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.checks import check
from pcp_reports.dates import PartialDate
from pcp_reports.findings import Severity
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.ledger import ledger
from pcp_reports.money import Money
from pcp_reports.papers.opening import read_paper
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.made import Made
    from pcp_reports.placing import Survey

MEETING = PartialDate(2023, 10, 3)
Grant = tuple[str | None, str, str, int]


def written(root: Path, made: Made) -> Survey:
    """Write what an import made into a workspace, nothing over anything, and return it read and placed."""
    for one in made.files:
        path = root / one.path
        assert not path.exists(), one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one.text, encoding="utf-8", newline="\n")
    for edit in made.edits:
        (root / edit.path).write_bytes(edit.data)
    return survey(load(root, keep=True))


def errors(surveyed: Survey) -> list[str]:
    """Return the errors that `check` finds."""
    return [one.message for one in check(surveyed) if one.severity is Severity.ERROR]


def total_in(surveyed: Survey) -> Money:
    """Return what the ledger comes to."""
    return Money.total(one.sum.total for one in ledger(surveyed).rounds)


def grants_in(surveyed: Survey) -> Counter[Grant]:
    """Return every grant that counts, by strand."""
    return Counter(
        (strand.name, str(grant.recipient), str(grant.purpose), grant.amount.pence)
        for one in ledger(surveyed).rounds
        for strand in one.strands
        for grant in strand.grants
    )


def text_of(made: Made, name: str) -> str:
    """Return the text of the one file whose path ends so."""
    (found,) = [one.text for one in made.files if one.path.endswith(name)]
    return found


def imported(text: str, root: Path | None = None, *, meeting: PartialDate = MEETING) -> Made:
    """Import a paper typed as plain text, into a workspace where one is given."""
    register = load(root, keep=True) if root is not None else None
    return from_paper(text.encode(), "update.txt", meeting, register)


def news(body: str, heading: str = "News of the quarter") -> str:
    """Return a paper typed as plain text, with this body under one heading."""
    top = "POLICE AND CRIME PANEL\n\nMeeting to be held on 3 October 2023\n\nThe Commissioner's update\n\n"
    return f"{top}RECOMMENDATION\n\nTo note.\n\n{heading}\n\n{body}"


def told(made: Made, code: str) -> list[str]:
    """Return what was said under a code."""
    return [one.message for one in made.findings if one.code == code]


def round_text(made: Made) -> str:
    """Return the text of the one round that was made."""
    (text,) = [one.text for one in made.files if "kind: funding-round" in one.text]
    return text


def unaccounted(data: bytes, path: str, made: Made) -> list[str]:
    """Return the passages of a paper of which a word is neither in what was made nor in a passage that was named."""
    paper = read_paper(data, path)
    named = {one.place.line for one in made.findings} | {
        near.place.line for one in made.findings for near in one.related
    }
    have = _words("\n".join(one.text for one in made.files))
    labels = _words(
        "contact officer lead author subject title report date to for meeting held be on name of executive summary purpose "
        "recommendation recommendations adroddiad dyddiad crynodeb information further grants awarded approved given "
        "monday tuesday wednesday thursday friday "
        # What stands between the parts of a line that is a grant now.
        "a an and the was were is are by from with in at received grant total sub subtotal each amount"
    )
    lost = []
    for one in paper.passages:
        left = {word for word in _words(one.text) - have - labels if not _is_figure(word)}
        if one.line not in named and left:
            lost.append(f"{one.where}: {sorted(left)}")
    return lost


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _is_figure(word: str) -> bool:
    """Return whether a word is a figure or a month: amounts are held to the totals, the meeting's date is a key."""
    return word[0].isdigit() or word in _MONTHS


_MONTHS = _words(
    "january february march april may june july august september october november december ionawr chwefror mawrth ebrill "
    "mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
)
