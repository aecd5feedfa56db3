"""The group of commands, each imported when it is called for, and what happens when the tool itself fails."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcp_reports import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "init": ("start", "Make a workspace here, with a worked example to copy from."),
    "new": ("scaffold", "Make a paper or an entry, with its keys explained."),
    "check": ("check", "Say everything that is wrong, at once, and what to type instead."),
    "totals": ("totals", "Add up every funding round, and the financial year so far."),
    "status": ("status", "Say who still owes what, and by which day a paper must be public."),
    "figures": ("figures", "List every figure that a paper prints, and what each rests on."),
    "build": ("build", "Make the Word paper, and prove that it says what the entries say."),
    "audit": ("audit", "Check the grants and totals of any paper: Word, PDF or text."),
    "import": ("import_", "Make entries out of a paper, a grant tracker, or a 360Giving file."),
    "compare": ("compare", "Say what somebody changed in Word since the paper was built."),
    "archive": ("archive", "Keep the built paper as a dated version, with all it was made from."),
    "versions": ("versions", "List the versions that were archived."),
    "verify": ("verify", "Prove that every archived version is still what it was."),
    "diff": ("diff", "Say what changed from one version to another."),
    "restore": ("restore", "Copy a version out of the archive."),
    "rebuild": ("rebuild", "Make a version's paper again from its own entries, and compare."),
    "export": ("export", "Hand over the grants (Excel, CSV, 360Giving), or a version as a BagIt bag."),
    "schema": ("schema", "Write the JSON Schema that editors use to help with typing."),
    "template": ("template", "Look over a Word template, or make one."),
}
"""Each command's module and its line in the list of commands."""

WRONG_USAGE = 2
OUR_FAULT = 3
STOPPED = 130


class Lazy(click.Group):
    """A group whose commands are imported when they are used: `check` must not pay for Word."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pcp_reports.cli.{COMMANDS[cmd_name][0]}")
        return module.command  # type: ignore[no-any-return] # every module of the table has one

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, with a suggestion for a mistyped one."""
        from pcp_reports.words import did_you_mean  # noqa: PLC0415 - a slip in typing is rare

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            meant = did_you_mean(args[0], list(COMMANDS))
            ctx.fail(
                f"There is no command “{args[0]}”."
                + (f" Did you mean “{meant}”?" if meant else " “pcp-reports --help” lists them.")
            )
        return super().resolve_command(ctx, args)


@click.command(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command explains itself: pcp-reports check --help",
)
@click.version_option(__version__, "-V", "--version", prog_name="pcp-reports", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "--workspace",
    type=click.Path(path_type=Path),
    help="The folder that holds entries/; default: this one or the nearest above.",
)
@click.pass_context
def group(context: click.Context, workspace: Path | None) -> None:
    """Write an office's papers for the Police and Crime Panel, with every amount proved.

    Officers keep entries in YAML files; "check" says what is wrong with them, "totals" adds up the grants, and "build"
    makes the Word paper.
    """
    context.obj = workspace


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code. A fault of ours is saved, said, and exits 3."""
    _speak_utf8()
    if not _stands_in_a_folder():
        click.echo(
            "The folder that you are in is no longer there: it was moved or deleted, or its drive is not connected.\n"
            "Go to your workspace again (cd), then type the command once more.",
            err=True,
        )
        return WRONG_USAGE
    try:
        result = group.main(list(arguments), prog_name="pcp-reports", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return STOPPED
    except click.ClickException as wrong:
        click.echo(plainly(wrong), err=True)
        return WRONG_USAGE if isinstance(wrong, click.UsageError) else wrong.exit_code
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as fault:  # noqa: BLE001 - the last line of defence: no traceback ever reaches an officer
        from pcp_reports.cli.crash import save  # noqa: PLC0415 - a crash is rare

        click.echo(save(fault, arguments), err=True)
        return OUR_FAULT
    return result if isinstance(result, int) else 0


def _stands_in_a_folder() -> bool:
    """Return whether the current folder is still there: a shared drive may have gone since the window was opened."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def plainly(wrong: click.ClickException) -> str:
    """Return what is wrong with a call in one sentence or two, without click's lines about usage."""
    told = wrong.format_message()
    context = getattr(wrong, "ctx", None)
    if context is None:
        return told
    if isinstance(wrong, click.MissingParameter) and wrong.param is not None:
        return _lacking(wrong.param, context)
    if told.startswith(_TOO_MANY):
        words = told.removeprefix(_TOO_MANY).lstrip("s").strip(" ()")
        return (
            f"“{context.command_path}” does not know what to do with: {words}\n"
            'Words with blanks between them go into quotation marks, as in --reason "For the Chief Executive".'
        )
    # click's own kinds of wrong usage are about options; ours say already what to do.
    own = type(wrong) in (click.UsageError, click.ClickException)
    return told if own else f"{told}\n“{context.command_path} --help” tells what there is."


_TOO_MANY = "Got unexpected extra argument"
_QUESTIONS = {
    "PAPER": "Which paper? Type the name of its folder in entries/, as in: {} 2023-10-03",
    "VERSION": "Which version? Type its number behind the paper, as in: {} 2023-10-03 v2",
    "V1": "Which versions? Type the older one and the newer one, as in: {} 2023-10-03 v1 v2",
    "V2": "Which version is it to be compared with? Type both, as in: {} 2023-10-03 v1 v2",
}


def _lacking(param: click.Parameter, context: click.Context) -> str:
    """Return what must be typed besides, in a sentence."""
    asked = _QUESTIONS.get(param.human_readable_name)
    if asked is not None:
        return asked.format(context.command_path)
    choices = param.type.choices if isinstance(param.type, click.Choice) else ()
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    about = getattr(param, "help", None) or ""
    if choices:
        about = f"Type behind it {', '.join(map(str, choices[:-1]))} or {choices[-1]}."
    return f"{name} is missing. {about}\n“{context.command_path} --help” gives examples."


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                encoding="utf-8",
                errors="backslashreplace" if stream is sys.stderr else "replace",
                newline="\n" if not stream.isatty() else None,
            )


def _pipe_closed() -> int:
    """Return the exit code where the reader of our output (`| head`) has gone: nothing is wrong."""
    import os  # noqa: PLC0415 - rare

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
