"""What is to be known before the changes are read: of the two sides, of what is still open in Word, of wrong figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.matching import words_of
from pcp_reports.comparing.pairs.units import marks_of
from pcp_reports.comparing.telling.sides import entries_named
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.comparing.pairs.base import Base
    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.telling.secrets import Secrets
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.passage import Paper

_LEAST_SHARED = 0.15
_MOST_COMMENTS = 50


def of_base(base: Base, sides: Sides, since: frozenset[str], matches: Sequence[Match], path: str) -> Iterable[Finding]:
    """Yield what is to be known of the two sides before the changes are read."""
    place = Place(path)
    own = sum(1 for unit in base.units if unit.block is not None)
    printed_by = {unit.mark.entry for unit in base.units if unit.mark is not None}
    marked = sum(any(mark.entry in printed_by for mark in marks_of(one)) for one in sides.passages)
    shared = sum(_says_the_same(match, sides) for match in matches)
    if own and shared < _LEAST_SHARED * own and not marked:
        message = f"Hardly a paragraph of the paper stands in this file: {shared} of {own}. It may be another paper."
        yield Finding("W704", message, place, "Look whether the file and the paper named belong together.")
    elif not marked and own:
        message = (
            "The hidden marks that tie a paragraph to its entry are gone from this file, so its paragraphs are told by"
            " their words."
        )
        yield Finding("W703", message, place, "Look the places over before anything is written with --apply.")
    printed = frozenset(unit.block.origin.path for unit in base.units if unit.block is not None)
    changed = since & (printed | {sides.paper, sides.stories.standing})
    if changed:
        what = counted(len(changed), "entry", "entries")
        message = (
            f"{what} changed since the paper was built: {entries_named(sides.stories, changed)}. What is shown as “was”"
            " is what they say now."
        )
        first = min(changed)
        yield Finding("W702", message, Place(first), "What Word left as it was built is not told as a change.")
    if not base.same_template:
        message = "The template was changed since the paper was built: words of its own may differ."
        yield Finding("W708", message, Place(base.template))


def _says_the_same(match: Match, sides: Sides) -> bool:
    """Return whether a paragraph of the paper stands in the file word for word."""
    if not match.units or not match.passages or sides.units[match.units[0]].block is None:
        return False
    return words_of(sides.units[match.units[0]].passage) == words_of(sides.passages[match.passages[0]])


def left_open(data: bytes, edited: Paper, path: str, secrets: Secrets) -> Iterable[Finding]:
    """Yield the tracked changes by whose they are, and the comments; of what is exempt only that there are some."""
    from pcp_reports.word.open_changes import open_in  # noqa: PLC0415 - Word is slow to load

    left = open_in(data, path)
    homes = {" ".join(one.text.split()): one for one in reversed(edited.passages)}

    def near(words: str) -> str:
        home = homes.get(words)
        return f"{home.where}: " if home is not None and home.where else ""

    def shown(words: str, beside: str, most: int) -> str:
        home = homes.get(beside)
        secret = secrets.are_in(words) or (secrets.holds(home) if home is not None else secrets.are_in(beside))
        return "[kept from the public]" if secret else quoted(shortened(words, most))

    by: dict[str, list[str]] = {}
    for one in left.tracked:
        by.setdefault(one.by, []).append(f"{near(one.near)}{shown(one.words, one.near, 60)} {one.how}")
    for person, rows in by.items():
        who = person or "Somebody without a name"
        message = (
            f"{who} has {counted(len(rows), 'tracked change')} open, taken here as accepted; the first is in {rows[0]}."
        )
        yield Finding(
            "W705", message, Place(path), "Accept or reject them in Word (Review) before the paper is published."
        )
    for said in left.comments[:_MOST_COMMENTS]:
        where = near(said.near)
        message = f"{said.by or 'Somebody'} asks or notes, in {where}{shown(said.words, said.near, 200)}"
        yield Finding(
            "W706",
            message if where else message.replace(", in ", ": ", 1),
            Place(path),
            "Answer it, then delete it in Word (Review).",
        )
    if len(left.comments) > _MOST_COMMENTS:
        more = counted(len(left.comments) - _MOST_COMMENTS, "more comment")
        yield Finding("W706", f"There are {more}.", Place(path), "Answer them, then delete them in Word (Review).")


def wrong_figures(changes: Iterable[Change], path: str) -> Iterable[Finding]:
    """Yield each figure in Word that the entries' own data contradict."""
    for change in changes:
        for one in change.figures:
            if not one.is_wrong:
                continue
            where = f"{change.where}: " if change.where else ""
            became = f"“{one.old}” became “{one.new}”" if one.old else f"“{one.new}” is new"
            message = f"{where}{became}. {one.explanation}"
            place = Place(change.path, change.line) if change.path else Place(path)
            back = "change it back in Word" if one.old else "take it out in Word"
            hint = f"Change the entry if {quoted(one.new)} is right; else {back}."
            yield Finding("W707", message, place, hint)
