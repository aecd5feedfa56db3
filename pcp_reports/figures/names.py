"""Names that hold a figure (“4 Me 2”, “180 Programme”, “Six Towns Trust”): what they count is nothing."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pcp_reports.claims import find
from pcp_reports.said import PUT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.workspace import Register


class Names:
    """The names of a workspace that hold a figure and are not one altogether, the longest first."""

    def __init__(self, names: Iterable[str], locale: str) -> None:
        known = {" ".join(name.split()) for name in names}
        self.names = tuple(
            sorted((name for name in known if _holds_figure(name, locale)), key=lambda one: (-len(one), one))
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.names:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in self.names)})(?!\w)", re.IGNORECASE)

    def blank(self, text: str) -> str:
        """Return the text with a stop for figures in place of each character of a name."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: PUT_IN * len(found[0]), text)


def names_in_papers(register: Register, locale: str) -> Names:
    """Return the names that hold a figure: of recipients, partners, places, people, funds, strands, plans, entries."""
    return Names(_named(register), locale)


def _holds_figure(name: str, locale: str) -> bool:
    claims = find(name, locale)
    return bool(claims) and not any(claim.end - claim.start == len(name) for claim in claims)


def _named(register: Register) -> Iterator[str]:
    office = register.office
    if office is not None:
        given = (office.name, office.commissioner, office.force, office.panel)
        yield from (name for name in given if name)
        yield from office.people or {}
        if office.plan is not None and office.plan.name:
            yield office.plan.name
        for fund, rules in (office.funds or {}).items():
            yield fund
            yield from rules.strands or {}
    for filed in register.entries:
        model = filed.partly
        for key in ("name", "place", "fund"):
            name = getattr(model, key, None)
            if name:
                yield name
        for key in ("partners", "places", "with_"):
            yield from getattr(model, key, ())
        for strand in getattr(model, "grants", ()):
            if strand.name is not None:
                yield strand.name
            yield from (grant.recipient for grant in strand.grants if grant.recipient)
