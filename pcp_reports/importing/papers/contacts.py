"""Whom a paper names to turn to: in front of it, or in the last lines, “LEAD OFFICER: …”, “TELEPHONE: …”."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.word.wordings import CONTACT, REACHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Passage

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_TELEPHONE = re.compile(
    r"(?<![\w.])(?:\+44\s?|\(?0)[\d() -]{8,15}\d(?![\w])(?:\s*(?:ext|x)\.?\s*\d{1,6})?", re.IGNORECASE
)
_REACHING = re.compile(r"(?i)\b(?:tel(?:ephone)?|phone|e-?mail|mobile)\b\.?(?:\s*(?:no|number)\b\.?)?\s*[:–-]?\s*")
_OFFICE = re.compile(r"\b(?:Office|OPCC|OPFCC|Swyddfa|Commissioner|Comisiynydd)\b")
_LINK = re.compile(r"\s*<?mailto:[^\s>]*>?", re.IGNORECASE)
_MOST_LINES = 8
_LONGEST = 160
_LABELLED = re.compile(
    r"(?i)\s*(?:tel(?:ephone)?|phone|mobile|e-?mail|fax|address|website|web|post(?:\s+held)?|position|job\s+title|role|name|"
    r"ff[oô]n|e-?bost)\b[^:\n]{0,20}:"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as a contact line names one; what it does not say is empty. ``more`` is what could not be told apart."""

    name: str
    role: str = ""
    telephone: str = ""
    office: str = ""
    email: str = ""
    more: str = ""


def closing_contact(passages: Sequence[Passage], body: Sequence[int]) -> list[int]:
    """Return the last lines of a body that name whom to turn to, each with a label; empty where it ends otherwise."""
    found: list[int] = []
    for at in reversed(body[-_MOST_LINES:]):
        one = passages[at]
        words = one.text.strip()
        is_contact = ":" in words and CONTACT.match(words) is not None
        if one.sort is Sort.ROW or one.numbered or len(words) > _LONGEST or not (is_contact or _LABELLED.match(words)):
            break
        found.insert(0, at)
    first = next((index for index, at in enumerate(found) if CONTACT.match(passages[at].text.strip())), None)
    return found[first:] if first is not None and len(found) - first > 1 else []


def without_label(words: str) -> str:
    """Return a contact's line without the label in front of the name."""
    label = CONTACT.match(words.strip())
    return words.strip()[label.end() :] if label is not None else words


def together(one: Contact | None, other: Contact | None) -> Contact | None:
    """Return a contact with what a second place in the paper says of the same person besides."""
    if one is None or other is None or one.name.casefold() != other.name.casefold():
        return one or other
    more = {field.name: getattr(other, field.name) for field in fields(one) if not getattr(one, field.name)}
    return replace(one, **more)


def contact_in(lines: Sequence[str]) -> Contact | None:
    """Return the person that a contact's lines name, the first of them without its label."""
    line = _LINK.sub("", "\n".join(lines))
    email = next(iter(_EMAIL.findall(line)), "")
    line = line.replace(email, "\n") if email else line
    found = _TELEPHONE.search(line)
    telephone = " ".join(found[0].split()) if found is not None else ""
    line = line.replace(found[0], "\n") if found is not None else line
    line = _REACHING.sub("\n", line)
    parts = [
        part for piece in re.split(r"[\n\t,;|]|\s[–-]\s", line) if (part := " ".join(piece.split()).strip(" .:<>"))
    ]
    name, rest = (parts[0], parts[1:]) if parts else ("", [])
    bracketed = re.fullmatch(r"(.*?)\s*\(([^()]*)\)", name)
    if bracketed is not None and bracketed[1]:
        name, rest = bracketed[1], [bracketed[2], *rest]
    if not name or REACHED.search(name):
        return None
    office = next((part for part in rest if _OFFICE.search(part)), "")
    others = [part for part in rest if part != office]
    role = others.pop(0) if others else ""
    return Contact(name, role, telephone, office, email, ", ".join(others))
