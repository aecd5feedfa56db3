"""What an entry was called out of which this tool built a paragraph: its bookmark bears a digest of the name, never the name.

Names of entries are made of words of their texts as a rule. So the words are tried, and the digest says which it was:
then a paper that is imported again goes into files of the same names, and comes out with the same bookmarks.
"""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from pcp_reports.scaffold import stem_of
from pcp_reports.word.marks import entry_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_WORDS = 60  # different words of a text that are tried two by two
_LONGEST = 5  # words that follow one another


def name_behind(mark: str, title: str, text: str, paths: Sequence[str]) -> str:
    """Return the name whose digest a bookmark bears, or the empty string; ``paths`` are where it may lie, ``{}`` the name."""
    for name in dict.fromkeys(_candidates(title, text)):
        if any(entry_mark(path.format(name)) == mark for path in paths):
            return name
    return ""


def _candidates(title: str, text: str) -> Iterator[str]:
    """Give the names that may have been given: the title's, words that follow one another, and words two by two."""
    stem = stem_of(title)
    if stem is not None:
        yield stem
    words = re.findall(r"[a-z0-9]+", f"{title} {text}".casefold().replace("’", "").replace("'", ""))
    for length in range(1, _LONGEST + 1):
        yield from ("-".join(words[at : at + length]) for at in range(len(words) - length + 1))
    yield from map("-".join, permutations(_telling(words), 2))


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if len(word) > 3][:_MOST_WORDS]  # noqa: PLR2004 - no “the”, no “and”
