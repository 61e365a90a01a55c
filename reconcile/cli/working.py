"""What is done with all claims at once: resolve, report, run, check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.group import Command
from reconcile.cli.intake import document_options, finish
from reconcile.cli.options import Decorated, editor_option, format_option
from reconcile.cli.session import Session
from reconcile.cli.tables import write_rows
from reconcile.errors import Exit

if TYPE_CHECKING:
    from reconcile.pipeline import RunOutcome
    from reconcile.pipeline.alerts import Raised
    from reconcile.store import Store

WOULD = ("question", "cause", "what", "title")
"""The columns of `resolve --preview`."""
FAIL_ON = {
    "conflict": "a question stands contested",
    "fell": "a running total fell, and nobody says why",
    "parts": "a part is more than its whole",
    "unsupported": "a cited document does not hold the figure",
    "new": "this run brought an article that was not there",
    "unreviewed": "claims wait for somebody to accept them",
}


@click.command("resolve", cls=Command)
@click.option("--full", is_flag=True, help="All claims, not only what new or changed ones reach.")
@click.option("--preview", is_flag=True, help="Tell what would change, and why, and write nothing.")
@format_option()
@editor_option
@click.pass_context
def resolve_command(ctx: click.Context, /, full: bool, preview: bool, form: str, editor: str | None) -> None:
    """Group the claims into questions and relate them.

    Only what new or changed claims reach is done again; the outcome is the same as that of --full. --preview lists the
    questions that would be new or other than they are, each with what would change and the cause: data, a person's
    correction or judgement, or an update of the program.
    """
    from reconcile import pipeline

    session: Session = ctx.obj
    with session.open(write=True) as store:
        if preview:
            would = pipeline.preview(store, editor=session.editor(editor), full=full)
            rows = [{name: getattr(each, name) for name in WOULD} for each in would]
            if not write_rows(rows, WOULD, form, bold=session.colour):
                session.voice.note("nothing would change")
            return
        counts = pipeline.resolve(store, editor=session.editor(editor), full=full)
    finish(ctx, "resolve", counts)


def reports_option(function: Decorated) -> Decorated:
    """`--reports`: where the pages go."""
    return click.option(
        "--reports",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Where the pages go.  [default: reports, beside the database]",
    )(function)


@click.command("report", cls=Command)
@reports_option
@click.option("--only", metavar="ID", help="Only the page of this question.")
@click.pass_context
def report_command(ctx: click.Context, /, reports: Path | None, only: str | None) -> None:
    """Write the pages.

    Only what differs is written, one whole file at a time, the index last; a second call changes nothing.
    """
    from reconcile import pipeline

    session: Session = ctx.obj
    folder = _folder(ctx, reports)
    with session.open() as store:
        counts = pipeline.publish(store, folder, only=only)
    finish(ctx, "report", counts)
    session.voice.note(f"open {folder / 'index.html'}")


@click.command("run", cls=Command)
@click.argument("inputs", nargs=-1, metavar="[PATH|-…]")
@reports_option
@click.option(
    "--if-locked",
    type=click.Choice(["fail", "skip", "wait"]),
    default="fail",
    show_default=True,
    help="What to do while another run holds the lock: exit 75, exit 0, or take the turn.",
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAIL_ON)),
    multiple=True,
    help="Exit 1 where " + "; ".join(f"{name}: {when}" for name, when in FAIL_ON.items()) + ".",
)
@document_options
@editor_option
@click.pass_context
def run_command(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    reports: Path | None,
    if_locked: str,
    fail_on: Sequence[str],
    editor: str | None,
    **given: Any,
) -> None:
    """Ingest, resolve and report under one lock: the cron command.

    Silent on success; -v tells the counts. What it did stands in status.json among the pages.
    """
    from reconcile import pipeline
    from reconcile.store import system_clock

    session: Session = ctx.obj
    options = pipeline.RunOptions(
        inputs=inputs,
        reports=_folder(ctx, reports),
        ingest=pipeline.IngestOptions(**given),
        if_locked=pipeline.IfLocked(if_locked),
        named=session.named,
    )
    outcome = pipeline.run(session.db, options, clock=system_clock, editor=session.editor(editor))
    _tell(session, outcome)
    asked = [condition for condition in fail_on if not outcome.skipped and _told_of(condition, session, outcome)]
    if outcome.ingested.rejected:
        ctx.exit(Exit.REJECTED)
    if asked:
        ctx.exit(Exit.ASKED)


def _tell(session: Session, outcome: RunOutcome) -> None:
    """What was not taken always; the rest with -v."""
    voice = session.voice
    voice.rejects(outcome.ingested.rejects)
    if not session.verbosity:
        return
    if outcome.skipped:
        voice.note("another run is at work; nothing was done")
        return
    for step, counts in (("ingest", outcome.ingested), ("resolve", outcome.resolved)):
        voice.note(f"{step}: " + ", ".join(f"{name} {figure}" for name, figure in counts.items()))
    written, same, removed = outcome.pages_written, outcome.pages_same, outcome.pages_removed
    voice.note(f"report: written {written}, same {same}, removed {removed}")
    for notice in outcome.notices:
        voice.note(notice)


def _told_of(condition: str, session: Session, outcome: RunOutcome) -> bool:
    """Whether the condition holds; what it is about is told, so that cron has something to mail."""
    with session.open() as store:
        lines = _standing(condition, store, outcome)
    if lines:
        session.voice.error(f"--fail-on {condition}: {FAIL_ON[condition]}", code=int(Exit.ASKED))
    for line in lines:
        session.voice.error(line)
    return bool(lines)


def _standing(condition: str, store: Store, outcome: RunOutcome) -> list[str]:
    """What a condition is about, one line a thing; none where it does not hold."""
    from reconcile import pipeline
    from reconcile.pipeline.alerts import alerts

    if condition == "new":
        came = outcome.ingested.new + outcome.ingested.changed
        return [f"articles that were not there: {came}"] if came else []
    if condition == "unreviewed":
        wait = sum(1 for _ in pipeline.listing(store, "claims", status="proposed"))
        return [f"claims that wait: {wait}; reconcile list claims --status proposed shows them"] if wait else []
    raised = [each for each in alerts(store, [condition]) if each.excepted is None]
    return _contested(store, raised, outcome.notices) if condition == "conflict" else [_alert(each) for each in raised]


def _alert(raised: Raised) -> str:
    return f"{raised.alert.why}  {raised.alert.question or raised.alert.claims[0]}  {raised.id}"


def _contested(store: Store, raised: Sequence[Raised], notices: Sequence[str]) -> list[str]:
    """The contested questions: of each its first two figures that cannot both be true, and whether that is new."""
    from reconcile import pipeline

    open_pairs = {frozenset(each.alert.claims) for each in raised}
    pairs: dict[object, list[Mapping[str, object]]] = {}
    for row in pipeline.export(store, "discrepancies"):
        if frozenset((str(row["left"]), str(row["right"]))) in open_pairs:
            pairs.setdefault(row["question"], []).append(row)
    return [_first_pair(found, notices) for found in pairs.values()]


def _first_pair(pairs: Sequence[Mapping[str, object]], notices: Sequence[str]) -> str:
    pair = pairs[0]
    title = str(pair["title"])
    new = "new: " if any(notice.startswith(title) for notice in notices) else ""
    sides = [
        f"{pair[f'{side}_value']} ({pair[f'{side}_source'] or 'the article itself'})" for side in ("left", "right")
    ]
    told = str(pair["why"]) if pair["rule"] == "denial" else " – ".join(sides)
    more = f" (and {len(pairs) - 1} more {'pairs' if len(pairs) > 2 else 'pair'})" if len(pairs) > 1 else ""
    return f"{new}{title} {told}{more}  {pair['question']}"


def _folder(ctx: click.Context, reports: Path | None) -> Path:
    """The folder of the pages; what reconcile.toml says is meant from where that file stands."""
    session: Session = ctx.obj
    if reports is None:
        return session.db.parent / "reports"
    in_settings = ctx.get_parameter_source("reports") is click.core.ParameterSource.DEFAULT_MAP
    return session.db.parent / reports if in_settings else reports


@click.command("check", cls=Command)
@click.option("--deep", is_flag=True, help="Read every quote again and recompute every hash.")
@format_option()
@click.pass_context
def check_command(ctx: click.Context, /, deep: bool, form: str) -> None:
    """Look for damage and contradictions in the database.

    Each finding is a row on stdout, and the exit code is then 65.
    """
    from reconcile import pipeline

    session: Session = ctx.obj
    with session.open() as store:
        findings = pipeline.check(store, deep=deep)
    rows = [{"check": each.check, "where": each.where, "message": each.message} for each in findings]
    write_rows(rows, ("check", "where", "message"), form, bold=session.colour)
    if findings:
        session.voice.error(f"findings: {len(findings)}", code=int(Exit.DATABASE))
        ctx.exit(Exit.DATABASE)
    session.voice.note("checked: nothing found")
