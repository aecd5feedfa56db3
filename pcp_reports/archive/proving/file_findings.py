"""What became of an archived paper's files, in an officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.archive.inventory import InventoryError, strict_json
from pcp_reports.archive.layout import TEMPLATE, VERSION
from pcp_reports.archive.ocfl.disk import read_plain
from pcp_reports.archive.proving.laid import logical_of, version_of
from pcp_reports.archive.proving.list_words import FROM_A_COPY
from pcp_reports.archive.strays import copy_of, stray
from pcp_reports.editing import MOST_BYTES
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.archive.proving.laid import Laid
    from pcp_reports.archive.proving.matching import Matched
    from pcp_reports.archive.proving.vouching import Vouched

_NO_HARM = "It does no harm; delete it, as other programs would call the archive damaged because of it."
_ASK = "Find out who put it there. Move it out of the archive if it is needed, and delete it if not."


class FileFindings:
    """Says what became of the files of one paper. ``elsewhere`` tells which other paper's file has a digest, as words."""

    def __init__(self, laid: Laid, vouched: Vouched, matched: Matched, elsewhere: Callable[[str], str | None]) -> None:
        self.laid, self.vouched, self.matched, self.elsewhere = laid, vouched, matched, elsewhere

    def all(self) -> Iterator[Finding]:
        """Yield a finding for each thing that was done to the files."""
        yield from self._unread()
        for path, digest in self.matched.changed.items():
            yield self._changed(path, digest)
        for one, other in self.matched.swapped:
            words = f"{self._named(one)} and {self._called(other, one)} changed places: each holds what belongs in the other."
            yield self._finding("A305", words, one, "Give each its own name again.")
        for path, home in self.matched.taken.items():
            words = f"{self._named(path)} is not the file that was archived: what stands there is a copy of {self._called(home, path)}."
            yield self._finding("A305", words, path, FROM_A_COPY)
        for path, count in self.matched.missing.items():
            yield self._missing(path, count)
        for moved in self.matched.moved:
            what = self._named(moved.path)
            inside = f" with its {counted(moved.count, 'file')}" if moved.path.endswith("/") else ""
            words = f"{what}{inside} was moved or renamed: it is now {quoted(_shown(moved.to, moved.path))}."
            yield self._finding("A304", words, moved.path, "Give it its name again; nothing in it was changed.")
        for path, count in self.matched.added.items():
            yield self._added(path, count)
        for path in self.matched.empty:
            known = stray(path.rpartition("/")[2])
            words = f"{self._named(f'{path}/')} is an empty folder, which nobody archived."
            if known is not None:
                yield self._finding("A331", f"{self._named(f'{path}/')} is {known}.", path, _NO_HARM)
            else:
                yield self._finding("A307", words, path, "Delete the folder.")
        for path in self.matched.links:
            words = (
                f"{self._named(path)} is a link to another place, or no ordinary file; it was not followed or opened."
            )
            hint = "An archive holds the files themselves. " + (FROM_A_COPY if self._is_expected(path) else _ASK)
            yield self._finding("A308", words, path, hint)

    def _unread(self) -> Iterator[Finding]:
        for path, why in self.matched.unread.items():
            what = self._named(f"{path}/" if path in self.laid.unread else path)
            what = what if path else f"{self.vouched.paper}: its folder"
            words = f"{what} cannot be opened ({why}), so it cannot be told whether it is what was archived."
            hint = "Try again; if it stays so, ask whoever looks after the shared drive for the right to read it."
            yield self._finding("A309", words, path, hint)

    def _changed(self, path: str, digest: str) -> Finding:
        what = f"{self._named(path)} is not the file that was archived"
        other = self.elsewhere(digest)
        if other is not None:
            return self._finding("A305", f"{what}: what stands there is {other}.", path, FROM_A_COPY)
        if not self.laid.files[path]:
            return self._finding("A302", f"{what}: there is nothing in it any more.", path, FROM_A_COPY)
        if path.lower().endswith(".docx"):
            return self._word_changed(path, what)
        return self._finding("A302", f"{what}: its content was changed.", path, FROM_A_COPY)

    def _word_changed(self, path: str, what: str) -> Finding:
        from pcp_reports.archive.wrapping import compare  # noqa: PLC0415 - only where a Word file is another

        try:
            wrapping = compare(self._kept(path), read_plain(self.laid.on_disk(path), MOST_BYTES))
        except OSError:
            wrapping = None
        if wrapping is None:
            words = f"{what}: its content was changed. Whether a drive such as SharePoint packed it anew, or somebody altered it, cannot be told."
            return self._finding("A302", words, path, FROM_A_COPY)
        if not wrapping.alone:
            return self._finding(
                "A302", f"{what}: its content was changed. {_sentence(wrapping.said)}", path, FROM_A_COPY
            )
        words = (
            f"{self._named(path)} was packed anew by SharePoint, or by another drive: {wrapping.said}. Its bytes are not those that "
            "were archived; every part that holds words, looks, numbers or pictures is the same."
        )
        hint = (
            "The words are proved. To have the very file again, bring it back from a copy that was never on SharePoint."
        )
        return self._finding("A330", words, path, hint)

    def _kept(self, path: str) -> Any:  # noqa: ANN401 - whatever version.json holds
        """Return what version.json keeps of a Word file's parts; None where that cannot be told."""
        record = record_of(self.laid, self.vouched, self.matched, version_of(path))
        if not isinstance(record, dict):
            return None
        name = self._logical(path)
        held = record.get("template") if name == TEMPLATE else _within(record.get("outputs"), name)
        return _within(held, "package")

    def _missing(self, path: str, count: int) -> Finding:
        if path.endswith("/"):
            words = (
                f"{self._named(path)} is missing, with {'the file' if count == 1 else f'all {count:,} files'} in it."
            )
        else:
            words = f"{self._named(path)} is missing."
        return self._finding("A303", words, path.rstrip("/"), FROM_A_COPY)

    def _added(self, path: str, count: int) -> Finding:
        name = path.rstrip("/").rpartition("/")[2]
        folder = path.rstrip("/").rpartition("/")[0]
        beside = [
            one.rpartition("/")[2]
            for one in self.laid.files
            if one.rpartition("/")[0] == folder and one not in self.matched.added
        ]
        known = stray(name, beside)
        if known is not None and path.endswith("/") and copy_of(name) is not None:
            known = None
        if known is None:
            inside = f", with {counted(count, 'file')} in it," if path.endswith("/") else ""
            words = f"{self._named(path)}{inside} was added: nobody archived it."
            return self._finding("A306", words, path.rstrip("/"), _ASK)
        words = f"{self._named(path)} was not archived: it is {known}."
        original = copy_of(name)
        if original is not None or "could not agree" in known:
            hint = "What was archived is not touched by it. Look whether it holds anything that is needed, then move it away."
            return self._finding("A332", words, path.rstrip("/"), hint)
        return self._finding("A331", words, path.rstrip("/"), _NO_HARM)

    def _named(self, path: str) -> str:
        """Return a path with its paper and version in front, as a sentence begins."""
        number = version_of(path)
        lead = f"{self.vouched.paper}, v{number}: " if number else f"{self.vouched.paper}: "
        return lead + self._called(path, path)

    def _called(self, path: str, seen_from: str) -> str:
        """Return what an officer calls a file or folder, with its version where that is another than that of ``seen_from``."""
        name = self._logical(path)
        if path.endswith("/"):
            what = f"the folder {quoted(_shown(path, path))}"
        elif name == TEMPLATE:
            what = f"the template {quoted(name)}"
        elif name.startswith("entries/"):
            what = f"the entry {quoted(name)}"
        elif name.endswith(".docx") and "/" not in name and self._is_expected(path):
            what = f"the paper {quoted(name)}"
        else:
            what = f"the file {quoted(name)}"
        apart = version_of(path) != version_of(seen_from) and version_of(path)
        return f"{what} of v{version_of(path)}" if apart else what

    def _logical(self, path: str) -> str:
        """Return a file's true name within its version; for what is none of its files the path without the version."""
        base, number = self.vouched.base, version_of(path)
        if base is not None and 0 < number <= base.head:
            for logical, digest in base.versions[number - 1].state.items():
                if path in base.manifest[digest] and base.content_path(number, logical) == path:
                    return logical
        return _shown(path, path)

    def _is_expected(self, path: str) -> bool:
        base = self.vouched.base
        return base is not None and any(path in paths for paths in base.manifest.values())

    def _finding(self, code: str, words: str, path: str, hint: str) -> Finding:
        return Finding(code, words, Place(f"{self.laid.shown}/{path}".rstrip("/")), hint)


def record_of(laid: Laid, vouched: Vouched, matched: Matched, number: int) -> object:
    """Return what a version's version.json holds as a dict; an InventoryError that says why it holds nothing of the kind.

    None where there is none, it is not the one that was archived, or it cannot be opened.
    """
    base = vouched.base
    if base is None or not 0 < number <= base.head or number in vouched.gone:
        return None
    try:
        path = base.content_path(number, VERSION)
        if path in matched.changed or path in matched.taken or path not in laid.files:
            return None
        held = strict_json(read_plain(laid.on_disk(path), MOST_BYTES))
        return held if isinstance(held, dict) else InventoryError("it does not hold what it should")
    except InventoryError as error:
        return error
    except (KeyError, OSError):
        return None


def _within(held: object, key: str) -> object:
    return held.get(key) if isinstance(held, dict) else None


def _shown(path: str, seen_from: str) -> str:
    """Return a path as it is told: without the version's folder where that is the one spoken of."""
    bare, number = path.rstrip("/"), version_of(path)
    return logical_of(bare).removeprefix(f"v{number}/") if number == version_of(seen_from) else bare


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."
