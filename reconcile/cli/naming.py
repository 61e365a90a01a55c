"""What the desk knows of names: source, outlet, place, event."""

from __future__ import annotations

from typing import Any

import click

from reconcile.cli.group import Command
from reconcile.cli.judging import tell
from reconcile.cli.options import WORDS, Decorated, dry_run_option, editor_option, note_option
from reconcile.cli.session import Session
from reconcile.errors import UsageProblem


def alias_option(function: Decorated) -> Decorated:
    """`--alias`: what else a thing is called."""
    return click.option(
        "--alias", "aliases", type=WORDS, metavar="NAME", multiple=True, help="What else it is called; repeatable."
    )(function)


@click.command("source", cls=Command)
@click.argument("name", type=WORDS, metavar="NAME")
@alias_option
@click.option("--kind", type=WORDS, metavar="WORDS", help='What it is, in your words: "armed group".')
@click.option("--party/--no-party", default=None, help="Whether it is a party to the event.")
@click.option(
    "--reliability",
    type=click.Choice(tuple("ABCDEF")),
    help="From A (reliable) to F (cannot be judged); shown, and heeded by show --advice and --policies.",
)
@click.option("--family", type=WORDS, metavar="NAME", help='Who owns the outlet of this name; "" takes it back.')
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def source_command(
    session: Session, /, name: str, aliases: tuple[str, ...], family: str | None, editor: str | None, **given: Any
) -> None:
    """Put down what a source is, and what else it is called.

    Claims under another name then belong to the same account. Grades are set by people only and never turned into a
    figure.
    """
    from reconcile import pipeline

    facts = pipeline.SourceFacts(given.pop("kind"), given.pop("party"), given.pop("reliability"))
    if not aliases and family is None and facts == pipeline.SourceFacts():
        raise UsageProblem("nothing to put down", where=f"source {name}", hint="name --alias, --kind, --party or more")
    with session.open(write=True) as store:
        who = session.editor(editor)
        done = pipeline.describe_source(store, name, facts, aliases=aliases, family=family, editor=who, **given)
        strange = pipeline.unborne(store, "source", aliases)
    tell(session, "source", done, dry_run=given["dry_run"])
    _tell_strange(session, "source", strange)


@click.command("outlet", cls=Command)
@click.argument("name", type=WORDS, metavar="NAME")
@click.option("--family", type=WORDS, metavar="NAME", required=True, help='Who owns it; "" takes it back.')
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def outlet_command(session: Session, name: str, family: str, note: str, editor: str | None, dry_run: bool) -> None:
    """Put down who owns an outlet.

    What outlets of one family say in their own voice counts as one account.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        done = pipeline.name_outlet(store, name, family, editor=session.editor(editor), note=note, dry_run=dry_run)
        strange = pipeline.unborne(store, "outlet", [name])
    tell(session, "outlet", done, dry_run=dry_run)
    _tell_strange(session, "outlet", strange)


@click.command("place", cls=Command)
@click.argument("name", type=WORDS, metavar="NAME")
@alias_option
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def place_command(
    session: Session, name: str, aliases: tuple[str, ...], note: str, editor: str | None, dry_run: bool
) -> None:
    """Put down what else a place is called.

    Claims that name it so are compared, and shown, under your name for it.
    """
    from reconcile import pipeline

    if not aliases:
        raise UsageProblem("nothing to put down", where=f"place {name}", hint="name --alias")
    with session.open(write=True) as store:
        done = pipeline.name_place(store, name, aliases, editor=session.editor(editor), note=note, dry_run=dry_run)
        strange = pipeline.unborne(store, "place", aliases)
    tell(session, "place", done, dry_run=dry_run)
    _tell_strange(session, "place", strange)


def _tell_strange(session: Session, kind: str, names: list[str]) -> None:
    """A slip of the pen must not pass in silence; a name that is put down before it is met may."""
    for name in names:
        session.voice.note(f"no {kind} is called {name!r} here so far; reconcile list {kind}s shows their names")


@click.command("event", cls=Command)
@click.argument("id", metavar="ID")
@alias_option
@click.option("--title", type=WORDS, metavar="TITLE", help='What you call it; "" takes your title back.')
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def event_command(
    session: Session, /, id: str, aliases: tuple[str, ...], title: str | None, editor: str | None, **given: Any
) -> None:
    """Put down what an event is called, and what else.

    Claims whose event is given by another name of it are of this event, whatever else they say. `list events` has the
    ids.
    """
    from reconcile import pipeline

    if not aliases and title is None:
        raise UsageProblem("nothing to put down", where=f"event {id}", hint="name --alias or --title")
    with session.open(write=True) as store:
        who = session.editor(editor)
        done = pipeline.name_event(store, id, aliases=aliases, title=title, editor=who, **given)
    tell(session, "event", done, dry_run=given["dry_run"])
