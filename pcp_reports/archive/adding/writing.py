"""One attempt to write a version: its folder made by nobody else, its files on the disk, then its record in the ledger.

The record is the decision. Until it stands, an attempt that fails is taken away again, and one that is killed is known
by the mark in its folder.
"""

from __future__ import annotations

import errno
import secrets
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.disk import (
    begun_name,
    claim_name,
    names_in,
    patiently,
    read_or_none,
    replace,
    sync_folder,
    write_new,
)
from pcp_reports.archive.adding.read_me import READ_ME_BYTES
from pcp_reports.archive.adding.standing import is_cut, sidecar
from pcp_reports.archive.layout import (
    ARCHIVE,
    INVENTORY,
    NOT_FINISHED,
    OBJECT_DECLARATION,
    OUTPUT,
    READ_ME,
    ROOT_DECLARATION,
    SIDECAR,
    archive_of,
    ledger_of,
)
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME
from pcp_reports.editing import StrangeFileError
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Ledger


_MARK_WORDS = """\
This version is being written ({}).
If no computer is archiving now, it was cut off: the next "pcp-reports archive" finishes it if the ledger
records it, and sets this folder aside if not. Until then nothing in here counts as archived.
"""
GIT_ATTRIBUTES, GIT_ATTRIBUTES_BYTES = ".gitattributes", b"* -text\n"
"""The file that tells git to leave the ends of lines in output/ as they are: those of the archive are part of it."""
_NOT_EMPTY = {errno.EEXIST, errno.ENOTEMPTY}


class TakenError(Exception):
    """Somebody else, whom the lock did not hold back, has made the folder, the event or the list of versions meanwhile."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written: the paper's folder, the version's number, its files within its folder, its inventory.

    ``digest`` is the inventory's SHA-512; ``before`` the paper's list of versions as it stands, None for a new paper.
    """

    root: Path
    home: Path
    number: int
    contents: Mapping[str, bytes]
    inventory: bytes
    digest: str
    before: bytes | None

    @property
    def folder(self) -> Path:
        """Return the version's folder."""
        return self.home / f"v{self.number}"

    @property
    def place(self) -> str:
        """Return the paper's folder within the archive, with ``/``; composed (NFC), however the drive writes its accents."""
        return f"{self.home.parent.name}/{unicodedata.normalize('NFC', self.home.name)}"

    @property
    def shown(self) -> str:
        """Return the paper's folder as an officer sees it in the workspace."""
        return f"{OUTPUT}/{ARCHIVE}/{self.place}"


def make_root(root: Path, *, is_new: bool) -> None:
    """Make the folders of the archive and of the ledger; in an archive that ``is_new``, what tells what it is. Raises OSError."""
    archive = archive_of(root)
    archive.mkdir(parents=True, exist_ok=True)
    ledger_of(root).mkdir(exist_ok=True)
    if not is_new:
        return  # what was deleted since is for a person to look into
    for name, data in (ROOT_DECLARATION, (READ_ME, READ_ME_BYTES)):
        if read_or_none(archive / name) != data:
            replace(archive / name, data)
    _keep_git_off(root / OUTPUT / GIT_ATTRIBUTES)
    sync_folder(archive)
    sync_folder(root / OUTPUT)
    sync_folder(root)


def _keep_git_off(path: Path) -> None:
    """Write what keeps git from changing the ends of lines in the archive, unless somebody has settled that. Raises OSError."""
    try:
        have = read_or_none(path)
    except StrangeFileError:
        return
    if have is not None and not is_cut(have, GIT_ATTRIBUTES_BYTES):
        return
    if have is not None:
        patiently(path.unlink)
    write_new(path, GIT_ATTRIBUTES_BYTES)


class Attempt:
    """An attempt to write a version, which knows what it has made and can take it away again."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.made: list[Path] = []
        self.mark = _MARK_WORDS.format(secrets.token_hex(16)).encode()
        """The words of the mark in the folder, by which it is known as this attempt's and no other's."""
        self.final: Path | None = None
        """The event's place in the ledger, from the moment on at which it may stand there."""
        self.claim: tuple[Path, bytes] | None = None

    def write(self) -> None:
        """Write the version's folder. Raises TakenError where it is there already, and OSError."""
        plan = self.plan
        if not plan.home.parent.exists():
            plan.home.parent.mkdir(exist_ok=True)
            self.made.append(plan.home.parent)
            sync_folder(plan.home.parent.parent)
        if plan.before is None:
            self._begin(plan.home)
        self._claim(plan.folder)
        self._file(plan.folder / NOT_FINISHED, self.mark)
        sync_folder(plan.home)
        folders = {plan.folder}
        for path, data in plan.contents.items():
            file = plan.folder.joinpath(*path.split("/"))
            self._parents(file.parent, folders)
            self._file(file, data)
        self._file(plan.folder / INVENTORY, plan.inventory)
        self._file(plan.folder / SIDECAR, sidecar(plan.digest))
        for folder in sorted(folders, reverse=True):
            sync_folder(folder)

    def record(self, name: str, number: int, data: bytes, ledger: Ledger) -> None:
        """Write the event into the ledger. Raises TakenError where anything else was written since it was read, and OSError."""
        folder = ledger_of(self.plan.root)
        claim = folder / claim_name(number)
        try:
            write_new(claim, data)
        except FileExistsError as error:
            raise TakenError from error
        finally:
            self.claim = claim, data
        self._hold_against(ledger, folder)
        self.final = folder / name
        patiently(lambda: claim.rename(folder / name))
        sync_folder(folder)

    def undo(self) -> bool:
        """Take away what was made, if the event does not stand; return whether it does not.

        The mark goes last: whatever is left by a failure here is still known as an attempt.
        """
        try:
            if self.final is not None and read_or_none(self.final) is not None:
                return False
            if self.claim is not None and read_or_none(self.claim[0]) == self.claim[1]:
                self.claim[0].unlink()
            if not self._is_ours():
                return True  # somebody set this attempt aside, and has put one in its place
        except OSError:
            return self.final is None
        with suppress(OSError):
            for path in reversed(self.made):
                if path.is_dir():
                    path.rmdir()
                else:
                    path.unlink(missing_ok=True)
        return True

    def _is_ours(self) -> bool:
        """Return whether the version's folder is still this attempt's, or holds nothing that could be lost. Raises OSError."""
        mark = read_or_none(self.plan.folder / NOT_FINISHED)
        if names_in(self.plan.folder) <= {NOT_FINISHED}:
            return mark is None or self.mark.startswith(mark)
        return mark == self.mark

    def _hold_against(self, ledger: Ledger, folder: Path) -> None:
        """Look once more, while the number is ours, whether all is as it was when the version was prepared."""
        plan = self.plan
        events = {name for name in names_in(folder) if EVENT_NAME.fullmatch(name)}
        if (
            events != {name for name in ledger.names if EVENT_NAME.fullmatch(name)}
            or read_or_none(plan.home / INVENTORY) != plan.before
            or read_or_none(plan.home / OBJECT_DECLARATION[0]) is None
            or read_or_none(plan.folder / NOT_FINISHED) != self.mark
            or read_or_none(plan.folder / INVENTORY) != plan.inventory
            or self.claim is None
            or read_or_none(self.claim[0]) != self.claim[1]
        ):
            raise TakenError

    def _begin(self, home: Path) -> None:
        """Make a paper's folder, which holds its declaration from the first moment: so an empty one is never ours.

        An empty one that stands there is taken over.
        """
        begun = home.with_name(begun_name())
        declaration, data = OBJECT_DECLARATION
        begun.mkdir()
        try:
            write_new(begun / declaration, data)
            sync_folder(begun)
            if home.exists():
                home.rmdir()
            patiently(lambda: begun.rename(home))
        except BaseException as error:
            with suppress(OSError):
                (begun / declaration).unlink(missing_ok=True)
                begun.rmdir()
            if isinstance(error, OSError) and error.errno in _NOT_EMPTY:
                raise TakenError from error
            raise
        self.made += [home, home / declaration]
        sync_folder(home.parent)

    def _claim(self, folder: Path) -> None:
        try:
            folder.mkdir()
        except FileExistsError as error:
            raise TakenError from error
        self.made.append(folder)

    def _file(self, path: Path, data: bytes) -> None:
        self.made.append(path)
        try:
            write_new(path, data)
        except FileExistsError as error:
            self.made.pop()
            raise TakenError from error

    def _parents(self, folder: Path, known: set[Path]) -> None:
        if folder in known:
            return
        self._parents(folder.parent, known)
        folder.mkdir()
        known.add(folder)
        self.made.append(folder)
