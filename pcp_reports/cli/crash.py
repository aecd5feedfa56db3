"""What is saved when the tool itself fails, so that somebody can mend it."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def save(fault: BaseException, arguments: Sequence[str]) -> str:
    """Write the crash file into the temporary folder and return what to tell the officer."""
    report = "\n".join(
        [
            f"pcp-reports {__version__}, Python {platform.python_version()}, {platform.platform()}",
            "arguments: " + " ".join(arguments),
            "",
            "".join(traceback.format_exception(fault)),
        ]
    )
    stamp = time.strftime("%Y%m%d-%H%M%S")
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", prefix=f"pcp-reports-crash-{stamp}-", suffix=".txt", delete=False
        ) as file:
            file.write(report)
        where = f"What happened is saved in {Path(file.name)}"
    except OSError:
        sys.stderr.write(report)
        where = "What happened is printed above"
    return (
        "Sorry: pcp-reports itself has failed. This is a fault of the tool, not of your entries, and none of your files is left half-written.\n"
        f"{where}.\nPlease send it to whoever looks after pcp-reports for your office (README, “If the tool itself fails”)."
    )
