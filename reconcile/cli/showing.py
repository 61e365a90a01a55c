"""One thing of the database in full, for a terminal and as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reconcile import values
from reconcile.cli.clean import displayable, one_line
from reconcile.model import Claim, Document, DocumentKind, Question, Relation
from reconcile.pipeline import Shown
from reconcile.resolve.origins.support import support_of

EXCERPT = 2000
"""How many characters of a document's text are shown; the whole is in `--format json`."""


def as_json(shown: Shown) -> dict[str, Any]:
    """All that is known, under the names of the model."""
    return {
        "what": shown.what,
        "id": shown.id,
        **{name: plain(given) for name, given in shown.fields.items()},
        "claims": plain(shown.claims),
        "documents": plain(dict(shown.documents)),
        "questions": plain(shown.questions),
        "support": _supports(shown),
        "verdicts": [{**plain(each), "reopened": each in shown.reopened} for each in shown.verdicts],
        "judgements": plain(shown.judgements),
        "beside": plain(shown.beside),
    }


def plain(thing: Any) -> Any:
    """A thing of the model as JSON has it: names, lists, numbers and dates as text."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return {field.name: plain(getattr(thing, field.name)) for field in dataclasses.fields(thing)}
    if isinstance(thing, Mapping):
        return {str(name): plain(each) for name, each in thing.items()}
    if isinstance(thing, list | tuple):
        return [plain(each) for each in thing]
    if isinstance(thing, Decimal):
        return int(thing) if thing == thing.to_integral_value() else float(thing)
    return thing.isoformat() if isinstance(thing, date) else thing


def _supports(shown: Shown) -> dict[str, Any]:
    """The articles, copies and origins behind each question, by its id."""
    by_id = {claim.id: claim for claim in shown.claims}
    return {question.id: plain(support_of(question, by_id)) for question in shown.questions if shown.what == "question"}


def as_text(shown: Shown) -> str:
    """The same for people: what it is, then what hangs together with it."""
    lines: list[str] = []
    if shown.what == "question":
        for question in shown.questions:
            lines += _question(question, shown)
    elif shown.what == "claim":
        lines += _claim(shown.claims[0], shown.documents)
        lines += [f"question   {each.id}  {one_line(each.title)}  ({each.status})" for each in shown.questions]
        lines += _judgements(shown)
    else:
        lines += [f"{shown.what} {shown.id}", *_fields(shown.fields)]
        if shown.what == "document" and shown.id in shown.documents:
            lines += _document(shown.documents[shown.id])
        lines += [f"question   {each.id}  {one_line(each.title)}  ({each.status})" for each in shown.questions]
        lines += _claims(shown.claims, shown.documents)
    return "\n".join(lines)


def _fields(fields: Mapping[str, object]) -> Iterator[str]:
    for name, given in fields.items():
        if given not in (None, "", ()):
            yield f"{name.replace('_', ' '):<10} {one_line(str(given))}"


def _document(document: Document) -> Iterator[str]:
    told = {
        name: getattr(document, name)
        for name in ("title", "outlet", "published", "byline", "url", "path", "lang", "kind", "external_id", "replaces")
    }
    yield from _fields(told)
    if document.text:
        text = displayable(document.text)
        yield ""
        yield text[:EXCERPT] + (" …" if len(text) > EXCERPT else "")
        yield ""


def _claim(claim: Claim, documents: Mapping[str, Document]) -> Iterator[str]:
    document = documents.get(claim.document)
    scope, source = claim.scope, claim.source
    yield f"claim {claim.id}"
    yield from _fields(
        {
            "value": _value(claim),
            "words": claim.value.words,
            "quote": f"“{claim.quote}”" if claim.quote else None,
            "source": source.name if source else "the article itself",
            "shown as": source and source.label,
            "via": ", ".join(claim.via),
            "outlet": document and (document.outlet or document.title),
            "document": claim.document,
            "published": document and document.published,
            "said": claim.said_at,
            "as of": claim.as_of,
            "counts": scope.counted or scope.attribute,
            "of": scope.population,
            "place": scope.place,
            "event": scope.event,
            "window": " – ".join(str(day) for day in (scope.window_from, scope.window_to) if day),
            "definition": scope.definition,
            "status": claim.status,
            "rests on": ", ".join(claim.evidence),
            "note": claim.note,
        }
    )


def _value(claim: Claim) -> str:
    words = values.render(claim.value)
    denied = "not " if claim.stance == "denies" else ""
    unsure = "" if claim.modality == "stated" else f" ({claim.modality})"
    return f"{denied}{words}{unsure}"


def _claims(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    for claim in claims:
        document = documents.get(claim.document)
        own = document.title if document and document.kind is DocumentKind.OWN else None
        outlet = (document and document.outlet) or own or "outlet not given"
        source = claim.source.name if claim.source else "the article itself"
        mark = "" if claim.status == "accepted" else f"  [{claim.status}]"
        yield "  " + one_line(f"{_value(claim)} · {source} · {outlet}{mark}  {claim.id}")
        if claim.quote:
            yield f"      “{one_line(claim.quote)}”"


def _question(question: Question, shown: Shown) -> Iterator[str]:
    by_id = {claim.id: claim for claim in shown.claims}
    yield f"question {question.id}"
    yield one_line(question.title)
    yield f"status: {question.status}"
    yield f"told by: {support_of(question, by_id)}"
    for account in question.accounts:
        yield f"{account.letter}  {one_line(account.title)}"
        yield from _claims((by_id[each] for each in account.claims if each in by_id), shown.documents)
    loose = set(by_id) - {each for account in question.accounts for each in account.claims}
    yield from _claims((claim for claim in shown.claims if claim.id in loose), shown.documents)
    yield from _relations(question.relations, {**by_id, **{claim.id: claim for claim in shown.beside}})
    yield from _judgements(shown)
    yield from _verdicts(shown)


def _relations(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> Iterator[str]:
    for each in relations:
        sides = " – ".join(_side(claims[end]) for end in (each.left, each.right) if end in claims)
        yield one_line(f"{each.kind}: {sides}: {each.why}") + "".join(
            f" ({one_line(taken)})" for taken in each.assumptions
        )


def _side(claim: Claim) -> str:
    return f"{_value(claim)} ({claim.source.name if claim.source else 'the article itself'})"


def _judgements(shown: Shown) -> Iterator[str]:
    """What people said that stands: "judgement j1-…: c1-a same c1-b (questions), Ida Lund, 2026-11-22: one dam"."""
    for each in shown.judgements:
        level = "" if each.level == "claim" else f" ({each.level}s)"
        note = f": {each.note}" if each.note else ""
        said = f"{each.left[0]} {each.word} {each.right[0]}{level}"
        yield one_line(f"judgement {each.id}: {said}, {each.editor}, {each.at}{note}")


def _verdicts(shown: Shown) -> Iterator[str]:
    for each in shown.verdicts:
        figure = f" {values.render(each.value)}" if each.value else ""
        mark = "  [open again]" if each in shown.reopened else ""
        yield one_line(f"verdict: {each.kind}{figure}, {each.editor}, {each.at}: {each.note}") + mark
