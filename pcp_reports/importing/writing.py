"""An import on its way to the disk: all of it, or nothing. No file that is there is overwritten, edited ones only as read."""

from __future__ import annotations

import os
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
    return None


class _Undo:
    """What was written so far, and what stood there before."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.created: list[Path] = []
        self.folders: list[Path] = []
        self.edited: list[tuple[Path, bytes, bytes]] = []

    def create(self, file: NewFile) -> None:
        path = self.root / file.path
        for folder in reversed([one for one in path.parents if one.is_relative_to(self.root) and not one.exists()]):
            folder.mkdir()
            self.folders.append(folder)
        with path.open("xb") as stream:
            self.created.append(path)
            data = file.text.encode("utf-8")
            stream.write(data)
        if read_ordinary(path) != data:
            raise OSError(0, "it does not read back as it was written")

    def settle(self) -> None:
        """Have the drive keep the new files for good: all are written by then, so that the first one takes the others along."""
        for path in self.created:
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())

    def edit(self, edit: EditedFile) -> None:
        path = self.root / edit.path
        old = read_ordinary(path)
        edit_file(path, edit.read, edit.data)
        self.edited.append((path, old, edit.data))
        if read_ordinary(path) != edit.data:
            raise OSError(0, "it does not read back as it was written")

    def all(self) -> None:
        """Put everything back; a file that somebody has changed since is left to them."""
        for path in self.created:
            with suppress(OSError):
                path.unlink()
        for path, old, new in self.edited:
            with suppress(OSError, FileChangedError):
                edit_file(path, digest(new), old)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()
