"""How to mend a text of several lines that was pasted without the bar, or without being set in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.typed_lines import Mend, Parts, indent_of, starts_with_key, take_apart

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

_BAR = re.compile(r":[ ]+[|>][+-]?[ ]*$")
_ESCAPE = {ord("\\"): "\\\\", ord('"'): '\\"'}


def text_mends(lines: list[str], number: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Yield the mend of paragraphs under ``text: |`` that are not set in, or set in more at the top than beneath."""
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
        last = _last_line(lines, first, keys)
        new = tuple(
            " " * column + line.strip() if line.strip() and indent_of(line) < column else line
            for line in lines[first : last + 1]
        )
        if new != tuple(lines[first : last + 1]):
            why = f"the words under “{parts.name}: |” must be set in by two spaces"
            hint = f"Put {column} spaces before each line of the text."
            yield Mend("Y116", why, first, 0, first, new, hint=hint)
            return
        yield from _top_too_far_in(lines, head, _last_line(lines, head + 1, keys), parts)
        return


def _top_too_far_in(lines: list[str], head: int, last: int, parts: Parts) -> Iterator[Mend]:
    first = next((number for number in range(head + 1, last + 1) if lines[number].strip()), last)
    top = indent_of(lines[first])
    least = min((indent_of(line) for line in lines[first : last + 1] if line.strip()), default=top)
    end = first
    while end <= last and (not lines[end].strip() or indent_of(lines[end]) >= top):
        end += 1
    if least < top:
        new = tuple(line[top - least :] if line.strip() else line for line in lines[first:end])
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
    last = _last_line(lines, at, keys)
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
    shown = (f"{parts.before.rstrip()} |", *(margin + line if line else "" for line in words[0 if value else 1 :]))
    return Mend(
        "Y116",
        f"a text of several paragraphs needs a bar behind “{parts.name}:”, and its words set in beneath",
        at,
        0,
        head,
        tuple(new),
        certain=parts.name in PROSE and not whole,
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


def _last_line(lines: list[str], at: int, keys: frozenset[str]) -> int:
    last = at
    while last + 1 < len(lines) and not starts_with_key(lines[last + 1], keys):
        last += 1
    while last > at and not lines[last].strip():
        last -= 1
    return last


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
    if any(starts_with_key(line, keys) or line.lstrip().startswith("- ") or not line.strip() for line in inner):
        return  # a key is a slip in the indent; blank lines and bullets make a text of several paragraphs
    new = [f'{head.before}"{head.value.translate(_ESCAPE)}', *(line.translate(_ESCAPE) for line in inner)]
    new[-1] = new[-1].rstrip() + '"'
    why = "a colon stands in the words, and YAML takes what is before it for another key"
    yield Mend("Y110", why, number, colon.start(), start, tuple(new))
