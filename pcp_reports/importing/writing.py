"""An import on its way to the disk: all of it, or nothing. No file that is there is overwritten, edited ones only as read."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports.editing import FileChangedError, digest, edit_file, read_ordinary
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.made import EditedFile, Made, NewFile


def write(made: Made, root: Path) -> Finding | None:
    """Write an import below ``root`` and return None; or, with everything as it was before, the finding that says why not."""
    undo = _Undo(root)
    path = ""
    try:
        for file in made.files:
            path = file.path
            undo.create(file)
        undo.settle()
        for file in made.files:
            path = file.path
            undo.place(file)
        for edit in made.edits:
            path = edit.path
            undo.edit(edit)
    except FileExistsError:
        undo.all()
        return Finding(
            "G536",
            f"{path} is there already. Nothing was written.",
            Place(path),
            "Import again: it will be compared with what is there.",
        )
    except FileChangedError:
        undo.all()
        message = f"{path} was changed by somebody else at the same moment. Nothing was written."
        return Finding("G536", message, Place(path), "Import again.")
    except OSError as error:
        undo.all()
        message = f"{path} cannot be written ({error.strerror or type(error).__name__}). Nothing was written."
        return Finding(
            "G536", message, Place(path), "If somebody has it open, ask them to close it; or make room on the drive."
        )
    except BaseException:
        undo.all()
        raise
    undo.tidy()
    return None


class _Undo:
    """What was written so far, and what stood there before."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.waiting: dict[str, Path] = {}
        self.created: list[tuple[Path, bytes]] = []
        self.folders: list[Path] = []
        self.edited: list[tuple[Path, bytes, bytes]] = []

    def create(self, file: NewFile) -> None:
        """Write a new file beside its place, under a name that everything passes over until it is whole."""
        path = self.root / file.path
        for folder in reversed([one for one in path.parents if one.is_relative_to(self.root) and not one.exists()]):
            folder.mkdir()
            self.folders.append(folder)
        if path.exists():
            raise FileExistsError(str(path))
        temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
        with temporary.open("xb") as stream:
            self.waiting[file.path] = temporary
            data = file.text.encode("utf-8")
            stream.write(data)
        if read_ordinary(temporary) != data:
            raise OSError(0, "it does not read back as it was written")

    def settle(self) -> None:
        """Have the drive keep the new files for good: all are written by then, so that the first one takes the others along."""
        for temporary in self.waiting.values():
            with temporary.open("rb+") as stream:
                os.fsync(stream.fileno())

    def place(self, file: NewFile) -> None:
        """Give a new file its name, whole, where that name is free. Raises FileExistsError, and OSError."""
        temporary, path = self.waiting[file.path], self.root / file.path
        data = file.text.encode("utf-8")
        if os.name == "nt":
            temporary.rename(path)  # which Windows refuses where something is there
            self.created.append((path, data))
            return
        try:
            os.link(temporary, path)
            self.created.append((path, data))
        except FileExistsError:
            raise
        except OSError:  # a drive without hard links
            with path.open("xb") as stream:
                self.created.append((path, data))
                stream.write(data)
                os.fsync(stream.fileno())

    def edit(self, edit: EditedFile) -> None:
        path = self.root / edit.path
        old = read_ordinary(path)
        edit_file(path, edit.read, edit.data)
        self.edited.append((path, old, edit.data))
        if read_ordinary(path) != edit.data:
            raise OSError(0, "it does not read back as it was written")

    def tidy(self) -> None:
        """Take away what stands under a name of its own still."""
        for temporary in self.waiting.values():
            with suppress(OSError):
                temporary.unlink()

    def all(self) -> None:
        """Put everything back; a file that somebody has changed since is left to them."""
        self.tidy()
        for path, data in self.created:
            with suppress(OSError):
                if data.startswith(read_ordinary(path)):  # whole, or as far as a full drive took it
                    path.unlink()
        for path, old, new in self.edited:
            with suppress(OSError, FileChangedError):
                edit_file(path, digest(new), old)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()
