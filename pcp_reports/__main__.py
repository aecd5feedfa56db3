"""`pcp-reports` and `python -m pcp_reports`."""

from __future__ import annotations

import gc
import sys

PACE = (100_000, 20, 20)
"""How rarely Python looks for rubbish in cycles. A command keeps what it makes until it ends: at the usual pace, looking takes
a tenth of a large check."""


def main() -> None:
    """Run the command line; never returns. Exit 3 and a saved crash file mean a fault of the tool itself."""
    gc.set_threshold(*PACE)
    from pcp_reports.cli.app import run  # noqa: PLC0415 - so that a fault in importing is met by the interpreter alone

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
