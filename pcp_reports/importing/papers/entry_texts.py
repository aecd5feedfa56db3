"""The texts of entry files, as officers would have typed them: keys in the language's own order, prose under a bar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.papers.literal import clean, plain
from pcp_reports.importing.papers.taken_over import PROMPT
from pcp_reports.money import Money
from pcp_reports.scaffold import schema_line, stem_of
from pcp_reports.words import counted, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from pcp_reports.importing.papers.taken_over import Line

_FIGURES = re.compile(r"[£$€]\s?\d[\d,.]*\w*|\b\d[\d,]*\.\d+\w*%?|\b\d[\d,]*%")
_SHORTEST, _FEW = 3, 4
_LITTLE_WORDS = (
    "the a an this that these his her their our its of and for in on at to by with from as is are was were has have had be "
    "been will would can police crime commissioner pcc office chief constable it he she they we there"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
_SMALL_WORDS = "of the and for in on to at a an"
_SMALL = frozenset(_SMALL_WORDS.split())


def stem_for(title: str, taken: Container[str], otherwise: str = "item") -> str:
    """Return a file's stem for a title that no other file has: a few words, and a number where it must be."""
    title = title.replace("’", "").replace("'", "")
    # A sum or a share says little in a file's name, and cut at its point it says something else.
    words = re.findall(r"[^\W_]+", _FIGURES.sub(" ", title)) or re.findall(r"[^\W_]+", title)
    if len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        del words[0]
    while len(words) > 1 and words[-1].casefold() in _SMALL | {"by", "with", "from"}:
        words.pop()
    if len(words) > _FEW:
        words = [word for word in words if word.casefold() not in _LITTLE and not word.isdigit()] or words
    stem = stem_of("-".join(words[:_FEW])) or otherwise
    stem = otherwise if len(stem) < _SHORTEST else stem
    number, made = 1, stem
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    return made


def short_name(name: str) -> str:
    """Return a name as files bear it: its initials if it has three words that matter or more, else its words."""
    words = [word for word in re.findall(r"[^\W_][\w’'-]*", name) if word.casefold() not in _SMALL]
    initials = "".join(word[0] for word in words)
    return initials if len(words) > 2 and initials.isascii() else " ".join(words)  # noqa: PLR2004 - Community Fund


def value(key: str, words: str) -> str:
    """Return a key with words behind it, on one line."""
    return f"{key}: {yaml_quoted(clean(words))}"


def block(key: str, text: str, margin: int = 0, *, bar: bool = True) -> list[str]:
    """Return a key with prose beneath it, set in; without ``bar`` a text of one line stands behind the key."""
    space = " " * margin
    lines = text.split("\n")
    if len(lines) == 1 and not bar:
        return [f"{space}{key}: {yaml_quoted(lines[0])}"]
    return [f"{space}{key}: |", *(f"{space}  {line}" if line else "" for line in lines)]


def entry(kind: str, keys: Iterable[tuple[str, str]], text: str, *, depth: int, about: str) -> str:
    """Return an entry of one text; ``about`` is a comment at its top, ``depth`` how many folders it lies below entries/."""
    lines = [schema_line(depth), f"# {about}", f"kind: {kind}"]
    lists: list[str] = []
    for key, words in keys:
        if key in _LISTS:
            lines += [] if key in lists else [f"{key}:"]
            lists.append(key)
        lines.append(f"  - {yaml_quoted(clean(words))}" if key in _LISTS else _keyed(key, words))
    lines += block("text", text)
    return "\n".join(lines) + "\n"


_LISTS = ("with", "places")  # a list of names, one below the other
_DATES = ("awarded", "date", "held", "launched")


def _keyed(key: str, words: str) -> str:
    """Return a key with its words; a date stands as it is."""
    return f"{key}: {words}" if key in _DATES else value(key, words)


def round_entry(
    fund: str,
    announced: str,
    title: str,
    text: str,
    strands: Sequence[tuple[str | None, Sequence[Line]]],
    *,
    depth: int,
    about: str,
    accept: Sequence[tuple[str, str]] = (),
) -> str:
    """Return a funding round's entry; ``accept`` are warnings that `check` takes, by their codes, with the reason."""
    lines = [schema_line(depth), f"# {about}", "kind: funding-round", value("title", title), value("fund", fund)]
    lines += [f"announced: {announced}", *block("text", text), "grants:"]
    for name, grants in strands:
        margin = "  "
        if name is not None:
            lines.append(f"  {_key(name)}:")
            margin = "    "
        for one in grants:
            lines.append(f"{margin}- {value('recipient', one.recipient)}")
            lines.append(f"{margin}  {value('purpose', one.purpose or PROMPT)}")
            lines.append(f"{margin}  amount: {one.amount}")
            if one.projects > 1:
                lines.append(f"{margin}  projects: {one.projects}")
            lines += [f"{margin}  {_keyed(key, words)}" for key, words in one.more]
            if one.status != "awarded":
                lines.append(f"{margin}  status: {one.status}")
    lines += ["accept:", *(f"  {code}: {yaml_quoted(why)}" for code, why in accept)] if accept else []
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """Return a name as a key."""
    words = plain(name)
    return yaml_quoted(words) if yaml_quoted(words) != words or words.endswith(":") else words


def names(key: str, behind: Mapping[str, Sequence[str]], margin: int = 0) -> list[str]:
    """Return a key with names beneath it, each with lines of its own set in beneath."""
    space = " " * margin
    lines = [f"{space}{key}:"]
    for name, rows in behind.items():
        lines += [f"{space}  {_key(name)}:", *(f"{space}    {row}" for row in rows)]
    return lines


def about_round(strands: Sequence[tuple[str | None, Sequence[Line]]]) -> str:
    """Return what a round comes to, in a line: “9 grants, £69,267: Community Fund £62,523, …”."""
    counting = [(name, [line for line in lines if line.counts]) for name, lines in strands]
    whole = Money.total(line.amount for _, lines in counting for line in lines)
    number = counted(sum(len(lines) for _, lines in counting), "grant")
    parts = [f"{name} {Money.total(line.amount for line in lines)}" for name, lines in counting if name is not None]
    return f"{number}, {whole}" + (f": {', '.join(parts)}" if parts else "")
