"""The hidden bookmarks of a built paper: what ties a paragraph in Word to its entry, and to its words as they were built."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.document import Block

BOOKMARK = "_pcp_"
"""How every bookmark of ours begins; the line in front hides it from Word's own list of bookmarks."""

_NAME = re.compile(r"_pcp_(?P<entry>[0-9a-f]{12})_(?P<nth>[1-9][0-9]{0,6})(?:_(?P<words>[0-9a-f]{8}))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark as read: which entry, which of its printed blocks (from 1), and the digest of the words it had.

    ``words`` is empty in papers that were built before bookmarks bore it.
    """

    entry: str
    nth: int
    words: str = ""

    def __str__(self) -> str:
        """Return the bookmark's name."""
        return f"{BOOKMARK}{self.entry}_{self.nth}" + (f"_{self.words}" if self.words else "")


def bookmarks(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the hidden bookmark of each block: which entry, which of that entry's printed blocks, and a digest of its words.

    The digits of the entry's path tie a name to its entry. Blocks are counted as printed, never by their lines in the
    entry: a gap in the lines would show where exempt matter was left out. The digest lets an edited file tell which of
    its paragraphs still say what was built, whatever became of the entries since. At most 40 characters, Word's limit;
    the same blocks give the same names.
    """
    marks: dict[str, str] = {}
    seen: dict[str, int] = {}
    names: list[str] = []
    for block in blocks:
        path = block.origin.path
        if path not in marks:
            marks[path] = entry_mark(path)
        seen[path] = seen.get(path, 0) + 1
        names.append(f"{BOOKMARK}{marks[path]}_{seen[path]}_{words_mark(block.text)}")
    return tuple(names)


def entry_mark(path: str) -> str:
    """Return the twelve hexadecimal digits that stand for an entry's path in the names of its bookmarks."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def words_mark(text: str) -> str:
    """Return the eight hexadecimal digits that stand for words, of whatever blanks stand between them."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read_mark(name: str) -> Mark | None:
    """Return a bookmark's name as read, or None where it is none of ours."""
    found = _NAME.fullmatch(name)
    return Mark(found["entry"], int(found["nth"]), found["words"] or "") if found else None
