"""What `show QUESTION` adds where it is asked to: one line of BESIDES each, under the option of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reconcile.cli.clean import one_line
from reconcile.errors import UsageProblem

if TYPE_CHECKING:
    from reconcile.pipeline.advice import Advice
    from reconcile.pipeline.one_event import Likened
    from reconcile.pipeline.policies import Applied
    from reconcile.pipeline.reasons import Weighed
    from reconcile.store import Store

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Beside:
    """An addition: what `--help` says of it, how it is found for a question, and its lines for people."""

    help: str
    of: Callable[[Store, str], Any]
    lines: Callable[[Any], Iterable[str]]


def _policies(store: Store, question: str) -> tuple[Applied, ...]:
    from reconcile.pipeline.policies import recorded

    return recorded(store, question)


def _policy_lines(applied: tuple[Applied, ...]) -> Iterator[str]:
    yield "what published rules would record, by our reading of them (none decides what is true):"
    widest = max(len(each.policy) for each in applied)
    for each in applied:
        yield f"  {each.policy:<{widest}}  {one_line(each.recorded.words)}  ({one_line(each.cites)})"
        for step in each.recorded.steps:
            yield f"      {one_line(step.rule)}"
            told = (("used", step.used), ("set aside", step.aside))
            yield from (f"        {what} {', '.join(claims)}" for what, claims in told if claims)
        if not each.recorded.steps and each.recorded.why:
            yield f"      {one_line(each.recorded.why)}"


def _why(store: Store, question: str) -> tuple[Weighed, ...]:
    from reconcile.pipeline.reasons import why

    return why(store, question)


def _why_lines(told: tuple[Weighed, ...]) -> Iterator[str]:
    if not told:
        yield "one claim answers this question, so nothing was weighed"
        return
    yield f"why they answer one question, beside {one_line(told[0].first_told)} (points add up; below 0 is against it):"
    for each in told:
        beside = one_line(f"{each.told} · {each.outlet or 'outlet not given'}")
        yield f"  {each.points:+5.1f}  {beside}  {each.claim}"
        yield from (f"      {points:+5.1f}  {one_line(name)}" for name, points in each.terms if points)


def _event(store: Store, question: str) -> tuple[Likened, ...]:
    from reconcile.pipeline.one_event import why_one_event

    return why_one_event(store, question)


def _event_lines(told: tuple[Likened, ...]) -> Iterator[str]:
    if not told:
        yield "one report stands behind this question, so nothing was compared"
        return
    yield "why its reports tell of one event, each beside the one it is likest (points add up; below 0 is against it):"
    for each in told:
        yield f"  {each.points:+5.1f}  {one_line(each.told)}  beside  {one_line(each.beside_told)}"
        yield from (f"      {term.points:+5.1f}  {one_line(term.words)}" for term in each.terms)


def _advice(store: Store, question: str) -> Advice:
    from reconcile.pipeline.advice import advised

    return advised(store, question)


def _advice_lines(advice: Advice) -> Iterator[str]:
    from reconcile.pipeline.advice import advice_lines

    yield from (_indented(line) for line in advice_lines(advice))


def _indented(line: str) -> str:
    """A line with its indent, control characters taken out of its words."""
    words = line.lstrip(" ")
    return line[: len(line) - len(words)] + one_line(words)


BESIDES: Mapping[str, Beside] = {
    "why": Beside("For a question: why its claims were taken to answer it, sign by sign.", _why, _why_lines),
    "event": Beside("For a question: why its reports were taken to tell of one event.", _event, _event_lines),
    "policies": Beside("For a question: what each published codebook would record, and why.", _policies, _policy_lines),
    "advice": Beside(
        "For a question: what is best supported so far (not a verdict), and by whom.", _advice, _advice_lines
    ),
}


def beside_options(function: Decorated) -> Decorated:
    """One flag for each of BESIDES."""
    for name, each in reversed([*BESIDES.items()]):
        function = click.option(f"--{name}", name, is_flag=True, help=each.help)(function)
    return function


def found(store: Store, what: str, id: str, asked: Mapping[str, bool]) -> dict[str, Any]:
    """What was asked for, by name. Raises `UsageProblem` where the thing shown is no question."""
    wanted = [name for name, yes in asked.items() if yes]
    if wanted and what != "question":
        raise UsageProblem(f"{id} is a {what}", where=f"--{wanted[0]}", hint="only a question has that")
    return {name: BESIDES[name].of(store, id) for name in wanted}
