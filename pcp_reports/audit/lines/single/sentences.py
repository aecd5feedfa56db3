"""A sentence that says a grant was made: who was awarded, given or paid it, and what for."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.amounts.masks import MARK, NEAR
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.before_verb import IT, recipient_before
from pcp_reports.audit.lines.names.plain_bodies import plain_body

_TELLING = (
    "award", "grant", "giv", "gave", "allocat", "offer", "provid", "paid", "pay", "gift", "hand", "approv", "support", "fund", "success", "able", "receipt",
    "agree", "boost", "back", "donat", "receiv", "secur", "get", "got", "won", "win", "obtain", "benefit", "gain", "claim", "contribut", "invest",
    "commit", "made", "mak", "pledg", "announc", "releas", "present", "distribut", "dyfarn", "derbyn", "rhod", "cafodd", "dyran", "cael", "went", "go", "dedicat",
    " have ",
)  # fmt: skip
_GIVING = ("award", "gave", "giv", "grant", "paid", "pay", "offer", "allocat", "hand", "provid", "present")
_AUX = r"(?:was|were|is|are|has|have|had|being|been|be|to|will|also|each|recently|subsequently|now|then|both|successfully|therefore|would|all|since|already|set|due|poised)"
_GIVEN = (
    r"(?:awarded|granted|given|allocated|offered|provided\s+with|provided|paid|gifted|handed|approved\s+for|approved|supported\s+with|supported|funded|successful\s+in"
    r"\s+(?:securing|obtaining|receiving|bidding\s+for)|able\s+to\s+secure|in\s+receipt\s+of|agreed|boosted\s+by|backed\s+with|donated|dyfarnwyd)"
)
_GOT = (
    r"(?:receiv(?:e|ed|es|ing)|secur(?:e|ed|es|ing)|gets?|got|won|wins|obtain(?:ed|s)?|benefit(?:s|ed|ted)?\s+(?:from|to\s+the\s+tune\s+of)|gained|claimed|derbyniodd|(?:delighted|pleased|thrilled|proud|grateful|happy|lucky|fortunate)\s+to\s+(?:have\s+)?(?:receive[d]?|get|secure[d]?|be\s+(?:awarded|given|granted))"
    r"|successfully\s+(?:applied|bid|bidded)(?:\s+for)?|successful\s+in\s+(?:its|their|a)\s+(?:bid|application)(?:\s+for)?)"
)
_FILL = r"(?:\s+(?:with|by|a|an|the|just|in|of|up|to|[‘'“\"]?(?:in[\s-]principle|provisional(?:ly)?|conditional(?:ly)?|generous|maximum)[’'”\"]?))*\s*[:–-]?\s*"
_TO_HAVE = re.compile(
    rf"[\s,]*(?<=[\s,])(?:will|shall|is\s+to|are\s+to)\s+(?:each\s+|also\s+|now\s+)?have{_FILL}{MARK}", re.IGNORECASE
)
"""“Elm Carers will have £11,450 towards a worker”; “The fund will have £11,450 left” says nothing of what it is for."""
_FOR_WHAT = re.compile(
    r"\s*,?\s*(?:for|towards?|to\s+(?:help|run|buy|pay|put|fit|replace|repair|train|employ|set|keep|support|provide))\b"
)
_PASSIVE = re.compile(
    rf"[\s,]*(?:(?<=[\s,]){_AUX}\s+)*(?<=\s)(?:(?:was|were|is|are|been|being|be)\s+(?:{_AUX}\s+)*{_GIVEN}|{_GOT}){_FILL}{MARK}",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"[\s,–:-]*(?:(?<=[\s,]){_AUX}\s+)*(?:(?<=[\s,–:-])|^)(?:{_GIVEN}|award(?:s|ing)?|grants|gave|gives?|giving|provid(?:es?|ing)|contribut(?:ed|es)|invest(?:ed|s|ing)|commit(?:ted|s)"
    rf"|made|making|makes|pledged|announced|released|approves?|agrees|allocates?|pays?|presented|distributed|rhoddwyd|rhoddodd|dyfarnodd|dyrannwyd)(?:\s+(?:a|an|the))*{_FILL}{MARK}",
    re.IGNORECASE,
)
_DITRANSITIVE = re.compile(
    r"^(?P<giver>.*?)\b(?:has\s+|have\s+|will\s+|also\s+)*(?:awarded|awards?|awarding|gave|gives?|given|giving|grants?|granted|paid|pay(?=\s+(?:the\s+)?[A-Z])|offered|allocated|handed|provided|presented)\s+"
    rf"(?P<name>\S.*?)\s*(?:\s(?:with|a|an))?\s*{MARK}",
)
_WELSH_GOT = re.compile(
    rf"^\W*(?:Derbyniodd|Cafodd|Mae)\s+(?P<name>[^.;]{{2,90}}?)\s+(?:wedi\s+(?:derbyn|cael)\s+)?{MARK}"
)
_GIVEN_BEHIND = re.compile(
    rf"{MARK}\s*,?\s*(?:(?:from|through|via|under|out\s+of)\s+[^.;]{{1,80}}?\s(?=was|were|has|have|is|went|will))?(?:(?:{_AUX}|(?:will|to)\s+go|go(?:es|ing|ne)?|went)\s+)*?(?:awarded|granted|given|allocated|provided|paid|approved|made|agreed|donated|contributed|distributed|offered|committed|went|goes|going|gone|go|invested|dedicated|presented|handed(?:\s+over)?)\s+"
    r"(?:(?:in|on|during|by|at|from|through|under|via)\s+(?:(?!to\b|for\b)\S+\s+){1,8}?)?(?=(?:to|for|towards)\b)",
    re.IGNORECASE,
)
TO = re.compile(r"^[\s,:–-]*(?:awarded\s+|granted\s+|given\s+)?(?:to|i(?:['’]r)?)\s+", re.IGNORECASE)
FOR_NAME = re.compile(r"^\s*for\s+", re.IGNORECASE)
_ENDS_NAME = re.compile(
    r"\s*(?:\s[–—-]+\s|:\s|,\s+(?=(?:to|for|towards?|which|who|so|in|as|where|that|and|supporting|helping|providing|enabling|with|will|is|a|an|the)\b)|,\s+(?=[a-z])|(?<![A-Z])(?<!\bSt)(?<!\bLtd)(?<!\bCo)\.\s|(?<![A-Z])\.$"
    rf"|,\s+(?={splitting.THINGS}(?:\s+(?:[a-z]|and\b|&)|\s*$))"
    r"|\s(?=(?:to|in\s+order\s+to|so\s+(?:that|it|they|the)|which|who|in\s+support|as\s+part|from\s+the|through\s+the|under|via|over|who|will|is|was|has|have|enabling|helping|allowing|supporting|because|towards?)\s)"
    r"|\s(?=(?:and\s+(?:its|their)|along\s+with|together\s+with|in\s+partnership|working\s+with|based\s+in)\b)"
    r"|\s(?=\([^()]*£)|\s(?=for\s+(?:[a-z0-9]|[“\"'‘]))|\s(?=for\s+(?:the|a|an|its|their)\s)|\s(?=\(for\s)|;\s|(?<![A-Z])\.(?=\)|$)|\n|\t|$)"
)


def sentence_of(masked: str, *, noun: bool = False, decided: bool = False) -> tuple[str, str] | None:
    """Return who and what for of a line whose words say that a grant was made.

    ``noun``: the sum was called a grant. ``decided``: the line said what became of an application.
    """
    at = masked.index(MARK)
    after = masked[at + 1 :]
    near = max(0, at - NEAR)
    about = masked[near : at + NEAR].lower()
    if not masked[:at].strip(" .") or _FURTHER.fullmatch(masked, 0, at) is not None:
        if TO.match(after):
            return name_behind(after)
        helped = (_HELPS.match(after) if noun else None) or _LETS.match(after)
        if helped is not None:
            found = name_behind(f"to {after[helped.end() :]}", verbs=True)
            return None if found is None or (not noun and _A_FORCE.search(found[0])) else found
    applied = _APPLIED.match(masked, near)
    if applied is not None and (decided or _APPROVED.search(applied["before"]) or _APPROVED.search(after)):
        return recipient_before(applied["name"], after)
    if not noun and not any(word in about for word in _TELLING):
        return None
    got = (_HAS.search(masked, near, at + 1) if noun else None) or _PASSIVE.search(masked, near, at + 1)
    if got is None and _FOR_WHAT.match(after):
        got = _TO_HAVE.search(masked, near, at + 1)
    if got is not None:
        return recipient_before(masked[: got.start()], after)
    return _given(masked, at, near)


def _given(masked: str, at: int, near: int) -> tuple[str, str] | None:
    """Return who and what for of a sentence in which somebody gives: “The PCC gave Guides £500”, “£500 was given to Guides”."""
    after = masked[at + 1 :]
    active = _ACTIVE.search(masked, near, at + 1)
    behind = _GIVEN_BEHIND.match(masked, at)
    rest = masked[behind.end() :] if behind is not None else after
    source = _OUT_OF.match(rest) if active is not None else None
    rest = rest if source is None else rest[source.end() :]
    if TO.match(rest) or (behind is not None and FOR_NAME.match(rest)):
        found = name_behind(rest) or (plain_body(rest) if active is not None or behind is not None else None)
        if found is not None:
            return found
    named = _TO_NONE.match(masked, at)
    if named is not None:
        return name_behind(f"to {masked[named.end() :]}")
    helped = _SUPPORTS.match(rest)
    if helped is not None and (active is not None or _DECIDES.search(masked, near, at) is not None):
        return name_behind(f"to {rest[helped.end() :]}")
    if active is not None and _HAS_GIVEN.match(active[0]) is not None:
        return None  # whoever has given a sum did not get it
    if active is not None and active.start() > 0:
        return None if _TO_MANY.match(rest) else recipient_before(masked[: active.start()], after)
    low = masked.lower()
    welsh = _WELSH_GOT.match(masked)
    if welsh is not None:
        return recipient_before(welsh["name"], after)
    giving = _DITRANSITIVE.match(masked) if any(word in low for word in _GIVING) else None
    if giving is not None and _may_give(giving["giver"]):
        return recipient_before(giving["name"], after)
    return None


_OUT_OF = re.compile(r"\s*(?:from|out\s+of)\s+(?:the\s+)?[^.;,:]{3,80}?(?=\sto\s+(?:the\s+)?[A-Z])")
_APPLIED = re.compile(
    rf"(?P<before>.*?)\b(?:applications?|bids?|requests?)\s+(?:from|by)\s+(?:the\s+)?(?P<name>\S.*?)\s+(?:for|of)\s*(?:\san?\s+)?{MARK}",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"\b(?:approv|agree|grant|support|award|accept|success|endors)", re.IGNORECASE)
_FURTHER = re.compile(
    r"\W*(?:(?:and|finally|lastly|also|meanwhile),?\s+)?(?:an?\s+)?(?:further|additional|extra|another|first|second|final|maximum)?\s*",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\s*(?:(?:will|is\s+to|has|have|is|was)\s+(?:also\s+)?)?(?:help(?:s|ed|ing)?|enabl(?:ed?|es|ing)|allow(?:s|ed|ing)?|means?(?:\s+that)?|meant(?:\s+that)?|lets)\s+(?:the\s+)?(?=[A-Z0-9])"
)
_LETS = re.compile(r"\s*(?:lets|will\s+let)\s+(?:the\s+)?(?=[A-Z0-9][\w’'-]*\s+(?:[\w’'-]+\s+){0,6}?[a-z])")
_A_FORCE = re.compile(
    r"^\S+$|^(?:Op|Operation)\b|\b(?:police|constabulary|force|commissioner|p\.?f?cc|office|officers?|county)$",
    re.IGNORECASE,
)
"""Who is no recipient where the words do not speak of a grant: “£2m will let Elmshire Police recruit”."""

_HAS = re.compile(rf"[\s,]+(?:also\s+)?(?:has|have|had)\s+(?:an?\s+)?{MARK}", re.IGNORECASE)
_SUPPORTS = re.compile(
    r"\s*(?:to|which\s+will)\s+(?:help\s+)?(?:support|fund|help|benefit|assist)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:charity|group|organi[sz]ation|club|society|company|enterprise|initiative|foundation|hospice),?\s+(?=[A-Z])"
)
"""“£900 to support the Ferris charity, Elm Hospice”."""

_HAS_GIVEN = re.compile(
    r"[\s,]*(?:(?:has|have|had)\s+(?:(?:also|now|already|since|recently)\s+)*(?:given|donated|awarded|granted|paid|handed|presented|contributed)|gave"
    r"|(?:(?:is|are|was|were|will\s+be)\s+)?(?:also\s+)?(?:giving|donating)|gives?|donates?)\b"
)
_TO_NONE = re.compile(
    rf"{MARK}\s+(?:(?:was|were|has|have|had|been|also)\s+)+(?:awarded|granted|given|allocated|donated|paid)\s+(?=(?:the\s+)?[A-Z][^.;]{{2,120}}?\s(?:for|towards?)\s)"
)
"""“£250 had been allocated Elm Residents towards a path”: the “to” is left out."""

_DECIDES = re.compile(
    r"\b(?:agreed|approved|awarded|resolved|decided|granted|donated|allocated|gave|given)\b", re.IGNORECASE
)
_TO_MANY = re.compile(
    r"\s*(?:to|towards|between|among(?:st)?|(?:to\s+be\s+)?shared\s+(?:by|between|among(?:st)?))\s+(?:(?:all|each)\s+(?:of\s+)?)?(?:(?:the|its|our|these|their)\s+(?=two|three|four|five|six|seven|eight|nine|ten|[0-9]))?(?:(?:each\s+of|[0-9,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|local|small|community|charity|charities|various|several|many|more\s+than|over|a\s+(?:number|range))\b)"
    r"[^.;]*?\b(?:groups|projects|charities|organi[sz]ations|schemes|authorities|initiatives|bodies|clubs|causes|partners|schools|bids)\b"
    r"|\s*(?:to|towards|between|among(?:st)?)\s+(?:the\s+|its\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,3})\s+(?-i:(?:[a-z][a-z-]+\s+){0,4}[a-z]{3,}s)(?=\s*[.,;]|$|\s(?:in|across|of|for|to|that|which|who)\b)"
    r"|\s*(?:to|between|among(?:st)?)\s+(?-i:(?:[a-z][a-z-]+\s+){1,4}(?:groups|projects|charities|organi[sz]ations|schemes|initiatives|bodies|clubs|causes|partners|schools))\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"^(?:(?:lastly|finally|firstly|secondly|thirdly|fourthly|first|next|then|also|in\s+addition|meanwhile|earlier|recently|similarly|and|again|elsewhere"
    r"|(?:in|on|at|during)\s+(?:\w+\s+){0,4}?\w+(?=,)|(?:in|during)\s+(?:(?:early|mid|late)[\s-])?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+20[0-9]{2})?|(?:last|this)\s+(?:month|year|week|spring|summer|autumn|winter)),?\s+)+",
    re.IGNORECASE,
)


def _may_give(giver: str) -> bool:
    """Return whether the words before “awarded Guides £500” are those of an office that gives: “The PCC”, “To”, nothing."""
    giver = _ADVERBS.sub("", giver.strip() + " ")
    plain = giver.strip(" ,.:;–—-•").lower()
    if plain in {"", "to", "and to", "also"} or plain.endswith(_DECIDING):
        return True
    return naming.is_own_office(giver) and not naming.is_department(giver)


_DECIDING = tuple(
    f"{word} to" for word in ("agreed", "resolved", "decided", "approved", "recommended", "asked", "proposed", "chosen")
)


def goes_to_many(masked: str) -> bool:
    """Return whether the sum goes to a number of bodies that are not named: “£12,000 to community groups”."""
    return _TO_MANY.match(masked, masked.index(MARK) + 1) is not None


def got_by_it(masked: str, *, noun: bool = False) -> bool:
    """Return whether a sentence says that “it” or “the club” got the sum, so that the sentence before names who.

    ``noun``: the sum was called a grant.
    """
    at = masked.index(MARK)
    near = max(0, at - NEAR)
    found = _PASSIVE.search(masked, near, at + 1)
    if found is None and noun:
        found = _HAS.search(masked, near, at + 1) or _USES.search(masked, near, at + 1)
    if found is None:
        return False
    words = splitting.without_bullet(masked[: found.start()]).strip(" ,;:\t–—-")
    return any(
        IT.match(_ADVERBS.sub("", part.strip())) is not None
        for part in (words, _APART.sub("", words), _BEHIND.sub("", words))
    )


_APART = re.compile(r",\s.*$", re.DOTALL)
"""What is told of a body between commas: “The church, listed grade I, has been awarded …”."""

_BEHIND = re.compile(r"^[^.;:]*,\s(?=(?:this|the)\s)")
"""What is told ahead of it: “Saxon in its beginnings, this church has been awarded …”."""


_USES = re.compile(
    rf"\s+(?:will|plans?\s+to|intends?\s+to|hopes?\s+to|(?:is|are)\s+to)\s+(?:use|spend)\s+(?:(?:its|their|the)\s+)*{MARK}",
    re.IGNORECASE,
)


_FOR_NAMED = re.compile(r"\s+for\s+(?=[A-Z0-9])")
_FOR_SOMEBODY = re.compile(
    r"(?:action|centre|campaign|association|society|institute|foundation|alliance|cash|home|support|help|care|fund|hope|justice|trust|network|forum|project|services?|together|women|men|families"
    r"|space|voices?|time|fit|ready|partnership|community|coalition|league|groups?|speaking|working|music|sport|sports|dance|arts?|games|friends|stand|room|safe|house|council|school|academy|hub|union)$",
    re.IGNORECASE,
)


_SHORT_FORM = re.compile(r"[A-Z]{3,}\b")
_PLAIN_WORD = re.compile(r"(?<![\w’'-])(?!(?:the|and|of|in|for|at|on|with|to|by|from|into|de|la|le|du|yr?)\b)[a-z]{3,}")


def _is_whole(left: str, right: str) -> bool:
    """Return whether a name ends before “for”: “Ferris Borough Council for Safe Start”, no “Action for Children”."""
    words = left.removeprefix("The ").split()
    if len(words) < 2 or not naming.is_name(left):  # noqa: PLR2004 - “Action for Children”
        return False
    if _PLAIN_WORD.search(right) or _SHORT_FORM.match(right):
        return True  # “for CCTV at the pavilion” is what it is for
    if words[-1].lower() in {"council", "school", "academy", "club", "cic"}:
        return not right.startswith("Voluntary")
    return _FOR_SOMEBODY.match(words[-1]) is None


_GIVEN_BY = re.compile(r"(?i:\b(?:fund|appeal|pot|scheme))\s+by\s+(?:the\s+)?[A-Z]")
_LED_BY = re.compile(
    r"(?:a|the)\s+(?:consortium|partnership|group|coalition)\s+(?:led|headed|run)\s+by\s+(?=(?:the\s+)?[A-Z])"
)
_AN = re.compile(r"^an?\s+(?=[A-Z])")
_VERB_NEXT = re.compile(r"\s(?=(?!(?:of|the|and|for|in|at|on|with|de|y|to)\b)[a-z])")


def name_behind(rest: str, *, verbs: bool = False) -> tuple[str, str] | None:
    """Return who stands behind “to”, and what for behind the name. ``verbs``: a word in small letters ends the name."""
    words = TO.sub("", rest, count=1) if TO.match(rest) else FOR_NAME.sub("", rest, count=1)
    words = _LED_BY.sub("", _AN.sub("", words))
    ends = splitting.cuts(words, _ENDS_NAME)
    verb = next(iter(splitting.cuts(words, _VERB_NEXT)), None) if verbs else None
    if verb is not None and (not ends or verb[0] < ends[0][0]):
        ends = [verb]
    end, on = ends[0] if ends else (len(words), len(words))
    named = _FOR_NAMED.search(words, 0, end)
    if named is not None and (
        _is_whole(words[: named.start()], words[named.end() : end]) or not naming.is_name(words[:end])
    ):
        end = on = named.start()
    who = naming.without_article(naming.tidied(words[:end]))
    if _GIVEN_BY.search(words, 0, end) is not None:
        return None  # “£500 was donated to the fund by Elm Housing”
    if not naming.is_name(who) or naming.is_generic(who):
        return None
    return who, splitting.purpose_behind(words[on:])
