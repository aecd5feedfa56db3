"""What stands between the braces: names that a paper has, and next to nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from pcp_reports.records import dataclass
from pcp_reports.word.allowed import check_size, refused
from pcp_reports.word.context import TemplateEnvironment
from pcp_reports.word.faults import KNOWN
from pcp_reports.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BLOCK = ("text", "style", "kind", "xml")
_PLAIN = (
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Test,
    nodes.Filter,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an expression; ``words`` is empty where the whole tag is the fault."""

    code: str
    words: str
    hint: str


def expression_faults(node: nodes.Node, looped: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with the names and workings of an expression.

    ``looped`` are the names that the loops around it bring (a block of the paper, or ``loop``).
    """
    name = dotted(node)
    if next(refused(node), None) is not None:
        yield Fault("W113", "", "A placeholder is a name: {{ paper.title }}.")
    elif name is not None:
        yield from _name(name, looped)
    elif isinstance(node, _PLAIN):
        for child in node.iter_child_nodes():
            yield from expression_faults(child, looped)


def _name(name: str, looped: Collection[str]) -> Iterator[Fault]:
    first, _, second = name.partition(".")
    if first in looped:
        if first != "loop" and second and second not in _BLOCK:
            near = did_you_mean(second, _BLOCK)
            there = ", ".join(f"{first}.{one}" for one in _BLOCK)
            hint = f"Did you mean {first}.{near}?" if near else f"There is: {there}."
            yield Fault("W103", f"a block of the paper has no “{second}”", hint)
    elif not (first in KNOWN and (not second or second in KNOWN[first])):
        yield Fault("W103", f"a paper has nothing called “{name}”", suggestion(name))


def suggestion(name: str) -> str:
    """Return what to type in place of a placeholder that does not exist."""
    first, _, second = name.partition(".")
    if first in KNOWN:
        near = did_you_mean(second, KNOWN[first])
        there = ", ".join(f"{first}.{one}" for one in KNOWN[first]) or first
        return f"Did you mean {first}.{near}?" if near else f"There is: {there}."
    known = [f"{root}.{one}" if one else root for root, inner in KNOWN.items() for one in (inner or ("",))]
    last = second or first
    meant = next((one for one in known if one.partition(".")[2] == last), None) or did_you_mean(name, known)
    root = did_you_mean(first, KNOWN)
    return f"Did you mean {meant or root}?" if meant or root else f"There is: {', '.join(known)}."


def parsed(source: str) -> nodes.Template | None:
    """Return what Jinja makes of a tag, or None where it makes nothing of it."""
    try:
        check_size(source)
        return TemplateEnvironment().parse(source)
    except (TemplateSyntaxError, SecurityError, RecursionError):
        return None


def dotted(node: nodes.Node) -> str | None:
    """Return ``paper.title`` for a name with attributes, or None for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = dotted(node.node)
        return None if before is None else f"{before}.{node.attr}"
    return None
