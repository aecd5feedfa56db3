"""How to mend a text of several lines that was pasted without the bar, or without being set in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.bare_keys import meant_for_key, perhaps_key
from pcp_reports.typed_lines import Mend, Parts, indent_of, starts_with_key, take_apart, without_note

if TYPE_CHECKING:
    from collections.abc import Iterator

PROSE = frozenset(("text", "summary", "recommendation", "objective", "measures_of_success"))
"""The keys that paragraphs stand behind."""

NO_WORDS = frozenset(
    (
        "kind",
        "meeting",
        "date",
        "held",
        "launched",
        "announced",
        "due",
        "ready",
        "amount",
        "language",
        "clear_days",
        "least",
        "most",
        "budget",
        "status",
        "order",
        "email",
        "telephone",
        "awarded",
        "template",
        "recipient_id",
    )
)
"""Keys behind which nobody writes sentences."""

LOOK_BACK = 40
"""How many lines above are looked at for the key that a text belongs to; five times as many under a bar."""

_BAR = re.compile(r":[ ]+[|>][+-]?[ ]*(?: #.*)?$")
_NOTE_LINE = re.compile(r"\s*#(?:[\s#=!-]|$)")
_ESCAPE = {ord("\\"): "\\\\", ord('"'): '\\"'}


def text_mends(lines: list[str], number: int, keys: frozenset[str], *, bare: bool = False) -> Iterator[Mend]:
    """Yield the mend of paragraphs under ``text: |`` that are not set in, or set in more at the top than beneath.

    With ``bare`` only where none of the words under the key is set in, so that they can be nothing else.
    """
    for at in (number, number - 1, number - 2):
        if at <= 0 or at >= len(lines) or not lines[at].strip():
            continue
        head = at - 1
        while head >= 0 and not _BAR.search(lines[head]):
            if starts_with_key(lines[head], keys) or head < at - LOOK_BACK * 5:
                head = -1
                break
            head -= 1
        if head < 0:
            continue
        parts = take_apart(lines[head])
        column = len(parts.lead) + 2
        first = head + 1
        while first < at and (not lines[first].strip() or indent_of(lines[first]) >= column):
            first += 1
        top = next(line for line in lines[head + 1 :] if line.strip())
        if bare and (parts.name not in PROSE or parts.lead.strip() or indent_of(top) > indent_of(lines[head])):
            return
        margin = len(parts.lead)
        if first >= len(lines) or meant_for_key(lines, first, keys, margin):
            return
        last = _last_line(lines, first, keys, margin)
        new = tuple(
            " " * column + line.strip() if line.strip() and indent_of(line) < column else line
            for line in lines[first : last + 1]
        )
        if new != tuple(lines[first : last + 1]):
            why = f"the words under “{parts.name}: |” must be set in by two spaces"
            hint = f"Put {column} spaces before each line of the text."
            moved = [line for line in lines[first : last + 1] if indent_of(line) < column]
            yield Mend("Y116", why, first, 0, first, new, _are_words(moved, keys, margin), hint=hint)
            return
        yield from _top_too_far_in(lines, head, _last_line(lines, head + 1, keys, margin), parts)
        return


def _top_too_far_in(lines: list[str], head: int, last: int, parts: Parts) -> Iterator[Mend]:
    first = next((number for number in range(head + 1, last + 1) if lines[number].strip()), last)
    top = indent_of(lines[first])
    least = min((indent_of(line) for line in lines[first : last + 1] if line.strip()), default=top)
    end = first
    while end <= last and (not lines[end].strip() or indent_of(lines[end]) >= top):
        end += 1
    if least < top:
        moved = (line[top - least :] if line.strip() else line for line in lines[first:end])
        new = (*moved, *lines[end : last + 1])
        why = f"the first line under “{parts.name}: |” is set in further than those beneath it"
        hint = f"Begin it with {least} spaces, as the lines beneath do."
        yield Mend("Y116", why, first, top, first, new, hint=hint)


def paragraph_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Yield the mend of paragraphs pasted behind ``text:`` without the bar that lets a text run over several lines."""
    for at in (number, number - 1):
        head = at - 1
        while head >= 0 and not starts_with_key(lines[head], keys) and head > at - LOOK_BACK:
            head -= 1
        if head < 0 or not starts_with_key(lines[head], keys) or starts_with_key(lines[at], keys):
            continue
        mend = with_bar(lines, head, at, keys)
        if mend is not None:
            yield mend
            return


def with_bar(lines: list[str], head: int, at: int, keys: frozenset[str]) -> Mend | None:
    """Return the mend that puts a bar behind the key on line ``head`` and sets in its words, ``at`` among them."""
    parts = take_apart(lines[head])
    if parts.name in NO_WORDS or (parts.name not in PROSE and not parts.value):
        return None
    value = re.sub(r"^[|>][+-]?(?= |$) *", "", parts.value) if parts.name in PROSE else parts.value
    if value[:1] == "#" or (not value and parts.value) or (parts.name not in PROSE and value[0] in "'\"|>"):
        return None
    margin_above = len(parts.lead)
    if any(meant_for_key(lines, number, keys, margin_above) for number in range(head + 1, at + 1)):
        return None
    value, note = without_note(value) if value else (value, "")
    last = _last_line(lines, at, keys, margin_above)
    sure = _are_words(lines[head + 1 : last + 1], keys, margin_above)
    words = [value, *(line.strip() for line in lines[head + 1 : last + 1])]
    quote = value[:1]
    whole = quote in ("'", '"') and value.count(quote) % 2 == 1 and words[-1].endswith(quote)
    if whole:  # the marks were put round the whole text for YAML's sake
        words[0], words[-1] = words[0][1:], words[-1][:-1]
    margin = " " * (len(parts.lead) + 2)
    escaped = [margin + line.translate(_ESCAPE) if line else "" for line in words]
    opened = next(number for number, line in enumerate(words) if line)
    new = [f"{parts.before.rstrip()} ".rstrip() if opened else f'{parts.before}"{escaped[0].strip()}', *escaped[1:]]
    if opened:
        new[opened] = f'{margin}"{escaped[opened].strip()}'
    new[-1] += '"'
    beneath = words if value else words[1:]
    shown = (f"{parts.before.rstrip()} |{note}", *(margin + line if line else "" for line in beneath))
    return Mend(
        "Y116",
        f"a text of several paragraphs needs a bar behind “{parts.name}:”, and its words set in beneath",
        at,
        0,
        head,
        tuple(new),
        certain=parts.name in PROSE and not whole and sure,
        shown=shown,
        hint=f"Type: {parts.name}: | and begin the words on the next line, each line set in by {len(margin)} spaces.",
    )


def runs_on(lines: list[str], number: int, keys: frozenset[str]) -> Mend | None:
    """Return the mend of a text that begins behind its key on line ``number`` and goes on beneath it, else None."""
    parts = take_apart(lines[number])
    below = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), number)
    if parts.name not in PROSE or not parts.value or below == number or starts_with_key(lines[below], keys):
        return None
    return with_bar(lines, number, below, keys)


def _last_line(lines: list[str], at: int, keys: frozenset[str], margin: int) -> int:
    """Return the last line of the words that line ``at`` stands in; blank lines and notes at their end stay outside."""
    last = at
    while last + 1 < len(lines) and not meant_for_key(lines, last + 1, keys, margin):
        last += 1
    while last > at and (not lines[last].strip() or _NOTE_LINE.match(lines[last])):
        last -= 1
    return last


def _are_words(lines: list[str], keys: frozenset[str], margin: int) -> bool:
    """Return whether lines that are to become a text are words for certain: no notes, and nothing meant for a key."""
    return not any(_NOTE_LINE.match(line) or without_note(line)[1] or perhaps_key(line, keys, margin) for line in lines)


def run_on_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Yield the mend of a value that runs over several lines, with a colon in a later one: quotation marks round it."""
    colon = re.search(r":(?=\s|$)", lines[number])
    start = number - 1
    while start >= 0 and not take_apart(lines[start]).key and start > number - LOOK_BACK:
        start -= 1
    if colon is None or start < 0:
        return
    head = take_apart(lines[start])
    if not head.key or not head.value or head.name in NO_WORDS or head.value[0] in "'\"#@`%&*!|>?,]}-:{[":
        return
    end = number
    while end + 1 < len(lines) and lines[end + 1].strip() and indent_of(lines[end + 1]) > len(head.lead):
        end += 1
    inner = lines[start + 1 : end + 1]
    if any(indent_of(line) <= len(head.lead) for line in inner):
        return  # what is as far in as the key is no part of its words
    if any(meant_for_key(lines, at, keys, len(head.lead)) for at in range(start + 1, end + 1)):
        return
    if any(line.lstrip().startswith("- ") or not line.strip() for line in inner):
        return  # a key is a slip in the indent; blank lines and bullets make a text of several paragraphs
    certain = not without_note(head.value)[1] and _are_words(inner, keys, len(head.lead))
    new = [f'{head.before}"{head.value.translate(_ESCAPE)}', *(line.translate(_ESCAPE) for line in inner)]
    new[-1] = new[-1].rstrip() + '"'
    why = "a colon stands in the words, and YAML takes what is before it for another key"
    yield Mend("Y110", why, number, colon.start(), start, tuple(new), certain)
