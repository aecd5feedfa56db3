"""One side of a comparison, run in a process of its own; prints what it took as JSON.

Usage: sides.py yaml|check|build|nothing WORKSPACE. ``work`` is the time in seconds after everything that is sure to be
used is imported; ``memory`` is how far the process grew beyond what it held by then, at its peak, in bytes.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most memory this process has held, in bytes."""
    if STATUS.exists():  # Linux: not raised by what the parent process held, as getrusage's figure is
        line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415 - Windows has none

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def load_yaml(root: Path) -> object:
    """Load every entry with PyYAML's C loader and hold the values, as any program does that works with them."""
    import yaml  # noqa: PLC0415 - each side imports its own

    before = _mark()
    held = []
    for path in sorted((root / "entries").rglob("*.yaml")):
        with path.open("rb") as file:
            held.append(yaml.load(file, Loader=yaml.CSafeLoader))
    _tell(before)
    return held


def check_entries(root: Path) -> object:
    """Read, model, place and check every entry, and put what was found into words."""
    from pcp_reports.__main__ import PACE  # noqa: PLC0415 - each side imports its own
    from pcp_reports.checks import check  # noqa: PLC0415 - as above
    from pcp_reports.cli.common import read  # noqa: PLC0415 - as above
    from pcp_reports.cli.report import as_text  # noqa: PLC0415 - as above

    gc.set_threshold(*PACE)
    before = _mark()
    survey = read(root)
    findings = check(survey)
    said = as_text(findings, survey.register)
    _tell(before)
    if "nothing to mend" not in said:
        raise SystemExit(said)
    return survey


def build_paper(root: Path) -> object:
    """Read, check and build the only paper, and read it back; nothing is written."""
    from pcp_reports.__main__ import PACE  # noqa: PLC0415 - each side imports its own
    from pcp_reports.building import make  # noqa: PLC0415 - as above
    from pcp_reports.cli.common import read  # noqa: PLC0415 - as above
    from pcp_reports.word import draft, fill, read_back  # noqa: F401, PLC0415 - imported by `make`

    gc.set_threshold(*PACE)
    before = _mark()
    survey = read(root, keep=True)
    made = make(survey, next(iter(survey.register.papers)), root, draft=False)
    _tell(before)
    if made.data is None:
        raise SystemExit(str(made.findings[:3]))
    return survey, made


def _mark() -> tuple[float, int]:
    return time.perf_counter(), peak()


def _tell(before: tuple[float, int]) -> None:
    spent = time.perf_counter() - before[0]
    sys.stdout.write(json.dumps({"work": spent, "memory": peak() - before[1]}) + "\n")


if __name__ == "__main__":
    SIDES = {"yaml": load_yaml, "check": check_entries, "build": build_paper}
    SIDES[sys.argv[1]](Path(sys.argv[2]))
