"""What became of an application, where a line says so beside its amount, at its end or at its front."""

from __future__ import annotations

import re

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.minuted import decided_behind
from pcp_reports.words import holds_any

_WORDS: tuple[tuple[Standing, str], ...] = (
    (
        Standing.DECLINED,
        (
            r"declined|un-?successful|not\s+successful|not\s+(?:been\s+)?(?:awarded|approved|supported|funded|granted|agreed|recommended)|refused|rejected|turned\s+down"
            r"|no\s+award|not\s+eligible|ineligible|aflwyddiannus|gwrthodwyd|no\s+funding|not\s+offered|unsupported"
        ),
    ),
    (
        Standing.WITHDRAWN,
        r"withdrawn|withdrew|returned|cancelled|rescinded|repaid|handed\s+back|not\s+taken\s+up|not\s+accepted|offer\s+lapsed|lapsed|clawed\s+back|tynnwyd\s+yn\s+ôl",
    ),
    (
        Standing.REQUESTED,
        r"deferred|put\s+off|held\s+over|stood\s+over|pending|awaiting\s+(?:a\s+)?decision|under\s+consideration|to\s+be\s+considered|decision\s+awaited|under\s+review|on\s+hold|requested|applied\s+for|sought|bid",
    ),
    (
        Standing.AWARDED,
        r"awarded|approved|successful|granted|agreed|supported|funded|offered|paid|accepted|recommended|in\s+full|part[\s-]funded|partially\s+(?:funded|approved)|yes|cymeradwywyd|llwyddiannus",
    ),
)
_QUALIFIED = (
    r"(?:(?:that|be|determination|consideration|application|bid|request|grant|offer|award|decision|outcome|status|result|funding|was|were|is|has|have|been|then|later|since|subsequently"
    r"|now|this|the|by|applicant|:|-|–)\s*)*"
)
_TAIL = (
    r"(?:\s*[,:–-]?\s*(?:by\s+(?:the\s+)?(?:panel|applicant|commissioner|pcc|organisation|group|opcc|recipient)|at\s+this\s+(?:time|stage)|on\s+this\s+occasion|due\s+to\s+[^()\ue000]{0,60}"
    r"|as\s+[^()\ue000]{0,60}|because\s+[^()\ue000]{0,60}|to\s+(?:the\s+)?(?:next\s+\w+|fund|opcc|office|(?:\w+\s+){0,3}?(?:meeting|panel|committee|board|round))|so\s+that\s+[^()\ue000]{0,60}|for\s+further\s+information|until\s+[^()\ue000]{0,30}|unspent|in\s+full|in\s+part|underspend|(?:on|in|since|at\s+the)\s+[^()\ue000]{0,40}"
    r"|application|bids?|grant|subject\s+to\s+[^()\ue000]{0,60})){0,2}"
)
_END = tuple(
    (
        standing,
        re.compile(
            rf"(?:[\s]*[([]\s*{_QUALIFIED}(?:{words}){_TAIL}\s*[)\]]|(?:^|\s*[–—:;|\t\n\ue000,]\s*|\s+-+\s+|-\s+|\s+(?=(?:was|were|has\s+been|is)\s)){_QUALIFIED}(?:{words}){_TAIL})[\s.;,]*$",
            re.IGNORECASE,
        ),
    )
    for standing, words in _WORDS
)
_FRONT = tuple(
    (
        standing,
        re.compile(
            rf"^\s*[([]?\s*{_QUALIFIED}(?:{words})(?:\s+(?:application|applications|bid|bids|grant))?\s*[)\]]?\s*(?:[–—:|\t]|-\s)\s*",
            re.IGNORECASE,
        ),
    )
    for standing, words in _WORDS
)
_CHEAP = (
    "declin", "success", "not ", "refus", "reject", "turned", "no award", "eligib", "aflwydd", "gwrthod", "no fund", "unsupp",
    "withdr", "return", "cancel", "resc", "repaid", "handed", "lapsed", "claw", "tynnwyd", "defer", "put off", "over", "pending", "await",
    "consider", "review", "hold", "request", "appl", "sought", "bid", "award", "approv", "grant", "agree", "support", "fund",
    "offer", "paid", "accept", "recommend", "in full", "yes", "cymerad", "llwydd",
)  # fmt: skip


_NEAR = 150
_HEAD = 60
_WITH_REASON = tuple(
    (
        standing,
        re.compile(
            rf"(?:\s*[–—;|\t\n\ue000]\s*|\s-+\s+)(?:{words})(?:\s*(?::|\s[–—-]\s|\.\s|,\s)|\s+(?=(?:to|until|till|as|because|since|pending|while|so|owing|after|following|due|at|by)\s))[^()\ue000]{{3,120}}$",
            re.IGNORECASE,
        ),
    )
    for standing, words in (
        (
            Standing.DECLINED,
            r"declined|refused|rejected|turned\s+down|un-?successful|not\s+(?:approved|supported|awarded|funded|agreed|recommended|eligible)|ineligible",
        ),
        (Standing.WITHDRAWN, r"withdrawn|cancelled|lapsed"),
        (Standing.REQUESTED, r"deferred|put\s+off|held\s+over|stood\s+over|adjourned"),
    )
)
"""A fate with its reason behind a mark, at the end: “£850 – WITHDRAWN: the club has closed”."""


_OF_ANOTHER = re.compile(
    r"(?<=[a-z0-9)])\.\s+(?!(?i:[^.:–—\ue000]*\b(?:grants?|payments?|awards?|applications?|decision|bids?|requests?|funding|balance|outcome|status|offer)\b))"
    r"[A-Z][\w’'&-]*(?:\s+(?:of|the|and|in|for|&|[A-Z][\w’'&-]*)){1,7}\s+[–—-]\s+(?i:deferred|refused|declined|rejected|withdrawn|turned\s+down|not\s+(?:approved|supported|agreed)|unsuccessful)\b"
)
"""Another body, and what became of its own application: “Elm Club – £850 for tents. Oak Radio – refused, as it is outside the parish”."""


def outcome_of(text: str) -> tuple[Standing | None, str]:
    """Return what a line says became of the application, and the line without those words; None where it says nothing.

    The words count only where they stand apart: behind a dash or the amount, in brackets at the end, or in front with a
    colon. “Work with refused asylum seekers” says nothing of the application.
    """
    another = _OF_ANOTHER.search(text, text.index("\ue000")) if "\ue000" in text and ". " in text else None
    text = text if another is None else text[: another.start() + 1]
    decided = decided_behind(text)
    return decided if decided[0] is not None else _marked_off(text)


def _marked_off(text: str) -> tuple[Standing | None, str]:
    """Return what words that stand apart from the rest of a line say, and the line without them."""
    low = text.lower()
    tail = low[-_NEAR:]
    if holds_any(tail, _CHEAP):
        for standing, pattern in _END:
            match = pattern.search(text, max(0, len(text) - _NEAR))
            if match is not None and not _is_of_others(text, match):
                kept = "\ue000" if "\ue000" in match[0] else ""
                return standing, text[: match.start()] + kept
    if "\ue000" in text:
        for standing, pattern in _WITH_REASON:
            match = pattern.search(text, max(0, text.index("\ue000")))
            if match is not None:
                kept = "\ue000" if "\ue000" in match[0] else ""
                return standing, text[: match.start()] + kept
    head = low[:_HEAD]
    if any(word in head for word in _CHEAP):
        for standing, pattern in _FRONT:
            match = pattern.match(text)
            if match is not None:
                return standing, text[match.end() :]
    return None, text


_OF_OTHERS = re.compile(r"\ue000[^\ue000.;]*\b(?:whose|who|which|where|when|after)\b[^\ue000.;]*$", re.IGNORECASE)


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    """Return whether the words tell of those whom a grant is for: “– £500 – for carers whose benefit was withdrawn”."""
    verb = match[0].lstrip().lower().startswith(("was ", "were ", "has ", "is "))
    return verb and _OF_OTHERS.search(text[: match.start()]) is not None


_NIL = re.compile(
    r"\s*(?:[Nn]il|NIL|[Nn]ill)(?:\s+award(?:ed)?)?\s*(?:[–—:-]\s*|\s)(?:to\s+)?(?=(?:the\s+|The\s+)?[A-Z0-9])"
)
"""Nothing, where other lines have their sum: “Nil Elm Diving Club (had sought £650)”."""


def without_nil(text: str) -> str | None:
    """Return a line that begins with nothing where others have their sum, without that word; None for any other."""
    found = _NIL.match(text) if "nil" in text[:_HEAD].lower() else None
    return None if found is None else text[found.end() :]


_LEADS = tuple(
    (standing, re.compile(rf"\b(?:{words})\b[^.;:]{{0,30}}:[\s•●▪–-]*$", re.IGNORECASE)) for standing, words in _WORDS
)


_BEHIND = tuple(
    (
        standing,
        re.compile(
            rf"\s*(?:\(|[,–—-]\s*\(?)\s*{_QUALIFIED}(?:{words})\s*\)?(?=\s*(?:[,;.–—•|\n]|and\b|$))", re.IGNORECASE
        ),
    )
    for standing, words in _WORDS
)


def fate_behind(words: str) -> tuple[Standing | None, str]:
    """Return what stands right behind a sum in a list of several (“(declined), Scouts”), and the words without it."""
    head = words[:_HEAD].lower()
    if any(word in head for word in _CHEAP):
        for standing, pattern in _BEHIND:
            match = pattern.match(words)
            if match is not None:
                return standing, words[match.end() :]
    return None, words


def fate_of(lead: str) -> Standing | None:
    """Return what the words that lead to a list say of the applications in it: “The following were declined:”."""
    if ":" not in lead:
        return None
    return next((standing for standing, pattern in _LEADS if pattern.search(lead)), None)


_ORDERS = (
    (
        Standing.AWARDED,
        re.compile(
            r"(?:to\s+)?(?:approve|award|fund|support|agree|accept|grant|y)(?:\s+in\s+(?:full|part))?", re.IGNORECASE
        ),
    ),
    (Standing.DECLINED, re.compile(r"(?:to\s+)?(?:do\s+not\s+\w+|reject|decline|refuse|not\s+\w+)", re.IGNORECASE)),
    (Standing.REQUESTED, re.compile(r"(?:to\s+)?(?:defer|hold)", re.IGNORECASE)),
    (Standing.WITHDRAWN, re.compile(r"withdraw", re.IGNORECASE)),
)


def standing_of(words: str) -> Standing | None:
    """Return what a decision says in a cell of its own: “Declined”, “Approved in part”; None for anything else."""
    plain = words.strip(" .;,")
    if not plain:
        return None
    for standing, pattern in _END:
        if pattern.match(plain) is not None:
            return standing
    for standing, pattern in _ORDERS:
        if pattern.fullmatch(plain) is not None:
            return standing
    first = plain.split(",")[0].split(" – ")[0].split(" - ")[0].split(". ")[0]
    if first != plain:
        return standing_of(first)
    return Standing.DECLINED if plain.lower() in {"no", "n", "x", "✗", "fail"} else None
