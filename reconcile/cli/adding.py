"""add: a claim typed in by hand, one or one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.asking import Asker, typed
from reconcile.cli.fields import FIELDS, field_options
from reconcile.cli.group import Command
from reconcile.cli.options import WORDS, day_first_option, dry_run_option, editor_option
from reconcile.cli.session import Session
from reconcile.errors import InputRejected, UsageProblem

if TYPE_CHECKING:
    from reconcile.pipeline import Added, Editor
    from reconcile.store import Store


@dataclass(slots=True)
class Taking:
    """What taking a claim needs besides its fields, and how many were new."""

    session: Session
    store: Store
    editor: Editor
    dry_run: bool
    as_given: bool = False
    new: int = 0

    def take(self, fields: dict[str, Any]) -> None:
        """Add the claim; its id goes to stdout, how it was understood to stderr."""
        from reconcile import pipeline

        new = pipeline.NewClaim(**{name: given for name, given in fields.items() if given is not None})
        try:
            added = pipeline.add(self.store, new, editor=self.editor, as_given=self.as_given, dry_run=self.dry_run)
        except InputRejected as problem:
            raise UsageProblem(problem.message, where=problem.where, hint=problem.hint) from None
        sys.stdout.write(f"{added.claim.id}\n")
        sys.stdout.flush()
        self.session.voice.note(_understood(added))
        if read := ", ".join(each for each in added.claim.evidence if each.endswith(" read")):
            self.session.voice.note(f"from the text: {read}")
        self.session.voice.counts("add", added.counts)
        self.new += added.counts.new


@click.command("add", cls=Command)
@field_options(FIELDS)
@click.option("--own", metavar="HOW", type=WORDS, help='Your own reporting: "phone, 23:10"; see --label.')
@click.option("--loop", is_flag=True, help="Take one claim after another on the same question: value, source.")
@click.option("--as-given", is_flag=True, help="What you leave open stays open, whatever the text tells.")
@day_first_option
@dry_run_option
@editor_option
@click.pass_obj
def add_command(
    session: Session, /, own: str | None, loop: bool, dry_run: bool, as_given: bool, editor: str | None, **fields: Any
) -> None:
    """Take one claim by hand.

    The value is read as words and echoed back. On a terminal the command asks for what is missing. With --loop each
    further line is one claim on the same question and document: "32, Ministry" or "32 Ministry"; an empty line ends.
    With --own, --source is kept private and --label is what a reader sees. Where the article's text is held, what you
    leave open (whom the figure counts, when, where) is read at the quote, and what was read is told.
    """
    if own is not None:
        fields |= {"own": True, "title": fields["title"] or own}
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    if fields["value"] is None and not (loop or asks):
        raise UsageProblem("the figure is missing", where="add", hint='give it in words: --value "up to 25"')
    with session.open(write=not dry_run) as store:
        taking = Taking(session, store, session.editor(editor), dry_run, as_given)
        if asks:
            Asker(store, fields).fill(loop=loop)
        if fields["value"] is not None:
            taking.take(fields)
        try:
            if loop:
                _take_more(taking, fields, asks=asks)
        finally:
            if taking.new and not dry_run:
                session.voice.next_step()


def _take_more(taking: Taking, fields: dict[str, Any], *, asks: bool) -> None:
    """One claim a line; what cannot be taken is said and kept in rejects.jsonl, and the next line is taken."""
    from reconcile.pipeline import Reject
    from reconcile.pipeline.rejects import keep

    same = {**fields, "quote": None, "translation": None, "external_id": None, "note": None}
    rejects: list[Reject] = []
    try:
        for number, line in enumerate(_typed_lines() if asks else sys.stdin, start=1):
            try:
                if line.strip():
                    _take_line(taking, same, line.strip(), asks=asks)
            except UsageProblem as problem:
                rejects.append(Reject(f"add --loop, line {number}", str(problem), line.strip()))
                taking.session.voice.error(f"not taken: {line.strip()}: {problem}")
    finally:
        if not taking.dry_run:
            keep(taking.store.path, rejects)
    if rejects:
        hint = "they are named above" if taking.dry_run else "they are in rejects.jsonl beside the database"
        raise InputRejected(f"lines not taken: {len(rejects)}", where="add --loop", hint=hint)


def _take_line(taking: Taking, same: dict[str, Any], line: str, *, asks: bool) -> None:
    """Take the claim of one line; the value is looked at before anything is asked."""
    value, source = split(line)
    fields = {**same, "value": value, "source": source or same["source"]}
    if asks:
        asker = Asker(taking.store, {**fields, "value": None})
        document = asker.check("value", value)
        asker.fields["value"] = value
        if fields["source"] is None:
            asker.ask("source")
        if document and document.text is not None:
            asker.ask("quote")
        fields = asker.fields
    taking.take(fields)


def _typed_lines() -> Iterator[str]:
    """What is typed on a terminal, until an empty line; in a pipe an empty line is passed over."""
    while line := typed("value, source (empty to end): "):
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
