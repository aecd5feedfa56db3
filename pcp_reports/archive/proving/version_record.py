"""A version's version.json against the list of versions: what it tells of the version, and of the files that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import TEMPLATE, VERSION
from pcp_reports.findings import Finding, Place
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.archive.inventory import Inventory, VersionBlock
    from pcp_reports.archive.proving.laid import Laid
    from pcp_reports.archive.proving.vouching import Vouched

_ANEW = "Compare both with a copy of the shared drive from another day."


def record_disagrees(
    laid: Laid, vouched: Vouched, number: int, record: object, sha256_of: Callable[[str], str | None]
) -> Iterator[Finding]:
    """Yield where a version's version.json, which holds ``record``, tells another thing of it than the list of versions.

    ``record`` is None where it is not to be judged, and an error where it holds nothing of the kind. ``sha256_of`` gives the
    SHA-256 of a file in the paper's folder where it is known.
    """
    base = vouched.base
    if record is None or base is None:
        return
    place = Place(f"{laid.shown}/{base.content_path(number, VERSION)}")
    if not isinstance(record, dict):
        words = f"{vouched.paper}, v{number}: {VERSION} tells nothing: {record}."
        yield Finding("A318", words, place, f"It was written anew together with the list of versions. {_ANEW}")
        return
    block = base.versions[number - 1]
    said = [
        *_of_version(vouched.paper, number, block, record),
        *_of_inputs(base, number, record, sha256_of),
        *_of_outputs(block, record),
    ]
    if said:
        words = f"{vouched.paper}, v{number}: {VERSION} and the list of versions disagree: {VERSION} says that {listed(said)}."
        yield Finding("A318", words, place, f"One of them was written anew. {_ANEW}")


def _of_version(paper: str, number: int, block: VersionBlock, record: dict[str, object]) -> Iterator[str]:
    """Yield what it says otherwise of the version itself."""
    if record.get("paper", paper) != paper:
        yield f"the paper is {_quoted(record.get('paper'))}"
    if record.get("version", number) != number:
        yield f"the version is {_quoted(record.get('version'))}"
    pairs = {
        "status": ("its status", block.status),
        "reason": ("its reason", block.reason),
        "by": ("the name of who archived it", block.user),
        "created": ("the time of archiving it", block.created),
    }
    for key, (called, true) in pairs.items():
        if record.get(key, true) != true:
            yield f"{called} is {_quoted(record[key])}, not {quoted(true)}"


def _of_inputs(
    base: Inventory, number: int, record: dict[str, object], sha256_of: Callable[[str], str | None]
) -> Iterator[str]:
    """Yield what it says otherwise of what the paper was made from."""
    inputs, template = record.get("inputs"), record.get("template")
    named = dict(inputs) if isinstance(inputs, dict) else {}
    if isinstance(template, dict) and "sha256" in template:
        named[TEMPLATE] = template["sha256"]
    state = base.versions[number - 1].state
    for name, digest in named.items():
        if name not in state:
            yield f"{_quoted(name)} is one of its files"
            continue
        true = sha256_of(base.content_path(number, name))
        if true is not None and _quoted(digest).lower() != quoted(true):
            yield f"{quoted(name)} is another file"


def _of_outputs(block: VersionBlock, record: dict[str, object]) -> Iterator[str]:
    """Yield what it says otherwise of the files that came out."""
    outputs = record.get("outputs")
    for name, held in outputs.items() if isinstance(outputs, dict) else ():
        digest = held.get("sha512") if isinstance(held, dict) else None
        if name not in block.state:
            yield f"{quoted(str(name))} is one of its files"
        elif isinstance(digest, str) and digest.lower() != block.state[name].lower():
            yield f"{quoted(str(name))} is another file"


def _quoted(value: object) -> str:
    return quoted(str(value))
