"""What looks like Markdown or HTML but is printed as typed, named because its writer probably meant more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.prose_inline import hidden
from pcp_reports.prose_parts import ProseFault, fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.prose_flow import Flow, LineOfText
    from pcp_reports.prose_inline import Link

_BULLET_SIGN = re.compile(r"[*+]\s|[•▪◦‣·●○■\uf0b7\uf0a7]")
_DASH_SIGN = re.compile(r"[–—-]\s")
_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)]\s")
_HEADING = re.compile(r"#{1,6}\s")
_RULE = re.compile(r"(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}")
_TABLE = re.compile(r"\|.*\|")
_BACKTICKS = re.compile(r"(?<!`)`++[^`]+`++")
_OPENING_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_CLOSING_TAG = re.compile(r"</[A-Za-z][A-Za-z0-9]*\s*>")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,2})(?=[^\s_])[^_]*(?<=[^\s_])\1(?!\w)")
_IN_BRACKETS = re.compile(r"(!?)\[([^\[\]]*)\]\(([^()\[\]]*)\)")
_ADDRESS = re.compile(r"(?<![\w/.@])(?:https?://|www\.)[^\s<>\[\]\x00]+", re.IGNORECASE)
_AFTER_AN_ADDRESS = ".,;:!?)'\"”’*"  # what belongs to the sentence, not to the address
_MAY_BE_AN_ADDRESS = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:/\S*)?")
_HIDDEN = "\x00"


def line_slips(lines: Sequence[LineOfText], *, is_bullet: bool) -> Iterator[ProseFault]:
    """Yield what the beginnings of the lines of a block seem to ask for, each kind at its first line."""
    first = lines[0]
    if sign := next(
        (line for line in lines if _BULLET_SIGN.match(line.words) and not _RULE.fullmatch(line.words)), None
    ):
        yield fault("bullet-sign", sign.offset, sign.words[0])
    elif _DASH_SIGN.match(first.words) and not _RULE.fullmatch(first.words):
        yield fault("bullet-sign", first.offset, first.words[0])
    numbered = [line for line in lines if _NUMBER.match(line.words)]
    # One number in the midst of a paragraph is a sentence that was broken there: "… was held on page\n12. Then …".
    if numbered and (numbered[0] is first or _count_on(numbered)):
        yield fault("numbered-list", numbered[0].offset)
    if heading := next((line for line in lines if _HEADING.match(line.words)), None):
        yield fault("heading", heading.offset, heading.words)
    if first.words.startswith(">"):
        yield fault("quote", first.offset)
    if not is_bullet and (rule := next((line for line in lines if _RULE.fullmatch(line.words)), None)):
        yield fault("rule", rule.offset, rule.words)
    if table := next((line for line in lines if _TABLE.fullmatch(line.words)), None):
        yield fault("table", table.offset)


def _count_on(numbered: Sequence[LineOfText]) -> bool:
    """Return whether the numbers that begin the lines run on: 1, 2, 3."""
    numbers = [int(match[1]) for line in numbered if (match := _NUMBER.match(line.words))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def word_slips(flow: Flow, links: Sequence[Link]) -> Iterator[ProseFault]:
    """Yield what the words of a block seem to ask for, each time they do; what links hold is left alone."""
    text = hidden(flow.text, links, _HIDDEN)

    def at(match: re.Match[str], kind: str, hint_words: str | None = None) -> ProseFault:
        words = match[0] if kind != "bare-address" else _bare(match[0])
        words = words.replace(flow.mark, "{{…}}") if flow.mark else words
        return fault(kind, flow.offset(match.start()), words, hint_words)

    for match in _IN_BRACKETS.finditer(text):
        if match[1]:
            yield at(match, "image")
        elif match[2].strip() and flow.mark and flow.mark in match[3]:
            yield at(match, "link-placeholder")
        elif match[2].strip() and match[3].lower().startswith("tel:"):
            yield at(match, "link-telephone", match[3][4:].strip() or match[2])
        elif match[2].strip():
            address = match[3] if _MAY_BE_AN_ADDRESS.fullmatch(match[3]) else "…"
            yield at(match, "link-address", f"https://{address}")
        else:
            yield at(match, "link-label", match[3] or "https://…")
    yield from (
        at(match, "bare-address", link)
        for match in _ADDRESS.finditer(_IN_BRACKETS.sub(_hide, text))
        if (link := _whole(match[0]))
    )
    tags = list(_OPENING_TAG.finditer(text)) or list(_CLOSING_TAG.finditer(text))
    yield from (at(match, "html") for match in tags)
    yield from (at(match, "entity") for match in _ENTITY.finditer(text) if _stands_for_a_sign(match[0]))
    yield from (at(match, "backticks") for match in _BACKTICKS.finditer(text))
    yield from (at(match, "underscores") for match in _UNDERSCORES.finditer(text))


def _hide(match: re.Match[str]) -> str:
    return _HIDDEN * len(match[0])


def _whole(address: str) -> str:
    """Return the address without the stop of its sentence, and with https:// if nothing else begins it."""
    bare = _bare(address)
    return bare if "://" in bare else f"https://{bare}"


def _bare(address: str) -> str:
    """Return the address without the stops of its sentence; a bracket that it opened itself stays."""
    bare = address.rstrip(_AFTER_AN_ADDRESS)
    while address[len(bare) : len(bare) + 1] == ")" and bare.count("(") > bare.count(")"):
        bare += ")"
    return bare


def _stands_for_a_sign(entity: str) -> bool:
    from html import unescape  # noqa: PLC0415 - its list of names is long

    return unescape(entity) != entity
