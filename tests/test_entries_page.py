"""The officers' guide to the entry language, docs/entries.md: it knows every key that the tool knows, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pcp_reports.catalogue import RULES
from pcp_reports.checks import check
from pcp_reports.compose import compose
from pcp_reports.findings import Severity
from pcp_reports.model import KEYS, KINDS, model_of
from pcp_reports.model.common import Entry, Exemption, Figure
from pcp_reports.model.fields import keys_of
from pcp_reports.model.funding_round import Grant, Stated
from pcp_reports.model.office import Fund, Person, Plan, Publishing, Strand
from pcp_reports.model.paper import Section
from pcp_reports.model.partnership import Phase, Quote, Sentence
from pcp_reports.placing import Survey, survey
from pcp_reports.texts import PLAIN, scope_of_paper
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "entries.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)

# The heading of each table of keys, with the model that has them.
TABLES: dict[str, type] = {
    "Keys that any entry may have": Entry,
    **{kind: model_of(kind) for kind in KINDS},
    "A person": Person,
    "The plan": Plan,
    "A fund": Fund,
    "A strand of a fund": Strand,
    "Publishing grants": Publishing,
    "A section": Section,
    "A claim under stated": Stated,
    "A grant": Grant,
    "A phase": Phase,
    "A prison sentence": Sentence,
    "A quotation": Quote,
    "Figures": Figure,
    "Exempt matter": Exemption,
}
ITEM = "An item"  # read by hand, not declared as keys

# Words in code type that stand behind a key, or are names of the page's own examples.
WORDS = {"yes", "no", "none", "varied", "withdrawn", "returned"}


def tables() -> Iterator[tuple[str, dict[str, bool]]]:
    """Yield each table of keys by the heading that it stands under, with whether the page says a key is required."""
    for part in re.split(r"^#+ ", PROSE, flags=re.MULTILINE)[1:]:
        heading, _, below = part.partition("\n")
        if "| key | required |" in below:
            rows = re.findall(r"^\| `(\w+)` \| (yes)? ?\|", below, re.MULTILINE)
            yield heading, {key: bool(required) for key, required in rows}


@pytest.fixture
def shown(tmp_path: Path) -> Survey:
    """Return the workspace that the page's examples make together."""
    for path, text in EXAMPLES:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return survey(load(tmp_path))


def test_the_examples_of_the_page_work_as_they_stand(shown: Survey) -> None:
    """I can type an example off the page and it is right; the one warning shown is the one shown accepted."""
    found = [finding for finding in check(shown) if finding.severity is not Severity.NOTE]
    assert [(finding.code, finding.accepted is not None) for finding in found] == [("G201", True)]
    assert {path for path, _ in EXAMPLES} == {
        filed.path
        for filed in (shown.register.office_file, *(paper.filed for paper in shown.register.papers.values()))
        if filed is not None
    } | {filed.path for filed in shown.register.entries}


def test_every_example_of_the_page_is_a_whole_file() -> None:
    """Each example says in which file it would stand, so that I never have to guess what goes around it."""
    assert len(EXAMPLES) == PAGE.count("```yaml") > 10


def test_every_kind_is_shown_by_an_example(shown: Survey) -> None:
    """No kind is only described: each can be seen."""
    kinds = {filed.kind for filed in shown.register.entries} | {"office", "paper"}
    assert kinds == set(KINDS)


def test_the_examples_print_as_the_page_says(shown: Survey) -> None:
    """Placeholders are filled, the order follows the plan, and exempt, withdrawn and noted words are not counted."""
    text = [block.text for block in compose(shown, "2024-01-15").body]
    joined = "\n".join(text)
    assert "Officers have spoken to over 200 people and made 31 arrests." in joined
    assert "met traders at Port Anwick on 30 November 2023." in joined
    assert "gave £14,500 to 3 projects. With the Innovation Fund the round comes to £21k:" in joined
    assert "Support for the witness" not in joined
    assert "a note to yourself" not in joined
    board, lantern, buses, harbour = (
        next(at for at, words in enumerate(text) if start in words)
        for start in ("The Accountability Board met", "Operation Lantern began", "The night buses", "met traders at")
    )
    assert board < lantern < buses < harbour


@pytest.mark.parametrize("heading", TABLES)
def test_the_page_has_every_key_and_says_which_are_required(heading: str) -> None:
    """Each table of the page has the keys that the tool knows, no other, and marks those that must be there."""
    model = TABLES[heading]
    inherited = keys_of(Entry) if issubclass(model, Entry) and model is not Entry else {}
    wanted = {name: one.required for name, one in keys_of(model).items() if name not in inherited}
    assert dict(tables())[heading] == wanted


def test_no_table_of_the_page_goes_unchecked() -> None:
    """A table of keys that the tool does not know of cannot slip in."""
    assert [heading for heading, _ in tables() if heading != ITEM] == sorted(
        TABLES, key=[heading for heading, _ in tables()].index
    )
    assert set(dict(tables())[ITEM]) == {"also", "text", "standing"}


def test_the_page_names_every_key_and_no_word_in_code_type_that_is_none() -> None:
    """What the page sets in code type as a key is a key, and there is no key that the page passes over."""
    assert {key for _, rows in tables() for key in rows} == KEYS
    typed = set(re.findall(r"`([a-z_]+):?`", PROSE))
    assert typed - KEYS - set(KINDS) - WORDS == set()


def test_the_page_names_every_placeholder(shown: Survey) -> None:
    """Whatever I may type between two braces is on the page, and what is on the page can be filled."""
    named = set(re.findall(r"\{\{ (\w+)", PAGE))
    of_paper = set(scope_of_paper(shown.register, shown.register.papers["2024-01-15"], "en_GB").names)
    of_round = {"total", "projects", "grants", "total_of", "projects_of"}
    slots = {"lines", "figures"}
    assert of_paper | of_round | slots | {"figure"} <= named
    assert named <= of_paper | of_round | slots | {"figure"} | set(PLAIN)
    row = next(line for line in PAGE.splitlines() if "those of its own keys" in line)
    assert re.findall(r"`([a-z]+)`", row) == list(PLAIN)


def test_every_code_on_the_page_exists() -> None:
    """A code that the page tells me to accept is one that the tool uses."""
    codes = set(re.findall(r"\b[YMGFPWA][0-9]{3}\b", PAGE))
    assert codes
    assert codes <= set(RULES)


def test_every_place_that_the_page_leads_to_is_on_it() -> None:
    """No link inside the page leads nowhere."""
    anchors = {
        re.sub(r"\s+", "-", heading.strip().lower()) for heading in re.findall(r"^#+ (.+)$", PROSE, re.MULTILINE)
    }
    leads = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert leads
    assert leads <= anchors
