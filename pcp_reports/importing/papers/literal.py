"""Words of a paper -> prose of an entry that reads back as exactly those words.

What was set bold, italic or as a link is written so that it is set so again. Each block is read back as soon as it is
written; where the entry language would take a sign for more than itself, another that looks alike stands in its place,
and that is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.document import Run
from pcp_reports.prose import Words, read_prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INDENT = {"paragraph": "", "bullet": "- ", "sub-bullet": "  - "}
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U0001fffe\U0001ffff]"
)
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
_BLANK = re.compile("[\t\n\u2028\u2029 ]+")
# Signs that the entry language reads, as patterns, with what stands for them and how that is told.
_HELD = (
    (re.compile(r"\{(?=[{%#])"), "{ ", "braces have a blank between them"),
    (re.compile(r"\}(?=\})"), "} ", "braces have a blank between them"),
    (re.compile(r"\](?=\()"), "] ", "brackets have a blank between them"),
    (re.compile(r"\*"), "\u2217", "an asterisk is another sign that looks like one"),
)
_LINK = re.compile(r"(?i)(?:https?://|mailto:)(?:[^\s()\[\]{}]|\([^\s()\[\]{}]*\))+")


@dataclass(frozen=True, slots=True)
class Bit:
    """A paragraph or bullet of a text on its way into an entry: ``kind`` as in `prose.ProseBlock`, and its words."""

    kind: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Literal:
    """Prose as it is typed, and the signs in it that others had to stand in for, as clauses."""

    text: str
    changed: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return words on one line as an entry can hold them: what does not print is left out, blanks are one blank."""
    return _BLANK.sub(" ", _UNSEEN.sub("", _UNPRINTED.sub("", text))).strip()


def clean(text: str) -> str:
    """Return words as an entry can hold them: what does not print is left out; blanks stay as they are."""
    return re.sub("[\t\n\u2028\u2029]", " ", _UNSEEN.sub("", _UNPRINTED.sub("", text))).strip()


def prose_of(bits: Iterable[Bit], *, begun: bool = False) -> Literal:
    """Return the prose that reads back as these blocks.

    Unless the text has ``begun`` above them, the first is a paragraph, as a text must begin with a sentence. A bullet that goes with no bullet above it is one of the first level. Blocks without words are left out.
    """
    lines: list[str] = []
    changed: list[str] = []
    before = ""
    for bit in bits:
        runs = _tidied(bit.runs)
        if not runs:
            continue
        kind = bit.kind
        if kind != "paragraph" and not before and not begun:
            kind = "paragraph"
        if kind == "sub-bullet" and before not in ("bullet", "sub-bullet"):
            kind = "bullet"
        typed, told = _typed(kind, runs)
        changed += [one for one in told if one not in changed]
        if before and not (kind != "paragraph" and before != "paragraph"):
            lines.append("")
        lines.append(typed)
        before = kind
    return Literal("\n".join(lines), tuple(changed))


def _tidied(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with one blank between words, none around them, and neighbours that are set alike as one."""
    made: list[Run] = []
    for run in runs:
        text = _BLANK.sub(" ", _UNSEEN.sub("", _UNPRINTED.sub("", run.text)))
        if made and made[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        link = run.link if run.link and _LINK.fullmatch(run.link) else None
        if made and (made[-1].bold, made[-1].italic, made[-1].link) == (run.bold, run.italic, link):
            made[-1] = Run(made[-1].text + text, run.bold, run.italic, link)
        else:
            made.append(Run(text, run.bold, run.italic, link))
    while made and not made[0].text.strip():
        del made[0]
    while made and not made[-1].text.strip():
        del made[-1]
    if made:
        made[0] = Run(made[0].text.lstrip(), made[0].bold, made[0].italic, made[0].link)
        made[-1] = Run(made[-1].text.rstrip(), made[-1].bold, made[-1].italic, made[-1].link)
    return tuple(made)


def _typed(kind: str, runs: tuple[Run, ...]) -> tuple[str, list[str]]:
    """Return a block as it is typed, and what had to be changed: first with all its looks, then with fewer."""
    unset = tuple(Run(run.text, link=run.link) for run in runs)
    bare = (Run("".join(run.text for run in runs)),)
    for tried, lost in ((runs, ""), (unset, "bold or italic words are plain"), (bare, "a link is plain words")):
        typed = _INDENT[kind] + "".join(map(_marked, tried))
        if _reads_back(kind, typed, tried):
            return typed, [lost] if lost else []
    words = bare[0].text
    changed = []
    for sign, instead, told in _HELD:
        if sign.search(words) and not _reads_back(kind, _INDENT[kind] + words, (Run(words),)):
            words = sign.sub(instead, words)
            changed += [told] if told not in changed else []
    if kind == "paragraph" and re.match(r"-(?= |$)", words):
        words = "\u2011" + words[1:]
        changed.append("a hyphen that begins a paragraph is a longer one")
    return _INDENT[kind] + words, changed


def _marked(run: Run) -> str:
    """Return words with the signs that set them bold, italic or as a link; blanks around them stay outside."""
    words = run.text.strip(" ")
    stars = "**" * run.bold + "*" * run.italic
    if not words or not (stars or run.link):
        return run.text
    lead, tail = run.text[: len(run.text) - len(run.text.lstrip(" "))], run.text[len(run.text.rstrip(" ")) :]
    inner = f"[{words}]({run.link})" if run.link else words
    return f"{lead}{stars}{inner}{stars}{tail}"


def _reads_back(kind: str, typed: str, runs: Sequence[Run]) -> bool:
    """Return whether what was typed is read as one block of that kind with those words and looks."""
    above = "" if kind == "paragraph" else "x\n\n" + ("- x\n" if kind == "sub-bullet" else "")
    read = read_prose(above + typed)
    if any(fault.certain for fault in read.faults):
        return False
    extra = above.count("x")
    if len(read.blocks) != extra + 1 or read.blocks[-1].kind != kind:
        return False
    parts = read.blocks[-1].parts
    if not all(isinstance(part, Words) for part in parts):
        return False
    found = [
        (char, part.bold, part.italic, part.link) for part in parts if isinstance(part, Words) for char in part.text
    ]
    wanted = [(char, run.bold, run.italic, run.link) for run in runs for char in run.text]
    return [one for one in found if one[0] != " "] == [one for one in wanted if one[0] != " "] and (
        "".join(one[0] for one in found) == "".join(one[0] for one in wanted)
    )
