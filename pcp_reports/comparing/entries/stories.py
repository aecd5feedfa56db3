"""The texts of the entries that a paper prints, each with the blocks that it became: where an edit is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.words.splicing import Piece
from pcp_reports.comparing.words.typed import typed_blocks
from pcp_reports.document import BlockKind
from pcp_reports.nodes import Block as Group
from pcp_reports.nodes import Text
from pcp_reports.prose import Placeholder, read_prose
from pcp_reports.records import dataclass
from pcp_reports.rewriting.edits import node_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.comparing.words.typed import TypedBlock
    from pcp_reports.document import Block, Document, Run
    from pcp_reports.nodes import Node
    from pcp_reports.placing import Survey
    from pcp_reports.rewriting import Trail
    from pcp_reports.workspace import Filed

GRANTS = ("grant", "withdrawn", "returned")
_LISTS = ("sentences", "civil_orders", "quotes", "figures")


@dataclass(frozen=True, slots=True)
class Typed:
    """A text with where its words were typed. ``pieces`` are what it prints, slots by their names.

    ``put_in`` is what its placeholders print, by what is typed between their braces.
    """

    blocks: tuple[TypedBlock, ...]
    pieces: tuple[Piece | str, ...]
    put_in: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Story:
    """One prose text of an entry. ``trail`` leads to it; ``printed`` are its blocks in the paper, by their part.

    ``lead`` is what the tool itself prints before the first (“Objective: ”). ``twice``: the paper prints it more than once.
    """

    path: str
    trail: Trail
    text: Text
    printed: Mapping[int, Block]
    lead: str = ""
    twice: bool = False

    def typed(self) -> Typed | None:
        """Return the text with where its words were typed, or None where that cannot be told."""
        blocks = read_prose(self.text).blocks
        typed = typed_blocks(self.text, [self._runs(part) for part in range(len(blocks))])
        if typed is None:
            return None
        put_in: dict[str, str] = {}
        for part in self.printed:
            held = [glyph.words for glyph in typed[part].glyphs if glyph.held]
            names = [one.expression for one in blocks[part].parts if isinstance(one, Placeholder)]
            put_in |= dict(zip(names, held, strict=True))
        return Typed(typed, tuple(one.slot or Piece(one.kind, one.text) for one in typed), put_in)

    def _runs(self, part: int) -> tuple[Run, ...] | None:
        block = self.printed.get(part)
        if block is None:
            return None
        return (
            block.runs[1:]
            if self.lead and part == min(self.printed) and block.runs[0].text == self.lead
            else block.runs
        )


class Stories:
    """Every text that a paper prints, found by block."""

    def __init__(self, survey: Survey, document: Document) -> None:
        """Find the text of each block."""
        self.document = document
        register = survey.register
        office = (register.office_file,) if register.office_file is not None else ()
        papers = (folder.filed for folder in register.papers.values())
        self.files: dict[str, Filed] = {one.path: one for one in (*register.entries, *papers, *office)}
        self.standing = office[0].path if office else ""
        self._items: dict[str, dict[tuple[int, int], tuple[Trail, Text]]] = {}
        self._typed: dict[tuple[str, Trail], Typed | None] = {}
        self._of_block: dict[int, tuple[Trail, str]] = {}
        grouped: dict[tuple[str, Trail], dict[int, Block]] = {}
        texts: dict[tuple[str, Trail], Text] = {}
        twice: set[tuple[str, Trail]] = set()
        for block in (*document.summary, *document.recommendation, *document.body):
            found = self._find(block)
            if found is None:
                continue
            trail, text = found
            home = (block.origin.path, trail)
            self._of_block[id(block)] = trail, block.origin.path
            if block.origin.part in grouped.setdefault(home, {}):
                twice.add(home)
            grouped[home].setdefault(block.origin.part, block)
            texts[home] = text
        self.stories = {
            home: Story(home[0], home[1], texts[home], printed, _lead_of(texts[home], printed), home in twice)
            for home, printed in grouped.items()
        }

    def of(self, block: Block | None) -> Story | None:
        """Return the text that a block prints a part of, or None for what is no prose."""
        found = self._of_block.get(id(block))
        return self.stories[found[1], found[0]] if found is not None else None

    def _find(self, block: Block) -> tuple[Trail, Text] | None:
        origin = block.origin
        last = origin.key.rpartition(", ")[2]
        filed = self.files.get(origin.path)
        if origin.part < 0 or last in _LISTS or filed is None or filed.source.root is None:
            return None
        if filed.kind not in ("paper", "office"):
            trail: Trail = tuple(origin.key.split(", "))
            node = node_at(filed.source.root, trail)
            return (trail, node) if isinstance(node, Text) else None
        if origin.key != "text":
            node = node_at(filed.source.root, (origin.key,))
            return ((origin.key,), node) if isinstance(node, Text) else None
        if origin.path not in self._items:
            self._items[origin.path] = dict(self._places(filed, filed.source.root))
        return self._items[origin.path].get((origin.line, origin.part))

    def _places(self, filed: Filed, root: Group) -> Iterator[tuple[tuple[int, int], tuple[Trail, Text]]]:
        """Yield line and part of each block of the texts that stand in a file one by one, with the text."""
        for trail, node in texts_in(root):
            if self._is_item(trail, filed.kind):
                offsets = [one.offset for one in read_prose(node).blocks]
                for part, line in enumerate(filed.source.lines_in(node, offsets)):
                    yield (line, part), (trail, node)

    def typed(self, story: Story) -> Typed | None:
        """Return a text with where its words were typed, worked out once."""
        home = (story.path, story.trail)
        if home not in self._typed:
            self._typed[home] = story.typed()
        return self._typed[home]

    def _is_item(self, trail: Trail, kind: str) -> bool:
        return trail[0] == "standing" if kind == "office" else trail[0] == "sections" and trail[-1] == "text"

    def line_of(self, block: Block, row: str) -> int:
        """Return the line that a block comes from; of a row of figures that of the figure it begins with the name of."""
        filed = self.files.get(block.origin.path)
        if block.table is None or filed is None or filed.source.root is None:
            return block.origin.line
        node = node_at(filed.source.root, tuple(block.origin.key.split(", ")))
        names = [str(name) for name, _ in node.items()] if isinstance(node, Group) else []
        printed = row.partition("\t")[0].strip().casefold()
        name = next((one for one in names if one.strip().casefold() == printed), None)
        key = node.key(name) if name is not None and isinstance(node, Group) else None
        return key.line if key is not None else block.origin.line

    def line_of_key(self, path: str, name: str) -> int:
        """Return the line on which a key at the top of a file stands, 1 where there is none."""
        filed = self.files.get(path)
        key = filed.source.root.key(name) if filed is not None and filed.source.root is not None else None
        return key.line if key is not None else 1

    def line_of_item(self, paper: str, name: str) -> int | None:
        """Return the line on which a paper's sections name an entry, or None where they do not."""
        filed = self.files.get(paper)
        if filed is None or filed.source.root is None:
            return None
        names = (node for trail, node in texts_in(filed.source.root) if trail[0] == "sections" and node == name)
        return next((node.line for node in names), None)

    def sorts_items(self, paper: str, line: int) -> bool:
        """Return whether the section that names an entry on a line of a paper is sorted by the plan's priorities."""
        filed = self.files.get(paper)
        root = filed.source.root if filed is not None else None
        trails = {node.line: trail for trail, node in texts_in(root) if trail[0] == "sections"} if root else {}
        section = trails.get(line, ())[:2]
        return any(trail == (*section, "order") for trail in trails.values())

    def is_exempt(self, path: str) -> bool:
        """Return whether a whole entry is kept from the public."""
        filed = self.files.get(path)
        return filed is not None and getattr(filed.model, "exempt", None) is not None

    def name(self, path: str) -> str:
        """Return what an entry is called."""
        filed = self.files.get(path)
        return filed.name if filed is not None else path.rpartition("/")[2].removesuffix(".yaml")


def _lead_of(text: Text, printed: Mapping[int, Block]) -> str:
    """Return what is set before the first block of a text, which is not of the text."""
    if not printed:
        return ""
    first = min(printed)
    runs, block = printed[first].runs, read_prose(text).blocks[first]
    given = sum(bool(run.text) for run in runs)
    bare = printed[first].kind is BlockKind.TEXT and given == len(block.parts) + 1 and runs[0].bold
    return runs[0].text if bare and runs[0].text.endswith(": ") else ""


def texts_in(node: Node, trail: Trail = ()) -> Iterator[tuple[Trail, Text]]:
    """Yield every text of a file with the trail that leads to it."""
    if isinstance(node, Text):
        yield trail, node
    elif isinstance(node, Group):
        for name, behind in node.items():
            yield from texts_in(behind, (*trail, str(name)))
    else:
        for number, item in enumerate(node):
            yield from texts_in(item, (*trail, number))


def group_on_line(node: Node, line: int, trail: Trail = ()) -> Trail | None:
    """Return the trail of the innermost group of keys that begins on a line, or None."""
    if isinstance(node, Text):
        return None
    rows = node.items() if isinstance(node, Group) else enumerate(node)
    for step, behind in rows:
        found = group_on_line(behind, line, (*trail, str(step) if isinstance(step, str) else step))
        if found is not None:
            return found
    return trail if isinstance(node, Group) and node.line == line else None
