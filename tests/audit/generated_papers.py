"""Papers put together from the ways in which offices word and lay out a round: as many as one asks for, each by its seed.

Half are sound; in the others the total leaves a line out, takes one twice or has two digits changed round, or the count is
one out. The corpus holds what people think of; this holds what they do in every combination.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import corpus_score
from papers_in_word import word_file

_PLACES = (
    "Ashcombe", "Brindle", "Carrow", "Dunmere", "Eastley", "Farrow", "Garside", "Holmby", "Inkley", "Kelham", "Lowick",
    "Marden", "Nunthorpe Road", "Orchard Lane", "Pendle Street", "Quarry Bank", "Rushford", "Stanley Park", "Thornaby Lane",
    "Upper Wick", "Vicarage Hill", "Westbrook", "Yarrow",
)  # fmt: skip
_BODIES = (
    "Youth Club", "Boxing Club", "Parish Council", "Community Centre", "Primary School", "Residents' Association", "FC",
    "Scouts", "Women's Aid", "Tenants & Residents", "Mosque", "Methodist Church", "Amateur Dramatic Society", "CIC",
    "Foodbank", "Neighbourhood Watch", "Street Pastors", "Carers", "Town Council", "Cricket Club",
)  # fmt: skip
_PURPOSES = (
    "CCTV at the pavilion", "evening sessions for young people", "security lighting", "a summer holiday scheme",
    "a drop-in for victims of domestic abuse", "radios for the town centre", "crime prevention packs", "sport for 12 to 16 year olds",
    "speed awareness signs", "workshops about knives", "mentoring of boys at risk", "alley gates", "an alarm and new locks",
    "a course on staying safe online", "detached youth work at weekends", "a garden built by people on probation",
)  # fmt: skip
_FUNDS = (
    "Community Fund",
    "Safer Streets Fund",
    "Police Property Act Fund",
    "Commissioner's Grant Scheme",
    "Crime Prevention Fund",
)
_MONTHS = ("April", "June", "September", "November", "January", "March")
_LEADS = (
    "The Commissioner awarded {total} to {count} projects:",
    "A total of {total} was awarded to {count} organisations in {month}:",
    "In {month}, {count} groups received {total} from the {fund}:",
    "{count} applications were successful, at a total cost of {total}:",
    "Grants totalling {total} have been made to the following {count} organisations:",
    "The following {count} projects have been funded, with a combined value of {total}:",
    "{total} has been distributed among {count} local groups:",
    "Funding of {total} was approved for {count} schemes:",
    "The {fund} has supported {count} projects to the value of {total}:",
    "{count} organisations will share {total} from the {fund}:",
    "Since the last meeting the Commissioner has approved {count} awards from the {fund}, amounting to {total}:",
    "The latest round of the {fund} saw {total} go to {count} community groups:",
    "I am pleased to report that {total} was invested in {count} projects in {month}:",
    "Members are asked to note the {count} grants below, worth {total} in total:",
    "{count} grants have been agreed from the {fund} since {month}, {total} in all:",
    "{count} bids were approved in {month}, at a cost to the {fund} of {total}:",
)
_BARE_LEADS = (
    "The following grants were made from the {fund}:",
    "The Commissioner has agreed to fund these projects:",
    "Awards made in {month}",
    "Successful applicants to the {fund}:",
    "The following organisations have received funding:",
    "Grants approved since the last meeting are as follows.",
)
_CLOSES = ("Total: {total}", "Total awarded: {total}", "This gives a total of {total}.", "In all, {total} was awarded.")
_SHAPES = (
    "{who} – {what} – {sum}", "{who} - {what} - {sum}", "{who}, {what}, {sum}", "{who} – {sum}", "{who}: {sum}", "{who} ({sum})",
    "{who}: {sum} for {what}", "{who} ({sum}) – {what}", "{sum} to {who} for {what}", "{sum} – {who} – {what}",
    "{who} – {what} ({sum})", "{who} – {what}: {sum}", "{who} – {sum} – {what}", "{who} was awarded {sum} for {what}",
    "{who} received {sum} towards {what}",
)  # fmt: skip
_MARKS = ("- ", "• ", "* ", "1. ", "(a) ", "(i) ", "– ")
_HEADS = (
    ("Organisation", "Project", "Amount"), ("Recipient", "Purpose", "Grant"), ("Applicant", "Project title", "Award"),
    ("Name of organisation", "Description", "Amount awarded"), ("Group", "Activity", "Funding"), ("Awarded to", "Purpose", "Sum"),
)  # fmt: skip
_NOISE = (
    "The Commissioner met the Chief Constable on 14 occasions and held three public meetings, at a cost of £1,250.",
    "Officers seized £86,400 in cash and 31 vehicles worth about £400,000.",
    "The net revenue budget is £163.4m and the precept rises by £12.87 for a band D property.",
    "Recorded crime fell by 3% to 41,206 offences; 204 fixed penalty notices brought in £16k.",
    "Victims' services are contracted at £640,000 a year until March 2026.",
    "Applications for up to £5,000 may be made until 31 May; £45,000 is available.",
    "The office has 21 staff and costs £1.31m a year.",
    "Reserves stood at £9.7m on 31 March, of which £212,000 is for grants.",
)
_NEAR_BEFORE = (
    "There were {other} applications, asking for {more} in all.",
    "Last year {less} was awarded to nine groups.",
    "The {fund} has a budget of {more} for the year.",
    "No application for more than £10,000 was considered.",
    "An independent panel scored all {other} bids.",
)
_NEAR_AFTER = (
    "This brings the total for the year to {more}.",
    "There is {less} left in the fund for the rest of the year.",
    "The next round, worth {more}, opens in the spring.",
    "Between them the groups have raised a further {less} from others.",
    "The projects will reach {other} young people at a cost of about £85 each.",
    "Four projects that were funded last year, at {less}, have now ended.",
)
_STRANDS = ("Youth", "Road Safety", "Rural Crime", "Victims", "Town Centres", "Schools", "Innovation")
_REFUSALS = (
    "The following applications were declined:",
    "Unsuccessful applications:",
    "The Commissioner did not support these bids:",
    "Applications that were refused",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WORDS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


@dataclass(frozen=True)
class _Figures:
    """What is printed of a round, and the fault that it has; `wrong` is the figure that is."""

    total: str
    count: str
    kind: str = ""
    wrong: str = ""


def generated(seed: int) -> corpus_score.Case:
    """Return the paper of that seed, with what is expected of it."""
    dice = Random(seed)  # noqa: S311 - papers to be had again, no secrets
    lines = _lines(dice)
    has_total_in_lead = dice.random() < 2 / 3
    figures = _figures(dice, [pounds for _, _, pounds in lines], may_miscount=has_total_in_lead)
    filled = {
        "total": figures.total,
        "count": figures.count,
        "fund": dice.choice(_FUNDS),
        "month": dice.choice(_MONTHS),
    }
    lead = dice.choice(_LEADS if has_total_in_lead else _BARE_LEADS).format(**filled)
    lead = lead[0].upper() + lead[1:]
    close = "" if has_total_in_lead else dice.choice(_CLOSES).format(**filled)
    before, after = dice.sample(_NOISE, 2)
    near = {
        "other": str(dice.randint(41, 190)),
        "more": f"£{dice.randint(60, 200) * 1000 + 640:,}",
        "less": "£8,240",
        **filled,
    }
    if dice.random() < 1 / 2:
        before = dice.choice(_NEAR_BEFORE).format(**near)
    if dice.random() < 1 / 2:
        after = dice.choice(_NEAR_AFTER).format(**near)
    form = dice.choice(("txt", "txt", "md", "docx"))
    is_table = form != "txt" and dice.random() < 1 / 2
    body = _table(dice, lines) if is_table else _list(dice, lines)
    if is_table and close and dice.random() < 1 / 2:
        body.append(_total_row(body[0], figures.total))
        close = ""
    refused = [] if is_table or dice.random() < 3 / 4 else _refused(dice, lines)
    expected = _expected(lines, figures)
    name = f"generated-{seed}"
    if form == "docx":
        return corpus_score.Case(
            name, f"{name}.docx", word_file(_in_word(before, lead, body, close, refused, after)), expected
        )
    apart = [*refused[:1], "\n".join(refused[1:])]
    parts = ["OPCC report to the Panel", before, lead, "\n".join(body), close, *apart, after]
    text = "\n\n".join(part for part in parts if part)
    return corpus_score.Case(name, f"{name}.{form}", (text + "\n").encode(), expected)


def _lines(dice: Random) -> list[tuple[str, str, int]]:
    """Return the grants: who, what for, how many pounds; no recipient and no amount stands twice."""
    number = dice.randint(3, 10)
    names = dice.sample([f"{place} {body}" for place in _PLACES for body in _BODIES], number)
    sums = dice.sample([*range(500, 10_000, 50), *range(503, 9_999, 97)], number)
    return [(name, dice.choice(_PURPOSES), pounds) for name, pounds in zip(names, sums, strict=True)]


def _figures(dice: Random, sums: list[int], *, may_miscount: bool) -> _Figures:
    total, number = sum(sums), len(sums)
    in_words = number - 3 < len(_WORDS) - 1 and dice.random() < 1 / 2

    def count(of: int) -> str:
        return _WORDS[of - 3] if in_words and 3 <= of <= 11 else str(of)

    kind = dice.choice(("", "", "left out", "twice", "changed round", "count"))
    if kind == "count" and may_miscount:
        wrong = count(number + 1)
        return _Figures(f"£{total:,}", wrong, kind, wrong)
    other = {"left out": total - sums[-1], "twice": total + sums[0], "changed round": _changed_round(total)}.get(
        kind, total
    )
    if abs(other - total) < 2:
        return _Figures(f"£{total:,}", count(number))
    return _Figures(f"£{other:,}", count(number), kind, f"£{other:,}")


def _changed_round(total: int) -> int:
    digits = list(str(total))
    for at in range(1, len(digits) - 1):
        if digits[at] != digits[at + 1]:
            digits[at], digits[at + 1] = digits[at + 1], digits[at]
            break
    return int("".join(digits))


def _list(dice: Random, lines: list[tuple[str, str, int]]) -> list[str]:
    """Return the lines of a list, sometimes in two strands with a heading each."""
    shape, mark, stop = dice.choice(_SHAPES), dice.choice(_MARKS), dice.choice(("", "", "."))
    if len(lines) < 5 or dice.random() < 2 / 3:
        return _items(lines, shape, mark, stop)
    cut = dice.randint(2, len(lines) - 2)
    first, second = dice.sample(_STRANDS, 2)
    parts = (_items(lines[:cut], shape, mark, stop), _items(lines[cut:], shape, mark, stop))
    return [f"{first}:", "", *parts[0], "", f"{second}:", "", *parts[1]]


def _items(lines: list[tuple[str, str, int]], shape: str, mark: str, stop: str) -> list[str]:
    made = []
    for number, (who, what, pounds) in enumerate(lines):
        counting = {"1. ": f"{number + 1}. ", "(a) ": f"({chr(97 + number)}) ", "(i) ": f"({_ROMAN[number]}) "}
        made.append(counting.get(mark, mark) + shape.format(who=who, what=what, sum=f"£{pounds:,}") + stop)
    return made


def _refused(dice: Random, lines: list[tuple[str, str, int]]) -> list[str]:
    taken = {who for who, _, _ in lines}
    names = [name for name in (f"{place} {body}" for place in _PLACES for body in _BODIES) if name not in taken]
    refused = [(name, dice.choice(_PURPOSES), dice.randrange(600, 6_000, 50)) for name in dice.sample(names, 2)]
    return [dice.choice(_REFUSALS), *_items(refused, "{who} – {what} – {sum}", "- ", "")]


def _table(dice: Random, lines: list[tuple[str, str, int]]) -> list[str]:
    """Return the rows of a table, sometimes with what was asked for beside what was given, or with a reference in front."""
    who, what, paid = dice.choice(_HEADS)
    if dice.random() < 1 / 4:
        rows = [f"| {name} | £{pounds + dice.randrange(0, 900, 100):,} | £{pounds:,} |" for name, _, pounds in lines]
        return [f"| {who} | Requested | Awarded |", "|---|---:|---:|", *rows]
    if dice.random() < 1 / 4:
        rows = [
            f"| {number}/24 | {name} | {use} | £{pounds:,} |" for number, (name, use, pounds) in enumerate(lines, 31)
        ]
        return [f"| Ref | {who} | {what} | {paid} |", "|---|---|---|---:|", *rows]
    rows = [f"| {name} | {use} | £{pounds:,} |" for name, use, pounds in lines]
    return [f"| {who} | {what} | {paid} |", "|---|---|---:|", *rows]


def _total_row(head: str, total: str) -> str:
    columns = head.count("|") - 1
    asked = [""] * (columns - 2)
    return f"| {' | '.join(['Total', *asked, total])} |"


def _in_word(before: str, lead: str, body: list[str], close: str, refused: list[str], after: str) -> str:
    if body[0].startswith("|"):
        middle = ["TABLE| header", body[0], *body[2:], ""]
    else:
        middle = [f"L0| {line[2:]}" if line[:2] in _MARKS else f"P| {line}" for line in body if line]
    apart = [f"P| {refused[0]}", *(f"L0| {line[2:]}" for line in refused[1:])] if refused else []
    closing = [f"P| {close}"] if close else []
    return "\n".join(
        ["T| OPCC report to the Panel", f"P| {before}", f"P| {lead}", *middle, *closing, *apart, f"P| {after}"]
    )


def _expected(lines: list[tuple[str, str, int]], figures: _Figures) -> dict[str, object]:
    return {
        "clean": not figures.wrong,
        "rounds": [
            {
                "total": f"{sum(pounds for _, _, pounds in lines)}.00",
                "grants": len(lines),
                "lines": [[who, f"{pounds}.00"] for who, _, pounds in lines],
            }
        ],
        "faults": [{"kind": figures.kind, "figure": [figures.wrong]}] if figures.wrong else [],
    }
