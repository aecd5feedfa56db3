"""The inventory of an object as a value, read from whatever somebody wrote, with all its faults.

What is unsound is named and left out, so that one fault does not bring on others.
Source: OCFL 1.1, section 3.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.archive.ocfl.blocks import block_faults, is_uri, keys
from pcp_reports.archive.ocfl.hashing import ADDRESSING, ALGORITHMS
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.manifests import fixity_faults, manifest_faults, sound, sound_fixity
from pcp_reports.archive.ocfl.naming import in_order, name_faults
from pcp_reports.archive.ocfl.strict import Block, UnreadableError, parse, same
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPECIFICATIONS = ("1.0", "1.1")
"""The versions of the standard that can be judged, oldest first."""
TYPES = {f"https://ocfl.io/{spec}/spec/#inventory": spec for spec in SPECIFICATIONS}
KEYS = ("id", "type", "digestAlgorithm", "head", "contentDirectory", "manifest", "versions", "fixity")
DEFAULT_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Inventory:
    """What an inventory holds that is sound; what is missing or unsound is None or left out.

    ``where`` is its path in the object. ``spec`` is the version of the standard that it names, ``algorithm`` that of its
    digests, ``content`` the name of the folders that hold content and ``content_named`` whether it names that itself.
    ``manifest`` leads from digests to content paths and is None where there is none; ``fixity`` leads to such for each
    algorithm; ``versions`` from names to what is said of them, in order, and ``complete`` says that none was left out.
    """

    where: str
    identifier: str | None
    spec: str | None
    algorithm: str | None
    head: str | None
    content: str
    content_named: bool
    manifest: Mapping[str, list[str]] | None
    fixity: Mapping[str, Mapping[str, list[str]]]
    versions: Mapping[str, Block]
    complete: bool


def shaped(data: bytes, where: str, spec: str, known: Inventory | None = None) -> tuple[Inventory | None, list[Fault]]:
    """Return the inventory in bytes, None where they hold none, and its faults in itself.

    ``spec`` is the version of the standard to judge by where it names none. What ``known``, an inventory already judged,
    says of a version word for word is not judged again.
    """
    try:
        held = parse(data)
    except UnreadableError as error:
        return None, [Fault("E033", f"the inventory cannot be read: {error}", where)]
    if not isinstance(held, Block):
        return None, [Fault("E033", "the inventory does not hold what an inventory holds", where)]
    named = _text(held, "type")
    spec = TYPES.get(named or "", spec)
    strict = spec != SPECIFICATIONS[0]
    faults = [*_faults(held, where, strict=strict), *_version_faults(held, where, known, strict=strict)]
    algorithm = _text(held, "digestAlgorithm")
    versions = held.get("versions")
    blocks = versions if isinstance(versions, Block) else {}
    known_versions = {name: blocks[name] for name in in_order(blocks) if isinstance(blocks[name], Block)}
    content = _text(held, "contentDirectory")
    made = Inventory(
        where,
        _text(held, "id"),
        TYPES.get(named or ""),
        algorithm if algorithm in ALGORITHMS else None,
        _text(held, "head"),
        content if content and not list(_content_faults(content, where, strict=True)) else DEFAULT_CONTENT,
        "contentDirectory" in held,
        sound(held["manifest"]) if isinstance(held.get("manifest"), Block) else None,
        sound_fixity(held.get("fixity")),
        known_versions,
        isinstance(versions, Block) and len(known_versions) == len(versions),
    )
    return made, faults


def _text(held: Block, key: str) -> str | None:
    value = held.get(key)
    return value if isinstance(value, str) and value else None


def _faults(held: Block, where: str, *, strict: bool) -> Iterator[Fault]:
    yield from keys(held, KEYS, "the inventory", where)
    yield from _head_lines(held, where, strict=strict)
    if "manifest" not in held:
        yield Fault("E041", "the inventory has no “manifest”, the list of the files with their digests", where)
    else:
        yield from manifest_faults(held["manifest"], _text(held, "digestAlgorithm"), where, strict=strict)
    if "fixity" in held:
        yield from fixity_faults(held["fixity"], where, strict=strict)


def _head_lines(held: Block, where: str, *, strict: bool) -> Iterator[Fault]:
    for key in ("id", "type", "digestAlgorithm", "head"):
        if key not in held:
            yield Fault("E036", f"the inventory has no “{key}”", where)
    if "id" in held:
        identifier = _text(held, "id")
        if identifier is None:
            yield Fault("E037", "the object's identifier is not text, or empty", where)
        elif not is_uri(identifier):
            yield Fault("W005", f"the object's identifier “{identifier}” is no URI", where)
    if "type" in held and _text(held, "type") not in TYPES:
        yield Fault("E038", "the inventory's “type” names no version of the standard, 1.0 or 1.1", where)
    if "digestAlgorithm" in held:
        yield from _algorithm(held["digestAlgorithm"], where)
    if "contentDirectory" in held:
        yield from _content_faults(held["contentDirectory"], where, strict=strict)


def _algorithm(algorithm: object, where: str) -> Iterator[Fault]:
    if not isinstance(algorithm, str) or algorithm not in ADDRESSING:
        named = f"“{algorithm}”" if isinstance(algorithm, str) else "not given as text"
        yield Fault("E025", f"the digest algorithm is {named}, and neither sha512 nor sha256", where)
    elif algorithm != ADDRESSING[0]:
        yield Fault("W004", f"the digest algorithm is {algorithm}, and not sha512", where)


def _content_faults(content: Any, where: str, *, strict: bool) -> Iterator[Fault]:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(content, str):
        yield Fault("E033", "the name of the content folder is not text", where)
    elif "/" in content:
        yield Fault("E017", f"the name of the content folder, “{content}”, has a slash", where)
    elif content in {".", ".."}:
        yield Fault("E018", f"the name of the content folder is “{content}”, which could lead elsewhere", where)
    elif not content or "\0" in content:
        yield Fault("E108" if strict else "E033", "the name of the content folder can be no folder's name", where)


def _version_faults(held: Block, where: str, known: Inventory | None, *, strict: bool) -> Iterator[Fault]:
    versions = held.get("versions")
    if "versions" not in held:
        yield Fault("E043", "the inventory has no “versions”", where)
    elif not isinstance(versions, Block):
        yield Fault("E045", "the inventory's “versions” are not given by their names", where)
    elif not versions:
        yield Fault("E008", "the object has no version", where)
    else:
        for name in versions.repeated:
            yield Fault("E033", f"version “{name}” stands more than once", where)
        yield from name_faults(versions, where, strict=strict)
        yield from _head(held, versions, where)
        for name, block in versions.items():
            if not isinstance(block, Block):
                yield Fault("E047", f"nothing sound is said of {name}", where)
            elif known is None or not same(block, known.versions.get(name)) or block.repeated:
                yield from block_faults(block, name, where)
        yield from _digests(held, versions, where, strict=strict)


def _head(held: Block, versions: Block, where: str) -> Iterator[Fault]:
    if "head" not in held:
        return
    ordered = in_order(versions)
    if not isinstance(held["head"], str) or (ordered and held["head"] != ordered[-1]):
        yield Fault("E040", "the “head” of the inventory is not its latest version", where)


def _digests(held: Block, versions: Block, where: str, *, strict: bool) -> Iterator[Fault]:
    """Yield the digests of files that the manifest lacks, and those of the manifest that no version has."""
    manifest = held.get("manifest")
    if not isinstance(manifest, Block):
        return
    exact = set(manifest)
    there = exact if strict else exact | {digest.casefold() for digest in exact}
    used: set[str] = set()
    sound_states = True
    for name, block in versions.items():
        state = block.get("state") if isinstance(block, Block) else None
        if not isinstance(state, Block):
            sound_states = False
            continue
        used |= state.keys()
        if state.keys() <= there:
            continue
        for digest in state:
            if digest not in there and (strict or digest.casefold() not in there):
                yield Fault("E050", f"{name} has a file with the digest “{digest}”, which the manifest lacks", where)
    if strict and sound_states and not exact <= used:
        folded = {digest.casefold() for digest in used}
        for digest in manifest:
            if digest.casefold() not in folded:
                yield Fault("E107", f"the manifest has the digest “{digest}”, of which no version has a file", where)
