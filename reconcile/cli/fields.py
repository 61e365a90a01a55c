"""The fields of a claim as options, one row each: `add` offers all of them, `correct` those that may change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, NamedTuple

import click

from reconcile.cli.options import WORDS, Decorated
from reconcile.model import Cumulative, Kind, Measure, Modality, Stance


class Field(NamedTuple):
    """One option: what stands for its value, what it means, and the words it may take where they are fixed."""

    metavar: str
    help: str
    choices: tuple[str, ...] = ()
    multiple: bool = False


def words_of(enum: type[StrEnum]) -> tuple[str, ...]:
    """The words that an enum may take."""
    return tuple(each.value for each in enum)


FIELDS: dict[str, Field] = {
    "question": Field("TEXT", "What is asked, in your words; claims with the same words belong together."),
    "value": Field("WORDS", 'The figure in words: "up to 25", "between 9 and 25", "dozens", "14 December 2019".'),
    "kind": Field("KIND", "What sort of value it is; else told by the words.", words_of(Kind)),
    "source": Field("NAME", "Who said it (never the outlet); none where the article itself says so."),
    "body": Field("NAME", "The body for which the source speaks."),
    "role": Field("TEXT", "The source's role: spokesman, witness …"),
    "person": Field("NAME", "The person's name."),
    "via": Field("NAME", "Who passed it on, nearest to the source first.", multiple=True),
    "quote": Field("TEXT", "The very words of the document."),
    "translation": Field("TEXT", "The quote in your language."),
    "document": Field("URL|FILE|ID", "The article that holds it."),
    "outlet": Field("NAME", "Who printed it."),
    "title": Field("TEXT", "The title of the article."),
    "published": Field("WHEN", "When the outlet printed it; else the time said."),
    "said": Field("WHEN", "When the source said it."),
    "as_of": Field("WHEN", "The moment of which the figure speaks."),
    "label": Field("TEXT", 'What a reader may see of a private source: "an official, by phone".'),
    "attribute": Field("WORD", "What is counted or told: deaths, injured, missing, age, date …"),
    "counted": Field("TEXT", "The words for what is counted."),
    "event": Field("TEXT", "The event."),
    "population": Field("TEXT", "Who or what is counted: police officers, civilians …"),
    "place": Field("TEXT", "Where."),
    "window_from": Field("DATE", "The first day that is counted."),
    "window_to": Field("DATE", "The last day that is counted."),
    "definition": Field("TEXT", "The definition used: confirmed, suspected …"),
    "cumulative": Field("", "A running total, or only what is new.", words_of(Cumulative)),
    "measure": Field("", "A level, a change, a limit or a share.", words_of(Measure)),
    "stance": Field("", "Whether the source says so, or denies it.", words_of(Stance)),
    "modality": Field("", "How firmly it is said.", words_of(Modality)),
    "whole": Field("ID", "The claim of which this one counts a part."),
    "external_id": Field("ID", "Your own id for the claim."),
    "note": Field("TEXT", "A note for the desk."),
}


def field_options(names: Iterable[str]) -> Callable[[Decorated], Decorated]:
    """A decorator that gives a command the options for these fields, in the order of `FIELDS`."""
    wanted = set(names)

    def decorate(function: Decorated) -> Decorated:
        for name, field in reversed(FIELDS.items()):
            if name in wanted:
                function = _option(name, field)(function)
        return function

    return decorate


def _option(name: str, field: Field) -> Callable[[Decorated], Decorated]:
    kind: click.ParamType[Any] = click.Choice(field.choices) if field.choices else WORDS
    metavar = None if field.choices else field.metavar
    flag = "--" + name.replace("_", "-")
    return click.option(flag, name, type=kind, metavar=metavar, multiple=field.multiple, help=field.help)
