"""What changed from one reading of an entry to another, key by key, in the words an officer types them by.

Every key of the entry language is walked, so nothing that differs is passed over; what a key holds tells how it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.archive.diff.change import Change
from pcp_reports.archive.diff.proses import prose_changes
from pcp_reports.comparing.pairs.pairing import alike, pair
from pcp_reports.dates import PartialDate, in_words
from pcp_reports.model.common import Figure
from pcp_reports.model.fields import keys_of
from pcp_reports.model.values import Prose
from pcp_reports.nodes import Text
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pcp_reports.model.fields import Key

_LIKE = 0.5  # two rows of a list with this much in common are one row that was changed


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any value of the entry language
    """Return whether two values say the same in the same order: `==` cares nothing for the order of names."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[name], other[name]) for name in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if type(one) is type(other) and is_model(one):
        return all(same(getattr(one, key.attribute), getattr(other, key.attribute)) for key in _keys(one).values())
    return bool(one == other)


def is_model(value: object) -> bool:
    """Return whether a value has keys of its own."""
    return hasattr(type(value), "__dataclass_fields__") and bool(keys_of(type(value)))


def changes_of(old: Any, new: Any, trail: str = "", apart: Collection[str] = ()) -> Iterator[Change]:  # noqa: ANN401 - two models of one kind
    """Yield what changed from ``old`` to ``new``; the keys ``apart`` are told elsewhere."""
    for key in _keys(new).values():
        was, now = getattr(old, key.attribute), getattr(new, key.attribute)
        if key.name not in apart and not same(was, now):
            name = _named(key.name, trail)
            yield from tuple(_of_key(key, was, now, name)) or (Change(f"{name}: changed."),)


def in_print(value: object) -> str:
    """Return a value as an officer reads it: a date in words, yes or no, a list with commas."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PartialDate):
        return in_words(value)
    if isinstance(value, tuple):
        return listed([in_print(one) for one in value]) or "nothing"
    if isinstance(value, dict):
        return listed([f"{name}: {in_print(one)}" for name, one in value.items()]) or "nothing"
    if is_model(value):
        return ", ".join(f"{name} {in_print(one)}" for name, one in _given(value))
    return " ".join(str(value).split())


def value_change(name: str, was: object, now: object) -> Change:
    """Return the sentence of one value that changed, came, or went."""
    if was is None:
        return Change(f"{name} added: {in_print(now)}.")
    if now is None:
        return Change(f"{name} taken out (it was: {in_print(was)}).")
    return Change(f"{name}: {in_print(was)} → {in_print(now)}.")


def _of_key(key: Key, was: Any, now: Any, name: str) -> Iterator[Change]:  # noqa: ANN401 - whatever stands behind a key
    if isinstance(key.value, Prose):
        yield from prose_changes(name, was, now)
    elif key.name == "accept":
        yield from _accepted(was or {}, now or {})
    elif isinstance(was or now, dict):
        yield from _by_name(_singular(key.name, name), was or {}, now or {})
    elif isinstance(was or now, tuple):
        yield from list_changes(name, was or (), now or ())
    elif is_model(was) and is_model(now):
        yield from changes_of(was, now, f"{name}, ")
    elif is_model(now) or is_model(was):
        yield from _whole(name, was, now)
    else:
        yield value_change(name, was, now)


def _whole(name: str, was: Any, now: Any) -> Iterator[Change]:  # noqa: ANN401 - a model that came or went
    """Yield each key of a group that came or went whole."""
    there = now if now is not None else was
    for key in _keys(there).values():
        value = getattr(there, key.attribute)
        if not _is_nothing(value):
            yield from _of_key(
                key, None if was is None else value, None if now is None else value, f"{name}, {key.name}"
            )


def _accepted(was: dict[str, str], now: dict[str, str]) -> Iterator[Change]:
    for code in [*now, *(one for one in was if one not in now)]:
        if code not in was:
            yield Change(f"Warning {code} is accepted now: {in_print(now[code])}")
        elif code not in now:
            yield Change(f"Warning {code} is not accepted any more (the reason was: {in_print(was[code])})")
        elif was[code] != now[code]:
            yield Change(
                f"Warning {code} is accepted for another reason: {in_print(was[code])} → {in_print(now[code])}"
            )
    if list(was) != list(now) and was == now:
        yield Change("Accept: the same, in another order.")


def _by_name(name: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Change]:
    for one in [*now, *(gone for gone in was if gone not in now)]:
        here = f"{name} {quoted(one)}"
        old, new = was.get(one), now.get(one)
        if one in was and one in now and same(old, new):
            continue
        if isinstance(old, Figure) and isinstance(new, Figure):
            yield from _figure(here, old, new)
        elif is_model(old) and is_model(new):
            yield from changes_of(old, new, f"{here}, ")
        elif isinstance(old or new, Text):
            yield from prose_changes(here, old, new)
        elif one not in was:
            yield Change(f"{here} added{_colon(new)}.")
        elif one not in now:
            yield Change(f"{here} taken out{_colon(old)}.")
        else:
            yield value_change(here, old, new)
    kept = [one for one in now if one in was]
    if kept != [one for one in was if one in now]:
        yield Change(f"{name}: now in the order {listed(list(now))}.")


def _figure(name: str, was: Figure, now: Figure) -> Iterator[Change]:
    """Yield what changed of a figure; its value alone needs no key."""
    if was.value is not None and now.value is not None and was.value != now.value:
        yield Change(f"{name}: {was.value} → {now.value}.")
        yield from changes_of(was, now, f"{name}, ", ("value",))
    else:
        yield from changes_of(was, now, f"{name}, ")


def list_changes(name: str, was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[Change]:
    """Yield the rows of a list that came, went, or were changed, and whether their order is another."""
    pairs = pair(was, now, (in_print,), lambda one, other: alike(in_print(one), in_print(other)), _LIKE)
    kept, met = {here for here, _ in pairs}, {there for _, there in pairs}
    for here, row in enumerate(was):
        if here not in kept:
            yield Change(f"{name}: {quoted(in_print(row))} taken out.")
    for there, row in enumerate(now):
        if there not in met:
            yield Change(f"{name}: {quoted(in_print(row))} added.")
    for here, there in pairs:
        if not same(was[here], now[there]):
            yield Change(f"{name}: {quoted(in_print(was[here]))} → {quoted(in_print(now[there]))}.")
    order = [there for _, there in pairs]
    if order != sorted(order):
        yield Change(f"{name}: now in the order {listed([in_print(row) for row in now])}.")


def _keys(model: object) -> dict[str, Key]:
    return keys_of(type(model))


def _given(model: object) -> list[tuple[str, Any]]:
    rows = [(key.name, getattr(model, key.attribute)) for key in _keys(model).values()]
    return [(name, value) for name, value in rows if not _is_nothing(value)]


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value in ((), {})


def _named(key: str, trail: str) -> str:
    words = key.replace("_", " ")
    return f"{trail}{words}" if trail else words[:1].upper() + words[1:]


def _singular(key: str, name: str) -> str:
    """Return the name of one of several: ``figure``, ``fund``; what has no such name keeps that of all."""
    one = {"figures": "figure", "funds": "fund", "strands": "strand", "parts": "part", "people": "person"}.get(key)
    one = one or {"standing": "standing paragraph"}.get(key, key)
    made = f"{name[: len(name) - len(key)]}{one}"
    return made[:1].upper() + made[1:]


def _colon(value: object) -> str:
    words = "" if value is None else in_print(value)
    return f": {words}" if words else ""
