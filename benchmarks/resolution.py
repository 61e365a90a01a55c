"""Score and time the resolver by itself: on the gold claims of a dispatch set, and on reports made up here.

usage: python benchmarks/resolution.py [--dispatches FILE ...] [--scorer FILE] [--claims 20000] [--seed 7]
                                          [--gva FILE] [--truth FOLDER]

The dispatch sets (by default ../shared/eval/dev-set.json) and their scorer (../shared/eval/score.py) are not part of
this project; without them the script says so and only times. `as given` takes the claims of the sets without their
questions and with nothing else than a table would say, `gold` the same completed from the texts as `import` does it,
`read` those that extract proposes. The made-up reports have known questions: pairwise F1 is told beside claims per
second. `--gva` prints what `benchmarks/events.py` prints of a file of reports of incidents, `--truth` what
`benchmarks/advice.py` prints of a folder of sets. `benchmarks/scale.py`, `stored.py`, `splink_peer.py`, `copies.py` and
`judgements.py` measure size and speed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from events import table

from reconcile.extract import extract
from reconcile.model import Bound, Claim, Document, Kind, Question, Scope, Source, Span, Stance, Value
from reconcile.pipeline.filling import Made, filled
from reconcile.resolve import Desk, expand, resolve
from reconcile.values import parse

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "eval"
WANTED = (
    *("grouping", "conflict", "conflict_precision", "conflict_recall", "false_alarms", "revision", "part_of"),
    "relations",
)
SYLLABLES = "bal cor dun fen gar hol isk jor kel lum mar nor orl pel quen ras sol tor ulm ven wic yar zel".split()
EVENTS = (
    ("a ferry struck the quay", "passengers", "the harbour office"),
    ("a coach left the road", "travellers", "the highway patrol"),
    ("the roof of a market hall fell in", "stallholders", "the fire service"),
    ("a slope slid onto a row of houses", "residents", "the civil guard"),
)


def number(found: float | str | None, kind: str) -> Decimal | date | None:
    """A figure or a day of the set."""
    if found is None:
        return None
    return date.fromisoformat(str(found)) if kind == "date" else Decimal(str(found))


def gold_claim(row: dict[str, Any]) -> Claim:
    """A claim of the set as the resolver gets one, without its question."""
    bound = Bound(row["bound"]) if row["bound"] else Bound.EXACT
    kind = Kind(row["kind"])
    low, high = number(row["low"], kind), number(row["high"], kind)
    return Claim(
        id=row["id"],
        document=row["document"],
        quote=row["quote"],
        span=Span(row["start"], row["end"]),
        value=Value(kind, low, high, bound, row["unit"], row["quote"]),
        source=Source(row["source"]) if row["source"] else None,
        via=tuple(row["via"]),
        stance=Stance(row["stance"]),
        scope=Scope(attribute=row["attribute"], counted=row["counted"]),
    )


def in_order(claims: Sequence[Claim]) -> Desk:
    """A desk to which the claims came in the order given."""
    return Desk(ingested={claim.id: place for place, claim in enumerate(claims)})


def export(claims: Sequence[Claim], questions: Sequence[Question], folder: Path) -> tuple[Path, Path]:
    """Claims and relations in the form that the scorer reads."""
    question_of = {claim: question.id for question in questions for claim in question.claims}
    rows = [row_of(claim, question_of.get(claim.id)) for claim in claims]
    pairs = [
        {"left": relation.left, "right": relation.right, "relation": relation.kind}
        for question in questions
        for relation in expand(question)
    ]
    files = folder / "claims.jsonl", folder / "relations.jsonl"
    for file, lines in zip(files, (rows, pairs), strict=True):
        file.write_text("".join(json.dumps(line, default=str) + "\n" for line in lines), encoding="utf-8")
    return files


def row_of(claim: Claim, question: str | None) -> dict[str, Any]:
    """A claim as one line for the scorer."""
    value = claim.value
    low, high = (float(end) if isinstance(end, Decimal) else end for end in (value.low, value.high))
    return {
        **{"id": claim.id, "document": claim.document, "kind": value.kind, "low": low, "high": high},
        **{"start": claim.span and claim.span.start, "end": claim.span and claim.span.end},
        **{"bound": None if value.kind is Kind.TEXT else value.bound, "unit": value.unit, "via": claim.via},
        **{"counted": claim.scope.counted, "attribute": claim.scope.attribute, "stance": claim.stance},
        **{"source": claim.source and claim.source.name, "question": question},
    }


def score(dispatches: Path, scorer: Path) -> None:
    """The figures of the scorer for gold claims, as given and completed, and for claims that were read."""
    if not dispatches.exists() or not scorer.exists():
        print(f"no dispatch set at {dispatches}: nothing scored")
        return
    stories = json.loads(dispatches.read_text(encoding="utf-8"))["stories"]
    documents = {
        each["id"]: Document(each["id"], each["text"], each["publisher"], each["title"], each["url"], each["published"])
        for story in stories
        for each in story["documents"]
    }
    gold = [gold_claim(row) for story in stories for row in story["claims"]]
    read = [claim for document in documents.values() for claim in extract(document)]
    print(dispatches.name)
    for name, claims in (("as given", gold), ("gold", completed(gold, documents)), ("read", read)):
        told = scored(scorer, dispatches, claims, documents)
        print(f"  {name}: " + ", ".join(f"{key} {told[key]}" for key in WANTED))


def completed(claims: Sequence[Claim], documents: dict[str, Document]) -> list[Claim]:
    """The claims with what their texts tell, as `import` takes them."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    done = (filled([Made(each) for each in mine], (), documents[id]) for id, mine in by_document.items())
    return [claim for mine in done for claim in mine]


def scored(scorer: Path, gold: Path, claims: Sequence[Claim], documents: dict[str, Document]) -> dict[str, str]:
    """What the scorer prints, by the name of the figure."""
    with tempfile.TemporaryDirectory() as name:
        files = export(claims, resolve(claims, documents, in_order(claims)), Path(name))
        command = [sys.executable, str(scorer), str(gold), *map(str, files)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.split()[0]: line.split()[1] for line in printed.splitlines() if len(line.split()) > 1}


def made_up(count: int, seed: int) -> tuple[list[Claim], dict[str, Document], dict[str, str]]:
    """So many claims in reports of invented accidents, and the question that each one answers."""
    chance = random.Random(seed)
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    truth: dict[str, str] = {}
    event = 0
    while len(claims) < count:
        event += 1
        for document, found in reports(event, chance):
            documents[document.id] = document
            claims += found
            truth |= {claim.id: f"{event} {claim.scope.attribute}" for claim in found}
    return claims[:count], documents, truth


def reports(event: int, chance: random.Random) -> Iterable[tuple[Document, list[Claim]]]:
    """Two to five reports of one accident, with the dead and the injured in each."""
    town = "".join(chance.choices(SYLLABLES, k=3)).title()
    what, people, source = EVENTS[event % len(EVENTS)]
    day = date(2030, 1, 1) + timedelta(days=chance.randrange(1400))
    dead = chance.randint(3, 20)
    for place in range(chance.randint(2, 5)):
        hurt = chance.randint(21, 60)
        told = dead + place
        toll = f"{told} {people} were killed and {hurt} were injured"
        text = f"In {town}, {what} on {day:%A}. {toll}, {source} of {town} said."
        name, outlet = f"d{event}-{place}", f"Paper {chance.randrange(40)}"
        published = f"{day + timedelta(days=1)}T{8 + place:02d}:00:00Z"
        document = Document(name, text, outlet, f"{told} killed as {what} in {town}", None, published)
        quotes = (("deaths", f"{told} {people} were killed", told), ("injured", f"{hurt} were injured", hurt))
        yield document, [made_claim(document, quote, figure, kind, source) for kind, quote, figure in quotes]


def made_claim(document: Document, quote: str, figure: int, attribute: str, source: str) -> Claim:
    """One claim of a made-up report."""
    start = (document.text or "").index(quote)
    return Claim(
        id=f"{document.id}-{attribute}",
        document=document.id,
        quote=quote,
        span=Span(start, start + len(quote)),
        value=parse(str(figure)),
        source=Source(source),
        scope=Scope(attribute=attribute, counted="people"),
    )


def pairwise(questions: Sequence[Question], truth: dict[str, str]) -> float:
    """F1 over pairs of claims that answer one question."""

    def together(names: Iterable[object]) -> int:
        return sum(many * (many - 1) // 2 for many in Counter(names).values())

    found = {claim: question.id for question in questions for claim in question.claims}
    both = together((found[claim], truth[claim]) for claim in found)
    return 2 * both / (together(found.values()) + together(truth[claim] for claim in found))


def timed(count: int, seed: int) -> None:
    """Claims a second over made-up reports, all at once."""
    claims, documents, truth = made_up(count, seed)
    begun = time.process_time()
    questions = resolve(claims, documents, in_order(claims))
    spent = time.process_time() - begun
    print(
        f"made up: {len(claims)} claims in {len(documents)} reports, {len(questions)} questions, "
        f"pairwise F1 {pairwise(questions, truth):.3f}, {spent:.1f} s of CPU, {len(claims) / spent:,.0f} claims/s"
    )


def main() -> None:
    """Score, then time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dispatches", type=Path, nargs="+", default=[SHARED / "dev-set.json"])
    parser.add_argument("--scorer", type=Path, default=SHARED / "score.py")
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--gva", type=Path, help="reports of incidents, see benchmarks/events.py")
    parser.add_argument("--truth", type=Path, help="a folder of sets with gold values, see benchmarks/advice.py")
    given = parser.parse_args()
    for dispatches in given.dispatches:
        score(dispatches, given.scorer)
    timed(given.claims, given.seed)
    if given.gva:
        table(given.gva)
    if given.truth:
        sys.stdout.flush()
        subprocess.run(
            [sys.executable, str(ROOT / "benchmarks" / "advice.py"), "--truth", str(given.truth)], check=True
        )


if __name__ == "__main__":
    main()
