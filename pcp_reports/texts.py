"""Where prose stands in an entry, and what its placeholders may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.dates import PartialDate, in_words
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.model.fields import keys_of
from pcp_reports.model.values import Prose
from pcp_reports.placeholders import PlaceholderError
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.common import Figure
    from pcp_reports.money import Money
    from pcp_reports.nodes import Text
    from pcp_reports.workspace import Filed, PaperFolder, Register

PLAIN = ("title", "name", "place", "fund", "date", "due", "held", "launched", "announced", "owner", "ready", "priority")
"""The keys of an entry that a placeholder may name, where the entry has them."""

Values = dict[str, "str | int | Money"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What the placeholders of one text may name: names with their values, and functions of one name."""

    names: Values
    functions: dict[str, Callable[[str], str | int | Money]]
    slots: tuple[str, ...]


def proses(filed: Filed) -> Iterator[tuple[str, Text]]:
    """Yield every prose of an entry with the key it stands behind, as in ``response, objective``."""
    if filed.partly is not None:
        yield from _proses_of(filed.partly, "")


def _proses_of(model: Any, trail: str) -> Iterator[tuple[str, Text]]:  # noqa: ANN401 - any model of the entry language
    for one in keys_of(type(model)).values():
        value = getattr(model, one.attribute)
        if isinstance(one.value, Prose) and value is not None:
            yield trail + one.name, value
        elif hasattr(type(value), "__dataclass_fields__") and one.name in (
            "scanning",
            "analysis",
            "response",
            "assessment",
        ):
            yield from _proses_of(value, f"{trail}{one.name}, ")


def scope_of(filed: Filed, locale: str, key: str = "text") -> Scope:
    """Return what an entry's text may name: its own plain keys, its figures, and for a round its totals.

    ``key`` is where the text stands, as `proses` gives it. In a phase a figure is the one of that phase, if it has it.
    """
    model = filed.partly
    names: Values = {}
    for name in PLAIN:
        value = getattr(model, name, None)
        if value is not None:
            names[name] = _in_words(value, locale)
    phase, _, last = key.rpartition(", ")
    figures = figures_of(model, phase)
    functions: dict[str, Callable[[str], str | int | Money]] = {"figure": _figure(figures)}
    table = getattr(model, phase).figures if phase else model.figures
    slots: tuple[str, ...] = ("figures",) if table and last in ("text", "summary") else ()
    if filed.kind == ROUND:
        whole = sum_round(filed)
        names |= {"total": whole.sum.total, "projects": whole.sum.projects, "grants": whole.sum.grants}
        functions |= {"total_of": _over(whole, "total"), "projects_of": _over(whole, "projects")}
        slots = ("lines", *slots)
    return Scope(names, functions, slots)


def _in_words(value: object, locale: str) -> str:
    if isinstance(value, PartialDate):
        return in_words(value, locale)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def scope_of_paper(register: Register, folder: PaperFolder, locale: str) -> Scope:
    """Return what the texts of a paper, and standing paragraphs in it, may name."""
    names: Values = {}
    if folder.paper is not None:
        names["title"] = folder.paper.title or ""
        if folder.paper.meeting is not None:
            names["meeting"] = in_words(folder.paper.meeting, locale)
    if register.office is not None:
        office = register.office
        given = {
            "office": office.name,
            "commissioner": office.commissioner,
            "force": office.force,
            "panel": office.panel,
            "plan": office.plan.name if office.plan is not None else None,
        }
        names |= {name: value for name, value in given.items() if value is not None}
    return Scope(names, {}, ())


def figures_of(model: Any, own: str) -> dict[str, Figure]:  # noqa: ANN401 - any kind of entry
    """Return an entry's figures by name: of one told in several phases that of the phase ``own``, else the latest."""
    figures: dict[str, Figure] = dict(model.figures or {})
    for _, phase in getattr(model, "phases", ()):
        figures |= phase.figures or {}
    return figures | ((getattr(model, own).figures or {}) if own else {})


def _figure(figures: dict[str, Figure]) -> Callable[[str], str]:
    def printed(name: str) -> str:
        figure = figures.get(name)
        if figure is None or figure.printed is None:
            raise _not_there("figure", name, list(figures))
        return figure.printed

    return printed


def _over(whole: RoundSum, what: str) -> Callable[[str], Any]:
    names = [strand.name for strand in whole.strands if strand.name is not None]

    def value(name: str) -> Any:  # noqa: ANN401 - Money or int, by what is asked for
        if name not in names:
            if name in whole.hidden:
                raise PlaceholderError(
                    f"the grants of {quoted(name)} are exempt, and their sum stays out of everything public"
                )
            raise _not_there("strand", name, names)
        return getattr(whole.over((name,)), what)

    return value


def _not_there(what: str, name: str, known: list[str]) -> PlaceholderError:
    meant = did_you_mean(name, known)
    there = f"there {'is' if len(known) == 1 else 'are'} {listed([quoted(one) for one in known]) or 'none'}"
    told = f"did you mean {quoted(meant)}?" if meant is not None else there
    return PlaceholderError(f"there is no {what} named {quoted(name)}; {told}")
