"""The repository is nobody's own: it names no machine, and no place where packages come from."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PASSED_OVER = {".git", ".venv", "node_modules", "__pycache__", ".hypothesis", "output", "build", "dist"}
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("conda", "anaconda", "org"),
    )
]
# A person's own folder on Linux, macOS and Windows; “you” and “me” stand for nobody.
SOMEBODYS = re.compile(
    r"(?<![\w.])/(?:home|Users)/(?!(?:you|me)\b)[A-Za-z][\w.-]*/|(?<![\w.])/root/\w"
    r"|[A-Z]:\\+Users\\+(?!(?:you|me)\b)\w+"
)


def faults_in(text: str) -> list[str]:
    """Return the registry hosts and the paths of somebody's machine that a text holds."""
    return [host for host in HOSTS if host in text.lower()] + SOMEBODYS.findall(text)


def files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder, but those that git and the tools keep for themselves."""
    for path in sorted(folder.iterdir()):
        if path.name in PASSED_OVER or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files(path)
        elif path.is_file():
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Yield every file of the repository with what it says; a Word file part by part."""
    for path in files(ROOT):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".docx" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    yield f"{name} ({part})", archive.read(part).decode("utf-8", "replace")
        else:
            yield name, path.read_bytes().decode("utf-8", "replace")


def test_no_file_names_a_registry_or_somebodys_machine() -> None:
    """Nothing in the repository ties it to one machine, or to one place where packages come from."""
    looked_at = dict(texts())
    assert {"README.md", ".ci/run", "pyproject.toml", "pcp_reports/catalogue.py"} <= set(looked_at)
    assert [(name, found) for name, text in looked_at.items() if (found := faults_in(text))] == []


@pytest.mark.parametrize(
    "planted",
    [
        f"index-url = https://{HOSTS[0]}/simple",
        f"resolved https://registry.{HOSTS[2]}/x",
        "see /" + "home/jo/papers",
        "see /" + "Users/Jo.Bell/papers",
        "cd C:" + "\\Users\\" + "Jo",
        "cp /" + "root/x y",
    ],
)
def test_the_guard_sees_what_it_guards_against(planted: str) -> None:
    """The guard above is no ornament: it sees each of these."""
    assert faults_in(planted)
