"""What a comparison is made of: changes as sentences, grouped by what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs, as a sentence. ``pence`` and ``projects`` are what it adds to its round; less is negative."""

    text: str
    pence: int = 0
    projects: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one thing: an entry by its name, the paper, the office. ``path`` is the file's, or ``""``."""

    title: str
    changes: tuple[Change, ...]
    path: str = ""


def group(title: str, changes: Iterable[Change], path: str = "") -> tuple[Group, ...]:
    """Return the group, or nothing where nothing changed."""
    told = tuple(changes)
    return (Group(title, told, path),) if told else ()


def signed(pence: int) -> str:
    """Return a movement of money: ``+£4,500``, ``−£4,500``."""
    return f"{'−' if pence < 0 else '+'}{abs(Money(pence))}"


def moved(what: str, was: Money, now: Money) -> str:
    """Return the sentence of a total that moved: ``The round moved by +£4,500 (£69,267 → £73,767).``."""
    return f"{what} moved by {signed((now - was).pence)} ({was} → {now})."


def projects_of(number: int) -> str:
    """Return a number of projects in words: ``6 projects``."""
    return counted(number, "project")


def ended(sentence: str) -> str:
    """Return a sentence with its stop, unless it ends in a quotation that has one."""
    return sentence if sentence.endswith((".”", "…”", "?”", "!”")) else f"{sentence}."
