"""Papers made by hand from short lines, passage by passage, as the readers of Word and text files make them."""

from __future__ import annotations

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.passage import Cell, Paper, Passage, Sort

PATH = "paper.docx"


def paper(text: str, path: str = PATH) -> Paper:
    """Return a paper whose passages are the lines of a text.

    `# ` and `## ` begin headings, `9. ` a numbered paragraph, `- ` an item, `* ` a line set in bold, `|` a row (of one
    table, until a line that is none), `^ ` a footnote; every other line is a paragraph.
    """
    made: list[Passage] = []
    table = number = 0
    before = ""
    for line in (line.strip() for line in text.strip().splitlines()):
        if not line:
            before = ""
            continue
        at = len(made) + 1
        if line.startswith("|"):
            table += before[:1] != "|"
            texts = [cell.strip() for cell in line.strip("|").split("|")]
            cells = tuple(Cell(text, column) for column, text in enumerate(texts))
            made.append(
                Passage(Sort.ROW, "\t".join(texts), at, table=table, cells=cells, where=f"table {table}, row {at}")
            )
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            made.append(Passage(Sort.HEADING, line.lstrip("# "), at, level=level, where=f"the heading on line {at}"))
        elif line.startswith("- "):
            made.append(Passage(Sort.ITEM, line[2:], at, label="•", where=f"bullet {at}"))
        elif line.startswith("* "):
            made.append(Passage(Sort.TEXT, line[2:], at, bold=True, where=f"line {at}"))
        elif line.startswith("^ "):
            made.append(Passage(Sort.NOTE, line[2:], at, label="1", where="footnote 1"))
        elif line.split(" ")[0].rstrip(".").isdecimal() and line.split(" ")[0].endswith("."):
            label, _, words = line.partition(" ")
            number = int(label.rstrip("."))
            made.append(Passage(Sort.ITEM, words, at, label=label, numbered=True, where=f"paragraph {number}"))
        else:
            made.append(Passage(Sort.TEXT, line, at, where=f"line {at}"))
        before = line
    return Paper(path, "docx", tuple(made))


def audited(text: str) -> Audited:
    """Return the audit of a paper written as `paper` has it."""
    return audit(paper(text))


def verdicts(text: str) -> list[list[tuple[str, str]]]:
    """Return for each round of a paper its claims, each with its verdict."""
    return [[(claim.text, claim.verdict.value) for claim in one.claims] for one in audited(text).rounds]


def totals(text: str) -> list[tuple[int, str]]:
    """Return for each round of a paper how many lines it has and what they come to."""
    return [(one.grants, str(one.total)) for one in audited(text).rounds]


def messages(text: str) -> list[tuple[str, str]]:
    """Return the findings of a paper: code and message."""
    return [(finding.code, finding.message) for finding in audited(text).findings]


def codes(text: str) -> list[str]:
    """Return the codes of the findings of a paper."""
    return [code for code, _ in messages(text)]


LIST = """
- Scouts – tents – £5,000
- Guides – a minibus – £2,640
- Rovers – patrols – £1,250
"""
OTHER = """
- Shop Watch – radios – £900
- Cyber Unit – a conference – £1,100
"""
TABLE = "| Group | Grant |\n| Scouts | £5,000 |\n| Guides | £2,640 |\n| Rovers | £1,250 |\n"
