"""Files that no officer put into the archive: what Windows, Word, SharePoint and drives that synchronise leave behind.

Names as the makers of those programs document them, or as they are met on shared drives.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.copies import copied_from

if TYPE_CHECKING:
    from collections.abc import Collection

_WINDOWS = "what Windows keeps for itself about a folder"
_MACOS = "what macOS keeps for itself about a folder or a file"
_SHAREPOINT = "what SharePoint, or FrontPage before it, keeps for itself"
_SYNC = "what a program that synchronises the drive keeps for itself"
_STORAGE = "what the drive keeps for itself"
_OPEN = "Word's mark that a file is open: somebody has it open in Word, or Word stopped without tidying up"
_OPEN_IN_LIBREOFFICE = (
    "LibreOffice's mark that a file is open: somebody has it open, or LibreOffice stopped without tidying up"
)
_OF_WORD = "a temporary file of Word's, left behind"
_OURS = (
    "a temporary file of this tool's, left behind when it was stopped; the next “pcp-reports archive” clears it away"
)
_TEMPORARY = "a temporary file of another program's, left behind"
_CONFLICT = "a copy made by a drive that could not agree which of two is the right one"
_COPY = "a copy that somebody, or a drive that could not agree, made of a file"
_SHORTCUT = "a shortcut to somewhere else"
_BACKUP = "a backup copy that an editor made of a file"
_GIT = "what git needs in order to keep a folder that is empty"

_KINDS: tuple[tuple[str, str], ...] = (
    (r"desktop\.ini|(?:eh)?thumbs(?:_vista)?\.db|\$recycle\.bin|system volume information|dfsrprivate", _WINDOWS),
    (r"\.ds_store|\._.+|__macosx|icon\r|\.(?:spotlight-v100|trashes|fseventsd|appledouble|apdisk)", _MACOS),
    (r"\.~lock\..+#", _OPEN_IN_LIBREOFFICE),
    (r"~wr[a-z]\d+\.tmp|~.*\.(?:asd|wbk)", _OF_WORD),
    (r"~\$.+", _OPEN),
    (r".*_vti_.*", _SHAREPOINT),
    (r"\..+\.[0-9a-f]{12}\.tmp", _OURS),
    (r".+\.sync-conflict-\d{8}-\d{6}.*", _CONFLICT),
    (r".+ \([^()]*(?:conflict|case clash)[^()]*\)(?: \(\d+\))?(?:\.[^.]+)?|.+ ?\[conflict(?: \d+)?\](?:\.[^.]+)?", _CONFLICT),
    (r".+_conflict-\d{8}-\d{6}(?:\.[^.]+)?", _CONFLICT),
    (r"\.849c9593-d756-4e56-8d6e-42412f2a707b|\.dropbox(?:\..+)?|\.tmp\.drive(?:up|down)load|\.st(?:folder|ignore|versions)", _SYNC),
    (r"[.~]syncthing[.~].+\.tmp|\.(?:owncloud|nextcloud)sync\.log.*|\._?sync_.+\.db(?:-\w+)?|\.csync_journal\.db.*", _SYNC),
    (r"@eadir|#recycle|[.~]snapshot|lost\+found|\.nfs[0-9a-f]{8,}|\.smbdelete.+|\.trash-\d+|\.directory", _STORAGE),
    (r".*\.(?:tmp|temp|crdownload|partial|part)|\.goutputstream-.+|\.fuse_hidden[0-9a-f]+", _TEMPORARY),
    (r".+\.(?:lnk|url|webloc)", _SHORTCUT),
    (r".+\.(?:bak|orig|old)|.+~|#.+#|\..+\.sw[a-p]", _BACKUP),
    (r"\.(?:git)?keep", _GIT),
)  # fmt: skip
_KEPT_BY_SYSTEMS = frozenset({_WINDOWS, _MACOS, _SHAREPOINT, _SYNC, _STORAGE})
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), what) for pattern, what in _KINDS)


def stray(name: str, beside: Collection[str] | None = None) -> str | None:
    """Return what a file or folder of this name is, as a clause, if no officer put it there; None for any other.

    A name that merely looks like a copy's (``slnf (1).yaml``, ``slnf-LAPTOP7.yaml``) may be a file's own: with
    ``beside``, the names of the files that belong there, it is taken for a copy only where that which it would be a
    copy of stands among them.
    """
    for pattern, what in _PATTERNS:
        if pattern.fullmatch(name):
            return what
    original = copy_of(name)
    if original is not None and (beside is None or _plain(original) in map(_plain, beside)):
        return _COPY
    return None


def kept_by_a_system(name: str) -> bool:
    """Return whether a file or folder of this name is what Windows, macOS, SharePoint or a drive keeps for itself.

    Nobody's work is ever in one, as it may be in a backup, a copy, or a temporary file of another program's.
    """
    return stray(name, ()) in _KEPT_BY_SYSTEMS


def copy_of(name: str) -> str | None:
    """Return the name of the file that one of this name would be a copy of, or None: ``slnf (1).yaml`` -> ``slnf.yaml``."""
    stem, dot, ending = name.rpartition(".")
    original = copied_from(stem if dot and stem else name)
    return None if original is None else f"{original}{dot}{ending}" if dot and stem else original


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
