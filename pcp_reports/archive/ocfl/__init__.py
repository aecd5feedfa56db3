"""A judge of OCFL: whether a folder keeps every rule of the Oxford Common File Layout that can be seen on the disk.

Versions 1.0 and 1.1. It judges what anybody wrote, our own archive among it, and depends on nothing that writes.
Source: https://ocfl.io/1.1/spec/ and its table of validation codes.
"""

from pcp_reports.archive.ocfl.judged import Fault, Judged
from pcp_reports.archive.ocfl.one_object import judge_object
from pcp_reports.archive.ocfl.storage import judge_path, judge_storage_root

__all__ = ["Fault", "Judged", "judge_object", "judge_path", "judge_storage_root"]
