"""The entries of a paper as they may be kept in public: a copy of each, with what is exempt cut out of it.

An archived version is a public output (LGA 1972 s.100A(4)), so neither an exempt grant nor the name of an exempt entry
may be in it. The copy is proved before it is used: it must make the very same paper. Where that cannot be shown, the
file is left out, and said to be.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.archive.keeping.cutting import Cutting, without_notes
from pcp_reports.checks import check, concerning
from pcp_reports.compose import compose
from pcp_reports.document import Origin
from pcp_reports.findings import has_errors
from pcp_reports.ledger import ROUND
from pcp_reports.placing import survey as surveyed
from pcp_reports.records import dataclass
from pcp_reports.withholding import holds_exempt, is_exempt
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pcp_reports.document import Document
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

_NOWHERE = Origin("", 0)
_SHORTEST = 4
"""Characters of a word that can give anything away; shorter ones stand everywhere."""


@dataclass(frozen=True, slots=True)
class PublicEntries:
    """The bytes of each entry by its path, and the paths of those that could not be kept because of what is exempt in them."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()


def public_entries(survey: Survey, name: str, inputs: Iterable[Filed]) -> PublicEntries:
    """Return what a paper was made from, without what is exempt. Every file of ``inputs`` must be sound, and its bytes kept.

    Raises OSError where the computer's temporary folder cannot be used.
    """
    rows = tuple(inputs)
    secret = secrets(survey, name)
    whole: dict[str, bytes] = {}
    cut: dict[str, bytes | None] = {}
    for filed in rows:
        made = _public_lines(survey, name, filed, secret)
        if made == list(filed.source.lines):
            whole[filed.path] = filed.source.data or b""
        else:
            cut[filed.path] = "\n".join(made).encode() if made is not None else None
    ready = {path: data for path, data in cut.items() if data is not None}
    if len(ready) == len(cut) and (not cut or _makes_the_same(survey, name, {**whole, **ready})):
        return PublicEntries({**whole, **ready})
    return PublicEntries(whole, tuple(sorted(cut)))


def secrets(survey: Survey, name: str) -> re.Pattern[str] | None:
    """Return a pattern of the words that would give away what is exempt; None where nothing is, or none would.

    They are names, titles, recipients, purposes and reasons of exempt entries and grants, but for what the paper
    ``name`` itself prints.
    """
    words = {word.strip() for filed in survey.register.entries for word in _words_of_exempt(filed)}
    if not words:
        return None
    printed = _printed(compose(survey, name)).casefold()
    hidden = sorted(word for word in words if len(word) >= _SHORTEST and word.casefold() not in printed)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, hidden))})(?!\w)") if hidden else None


def _words_of_exempt(filed: Filed) -> Iterator[str]:
    model = filed.model
    if is_exempt(filed):
        yield filed.name
        for key in ("title", "name", "place"):
            yield getattr(model, key, None) or ""
        yield getattr(getattr(model, "exempt", None), "reason", "")
    grants = getattr(model, "grants", ()) if filed.kind == ROUND else ()
    for grant in (one for strand in grants for one in strand.grants if one.exempt is not None or is_exempt(filed)):
        yield from (grant.recipient, grant.purpose, grant.reference or "", grant.recipient_id or "", grant.reason or "")
        yield grant.exempt.reason if grant.exempt is not None else ""


def _printed(document: Document) -> str:
    blocks = (*document.summary, *document.recommendation, *document.body)
    return "\n".join((document.title, *(block.text for block in blocks)))


def _public_lines(survey: Survey, name: str, filed: Filed, secret: re.Pattern[str] | None) -> list[str] | None:
    """Return the lines of an entry that may be kept; None where what is exempt cannot be told apart."""
    typed = list(filed.source.lines)
    if filed is survey.register.papers[name].filed:
        made = _without_exempt_items(survey, name)
    else:
        made = _without_exempt_grants(filed) if holds_exempt(filed) else typed
    if made is None or (made == typed and not _tells(secret, made)):
        return made
    # Notes, and the reasons for accepting, may speak of what was taken out; so may anything else, which nobody can cut.
    cutting = Cutting(made)
    cutting.key("accept")
    made = without_notes(cutting.done() or [], filed.path)
    return None if made is None or _tells(secret, made) else made


def _tells(secret: re.Pattern[str] | None, lines: Iterable[str]) -> bool:
    return secret is not None and secret.search("\n".join(lines)) is not None


def _makes_the_same(survey: Survey, name: str, files: Mapping[str, bytes]) -> bool:
    """Return whether entries, read anew on their own, hold nothing exempt and make the same paper."""
    with tempfile.TemporaryDirectory(prefix="pcp-reports-") as folder:
        root = Path(folder)
        for path, data in files.items():
            file = root.joinpath(*path.split("/"))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        again = surveyed(load(root))
        if name not in again.register.papers or any(holds_exempt(one) for one in again.register.entries):
            return False
        if has_errors(concerning(again, (name,), check(again))):
            return False
        return _words_of(compose(again, name)) == _words_of(compose(survey, name))


def _words_of(document: Document) -> Document:
    """Return a document without the places its words come from: lines move when something above is cut."""

    def moved(blocks: tuple) -> tuple:  # type: ignore[type-arg] # of blocks
        return tuple(replace(block, origin=_NOWHERE) for block in blocks)

    return replace(
        document,
        summary=moved(document.summary),
        recommendation=moved(document.recommendation),
        body=moved(document.body),
    )


def _without_exempt_grants(filed: Filed) -> list[str] | None:
    """Return the lines of a round without its exempt grants, or None where they cannot be told apart line by line."""
    if filed.kind != ROUND or filed.model is None:
        return None
    cutting = Cutting(filed.source.lines)
    for strand in filed.model.grants:
        exempt = [grant for grant in strand.grants if grant.exempt is not None]
        for grant in exempt:
            cutting.item(grant.node)
        if exempt and len(exempt) == len(strand.grants) and strand.name is not None:
            cutting.line_above(exempt[0].node, strand.name)
    return cutting.done()


def _without_exempt_items(survey: Survey, name: str) -> list[str] | None:
    """Return the lines of a paper.yaml without its exempt items; the ``also`` that takes over a number loses its “also”."""
    filed = survey.register.papers[name].filed
    cutting = Cutting(filed.source.lines)
    for section in survey.placements[name].sections:
        orphaned, kept = False, 0
        exempt = [placed for placed in section.items if placed.exempt]
        if exempt and len(exempt) == len(section.items):
            cutting.item(section.section.node)
            continue
        for placed in section.items:
            if placed.exempt:
                orphaned = orphaned or not placed.also
                cutting.line(placed.item.words.line)
                continue
            if placed.item.also and exempt and (orphaned or not kept):
                cutting.without_also(placed.item.words.line)
            orphaned, kept = False, kept + 1
    return cutting.done()
