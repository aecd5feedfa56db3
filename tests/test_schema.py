"""The JSON Schema for editors says what the tool says, as far as a schema can."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import yaml
from jsonschema import Draft202012Validator

from pcp_reports.model import KEYS, KINDS, SCHEMA_SUM, model_of
from pcp_reports.model.fields import keys_of
from pcp_reports.model.schema import json_schema, schema_text

TESTS = Path(__file__).parent
ROOT = TESTS.parent


class AsAnEditor(yaml.SafeLoader):
    """YAML as editors read it: numbers, booleans and null have types, dates are words."""


AsAnEditor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """Return the schema, itself proved to be one."""
    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


def complaints(schema: Draft202012Validator, path: Path) -> list[str]:
    """Return what an editor would underline in a file."""
    read: Any = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=AsAnEditor)  # noqa: S506 - a safe loader, with less in it
    return [error.message for error in schema.iter_errors(read)]


def entries(folder: Path) -> list[Path]:
    """Return the entry files below a folder."""
    return sorted(path for path in folder.rglob("*.yaml") if path.is_file())


@pytest.mark.parametrize(
    "path", [*entries(ROOT / "entries"), *entries(TESTS / "data" / "good")], ids=lambda path: path.stem
)
def test_no_good_entry_is_underlined(schema: Draft202012Validator, path: Path) -> None:
    """Nothing that `check` accepts is called wrong as it is typed."""
    assert complaints(schema, path) == []


def test_neither_are_the_reference_documents(schema: Draft202012Validator, reference: Path) -> None:
    """The two real papers, as entries, are not underlined anywhere."""
    assert {path.name: told for path in entries(reference) if (told := complaints(schema, path))} == {}


REFUSED = [
    folder
    for folder in sorted((TESTS / "data" / "bad").iterdir())
    if folder.name[:4] in ("M101", "M103", "M105", "M106", "M107")
    or folder.name in ("M102_unknown_kind", "M104_text_missing", "M104_amount_missing")
]
SEEN_ONLY_BY_CHECK = {
    "M106_bullets_of_another_sort",  # one name alone may stand for a list, and this is one to an editor
}
"""What is right in its shape, and wrong in what it says."""


@pytest.mark.parametrize(
    "folder", [one for one in REFUSED if one.name not in SEEN_ONLY_BY_CHECK], ids=lambda folder: folder.name
)
def test_what_a_schema_can_refuse_is_underlined(schema: Draft202012Validator, folder: Path) -> None:
    """A missing, unknown or misplaced key is shown in the editor, before anybody runs `check`."""
    assert any(complaints(schema, path) for path in entries(folder))


def test_the_check_sum_is_that_of_the_schema() -> None:
    """`check` tells a stale schema by a sum that is kept beside the models; here it is held against the schema itself."""
    assert crc32(schema_text().encode()) == SCHEMA_SUM
    assert (ROOT / "entries" / "entries.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_key_of_the_models_is_known_to_the_reader() -> None:
    """The list by which a missing colon is told from prose holds exactly the keys of the models."""
    found: set[str] = {"also", "standing"}
    text = schema_text()
    for kind in KINDS:
        found |= set(keys_of(model_of(kind)))
    found |= {key for name in json_schema()["$defs"].values() for key in name.get("properties", {})}
    assert found == KEYS
    assert all(f'"{key}"' in text for key in KEYS)


@pytest.mark.parametrize("typed", ["6", "yes", "null", "1.5", "words", ""])
def test_scalars_take_what_an_editor_reads(schema: Draft202012Validator, typed: str) -> None:
    """An editor reads 6 as a number and yes as a boolean; neither is underlined, as the tool reads words."""
    read: Any = yaml.load(f"kind: statement\ntitle: {typed}\ntext: {typed}\nready: {typed}\n", Loader=AsAnEditor)  # noqa: S506 - as above
    assert list(schema.iter_errors(read)) == []
