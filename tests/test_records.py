"""The tool's own quick `dataclass` makes what the standard one makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from pcp_reports import records


class _Place:
    """A class as the package writes them, before it is decorated."""

    path: str
    line: int = 1
    names: list[str] = field(default_factory=list, repr=False, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def _both(**options: bool) -> tuple[type[Any], type[Any]]:
    """Return the class made by the standard decorator and by ours; both bear one name."""

    def undecorated() -> type[Any]:
        taken = {name: value for name, value in vars(_Place).items() if name not in ("__dict__", "__weakref__")}
        return type("Place", (), taken)

    standard: type[Any] = dataclass(frozen=True, slots=True, **options)(undecorated())
    ours: type[Any] = records.record(undecorated(), **options)
    return standard, ours


@records.dataclass(frozen=True, slots=True)
class Base:
    """Something with a number."""

    number: int

    def __post_init__(self) -> None:
        """Refuse what is less than nothing."""
        if self.number < 0:
            raise ValueError(self.number)


@records.dataclass(frozen=True, slots=True)
class Derived(Base):
    """The same with words."""

    words: str = ""


@records.dataclass(frozen=True, slots=True)
class Nothing:
    """A class without a field."""


@pytest.mark.parametrize("options", [{}, {"eq": False}, {"order": True}])
def test_it_makes_what_the_standard_decorator_makes(options: dict[str, bool]) -> None:
    """Whoever reads the code may take our classes for ordinary dataclasses: fields, slots, order of arguments, words."""
    standard, ours = _both(**options)
    assert [(one.name, one.default, one.repr, one.compare) for one in fields(ours)] == [
        (one.name, one.default, one.repr, one.compare) for one in fields(standard)
    ]
    assert ours.__slots__ == standard.__slots__
    assert ours.__match_args__ == standard.__match_args__
    assert repr(ours("a", 2)) == repr(standard("a", 2))
    assert str(ours("a", 2)) == "a:2"
    assert ours("a") == ours("a") if options.get("eq", True) else ours("a") != ours("a")
    assert vars(ours).keys() >= vars(standard).keys() - {"__doc__"}
    assert hasattr(ours, "__dict__") == hasattr(standard, "__dict__")
    assert ours("a").names == []
    assert ours("a").names is not ours("a").names


def test_values_are_compared_field_by_field_and_only_within_a_class() -> None:
    """Two findings are the same finding when all that is compared is the same, and a place is never another thing."""
    _, place = _both(order=True)
    _, other = _both(order=True)
    assert place("a", 1, ["x"]) == place("a", 1, ["y"])
    assert hash(place("a", 1, ["x"])) == hash(place("a", 1, ["y"]))
    assert place("a", 1) != place("a", 2)
    assert place("a", 1) != other("a", 1)
    assert place("a", 2) < place("a", 10) <= place("a", 10) < place("b")
    assert place("b") > place("a", 10) >= place("a", 10)
    with pytest.raises(TypeError):
        _ = place("a") < other("a")


def test_nothing_can_be_changed_once_it_is_made() -> None:
    """What was read stays as it was read: setting and deleting are refused, and a change is a new value."""
    one = Derived(1, "a")
    with pytest.raises(FrozenInstanceError, match="words"):
        one.words = "b"  # type: ignore[misc] # the point of the test
    with pytest.raises(FrozenInstanceError, match="number"):
        del one.number
    with pytest.raises((AttributeError, TypeError)):
        one.other = 1  # type: ignore[attr-defined] # as above
    assert replace(one, words="b") == Derived(1, "b")
    assert one == Derived(1, "a")


def test_a_class_may_build_on_another_and_look_at_its_values() -> None:
    """A date is refused when it is made, also where its class builds on another; a class may have no fields at all."""
    assert Derived(number=3) == Derived(3, "")
    assert Derived(3) != Base(3)
    with pytest.raises(ValueError, match="-1"):
        Derived(-1)
    with pytest.raises(TypeError):
        Derived()  # type: ignore[call-arg] # the point of the test
    assert Nothing() == Nothing()
    assert repr(Nothing()) == "Nothing()"
    match Derived(4, "d"):
        case Derived(number, words):
            assert (number, words) == (4, "d")


def test_a_copy_is_equal_to_what_was_copied() -> None:
    """Values may be copied and sent to another process, as ordinary ones may."""
    one = Derived(5, "e")
    assert copy.copy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - made a moment ago


def test_only_frozen_slotted_classes_are_made() -> None:
    """A class that could be changed is refused rather than made something else than it says."""
    with pytest.raises(TypeError):
        records.dataclass(frozen=False, slots=True)
    assert dataclasses.is_dataclass(Base)
