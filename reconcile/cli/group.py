"""The group of commands: which there are, the options that all share, and when each is loaded."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from reconcile import __version__
from reconcile.cli.ending import guarded
from reconcile.cli.session import Session
from reconcile.errors import UsageProblem

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("intake", "Make claims.db here."),
    "ingest": ("intake", "Read articles, store them and propose their claims."),
    "import": ("intake", "Take a table of claims."),
    "add": ("adding", "Take one claim by hand."),
    "review": ("reviewing", "Accept, correct or reject proposed claims, the most doubtful first."),
    "accept": ("amending", "Accept claims that the program has read."),
    "reject": ("amending", "Reject claims that the program has read."),
    "correct": ("amending", "Put a claim right; the former reading stays in its history."),
    "withdraw": ("amending", "Strike a claim through; it counts no more."),
    "resolve": ("working", "Group the claims into questions and relate them."),
    "report": ("working", "Write the pages."),
    "run": ("working", "Ingest, resolve and report under one lock: the cron command."),
    "list": ("looking", "List questions, claims, documents, events, sources and more."),
    "show": ("looking", "Show a claim, document, question, event, judgement or run in full."),
    "search": ("looking", "Find claims and documents by their words."),
    "history": ("looking", "Tell what happened to a claim, document, question or event."),
    "same": ("judging", "Say that claims answer one question, or that questions or events are one."),
    "different": (
        "judging",
        "Say that two claims do not answer one question, or that two questions or events are two.",
    ),
    "relate": ("judging", "Say how two claims stand, whatever a rule says of them."),
    "undo": ("judging", "Take back a judgement, a title or a name."),
    "retitle": ("judging", "Give a question a title of your own."),
    "source": ("naming", "Put down what a source is, and what else it is called."),
    "outlet": ("naming", "Put down who owns an outlet."),
    "place": ("naming", "Put down what else a place is called."),
    "event": ("naming", "Put down what an event is called, and what else."),
    "decide": ("deciding", "Record your verdict on a question, under your name."),
    "export": ("looking", "Write out claims, relations, questions, judgements and more."),
    "check": ("working", "Look for damage and contradictions in the database."),
    "except": ("alerting", "Say why an alert need not be looked at, and until when."),
    "backup": ("keeping", "Copy the database, whole, while others may write."),
    "migrate": ("keeping", "Bring the database to the schema of this program."),
}
"""Each command, the module that holds it, and its one line, in the order of a day's work."""

Callback = Callable[[click.Context, click.Parameter, Any], None]


def _hand_over(name: str) -> Callback:
    """A callback that hands a shared option to the session, wherever on the line it stood."""

    def callback(ctx: click.Context, _: click.Parameter, given: Any) -> None:
        if given not in (None, False, 0):
            setattr(ctx.ensure_object(Session), name, given)

    return callback


def _hand_over_db(ctx: click.Context, _: click.Parameter, given: str | None) -> None:
    """Name the database; what the line leaves open then comes from the reconcile.toml beside it."""
    session = ctx.ensure_object(Session)
    if given is not None:
        session.name_database(given)
    if isinstance(ctx.command, Command) and not ctx.resilient_parsing:
        ctx.default_map = ctx.command.defaults(session)


def _tell_version(ctx: click.Context, _: click.Parameter, given: bool) -> None:
    if given:
        click.echo(f"reconcile {__version__}")
        ctx.exit()


def shared_options(*, hidden: bool) -> list[click.Parameter]:
    """The global options; each command takes them as well, hidden, so that they may stand after its name."""

    def option(*names: str, callback: Callback, **more: Any) -> click.Option:
        return click.Option(list(names), hidden=hidden, expose_value=False, is_eager=True, callback=callback, **more)

    return [
        option(
            "--db",
            callback=_hand_over_db,
            metavar="PATH",
            help="The database.  [env: RECONCILE_DB; default: claims.db]",
        ),
        option("-q", "--quiet", callback=_hand_over("quiet"), is_flag=True, help="Say nothing on stderr but errors."),
        option(
            "-v",
            "--verbose",
            callback=_hand_over("verbosity"),
            count=True,
            help="Say more; -vv shows the traceback of a bug.",
        ),
        option(
            "--log-format",
            callback=_hand_over("log_format"),
            type=click.Choice(["text", "json"]),
            help="How messages on stderr are written.  [default: text]",
        ),
        option("--no-color", callback=_hand_over("no_color"), is_flag=True, help="No colours.  [env: NO_COLOR]"),
    ]


class Command(click.Command):
    """A command that takes the shared options and its defaults from reconcile.toml beside the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared_options(hidden=True))

    def defaults(self, session: Session) -> dict[str, Any]:
        """What reconcile.toml says for this command. Raises `UsageProblem` for an option it does not have."""
        name = self.name or ""
        general, own = session.defaults(name, set(COMMANDS))
        names = {opt.lstrip("-"): each.name for each in self.params if each.expose_value for opt in each.opts}
        if unknown := sorted(set(own) - set(names)):
            raise UsageProblem(
                f"[{name}] has no option {unknown[0]!r}",
                where=str(session.settings_path),
                hint=f"see reconcile {name} --help",
            )
        return {names[option] or "": given for option, given in {**general, **own}.items() if option in names}


class LazyGroup(click.Group):
    """A group that knows the one line of each command without importing it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that holds the command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"reconcile.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in `--help`."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str = "reconcile", **extra: Any
    ) -> NoReturn:
        """Run a command line and end the process with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        self._main_shell_completion({}, prog_name)
        session = Session()
        sys.exit(guarded(lambda: self._carry_out(words, prog_name, session), session))

    def _carry_out(self, words: list[str], prog_name: str, session: Session) -> None:
        with self.make_context(prog_name, words, obj=session) as ctx:
            self.invoke(ctx)


@click.group(
    name="reconcile",
    cls=LazyGroup,
    params=[
        *shared_options(hidden=False),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_tell_version,
            help="Print the version.",
        ),
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Data go to stdout, everything else to stderr. Exit codes: docs/exit-codes.md.",
)
def main() -> None:
    """Keep who said what where reports contradict each other, and set the figures side by side.

    The options below may stand before or after the name of the command. What a command leaves open is read from
    reconcile.toml beside the database.
    """
