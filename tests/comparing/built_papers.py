"""Small workspaces with a built paper, and the edited file held against it: what tests of comparing share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from support import write as write_entries
from word_edits import Edited

from pcp_reports.building import make
from pcp_reports.comparing.applying import Plan, plan, write
from pcp_reports.comparing.comparison import Comparison, compare
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.placing import Survey

NAME = "2023-10-03"
EXAMPLE = Path(__file__).parents[2]


@dataclass(slots=True)
class Built:
    """A workspace with the paper `NAME` as it was built, and the file to edit."""

    root: Path
    data: bytes
    edited: Edited

    @property
    def survey(self) -> Survey:
        """Return the workspace as it stands now."""
        return survey(load(self.root, keep=True))

    def compared(self, data: bytes | None = None) -> Comparison:
        """Return what was changed in Word."""
        return compare(self.survey, NAME, self.root, self.edited.saved() if data is None else data, "edited.docx")

    def changes(self) -> tuple[Change, ...]:
        """Return the changes."""
        return self.compared().changes

    def planned(self) -> Plan:
        """Return what --apply would write."""
        return plan(self.compared(), self.survey, self.root)

    def apply(self) -> Plan:
        """Write what can be written; return the plan."""
        now = self.survey
        made = plan(compare(now, NAME, self.root, self.edited.saved(), "edited.docx"), now, self.root)
        _, failed = write(made, now, self.root)
        assert failed == ()
        return made

    def file(self, name: str) -> str:
        """Return the text of an entry."""
        return (self.root / "entries" / f"{name}.yaml").read_bytes().decode()

    def built_again(self) -> Edited:
        """Return the paper built from the entries as they stand now."""
        return Edited(built(self.root))


def built(root: Path) -> bytes:
    """Return the paper of a workspace as Word."""
    data = make(survey(load(root, keep=True)), NAME, root, draft=False).data
    assert data is not None
    return data


def workspace(root: Path, files: Mapping[str, str]) -> Built:
    """Write entries and build the paper `NAME` from them."""
    write_entries(root, files)
    data = built(root)
    return Built(root, data, Edited(data))


def said(edited: Edited) -> list[str]:
    """Return the words of all paragraphs of the body."""
    return [" ".join(edited.text(one).split()) for one in edited.paragraphs]
