"""Options that several commands share, spelt once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from reconcile.cli.tables import FORMATS
from reconcile.errors import UsageProblem

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Words(click.ParamType[str]):
    """Words of the user's own: what no database or page can hold is refused."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as they are. Raises `UsageProblem` where they are not Unicode."""
        words = str(value)
        if any(letter == "\x00" or "\ud800" <= letter <= "\udfff" for letter in words):
            raise UsageProblem("is not valid UTF-8", where=param.opts[0] if param else "", hint="check the encoding")
        return words


WORDS = Words()


def format_option(default: str = "table") -> Callable[[Decorated], Decorated]:
    """`--format`: how rows are written to stdout."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default=default, show_default=True, help="How rows are written."
    )


def editor_option(function: Decorated) -> Decorated:
    """`--editor`: who acts."""
    return click.option(
        "--editor",
        type=WORDS,
        metavar="NAME",
        envvar="RECONCILE_EDITOR",
        show_envvar=True,
        help="Who acts; else the name that git knows you by.",
    )(function)


def note_option(function: Decorated) -> Decorated:
    """`--note`: why, kept in the history."""
    return click.option("--note", type=WORDS, metavar="TEXT", default="", help="Why; kept in the history.")(function)


def dry_run_option(function: Decorated) -> Decorated:
    """`--dry-run`: nothing is written."""
    return click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")(function)


def day_first_option(function: Decorated) -> Decorated:
    """`--day-first / --month-first`: how 01/02/2019 is read."""
    return click.option(
        "--day-first/--month-first",
        "day_first",
        default=None,
        help="Read 01/02/2019 as 1 February or as 2 January; without this it is refused.",
    )(function)
