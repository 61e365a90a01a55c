"""The database as a file: backup, migrate."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.group import Command
from reconcile.cli.options import dry_run_option, editor_option
from reconcile.cli.session import Session


@click.command("backup", cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def backup_command(session: Session, file: Path) -> None:
    """Copy the database, whole, while others may write.

    A FILE that is there already is left as it is. To go back, put the copy in the place of the database.
    """
    from reconcile.pipeline.keeping import back_up

    back_up(session.db, file)
    session.voice.note(f"copied {session.db} to {file}")


@click.command("migrate", cls=Command)
@editor_option
@dry_run_option
@click.pass_obj
def migrate_command(session: Session, editor: str | None, dry_run: bool) -> None:
    """Bring the database to the schema of this program.

    A backup is put beside it first. It is never done by itself: a newsroom chooses when. One write does all of it
    or nothing.
    """
    from reconcile.pipeline.keeping import migrate

    done = migrate(session.db, editor=session.editor(editor), dry_run=dry_run)
    if done is None:
        session.voice.note("nothing to do: the database has the schema of this program")
        return
    would = "would be" if dry_run else "is"
    session.voice.note(f"schema {done.before} {would} schema {done.after} now; from before: {done.backup}")
    session.voice.note("next: reconcile resolve --preview, then reconcile resolve")
    if not dry_run:
        session.voice.note("next: reconcile resolve --preview tells what this program reads otherwise")
