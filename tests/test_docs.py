"""The pages that officers read: they tell of every command, code, style and placeholder there is, and of no other."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from pcp_reports import __version__
from pcp_reports.catalogue import RULES
from pcp_reports.cli.app import COMMANDS, group, run
from pcp_reports.document import BlockKind
from pcp_reports.word.context import PlacedBlock
from pcp_reports.word.faults import KNOWN
from pcp_reports.word.lint_styles import needed_styles
from pcp_reports.word.looks import DRAFT_LOOKS, UPDATE, looks

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
SLOTS = ("summary", "recommendation", "body")


def page(name: str) -> str:
    """Return a page of docs/."""
    return PAGES[f"docs/{name}.md"]


def code_of(text: str) -> list[str]:
    """Return what a page sets as code: each line of its blocks, and each span."""
    lines = [line for _, block in FENCE.findall(text) for line in block.splitlines()]
    return [*lines, *SPAN.findall(FENCE.sub("", text))]


def sections(text: str) -> dict[str, str]:
    """Return a page's sections of the second level, by heading."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {heading.strip(): below for heading, _, below in (part.partition("\n") for part in parts)}


def rows(text: str) -> list[list[str]]:
    """Return the cells of the table rows of a text that begin with a code span."""
    found = re.findall(r"^\| (`.*) \|$", text, re.MULTILINE)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)] for row in found]


def commands() -> dict[str, click.Command]:
    """Return every command by the words that call it."""
    context = click.Context(group)
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        within = command.commands if isinstance(command, click.Group) else None
        found |= {f"{name} {one}": inner for one, inner in within.items()} if within else {name: command}
    return found


def options(command: click.Command) -> set[str]:
    """Return a command's options in all their spellings."""
    return {spelling for option in command.params if isinstance(option, click.Option) for spelling in option.opts}


EVERYWHERE = options(group) | {"-h", "--help"}
CALLED = commands()
EVERY_OPTION = EVERYWHERE.union(*map(options, CALLED.values()))


def test_every_command_has_its_section_and_no_other_has() -> None:
    """Whatever I can type is explained, and nothing is explained that does not exist."""
    general = {"Exit codes", "Options of every command"}
    assert set(sections(page("commands"))) - general == set(CALLED)


@pytest.mark.parametrize("name", CALLED)
def test_the_section_of_a_command_lists_its_options(name: str) -> None:
    """Each option that a command takes stands in its table, in every spelling, and no other does."""
    told = {spelling for row in rows(sections(page("commands"))[name]) for spelling in SPAN.findall(row[0])}
    assert {spelling for spelling in told if spelling.startswith("-")} == options(CALLED[name])


def test_the_options_of_every_command_are_told() -> None:
    """The options that I may type anywhere are in one table."""
    told = rows(sections(page("commands"))["Options of every command"])
    assert {spelling for row in told for spelling in SPAN.findall(row[0])} == EVERYWHERE


def test_every_option_named_anywhere_exists() -> None:
    """No page sends me to an option that the tool, or the benchmark that one page is about, does not have."""
    benchmark = (ROOT / "tests" / "benchmarks" / "run.py").read_text(encoding="utf-8")
    measuring = {("docs/performance.md", option) for option in re.findall(r'"(--[a-z-]+)"', benchmark)}
    named = {
        (name, option)
        for name, text in PAGES.items()
        for span in SPAN.findall(FENCE.sub("", text))
        for option in re.findall(r"^(--[a-z-]+)", span)
    }
    assert len(named) > 10
    assert {(name, option) for name, option in named - measuring if option not in EVERY_OPTION} == set()


def command_lines() -> Iterator[tuple[str, list[str]]]:
    """Yield every command line of the pages as its words after ``pcp-reports``, with the page it stands on."""
    for name, text in PAGES.items():
        for code in code_of(text):
            for typed in re.findall(r"(?:^|[\s/\\])pcp-reports +([^;&|>{}\n]+)", code):
                yield name, shlex.split(typed.strip())


def test_every_command_line_of_the_pages_can_be_typed() -> None:
    """What a page tells me to type is a command that exists, with options that it takes."""
    lines = list(command_lines())
    assert len(lines) > 25
    wrong = []
    for name, typed in lines:
        words = list(typed)
        while words and words[0] in EVERYWHERE:
            del words[: 2 if words[0] in {"-C", "--workspace"} else 1]
        if not words or words[0] in {"…", "COMMAND"}:
            continue
        called = next((one for one in CALLED if words[: len(one.split())] == one.split()), None)
        known = EVERYWHERE | options(CALLED[called]) if called else {"-h", "--help"}
        whole = called is not None or words[0] == "template"
        if not whole or any(word not in known for word in words if word.startswith("-")):
            wrong.append((name, " ".join(typed)))
    assert wrong == []


def test_the_readme_shows_every_command() -> None:
    """Somebody who reads the README alone has met every command that a paper needs."""
    shown = {words[0] for name, words in command_lines() if name == "README.md"}
    assert {"new", "check", "totals", "build", "init", "template"} <= shown


def test_every_exit_code_is_told() -> None:
    """A script can rely on the exit codes of the page."""
    from pcp_reports.cli import app  # noqa: PLC0415 - only for its numbers

    told = [row.split("|")[1].strip() for row in re.findall(r"^\| \d.*$", page("commands"), re.MULTILINE)]
    assert told == ["0", "1", str(app.WRONG_USAGE), str(app.OUR_FAULT), str(app.STOPPED)]


def steps(line: str) -> list[str]:
    """Return the steps of a command line of the README as Linux would write them."""
    plain = line.replace(".venv\\Scripts\\", ".venv/bin/").replace("py -3 ", "python3 ")
    return [step.strip(" }") for step in re.split(r"&&|; if \(\$\?\) \{", plain)]


def test_the_two_commands_of_the_readme_are_the_same_on_every_system() -> None:
    """On Windows I paste a line that does what the line for Linux does, step for step."""
    blocks = [(kind, block.strip()) for kind, block in FENCE.findall(PAGES["README.md"])]
    shell = [block for kind, block in blocks if kind == "sh"]
    assert [block.rsplit(" ", 1)[-1] for block in shell] == ["2023-10-03", "pytest"]
    assert not any("\n" in block for kind, block in blocks if kind != "console")
    for kind in ("bat", "powershell"):
        assert [steps(block) for other, block in blocks if other == kind] == [steps(block) for block in shell]
    assert not any("&&" in block for kind, block in blocks if kind == "powershell")


def told_findings() -> dict[str, list[str]]:
    """Return the rows of the page of findings by code."""
    return {SPAN.findall(row[0])[0]: row for row in rows(page("findings")) if re.match(r"`[A-Z]\d+`", row[0])}


def test_every_code_is_explained_with_its_severity() -> None:
    """Whatever code a message ends in, the page says what it means, how grave it is, and what to do."""
    told = told_findings()
    assert {code: row[1] for code, row in told.items()} == {code: rule.severity for code, rule in RULES.items()}
    assert [code for code, row in told.items() if len(row) != 5 or not row[2] or not row[4]] == []


def test_every_code_stands_in_its_group_once() -> None:
    """I find a code where its letter says."""
    found = [
        (SPAN.findall(row[0])[0], heading.partition(":")[0])
        for heading, below in sections(page("findings")).items()
        for row in rows(below)
        if re.match(r"`[A-Z]\d+`", row[0])
    ]
    assert [(code, letter) for code, letter in found if not code.startswith(letter)] == []
    assert len(found) == len(RULES)


def test_every_code_named_anywhere_exists() -> None:
    """No page speaks of a code that no message ends in."""
    named = {code for text in PAGES.values() for code in re.findall(r"\b[YMGFPWA][0-9]{3}\b", text)}
    assert named - set(RULES) == set()


def sentences() -> list[tuple[str, re.Pattern[str]]]:
    """Return each sentence that the code can say: its longest fixed words, and its pattern with the holes open.

    A short one must be the whole of what stands behind the entry's name.
    """
    found = []
    for path in (ROOT / "pcp_reports").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values = node.values if isinstance(node, ast.JoinedStr) else [node]
            # A sentence to be filled later has its holes in braces.
            words = [part.value if isinstance(part, ast.Constant) else "{}" for part in values]
            fixed = re.split(r"\{[a-z_]*\}", "".join(part if isinstance(part, str) else "" for part in words))
            pattern, length = ".*?".join(map(re.escape, fixed)), sum(map(len, fixed))
            if length >= 8:
                whole = pattern if length >= 14 else f"(?:^|: ){pattern}$"
                found.append((max(fixed, key=len), re.compile(whole)))
    return found


def test_every_example_is_a_message_that_the_tool_can_say() -> None:
    """The examples are the tool's own words: when a message is reworded, the page follows."""
    said = sentences()
    examples = {code: row[3].replace("\\|", "|") for code, row in told_findings().items()}
    unsaid = [
        code
        for code, example in examples.items()
        if not any(fixed in example and pattern.search(example) for fixed, pattern in said)
    ]
    assert unsaid == []


def test_every_style_is_on_the_page() -> None:
    """The table names each style that a paper's paragraphs use, and the page all that the templates have besides."""
    table = {SPAN.findall(row[0])[0] for row in rows(sections(page("templates"))["The named styles"])}
    assert table == set(needed_styles(UPDATE))
    assert table >= {kind.value for kind in BlockKind}
    base = {"normal", "default paragraph font", "normal table", "no list", "strong"}
    named = {span.casefold() for span in SPAN.findall(page("templates"))}
    assert {look.name.casefold() for look in (*looks(UPDATE), *DRAFT_LOOKS)} - named - base == set()


def placeholder(name: str, part: str) -> str:
    """Return a placeholder as it is typed."""
    return f"{{{{ {name}.{part} }}}}" if part else f"{{{{p {name} }}}}"


def test_every_placeholder_is_on_the_page_and_can_be_filled() -> None:
    """The table has each placeholder, typed as it must be, and no other."""
    told = [SPAN.findall(row[0])[0] for row in rows(sections(page("templates"))["The placeholders"])]
    wanted = {placeholder(name, part) for name, parts in KNOWN.items() for part in parts or ("",) if part != "blocks"}
    assert sorted(told) == sorted(wanted)


def test_every_tag_of_the_page_names_something_that_there_is() -> None:
    """An example that I copy off the page asks for nothing that papers do not have."""
    known = {f"{name}.{part}" for name, parts in KNOWN.items() for part in parts} | set(SLOTS)
    known |= {f"block.{name}" for name in PlacedBlock.__dataclass_fields__}
    tags = re.findall(r"\{\{p? (.*?) \}\}|\{%\w* (?:if|for \w+ in) (.*?) %\}", page("templates"))
    named = {name for tag in tags for name in re.findall(r"^[a-z_.]+", "".join(tag))}
    assert named
    assert named - known == set()


def test_every_part_of_a_block_is_on_the_page() -> None:
    """Whoever loops over the paragraphs finds each part of one, and each kind there is."""
    table = rows(sections(page("templates"))["Looping over the paragraphs yourself"])
    told = {SPAN.findall(row[0])[0] for row in table}
    assert told == {"paper.blocks", *(f"block.{name}" for name in PlacedBlock.__dataclass_fields__)}
    kinds = next(row[1] for row in table if row[0] == "`block.kind`")
    assert set(SPAN.findall(kinds)) == {kind.name.lower() for kind in BlockKind}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the worked example's entries."""
    shutil.copytree(ROOT / "entries", tmp_path / "entries", ignore=shutil.ignore_patterns("*.json"))
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Return what a command prints."""
    run([str(argument) for argument in arguments])
    return capsys.readouterr().out


def retype(root: Path, old: str, new: str) -> None:
    """Type something else in the September round."""
    path = root / "entries" / "funding" / "2023-24" / "slnf-september.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return the keys of JSON, level by level; a list has the keys of all its items."""
    if isinstance(value, dict):
        return {key: shape(behind) for key, behind in value.items()}
    if isinstance(value, list):
        items = [shape(item) for item in value]
        return [{key: item[key] for item in items for key in item}] if items and isinstance(items[0], dict) else []
    return None


def shown_json() -> list[Any]:
    """Return the JSON that the page of commands shows."""
    return [json.loads(block) for kind, block in FENCE.findall(page("commands")) if kind == "json"]


def test_the_json_of_check_is_what_the_page_shows(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program written after the page can read what the tool prints, key for key."""
    real = json.loads(printed(capsys, "-C", example, "check", "2023-10-03", "--format", "json"))
    shown = shown_json()[0]
    assert shape(shown) == shape(real)
    assert shown == real


def test_the_json_of_totals_is_what_the_page_shows(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for the totals: the keys are those printed, and the figures are those of the example."""
    real = json.loads(printed(capsys, "-C", example, "totals", "2023-10-03", "--format", "json"))
    shown = shown_json()[1]
    assert shape(shown) == shape(real)
    assert [one for one in shown["rounds"] if one not in real["rounds"]] == []
    assert [one for one in shown["years"] if one not in real["years"]] == []


def test_the_table_and_the_csv_of_the_page_are_what_is_printed(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table and the lines for Excel are those of the worked example."""
    table, lines = (block for kind, block in FENCE.findall(page("commands")) if kind == "text")
    assert table in printed(capsys, "-C", example, "totals", "2023-10-03")
    real = printed(capsys, "-C", example, "totals", "2023-10-03", "--format", "csv").lstrip("\ufeff").splitlines()
    assert [line for line in lines.splitlines() if line not in real] == []


def test_the_finding_that_the_page_begins_with_is_what_is_printed(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page shows a finding as I will see it."""
    retype(example, "amount: £9,280", "amount: £9.280")
    shown = next(block for kind, block in FENCE.findall(page("findings")) if kind == "text")
    assert shown in printed(capsys, "-C", example, "check")


def anchors(text: str) -> set[str]:
    """Return the places of a page that a link can lead to."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower())) for heading in headings}


def test_every_link_leads_somewhere() -> None:
    """No link of a page leads to a page or a heading that is not there."""
    lost = []
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", SPAN.sub("", FENCE.sub("", text))):
            if re.match(r"https?:|mailto:", target):
                continue
            path, _, anchor = target.partition("#")
            there = ((ROOT / name).parent / path).resolve() if path else ROOT / name
            known = anchors(there.read_text(encoding="utf-8")) if there.suffix == ".md" and there.is_file() else set()
            if not there.exists() or (anchor and anchor not in known):
                lost.append((name, target))
    assert lost == []


def test_the_readme_leads_to_every_page() -> None:
    """Every page can be found from the first one."""
    led = set(re.findall(r"\]\(([^)#\s]+)", PAGES["README.md"]))
    assert {name for name in PAGES if name != "README.md"} - led == set()


def test_every_file_that_the_readme_has_me_run_is_there() -> None:
    """The benchmark and the full run stand where the README says."""
    typed = {path for code in code_of(PAGES["README.md"]) for path in re.findall(r"(?:tests|\.ci)/[\w/.]+", code)}
    assert {"tests/benchmarks/run.py", ".ci/run"} <= typed
    assert {path for path in typed if not (ROOT / path).exists()} == set()


def test_the_changelog_tells_of_this_version() -> None:
    """What is new in the version I have is told."""
    assert re.findall(r"^## (\S+)", PAGES["CHANGELOG.md"], re.MULTILINE)[0] == __version__


def test_every_library_is_weighed() -> None:
    """Whoever looks after the tool can read why each library is needed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[<>=~!\[ ]", one)[0].lower() for one in needed}
    assert names - {span.lower() for span in SPAN.findall(page("decisions"))} == set()
