"""What is done to a claim afterwards: accept, reject, correct, withdraw. Nothing is deleted."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from reconcile.cli.fields import field_options
from reconcile.cli.group import Command
from reconcile.cli.options import day_first_option, dry_run_option, editor_option, note_option
from reconcile.cli.session import Session
from reconcile.errors import UsageProblem
from reconcile.model import ClaimStatus
from reconcile.pipeline import CORRECTABLE


@click.command("accept", cls=Command)
@click.argument("claims", nargs=-1, required=True, metavar="ID…|-")
@editor_option
@dry_run_option
@click.pass_obj
def accept_command(session: Session, claims: tuple[str, ...], editor: str | None, dry_run: bool) -> None:
    """Accept claims that the program has read.

    Until then they are marked as proposed everywhere. With - the ids are read from stdin, one a line.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        counts = pipeline.accept(store, _ids(claims), editor=session.editor(editor), dry_run=dry_run)
    session.voice.counts("accept", counts)
    if counts.changed and not dry_run:
        session.voice.next_step()


@click.command("reject", cls=Command)
@click.argument("claims", nargs=-1, required=True, metavar="ID…|-")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def reject_command(session: Session, claims: tuple[str, ...], note: str, editor: str | None, dry_run: bool) -> None:
    """Reject claims that the program has read.

    They count no more, and what a later version reads at the same place stays rejected.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        counts = pipeline.reject(store, _ids(claims), editor=session.editor(editor), note=note, dry_run=dry_run)
    session.voice.counts("reject", counts)
    if counts.changed and not dry_run:
        session.voice.next_step()


@click.command("correct", cls=Command)
@click.argument("claim", metavar="ID")
@field_options(set(CORRECTABLE) - {"note"})
@click.option("--accept", is_flag=True, help="Accept the claim with it, also where value and source stay.")
@day_first_option
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def correct_command(
    session: Session,
    /,
    claim: str,
    accept: bool,
    day_first: bool | None,
    note: str,
    editor: str | None,
    dry_run: bool,
    **fields: Any,
) -> None:
    """Put a claim right; the former reading stays in its history.

    Only the fields that are given change; an empty one ("") is emptied. The quote and its place stay as they are. A
    proposed claim whose value or source is corrected is accepted with it; another correction leaves it proposed.
    """
    from reconcile import pipeline, values

    changes = {name: given or None for name, given in fields.items() if given is not None and given != ()}
    if changes.get("via") == ("",):
        changes["via"] = None
    if not changes:
        raise UsageProblem(
            "nothing to change", where=f"correct {claim}", hint='name a field, such as --value "up to 25"'
        )
    changes |= _days(changes, day_first)
    with session.open(write=True) as store:
        who = session.editor(editor)
        corrected = pipeline.correct(store, claim, changes, editor=who, note=note, accept=accept, dry_run=dry_run)
    sys.stdout.write(f"{corrected.id}\n")
    read = f" ({values.render(corrected.value)})" if "value" in changes else ""
    left = "; it stays proposed" if corrected.status is ClaimStatus.PROPOSED else ""
    session.voice.note(f"{'would correct' if dry_run else 'corrected'} {', '.join(changes)}{read}{left}")
    if not dry_run:
        session.voice.next_step()


def _days(changes: Mapping[str, object], day_first: bool | None) -> dict[str, object]:
    """The times among the changes, read as the line says; without a word on that as they are."""
    from reconcile import dates

    names = ("said", "as_of", "window_from", "window_to") if day_first is not None else ()
    return {name: dates.parse_moment(str(changes[name]), day_first=day_first) for name in names if changes.get(name)}


@click.command("withdraw", cls=Command)
@click.argument("claim", metavar="ID")
@note_option
@editor_option
@dry_run_option
@click.pass_obj
def withdraw_command(session: Session, claim: str, note: str, editor: str | None, dry_run: bool) -> None:
    """Strike a claim through; it counts no more.

    It stays on the page, struck through, and a decision that rested on it is reopened.
    """
    from reconcile import pipeline

    with session.open(write=True) as store:
        before = pipeline.show(store, claim).claims[:1]
        withdrawn = pipeline.withdraw(store, claim, editor=session.editor(editor), note=note, dry_run=dry_run)
    sys.stdout.write(f"{withdrawn.id}\n")
    if withdrawn in before:
        session.voice.note("already withdrawn")
    elif dry_run:
        session.voice.note("would be withdrawn; nothing was written")
    else:
        session.voice.note("withdrawn")
        session.voice.next_step()


def _ids(given: tuple[str, ...]) -> list[str]:
    if given != ("-",):
        return list(given)
    return [word for line in sys.stdin if (word := line.strip())]
