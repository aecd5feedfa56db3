"""What was taken out of the paper whole: an entry, or one text of it. Nothing of that is written: the item goes, not its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.document import Block
    from pcp_reports.rewriting import Trail

_ENTRY = "the whole entry was taken out of the paper, and its words are kept"
_TEXT = "the whole text was taken out, and its words are kept"
_NEEDED = "nothing would be left of the text: take its entry out of the paper instead"
_STANDING = "the standing paragraph was taken out whole, and belongs to every paper that names it"


class TakenOut:
    """Which entries and texts of a paper have no paragraph left in Word."""

    def __init__(self, sides: Sides, matches: Sequence[Match]) -> None:
        """Keep what is left of each."""
        self._sides = sides
        left = {at for match in matches if match.passages for at in match.units}
        blocks = [unit.block for at, unit in enumerate(sides.units) if unit.block is not None and at in left]
        self._entries = {block.origin.path for block in blocks}
        self._texts = {self._text_of(block) for block in blocks}

    def of(self, block: Block) -> tuple[str, str] | None:
        """Return why a block that is not in Word any more is left, and what to do; None where something stands beside it."""
        stories, paper, path = self._sides.stories, self._sides.paper, block.origin.path
        text = self._text_of(block)
        if path not in (paper, stories.standing):
            hint = f"To leave it out, take {self._item(stories.name(path))}."
            if path not in self._entries:
                return _ENTRY, hint
            if text is None or text in self._texts:
                return None
            if text[1] == ("text",):
                return _NEEDED, hint
            return _TEXT, f"To leave it out, delete {quoted(', '.join(map(str, text[1])))} in {path}."
        if text is None or text in self._texts:
            return None
        if path == stories.standing:
            return _STANDING, f"To leave it out of this paper, take {self._item(str(text[1][-1]))}."
        if text[1][0] == "sections":
            line = stories.line_of(block, block.text)
            return _TEXT, f"To leave it out, take its item out of {path}, line {line}."
        return _TEXT, f"To leave it out, delete {quoted(str(text[1][0]))} in {path}."

    def _item(self, name: str) -> str:
        line = self._sides.stories.line_of_item(self._sides.paper, name)
        return f"{quoted(name)} out of the items in {self._sides.paper}{f', line {line}' if line is not None else ''}"

    def _text_of(self, block: Block) -> tuple[str, Trail] | None:
        story = self._sides.stories.of(block)
        return (story.path, story.trail) if story is not None else None
