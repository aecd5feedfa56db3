"""What stands beside a paper's lists of versions, and must agree with them: digests, and the ledger's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import INVENTORY, OBJECT_DECLARATION, SIDECAR
from pcp_reports.archive.proving.list_words import FINISH, FROM_A_COPY
from pcp_reports.archive.proving.trust import Blame
from pcp_reports.findings import Finding, Place
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.archive.proving.laid import Laid
    from pcp_reports.archive.proving.vouching import Vouched

_LEDGER_CHANGED = "The ledger's event was changed: bring the ledger back from a copy of the shared drive."


def small_files(laid: Laid, vouched: Vouched, events: Mapping[int, Event]) -> Iterator[Finding]:
    """Yield the digests beside the lists, and the object's declaration, that are not as they were written."""
    before = events.get(vouched.last - 1)
    paper, last = vouched.paper, vouched.last
    for number in (0, *laid.versions):
        path = f"v{number}/{SIDECAR}" if number else SIDECAR
        one = laid.lists[number]
        if one.is_stated or path in vouched.lists or number in vouched.untold or one.data is None:
            continue
        if not number and vouched.stands_for == last and before is not None and one.stated == before.inventory:
            words = f"{paper}: archiving v{last} was cut off just before its end. All of it is there; only the digest beside its list of versions is still that of v{last - 1}."
            yield _finding(laid, "A337", words, path, FINISH)
            continue
        of = f"of v{number}'s list of files" if number else "of its list of versions"
        what = "is missing" if one.beside is None else "was changed: it is not that of the list beside it"
        hint = "The list itself is the one that was archived, so nothing is lost. " if events else ""
        yield _finding(laid, "A311", f"{paper}: the digest {of} ({SIDECAR}) {what}.", path, f"{hint}{FROM_A_COPY}")
    if not laid.declared and vouched.base is not None:
        name = OBJECT_DECLARATION[0]
        words = f"{paper}: the file {quoted(name)}, which says what the folder is, is missing or was changed."
        yield _finding(
            laid, "A311", words, name, f"Copy {quoted(name)} out of another paper's folder; it is the same in each."
        )


def told_otherwise(laid: Laid, vouched: Vouched, events: Mapping[int, Event]) -> Iterator[Finding]:
    """Yield where the ledger tells another thing of a version than the version's own list, which has the ledger's digest."""
    for number, event in sorted(events.items()):
        if vouched.base is None or number > min(vouched.reach, vouched.base.head):
            continue
        if vouched.doubted.get(number) is Blame.EITHER:
            continue  # it is told that the two do not fit, and cannot be told which of them was changed
        block = vouched.base.versions[number - 1]
        pairs = {
            "status": (event.status, block.status),
            "reason": (event.reason, block.reason),
            "name": (event.by, block.user),
            "time": (event.created, block.created),
        }
        said = [f"the {what} {quoted(ours)}" for what, (ours, theirs) in pairs.items() if ours != theirs]
        true = [quoted(theirs) for ours, theirs in pairs.values() if ours != theirs]
        if said:
            words = f"{vouched.paper}, v{number}: the ledger's event {event.number} gives {listed(said)}; the version's own list says {listed(true)}."
            yield _finding(laid, "A336", words, f"v{number}/{INVENTORY}", _LEDGER_CHANGED)


def _finding(laid: Laid, code: str, words: str, path: str, hint: str) -> Finding:
    return Finding(code, words, Place(f"{laid.shown}/{path}"), hint)
