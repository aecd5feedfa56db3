"""A small archive of two papers, and what a tamperer does to it: rewriting lists and ledger with fresh digests included."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from word_wrappers import paper as word_paper

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.layout import object_place
from pcp_reports.archive.wrapping import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UPDATE, BRIEFING = "2023-10-03", "prosper"
STATUSES = ("draft", "final", "published")
TEMPLATE = word_paper("{{p body }}")


def build(root: Path) -> Path:
    """Archive the update as draft, final and published, and a briefing as draft; return the workspace."""
    (root / "entries").mkdir(parents=True)
    for number, status in enumerate(STATUSES, 1):
        _add(root, UPDATE, "panel-update", 2023, number, status)
    _add(root, BRIEFING, "partnership-briefing", None, 1, "draft")
    return root


def add_one(root: Path, number: int, status: str = "corrected") -> None:
    """Archive one more version of the update."""
    _add(root, UPDATE, "panel-update", 2023, number, status)


def _add(root: Path, paper: str, template: str, year: int | None, number: int, status: str) -> None:
    document = f"{paper} {template} v{number} {status}.docx"
    data = word_paper(f"{paper}: the Commissioner gave £{number},000.")
    files = {
        document: data,
        "entries/office.yaml": f"kind: office\nname: {paper}\n".encode(),
        f"entries/{paper}/paper.yaml": f"kind: paper\ntitle: {paper} {number}\n".encode(),
        f"entries/{paper}/bacup.yaml": b"kind: statement\ntext: Bacup\n",
        "template.docx": TEMPLATE,
        "totals.csv": f"{paper},{number}\n".encode(),
    }
    outputs = {
        document: {"sha512": hashlib.sha512(data).hexdigest(), "package": kept(data)},
        "totals.csv": {"sha512": hashlib.sha512(files["totals.csv"]).hexdigest()},
    }
    record = {
        "paper": paper,
        "version": number,
        "status": status,
        "outputs": outputs,
        "template": {"package": kept(TEMPLATE)},
    }
    files["version.json"] = json.dumps(record).encode()
    moment = f"2023-09-{20 + number}T10:00:00+01:00"
    new = NewVersion(status, f"Reason {number}", "Ann Thorne", "", moment, files)
    done = add(root, paper, object_place(paper, template, year), lambda _: new, wait=1, quiet=0)
    assert isinstance(done, Added), done


def home(root: Path, paper: str = UPDATE) -> Path:
    """Return the folder of a paper in the archive."""
    (found,) = (root / "output" / "archive").glob(f"*/{paper}-*")
    return found


def document(root: Path, number: int, paper: str = UPDATE) -> Path:
    """Return the Word paper of a version."""
    (found,) = (home(root, paper) / f"v{number}" / "files").glob(f"{paper} *.docx")
    return found


def events(root: Path) -> list[Path]:
    """Return the files of the ledger, in order."""
    return sorted((root / "output" / "ledger").glob("*.json"))


def edit_list(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change an inventory and write the digest beside it anew, as a tamperer who knows OCFL does."""
    path = folder / "inventory.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    before = json.dumps(held)
    change(held)
    if json.dumps(held) == before:
        return
    data = json.dumps(held, ensure_ascii=False, indent=1).encode()
    path.write_bytes(data)
    state(folder)


def state(folder: Path) -> None:
    """Write the digest of a folder's inventory beside it."""
    digest = hashlib.sha512((folder / "inventory.json").read_bytes()).hexdigest()
    (folder / "inventory.json.sha512").write_text(f"{digest} inventory.json\n", encoding="ascii", newline="\n")


def rewrite(root: Path, path: Path, data: bytes, paper: str = UPDATE) -> None:
    """Change a file of a version, and every list and digest of the paper with it, so that OCFL finds nothing wrong."""
    old, new = hashlib.sha512(path.read_bytes()).hexdigest(), hashlib.sha512(data).hexdigest()
    path.write_bytes(data)
    own = path.relative_to(home(root, paper)).as_posix()
    number = int(own.partition("/")[0][1:])

    def change(held: dict[str, Any]) -> None:
        block = held["versions"].get(f"v{number}")
        if block is None:
            return
        logical = own.split("/", 2)[2]
        held["manifest"][old].remove(own)
        held["manifest"].setdefault(new, []).append(own)
        block["state"][old].remove(logical)
        block["state"].setdefault(new, []).append(logical)
        for rows in (held["manifest"], block["state"]):
            if not rows[old]:
                del rows[old]

    folders = [home(root, paper), *home(root, paper).glob("v*")]
    for folder in folders:
        edit_list(folder, change)
    last = max(folders[1:], key=lambda one: int(one.name[1:]))
    for name in ("inventory.json", "inventory.json.sha512"):
        (home(root, paper) / name).write_bytes((last / name).read_bytes())


def edit_event(path: Path, **words: object) -> None:
    """Change what an event says, in the form that the tool gives it, and leave the chain as it is."""
    held = json.loads(path.read_text(encoding="utf-8")) | words
    path.write_bytes((json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode())


def flip_digest(path: Path) -> None:
    """Change one digit of the digest that an event keeps of a version's list."""
    held: str = json.loads(path.read_text(encoding="utf-8"))["inventory"]
    edit_event(path, inventory=("1" if held[0] == "0" else "0") + held[1:])


def rewrite_ledger(root: Path, change: Callable[[dict[str, Any]], None] = lambda _: None) -> None:
    """Write the whole ledger anew, so that its chain holds, with the digests of the lists as they stand now."""
    before: bytes | None = None
    for path in events(root):
        held = json.loads(path.read_text(encoding="utf-8"))
        own = root / "output" / "archive" / held["object"] / f"v{held['version']}" / "inventory.json"
        if own.exists():
            held["inventory"] = hashlib.sha512(own.read_bytes()).hexdigest()
        held["previous"] = hashlib.sha256(before).hexdigest() if before is not None else None
        change(held)
        before = (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()
        path.write_bytes(before)
