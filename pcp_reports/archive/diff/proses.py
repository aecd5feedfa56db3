"""How much of a text changed, in a sentence; the words themselves stand where the two papers are laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.diff.change import Change
from pcp_reports.comparing.words.stretches import stretches
from pcp_reports.prose import read_prose
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.comparing.words.stretches import Stretch

_FEW = 3  # so many places of a text are shown at once
_SHORT = 80  # characters of a place that is shown at once


def prose_changes(name: str, was: str | None, now: str | None) -> Iterator[Change]:
    """Yield the sentence of a text that came, went, or was changed."""
    if was is None or now is None:
        text = now if was is None else was
        what = "added" if was is None else "taken out"
        yield Change(f"{name} {what} ({counted(len((text or '').split()), 'word')}: {quoted(shortened(text or ''))}).")
        return
    if was.split() == now.split():
        how = (
            "only its layout changed (paragraphs, bullets)"
            if _laid_out(was) != _laid_out(now)
            else "only typed otherwise"
        )
        yield Change(f"{name}: {how}; the words are the same.")
        return
    changed = [one for one in stretches(was, now) if not one.same]
    out, put = (sum(len(getattr(one, side).split()) for one in changed) for side in ("old", "new"))
    told = [f"{counted(number, 'word')} {what}" for number, what in ((out, "taken out"), (put, "put in")) if number]
    yield Change(f"{name} changed: {listed(told) or 'only the spaces'}{_shown(changed)}.")


def _laid_out(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_prose(text).blocks]


def _shown(changed: list[Stretch]) -> str:
    """Return the places themselves where they are few and short."""
    if len(changed) > _FEW or any(len(one.old) + len(one.new) > _SHORT for one in changed):
        return ""
    return f" ({listed([_place(one) for one in changed])})"


def _place(one: Stretch) -> str:
    old, new = one.old.strip(), one.new.strip()
    if not old:
        return f"{quoted(new)} put in"
    return f"{quoted(old)} → {quoted(new)}" if new else f"{quoted(old)} taken out"
