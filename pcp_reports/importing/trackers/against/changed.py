"""What the tracker says otherwise of a grant that a row was found for: what is written, and what the entry keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.importing.funds import bare
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.filed_rounds import moved, same, same_name
from pcp_reports.records import dataclass
from pcp_reports.rewriting import Setting
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant
    from pcp_reports.importing.trackers.tracked import Tracked


@dataclass(frozen=True, slots=True)
class Change:
    """A field that the tracker has otherwise: the edit that writes it, and the change in words."""

    edit: Setting
    words: str


def changes(award: Tracked, known: FiledGrant, unit: str) -> tuple[Change, ...]:
    """Return what the tracker changes in a grant.

    The tracker has the last word on recipient, amount, status, award date, reference, district, identifier and number of
    projects, where it says anything at all. Purpose, reason and conditions are words that officers better by hand: they
    are written where the entry has none, and else left. A date that moves the grant to another month is left with the grant.
    """
    grant = known.grant
    facts: tuple[tuple[str, object, object], ...] = (
        ("recipient", grant.recipient, award.recipient),
        ("amount", grant.amount, award.amount),
        ("awarded", grant.awarded, None if moved(award, known) or _is_month_of(award, known) else award.awarded),
        ("status", grant.status, award.status),
        ("projects", grant.projects, award.projects),
        *((key, getattr(grant, key), getattr(award, key)) for key in ("reference", "district", "recipient_id")),
        *((key, None, getattr(award, key)) for key in ("reason", "conditions") if not getattr(grant, key)),
    )
    made = [
        _change(key, old, str(new), award, known, unit)
        for key, old, new in facts
        if new not in (None, "") and same(str(new)) != same("" if old is None else str(old))
    ]
    if grant.purpose == NO_PURPOSE != award.purpose:
        made.append(_change("purpose", grant.purpose, award.purpose, award, known, unit))
    return tuple(made)


def _is_month_of(award: Tracked, known: FiledGrant) -> bool:
    """Return whether the tracker gives the month alone of a day that stands in the entry."""
    now, then = award.awarded, known.grant.awarded
    return now is not None and then is not None and now.day is None and (now.year, now.month) == (then.year, then.month)


def _change(key: str, old: object, new: str, award: Tracked, known: FiledGrant, unit: str) -> Change:
    shown = _shown(new) if old in (None, "") else f"{_shown(str(old))} → {_shown(new)}"
    where = f"{shortened(str(known.grant.recipient), 50)}, {key}: {shown} ({unit} {award.row})"
    return Change(Setting((*known.trail, key), new), where)


def kept_words(award: Tracked, known: FiledGrant) -> tuple[tuple[str, str, str], ...]:
    """Return the keys whose wording differs and is left as it stands in the entry, with the entry's words and the tracker's."""
    grant = known.grant
    pairs = [
        ("purpose", grant.purpose, award.purpose),
        ("reason", grant.reason, award.reason),
        ("conditions", grant.conditions, award.conditions),
    ]
    return tuple(
        (key, str(old), str(new))
        for key, old, new in pairs
        if old and new and NO_PURPOSE not in (old, new) and same_name(old) != same_name(new)
    )


def other_strand(award: Tracked, known: FiledGrant) -> bool:
    """Return whether the tracker has the grant under another strand than the entries."""
    return bool(award.strand) and known.strand is not None and bare(award.strand) != bare(known.strand)


def _shown(words: str | None) -> str:
    text = shortened(words or "", 60)
    return text if text.startswith("£") or not any(char.isspace() for char in text) else quoted(text)
