"""The tables of docs/archive.md, which tests hold to what was truly done."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")


def table(first: str) -> list[list[str]]:
    """Return the rows of the table whose first heading is ``first``, cell by cell, the headings among them."""
    lines = PAGE[PAGE.index(f"| {first} |") :].partition("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if not re.fullmatch(r"-+", row[0])]


def told(name: str) -> dict[str, int]:
    """Return how many faults of each kind the page says were put in while something was done."""
    heading, *rows = table("what is cut off")
    (row,) = [row for row in rows if row[0] == name]
    return {kind: int(cell.replace(",", "")) for kind, cell in zip(heading[1:], row[1:], strict=True)}


def near(number: int, said: int) -> bool:
    """Return whether a number is about what the page says: another Python, or another library, makes a few calls more or less."""
    return abs(number - said) <= max(2, said // 5)
