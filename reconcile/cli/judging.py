"""What people say of the grouping: same, different, relate, undo, retitle."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from reconcile.cli.fields import words_of
from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, dry_run_option, editor_option, note_option
from reconcile.cli.session import Session
from reconcile.model import RelationKind

if TYPE_CHECKING:
    from reconcile.pipeline import Ruling


@click.command("same", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def same_command(session: Session, ids: tuple[str, ...], note: str, editor: str | None, dry_run: bool) -> None:
    """Say that claims answer one question, or that questions or events are one.

    All of one kind: claims, questions or events. It holds for ever, also through others (a = b and b = c), and the
    questions are made anew at once. What contradicts an earlier judgement is refused, with the chain that causes it;
    `undo` takes a judgement back.
    """
    from reconcile import pipeline
    from reconcile.errors import UsageProblem

    if len(ids) < 2:
        raise UsageProblem("needs two ids or more", where="same")
    with session.open(write=True) as store:
        done = pipeline.same(store, ids, editor=session.editor(editor), note=note, dry_run=dry_run)
    tell(session, "same", done, dry_run=dry_run)


@click.command("different", cls=Command)
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def different_command(session: Session, left: str, right: str, note: str, editor: str | None, dry_run: bool) -> None:
    """Say that two claims do not answer one question, or that two questions or events are two.

    Whatever else speaks for it, they are never put together again, unless somebody takes it back with `undo`.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        done = pipeline.different(store, left, right, editor=session.editor(editor), note=note, dry_run=dry_run)
    tell(session, "different", done, dry_run=dry_run)


@click.command("relate", cls=Command)
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@click.argument("relation", type=click.Choice(words_of(RelationKind)), metavar="RELATION")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def relate_command(
    session: Session, left: str, right: str, relation: str, note: str, editor: str | None, dry_run: bool
) -> None:
    """Say how two claims stand, whatever a rule says of them.

    RELATION is copy, drift, part_of, scope, revision, earlier, agree, compatible, conflict or unclear. The first claim
    is the whole, the earlier figure, the headline, or what was copied. All but part_of and scope stand in one question,
    so the two claims are put into one. Your name and note stand on the page.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        who = session.editor(editor)
        done = pipeline.relate(store, left, right, relation, editor=who, note=note, dry_run=dry_run)
    tell(session, "relate", done, dry_run=dry_run)


@click.command("undo", cls=Command)
@click.argument("id", metavar="ID")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def undo_command(session: Session, id: str, note: str, editor: str | None, dry_run: bool) -> None:
    """Take back a judgement, a title or a name.

    It stays in the history, and what it changed is made anew. `list judgements` and `list names` have the ids.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        done = pipeline.undo(store, id, editor=session.editor(editor), note=note, dry_run=dry_run)
    tell(session, "undo", done, dry_run=dry_run, again="taken back before")


@click.command("retitle", cls=Command)
@click.argument("question", metavar="ID")
@click.argument("title", type=WORDS, metavar="TITLE")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def retitle_command(session: Session, question: str, title: str, note: str, editor: str | None, dry_run: bool) -> None:
    """Give a question a title of your own.

    It stays, whatever claims join the question. With "" the program words the title again.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        done = pipeline.retitle(store, question, title, editor=session.editor(editor), note=note, dry_run=dry_run)
    tell(session, "retitle", done, dry_run=dry_run)


def tell(session: Session, command: str, done: Ruling, *, dry_run: bool, again: str = "said before") -> None:
    """The ids on stdout, one a line; on stderr what they changed."""
    for id in (*done.new, *done.same):
        sys.stdout.write(f"{id}\n")
    for id in done.same:
        session.voice.note(f"{id} was {again}")
    if done.new or done.counts.changed:
        session.voice.counts(command, done.counts)
        session.voice.note("nothing was written" if dry_run else "next: reconcile report")
