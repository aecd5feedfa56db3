"""Holds what an audit says of a folder of papers against what is expected of it. Run by hand, it prints the score.

    python tests/audit/corpus_score.py [FOLDER] [--only NAME] [--generated NUMBER]

A paper is `NAME.txt`, `NAME.md` or `NAME.word` (a description that `papers_in_word` makes a Word file of) with
`NAME.expected.yaml` beside it: `clean` where nothing may be accused; `rounds` with their `lines` (recipient, amount;
several readings in brackets where a careful reader would take either); `claims` with the verdict that is due;
`faults` that were planted, with the figures that speak of them; `either`, figures that may be accused or not. The lines
of a round that is `optional` may be read or not; `or_lines` gives several that may be read instead of one.
`saved_as` names the encoding of a text file, `lines_end` its line ends, `made_into: pdf` a Word file that is converted.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # run by hand, the modules beside the tests are not on the path yet
    sys.path.insert(0, str(HERE.parent))

from papers_in_word import word_file  # noqa: E402 - found by the lines above

PAPERS = HERE.parent / "data" / "papers"
ACCUSES = {"disagrees", "exceeds"}
AGREES = {"agrees", "agrees_rounded", "within_bound"}
LEAST_FOUND = 98  # per cent of the planted faults


class NotMadeError(Exception):
    """A paper cannot be made on this machine: the program that converts it is not here."""


@dataclass(frozen=True)
class Case:
    """A paper of the corpus: its name, its file's name, its bytes, and what is expected of it."""

    name: str
    file: str
    data: bytes
    expected: dict[str, Any]


@dataclass
class Score:
    """What one paper came to. The lists hold sentences."""

    name: str
    planted: int = 0
    missed: list[str] = field(default_factory=list)
    accused: list[str] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)
    verdicts: list[str] = field(default_factory=list)
    lines: int = 0
    lines_read: int = 0
    lines_invented: int = 0
    rounds: int = 0
    rounds_read: int = 0
    claims: int = 0
    claims_judged: int = 0


def names(folder: Path = PAPERS) -> list[str]:
    """Return the names of the papers of a folder."""
    return sorted(path.name.removesuffix(".expected.yaml") for path in folder.glob("*.expected.yaml"))


def case(name: str, folder: Path = PAPERS) -> Case:
    """Return the paper of that name; raise NotMadeError for a PDF where nothing converts to it."""
    expected = yaml.safe_load((folder / f"{name}.expected.yaml").read_text("utf-8"))
    source = next(
        folder / f"{name}{ending}" for ending in (".txt", ".md", ".word") if (folder / f"{name}{ending}").is_file()
    )
    text = source.read_text("utf-8")
    if source.suffix == ".word":
        data = word_file(text)
        if expected.get("made_into") == "pdf":
            return Case(name, f"{name}.pdf", _pdf(data), expected)
        return Case(name, f"{name}.docx", data, expected)
    if expected.get("lines_end") == "crlf":
        text = text.replace("\n", "\r\n")
    return Case(name, source.name, text.encode(expected.get("saved_as", "utf-8")), expected)


@lru_cache(maxsize=16)
def _pdf(word: bytes) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        raise NotMadeError("LibreOffice is not here")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        source.write_bytes(word)
        command = [office, "--headless", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, check=False, timeout=120)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise NotMadeError("LibreOffice made no PDF")
        return made.read_bytes()


def audited(one: Case) -> tuple[dict[str, Any], dict[int, str]]:
    """Return the audit of a paper as plain data, as `audit --format json` has it, and its passages by their line."""
    from pcp_reports.audit.auditing import audit  # noqa: PLC0415 - the reader is loaded where it is used
    from pcp_reports.audit.report import as_json  # noqa: PLC0415 - as above
    from pcp_reports.papers.opening import read_paper  # noqa: PLC0415 - as above

    paper = read_paper(one.data, one.file)
    data: dict[str, Any] = json.loads(json.dumps(as_json([audit(paper)])))
    return data, {passage.line: passage.text for passage in paper.passages}


def scored(one: Case) -> Score:
    """Return the score of one paper."""
    data, passages = audited(one)
    return score_of(one, data, passages)


def score_of(one: Case, data: dict[str, Any], passages: dict[int, str]) -> Score:
    """Return the score of what an audit said of a paper."""
    score = Score(one.name)
    paper = data["papers"][0]
    findings = [row for row in [*paper["findings"], *data.get("findings", ())] if row["severity"] != "note"]
    findings = [row for number, row in enumerate(findings) if row not in findings[:number]]
    claims = [claim for found in paper["rounds"] for claim in found["claims"] if claim["verdict"] in ACCUSES]
    _weigh_faults(score, one.expected, findings, claims, passages)
    _weigh_lines(score, one.expected, paper["rounds"])
    _weigh_rounds(score, one.expected, paper["rounds"])
    _weigh_claims(score, one.expected, paper["rounds"])
    return score


def _weigh_faults(
    score: Score,
    expected: dict[str, Any],
    findings: list[dict[str, Any]],
    claims: list[dict[str, Any]],
    passages: dict[int, str],
) -> None:
    """Tell the faults that were found from those missed, and what was accused and is sound."""

    def speaks_of(row: dict[str, Any], figures: list[str]) -> bool:
        words = [row["message"], row.get("hint") or "", passages.get(row["line"], "")]
        return any(_stands_in(figure, word) for figure in figures for word in words)

    known: list[str] = [str(figure) for figure in expected.get("either", ())]
    for fault in expected.get("faults", ()):
        figures = [str(figure) for figure in fault["figure"]]
        score.planted += 1
        found = any(speaks_of(row, figures) for row in findings)
        found = found or any(_same_figure(figure, claim["text"]) for claim in claims for figure in figures)
        if not found:
            score.missed.append(f"{fault['kind']}: {', '.join(figures)}")
        known += figures
    for row in findings:
        if not speaks_of(row, known):
            score.accused.append(f"{row['code']} {row['line']}: {row['message']}")
    for claim in claims:
        if not any(_same_figure(figure, claim["text"]) for figure in known):
            score.accused.append(f"{claim['what']} “{claim['text']}” {claim['verdict']}: {claim['explanation']}")


def _weigh_lines(score: Score, expected: dict[str, Any], rounds: list[dict[str, Any]]) -> None:
    """Count the lines of the whole paper that were read exactly, and what was taken for a line and is none."""
    left = _taken_together(expected, [line for found in rounds for line in _awards(found)])
    wanted = [line for due in expected["rounds"] if not due.get("optional") for line in due["lines"]]
    score.lines = len(wanted)
    unread = []
    for line in wanted:
        match = next((read for read in left if _same_line(line, read)), None)
        if match is None:
            unread.append(line)
        else:
            left.remove(match)
            score.lines_read += 1
    for line in [line for due in expected["rounds"] if due.get("optional") for line in due["lines"]]:
        match = next((read for read in left if _same_line(line, read)), None)
        if match is not None:
            left.remove(match)
    score.lines_invented = len(left)
    score.misread += [f"not read: {line[0]} {line[1]}" for line in unread]
    score.misread += [f"read: {line['recipient']!r} {line['amount']}" for line in left]


def _weigh_rounds(score: Score, expected: dict[str, Any], rounds: list[dict[str, Any]]) -> None:
    """Count the rounds that hold the lines they should, with the total and the strands."""
    free = list(rounds)
    for due in expected["rounds"]:
        if due.get("grouping") == "either":
            continue
        score.rounds += 1
        match = next(
            (found for found in free if _same_lines(due["lines"], _taken_together(expected, _awards(found)))), None
        )
        if match is None:
            score.misread.append(f"no round with exactly the {len(due['lines'])} lines that come to {due['total']}")
            continue
        free.remove(match)
        wrong = []
        if due["total"] != "either" and match["total"] != due["total"]:
            wrong.append(f"total {match['total']}, not {due['total']}")
        strands = {_plain(each["name"] or ""): each["total"] for each in match["strands"]}
        wrong += [
            f"strand {name}: {strands.get(_plain(name))}, not {total}"
            for name, total in due.get("strands", {}).items()
            if strands.get(_plain(name)) != total
        ]
        score.misread += wrong
        score.rounds_read += not wrong


def _weigh_claims(score: Score, expected: dict[str, Any], rounds: list[dict[str, Any]]) -> None:
    """Count the claims that were judged as they should; one that was not judged at all is said, not counted wrong."""
    made = [claim for found in rounds for claim in found["claims"]]
    for due in expected.get("claims", ()):
        if due["verdict"] == "either":
            continue
        score.claims += 1
        verdicts = [claim["verdict"] for claim in made if _same_figure(str(due["text"]), claim["text"])]
        sound = {"cannot_check"} | AGREES if due["verdict"] == "cannot_check" else AGREES
        accepted = ACCUSES if due["verdict"] == "disagrees" else sound
        if any(verdict in accepted for verdict in verdicts) or (not verdicts and due["verdict"] == "cannot_check"):
            score.claims_judged += 1
        else:
            score.verdicts.append(
                f"{due['what']} {due['text']}: {', '.join(verdicts) or 'not judged'}, not {due['verdict']}"
            )


def _awards(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for line in found["lines"] if line.get("standing", "awarded") == "awarded"]


def _taken_together(expected: dict[str, Any], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the lines, with those that a careful reader could as well read as one taken for the one."""
    made = list(lines)
    for other in [other for due in expected["rounds"] for other in due.get("or_lines", ())]:
        found = [next((line for line in made if _same_line(part, line)), None) for part in other["these"]]
        parts = [line for line in found if line is not None]
        if len(parts) == len(found):
            made = [line for line in made if line not in parts]
            one = other["instead_of"]
            made.append({**parts[0], "recipient": _first(one[0]), "amount": _first(one[1])})
    return made


def _first(value: Any) -> Any:  # noqa: ANN401 - one reading or a list of them
    return value[0] if isinstance(value, list) else value


def _same_lines(due: list[list[Any]], read: list[dict[str, Any]]) -> bool:
    left = list(read)
    for line in due:
        match = next((one for one in left if _same_line(line, one)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _same_line(due: list[Any], read: dict[str, Any]) -> bool:
    recipients = due[0] if isinstance(due[0], list) else [due[0]]
    amounts = due[1] if isinstance(due[1], list) else [due[1]]
    return read["amount"] in amounts and _plain(read["recipient"]) in {_plain(name) for name in recipients}


def _plain(text: str) -> str:
    """Return the words without case, accents of punctuation, or what stands about them."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text.translate({ord(old): new for old, new in zip("‘’“”–—‑", "''\"\"---", strict=True)})
    text = re.sub(r"[*_]{1,2}", "", text)
    return re.sub(r"\s+", " ", text).strip(" .,:;-\"'")


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()


def _stands_in(figure: str, text: str) -> bool:
    """Return whether the figure stands in the text, and not as a part of a longer one."""
    figure, text = _spaced(figure).casefold(), _spaced(text).casefold()
    before = r"(?<![\w£.,])" if figure[0].isalnum() else r"(?<!\w)"
    after = r"(?!\w|[.,]\d)"
    return re.search(before + re.escape(figure) + after, text) is not None


def _same_figure(figure: str, claimed: str) -> bool:
    return _stands_in(figure, claimed) or _stands_in(claimed, figure)


def summary(scores: list[Score]) -> str:
    """Return the score of a folder in words, with all that was missed."""

    def share(part: int, whole: int) -> str:
        return f"{part} of {whole}" + (f" ({100 * part / whole:.1f} %)" if whole else "")

    planted, missed = sum(one.planted for one in scores), sum(len(one.missed) for one in scores)
    told = [
        f"papers                  {len(scores)}",
        f"planted faults found    {share(planted - missed, planted)}; at least {LEAST_FOUND} % are due",
        f"false accusations       {sum(len(one.accused) for one in scores)}; none may be",
        f"lines exactly read      {share(sum(one.lines_read for one in scores), sum(one.lines for one in scores))}",
        f"lines that are none     {sum(one.lines_invented for one in scores)}",
        f"rounds exactly read     {share(sum(one.rounds_read for one in scores), sum(one.rounds for one in scores))}",
        f"claims judged as due    {share(sum(one.claims_judged for one in scores), sum(one.claims for one in scores))}",
    ]
    for title, attribute in (
        ("Missed", "missed"),
        ("Falsely accused", "accused"),
        ("Not read exactly", "misread"),
        ("Claims judged otherwise", "verdicts"),
    ):
        rows = [f"  {one.name}: {sentence}" for one in scores for sentence in getattr(one, attribute)]
        if rows:
            told += ["", f"{title}:", *rows]
    return "\n".join(told)


def main() -> int:
    """Print the score of a folder; return 0 where it is good enough."""
    parser = argparse.ArgumentParser(description="Score the audit of a folder of papers.")
    parser.add_argument("folder", nargs="?", type=Path, default=PAPERS)
    parser.add_argument("--only", help="papers whose name has this in it")
    parser.add_argument("--generated", type=int, default=0, metavar="NUMBER", help="so many generated papers instead")
    options = parser.parse_args()
    from generated_papers import generated  # noqa: PLC0415 - it takes the form of a case from here

    wanted = [f"generated-{seed}" for seed in range(options.generated)] or names(options.folder)
    scores = []
    for name in wanted:
        if options.only and options.only not in name:
            continue
        try:
            made = generated(int(name.split("-")[1])) if options.generated else case(name, options.folder)
            scores.append(scored(made))
        except NotMadeError as reason:
            print(f"{name}: passed over, {reason}")  # noqa: T201 - this is a program
        except Exception as broken:  # noqa: BLE001 - a crash on one paper is a result, and the others are wanted too
            crashed = Score(name, planted=1, missed=[f"crash: {type(broken).__name__}: {broken}"])
            scores.append(crashed)
    print(summary(scores))  # noqa: T201 - this is a program
    planted, missed = sum(one.planted for one in scores), sum(len(one.missed) for one in scores)
    is_good = 100 * (planted - missed) >= LEAST_FOUND * planted and not any(one.accused for one in scores)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
