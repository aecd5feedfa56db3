"""What offices call the columns of a grant tracker. The better a heading says what a column is, the lower its rank."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache


class Role(Enum):
    """What a column holds; the value is what an officer types behind ``--column "Their heading="``."""

    RECIPIENT = "recipient"
    PURPOSE = "purpose"
    AMOUNT = "amount"
    REQUESTED = "requested"
    STRAND = "strand"
    FUND = "fund"
    ROUND = "round"
    ANNOUNCED = "announced"
    AWARDED = "awarded"
    DISTRICT = "district"
    REFERENCE = "reference"
    STATUS = "status"
    CHARITY = "charity"
    COMPANY = "company"
    IDENTIFIER = "recipient_id"
    CONDITIONS = "conditions"
    REASON = "reason"
    PROJECTS = "projects"
    NOTHING = "nothing"

    __hash__ = object.__hash__  # Enum's own takes a call in Python for each look into a table


NEEDED = (Role.RECIPIENT, Role.PURPOSE, Role.AMOUNT)
MONEY = (Role.AMOUNT, Role.REQUESTED)
DAYS = (Role.ANNOUNCED, Role.AWARDED)

_WHOLE = "(?:grants?|funding|fund|project|award|total|overall|sum|money|opcc|pcc|pfcc|final|net)"
_GIVEN = "(?:awarded|approved|granted|agreed|offered|allocated|given)"
_NUMBER = "(?:no|nos|num|number|numbers|ref|reference|id|code|reg|registration|regn)"
_WHO = "(?:recipients?|organi[sz]ations?|organi[sz]ation names?|org|applicants?|groups?|grantees?|body|bodies|charity|charities|agency|company|partner|provider|beneficiary)"

# Each: the role, its rank, and what the whole heading must be once signs are taken out of it. ``~`` stands for a blank.
_TABLE: tuple[tuple[Role, int, str], ...] = (
    (Role.RECIPIENT, 0, r"(?:grant~|name~of~|name~of~the~)?(?:recipients?|grantees?|awardees?)(?:~(?:name|organi[sz]ation|org|body))*"),
    (Role.RECIPIENT, 0, r"recipient~?org(?:ani[sz]ation)?(?:~?name)?|awarded~to|(?:grant|funding)~(?:awarded|given|made)~to|successful~(?:applicants?|organi[sz]ations?|bidders?|groups?)"),
    (Role.RECIPIENT, 1, r"(?:name~of~(?:the~)?)?(?:organi[sz]ations?|organi[sz]ation~and~project)(?:~(?:name|awarded))?|organi[sz]ation~?/~?(?:group|charity|applicant)"),
    (Role.RECIPIENT, 2, rf"(?:name~of~(?:the~)?|lead~|funded~|applicant~)?{_WHO}(?:~names?)?|(?:lead|delivery|delivering|grant~holding)~(?:organi[sz]ation|partner|body|agency)|grant~holders?|payees?|paid~to|bidders?|bidder~name|suppliers?|club"),
    (Role.RECIPIENT, 4, r"names?|who|to~whom"),
    (Role.PURPOSE, 0, r"(?:summary~of~(?:the~)?)?purposes?(?:~of~(?:the~)?(?:grant|award|funding|project|payment))?|grant~purpose|what~(?:it|the~(?:grant|money|funding|award))~is~for|use~of~(?:the~)?(?:grant|funds|funding|money)"),
    (Role.PURPOSE, 1, r"(?:brief~|short~)?(?:project~|grant~|activity~|scheme~|bid~|award~|application~)?(?:descriptions?|summary|overview|synopsis|outline)(?:~of~(?:the~)?(?:project|grant|activity|activities|award|work|bid|funding|initiative))?"),
    (Role.PURPOSE, 2, r"(?:project|grant|activity|bid|scheme~of~work)~(?:details?|information|titles?)|details?~of~(?:the~)?(?:project|grant|activity|award)|details?"),
    (Role.PURPOSE, 3, r"projects?(?:~names?)?|name~of~(?:the~)?(?:project|initiative|activity)|(?:grant~)?titles?|activity|activities|initiatives?|interventions?|proposals?|project~?/~?(?:activity|initiative)|what~for|for"),
    (Role.AMOUNT, 0, rf"(?:{_WHOLE}~)*(?:amounts?|value|sum|funding|grant)(?:~of)?~?(?:{_WHOLE}~)?{_GIVEN}(?:~(?:amount|gbp))?|amount~?awarded"),
    (Role.AMOUNT, 0, rf"{_GIVEN}~(?:amount|sum|value|grant|funding|total|award)|(?:amount|value|sum|level|size)~of~(?:the~)?(?:grant|award|funding~awarded)(?:~{_GIVEN})?|(?:total~)?award~(?:amount|value|total|sum)|(?:grant|funding|total|sum)~award(?:s|ed)?"),
    (Role.AMOUNT, 1, rf"{_GIVEN}|awards?|awarded~gbp|total~{_GIVEN}"),
    (Role.AMOUNT, 2, r"(?:total~|pcc~|opcc~)?(?:grants?|funding|allocation)(?:~(?:amount|value|total|sum))?|(?:amount|value|sum)~of~funding|(?:o?pcc~|pfcc~)?contribution"),
    (Role.AMOUNT, 3, r"(?:total~)?(?:amounts?|values?|sum)(?:~(?:gbp|pounds))?|gbp|pounds|total|costs?|total~gbp"),
    (Role.REQUESTED, 0, rf"(?:{_WHOLE}~)*(?:amounts?|value|sum|funding|grant|total|cost)?~?(?:of~)?(?:requested|applied~for|sought|asked~for|bid~for|asked|applied)(?:~(?:amount|sum|value|funding|grant))?|(?:ask|request|bid|application)~(?:amount|value|total)|(?:request|ask)"),
    (Role.STRAND, 0, r"(?:fund|funding|grant|programme|scheme)?~?strands?(?:~names?)?|name~of~strand"),
    (Role.STRAND, 1, r"(?:fund|funding|grant)~(?:streams?|pots?|lots?)|streams?|pot|lot"),
    (Role.FUND, 0, r"(?:grant~)?funds?(?:~names?)?|name~of~(?:the~)?fund|grant~?programme(?:~title)?"),
    (Role.FUND, 1, r"(?:grant~|funding~)?(?:schemes?|programmes?|programs?)(?:~(?:names?|titles?))?|(?:grant|funding)~(?:source|pool)|source~of~funding|funding|fund~?/~?scheme"),
    (Role.ROUND, 0, r"(?:funding~|grant~|award~|bidding~|application~|panel~|fund~)?rounds?(?:~(?:names?|no|number|awarded))?|tranche|wave|cohort|(?:funding~|bidding~)?window"),
    (Role.ANNOUNCED, 0, r"announced(?:~on)?|(?:date|month)~(?:of~)?(?:announced|announcement)|(?:announced|announcement)~(?:date|month|on)|(?:date|month)~of~(?:the~)?round|round~(?:date|month)"),
    (Role.ANNOUNCED, 1, r"(?:date|month)~(?:of~)?(?:published|publication)|(?:published|publication)~(?:date|month|on)"),
    (Role.AWARDED, 0, r"(?:date|month)~(?:of~)?(?:the~)?(?:grant~|funding~)?(?:award|awards|awarded)|(?:grant~)?award(?:ed)?~?(?:date|month|on|in)|when~awarded|date~(?:the~)?grant~(?:was~)?(?:awarded|approved|agreed|given|made)"),
    (Role.AWARDED, 1, rf"(?:date|month)~(?:of~)?(?:the~)?(?:approval|decision|approved|agreed|grant|granted|offer|offered)|(?:approval|approved|decision|grant|granted|agreed|offer)~(?:date|month|on|in)|{_GIVEN}"),
    (Role.AWARDED, 2, r"(?:date~of~)?(?:panel|board|meeting)~?(?:date)?|date~of~(?:panel|board|meeting)"),
    (Role.AWARDED, 3, r"dates?|months?|month~(?:and|/)~year"),
    (Role.DISTRICT, 0, r"(?:policing~|council~|local~authority~)?districts?(?:~(?:council|area|name))?|district~?/~?area"),
    (Role.DISTRICT, 1, r"(?:local|unitary)~authority(?:~area)?|la~area|la|boroughs?|council~area|council|(?:csp|community~safety~partnership)(?:~area)?"),
    (Role.DISTRICT, 2, r"(?:geographic(?:al)?~|delivery~|beneficiary~|project~|policing~)?(?:areas?|locations?|locality)(?:~(?:of~(?:delivery|benefit|project)|covered|served))?|places?|towns?|lpas?|division|lpu|bcu|beneficiary~location(?:~name)?"),
    (Role.DISTRICT, 4, r"wards?|neighbourhoods?|county|region"),
    (Role.REFERENCE, 0, rf"(?:grant|award|our|unique|internal|office|opcc|pcc|fund|case|tracker)?~?(?:ref|refs|reference|references|urn|uid)(?:~{_NUMBER})*|grant~(?:{_NUMBER}|identifier)"),
    (Role.REFERENCE, 1, rf"(?:application|bid|project|agreement|contract|file|decision)~{_NUMBER}(?:~{_NUMBER})?"),
    (Role.REFERENCE, 2, r"id|identifier"),
    (Role.STATUS, 0, r"(?:application|award|grant|bid|panel|current|decision|funding|approval)?~?(?:status|outcome|decision|result)(?:~(?:of~(?:panel|application|bid)|made|y/?n))?|successful(?:~(?:y/?n|yes/?no|application|or~unsuccessful|/~unsuccessful))?|(?:awarded|approved|funded|approval|accepted|agreed|granted)(?:~(?:y/?n|yes/?no|or~declined|/~declined))?"),
    (Role.CHARITY, 0, rf"(?:registered~)?charit(?:y|ies)(?:~commission)?(?:~registered)?~{_NUMBER}(?:~{_NUMBER})?|rcn|charity~?number"),
    (Role.CHARITY, 1, rf"(?:charity~?(?:/|or|and)~?company|company~?(?:/|or|and)~?charity)~{_NUMBER}(?:~{_NUMBER})?|(?:(?:beneficiary|organi[sz]ation|recipient)s?~)?(?:registration|registered)~{_NUMBER}|reg~no"),
    (Role.COMPANY, 0, rf"(?:registered~)?(?:company|companies~house|cic|crn)(?:~registered)?~?{_NUMBER}?(?:~{_NUMBER})?"),
    (Role.IDENTIFIER, 0, r"recipient~?id(?:entifier)?|(?:recipient~?)?org(?:ani[sz]ation)?~?id(?:entifier)?|recipient~org(?:ani[sz]ation)?~?:?~?identifier"),
    (Role.CONDITIONS, 0, r"(?:grant|special|award|specific|additional)?~?conditions?(?:~(?:of|attached|applied|on)(?:~(?:the~)?(?:grant|award|funding))?)?|terms(?:~and~conditions)?"),
    (Role.REASON, 0, r"(?:decision~)?reasons?(?:~(?:for~)?(?:the~)?(?:award|decision|grant|approval|funding|awarding))?|rationale(?:~for~(?:the~)?(?:award|decision|funding))?|justification|why~(?:awarded|it~was~made|funded)"),
    (Role.PROJECTS, 0, r"(?:no|number)~of~projects"),
    (Role.PROJECTS, 4, r"projects"),
)  # fmt: skip

_SIGNS = re.compile(r"[\s_.:;,*?#\"“”()\[\]\u2013\u2014-]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def plain(heading: str) -> str:
    """Return a heading in small letters, without the signs in it: “Amount Awarded (£)” is ``amount awarded``."""
    parted = _CAMEL.sub(" ", heading) if " " not in heading.strip() and not heading.isupper() else heading
    small = _SIGNS.sub(" ", parted.casefold().replace("&", " and ").replace("'", "").replace("’", "")).strip()
    bare = " ".join(small.replace("£", " ").replace(" in pounds", " ").split())
    return bare or ("gbp" if "£" in small else "")


@cache
def _compiled() -> tuple[tuple[Role, int, re.Pattern[str]], ...]:
    return tuple(
        (role, rank, re.compile(pattern.replace("~?/~?", "(?: ?/ ?| )").replace("~", " ")))
        for role, rank, pattern in _TABLE
    )


@lru_cache(maxsize=4096)
def roles_of(heading: str) -> tuple[tuple[Role, int], ...]:
    """Return what a column of this heading may hold, the likeliest first: each role once, with its rank.

    Years in it say nothing; of “Organisation/Group name” either half may be known.
    """
    bare = plain(heading)
    found = _roles(bare) or _roles(" ".join(_YEARS.sub(" ", bare).split()))
    if not found and "/" in bare:
        for part in bare.split("/"):
            for role, rank in _roles(part.strip()).items():
                found[role] = min(rank + 1, found.get(role, rank + 1))
    return tuple(sorted(found.items(), key=lambda one: one[1]))


def _roles(bare: str) -> dict[Role, int]:
    found: dict[Role, int] = {}
    for role, rank, pattern in _compiled() if bare else ():
        if pattern.fullmatch(bare):
            found[role] = min(rank, found.get(role, rank))
    return found


_YEARS = re.compile(r"(?:20)?[0-9]{2} ?[/-] ?(?:20)?[0-9]{2}\b|\b20[0-9]{2}(?: (?:20)?[0-9]{2})?\b")
