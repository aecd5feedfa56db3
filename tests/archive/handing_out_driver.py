"""A process that forks a child for every line it reads; the child restores or exports one version once it is let go.

The child is a fork, so that it starts at once, and so that all its calls from then on are the command's own.
"""

from __future__ import annotations

import ctypes
import io
import json
import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import bagit

from pcp_reports.cli import export, restore  # noqa: F401 - loaded here, so that the child opens no module
from pcp_reports.cli.app import run

PR_SET_PTRACER = 0x59616D61


def act(arguments: list[str], told: int) -> int:
    """Run a command, write what it printed to an open file, and return its exit code."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    os.write(told, json.dumps([out.getvalue(), err.getvalue()]).encode())
    return code


def main() -> None:
    """Fork a child for each line that is read, tell its number, and after "go" how it ended."""
    libc = ctypes.CDLL(None)
    with tempfile.TemporaryDirectory() as warm:  # everything that is loaded late is loaded now
        (Path(warm) / "x").write_bytes(b"x")
        bagit.make_bag(warm).validate()
    act(json.loads(sys.stdin.readline()), os.open(os.devnull, os.O_WRONLY))
    for line in sys.stdin:
        asked = json.loads(line)
        gate, go = os.pipe()
        told = os.open(asked["told"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        child = os.fork()
        if child == 0:
            os.close(go)
            libc.prctl(PR_SET_PTRACER, ctypes.c_ulong(-1 & (2**64 - 1)), 0, 0, 0)
            os.read(gate, 1)
            os._exit(act(asked["arguments"], told))
        os.close(gate)
        os.close(told)
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
