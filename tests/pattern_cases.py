"""Tables of sentences with every claim that they make, and how what is read from them is compared.

One row is one expected claim; the rows of one (pattern, filler) belong to one text of 12 March 2024. Columns are those
of `cases/extract_sentences.csv`; besides them `title` is a headline that stands apart. A cell `*` is not compared: two
careful readers could fill it differently, or it lies outside the closed list of attributes. A row of kind `*` may be
read or not. A row without words and kind says that the text makes no claim. Conventions beyond those of the sets: a
month or year that only dates another figure is no claim, nor is the day on which somebody speaks; a count is `change`
where it tells a difference; of a share neither measure nor whole is compared.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind

VALUE = ("kind", "low", "high", "bound", "unit")
REST = ("attribute", "source", "via", "stance", "modality", "measure", "former", "whole")
ANY = "*"
PUBLISHED = "2024-03-12"
_ARTICLES = frozenset({"the", "a", "an", "of", "s"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d")

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One text and the claims that it makes, in the order of the text."""

    pattern: int
    filler: int
    title: str
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one case: each expected row with its claim or None, and the claims that nothing expects."""

    case: Case
    pairs: tuple[tuple[Row, Claim | None], ...]
    extra: tuple[Claim, ...]
    claims: tuple[Claim, ...]

    def wrong(self, row: Row, claim: Claim) -> list[str]:
        """The cells of `row` that differ from `claim`."""
        return [name for name in REST if not self._right(name, row, claim)]

    def right(self) -> bool:
        """Whether all is found with all its cells, and nothing else."""
        return not self.extra and all(claim and not self.wrong(row, claim) for row, claim in self.pairs)

    def faults(self) -> Iterator[str]:
        """One line for each claim missed, wrong in a cell, or found without being expected."""
        for row, claim in self.pairs:
            if claim is None:
                yield f"missed {row['words']!r}: {', '.join(f'{n}={row[n]}' for n in VALUE if row[n])}"
            elif wrong := self.wrong(row, claim):
                told = self._told(claim)
                yield f"{row['words']!r}: " + ", ".join(f"{n} {told[n]!r}, not {row[n]!r}" for n in wrong)
        for claim in self.extra:
            value = claim.value
            yield f"extra {claim.quote!r}: {value.kind} {_end(value.low)}–{_end(value.high)} {value.bound} {value.unit}"

    def _right(self, name: str, row: Row, claim: Claim) -> bool:
        wanted, found = row[name], self._told(claim)[name]
        if wanted == ANY:
            return True
        if name == "source":
            others = [other["source"] for other, _ in self.pairs if other["source"] not in (wanted, ANY, "")]
            return _same_name(wanted, found) and not any(_nearer(other, wanted, found) for other in others)
        if name == "via":
            return _same_names(wanted, claim.via)
        return wanted == found

    def _told(self, claim: Claim) -> Row:
        whole = next((each for each in self.claims if each.id == claim.whole), None)
        return {
            "attribute": claim.scope.attribute or "",
            "source": claim.source.name if claim.source else "",
            "via": ", ".join(claim.via),
            "stance": claim.stance.value,
            "modality": claim.modality.value,
            "measure": claim.scope.measure.value,
            "former": "yes" if claim.former else "",
            "whole": _end(whole.value.low) if whole else "",
        }


def cases(path: Path) -> list[Case]:
    """The cases of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        found.setdefault((int(row["pattern"]), int(row["filler"])), []).append(row)
    return [
        Case(pattern, filler, given[0]["title"], given[0]["text"], tuple(row for row in given if row["words"]))
        for (pattern, filler), given in found.items()
    ]


def read(case: Case) -> Reading:
    """Read a case and set the figures found against those expected, one to one; what is said in words is no figure."""
    document = Document(id="x", text=case.text, title=case.title or None, published=PUBLISHED)
    claims = [claim for claim in extract(document) if claim.value.kind is not Kind.TEXT]
    left, pairs = list(claims), []
    for row in sorted(case.rows, key=lambda row: row["kind"] == ANY):
        claim = _closest(row, left)
        if claim is not None:
            left.remove(claim)
        if row["kind"] != ANY:
            pairs.append((row, claim))
    return Reading(case, tuple(pairs), tuple(left), tuple(claims))


def _closest(row: Row, claims: Iterable[Claim]) -> Claim | None:
    """The claim of the same value with the expected words; of two, the one with the fewest words besides them."""
    wanted = _words(row["words"])
    fits = [claim for claim in claims if wanted <= _said(claim) and _same_value(row, claim)]
    return min(fits, key=lambda claim: len(_words(claim.value.words) - wanted), default=None)


def _said(claim: Claim) -> set[str]:
    return _words(claim.quote) | _words(claim.value.words)


def _same_value(row: Row, claim: Claim) -> bool:
    value = claim.value
    found = {"kind": value.kind.value, "bound": value.bound.value, "unit": value.unit or ""}
    same = all(row[name] in (ANY, cell) for name, cell in found.items())
    return same and _same_end(row["low"], value.low) and _same_end(row["high"], value.high)


def _same_end(wanted: str, found: Decimal | date | None) -> bool:
    """An end against a cell; numbers to two places, as thirds have them."""
    if wanted == ANY:
        return True
    if isinstance(found, Decimal):
        return bool(wanted) and not _DATE.match(wanted) and abs(found - Decimal(wanted)) < Decimal("0.01")
    return wanted == _end(found)


def _end(value: Decimal | date | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else format(value.normalize(), "f")


def _words(text: str) -> set[str]:
    """Words, thousands joined."""
    return set(re.findall(r"\w[\w.]*\w|\w", re.sub(r"(?<=\d),(?=\d)", "", text.lower())))


def _name(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _ARTICLES


def _same_name(wanted: str, found: str) -> bool:
    """Most words of the shorter name stand in the longer, and the name found is not much wider."""
    a, b = _name(wanted), _name(found)
    if not a or not b:
        return not a and not b
    return len(a & b) >= 0.6 * min(len(a), len(b)) and len(b) <= len(a) + 2


def _nearer(other: str, wanted: str, found: str) -> bool:
    """Whether a name found is more like another source of the text than like the one wanted."""
    return len(_name(other) & _name(found)) > len(_name(wanted) & _name(found))


def _same_names(wanted: str, found: tuple[str, ...]) -> bool:
    names = [name for name in wanted.split(", ") if name]
    return len(names) == len(found) and all(_same_name(a, b) for a, b in zip(names, found, strict=True))
