"""The files that lie in a paper's folder, held to those that were archived: which is missing, another, moved, or too many.

One thing that was done is said once: two files that changed places are one finding, and so is a folder renamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import INVENTORY, NOT_FINISHED, OBJECT_DECLARATION, SIDECAR
from pcp_reports.archive.proving.laid import Laid, version_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pcp_reports.archive.proving.vouching import Vouched


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that lies under another name: a file, or a folder with ``count`` files."""

    path: str
    to: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of a paper's files, all by their paths within its folder.

    ``held`` is how many were held to their digests, and ``size`` how many bytes that is.
    ``ends`` are files of which a program changed the ends of the lines, and nothing else.
    ``changed`` leads from each file that is another to the digest it has now; ``unread`` from each that cannot be read
    to the reason; ``missing`` and ``added`` are files, or folders with the number of files in them; ``swapped`` pairs of
    files that changed places; ``taken`` files that hold what belongs in another one.
    """

    held: int
    size: int
    ends: frozenset[str]
    changed: Mapping[str, str]
    unread: Mapping[str, str]
    missing: Mapping[str, int]
    added: Mapping[str, int]
    moved: tuple[Moved, ...]
    swapped: tuple[tuple[str, str], ...]
    taken: Mapping[str, str]
    empty: tuple[str, ...]
    links: tuple[str, ...]

    def spoken_of(self) -> set[str]:
        """Return every path of which something is told, folders without the slash at their end."""
        pairs = [path for pair in self.swapped for path in pair]
        moves = [path for move in self.moved for path in (move.path, move.to)]
        rows = (self.changed, self.unread, self.missing, self.added, self.taken, self.empty, self.links, pairs, moves)
        return {path.rstrip("/") for row in rows for path in row}


def match(
    laid: Laid, vouched: Vouched, digest_of: Callable[[str], str], ends_changed: Callable[[str, str], bool]
) -> Matched:
    """Return what became of the files that the list vouched for speaks of; ``digest_of`` gives a file's SHA-512, or raises OSError.

    ``ends_changed`` tells whether a file had a digest before the ends of its lines were changed.
    """
    expected = _expected(vouched)
    found: dict[str, str] = {}
    unread = dict(laid.unread)
    missing: list[str] = []
    for path in sorted(expected):
        if path in laid.files:
            try:
                found[path] = digest_of(path)
            except OSError as error:
                unread[path] = error.strerror or type(error).__name__
        elif not any(path == one or path.startswith(f"{one}/") or not one for one in (*laid.links, *laid.unread)):
            missing.append(path)
    extra = _extra(laid, vouched, expected)
    changed = {path: digest for path, digest in found.items() if digest != expected[path]}
    ends = frozenset(path for path in changed if ends_changed(path, expected[path]))
    changed = {path: digest for path, digest in changed.items() if path not in ends}
    moves = _moves(missing, extra, expected, digest_of)
    swapped, taken = _exchanged(changed, expected)
    told = {path for pair in swapped for path in pair} | set(taken)
    absent = [path for path in missing if path not in moves]
    beyond = [path for path in extra if path not in set(moves.values())]
    folders = {folder for path in expected for folder in _above(path)}
    return Matched(
        len(found),
        sum(laid.files[path] for path in found),
        ends,
        {path: digest for path, digest in changed.items() if path not in told},
        unread,
        _by_folder(absent, laid.folders),
        _by_folder(beyond, folders),
        _moved(moves, laid.folders),
        swapped,
        taken,
        _empty(laid, vouched, folders),
        tuple(sorted(laid.links)),
    )


def _expected(vouched: Vouched) -> dict[str, str]:
    """Return the files that must be there, with their digests; none of a version whose folder is gone."""
    if vouched.base is None:
        return {}
    return {
        path: digest.lower()
        for digest, paths in vouched.base.manifest.items()
        for path in paths
        if version_of(path) not in vouched.gone
    }


def _extra(laid: Laid, vouched: Vouched, expected: Mapping[str, str]) -> list[str]:
    """Return the files that nobody archived; nothing of a version that no list can be held to, and none if there is no list."""
    if vouched.base is None:
        return []
    own = {OBJECT_DECLARATION[0], INVENTORY, SIDECAR}
    own |= {f"v{number}/{name}" for number in laid.versions for name in (INVENTORY, SIDECAR)}
    own.add(f"v{vouched.unfinished}/{NOT_FINISHED}")
    return sorted(path for path in laid.files if path not in expected and path not in own and not _told(path, vouched))


def _moves(
    missing: Iterable[str], extra: Iterable[str], expected: Mapping[str, str], digest_of: Callable[[str], str]
) -> dict[str, str]:
    """Return for each missing file the one too many that holds the same bytes, nearest in name."""
    by_digest: dict[str, list[str]] = {}
    wanted = list(missing)
    for path in extra if wanted else ():
        try:
            by_digest.setdefault(digest_of(path), []).append(path)
        except OSError:
            continue
    made: dict[str, str] = {}
    for path in wanted:
        same = by_digest.get(expected[path], [])
        if same:
            made[path] = max(same, key=lambda one: _alike(path, one))
            same.remove(made[path])
    return made


def _alike(path: str, other: str) -> tuple[bool, bool, int]:
    """Return how near two paths are: the same name, the same folder, the same beginning."""
    (folder, _, name), (there, _, called) = path.rpartition("/"), other.rpartition("/")
    begin = next((at for at, (one, two) in enumerate(zip(path, other, strict=False)) if one != two), 0)
    return (name == called, folder == there, begin)


def _exchanged(
    changed: Mapping[str, str], expected: Mapping[str, str]
) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    """Return the pairs of files that changed places, and each file that holds what belongs in another."""
    homes: dict[str, list[str]] = {}
    for path, digest in expected.items():
        homes.setdefault(digest, []).append(path)
    pairs: list[tuple[str, str]] = []
    taken: dict[str, str] = {}
    paired: set[str] = set()
    for path, digest in changed.items():
        if path in paired or digest not in homes:
            continue
        other = next((one for one in homes[digest] if one not in paired and changed.get(one) == expected[path]), None)
        if other is not None:
            pairs.append((path, other))
            paired |= {path, other}
        else:
            taken[path] = max(homes[digest], key=lambda one: _alike(path, one))
    return tuple(pairs), {path: home for path, home in taken.items() if path not in paired}


def _by_folder(paths: Iterable[str], there: frozenset[str] | set[str]) -> dict[str, int]:
    """Return files, those of a folder that is not ``there`` as that folder with the number of files in it."""
    made: dict[str, int] = {}
    for path in paths:
        top = next((folder for folder in _above(path) if folder not in there), None)
        key = f"{top}/" if top is not None else path
        made[key] = made.get(key, 0) + 1
    return made


def _moved(moves: Mapping[str, str], there: frozenset[str]) -> tuple[Moved, ...]:
    """Return what was moved, the files of a folder that was renamed as that folder."""
    groups: dict[str, list[tuple[str, str]]] = {}
    made: list[Moved] = []
    for path, to in moves.items():
        top = next((folder for folder in _above(path) if folder not in there), None)
        groups.setdefault(path if top is None else top, []).append((path, to))
    for top, rows in groups.items():
        homes = {to.removesuffix(path[len(top) :]) if to.endswith(path[len(top) :]) else "" for path, to in rows}
        home = homes.pop()
        if not homes and home and rows[0][0] != top:
            made.append(Moved(f"{top}/", f"{home}/", len(rows)))
        else:
            made += [Moved(path, to) for path, to in rows]
    return tuple(made)


def _empty(laid: Laid, vouched: Vouched, expected: set[str]) -> tuple[str, ...]:
    """Return the empty folders that are no remains of files that are missing, which is told already."""
    return tuple(sorted(one for one in laid.empty if one not in expected and not _told(one, vouched)))


def _told(path: str, vouched: Vouched) -> bool:
    """Return whether a path lies in a version's folder of which all was told: no list speaks of it, or it was renamed."""
    return version_of(path) in vouched.untold or path.partition("/")[0] in vouched.renamed


def _above(path: str) -> list[str]:
    """Return the folders that lead to a path, the topmost first."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
