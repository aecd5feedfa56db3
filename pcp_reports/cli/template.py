"""`template lint` and `template new`: Word templates that an office owns."""

from __future__ import annotations

from pathlib import Path

import click

from pcp_reports.cli.common import root_of
from pcp_reports.cli.report import shown
from pcp_reports.editing import replace_file
from pcp_reports.findings import Finding, by_weight, has_errors
from pcp_reports.words import counted
from pcp_reports.workspace import TEMPLATES

BRIEFING = "partnership-briefing"
UPDATE = "panel-update"

_workspace = click.option(
    "-C",
    "--workspace",
    type=click.Path(path_type=Path),
    help="The folder that holds entries/; default: this one or the nearest above.",
)


def layout_of(name: str) -> str:
    """Return the layout of a template by its name: un-numbered where the name says briefing, else numbered."""
    return BRIEFING if "briefing" in name.lower() else UPDATE


@click.group()
def command() -> None:
    """Look over the office's Word templates, or make one out of a paper already in use.

    A template is an ordinary Word file with placeholders such as {{ paper.title }}. One whose name says “briefing”
    makes an un-numbered paper; every other numbers its paragraphs.
    """


@command.command(
    epilog='\b\nExamples:\n  pcp-reports template lint\n  pcp-reports template lint panel-update\n  pcp-reports template lint "Our update.docx"'
)
@click.argument("templates", nargs=-1, metavar="[NAME|FILE.docx]...")
@_workspace
@click.pass_context
def lint(context: click.Context, templates: tuple[str, ...], workspace: Path | None) -> None:
    """Say what a template gets wrong, before a deadline does. Without a name: every template of the workspace."""
    from pcp_reports.word.lint import lint as look_over  # noqa: PLC0415 - Word is slow to load

    named = workspace or context.find_root().obj
    paths = [_find(name, named) for name in templates] or sorted((root_of(named) / TEMPLATES).glob("[!.~]*.docx"))
    if not paths:
        raise click.UsageError("There is no template in templates/. Make one: pcp-reports template new our-update")
    worst = 0
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise click.ClickException(
                f"{path} cannot be opened ({error.strerror}). If it is open in Word, close it there."
            ) from error
        findings = by_weight(look_over(data, path.name, layout=layout_of(path.stem)))
        click.echo(
            f"{click.style(path.name, bold=True)}: "
            + (counted(len(findings), "finding") if findings else "nothing to mend")
        )
        for one in findings:
            click.echo(
                f"  {one.severity.value}: {shown(one.message)} ({one.code})"
                + (f"\n    → {shown(one.hint)}" if one.hint else "")
            )
        worst = max(worst, int(has_errors(findings)))
    raise click.exceptions.Exit(worst)


@command.command(
    short_help="Make a template: a plain one, or out of a paper you use.",
    epilog='\b\nExamples:\n  pcp-reports template new our-update --from "October paper.docx"\n  pcp-reports template new our-briefing',
)
@click.argument("name")
@click.option(
    "--from",
    "paper",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A paper that you already use: a copy of it becomes the template.",
)
@_workspace
@click.pass_context
def new(context: click.Context, name: str, paper: Path | None, workspace: Path | None) -> None:
    """Make the template templates/NAME.docx: a plain one, or out of a paper you already use.

    The paper itself is not touched. Name the template in paper.yaml: “template: NAME”.
    """
    from pcp_reports.word.template import from_paper, new_template  # noqa: PLC0415 - Word is slow to load

    root = root_of(workspace or context.find_root().obj)
    stem = name[:-5] if name.lower().endswith(".docx") else name
    if (
        not stem
        or stem != Path(stem).name
        or any(sign in '\\/:*?"<>|' for sign in stem)
        or stem.startswith((".", "~$"))
        or stem.endswith((".", " "))
    ):
        raise click.UsageError(
            f"“{name}” cannot name a template. Use letters, figures and hyphens, such as our-update."
        )
    target = root / TEMPLATES / f"{stem}.docx"
    if target.exists():
        raise click.UsageError(f"{TEMPLATES}/{stem}.docx is there already; nothing was changed. Choose another name.")
    layout = layout_of(stem)
    said: tuple[str, ...] = ()
    if paper is None:
        data = new_template(layout)
    else:
        made = from_paper(paper.read_bytes(), paper.name, layout=layout)
        if isinstance(made, list):
            raise _refused(made)
        data, said = made.data, made.said
    try:
        replace_file(target, data)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written ({error.strerror}).") from error
    for sentence in said:
        click.echo(f"  {sentence}", err=True)
    kind = "an un-numbered paper" if layout == BRIEFING else "a numbered paper"
    click.echo(
        f"A template for {kind}. Open it in Word and look it over, then: pcp-reports template lint {stem}", err=True
    )
    click.echo(target.relative_to(root).as_posix())


def _refused(findings: list[Finding]) -> click.exceptions.Exit:
    for one in findings:
        click.echo(f"{shown(one.message)} ({one.code})" + (f"\n    → {shown(one.hint)}" if one.hint else ""), err=True)
    return click.exceptions.Exit(1)


def _find(name: str, workspace: Path | None) -> Path:
    """Return the template meant: a file, or a name in templates/."""
    path = Path(name)
    if path.is_file():
        return path
    stem = name[:-5] if name.lower().endswith(".docx") else name
    own = root_of(workspace) / TEMPLATES / f"{Path(stem).name}.docx"
    if own.is_file():
        return own
    raise click.UsageError(f"There is no file {name}, and no templates/{Path(stem).name}.docx.")
