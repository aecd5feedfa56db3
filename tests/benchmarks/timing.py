"""Starts processes and times them, side by side: A B A B, so that what else the machine does falls on both alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHECKOUT = Path(__file__).resolve().parents[2]
SIDES = Path(__file__).with_name("sides.py")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How one side compares with another: the ratio of the medians, and the least and greatest ratio of one round."""

    of_medians: float
    least: float
    greatest: float

    @classmethod
    def of(cls, ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
        """Return the ratio of two rows of measurements that were taken in turn."""
        rounds = [one / other for one, other in zip(ours, theirs, strict=True)]
        return cls(median(ours) / median(theirs), min(rounds), max(rounds))

    def __str__(self) -> str:
        """Return the ratio and its spread."""
        return f"{self.of_medians:.2f} ({self.least:.2f} to {self.greatest:.2f})"


@dataclass(frozen=True, slots=True)
class Spent:
    """What one whole process took, in seconds: by the clock, and of the processors (0 where that cannot be told)."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the benchmark keeps its files, and how the processes of all sides are started."""

    folder: Path
    rounds: int

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of every process: modules compiled, as an installed wheel has them, kept apart."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONPYCACHEPREFIX": str(self.folder / "compiled")}

    def alternate(self, sides: Mapping[str, Sequence[str]]) -> dict[str, list[Spent]]:
        """Return what whole processes took, run in turn; a first round compiles and is not counted."""
        spent: dict[str, list[Spent]] = {name: [] for name in sides}
        for counted in range(self.rounds + 1):
            for name, arguments in sides.items():
                began, used = time.perf_counter(), _used_by_children()
                self._run(arguments)
                if counted:
                    spent[name].append(Spent(time.perf_counter() - began, _used_by_children() - used))
        return spent

    def inside(self, sides: Mapping[str, Sequence[str]]) -> dict[str, list[dict[str, float]]]:
        """Return what `sides.py` tells of itself (work in seconds, memory in bytes), run in turn as `alternate` does."""
        told: dict[str, list[dict[str, float]]] = {name: [] for name in sides}
        for counted in range(self.rounds + 1):
            for name, arguments in sides.items():
                said = json.loads(self._run((str(SIDES), *arguments)))
                if counted:
                    told[name].append(said)
        return told

    def _run(self, arguments: Sequence[str]) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


def _used_by_children() -> float:
    """Return the processor time of the processes that have ended, in seconds; 0 on Windows, which does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - Windows has none

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
