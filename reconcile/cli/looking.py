"""What only looks: list, show, search, history, export."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

import click

from reconcile.cli.besides import BESIDES, beside_options, found
from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, format_option
from reconcile.cli.session import Session
from reconcile.cli.tables import Row, json_text, write_rows
from reconcile.pipeline import EXPORTS, LISTS

HISTORY = ("run", "at", "command", "editor", "event", "note", "changes")
HITS = ("what", "id", "title", "excerpt")


@click.command("list", cls=Command)
@click.argument("what", type=click.Choice(tuple(LISTS)), default="questions", metavar="[WHAT]")
@click.option("--status", type=WORDS, metavar="STATUS", help="Only questions or claims of this status.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many rows.")
@format_option()
@click.pass_obj
def list_command(session: Session, what: str, status: str | None, limit: int | None, form: str) -> None:
    """List questions, claims, documents, events, sources and more.

    WHAT is questions (if left out), claims, documents, events, sources, outlets, places, judgements, names, alerts or
    runs; those with the most to look at, or the newest, stand first.
    """
    from reconcile import pipeline

    with session.open() as store:
        _write(session, pipeline.listing(store, what, status=status, limit=limit), LISTS[what], form)
        if what == "questions":
            session.voice.waiting(pipeline.waiting(store))


@click.command("show", cls=Command)
@click.argument("id", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or all of it for a program.",
)
@beside_options
@click.pass_obj
def show_command(session: Session, /, id: str, form: str, **asked: bool) -> None:
    """Show a claim, document, question, event, judgement or run in full.

    The first letters of an id are enough where only one begins with them.
    """
    from reconcile import pipeline
    from reconcile.cli.showing import as_json, as_text, plain

    with session.open() as store:
        shown = pipeline.show(store, id)
        more = found(store, shown.what, shown.id, asked)
        waiting = pipeline.waiting(store) if shown.what in ("question", "claim") else 0
    if form == "json":
        sys.stdout.write(json_text({**as_json(shown), **{name: plain(each) for name, each in more.items()}}, indent=1))
    else:
        lines = (line for name, each in more.items() for line in ("", *BESIDES[name].lines(each)))
        sys.stdout.write("\n".join((as_text(shown), *lines)))
    sys.stdout.write("\n")
    session.voice.waiting(waiting)


@click.command("search", cls=Command)
@click.argument("words", nargs=-1, required=True, type=WORDS, metavar="WORD…")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="At most so many."
)
@format_option()
@click.pass_obj
def search_command(session: Session, words: tuple[str, ...], limit: int, form: str) -> None:
    """Find claims and documents by their words.

    All the words must be there; in "…" they must stand together.
    """
    from reconcile import pipeline

    with session.open() as store:
        hits = pipeline.search(store, " ".join(words), limit=limit)
    _write(session, [{name: getattr(hit, name) for name in HITS} for hit in hits], HITS, form)


@click.command("history", cls=Command)
@click.argument("id", metavar="ID")
@format_option()
@click.pass_obj
def history_command(session: Session, id: str, form: str) -> None:
    """Tell what happened to a claim, document, question or event.

    Oldest first: when, by which command, who, and what changed.
    """
    from reconcile import pipeline

    with session.open() as store:
        _write(session, pipeline.history(store, id), HISTORY, form)


@click.command("export", cls=Command)
@click.argument("what", type=click.Choice(tuple(EXPORTS)))
@format_option("jsonl")
@click.pass_obj
def export_command(session: Session, what: str, form: str) -> None:
    """Write out claims, relations, questions, judgements and more.

    WHAT is claims, relations, questions, discrepancies, documents or judgements. The fields and their order are
    promised in docs/data-model.md; jsonl is one object a line.
    """
    from reconcile import pipeline

    with session.open() as store:
        _write(session, pipeline.export(store, what), EXPORTS[what], form)


def _write(session: Session, rows: Iterable[Row], columns: Sequence[str], form: str) -> None:
    """The rows on stdout; that there were none is said on stderr."""
    if not write_rows(map(_opened, rows), columns, form, bold=session.colour):
        session.voice.note("nothing there")


def _opened(row: Row) -> Row:
    """What the database keeps as JSON (counts of a run, the fields that a correction changed) as what it holds."""
    packed = {name: json.loads(row[name]) for name in ("counts", "changes") if isinstance(row.get(name), str)}
    return {**row, **packed}
