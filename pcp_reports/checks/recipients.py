"""Recipients: names that are nearly another's, and identifiers that do not go with the names. Then their grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.public_grants import Row, public_grants
from pcp_reports.checks.same_grant import entered_twice, same_or_unsaid
from pcp_reports.findings import Finding, Related
from pcp_reports.nodes import Items, Text
from pcp_reports.recipients.names import near_pairs, plain
from pcp_reports.words import quoted, shortened, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.findings import Place
    from pcp_reports.placing import Survey
    from pcp_reports.recipients.names import Plain

Spelled = dict[str, list[Row]]
"""The grants of each recipient as spelled, in the order of the files."""


def recipients(survey: Survey) -> Iterator[Finding]:
    """Every recipient has one name and one identifier, and no grant is entered twice."""
    # A prompt left in place is named as one, and is nobody's name.
    rows = [row for row in public_grants(survey) if row.grant.recipient[:1] != "[" != row.grant.purpose[:1]]
    spelled: Spelled = {}
    for row in rows:
        spelled.setdefault(row.grant.recipient, []).append(row)
    others = {name: told for name, told in _other_names(survey) if name not in spelled or told[0] == "office"}
    plains = {name: plain(name) for name in (*spelled, *others)}
    own = next((name for name, (where, _) in others.items() if where == "office"), "")
    variants = _variants(plains, spelled, own)
    for rare, usual in variants:
        yield _did_you_mean(rare, usual, spelled, others)
    bodies = _bodies(variants, spelled)
    if any(row.grant.recipient_id for row in rows):
        yield from _one_identifier_of_two(bodies)
        yield from _two_identifiers_of_one(bodies)
    yield from entered_twice(survey, rows, bodies)


def _other_names(survey: Survey) -> Iterator[tuple[str, tuple[str, Place]]]:
    """Yield the names of bodies that stand elsewhere: the office's own force, and partners, each with its place."""
    register = survey.register
    if register.office is not None and register.office_file is not None and register.office.force:
        yield register.office.force, ("office", register.office_file.place(register.office.node, "force"))
    for filed in register.entries:
        if filed.kind != "partnership" or filed.model is None or filed.model.exempt is not None or filed.withheld:
            continue
        typed = filed.model.node.get(Text("partners"))
        for node in typed if isinstance(typed, Items) else (typed,):
            if isinstance(node, Text) and " " in node.strip():
                yield node.strip(), (filed.name, filed.source.place(node))


def _variants(plains: dict[str, Plain], spelled: Spelled, force: str) -> list[tuple[str, str]]:
    """Return each rarer spelling of a name with the usual one; of two as frequent, the first known is the usual one."""

    def usual_of(names: list[str]) -> str:
        """Return the spelling of the office's own force, else the commonest, a partner's before a recipient's."""
        return max(names, key=lambda name: (name == force, len(spelled.get(name, ".")), name not in spelled))

    first: dict[str, str] = {}
    same: dict[str, list[str]] = {}
    for name, one in plains.items():
        run = one.run
        known = first.setdefault(run, name)
        if known is not name:
            same.setdefault(run, [known]).append(name)
    heads = first | {run: usual_of(names) for run, names in same.items()}
    near = near_pairs([plains[head] for head in heads.values()])
    groups = [*same.values(), *([heads[one.run] for one in pair] for pair in near)]
    order = {name: number for number, name in enumerate(plains)} if groups else {}
    found: dict[str, str] = {}
    for names in groups:
        usual = usual_of(sorted(names, key=order.__getitem__))
        for name in names:
            if name != usual and name not in found and _may_be_one(name, usual, plains, spelled):
                found[name] = usual
    return list(found.items())


def _may_be_one(one: str, other: str, plains: dict[str, Plain], spelled: Spelled) -> bool:
    """Return whether nothing says that two spellings are of two bodies: another legal form, another identifier."""
    forms = {plains[one].form, plains[other].form} - {""}
    return len(forms) < 2 and not _conflict(_identifiers(one, spelled), _identifiers(other, spelled))  # noqa: PLR2004 - two


def _identifiers(name: str, spelled: Spelled) -> dict[str, set[str]]:
    """Return the identifiers that stand beside a name, by register."""
    found: dict[str, set[str]] = {}
    for row in spelled.get(name, ()):
        if row.grant.recipient_id:
            identifier = _same_letters(row.grant.recipient_id)
            found.setdefault(_register(identifier), set()).add(identifier)
    return found


def _conflict(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    return any(one[register].isdisjoint(other[register]) for register in one.keys() & other.keys())


def _same_letters(identifier: str) -> str:
    return "".join(identifier.upper().split())


def _register(identifier: str) -> str:
    return "-".join(identifier.split("-")[:2])


def _bodies(variants: list[tuple[str, str]], spelled: Spelled) -> dict[str, list[Row]]:
    """Return the grants of each body under the usual spelling of its name."""
    usual = dict(variants)
    found: dict[str, list[Row]] = {}
    for name, rows in spelled.items():
        head = usual.get(name, name) if usual else name
        head = usual.get(head, head)
        found.setdefault(head, []).extend(rows)
    return found


def _did_you_mean(rare: str, usual: str, spelled: Spelled, others: dict[str, tuple[str, Place]]) -> Finding:
    """Return the question whether a spelling is one of the usual name, at its first place."""
    key = "recipient"
    if rare in spelled:
        first = spelled[rare][0]
        where, place = first.filed.name, first.place(key)
    else:
        where, place = others[rare]
        key = "force" if where == "office" else "partner"
    if usual in others:
        known, there = others[usual]
    else:
        known, there = spelled[usual][0].filed.name, spelled[usual][0].place("recipient")
    return Finding(
        "G313",
        f"{where}, {key}: {quoted(shortened(rare, 80))} is nearly a name that stands elsewhere. Did you mean {quoted(shortened(usual, 80))} ({known})?",
        place,
        f"If it is the same body, type: {yaml_quoted(usual)}",
        (Related("the other spelling", there),),
    )


def _one_identifier_of_two(bodies: dict[str, list[Row]]) -> Iterator[Finding]:
    """Yield the identifiers that stand beside the names of two bodies, neither name a longer form of the other."""
    found: dict[str, dict[str, Row]] = {}
    for name, own in bodies.items():
        for row in own:
            if row.grant.recipient_id:
                found.setdefault(_same_letters(row.grant.recipient_id), {}).setdefault(name, row)
    for beside in found.values():
        names = list(beside)
        for number, name in enumerate(names[1:], 1):
            words = set(plain(name).words)
            other = next((one for one in names[:number] if not _longer(words, set(plain(one).words))), None)
            if other is not None:
                row, there = beside[name], beside[other]
                yield Finding(
                    "G316",
                    f"{row.filed.name}, {shortened(row.grant.recipient, 50)}, recipient_id: {row.grant.recipient_id} stands beside {quoted(shortened(there.grant.recipient, 50))} as well ({there.filed.name}).",
                    row.place("recipient_id"),
                    "If it is the same body, give it one name; otherwise look up the identifier of each.",
                    (Related("beside the other name", there.place("recipient_id")),),
                )


def _longer(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _two_identifiers_of_one(bodies: dict[str, list[Row]]) -> Iterator[Finding]:
    """Yield the recipients that have two identifiers in one register; a body of each district may bear the name."""
    for own in bodies.values():
        first: dict[str, Row] = {}
        told: set[str] = set()
        for row in own:
            identifier = _same_letters(row.grant.recipient_id or "")
            if not identifier or identifier in told:
                continue
            seen = first.setdefault(_register(identifier), row)
            there = _same_letters(seen.grant.recipient_id or "")
            if there == identifier or not same_or_unsaid(row.grant.district, seen.grant.district):
                continue
            told.add(identifier)
            yield Finding(
                "G317",
                f"{row.filed.name}, {shortened(row.grant.recipient, 50)}, recipient_id: it is {row.grant.recipient_id} here and {seen.grant.recipient_id} in {seen.filed.name}.",
                row.place("recipient_id"),
                "If it is the same body, look up which of the two is right.",
                (Related("the other identifier", seen.place("recipient_id")),),
            )
