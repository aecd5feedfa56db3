"""The lists of a paper, as Word numbers them: one for the paragraphs, one for the bullets, one for the grant lines.

A style and a level of a list point at each other, so that a paragraph carries its style and nothing else.
Source: ECMA-376 part 1, 17.9: every w:abstractNum stands before every w:num.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.records import dataclass
from pcp_reports.word.looks import BULLET_HANG, NUMBER_HANG, indent
from pcp_reports.word.package import WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

EMPTY = f'<w:numbering xmlns:w="{WORD}"/>'.encode()
_W = f"{{{WORD}}}"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: what it prints, where its words stand (twentieths of a point), and the style that is it."""

    form: str  # Word's name of a number format: "decimal", "bullet" …
    text: str
    left: int
    hanging: int
    style: str = ""  # the style's name; empty for a level that no style of ours uses


@dataclass(frozen=True, slots=True)
class List:
    """A multilevel list; ``mark`` tells one list from another (w:nsid), eight hexadecimal digits."""

    mark: str
    levels: tuple[Level, ...]

    @property
    def styles(self) -> tuple[str, ...]:
        """Return the names of the styles that are levels of this list."""
        return tuple(level.style for level in self.levels if level.style)


def lists(layout: str) -> tuple[List, ...]:
    """Return the lists that a paper of this layout uses."""
    start = indent(layout)
    one, two = start + BULLET_HANG, start + 2 * BULLET_HANG
    return (
        List(
            "1A2B5C01",
            (
                Level("decimal", "%1.", NUMBER_HANG, NUMBER_HANG, "Numbered Paragraph"),
                Level("lowerLetter", "(%2)", 2 * NUMBER_HANG, NUMBER_HANG),
                Level("lowerRoman", "(%3)", 3 * NUMBER_HANG, NUMBER_HANG),
            ),
        ),
        List(
            "1A2B5C02",
            (
                Level("bullet", "•", one, BULLET_HANG, "Paper Bullet"),
                Level("bullet", "–", two, BULLET_HANG, "Paper Bullet 2"),
            ),
        ),
        List("1A2B5C03", (Level("bullet", "•", one, BULLET_HANG, "Grant Line"),)),
    )


def add_list(root: etree._Element, wanted: List, style_ids: Mapping[str, str]) -> int:
    """Put a list into the root of a numbering part, with ids nothing else has; return the id paragraphs refer to.

    ``style_ids`` maps the names of the styles to link to their ids; a style left out of it is not linked.
    """
    abstracts, nums = root.findall(f"{_W}abstractNum"), root.findall(f"{_W}num")
    abstract_id = 1 + max((_number(node, "abstractNumId", -1) for node in abstracts), default=-1)
    num_id = 1 + max((_number(node, "numId", 0) for node in nums), default=0)
    before_nums = list(root).index(nums[0]) if nums else _end(root)
    root.insert(before_nums, _fragment(_abstract(wanted, abstract_id, style_ids)))
    xml = f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/></w:num>'
    root.insert(_end(root), _fragment(xml))
    return num_id


def _end(root: etree._Element) -> int:
    # w:numIdMacAtCleanup, where there is one, stays last.
    return len(root) - len(root.findall(f"{_W}numIdMacAtCleanup"))


def _number(node: etree._Element, name: str, otherwise: int) -> int:
    value = node.get(f"{_W}{name}", "")
    return int(value) if value.isascii() and value.lstrip("-").isdigit() else otherwise


def _abstract(wanted: List, abstract_id: int, style_ids: Mapping[str, str]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        + (f'<w:pStyle w:val="{style_ids[level.style]}"/>' if level.style in style_ids else "")
        + f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
        for depth, level in enumerate(wanted.levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{abstract_id}"><w:nsid w:val="{wanted.mark}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _fragment(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{WORD}">{xml}</w:x>')[0]
