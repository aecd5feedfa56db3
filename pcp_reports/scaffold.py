"""New papers and entries, with their keys explained: made from the models, so that they cannot go stale. Writes nothing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.model import model_of
from pcp_reports.model.fields import keys_of
from pcp_reports.model.paper import ItemKind
from pcp_reports.model.values import ListOf, Named, Prose, Words
from pcp_reports.placing import in_meeting_order
from pcp_reports.words import yaml_quoted
from pcp_reports.workspace import SCHEMA

if TYPE_CHECKING:
    from pcp_reports.dates import PartialDate
    from pcp_reports.model.fields import Key
    from pcp_reports.model.paper import Item, Paper
    from pcp_reports.workspace import PaperFolder, Register

BOARD = "accountability-board"
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|paper|office)")
_LATER = ("title", "date", "owner", "due", "ready", "priority", "figures", "evidence", "accept", "exempt")
"""Keys that any entry may have; they come last in a new one."""


def stem_of(name: str) -> str | None:
    """Return the file's stem for a name (``Operation Centurion`` -> ``operation-centurion``), or None when none can be made."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-")
    return None if not stem or _RESERVED.fullmatch(stem) else stem


def schema_line(depth: int) -> str:
    """Return the comment that tells an editor where the schema is, from a file ``depth`` folders below entries/."""
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMA}"


def earlier_paper(register: Register, meeting: PartialDate) -> PaperFolder | None:
    """Return the paper of the latest meeting before ``meeting``, or None."""
    before = [
        folder
        for folder in in_meeting_order(register)
        if folder.paper is not None and folder.paper.meeting is not None and folder.paper.meeting < meeting
    ]
    return before[-1] if before else None


def new_paper(meeting: PartialDate, previous: PaperFolder | None, register: Register) -> str:
    """Return a paper.yaml: what stands in the previous paper every time, and prompts for the rest."""
    lines = [
        schema_line(1),
        f"# The paper for the meeting of {in_words(meeting)}.",
        "kind: paper",
        f"meeting: {meeting}",
    ]
    paper = previous.paper if previous is not None else None
    if paper is None:
        people = list((register.office.people or {}) if register.office is not None else {})
        lines += ['title: "[The paper\'s title]"']
        lines += [f"contact: {yaml_quoted(people[0])}"] if people else ["# contact: a name from people in office.yaml"]
        lines += ["# signatory: a name from people in office.yaml"]
        lines += ["recommendation: The Panel is asked to consider the report.", "sections:"]
        lines += _section("Performance", [f"      - {BOARD}"])
        return "\n".join(lines) + "\n"
    lines.append(f"title: {yaml_quoted(paper.title)}")
    lines += [f"template: {yaml_quoted(paper.template)}"] if paper.template != "panel-update" else []
    lines += [
        f"{key}: {yaml_quoted(name)}"
        for key, name in (("contact", paper.contact), ("signatory", paper.signatory))
        if name is not None
    ]
    for key, text in (("summary", paper.summary), ("recommendation", paper.recommendation)):
        lines += _block(key, text, 0) if text is not None else []
    lines.append("sections:")
    for number, rows in enumerate(_rows(paper)):
        section = paper.sections[number]
        order = ["    order: priority"] if section.order is not None else []
        lines += _section(section.heading, rows, order)
    return "\n".join(lines) + "\n"


def _rows(paper: Paper) -> list[list[str]]:
    """Return each section's items that stand again: standing and in-place paragraphs, and the Accountability Board."""
    home = next(
        (number for number, section in enumerate(paper.sections) if any(item.words == BOARD for item in section.items)),
        None,
    )
    if home is None:
        home = next(
            (
                number
                for number, section in enumerate(paper.sections)
                if not any(_stands(item) for item in section.items)
            ),
            None,
        )
    found = []
    for number, section in enumerate(paper.sections):
        rows: list[str] = []
        board = [f"      - {BOARD}"] if number == home else []
        for item in section.items:
            if item.kind is ItemKind.ENTRY and item.words == BOARD:
                rows += board
                board = []
            elif _stands(item):
                rows += _item(item, first=not rows)
        rows = [*board, *rows]
        found.append(rows or ['      - text: "[Write what belongs under this heading, or place an entry here]"'])
    return found


def _stands(item: Item) -> bool:
    return item.kind is not ItemKind.ENTRY


def _item(item: Item, *, first: bool) -> list[str]:
    margin = " " * 6
    also = item.also and not first
    if item.kind is ItemKind.STANDING:
        return (
            [f"{margin}- also:", f"{margin}    standing: {yaml_quoted(item.words.strip())}"]
            if also
            else [f"{margin}- standing: {yaml_quoted(item.words.strip())}"]
        )
    if also:
        return [f"{margin}- also:", *_block("text", item.words, 10)]
    head, *rest = _block("text", item.words, 8)
    return [f"{margin}- {head.strip()}", *rest]


def _section(heading: str, rows: list[str], order: list[str] | None = None) -> list[str]:
    return [f"  - heading: {yaml_quoted(heading)}", *(order or []), "    items:", *rows]


def _block(key: str, text: str, margin: int) -> list[str]:
    """Return a key with a text under it, set in; a text of one line stands behind the key."""
    space = " " * margin
    lines = text.strip("\n").split("\n")
    if len(lines) == 1:
        return [f"{space}{key}: {yaml_quoted(lines[0].strip())}"]
    lines[0] = lines[0].lstrip()
    return [f"{space}{key}: |", *(f"{space}  {line}".rstrip() for line in lines)]


def new_entry(
    kind: str,
    name: str,
    *,
    depth: int,
    date: PartialDate | None = None,
    fund: str | None = None,
    strand: str | None = None,
) -> str:
    """Return an entry of a kind with its keys explained: what is required with a prompt, the rest as comments to be used."""
    keys = keys_of(model_of(kind))
    given: dict[str, str] = {"name": name} if "name" in keys else {"title": name}
    for key in ("held", "launched", "announced", "date"):
        if key in keys and date is not None:
            given[key] = str(date)
            break
    if fund is not None and "fund" in keys:
        given["fund"] = fund
    article = "An" if kind[0] in "aeo" else "A"
    lines = [
        schema_line(depth),
        f"# {article} {kind.replace('-', ' ')}. A line that begins with # is not read: take the # away to use it.",
        f"kind: {kind}",
    ]
    own = [one for one in keys.values() if one.name != "kind" and one.name not in _LATER]
    later = [one for one in keys.values() if one.name in _LATER]
    for one in (*own, *later):
        lines += _key(one, given, strand)
    return "\n".join(lines) + "\n"


def _key(one: Key, given: dict[str, str], strand: str | None) -> list[str]:
    prompt = f"[{one.about[:1].upper()}{one.about[1:]}]"
    if one.name in given:
        return [f"{one.name}: {yaml_quoted(given[one.name])}"]
    if one.name == "grants":
        margin = "  " if strand is not None else ""
        head = ["grants:", f"  {yaml_quoted(strand)}:"] if strand is not None else ["grants:"]
        return [
            *head,
            f'{margin}  - recipient: "[Who receives the money]"',
            f'{margin}    purpose: "[What it is for]"',
            f'{margin}    amount: "[How much, in full]"',
        ]
    if isinstance(one.value, Prose) and (one.required or one.name == "text"):
        return [f"{one.name}: |", f"  {prompt}"]
    if one.required:
        return [f"{one.name}: {yaml_quoted(prompt)}"]
    return [f"# {one.name}:{_example(one)}    # {one.about}"]


def _example(one: Key) -> str:
    examples = {
        "date": " 2023-10-03",
        "held": " 2023-08",
        "launched": " 2023-07",
        "announced": " 2023-09",
        "due": " 2023-09-20",
        "ready": " yes",
    }
    if one.name in examples:
        return examples[one.name]
    if isinstance(one.value, ListOf | Named):
        return ""
    return " …" if isinstance(one.value, Words) else ""
