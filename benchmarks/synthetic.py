"""Made-up claims in any number, with the question that each one answers: what the figures at scale are taken on.

Events happen over four years in 9,000 towns of 900 provinces, a few of them very busy; a town can have several
on one day, and two alike within a month. An event is told by reports of up to two claims: by one name in
different words, or by none (3 %), with the town, the province or nothing; the figures rise with the days, are
hedged, repeated, and told by sources whose names are given in full or not. One question in eight counts two
groups of people, and some claims do not tell which one they mean. Nothing in a claim tells its question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from reconcile.model import Bound, Claim, Document, Kind, Scope, Source, Value

SEED = 20310302
TOWNS, PROVINCES, DAYS = 9_000, 900, 1_461
BEGIN = date(2031, 1, 1)
SYLLABLES = "bal cor dun fen gar hol isk jor kel lum mar nor orl pel quen ras sol tor ulm ven wic yar zel".split()
LANDMARKS = (
    "harbour market station depot mill quarry bridge school ferry tower barracks stadium airport college temple "
    "refinery theatre brewery library museum laundry bakery tannery foundry orchard granary viaduct canal lighthouse "
    "arcade chapel cinema courthouse dairy fairground gasworks hostel ironworks jetty kiln lagoon monastery nursery "
    "observatory palace racecourse sawmill shipyard slipway smithy spa tavern terminal vineyard warehouse wharf "
    "windmill workshop zoo aquarium"
).split()
HAPPENINGS = (
    ("fire", "blaze"),
    ("crash", "accident", "collision"),
    ("blast", "explosion"),
    ("flood", "flooding"),
    ("landslide", "mudslide"),
    ("attack", "assault", "raid"),
)
NAMED = ("{town} {landmark} {what}", "{what} at the {landmark} of {town}", "the {landmark} {what} in {town}")
ATTRIBUTES = ("deaths", "injured", "missing", "arrested", "evacuated", "displaced")
TOLD = (
    ("{n} killed", "{n} dead", "{n} deaths"),
    ("{n} injured", "{n} wounded", "{n} people hurt"),
    ("{n} missing", "{n} people unaccounted for"),
    ("{n} arrested", "{n} detained"),
    ("{n} evacuated", "{n} people evacuated"),
    ("{n} displaced", "{n} people displaced"),
)
SIZES = np.array([1.0, 2.5, 0.7, 0.6, 30.0, 8.0])
GROUPS = (("passengers", "crew"), ("police officers", "civilians"), ("pupils", "teachers"), ("soldiers", "villagers"))
HEDGES = ("", "at least ", "about ", "at most ")
BOUNDS = (Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT, Bound.AT_MOST)
SOURCES = (
    "the police|{town} police|the interior ministry|the health ministry|the fire service|a hospital doctor|"
    "the mayor of {town}|the governor of {province}|the Red Crescent|residents|the defence ministry|"
    "the coroner|a union leader|the rail operator"
).split("|")
OUTLETS = tuple(f"{'Daily Evening Northern Free'.split()[n % 4]} {SYLLABLES[n % 23].title()} {n}" for n in range(40))
WIRE = "Norpress"


def town_names() -> list[str]:
    """A name for each town and province, none twice."""
    first = [f"{a}{b}{c}".title() for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
    return first[: TOWNS + PROVINCES]


@dataclass(frozen=True, slots=True)
class Synthetic:
    """Claims as columns of whole numbers; `question` is what each one answers, `event` what it tells of."""

    event: NDArray[np.int64]
    question: NDArray[np.int64]
    town: NDArray[np.int64]
    province: NDArray[np.int64]
    landmark: NDArray[np.int64]
    happening: NDArray[np.int64]
    wording: NDArray[np.int64]
    level: NDArray[np.int64]
    attribute: NDArray[np.int64]
    group: NDArray[np.int64]
    figure: NDArray[np.int64]
    hedge: NDArray[np.int64]
    source: NDArray[np.int64]
    outlet: NDArray[np.int64]
    minute: NDArray[np.int64]
    report: NDArray[np.int64]
    copied: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.event)

    def claims(self, start: int = 0, end: int | None = None) -> Iterator[tuple[Claim, Document]]:
        """The claims from `start` to `end`, each with its document, which holds no text."""
        names = town_names()
        some = range(start, len(self) if end is None else end)
        columns = {each.name: getattr(self, each.name)[some.start : some.stop].tolist() for each in fields(self)}
        for place, row in enumerate(some):
            yield _claim(row, {name: column[place] for name, column in columns.items()}, names)


def _claim(row: int, told: Mapping[str, int], names: Sequence[str]) -> tuple[Claim, Document]:
    """The claim of a row, whose columns are `told`."""
    town, province = names[told["town"]], names[TOWNS + told["province"]]
    document = Document(
        id=f"d1-{told['report']:08d}",
        outlet=OUTLETS[told["outlet"]],
        url=f"https://news.example/{told['report']}",
        published=f"{datetime(BEGIN.year, 1, 1) + timedelta(minutes=told['minute']):%Y-%m-%dT%H:%M:%SZ}",
    )
    ways = TOLD[told["attribute"]]
    claim = Claim(
        id=f"c1-{row:08d}",
        document=document.id,
        quote=HEDGES[told["hedge"]] + ways[told["wording"] % len(ways)].format(n=told["figure"]),
        value=value(told["figure"], BOUNDS[told["hedge"]], f"{HEDGES[told['hedge']]}{told['figure']}"),
        scope=Scope(
            event=_event(told, town) if told["level"] < 4 else None,
            attribute=ATTRIBUTES[told["attribute"]],
            population=None if told["group"] < 0 else GROUPS[told["event"] % 4][told["group"]],
            place=(town, f"{town}, {province}", None, province)[told["level"] % 4],
        ),
        source=Source(SOURCES[told["source"]].format(town=town, province=province)),
        via=(WIRE,) if told["copied"] else (),
    )
    return claim, document


def _event(told: Mapping[str, int], town: str) -> str:
    words, wording = HAPPENINGS[told["happening"]], told["wording"]
    return NAMED[wording % 3].format(town=town, landmark=LANDMARKS[told["landmark"]], what=words[wording % len(words)])


def value(figure: int, bound: Bound, words: str) -> Value:
    """A count as the importer would read it."""
    number = Decimal(figure)
    low = None if bound is Bound.AT_MOST else number
    return Value(Kind.NUMBER, low, None if bound is Bound.AT_LEAST else number, bound, None, words)


def synthetic(count: int, seed: int = SEED) -> Synthetic:
    """So many claims, the same for the same seed."""
    chance = np.random.default_rng(seed)
    events = max(2, count // 6)
    town = chance.choice(TOWNS, events, p=_shares(TOWNS))
    province = chance.choice(PROVINCES, TOWNS, p=_shares(PROVINCES))
    weight = np.minimum(chance.pareto(1.6, events) + 0.5, 3.0)
    event = np.sort(chance.choice(events, count, p=weight / weight.sum()))
    liked = np.stack(
        [
            chance.choice(6, events, p=[0.5, 0.2, 0.08, 0.1, 0.07, 0.05]),
            chance.choice(6, events, p=[0.25, 0.45, 0.08, 0.1, 0.07, 0.05]),
        ]
    )
    attribute = liked[(chance.random(count) < 0.35).astype(int), event]
    split = chance.random((events, 6)) < 0.12
    side = chance.integers(0, 2, count)
    grouped = split[event, attribute]
    untold = chance.random(count) < 0.03
    group = np.where(grouped & ~untold, side, -1)
    lag = chance.geometric(0.5, count) - 1
    size = np.exp(chance.normal(2.2, 1.1, events))[event] * SIZES[attribute] * np.where(grouped & (side == 1), 0.4, 1)
    noise = np.exp(chance.normal(0, 0.25, count) * (chance.random(count) < 0.4))
    figure = np.maximum(1, np.round(size * (1 + 0.15 * np.minimum(lag, 3)) * noise)).astype(np.int64)
    first = chance.integers(0, DAYS, events)[event]
    minute = (first + lag) * 1440 + chance.integers(0, 1440, count)
    report = np.arange(count)
    shared = np.r_[False, (event[1:] == event[:-1]) & (attribute[1:] != attribute[:-1])] & (chance.random(count) < 0.3)
    shared &= ~np.r_[False, shared[:-1]]
    outlet = chance.integers(0, 40, count)
    for column in (report, minute, outlet):
        column[shared] = column[np.flatnonzero(shared) - 1]
    order = np.argsort(minute, kind="stable")
    columns = {
        "event": event,
        "question": (event * 6 + attribute) * 2 + np.where(grouped, side, 0),
        "town": town[event],
        "province": province[town[event]],
        "landmark": chance.integers(0, len(LANDMARKS), events)[event],
        "happening": chance.integers(0, len(HAPPENINGS), events)[event],
        "wording": chance.integers(0, 6, count),
        "level": chance.choice(8, count, p=[0.53, 0.29, 0.05, 0.10, 0.019, 0.008, 0.0, 0.003]),
        "attribute": attribute,
        "group": group,
        "figure": figure,
        "hedge": chance.choice(4, count, p=[0.78, 0.12, 0.06, 0.04]),
        "source": chance.integers(0, len(SOURCES), count),
        "outlet": outlet,
        "minute": minute,
        "report": report,
        "copied": chance.random(count) < 0.1,
    }
    return Synthetic(**{name: column[order] for name, column in columns.items()})


def _shares(many: int) -> NDArray[np.float64]:
    """A few take much: the share of the nth of so many falls with n."""
    shares = 1 / np.arange(1, many + 1) ** 0.6
    return np.asarray(shares / shares.sum())


def pairwise(found: NDArray[np.int64], truth: NDArray[np.int64]) -> float:
    """F1 over pairs of claims that answer one question."""

    def together(*columns: NDArray[np.int64]) -> int:
        sizes = np.unique(np.stack(columns), axis=1, return_counts=True)[1]
        return int((sizes * (sizes - 1) // 2).sum())

    return 2 * together(found, truth) / (together(found) + together(truth))
