"""What add asks on a terminal: each answer is checked at once, and asked again with the reason."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.clean import one_line
from reconcile.errors import UsageProblem

if TYPE_CHECKING:
    from reconcile.model import Document
    from reconcile.store import Store

ASKED = {
    "question": "What is asked",
    "value": "The figure, in words",
    "source": "Who said it",
    "label": "What a reader sees in place of that name",
    "document": "The article: address, file or id (empty for none)",
    "outlet": "Who printed it",
    "said": "When it was said",
    "quote": "The very words",
}
"""What is asked where the line does not say it."""

PLACES = ("question", "document", "outlet", "title", "own")


@dataclass(slots=True)
class Asker:
    """The fields of a claim, filled in by asking."""

    store: Store
    fields: dict[str, Any]

    def fill(self, *, loop: bool) -> None:
        """Ask for what the line left open. Raises `UsageProblem` for what the line itself has wrong."""
        self._tried(self.fields)
        for name in ASKED:
            if self.fields[name] is None and not (loop and name in ("value", "source", "quote")) and self._fits(name):
                self.ask(name)

    def _fits(self, name: str) -> bool:
        own = bool(self.fields.get("own"))
        if name == "label":
            return own
        if name == "outlet":
            return not (own or self.fields["document"])
        return not (own and name == "document")

    def ask(self, name: str) -> None:
        """Ask for one field until the answer can be taken; an empty answer leaves it open where it may be."""
        while True:
            words = typed(f"{ASKED[name]}: ") or None
            try:
                self.check(name, words)
            except UsageProblem as problem:
                click.echo(f"  {one_line(str(problem))}", err=True)
            else:
                self.fields[name] = words
                return

    def check(self, name: str, words: str | None) -> Document | None:
        """The document, where it is named by now. Raises `UsageProblem` where this answer cannot be taken."""
        if words is None and name in ("value", "label"):
            raise UsageProblem("this is needed")
        then = {**self.fields, name: words}
        if name == "outlet" and not any(then.get(place) for place in PLACES):
            raise UsageProblem("neither a question nor an article nor an outlet is named", hint="name the outlet")
        document = self._tried(then)
        if name == "quote" and words is None and document and document.text is not None:
            raise UsageProblem("the article is held", hint="give the words in it that hold the figure")
        return document

    def _tried(self, fields: dict[str, Any]) -> Document | None:
        from reconcile import pipeline

        given = {name: each for name, each in fields.items() if each is not None}
        if "value" not in given:
            given |= {"value": "0", "kind": None}
        return pipeline.tried(self.store, pipeline.NewClaim(**given))


def typed(prompt: str) -> str:
    """A line from the terminal; the prompt goes to stderr, since stdout is data."""
    click.echo(prompt, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        raise click.Abort
    return line.strip()
