"""JSON written with amounts as they are: whole pence and decimals become numbers without a float between.

The standard library writes a decimal only by way of a float, and £41,133.77 came out of somebody's as 41133.770000000004.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from pcp_reports.money import Money

_LONE = re.compile("[\ud800-\udfff]")


def as_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as indented JSON with a line feed at its end; the same value gives the same text.

    Holds what JSON holds, with Decimal and Money (in pounds) as numbers. Raises TypeError for anything else, floats
    included, and ValueError for a decimal that is no number.
    """
    return _written(value, "\n") + "\n"


def _written(value: Any, line: str) -> str:  # noqa: ANN401 - as above
    inner = f"{line}  "
    if isinstance(value, dict):
        parts = [f"{_string(key)}: {_written(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"
    if isinstance(value, list | tuple):
        parts = [_written(one, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return _number(value)


def _number(value: object) -> str:
    if isinstance(value, Money):
        return value.decimal.removesuffix(".00")
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("not a number")
        return str(value)
    raise TypeError(f"{type(value).__name__} is not written as JSON here")


def _string(value: str) -> str:
    """Return a string as JSON; half of a character, which UTF-8 cannot hold, is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
