"""A workspace with very many entries, of which a paper names none rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import OFFICE, found, of_code, paper, statement

from pcp_reports.placing import MOST_GUESSED

if TYPE_CHECKING:
    from pathlib import Path


def test_every_unknown_name_is_told_and_the_first_few_are_answered(tmp_path: Path) -> None:
    """After a rename of everything I am told of each name, without waiting while each is compared with each."""
    names = [f"visit-to-ward-{number}" for number in range(MOST_GUESSED + 15)]
    items = [name.replace("visit", "vist") for name in names]
    files = {"office": OFFICE, "2023-10-03/paper": paper(*items)}
    files |= {f"2023-10-03/{name}": statement(f"Told of {name}.") for name in names}
    unknown = of_code(found(tmp_path, files), "P101")
    assert len(unknown) == len(names)
    assert sum("Did you mean" in one.message for one in unknown) == MOST_GUESSED
