"""No bytes whatever make the tool fail or hang, and whatever YAML can hold is read as it was meant."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcp_reports.checks import check
from pcp_reports.cli.report import as_json, as_text
from pcp_reports.mending import mend
from pcp_reports.model import KEYS
from pcp_reports.nodes import Block, Items, Text
from pcp_reports.placing import survey
from pcp_reports.source import read_source
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pcp_reports.nodes import Node
    from pcp_reports.source import Source

GOOD = Path(__file__).parent / "data" / "good"
SEEDS = [path.read_bytes().decode() for path in sorted((GOOD / "every_key").rglob("*.y*ml"))]
FILES = [path.relative_to(GOOD / "every_key") for path in sorted((GOOD / "every_key").rglob("*.y*ml"))]
PATH = "entries/a/harbour.yaml"


def times(number: int) -> settings:
    """Return the settings of a run of so many tries, the same every time."""
    return settings(
        max_examples=number,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


HOSTILE = (
    *("\t", "\x00", "\x0b", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\u200b", "\u00a0", "\U0001f600", "\ufffe"),
    *("“", "'", '"', "{{", "}}", "{%", "{#", "[", "]", "{", "}", "&a", "*a", "!t", "%", "@", "`", "|", ">", "#", " #"),
    *(": ", ":", "- ", "-", "? ", "\n", "\r", "\r\n", "\n\n", "---\n", "...\n", "  ", " ", "<<: ", "\\", "|2\n", "£", "=", "–"),
)  # fmt: skip


def sound(source: Source) -> None:
    """Hold a file as read to what is promised of every one: places inside it, fixes that fit it, a value or a finding."""
    assert source.root is not None or source.findings
    for finding in source.findings:
        within(finding.place.line, finding.place.column, source)
        assert finding.message
        if finding.fix is not None:
            assert 1 <= finding.fix.first <= len(source.lines)
            assert finding.fix.new != finding.fix.old
    places(source.root, source)


def within(line: int, column: int, source: Source) -> None:
    """Hold a place to the lines of the file; two columns more are left for an indent that was put in."""
    if source.lines:
        assert 1 <= line <= len(source.lines)
        assert 1 <= column <= max(len(source.lines[line - 1]), len(source.mended[line - 1])) + 1


def places(node: Node | None, source: Source) -> None:
    """Hold the place of every node, and of the last character of every text, to the lines of the file."""
    if node is None or node == "":
        return  # what is empty has no place of its own; findings point at its key
    within(node.line, node.column, source)
    if isinstance(node, Block):
        for key, behind in node.items():
            places(key, source)
            places(behind, source)
    elif isinstance(node, Items):
        for row in node:
            places(row, source)
    elif node:
        place = source.place_in(node, len(node.rstrip()) - 1 if node.strip() else 0)
        within(place.line, place.column, source)


@times(300)
@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    """Whatever somebody saves under the name of an entry is answered with a value or a finding."""
    sound(read_source(data, PATH, KEYS))


@times(300)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.sampled_from(sorted(KEYS)), st.text(max_size=8)), max_size=40))
def test_no_words_make_the_reader_fail(parts: list[str]) -> None:
    """Keys, signs and words in any order are answered with a value or a finding."""
    text = "".join(parts)
    sound(read_source(text.encode("utf-8", errors="surrogatepass"), PATH, KEYS))


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[int, bytes]:
    """Draw a good file with something deleted, put in, cut off, doubled or moved, as happens on a busy day."""
    number = draw(st.integers(0, len(SEEDS) - 1))
    text = SEEDS[number]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 5)):
            case 0:
                text = text[:at] + text[at + draw(st.integers(1, 20)) :]
            case 1 | 2:
                text = text[:at] + draw(st.sampled_from(HOSTILE)) + text[at:]
            case 3:
                text = text[: max(at, 1)]
            case 4:
                lines = text.split("\n")
                row = min(draw(st.integers(0, 60)), len(lines) - 1)
                text = "\n".join([*lines[:row], lines[row], *lines[row:]])
            case _:
                lines = text.split("\n")
                row = min(draw(st.integers(0, 60)), len(lines) - 1)
                lines[row] = " " * draw(st.integers(0, 5)) + lines[row].lstrip()
                text = "\n".join(lines)
    data = text.encode()
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at:]
    return number, data


@times(250)
@given(spoiled())
def test_a_good_file_that_was_spoiled_is_read_or_named(drawn: tuple[int, bytes]) -> None:
    """A slip anywhere in a good file leaves every place inside the file and every mend fitting it."""
    sound(read_source(drawn[1], PATH, KEYS))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the good workspace with every key, one file of which is spoiled at a time."""
    root = tmp_path_factory.mktemp("fuzz")
    for path, text in zip(FILES, SEEDS, strict=True):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return root


@times(120)
@given(drawn=spoiled())
def test_check_survives_a_spoiled_file_and_never_makes_it_worse(workspace: Path, drawn: tuple[int, bytes]) -> None:
    """`check` and `check --fix` go through to the end, show what they found, and a mend never adds a fault of YAML."""
    number, data = drawn
    path = workspace / FILES[number]
    path.write_bytes(data)
    try:
        surveyed = survey(load(workspace))
        found = check(surveyed)
        assert as_text(found, surveyed.register, notes=True)
        assert as_json(found, surveyed.register)["summary"]["files"] == len(FILES)
        before = errors(data)
        for _ in range(3):
            mend(workspace, found)
            found = check(survey(load(workspace)))
        assert errors(path.read_bytes()) <= before
    finally:
        path.write_bytes(SEEDS[number].encode())


def errors(data: bytes) -> int:
    """Return how many faults of YAML the bytes have."""
    return sum(one.severity.value == "error" for one in read_source(data, PATH, KEYS).findings)


# -- what YAML can hold is read as it was meant

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zs"], exclude_characters="\u2028\u2029\ufeff\u200b\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    max_size=30,
).map(lambda text: text.replace("_", " "))  # fmt: skip
NAMES = WORDS.filter(lambda name: name.strip() == name and name != "")
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)


def plain(node: Node) -> Any:  # noqa: ANN401 - whatever was typed
    """Return a node without its places."""
    if isinstance(node, Block):
        return {str(key): plain(behind) for key, behind in node.items()}
    return [plain(row) for row in node] if isinstance(node, Items) else str(node)


def faults(source: Source) -> list[str]:
    """Return what is said, less the warnings about odd spaces, which change nothing of the value."""
    return [one.message for one in source.findings if one.code != "Y107"]


@times(250)
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), st.booleans(), st.integers(20, 200))
def test_what_another_program_writes_is_read_back_as_it_was(data: dict[str, Any], flow: bool, width: int) -> None:
    """An entry written by another program, in whatever notation it chose, holds the same words for me."""
    typed = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=width)
    source = read_source(typed.encode(), PATH, KEYS)
    assert source.root is not None, (typed, faults(source))
    assert plain(source.root) == data


@times(150)
@given(st.dictionaries(NAMES, WORDS, min_size=1, max_size=5), st.sampled_from(["'", '"', "|", ">"]))
def test_every_notation_of_a_value_is_read_back(data: dict[str, str], style: str) -> None:
    """Quotation marks of either kind, a bar or a fold: the words are the same."""
    buffer = io.StringIO()
    yaml.safe_dump(data, buffer, allow_unicode=True, sort_keys=False, default_style=style)
    source = read_source(buffer.getvalue().encode(), PATH, KEYS)
    assert source.root is not None, (buffer.getvalue(), faults(source))
    assert plain(source.root) == data
    for key, behind in source.root.items():
        assert isinstance(behind, Text)
        assert source.place(key).line <= source.place(behind).line
