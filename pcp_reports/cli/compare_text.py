"""The changes that somebody made in Word, for an officer's eyes: figures first, then wording, then what was moved.

The marks ``[-…-]`` and ``{+…+}`` stand whether there is colour or not: colour is lost in a file, and on some eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pcp_reports.cli.report import in_full, shown
from pcp_reports.comparing.entries.change import Change, Kind
from pcp_reports.comparing.words.stretches import stretches
from pcp_reports.findings import Severity, by_weight
from pcp_reports.words import counted, shortened, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.comparing.applying import Plan
    from pcp_reports.comparing.comparison import Comparison
    from pcp_reports.findings import Finding

_INDENT = "    "
_LONGEST_SAME = 160  # characters of what is the same; more is cut in its middle
_KEPT = 60
_LONGEST_ALONE = 600
_IF = "If the entries said so, check would say"
_SIGNS = {"-": ("[-", "-]", "red"), "+": ("{+", "+}", "green")}
_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_BECAME = {
    Kind.ADDED: "added",
    Kind.DELETED: "deleted",
    Kind.MOVED: "moved",
    Kind.SPLIT: "parted into several",
    Kind.JOINED: "joined into one",
    Kind.LAYOUT: "set otherwise",
}


def as_text(
    made: Comparison, planned: Plan | None, written: Sequence[str], sources: Mapping[str, Sequence[str]]
) -> str:
    """Return the whole comparison; with ``planned`` also what was written and what is left."""
    parts = [click.style(f"{shown(made.paper)}: changes in {shown(made.file)}", bold=True)]
    parts += [_finding(one) for one in by_weight(made.findings) if one.code != "W707"]
    if not made.read:
        return "\n\n".join([*parts, "Nothing was compared."])
    if made.strange and not made.changes:
        return "\n\n".join([*parts, _not_listed(made)])
    told = [one for one in made.changes if one.kind is not Kind.TYPOGRAPHIC]
    if planned is not None:
        return "\n\n".join([*parts, *_after(made, planned, written, sources)])
    figures = [one for one in told if one.figures]
    wording = [one for one in told if not one.figures]
    parts += _group("Figures that changed", figures, sources)
    parts += _group("Wording" if figures else "Changes", wording, sources)
    parts += _checked(made.checked)
    return "\n\n".join([*parts, _summary(made, told)])


def _group(title: str, changes: Sequence[Change], sources: Mapping[str, Sequence[str]]) -> list[str]:
    return [click.style(title, bold=True), *(_change(one, sources) for one in changes)] if changes else []


def _change(change: Change, sources: Mapping[str, Sequence[str]]) -> str:
    became = f", {_BECAME[change.kind]}" if change.kind in _BECAME else ""
    place = f"{change.path}:{change.line}" if change.path else _no_path(change)
    entry = f"{change.entry}, " if change.entry else ""
    where = change.where[:1].upper() + change.where[1:] or "In the paper"
    lines = [f"{click.style(shown(where), bold=True)}{became} {click.style(f'({shown(entry + place)})', dim=True)}"]
    lines += [
        f"{_INDENT}{shown(one.old) or '(nothing)'} → {shown(one.new) or '(nothing)'}: {in_full(one.explanation)}"
        for one in change.figures
    ]
    lines += [f"{_INDENT}{row}" for row in _words(change)]
    if change.line and not change.can_apply and change.kind is not Kind.MOVED:
        own = sources.get(change.path, ())
        if 0 < change.line <= len(own) and own[change.line - 1].strip():
            lines.append(f"{_INDENT}{change.line} | {shown(shortened(own[change.line - 1].strip(), 100))}")
    if change.why and change.kind is not Kind.TYPOGRAPHIC:
        lines.append(f"{_INDENT}Not written by --apply: {in_full(change.why)}.")
    if change.hint:
        lines.append(f"{_INDENT}→ {in_full(change.hint)}")
    return "\n".join(lines)


def _no_path(change: Change) -> str:
    return "of no entry yet" if change.kind is Kind.ADDED else "the template, or the page around the text"


def _words(change: Change) -> Iterator[str]:
    """Yield the words, those that went and came marked; of what is the same only what stands near."""
    if change.kind in (Kind.ADDED, Kind.DELETED):
        sign = "+" if change.new else "-"
        yield _marked(_cut(change.new or change.old, _LONGEST_ALONE), sign)
        return
    if change.kind is Kind.MOVED:
        yield f"“{_cut(shown(change.new), _LONGEST_SAME)}”"
        return
    pieces = []
    for one in stretches(_on_a_line(change.old), _on_a_line(change.new)):
        if one.same:
            pieces.append(shown(_cut(one.old, _LONGEST_SAME)))
            continue
        pieces += [_marked(one.old, "-")] if one.old else []
        pieces += [" "] if one.old.strip() and one.new.strip() else []
        pieces += [_marked(one.new, "+")] if one.new else []
    yield "".join(pieces)


def _on_a_line(text: str) -> str:
    return text.replace("\n", " ¶ ")


def _marked(text: str, sign: str) -> str:
    opening, closing, colour = _SIGNS[sign]
    return click.style(f"{opening}{shown(text)}{closing}", fg=colour)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    first, last = text.rfind(" ", 0, _KEPT), text.find(" ", len(text) - _KEPT)
    return f"{text[:first]} …{text[last:]}" if 0 < first < last else text


def _checked(findings: Sequence[Finding], title: str = _IF) -> list[str]:
    """Return what check would say if the entries said what Word says, or says now that they do."""
    if not findings:
        return []
    return [click.style(title, bold=True), *(_finding(one) for one in by_weight(findings))]


def _finding(one: Finding) -> str:
    colour = _COLOUR[one.severity]
    place = click.style(f"({one.code}, {shown(str(one.place))})", dim=True)
    lines = [f"{click.style(one.severity.value, fg=colour, bold=True)}: {in_full(one.message)} {place}"]
    return "\n".join([*lines, *([f"{_INDENT}→ {in_full(one.hint)}"] if one.hint else [])])


def _signs(changes: Iterable[Change]) -> str:
    number = sum(one.kind is Kind.TYPOGRAPHIC for one in changes)
    if not number:
        return ""
    these = "differs" if number == 1 else "differ"
    return (
        f" {counted(number, 'paragraph')} {these} only in quotation marks, dashes or blanks, as Word sets them by itself;"
        " the entries keep their own."
    )


def _not_listed(made: Comparison) -> str:
    again = f"pcp-reports compare {typed(made.paper)} {shown(typed(made.file))} --all"
    return f"Nothing is listed or written. If it is this paper after all, type: {again}"


def _summary(made: Comparison, told: Sequence[Change]) -> str:
    if not told:
        return f"Nothing was changed in Word.{_signs(made.changes)}"
    able = sum(one.can_apply for one in told)
    figures = sum(len(one.figures) for one in told)
    said = counted(len(told), "change") + (f", {counted(figures, 'figure')} among them" if figures else "") + "."
    if able:
        name = typed(made.file)
        said += (
            f" “pcp-reports compare {typed(made.paper)} {shown(name)} --apply” writes"
            f" {'it' if able == len(told) == 1 else f'{able} of them'} into the entries."
        )
    return f"{said}{_signs(made.changes)}"


def _after(
    made: Comparison, planned: Plan, written: Sequence[str], sources: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield what --apply came to: what was written, what is left, and what the paper would still say otherwise."""
    done = [one for one in planned.applied if one.edit is not None and one.edit.path in written]
    lost = [one for one in planned.applied if one.edit is not None and one.edit.path not in written]
    left = [one for one in planned.left if one.kind is not Kind.TYPOGRAPHIC]
    yield from _group("Written into the entries", done, sources)
    yield from _group("Left for you", [*lost, *left], sources)
    yield from _checked(planned.anew, "Now check says as well" if written else _IF)
    known = {(one.kind, one.old, one.new) for one in left}
    others = [one for one in planned.remaining if one.kind is Kind.LAYOUT and (one.kind, one.old, one.new) not in known]
    yield from _group("What the paper, built again, will have otherwise than Word", others, sources)
    undone = [*left, *lost, *others]
    files = f" in {counted(len(written), 'file')}: {', '.join(map(shown, written))}" if written else ""
    rest = f", {counted(len(undone), 'change')} left for you" if undone else ""
    if not (done or undone):
        yield f"Nothing was changed in Word.{_signs(made.changes)}"
        return
    yield f"{counted(len(done), 'change')} written{files}{rest}.{_signs(made.changes)}{_next(made, done, undone)}"


def _next(made: Comparison, done: Sequence[Change], left: Sequence[Change]) -> str:
    """Return what to do next: a paper built now would not have what is left."""
    if not done:
        return ""
    again = f"pcp-reports build {typed(made.paper)} --replace"
    if not left:
        return f" Now: {again}"
    what, them = ("That is", "it") if len(left) == 1 else (f"Those {len(left)} are", "them")
    lost = f"{what} not in the entries yet, and a paper built now would not have {them}."
    return f"\n{lost} Settle {them} first. Then: {again}"
