"""“The following four measures:” at the end of a paragraph, against the bullets right beneath it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.counts.count import in_blanks
from pcp_reports.counts.nouns import LISTED, PLACES, noun_behind
from pcp_reports.words import counted

if TYPE_CHECKING:
    from pcp_reports.counts.count import Count, TypedCount
    from pcp_reports.prose import ProseBlock

    Blocks = tuple[ProseBlock, ...]

_SHORT_BULLET = 8
"""Words of a bullet that may hold two things: “Burglary and robbery”."""
_MOST_OUT = 2
"""How many bullets a count may be out and still be meant for them: “12 projects were funded:” may lead into a few of them."""
_TIMES = frozenset(("minute", "hour", "day", "week", "weekend", "month", "quarter", "term", "year"))
_MOST_BEFORE_COLON = 4
_TOLD = (
    r"\s*(?:(?:that|which)\s+)?(?:(?:were|are|have been|was|being)\s+\w+(?:\s+\w+){0,3}"
    r"|came up|came out|emerged|arose|follow|apply|remain|stood out)?\s*(?:as follows)?:"
)
_JOIN = frozenset(("and", "&", "/", ";", ","))
_SEVERAL = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "several", "some")
)


def against_bullets(typed: TypedCount, blocks: Blocks) -> Count | None:
    """Return a count tied to the bullets that it leads into, or None where it leads into none, or may mean others."""
    said = typed.said
    here = said.sentence.block
    if here + 1 >= len(blocks) or not said.sentence.text.rstrip().endswith(":"):
        return None
    deeper = {"paragraph": "bullet", "bullet": "sub-bullet"}.get(blocks[here].kind)
    end = said.sentence.start + len(said.sentence.text)
    if blocks[here + 1].kind != deeper or typed.text[end : blocks[here + 1].offset].strip("- \n\r"):
        return None  # another sentence of the paragraph stands between
    behind = typed.behind.rstrip()
    next_words = in_blanks(behind).split()[:2] if behind[:1] == "-" or behind[:1].isspace() else []
    if any(word in _TIMES or word.removesuffix("s") in _TIMES for word in next_words):
        return None
    follows = in_blanks(said.before).endswith(" the following ") or next_words[:1] == ["following"]
    noun = noun_behind(behind, LISTED) or noun_behind(behind, PLACES)
    told = noun is not None and (behind[noun.end :] == ":" or re.fullmatch(_TOLD, behind[noun.end :]) is not None)
    if not (follows or told or _leads(behind)):
        return None
    bullets = _bullets(blocks, here, deeper)
    near = abs(typed.value - len(bullets)) <= _MOST_OUT
    sure = (follows or (told and near)) and typed.alone and not _excused(typed, blocks, bullets, deeper)
    if typed.value != len(bullets) and not sure:
        return None
    shown = counted(len(bullets), "bullet")
    has = f"{shown} {'stands' if len(bullets) == 1 else 'stand'} beneath"
    return typed.tied({len(bullets)}, len(bullets), f"the {shown} beneath", has)


def _leads(behind: str) -> bool:
    """Return whether but a few plain words stand between a count and the colon: “six new areas:”."""
    words = behind.removesuffix(":").split() if behind[:1].isspace() else []
    return 0 < len(words) <= _MOST_BEFORE_COLON and all(
        char.isalnum() or char in "'’-" for word in words for char in word
    )


def _bullets(blocks: Blocks, here: int, kind: str) -> list[ProseBlock]:
    bullets = []
    for block in blocks[here + 1 :]:
        if block.kind == kind:
            bullets.append(block)
        elif block.kind != "sub-bullet":
            break
    return bullets


def _excused(typed: TypedCount, blocks: Blocks, bullets: list[ProseBlock], kind: str) -> bool:
    """Return whether the bullets beneath need not be what the count counts."""
    if typed.of_a_part or typed.partly or typed.behind.split()[:1] == ["of"]:
        return True
    rest = blocks[typed.said.sentence.block + 1 :]
    more = kind == "bullet" and any(block.kind in ("sub-bullet", "paragraph") for block in rest)
    if more and typed.value in _totals(rest):
        return True
    if any(_counts_things(block.text) for block in bullets):
        return True  # bullets that count things of their own
    short = [block.text for block in bullets if len(block.text.split()) <= _SHORT_BULLET]
    double = sum(not (_JOIN.isdisjoint(text.casefold().split()) and _JOIN.isdisjoint(text)) for text in short)
    return len(bullets) < typed.value <= len(bullets) + double


def _counts_things(bullet: str) -> bool:
    return bullet[:1] in ("£", *"0123456789") or not _SEVERAL.isdisjoint(in_blanks(bullet).split()[:1])


def _totals(blocks: Blocks) -> set[int]:
    """Return how many bullets there are with later ones of the text, or with those beneath them."""
    bullets = sum(block.kind == "bullet" for block in blocks)
    beneath = sum(block.kind == "sub-bullet" for block in blocks)
    return {bullets, beneath, bullets + beneath}
