"""What the program says on stderr: counts, notes, errors; one line each, as text or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reconcile.cli.clean import one_line

if TYPE_CHECKING:
    from reconcile.pipeline import Counts, Reject

SHOWN_REJECTS = 20
"""How many inputs that were not taken are told one by one; the rest stands in rejects.jsonl (-v tells all)."""


class Voice:
    """Speaks on stderr, as loud as the user asked for."""

    def __init__(self, *, quiet: bool = False, verbosity: int = 0, as_json: bool = False) -> None:
        self.quiet = quiet
        self.verbosity = verbosity
        self.as_json = as_json

    def note(self, line: str) -> None:
        """Something to know; silent with -q."""
        if not self.quiet:
            self._say("info", line)

    def detail(self, line: str) -> None:
        """Something to know with -v."""
        if self.verbosity and not self.quiet:
            self._say("info", line)

    def next_step(self) -> None:
        """What brings new claims to the pages."""
        self.note("next: reconcile resolve, then reconcile report")

    def waiting(self, claims: int) -> None:
        """That so many claims are not in the questions yet."""
        if claims:
            self.note(f"claims that wait for reconcile resolve: {claims}")

    def error(self, message: str, **fields: object) -> None:
        """What went wrong; never silent. `fields` are told in JSON only."""
        self._say("error", message, **fields)

    def counts(self, command: str, counts: Counts) -> None:
        """The closing line of a run, after what was not taken and what the run wants known."""
        self.rejects(counts.rejects)
        for line in counts.told:
            self.note(line)
        if self.quiet:
            return
        figures = dict(counts.items())
        written = {} if counts.run is None else {"run": counts.run}
        if self.as_json:
            self._say("info", command, **figures, **written)
        else:
            run = "" if counts.run is None else f" (run {counts.run})"
            self._say("info", ", ".join(f"{name} {figure}" for name, figure in figures.items()) + run)

    def rejects(self, rejects: Iterable[Reject]) -> None:
        """One line for each input that was not taken."""
        listed = list(rejects)
        shown = listed if self.verbosity or self.as_json else listed[:SHOWN_REJECTS]
        for each in shown:
            self.error(f"not taken: {each.where}: {each.reason}", where=each.where, reason=each.reason)
        if len(shown) < len(listed):
            self.error(f"not taken: {len(listed) - len(shown)} more, see rejects.jsonl")

    def _say(self, level: str, message: str, **fields: object) -> None:
        line = one_line(message)
        if self.as_json:
            import json

            line = json.dumps({"level": level, "message": line, **fields}, ensure_ascii=True, default=str)
        else:
            line = f"reconcile: {line}"
        try:
            print(line, file=sys.stderr, flush=True)
        except OSError:
            return  # nobody listens on stderr, and there is no one else to tell
