"""Train the part of attribution that is learnt: who says what, where the rules end.

usage: python training/attribution.py --gum PATH [--out PATH | --credits]

PATH is the corpus GUM, as a folder or an archive of .conllu files (https://gucorpling.org/gum/); of its genres only
academic, interview and news are read (`--credits` lists them, for NOTICE). Beside it stand sentences that are made
from patterns of our own, some filled with clauses of GUM. Nothing else is read. Needs python-crfsuite:
pip install -e '.[train]'. The same corpus gives the same bytes. Train again after a change of the rules: what they
find is a feature.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from pathlib import Path

from borrowed import borrowed
from fit import fitted, packed
from gum import LICENCES, Article, articles
from lessons import Lesson, from_article, from_sentence, lexicon_of
from sentences import sentences

OUT = Path(__file__).resolve().parent.parent / "reconcile" / "extract" / "trained" / "weights.json.gz"
LEARNT_FROM = ("news", "interview")
"""Genres whose sentences are lessons; the lexicon and the borrowed phrases come from all three."""
MADE = 8000
SEED = 20190222


def lent(corpus: list[Article]) -> dict[str, list[str]]:
    """Phrases of the whole corpus for the patterns."""
    found: dict[str, dict[str, None]] = {}
    for article in corpus:
        for name, phrases in borrowed(article.trees, article.text).items():
            found.setdefault(name, {}).update(dict.fromkeys(phrases))
    return {name: list(phrases) for name, phrases in found.items()}


def lessons(corpus: list[Article], lexicon: dict[str, str]) -> list[Lesson]:
    """All that is learnt from, told as it is gathered.

    Half of it is seen without what the rules find in it, so that their silence is not taken for a sign.
    """
    chosen = [article for article in corpus if article.genre in LEARNT_FROM]
    own = [each for ruled in (True, False) for article in chosen for each in from_article(article, lexicon, ruled)]
    texts = sentences(MADE, SEED, lent(corpus))
    made = [each for place, text in enumerate(texts) for each in from_sentence(text, lexicon, place % 2 == 0)]
    for name, some in (("sentences of GUM", own), ("sentences made", made)):
        cues = sum(lesson.labels.count("B-C") for lesson in some)
        print(f"{len(some)} {name}, {cues} attributions in them")
    return own + made


def credit(article: Article) -> str:
    """Where a document comes from and under which licence, in one line."""
    about = article.about
    author = " ".join(about["author"].split())
    return f"{article.name}: {author}, “{about['title']}”, {about['sourceURL']} ({LICENCES[article.genre]})"


def main() -> None:
    """Read the command line, train, write the weights and say what they are."""
    parser = argparse.ArgumentParser(description="Train the tagger of attributions.")
    parser.add_argument("--gum", type=Path, required=True, help="folder or archive of GUM's .conllu files")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--credits", action="store_true", help="list the documents with their authors and licences")
    given = parser.parse_args()
    corpus = list(articles(given.gum))
    if given.credits:
        print("\n".join(credit(article) for article in corpus))
        return
    genres = Counter(article.genre for article in corpus)
    print(f"{len(corpus)} documents of GUM: {', '.join(f'{n} {genre}' for genre, n in sorted(genres.items()))}")
    lexicon = lexicon_of(corpus)
    weights = fitted(lessons(corpus, lexicon), lexicon)
    data = packed(weights)
    given.out.write_bytes(data)
    print(f"{len(weights['features'])} features, {len(lexicon)} words in the lexicon, {len(data)} bytes: {given.out}")
    print(f"sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
