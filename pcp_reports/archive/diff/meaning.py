"""What changed from one version to another by meaning: grouped by entry, in the paper's order, nothing passed over.

Whatever differs is named. What cannot be read as an entry is compared line by line and said to be; where the meaning
is the same, it is said that only notes and layout changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.diff.beside import made_otherwise, other_changes, template_changes, text_changes
from pcp_reports.archive.diff.change import Change, Group, group, projects_of
from pcp_reports.archive.diff.found import finding_changes
from pcp_reports.archive.diff.front import (
    order_of,
    paper_changes,
    place_in,
    placed_anew,
    placed_elsewhere,
    with_names,
    without,
)
from pcp_reports.archive.diff.keys import changes_of, same
from pcp_reports.archive.diff.recorded import kept_otherwise
from pcp_reports.archive.diff.rounds import grants_apart, round_changes
from pcp_reports.archive.layout import FINDINGS, TEMPLATE, TOTALS, VERSION
from pcp_reports.comparing.pairs.pairing import alike, pair
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.archive.diff.held import Held
    from pcp_reports.model.paper import Paper
    from pcp_reports.workspace import Filed

OFFICE = "entries/office.yaml"
ONLY_LAYOUT = "Only notes and layout changed; what it says is the same."
_AS_TEXT = "What changed here cannot be told by meaning, so it is compared line by line as typed."
_SECRET = "Something that is kept out of everything public changed; it is not told here."  # noqa: S105 - no password
_APART = "An entry kept out of everything public"
_RENAMED = 0.7  # so much of a file must have stayed for it to be the same entry under another name


def meaning(old: Held, new: Held) -> tuple[Group, ...]:
    """Return what changed by meaning from one version to another."""
    return tuple(_Telling(old, new).groups())


class _Telling:
    """Goes through two versions file by file; ``told`` are the paths that have had their turn."""

    def __init__(self, old: Held, new: Held) -> None:
        self.old, self.new = old, new
        self.told = {FINDINGS, VERSION, TEMPLATE, old.document, new.document}
        gone, come = ({*one.entries} - {*other.entries} for one, other in ((old, new), (new, old)))
        self.renamed = _renamed(old, new, sorted(gone), sorted(come))
        # An entry that came or went says where it stands itself.
        self.elsewhere = frozenset(map(_name, (gone | come) - self.renamed.keys() - {*self.renamed.values()}))

    def groups(self) -> Iterator[Group]:
        if self.new.paper is not None:
            yield from self._whole("The paper", self.new.paper.filed.path)
        office = tuple(self._whole("The office", OFFICE))
        entries = self._entries()
        yield from entries
        yield from office
        old, new = self.old.files, self.new.files
        yield from group("The template", template_changes(self.old, self.new))
        yield from group("What check found", finding_changes(old.get(FINDINGS), new.get(FINDINGS)))
        if any(map(self._tells_of_a_round, entries)):
            self.told.add(TOTALS)  # what moved in it is told there, grant by grant and strand by strand
        beside: dict[str, list[Change]] = {}
        for path, change in other_changes(old, new, self.told):
            beside.setdefault(path, []).append(change)
        for path, changes in beside.items():
            yield from group(path, changes)
        yield from group("How it was kept", kept_otherwise(self.old, self.new))
        yield from group("What it was made with", made_otherwise(self.old, self.new))

    def _whole(self, title: str, path: str) -> tuple[Group, ...]:
        """Return the group of a file that every version holds; one that does not is told as one that came or went."""
        both = path in self.old.files and path in self.new.files
        return self._compared(title, path, path) if both else ()

    def _entries(self) -> tuple[Group, ...]:
        """Return the groups of the entries, in the paper's order."""
        before, after = ({*held.entries} - self.told for held in (self.old, self.new))
        groups = {path: self._compared(_name(path), path, path) for path in sorted(before & after)}
        groups |= {now: self._compared(_name(now), was, now) for was, now in self.renamed.items()}
        for held, paths in ((self.old, before - after), (self.new, after - before)):
            for path in sorted(paths - self.told):
                groups[path] = self._one_sided(path, held, added=held is self.new)
        papers = [held.paper.paper if held.paper is not None else None for held in (self.old, self.new)]
        rank = {name: number for number, name in enumerate(order_of(*papers))}
        ordered = sorted(groups, key=lambda path: (rank.get(_name(path), len(rank)), path))
        return tuple(one for path in ordered for one in groups[path])

    def _compared(self, title: str, was: str, now: str) -> tuple[Group, ...]:
        """Return the group of one file that both versions hold, under one path or under two."""
        self.told |= {was, now}
        before, after = self.old.files[was], self.new.files[now]
        if before == after and was == now:
            return ()
        if self.old.secret(was) or self.new.secret(now):
            return (Group(_APART, (Change(_SECRET),)),)
        moved = (Change(f"Now in the file {now} (it was {was})."),) if was != now else ()
        changes = () if before == after else self._of_file(self.old.filed.get(was), self.new.filed.get(now))
        if changes is None:
            changes = (Change(_AS_TEXT), *text_changes(before, after))
        return group(title, (*moved, *changes), now)

    def _of_file(self, one: Filed | None, other: Filed | None) -> tuple[Change, ...] | None:
        """Return what changed in an entry by meaning; None where it can only be shown as typed."""
        if one is None or other is None or not (one.sound and other.sound) or one.kind != other.kind:
            return None
        if same(one.model, other.model):
            return (Change(ONLY_LAYOUT),)
        if other.kind == "paper":
            return self._of_paper(one.model, other.model)
        return tuple(_of_entry(one, other, self.new.survey.register.language)) or None

    def _of_paper(self, old: Paper, new: Paper) -> tuple[Change, ...] | None:
        old = with_names(old, {_name(was): _name(now) for was, now in self.renamed.items()})
        told = [*paper_changes(old, new)]
        told += [change for name, change in placed_anew(old, new) if name not in self.elsewhere]
        for name, changes in placed_elsewhere(old, new).items():
            told += [Change(f"{name}: {change.text[:1].lower()}{change.text[1:]}") for change in changes]
        explained = same(without(old, self.elsewhere), without(new, self.elsewhere))
        return tuple(told) if told or explained else None

    def _tells_of_a_round(self, one: Group) -> bool:
        """Return whether a group tells of more than notes and layout in a funding round."""
        kinds = [held.filed[one.path].kind for held in (self.old, self.new) if one.path in held.filed]
        return ROUND in kinds and any(change.text != ONLY_LAYOUT for change in one.changes)

    def _one_sided(self, path: str, held: Held, *, added: bool) -> tuple[Group, ...]:
        self.told.add(path)
        if held.secret(path):
            return (Group(_APART, (Change(_SECRET),)),)
        name = _name(path)
        where = place_in(held.paper.paper if held.paper is not None else None, name)
        filed = held.filed.get(path)
        what = f" ({filed.kind})" if filed is not None and filed.kind else ""
        sentence = (
            f"Entry added{what}{where}." if added else f"Entry taken out{what}; it stood{where or ' in no section'}."
        )
        changes = [Change(sentence)]
        if filed is not None and filed.kind == ROUND and filed.sound:
            whole = sum_round(filed).sum
            sign = 1 if added else -1
            told_of = f"{counted(whole.grants, 'grant')}, {whole.total} to {projects_of(whole.projects)}"
            verb = "It holds" if added else "It held"
            changes.append(Change(f"{verb} {told_of}.", sign * whole.total.pence, sign * whole.projects))
        return group(name, changes, path)


def _of_entry(one: Filed, other: Filed, locale: str) -> Iterator[Change]:
    is_round = other.kind == ROUND
    yield from changes_of(one.model, other.model, "", ("grants",) if is_round else ())
    if is_round:
        yield from round_changes(one, other, locale)
        if grants_apart(one.model, other.model):
            yield Change(_SECRET)


def _name(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _renamed(old: Held, new: Held, gone: list[str], come: list[str]) -> dict[str, str]:
    """Return the entries that stand in another file now: the same name in another folder, or nearly the same content."""

    def words(held: Held, path: str) -> str:
        return "\n".join(held.filed[path].source.lines) if path in held.filed else ""

    def likeness(one: str, other: str) -> float:
        kinds = {held.filed[path].kind if path in held.filed else path for held, path in ((old, one), (new, other))}
        return alike(words(old, one), words(new, other)) if len(kinds) == 1 else 0.0

    marks = (lambda path: old.files.get(path) or new.files.get(path), _name)
    return {gone[here]: come[there] for here, there in pair(gone, come, marks, likeness, _RENAMED)}
