"""Reading GUM (Georgetown University Multilayer corpus): its texts, and its sentences as dependency trees."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

GENRES = ("academic", "interview", "news")
"""What is read of it: texts under CC BY 2.5 (Wikinews: interview, news) and CC BY 4.0 (academic)."""
LICENCES = {"academic": "CC BY 4.0", "interview": "CC BY 2.5", "news": "CC BY 2.5"}


@dataclass(slots=True)
class Word:
    """A word of a tree: its form, tags, relation and head (0: none), and where it stands in the text."""

    form: str
    broad: str
    tag: str
    head: int
    relation: str
    start: int = 0
    end: int = 0
    below: list[int] = field(default_factory=list)

    @property
    def low(self) -> str:
        """The form in lower case."""
        return self.form.lower()

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return self.broad == "PUNCT"


Tree = dict[int, Word]
"""The words of a sentence by their number."""


@dataclass(frozen=True, slots=True)
class Article:
    """One document of GUM: its text as a reader has it, its trees, and what its header says of its origin."""

    name: str
    genre: str
    text: str
    trees: tuple[Tree, ...]
    about: dict[str, str]


def articles(path: Path) -> Iterator[Article]:
    """The documents of a folder or an archive of .conllu files, by name.

    Raises FileNotFoundError where the path holds none.
    """
    found = sorted(_files(path))
    if not found:
        raise FileNotFoundError(f"no .conllu file in {path}")
    for name, lines in found:
        genre = name.split("_")[1]
        if genre in GENRES:
            yield _article(name, genre, lines)


def _files(path: Path) -> Iterator[tuple[str, list[str]]]:
    if path.is_dir():
        for each in path.glob("**/*.conllu"):
            yield each.stem, each.read_text(encoding="utf-8").splitlines()
        return
    with tarfile.open(path) as archive:
        for member in archive:
            packed = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if packed is not None:
                with io.TextIOWrapper(packed, encoding="utf-8") as text:
                    yield Path(member.name).stem, text.read().splitlines()


def _article(name: str, genre: str, lines: list[str]) -> Article:
    about: dict[str, str] = {}
    pieces: list[str] = []
    trees: list[Tree] = []
    rows: list[list[str]] = []
    length, opens = 0, False
    for line in [*lines, ""]:
        if line.startswith("# meta::"):
            key, _, value = line[8:].partition(" = ")
            about[key] = value
        elif line.startswith("# newpar") and "block" not in line:
            opens = True
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            gap = "" if not pieces else "\n\n" if opens else " "
            tree, text = _tree(rows, length + len(gap))
            pieces += [gap, text]
            length += len(gap) + len(text)
            trees.append(tree)
            rows, opens = [], False
    return Article(name, genre, "".join(pieces), tuple(trees), about)


def _tree(rows: list[list[str]], offset: int) -> tuple[Tree, str]:
    """A sentence as a tree with offsets, and its text; words that are written together share their letters."""
    tree = {int(row[0]): Word(row[1], row[3], row[4], int(row[6]), row[7]) for row in rows if row[0].isdigit()}
    for number, word in tree.items():
        if word.head:
            tree[word.head].below.append(number)
    text, joined = "", 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if "." in first or (not last and int(first) <= joined):
            continue
        joined = int(last or first)
        _place(tree, int(first), joined, offset + len(text), len(row[1]))
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    return tree, text.rstrip()


def _place(tree: Tree, first: int, last: int, start: int, length: int) -> None:
    stop = start + length
    for number in range(first, last + 1):
        word = tree[number]
        word.start = min(start, stop)
        word.end = stop if number == last else min(start + len(word.form), stop)
        start = word.end
