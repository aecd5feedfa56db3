"""Words in Word that come from what is exempt by now: only their place may be told (LGA 1972 s.100A(4))."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.another_grant import is_same_body, is_same_purpose
from pcp_reports.comparing.entries.fields import split_line
from pcp_reports.comparing.entries.grant_line import GrantLine
from pcp_reports.comparing.entries.stories import texts_in
from pcp_reports.comparing.pairs.pairing import alike
from pcp_reports.comparing.pairs.units import blocks_of, marks_of
from pcp_reports.comparing.words.alike import plainly
from pcp_reports.ledger import ROUND
from pcp_reports.money import Money, MoneyError, format_money
from pcp_reports.nodes import Block as Group
from pcp_reports.nodes import Text
from pcp_reports.prose import Words, read_prose
from pcp_reports.word.marks import entry_mark, words_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.nodes import Node
    from pcp_reports.passage import Passage
    from pcp_reports.workspace import Filed

_ALIKE = 0.4
_WEIGHTY = 4  # words; fewer may be anybody's


class Secrets:
    """The exempt grants and entries of a workspace, to know their words again."""

    def __init__(self, stories: Stories) -> None:
        """Gather what is exempt by now; what the paper prints elsewhere as well is no secret."""
        self._built: set[tuple[str, str]] = set()  # entry and digest of a bookmark
        self._grants: list[GrantLine] = []
        self._texts: list[str] = []
        self._names: list[re.Pattern[str]] = []
        public = plainly(" \n ".join(block.text for block in blocks_of(stories.document)))
        for path, filed in stories.files.items():
            if stories.is_exempt(path):
                self._texts += _texts(filed)
            for line in _grants(filed, stories.document.language.replace("-", "_")):
                self._built.add((entry_mark(path), words_mark(line.line)))
                self._grants.append(line)
                purpose = line.purpose if len(line.purpose.split()) >= _WEIGHTY else ""
                names = [_name(words) for words in (line.recipient, purpose) if words.strip()]
                self._names += [name for name in names if not name.search(public)]

    def holds(self, passage: Passage, instead_of: str = "") -> bool:
        """Return whether a passage's words are of what is exempt; ``instead_of`` is what the paper prints in its place."""
        if any((mark.entry, mark.words) in self._built for mark in marks_of(passage)):
            return True
        return self.are_in(passage.text, instead_of)

    def are_in(self, text: str, instead_of: str = "") -> bool:
        """Return whether words are of what is exempt, more than they are of what the paper prints in their place."""
        said = plainly(text)
        if any(name.search(said) for name in self._names):
            return True
        parts = split_line(said) if self._grants else None
        near = [plainly(one.line) for one in self._grants if parts is not None and _are_one(one, parts)]
        most = max((alike(one, said) for one in (*self._texts, *near)), default=0.0)
        return most >= _ALIKE and most > alike(plainly(instead_of), said)


def _are_one(one: GrantLine, other: GrantLine) -> bool:
    return is_same_body(one.recipient, other.recipient) and is_same_purpose(one.purpose, other.purpose)


def _name(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(plainly(words))}(?!\w)")


def _grants(filed: Filed, locale: str) -> Iterator[GrantLine]:
    """Yield the exempt grants of a round, as the paper would print them."""
    root = filed.source.root
    grants = root.get(Text("grants")) if filed.kind == ROUND and root is not None else None
    for group in _groups(grants) if grants is not None else ():
        if Text("exempt") not in group:
            continue
        parts = [group.get(Text(name)) for name in ("recipient", "purpose", "amount")]
        recipient, purpose, amount = (str(one) if isinstance(one, Text) else "" for one in parts)
        yield GrantLine(recipient, purpose, _printed(amount, locale))


def _printed(amount: str, locale: str) -> str:
    try:
        return format_money(Money.parse(amount), locale)
    except MoneyError:
        return amount


def _groups(node: Node) -> Iterator[Group]:
    if isinstance(node, Group):
        yield node
    if not isinstance(node, Text):
        for inside in node.values() if isinstance(node, Group) else node:
            yield from _groups(inside)


def _texts(filed: Filed) -> Iterator[str]:
    """Yield the paragraphs of an entry."""
    if filed.source.root is None:
        return
    for _, node in texts_in(filed.source.root):
        for block in read_prose(node).blocks:
            said = plainly("".join(part.text for part in block.parts if isinstance(part, Words)))
            if len(said.split()) >= _WEIGHTY:
                yield said
