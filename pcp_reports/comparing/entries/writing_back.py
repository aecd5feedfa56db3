"""Changes -> the bytes of entry files that hold them; and which changes cannot be written, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.change import TextEdit
from pcp_reports.comparing.entries.fields import Keys
from pcp_reports.comparing.words.splicing import spliced
from pcp_reports.nodes import Text
from pcp_reports.rewriting import Refused, Setting, rewritten
from pcp_reports.rewriting.edits import node_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.rewriting import Trail
    from pcp_reports.workspace import Filed

Left = list[tuple["Change", str]]
"""Changes that are not written, each with the reason as a clause."""


def files_of(stories: Stories, changes: Iterable[Change]) -> tuple[dict[str, bytes], Left]:
    """Return the new bytes of each file that changes are written into, and the changes that cannot be."""
    by_path: dict[str, list[Change]] = {}
    for change in changes:
        if change.edit is not None:
            by_path.setdefault(change.edit.path, []).append(change)
    files: dict[str, bytes] = {}
    left: Left = []
    for path, group in by_path.items():
        filed = stories.files.get(path)
        if filed is None or filed.source.data is None:
            left += [(one, "the file cannot be read") for one in group]
            continue
        made = _file(filed, group)
        if isinstance(made, bytes):
            files[path] = made
            continue
        # Together they cannot stand: each that can alone is kept as long as the file can be written.
        kept: list[Change] = []
        for one in group:
            tried = _file(filed, [*kept, one])
            if isinstance(tried, bytes):
                kept.append(one)
                files[path] = tried
            else:
                left.append((one, tried))
    return files, left


def _file(filed: Filed, changes: Sequence[Change]) -> bytes | str:
    """Return the bytes of a file with all the changes in it, or why they cannot be written."""
    settings = _settings(filed, changes)
    if isinstance(settings, str):
        return settings
    text = (filed.source.data or b"").decode("utf-8", errors="surrogateescape")
    made = rewritten(text, settings)
    return made.why if isinstance(made, Refused) else made.encode("utf-8", errors="surrogateescape")


def _settings(filed: Filed, changes: Sequence[Change]) -> list[Setting] | str:
    texts: dict[Trail, list[TextEdit]] = {}
    settings: dict[Trail, Setting] = {}
    for change in changes:
        if isinstance(change.edit, TextEdit):
            texts.setdefault(change.edit.trail, []).append(change.edit)
        elif isinstance(change.edit, Keys):
            for one in change.edit.settings:
                if settings.get(one.trail, one) != one:
                    return "two changes set the same key to different words"
                settings[one.trail] = one
    for trail, edits in texts.items():
        value = node_at(filed.source.root, trail)
        new = spliced(value, [one for edit in edits for one in edit.splices]) if isinstance(value, Text) else None
        if new is None:
            return "two changes stand too close together"
        settings[trail] = Setting(trail, new)
    return list(settings.values())
