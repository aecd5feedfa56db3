"""What a template may ask for, and how little else it may do."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from pcp_reports.records import dataclass
from pcp_reports.word.allowed import FILTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.document import Block, Document, Person

# A slot is a processing instruction: no words of a paper can look like one, and it passes through every XML tool whole.
SLOT = "pcp"


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting, as a template sees it; a paper without one has an empty date, and then this is false."""

    date: str

    def __bool__(self) -> bool:
        """Return whether there is a meeting."""
        return bool(self.date)

    def __str__(self) -> str:
        """Return the date in words."""
        return self.date


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, as a template sees them; false where the paper names nobody."""

    name: str
    role: str
    telephone: str
    office: str
    email: str
    line: str

    def __bool__(self) -> bool:
        """Return whether the paper names anybody."""
        return bool(self.line or self.role)

    def __str__(self) -> str:
        """Return the person on one line."""
        return self.line


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of the body, as a template's own loop sees it; ``xml`` prints it as ``{{p block.xml }}``."""

    text: str
    style: str
    kind: str
    xml: Markup


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper, as a template sees it."""

    title: str
    name: str
    blocks: tuple[PlacedBlock, ...]


class TemplateEnvironment(SandboxedEnvironment):
    """Jinja with everything taken away that a paper does not need: nothing can be called, multiplied or formatted."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_printed)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def call(self, _context: Any, _obj: Any, /, *_args: Any, **_named: Any) -> NoReturn:  # noqa: ANN401 - Jinja's own signature
        """Refuse: a template fills in words, it runs nothing."""
        raise SecurityError("a placeholder may not run anything")

    def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> NoReturn:  # noqa: ANN401 - Jinja's own signature
        """Refuse the operators that can make gigabytes out of a line."""
        raise SecurityError(f"a placeholder may not use {operator}")


def context(document: Document) -> Mapping[str, object]:
    """Return the names a template may use, with the values this paper gives them."""
    blocks = tuple(
        PlacedBlock(block.text, block.style, block.kind.name.lower(), slot(f"block-{at}"))
        for at, block in enumerate(document.body)
    )
    return {
        "paper": Paper(document.title, document.paper, blocks),
        "meeting": Meeting(document.meeting),
        "office": document.office,
        "contact": _somebody(document.contact),
        "signatory": _somebody(document.signatory),
        "summary": _slot_of("summary", document.summary),
        "recommendation": _slot_of("recommendation", document.recommendation),
        "body": _slot_of("body", document.body),
    }


def slot(name: str) -> Markup:
    """Return the mark that the blocks called ``name`` take the place of once the template has been filled."""
    return Markup(f"<?{SLOT} {name}?>")  # noqa: S704 - the name is ours


def _slot_of(name: str, blocks: tuple[Block, ...]) -> Markup | str:
    return slot(name) if blocks else ""


def _somebody(person: Person) -> Somebody:
    return Somebody(person.name, person.role, person.telephone, person.office, person.email, person.line)


def _printed(value: object) -> object:
    """Return a value as it is printed: literal words, in which no later step can take anything for a tag."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | Meeting | Somebody | Undefined):
        raise SecurityError("the placeholder stands for more than words: it must name one part, such as paper.title")
    # docxtpl fills a footnote once for each section, so the words of the first time are read as a template the next.
    words = escape(" ".join(str(value).split("\n")), quote=True)
    return Markup(words.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped in the line above
