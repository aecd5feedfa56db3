"""The number of a charity or company as a tracker has it -> the recipient's identifier."""

from __future__ import annotations

import re

from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.recipients.registers import slip_in

_NONE = re.compile(
    r"(?i)n/?a|none|no|-+|–|not (?:registered|applicable)|tbc|nil|0|\?+|pending|exempt|excepted|unregistered"
)
_CHARITY = re.compile("[1-9][0-9]{5,6}")
_COMPANY_FIGURES = 8


def identifier(role: Role, shown: str) -> str | None:
    """Return the identifier, empty where the tracker says that there is none, None where it is not one.

    Eight figures are a company's, six or seven a charity's; a column of companies in Excel loses the nought in front.
    """
    if role is Role.CHARITY and _CHARITY.fullmatch(shown):
        return f"GB-CHC-{shown}"
    bare = re.sub(r"[\s.]", "", shown.strip()).upper()
    if _NONE.fullmatch(shown.strip()):
        return ""
    if role is Role.IDENTIFIER or re.match(r"(?:GB|XI|360G)-", bare):
        return shown.strip() if slip_in(shown) is None else _known(shown)
    if role is Role.COMPANY and re.fullmatch("[0-9]{6,7}", bare):
        bare = bare.zfill(_COMPANY_FIGURES)
    if re.fullmatch("SC0[0-9]{5}", bare) and role is Role.CHARITY:
        return f"GB-SC-{bare}"
    if re.fullmatch("NIC?[0-9]{6}", bare) and role is Role.CHARITY:
        return f"GB-NIC-{bare[-6:]}"
    register = "GB-COH" if role is Role.COMPANY or re.fullmatch("[0-9]{8}|[A-Z]{2}[0-9]{6}", bare) else "GB-CHC"
    made = f"{register}-{bare}"
    return made if slip_in(made) is None else None


def _known(shown: str) -> str | None:
    slip = slip_in(shown)
    if slip is not None and slip.mended:
        return slip.mended
    return shown.strip() if slip is not None and slip.unknown and not re.search(r"[\s/]", shown.strip()) else None
