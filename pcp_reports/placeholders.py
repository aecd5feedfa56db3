"""What stands in ``{{ … }}``: a name, or a function of one quoted name, and perhaps ``| rounded``. Nothing else.

Jinja's own sandboxed environment parses it, and only the nodes of that grammar are let through: no attribute,
subscript, arithmetic, test or second call can be reached, and nothing is ever run by Jinja. Loading Jinja takes a
good part of the time of a whole check, so an expression in its plainest spelling is read without; a test holds the
two together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.money import Money, format_money, rounded
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

Value = str | int | Money
"""What a placeholder may stand for."""

_LONGEST = 200
_PLAIN = re.compile(
    r"""(?P<name>[A-Za-z_][A-Za-z0-9_]*) \s*
        (?: \( \s* (?: "(?P<double>[^"\\\r\n]*)" | '(?P<single>[^'\\\r\n]*)' ) \s* \) )?
        \s* (?P<rounded> \| \s* rounded )?""",
    re.VERBOSE,
)
# The same as an officer may have meant it: curly quotes out of Word, quotes left out. (Compiled when first used.)
_BEGINNING = r"""[\s-]*(?P<name>[A-Za-z_][A-Za-z0-9_]*)
        (?: \s* \( \s*["'“”‘’]* (?P<words>\w[^"“”(),=\\]*?) \s*["'“”‘’]*\s* \) )?"""
# What Jinja reads as something other than a name.
_RESERVED = frozenset(
    ("and", "else", "if", "in", "is", "not", "or", "true", "True", "false", "False", "none", "None")
)  # fmt: skip


class PlaceholderError(ValueError):
    """A placeholder that cannot be filled. ``reason`` is a clause; ``instead`` is what to type, braces included."""

    def __init__(self, reason: str, instead: tuple[str, ...] = ()) -> None:
        """Keep the reason and what to type; the latter is empty where one cannot tell."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


class Insertion(NamedTuple):
    """A placeholder as read: a name, with the words given to it if it is a function, and whether it is rounded."""

    name: str
    argument: str | None = None
    is_rounded: bool = False

    def __str__(self) -> str:
        """Return the placeholder as it is typed."""
        quote = "'" if self.argument is not None and '"' in self.argument else '"'
        call = "" if self.argument is None else f"({quote}{self.argument}{quote})"
        return f"{{{{ {self.name}{call}{' | rounded' if self.is_rounded else ''} }}}}"


def read_expression(expression: str, *, plainly: bool = True) -> Insertion:
    """Return what stands between the braces, read; raise PlaceholderError where it is more than is allowed.

    With ``plainly`` False Jinja parses every expression; the outcome is the same.
    """
    shown = expression.strip()
    if len(shown) > _LONGEST:
        raise PlaceholderError("it is too long for a placeholder")
    if "\\" in shown:
        raise PlaceholderError("a backslash stands in it", _nearest(shown.replace("\\", "")))
    match = _PLAIN.fullmatch(shown) if plainly else None
    if match is not None and match["name"] not in _RESERVED:
        argument = match["double"] if match["double"] is not None else match["single"]
        return Insertion(match["name"], argument, match["rounded"] is not None)
    return _read_by_jinja(shown)


def evaluate(
    expression: str,
    names: Mapping[str, Value],
    functions: Mapping[str, Callable[[str], Value]],
    *,
    locale: str = "en_GB",
) -> str:
    """Return the literal words that the placeholder stands for; raise PlaceholderError where there are none.

    Money prints in the locale (``£73,719``), ``| rounded`` in the short form (``£74k``); ``rounded`` leaves a count as
    it is and is refused for words. A function may raise PlaceholderError itself, or LookupError for unknown words.
    """
    insertion = _read_known(expression, names, functions)
    if insertion.argument is None:
        value = names[insertion.name]
    else:
        try:
            value = functions[insertion.name](insertion.argument)
        except LookupError:
            shown = quoted(shortened(insertion.argument))
            raise PlaceholderError(f"there is no {shown} here") from None
    if isinstance(value, Money):
        return rounded(value) if insertion.is_rounded else format_money(value, locale)
    if isinstance(value, int):
        return f"{value:,}"
    if insertion.is_rounded:
        plain = Insertion(insertion.name, insertion.argument)
        raise PlaceholderError("only an amount or a number can be rounded", (str(plain),))
    return value


def _read_known(expression: str, names: Collection[str], functions: Collection[str]) -> Insertion:
    """Return the expression read, if what it names exists; what is offered instead exists, too."""
    try:
        insertion = read_expression(expression)
    except PlaceholderError as error:
        offers = tuple(offer for offer in error.instead if _exists(offer, names, functions))
        raise PlaceholderError(error.reason, offers) from None
    _require_known(insertion, names, functions)
    return insertion


def _exists(offer: str, names: Collection[str], functions: Collection[str]) -> bool:
    insertion = read_expression(offer[2:-2])
    return insertion.name in (names if insertion.argument is None else functions)


def _require_known(insertion: Insertion, names: Iterable[str], functions: Iterable[str]) -> None:
    """Raise PlaceholderError unless the name is a known one, and a function exactly if words are given to it."""
    called = insertion.argument is not None
    if insertion.name in (functions if called else names):
        return
    if insertion.name in (names if called else functions):
        if called:
            raise PlaceholderError(
                f"{quoted(insertion.name)} takes nothing in brackets",
                (str(Insertion(insertion.name, None, insertion.is_rounded)),),
            )
        raise PlaceholderError(f"{quoted(insertion.name)} needs a name in brackets and quotation marks")
    known = tuple(functions if called else names)
    meant = did_you_mean(insertion.name, known)
    instead = (str(Insertion(meant, insertion.argument, insertion.is_rounded)),) if meant else ()
    raise PlaceholderError(f"there is no {quoted(shortened(insertion.name))} here{_there_are(known)}", instead)


def _there_are(known: tuple[str, ...]) -> str:
    return f"; there is {listed([quoted(name) for name in known])}" if known else ""


def _read_by_jinja(expression: str) -> Insertion:
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 - Jinja is slow to load

    try:
        body = _environment().parse(f"{{{{ {expression} }}}}").body
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
        raise PlaceholderError("it cannot be read as a placeholder", _nearest(expression)) from None
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise PlaceholderError("more than one thing stands in it")
    return _allowed(output.nodes[0], expression)


def _allowed(node: nodes.Expr, expression: str) -> Insertion:
    """Return the node as an insertion; raise PlaceholderError for every node outside the grammar."""
    from jinja2 import nodes  # noqa: PLC0415 - Jinja is slow to load

    is_rounded = False
    if isinstance(node, nodes.Filter):
        if node.name != "rounded" or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise PlaceholderError(
                f"“| {shortened(node.name)}” is not known; only “| rounded” is", _nearest(expression)
            )
        node, is_rounded = node.node, True
    if isinstance(node, nodes.Name):
        return Insertion(node.name, None, is_rounded)
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        words = node.args[0] if len(node.args) == 1 else None
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if plain and isinstance(words, nodes.Const) and isinstance(words.value, str):
            return Insertion(node.node.name, words.value, is_rounded)
        raise PlaceholderError(f"{quoted(node.node.name)} takes one name, in quotation marks", _nearest(expression))
    raise PlaceholderError("a placeholder holds one name, and no sums or other commands", _nearest(expression))


def _nearest(expression: str) -> tuple[str, ...]:
    """Return what the expression begins with as a placeholder: a name, or a function with the words in its brackets."""
    found = re.match(_BEGINNING, expression, re.VERBOSE)
    if found is None or found["name"] in _RESERVED or found["name"].startswith("_"):
        return ()
    return (str(Insertion(found["name"], found["words"], "rounded" in expression[found.end() :])),)


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - Jinja is slow to load

    environment = SandboxedEnvironment(autoescape=False)
    environment.filters = {"rounded": rounded}
    return environment
