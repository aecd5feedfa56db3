"""How little a template may do: print names, choose between words, go once through the blocks. Nothing that can grow.

Lint and filling ask the same questions here, before anything of a template is carried out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_TAG = 500  # characters between the braces
MOST_TAGS = 2_000  # in one part
MOST_FILLED = 40_000_000  # characters of one part once filled
DEEPEST = 10  # brackets within each other
# Each gives back no more words than it was given.
FILTERS = ("capitalize", "default", "e", "escape", "lower", "title", "trim", "upper")

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TESTS = frozenset(("defined", "undefined", "none"))
_PLAIN = (
    nodes.And,
    nodes.Compare,
    nodes.CondExpr,
    nodes.If,
    nodes.Const,
    nodes.Name,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Output,
    nodes.Template,
    nodes.TemplateData,
)


def check_size(source: str) -> None:
    """Raise `SecurityError` where a tag is too long or too deep, or there are too many: before anything parses them."""
    at = count = 0
    while (opening := _OPENING.search(source, at)) is not None:
        end = source.find(_CLOSING[opening.group()], opening.end())
        if end < 0:
            return
        inside = source[opening.end() : end]
        count += 1
        if opening.group() != "{#" and len(inside) > LONGEST_TAG:
            shown = shortened(" ".join(inside[:LONGEST_TAG].split()), 40)
            raise SecurityError(f"a placeholder is longer than {LONGEST_TAG} characters (“{shown}”)")
        if opening.group() == "{%" and inside.strip("+- \t\r\n\xa0").startswith("raw"):
            raise SecurityError("“raw” is nothing that a template may do")  # it leaves no trace in the tree
        if _depth(inside) > DEEPEST:
            raise SecurityError(f"a placeholder has more than {DEEPEST} brackets within each other")
        if count > MOST_TAGS:
            raise SecurityError(f"there are more than {MOST_TAGS:,} placeholders; that is the most")
        at = end + 2


def _depth(inside: str) -> int:
    depth = deepest = 0
    for sign in inside:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest


def refused(tree: nodes.Node, *, looping: bool = False) -> Iterator[nodes.Node]:
    """Yield the outermost parts of a template's tree that do more than a template may; ``looping`` is within a for."""
    if isinstance(tree, nodes.For):
        children = None if looping else _of_loop(tree)
        looping = True
    else:
        children = _of_filter(tree) if isinstance(tree, nodes.Filter) else _of_others(tree)
    if children is None:
        yield tree
    for child in children or ():
        yield from refused(child, looping=looping)


def _of_loop(tree: nodes.For) -> list[nodes.Node] | None:
    if tree.recursive or not _is_blocks(tree.iter):
        return None
    return [*([tree.test] if tree.test is not None else []), *tree.body, *tree.else_]


def _of_filter(tree: nodes.Filter) -> list[nodes.Node] | None:
    if tree.name not in FILTERS or tree.node is None or tree.kwargs or tree.dyn_args or tree.dyn_kwargs:
        return None
    return [tree.node, *tree.args]


def _of_others(tree: nodes.Node) -> list[nodes.Node] | None:
    if isinstance(tree, nodes.Getattr):
        return [] if _is_dotted(tree) else None
    if isinstance(tree, nodes.Test):
        return [tree.node] if tree.name in _TESTS and not tree.args else None
    return list(tree.iter_child_nodes()) if isinstance(tree, _PLAIN) else None


def _is_blocks(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Getattr)
        and node.attr == "blocks"
        and isinstance(node.node, nodes.Name)
        and node.node.name == "paper"
    )


def _is_dotted(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name)
