"""Where the words are kept that the front and the end of a paper print: the meeting, the contact, the signatory, the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.comparing.words.alike import differing
from pcp_reports.comparing.words.stretches import tokens
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.document import Document, Person

OFFICE = "entries/office.yaml"


class _Kept(NamedTuple):
    """Words and where they are kept; ``as_named`` where they are, if they shall stay and read otherwise."""

    words: str
    where: str
    as_named: str = ""


def in_front(document: Document, paper: str, template: str, old: str, new: str) -> str:
    """Return what to change for a line of the template to say ``new``, which said ``old``."""
    kept = [one for one in _kept(document, paper) if one.words and one.words in old]
    gone = [one.where for one in kept if one.words not in new]
    if gone:
        return f"Change {listed(list(dict.fromkeys(gone)))}."
    beside = [one for one in kept if _stands_beside(one.words, old, new)]
    if not beside:
        return f"Change them in {template}."
    where = listed(list(dict.fromkeys(one.as_named or one.where for one in beside)))
    if any(one.words == old.strip() for one in beside):
        return f"Change {where}."
    names = listed(list(dict.fromkeys(quoted(one.words) for one in beside)))
    return f"If {names} shall read so, change {where}; else change the words in {template}."


def _stands_beside(words: str, old: str, new: str) -> bool:
    """Return whether something was put right in front of or behind words that stayed."""
    here, there = tokens(old), tokens(new)
    ends = [0]
    for piece in here:
        ends.append(ends[-1] + len(piece))
    start = old.find(words)
    end = start + len(words)
    for first, last, new_first, new_last in differing(here, there):
        if first == last and new_first < new_last:
            before, behind = old[: ends[first]].rstrip(), old[ends[first] :].lstrip()
            if len(before) == end or len(old) - len(behind) == start:
                return True
    return False


def _kept(document: Document, paper: str) -> Iterator[_Kept]:
    yield _Kept(document.meeting, f"“meeting” in {paper}")
    yield _Kept(document.title, f"“title” in {paper}")
    for key, person in (("contact", document.contact), ("signatory", document.signatory)):
        where = f"“{key}” in {paper}"
        yield _Kept(person.name, where, f"{where}, and the same name under “people” in {OFFICE}")
        for name, words in _details(person):
            yield _Kept(words, f"“{name}” of {person.name}, under “people” in {OFFICE}")
    office = document.office
    for name in ("name", "commissioner", "force", "panel"):
        yield _Kept(getattr(office, name), f"“{name}” in {OFFICE}")


def _details(person: Person) -> Iterator[tuple[str, str]]:
    for name in ("role", "telephone", "office", "email"):
        yield name, getattr(person, name)
