"""The words of one paragraph: placeholders out first, then links, then bold and italic.

What asterisks mean is CommonMark's rule, applied by markdown-it-py with everything else switched off. Loading it takes
a good part of the time of a whole check, so paragraphs whose asterisks can be read in one way only are read here; a
test holds the two together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.prose_parts import Placeholder, ProseFault, Words, fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from pcp_reports.prose_flow import Flow

# Patterns as text: they are compiled, and kept by re, only once a link or an asterisk is met.
_LINK = (
    r"(?i)(?<!!)\[(?P<label>[^\[\]]*)\]"
    r"\((?P<address>(?:https?://|mailto:)(?:[^\s()\[\]]|\([^\s()\[\]]*\))++)\)"
)
# Asterisks that every reader takes alike: against the words inside, a blank before, a blank or a stop after.
_PLAIN_EMPHASIS = r"(?<!\S)(?P<stars>\*\*?)(?=[^\s*])(?P<words>[^*]*)(?<=[^\s*])(?P=stars)(?=[\s.,;:!?)]|\Z)"
_TWO_ASTERISKS = r"(?<!\*)\*\*(?!\*)"
_MOST_ASTERISKS = 2_000  # in one paragraph; beyond them the rule's time grows with their square


class Link(NamedTuple):
    """A link in a flow: where it begins, where its label begins and ends, where it ends itself, and its address."""

    start: int
    label: int
    label_end: int
    end: int
    address: str


class Span(NamedTuple):
    """A stretch of a flow that is printed, and how."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    link: str | None = None


def find_links(flow: Flow) -> tuple[Link, ...]:
    """Return the links of the flow: those with words to show and an address that is typed out."""
    if "](" not in flow.text:
        return ()
    return tuple(
        Link(match.start(), match.start("label"), match.end("label"), match.end(), match["address"])
        for match in re.finditer(_LINK, flow.text)
        if match["label"].strip() and not (flow.mark and flow.mark in match["address"])
    )


def hidden(text: str, links: Sequence[Link], char: str) -> str:
    """Return the text with every character of the links replaced by ``char``."""
    pieces: list[str] = []
    at = 0
    for link in links:
        pieces += (text[at : link.start], char * (link.end - link.start))
        at = link.end
    return "".join((*pieces, text[at:]))


def read_spans(flow: Flow, links: Sequence[Link], *, plainly: bool = True) -> tuple[list[Span], list[ProseFault]]:
    """Return what is printed of the flow, in order, and the faults of its asterisks.

    With ``plainly`` False markdown-it-py reads every flow that has an asterisk; the spans are the same.
    """
    asterisks = flow.text.count("*")
    if not asterisks:
        return _linked([Span(0, len(flow.text))], links), []
    spans = _plain_spans(flow, links) if plainly else None
    if spans is None:
        if asterisks > _MOST_ASTERISKS:
            first = fault("too-many-asterisks", flow.offset(flow.text.index("*")))
            return _linked([Span(0, len(flow.text))], links), [first]
        spans = _spans_by_markdown(flow, links)
    return spans, _left_over(flow, spans)


def parts_of(flow: Flow, spans: Sequence[Span]) -> tuple[Words | Placeholder, ...]:
    """Return the spans as words and placeholders."""
    parts: list[Words | Placeholder] = []
    expressions = iter(flow.expressions)
    for start, end, bold, italic, link in spans:
        at = start
        words = flow.text[start:end]
        for index, piece in enumerate(words.split(flow.mark) if flow.mark else [words]):
            if index:
                parts.append(Placeholder(next(expressions), flow.offset(at), bold, italic, link))
                at += 1
            if piece:
                parts.append(Words(piece, bold, italic, link))
                at += len(piece)
    return tuple(parts)


def _linked(spans: Sequence[Span], links: Sequence[Link]) -> list[Span]:
    """Return the spans with the links cut out of them; no link lies over the end of a span."""
    cut: list[Span] = []
    starts = [link.start for link in links]
    for span in spans:
        at = span.start
        for link in links[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            cut.append(span._replace(start=at, end=link.start))
            cut.append(span._replace(start=link.label, end=link.label_end, link=link.address))
            at = link.end
        cut.append(span._replace(start=at))
    return [span for span in cut if span.start < span.end]


def _plain_spans(flow: Flow, links: Sequence[Link]) -> list[Span] | None:
    """Return the spans where each asterisk can be read in one way only, else None."""
    # To asterisks around it a whole link is as a word; asterisks inside one are not plain.
    text = hidden(flow.text, links, "x")
    if text.count("*") != flow.text.count("*"):
        return None
    found = list(re.finditer(_PLAIN_EMPHASIS, text))
    if 2 * sum(len(match["stars"]) for match in found) != text.count("*"):
        return None
    spans: list[Span] = []
    at = 0
    for match in found:
        spans.append(Span(at, match.start()))
        bold = len(match["stars"]) == len("**")
        spans.append(Span(match.start("words"), match.end("words"), bold=bold, italic=not bold))
        at = match.end()
    return _linked([*spans, Span(at, len(text))], links)


def _spans_by_markdown(flow: Flow, links: Sequence[Link]) -> list[Span]:
    """Return the spans as markdown-it-py reads the asterisks."""
    tokens: list[Token] = []
    reader = _reader()
    reader.inline.parse(flow.text, reader, {"links": {link.start: link for link in links}}, tokens)
    spans: list[Span] = []
    at = bold = italic = 0
    address: str | None = None
    for token in tokens:
        if token.type == "text":
            if token.content:
                spans.append(Span(at, at + len(token.content), bold > 0, italic > 0, address))
                at += len(token.content)
        elif token.tag == "strong":
            bold, at = bold + token.nesting, at + 2
        elif token.tag == "em":
            italic, at = italic + token.nesting, at + 1
        else:
            address, at = token.meta["address"], token.meta["at"]
    return _joined(spans)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return the spans with neighbours of the same looks made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start and joined[-1][2:] == span[2:]:
            joined[-1] = joined[-1]._replace(end=span.end)
        else:
            joined.append(span)
    return joined


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    """Return markdown-it-py with nothing on but asterisks and the links given as ``env``."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - it is slow to load
    from markdown_it.rules_inline import emphasis  # noqa: PLC0415 - as above

    def asterisks(state: StateInline, silent: bool) -> bool:
        at = state.pos
        if state.src[at] != "*":
            return False
        # 5*3*2, or a word with an asterisk in its midst, is no emphasis to those who type it
        around = state.src[at - 1 : at] + state.src[at + 1 : at + 2]
        return not (len(around) == len("ab") and around.isalnum()) and emphasis.tokenize(state, silent)

    def links(state: StateInline, silent: bool) -> bool:
        link: Link | None = state.env["links"].get(state.pos)
        if link is None or silent:
            return False
        most = state.posMax
        state.push("link_open", "a", 1).meta = {"address": link.address, "at": link.label}
        state.pos, state.posMax = link.label, link.label_end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1).meta = {"address": None, "at": link.end}
        state.pos, state.posMax = link.end, most
        return True

    reader = MarkdownIt("zero").enable("emphasis")
    reader.inline.ruler.at("emphasis", asterisks)
    reader.inline.ruler.before("emphasis", "links", links)
    return reader


def _left_over(flow: Flow, spans: Sequence[Span]) -> list[ProseFault]:
    """Return the faults of asterisks that are printed: the first pair, and any against words set bold or italic."""
    for span in spans:
        if pair := re.search(_TWO_ASTERISKS, flow.text[span.start : span.end]):
            return [fault("unclosed-bold", flow.offset(span.start + pair.start()))]
    for before, after in pairwise(spans):
        if flow.text[before.end - 1] == "*" and (after.bold or after.italic):
            return [fault("stray-asterisk", flow.offset(before.end - 1))]
        if flow.text[after.start] == "*" and (before.bold or before.italic):
            return [fault("stray-asterisk", flow.offset(after.start))]
    return []
