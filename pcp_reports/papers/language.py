"""Which language a paper is in, told from its small words: English, or Welsh beside which English is read as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcp_reports.passage import Paper

ENGLISH, WELSH = "en_GB", "cy_GB"
# Words that the other language has not, nor a name: “a”, “i”, “o”, “y” and “am” are left out.
_WELSH = frozenset(
    (
        *(
            "yn",
            "yr",
            "ac",
            "ar",
            "gan",
            "wedi",
            "mae",
            "bod",
            "oedd",
            "hefyd",
            "neu",
            "gyfer",
            "drwy",
            "rhwng",
            "sydd",
        ),
        *("ei", "eu", "hyn", "hwn", "bydd", "gyda", "cyfanswm", "grantiau", "cyllid", "dyfarnwyd", "prosiect", "grŵp"),
        *("brosiect", "sefydliad", "sefydliadau", "grwpiau", "i'r", "o'r", "i’r", "o’r", "a’r"),
    )
)
_SMALL = "the of and to for was were is are that with from has have been by this which their on at in"
_ENGLISH = frozenset(_SMALL.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST = 2  # different words; one may be a name
_MOST_ENGLISH = (
    4  # for each Welsh word: a paper in both languages counts as Welsh, one that quotes a Welsh name does not
)
_READ = 200_000  # letters


def locale_of(paper: Paper) -> str:
    """Return the locale that a paper's figures are read in: `WELSH` where a good part of it is Welsh, else `ENGLISH`."""
    found: dict[str, int] = {}
    english = read = 0
    for passage in paper.passages:
        if read > _READ:
            break
        read += len(passage.text)
        for word in _WORD.findall(passage.text.casefold()):
            english += word in _ENGLISH
            if word in _WELSH:
                found[word] = found.get(word, 0) + 1
    return WELSH if len(found) >= _FEWEST and sum(found.values()) * _MOST_ENGLISH > english else ENGLISH
