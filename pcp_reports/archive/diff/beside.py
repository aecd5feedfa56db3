"""What changed of the files beside the entries: the template, the totals, the register of figures, and what it was made with."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.diff.change import Change, ended
from pcp_reports.archive.diff.recorded import RECORDED
from pcp_reports.archive.layout import TEMPLATE
from pcp_reports.editing import digest
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.archive.diff.held import Held

_MOST_LINES = 12
_TOLD_ELSEWHERE = frozenset(
    (
        *("paper", "version", "status", "reason", "by", "created"),
        *("document", "inputs", "template", "outputs"),
        *RECORDED,
    )
)
"""What version.json says that is told in the heading of a comparison or by `recorded`, or follows from the files themselves."""
_LIBRARIES = "dependencies"


def template_changes(old: Held, new: Held) -> Iterator[Change]:
    """Yield whether the Word template changed, and whether its words did or its looks alone."""
    was, now = old.files.get(TEMPLATE), new.files.get(TEMPLATE)
    if was == now:
        return
    if was is None or now is None:
        yield Change(
            f"The template {'was not kept with the older' if was is None else 'is not kept with the newer'} version."
        )
        return
    yield Change(f"The template was changed{_of_word_file(was, now)}.")


def _of_word_file(was: bytes, now: bytes) -> str:
    """Return whether the words of a Word file changed or its looks alone; nothing of one that cannot be read."""
    from pcp_reports.word.printed_lines import printed_lines  # noqa: PLC0415 - Word is slow to load

    before, after = (printed_lines(data, "") for data in (was, now))
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return ""
    return ": its looks alone; its words are the same" if before == after else ": its words too"


def made_otherwise(old: Held, new: Held) -> Iterator[Change]:
    """Yield what differs of what the versions were made with: the tool, Python, the libraries."""
    for name in [*new.about, *(one for one in old.about if one not in new.about)]:
        was, now = old.about.get(name), new.about.get(name)
        if was == now or name in _TOLD_ELSEWHERE:
            continue
        if name == _LIBRARIES and isinstance(was, dict) and isinstance(now, dict):
            changed = [one for one in {**was, **now} if was.get(one) != now.get(one)]
            rows = [f"{one} {was.get(one, 'not used')} → {now.get(one, 'not used')}" for one in changed]
            yield Change(f"Other libraries: {listed(rows)}.")
        else:
            yield Change(f"{name[:1].upper() + name[1:]}: {_short(was)} → {_short(now)}.")


def other_changes(old: Mapping[str, bytes], new: Mapping[str, bytes], told: set[str]) -> Iterator[tuple[str, Change]]:
    """Yield for every other file that differs its path and what is to be said of it; ``told`` are told elsewhere."""
    for path in [*new, *(one for one in old if one not in new)]:
        if path in told or old.get(path) == new.get(path):
            continue
        if path not in old:
            yield path, Change("Kept with the newer version only.")
        elif path not in new:
            yield path, Change("Kept with the older version only.")
        elif path.endswith(".docx"):
            yield path, Change(f"This Word file was changed{_of_word_file(old[path], new[path])}.")
        else:
            for change in text_changes(old[path], new[path]):
                yield path, change


def text_changes(old: bytes, new: bytes) -> Iterator[Change]:
    """Yield what changed from one file to another, line by line, as they were typed."""
    try:
        was, now = (data.decode("utf-8-sig").splitlines() for data in (old, new))
    except UnicodeDecodeError:
        yield Change(f"Its content changed (digest {digest(old)[:12]} → {digest(new)[:12]}).")
        return
    rows = [
        row
        for row in difflib.unified_diff(was, now, n=0, lineterm="")
        if row[:1] in "+-" and not row.startswith(("---", "+++"))
    ]
    if not rows:
        yield Change("Only the ends of its lines changed.")
    for row in rows[:_MOST_LINES]:
        yield Change(ended(f"Line {'put in' if row[0] == '+' else 'taken out'}: {quoted(shortened(row[1:], 200))}"))
    if len(rows) > _MOST_LINES:
        yield Change(f"… and {counted(len(rows) - _MOST_LINES, 'more line', 'more lines')}.")


def _short(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return " ".join(map(_short, value.values()))
    if isinstance(value, list):
        return listed(list(map(_short, value))) or "nothing"
    return "nothing" if value is None else shortened(str(value), 100)
