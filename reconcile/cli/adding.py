"""add: a claim typed in by hand, one or one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.clean import one_line
from reconcile.cli.fields import FIELDS, field_options
from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, day_first_option, dry_run_option, editor_option
from reconcile.cli.session import Session
from reconcile.errors import InputRejected, UsageProblem

if TYPE_CHECKING:
    from reconcile.pipeline import Added, Editor
    from reconcile.store import Store

ASKED = {
    "question": "What is asked",
    "value": "The figure, in words",
    "source": "Who said it",
    "document": "The article: address, file or id (empty for none)",
    "outlet": "Who printed it",
    "said": "When it was said",
    "quote": "The very words",
}
"""What is asked on a terminal where the line does not say it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking a claim needs besides its fields."""

    session: Session
    store: Store
    editor: Editor
    dry_run: bool

    def take(self, fields: dict[str, Any]) -> None:
        """Add the claim; its id goes to stdout, how it was understood to stderr."""
        from reconcile import pipeline

        new = pipeline.NewClaim(**{name: given for name, given in fields.items() if given is not None})
        try:
            added = pipeline.add(self.store, new, editor=self.editor, dry_run=self.dry_run)
        except InputRejected as problem:
            raise UsageProblem(problem.message, where=problem.where, hint=problem.hint) from None
        sys.stdout.write(f"{added.claim.id}\n")
        sys.stdout.flush()
        self.session.voice.note(_understood(added))
        self.session.voice.counts("add", added.counts)


@click.command("add", cls=Command)
@field_options(FIELDS)
@click.option("--own", metavar="HOW", type=WORDS, help='Your own reporting: "phone, 23:10"; see --label.')
@click.option("--loop", is_flag=True, help="Take one claim after another on the same question: value, source.")
@day_first_option
@dry_run_option
@editor_option
@click.pass_context
def add_command(
    ctx: click.Context, /, own: str | None, loop: bool, dry_run: bool, editor: str | None, **fields: Any
) -> None:
    """Take one claim by hand.

    The value is read as words and echoed back. On a terminal the command asks for what is missing. With --loop each
    further line is one claim on the same question and document: "32, Ministry" or "32 Ministry"; an empty line ends.
    With --own, --source is kept private and --label is what a reader sees.
    """
    session: Session = ctx.obj
    if own is not None:
        fields |= {"own": True, "title": fields["title"] or own}
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    if asks:
        _ask(fields, loop=loop)
    elif fields["value"] is None and not loop:
        raise UsageProblem("the figure is missing", where="add", hint='give it in words: --value "up to 25"')
    with session.open(write=not dry_run) as store:
        taking = Taking(session, store, session.editor(editor), dry_run)
        if fields["value"] is not None:
            taking.take(fields)
        if loop:
            _take_more(taking, fields, asks=asks)


def _ask(fields: dict[str, Any], *, loop: bool) -> None:
    """Fill in what the line left open; an empty answer leaves it open."""
    for name, question in ASKED.items():
        if fields[name] is not None or (loop and name in ("value", "source", "quote")):
            continue
        if name == "outlet" and (fields["document"] or fields.get("own")):
            continue
        if name == "document" and fields.get("own"):
            continue
        fields[name] = _answer(question, must=name == "value")


def _answer(question: str, *, must: bool = False) -> str | None:
    while True:
        words = _typed(f"{question}: ")
        if not must:
            return words or None
        try:
            _read(words)
        except UsageProblem as problem:
            click.echo(f"  {one_line(str(problem))}", err=True)
        else:
            return words


def _typed(prompt: str) -> str:
    """A line from the terminal; the prompt goes to stderr, since stdout is data."""
    click.echo(prompt, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        raise click.Abort
    return line.strip()


def _take_more(taking: Taking, fields: dict[str, Any], *, asks: bool) -> None:
    """One claim a line; what cannot be read is said, and the next line is taken."""
    same = {**fields, "quote": None, "translation": None, "external_id": None, "note": None}
    refused = 0
    for line in _typed_lines() if asks else filter(None, map(str.strip, sys.stdin)):
        try:
            value, source = split(line)
            if source is None and fields["source"] is None and asks:
                source = _answer(ASKED["source"])
            taking.take({**same, "value": value, "source": source or fields["source"]})
        except UsageProblem as problem:
            refused += 1
            taking.session.voice.error(f"not taken: {line}: {problem}")
    if refused and not asks:
        raise InputRejected(f"{refused} of the lines were not taken", where="add --loop", hint="they are named above")


def _typed_lines() -> Iterator[str]:
    """What is typed on a terminal, until an empty line; in a pipe an empty line is passed over."""
    while line := _typed("value, source (empty to end): "):
        yield line


def split(line: str) -> tuple[str, str | None]:
    """A line of --loop as value and source: "32, Ministry", "up to 25 officials", "dozens".

    Without a comma the value is as many of the first words as can be read as one.
    """
    value, comma, source = line.partition(", ")
    if comma:
        return value.strip(), source.strip() or None
    words = line.split()
    for count in range(len(words) - 1, 0, -1):
        try:
            _read(" ".join(words[:count]))
        except UsageProblem:
            continue
        return " ".join(words[:count]), " ".join(words[count:])
    return line, None


def _read(words: str) -> None:
    """Raises `UsageProblem` where the words are neither a figure nor a date."""
    from reconcile import dates, values

    try:
        values.parse(words)
    except UsageProblem as problem:
        try:
            dates.parse(words, None)
        except UsageProblem:
            raise problem from None


def _understood(added: Added) -> str:
    """How a claim was understood, in one line."""
    from reconcile import values

    claim, document = added.claim, added.document
    said = f"said {claim.said_at}" if claim.said_at else "time not given"
    source = claim.source.name if claim.source else "the article itself"
    parts = [values.render(claim.value), source, document.outlet or document.url or document.title, said]
    return f"{claim.question or claim.id}: " + " · ".join(part for part in parts if part)
