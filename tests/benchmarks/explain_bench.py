"""What explaining adds to the `check` of a round of 60 grants; a part of `run.py`.

The same workspace twice, whole processes in turn: once with the right total and count in its sentence, once with a
total that leaves out one grant and a count that is out; what the second takes longer is the explanation.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from timing import CHECKOUT, Bench, Ratio, Spent

sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "tests")]

from printed_figures import exact_count, exact_money  # noqa: E402 - found through the line above
from round_wordings import OFFICE, PAPER, entry  # noqa: E402 - as above

from pcp_reports.checks.explain import Line, explain_both  # noqa: E402 - as above

if TYPE_CHECKING:
    from pathlib import Path

LINES = 60
STRANDS = ("Community Fund", "Police Innovation Fund", "Fighting Crime Grants", "Early Help Scheme")


def grants(number: int) -> tuple[Line, ...]:
    """Return so many grants in four strands, of amounts to the pound, one in ten with two projects."""
    rows = ((at, STRANDS[at * len(STRANDS) // number]) for at in range(number))
    return tuple(
        Line(f"Recipient {chr(65 + at % 26)}{at}", name, 50_000 + at * 97_700 % 950_000, 1 + (at % 10 == 9))
        for at, name in rows
    )


def workspace(root: Path, *, wrong: bool) -> Path:
    """Write a workspace whose only round says what it comes to, or something else."""
    lines = grants(LINES)
    pence, projects = sum(line.pence for line in lines), sum(line.projects for line in lines)
    if wrong:
        pence, projects = pence - lines[7].pence, projects - 5
    text = f"A further £{pence // 100:,} was provided to {projects} projects through:"
    files = {
        "office": OFFICE,
        "funding/harvest": entry(text, lines, "2023-09", "autumn"),
        "2023-10-03/paper": PAPER.format(items="harvest"),
    }
    for name, words in files.items():
        path = root / "entries" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8", newline="\n")
    return root


def growth() -> Ratio:
    """Return the time for each of 10,000 grants against that for each of 1,000: 1 is linear."""
    sides: dict[int, list[float]] = {1_000: [], 10_000: []}
    for _ in range(5):
        for number, spent in sides.items():
            lines = grants(number)
            total, count = sum(line.pence for line in lines), sum(line.projects for line in lines)
            began = time.perf_counter()
            explain_both(exact_money(total - lines[7].pence), exact_count(count - 5), lines)
            spent.append((time.perf_counter() - began) / number)
    return Ratio.of(sides[10_000], sides[1_000])


def measured(bench: Bench) -> dict[str, list[Spent]]:
    """Return what whole processes took that check the round as it is right, and as it is wrong."""
    right = workspace(bench.folder / "right", wrong=False)
    wrong = workspace(bench.folder / "wrong", wrong=True)
    return bench.alternate(
        {
            "right": ("-m", "pcp_reports", "-C", str(right), "check"),
            "wrong": ("-m", "pcp_reports", "-C", str(wrong), "check"),
        }
    )
