"""Archives made by hand from nothing but the types of an inventory and an event, for tests of what reads them."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory, VersionBlock, dump, read
from pcp_reports.archive.keeping.contents import environment
from pcp_reports.archive.layout import (
    OBJECT_DECLARATION,
    ROOT_DECLARATION,
    archive_of,
    id_of,
    ledger_of,
    object_place,
    safe_paths,
)
from pcp_reports.archive.ledger.events import new_event, read_ledger
from pcp_reports.archive.ledger.ledger_event import Event
from pcp_reports.archive.ledger.ledger_event import dump as dump_event
from pcp_reports.archive.wrapping import kept
from pcp_reports.building import make
from pcp_reports.editing import digest
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CREATED = "2023-09-25T10:30:00+01:00"
REASON = "Cleared by the Chief Executive"
BY = "Ann Thorne"
EVENT = ("paper", "object", "version", "status", "reason", "by", "created", "inventory")


def place_of(root: Path, paper: str = "2023-10-03", template: str = "panel-update") -> Path:
    """Return the folder of a paper's object."""
    year, folder = object_place(paper, template, int(paper[:4]) if paper[:4].isdigit() else None)
    return archive_of(root) / year / folder


def keep(root: Path, files: Mapping[str, bytes], status: str = "draft", paper: str = "2023-10-03") -> int:
    """Add a version that holds ``files`` by their true paths to the archive of a workspace; return its number."""
    folder = place_of(root, paper)
    folder.mkdir(parents=True, exist_ok=True)
    (archive_of(root) / ROOT_DECLARATION[0]).write_bytes(ROOT_DECLARATION[1])
    (folder / OBJECT_DECLARATION[0]).write_bytes(OBJECT_DECLARATION[1])
    before = Inventory(id_of(paper), {}, ())
    with suppress(FileNotFoundError):
        before = read((folder / "inventory.json").read_bytes())
    number = before.head + 1
    manifest = dict(before.manifest)
    state: dict[str, str] = {}
    for true, safe in safe_paths(files).items():
        path = f"v{number}/files/{safe}"
        state[true] = hashlib.sha512(files[true]).hexdigest()
        manifest[state[true]] = (*manifest.get(state[true], ()), path)
        file = folder.joinpath(*path.split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[true])
    block = VersionBlock(CREATED, f"{status}: {REASON}", BY, "", state)
    data = dump(Inventory(before.id, manifest, (*before.versions, block)))
    write_inventory(folder, data)
    write_inventory(folder / f"v{number}", data)
    place = folder.relative_to(archive_of(root)).as_posix()
    said = Event(0, paper, place, number, status, REASON, BY, CREATED, hashlib.sha512(data).hexdigest(), None, "", "")
    event, held = new_event(read_ledger(root), said)
    ledger_of(root).mkdir(parents=True, exist_ok=True)
    (ledger_of(root) / event.name).write_bytes(held)
    return number


def write_inventory(folder: Path, data: bytes) -> None:
    """Write an inventory and its sidecar."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "inventory.json").write_bytes(data)
    sidecar = f"{hashlib.sha512(data).hexdigest()}  inventory.json\n"
    (folder / "inventory.json.sha512").write_bytes(sidecar.encode())


def forge(root: Path, act: Callable[[str], str], paper: str = "2023-10-03") -> None:
    """Rewrite every list of a paper and the ledger with them, all digests made anew: what the ledger vouches for is forged."""
    home = place_of(root, paper)
    for folder in (home, *(one for one in home.iterdir() if one.is_dir())):
        write_inventory(folder, act((folder / "inventory.json").read_text(encoding="utf-8")).encode())
    previous = None
    for path in sorted(ledger_of(root).iterdir()):
        held = json.loads(path.read_bytes())
        if held["paper"] == paper:
            list_of_version = home / f"v{held['version']}" / "inventory.json"
            held["inventory"] = hashlib.sha512(list_of_version.read_bytes()).hexdigest()
        said = {key: held[key] for key in EVENT}
        event = Event(number=held["number"], **said, previous=previous, digest="", name=path.name)
        data = dump_event(event)
        path.write_bytes(data)
        previous = digest(data)


def built(
    root: Path, status: str = "draft", paper: str = "2023-10-03", number: int = 1, *, draft: bool = False
) -> dict[str, bytes]:
    """Return what a version of a paper holds, built from the entries of a workspace."""
    surveyed = survey(load(root, keep=True))
    made = make(surveyed, paper, root, draft=draft)
    assert made.data is not None, made.findings
    assert made.template is not None
    entries = {filed.path: filed.source.data or b"" for filed in made.inputs}
    document = f"{paper} {made.template.stem} v{number} {status}.docx"
    files = {
        document: made.data,
        **entries,
        "template.docx": made.template_data,
        "findings.json": b'{"findings": [], "kept_back": 0}\n',
        "totals.csv": "\ufefffund,total\n".encode(),
    }
    told = {
        "paper": paper,
        "version": number,
        "status": status,
        "reason": REASON,
        "by": BY,
        "created": CREATED,
        "supersedes": None,
        "document": document,
        "as_built": True,
        "draft": draft,
        "incomplete": [],
        **environment(),
        "inputs": {path: digest(data) for path, data in entries.items()},
        "template": {
            "path": f"templates/{made.template.name}",
            "sha256": digest(made.template_data),
            "package": kept(made.template_data),
        },
        "outputs": {document: {"sha256": digest(made.data), "package": kept(made.data)}},
    }
    return files | {"version.json": as_json(told)}


def retold(files: Mapping[str, bytes], **said: object) -> dict[str, bytes]:
    """Return the files of a version with other words in its version.json."""
    return {**files, "version.json": as_json({**json.loads(files["version.json"]), **said})}


def as_json(data: object) -> bytes:
    """Return data as JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, and every empty folder with none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }
