"""Numbers that are names by the word before them: “section 23”, “Band D”, “Year 9”, “aged 12 to 18”, “dial 101”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed.patterns import pattern, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

# The first always make a name of the number; the next where it is small, and no determiner stands before them in small
# letters (“this round 6 projects”); the last where they have a capital.
_ALWAYS = word_set("""section sections sect s ss § schedule schedules sch paragraph paragraphs para paras ¶ ¶¶ article articles page pages p
    pp pg pgs appendix appendices annex annexe annexes chapter chapters regulation regulations reg regs clause clauses
    subsection subsections sub-section sub-sections sub-paragraph sub-paragraphs sub-para junction junctions jct jcts j
    badge collar sec secs footnote slide slides diagram version v vol volume number nos no ref refs reference isbn charity ext extension tel
    telephone fax covid covid- flat postcode id uprn urn vat iban account art arts
    adran adrannau tudalen tudalennau paragraff paragraffau atodiad erthygl cymal rhif cyffordd pennod rheoliad""")
_SMALL_ONLY = word_set("""part parts item items class category cat categories grade grades tier tiers band bands level levels phase phases
    stage stages step steps unit units zone zones priority priorities objective objectives recommendation recommendations
    question questions strand strands round rounds lot lots option options tranche tranches theme themes wave waves type
    types pillar outcome goal principle standard criterion criteria table tables chart graph figure figures fig figs room
    minute route platform iphone module modules rhan cam lefel""")
_CAPITALS = word_set("""ward wards year years week weeks day month quarter q group team area district line action actions form box note bay
    plot route bus act code model map period block building house gate channel radio studio formula windows office microsoft
    module modules sector war game court site exhibit example scenario case test cell sector division cohort beat measure domain ambition
    commitment pledge mission promise finding operation op issue target aim order rule street hub bbc itv euros agenda top
    motion report reports decisions blwyddyn cyfnod streets""")
_PLACES = frozenset({"box", "km"})
_ROOMS = word_set("room table tables figure figures fig figs chart charts graph graphs part diagram item module")
_OF_CODES = word_set("vat iban account a/c tel telephone fax mobile text sms")
_OFFICERS = word_set("""pc wpc sgt ps dc ds di insp pcso mobile minute minutes decision iso bs en pas foi foia dn cad boeing airbus microsoft
    office""")
_TIMES = word_set("year week day month quarter")
AGES_BEFORE = word_set("under over below above aged ages age of between from up about around to at least just only")
_EMERGENCY_BEFORE = word_set("""call calls calling called dial dialling dialing dialled ring ringing rang phone phoning phoned telephone via on to
    through using contact contacting contacted nhs the non-emergency emergency by and or with from our text texting
    report""")
LAST_WORDS = _ALWAYS | _PLACES | _OFFICERS | _OF_CODES | _SMALL_ONLY | _CAPITALS | AGES_BEFORE | {"per"}
"""The words before a number that may make it a name."""

_DETERMINERS = word_set("""this that each every the last next per same first second third final previous latest current a an one another our
    their his her its any which whole both all""")
_PREPOSITIONS = word_set("from by on in at of until since before after to for during")
_REFERENCE = r"[0-9]+(?:[.,/:-][0-9]+)*[a-z]{0,2}(?![a-z0-9])(?:\([0-9a-z]{1,4}\))*"
_ON = r"(?![0-9a-z%]|[.,][0-9])(?:\([0-9a-z]{1,4}\))*"
_LOOSE_DASH = (
    r"\s[-–]\s[0-9]{1,4}(?=[.,;:)\]]|\s*$|\s(?:of|and|in|to|for|are|is|was|were|show|set|from|on|at|above|below)\b)"
)
_RANGE_ON = rf"(?:[-–]|\sto\s|\s[-–](?=[0-9])|[-–]\s)[0-9]+[a-z]?{_ON}|{_LOOSE_DASH}"
_LIST_ON = rf"(?:(?:,\s?and\s|,\s?|\sand\s|\sto\s|\sor\s|\s?&\s?|[-–])[0-9]{{1,4}}[a-z]?{_ON}|{_LOOSE_DASH}){{1,12}}"
_AGED = r"\b(?:age[ds]?|oed)\s+(?:groups?\s+)?(?:(?:between|from|of|over|under|about|around|above|below|at|up\s+to|at\s+least|just|only)\s+)*$"
_AGES = (
    r"(?:[0-9]{1,3}|[a-z]+)(?:,\s?[0-9]{1,2}(?=,|\s+and\s|\s+or\s))*(?:\s?(?:[-–&/]|to|and|or)\s?[0-9]{1,3}(?![0-9%]|[.,][0-9]))?"
    r"(?:\s?\+|\s+(?:and|or)\s+(?:over|above|under|older|younger|below|upwards|up)\b)?"
)
_PERSONS = word_set("""people person persons children child anyone those adults adult women men residents youths pupils youngsters girls boys
    drivers everyone somebody someone young offenders victims aged individuals students carers""")
_UNDERAGE = r"(?:1[0-9]|2[0-5])(?=[.,;:)]|\s*$|\s(?:and|or|to|in|who|with|at|for|years)\b)(?![.,][0-9])"
_SERVICE = (
    r"(?:101|999|111|112)(?![0-9%]|[.,][0-9])(?:\s?(?:and|or|/|&)\s?(?:101|999|111|112)(?![0-9,]))?"
    r"(?P<noun>[\s-](?:emergency\s|non-emergency\s)?(?:call|service|line|number|contact|answer|demand|performance|abandon|response"
    r"|system|emergenc|non-emergenc|operator|queue|control|wait)[a-z-]*)?"
)
_HELPLINE = r"(?:(?P<six>116[\s-]?(?:000|006|111|117|123))|105|119|159)(?![0-9%]|[.,][0-9])"
_CALLING = word_set(
    "call calls calling dial dialling ring ringing phone phoning text texting telephone tel contact on via"
)
_COUNTED = r"\s[a-z]+s(?![a-z])|\s(?:people|children)\b"
_OF_CALLS = r"\b(?:999|calls?|answered|emergency)\b"
SERVICES = frozenset({"101", "999", "111", "112", "105", "116", "119", "159"})
"""The numbers that people ring."""

_HOUSE = (
    r"[0-9]{1,3}\s(?:(?:Field|Royal|Para|Signal|Engineer)\s)?(?:Commando|Squadron|Regiment|Brigade|Battalion|Para)(?![\w'’])"
    r"|[0-9]{1,4}[A-Za-z]?(?:\s?[-–]\s?[0-9]{1,4})?,?\s(?:[A-Z][\w'’]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way"
    r"|Place|Square|Crescent|Terrace|Gardens|Grove|Row|Mews|House|Court|Hill|Parade|Quay|Wharf|Chambers)\b(?!\s[a-z]+s\b)"
)
_COURT = r"(?:Crown|Magistrates['’]?|County|High|Youth|Police|Family|Supreme)\s+Court"
_LIST_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?:[.)](?=\s)|(?<=\.[0-9])\s(?=[A-Z])|(?<=\.[0-9][0-9])\s(?=[A-Z]))"
_LONG_WORD = 4
_MOST_OF_OPERATION = 4  # digits
_BEFORE_COLONS = frozenset({"reference", "telephone", "charity", "number"})
_NO_PLURALS = frozenset({"class", "streets", "bus", "bs", "ds"})


def named(text: str, low: str, at: int, words: Sequence[str]) -> int:
    """Return where to go on if the word before makes the number here a name (“section 23”); 0 if it may be a figure."""
    last = words[-1].strip("([{\"“‘'’—–-/")
    plain = last.rstrip(".:")
    dotted = plain != last
    if plain in _ALWAYS:
        if dotted and len(plain) > _LONG_WORD and plain not in _BEFORE_COLONS:
            return 0  # a sentence ends here; “para. 8” does not
        return _of_code(low, at, plain)
    if dotted:
        return 0
    before = words[-2] if len(words) > 1 else ""
    if not _names(plain, before, low, at, capital=_capital(text, low, plain, at)):
        return 0
    return _through(low, at, many=plain.endswith("s") and plain not in _NO_PLURALS)


def _of_code(low: str, at: int, plain: str) -> int:
    """Return where a reference ends: a list of them behind a plural, the groups of a telephone or account number."""
    on = _through(low, at, many=plain.endswith("s") or plain in {"pp", "appendices"})
    groups = pattern(r"(?:\s[0-9]{2,4}(?![0-9,.])){1,6}").match(low, on) if plain in _OF_CODES else None
    return groups.end() if groups else on


def _names(plain: str, before: str, low: str, at: int, *, capital: bool) -> bool:
    """Return whether the word before a number makes it a name, in this place and with its capital or without."""
    if plain in _OFFICERS and capital:
        return True
    if plain in _OF_CODES:
        return pattern(r"[0-9]{5,}(?![0-9]|,[0-9])").match(low, at) is not None
    if plain in _PLACES:
        in_post = plain == "box" and before in {"po", "p.o", "p.o."}
        return in_post or (plain == "km" and not before[-1:].isdecimal() and pattern(_AT_KM).match(low, at) is not None)
    if capital and plain in _ROOMS and pattern(_ROOM).match(low, at) is not None:
        return True
    return _small(low, at) and _names_small(plain, before, capital=capital)


def _names_small(plain: str, before: str, *, capital: bool) -> bool:
    """Return whether the word makes a name of a small number behind it."""
    if plain in _SMALL_ONLY:
        return capital or not (before in _DETERMINERS or (plain.startswith("figure") and before == "a"))
    if plain == "streets":
        return capital and before == "safer"
    return plain in _CAPITALS and (capital or (plain in _TIMES and before in _PREPOSITIONS))


_AT_KM = r"[0-9]{1,3}(?=[.,;)]|\s*$|\s(?:of|on|and|to)\b)(?![.,][0-9])"
_ROOM = r"(?:[0-9]{3}|[0-9]{1,2}(?:\.[0-9]{1,2}){1,2})(?![0-9%]|[.,][0-9])(?!\s[a-z]+s(?![a-z]))"


def _small(low: str, at: int) -> bool:
    return pattern(r"[0-9]{1,2}(?![0-9%]|[.,][0-9])|[a-z]").match(low, at) is not None


def _capital(text: str, low: str, word: str, at: int) -> bool:
    return text[low.rfind(word, 0, at)].isupper()


def _through(low: str, at: int, *, many: bool) -> int:
    match = pattern(_REFERENCE).match(low, at)
    if match is None:
        spelled = pattern("[a-z-]+").match(low, at)
        return spelled.end() if spelled else at + 1
    on = pattern(_LIST_ON if many else _RANGE_ON).match(low, match.end())
    return on.end() if on else match.end()


def aged(low: str, at: int, words: Sequence[str]) -> int:
    """Return where to go on if an age begins here (“aged 12 to 18”, “people under 25”); 0 if it may be a figure."""
    window = low[max(0, at - 40) : at]
    if ("age" in window or "oed" in window) and pattern(_AGED).search(window):
        match = pattern(_AGES).match(low, at)
        return match.end() if match else 0
    last = words[-1]
    if last in {"under", "over", "below", "above"} and len(words) > 1 and words[-2] in _PERSONS:
        match = pattern(r"[0-9]{1,2}(?![0-9%£]|[.,][0-9]|\s(?:per\s?cent|%))").match(low, at)
        return match.end() if match else 0
    if last == "under":
        match = pattern(_UNDERAGE).match(low, at)
        return match.end() if match else 0
    return 0


def rung(low: str, at: int, last: str) -> int:
    """Return where to go on if the number is one that people ring (101, 999); 0 if it may be a figure."""
    match = pattern(_SERVICE).match(low, at)
    if match is None:
        other = pattern(_HELPLINE).match(low, at)
        rung_up = other is not None and (other["six"] or last.lstrip("(“\"‘'") in _CALLING)
        return other.end() if other is not None and rung_up and not pattern(_COUNTED).match(low, other.end()) else 0
    if match["noun"]:
        return match.end()
    counts = pattern(_COUNTED).match(low, match.end())
    if counts is None and (
        low.startswith("999", at)
        or last.lstrip("(“\"‘'") in _EMERGENCY_BEFORE
        or pattern(_OF_CALLS).search(low, max(0, at - 60), at + 60)
    ):
        return match.end()
    return 0


_OPERATION = r"\b(?:Operation|Op|Exercise|Ex|Project)\.?\s(?:[A-Z][\w'’-]*\s){1,2}$"
_THINGS_BEHIND = (
    r"\s(?:[a-z-]+\s)?(?!was|has|is|its|this|runs|starts|begins|continues|focuses|targets|provides|sees|brings|aims|includes|ends"
    r"|takes)(?:[a-z-]+s|people|children|women|men|staff)(?![a-z])|\s?%|[\s-]per\s?cent|[.,][0-9]|,?\s(?:more|further|other)\b"
)


def of_operation(text: str, at: int, end: int) -> int:
    """Return where to go on if the number ends a name, “Operation Deter 24 ran”; 0 if it counts: “Op Ridge 24 arrests”."""
    lead = text[max(0, at - 50) : at]
    if end - at > _MOST_OF_OPERATION or not ("Op" in lead or "Ex" in lead or "Project" in lead):
        return 0
    if pattern(_OPERATION).search(lead) is None:
        return 0
    return 0 if pattern(_THINGS_BEHIND).match(text, end) else end


_PASSING_PERSON = r"\b(?!In\b|At\b|On\b|Of\b|From\b)[A-Z][\w'’-]+\s[A-Z][\w'’-]+,\s(?:aged\s|now\s)?$"
_PASSING_AGE = r"[1-9][0-9](?=,\s(?:(?:of|from)\s[A-Z]|who\b|was\b|is\b|pleaded\b|appeared\b|formerly\b|a\s[a-z]))"
_PASSING_SORT = (
    r"\b(?:men|women|man|woman|boys?|girls?|males?|females?|teenagers?|youths?|brothers?|sisters?|suspects?|defendants?|pensioners?)"
    r",\s(?:both\s|then\s|now\s)?(?:[1-9][0-9](?:,\s|\s(?:and|or)\s)){0,5}$"
)
_PASSING_AGES = r"[1-9][0-9](?:(?:,\s|,?\s(?:and|or)\s)[1-9][0-9](?![0-9%]|[.,][0-9])){0,5}(?=[,.;)]|\s*$)(?!,\s?[0-9])(?![.,][0-9])"


def of_person(text: str, low: str, at: int) -> int:
    """Return where to go on if the number is an age between commas, “John Smith, 54, of Redruth”, “two men, 24 and 27”."""
    lead = max(0, at - 40)
    age = pattern(_PASSING_AGE).match(text, at)
    if age is not None and pattern(_PASSING_PERSON).search(text, lead, at):
        return age.end()
    ages = pattern(_PASSING_AGES).match(low, at)
    return ages.end() if ages is not None and pattern(_PASSING_SORT).search(low, lead, at) else 0


def of_house(text: str, at: int) -> int:
    """Return where to go on if a house number begins here (“12 High Street”); 0 if it may be a figure."""
    match = pattern(_HOUSE).match(text, at)
    return match.end() if match and not pattern(_COURT).search(match[0]) else 0


def of_list(text: str, at: int) -> int:
    """Return where to go on if the number counts a list or a section where a line begins, or in brackets; else 0."""
    if at and text[at - 1] == "(":
        match = pattern(r"[0-9]{1,2}\)").match(text, at)
        return match.end() if match else 0
    match = pattern(_LIST_NUMBER).match(text, at)
    return match.end() if match else 0
