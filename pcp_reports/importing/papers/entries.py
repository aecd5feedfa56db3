"""The matters of a paper as entry files, and as the items that place them in its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear, in_words
from pcp_reports.importing.made import NewFile, RoundTotal
from pcp_reports.importing.papers.bits import bits_of
from pcp_reports.importing.papers.body import is_counted
from pcp_reports.importing.papers.entry_texts import about_round, block, entry, round_entry, short_name, stem_for
from pcp_reports.importing.papers.former_names import name_behind
from pcp_reports.importing.papers.funds import UNKNOWN
from pcp_reports.importing.papers.literal import Literal, plain, prose_of
from pcp_reports.importing.papers.office import unfilled
from pcp_reports.importing.papers.open_counts import CODE
from pcp_reports.importing.papers.said import BOARD, said_of, stands_in_place
from pcp_reports.importing.papers.titles import title_of
from pcp_reports.importing.papers.twins import rounds_there, sum_of, there_already
from pcp_reports.importing.papers.within_reach import names_in_reach, standing_of, words_of
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.word.marks import entry_mark
from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.papers.body import Matter, Part
    from pcp_reports.importing.papers.funds import Placed, Placing
    from pcp_reports.importing.papers.tables import Tables
    from pcp_reports.importing.papers.taken_over import Line
    from pcp_reports.passage import Paper
    from pcp_reports.word.set_words import SetParagraph
    from pcp_reports.workspace import Register

FUNDING = "funding"
_GRANTS = "Grants"  # what a round is called whose fund is not known
_LINES = "{{ lines }}"
_OFFICE_MARK = entry_mark("entries/office.yaml")


@dataclass(frozen=True, slots=True)
class MadeRound:
    """A round as it was placed: its file's path, whether that was there already, and where it belongs."""

    path: str
    there: bool
    placed: Placed
    lines: tuple[Line, ...]
    first: int


class Entries:
    """Makes the files of one paper, in order. What is made is gathered here: nothing is written, nothing returned twice."""

    def __init__(
        self,
        paper: Paper,
        typed: Mapping[int, SetParagraph],
        meeting: PartialDate,
        placing: Placing,
        tables: Tables,
        register: Register | None,
    ) -> None:
        self.paper = paper
        self.typed = typed
        self.meeting = meeting
        self.placing = placing
        self.folder = self.was = str(meeting)  # the paper's own folder, and the one that it was built from
        self.files: list[NewFile] = []
        self.rounds: list[MadeRound] = []
        self.used: set[int] = set()
        self.unsure: list[tuple[str, int]] = []  # statements that are only perhaps more, with their first passages
        self.changed: list[tuple[str, int]] = []  # signs that others stand for, with the passage
        self.retold: list[int] = []  # sentences whose grants are now a list as well
        self.board = True
        self.taken = names_in_reach(register, self.folder)
        self.known = rounds_there(register)
        self.tables = tables
        self.open_counts: dict[int, str] = {}  # why the number of projects over a line may be right, by its passage
        self.accepted: list[tuple[str, str]] = []  # rounds whose number of projects is left open, with the reason
        self.held: dict[int, str] = {}  # passages that the entries hold already, with the text that holds them
        self.standing = standing_of(register)
        self.keeps_standing = register is None or register.office_file is None or unfilled(register) is not None
        self.new_standing: dict[str, str] = {}

    # -- prose

    def prose(
        self,
        places: Iterable[int],
        numbers: Container[int] = (),
        *,
        begun: bool = False,
        kept: frozenset[int] = frozenset(),
        said: Mapping[int, str] | None = None,
    ) -> Literal:
        """Return passages as prose, and count them as used; but for rows ``kept``, a prompt stands where a table stood.

        ``said`` are words that stand for those of a passage.
        """
        chosen = list(places)
        rows = [at for at in chosen if self.paper.passages[at].sort is Sort.ROW and at not in kept]
        prompts = self.tables.prompts_at(rows)
        used = [at for at in chosen if at not in rows]
        taken = [at for at in chosen if at in prompts or at not in rows]
        bits = bits_of(self.paper.passages, taken, self.typed, numbers, {**(said or {}), **prompts})
        made = prose_of(bits, begun=begun)
        self.used.update(used)
        self.changed += [(told, taken[0]) for told in made.changed]
        return made

    # -- sections

    def items_of(self, part: Part) -> list[str]:
        """Return the lines of a section's items, and make the files that they name."""
        lines: list[str] = []
        for matter in part.matters:
            also = matter.also and bool(lines)
            if matter.found is not None:
                lines.append(_named(self._round(matter, part.heading), also=also))
            elif (
                self._is_table(matter)
                or stands_in_place(part.heading)
                or matter.mark
                in (
                    _OFFICE_MARK,
                    entry_mark(f"entries/{self.was}/paper.yaml"),
                )
            ):
                lines += self._in_place(matter, also=also)
            else:
                name = self._entry(matter, part)
                lines += [_named(name, also=also)] if name else []
        self.used.update(part.heads if lines else ())
        return lines

    def _is_table(self, matter: Matter) -> bool:
        """Return whether nothing of a matter is words: a table that nobody announces."""
        return all(self.paper.passages[at].sort is Sort.ROW for at in matter.places)

    def _in_place(self, matter: Matter, *, also: bool) -> list[str]:
        text = self.prose(matter.places, matter.places[:1]).text
        if not text:
            return []
        standing = self.standing.get(words_of(text))
        if standing is None and self.keeps_standing and matter.mark == _OFFICE_MARK:
            standing = stem_for(title_of(self.paper.passages[matter.places[0]].text), self.new_standing)
            self.new_standing[standing] = text
        if standing is not None:
            self.held |= dict.fromkeys(matter.places, text)
            name = f"standing: {yaml_quoted(standing)}"
            return ["      - also:", f"          {name}"] if also else [f"      - {name}"]
        if also:
            return ["      - also:", *block("text", text, 10)]
        first, *rest = block("text", text, 8)
        return [f"      - {first.strip()}", *rest]

    def _entry(self, matter: Matter, part: Part) -> str:
        """Make the entry of a matter and return its name; empty where nothing of it is words."""
        passages = self.paper.passages
        texts = [passages[at].text for at in matter.places if passages[at].sort is not Sort.ROW]
        text = self.prose(matter.places, matter.places[:1]).text
        if not text:
            return ""
        said = said_of(texts, part.heading, self.meeting, board=self.board)
        self.board = self.board and said.kind != BOARD
        name = self._stem(said.title, matter, (f"entries/{self.was}/{{}}.yaml",))
        if not said.sure:
            self.unsure.append((name, matter.places[0]))
        is_named = said.kind == "operation"
        keys = (("name" if is_named else "title", said.title), *said.keys)
        made = entry(said.kind, keys, text, depth=1, about=self._about(matter.places[0]))
        self.files.append(NewFile(f"entries/{self.folder}/{name}.yaml", made, f"{said.kind}: {said.title}"))
        return name

    def _stem(self, title: str, matter: Matter, paths: Sequence[str]) -> str:
        """Return a name for a matter: in a paper of our own the one that its bookmarks were made of, if it can be told."""
        text = " ".join(self.paper.passages[at].text for at in matter.places)
        was = name_behind(matter.mark, title, text, paths) if matter.mark else ""
        name = was if was and was not in self.taken else stem_for(title, self.taken)
        self.taken.add(name)
        return name

    def _about(self, at: int) -> str:
        return plain(
            f"From {self.paper.path.replace(chr(92), '/').rpartition('/')[2]}, {self.paper.passages[at].where}."
        )

    # -- rounds

    def _round(self, matter: Matter, heading: str) -> str:
        found = matter.found
        if found is None:
            raise ValueError(heading)
        passages = self.paper.passages
        listed = found.places - found.kept
        first = min(listed, default=max(found.places))
        # A sentence that names all the grants itself leads up to the list that is made of it.
        last = first if listed else first + 1
        before = [at for at in matter.places if at not in listed and (at < last or at in found.lead)]
        after = [at for at in matter.places if at not in listed and at not in before]
        self.retold += sorted(at for at in found.kept if at in {line.place for line in found.lines})
        lead = [passages[at].text for at in before]
        placed = self.placing.place(found, lead, heading)
        self.used.update((found.places - found.kept) & set(matter.places))
        there = there_already(self.known.get(sum_of(found.lines), ()), placed)
        if there is not None:
            self.rounds.append(MadeRound(there.path, True, placed, found.lines, first))
            self.used.update(matter.places)
            self.held |= dict.fromkeys(matter.places, "\n".join(there.source.lines))
            return there.name
        numbers = [at for at in matter.places if self._is_own_number(at, matter.places[0])]
        text = self.prose(before, numbers).text or plain(f"{heading.rstrip(':')}:")
        behind = self.prose(after, numbers, begun=True, kept=found.kept, said=dict(found.totals)).text
        text = f"{text}\n\n{_LINES}\n\n{behind}" if behind else text
        month = in_words(placed.announced)
        year = str(FinancialYear.of(placed.announced)).replace("/", "-")
        pattern = f"entries/{FUNDING}/{year}/{{}}.yaml"
        fund = _GRANTS if placed.fund == UNKNOWN else placed.fund
        title = f"{short_name(fund)} {month.rpartition(' ')[0]}"
        name = self._stem(title, matter, (pattern, f"entries/{FUNDING}/{{}}.yaml", f"entries/{self.was}/{{}}.yaml"))
        path = pattern.format(name)
        open_count = next((self.open_counts[line.place] for line in found.lines if line.place in self.open_counts), "")
        made = round_entry(
            placed.fund,
            str(placed.announced),
            f"{fund}, {month}",
            text,
            placed.strands,
            depth=2,
            about=self._about(matter.places[0]),
            accept=((CODE, open_count),) if open_count else (),
        )
        self.accepted += [(name, open_count)] if open_count else []
        self.files.append(NewFile(path, made, about_round(placed.strands)))
        self.rounds.append(MadeRound(path, False, placed, found.lines, first))
        return name

    def _is_own_number(self, at: int, first: int) -> bool:
        """Return whether a passage bears a number of the paper's own, as the first of its matter does."""
        one, other = self.paper.passages[at], self.paper.passages[first]
        return at == first or (is_counted(one) and is_counted(other) and one.level == other.level)

    def totals(self) -> tuple[RoundTotal, ...]:
        """Return what each round's file must come to in the ledger."""
        made = []
        for one in self.rounds:
            lines = [line for line in one.lines if line.counts]
            made.append(RoundTotal(one.path, len(lines), Money.total(line.amount for line in lines)))
        return tuple(made)


def _named(name: str, *, also: bool) -> str:
    return f"      - also: {yaml_quoted(name)}" if also else f"      - {yaml_quoted(name)}"
