"""The proper names of a document: which places, people and things it is about, most telling first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reconcile.resolve.words.everyday import EVERYWHERE, OFTEN
from reconcile.resolve.words.terms import concept, concepts, plain, word_set

_CAPITALISED = re.compile(r"\b[A-ZÀ-ÞŁŚŻĆŠŽČĐİ][\w’'&-]*")
_WORD = re.compile(r"[^\W\d_][\w’'&-]*")
_READ = 20_000
"""Characters that are read: what an article is about it says at the start."""

_NO_NAME = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof gen maj "
    "col lt capt sgt rear adm sir madam the a an this that these those he she it they we you i in on at by for of to "
    "from with as but and or if when while after before according police officials president minister ministry prime "
    "government state national united north south east west northern southern eastern western street road avenue "
    "river lake new news press agency service radio television times post update updated correction breaking photo "
    "credit media parliament army navy court hospital university school city town village district province county "
    "region department office council committee union company ltd inc limited plc statement release bulletin no yes "
    "our their his her its my your all some most many more two three four five six seven eight nine ten eleven twelve "
    "one none nobody what who where there here now then so not also earlier later meanwhile however since until up "
    "over under lower upper chief inspector sister thieves sources experts last me km utc gmt am pm eur usd gbp covid "
    "internet twitter facebook instagram youtube telegram "
)
"""Capitalised words that name nothing by themselves."""

WIDE = word_set(
    "afghanistan afghan africa african america american americans asia asian australia australian austria austrian "
    "belgium brazil brazilian britain british canada canadian central china chinese egypt egyptian england english "
    "europe european france french german germany greece greek india indian indonesia iran iranian iraq iraqi ireland "
    "irish israel israeli italian italy japan japanese kazakhstan kenya korea korean lebanon libya mexico mexican "
    "morocco myanmar netherlands dutch nigeria nigerian norway pakistan pakistani palestinian palestinians poland "
    "polish russia russian russians saudi scotland scottish somalia spain spanish sudan sweden swedish switzerland "
    "syria syrian taiwan thailand tunisia turkey turkish uganda ukraine ukrainian uk u.k us u.s usa u.n un eu nato "
    "vietnam wales yemen zimbabwe beijing berlin brussels cairo delhi geneva jakarta jerusalem kabul kyiv lagos "
    "london madrid moscow paris rome seoul tehran tokyo washington york angeles chicago afp reuters ap associated "
    "daesh isis taliban hamas hezbollah qaeda al-qaeda security trump biden putin zelensky xi islamic christian "
    "muslim jewish arab "
)
"""Names that stand in so many reports that one alone ties no two of them together."""


_BODIES = word_set(
    "council ministry police ltd limited inc gmbh plc llc corp company s.a sa ag union museum city county prefecture "
    "administration department office authority university hospital trust association party command federation "
    "government embassy commission committee board bank club centre center court parliament institute foundation guard "
    "brigade municipality district agency school railway airline airport port"
)
_OF_NEWS = word_set("news press wire radio television tv times post herald tribune courier journal agency broadcasting")
"""Words that mark an outlet as a body with an account of its own, and words that mark one that reports on others."""

_COMMON = EVERYWHERE | OFTEN
_SORT_OF_PLACE = word_set(
    "museum school college academy mine plant factory refinery bridge dam hotel station airport tower mosque church "
    "cathedral temple synagogue stadium arena market mall prison jail camp base island islands valley mountain mount "
    "cape port harbour bay beach cyclone hurricane typhoon storm volcano square park theatre club bank palace castle "
    "hills hill peak pass gorge canyon desert forest gulf strait sea ocean canal ferry express line flight airlines "
    "tours group "
)
"""Words that say what sort of thing carries a name: the other word of the pair is then a name by itself."""

_JOINTS = frozenset((" ", " of ", " de ", " la ", " del "))


def names_of(title: str | None, text: str | None, outlet: str | None = None) -> tuple[str, ...]:
    """The names in a title and the first 20,000 characters of a text, in lower case, most telling first.

    A name of several words is given as its pairs of neighbouring words, so that "Bramble Hill" is found in
    "Bramble Hill Primary School", and by its first and last word. A word counts as a name only where it
    also stands inside a sentence or in a dateline, and never where the text also writes it small. The name
    of an outlet that speaks for itself ("City of Calderas") names a place, too.
    """
    return _names(title, (text or "")[:_READ], outlet)


@lru_cache(maxsize=4096)
def _names(title: str | None, body: str, outlet: str | None) -> tuple[str, ...]:
    small = {word for word in _WORD.findall(body) if word[0].islower()}
    counted: Counter[str] = Counter()
    for weight, piece in ((2, body[:400]), (1, body[400:])):
        for name, part in _names_in(piece, small):
            counted[name] += weight * part
    for name, part in _names_in(title or "", small):
        if not _in_capitals(title or "") or name in counted:
            counted[name] += 3 * part
    counted.update({name: 3 for name in _rare_in(title or "", small) if name not in counted})
    if speaks_for_itself(outlet):
        counted.update({word: 3 for word in _bare(outlet or "").split() if _is_name(word, small)})
    for word in _only_in_outlet(outlet, body):
        counted.pop(word, None)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ranked)


def _rare_in(title: str, small: set[str]) -> Iterator[str]:
    """The capitalised words of a title that are no common words: also the first, also where all have capitals."""
    for match in _CAPITALISED.finditer(title):
        word = _bare(match.group())
        if _is_name(word, small) and len(word) > 2 and concepts(word) and concept(word) not in _COMMON:
            yield word


def speaks_for_itself(outlet: str | None) -> bool:
    """Whether an outlet is a body that publishes its own account, as far as its name tells."""
    words = [word.strip(".,") for word in plain(outlet).split()]
    return len(words) > 1 and not _OF_NEWS.intersection(words) and not _BODIES.isdisjoint(words)


def _only_in_outlet(outlet: str | None, body: str) -> set[str]:
    """Words that a text names only as part of its outlet's own name, as in a dateline or a credit."""
    own = set(_bare(outlet or "").split())
    if len(own) < 2 or speaks_for_itself(outlet):
        return set()
    words = [_bare(word) for word in _WORD.findall(body)]
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    alone = {word for before, word, after in around if word in own and before not in own and after not in own}
    return own - alone


def _in_capitals(title: str) -> bool:
    """Whether a title writes nearly every word with a capital, so that capitals tell nothing."""
    words = [word for word in _WORD.findall(title) if len(word) > 3]
    capitals = [word for word in words if word[0].isupper()]
    return len(words) > 1 and len(capitals) > 0.7 * len(words)


def _names_in(piece: str, small: set[str]) -> list[tuple[str, int]]:
    """The names of one piece of text, as often as they stand there, whole ones weighing double."""
    found: list[tuple[str, int]] = []
    run: list[str] = []
    sure = False
    end = -1
    for match in _CAPITALISED.finditer(piece):
        word = _bare(match.group())
        if piece[end : match.start()] not in _JOINTS or not _is_name(word, small):
            found += _parts(run, sure)
            run, sure = [], False
        if _is_name(word, small):
            sure = sure or bool(run) or _shown(match.group()) or not _opens_sentence(piece, match.start())
            run.append(word)
        end = match.end()
    return found + _parts(run, sure)


def _parts(run: list[str], sure: bool) -> list[tuple[str, int]]:
    """A run of capitalised words as its names: pairs of neighbours, first and last word, or the one word."""
    if not run or not sure:
        return []
    if len(run) == 1:
        return [(run[0], 2)]
    pairs = [(f"{left} {right}", 2) for left, right in pairwise(run)]
    sorts = [word in _SORT_OF_PLACE for word in run]
    ends = {run[0]: 1 + sorts[1], run[-1]: 1 + sorts[-2]}
    return pairs + [(word, part) for word, part in ends.items() if word not in _SORT_OF_PLACE]


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """A name without possessive and trailing marks, in lower case."""
    return plain(word).strip("'-&.")


def _is_name(word: str, small: set[str]) -> bool:
    return len(word) > 1 and word not in _NO_NAME and word not in small


def _shown(word: str) -> bool:
    """Whether a word shows by itself that it is a name: written in capitals, or with a possessive."""
    capitals = word.split("’")[0].split("'")[0]
    return capitals != word or (capitals.isupper() and len(capitals) > 2)


def _opens_sentence(piece: str, start: int) -> bool:
    """Whether the word at `start` is capitalised only for standing first."""
    before = piece[max(0, start - 40) : start].rstrip(" “\"'(•–-\t")
    return not before or before[-1] in ".!?:;\n”"
