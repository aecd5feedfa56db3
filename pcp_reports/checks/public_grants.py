"""The grants that may be spoken of in public: what is exempt, or was meant to be, never comes into a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.ledger import rounds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.dates import PartialDate
    from pcp_reports.findings import Place
    from pcp_reports.model.funding_round import FundingRound, Grant
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


class Row(NamedTuple):
    """A grant with the file of its round and the name of its strand."""

    filed: Filed
    strand: str | None
    grant: Grant

    @property
    def day(self) -> PartialDate:
        """Return when the money is given: when it was awarded, else when the round was announced."""
        return self.grant.awarded or self.filed.model.announced

    def place(self, key: str) -> Place:
        """Return where a key of the grant stands."""
        return self.filed.place(self.grant.node, key)


def public_rounds(survey: Survey) -> Iterator[tuple[Filed, FundingRound]]:
    """Yield the rounds that could be read and that nothing keeps out of public."""
    for filed in rounds_of(survey.register):
        if filed.model is not None and filed.model.exempt is None and not filed.withheld:
            yield filed, filed.model


def public_grants(survey: Survey) -> Iterator[Row]:
    """Yield the public grants of the public rounds, withdrawn and returned ones among them."""
    for filed, model in public_rounds(survey):
        for strand in model.grants:
            for grant in strand.grants:
                if grant.exempt is None:
                    yield Row(filed, strand.name, grant)
