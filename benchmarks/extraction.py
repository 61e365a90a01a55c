"""Measure the extraction alone: values, sources and claims on articles with gold claims, and its speed.

usage: python benchmarks/extraction.py [--dispatches PATH] [--seeds FOLDER] [--polnear PATH] [--gva PATH]
       [--eval FOLDER] [--untrained] [--big] [--errors]

The dispatches are a set with gold claims (by default ../shared/eval/dev-set.json), the seeds a folder of articles with
their gold.json, PolNeAR the attribution corpus as JSON, GVA real articles on shootings as JSON lines, of which only the
speed is measured; the scorers lie in the --eval folder (by default ../shared/eval). None of them is part of this
project; what is missing is said and left out. The articles of our own (tests/cases) are always scored. With --untrained
the rules read alone; with --big all of GVA is read and one article of ten million characters, too. No question and no
relation is made here: see benchmarks/scores.py for the whole way.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from spans.cutting import attributions

from reconcile.extract import extract
from reconcile.extract.trained.listening import Listener, trained_listener
from reconcile.model import Claim, Document, DocumentKind

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CASES = ROOT / "tests" / "cases"
SECOND = re.compile(r"\n\n(?=[^\n]{20,140}\n\nUpdated \d)")
"""Where the second article of a seed file begins: a title with its stamp below it."""
Reader = Callable[[Document], list[Claim]]
"""What reads an article: with the trained part or without."""
FIGURES = ("value", "value_loose", "source", "source_named", "misattributed", "attribute", "claim")


def plain(end: Decimal | date | None) -> float | int | str | None:
    """An end of a value as JSON has it."""
    if isinstance(end, Decimal):
        return int(end) if end == end.to_integral_value() else float(end)
    return end.isoformat() if end else None


def row(claim: Claim) -> dict[str, Any]:
    """A claim as the scorers read it."""
    return {
        "id": claim.id,
        "document": claim.document,
        "quote": claim.quote,
        "start": claim.span.start if claim.span else None,
        "end": claim.span.end if claim.span else None,
        "kind": claim.value.kind.value,
        "low": plain(claim.value.low),
        "high": plain(claim.value.high),
        "bound": claim.value.bound.value,
        "unit": claim.value.unit,
        "counted": claim.scope.counted,
        "attribute": claim.scope.attribute,
        "source": claim.source.name if claim.source else None,
        "via": list(claim.via),
        "stance": claim.stance.value,
        "question": None,
    }


def dispatches(path: Path) -> Iterator[Document]:
    """The documents of a set of dispatches."""
    for story in json.loads(path.read_text(encoding="utf-8"))["stories"]:
        for each in story["documents"]:
            yield Document(
                id=each["id"],
                text=each["text"],
                outlet=each["publisher"],
                title=each["title"],
                published=each["published"],
            )


def seeds(folder: Path) -> Iterator[Document]:
    """The seed articles; a file that holds two is cut."""
    days = ("2019-11-22", "2019-12-16")
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = SECOND.split(text)
        for number, part in enumerate(parts):
            published = days[number] if len(parts) > 1 else None
            yield Document(id=f"{path.stem}-{number}", text=part, published=published)


def own_articles() -> Iterator[tuple[Document, list[dict[str, str]]]]:
    """The articles of our own with the rows of what should be read from them."""
    with (CASES / "extract_articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for path in sorted((CASES / "extract_articles").glob("*.txt")):
        head, text = path.read_text(encoding="utf-8").split("\n\n", 1)
        about = dict(line.split(": ", 1) for line in head.splitlines())
        kind = DocumentKind(about.pop("kind", "article"))
        yield Document(id=path.stem, text=text, kind=kind, **about), [r for r in rows if r["article"] == path.stem]


def score(scorer: list[str], claims: Iterable[dict[str, Any]]) -> list[str]:
    """What a scorer prints; "CLAIMS" and "RELATIONS" in its command stand for the files."""
    with tempfile.TemporaryDirectory() as name:
        files = {"CLAIMS": str(Path(name) / "claims.jsonl"), "RELATIONS": str(Path(name) / "relations.jsonl")}
        Path(files["CLAIMS"]).write_text("".join(json.dumps(c) + "\n" for c in claims), encoding="utf-8")
        Path(files["RELATIONS"]).write_text("", encoding="utf-8")
        command = [sys.executable, *(files.get(word, word) for word in scorer)]
        done = subprocess.run(command, capture_output=True, text=True)
    return (done.stdout + done.stderr).splitlines()


def score_dispatches(path: Path, scorers: Path, read: Reader, errors: bool) -> None:
    """The figures that extraction decides."""
    documents = list(dispatches(path))
    scorer = [str(scorers / "score.py"), str(path), "CLAIMS", "RELATIONS", *(["--errors"] if errors else [])]
    lines = score(scorer, (row(claim) for document in documents for claim in read(document)))
    print(f"dispatches: {len(documents)} documents")
    wanted = (*FIGURES, "missed", "extra") if errors else FIGURES
    for line in lines:
        if line.split(" ")[0] in wanted and not line.startswith("relation"):
            print(f"  {line}")


def score_seeds(folder: Path, scorers: Path, read: Reader) -> None:
    """How many values, and of them sources, are right; relations are not made here."""
    claims = [row(claim) for document in seeds(folder) for claim in read(document)]
    lines = score(
        [str(scorers / "score_seeds.py"), str(folder / "gold.json"), "CLAIMS", "RELATIONS", "34", "29"], claims
    )
    print(f"seeds: {lines[0].split('; false')[0] if lines else 'the scorer said nothing'}")


def score_attributions(path: Path, scorers: Path, listener: Listener | None) -> None:
    """Spans and numbers with their source on PolNeAR, in one line; benchmarks/attributions.py tells more."""
    with tempfile.TemporaryDirectory() as name:
        found = Path(name) / "found.jsonl"
        articles = json.loads(path.read_text(encoding="utf-8"))
        rows = [{"id": each["id"], "attributions": attributions(each, listener)} for each in articles]
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorers / "score_polnear.py"), str(path), str(found)]
        done = subprocess.run(command, capture_output=True, text=True)
    print(f"attributions: {len(articles)} articles: {', '.join((done.stdout + done.stderr).splitlines())}")


def score_own(read: Reader) -> None:
    """Values and claims of the articles of our own: value, bound and unit; then source, attribute and stance."""
    gold = found = values = claims = named = given = wrong = 0
    for document, rows in own_articles():
        left = [claim for claim in read(document) if claim.span]
        gold, found = gold + len(rows), found + len(left)
        for wanted in rows:
            fit = next((claim for claim in left if fits(claim, wanted)), None)
            if fit is None:
                continue
            left.remove(fit)
            values += 1
            right = right_source(wanted["source"], fit)
            claims += right and right_attribute(wanted, fit) and wanted["stance"] == fit.stance.value
            named += bool(wanted["source"]) and right
            given += fit.source is not None
            wrong += fit.source is not None and not right
    print(f"own articles: {gold} gold, {found} found")
    print(f"  value {2 * values / (gold + found):.3f}, claim {2 * claims / (gold + found):.3f}")
    print(f"  sources named and right {named}, misattributed {wrong} of {given}")


def fits(claim: Claim, wanted: dict[str, str]) -> bool:
    """The same value at the same words."""
    value = claim.value
    shared = set(re.findall(r"\w+", claim.quote.lower().replace(",", "")))
    if not shared & set(re.findall(r"\w+", wanted["words"].lower().replace(",", ""))):
        return False
    same = (value.kind.value, value.bound.value, value.unit or "") == (wanted["kind"], wanted["bound"], wanted["unit"])
    return same and end_fits(value.low, wanted["low"]) and end_fits(value.high, wanted["high"])


def end_fits(end: Decimal | date | None, wanted: str) -> bool:
    """An end of a value against a cell; decimals to two places."""
    if isinstance(end, Decimal):
        return bool(wanted) and "-" not in wanted and abs(end - Decimal(wanted)) < Decimal("0.01")
    return ("" if end is None else end.isoformat()) == wanted


def right_source(wanted: str, claim: Claim) -> bool:
    """All the words of the expected name stand in the name that was found; both may be none."""
    if not wanted or claim.source is None:
        return not wanted and claim.source is None
    words = set(re.findall(r"\w+", claim.source.name.lower()))
    return set(re.findall(r"\w+", wanted.lower())) <= words


def right_attribute(wanted: dict[str, str], claim: Claim) -> bool:
    """The expected attribute, where one of the closed list is expected."""
    return not wanted["attribute"] or wanted["attribute"] == claim.scope.attribute


def measure_speed() -> None:
    """Articles of about 300 words a second on one core, over the articles of our own joined to that length."""
    text = "\n\n".join(document.text or "" for document, _ in own_articles())
    words = text.split(" ")
    articles = [" ".join(words[i : i + 300]) for i in range(0, len(words) - 300, 300)] * 8
    start = time.process_time()
    claims = sum(len(extract(Document(id="x", text=each, published="2023-01-31"))) for each in articles)
    spent = time.process_time() - start
    print(f"speed: {len(articles) / spent:.0f} articles of 300 words a second ({claims} claims)")


def measure_news(path: Path, limit: int | None) -> None:
    """Real articles a second on one core, over the first `limit` of them or, with None, all."""
    documents = list(islice(news(path), limit))
    start = time.process_time()
    claims = sum(len(extract(document)) for document in documents)
    spent = time.process_time() - start
    words = sum(len((document.text or "").split()) for document in documents) / len(documents)
    print(
        f"GVA: {len(documents)} articles of {words:.0f} words, {len(documents) / spent:.0f} a second ({claims} claims)"
    )


def news(path: Path) -> Iterator[Document]:
    """The articles of GVA."""
    with path.open(encoding="utf-8") as file:
        for each in map(json.loads, file):
            published = (each.get("published") or "")[:10] or None
            yield Document(id=each["id"], text=each["text"], title=each["title"], published=published)


SOME = 200
"""Real articles that are timed without --big."""
BIG = 10_000_000
"""Characters of the long article."""
READ = """
import resource, sys, time
from reconcile.model import Document
from reconcile.pipeline.searching import searched
text = sys.stdin.read()
start = time.perf_counter()
claims = next(searched([Document(id="x", text=text, published="2023-01-31")], processes=int(sys.argv[1]) or None))
spent = time.perf_counter() - start
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(each.ru_utime + each.ru_stime for each in used)
held, each = (each.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2) for each in used)
others = f" and {each:.0f} MB by each other process" if each else ""
print(f"{len(claims)} claims in {spent:.1f} s, {cpu:.1f} s of processors, {held:.0f} MB held at the most{others}")
"""


def measure_big(path: Path) -> None:
    """Seconds and memory for one very long article on one core and on all; of our own words without GVA."""
    documents = news(path) if path.exists() else (document for document, _ in own_articles())
    text = "\n\n".join(document.text or "" for document in documents)
    text = (text * (BIG // len(text) + 1))[:BIG]
    for cores, many in (("one core", "1"), (f"{os.cpu_count()} cores", "0")):
        command = [sys.executable, "-c", READ, many]
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
        print(f"one article of {len(text)} characters, {cores}: {(done.stdout or done.stderr).strip()}")


def main() -> None:
    """Read the command line and measure what is at hand."""
    parser = argparse.ArgumentParser(description="Measure the extraction on articles with gold claims.")
    parser.add_argument("--dispatches", type=Path, default=SHARED / "eval" / "dev-set.json")
    parser.add_argument("--seeds", type=Path, default=SHARED / "seeds")
    parser.add_argument("--polnear", type=Path, default=SHARED / "data" / "polnear" / "dev.json")
    parser.add_argument("--gva", type=Path, default=SHARED / "data" / "gva" / "dev.jsonl")
    parser.add_argument("--eval", type=Path, default=SHARED / "eval", help="the folder of the scorers")
    parser.add_argument("--untrained", action="store_true", help="read by the rules alone")
    parser.add_argument("--big", action="store_true", help="read all of GVA and one article of ten million characters")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was found wrongly")
    given = parser.parse_args()
    read = partial(extract, trained=not given.untrained)
    for name, scorer, measure in (
        ("dispatches", "score.py", partial(score_dispatches, read=read, errors=given.errors)),
        ("seeds", "score_seeds.py", partial(score_seeds, read=read)),
        (
            "polnear",
            "score_polnear.py",
            partial(score_attributions, listener=None if given.untrained else trained_listener()),
        ),
    ):
        missing = next((path for path in (getattr(given, name), given.eval / scorer) if not path.exists()), None)
        if missing is None:
            measure(getattr(given, name), given.eval)
        else:
            print(f"{name}: not at hand ({missing})")
    score_own(read)
    measure_speed()
    if given.gva.exists():
        measure_news(given.gva, None if given.big else SOME)
    else:
        print(f"gva: not at hand ({given.gva})")
    if given.big:
        measure_big(given.gva)


if __name__ == "__main__":
    main()
