"""A grant as one line of a paper has it."""

from __future__ import annotations

from pcp_reports.records import dataclass

DASH = " – "


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant as printed, or as it stands in Word."""

    recipient: str
    purpose: str
    amount: str

    @property
    def line(self) -> str:
        """Return the line as the paper prints it."""
        return DASH.join((self.recipient, self.purpose, self.amount))
