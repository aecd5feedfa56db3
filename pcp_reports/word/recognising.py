"""Finds in a paper what a template needs to know: where title, meeting, contact, summary, body and sign-off stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.paper_lines import Seen, is_heading, label_before
from pcp_reports.word.wordings import (
    APPENDIX,
    CONTACT,
    DATE,
    DATE_LABEL,
    MEETING,
    NAME,
    NO_TITLE,
    PANEL,
    PANEL_NAME,
    REACHED,
    RECOMMENDATION,
    ROLE,
    SUMMARY,
    TITLE_LABEL,
    TYPED,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_FRONT = 30
_LONG = 160
_SHORT = 70
_SIGN_OFF = 12
_SENTENCE = 8  # words: a line of the front matter that ends with a full stop is seldom so long


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one paragraph: ``seen.text[start:end]``."""

    seen: Seen
    start: int
    end: int

    @property
    def words(self) -> str:
        """Return the words themselves."""
        return self.seen.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the front matter and the paragraphs under it."""

    heading: Seen
    under: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where everything stands; None or empty for what was not found."""

    panel: Span | None
    meeting: Span | None
    title: Span | None
    contact: Span | None
    more_contact: tuple[Seen, ...]  # further lines of the contact, which the one line takes the place of
    summary: Section | None
    recommendation: Section | None
    body: tuple[Seen, ...]
    signatory: Span | None
    role: Span | None
    behind: tuple[Seen, ...]  # an appendix behind the sign-off, which is the old paper's own


def recognise(seen: Sequence[Seen], core_title: str) -> Recognised:
    """Return what stands where in a paper, given its paragraphs in order and the title of its properties."""
    end = _end_of_front(seen, core_title)
    front = seen[:end]
    meeting = _meeting(front)
    contact, more = _contact(front)
    used = {one.seen for one in (meeting, contact) if one is not None} | set(more)
    panel = _panel([one for one in front if one not in used])
    used |= {panel.seen} if panel else set()
    title = _title(front, used, core_title)
    found: dict[str, Section] = {}
    at = end
    while at < len(seen) and (name := _section(seen[at])) is not None and name not in found:
        after = _section_end(seen, at + 1)
        if name == "recommendation" and not _goes_on(seen, after):
            break  # a recommendation that nothing follows closes the paper
        found[name] = Section(seen[at], tuple(seen[at + 1 : after]))
        at = after
    signatory, role, last = _sign_off(seen, at)
    behind = _behind(seen, role)
    if contact is None:
        contact, more, last = _contact_behind(seen, max(at + 1, last - _SIGN_OFF), last)
    return Recognised(
        panel=panel,
        meeting=meeting,
        title=title,
        contact=contact,
        more_contact=more,
        summary=found.get("summary"),
        recommendation=found.get("recommendation"),
        body=tuple(seen[at:last]),
        signatory=signatory,
        role=role,
        behind=behind,
    )


def _whole(one: Seen) -> Span:
    return Span(one, 0, len(one.text))


def _section(one: Seen) -> str | None:
    typed = TYPED.match(one.text)
    words = one.text[typed.end() if typed else 0 :].strip().rstrip(":.")
    if len(words) > _SHORT:
        return None
    if SUMMARY.fullmatch(words):
        return "summary"
    return "recommendation" if RECOMMENDATION.fullmatch(words) else None


def _end_of_front(seen: Sequence[Seen], core_title: str) -> int:
    """Return where the front matter ends: at its first known heading, or where the paper itself begins.

    A known heading further on, such as a closing recommendation, belongs to the paper.
    """
    for at, one in enumerate(seen[:_MOST_FRONT]):
        if _section(one) is not None:
            return at
        if _begins_a_section(seen, at, core_title):
            return at
        if _begins_the_text(one):
            # The heading right above belongs to the paper, if the front matter has a title without it.
            above = seen[at - 1]
            front = above.is_title or DATE.search(above.text) or PANEL_NAME.fullmatch(above.text.strip())
            heading = at > 1 and is_heading(above) and not front
            return at - 1 if heading and any(map(_may_be_title, seen[: at - 1])) else at
    return min(len(seen), _MOST_FRONT)


def _begins_the_text(one: Seen) -> bool:
    """Return whether a paragraph is no line of the front matter: numbered, listed, long, or a whole sentence."""
    words = one.text.strip()
    if one.in_table:
        return False
    typed = TYPED.match(one.text) and not DATE.match(words)  # “3 October 2023” is no third paragraph
    if one.is_number or one.is_bullet or typed:
        return True
    if CONTACT.match(words):
        return False
    return len(words) > _LONG or _is_sentence(one)


def _is_sentence(one: Seen) -> bool:
    words = one.text.strip()
    front = DATE.search(words) or NO_TITLE.match(words) or REACHED.search(words)
    return words.endswith(".") and len(words.split()) >= _SENTENCE and not (front or is_heading(one) or one.is_title)


def _begins_a_section(seen: Sequence[Seen], at: int, core_title: str) -> bool:
    """Return whether a paragraph is the heading of the paper's first section: text follows, and a title stands above."""
    one, below = seen[at], seen[at + 1] if at + 1 < len(seen) else None
    words = one.text.strip()
    if below is None or one.in_table or one.is_title or not is_heading(one) or not _may_be_title(one):
        return False
    if words.casefold() == core_title.casefold() or words.endswith(":") or not any(map(_may_be_title, seen[:at])):
        return False
    follows = _begins_the_text(below) or (below.text.strip().endswith(".") and not is_heading(below))
    return follows and not below.in_table and not CONTACT.match(below.text.strip()) and not DATE.search(below.text)


def _may_be_title(one: Seen) -> bool:
    words = one.text.strip()
    return not (DATE.search(words) or PANEL.search(words) or CONTACT.match(words) or NO_TITLE.match(words))


def _meeting(front: Sequence[Seen]) -> Span | None:
    dated = [(one, match) for one in front if (match := DATE.search(one.text)) is not None]
    for one, match in dated:
        alone = one.text.strip() == match.group()
        if MEETING.search(one.text) or alone or DATE_LABEL.search(label_before(one)):
            return Span(one, match.start(), match.end())
    return Span(dated[0][0], dated[0][1].start(), dated[0][1].end()) if dated else None


def _contact(front: Sequence[Seen]) -> tuple[Span | None, tuple[Seen, ...]]:
    for at, one in enumerate(front):
        start = len(one.text) - len(one.text.lstrip())
        label = CONTACT.match(one.text, start)
        if label is None:
            if CONTACT.fullmatch(label_before(one)):
                return _whole(one), ()
            continue
        more: list[Seen] = []
        for following in front[at + 1 :]:
            if not REACHED.search(following.text) and (more or label.end() < len(one.text.rstrip())):
                break
            if _section(following) is not None or following.cell is not one.cell or len(more) == _SIGN_OFF:
                break
            more.append(following)
        if label.end() < len(one.text.rstrip()):
            return Span(one, label.end(), len(one.text)), tuple(more)
        if more:
            return _whole(more[0]), tuple(more[1:])
        if not one.in_table:
            return Span(one, len(one.text), len(one.text)), ()
    return None, ()


def _contact_behind(seen: Sequence[Seen], first: int, last: int) -> tuple[Span | None, tuple[Seen, ...], int]:
    """Return a contact that stands behind the body, its further lines, and where the body ends before it."""
    for at in range(first, last):
        one = seen[at]
        if not one.in_table and not (one.is_number or one.is_bullet) and len(one.text) <= _LONG:
            contact, more = _contact(seen[at:last])
            if contact is not None and contact.seen is one and at + 1 + len(more) == last:
                return contact, more, at
    return None, (), last


def _panel(front: Sequence[Seen]) -> Span | None:
    """Return the panel's name, where it stands by itself: with a label before it perhaps, but in no sentence.

    In the style of a title it is the panel's name where another line may be the paper's title, and the title otherwise.
    """
    titled = any(
        _may_be_title(one) and ((one.is_bold and not one.has_heading_style) or TITLE_LABEL.match(one.text))
        for one in front
    )
    for one in front:
        words = one.text.rstrip()
        colon = words.find(":")
        start = colon + 1 + (len(words[colon + 1 :]) - len(words[colon + 1 :].lstrip())) if colon >= 0 else 0
        if len(words) <= _SHORT and (titled or not one.is_title) and PANEL_NAME.fullmatch(words, start):
            return Span(one, start, len(one.text))
    return None


def _title(front: Sequence[Seen], used: set[Seen], core_title: str) -> Span | None:
    best: tuple[int, Span] | None = None
    after_meeting = False
    for one in front:
        if one in used:
            after_meeting = after_meeting or DATE.search(one.text) is not None
            continue
        label = TITLE_LABEL.match(one.text)
        start = label.end() if label is not None and label.end() < len(one.text) else 0
        words = one.text[start:].strip()
        score = (
            (8 if one.is_title else 0)
            + (6 if core_title and words.casefold() == core_title.casefold() else 0)
            + (5 if start or TITLE_LABEL.fullmatch(label_before(one)) else 0)
            + (2 if is_heading(one) else 0)
            + (2 if after_meeting else 0)
            - (6 if NO_TITLE.match(words) or TITLE_LABEL.fullmatch(words + " ") or words.endswith(":") else 0)
            - (4 if len(words) > _LONG or DATE.search(words) else 0)
        )
        if score >= 0 and (best is None or score > best[0]):
            best = score, Span(one, start, len(one.text))
    return best[1] if best else None


def _section_end(seen: Sequence[Seen], first: int) -> int:
    at = first
    while at < len(seen) and not is_heading(seen[at]) and _section(seen[at]) is None:
        numbered = seen[at].is_number or TYPED.match(seen[at].text) is not None
        before = at > first and not (seen[at - 1].is_number or TYPED.match(seen[at - 1].text) is not None)
        if numbered and before:
            break  # the paper goes on without a heading
        at += 1
    return at


def _sign_off(seen: Sequence[Seen], first: int) -> tuple[Span | None, Span | None, int]:
    """Return name, role, and where the body ends."""
    lowest = max(first + 1, len(seen) - _SIGN_OFF)
    for at in range(len(seen) - 1, lowest - 1, -1):
        one = seen[at]
        if one.is_number or one.is_bullet or len(one.text) > _SHORT:
            continue
        parted = re.split(r"\s*[,\n–]\s*", one.text.strip(), maxsplit=1)
        if len(parted) > 1 and NAME.fullmatch(parted[0]) and ROLE.search(parted[1]):
            name = one.text.index(parted[0])
            role = one.text.index(parted[1], name + len(parted[0]))
            return Span(one, name, name + len(parted[0])), Span(one, role, role + len(parted[1])), at
        above = seen[at - 1] if at > lowest - 1 and at - 1 >= first else None
        if above is not None and ROLE.search(one.text) and NAME.fullmatch(above.text.strip()) and not above.is_number:
            return _whole(above), _whole(one), at - 1
    return None, None, len(seen)


def _goes_on(seen: Sequence[Seen], at: int) -> bool:
    """Return whether anything but a sign-off stands from here on."""
    return at < _sign_off(seen, at - 1)[2] if at < len(seen) else False


def _behind(seen: Sequence[Seen], role: Span | None) -> tuple[Seen, ...]:
    """Return what an appendix behind the sign-off holds, from its heading to the end."""
    if role is None:
        return ()
    after = seen.index(role.seen) + 1
    for at in range(after, len(seen)):
        one = seen[at]
        appendix = APPENDIX.match(one.text) and not one.text.rstrip().endswith(".")
        if not one.in_table and (appendix or (is_heading(one) and not CONTACT.match(one.text.strip()))):
            return tuple(seen[at:])
    return ()
