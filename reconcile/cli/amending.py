"""What is done to a claim afterwards: accept, reject, correct, withdraw. Nothing is deleted."""

from __future__ import annotations

import sys
from typing import Any

import click

from reconcile.cli.fields import field_options
from reconcile.cli.group import Command
from reconcile.cli.options import editor_option, note_option
from reconcile.cli.session import Session
from reconcile.errors import UsageProblem
from reconcile.pipeline import CORRECTABLE


@click.command("accept", cls=Command)
@click.argument("claims", nargs=-1, required=True, metavar="ID…|-")
@editor_option
@click.pass_obj
def accept_command(session: Session, claims: tuple[str, ...], editor: str | None) -> None:
    """Accept claims that the program has read.

    Until then they are marked as proposed everywhere. With - the ids are read from stdin, one a line.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        counts = pipeline.accept(store, _ids(claims), editor=session.editor(editor))
    session.voice.counts("accept", counts)


@click.command("reject", cls=Command)
@click.argument("claims", nargs=-1, required=True, metavar="ID…|-")
@note_option
@editor_option
@click.pass_obj
def reject_command(session: Session, claims: tuple[str, ...], note: str, editor: str | None) -> None:
    """Reject claims that the program has read.

    They count no more, and what a later version reads at the same place stays rejected.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        counts = pipeline.reject(store, _ids(claims), editor=session.editor(editor), note=note)
    session.voice.counts("reject", counts)


@click.command("correct", cls=Command)
@click.argument("claim", metavar="ID")
@field_options(set(CORRECTABLE) - {"note"})
@note_option
@editor_option
@click.pass_obj
def correct_command(session: Session, /, claim: str, note: str, editor: str | None, **fields: Any) -> None:
    """Put a claim right; the former reading stays in its history.

    Only the fields that are given change; an empty one ("") is emptied. The quote and its place stay as they are.
    """
    from reconcile import pipeline, values

    changes = {name: given or None for name, given in fields.items() if given is not None and given != ()}
    if changes.get("via") == ("",):
        changes["via"] = None
    if not changes:
        raise UsageProblem(
            "nothing to change", where=f"correct {claim}", hint='name a field, such as --value "up to 25"'
        )
    with session.open(write=True) as store:
        corrected = pipeline.correct(store, claim, changes, editor=session.editor(editor), note=note)
    sys.stdout.write(f"{corrected.id}\n")
    read = f" ({values.render(corrected.value)})" if "value" in changes else ""
    session.voice.note(f"corrected {', '.join(changes)}{read}; resolve and report bring it to the pages")


@click.command("withdraw", cls=Command)
@click.argument("claim", metavar="ID")
@note_option
@editor_option
@click.pass_obj
def withdraw_command(session: Session, claim: str, note: str, editor: str | None) -> None:
    """Strike a claim through; it counts no more.

    It stays on the page, struck through, and a decision that rested on it is reopened.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        withdrawn = pipeline.withdraw(store, claim, editor=session.editor(editor), note=note)
    sys.stdout.write(f"{withdrawn.id}\n")
    session.voice.note("withdrawn; resolve and report bring it to the pages")


def _ids(given: tuple[str, ...]) -> list[str]:
    if given != ("-",):
        return list(given)
    return [word for line in sys.stdin if (word := line.strip())]
