"""Workspaces of any size for the benchmarks: made from numbers alone, so that every run measures the same files.

Each function writes a whole workspace below ``root`` that `check` finds nothing wrong with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OFFICE = """\
kind: office
name: Office of the Police and Crime Commissioner for Exampleshire
language: en_GB
people:
  Jo Example:
    role: Chief Executive
    telephone: 01632 960001
funds:
  Neighbourhood Fund:
    strands:
      Community Fund:
      Innovation Fund:
      Prevention Grants:
"""
_STRANDS = ("Community Fund", "Innovation Fund", "Prevention Grants")
_BODIES = (
    "Community Trust",
    "Youth Club",
    "Parish Council",
    "Residents' Association",
    "Sports Foundation",
    "Boxing Club",
)
_AIMS = (
    "weekly sessions for young people at risk of being drawn into crime, with mentors who grew up on the same streets",
    "lighting, cameras and a repaired footpath where residents told officers that they no longer walk after dark",
    "a van and equipment for volunteers who clear fly-tipping and report what they see to the neighbourhood team",
    "training for shop staff in how to calm a quarrel, and a shared radio link to the town centre officers",
)
_PLACES = ("Northfield", "Easter Green", "Southgate", "Westerby", "Millbrook", "Castle Hill", "Harbour Side")
_SENTENCE = (
    "Officers in {place} visited {number} addresses with the council and spoke to residents about what they had seen."
)


def grants(rounds: int, root: Path, number: int) -> None:
    """Write ``number`` grants in ``rounds`` funding rounds (about 340 bytes a grant), all cited by one paper."""
    each = number // rounds
    names = [f"round-{one:04}" for one in range(rounds)]
    for at, name in enumerate(names):
        _round(root, name, at * each, each)
    _paper(root, "2024-03-12", [("Grants", [f"- {name}" for name in names])])
    _office(root)


def statements(root: Path, entries: int) -> None:
    """Write ``entries`` shared statements, each of which takes a number in one paper."""
    for number in range(entries):
        _statement(root / "entries" / "shared" / f"statement-{number:05}.yaml", number)
    items = [f"- statement-{number:05}" for number in range(entries)]
    _paper(root, "2024-03-12", _sections(items))
    _office(root)


def paragraphs(root: Path, number: int) -> None:
    """Write one paper with ``number`` numbered paragraphs typed in place."""
    items = [f"- text: >-\n          {_text(one)}" for one in range(number)]
    _paper(root, "2024-03-12", _sections(items))
    _office(root)


def long_text(root: Path, number: int) -> None:
    """Write one paper with one statement of ``number`` paragraphs and as many bullets, with bold words and links."""
    lines = []
    for one in range(number):
        lines += [
            "",
            f"**Week {one + 1}.** {_text(one)} See [the report](https://example.org/{one}).",
            "",
            f"- {_text(one + 1)}",
        ]
    indented = "\n".join(f"  {line}".rstrip() for line in lines[1:])
    _write(root / "entries" / "2024-03-12" / "diary.yaml", f"kind: statement\ntext: |\n{indented}\n")
    _paper(root, "2024-03-12", [("Diary", ["- diary"])])
    _office(root)


def papers(root: Path, number: int) -> None:
    """Write ``number`` papers of ten entries each, one of them shared by all."""
    _statement(root / "entries" / "shared" / "about-us.yaml", 0)
    for paper in range(number):
        name = f"{2000 + paper // 12}-{paper % 12 + 1:02}-{15:02}"
        for one in range(9):
            _statement(root / "entries" / name / f"statement-{one}.yaml", paper * 9 + one)
        _paper(root, name, [("Update", ["- about-us", *(f"- statement-{one}" for one in range(9))])])
    _office(root)


def loop_data(root: Path, number: int) -> Path:
    """Write the one YAML file of the bare script, with ``number`` paragraphs; return its path."""
    rows = "\n".join(f"- {_text(one)}" for one in range(number))
    return _write(root / "paper.yaml", f"title: Commissioner's update\nparagraphs:\n{rows}\n")


def loop_template(path: Path) -> Path:
    """Write the loop template of the bare script: a title, then a paragraph for each; return its path."""
    from docx import Document  # noqa: PLC0415 - nothing else here needs Word

    document = Document()
    for line in ("{{ title }}", "{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(path))
    return path


def bytes_of(root: Path) -> int:
    """Return the size of a workspace's entries, in bytes."""
    return sum(path.stat().st_size for path in (root / "entries").rglob("*.yaml"))


def _round(root: Path, name: str, first: int, each: int) -> None:
    lines = [
        "kind: funding-round",
        "fund: Neighbourhood Fund",
        "announced: 2023-09",
        "text: |",
        "  Grants were made to:",
        "grants:",
    ]
    share = -(-each // len(_STRANDS))
    for place, strand in enumerate(_STRANDS):
        rows = range(first + place * share, first + min(each, (place + 1) * share))
        if rows:
            lines.append(f"  {strand}:")
        for number in rows:
            lines += _grant(number)
    _write(root / "entries" / "funding" / f"{name}.yaml", "\n".join(lines) + "\n")


def _grant(number: int) -> Iterator[str]:
    place = _PLACES[number % len(_PLACES)]
    yield f"    - recipient: {place} {_BODIES[number % len(_BODIES)]} {number}"
    yield f"      purpose: {_AIMS[number % len(_AIMS)]}"
    yield f"      amount: £{1_000 + number * 37 % 9_000:,}"
    yield f"      district: {place}"
    yield f"      awarded: 2023-09-{number % 28 + 1:02}"
    yield f"      reference: NF/{number:06}"
    yield "      reason: it answers what residents of the ward asked for"


def _statement(path: Path, number: int) -> None:
    _write(path, f"kind: statement\ntext: |\n  {_text(number)}\n")


def _text(number: int) -> str:
    return _SENTENCE.format(place=_PLACES[number % len(_PLACES)], number=number + 2)


def _sections(items: list[str]) -> Iterator[tuple[str, list[str]]]:
    for first in range(0, len(items), 50):
        yield f"Section {first // 50 + 1}", items[first : first + 50]


def _paper(root: Path, name: str, sections: Iterable[tuple[str, list[str]]]) -> None:
    lines = [
        "kind: paper",
        f"meeting: {name}",
        "title: Commissioner's update",
        "contact: Jo Example",
        "signatory: Jo Example",
        "sections:",
    ]
    for heading, items in sections:
        lines += [f"  - heading: {heading}", "    items:", *(f"      {item}" for item in items)]
    _write(root / "entries" / name / "paper.yaml", "\n".join(lines) + "\n")


def _office(root: Path) -> None:
    _write(root / "entries" / "office.yaml", _OFFICE)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
