"""What comes in: init, ingest, import."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, Decorated, day_first_option, dry_run_option, editor_option
from reconcile.cli.session import Session
from reconcile.errors import Exit, UsageProblem

if TYPE_CHECKING:
    from reconcile.pipeline import Counts


@click.command("init", cls=Command)
@click.pass_obj
def init_command(session: Session) -> None:
    """Make claims.db here.

    An existing database is left as it is, and another application's file is never touched.
    """
    from reconcile.store import Store

    Store.create(session.db).close()
    session.voice.note(f"made {session.db}; reconcile ingest or reconcile add fills it")


def document_options(function: Decorated) -> Decorated:
    """What the command line says of an article where the file does not."""
    options: list[Callable[[Any], Any]] = [
        click.option("--outlet", type=WORDS, metavar="NAME", help="Who published it."),
        click.option("--url", type=WORDS, metavar="URL", help="Where it stands (one article only)."),
        click.option("--title", type=WORDS, metavar="TEXT", help="Its title (one article only)."),
        click.option("--published", type=WORDS, metavar="WHEN", help='When: "9 Mar 2025", 2025-03-09T18:20+01:00.'),
        click.option("--lang", type=WORDS, metavar="CODE", help="Its language: en, fr …"),
        click.option("--one", is_flag=True, help="A text file is one article, even where it looks like several."),
        day_first_option,
        click.option("--documents-only", is_flag=True, help="Store the articles and propose no claims."),
    ]
    for option in reversed(options):
        function = option(function)
    return function


@click.command("ingest", cls=Command)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|-…")
@document_options
@dry_run_option
@editor_option
@click.pass_context
def ingest_command(ctx: click.Context, /, inputs: tuple[str, ...], editor: str | None, **given: Any) -> None:
    """Read articles, store them and propose their claims.

    Each PATH is a file (.txt, .html, .jsonl with one document a line), a folder of them, or - for stdin. The
    same input twice adds nothing. What cannot be read is told, with the reason, and the rest is taken (exit 3).
    """
    from reconcile import pipeline

    session: Session = ctx.obj
    options = pipeline.IngestOptions(**given)
    with session.open(write=not options.dry_run) as store:
        counts = pipeline.ingest(store, told_of(inputs, session), options, editor=session.editor(editor))
    finish(ctx, "ingest", counts, brings=True)


@click.command("import", cls=Command)
@click.argument("path", required=False, metavar="FILE|-")
@click.option("--template", is_flag=True, help="Write an empty table with one example row to stdout, and stop.")
@click.option("--format", "form", type=click.Choice(["csv", "tsv", "jsonl"]), help="What FILE is; else by its suffix.")
@click.option("--partial", is_flag=True, help="Take the rows that can be taken; without this, all or nothing.")
@click.option("--question", type=WORDS, metavar="TEXT", help="What is asked, for rows that do not say.")
@click.option("--as-given", is_flag=True, help="What a row leaves open stays open, whatever its text tells.")
@day_first_option
@dry_run_option
@editor_option
@click.pass_context
def import_command(
    ctx: click.Context, /, path: str | None, template: bool, form: str | None, editor: str | None, **given: Any
) -> None:
    """Take a table of claims.

    FILE is .csv, .tsv, .jsonl, or - for stdin. The columns are those of `reconcile export claims`; `value` in words
    ("up to 25") may stand for low, high and bound. Where the database holds the text, what a row leaves open (whom it
    counts, when, of which greater figure it is a part) is read at its quote, and what was read is told. Rows that
    cannot be taken go to rejects.jsonl beside the database, with their reasons.
    """
    if template:
        sys.stdout.write(_template(form or "csv"))
        return
    if path is None:
        raise UsageProblem("name the table, or - for stdin", where="import", hint="--template prints an empty one")
    from reconcile import pipeline

    session: Session = ctx.obj
    options = pipeline.ImportOptions(format=form, **given)
    with session.open(write=not options.dry_run) as store:
        counts = pipeline.import_claims(store, path, options, editor=session.editor(editor))
    finish(ctx, "import", counts, brings=True)


def _template(form: str) -> str:
    from reconcile import readers

    return readers.template(form)


def told_of(inputs: Iterable[str], session: Session) -> Iterator[str]:
    """The inputs one by one, each named on a terminal while it is read."""
    shown = sys.stderr.isatty() and not session.quiet and session.log_format != "json"
    for each in inputs:
        if shown:
            sys.stderr.write(f"\r\x1b[Kreading {click.format_filename(each)}")
            sys.stderr.flush()
        yield each
    if shown:
        sys.stderr.write("\r\x1b[K")


def finish(ctx: click.Context, command: str, counts: Counts, *, brings: bool = False) -> None:
    """Tell the counts, and what is next where it `brings` claims; the exit code says whether all was taken."""
    session: Session = ctx.obj
    session.voice.counts(command, counts)
    if brings and counts.run is not None:
        session.voice.next_step()
    if counts.rejected:
        ctx.exit(Exit.REJECTED)
