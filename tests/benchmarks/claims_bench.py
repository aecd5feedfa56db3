"""How fast figures are found, as a multiple of one bare regular-expression pass for numbers; a part of `run.py`.

The texts are the prose of the example papers, the sentences of tests/data among others as a paper has them and on their
own (a figure every 25 characters, most of them chosen because they are hard), and a round of grants as it is listed.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).parents[2]
BARE = re.compile(r"£?\d[\d,]*(?:\.\d+)?")
ROUNDS = 15
_LEAST = 0.02
"""How long one measurement takes at least, in seconds."""


def texts() -> dict[str, str]:
    """Return what is searched, by its name."""
    papers = (path.read_text(encoding="utf-8") for path in sorted((CHECKOUT / "entries").rglob("*.yaml")))
    grants = "".join(
        f"- Trust {number} – sports sessions in the evenings to reduce anti-social behaviour in the area"
        f" – £{1_000 + number * 137 % 9_000:,}.\n"
        for number in range(200)
    )
    return {
        "entries of the example": "\n\n".join(papers),
        "a round of 200 grants": grants,
        "paragraphs of prose": _thinned(_sentences()),
        "sentences of nothing but figures": "\n".join(_sentences()),
    }


def _sentences() -> list[str]:
    kept = (CHECKOUT / "tests" / "data" / "running_sentences.yaml").read_text(encoding="utf-8")
    return re.findall('text: "(.*)"', kept)


def _thinned(sentences: list[str]) -> str:
    """Return the sentences as a paper has them, where most sentences hold no figure."""
    plain = (
        " The Commissioner continues to work with the Constabulary, with local councils and with community groups to"
        " prevent crime, to support victims and to make sure that people feel safe in the places where they live."
    )
    return "\n\n".join(sentence + plain * 2 for sentence in sentences)


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of one call, in seconds, from as many calls as can be told apart."""
    calls, took = 1, 0.0
    while took < _LEAST:
        calls *= 2
        began = time.process_time()
        for _ in range(calls):
            work()
        took = time.process_time() - began
    return took / calls


def ratio(text: str, rounds: int = ROUNDS) -> float:
    """Return how many bare passes one search takes; both are measured in turn, and the middle ratio counts."""
    from pcp_reports.claims import find  # noqa: PLC0415 - the checkout is put on the path first

    find(text)
    return median(spent(lambda: find(text)) / spent(lambda: BARE.findall(text)) for _ in range(rounds))
