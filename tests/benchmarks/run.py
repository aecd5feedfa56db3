"""How fast the tool is, told as ratios within one run: `python tests/benchmarks/run.py`. See docs/performance.md.

`--rounds 15` measures more often than 7 times; names of parts (`example grants growth claims explain archive audit import start`) run those alone.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import samples
from timing import CHECKOUT, Bench, Ratio, Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BARE = Path(__file__).with_name("bare_docxtpl.py")
EXAMPLE = "2023-10-03"
GROWTH = (
    ("numbered paragraphs", samples.paragraphs, 1_000, "build"),
    ("grants in one round", partial(samples.grants, 1), 1_000, "check"),
    ("grants in one round", partial(samples.grants, 1), 1_000, "build"),
    ("shared entries", samples.statements, 500, "check"),
    ("shared entries", samples.statements, 500, "build"),
    ("paragraphs of one text", samples.long_text, 300, "check"),
    ("paragraphs of one text", samples.long_text, 300, "build"),
    ("papers", samples.papers, 12, "check"),
)
"""What is made ten times as much of, how much of it there is at first, and what is done with it."""


def say(what: str, ratio: object, bar: str = "") -> None:
    """Print one row of the results."""
    sys.stdout.write(f"{what:<62} {ratio!s:<24} {bar}".rstrip() + "\n")
    sys.stdout.flush()


def whole(what: str, ours: Sequence[Spent], theirs: Sequence[Spent], bar: str = "") -> None:
    """Print the ratio of whole processes: of the time by the clock, and of the processor time where it is known."""
    say(what, Ratio.of([one.clock for one in ours], [one.clock for one in theirs]), bar)
    if all(one.processor for one in theirs):
        say(
            "  the same in processor time", Ratio.of([one.processor for one in ours], [one.processor for one in theirs])
        )


def example(bench: Bench) -> None:
    """Whole processes: `check` and `build` of the worked example against the bare script."""
    for name in ("entries", "templates"):
        shutil.copytree(CHECKOUT / name, bench.folder / name)
    tool = ("-m", "pcp_reports")
    paragraphs = _paragraphs_of_example(bench, tool)
    data = samples.loop_data(bench.folder, paragraphs)
    template = samples.loop_template(bench.folder / "loop.docx")
    spent = bench.alternate(
        {
            "bare": (str(BARE), str(data), str(template), str(bench.folder / "bare.docx")),
            "check": (*tool, "check"),
            "build": (*tool, "build", EXAMPLE),
        }
    )
    bare = spent["bare"]
    say("bare docxtpl script, in seconds", f"{median(one.clock for one in bare):.3f}", f"{paragraphs} paragraphs")
    whole("check of the example : bare docxtpl script", spent["check"], bare, "bar 1.2, aim 0.8")
    whole("build of the example : bare docxtpl script", spent["build"], bare, "bar 2.0, aim 1.5")


def _paragraphs_of_example(bench: Bench, tool: tuple[str, ...]) -> int:
    from docx import Document  # noqa: PLC0415 - only to count

    made = bench.folder / "example.docx"
    bench.alternate({"build": (*tool, "build", EXAMPLE, "--output", str(made))})
    return len(Document(str(made)).paragraphs)


def grants(bench: Bench) -> None:
    """`check` of 10,000 grants in 200 files against `yaml.load` of the same files: time and memory."""
    workspace = bench.folder / "grants"
    samples.grants(200, workspace, 10_000)
    size = samples.bytes_of(workspace)
    told = bench.inside({side: (side, str(workspace)) for side in ("yaml", "check")})
    work, memory = ({side: [one[what] for one in rows] for side, rows in told.items()} for what in ("work", "memory"))
    processes = bench.alternate(
        {
            "yaml": (str(Path(__file__).with_name("sides.py")), "yaml", str(workspace)),
            "check": ("-m", "pcp_reports", "-C", str(workspace), "check"),
        }
    )
    say("yaml.load of 10,000 grants, in seconds", f"{median(work['yaml']):.3f}", f"{size / 1e6:.1f} MB in 202 files")
    say("check of 10,000 grants : yaml.load, work after imports", Ratio.of(work["check"], work["yaml"]), "bar 1.5")
    whole("check of 10,000 grants : yaml.load, whole process", processes["check"], processes["yaml"], "bar 1.5")
    say("its peak memory above imports : that of yaml.load", Ratio.of(memory["check"], memory["yaml"]), "bar 5")
    say("its peak memory above imports : size of the files", Ratio.of(memory["check"], [float(size)] * bench.rounds))


def growth(bench: Bench) -> None:
    """Ten times as much of one thing: the time for each against what it was."""
    for what, make, few, side in GROWTH:
        _grow(bench, what, make, few, side)


def _grow(bench: Bench, what: str, make: Callable[[Path, int], None], few: int, side: str) -> None:
    folders = {str(number): bench.folder / f"{what}-{number}" for number in (few, few * 10)}
    for number, folder in folders.items():
        if not folder.exists():
            make(folder, int(number))
    told = Bench(bench.folder, max(3, bench.rounds // 2)).inside(
        {name: (side, str(folder)) for name, folder in folders.items()}
    )
    small, large = ([one["work"] for one in rows] for rows in told.values())
    each = Ratio.of([spent / 10 for spent in large], small)
    say(f"{side}: time for each of {few * 10:,} {what} : of {few:,}", each, "bar 1.2")


def start(bench: Bench) -> None:
    """For information: how long it takes to say `--help`, against starting Python at all."""
    spent = bench.alternate(
        {"python": ("-c", "pass"), "help": ("-m", "pcp_reports", "--help"), "click": ("-c", "import click")}
    )
    whole("--help : python -c pass", spent["help"], spent["python"])
    whole("--help : python -c 'import click'", spent["help"], spent["click"])


def claims(bench: Bench) -> None:
    """Finding the figures of a text against one bare regular-expression pass for numbers over it, in this process."""
    sys.path.insert(0, str(CHECKOUT))
    import claims_bench  # noqa: PLC0415 - it imports the package from the checkout

    for name, text in claims_bench.texts().items():
        say(f"figures of {name} : bare pass", f"{claims_bench.ratio(text, bench.rounds):.1f}", "bar 15")


def explain(bench: Bench) -> None:
    """Whole-process `check` of a round of 60 grants whose total and count are wrong, against the same with them right."""
    import explain_bench  # noqa: PLC0415 - it imports the package from the checkout

    spent = explain_bench.measured(bench)
    whole("check of 60 grants with an explanation : without", spent["wrong"], spent["right"], "bar 1.2")
    say("explaining: time for each of 10,000 grants : of 1,000", explain_bench.growth(), "bar 1.2")


def archive(bench: Bench) -> None:
    """The archive, in this process: proving a gigabyte, adding the hundredth version, listing three thousand."""
    sys.path.insert(0, str(CHECKOUT))
    import archive_bench  # noqa: PLC0415 - it imports the package from the checkout

    folders = [bench.folder / name for name in ("verify", "add", "list")]
    for folder in folders:
        folder.mkdir()
    say(
        "verify of 1 GB : hashing it with hashlib",
        Ratio.of(*archive_bench.verifying(folders[0], bench.rounds)),
        "bar 1.3",
    )
    shutil.rmtree(folders[0])
    say("adding version 100 : version 2", Ratio.of(*archive_bench.adding(folders[1], bench.rounds)), "bar 3")
    say(
        "listing 3,000 versions : reading their inventories",
        Ratio.of(*archive_bench.listing(folders[2], bench.rounds)),
        "bar 2",
    )


def audit(bench: Bench) -> None:
    """Auditing a paper of some 300 pages against python-docx reading its text, in this process."""
    sys.path.insert(0, str(CHECKOUT))
    import audit_bench  # noqa: PLC0415 - it imports the package from the checkout

    say(
        "audit of a 300-page paper : python-docx reading its text",
        Ratio.of(*audit_bench.auditing(bench.folder, bench.rounds)),
        "bar 3",
    )


def importing(bench: Bench) -> None:
    """Whole processes: importing a tracker of 10,000 rows against openpyxl merely reading its cells."""
    sys.path.insert(0, str(CHECKOUT))
    import import_bench  # noqa: PLC0415 - it imports the package from the checkout

    script = str(Path(import_bench.__file__))
    files = {
        "its own strings": import_bench.tracker(bench.folder / "own.xlsx"),
        "shared strings, as Excel writes": import_bench.shared(bench.folder / "own.xlsx", bench.folder / "shared.xlsx"),
    }
    for what, path in files.items():
        spent = bench.alternate({side: (script, side, str(path)) for side in ("read", "import")})
        whole(f"import of 10,000 rows ({what}) : reading them", spent["import"], spent["read"], "bar 2")


PARTS = {
    "example": example,
    "grants": grants,
    "growth": growth,
    "claims": claims,
    "explain": explain,
    "archive": archive,
    "audit": audit,
    "import": importing,
    "start": start,
}


def main() -> None:
    """Measure the parts asked for, all of them by default, in a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; default: all")
    parser.add_argument("--rounds", type=int, default=7, help="how often each side is run (default: 7)")
    asked = parser.parse_args()
    unknown = [name for name in asked.parts if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    say(f"{machine}, {asked.rounds} rounds", "ratio of medians (least to greatest)")
    for name in asked.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="pcp-reports-benchmark-") as folder:
            PARTS[name](Bench(Path(folder), asked.rounds))


if __name__ == "__main__":
    main()
