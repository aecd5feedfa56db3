"""The JSON Schema of the entry language, made from the models themselves: what editors use to help with typing."""

from __future__ import annotations

import json
from typing import Any

from pcp_reports.model import KINDS, model_of
from pcp_reports.model.fields import SCALAR, keys_of


def json_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema, draft 2020-12): any entry file, told apart by its kind."""
    defined: dict[str, Any] = {}

    def define(model: type) -> dict[str, Any]:
        name = _name(model)
        if name not in defined:
            defined[name] = {}  # a place held, should a model ever hold itself
            defined[name] = _of(model, define)
        return {"$ref": f"#/$defs/{name}"}

    branches = []
    for kind in KINDS:
        reference = define(model_of(kind))
        defined[_name(model_of(kind))]["properties"]["kind"] = {"const": kind}
        branches.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": reference})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An entry of pcp-reports",
        "description": "Values may be typed as words or numbers; the tool reads every one as it was typed.",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(KINDS), "description": "what the file is"}},
        "allOf": branches,
        "$defs": dict(sorted(defined.items())),
    }


def schema_text() -> str:
    """Return the schema as it is written into a workspace."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _name(model: type) -> str:
    module = model.__module__.rpartition(".")[2]
    return model.__name__ if module != "office" or model.__name__ == "Office" else f"Office{model.__name__}"


def _of(model: type, define: Any) -> dict[str, Any]:  # noqa: ANN401 - the function above
    properties: dict[str, Any] = {}
    required = []
    for one in keys_of(model).values():
        shape = one.value.schema(define)
        if one.required:
            required.append(one.name)
            shape = shape if shape == SCALAR else _filled(shape)
        elif "$ref" in shape:
            shape = {"anyOf": [shape, {"type": "null"}]}
        properties[one.name] = {**shape, "description": one.about}
    said = (model.__doc__ or "").split("\n\n")[0].strip()
    return {
        "type": "object",
        "description": said,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _filled(shape: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of a key that may not be left empty."""
    options = shape.get("anyOf")
    if options is None:
        return shape
    return {
        "anyOf": [
            {**option, "minItems": 1} if option.get("type") == "array" else option
            for option in options
            if option != {"type": "null"}
        ]
    }
