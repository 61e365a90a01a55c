"""except: an alert that need not be looked at, with a reason and an expiry."""

from __future__ import annotations

import sys

import click

from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, dry_run_option, editor_option
from reconcile.cli.session import Session
from reconcile.errors import UsageProblem


@click.command("except", cls=Command)
@click.argument("alert", metavar="ALERT")
@click.option("--reason", type=WORDS, metavar="TEXT", help="Why it need not be looked at; stands in the list.")
@click.option("--until", type=WORDS, metavar="DAY", help="The last day on which it holds; without this, for ever.")
@click.option("--end", is_flag=True, help="End the exception: the alert is looked at again.")
@editor_option
@dry_run_option
@click.pass_obj
def except_command(
    session: Session, alert: str, reason: str | None, until: str | None, end: bool, editor: str | None, dry_run: bool
) -> None:
    """Say why an alert need not be looked at, and until when.

    `reconcile list alerts` has the ids. An excepted alert is still listed, and fails no `run --fail-on`; another
    figure is another alert. It is refused without an editor's name.
    """
    from reconcile.pipeline.alerts import end_exception, except_alert

    if end and (reason or until):
        raise UsageProblem("--end takes neither --reason nor --until")
    with session.open(write=True) as store:
        who = session.editor(editor)
        if end:
            id, told = end_exception(store, alert, editor=who, dry_run=dry_run), "is looked at again"
        else:
            raised = except_alert(store, alert, reason or "", until, editor=who, dry_run=dry_run)
            last = raised.excepted.until if raised.excepted else None
            id, told = raised.id, f"excepted {f'until {last}' if last else 'for ever'}: {raised.alert.why}"
    sys.stdout.write(f"{id}\n")
    session.voice.note(f"{'would be: ' if dry_run else ''}{id} {told}")
