"""What stands behind the first word of a status: an explanation of it, or news that goes against it.

“Awarded – paid” and “Approved by PCC” say one thing, “Awarded – withdrawn 3 October” and “Deferred – now awarded” two:
of those nobody but the office can tell which holds.
"""

from __future__ import annotations

import re

from pcp_reports.dates import MONTHS

_MONTH = rf"(?:{'|'.join(f'{month.casefold()}|{month[:3].casefold()}' for month in MONTHS)}|sept)"
_DAY = re.compile(
    rf"\b[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})\b|\b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b|"
    rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}\b\.?(?:[ -]'?(?:20)?[0-9]{{2}}\b)?|\b{_MONTH}\b\.?[ -]'?(?:20)?[0-9]{{2}}\b"
)
_PARTING = re.compile(r"\s*[–—:(,;/]\s*|\s+-\s*|(?<=\w{3})-\s+|\s+(?:on|by|at)\s+")
_CLAUSE = re.compile(r"[–—:;,/()&+]|\s-\s*|\.\s|\b(?:and|but)\b")

_ENDED = re.compile(
    r"\b(?:withdr[ae]w\w*|cancel\w*|declin\w*|reject\w*|refus\w*|rescind\w*|revok\w*|terminat\w*|abandon\w*|lapsed?|unsuccessful|"
    r"refund\w*|repa(?:id|yment)|re-?paid|paid back|recover(?:ed|ing)|claw\w*|hand(?:ed|ing) back|giv(?:en|ing) back|"
    r"not (?:been )?(?:awarded|approved|funded|agreed|supported|granted|successful|accepted|taken up|taken|drawn down|proceeding|"
    r"going ahead|needed|required|paid|progressed|eligible)|"
    r"no longer|did not proceed|didn['’]t proceed|fell through|folded|dissolved|never (?:paid|started|taken up))\b"
)
_NO = re.compile(r"no|n|false")
_RETURNED = re.compile(r"\breturn(?:ed|ing)?\b")
_PAPERS = (
    r"reports?|monitoring|agreements?|contracts?|forms?|letters?|paperwork|documents?|gaa|sla|evaluation|acceptance"
)
_OPEN = re.compile(
    r"\b(?:pending|awaiting|awaits|await|tbc|tba|defer\w*|on hold|suspended|paused|under (?:review|consideration)|provisional\w*|"
    r"in principle|reserve list|not yet|to be (?:confirmed|decided|agreed|approved)|undecided)\b|\?"
)
_AFTER = re.compile(
    rf"\b(?:{_PAPERS}|invoices?|bank|payments?|paid|instalments?|feedback|evidence|receipts?|signature|signed|dbs|insurance|"
    r"purchase order|po|start(?:ed|s)?|launch|claims?|deliver\w*|photos?|case study|publicity|delivery|completion|outcomes?|data)\b"
)
"""What an office waits for once a grant is awarded."""
_SUBJECT = re.compile(
    r"\bsubject to\b.*\b(?:approval|sign(?:ed|ing)?[ -]?off|decisions?|ratif\w*|confirm\w*|o?pcc|pfcc|commissioner|panel|board|cabinet)\b"
)
_MADE = r"(?:re-?)?(?:awarded|approved|granted|agreed|successful|funded|accepted|paid|offered|award|approval)"
_NEWS = re.compile(
    rf"^(?:(?:fully|part|partly|partially|full|grant) )?{_MADE}\b|"
    rf"\b(?:now|then|later|since|subsequently|eventually|afterwards|finally|re-)\b.*\b{_MADE}\b|\b{_MADE}\b.*\b(?:appeal|after all)\b|"
    rf"\bre-?awarded\b|^yes$"
)
_AFRESH = re.compile(r"\b(?:now|then|later|since|subsequently|re-?)\b.*\bawarded\b|\bre-?awarded\b")
_NO_NEWS = re.compile(
    r"\b(?:if|when|should|once|until|unless|to be|would|could|might|not|never|elsewhere|other|others|another|already|previously|in principle)\b"
)
_OF_MONEY = re.compile(r".*\b(?:funded|supported|paid|awarded|granted|offered|allocated)")
_OTHERS = re.compile(
    r"(?:the |a |an )?(?:\w+ )*(?:councils?|police|constabulary|lottery|home office|ministry|moj|nhs|health|partners?|csp|foundation|"
    r"charity|trust|themselves|themself|school|college|university|church|sponsors?|donors?)\b"
)
_ANOTHER = re.compile(r"\b(?:another|other|others|elsewhere|different)\b")
_BY = re.compile(r"\s+by\s+")


def without_days(words: str) -> str:
    """Return a status, in small letters, without the days in it: “awarded 3/10/23” says what “awarded” does."""
    return " ".join(_DAY.sub(" ", words).split()) if any(map(str.isdigit, words)) else words


def parted(words: str) -> tuple[str, str]:
    """Return the first words of a status, and what explains them: behind a dash, comma or bracket, or “on”, “by”, “at”."""
    match = _PARTING.search(words)
    if match is None:
        return words, ""
    by = "by " if _BY.fullmatch(match[0]) else ""
    return words[: match.start()].strip(" ."), by + words[match.end() :]


def goes_against_award(first: str, rest: str) -> bool:
    """Return whether what stands behind “Awarded” may mean that the money was not given, or not all, or by others."""
    if rest.startswith("by ") and (_ANOTHER.search(rest) or (_OF_MONEY.match(first) and _OTHERS.match(rest[3:]))):
        return True
    return any(map(_against, _clauses(rest)))


def _against(clause: str) -> bool:
    if _ENDED.search(clause) or _NO.fullmatch(clause) or _SUBJECT.search(clause):
        return True
    if _RETURNED.search(clause):
        return re.search(rf"\b(?:{_PAPERS})\b", clause) is None
    return bool(_OPEN.search(clause)) and not _AFTER.search(clause)


def tells_of_award(rest: str, *, afresh: bool) -> bool:
    """Return whether what stands behind “Declined” or “Pending” tells of an award.

    ``afresh``: behind “Withdrawn”, before which there was one, it must be another.
    """
    news = _AFRESH if afresh else _NEWS
    return any(news.search(one) for one in _clauses(rest) if not _NO_NEWS.search(one))


def fate_beside(shown: str) -> str:
    """Return the words of a name or purpose that say it came to nothing: “Mill Trust (withdrawn)”, “DECLINED Elm Hall”; or none."""
    beside = shown.endswith((")", "]", *_IN_CAPITALS)) or shown.startswith(_IN_FRONT)
    if not (beside or "- " in shown or "– " in shown):
        return ""  # as nearly all are: a look at each cell of a long tracker costs
    match = _BESIDE_A_NAME.search(shown)
    if match is None:
        return ""
    said = match["behind"] or match["dashed"] or match["front"] or match["last"]
    return said if _FATE.fullmatch(without_days(said.casefold()).strip(" .,:;-")) else ""


_IN_CAPITALS = ("WITHDRAWN", "DECLINED", "CANCELLED", "REJECTED", "RETURNED", "REFUSED", "DUPLICATE")
_IN_FRONT = (*_IN_CAPITALS, "Withdrawn", "Declined", "Cancelled", "Rejected", "Duplicate")
_BESIDE_A_NAME = re.compile(
    r"[(\[](?P<behind>[^()\[\]]{4,60})[)\]]$|\s[–—-]+\s+(?P<dashed>[^–—]{4,60})$|^(?P<front>[A-Z]{6,}(?=[\s:–-]+[A-Z])|[A-Z][a-z]{6,}(?=\s*[:–]|\s+-))|"
    r"[a-z].*\s(?P<last>[A-Z]{6,})$"
)
_FATE = re.compile(
    r"(?:(?:now|since|later|bid|application|grant|offer|award|funding)\s+)*(?:withdrawn|withdrew|cancel+ed|declined|rejected|refused|"
    r"unsuccessful|terminated|returned|refunded|repaid|deferred|on hold|pending|reserve(?: list)?|did not proceed|"
    r"duplicate|not (?:awarded|approved|successful|proceeding|going ahead|taken up|accepted|funded))(?:\s+(?:by|on|in|at|of)\b.*)?"
)


def _clauses(rest: str) -> list[str]:
    return [one.strip(" .!") for one in _CLAUSE.split(rest)]
