"""The archive's speed in one process: proving a gigabyte, adding the hundredth version, listing three thousand."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
import time
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.inventory import Inventory, VersionBlock, dump
from pcp_reports.archive.layout import (
    ALGORITHM,
    CONTENT,
    INVENTORY,
    OBJECT_DECLARATION,
    SIDECAR,
    archive_of,
    id_of,
    object_place,
)
from pcp_reports.archive.proving.verifying import verify
from pcp_reports.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.archive.objects import StoredPaper

PAPER = "2023-10-03"
PLACE = object_place(PAPER, "panel-update", 2023)
GIGABYTE = 1_000_000_000
BIG_FILES = 20
ENTRIES, ENTRY_BYTES, WORD_BYTES = 16, 2_000, 45_000
"""As many files, and as large, as a version of the worked example has."""
PAPERS, VERSIONS = 30, 100


def archived(root: Path, files: dict[str, bytes], status: str = "draft") -> None:
    """Add a version to a workspace's archive."""

    def prepare(_: StoredPaper | None) -> NewVersion:
        return NewVersion(status, "measured", "Ann Thorne", "", "2023-10-03T10:00:00+01:00", files)

    added = add(root, PAPER, PLACE, prepare, wait=10)
    if not isinstance(added, Added):
        raise TypeError(added)


def sample(number: int) -> dict[str, bytes]:
    """Return the files of a version: two Word files that stay, entries of which one changes, and the small ones."""
    word = random.Random(1).randbytes(WORD_BYTES)  # noqa: S311 - bytes to fill files with
    entries = {f"entries/{PAPER}/entry-{at}.yaml": b"kind: statement\n" * (ENTRY_BYTES // 16) for at in range(ENTRIES)}
    return {
        f"{PAPER} panel-update v{number} draft.docx": word,
        "template.docx": word[::-1],
        **entries,
        f"entries/{PAPER}/entry-0.yaml": f"kind: statement\ntext: {number}\n".encode(),
        "findings.json": b"{}\n",
        "totals.csv": b"row\n",
        "version.json": b"{}\n",
    }


def verifying(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of `verify` over a gigabyte, and those of hashing the same files with hashlib, by turns."""
    fill = random.Random(2).randbytes(GIGABYTE // BIG_FILES)  # noqa: S311 - as above
    archived(folder, {f"picture {at}.bin": bytes([at]) + fill for at in range(BIG_FILES)})
    files = [path for path in sorted(archive_of(folder).rglob("*")) if path.is_file()]

    def ours() -> None:
        found = verify(folder, (), anchor=None, step=lambda _: None).findings
        if found:
            raise RuntimeError(found)

    def theirs() -> None:
        for path in files:
            with path.open("rb") as file:
                hashlib.file_digest(file, ALGORITHM)

    return _by_turns(ours, theirs, rounds)


def adding(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds that adding version 100 takes, and version 2, each in an archive of its own each time."""
    late, early = [], []
    for at in range(rounds):
        root = folder / str(at)
        root.mkdir()
        for number in range(1, VERSIONS + 1):
            files = sample(number)
            began = time.perf_counter()
            archived(root, files)
            spent = time.perf_counter() - began
            early += [spent] if number == 2 else []
            late += [spent] if number == VERSIONS else []
        shutil.rmtree(root)
    return late, early


def listing(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of `versions` over 3,000 versions of 30 papers, and those of reading their inventories as JSON."""
    (folder / "entries").mkdir()
    paths = [_many_versions(folder, f"{2000 + at}-10-03") for at in range(PAPERS)]

    def ours() -> None:
        with redirect_stdout(io.StringIO()) as out:
            run(["-C", str(folder), "versions"])
        if out.getvalue().count("\n") != PAPERS * (VERSIONS + 2) - 1:
            raise RuntimeError(out.getvalue()[:200])

    def theirs() -> None:
        for path in paths:
            json.loads(path.read_bytes())

    return _by_turns(ours, theirs, rounds)


def _many_versions(root: Path, paper: str) -> Path:
    """Make an object with nothing but its inventory: the list of versions is all that is read."""
    manifest: dict[str, list[str]] = {}
    blocks = []
    for number in range(1, VERSIONS + 1):
        state = {path: hashlib.sha512(data).hexdigest() for path, data in sample(number).items()}
        for path, digest in state.items():
            manifest.setdefault(digest, []).append(f"v{number}/{CONTENT}/{path}")
        blocks.append(VersionBlock("2023-10-03T10:00:00+01:00", "draft: measured", "Ann Thorne", "", state))
    data = dump(Inventory(id_of(paper), {digest: tuple(one) for digest, one in manifest.items()}, tuple(blocks)))
    folder = archive_of(root).joinpath(*object_place(paper, "panel-update", int(paper[:4])))
    folder.mkdir(parents=True)
    (folder / OBJECT_DECLARATION[0]).write_bytes(OBJECT_DECLARATION[1])
    (folder / SIDECAR).write_text(f"{hashlib.sha512(data).hexdigest()} {INVENTORY}\n", encoding="ascii", newline="\n")
    (folder / INVENTORY).write_bytes(data)
    return folder / INVENTORY


def _by_turns(ours: Callable[[], None], theirs: Callable[[], None], rounds: int) -> tuple[list[float], list[float]]:
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):  # the first of each warms the drive's memory and is not counted
        for side, work in zip(spent, (ours, theirs), strict=True):
            began = time.perf_counter()
            work()
            side.append(time.perf_counter() - began)
    return spent[0][1:], spent[1][1:]
