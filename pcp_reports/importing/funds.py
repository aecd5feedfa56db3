"""Names of funds and strands as a tracker has them -> as the office's own file spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.model.office import Office

_SMALL = re.compile(r"\b(?:the|funds?|funding|grants?|schemes?|programmes?|strands?|streams?|pots?|awards?)\b|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Funds:
    """The office's funds, each with the names of its strands; empty where the office names none."""

    strands: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, office: Office | None) -> Funds:
        """Return the funds of an office."""
        funds = (office.funds or {}) if office is not None else {}
        return cls({str(name): tuple(map(str, fund.strands or {})) for name, fund in funds.items()})

    @property
    def names(self) -> frozenset[str]:
        """Return every name of a fund or strand in small letters."""
        return frozenset(name.casefold() for fund, strands in self.strands.items() for name in (fund, *strands))

    def fund(self, typed: str) -> str | None:
        """Return the fund that a name means, None where that is none of the office's, or more than one."""
        return _meant(typed, tuple(self.strands))

    def strand(self, fund: str, typed: str) -> str | None:
        """Return the strand of a fund that a name means, or None."""
        return _meant(typed, self.strands.get(fund, ()))

    def fund_with(self, strand: str) -> str | None:
        """Return the one fund that has a strand of this name, or None."""
        found = [fund for fund in self.strands if self.strand(fund, strand) is not None]
        return found[0] if len(found) == 1 else None


def _meant(typed: str, names: tuple[str, ...]) -> str | None:
    if typed in names:
        return typed
    wanted = bare(typed)
    found = [name for name in names if bare(name) == wanted]
    return found[0] if len(found) == 1 and wanted else None


def bare(name: str) -> str:
    """Return a name without what people put in and leave out: capitals, signs, “the”, “Fund”, “Grants”."""
    small = " ".join(name.casefold().replace("&", " and ").split())
    return " ".join(_SMALL.sub(" ", small).split()) or small
