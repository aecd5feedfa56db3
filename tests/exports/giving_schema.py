"""The 360Giving schema of the reference material as a validator: everything it finds in a package."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from pathlib import Path

_MOMENTS = FormatChecker(formats=())


@_MOMENTS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    """Return whether a string is a day with its time and zone."""
    return not isinstance(value, str) or ("T" in value and datetime.fromisoformat(value).tzinfo is not None)


def validator(shared: Path) -> Draft202012Validator:
    """Return the validator of packages; nothing is fetched, because the grant's schema lies beside the package's."""
    package: dict[str, Any] = json.loads((shared / "data/360-giving-package-schema.json").read_text(encoding="utf-8"))
    grant: dict[str, Any] = json.loads((shared / "data/360-giving-schema.json").read_text(encoding="utf-8"))
    address: str = package["properties"]["grants"]["items"]["$ref"]  # of another version than the schema's own id
    # Both spell “$schema” as no draft is spelt.
    kept = ((one, DRAFT202012.create_resource({**grant, "$schema": _DRAFT})) for one in (address, grant["$id"]))
    registry: Registry[Any] = Registry().with_resources(kept)
    return Draft202012Validator({**package, "$schema": _DRAFT}, registry=registry, format_checker=_MOMENTS)


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
