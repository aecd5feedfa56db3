"""`pcp-reports` and `python -m pcp_reports`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; never returns. Exit 3 and a saved crash file mean a fault of the tool itself."""
    # What a command makes it keeps to its end: looking for rubbish at the usual pace takes a tenth of a large check.
    gc.set_threshold(100_000, 20, 20)
    from pcp_reports.cli.app import run  # noqa: PLC0415 - so that a fault in importing is met by the interpreter alone

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
