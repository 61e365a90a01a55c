"""review: proposed claims one after another in the terminal, the most doubtful first."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from reconcile.cli.asking import typed
from reconcile.cli.clean import one_line
from reconcile.cli.group import Command
from reconcile.cli.options import editor_option, format_option
from reconcile.cli.session import Session
from reconcile.cli.tables import write_rows
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from reconcile.model import Claim
    from reconcile.pipeline import Editor
    from reconcile.pipeline.reviewing import Proposal
    from reconcile.store import Store

CHOICES = "[a]ccept  [c]orrect  [r]eject  [s]kip  [q]uit  [?]help: "
HELP = """a  the reading is right: it counts as checked
c  put the figure, the source, what is counted or the denial right; the claim is accepted with it
r  no claim at all: it counts no more, also when the article is read again
s  leave it for later
q  stop; what was decided is kept
The score, from 0 to 1, orders the queue: it says how much tells for the reading, not whether the source is right."""


@click.command("review", cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--below", type=click.FloatRange(0, 1), metavar="SCORE", help="Only claims that score less, from 0 to 1.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@format_option()
@editor_option
@click.pass_obj
def review_command(
    session: Session, ids: tuple[str, ...], below: float | None, limit: int | None, form: str, editor: str | None
) -> None:
    """Accept, correct or reject proposed claims, the most doubtful first.

    On a terminal each is shown with its words in context and what tells against it, and one letter decides; every
    decision is stored at once. Elsewhere the claims that wait are written as a table. An ID of a claim, document or
    question keeps to what belongs to it.
    """
    from reconcile.pipeline import reviewing

    asks = sys.stdin.isatty() and sys.stderr.isatty()
    with session.open(write=asks) as store:
        waiting = reviewing.proposals(store, ids, below=below, limit=limit)
        if not asks:
            write_rows((reviewing.row(each) for each in waiting), reviewing.COLUMNS, form, bold=session.colour)
            return
        if not waiting:
            session.voice.note("nothing waits for review")
            return
        _Review(session, store, session.editor(editor)).go_through(waiting)


@dataclass(slots=True)
class _Review:
    """One sitting: who decides, and how many claims were decided."""

    session: Session
    store: Store
    editor: Editor
    decided: int = 0

    def go_through(self, waiting: list[Proposal]) -> None:
        """Show each claim and do what is answered, until all are through or somebody quits."""
        try:
            for place, proposal in enumerate(waiting, 1):
                click.echo(_shown(proposal, f"{place} of {len(waiting)}"), err=True)
                if not self._decide(proposal):
                    break
        finally:
            self.session.voice.note(f"decided {self.decided}, left {len(waiting) - self.decided}")
            if self.decided:
                self.session.voice.next_step()

    def _decide(self, proposal: Proposal) -> bool:
        """Ask until an answer can be followed; False ends the sitting."""
        while True:
            answer = typed(CHOICES).lower()[:1]
            if answer in ("s", "q"):
                return answer == "s"
            if answer not in ("a", "c", "r"):
                click.echo(HELP, err=True)
                continue
            try:
                self._follow(answer, proposal)
                self.decided += 1
                return True
            except ReconcileError as problem:
                self.session.voice.error(str(problem))

    def _follow(self, answer: str, proposal: Proposal) -> None:
        from reconcile import pipeline

        id = proposal.claim.id
        if answer == "a":
            pipeline.accept(self.store, [id], editor=self.editor)
        elif answer == "r":
            pipeline.reject(self.store, [id], editor=self.editor, note=typed("Why (empty for none): "))
        else:
            changes = _changes()
            note = typed("Why (empty for none): ")
            corrected = pipeline.correct(self.store, id, changes, editor=self.editor, note=note, accept=True)
            click.echo(f"now {_reading(corrected)}", err=True)


def _changes() -> dict[str, object]:
    """What is put right: an empty answer leaves a field as it is, a dash empties it."""
    asked = {
        "value": "The figure, in words",
        "source": "Who said it (- for the article itself)",
        "counted": "What is counted",
        "stance": "asserts or denies",
    }
    given = {name: typed(f"{words} (empty: as it is): ") for name, words in asked.items()}
    return {name: None if answer == "-" else answer for name, answer in given.items() if answer}


def _shown(proposal: Proposal, place: str) -> str:
    """A claim for the terminal: where it stands, its words in context, how it was read, what tells against it."""
    from reconcile.pipeline.reviewing import row

    cells, document = row(proposal), proposal.document
    where = " · ".join(one_line(part) for part in (document.outlet, document.title, document.published) if part)
    passage = f"… {proposal.before}»{proposal.claim.quote}«{proposal.behind} …"
    paragraphs = [one_line(line) for line in passage.splitlines() if line.strip()]
    lines = ["", f"{place} · score {cells['score']} · {cells['id']}", where, *paragraphs, _reading(proposal.claim)]
    return "\n".join([*lines, *([one_line(f"doubts: {cells['doubts']}")] if cells["doubts"] else [])])


def _reading(claim: Claim) -> str:
    """How a claim is read, in one line: the figure, what is counted, who says it, when."""
    from reconcile import values

    source = claim.source.name if claim.source else "the article itself"
    parts = [
        ("not " if claim.stance == "denies" else "") + values.render(claim.value),
        claim.scope.counted or claim.scope.attribute or "nothing counted",
        f"{source} via {', '.join(claim.via)}" if claim.via else source,
        f"said {claim.said_at}" if claim.said_at else "",
        "" if claim.modality == "stated" else str(claim.modality),
    ]
    return one_line("reads: " + " · ".join(part for part in parts if part))
