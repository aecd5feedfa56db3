"""What the paper prints of single keys (a grant's line, a title, a heading), and how those come to say something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.another_grant import doubt_of
from pcp_reports.comparing.entries.grant_line import DASH, GrantLine
from pcp_reports.comparing.entries.stories import GRANTS, group_on_line
from pcp_reports.comparing.words.alike import differing, kept_signs, nearly
from pcp_reports.comparing.words.stretches import tokens
from pcp_reports.document import BlockKind
from pcp_reports.money import Money, MoneyError, format_money
from pcp_reports.nodes import Block as Group
from pcp_reports.nodes import Text
from pcp_reports.records import dataclass
from pcp_reports.rewriting import Setting
from pcp_reports.rewriting.edits import node_at

if TYPE_CHECKING:
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.document import Block
    from pcp_reports.passage import Passage
    from pcp_reports.rewriting import Trail

_DASH = re.compile(r"\s+[-–—−]+\s+|\t")
SAME_AMOUNT = "it is the same amount, and the tool writes all amounts in one way"
_PARTS = 3  # recipient, purpose, amount


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that are to be set in a file, and the amount that thereby changes, if one does."""

    path: str
    settings: tuple[Setting, ...]
    amount: Money | None = None


def grant_trail(stories: Stories, block: Block) -> Trail | None:
    """Return the way to the grant that a line prints, or None where it prints none."""
    filed = stories.files.get(block.origin.path)
    if (
        block.kind is not BlockKind.GRANT
        or block.origin.key not in GRANTS
        or filed is None
        or filed.source.root is None
    ):
        return None
    grants = filed.source.root.get(Text("grants"))
    return group_on_line(grants, block.origin.line, ("grants",)) if grants is not None else None


def grant_group(stories: Stories, block: Block) -> Group | None:
    """Return the keys of the grant that a line prints, or None where it prints none."""
    trail = grant_trail(stories, block)
    filed = stories.files.get(block.origin.path)
    group = node_at(filed.source.root, trail) if trail is not None and filed is not None else None
    return group if isinstance(group, Group) else None


def grant_keys(stories: Stories, block: Block) -> tuple[Trail, GrantLine] | None:
    """Return the way to a grant, and its line as the entry has it; None where the two do not belong together."""
    trail, group = grant_trail(stories, block), grant_group(stories, block)
    if trail is None or group is None:
        return None
    given = [group.get(Text(name)) for name in ("recipient", "purpose")]
    if not all(isinstance(one, Text) for one in given):
        return None
    recipient, purpose = (str(one) for one in given)
    amount = block.text[len(recipient + DASH + purpose + DASH) :]
    made = GrantLine(recipient, purpose, amount)
    return (trail, made) if made.line == block.text else None


def as_grant(old: GrantLine, passage: Passage) -> GrantLine | None:
    """Return what a line or a row of a table says of a grant, or None where its parts cannot be told.

    What stands between the parts is where it was, or the only dashes there are, then as now.
    """
    if len(passage.cells) == _PARTS:
        return GrantLine(*(" ".join(cell.text.split()) for cell in passage.cells))
    text = " ".join(passage.text.split())
    return _by_difference(old, text) or (split_line(text) if split_line(old.line) is not None else None)


def split_line(text: str) -> GrantLine | None:
    """Return the parts of a line that has two dashes and no more, or of a row of three cells, else None."""
    parts = [part.strip() for part in _DASH.split(text.replace(" | ", "\t"))]
    return GrantLine(*parts) if len(parts) == _PARTS and all(parts) else None


def is_grant_line(text: str) -> bool:
    """Return whether a line says who was given how much for what, as the paper prints a grant."""
    parts = split_line(" ".join(text.split()))
    if parts is None:
        return False
    try:
        Money.parse(parts.amount)
    except MoneyError:
        return False
    return True


def _by_difference(old: GrantLine, text: str) -> GrantLine | None:
    """Return the parts of a line by where the dashes of the old one stand in it."""
    here, there = tokens(old.line), tokens(text)
    ends = _places(here, (len(old.recipient), len(old.recipient + DASH + old.purpose)))
    if ends is None:
        return None
    found = []
    for end in ends:
        at = _same_place(here, there, end)
        if at is None or not nearly(there[at], "–"):
            return None
        found.append(len("".join(there[:at])))
    first, second = found
    parts = (text[:first], text[first + 1 : second], text[second + 1 :])
    made = GrantLine(*(part.strip() for part in parts))
    return made if made.recipient and made.purpose and made.amount else None


def _places(pieces: list[str], ends: tuple[int, int]) -> list[int] | None:
    """Return which tokens are the dashes that stand behind the characters at ``ends`` (a blank comes first)."""
    at, found = 0, []
    for number, piece in enumerate(pieces):
        if at - 1 in ends and piece == "–":
            found.append(number)
        at += len(piece)
    return found if len(found) == len(ends) else None


def _same_place(old: list[str], new: list[str], at: int) -> int | None:
    """Return where a token of the old text stands in the new one, or None where it changed."""
    step = 0
    for first, last, new_first, new_last in differing(old, new):
        if at < first:
            break
        if at < last:
            alone = last - first == new_last - new_first
            return new_first + at - first if alone else None
        step = new_last - last
    return at + step


def grant_settings(stories: Stories, block: Block, passage: Passage, *, overtype: bool = False) -> Keys | str:
    """Return the keys of a grant as Word has them, or why they cannot be set, as a clause.

    With ``overtype`` they are set for a trial alone, whosever grant it may be.
    """
    found, group = grant_keys(stories, block), grant_group(stories, block)
    if found is None or group is None:
        return "the grant's own lines cannot be found"
    trail, old = found
    new = as_grant(old, passage)
    if new is None:
        return "recipient, purpose and amount cannot be told apart in it"
    doubt = "" if overtype else doubt_of(group, old, new)
    if doubt:
        return doubt
    settings = []
    for name, was, now in (("recipient", old.recipient, new.recipient), ("purpose", old.purpose, new.purpose)):
        words = kept_signs(was, now)
        if words != was:
            settings.append(Setting((*trail, name), words))
    if nearly(old.amount, new.amount):
        return Keys(block.origin.path, tuple(settings))
    try:
        amount = Money.parse(new.amount)
    except MoneyError:
        return f"“{new.amount}” is no amount that a grant can have"
    if not settings and nearly(format_money(amount), old.amount):
        return SAME_AMOUNT
    if nearly(format_money(amount), old.amount):
        return Keys(block.origin.path, tuple(settings))
    settings.append(Setting((*trail, "amount"), format_money(amount)))
    return Keys(block.origin.path, tuple(settings), amount)


def heading_settings(stories: Stories, block: Block, text: str) -> Keys | str:
    """Return the key of a section's heading, or of a partnership's name, as Word has it; or why it cannot be set."""
    filed = stories.files.get(block.origin.path)
    if filed is None or filed.source.root is None or block.kind is not BlockKind.HEADING:
        return "these words are the tool's own"
    root = filed.source.root
    name = "heading" if filed.kind == "paper" else "name"
    group = (
        group_on_line(root.get(Text("sections"), root), block.origin.line, ("sections",)) if name == "heading" else ()
    )
    if group is None or node_at(root, (*group, name)) != block.text:
        return "the heading's own line cannot be found"
    words = kept_signs(block.text, " ".join(text.split()))
    return Keys(block.origin.path, (Setting((*group, name), words),))


def list_settings(stories: Stories, block: Block, text: str) -> Keys | str:
    """Return a partnership's civil order, sentence or quotation as Word has it, or why it cannot be set."""
    phase, _, last = block.origin.key.rpartition(", ")
    filed = stories.files.get(block.origin.path)
    trail = (phase, last, block.origin.part)
    node = node_at(filed.source.root, trail) if filed is not None and last in _LISTED else None
    words = kept_signs(block.text, " ".join(text.split()))
    if isinstance(node, Text):
        return Keys(block.origin.path, (Setting(trail, words),)) if node == block.text else _SEVERAL
    names = _LISTED.get(last, ())
    if not isinstance(node, Group) or not names:
        return _SEVERAL
    given = {name: str(node[Text(name)]) for name in names if isinstance(node.get(Text(name)), Text)}
    was, now = (_cut(one, DASH in block.text and len(given) > 1) for one in (block.text, words))
    if len(was) != len(given) or len(now) != len(given):
        return _SEVERAL
    settings = []
    for name, old, new in zip(given, was, now, strict=True):
        if old != new:
            if given[name].strip(_MARKS) != old.strip(_MARKS) or not new.strip(_MARKS):
                return _SEVERAL
            settings.append(Setting((*trail, name), new.strip(_MARKS) if last == "quotes" and name == "words" else new))
    return Keys(block.origin.path, tuple(settings))


_LISTED = {"civil_orders": (), "sentences": ("term", "offence"), "quotes": ("words", "by")}
_MARKS = "“”\"‘’' "
_SEVERAL = "it is printed from several keys of the entry"


def _cut(text: str, two: bool) -> list[str]:
    """Return what stands before and behind the last dash of a line, or the line."""
    if not two:
        return [text]
    before, dash, behind = text.rpartition(DASH)
    return [before, behind] if dash else [text]
