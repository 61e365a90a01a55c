"""decide: the only thing that a program never writes."""

from __future__ import annotations

import sys
from typing import Any

import click

from reconcile.cli.fields import words_of
from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, day_first_option, dry_run_option, editor_option
from reconcile.cli.session import Session
from reconcile.model import VerdictKind


@click.command("decide", cls=Command)
@click.argument("question", metavar="ID")
@click.option("--verdict", required=True, type=click.Choice(words_of(VerdictKind)), help="What you decide.")
@click.option("--note", required=True, type=WORDS, metavar="TEXT", help="Why; stands on the page.")
@click.option("--value", type=WORDS, metavar="WORDS", help='The figure or range decided on: "9", "9 to 25".')
@click.option("--would-settle", type=WORDS, metavar="TEXT", help="What would settle it.")
@click.option("--review-by", type=WORDS, metavar="WHEN", help="When to look at it again.")
@day_first_option
@editor_option
@dry_run_option
@click.pass_obj
def decide_command(session: Session, /, editor: str | None, dry_run: bool, **given: Any) -> None:
    """Record your verdict on a question, under your name.

    The newest verdict stands on the page, the former ones below it. It is refused without an editor's name.
    """
    from reconcile import pipeline, values

    with session.open(write=True) as store:
        verdict = pipeline.decide(store, pipeline.Decision(**given), editor=session.editor(editor), dry_run=dry_run)
        given_by, waiting = pipeline.given_by(store, verdict), pipeline.waiting(store)
    sys.stdout.write(f"{verdict.question}\n")
    at = f" at {values.render(verdict.value)}" if verdict.value else ""
    session.voice.note(f"{verdict.question}: {verdict.kind}{at}, {verdict.editor}, {verdict.at}")
    if verdict.value and not given_by:
        session.voice.note(f"no account gives {values.render(verdict.value)}")
    session.voice.waiting(waiting)
    if dry_run:
        session.voice.note("nothing was written")
