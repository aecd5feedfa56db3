"""`template lint` and `template new`: the office's own look, proved before a deadline."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

from pcp_reports.building import SOUND
from pcp_reports.editing import digest
from pcp_reports.word.lint import lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Said

    Pcp = Callable[..., Said]


def use(root: Path, name: str) -> None:
    """Have the October paper use a template."""
    path = root / "entries/2023-10-03/paper.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("template:")]
    path.write_text("\n".join([*lines, f"template: {name}"]) + "\n", encoding="utf-8", newline="\n")


def test_the_templates_of_the_workspace_are_sound(pcp: Pcp, example: Path) -> None:
    """Both templates that come along have nothing to mend, by name, by file, or all at once."""
    said = pcp("template", "lint")
    assert said.code == 0
    assert said.out == "panel-update.docx: nothing to mend\npartnership-briefing.docx: nothing to mend\n"
    assert pcp("template", "lint", "panel-update").code == 0
    assert pcp("template", "lint", example / "templates/partnership-briefing.docx").code == 0


def test_the_templates_that_a_build_trusts_are_the_sound_ones(example: Path) -> None:
    """A build does not look over the templates that come along: they are known by their digests, and lint has nothing to say."""
    for numbered, name in ((True, "panel-update"), (False, "partnership-briefing")):
        data = (example / f"templates/{name}.docx").read_bytes()
        assert digest(data) == SOUND[numbered]
        assert lint(data, f"{name}.docx", layout=name) == []


def test_a_template_of_the_offices_own_is_looked_over_at_each_build(pcp: Pcp, example: Path) -> None:
    """Words beside the place of the body would vanish without a word: the build stops and says so."""
    own = example / "templates/panel-update.docx"
    with zipfile.ZipFile(io.BytesIO(own.read_bytes())) as old, zipfile.ZipFile(own, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{p body }}", b"beside {{p body }}"))
    said = pcp("build", "2023-10-03")
    assert (said.code, said.out) == (1, "")
    assert "W105" in said.err


def test_a_plain_template_is_made_and_builds(pcp: Pcp, example: Path) -> None:
    """`template new` makes one that lints clean and that a paper can use by its name; never over an existing one."""
    said = pcp("template", "new", "our-update")
    assert (said.code, said.out) == (0, "templates/our-update.docx\n")
    assert pcp("template", "lint", "our-update").out == "our-update.docx: nothing to mend\n"
    use(example, "our-update")
    assert pcp("build", "2023-10-03").out.strip().endswith("2023-10-03 our-update.docx")
    assert pcp("template", "new", "our-update").code == 2


def test_a_template_is_made_out_of_a_paper_in_use(pcp: Pcp, example: Path) -> None:
    """A copy of the office's paper becomes the template; the paper itself is not touched, and the same paper builds from it."""
    pcp("build", "2023-10-03")
    paper = example / "October.docx"
    shutil.copy(example / "output/2023-10-03/2023-10-03 panel-update.docx", paper)
    before = paper.read_bytes()
    said = pcp("template", "new", "ours.docx", "--from", paper)
    assert (said.code, said.out) == (0, "templates/ours.docx\n")
    assert "Look it over" in said.err or "look it over" in said.err
    assert paper.read_bytes() == before
    assert pcp("template", "lint", "ours").code == 0
    use(example, "ours")
    assert pcp("build", "2023-10-03").code == 0


def test_a_name_says_whether_paragraphs_are_numbered(pcp: Pcp, example: Path) -> None:
    """A template named a briefing is un-numbered; a panel paper built with it has no numbers."""
    assert "un-numbered" in pcp("template", "new", "our-briefing").err
    assert "a numbered paper" in pcp("template", "new", "our-paper").err
    use(example, "our-briefing")
    assert pcp("build", "2023-10-03").code == 0


def test_names_that_lead_elsewhere_are_refused(pcp: Pcp, example: Path, tmp_path: Path) -> None:
    """No name leads out of templates/, and none holds what Windows refuses."""
    for name in ("../evil", "a/b", "C:x", "x?", "", ".hidden", "x."):
        assert pcp("template", "new", name).code == 2, name
    assert sorted(path.name for path in (example / "templates").iterdir()) == [
        "panel-update.docx",
        "partnership-briefing.docx",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["workspace"]
    use(example, "../../evil")
    assert pcp("build", "2023-10-03").code == 1


def test_what_is_no_word_file_is_refused_in_plain_words(pcp: Pcp, example: Path) -> None:
    """A PDF renamed to .docx, a missing file: said, nothing made."""
    (example / "fake.docx").write_bytes(b"%PDF-1.7")
    assert pcp("template", "lint", "fake.docx").code == 1
    said = pcp("template", "new", "ours", "--from", "fake.docx")
    assert said.code == 1
    assert "W201" in said.err
    assert not (example / "templates/ours.docx").exists()
    assert pcp("template", "lint", "missing").code == 2
