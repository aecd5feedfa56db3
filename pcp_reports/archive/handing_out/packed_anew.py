"""The note in a bag on Word files that a drive packed anew after they were archived: what they are, and how to prove them.

The bag's own manifests have the digests of the files as they are handed over, and the inventories in it those that were
archived. Without a word on it whoever holds one to the other would take the files for altered.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTE = "PACKED ANEW.txt"

_OPENING = """PACKED ANEW: Word files in this bag whose bytes are not those that were archived

Drives such as SharePoint pack a Word file anew when it is uploaded, and write the columns of their own library into its
properties. That happened to the files named below after they had been archived. They are handed over as they stand in
the archive. Every part of them that holds words, looks, numbers or pictures is byte for byte the one that was archived:
their parts were held to the digests kept in version.json when this bag was made.

Hence the inventories in this folder give another SHA-512 for these files than the manifests of this bag. Every other file
under version/ has the SHA-512 that the inventories give.

To check it with no tool of ours:
1. The SHA-512 of version/version.json stands in the inventories, so it is the one that was archived.
2. It holds the SHA-256 of each part of a Word file as it was archived: under "outputs", the name of the file, "package",
   "parts"; those of template.docx under "template", "package", "parts".
3. A .docx file is a zip archive. Unpack it, and compare the SHA-256 of each part with those.
4. Only the wrapper may differ: what lies in docProps/, customXml/ and docMetadata/, and the lists of what there is,
   [Content_Types].xml and the files that end in .rels. What those lists said stands beside "parts", under "types" and
   "relations": nothing of it may be missing, and only what leads to the wrapper may have been added.
"""


@dataclass(frozen=True, slots=True)
class Packed:
    """One such file: its path within the payload, what differs (a clause), its digest as archived (SHA-512), its bytes now."""

    path: str
    said: str
    archived: str
    data: bytes


def note(files: Iterable[Packed]) -> bytes:
    """Return the note on these files."""
    rows = [
        f"File: {one.path}\n"
        f"What differs: {one.said}\n"
        f"SHA-512 as archived: {one.archived}\n"
        f"SHA-512 in this bag: {hashlib.sha512(one.data).hexdigest()}\n"
        for one in files
    ]
    return "\n".join([_OPENING, *rows]).encode("utf-8", "backslashreplace")
