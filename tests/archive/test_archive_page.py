"""The page about the archive tells truly how its promises are tested."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from archive_page import PAGE, near, table, told
from faults import KINDS, SCENARIOS, STRACE, counts
from test_export_faults import HANDED_OUT
from test_verify_tampering import CASES


@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_the_table_of_faults_tells_how_many_are_put_in() -> None:
    """Each step that is cut off is in the table, with the number of faults of each kind."""
    found = counts()
    assert set(found) == set(SCENARIOS)
    wrong = [(name, kind) for name, row in found.items() for kind in KINDS if not near(row[kind], told(name)[kind])]
    assert wrong == []


def test_the_sums_of_the_table_of_faults_are_right() -> None:
    """Of all tables, this one must add up."""
    _, *rows, last = table("what is cut off")
    sums: Counter[str] = Counter()
    for row in rows:
        sums.update(told(row[0]))
    assert last[0] == "together"
    assert told("together") == dict(sums)
    assert [row[0] for row in rows] == [*SCENARIOS, *HANDED_OUT]
    assert f"{sum(sums.values()):,} faults in all." in PAGE


def test_the_table_of_tampering_tells_each_case_that_is_tried() -> None:
    """Whatever the page says is found, is tried; and what is tried is on the page, with the code that it is told as."""
    said = {row[0]: re.findall("`(A[0-9]{3})`", row[1]) for row in table("what was done")[1:]}
    assert said == {name: [code for code, _ in findings] for name, (_, findings) in CASES.items()}
