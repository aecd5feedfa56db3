"""The corrections of a published version as the page that goes out with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.wording import Wording
from pcp_reports.dates import in_words
from pcp_reports.word.erratum_sheet import ErratumPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.archive.diff import Corrected
    from pcp_reports.archive.diff.erratum import Erratum
    from pcp_reports.archive.objects import StoredVersion


def erratum_page(
    made: Erratum,
    paper: Corrected,
    old: StoredVersion,
    new: StoredVersion,
    unproved: Iterable[StoredVersion] = (),
) -> ErratumPage:
    """Return what the page says: the paper's title and meeting, the two versions by number and day, the corrections.

    Of those that are ``unproved`` it says that they were edited in Word, and their figures not proved.
    """
    wording = Wording(paper.locale)
    about = [wording.say("meeting", paper.meeting)] if paper.meeting else []
    about += [
        wording.say("corrects", *_named(old, wording, paper.locale)),
        wording.say("corrected_by", *_named(new, wording, paper.locale)),
        *(wording.say("unproved", str(one.number)) for one in unproved),
    ]
    return ErratumPage(
        wording.say("title", paper.title),
        paper.panel,
        tuple(about),
        wording.say("corrections"),
        made.corrections,
        made.notes,
        paper.office,
        paper.meeting,
        paper.locale,
    )


def _named(version: StoredVersion, wording: Wording, locale: str) -> tuple[str, str, str]:
    """Return a version's number, what it was kept as, and the day it was kept."""
    status = version.block.status
    return str(version.number), wording.say(status) if status else "–", day_of(version.block.created, locale)


def day_of(created: str, locale: str = "en_GB") -> str:
    """Return the day of a moment as an inventory writes it, in words; a moment that cannot be read as it stands."""
    try:
        return in_words(datetime.fromisoformat(created).date(), locale)
    except ValueError:
        return created
