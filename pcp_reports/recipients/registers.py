"""What an identifier of an organisation looks like: a register of org-id.guide, a hyphen, and the number in it.

The registers are those that org-id.guide lists for the United Kingdom; the forms of the numbers are those that the
Charity Commission, OSCR, the Charity Commission for Northern Ireland and Companies House give out.
"""

from __future__ import annotations

import re

from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, quoted, shortened

# The commonest first: of two that a slip may have been meant for, the first is offered.
_LISTED = (
    "GB-CHC GB-COH GB-SC GB-NIC GB-LAE GB-PLA GB-LAS GB-LANI GB-EDU GB-UKPRN GB-NHS GB-GOR GB-GOV GB-GOVUK GB-MPR "
    "GB-CASC GB-CCSCUST GB-COA GB-COE GB-CR GB-HESA GB-IRN GB-NIEDU GB-PPG GB-REV GB-SCOTEDU GB-SHPE GB-SRS GB-WALEDU"
)
REGISTERS = tuple(_LISTED.split())
"""The registers for the United Kingdom."""

_CHARITY = re.compile(r"[1-9][0-9]{5,6}(?:-[0-9]{1,3})?")  # the second number is a linked charity's
_SCOTTISH = re.compile(r"SC0[0-9]{5}")
_NORTHERN = re.compile(r"1[0-9]{5}")
_COMPANY = re.compile(r"[0-9]{8}|(?=.{8}$)[A-Z]{2}[0-9]{4,6}[A-Z]{0,2}|R[0-9]{7}")
_NUMBERS = {"GB-CHC": _CHARITY, "GB-SC": _SCOTTISH, "GB-NIC": _NORTHERN, "GB-COH": _COMPANY}
_IN_WORDS = {"charity": "GB-CHC", "company": "GB-COH", "council": "GB-LAE", "school": "GB-EDU"}
_WHOSE = {
    "GB-CHC": "a charity's number has six or seven figures",
    "GB-SC": "a Scottish charity's number is SC and six figures",
    "GB-NIC": "a Northern Irish charity's number has six figures",
    "GB-COH": "a company's number has eight figures, or two letters and six figures",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with an identifier, as a clause; and what to type, the likeliest first, with when it is that.

    ``unknown``: nothing is wrong but that the register is not one of those known. ``mended`` is what was certainly meant.
    """

    reason: str
    instead: tuple[str, ...] = ()
    unknown: bool = False
    mended: str = ""


def slip_in(identifier: str) -> Slip | None:
    """Return what is wrong with an identifier, or None for one that is well formed, in whatever register of the world."""
    typed = identifier.strip()
    if re.fullmatch(r"(?:[A-Z]{2}|360G|X[A-Z])-[A-Za-z0-9]+-[^\s/\\]+", typed):
        return _of_register(typed)
    tidy = _tidied(typed)
    if tidy is not None:
        rest = _of_register(tidy)
        how = "there is a blank in it" if re.search(r"\s", typed) else "the register is not written as it should be"
        if rest is None:
            return Slip(how, (tidy,), mended=tidy)
        return Slip(rest.reason, rest.instead)
    return _bare(typed)


def _of_register(typed: str) -> Slip | None:
    """Return what is wrong with an identifier that begins with a register, written as registers are."""
    country, code, number = typed.split("-", 2)
    register = f"{country}-{code}"
    pattern = _NUMBERS.get(register)
    if pattern is not None:
        if pattern.fullmatch(number):
            return None
        if pattern.fullmatch(number.upper()):
            capitals = f"{register}-{number.upper()}"
            return Slip("the letters in it are capitals", (capitals,), mended=capitals)
        return Slip(_WHOSE[register], _meant(register, number.upper()))
    if country != "GB" or register in REGISTERS:
        return None
    meant = _IN_WORDS.get(code.casefold()) or (did_you_mean(register, REGISTERS) if len(code) > 1 else None)
    return Slip(
        f"{quoted(register)} is not a register that org-id.guide lists for the United Kingdom",
        (f"{meant}-{number}",) if meant else (),
        unknown=True,
    )


def _tidied(typed: str) -> str | None:
    """Return an identifier with its register in capitals and one hyphen between its parts, or None where there is no register."""
    match = re.fullmatch(r"(?i)(?:GB[\s_–—-]*)?(CHC|COH|SC(?![0-9])|NIC(?![0-9]))[\s:_–—-]*(\S(?:.*\S)?)", typed)
    if match is None:
        match = re.fullmatch(r"(?i)GB[\s_–—-]*([A-Z]+)[\s_–—-]+(\S(?:.*\S)?)", typed)
    if match is None:
        return None
    number = re.sub(r"\s", "", match[2]).upper()
    return None if re.search(r"[/\\,;]", number) else f"GB-{match[1].upper()}-{number}"


# What a number of the wrong form under its register was probably meant for; {1} is the first group, {2} the second,
# with zeros in front so that there are as many figures as said.
_WRONG = (
    ("GB-SC", r"(SC)([0-9]{1,5})", 6, "GB-SC-{1}{2}"),
    ("GB-SC", r"()([0-9]{1,6})", 6, "GB-SC-SC{2}"),
    ("GB-CHC", r"(SC)(0[0-9]{5})", 6, "GB-SC-{1}{2}"),
    ("GB-CHC", r"()([0-9]{8})", 8, "GB-COH-{2} if it is a company's number"),
    ("GB-CHC", r"(NIC?)(1[0-9]{5})", 6, "GB-NIC-{2}"),
    ("GB-NIC", r"(NIC?)(1[0-9]{5})", 6, "GB-NIC-{2}"),
    ("GB-COH", r"()([0-9]{5,7})", 8, "GB-COH-{2}"),
    ("GB-COH", r"([A-Z]{2})([0-9]{3,5})", 6, "GB-COH-{1}{2}"),
)


def _meant(register: str, number: str) -> tuple[str, ...]:
    """Return the identifiers that a number of the wrong form was probably meant for."""
    bare = re.sub(r"[^0-9A-Z]", "", number).removeprefix("NO")
    if _NUMBERS[register].fullmatch(bare):
        return (f"{register}-{bare}",)
    for under, pattern, figures, reading in _WRONG:
        match = re.fullmatch(pattern, bare) if under == register else None
        if match is not None:
            return (reading.format("", match[1], match[2].rjust(figures, "0")),)
    return ()


# What a number without its register may be, by its form; {0} is the number, {1} the same with the zeros in front.
_BARE = (
    (r"()([1-9][0-9]{5,6})", 0, ("GB-CHC-{0} if it is a charity's number", "GB-COH-{1} if it is a company's")),
    (r"()([0-9]{8})", 8, ("GB-COH-{1} if it is a company's number",)),
    (r"(SC)(0?[0-9]{4,5})", 6, ("GB-SC-{1} if it is a Scottish charity's number", "GB-COH-{1} if it is a company's")),
    (r"(SC)([1-9][0-9]{5})", 6, ("GB-COH-{1} if it is a company's number",)),
    (r"(NIC)(1[0-9]{5})", 6, ("GB-NIC-{2} if it is a Northern Irish charity's number",)),
    (r"([A-Z]{2})([0-9]{6})", 6, ("GB-COH-{1} if it is a company's number",)),
)
_MISSING = "the register is missing in front of the number"


def _bare(typed: str) -> Slip:
    """Return what is wrong with an identifier that names no register."""
    said = typed.casefold()
    number = re.sub(r"registered|reg|charity|company|number|num|no(?![a-z])|[^0-9a-z]", "", said).upper()
    if "charity" in said and _CHARITY.fullmatch(number):
        return Slip(_MISSING, (f"GB-CHC-{number}",))
    if "company" in said and re.fullmatch(r"[0-9]{6,8}", number):
        return Slip(_MISSING, (f"GB-COH-{number:0>8}",))
    if re.search(r"[/\\,;]", typed) and len(re.findall(r"[0-9]{6,}", typed)) > 1:
        return Slip("two identifiers stand here, and only one can")
    for pattern, figures, readings in _BARE:
        match = re.fullmatch(pattern, number)
        if match is not None:
            padded = match[1] + match[2].rjust(figures or 8, "0")
            return Slip(_MISSING, tuple(reading.format(number, padded, match[2]) for reading in readings))
    if re.search(r"[/\\]", typed) and re.search(r"[0-9]", typed):
        return Slip("a slash cannot stand in an identifier")
    return Slip(f"{quoted(shortened(typed, 40))} names no register")
