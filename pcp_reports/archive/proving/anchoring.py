"""A digest of the ledger that was noted elsewhere: in minutes, in an e-mail. It vouches for all that was archived before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.layout import LEDGER, OUTPUT
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from pcp_reports.archive.ledger.events import Event, Ledger

LEAST, MOST = 16, 64
"""Characters of a digest that must be given at least, and those of a whole one."""
_BETWEEN = re.compile(r"[\s\u00a0\u00ad\u2010-\u2014.:-]+")
_HEX = re.compile(r"[0-9a-f]+")


class AnchorError(ValueError):
    """What was given cannot be a digest of the ledger; the message is a sentence that says why."""


def read_anchor(words: str) -> str:
    """Return the digest that was noted, in small letters, without the blanks, hyphens and line breaks put in for reading.

    Raises AnchorError for what is no digest, or too little of one.
    """
    digest = _BETWEEN.sub("", words).casefold()
    if not _HEX.fullmatch(digest):
        raise AnchorError("A digest is made of the figures 0 to 9 and the letters a to f alone.")
    if len(digest) < LEAST:
        raise AnchorError(
            f"This is too little of a digest to tell it by: {len(digest)} characters; {LEAST} are needed."
        )
    if len(digest) > MOST:
        raise AnchorError(f"A digest of the ledger has {MOST} characters, and this has {len(digest)}.")
    return digest


def anchored_at(ledger: Ledger, digest: str) -> Event | None:
    """Return the event of which ``digest`` is the digest, or its beginning or end; the latest of several. None for none."""
    found = [event for event in ledger.events if event.digest.startswith(digest) or event.digest.endswith(digest)]
    return found[-1] if found else None


def not_anchored(ledger: Ledger, digest: str) -> Finding:
    """Return that no event has the digest that was noted."""
    count = len(ledger.events)
    what = f"none of the ledger's {count:,} events has" if count else "there is no event that has"
    return Finding(
        "A335",
        f"The digest that was noted is not in the ledger: {what} {_grouped(digest)}. "
        "The ledger was written anew or cut short since it was noted, or the digest was noted or typed wrongly.",
        Place(f"{OUTPUT}/{LEDGER}"),
        "Compare the digest with the minutes or the e-mail, figure by figure. If it is right, nothing here is proved to be "
        "what it was then: bring output/archive and output/ledger back from a copy of that time.",
    )


def _grouped(digest: str) -> str:
    """Return the beginning of a digest as people read it: in groups of four."""
    return " ".join(digest[at : at + 4] for at in range(0, LEAST, 4)) + (" …" if len(digest) > LEAST else "")
