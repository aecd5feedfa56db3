"""What the entries hold already that a paper's may not repeat or may cite: names of files, and standing paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.prose import read_prose

if TYPE_CHECKING:
    from pcp_reports.workspace import Register


def names_in_reach(register: Register | None, folder: str) -> set[str]:
    """Return the names that new files may not have: those of the shared entries, and of the paper's own."""
    taken = {"paper", "office"}
    if register is not None:
        taken |= {filed.name for filed in register.shared}
        own = register.papers.get(folder)
        taken |= {filed.name for filed in own.own} if own is not None else set()
    return taken


def standing_of(register: Register | None) -> dict[str, str]:
    """Return the names of the office's standing paragraphs by their words."""
    office = register.office if register is not None else None
    standing = (office.standing or {}) if office is not None else {}
    return {words_of(str(text)): str(name) for name, text in standing.items()}


def words_of(text: str) -> str:
    """Return the words of a text, a line a block, however they are set."""
    return "\n".join(" ".join(block.text.split()) for block in read_prose(text).blocks)
