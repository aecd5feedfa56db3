"""A process that forks a child for every line it reads; the child archives one version as soon as it is let go.

The child is a fork, so that it starts at once, and so that all its calls from then on are the archive's own.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import traceback
from pathlib import Path

import filelock  # noqa: F401 - loaded here, so that the child opens no module
from writers import archive

from pcp_reports.archive import ocfl  # noqa: F401 - as above
from pcp_reports.archive.adding import disk
from pcp_reports.archive.adding.committing import Added

PR_SET_PTRACER = 0x59616D61


def act(root: Path, number: int, paper: str, told: Path) -> int:
    """Archive a version, write what came of it, and return the exit code: 0 stored, 1 refused, 3 a fault of the tool."""
    try:
        result = archive(root, number, paper)
    except BaseException:  # noqa: BLE001 - whatever it is, the test must hear of it
        told.write_text(traceback.format_exc(), encoding="utf-8")
        return 3
    if isinstance(result, Added):
        told.write_text(result.version.name if result.version else "same", encoding="utf-8")
        return 0
    told.write_text("\n".join(f"{one.code} {one.message}" for one in result), encoding="utf-8")
    return 1


def main() -> None:
    """Fork a child for each line that is read, tell its number, and after "go" how it ended."""
    disk.PAUSE = 0.0
    libc = ctypes.CDLL(None)
    for line in sys.stdin:
        asked = json.loads(line)
        gate, go = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(go)
            libc.prctl(PR_SET_PTRACER, ctypes.c_ulong(-1 & (2**64 - 1)), 0, 0, 0)
            os.read(gate, 1)
            os._exit(act(Path(asked["root"]), asked["number"], asked["paper"], Path(asked["told"])))
        os.close(gate)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        os.write(go, b"!")
        os.close(go)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
