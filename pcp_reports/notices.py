"""What YAML reads without a murmur but an officer did not mean: words cut off, bullets run together, a name for an alias."""

from __future__ import annotations

from typing import Any

from pcp_reports.accidents import quoted_line
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.pasted_text import PROSE, runs_on, with_bar
from pcp_reports.typed_lines import Mend, starts_with_key, take_apart, without_note


def stem(path: str) -> str:
    """Return the name of a file without its ending, as officers call it."""
    return path.rpartition("/")[2].rsplit(".", 1)[0]


class Notices:
    """What is found while a file is read: findings as they are, and mends that let it be read again."""

    def __init__(self, path: str, lines: list[str], keys: frozenset[str]) -> None:
        """Take the file's path, its lines as read, and the keys of the entry language."""
        self.path = path
        self.lines = lines
        self.keys = keys
        self.findings: list[Finding] = []
        self.mends: list[Mend] = []

    def found(
        self, code: str, message: str, line: int, column: int, hint: str = "", related: tuple[Related, ...] = ()
    ) -> None:
        """Keep a finding; ``line`` and ``column`` are from 0."""
        self.findings.append(
            Finding(code, f"{stem(self.path)}: {message}", Place(self.path, line + 1, column + 1), hint, related)
        )

    def second(self, line: int) -> None:
        """Note three dashes: a rule that somebody drew, which is passed over, or a second item in the file."""
        if self.lines[line].rstrip() == "---" and not any(row.startswith("kind:") for row in self.lines[line + 1 :]):
            why = "a line of three dashes begins a second document for YAML"
            self.mends.append(Mend("Y122", why, line, 0, line, ("",), certain=False, hint="Take the line out."))
            return
        why = "a line of three dashes begins a second document; one file holds one item."
        self.found("Y122", why, line, 0, "Take the line out, or move what follows to a file of its own.")

    def look_within(self, first: int, last: int) -> None:
        """Find bullets in a text without a bar, which YAML runs together into one line."""
        bullet = next(
            (at for at in range(first + 1, min(last + 1, len(self.lines))) if self.lines[at].lstrip().startswith("- ")),
            None,
        )
        if bullet is None:
            return
        head = first
        while head > 0 and not starts_with_key(self.lines[head], self.keys) and not self.lines[head - 1].strip():
            head -= 1
        head -= not starts_with_key(self.lines[head], self.keys)
        if head >= 0 and take_apart(self.lines[head]).name in PROSE:
            mend = with_bar(self.lines, head, bullet, self.keys)
            if mend is not None:
                self.mends.append(mend)

    def marked(self, mark: object, what: str) -> None:
        """Note an anchor, an alias or a tag, which are words that begin with a sign of YAML's more often than not."""
        line, column = mark.line, mark.column  # type: ignore[attr-defined] # yaml's own Mark has no stub for the C parser
        typed = self.lines[line][column:].split(maxsplit=1)
        what = typed[0] if typed and typed[0][0] in "!&*" else what  # a tag's short name is what the officer typed
        mended = quoted_line(self.lines[line])
        if mended != self.lines[line]:
            why = f"“{what}” at the beginning of a value means something to YAML; words that begin so must stand in quotation marks"
            self.mends.append(Mend("Y121", why, line, column, line, (mended,)))
        else:
            self.found(
                "Y121",
                f"“{what}” is YAML's own notation, which entries do not use.",
                line,
                column,
                "Type the words in full.",
            )

    def braces(self, mark: object) -> bool:
        """Note a placeholder that YAML took for a group of keys; return whether it was one."""
        line, column = mark.line, mark.column  # type: ignore[attr-defined] # as above
        if not self.lines[line].startswith("{{", column):
            return False
        why = "a value that begins with {{ must stand in quotation marks"
        mended = quoted_line(self.lines[line])
        if mended == self.lines[line]:
            return False
        self.mends.append(runs_on(self.lines, line, self.keys) or Mend("Y112", why, line, column, line, (mended,)))
        return True

    def look_behind(self, event: Any) -> None:  # noqa: ANN401 - as in `build`
        """Find words that ``#`` cuts off: an error, unless two spaces or more and a space behind it show a note."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        behind = line[mark.column :]
        if event.value == "" and behind.startswith(":"):
            behind = behind[1:]
        rest = behind.lstrip(" ")
        if not rest.startswith("#") or not behind.startswith(" "):
            return
        gap = len(behind) - len(rest)
        if len(rest) == 1 or (rest[1] in " #-=!" and (gap > 1 or event.value == "")):
            return
        column = mark.column + len(behind) - len(rest)
        if rest[1] == " ":
            self.found(
                "Y118",
                f"what stands behind # is not printed: “{rest[1:].strip()}”.",
                mark.line,
                column,
                f"If it belongs to the words, type: {quoted_line(line).strip()} — if it is a note to "
                "yourself, put two spaces before the #.",
            )
            return
        why = f"# cuts off the words “{without_note(rest)[0]}”, which would be lost"
        mended = quoted_line(line)
        if event.start_mark.line != mark.line or mended == line:
            self.found("Y117", why + ".", mark.line, column, "Put the whole value in quotation marks.")
            return
        self.mends.append(Mend("Y117", why, mark.line, column, mark.line, (mended,)))
