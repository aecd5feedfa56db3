"""What differs of how two versions were kept, as version.json has it: edited in Word, a draft, not whole, in whose place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.archive.diff.change import Change
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.archive.diff.held import Held

AS_BUILT, DRAFT, INCOMPLETE, SUPERSEDES = RECORDED = ("as_built", "draft", "incomplete", "supersedes")
"""What of version.json is told here."""


def kept_otherwise(old: Held, new: Held) -> Iterator[Change]:
    """Yield what differs of how the versions were kept, in sentences that need no version.json to be understood."""
    yield from map(Change, _edited(old, new))
    yield from map(Change, _draft(old, new))
    yield from map(Change, _without(old, new))
    yield from map(Change, _in_place_of(old, new))


def _edited(old: Held, new: Held) -> Iterator[str]:
    was, now = old.about.get(AS_BUILT), new.about.get(AS_BUILT)
    if was == now:
        return
    names = _names(old, new)
    unsaid = [name for name, said in zip(names, (was, now), strict=True) if not isinstance(said, bool)]
    if unsaid:
        yield _sentence(f"whether {unsaid[0]} was edited in Word after it was built is not recorded")
    elif now:
        yield _sentence(
            f"{names[1]} was kept as it was built; {names[0]} was edited in Word after it was built, and kept as edited"
        )
    else:
        yield _sentence(f"{names[1]} was edited in Word after it was built, and kept as edited")


def _draft(old: Held, new: Held) -> Iterator[str]:
    was, now = old.about.get(DRAFT), new.about.get(DRAFT)
    if was == now:
        return
    names = _names(old, new)
    unsaid = [name for name, said in zip(names, (was, now), strict=True) if not isinstance(said, bool)]
    if unsaid:
        yield _sentence(f"whether {unsaid[0]} is marked as a draft is not recorded")
    else:
        marked, other = names if was else reversed(names)
        yield _sentence(f"{marked} is marked DRAFT on every page; {other} is not")


def _without(old: Held, new: Held) -> Iterator[str]:
    was, now = old.about.get(INCOMPLETE), new.about.get(INCOMPLETE)
    if was == now:
        return
    kept_without = _paths(was), _paths(now)
    for name, said, others in zip(_names(old, new), kept_without, reversed(kept_without), strict=True):
        if said is None:
            yield _sentence(f"which entries {name} was kept without is not recorded")
        elif lacking := [path for path in said if path not in (others or ())]:
            what, them = ("entry", "it") if len(lacking) == 1 else ("entries", "them")
            paths = listed([quoted(path) for path in lacking])
            yield _sentence(
                f"{name} was kept without the {what} {paths}: what is exempt could not be cut out of {them}"
            )


def _in_place_of(old: Held, new: Held) -> Iterator[str]:
    was, now = old.about.get(SUPERSEDES), new.about.get(SUPERSEDES)
    if was == now:
        return
    for name, said in zip(_names(old, new), (was, now), strict=True):
        if isinstance(said, str):
            yield _sentence(f"{name} takes the place of {said}")
        elif said is not None:
            yield _sentence(f"which version {name} takes the place of is not recorded")


def _paths(said: Any) -> list[str] | None:  # noqa: ANN401 - whatever JSON holds
    return said if isinstance(said, list) and all(isinstance(path, str) for path in said) else None


def _names(old: Held, new: Held) -> tuple[str, str]:
    """Return what the versions are called: ``v5``; one that does not say its number is the older or the newer one."""
    numbers = old.about.get("version"), new.about.get("version")
    one, other = (f"v{number}" if type(number) is int else "" for number in numbers)
    return (one, other) if one and other and one != other else ("the older version", "the newer version")


def _sentence(clause: str) -> str:
    begun = clause[:1].upper() + clause[1:] if clause.startswith(("the ", "whether ", "which ")) else clause
    return f"{begun}."
