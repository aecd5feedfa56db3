"""What a slip in a key, a list or a value is answered with: the line as it should be, where that is certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.bare_keys import means_exempt
from pcp_reports.findings import Fix
from pcp_reports.nodes import Block, Items, Text
from pcp_reports.typed_lines import take_apart, without_note
from pcp_reports.words import did_you_mean, listed, quoted, shortened, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from pcp_reports.model.fields import Reading, Trail
    from pcp_reports.nodes import Node
    from pcp_reports.source import Source

_BRACES = re.compile(r"\{.*\}")
OTHER_BULLET = re.compile(r"[•▪◦‣·●–—-]\s*[^\s\d-]")
"""What Word makes of a hyphen at the beginning of a line, and a hyphen without its space."""
MOST_SHOWN = 3
"""How many strands are named, and shown as they should be typed."""


def unknown_key(
    reading: Reading, trail: Trail, typed: Text, known: list[str], above: str = "", taken: Collection[str] = ()
) -> str:
    """Keep a finding about a key that is not known, and return the one that was probably meant, or nothing.

    ``above`` is a key above that has nothing behind it: the unknown one may belong beneath it. ``taken`` are known keys
    that stand beside it already, none of which can be offered.
    """
    reading.withheld = reading.withheld or means_exempt(typed)
    meant = did_you_mean(typed.strip("“”‘’\"' "), [*known, *taken])
    source = reading.source
    line = source.line(typed.line)
    if meant in taken:
        message = f"“{typed}” is not a key that is known here, and “{meant}” stands beside it already."
        reading.found("M103", trail, message, typed, "Keep one of the two, or begin a second item with a dash.")
        return ""
    if meant is None:
        hint = f"The keys that may still stand here are {listed(known)}." if known else ""
        if above:
            hint = f"If it belongs to “{above}:” above, set it in beneath it by two spaces. {hint}".rstrip()
        elif " " in typed:
            hint = f"If the words belong to the text above, set the line in by two spaces more. {hint}".rstrip()
        reading.found("M103", trail, f"“{shortened(typed, 60)}” is not a key that is known here.", typed, hint)
        return ""
    start = typed.column - 1
    mended = _as_mended(source, typed.line)
    new = line[:start] + meant + (mended or "")[start + len(typed) :]
    certain = mended is not None and mended[: start + len(typed)] == line[:start] + typed and new != line
    reading.found(
        "M103",
        trail,
        f"“{typed}” is not a key that is known here. Did you mean “{meant}”?",
        typed,
        f"Type: {new.strip()}" if certain else f"Type “{meant}” in its place.",
        source.fix(typed.line, new) if certain else None,
    )
    return meant


def _as_mended(source: Source, number: int) -> str | None:
    """Return a line with what else is wrong in it mended, or None where that is not certain or takes several lines."""
    line = source.line(number)
    if not source.mended or source.mended[number - 1] == line:
        return line
    fixes = [one.fix for one in source.findings if one.fix is not None and one.fix.first == number]
    return fixes[0].new[0] if len(fixes) == 1 and fixes[0].old == (line,) and len(fixes[0].new) == 1 else None


def cut_by_comma(reading: Reading, trail: Trail, node: Block, typed: Text) -> bool:
    """Say that a comma inside braces cuts the value above in two: ``{amount: £5,000}`` leaves a key “000” over."""
    names = list(node)
    at = names.index(typed)
    line = reading.source.line(node.line)
    start = node.column - 1
    cut = at > 0 and node[names[at - 1]] == ""
    above = next((node[name] for name in reversed(names[:at]) if node[name] != ""), None)
    whole = _BRACES.match(line, start)
    if not (node.flow and isinstance(above, Text) and above and node[typed] == "" and whole):
        return False
    if cut:  # the second comma of one amount, told with the first
        return True
    rows: list[str] = []
    for name, behind in node.items():
        if rows and behind == "" and rows[-1]:
            rows[-1] += f",{'' if name[:1].isdigit() else ' '}{name}"
        else:
            rows.append(f"{name}: {behind}" if isinstance(behind, Text) else f"{name}: …")
    dash = "- " if line[:start].rstrip().endswith("-") else ""
    message = f"inside braces a comma ends a value, and the one before “{shortened(typed, 30)}” cuts its value in two."
    hint = f"Type each key on a line of its own, without the braces: {dash}{' ⏎ '.join(rows)}"
    reading.found("M103", trail, message, typed, hint)
    return True


def as_typed(node: Node, source: Source) -> str | None:
    """Return the line of a list or group that was meant to be words, with quotation marks round them; else None."""
    line = source.line(node.line)
    if isinstance(node, Text) or (isinstance(node, Items) and not node.flow):
        return None
    if isinstance(node, Block) and not node.flow and len(node) != 1:
        return None
    start = node.column - 1
    value, note = without_note(line[start:])
    if not value or (node.flow and (value[0] not in "[{" or value[-1] not in "]}")):
        return None
    return line[:start] + yaml_quoted(value) + note


def without_key(node: Text, words: str, meant: str, reading: Reading, trail: Trail) -> None:
    """Say that words stand where keys belong, and show the lines with ``meant``, the key that they were meant for."""
    above = take_apart(reading.source.line(node.line)).name
    line = f"{meant}: {yaml_quoted(words)}"
    hint = f"Type: {above}: ⏎   {line}" if above else f"Type: {line}"
    message = f"keys on lines of their own are expected here, not {quoted(shortened(words, 40))}."
    reading.found("M106", trail, message, node, hint)


def strands_without_key(node: Block, reading: Reading, trail: Trail) -> None:
    """Say that strands stand right under their fund, and show the lines with “strands:” above them."""
    source = reading.source
    names = list(node)
    first = last = names[0].line
    margin = names[0].column - 1
    while last < len(source.lines) and _is_within(source.line(last + 1), margin):
        last += 1
    while not source.line(last).strip():
        last -= 1
    old = tuple(source.line(number) for number in range(first, last + 1))
    new = (f"{' ' * margin}strands:", *(f"  {line}" if line.strip() else line for line in old))
    verb, told = ("is", "a key that is") if len(names) == 1 else ("are", "keys that are")
    shown = [quoted(shortened(name, 40)) for name in names[:MOST_SHOWN]]
    more = [f"{len(names) - MOST_SHOWN:,} more"] if len(names) > MOST_SHOWN else []
    message = f"{listed([*shown, *more])} {verb} not {told} known here; the strands of a fund stand beneath “strands:”."
    rows = [f"  {name}:" for name in names[:MOST_SHOWN]] + (["  …"] if more else [])
    hint = f"Type: {trail[-1]}: ⏎   strands: ⏎ {' ⏎ '.join(f'  {row}' for row in rows)}"
    plain = names[0].column == margin + 1 and old[0][:margin].strip() == ""
    reading.found("M103", trail, message, names[0], hint, Fix(source.path, first, old, new) if plain else None)


def _is_within(line: str, margin: int) -> bool:
    """Return whether a line stands as far in as ``margin``, or is blank."""
    return not line.strip() or len(line) - len(line.lstrip(" ")) >= margin


def taken_apart(node: Items, known: Collection[str], noun: str, reading: Reading, trail: Trail) -> bool:
    """Say that every key of one item has a dash of its own, which makes items of them all."""
    names = [name for row in node if isinstance(row, Block) and len(row) == 1 for name in row]
    if len(node) < 2 or len(set(names)) < len(node) or not set(names) <= set(known):  # noqa: PLR2004 - one is an item
        return False
    extra = listed([f"“{name}”" for name in names[1:]])
    message = f"one dash begins a {noun}, and here each of its keys has one."
    reading.found("M106", trail, message, node[1], f"Type two spaces instead of the dash and the space before {extra}.")
    return True


def bullets(node: Text, reading: Reading, trail: Trail) -> None:
    """Say that a list begins with another sign than YAML's own, or without the space behind it."""
    first = last = node.line
    while OTHER_BULLET.match(reading.source.line(last + 1).lstrip()):
        last += 1
    old = tuple(reading.source.line(number) for number in range(first, last + 1))
    new = tuple(line[: len(line) - len(line.lstrip())] + "- " + line.lstrip()[1:].lstrip() for line in old)
    own_line = reading.source.line(first)[: node.column - 1].strip() == ""
    fix = Fix(reading.source.path, first, old, new) if own_line else None
    shown = (
        f"Type: {' ⏎ '.join(line.strip() for line in new[:3])}" if own_line else "Put each item on a line of its own."
    )
    message = "each item of a list begins with a hyphen and a space"
    reading.found(
        "M106", trail, f"{message}, not with “{node[0]}”." if node[0] != "-" else f"{message}.", node, shown, fix
    )
