"""A round -> the text of its entry, written by hand: ten thousand grants take a fraction of a second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.scaffold import schema_line
from pcp_reports.words import quoted, shortened, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.trackers.rounds import PlannedRound
    from pcp_reports.importing.trackers.tracked import Tracked

# Words that nothing in YAML takes for its own: nearly all that a tracker holds, told in a tenth of the time.
_PLAIN = re.compile(r"[A-Za-z£][A-Za-z0-9 ,.'()/&%;!+–-]{5,}(?<! )")
_DEPTH = 2
BEGINS = "# Imported from "
"""How the comment at the top of an entry begins that was made from a tracker."""
GOES_ON = "# The tracker goes on from "
"""How the line beneath begins, where the tracker was called something else before."""


def entry_text(one: PlannedRound, source: str, before: str = "") -> str:
    """Return the entry of a round; ``source`` says in the comment at its top what it was imported from.

    ``before`` is what that tracker was called when rounds were imported from it earlier, if it was renamed.
    """
    counting = sum((award.projects or 1) for award in one.awards if award.counts)
    lines = [
        schema_line(_DEPTH),
        f"{BEGINS}{note(source)}. Look over “text”, and add what the tracker does not know.",
        *([f"{GOES_ON}{note(before)}."] if before else ()),
        "kind: funding-round",
        f"title: {yaml_quoted(title(one))}",
        f"fund: {yaml_quoted(one.fund)}",
        f"announced: {one.announced}",
        "text: |",
        f"  {opening(one.announced, counting)}",
        "grants:",
    ]
    for name, awards in one.strands:
        margin = ""
        if name is not None:
            lines.append(f"  {yaml_quoted(name)}:")
            margin = "  "
        for award in awards:
            lead = f"{margin}  - "
            for key, value in item(award).items():
                lines.append(f"{lead}{key}: {value if key == 'awarded' or _PLAIN.fullmatch(value) else _typed(value)}")
                lead = f"{margin}    "
    lines.append("")
    return "\n".join(lines)


def _typed(words: str) -> str:
    """Return words as YAML takes them; those with a colon or # in them stand in quotation marks, which is quick to tell."""
    quick = words.isprintable() and '"' not in words and "\\" not in words and (":" in words or "#" in words)
    return f'"{words}"' if quick else yaml_quoted(words)


def note(source: str) -> str:
    """Return how the comment at the top of an entry names the tracker that it was made from."""
    return shortened(quoted(source)[1:-1], 120)


def title(one: PlannedRound) -> str:
    """Return what a round is called: its fund, and its name or month."""
    return f"{one.fund}, {one.name or in_words(one.announced)}"


def opening(announced: PartialDate, counting: int) -> str:
    """Return the paragraph before the grants, with the sums put in by the tool, so that it cannot be wrong.

    ``counting`` is how many projects the round pays for.
    """
    when = in_words(announced)
    on = "In" if announced.day is None else "On"
    if not counting:
        return f"The grants announced {on.lower()} {when} have since been withdrawn or returned:"
    return f"{on} {when}, {{{{ total }}}} was awarded to {{{{ projects }}}} project{'' if counting == 1 else 's'}:"


def mended_opening(text: str, announced: PartialDate, counting: int) -> str:
    """Return the paragraph that a round needs now in place of its ``text``, or nothing where it may stay.

    Only a paragraph that the tool wrote, and nobody touched since, is ever another one.
    """
    now = opening(announced, counting)
    ours = (opening(announced, 0), opening(announced, 1), opening(announced, 2))
    return now if text.strip() in ours and text.strip() != now else ""


def item(award: Tracked) -> Mapping[str, str]:
    """Return the keys of a grant with their words, in the order in which they are written."""
    made = {"recipient": award.recipient, "purpose": award.purpose, "amount": str(award.amount)}
    if award.projects not in (None, 1):
        made["projects"] = str(award.projects)
    if award.district:
        made["district"] = award.district
    if award.awarded is not None:
        made["awarded"] = str(award.awarded)
    rest = {
        "reference": award.reference,
        "recipient_id": award.recipient_id,
        "reason": award.reason,
        "conditions": award.conditions,
    }
    made |= {key: words for key, words in rest.items() if words}
    if award.status not in (None, "awarded"):
        made["status"] = str(award.status)
    return made
