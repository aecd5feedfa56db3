"""Looks in the finished file for what stands around the body: title, meeting, contact and signatory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.word.differences import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.document import Document
    from pcp_reports.word.items import Item


def front_differences(document: Document, items: Sequence[Item], path: str) -> Iterator[Finding]:
    """Yield a finding for each that is not in the file's text. ``items`` are those that are no block of the paper.

    They must stand in the text itself: a page header is not read aloud by a screen reader.
    """
    texts = [item.text for item in items]
    contact, signatory = document.contact, document.signatory
    wanted = (
        ("title", "paper.title", (document.title,)),
        ("date of the meeting", "meeting.date", (document.meeting,)),
        ("contact", "contact.line", (contact.name, contact.telephone, contact.office, contact.email)),
        ("name of the signatory", "signatory.name", (signatory.name,)),
        ("role of the signatory", "signatory.role", (signatory.role,)),
    )
    for name, placeholder, words in wanted:
        missing = [word for word in words if word and not any(_says(text, word) for text in texts)]
        if missing:
            message = f"The {name} is not in the text of {path}: {', '.join(map(excerpt, missing))}."
            hint = f"Put {{{{ {placeholder} }}}} into the template, in the text and not only in the page header."
            yield Finding("W410", message, Place(path), hint)


def _says(text: str, words: str) -> bool:
    # “3 October 2023” is not said by “13 October 2023”.
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
